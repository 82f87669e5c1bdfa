"""Speed of the board of a class: its data against one row by its key, its page against a page.

Makes its own PostgreSQL and fills it by generate_series: 27 students, 15 subjects and about
2,500 ratings a class, in `--classi` classes (60) and then in ten times as many. Every figure
is the lowest of many rounds that take turns, so that a busy machine slows all alike; the
targets are ratios between figures of the same run. `--classi 600` is the network at full size.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from http.cookies import SimpleCookie
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

# First of all: it chooses the folder and tells the settings, and loads Django.
from tests.ambiente import CONFIG, FOLDER, start_services, stop_services  # isort: split

import psycopg2
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import path
from servizi.config import APPLICATION, OWNER

from competenze import access
from competenze.models import ClasseRilevata
from competenze.queries.quadro import conteggi
from competenze.queries.quadro.caricamento import carica
from competenze.services.quadri import carica_quadro, quadri_spediti
from competenze.views.classi.quadro import contesto_quadro
from cpia import urls
from cpia.scuola import access as scuola
from cpia.scuola import orologio
from cpia.scuola.models import Istituto, Utente
from cpia.scuola.tenancy import istituto_corrente

STUDENTS, SUBJECTS = 27, 15
# Subjects 1 to 4 are languages: the first for all, the others for a third of the class each.
COMMON = """
INSERT INTO scuola_istituto (id, slug, tipo, denominazione, denominazione_breve, codice_fiscale,
    indirizzo, cap, comune, provincia, telefono, email, pec, sito)
VALUES (1, 'banco', 'superiore', 'Istituto', 'Istituto', '00000000000', '', '', 'Iseo', 'BS', '',
    '', '', '');
INSERT INTO scuola_annoscolastico (id, istituto_id, inizio) VALUES (1, 1, 2023);
INSERT INTO scuola_sede (id, istituto_id, nome, codice_meccanografico, indirizzo, comune)
VALUES (1, 1, 'Sede', '', '', '');
INSERT INTO scuola_corso (id, istituto_id, nome, sigla, ordinamento)
VALUES (1, 1, 'Corso', 'AFM', 'tecnico');
INSERT INTO scuola_disciplina (id, istituto_id, nome, lingua)
SELECT d, 1, 'Disciplina ' || d,
    coalesce((ARRAY['inglese', 'francese', 'tedesco', 'spagnolo'])[d], '')
FROM generate_series(1, 15) AS d;
INSERT INTO scuola_utente (id, password, is_superuser, email, is_active)
VALUES (1, '!', false, 'banco@scuola.example', true);
INSERT INTO scuola_persona (id, istituto_id, utente_id, cognome, nome, sesso, luogo_nascita,
    provincia_nascita, email)
SELECT p, 1, CASE WHEN p = 1 THEN 1 END, 'Docente ' || p, 'Ada', '', '', '', ''
FROM generate_series(1, 15) AS p;
INSERT INTO competenze_rilevazione (id, istituto_id, titolo, anno_scolastico_id, anno_di_corso,
    quadro_id, circolare, inserimento_dal, consultazione_dal, stato)
SELECT 1, 1, 'Classi seconde', 1, 2, id, '', '2024-05-31', '2024-06-03', 'aperta'
FROM competenze_quadrocompetenze;
INSERT INTO competenze_abbinamento (istituto_id, rilevazione_id, corso_id, disciplina_id,
    competenza_id)
SELECT 1, 1, 1, d, c.id FROM generate_series(1, 15) AS d, competenze_competenza AS c
WHERE d <= 4 OR NOT c.per_lingua;
"""
CLASSES = """
INSERT INTO scuola_classe (id, istituto_id, anno_scolastico_id, sede_id, corso_id, anno_di_corso,
    sezione)
SELECT k, 1, 1, 1, 1, 2, k::text FROM generate_series(%(first)s, %(last)s) AS k;
INSERT INTO scuola_persona (id, istituto_id, cognome, nome, sesso, luogo_nascita,
    provincia_nascita, email)
