"""A school with who writes circulars, who signs them and who receives them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.test import Client

from cpia.avvisi.circolari.services import (
    DatiCircolare,
    prepara_circolare,
    pubblica_circolare,
)
from cpia.avvisi.models import Circolare
from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Legame, Ruolo
from cpia.scuola.models import Iscrizione, Persona, Responsabilita
from tests.avvisi.scena import INIZIO, MERCOLEDI, Scuola, contesto, incarico, persona

ENTRO = date(2024, 6, 7)


@dataclass(frozen=True)
class Ufficio:
    """The school with its dirigente and its secretary, a student and a parent of the class."""

    scuola: Scuola
    dirigente: Persona
    segretaria: Persona
    studente: Persona
    madre: Persona

    @property
    def dirige(self) -> Contesto:
        return contesto(self.dirigente)

    @property
    def scrive(self) -> Contesto:
        return contesto(self.segretaria)

    @property
    def docente(self) -> Persona:
        return self.scuola.docente


def ufficio(scuola: Scuola) -> Ufficio:
    """Add them to the school of the scene."""
    istituto = scuola.istituto
    dirigente, segretaria = persona(istituto, "Marzia", "Tolomei"), persona(istituto, "Nadia")
    incarico(dirigente, Ruolo.DIRIGENTE)
    incarico(segretaria, Ruolo.SEGRETERIA_DIDATTICA)
    studente, madre = persona(istituto, "Ettore", "Ghitti"), persona(istituto, "Irene", "Loda")
    Iscrizione.objects.create(istituto=istituto, persona=studente, classe=scuola.classe, dal=INIZIO)
    Responsabilita.objects.create(
        istituto=istituto, studente=studente, adulto=madre, legame=Legame.GENITORE, dal=INIZIO
    )
    return Ufficio(scuola, dirigente, segretaria, studente, madre)


def dati(**altro: object) -> DatiCircolare:
    """A circular for all the teachers, which asks that it be read."""
    return DatiCircolare(
        **{
            "tipo": "personale",
            "oggetto": "Calendario degli scrutini finali",
            "testo": "Si comunica il calendario.\n\nSi raccomanda la puntualità.",
            "ruoli": [Ruolo.DOCENTE],
            "riscontro": "presa_visione",
            "riscontro_entro": ENTRO,
        }
        | altro
    )


def bozza(ufficio: Ufficio, **altro: object) -> Circolare:
    """A draft by the secretary."""
    return prepara_circolare(autore=ufficio.scrive, adesso=MERCOLEDI, dati=dati(**altro))


def pubblicata(ufficio: Ufficio, **altro: object) -> Circolare:
    """A circular published by the dirigente."""
    return pubblica_circolare(
        autore=ufficio.dirige, adesso=MERCOLEDI, circolare_id=bozza(ufficio, **altro).pk
    )


def browser(ufficio: Ufficio) -> Callable[..., Any]:
    """``vai(persona, "circolari/", dati)``: what the page answers; with data it is posted."""

    def vai(chi: Persona | None, percorso: str, corpo: Any = None, **altro: Any) -> Any:
        cliente = Client()
        if chi:
            cliente.force_login(chi.utente)
        indirizzo = f"/{ufficio.scuola.istituto.slug}/{percorso}"
        risposta = (
            cliente.get(indirizzo, **altro) if corpo is None else cliente.post(indirizzo, corpo)
        )
        tenancy.imposta(istituto_id=ufficio.scuola.istituto.pk)
        return risposta

    return vai
