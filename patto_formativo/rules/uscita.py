"""Who leaves a path by asking it: for a minor who asks, and why.

Source: Regolamento d’istituto (CPIA Napoli Provincia 2), capo III, art. 6: «comunicare [...] la
necessità di dover lasciare il corso». Absence is not a reason of this kind: for adults it is of
art. 8, of a minor it is told to who answers (art. 9).
"""

from typing import Final

from cpia.norme.enums import Voce
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import con_maiuscola
from patto_formativo.rules.fonti import CAPO_III

ART_6: Final = f"{CAPO_III}, art. 6"


class CausaUscita(Voce):
    """Why a minor leaves the school."""

    TRASFERIMENTO = "trasferimento", "si trasferisce in un’altra scuola"
    ERRORE = "errore", "l’iscrizione era sbagliata"

    @property
    def frase(self) -> str:
        """The words with a capital letter, as they stand before the reason."""
        return con_maiuscola(self.etichetta)


def verifica_uscita(causa: CausaUscita | None, *, chiede_chi_risponde: bool) -> list[Violazione]:
    """What keeps a minor from leaving: no reason but absence, nobody who answers asks it."""
    trovate = []
    if causa is None:
        testo = (
            "È minorenne: lascia per un trasferimento o per un’iscrizione sbagliata. L’assenza si "
            "segnala a chi ne ha la responsabilità."
        )
        trovate.append(Violazione("minore", testo, ART_6, "causa"))
    if not chiede_chi_risponde:
        testo = "È minorenne: lo chiede chi ne ha la responsabilità. Scegli chi."
        trovate.append(Violazione("chi_chiede", testo, ART_6, "chiede"))
    return trovate
