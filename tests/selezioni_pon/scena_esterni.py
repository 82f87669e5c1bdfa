"""A school with a call open to people of outside, and somebody who wants to apply."""

import re
from dataclasses import replace
from datetime import timedelta

from cpia.avvisi.models import Promemoria
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from selezioni_pon.enums import Fase
from selezioni_pon.models import Avviso
from selezioni_pon.services.esterni import DatiCandidato, chiedi_registrazione
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena import Scena

MARIO = DatiCandidato("Rossi", "Mario", "RSSMRA80A01H501U", "mario@example.it")
POI = ADESSO + timedelta(hours=1)


def esterno(casa: Scena, **altro) -> Avviso:
    """A call for people of outside; open unless another state is given."""
    stato = altro if {"scaduto", "concluso", "revocato"} & altro.keys() else {"pubblicato": True}
    return AvvisoFactory(istituto=casa.istituto, fase=Fase.ESTERNI.value, **stato | altro)


def chiede(casa: Scena, adesso=ADESSO, **altro) -> str:
    """Somebody asks; the code in the letter, empty where the letter leads to the office."""
    prima = set(Promemoria.objects.values_list("pk", flat=True))
    chiedi_registrazione(istituto=casa.istituto, adesso=adesso, dati=replace(MARIO, **altro))
    lettera = Promemoria.objects.exclude(pk__in=prima).first()
    trovato = re.search(r"/conferma/([^/\s]+)/", lettera.testo if lettera else "")
    return trovato[1] if trovato else ""


def candidato(casa: Scena, **altro) -> Persona:
    """Who holds the role, with a login."""
    persona = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    IncaricoFactory(
        istituto=casa.istituto, persona=persona, ruolo=Ruolo.CANDIDATO, cattedra=None,
        classe=None, dal=ADESSO.date(), al=ADESSO.date() + timedelta(days=365), **altro,
    )  # fmt: skip
    return persona
