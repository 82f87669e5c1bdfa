"""Before a ranking is put on the albo, or made final: that it is still what it was.

Source: IC Porto Venere, Regolamento incarichi, art. 4 cc. 8 and 10: the commission proposes, the
dirigente approves what was proposed.
"""

from collections.abc import Iterator

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.rules.fonti import MOTIVAZIONE, regolamento
from selezioni_pon.rules.graduatoria import Graduatoria

APPROVA = regolamento("art. 4 cc. 8 e 10")
MOTIVO_MINIMO = 10


def uguali(una: Graduatoria, altra: Graduatoria) -> bool:
    """Whether two rankings put the same people in the same places with the same points."""
    return _in_breve(una) == _in_breve(altra)


def _in_breve(graduatoria: Graduatoria) -> tuple[frozenset[object], frozenset[object]]:
    posti = graduatoria.ordine.posti
    return (
        frozenset((p.candidato.id, p.posizione, p.candidato.punti) for p in posti),
        frozenset((uno.id, uno.motivo) for uno in graduatoria.esclusi),
    )


def contro_la_proposta(scritta: Graduatoria, adesso: Graduatoria) -> Iterator[Violazione]:
    """A proposal that is no longer what the decisions of the commission give is formed again."""
    if not uguali(scritta, adesso):
        testo = (
            "Da quando la graduatoria è stata formata qualcosa è cambiato nelle decisioni della "
            "commissione: va formata di nuovo."
        )
        yield Violazione("proposta_vecchia", testo, APPROVA)


def contro_la_nuova_versione(motivo: str) -> Iterator[Violazione]:
    """A version that takes the place of a published one says why, in words that stand alone."""
    if len(motivo.strip()) < MOTIVO_MINIMO:
        testo = "Scrivi perché la graduatoria cambia, con parole che si capiscano da sole."
        yield Violazione("motivo", testo, MOTIVAZIONE, "motivo")
