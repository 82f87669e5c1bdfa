"""Reasons: those already written by a commission, and those of a score."""

from typing import Final

from cpia.norme.rules.motivi import Motivo
from selezioni_pon.models import Commissario, DecisioneTitolo
from selezioni_pon.queries.commissione.valutate import Valutata
from selezioni_pon.rules.griglia.modello import Voce
from selezioni_pon.rules.griglia.spiegazione import perche

MOTIVI_OFFERTI: Final = 8
LETTI: Final = 60


def motivi_recenti(membro: Commissario, voce: str = "") -> list[str]:
    """Reasons already written by this commission, those of the same item first. One query."""
    decise = DecisioneTitolo.objects.filter(
        decisa_da__commissione_id=membro.commissione_id
    ).exclude(motivo="")
    righe = decise.order_by("-decisa_il", "-pk").values_list("motivo", "titolo__voce")[:LETTI]
    in_ordine = sorted(righe, key=lambda riga: riga[1] != voce)
    return list(dict.fromkeys(motivo for motivo, _ in in_ordine))[:MOTIVI_OFFERTI]


def motivi_di(una: Valutata) -> tuple[Motivo, ...]:
    """Why the accepted score is what it is: items, sections, total."""
    return perche(una.griglia, una.ammesso)


def motivi_per(una: Valutata, voce: Voce) -> tuple[Motivo, ...]:
    """Why one item gives what it gives: as declared, then as accepted where it is otherwise."""
    riga = next(riga for riga in una.confronto.righe if riga.voce == voce)
    return tuple(dict.fromkeys((*riga.dichiarati.motivi, *riga.ammessi.motivi)))
