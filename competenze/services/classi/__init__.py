"""The acts on a class: to remind, to decide, to freeze, to deliberate, to reopen."""

from competenze.services.classi.congelamento import congela_classe, riapri_classe
from competenze.services.classi.decisioni import decidi_livello, ritira_decisione
from competenze.services.classi.delibere import delibera_livello
from competenze.services.classi.solleciti import (
    motiva_mancanza,
    ritira_solleciti,
    sollecita,
    togli_motivo_mancanza,
)

__all__ = [
    "congela_classe",
    "decidi_livello",
    "delibera_livello",
    "motiva_mancanza",
    "riapri_classe",
    "ritira_decisione",
    "ritira_solleciti",
    "sollecita",
    "togli_motivo_mancanza",
]
