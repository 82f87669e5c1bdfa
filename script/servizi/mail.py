"""The mail of the demo: a real SMTP server that writes every message into a folder."""

import itertools
import time
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from servizi.config import HOST


class MailFolder:
    """Messages kept as .eml files, named so that their order is that of arrival."""

    def __init__(self, path: Path):
        self.path = path
        self._numbers = itertools.count()

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Write one message; the name appears only when the file is whole."""
        name = f"{time.time_ns():020}-{next(self._numbers):06}"
        draft = self.path / f".{name}"
        draft.write_bytes(_with_recipients(envelope))
        draft.rename(self.path / f"{name}.eml")
        return "250 OK"

    def names(self) -> list[str]:
        """Return the names of the messages, the last arrived first."""
        return sorted((path.stem for path in self.path.glob("*.eml")), reverse=True)

    def message(self, name: str) -> EmailMessage:
        """Return one message. Raise KeyError if there is none of that name."""
        if name not in self.names():
            raise KeyError(name)
        with (self.path / f"{name}.eml").open("rb") as file:
            return BytesParser(policy=policy.default).parse(file)


def catch_mail(folder: MailFolder, port: int) -> Controller:
    """Start to receive mail on a port of the loopback address; `.stop()` ends it."""
    controller = Controller(folder, hostname=HOST, port=port, ready_timeout=20)
    controller.start()
    return controller


def _with_recipients(envelope: Envelope) -> bytes:
    """Put before the message who it was really for, which its own headers may not say."""
    recipients = ", ".join(envelope.rcpt_tos).encode()
    return b"X-Destinatari: " + recipients + b"\r\n" + (envelope.original_content or b"")
