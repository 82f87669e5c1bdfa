"""Who takes part judges nobody: neither the own request nor those beside which it stands.

Source: L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7.
"""

from typing import Final

from cpia.norme.rules.motivi import Violazione

ASTENSIONE: Final = "L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7"
CHI_DECIDE: Final = (
    "Partecipi a questa procedura e devi astenerti. Decide un altro sostituto del dirigente, che "
    "non vi partecipa; se manca, chi è indicato dall’Ufficio scolastico regionale."
)


def contro_chi_partecipa(*, partecipa: bool) -> list[Violazione]:
    """What is against an act of who directs, who may have a part in the same money."""
    return [Violazione("conflitto", CHI_DECIDE, ASTENSIONE)] if partecipa else []
