"""What a draft begins with: every word of the criteria that it starts from, in rows of its own."""

from dataclasses import asdict

from bonus_merito.criteri import AreaData, CodiceDato
from bonus_merito.enums import Area, Categoria, StatoCriteri
from bonus_merito.models import AreaDeiCriteri, Criteri, Criterio, Indicatore
from bonus_merito.queries.criteri.partenza import SPEDITI, spediti
from bonus_merito.services.criteri.dati import DatiVersione
from cpia.norme.errori import rifiuta

# What a version says of its own, besides its title and its areas.
PAROLE = (
    "individuazione", "livelli", "precondizioni", "diffusione", "premessa", "principi", "articoli",
)  # fmt: skip


def riempi(criteri: Criteri, dati: DatiVersione) -> None:
    if dati.da == SPEDITI:
        _dai_spediti(criteri, dati)
    elif dati.da.isdecimal():
        _da_altri(criteri, dati)
    else:
        criteri.save()
        _aree_vuote(criteri)


def _dai_spediti(criteri: Criteri, dati: DatiVersione) -> None:
    fonte = spediti(criteri.istituto)
    if fonte is None or dati.categoria is not Categoria.DOCENTI:
        testo = "Quei criteri non sono di questa scuola o di questo personale."
        raise rifiuta("nessuna_fonte", testo, campo="da")
    criteri.titolo = dati.titolo or fonte.titolo
    criteri.individuazione = list(fonte.individuazione)
    criteri.livelli = {str(livello): testo for livello, testo in fonte.livelli.items()}
    criteri.precondizioni, criteri.diffusione = list(fonte.precondizioni), fonte.diffusione
    criteri.premessa, criteri.principi = fonte.premessa, fonte.principi
    criteri.articoli = [asdict(articolo) for articolo in fonte.articoli]
    criteri.save()
    for area in fonte.aree:
        _area_spedita(criteri, area)


def _area_spedita(criteri: Criteri, dati: AreaData) -> None:
    area = AreaDeiCriteri.objects.create(
        istituto=criteri.istituto,
        criteri=criteri,
        area=dati.area.value,
        testo=dati.testo,
        descrittori=list(dati.descrittori),
        incarichi=list(dati.incarichi),
    )
    ordine = 0
    for codice in dati.codici:
        ordine = _codice_spedito(area, codice, ordine)


def _codice_spedito(area: AreaDeiCriteri, dati: CodiceDato, ordine: int) -> int:
    for voce in dati.criteri:
        ordine += 1
        criterio = Criterio.objects.create(
            istituto_id=area.istituto_id,
            area=area,
            codice=dati.codice,
            titolo=dati.testo,
            ordine=ordine,
            testo=voce.testo,
        )
        Indicatore.objects.bulk_create(
            Indicatore(
                istituto_id=area.istituto_id, criterio=criterio, ordine=numero, testo=riga.testo,
                soglia=riga.soglia, strumenti=riga.strumenti,
            )
            for numero, riga in enumerate(voce.indicatori, start=1)
        )  # fmt: skip
    return ordine


def _aree_vuote(criteri: Criteri) -> None:
    AreaDeiCriteri.objects.bulk_create(
        AreaDeiCriteri(
            istituto=criteri.istituto, criteri=criteri, area=area.value, testo=area.etichetta
        )
        for area in Area
    )


def _da_altri(criteri: Criteri, dati: DatiVersione) -> None:
    """Every word of an adopted version, in rows of its own."""
    fonte = (
        Criteri.objects.filter(istituto=criteri.istituto, pk=int(dati.da))
        .exclude(stato=StatoCriteri.BOZZA.value)
        .first()
    )
    if fonte is None:
        raise rifiuta("fonte_ignota", "Scegli da quali criteri si parte.", campo="da")
    for nome in PAROLE:
        setattr(criteri, nome, getattr(fonte, nome))
    criteri.titolo = dati.titolo or fonte.titolo
    criteri.save()
    for area in fonte.aree.prefetch_related("criteri_dell_area__indicatori"):
        _copia_area(criteri, area)


def _copia_area(criteri: Criteri, fonte: AreaDeiCriteri) -> None:
    area = AreaDeiCriteri.objects.create(
        istituto=criteri.istituto, criteri=criteri, area=fonte.area, testo=fonte.testo,
        descrittori=fonte.descrittori, incarichi=fonte.incarichi,
    )  # fmt: skip
    for voce in fonte.criteri_dell_area.all():
        criterio = Criterio.objects.create(
            istituto=criteri.istituto, area=area, codice=voce.codice, titolo=voce.titolo,
            ordine=voce.ordine, testo=voce.testo,
        )  # fmt: skip
        Indicatore.objects.bulk_create(
            Indicatore(
                istituto=criteri.istituto, criterio=criterio, ordine=riga.ordine, testo=riga.testo,
                soglia=riga.soglia, strumenti=riga.strumenti,
            )
            for riga in voce.indicatori.all()
        )  # fmt: skip
