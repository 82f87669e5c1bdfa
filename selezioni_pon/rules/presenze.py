"""A sitting of the commission: all its members, or who substitutes them.

Source: the principle of the «collegio perfetto»: no regulation of the schools says it.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import elenco, plurale
from selezioni_pon.rules.commissione import Commissario, effettivi
from selezioni_pon.rules.fonti import COLLEGIO_PERFETTO


def verifica_seduta(membri: Sequence[Commissario], presenti: AbstractSet[str]) -> list[Violazione]:
    """A commission that judges works with all its members; a substitute takes an empty seat."""
    assenti = [uno.nome for uno in effettivi(membri) if uno.id not in presenti]
    supplenti = sum(uno.supplente and uno.id in presenti for uno in membri)
    if len(assenti) <= supplenti:
        return []
    con = plurale(
        supplenti, "supplente presente", "supplenti presenti", "nessun supplente presente"
    )
    mancano = plurale(len(assenti), "assente", "assenti")
    testo = f"La commissione valuta al completo: {mancano} ({elenco(assenti)}), {con}."
    return [Violazione("collegio_incompleto", testo, COLLEGIO_PERFETTO, "presenti")]
