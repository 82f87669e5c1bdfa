"""The acts of the welcome: tutor, meetings, interview, proofs, help with Italian."""

from patto_formativo.services.accoglienza.incontri import (
    correggi_incontro,
    elimina_incontro,
    registra_incontro,
)
from patto_formativo.services.accoglienza.intervista import concludi_intervista, scrivi_risposta
from patto_formativo.services.accoglienza.prove import (
    correggi_prova,
    elimina_prova,
    registra_prova,
)
from patto_formativo.services.accoglienza.sostegno import scrivi_ore_in_piu, scrivi_sostegno
from patto_formativo.services.accoglienza.tutor import assegna_tutor

__all__ = [
    "assegna_tutor",
    "concludi_intervista",
    "correggi_incontro",
    "correggi_prova",
    "elimina_incontro",
    "elimina_prova",
    "registra_incontro",
    "registra_prova",
    "scrivi_ore_in_piu",
    "scrivi_risposta",
    "scrivi_sostegno",
]
