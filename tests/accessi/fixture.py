"""The two institutes in the database. A plugin of the tests that ask for it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from cpia.scuola import orologio
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


@pytest.fixture
def mondi(mondo_intero: Mondo, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mondo]:
    """The world at the hour of the tests; what is done in it is undone."""
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)
    with transaction.atomic():
        yield mondo_intero
        transaction.set_rollback(True)
    # A word of thanks waits in a cookie for the next page, which may be of another test.
    for browser in mondo_intero.browser.values():
        browser.cookies.pop("messages", None)
