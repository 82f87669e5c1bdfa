"""The two institutes in the database. A plugin of the tests that ask for it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from cpia.portale import errori
from cpia.scuola import orologio, queries
from cpia.scuola.models import Persona
from tests.accessi.mondo import Mondo, mondo
from tests.factories.scuola import ADESSO


@pytest.fixture(scope="module")
def mondo_intero(django_db_setup: None, django_db_blocker: Any) -> Iterator[Mondo]:
    """Made once: no test leaves anything in it."""
    with django_db_blocker.unblock(), transaction.atomic():
        fatto = mondo()
        salda()
        yield fatto
        transaction.set_rollback(True)


def salda() -> None:
    """Check now the keys of the rows made so far, whose check waits for the end.

    A test that settles its own would check these too, and forget it when it is undone: thousands
    of rows, once a request.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture(scope="module")
def ruoli_letti(mondo_intero: Mondo) -> Callable[[Persona, date], list[Any]]:
    """The roles of who asks, read once for the whole of a matrix.

    That they are read at every request is seen where a role is withdrawn.
    """
    return cache(queries.incarichi_del_giorno)


@pytest.fixture
def mondi(
    mondo_intero: Mondo, ruoli_letti: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Mondo]:
    """The world at the hour of the tests; what is done in it is undone."""
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)
    monkeypatch.setattr(queries, "incarichi_del_giorno", ruoli_letti)
    with transaction.atomic():
        yield mondo_intero
        transaction.set_rollback(True)
    # A word of thanks waits in a cookie for the next page, which may be of another test.
    for browser in mondo_intero.browser.values():
        browser.cookies.pop("messages", None)


@pytest.fixture
def ruoli_riletti(mondi: Mondo, ruoli_letti: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the portal: whoever asks is asked for the roles of now."""
    monkeypatch.setattr(queries, "incarichi_del_giorno", ruoli_letti.__wrapped__)


@pytest.fixture
def rifiuti_spogli(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal is its status: where thousands are asked for, the same page is not made anew."""

    def pagina(request: HttpRequest, modello: str, *, status: int) -> HttpResponse:
        return HttpResponse(modello, status=status)

    monkeypatch.setattr(errori, "render", pagina)
