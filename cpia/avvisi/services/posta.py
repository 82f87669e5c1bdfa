"""A mail of the portal to one person or address: headers, and what a refusal of it means."""

import hashlib
from collections.abc import Iterable
from email.mime.text import MIMEText
from email.utils import formataddr
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected

from django.conf import settings
from django.core.mail import EmailMessage

from cpia.avvisi.models import Promemoria
from cpia.avvisi.registri import AllegatoPosta
from cpia.scuola.models import Persona

NON_RIPROVARE = 500  # SMTP answers from here on are final (RFC 5321, 4.2.1)


def recapito(persona: Persona) -> str:
    """The person's mailbox, or that of the login; empty for who has none or may not sign in."""
    if persona.utente is None:
        return persona.email
    return (persona.email or persona.utente.email) if persona.utente.is_active else ""


def casella(promemoria: Promemoria) -> str:
    """The mailbox of who a notice is for, person or bare address; empty for who has none."""
    if promemoria.destinatario is None:
        return promemoria.email
    return recapito(promemoria.destinatario)


def messaggio(
    a: Persona | str,
    *,
    oggetto: str,
    testo: str,
    message_id: str,
    allegati: Iterable[AllegatoPosta] = (),
) -> EmailMessage | None:
    """A message ready to leave, to a person (``utente`` loaded) or to a bare address.

    None for who has no mailbox.
    """
    dove = a if isinstance(a, str) else recapito(a)
    if not dove:
        return None
    chi = dove if isinstance(a, str) else formataddr((_su_una_riga(a.nome_e_cognome), dove))
    return EmailMessage(
        subject=_su_una_riga(oggetto),
        body=testo,
        to=[chi],
        headers={"Message-ID": message_id, "Auto-Submitted": "auto-generated"},
        attachments=[_parte(allegato) for allegato in allegati],
    )


def _parte(allegato: AllegatoPosta) -> MIMEText:
    parte = MIMEText(allegato.testo, allegato.sottotipo, "utf-8")
    for nome, valore in allegato.parametri.items():
        parte.set_param(nome, valore)
    parte.add_header("Content-Disposition", "attachment", filename=allegato.nome)
    return parte


def message_id(istituto_id: int, chiave: str) -> str:
    """The same for every copy of what has this key in the institute."""
    impronta = hashlib.sha256(f"{istituto_id}/{chiave}".encode()).hexdigest()
    return f"<{impronta[:40]}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].strip('>')}>"


def respinta(errore: OSError) -> bool:
    """Whether the mailbox does not exist: it is not tried again, while a server that is down is."""
    return isinstance(errore, SMTPRecipientsRefused) and all(
        codice >= NON_RIPROVARE for codice, _ in errore.recipients.values()
    )


def ferma(errore: OSError) -> bool:
    """Whether no mail at all can leave for now: nobody answers, or the server hangs up."""
    return not isinstance(errore, SMTPException) or isinstance(errore, SMTPServerDisconnected)


def _su_una_riga(testo: str) -> str:
    """A line break in a header would begin another one."""
    return " ".join(testo.split())
