"""How a tie is said: who was level, what has parted them, what is still needed."""

from collections.abc import Iterable, Sequence

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import elenco
from selezioni_pon.enums import Serve
from selezioni_pon.rules.cifre import in_punti
from selezioni_pon.rules.criteri_parita import MISURE, Misura
from selezioni_pon.rules.in_gara import Criterio, InGara
from selezioni_pon.rules.ordine import Decisione


def decisione(criterio: Criterio, misura: Misura, parti: Sequence[tuple[InGara, ...]]) -> Decisione:
    """The groups that a rule has parted, with what it has read of each."""
    detti = ", poi ".join(f"{nomi(parte)} ({misura.detta(parte[0])})" for parte in parti)
    tutti = [uno for parte in parti for uno in parte]
    testo = f"{a_parita(tutti)} precede {misura.precede}: {detti}."
    motivo = Motivo(criterio.tipo, criterio.fonte, testo)
    return Decisione(criterio, tuple(ids(parte) for parte in parti), motivo)


def che_serve(criterio: Criterio, serve: Serve, mancano: Sequence[InGara]) -> str:
    """What would part those who are still level."""
    if serve is Serve.SORTEGGIO:
        return "Serve un sorteggio, da mettere a verbale."
    if serve is Serve.VOTO:
        return f"Serve il voto segreto del Collegio; manca per {nomi(mancano)}."
    return f"Manca {MISURE[criterio.tipo].manca} di {nomi(mancano)}: finché manca non si decide."


def a_parita(gruppo: Sequence[InGara]) -> str:
    """``A parità di 40 punti``."""
    return f"A parità di {in_punti(gruppo[0].punti)}"


def nomi(gruppo: Iterable[InGara]) -> str:
    """``Rossi, Bianchi e Verdi``."""
    return elenco(uno.detto for uno in gruppo)


def ids(gruppo: Iterable[InGara]) -> tuple[str, ...]:
    """Their identifiers, in the same order."""
    return tuple(uno.id for uno in gruppo)
