"""A new version of an agreement, made of the one that holds, which stays."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota, annulla_documento
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoPatto
from patto_formativo.models import UnitaDelPatto, Versione
from patto_formativo.models.patti import IN_VIGORE
from patto_formativo.queries.patti.versioni import versione_aperta
from patto_formativo.services.condivisi import ritira_in_sospeso
from patto_formativo.services.patti.blocco import blocca_versione, passa
from patto_formativo.services.patti.richieste import FASE_5

COPIATI = ["ore_totali", "ore_accoglienza", "ore", "crediti", "anni", "quando", "note"]
DELL_UNITA = [
    "unita_id", "titolo", "ordine", "competenze", "ore", "a_distanza", "fruizione", "prova",
]  # fmt: skip


@transaction.atomic
def rinegozia(*, autore: Contesto, adesso: datetime, versione_id: int, motivo: str) -> Versione:
    """Begin a new version with its reason: any party may, at any time (Linee guida, fase 5).

    It is a copy, to be changed, of the one in force, which holds until the new one is signed. Of
    an approved version that somebody has signed already, the signing stops. Raises AttoRifiutato
    while another version is being prepared.
    """
    versione = blocca_versione(autore, versione_id)
    da_firmare = versione.stato == StatoPatto.APPROVATO
    if not da_firmare and versione.stato not in IN_VIGORE:
        testo = f"Questa versione è {versione.get_stato_display()}: si rinegozia quella in corso."
        raise rifiuta("non_in_vigore", testo, FASE_5)
    aperta = versione_aperta(versione.patto.corsista)
    if aperta is not None and aperta.pk != versione.pk:
        testo = f"La versione {aperta.numero} è già in preparazione: si cambia quella."
        raise rifiuta("gia_aperta", testo, FASE_5)
    if da_firmare:
        _ferma(autore, adesso, versione)
    nuova = _copia(autore, adesso, versione, motivo)
    annota(
        autore=autore, adesso=adesso, azione="rinegozia patto", oggetto=nuova,
        dati={"versione": versione.pk},
    )  # fmt: skip
    return nuova


def _ferma(autore: Contesto, adesso: datetime, versione: Versione) -> None:
    passa(versione, StatoPatto.RITIRATO)
    ritira_in_sospeso(autore=autore, adesso=adesso, versione=versione)
    versione.chiusa_il = adesso
    versione.save(update_fields=["stato", "chiusa_il"])
    if versione.documento and not versione.documento.annullato_il:
        annulla_documento(
            autore=autore, adesso=adesso, documento=versione.documento,
            motivo="Il patto si rinegozia prima di tutte le firme.",
        )  # fmt: skip


def _copia(autore: Contesto, adesso: datetime, versione: Versione, motivo: str) -> Versione:
    ultimo = Versione.objects.filter(istituto=autore.istituto, patto=versione.patto_id).values_list(
        "numero", flat=True
    )[:1]
    nuova = Versione.objects.create(
        istituto=autore.istituto,
        patto=versione.patto,
        numero=ultimo[0] + 1,
        motivo=motivo,
        preparata_da=autore.persona,
        modificata_il=adesso,
        **{campo: getattr(versione, campo) for campo in COPIATI},
    )
    UnitaDelPatto.objects.bulk_create(
        UnitaDelPatto(
            istituto=autore.istituto,
            versione=nuova,
            **{campo: getattr(riga, campo) for campo in DELL_UNITA},
        )
        for riga in versione.unita.order_by("ordine", "pk")
    )
    return nuova
