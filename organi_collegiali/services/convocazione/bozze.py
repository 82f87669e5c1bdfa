"""The draft of a sitting: begun, changed while one types, sent to be signed, thrown away."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import GenereAtto, Platea, StatoSeduta
from organi_collegiali.models import (
    Allegato,
    Avviso,
    Convocato,
    Mozione,
    OrganoCollegiale,
    Richiesta,
    Seduta,
)
from organi_collegiali.queries.convocazione import bozze as queries
from organi_collegiali.services.blocco import blocca_seduta, tocca
from organi_collegiali.services.convocazione.ordine_iniziale import componi_ordine
from organi_collegiali.services.organi.mandati import allinea_di_diritto


@dataclass(frozen=True)
class DatiSeduta:
    """What is written at the top of the screen."""

    tipo: str = "ordinaria"
    platea: str = Platea.TUTTI.value
    inizio_previsto: datetime | None = None
    fine_prevista: datetime | None = None
    luogo: str = ""
    collegamento: str = ""
    motivo_urgenza: str = ""
    riservata: bool = False

    @classmethod
    def di(cls, seduta: Seduta) -> "DatiSeduta":
        """What is kept of a sitting now."""
        return cls(**{campo.name: getattr(seduta, campo.name) for campo in fields(cls)})

    def diversi(self, altri: "DatiSeduta") -> set[str]:
        """The names of the fields in which two differ."""
        qui, li = asdict(self), asdict(altri)
        return {nome for nome in qui if qui[nome] != li[nome]}


@transaction.atomic
def prepara_seduta(
    *,
    autore: Contesto,
    adesso: datetime,
    organo_id: int,
    richiesta_id: int | None = None,
    **dati: Any,
) -> Seduta:
    """Begin the draft of a sitting of an organ.

    On its agenda are, by themselves, the minutes that nobody has approved yet, the motions that
    wait (`001` art. 7) and, if a request is answered, what it asks for. ``dati`` are fields of
    ``DatiSeduta``. Raises AttoRifiutato for an organ that sits no more.
    """
    organo = OrganoCollegiale.objects.get(istituto=autore.istituto, pk=organo_id)
    if organo.al and organo.al < autore.oggi:
        raise rifiuta("organo_cessato", f"{organo.nome} non è più in carica.")
    allinea_di_diritto(autore=autore, adesso=adesso, organo=organo)
    scritti = {"riservata": organo.riservato} | dati
    seduta = Seduta.objects.create(
        istituto=autore.istituto,
        organo=organo,
        preparata_da=autore.persona,
        modificata_il=adesso,
        **asdict(DatiSeduta(**scritti)),
    )
    richiesta = _richiesta(autore, seduta, richiesta_id)
    componi_ordine(seduta=seduta, argomenti=richiesta.argomenti if richiesta else "")
    annota(
        autore=autore,
        adesso=adesso,
        azione="prepara seduta",
        oggetto=seduta,
        dati={"organo": organo.pk},
    )
    return seduta


def _richiesta(autore: Contesto, seduta: Seduta, richiesta_id: int | None) -> Richiesta | None:
    if richiesta_id is None:
        return None
    richiesta = Richiesta.objects.select_for_update().get(
        istituto=autore.istituto, organo=seduta.organo, pk=richiesta_id
    )
    if richiesta.seduta_id is not None:
        raise rifiuta("gia_convocata", "Per questa richiesta la seduta è già in preparazione.")
    richiesta.seduta = seduta
    richiesta.save(update_fields=["seduta"])
    return richiesta


@transaction.atomic
def salva_bozza(
    *, autore: Contesto, adesso: datetime, seduta_id: int, letti: DatiSeduta, scritti: DatiSeduta
) -> Seduta:
    """Keep what is written at the top of a draft; ``letti`` is what the screen was showing.

    Two people may write different fields at once. Raises Conflitto, which carries what is kept,
    when somebody else has meanwhile written another value in a field that changes here; then
    nothing is written. Raises AttoRifiutato for what is no draft any more.
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.BOZZA)
    tenuti = DatiSeduta.di(seduta)
    cambiati = letti.diversi(scritti)
    if cambiati & letti.diversi(tenuti) & scritti.diversi(tenuti):
        raise Conflitto(tenuti)
    nuovi = sorted(cambiati & scritti.diversi(tenuti))
    if not nuovi:
        return seduta
    for nome in nuovi:
        setattr(seduta, nome, getattr(scritti, nome))
    tocca(seduta, adesso, *nuovi)
    annota(
        autore=autore,
        adesso=adesso,
        azione="modifica bozza di seduta",
        oggetto=seduta,
        dati={"campi": nuovi},
    )
    return seduta


