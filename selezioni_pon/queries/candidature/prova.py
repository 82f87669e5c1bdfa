"""What the titles of a draft would be worth: points, bars, what a cap cut.

Only what whoever applies declares is asked; what the commission gives counts nothing here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from selezioni_pon.enums import ChiPropone
from selezioni_pon.models import Candidatura, Risposta
from selezioni_pon.queries.foglio import Foglio, foglio
from selezioni_pon.queries.prova import ParteProvata, Provata, VoceProvata, provata
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.rules.griglia.estremi import massimo
from selezioni_pon.rules.griglia.modulo import Domanda, Parte
from selezioni_pon.rules.griglia.riscritto import scritti


@dataclass(frozen=True)
class Riga:
    """An item on the side of the page; ``contano`` and ``tagliati`` are parts of its bar."""

    voce: VoceProvata
    contano: Fraction
    tagliati: Fraction


@dataclass(frozen=True)
class Conto:
    """What was declared so far, as the side of the page shows it.

    ``dopo`` are the points that only the commission gives, None without an end.
    """

    foglio: Foglio
    provata: Provata
    dopo: Fraction | None

    @property
    def parti(self) -> Sequence[ParteProvata]:
        """The sections of which something is declared."""
        return [parte for parte in self.provata.parti if parte.voci]

    @property
    def sezioni(self) -> Sequence[tuple[ParteProvata, Sequence[Riga]]]:
        """The same, with the bar of each of their items."""
        return [(parte, [_riga(voce) for voce in parte.voci]) for parte in self.parti]

    @property
    def voci(self) -> Mapping[str, VoceProvata]:
        """The items, by the name that begins those of their fields."""
        return {voce.domanda.nome: voce for voce in self.provata.voci}


def modulo_di(candidatura: Candidatura) -> Foglio:
    """The grid of the call with only the items that whoever applies declares. No query."""
    letto = foglio(griglia_di(candidatura.avviso))
    return replace(letto, parti=[_solo_le_sue(parte) for parte in letto.parti])


def domanda_al(letto: Foglio, posto: int) -> Domanda | None:
    """The item at a place in print, counted from 1; None where nobody declares it."""
    nome = f"v{posto}"
    return next((d for parte in letto.parti for d in parte.domande if d.nome == nome), None)


def conto_di(candidatura: Candidatura, letto: Foglio | None = None) -> Conto:
    """What the draft declares, counted. One query, none with its items prefetched."""
    letto = letto or modulo_di(candidatura)
    tenuti = tenute(candidatura)
    detti: dict[str, str] = {}
    for parte in letto.parti:
        for domanda in parte.domande:
            riga = tenuti.get(domanda.voce.numero)
            if riga is not None and riga.valore:
                detti |= scritti(domanda, riga.valore)
    return Conto(letto, provata(letto, detti), _dopo(letto))


def tenute(candidatura: Candidatura) -> dict[str, Risposta]:
    """The items of the draft by their number. One query, none prefetched."""
    return {riga.voce: riga for riga in candidatura.risposte.all()}


def _riga(voce: VoceProvata) -> Riga:
    """The whole bar is the cap of the item, or all its points where they are more."""
    punti = voce.punti
    intera = max(punti.lordi, punti.tetto or Fraction(0)) or Fraction(1)
    tagliati = punti.lordi - punti.punti if punti.tagliato else Fraction(0)
    return Riga(voce, punti.punti / intera, tagliati / intera)


def _solo_le_sue(parte: Parte) -> Parte:
    sue = tuple(d for d in parte.domande if d.voce.chi is ChiPropone.CANDIDATO)
    return replace(parte, domande=sue)


def _dopo(letto: Foglio) -> Fraction | None:
    tutti = Fraction(0)
    for parte in letto.parti:
        if parte.domande:
            continue
        quanto = parte.sezione.tetto if parte.sezione.tetto is not None else massimo(parte.sezione)
        if quanto is None:
            return None
        tutti += quanto
    return tutti