SELECT 15 + s, 1, 'Alunno ' || s, 'Primo', '', '', '', ''
FROM generate_series((%(first)s - 1) * 27 + 1, %(last)s * 27) AS s;
INSERT INTO scuola_iscrizione (id, istituto_id, persona_id, classe_id, dal)
SELECT s, 1, 15 + s, (s - 1) / 27 + 1, '2023-09-01'
FROM generate_series((%(first)s - 1) * 27 + 1, %(last)s * 27) AS s;
INSERT INTO scuola_gruppo (id, istituto_id, classe_id, tipo, nome)
SELECT (k - 1) * 3 + g, 1, k, 'lingua', 'gruppo ' || g
FROM generate_series(%(first)s, %(last)s) AS k, generate_series(1, 3) AS g;
INSERT INTO scuola_appartenenza (istituto_id, gruppo_id, iscrizione_id)
SELECT 1, (s - 1) / 27 * 3 + s %% 3 + 1, s
FROM generate_series((%(first)s - 1) * 27 + 1, %(last)s * 27) AS s;
INSERT INTO scuola_cattedra (id, istituto_id, classe_id, disciplina_id, gruppo_id)
SELECT (k - 1) * 15 + d, 1, k, d, CASE WHEN d BETWEEN 2 AND 4 THEN (k - 1) * 3 + d - 1 END
FROM generate_series(%(first)s, %(last)s) AS k, generate_series(1, 15) AS d;
INSERT INTO scuola_incarico (istituto_id, persona_id, ruolo, dal, atto, cattedra_id)
SELECT 1, d, 'docente', '2023-09-01', '', (k - 1) * 15 + d
FROM generate_series(%(first)s, %(last)s) AS k, generate_series(2, 15) AS d;
INSERT INTO competenze_classerilevata (id, istituto_id, rilevazione_id, classe_id, scrutinio_il,
    stato)
SELECT k, 1, 1, k, '2024-06-10 12:00+02', 'aperta' FROM generate_series(%(first)s, %(last)s) AS k;
INSERT INTO competenze_inserimento (id, istituto_id, classe_rilevata_id, cattedra_id, stato,
    motivo_riapertura, motivo_mancanza)
SELECT c, 1, (c - 1) / 15 + 1, c, 'aperto', '', ''
FROM generate_series((%(first)s - 1) * 15 + 1, %(last)s * 15) AS c;
INSERT INTO competenze_valutazione (istituto_id, inserimento_id, iscrizione_id, competenza_id,
    livello, motivo, versione, autore_id, modificata_il)
SELECT 1, (k - 1) * 15 + d, s, a.competenza_id,
    (ARRAY['A', 'B', 'B', 'C', 'C', 'D'])[(d * 7 + s * 5 + a.competenza_id * 3) %% 6 + 1],
    '', 1, d, '2024-06-01'
FROM generate_series(%(first)s, %(last)s) AS k, generate_series(1, 15) AS d,
    generate_series(1, 27) AS n, LATERAL (SELECT (k - 1) * 27 + n) AS i (s),
    competenze_abbinamento AS a
WHERE a.disciplina_id = d AND (d NOT BETWEEN 2 AND 4 OR s %% 3 = d - 2);
"""
COORDINATOR = """
INSERT INTO scuola_incarico (istituto_id, persona_id, ruolo, dal, atto, classe_id)
VALUES (1, 1, 'coordinatore', '2023-09-01', '', %s)
"""
# Checking a key for each of millions of rows would take most of the time, and measures nothing.
FOREIGN_KEYS = """
SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', conrelid::regclass::text, conname)
FROM pg_constraint WHERE contype = 'f' AND conrelid = 'competenze_valutazione'::regclass
"""


def create() -> None:
    """The tables, and what all classes share."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    carica_quadro(quadri_spediti()[0])
    connection.close()
    with owner() as cursor:
        cursor.execute(FOREIGN_KEYS)
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)
        cursor.execute(COMMON)
    connection.settings_dict["OPTIONS"]["assume_role"] = APPLICATION


@contextmanager
def owner() -> Iterator[Any]:
    with closing(psycopg2.connect(CONFIG.database_url(OWNER))) as session:
        session.autocommit = True
        yield session.cursor()


def fill(first: int, last: int) -> None:
    """Classes from ``first`` to ``last``, and the statistics of all tables."""
    with owner() as cursor:
        cursor.execute(CLASSES, {"first": first, "last": last})
        cursor.execute("VACUUM ANALYZE")


def board_data(number: int) -> tuple[Callable[[], object], Callable[[], object]]:
    """Read the counts of a class, and one row by its key: as the application reads them."""
    rilevata = loaded(number)
    classe = carica(rilevata, orologio.oggi())
    statement, parameters = conteggi.CONTEGGI, conteggi.parametri(classe)

    def read(sql: str, values: Any) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    row = "SELECT * FROM competenze_classerilevata WHERE id = %s"
    return lambda: read(statement, parameters), lambda: read(row, [number])


