"""The tests themselves run with the rights of the application, not with those of the owner."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import ProgrammingError, connection, transaction


def ruolo() -> tuple[str, bool, bool]:
    """Return the role in force on this thread's connection, and whether it has dangerous rights."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        return cursor.fetchone()


@pytest.mark.django_db
def test_a_test_runs_as_the_application():
    assert ruolo() == ("cpia_app", False, False)


@pytest.mark.django_db(transaction=True)
def test_a_transactional_test_runs_as_the_application_in_every_thread():
    def in_a_thread() -> tuple[str, bool, bool]:
        try:
            return ruolo()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        roles = [pool.submit(in_a_thread).result() for _ in range(2)]
    assert [ruolo(), *roles] == [("cpia_app", False, False)] * 3


@pytest.mark.django_db
def test_the_application_owns_no_table():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = 'cpia_app'")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = 'cpia_proprietario'")
        assert cursor.fetchone()[0] > 10


@pytest.mark.django_db
def test_the_application_cannot_truncate():
    table = ContentType._meta.db_table
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"TRUNCATE {table} CASCADE")


def test_the_owner_is_there_for_as_long_as_it_is_asked(proprietario):
    with proprietario():
        assert ruolo()[0] == "cpia_proprietario"
    assert ruolo()[0] == "cpia_app"


def test_an_error_as_the_owner_gives_the_role_back(proprietario):
    with pytest.raises(ProgrammingError), transaction.atomic(), proprietario():
        connection.cursor().execute("SELECT * FROM does_not_exist")
    assert ruolo()[0] == "cpia_app"


@pytest.mark.parametrize("extension", ["unaccent", "pg_trgm", "btree_gist"])
@pytest.mark.django_db
def test_the_extensions_are_there(extension):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_extension WHERE extname = %s", [extension])
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", [1, 2])
def test_a_transactional_test_leaves_nothing_behind(round_):
    ContentType.objects.get_or_create(app_label="prova", model="traccia")
    assert ContentType.objects.filter(app_label="prova").count() == 1
    if round_ == 2:
        assert not ContentType.objects.filter(app_label="prova", model="altra").exists()
    ContentType.objects.create(app_label="prova2", model=f"m{round_}")
    assert ContentType.objects.filter(app_label="prova2").count() == 1
