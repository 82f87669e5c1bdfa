"""The copies of production, exercised: taken, lost the server, put back, nothing is missing."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

import psycopg2
import pytest
from servizi.config import APPLICATION, HOST, OWNER, Config, load_config
from servizi.folder import make_folder
from servizi.modello import with_tables
from servizi.postgres import start_postgres
from servizi.processes import wait_until
from servizi.programs import Programs

from tests.ambiente import FOLDER

RADICE = Path(__file__).parents[2]
COPIA, PAROLA = "cpia_copia", "parola-della-copia"
PROGRAMMI = Programs()
LISTA = re.compile(r"\(ARRAY\[([^]]*)\]\)::text\[\]")


def _senza_giro(vincolo: str) -> str:
    """A check as it is written after a dump: PostgreSQL moves the cast of a list to its members."""
    return LISTA.sub(
        lambda lista: ", ".join(f"({voce})::text" for voce in lista[1].split(", ")).join(
            ("ARRAY[", "]")
        ),
        vincolo,
    )


class Produzione:
    """A server that archives its log, with the folders and the scripts of production."""

    def __init__(self) -> None:
        self.luogo = Path(mkdtemp(dir=FOLDER))
        self.luogo.chmod(0o711)
        self.dati = make_folder(self.luogo / "dati")
        self.config: Config = load_config(self.dati)
        for nome in ("archivio", "copie", "media"):
            (self.luogo / nome).mkdir()
        self.del_server(self.luogo / "archivio")
        self.scripts = self.luogo / "produzione"
        shutil.copytree(RADICE / "script" / "produzione", self.scripts)
        self.scripts.chmod(0o755)

    def del_server(self, cartella: Path) -> None:
        """Root's tests run the server as nobody, who must be able to write there."""
        if conto := PROGRAMMI.account:
            for percorso in [cartella, *cartella.rglob("*")]:
                os.chown(percorso, conto.uid, conto.gid)

    def prepara(self) -> None:
        """The role that copies and the archive, as ruoli.sh and compose make them."""
        start_postgres(self.dati, self.config, throwaway=True).stop()
        righe = [
            f"CREATE ROLE {COPIA} LOGIN REPLICATION BYPASSRLS PASSWORD '{PAROLA}'",
            f"GRANT pg_read_all_data, pg_monitor TO {COPIA}",
            "ALTER SYSTEM SET archive_mode = on",
            "ALTER SYSTEM SET archive_timeout = 1",
            "ALTER SYSTEM SET archive_command ="
            f" 'ARCHIVIO={self.luogo}/archivio {self.scripts}/archivia %p %f'",
        ]
        PROGRAMMI.run(
            "postgres", "--single", "-D", str(self.dati / "postgres"),
            "-c", "exit_on_error=true", "postgres", text="".join(f"{r}\n" for r in righe),
        )  # fmt: skip

    def esegui(self, nome: str, *argomenti: str) -> subprocess.CompletedProcess[str]:
        ambiente = {
            "PATH": f"{PROGRAMMI.folder}:{os.environ['PATH']}",
            "ARCHIVIO": str(self.luogo / "archivio"),
            "COPIE": str(self.luogo / "copie"),
            "MEDIA_ROOT": str(self.luogo / "media"),
            "PGHOST": HOST,
            "PGPORT": str(self.config.postgres_port),
            "PGUSER": COPIA,
            "PGPASSWORD": PAROLA,
            "PGDATABASE": "cpia",
        }
        return subprocess.run(
            [str(self.scripts / nome), *argomenti],
            env=ambiente,
            capture_output=True,
            text=True,
            check=False,
        )

    def popola(self) -> None:
        """The tables of the portal with the five schools of the demo."""
        with_tables(self.config, partial(self._comando, OWNER, "migrate", "--verbosity", "0"))
        for comando in ("carica_profili", "demo"):
            self._comando(APPLICATION, comando)

    def _comando(self, ruolo: str, *comando: str) -> None:
        subprocess.run(
            [sys.executable, "manage.py", *comando],
            cwd=RADICE,
            env={
                **os.environ,
                **self.config.variables(),
                "CPIA_DATI": str(self.dati),
                "DATABASE_URL": self.config.database_url(ruolo),
            },
            check=True,
            capture_output=True,
        )

    def chiedi(self, ruolo: str, frase: str, nome: str = "cpia") -> list[tuple]:
        url = self.config.database_url(ruolo, nome)
        if ruolo == COPIA:
            url = f"postgres://{COPIA}:{PAROLA}@{HOST}:{self.config.postgres_port}/{nome}"
        with closing(psycopg2.connect(url)) as sessione, sessione as transazione:
            cursore = transazione.cursor()
            cursore.execute(frase)
            return cursore.fetchall() if cursore.description else []

    def fotografia(self, nome: str = "cpia") -> dict[str, object]:
        """Every table with how many rows and a hash of all of them; every policy and constraint."""
        tabelle = [
            tabella
            for (tabella,) in self.chiedi(
                COPIA, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", nome
            )
        ]
        return {
            "righe": {
                tabella: self.chiedi(
                    COPIA,
                    "SELECT count(*), md5(coalesce(string_agg(r::text, '|' ORDER BY r::text), ''))"
                    f' FROM "{tabella}" r',
                    nome,
                )
                for tabella in tabelle
            },
            "muro": sorted(
                self.chiedi(
                    COPIA,
                    "SELECT tablename, policyname, roles::text, cmd, qual, with_check"
                    " FROM pg_policies",
                    nome,
                ),
                key=repr,
            ),
            "vincoli": sorted(
                (tabella, vincolo, _senza_giro(come))
                for tabella, vincolo, come in self.chiedi(
                    COPIA,
                    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
                    " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
                    nome,
                )
            ),
            "forzato": self.chiedi(
                COPIA, "SELECT count(*) FROM pg_class WHERE relforcerowsecurity", nome
            ),
        }