def loaded(number: int) -> ClasseRilevata:
    return ClasseRilevata.objects.select_related(
        "rilevazione__anno_scolastico", "classe__corso", "classe__sede", "congelata_da"
    ).get(pk=number)


def floor_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A page that loads session, person and one row: what every page of the portal costs."""
    rilevata = access.classe_consultabile(request.contesto, pk)
    return HttpResponse(render_to_string("privata.html", {"rilevata": rilevata}, request))


def pages(number: int) -> tuple[Callable[[], object], Callable[[], object]]:
    """The board and the floor page, asked of the WSGI application by who coordinates the class."""
    urls.urlpatterns.append(path("<slug:istituto>/pavimento/<int:pk>/", floor_page))
    client = Client()
    client.force_login(Utente.objects.get(pk=1))
    application = get_wsgi_application()

    def ask(address: str) -> None:
        def start_response(status: str, *_: object) -> None:
            if not status.startswith("200"):
                raise RuntimeError(f"{address}: {status}")

        response = application(environ(address, client.cookies), start_response)
        sum(len(piece) for piece in response)
        response.close()

    return (
        lambda: ask(f"/banco/competenze/classi/{number}/"),
        lambda: ask(f"/banco/pavimento/{number}/"),
    )


def environ(address: str, cookies: SimpleCookie) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_COOKIE": cookies.output(header="", sep=";").strip(),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }


def template(number: int) -> Callable[[], object]:
    """Only the writing out of the board, from what was read."""
    request = RequestFactory().get(f"/banco/competenze/classi/{number}/")
    request.user, request.istituto = Utente.objects.get(pk=1), Istituto.objects.get(pk=1)
    request.contesto = scuola.contesto(request, request.istituto)
    request.htmx = request.session = {}
    context = contesto_quadro(request, loaded(number))
    return lambda: render_to_string("competenze/quadro.html", context, request)


def lowest(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Milliseconds of each work, the lowest of the rounds in which they take turns."""
    found = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            found[name] = min(found[name], 1000 * (time.perf_counter() - start))
    return found


def rows(classes: int) -> list[tuple[str, str, str, float, float]]:
    """Figure, its value, the floor, the ratio, the target."""
    number = classes // 2 + 1
    fill(1, classes)
    with owner() as cursor:
        cursor.execute(COORDINATOR, [number])
    few = data_of(number)
    board, floor = pages(number)
    page = lowest({"board": board, "floor": floor}, 200)
    with istituto_corrente(1):
        page |= lowest({"template": template(number)}, 200)
    fill(classes + 1, 10 * classes)
    many = data_of(number)
    few_classes, many_classes = f"{classes} classes", f"{10 * classes} classes"
    return [
        row(f"board data, {few_classes}", few["data"], "row by key", few["key"], 15),
        row(f"board data, {many_classes}", many["data"], "row by key", many["key"], 15),
        row(f"board data, {many_classes}", many["data"], few_classes, few["data"], 1.2),
        row("page of the board", page["board"], "page with one row", page["floor"], 4.5),
        row("template of the board", page["template"], "its page", page["board"], 0.3),
    ]


def data_of(number: int) -> dict[str, float]:
    with istituto_corrente(1):
        data, key = board_data(number)
        return lowest({"data": data, "key": key}, 1500)


def row(
    figure: str, value: float, base: str, base_value: float, target: float
) -> tuple[str, str, str, float, float]:
    ratio = value / base_value
    return figure, f"{value:.3f} ms", f"{base} {base_value:.3f} ms", ratio, target


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--classi", type=int, default=60)
    classes = parser.parse_known_args()[0].classi
    settings.MFA_OBBLIGATORIA = False
    try:
        start_services(FOLDER)
        create()
        table = rows(classes)
    finally:
        connection.close()
        stop_services(FOLDER)
    print(f"{'figure':30}{'value':>10}  {'floor':30}{'ratio':>7}  {'target':9}")
    for figure, value, base, ratio, target in table:
        mark = "ok" if ratio <= target else "MISSED"
        print(f"{figure:30}{value:>10}  {base:30}{ratio:>7.2f}  {f'≤ {target:.2f}':9}{mark}")
    return 0 if all(ratio <= target for *_, ratio, target in table) else 1


if __name__ == "__main__":
    sys.exit(main())
