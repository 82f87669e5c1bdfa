"""Who was asked says yes or no: from the portal, or on paper that the office records."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoProposta
from selezioni_pon.models import Proposta
from selezioni_pon.rules.risposte import verifica_risposta
from selezioni_pon.services.incarichi.blocco import blocca_proposta, esigi_non_revocato


@transaction.atomic
def rispondi_proposta(
    *,
    autore: Contesto,
    adesso: datetime,
    proposta_id: int,
    versione: int,
    accetta: bool,
    motivo: str = "",
    altri_incarichi: str = "",
) -> Proposta:
    """Accept or refuse a post: who was asked may, until the last day. A reason is not owed.

    ``altri_incarichi``: what who works from outside declares with a yes; it is published.
    Raises Conflitto, AttoRifiutato after the term or the second time.
    """
    proposta = blocca_proposta(autore, proposta_id)
    _rispondi(
        autore, adesso, proposta, versione, autore.oggi, accetta=accetta, motivo=motivo,
        altri=altri_incarichi,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, oggetto=proposta,
        azione="accetta la proposta" if accetta else "rifiuta la proposta",
    )  # fmt: skip
    return proposta


@transaction.atomic
def registra_risposta(
    *,
    autore: Contesto,
    adesso: datetime,
    proposta_id: int,
    versione: int,
    accetta: bool,
    giorno: date,
    motivo: str = "",
    altri_incarichi: str = "",
) -> Proposta:
    """Record the answer that came on paper on a day: the office may, also after the term.

    Raises Conflitto, AttoRifiutato for a day out of time.
    """
    proposta = blocca_proposta(autore, proposta_id)
    _rispondi(
        autore, adesso, proposta, versione, giorno, accetta=accetta, motivo=motivo,
        altri=altri_incarichi,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, oggetto=proposta,
        azione="registra accettazione" if accetta else "registra rifiuto",
        dati={"arrivata_il": giorno.isoformat()},
    )  # fmt: skip
    return proposta


def _rispondi(
    autore: Contesto,
    adesso: datetime,
    proposta: Proposta,
    versione: int,
    giorno: date,
    *,
    accetta: bool,
    motivo: str,
    altri: str,
) -> None:
    esigi_letta(proposta, versione)
    esigi_non_revocato(proposta.candidatura.avviso)
    esigi(
        verifica_risposta(
            StatoProposta(proposta.stato),
            timezone.localdate(proposta.proposta_il),
            proposta.rispondere_entro,
            giorno,
            autore.oggi,
        )
    )
    stato = StatoProposta.ACCETTATA if accetta else StatoProposta.RIFIUTATA
    proposta.stato, proposta.risposta_il = stato.value, adesso
    proposta.risposta_di, proposta.motivo = autore.persona, motivo.strip()
    proposta.altri_incarichi = altri.strip() if accetta else ""
    proposta.save(
        update_fields=[
            "stato", "risposta_il", "risposta_di", "motivo", "altri_incarichi", "versione",
        ]
    )  # fmt: skip
