"""What an agreement must hold before the Commission sees it, and how it goes on from there.

Source: D.I. 12 marzo 2015, Linee guida, § 3.2 (least contents); CPIA Napoli Provincia 2, Linee
guida, fasi 4 and 5; D.P.R. 263/2012, art. 4 c. 9 (distance).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from cpia.norme.rules.motivi import Valore, Violazione
from cpia.scuola.parole import elenco
from patto_formativo.enums import StatoPatto
from patto_formativo.rules.crediti.tabella import RegolePercorso
from patto_formativo.rules.fonti import PROGRAMMAZIONE
from patto_formativo.rules.frequenza import DISTANZA
from patto_formativo.rules.misure import NULLA, in_cifre, in_ore

ELEMENTI: Final = f"{PROGRAMMAZIONE}, § 3.2"
ANNI: Final = (1, 2)
S: Final = StatoPatto
# What a version may become; a new version is made of one that holds, the old one stays.
PASSAGGI: Final[Mapping[StatoPatto, frozenset[StatoPatto]]] = MappingProxyType(
    {
        S.BOZZA: frozenset({S.IN_NEGOZIAZIONE, S.RITIRATO}),
        S.IN_NEGOZIAZIONE: frozenset({S.BOZZA, S.APPROVATO, S.RITIRATO}),
        S.APPROVATO: frozenset({S.BOZZA, S.SOTTOSCRITTO, S.RITIRATO}),
        S.SOTTOSCRITTO: frozenset({S.IN_CORSO, S.RINEGOZIATO, S.RITIRATO}),
        S.IN_CORSO: frozenset({S.RINEGOZIATO, S.CONCLUSO, S.RITIRATO}),
        S.RINEGOZIATO: frozenset(),
        S.CONCLUSO: frozenset(),
        S.RITIRATO: frozenset(),
    }
)


@dataclass(frozen=True, slots=True)
class Uda:
    """A learning unit of the plan: hours, those at a distance, where and how they are proved."""

    titolo: str
    competenze: frozenset[str]
    ore: Fraction
    a_distanza: Fraction = NULLA
    fruizione: str = ""
    prova: str = ""


@dataclass(frozen=True, slots=True)
class Piano:
    """The hours of an agreement: of the path, of the welcome, of the credits; units; years."""

    ore_totali: Fraction
    accoglienza: Fraction
    ore: Mapping[str, Fraction]
    crediti: Mapping[str, Fraction]
    uda: Sequence[Uda]
    anni: int = 1

    @property
    def psp(self) -> Fraction:
        """Hours of the personalised plan: path − welcome − credits."""
        return self.ore_totali - self.accoglienza - sum(self.crediti.values(), NULLA)

    @property
    def da_frequentare(self) -> tuple[str, ...]:
        """Competences that are not recognised as a whole."""
        return tuple(c for c, ore in self.ore.items() if self.crediti.get(c, NULLA) < ore)


def verifica_piano(
    piano: Piano, regole: RegolePercorso, distanza: Valore[Fraction] = DISTANZA
) -> tuple[Violazione, ...]:
    """All that keeps a plan from being proposed, each at its place."""
    return (
        *_del_percorso(piano, regole),
        *_delle_ore(piano),
        *_della_distanza(piano, distanza),
        *_delle_competenze(piano),
        *_delle_prove(piano.uda),
    )


def verifica_passaggio(da: StatoPatto, verso: StatoPatto) -> Violazione | None:
    """Why an agreement cannot go from one state to the other; None when it can."""
    if verso in PASSAGGI[da]:
        return None
    possibili = elenco(stato.etichetta for stato in S if stato in PASSAGGI[da])
    dopo = f"può diventare: {possibili}" if possibili else "non cambia più"
    testo = f"Il patto è {da.etichetta} e {dopo}; non {verso.etichetta}."
    return Violazione("passaggio", testo, "Linee guida (CPIA Napoli Provincia 2), fasi 4 e 5")


def _del_percorso(piano: Piano, regole: RegolePercorso) -> Iterator[Violazione]:
    massimo = Fraction(regole.ore + regole.in_piu)
    if piano.ore_totali > massimo:
        testo = f"Il percorso ha al più {in_ore(massimo)}, non {in_ore(piano.ore_totali)}."
        yield Violazione("ore_del_percorso", testo, regole.fonte, "ore_totali")
    if piano.accoglienza > regole.accoglienza:
        limite = in_ore(Fraction(regole.accoglienza))
        testo = f"L’accoglienza dura al più {limite}, non {in_ore(piano.accoglienza)}."
        yield Violazione("ore_di_accoglienza", testo, regole.fonte, "accoglienza")
    if piano.anni not in ANNI:
        testo = f"Il patto dura uno o due anni, non {piano.anni}."
        yield Violazione("durata", testo, ELEMENTI, "anni")


def _delle_ore(piano: Piano) -> Iterator[Violazione]:
    ore = sum((uda.ore for uda in piano.uda), NULLA)
    if ore == piano.psp:
        return
    manca = piano.psp - ore
    come = f"mancano {in_ore(manca)}" if manca > 0 else f"{in_ore(-manca)} di troppo"
    testo = f"Le unità sommano {in_ore(ore)}, il piano ne ha {in_cifre(piano.psp)}: {come}."
    yield Violazione("ore_del_piano", testo, ELEMENTI, "uda")


def _della_distanza(piano: Piano, distanza: Valore[Fraction]) -> Iterator[Violazione]:
    ore = sum((uda.a_distanza for uda in piano.uda), NULLA)
    limite = distanza.valore * piano.psp
    if ore > limite:
        testo = f"A distanza {in_ore(ore)}: al più {in_ore(limite)}, il "
        testo += f"{in_cifre(100 * distanza.valore)} per cento del piano."
        yield Violazione("distanza", testo, distanza.fonte, "uda")
    for uda in piano.uda:
        if uda.a_distanza > uda.ore:
            testo = f"«{uda.titolo}»: a distanza più ore di quelle che ha."
            yield Violazione("distanza_di_troppo", testo, distanza.fonte, "uda")
        elif uda.a_distanza and not uda.fruizione:
            testo = f"«{uda.titolo}»: scrivi dove si segue la parte a distanza."
            yield Violazione("senza_fruizione", testo, ELEMENTI, "uda")


def _delle_competenze(piano: Piano) -> Iterator[Violazione]:
    previste = {competenza for uda in piano.uda for competenza in uda.competenze}
    if scoperte := [c for c in piano.da_frequentare if c not in previste]:
        testo = f"Nessuna unità per {elenco(scoperte)}."
        yield Violazione("competenze_scoperte", testo, ELEMENTI, "uda")
    if intere := [c for c in piano.ore if c in previste and c not in piano.da_frequentare]:
        testo = f"Già riconosciuta per intero: {elenco(intere)}. Toglila dalle unità."
        yield Violazione("gia_riconosciute", testo, ELEMENTI, "uda")


def _delle_prove(uda: Iterable[Uda]) -> Iterator[Violazione]:
    for unita in uda:
        if not unita.prova:
            testo = f"«{unita.titolo}»: scrivi con quale prova si certifica."
            yield Violazione("senza_prova", testo, ELEMENTI, "uda")
