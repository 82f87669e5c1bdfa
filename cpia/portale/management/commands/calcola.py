"""``manage.py calcola KIND < in.json > out.json``: the pure rules, outside the browser."""

import io
import json
import sys

from django.core.management.base import BaseCommand, CommandParser

from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.registro import CALCOLI, calcola

USCITA_DATI_ERRATI = 2


class Command(BaseCommand):
    """Answers on standard output; on bad input one line per fault on standard error, exit 2.

    No database, no server: nothing is read but standard input, nothing is written elsewhere.
    """

    help = f"Calcola con le regole del portale: {', '.join(CALCOLI)}. Legge JSON, scrive JSON."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("tipo", nargs="?", help=f"che cosa calcolare: {', '.join(CALCOLI)}")

    def handle(self, *, tipo: str | None, **_opzioni: object) -> None:
        _in_utf8()
        try:
            risposta = calcola(tipo, sys.stdin.buffer.read() if sys.stdin else b"")
        except DatiErrati as errore:
            self.stderr.write(str(errore))
            sys.exit(USCITA_DATI_ERRATI)
        self.stdout.write(json.dumps(risposta, ensure_ascii=False, indent=2))


def _in_utf8() -> None:
    """Italian letters come out the same whatever the locale of the machine."""
    for canale in (sys.stdout, sys.stderr):
        if isinstance(canale, io.TextIOWrapper):
            canale.reconfigure(encoding="utf-8", errors="backslashreplace")
