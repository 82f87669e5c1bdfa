"""An agreement ends: the path is concluded, or who studies leaves."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoCorsista, StatoPatto
from patto_formativo.models import Corsista, Membro, Versione
from patto_formativo.models.patti import IN_VIGORE
from patto_formativo.queries.patti.firme import responsabili_di
from patto_formativo.queries.patti.versioni import IN_PREPARAZIONE
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.uscita import ART_6, CausaUscita, verifica_uscita
from patto_formativo.services.condivisi import ritira_in_sospeso
from patto_formativo.services.corsisti import blocca_corsista
from patto_formativo.services.patti.blocco import blocca_versione, passa

LIMITE_MOTIVO = 300


@transaction.atomic
def concludi_patto(*, autore: Contesto, adesso: datetime, versione_id: int) -> Versione:
    """The path is over: the dirigente may, on what the council has certified.

    Raises AttoRifiutato unless the agreement is under way.
    """
    versione = blocca_versione(autore, versione_id)
    corsista = blocca_corsista(autore, versione.patto.corsista_id)
    passa(versione, StatoPatto.CONCLUSO)
    versione.chiusa_il = adesso
    versione.save(update_fields=["stato", "chiusa_il"])
    chiudi_versioni(autore=autore, adesso=adesso, corsista=corsista)
    esce_dai_gruppi(autore=autore, adesso=adesso, corsista=corsista)
    corsista.stato, corsista.chiuso_il = StatoCorsista.CONCLUSO.value, autore.oggi
    corsista.save(update_fields=["stato", "chiuso_il"])
    annota(
        autore=autore, adesso=adesso, azione="conclude patto", oggetto=versione,
        dati={"corsista": corsista.pk},
    )  # fmt: skip
    return versione


@transaction.atomic
def ritira_patto(
    *,
    autore: Contesto,
    adesso: datetime,
    corsista_id: int,
    motivo: str,
    causa: CausaUscita | None = None,
    chiede_id: int | None = None,
) -> Corsista:
    """Who studies asks to leave (art. 6): the office records it, with the reason.

    Of a minor it is asked by ``chiede_id``, who answers for the minor today, and only for a
    ``causa`` that is not absence, which has its own act and notice. Raises AttoRifiutato.
    """
    corsista = blocca_corsista(autore, corsista_id)
    if not corsista.attivo:
        raise rifiuta("non_iscritto", "Il percorso è già chiuso.", ART_6)
    minore = minorenne(corsista.nascita, autore.oggi)
    rispondono = {chi.pk for chi in responsabili_di(corsista, autore.oggi)} if minore else set()
    if minore:
        esigi(verifica_uscita(causa, chiede_chi_risponde=chiede_id in rispondono))
    chiudi_versioni(autore=autore, adesso=adesso, corsista=corsista)
    esce_dai_gruppi(autore=autore, adesso=adesso, corsista=corsista)
    corsista.stato, corsista.chiuso_il = StatoCorsista.RITIRATO.value, autore.oggi
    detto = f"{causa.frase}: {motivo}" if minore and causa else motivo
    corsista.motivo_chiusura = detto[:LIMITE_MOTIVO]
    corsista.save(update_fields=["stato", "chiuso_il", "motivo_chiusura"])
    annota(
        autore=autore, adesso=adesso, azione="ritira corsista", oggetto=corsista,
        dati={"chiede": chiede_id, "causa": causa.value if causa else None} if minore else {},
    )  # fmt: skip
    return corsista


@transaction.atomic
def esce_dai_gruppi(*, autore: Contesto, adesso: datetime, corsista: Corsista) -> None:
    """Who leaves or has finished is in no group from today: part of other acts."""
    oggi = timezone.localdate(adesso)
    for membro in Membro.objects.select_for_update().filter(
        istituto=autore.istituto, corsista=corsista, al__isnull=True
    ):
        membro.al = max(membro.dal, oggi)
        membro.save(update_fields=["al"])


@transaction.atomic
def chiudi_versioni(*, autore: Contesto, adesso: datetime, corsista: Corsista) -> list[Versione]:
    """Withdraw what is in force and what is being prepared of who leaves: part of other acts."""
    righe = Versione.objects.select_for_update().filter(
        istituto=autore.istituto,
        patto__corsista=corsista,
        stato__in=[*IN_PREPARAZIONE, *IN_VIGORE],
    )
    chiuse = []
    for versione in righe.order_by("pk"):
        passa(versione, StatoPatto.RITIRATO)
        ritira_in_sospeso(autore=autore, adesso=adesso, versione=versione)
        versione.chiusa_il = adesso
        versione.save(update_fields=["stato", "chiusa_il"])
        annota(autore=autore, adesso=adesso, azione="ritira patto", oggetto=versione)
        chiuse.append(versione)
    return chiuse
