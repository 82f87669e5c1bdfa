"""What the draft declares of one item of the grid."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import ChiPropone
from selezioni_pon.models import Candidatura, Risposta
from selezioni_pon.queries.candidature.impronte import Tenuta, impronta_della_risposta
from selezioni_pon.queries.valutazione import griglia_di, guasti
from selezioni_pon.rules.griglia.modello import Voce
from selezioni_pon.services.candidature.blocco import DI_SOLITO, SCRIVE, blocca_da_scrivere

DESCRIZIONE_MASSIMA = 4000


@transaction.atomic
def scrivi_risposta(
    *, autore: Contesto, adesso: datetime, candidatura_id: int, voce: str, letta: int,
    valore: Mapping[str, Any] | None, descrizione: str,
) -> Risposta:  # fmt: skip
    """Write what is declared of an item: None and no words take it away.

    ``letta`` is the fingerprint of the item as it was read. Raises Conflitto, which carries the
    item and its fingerprint; AttoRifiutato when the term is over, for an item that nobody declares
    and for a value that says nothing (``campo`` is the key inside it).
    """
    candidatura = blocca_da_scrivere(autore, candidatura_id)
    sua = voce_da_dichiarare(candidatura, voce)
    riga = candidatura.risposte.filter(voce=voce).first() or vuota(candidatura, voce)
    adesso_scritta = impronta_della_risposta(riga)
    if adesso_scritta != letta:
        raise Conflitto(Tenuta(riga, adesso_scritta))
    if valore is not None:
        esigi(guasti(griglia_di(candidatura.avviso), {sua.numero: valore}).get(sua.numero, ()))
    riga.valore, riga.descrizione = dict(valore or {}), descrizione[:DESCRIZIONE_MASSIMA]
    _tieni(riga)
    candidatura.modificata_il = adesso
    candidatura.versione += 1
    candidatura.save(update_fields=DI_SOLITO)
    annota(
        autore=autore, adesso=adesso, azione=SCRIVE, oggetto=candidatura, dati={"voce": voce}
    )  # fmt: skip
    return riga


def voce_da_dichiarare(candidatura: Candidatura, numero: str) -> Voce:
    """The item of the grid that an applicant declares. Raises AttoRifiutato for any other."""
    voce = griglia_di(candidatura.avviso).voce(numero)
    if voce is None or voce.numero != numero or voce.chi is not ChiPropone.CANDIDATO:
        raise rifiuta("voce_ignota", "La griglia non ha questa voce fra quelle da dichiarare.")
    return voce


def vuota(candidatura: Candidatura, voce: str) -> Risposta:
    """An item of which nothing is written yet."""
    return Risposta(istituto=candidatura.istituto, candidatura=candidatura, voce=voce)


def _tieni(riga: Risposta) -> None:
    """Keep what says something; what says nothing is no row."""
    if riga.valore or riga.descrizione.strip():
        riga.save()
    elif riga.pk:
        riga.delete()