@pytest.fixture(scope="module")
def produzione() -> Iterator[Produzione]:
    fatta = Produzione()
    fatta.prepara()
    yield fatta
    shutil.rmtree(fatta.luogo, ignore_errors=True)


def _archiviato(produzione: Produzione) -> None:
    """Wait until the log of what was just written is in the archive."""
    [(prima,)] = produzione.chiedi(COPIA, "SELECT pg_current_wal_lsn()::text")
    segmento = produzione.chiedi(COPIA, f"SELECT pg_walfile_name('{prima}')")[0][0]
    assert wait_until((produzione.luogo / "archivio" / segmento).exists, 30)


def test_lost_and_put_back_nothing_is_missing(produzione):
    server = start_postgres(produzione.dati, produzione.config, throwaway=True)
    try:
        produzione.popola()
        carta = produzione.luogo / "media" / "documenti" / "certificato.pdf"
        carta.parent.mkdir()
        carta.write_bytes(b"%PDF-1.7 certificato")
        esito = produzione.esegui("copia")
        assert esito.returncode == 0, esito.stderr
        copia = Path(esito.stdout.strip())

        # Work goes on after the copy of the night: only the archive of the log has it.
        produzione.chiedi(OWNER, "UPDATE scuola_istituto SET telefono = '071 417417'")
        attesa = produzione.fotografia()
        _archiviato(produzione)
        sano = produzione.esegui("copie", "salute")
        assert sano.returncode == 0, sano.stderr
    finally:
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
    (produzione.dati / "postgres").rename(produzione.luogo / "perduto")

    inizio = time.monotonic()
    rimessi = produzione.dati / "postgres"
    media = produzione.luogo / "media-rimessi"
    esito = produzione.esegui("ripristina", str(copia), str(rimessi), str(media))
    assert esito.returncode == 0, esito.stderr
    produzione.del_server(rimessi)
    server = start_postgres(produzione.dati, produzione.config, throwaway=True)
    try:
        pronto = "SELECT NOT pg_is_in_recovery()"
        assert wait_until(lambda: produzione.chiedi(COPIA, pronto) == [(True,)], 60)
        assert time.monotonic() - inizio < 30 * 60
        assert produzione.fotografia() == attesa
        assert attesa["righe"]["scuola_persona"][0][0] > 300
        assert (media / "documenti" / "certificato.pdf").read_bytes() == carta.read_bytes()
        # The wall stands again: the application without an institute sees nobody.
        assert produzione.chiedi(APPLICATION, "SELECT count(*) FROM scuola_persona") == [(0,)]
        _il_dump_si_carica(produzione, copia, attesa)
    finally:
        server.stop()


def _il_dump_si_carica(produzione: Produzione, copia: Path, attesa: dict) -> None:
    """The dump of the same night, in a database of its own: all but what came after."""
    with closing(psycopg2.connect(produzione.config.database_url(OWNER, "postgres"))) as sessione:
        sessione.autocommit = True
        sessione.cursor().execute("CREATE DATABASE cpia_due")
    caricato = subprocess.run(
        [
            str(PROGRAMMI.folder / "pg_restore"), "--exit-on-error", "--no-comments",
            "--dbname", produzione.config.database_url(OWNER, "cpia_due"), str(copia / "cpia.dump"),
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert caricato.returncode == 0, caricato.stderr
    trovata = produzione.fotografia("cpia_due")
    diverse = {t for t, righe in attesa["righe"].items() if trovata["righe"][t] != righe}
    assert diverse == {"scuola_istituto"}
    assert {c: trovata[c] for c in ("muro", "vincoli", "forzato")} == {
        c: attesa[c] for c in ("muro", "vincoli", "forzato")
    }


def test_a_copy_that_was_touched_is_not_put_back(produzione, tmp_path):
    copia = tmp_path / "copia"
    (copia / "base").mkdir(parents=True)
    (copia / "cpia.dump").write_bytes(b"uno")
    (copia / "impronte").write_text(
        "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  cpia.dump\n"
    )
    esito = produzione.esegui("ripristina", str(copia), str(tmp_path / "d"), str(tmp_path / "m"))
    assert esito.returncode != 0
    assert "cpia.dump" in esito.stderr + esito.stdout


def test_nothing_is_put_back_over_what_is_there(produzione, tmp_path):
    (tmp_path / "piena").mkdir()
    (tmp_path / "piena" / "qualcosa").write_text("di mio")
    esito = produzione.esegui(
        "ripristina", str(tmp_path), str(tmp_path / "piena"), str(tmp_path / "m")
    )
    assert esito.returncode != 0
    assert "non è vuota" in esito.stderr


@pytest.mark.parametrize(
    ("gia", "esito"), [(None, 0), (b"segmento", 0), (b"un altro", 1)], ids=["nuovo", "c'è", "altro"]
)
def test_a_segment_is_archived_once_and_never_overwritten(produzione, tmp_path, gia, esito):
    segmento = tmp_path / "000000010000000000000001"
    segmento.write_bytes(b"segmento")
    archivio = tmp_path / "archivio"
    archivio.mkdir()
    if gia is not None:
        (archivio / segmento.name).write_bytes(gia)
    fatto = subprocess.run(
        [str(RADICE / "script" / "produzione" / "archivia"), str(segmento), segmento.name],
        env={"PATH": os.environ["PATH"], "ARCHIVIO": str(archivio)},
        check=False,
    )
    assert fatto.returncode == esito
    assert (archivio / segmento.name).read_bytes() == (b"segmento" if gia is None else gia)
    assert [f.name for f in archivio.iterdir()] == [segmento.name]
