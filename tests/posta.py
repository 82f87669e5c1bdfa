"""The mailbox that tests look into: what a real SMTP server has received."""

from email.message import EmailMessage
from pathlib import Path

from servizi.mail import MailFolder


class Posta:
    """Messages in order of arrival; `X-Destinatari` says who each was really sent to."""

    def __init__(self, path: Path):
        self.folder = MailFolder(path)

    @property
    def messaggi(self) -> list[EmailMessage]:
        """The messages received so far."""
        return [self.folder.message(name) for name in reversed(self.folder.names())]

    def svuota(self) -> None:
        """Forget what has arrived so far."""
        for name in self.folder.names():
            (self.folder.path / f"{name}.eml").unlink()
