"""The number of the tenured staff, corrected while nothing is decreed."""

from datetime import datetime

from django.db import transaction

from bonus_merito.enums import StatoProcedura
from bonus_merito.models import Procedura
from bonus_merito.rules.richiesta import QUANTI
from bonus_merito.services.procedure.blocco import blocca_procedura, compiuto
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto

S = StatoProcedura
SI_CORREGGE = (S.APERTA, S.IN_VALUTAZIONE)


@transaction.atomic
def correggi_in_servizio(
    *, autore: Contesto, adesso: datetime, procedura_id: int, in_servizio: int, motivo: str
) -> Procedura:
    """Write again how many are tenured, with a reason: the beneficiaries are measured on it.

    Of the dirigente, from the opening to the decree; the register keeps the number of before, the
    new one and the reason. Raises AttoRifiutato.
    """
    procedura = blocca_procedura(autore, procedura_id, *SI_CORREGGE)
    if in_servizio < 1:
        raise rifiuta("in_servizio", "Scrivi quanti sono di ruolo.", QUANTI, "in_servizio")
    if in_servizio == procedura.in_servizio:
        raise rifiuta("uguale", "Sono già così.", QUANTI, "in_servizio")
    if not motivo.strip():
        raise rifiuta("motivo", "Scrivi perché si corregge.", QUANTI, "motivo")
    prima, procedura.in_servizio = procedura.in_servizio, in_servizio
    return compiuto(
        autore, adesso, procedura, "corregge personale di ruolo", "in_servizio",
        prima={"in_servizio": prima}, dopo={"in_servizio": in_servizio}, motivo=motivo.strip(),
    )  # fmt: skip
