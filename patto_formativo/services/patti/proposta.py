"""A draft goes to a section of the Commission, and comes back when something is to be changed."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota, annulla_documento
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoPatto
from patto_formativo.models import RichiestaModifica, Versione
from patto_formativo.queries.patti.piano import giudizio
from patto_formativo.queries.patti.sezioni import sezioni_attive
from patto_formativo.rules.firme import FASE_4
from patto_formativo.services.condivisi import ritira_in_sospeso
from patto_formativo.services.patti.blocco import blocca_versione, passa

RIPRESO = "Il patto è tornato in bozza."


@transaction.atomic
def proponi_patto(
    *, autore: Contesto, adesso: datetime, versione_id: int, sezione_id: int
) -> Versione:
    """Send a draft to a section of the institute: the tutor may.

    Raises AttoRifiutato with all that keeps the plan from being proposed, each at its place.
    """
    versione = blocca_versione(autore, versione_id)
    sezione = sezioni_attive(autore.istituto.pk, autore.oggi).filter(pk=sezione_id).first()
    if sezione is None:
        testo = "Scegli una sezione funzionale della Commissione, in carica oggi."
        raise rifiuta("sezione", testo, FASE_4, "sezione")
    passa(versione, StatoPatto.IN_NEGOZIAZIONE)
    esigi(giudizio(versione, autore.oggi))
    versione.sezione, versione.proposta_il = sezione, adesso
    versione.save(update_fields=["stato", "sezione", "proposta_il"])
    annota(
        autore=autore, adesso=adesso, azione="propone patto", oggetto=versione,
        dati={"sezione": sezione.pk},
    )  # fmt: skip
    return versione


@transaction.atomic
def riporta_in_bozza(
    *, autore: Contesto, adesso: datetime, versione_id: int, motivo: str
) -> Versione:
    """Give a version back to its tutor, with the reason, which stays among what was asked.

    The tutor may, and who presides over the section. One that was approved loses its paper and is
    deliberated again; one that somebody has signed is renegotiated instead. Raises AttoRifiutato.
    """
    versione = blocca_versione(autore, versione_id)
    if versione.firme.exists():
        testo = "Qualcuno lo ha già firmato: per cambiarlo si rinegozia."
        raise rifiuta("gia_firmato", testo, FASE_4)
    passa(versione, StatoPatto.BOZZA)
    ritira_in_sospeso(autore=autore, adesso=adesso, versione=versione)
    if versione.documento and not versione.documento.annullato_il:
        annulla_documento(
            autore=autore, adesso=adesso, documento=versione.documento, motivo=RIPRESO
        )
    versione.approvata_il = versione.seduta = versione.delibera = None
    versione.documento = versione.protocollo = None
    versione.impronta = ""
    versione.save(
        update_fields=[
            "stato", "approvata_il", "seduta", "delibera", "documento", "protocollo", "impronta",
        ]
    )  # fmt: skip
    RichiestaModifica.objects.create(
        istituto=autore.istituto, versione=versione, chiede=autore.persona, testo=motivo,
        chiesta_il=adesso,
    )  # fmt: skip
    annota(autore=autore, adesso=adesso, azione="riporta in bozza il patto", oggetto=versione)
    return versione
