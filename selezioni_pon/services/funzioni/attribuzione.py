"""To whom an area goes: by titles, by the vote of the Collegio that is recorded, or to nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from selezioni_pon.enums import PassoFunzioni, TipoParita
from selezioni_pon.models import AreaFunzione, AttribuzioneFunzione, ParitaFunzione
from selezioni_pon.queries.funzioni.quadro import Quadro, quadro
from selezioni_pon.rules.funzioni_strumentali.attribuzione import Attribuzione, contro_il_voto
from selezioni_pon.rules.funzioni_strumentali.durata import periodo
from selezioni_pon.rules.funzioni_strumentali.esame import MOTIVAZIONE
from selezioni_pon.services.funzioni.blocco import blocca_procedura
from selezioni_pon.services.funzioni.carta import chiedi_lettera
from selezioni_pon.services.funzioni.notizie import avverti_chi_l_ha


@transaction.atomic
def registra_voto(
    *,
    autore: Contesto,
    adesso: datetime,
    area_id: int,
    voti: Mapping[int, int],
    votanti: int,
    verbale: str,
) -> ParitaFunzione:
    """Record what the secret vote of the Collegio gave, as in its minutes: who directs may.

    ``voti`` by teacher. Only the result is kept, never who voted for whom. Written once. Raises
    AttoRifiutato where no vote is needed, for figures that do not hold, without the minutes.
    """
    area, letto = _area(autore, adesso, area_id)
    gia = ParitaFunzione.objects.filter(area=area, tipo=TipoParita.VOTO.value).first()
    if gia is not None and gia.verbale == verbale.strip():
        return gia
    concorrenti = letto.esito(area).da_votare
    if not concorrenti:
        raise rifiuta("niente_da_votare", "Per quest’area non serve nessun voto del Collegio.")
    nomi = {chi: letto.di(area, chi).docente.nome_e_cognome for chi in concorrenti}
    detti = {nomi.get(str(pk), str(pk)): numero for pk, numero in voti.items()}
    esigi(contro_il_voto(detti, list(nomi.values()), votanti, letto.regole))
    return _tiene(
        autore, adesso, area, TipoParita.VOTO, verbale, votanti=votanti,
        voti={str(pk): numero for pk, numero in voti.items()},
    )  # fmt: skip


@transaction.atomic
def registra_sorteggio(
    *, autore: Contesto, adesso: datetime, area_id: int, estratti: Sequence[int], verbale: str
) -> ParitaFunzione:
    """Record a draw between who is level in votes, service and age: who directs may.

    Raises AttoRifiutato where none is needed, when not all who are level were drawn.
    """
    area, letto = _area(autore, adesso, area_id)
    gia = ParitaFunzione.objects.filter(
        area=area, tipo=TipoParita.SORTEGGIO.value, verbale=verbale.strip()
    ).first()
    if gia is not None:
        return gia
    pari = letto.esito(area).da_sorteggiare
    if not pari or {str(uno) for uno in estratti} != set(pari):
        testo = "Si sorteggia fra tutti quelli che sono a pari merito, e fra nessun altro."
        raise rifiuta("sorteggio_su_altri", testo, letto.regole.fonti.parita)
    return _tiene(
        autore, adesso, area, TipoParita.SORTEGGIO, verbale, estratti=[*map(int, estratti)]
    )


@transaction.atomic
def attribuisci_area(
    *, autore: Contesto, adesso: datetime, area_id: int
) -> list[AttribuzioneFunzione]:
    """Give an area to whom the rules say, with the letter under its number: who directs may.

    It lasts until the end of the school year. A second click gives nothing more. Raises
    AttoRifiutato while a vote or a draw is missing, for who is still collaborator of the dirigente.
    """
    area, letto = _area(autore, adesso, area_id)
    gia = {una.domanda_id for una in letto.date_di(area)}
    esito = letto.esito(area)
    nuove = [domanda for chi in esito.a if (domanda := letto.di(area, chi)).pk not in gia][
        : area.posti - len(gia)
    ]
    if not nuove:
        if gia:
            return letto.date_di(area)
        raise rifiuta("niente_da_attribuire", _manca(esito), letto.regole.fonti.parita)
    esigi(esito.contro)
    durata = periodo(autore.oggi, letto.regole)
    fatte = []
    for domanda in nuove:
        attribuzione = AttribuzioneFunzione.objects.create(
            istituto=autore.istituto, domanda=domanda, dal=durata.dal, al=durata.al,
            motivi=[asdict(uno) for uno in _motivi(letto, esito, domanda.pk, durata.motivo)],
            attribuita_il=adesso, attribuita_da=autore.persona,
        )  # fmt: skip
        annota(
            autore=autore, adesso=adesso, azione="attribuisce funzione strumentale",
            oggetto=attribuzione, dati={"area": area.sigla, "al": durata.al.isoformat()},
        )  # fmt: skip
        fatte.append(chiedi_lettera(autore=autore, adesso=adesso, attribuzione_id=attribuzione.pk))
        avverti_chi_l_ha(attribuzione, adesso)
    return fatte


@transaction.atomic
def chiudi_area(*, autore: Contesto, adesso: datetime, area_id: int, motivo: str) -> AreaFunzione:
    """Say why an area is given to nobody, or to no other: who directs may, once. AttoRifiutato."""
    area, letto = _area(autore, adesso, area_id)
    if not motivo.strip():
        raise rifiuta("senza_motivo", "Scrivi perché l’area resta senza.", MOTIVAZIONE, "motivo")
    if letto.ha_esito(area):
        raise rifiuta("ha_esito", "Quest’area ha già il suo esito.")
    area.senza_esito = motivo.strip()
    area.versione += 1
    area.save(update_fields=["senza_esito", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="lascia area senza funzione", oggetto=letto.procedura,
        dati={"area": area.sigla, "motivo": area.senza_esito},
    )  # fmt: skip
    return area


def _area(autore: Contesto, adesso: datetime, area_id: int) -> tuple[AreaFunzione, Quadro]:
    """An area with its procedure locked, once the Commission has closed. Raises AttoRifiutato."""
    procedura_id = AreaFunzione.objects.values_list("procedura_id", flat=True).get(
        pk=area_id, istituto=autore.istituto
    )
    procedura = blocca_procedura(autore, procedura_id)
    area = procedura.aree.get(pk=area_id)
    area.procedura = procedura
    letto = quadro(procedura, autore.oggi)
    if letto.passo(adesso) not in (PassoFunzioni.ATTRIBUZIONE, PassoFunzioni.CONCLUSA):
        testo = "Prima la Commissione esamina i titoli e chiude i suoi lavori."
        raise rifiuta("esame_aperto", testo, letto.regole.fonti.parita)
    return area, letto


def _tiene(
    autore: Contesto,
    adesso: datetime,
    area: AreaFunzione,
    tipo: TipoParita,
    verbale: str,
    **esito: object,
) -> ParitaFunzione:
    if not verbale.strip():
        testo = "Scrivi in quale verbale è scritto."
        raise rifiuta("senza_verbale", testo, MOTIVAZIONE, "verbale")
    parita = ParitaFunzione.objects.create(
        istituto=autore.istituto, area=area, tipo=tipo.value, verbale=verbale.strip(),
        registrata_il=adesso, registrata_da=autore.persona, **esito,
    )  # fmt: skip
    azione = (
        "registra voto del Collegio per una funzione"
        if tipo is TipoParita.VOTO
        else "registra sorteggio per una funzione"
    )
    annota(
        autore=autore, adesso=adesso, azione=azione, oggetto=area.procedura,
        dati={"area": area.sigla, "verbale": parita.verbale},
    )  # fmt: skip
    return parita


def _manca(esito: Attribuzione) -> str:
    if esito.da_votare:
        return "I titoli sono pari: prima serve il voto segreto del Collegio."
    if esito.da_sorteggiare:
        return "Sono pari in tutto: prima serve un sorteggio."
    return "Nessuno ha un posto in quest’area."


def _motivi(letto: Quadro, esito: Attribuzione, domanda_id: int, durata: Motivo) -> list[Motivo]:
    """Why the function is of this teacher: how a tie was decided, never against whom."""
    parita = [
        Motivo(
            "parita",
            una.criterio.fonte,
            f"A parità di titoli decide: {una.criterio.tipo.etichetta}.",
        )
        for una in esito.ordine.decisioni
    ]
    return [*letto.ammissioni[domanda_id].motivi, esito.motivi[0], *parita, durata]
