"""The second wall between institutes: what PostgreSQL is told about who is asking.

The policies of row-level security compare ``istituto_id`` with the setting ``app.istituto``.
It is set for one transaction only, so a pooled connection never carries it to somebody else.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from cpia.scuola.models import Istituto

RUOLO_APPLICAZIONE = "cpia_app"


def imposta(*, istituto_id: int | None, utente_id: int | None = None) -> None:
    """Tell PostgreSQL, until the end of this transaction, which rows exist."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.istituto', %s, true), set_config('app.utente', %s, true)",
            [str(istituto_id or ""), str(utente_id or "")],
        )


def _attuale() -> tuple[int | None, int | None]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nullif(current_setting('app.istituto', true), '')::bigint,"
            " nullif(current_setting('app.utente', true), '')::bigint"
        )
        istituto_id, utente_id = cursor.fetchone()
    return istituto_id, utente_id


@contextmanager
def istituto_corrente(istituto_id: int) -> Iterator[None]:
    """Work for one institute outside a request: one transaction, the former value restored."""
    with transaction.atomic():
        prima, utente = _attuale()
        imposta(istituto_id=istituto_id, utente_id=utente)
        yield
        # A rollback restores it by itself, and in a broken transaction nothing runs any more.
        if not connection.needs_rollback:
            imposta(istituto_id=prima, utente_id=utente)


def id_degli_istituti() -> list[int]:
    """The institutes of the network, for the ticks of the scheduler.

    This one table has no policy: with no institute set any other would look empty, silently.
    """
    return list(Istituto.objects.order_by("id").values_list("pk", flat=True))
