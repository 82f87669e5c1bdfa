"""The acts of the outcome: decree, publication, complaints, end."""

from bonus_merito.services.atti.chiusura import annulla_decreto, archivia
from bonus_merito.services.atti.decreto import decreta
from bonus_merito.services.atti.istanze import presenta_istanza, rispondi_istanza
from bonus_merito.services.atti.pubblicazione import pubblica_esito
from bonus_merito.services.atti.rettifica import rettifica_procedura

__all__ = [
    "annulla_decreto",
    "archivia",
    "decreta",
    "presenta_istanza",
    "pubblica_esito",
    "rettifica_procedura",
    "rispondi_istanza",
]
