"""What an adult, or who answers for a minor, puts in the own dossier and takes back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cpia.atti.caricamenti import FileAccettato
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.models import Dossier, Evidenza
from patto_formativo.queries.crediti import evidenze_di
from patto_formativo.services.dossier.apertura import apri_dossier
from patto_formativo.services.dossier.blocco import (
    blocca_dossier,
    blocca_evidenza,
    compiuto,
    esigi_aperto,
)
from patto_formativo.services.dossier.evidenze import metti_file, numera, nuova_in


@dataclass(frozen=True)
class DatiMiei:
    """A paper as who brings it calls it; the tutor says afterwards what it is."""

    titolo: str
    ente: str
    file: FileAccettato


@transaction.atomic
def carica_evidenza(
    *, autore: Contesto, adesso: datetime, corsista_id: int, dati: DatiMiei, chiave: str = ""
) -> Evidenza:
    """Put a paper at the end of the own dossier, opened if it was not. Raises AttoRifiutato.

    It counts when the tutor has said what it is and which hours it asks. ``chiave`` is that of the
    form: sent twice, it is one paper.
    """
    dossier = apri_dossier(autore=autore, adesso=adesso, corsista_id=corsista_id)
    dossier = blocca_dossier(autore, dossier.pk)
    if gia := _arrivata(dossier, chiave):
        return gia
    evidenza = nuova_in(esigi_aperto(dossier), autore, adesso)
    evidenza.titolo, evidenza.ente, evidenza.chiave = dati.titolo, dati.ente, chiave
    metti_file(evidenza, dati.file)
    evidenza.save()
    compiuto(autore, adesso, dossier, "carica evidenza", evidenza=evidenza.pk)
    return evidenza


def _arrivata(dossier: Dossier, chiave: str) -> Evidenza | None:
    """The paper that came with this form and was not taken back since."""
    if not chiave:
        return None
    righe = Evidenza.objects.filter(istituto_id=dossier.istituto_id, dossier=dossier)
    return righe.filter(chiave=chiave, tolta_il__isnull=True).first()


@transaction.atomic
def ritira_evidenza(*, autore: Contesto, adesso: datetime, evidenza_id: int) -> Dossier:
    """Take back a paper that one put there oneself, while the tutor has not taken it up.

    Raises AttoRifiutato.
    """
    dossier, evidenza = blocca_evidenza(autore, evidenza_id)
    esigi_aperto(dossier)
    if evidenza.tipo or evidenza.inserita_da_id != autore.persona.pk:
        raise rifiuta("presa", "Il tutor l’ha già presa in esame: chiedi a lui di toglierla.")
    evidenza.tolta_il = adesso
    evidenza.save(update_fields=["tolta_il"])
    numera(evidenze_di(dossier))
    return compiuto(autore, adesso, dossier, "ritira evidenza", evidenza=evidenza.pk)
