"""Speed of printing: certificates of a class against a plain use of the engine and reportlab.

Every figure is processor time of one certificate (two A4 pages, 928 words of descriptors),
the lowest of several rounds that take turns, so that a busy machine slows all alike. The
targets are ratios between figures of the same run.
"""

import gc
import io
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cpia.settings")

import django

django.setup()

import esempi_pdf
from django.conf import settings
from django.contrib.staticfiles import finders
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Image, Paragraph, SimpleDocTemplate, Table
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from competenze.documents.contesti import (
    FOGLIO_CERTIFICATO,
    ContestoCertificato,
    html_certificati,
    html_certificato,
)
from cpia.atti.pdf import Risorse, stampa

# Also in the worker processes, which only import this module.
settings.PORTALE_URL = esempi_pdf.PORTALE

IN_A_FILE = 25
ROUNDS = 5
MADE = datetime(2024, 6, 8, tzinfo=UTC)
AUTHOR = esempi_pdf.ISTITUTO.nome
CLASS = esempi_pdf.classe(IN_A_FILE)
FONT = "fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-{}.ttf"


def print_one(context: ContestoCertificato) -> bytes:
    html = html_certificato(context)
    return stampa(
        html, titolo=context.titolo, autore=AUTHOR, creato_il=MADE, foglio=FOGLIO_CERTIFICATO
    )


def print_class() -> bytes:
    html = html_certificati(CLASS, titolo="Classe")
    return stampa(html, titolo="Classe", autore=AUTHOR, creato_il=MADE, foglio=FOGLIO_CERTIFICATO)


def naive(context: ContestoCertificato) -> bytes:
    """The page with its style read anew each time, widths left to the content, no tags."""
    css = "".join(
        Path(finders.find(f"pdf/{sheet}.css")).read_text("utf-8")
        for sheet in ("base", FOGLIO_CERTIFICATO)
    ).replace("table-layout: fixed", "table-layout: auto")
    fonts, resources = FontConfiguration(), Risorse(portale=settings.PORTALE_URL)
    sheet = CSS(string=css, font_config=fonts, url_fetcher=resources)
    page = HTML(string=html_certificato(context), url_fetcher=resources)
    return page.write_pdf(stylesheets=[sheet], font_config=fonts)


class Numbered(Canvas):
    """Pages are kept until the last is known, so that each can say how many they are."""

    foot = ""

    def showPage(self) -> None:  # noqa: N802 - the name is reportlab's
        self.__dict__.setdefault("kept", []).append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self.kept, 1):
            self.__dict__.update(page)
            self.setFont("Titillium", 7.5)
            self.drawString(12 * mm, 8 * mm, self.foot)
            self.drawRightString(198 * mm, 8 * mm, f"Pagina {number} di {len(self.kept)}")
            super().showPage()
        super().save()


def floor(context: ContestoCertificato) -> bytes:
    """The same page by reportlab, word by word: no tags, no archive, no style sheet."""
    style = ParagraphStyle("corpo", fontName="Titillium", fontSize=8.5, leading=10.8)
    middle = ParagraphStyle("mezzo", parent=style, fontSize=9.5, leading=12.4, alignment=1)
    school, person, check = context.istituto, context.studente, context.verifica
    head = [
        f"<i>{school.ministero}</i>",
        f"<b>{school.nome}</b>",
        f"<b>{school.plesso}</b>",
        f"{school.indirizzo} – {school.telefono} – {school.codice_fiscale} – {school.pec}",
        "<b>CERTIFICAZIONE DELLE COMPETENZE IN ASSOLVIMENTO DELL’OBBLIGO DI ISTRUZIONE</b>",
        f"Anno scolastico {context.anno_scolastico}",
        f"Si certifica che {person.qualifica} <b>{person.cognome} {person.nome}</b>",
        f"nata a {person.luogo_nascita} il {person.data_nascita}, classe {context.classe}",
        "ha raggiunto, in assolvimento dell’obbligo di istruzione, i livelli di competenza "
        "di seguito illustrati.",
    ]
    titles = ("Competenza chiave", "Competenze in assolvimento dell’obbligo", "Livello")
    rows = [
        [Paragraph(f"<b>{title}</b>", style) for title in titles],
        *(
            [
                Paragraph(f"<b>{row.nome}</b>", style),
                [Paragraph(row.descrittore, style), Paragraph(f"<i>{row.nota}</i>", style)],
                [
                    Paragraph(f"{one.lingua} <b>{one.codice}</b> – {one.nome}", style)
                    for one in row.livelli
                ],
            ]
            for row in context.righe
        ),
    ]
    levels = [
        [Paragraph(f"<b>{one.codice} – {one.nome}</b>", style), Paragraph(one.testo, style)]
        for one in context.livelli
    ]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "#555555"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    square = Risorse(portale=settings.PORTALE_URL).fetch(f"qr:{check.indirizzo}").read()
    code = Image(io.BytesIO(square), 20 * mm, 20 * mm)
    sign = [Paragraph("Il Dirigente scolastico", middle), Paragraph(context.firma.nome, middle)]
    words = Paragraph(f"Questo documento si verifica: {check.codice} {check.indirizzo}", style)
    free = f"{person.qualifica} {context.riga_libera} (voce non compilata)."
    Numbered.foot = f"{school.nome} – {school.codice_meccanografico} – {check.codice}"
    written = io.BytesIO()
    margins = {"leftMargin": 12 * mm, "rightMargin": 12 * mm, "topMargin": 10 * mm}
    SimpleDocTemplate(written, pagesize=A4, bottomMargin=13 * mm, **margins).build(
        [
            *(Paragraph(line, middle) for line in head),
            Table(rows, colWidths=[31 * mm, 129 * mm, 26 * mm], style=grid, repeatRows=1),
            Table([[Paragraph(free, style)]], colWidths=[186 * mm], style=grid),
            Paragraph(f"{context.luogo}, {context.data_scrutinio}", style),
            Table([[code, words, sign]], colWidths=[24 * mm, 80 * mm, 82 * mm]),
            Table(levels, colWidths=[31 * mm, 155 * mm], style=grid),
        ],
        canvasmaker=Numbered,
    )
    return written.getvalue()


