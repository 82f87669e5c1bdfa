from typing import Any

from django.core.management.base import BaseCommand

from competenze.services.quadri import carica_quadro, quadri_spediti


class Command(BaseCommand):
    help = "Carica i quadri di competenze del Ministero; rifatto, non cambia nulla."

    def handle(self, *args: Any, **options: Any) -> None:
        for dati in quadri_spediti():
            self.stdout.write(f"quadro: {carica_quadro(dati)}")
