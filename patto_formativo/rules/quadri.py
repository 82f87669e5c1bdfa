"""The hours of each competence of a path, as a CPIA fixes them, against those of the sources.

Source: D.P.R. 263/2012; D.I. 12 marzo 2015, Linee guida, allegati A.1-A.3 (hours of each asse);
CPIA Napoli Provincia 2, Linee guida, fase 4 (400, 825, 200 hours).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Motivo
from patto_formativo.enums import Percorso
from patto_formativo.rules.crediti.tabella import RegolePercorso
from patto_formativo.rules.fonti import PROGRAMMAZIONE
from patto_formativo.rules.misure import NULLA, in_cifre, in_ore

ALLEGATI: Final = f"{PROGRAMMAZIONE}, allegati A.1-A.3"


@dataclass(frozen=True, slots=True)
class SommaAsse:
    """The hours of the competences of an asse beside those that the source gives it."""

    asse: str
    ore: Fraction
    previste: Fraction | None

    @property
    def torna(self) -> bool:
        return self.previste is None or self.ore == self.previste


@dataclass(frozen=True, slots=True)
class GiudizioQuadro:
    """The sum of a table of hours, asse by asse, and what each source says of it."""

    ore: Fraction
    assi: tuple[SommaAsse, ...]
    perche: tuple[Motivo, ...]


def giudica_quadro(
    ore: Mapping[str, Fraction],
    *,
    di_asse: Mapping[str, str],
    previste: Mapping[str, int],
    regole: RegolePercorso,
    livello: str = "",
) -> GiudizioQuadro:
    """Sum the hours of a path and set them beside both sources; nothing is refused.

    ``di_asse`` gives the asse of each competence, ``previste`` the hours of each asse; a level of
    Italian is only a part of its path.
    """
    somme: dict[str, Fraction] = {}
    for codice, quante in ore.items():
        asse = di_asse[codice]
        somme[asse] = somme.get(asse, NULLA) + quante
    assi = tuple(
        SommaAsse(asse, somma, Fraction(previste[asse]) if asse in previste else None)
        for asse, somma in somme.items()
    )
    totale = sum(somme.values(), NULLA)
    percorso = _del_livello(livello, regole) if livello else _del_percorso(totale, regole)
    return GiudizioQuadro(totale, assi, (*_degli_assi(somme, previste), percorso))


def _degli_assi(somme: Mapping[str, Fraction], previste: Mapping[str, int]) -> list[Motivo]:
    if not previste:
        return []
    totale = sum(somme.values(), NULLA)
    attese = Fraction(sum(previste.values()))
    testo = f"Le competenze sommano {in_ore(totale)}; gli assi ne hanno {in_cifre(attese)}."
    senza = [(asse, ore) for asse, ore in previste.items() if asse not in somme]
    for asse, ore in senza:
        testo += f" Senza competenze: {asse.replace('_', ' ')}, {in_ore(Fraction(ore))}."
    return [Motivo("somma_degli_assi", ALLEGATI, testo)]


def _del_percorso(totale: Fraction, regole: RegolePercorso) -> Motivo:
    previste = Fraction(regole.ore)
    scarto = abs(totale - previste)
    quanto = f", {in_ore(scarto)} {'in meno' if totale < previste else 'in più'}" if scarto else ""
    testo = f"Il percorso è di {in_ore(previste)}: il quadro ne ha {in_ore(totale)}{quanto}."
    contro = f" Altra fonte: {regole.in_contrasto_con}." if regole.in_contrasto_con else ""
    return Motivo("somma_del_percorso", regole.fonte, testo + contro)


def _del_livello(livello: str, regole: RegolePercorso) -> Motivo:
    testo = (
        f"Il livello {livello} è una parte: i livelli e {in_ore(Fraction(regole.accoglienza))} di "
        f"accoglienza fanno le {in_ore(Fraction(regole.ore))} del percorso."
    )
    return Motivo("somma_del_livello", regole.fonte, testo)


def percorso_con_livelli(percorso: Percorso) -> bool:
    """Whether a path has a table of hours for each level of Italian."""
    return percorso is Percorso.ALFABETIZZAZIONE