def seconds(work: Callable[[], object], times: int = 1) -> float:
    gc.collect()
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times


def _a_share(how_many: int) -> None:
    for context in CLASS[:how_many]:
        print_one(context)


def two_workers() -> float:
    """How many times the work of one process two warm processes do in the same wall time."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        # Both are warmed by work long enough that neither can take the other's share.
        list(pool.map(_a_share, [4, 4]))
        alone, together = [], []
        for _ in range(3):
            alone.append(_wall(pool, 1))
            together.append(_wall(pool, 2))
        return 2 * min(alone) / min(together)


def _wall(pool: ProcessPoolExecutor, workers: int) -> float:
    start = time.perf_counter()
    list(pool.map(_a_share, [IN_A_FILE] * workers))
    return time.perf_counter() - start


def measure() -> dict[str, float]:
    context = CLASS[0]
    works: dict[str, tuple[Callable[[], object], int, int]] = {
        "naive": (lambda: naive(context), 3, 1),
        "reportlab": (lambda: floor(context), 6, 1),
        "single": (lambda: print_one(context), 5, 1),
        "class": (print_class, 1, IN_A_FILE),
    }
    for work, _, _ in works.values():
        work()
    lowest = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, (work, times, pieces) in works.items():
            lowest[name] = min(lowest[name], 1000 * seconds(work, times) / pieces)
    return lowest


def rows() -> list[tuple[str, str, str, float, str, bool]]:
    """Figure, its value, the floor, the ratio, the target, reached or not."""
    ms = measure()
    workers = two_workers()
    return [
        _row("certificate in a class file", ms["class"], "naive", ms["naive"], 0.70),
        _row("certificate in a class file", ms["class"], "reportlab", ms["reportlab"], 7.0),
        _row("certificate on its own", ms["single"], "naive", ms["naive"], 0.85),
        ("two workers", "", "one worker", workers, "≥ 1.80", workers >= 1.8),
    ]


def _row(
    figure: str, value: float, base: str, base_value: float, target: float
) -> tuple[str, str, str, float, str, bool]:
    ratio = value / base_value
    return (
        figure,
        f"{value:.1f} ms",
        f"{base} {base_value:.1f} ms",
        ratio,
        f"≤ {target:.2f}",
        ratio <= target,
    )


def main() -> int:
    for name, cut in (("", "regular"), ("-Bold", "700"), ("-Italic", "italic")):
        pdfmetrics.registerFont(TTFont(f"Titillium{name}", finders.find(FONT.format(cut))))
    pdfmetrics.registerFontFamily(
        "Titillium", normal="Titillium", bold="Titillium-Bold", italic="Titillium-Italic"
    )
    table = rows()
    print(f"{'figure':30}{'value':>10}  {'floor':22}{'ratio':>7}  {'target':9}")
    for figure, value, base, ratio, target, reached in table:
        mark = "ok" if reached else "MISSED"
        print(f"{figure:30}{value:>10}  {base:22}{ratio:>7.2f}  {target:9}{mark}")
    return 0 if all(reached for *_, reached in table) else 1


if __name__ == "__main__":
    sys.exit(main())
