"""The signature of who takes the post; with the last one the call is over."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoProposta
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import avviso_di
from selezioni_pon.rules.stipula import FIRMA, verifica_firma
from selezioni_pon.services.incarichi.blocco import blocca_contratto, esigi_non_revocato
from selezioni_pon.services.incarichi.conclusione import concludi_se_coperto


@transaction.atomic
def registra_firma(
    *, autore: Contesto, adesso: datetime, contratto_id: int, versione: int, firmato_il: date
) -> Contratto:
    """Record that the paper came back signed: who directs or the office may.

    When every post of the call is signed for, the call is concluded. Raises Conflitto,
    AttoRifiutato before it is issued, the second time, for a day that cannot be.
    """
    contratto = blocca_contratto(autore, contratto_id)
    esigi_letta(contratto, versione)
    documento = contratto.documento
    if documento is None or contratto.firmato_il is not None:
        testo = "Si firma una volta, la carta emessa: questo incarico è già firmato."
        if documento is None:
            testo = "Prima l’incarico si emette: poi la carta si firma."
        raise rifiuta("non_si_firma", testo, FIRMA)
    if contratto.proposta.stato != StatoProposta.ACCETTATA:
        raise rifiuta("cessata", "L’incarico è cessato: non si firma più.", FIRMA)
    esigi_non_revocato(avviso_di(contratto))
    esigi(verifica_firma(timezone.localdate(documento.emesso_il), firmato_il, autore.oggi))
    contratto.firmato_il = firmato_il
    contratto.save(update_fields=["firmato_il", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="registra firma dell’incarico", oggetto=contratto,
        dati={"firmato_il": firmato_il.isoformat()},
    )  # fmt: skip
    concludi_se_coperto(autore, adesso, avviso_di(contratto))
    return contratto
