"""The certificates of a class annulled, so that others can be issued."""

from datetime import datetime

from django.db import transaction

from competenze.enums import StatoClasse
from competenze.models import ClasseRilevata
from competenze.queries import certificati as lettura
from competenze.rules.motivi import DM_14
from competenze.rules.stati import PASSAGGI_CLASSE, verifica_passaggio
from competenze.services.certificati.blocco import blocca_per_stampe
from cpia.atti.services import (
    annota,
    annulla_documento,
)
from cpia.norme.errori import AttoRifiutato, esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto


@transaction.atomic
def annulla_emissione(
    *, autore: Contesto, adesso: datetime, rilevata_id: int, motivo: str
) -> ClasseRilevata:
    """Take back the value of the certificates of a class, with a reason; nothing is deleted.

    The class is frozen again: the consiglio may deliberate anew and new certificates be issued.
    """
    rilevata = blocca_per_stampe(autore, rilevata_id)
    esigi(verifica_passaggio(PASSAGGI_CLASSE, "annulla", StatoClasse(rilevata.stato), motivo))
    emissione = lettura.emissione_in_vigore(rilevata)
    if emissione is None:
        raise AttoRifiutato([_nulla_da_annullare()])
    for certificato in lettura.certificati(emissione):
        annulla_documento(
            autore=autore, adesso=adesso, documento=certificato.documento, motivo=motivo
        )
    if emissione.documento_classe:
        annulla_documento(
            autore=autore, adesso=adesso, documento=emissione.documento_classe, motivo=motivo
        )
    emissione.annullata_il = adesso
    emissione.save(update_fields=["annullata_il"])
    rilevata.stato = StatoClasse.CONGELATA
    rilevata.save(update_fields=["stato"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="annulla certificati",
        oggetto=rilevata,
        dati={"emissione": emissione.pk, "motivo": motivo},
    )
    return rilevata


def _nulla_da_annullare() -> Violazione:
    return Violazione("nessuna_emissione", "Non ci sono certificati da annullare.", DM_14)
