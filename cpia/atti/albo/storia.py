"""The history of the publications, and what the register calls their fields."""

from cpia.atti.albo import access
from cpia.atti.models import Pubblicazione
from cpia.atti.storie import registra_parole, registra_storia

CAMPI = {
    "dal": "dal",
    "al": "fino al",
    "file": "file",
    "file_rimossi": "impronte dei file tolti",
    "impronta": "impronta SHA-256",
    "pubblico": "lo vede il pubblico",
    "sostituita_da": "la sostituisce",
}


def registra() -> None:
    """Make them known to the register."""
    registra_storia(
        Pubblicazione._meta.label_lower,
        puo_vedere=access.puo_vedere_storia,
        nome=access.nome_nella_storia,
    )
    registra_parole(azioni={}, campi=CAMPI)
