"""To withdraw a role."""

from datetime import date, datetime

from django.db import transaction

from cpia.scuola.access import Contesto
from cpia.scuola.incarichi import rules
from cpia.scuola.incarichi.queries import titoli
from cpia.scuola.incarichi.rules import Rifiuto
from cpia.scuola.incarichi.services.comuni import bloccato, dell_autore, esigi
from cpia.scuola.incarichi.services.effetti import fissa_termine, revoca_subito
from cpia.scuola.models import Incarico


@transaction.atomic
def revoca_incarico(
    *, autore: Contesto, adesso: datetime, incarico: Incarico, giorno: date, motivo: str
) -> Incarico:
    """Withdraw an incarico from a day on, for a reason; from today it takes effect at once.

    Whoever stands in for it loses it too. From today the sessions of the person are closed.
    Raises ``IncaricoRifiutato`` for a day gone by or without a reason.
    """
    incarico = bloccato(autore, incarico)
    titolo = titoli.come_titolo(incarico)
    esigi(
        dell_autore(autore, incarico),
        rules.giudica_revoca(titolo, giorno, motivo, autore.oggi),
        [Rifiuto("", "È già revocato.")] if incarico.revocato_il else [],
    )
    ultimo = rules.ultimo_giorno(titolo, giorno, autore.oggi)
    perche = {"giorno": giorno.isoformat(), "motivo": motivo.strip()}
    if ultimo is None:
        revoca_subito(autore, adesso, incarico, perche)
    else:
        fissa_termine(autore, adesso, incarico, ultimo, azione="revoca incarico", perche=perche)
    return incarico
