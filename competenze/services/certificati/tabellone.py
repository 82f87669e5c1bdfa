"""The sheet of a frozen class for its scrutinio."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from competenze.documents import carta
from competenze.enums import StatoClasse
from competenze.models import Tabellone
from competenze.queries import certificati as lettura
from competenze.rules.motivi import DM_14
from competenze.services.certificati.blocco import STAMPA_TABELLONE, blocca_per_stampe
from cpia.atti.models import Documento
from cpia.atti.services import (
    nuovo_codice,
    prepara_documento,
)
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto


@transaction.atomic
def prepara_tabellone(
    *, autore: Contesto, adesso: datetime, rilevata_id: int
) -> tuple[Documento, Lavoro]:
    """Freeze the sheet of the levels for the scrutinio and ask for its bytes."""
    rilevata = blocca_per_stampe(autore, rilevata_id)
    if rilevata.stato == StatoClasse.APERTA:
        raise AttoRifiutato([_non_congelata()])
    contesto = carta.tabellone(
        lettura.classe_congelata(rilevata),
        lettura.dirigente(rilevata),
        codice_verifica=nuovo_codice(),
    )
    documento = prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo="tabellone_competenze",
        titolo=contesto.titolo,
        modello=carta.MODELLO_TABELLONE,
        contesto=contesto.as_dict(),
        codice_verifica=contesto.verifica.codice,
    )
    Tabellone.objects.create(
        istituto=autore.istituto, classe_rilevata=rilevata, documento=documento
    )
    lavoro = accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA_TABELLONE,
        riferimento=documento.pk,
        titolo=f"Tabellone della {rilevata.classe}",
        totale=1,
        indirizzo=reverse("documento", args=[autore.istituto.slug, documento.pk]),
    )
    return documento, lavoro


def _non_congelata() -> Violazione:
    testo = "Il tabellone si stampa dalla classe congelata: prima si congela."
    return Violazione("classe_aperta", testo, DM_14)
