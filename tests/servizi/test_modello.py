"""The copy of the empty tables: made by who starts first, read by who comes after."""

from contextlib import closing

import psycopg2
import pytest
from servizi import modello
from servizi.config import OWNER, Config, load_config
from servizi.modello import with_tables

from tests.servizi.test_postgres import acceso, chiedi, dati

__all__ = ["dati"]
TABELLE = (
    "CREATE TABLE IF NOT EXISTS django_migrations (name text);"
    "CREATE TABLE IF NOT EXISTS scuola (id bigint PRIMARY KEY);"
    "ALTER TABLE scuola ENABLE ROW LEVEL SECURITY; ALTER TABLE scuola FORCE ROW LEVEL SECURITY;"
    "INSERT INTO django_migrations SELECT '0001' WHERE NOT EXISTS (SELECT FROM django_migrations)"
)


@pytest.fixture
def config(dati, monkeypatch, tmp_path):
    monkeypatch.setattr(modello, "user_cache_path", lambda *_, **__: tmp_path)
    config = load_config(dati)
    with acceso(dati, config):
        yield config


def migra(config: Config, visto: list[list[tuple]]) -> None:
    """What was there before, then the tables."""
    visto.append(chiedi(config, OWNER, "SELECT tablename FROM pg_tables WHERE tablename='scuola'"))
    chiedi(config, OWNER, TABELLE)


def svuota(config: Config) -> None:
    with closing(psycopg2.connect(config.database_url(OWNER))) as sessione, sessione as dentro:
        dentro.cursor().execute("DROP TABLE scuola, django_migrations")


def test_the_tables_are_made_once_and_then_read(config, tmp_path):
    visto: list[list[tuple]] = []
    with_tables(config, lambda: migra(config, visto))
    [copia] = tmp_path.glob("tabelle-*.sql")
    svuota(config)
    with_tables(config, lambda: migra(config, visto))
    # The second time they were there before the migrations ran, which run all the same.
    assert visto == [[], [("scuola",)]]
    assert chiedi(config, OWNER, "SELECT name FROM django_migrations") == [("0001",)]
    muro = "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = 'scuola'"
    assert chiedi(config, OWNER, muro) == [(True, True)]

    copia.write_text("questo non è SQL")
    with_tables(config, lambda: migra(config, visto))
    assert visto[2] == [("scuola",)]


def test_the_mark_follows_what_makes_the_tables(tmp_path, monkeypatch):
    migrazione = tmp_path / "cpia" / "scuola" / "migrations" / "0001_initial.py"
    migrazione.parent.mkdir(parents=True)
    migrazione.write_text("prima")
    monkeypatch.setattr(modello, "PROJECT", tmp_path)
    prima = modello._mark()
    assert modello._mark() == prima
    migrazione.write_text("dopo")
    assert modello._mark() != prima


def test_only_the_last_copies_are_kept(config, tmp_path, monkeypatch):
    for numero in range(5):
        monkeypatch.setattr(modello, "_mark", lambda numero=numero: f"segno{numero}")
        with_tables(config, lambda: migra(config, []))
        svuota(config)
    assert len(list(tmp_path.glob("tabelle-*.sql"))) == modello.KEPT
    assert not list(tmp_path.glob("*.nuova"))
