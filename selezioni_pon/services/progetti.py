"""The projects for which people are looked for."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet

from cpia.atti.services import annota
from cpia.norme.errori import esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Progetto
from selezioni_pon.rules.codici import pulito
from selezioni_pon.rules.contenuti import CONTENUTO

CAMPI = (
    "titolo", "codice", "cup", "finanziato", "finalita", "attivita", "prodotti", "disponibilita",
)  # fmt: skip


@dataclass(frozen=True)
class DatiProgetto:
    """Codes as they were typed; ``disponibilita`` in euro, None where it is not written."""

    anno_id: int
    titolo: str
    codice: str = ""
    cup: str = ""
    finanziato: bool = False
    finalita: str = ""
    attivita: str = ""
    prodotti: str = ""
    disponibilita: Decimal | None = None


@transaction.atomic
def scrivi_progetto(
    *,
    autore: Contesto,
    adesso: datetime,
    progetto_id: int | None,
    versione: int | None,
    dati: DatiProgetto,
) -> Progetto:
    """Write a project, a new one without ``progetto_id``: who directs or the office may.

    Codes are kept without spaces, in capitals; whether they are right is judged before a call is
    published. Raises Conflitto, AttoRifiutato for a title already there in the year and for a
    project of which a call is published: everybody has read its words.
    """
    anno = AnnoScolastico.objects.select_for_update().get(pk=dati.anno_id, istituto=autore.istituto)
    progetto = _nuovo(autore) if progetto_id is None else _letto(autore, progetto_id, versione)
    uguale = _con_titolo(autore, anno, dati.titolo).exclude(pk=progetto.pk).first()
    if uguale is not None:
        if progetto_id is None and _uguali(uguale, dati):
            return uguale
        testo = f"Nel {anno} c’è già un progetto che si chiama «{dati.titolo}»."
        raise rifiuta("titolo_preso", testo, campo="titolo")
    progetto.anno_scolastico = anno
    for campo, valore in _da_scrivere(dati).items():
        setattr(progetto, campo, valore)
    progetto.save()
    annota(autore=autore, adesso=adesso, azione="scrive progetto", oggetto=progetto)
    return progetto


def _nuovo(autore: Contesto) -> Progetto:
    return Progetto(istituto=autore.istituto)


def _letto(autore: Contesto, progetto_id: int, versione: int | None) -> Progetto:
    progetto = Progetto.objects.select_for_update().get(pk=progetto_id, istituto=autore.istituto)
    if (
        Avviso.objects.filter(istituto=autore.istituto, selezione__progetto=progetto)
        .exclude(stato__in=[StatoAvviso.BOZZA.value, StatoAvviso.REVOCATO.value])
        .exists()
    ):
        testo = "Un avviso di questo progetto è pubblicato: le sue parole non si cambiano più."
        raise rifiuta("progetto_pubblicato", testo, CONTENUTO)
    esigi_letta(progetto, versione or 0)
    return progetto


def _con_titolo(autore: Contesto, anno: AnnoScolastico, titolo: str) -> QuerySet[Progetto]:
    return Progetto.objects.filter(istituto=autore.istituto, anno_scolastico=anno, titolo=titolo)


def _da_scrivere(dati: DatiProgetto) -> dict[str, object]:
    valori = {campo: getattr(dati, campo) for campo in CAMPI}
    return valori | {"codice": pulito(dati.codice), "cup": pulito(dati.cup)}


def _uguali(progetto: Progetto, dati: DatiProgetto) -> bool:
    """Whether a row says the same: a second click."""
    return all(getattr(progetto, campo) == valore for campo, valore in _da_scrivere(dati).items())
