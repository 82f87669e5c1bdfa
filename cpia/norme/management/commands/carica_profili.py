"""``manage.py carica_profili``: the five schools that the programme ships, into the database."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cpia.norme.profili import PROFILI, ProfiloSconosciuto, profilo
from cpia.norme.services import EsitoCaricamento, carica_profilo


class Command(BaseCommand):
    help = "Carica gli istituti spediti col programma e i loro regolamenti; ripeterlo è innocuo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("profili", nargs="*", help=f"quali tra {', '.join(PROFILI)}")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            profili = [profilo(slug) for slug in options["profili"] or PROFILI]
        except ProfiloSconosciuto as errore:
            raise CommandError(str(errore)) from None
        for uno in profili:
            esito = carica_profilo(profilo=uno)
            if options["verbosity"]:
                self._racconta(uno.slug, esito)

    def _racconta(self, slug: str, esito: EsitoCaricamento) -> None:
        self.stdout.write(f"{slug}: {'nulla da cambiare' if esito.invariato else 'caricato'}")
        fatti = {
            "creato": esito.creati,
            "aggiornato": esito.aggiornati,
            "lasciato com’è": esito.lasciati,
        }
        for verbo, righe in fatti.items():
            for riga in righe:
                self.stdout.write(f"  {verbo}: {riga}")
