"""How far the dossier and the agreement of each person are, and the words that say it."""

from collections.abc import Sequence
from typing import Final

from patto_formativo.enums import StatoPatto
from patto_formativo.models import Dossier, Versione

# Of two versions of an agreement the one that says where the person is.
PESO: Final = {
    StatoPatto.RITIRATO: 0, StatoPatto.RINEGOZIATO: 0, StatoPatto.CONCLUSO: 1,
    StatoPatto.SOTTOSCRITTO: 2, StatoPatto.IN_CORSO: 2,
}  # fmt: skip
PESO_IN_PREPARAZIONE: Final = 3
# Once the Commission has approved it, what the agreement counted stays as it was counted.
ORE_FISSATE: Final = frozenset({StatoPatto.APPROVATO, StatoPatto.SOTTOSCRITTO, StatoPatto.IN_CORSO})
# Glyph and words.
DOSSIER: Final = {
    "": ("da-fare", "non aperto"),
    "aperto": ("in-corso", "aperto"),
    "chiuso": ("in-corso", "da valutare"),
    "valutato": ("fatto", "valutato"),
}
PATTI: Final = {
    None: ("da-fare", "da scrivere"),
    StatoPatto.BOZZA: ("in-corso", "bozza"),
    StatoPatto.IN_NEGOZIAZIONE: ("in-corso", "in Commissione"),
    StatoPatto.APPROVATO: ("da-controllare", "da firmare"),
    StatoPatto.SOTTOSCRITTO: ("fatto", "sottoscritto"),
    StatoPatto.IN_CORSO: ("fatto", "in corso"),
    StatoPatto.RINEGOZIATO: ("in-corso", "rinegoziato"),
    StatoPatto.CONCLUSO: ("chiuso", "concluso"),
    StatoPatto.RITIRATO: ("chiuso", "ritirato"),
}


def patti_di(istituto_id: int, pks: Sequence[int]) -> dict[int, StatoPatto]:
    """The state of the agreement that says where each of these persons is. One query."""
    stati: dict[int, StatoPatto] = {}
    righe = Versione.objects.filter(istituto=istituto_id, patto__corsista__in=pks)
    for chi, scritto in righe.order_by("numero").values_list("patto__corsista_id", "stato"):
        stato = StatoPatto(scritto)
        if chi not in stati or _peso(stato) >= _peso(stati[chi]):
            stati[chi] = stato
    return stati


def _peso(stato: StatoPatto) -> int:
    return PESO.get(stato, PESO_IN_PREPARAZIONE)


def dossier_di(istituto_id: int, pks: Sequence[int]) -> dict[int, str]:
    """How far the dossier of each of these persons is, of those who have one. One query."""
    righe = Dossier.objects.filter(istituto=istituto_id, corsista__in=pks)
    return {
        chi: "valutato" if valutato else "chiuso" if chiuso else "aperto"
        for chi, chiuso, valutato in righe.values_list("corsista_id", "chiuso_il", "valutato_il")
    }
