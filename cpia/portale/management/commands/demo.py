"""The demo's data, once: run again it finds them and only tells the accounts."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cpia.portale.dimostrazione import (
    altre_scuole,
    bonus_scuola_piano,
    organi,
    patto_piano,
    piano,
    selezioni_infanzia_piano,
    selezioni_procedure_piano,
)
from cpia.portale.dimostrazione.argomenti import ANTONIETTI, ARGOMENTI
from cpia.portale.dimostrazione.avvio import prepara, preparata_senza_segni
from cpia.portale.dimostrazione.scuola import PASSWORD


class Command(BaseCommand):
    help = "Popola la dimostrazione con persone inventate; rifatto, non cambia nulla."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUZIONE:
            raise CommandError("La dimostrazione non si carica in produzione.")
        if not preparata_senza_segni(ANTONIETTI):
            prepara(ARGOMENTI)
        self._conti()

    def _conti(self) -> None:
        self.stdout.write(f"Conti della dimostrazione, parola d’accesso {PASSWORD}")
        altri = (
            *organi.CONTI, *patto_piano.CONTI, *bonus_scuola_piano.CONTI,
            *selezioni_procedure_piano.CONTI, *selezioni_infanzia_piano.CONTI,
        )  # fmt: skip
        for conto in (*piano.CONTI, *altre_scuole.CONTI, *altri):
            self.stdout.write(f"  {conto.email:<36} {conto.nome} {conto.cognome}, {conto.chi_e}")
