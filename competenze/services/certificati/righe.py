"""The free line of the certificates."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from competenze.enums import StatoClasse
from competenze.models import RigaLibera
from competenze.queries import certificati as lettura
from competenze.rules.motivi import DM_14
from competenze.services.certificati.blocco import blocca_per_stampe
from cpia.atti.services import (
    annota,
)
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto


@transaction.atomic
def scrivi_righe_libere(
    *, autore: Contesto, adesso: datetime, rilevata_id: int, testi: Mapping[int, str]
) -> None:
    """Write the free line of the certificates, by id of the iscrizione; empty takes it away.

    Raises ``AttoRifiutato`` once the certificates are issued.
    """
    rilevata = blocca_per_stampe(autore, rilevata_id)
    if rilevata.stato == StatoClasse.CERTIFICATA:
        raise AttoRifiutato([_gia_emessi()])
    prima = lettura.righe_libere(rilevata)
    nuove = {pk: testo for pk, testo in testi.items() if testo != prima.get(pk, "")}
    RigaLibera.objects.bulk_create(
        [
            RigaLibera(
                istituto=autore.istituto, classe_rilevata=rilevata, iscrizione_id=pk, testo=testo
            )
            for pk, testo in nuove.items()
        ],
        update_conflicts=True,
        unique_fields=["istituto", "classe_rilevata", "iscrizione"],
        update_fields=["testo"],
    )
    if nuove:
        annota(
            autore=autore,
            adesso=adesso,
            azione="scrive righe libere",
            oggetto=rilevata,
            dati={"iscrizioni": sorted(nuove)},
        )


def _gia_emessi() -> Violazione:
    testo = "I certificati sono già emessi: per cambiarli il dirigente li annulla."
    return Violazione("certificati_emessi", testo, DM_14)
