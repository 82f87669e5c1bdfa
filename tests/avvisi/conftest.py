"""A school in force for the whole test, and the app «prova» that knows what is due."""

import pytest
from servizi.config import free_port
from servizi.mail import MailFolder, catch_mail

from cpia.scuola.tenancy import istituto_corrente
from tests.avvisi import scena


@pytest.fixture
def scuola(db):
    """The school, with PostgreSQL told that its rows are the ones that exist."""
    di_prova = scena.scuola()
    with istituto_corrente(di_prova.istituto.pk):
        yield di_prova


@pytest.fixture
def controllo():
    """Notices of the app «prova» are always due."""
    with scena.controllo_di_prova():
        yield


class _Respinge(MailFolder):
    """A server that has no such mailbox as those named."""

    def __init__(self, path, respinti):
        super().__init__(path)
        self.respinti = respinti

    async def handle_RCPT(self, _server, _session, envelope, address, options):
        if address in self.respinti:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def posta_che_respinge(tmp_path, settings):
    """A real SMTP server that refuses for good the recipients put in this set."""
    respinti = set()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = free_port()
    server = catch_mail(_Respinge(tmp_path, respinti), settings.EMAIL_PORT)
    yield respinti
    server.stop()
