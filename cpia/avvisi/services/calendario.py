"""The address of a person's calendar: made, shown once, read by a program, revoked."""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.avvisi.models import CalendarioPrivato
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona

BYTE_DEL_CODICE = 32


def impronta(codice: str) -> str:
    """What is kept of a code: who reads the database cannot read the calendar."""
    return hashlib.sha256(codice.encode()).hexdigest()


@transaction.atomic
def crea_calendario(*, autore: Contesto, adesso: datetime) -> str:
    """Give the person a new address; its code, which nobody will be shown again.

    A former address opens nothing from now on.
    """
    # One at a time also when there is no address yet: two clicks are two addresses, one good.
    Persona.objects.select_for_update(no_key=True).get(
        istituto=autore.istituto, pk=autore.persona.pk
    )
    _revoca(autore, adesso)
    codice = secrets.token_urlsafe(BYTE_DEL_CODICE)
    calendario = CalendarioPrivato.objects.create(
        istituto=autore.istituto,
        persona=autore.persona,
        impronta_codice=impronta(codice),
        creato_il=adesso,
    )
    annota(autore=autore, adesso=adesso, azione="crea calendario privato", oggetto=calendario)
    return codice


@transaction.atomic
def revoca_calendario(*, autore: Contesto, adesso: datetime) -> bool:
    """The person's address opens nothing from now on; whether there was one."""
    revocati = _revoca(autore, adesso)
    for calendario in revocati:
        annota(autore=autore, adesso=adesso, azione="revoca calendario privato", oggetto=calendario)
    return bool(revocati)


def _revoca(autore: Contesto, adesso: datetime) -> list[CalendarioPrivato]:
    validi = list(
        CalendarioPrivato.objects.select_for_update().filter(
            istituto=autore.istituto, persona=autore.persona, revocato_il__isnull=True
        )
    )
    for calendario in validi:
        calendario.revocato_il = adesso
        calendario.save(update_fields=["revocato_il"])
    return validi


@transaction.atomic
def leggi_calendario(
    *, istituto_id: int, codice: str, adesso: datetime
) -> CalendarioPrivato | None:
    """Whose calendar this code opens, and that it was read now; None for any other code.

    A login that was shut shuts its calendar too.
    """
    trovato = (
        CalendarioPrivato.objects.select_related("persona__istituto")
        .filter(
            istituto_id=istituto_id,
            impronta_codice=impronta(codice),
            revocato_il__isnull=True,
            persona__utente__is_active=True,
        )
        .first()
    )
    if trovato is not None:
        trovato.letto_il = adesso
        trovato.save(update_fields=["letto_il"])
    return trovato
