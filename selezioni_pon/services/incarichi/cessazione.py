"""Who had accepted leaves, or is let go: the post goes to who follows."""

from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota, annulla_documento
from cpia.norme.errori import esigi, esigi_letta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import StatoProposta
from selezioni_pon.models import Contratto, Proposta
from selezioni_pon.queries.incarichi.atti import contratto_di
from selezioni_pon.rules.incarichi import ART_6
from selezioni_pon.rules.risposte import verifica_cessazione
from selezioni_pon.services.incarichi.avvisi import avverti_cessata
from selezioni_pon.services.incarichi.blocco import blocca_proposta

NON_FIRMATO = "L’incarico è cessato prima della firma"


@transaction.atomic
def cessa_incarico(
    *,
    autore: Contesto,
    adesso: datetime,
    proposta_id: int,
    versione: int,
    giorno: date,
    motivo: str,
) -> Proposta:
    """End a post before its time, with the reason: who directs may.

    ``giorno`` is the last day on which a signed one holds; a paper that nobody signed loses its
    value. The post is then offered to who follows. Raises Conflitto, AttoRifiutato.
    """
    proposta = blocca_proposta(autore, proposta_id)
    esigi_letta(proposta, versione)
    esigi(
        [
            *verifica_cessazione(StatoProposta(proposta.stato), motivo),
            *_giorno(contratto_di(proposta), giorno, autore.oggi),
        ]
    )
    cessa(autore, adesso, proposta, giorno, motivo.strip())
    avverti_cessata(proposta, adesso)
    return proposta


def cessa(
    autore: Contesto, adesso: datetime, proposta: Proposta, giorno: date, motivo: str
) -> None:
    """Free the post of a locked proposal, and close what was signed or was to be."""
    contratto = contratto_di(proposta)
    if contratto is not None and contratto.firmato_il is not None:
        contratto.chiuso_il, contratto.motivo_chiusura = giorno, motivo
        contratto.versione += 1
        contratto.save(update_fields=["chiuso_il", "motivo_chiusura", "versione"])
    elif contratto is not None:
        togli_non_firmato(autore, adesso, contratto, NON_FIRMATO)
    proposta.stato, proposta.motivo = StatoProposta.CESSATA.value, motivo[:600]
    proposta.save(update_fields=["stato", "motivo", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="cessa incarico", oggetto=proposta,
        dati={"motivo": motivo, "dal": giorno.isoformat()},
    )  # fmt: skip


def togli_non_firmato(
    autore: Contesto, adesso: datetime, contratto: Contratto, motivo: str
) -> None:
    """Take away what was written and not signed; its paper stays, without value."""
    documento = contratto.documento
    if documento is not None and documento.annullato_il is None:
        annulla_documento(autore=autore, adesso=adesso, documento=documento, motivo=motivo)
    contratto.delete()


def _giorno(contratto: Contratto | None, giorno: date, oggi: date) -> list[Violazione]:
    if contratto is None or contratto.firmato_il is None:
        return []
    if contratto.firmato_il <= giorno <= min(oggi, contratto.al):
        return []
    testo = (
        f"L’incarico cessa fra la firma, il {data_estesa(contratto.firmato_il)}, e oggi o la sua "
        f"fine: non il {data_estesa(giorno)}."
    )
    return [Violazione("giorno", testo, ART_6, "giorno")]
