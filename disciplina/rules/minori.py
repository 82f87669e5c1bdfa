"""What a minor may never have: the exclusion from the courses.

Source: CPIA Napoli Provincia 2, Regolamento di istituto, art. 15: exclusion for adults, suspension
for minors; D.P.R. 249/1998, art. 4 c. 5: sanctions are always temporary.
"""

from cpia.norme.rules.motivi import Motivo
from disciplina.enums import Provvedimento
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.fonti import statuto


def contro_minore(
    tipo: Provvedimento, catalogo: Catalogo | None, *, minorenne: bool
) -> list[Motivo]:
    """Why a minor cannot have this sanction; nothing where he can or is none."""
    if not minorenne or tipo is not Provvedimento.ESCLUSIONE_CORSI:
        return []
    per_adulti = [una for una in catalogo.del_tipo(tipo) if una.solo_adulti] if catalogo else []
    fonti = [catalogo.fonte(una.articolo) for una in per_adulti] if catalogo else []
    testo = "Chi è minorenne non si esclude mai dai corsi: al più si sospende, per dei giorni."
    return [Motivo("mai_il_minore", "; ".join([*fonti, statuto("5")]), testo)]
