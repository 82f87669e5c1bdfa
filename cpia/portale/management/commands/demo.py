"""The demo's data, once: run again it finds them and only tells the accounts."""

import random
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from competenze.services.quadri import carica_quadro, quadri_spediti
from cpia.portale.dimostrazione import (
    albo,
    altre_scuole,
    anno,
    circolari,
    incarichi,
    organi,
    organi_aula,
    organi_convocazione,
    organi_delibere,
    organi_invio,
    organi_urna,
    organi_verbali,
    organi_voto,
    piano,
    regolamenti,
)
from cpia.portale.dimostrazione.rilevazione import avvia
from cpia.portale.dimostrazione.scuola import PASSWORD, costruisci
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.tenancy import istituto_corrente

SEME = 417


class Command(BaseCommand):
    help = "Popola la dimostrazione con persone inventate; rifatto, non cambia nulla."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUZIONE:
            raise CommandError("La dimostrazione non si carica in produzione.")
        istituto = Istituto.objects.get(slug="iis-antonietti")
        with istituto_corrente(istituto.pk):
            gia = Persona.objects.filter(istituto=istituto).exists()
        if not gia:
            self._popola(istituto)
        self._conti()

    @transaction.atomic
    def _popola(self, istituto: Istituto) -> None:
        caso = random.Random(SEME)  # noqa: S311 -- the same school on every machine
        for dati in quadri_spediti():
            carica_quadro(dati)
        with istituto_corrente(istituto.pk):
            scuola = costruisci(istituto, caso)
            albo.popola_prima(scuola)
            avvia(scuola, caso)
            anno.popola(scuola)
            circolari.popola(scuola)
            regolamenti.popola(istituto)
            incarichi.popola(istituto)
            albo.popola(scuola)
        altre_scuole.popola(caso)
        albo.popola_altra()
        anno.popola_comprensivo()
        circolari.popola_altra("ic-pinocchio-montesicuro")
        regolamenti.popola_altra("ic-pinocchio-montesicuro")
        incarichi.popola_altra("ic-pinocchio-montesicuro")
        organi.popola()
        organi_delibere.popola()
        organi_verbali.popola()
        organi_convocazione.popola()
        organi_aula.popola()
        organi_voto.popola()
        organi_invio.popola()
        organi_urna.popola()

    def _conti(self) -> None:
        self.stdout.write(f"Conti della dimostrazione, parola d’accesso {PASSWORD}")
        for conto in (*piano.CONTI, *altre_scuole.CONTI, *organi.CONTI):
            self.stdout.write(f"  {conto.email:<36} {conto.nome} {conto.cognome}, {conto.chi_e}")