@transaction.atomic
def manda_alla_firma(
    *, autore: Contesto, adesso: datetime, seduta_id: int, versione: int
) -> Avviso:
    """Close the draft and lay its notice before who signs for the organ.

    ``versione`` is that of what was read. Raises Conflitto when it has changed since, and
    AttoRifiutato with all that is missing or out of term.
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.BOZZA)
    if seduta.versione != versione:
        raise Conflitto(seduta)
    bozza = queries.bozza(seduta, adesso)
    esigi(bozza.mancano)
    termine = bozza.termini.giudizio(seduta.tipo, seduta.inizio_previsto)  # type: ignore[arg-type]
    avviso = Avviso.objects.create(
        istituto=autore.istituto,
        seduta=seduta,
        genere=GenereAtto.CONVOCAZIONE.value,
        ultimo_giorno=termine.ultimo_giorno,
        nei_termini=True,
        perche=termine.perche,
    )
    seduta.stato = StatoSeduta.ALLA_FIRMA.value
    tocca(seduta, adesso, "stato")
    annota(
        autore=autore,
        adesso=adesso,
        azione="manda alla firma",
        oggetto=seduta,
        dati={"avviso": avviso.pk},
    )
    return avviso


@transaction.atomic
def riprendi_bozza(*, autore: Contesto, adesso: datetime, seduta_id: int) -> Seduta:
    """Take back a notice that nobody has signed, to correct it. Raises AttoRifiutato."""
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.ALLA_FIRMA)
    avvisi = Avviso.objects.select_for_update().filter(
        istituto=autore.istituto, seduta=seduta, inviato_il__isnull=True
    )
    if any(avviso.firmato_il for avviso in avvisi):
        raise rifiuta("firmato", "L’avviso è già firmato: si corregge dopo l’invio, con un altro.")
    avvisi.delete()
    seduta.stato = StatoSeduta.BOZZA.value
    tocca(seduta, adesso, "stato")
    annota(autore=autore, adesso=adesso, azione="riprende bozza di seduta", oggetto=seduta)
    return seduta


@transaction.atomic
def elimina_bozza(*, autore: Contesto, adesso: datetime, seduta_id: int) -> None:
    """Throw a draft away with its agenda and files; what was asked for waits again."""
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.BOZZA)
    annota(
        autore=autore,
        adesso=adesso,
        azione="elimina bozza di seduta",
        oggetto=seduta,
        dati={"organo": seduta.organo_id},
    )
    Mozione.objects.filter(istituto=autore.istituto, punto__seduta=seduta).update(punto=None)
    Richiesta.objects.filter(istituto=autore.istituto, seduta=seduta).update(seduta=None)
    for allegato in Allegato.objects.filter(istituto=autore.istituto, punto__seduta=seduta):
        if allegato.file:
            transaction.on_commit(partial(allegato.file.storage.delete, str(allegato.file)))
    # Who was invited was invited to this sitting: nobody else is convened to a draft.
    Convocato.objects.filter(istituto=autore.istituto, seduta=seduta).delete()
    seduta.punti.all().delete()
    seduta.delete()
