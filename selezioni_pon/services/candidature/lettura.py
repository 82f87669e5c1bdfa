"""Reading what somebody else sent is an act: the register keeps it."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.scuola.access import Contesto
from selezioni_pon.models import AllegatoInviato, Invio
from selezioni_pon.services.candidature.allegati import leggi_allegato


@transaction.atomic
def leggi_inviata(*, autore: Contesto, adesso: datetime, invio: Invio) -> None:
    """Write that the page of what was sent was opened, by who did not send it."""
    if invio.candidatura.persona_id != autore.persona.pk:
        annota(
            autore=autore, adesso=adesso, azione="legge candidatura", oggetto=invio.candidatura,
            dati={"invio": invio.pk},
        )  # fmt: skip


@transaction.atomic
def leggi_allegato_inviato(
    *, autore: Contesto, adesso: datetime, inviato: AllegatoInviato
) -> bytes:
    """The bytes of a file that was sent; the reading of who did not send it is written.

    Raises ByteAlterati when they are not those that were kept.
    """
    contenuto = leggi_allegato(inviato.allegato)
    candidatura = inviato.invio.candidatura
    if candidatura.persona_id != autore.persona.pk:
        annota(
            autore=autore, adesso=adesso, azione="legge allegato della candidatura",
            oggetto=candidatura,
            dati={"invio": inviato.invio_id, "allegato": inviato.allegato_id},
        )  # fmt: skip
    return contenuto
