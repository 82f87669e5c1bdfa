"""The bonus of a school year: criteria, money, requests, assessment, outcome."""

from bonus_merito.models.criteri import AreaDeiCriteri, Criteri, Criterio, Indicatore
from bonus_merito.models.esiti import Assegnazione, Istanza, Parita, Valutazione
from bonus_merito.models.procedure import Fondo, Procedura, Requisiti
from bonus_merito.models.richieste import Attivita, Prova, Richiesta

__all__ = [
    "AreaDeiCriteri",
    "Assegnazione",
    "Attivita",
    "Criteri",
    "Criterio",
    "Fondo",
    "Indicatore",
    "Istanza",
    "Parita",
    "Procedura",
    "Prova",
    "Requisiti",
    "Richiesta",
    "Valutazione",
]
