"""Telling PostgreSQL who asks: for how long, what is restored, what is left to nobody."""

import pytest
from django.db import connection, transaction

from cpia.scuola import tenancy
from cpia.scuola.models import Istituto, Sede
from tests.accessi.righe import nuovo_istituto

pytestmark = pytest.mark.django_db


def impostato() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('app.istituto', true), current_setting('app.utente', true)"
        )
        return cursor.fetchone()


@pytest.fixture
def due() -> tuple[Istituto, Istituto]:
    istituti = nuovo_istituto(1), nuovo_istituto(2)
    for istituto in istituti:
        with tenancy.istituto_corrente(istituto.pk):
            Sede.objects.create(istituto=istituto, nome=istituto.slug)
    return istituti


def viste() -> list[str]:
    return list(Sede.objects.values_list("nome", flat=True))


def test_only_the_rows_of_the_institute_exist(due):
    for istituto in due:
        with tenancy.istituto_corrente(istituto.pk):
            assert viste() == [istituto.slug]


def test_the_former_institute_comes_back(due):
    primo, secondo = due
    with tenancy.istituto_corrente(primo.pk):
        with tenancy.istituto_corrente(secondo.pk):
            assert viste() == [secondo.slug]
        assert viste() == [primo.slug]


def test_the_former_institute_comes_back_after_a_failure(due):
    primo, secondo = due
    with tenancy.istituto_corrente(primo.pk):
        with pytest.raises(LookupError), tenancy.istituto_corrente(secondo.pk):
            raise LookupError
        assert viste() == [primo.slug]


def test_what_was_written_before_a_failure_is_undone(due):
    primo, _ = due
    with pytest.raises(TypeError), tenancy.istituto_corrente(primo.pk):
        Sede.objects.create(istituto=primo, nome="a metà").pk + ""
    with tenancy.istituto_corrente(primo.pk):
        assert viste() == [primo.slug]


def test_a_rollback_asked_for_inside_leaves_the_former_institute(due):
    primo, secondo = due
    with tenancy.istituto_corrente(primo.pk):
        with tenancy.istituto_corrente(secondo.pk):
            Sede.objects.create(istituto=secondo, nome="annullata")
            transaction.set_rollback(True)
        assert viste() == [primo.slug]


def test_who_asks_is_not_forgotten_by_a_change_of_institute(due):
    tenancy.imposta(istituto_id=None, utente_id=9)
    with tenancy.istituto_corrente(due[0].pk):
        assert impostato() == (str(due[0].pk), "9")
    assert impostato() == ("", "9")


def test_with_no_institute_told_nothing_exists(due):
    tenancy.imposta(istituto_id=None)
    assert viste() == []
    assert Sede.objects.count() == 0


def test_the_scheduler_walks_through_every_institute(due):
    tenancy.imposta(istituto_id=None)
    assert tenancy.id_degli_istituti() == [due[0].pk, due[1].pk]
