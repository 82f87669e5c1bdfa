"""The acts on a request: written as a draft, sent, taken back."""

from bonus_merito.services.richieste.bozza import (
    comincia_richiesta,
    salva_attivita,
    scegli_gruppo,
    togli_attivita,
)
from bonus_merito.services.richieste.gruppo import gruppo_d_ufficio
from bonus_merito.services.richieste.invio import (
    invia_richiesta,
    riapri_richiesta,
    ritira_richiesta,
)
from bonus_merito.services.richieste.prove import (
    DatiProva,
    aggiungi_prova,
    leggi_prova,
    togli_prova,
)

__all__ = [
    "DatiProva",
    "aggiungi_prova",
    "comincia_richiesta",
    "gruppo_d_ufficio",
    "invia_richiesta",
    "leggi_prova",
    "riapri_richiesta",
    "ritira_richiesta",
    "salva_attivita",
    "scegli_gruppo",
    "togli_attivita",
    "togli_prova",
]
