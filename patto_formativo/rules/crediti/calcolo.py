"""The sum of a dossier: every request is cut by its row, its competence and its path, in order.

Source: CPIA Napoli Provincia 2, Linee guida per il riconoscimento dei crediti, parte seconda and
fase 4; Regolamento della Commissione, art. 11.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from patto_formativo.enums import Percorso, TipoEvidenza
from patto_formativo.rules.crediti.tabella import Tabella, TettoRiga
from patto_formativo.rules.misure import NULLA


class Tetto(StrEnum):
    """Which limit cut a request, in the order in which they are applied."""

    RIGA = "tetto_riga"
    COMPETENZA = "tetto_competenza"
    PERCORSO = "tetto_percorso"


@dataclass(frozen=True, slots=True)
class Evidenza:
    """What a piece of evidence asks: hours by competence, or hours of activity on one of them."""

    id: str
    tipo: TipoEvidenza
    richieste: Mapping[str, Fraction] = field(default_factory=dict)
    ore_attivita: Fraction | None = None
    competenza: str = ""


@dataclass(frozen=True, slots=True)
class Taglio:
    """A limit that bit: hours before and after."""

    evidenza: str
    competenza: str
    regola: Tetto
    da: Fraction
    a: Fraction


@dataclass(frozen=True, slots=True)
class Contributo:
    """What one piece of evidence gave on one competence, and what cut it."""

    evidenza: Evidenza
    competenza: str
    chieste: Fraction
    riconosciute: Fraction
    tagli: tuple[Taglio, ...]


@dataclass(frozen=True, slots=True)
class Riconoscimento:
    """The outcome of a dossier, evidence by evidence in its order."""

    contributi: tuple[Contributo, ...]

    @property
    def per_competenza(self) -> dict[str, Fraction]:
        """Hours recognised of each competence that has some."""
        somme: dict[str, Fraction] = defaultdict(Fraction)
        for contributo in self.contributi:
            if contributo.riconosciute:
                somme[contributo.competenza] += contributo.riconosciute
        return dict(somme)

    @property
    def ore(self) -> Fraction:
        """Hours of credit of the whole dossier."""
        return sum((c.riconosciute for c in self.contributi), NULLA)

    @property
    def tagli(self) -> tuple[Taglio, ...]:
        """Every cut, in the order of the dossier."""
        return tuple(taglio for contributo in self.contributi for taglio in contributo.tagli)

    def ore_psp(self, ore_totali: Fraction, accoglienza: Fraction) -> Fraction:
        """Hours of the personalised plan: path − welcome − credits (Linee guida § 3.2)."""
        return ore_totali - accoglienza - self.ore


@dataclass(frozen=True, slots=True)
class DelLivello:
    """Rows that reach one level only: all together, no more than its hours of each competence."""

    tipi: frozenset[TipoEvidenza]
    ore: Mapping[str, Fraction]


@dataclass(slots=True)
class _Conti:
    """What has been recognised so far."""

    tabella: Tabella
    percorso: Percorso
    ore: Mapping[str, Fraction]
    livello: DelLivello | None = None
    per_tipo: dict[TipoEvidenza, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    per_riga: dict[tuple[TipoEvidenza, str], Fraction] = field(
        default_factory=lambda: defaultdict(Fraction)
    )
    per_competenza: dict[str, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    totale: Fraction = NULLA

    def margini(self, tipo: TipoEvidenza, competenza: str) -> Iterator[tuple[Tetto, Fraction]]:
        """What each limit still leaves."""
        yield Tetto.RIGA, self._margine_riga(tipo, competenza)
        yield Tetto.COMPETENZA, self.ore[competenza] - self.per_competenza[competenza]
        yield Tetto.PERCORSO, self.tabella.percorsi[self.percorso].tetto - self.totale

    def _margine_riga(self, tipo: TipoEvidenza, competenza: str) -> Fraction:
        riga = self.tabella.righe[tipo]
        tetto = riga.tetto(self.percorso, competenza)
        if tetto is None:
            return NULLA
        limiti = list(self._limiti(tetto, tipo, competenza))
        if riga.crediti is not None:
            massimo = riga.crediti * self.tabella.unita.ore_di_credito
            limiti.append(massimo - self.per_tipo[tipo])
        if self.livello is not None and tipo in self.livello.tipi:
            date = sum((self.per_riga[t, competenza] for t in self.livello.tipi), NULLA)
            limiti.append(self.livello.ore.get(competenza, NULLA) - date)
        # A row without a limit of its own leaves what its competence leaves.
        return min(limiti, default=self.ore[competenza])

    def _limiti(self, tetto: TettoRiga, tipo: TipoEvidenza, competenza: str) -> Iterator[Fraction]:
        if tetto.quota is not None:
            yield tetto.quota * self.ore[competenza] - self.per_riga[tipo, competenza]
        if tetto.ore is not None:
            yield tetto.ore - self.per_tipo[tipo]

    def riconosce(self, evidenza: Evidenza, competenza: str, chieste: Fraction) -> Contributo:
        """Cut a request by what is left, and take what remains of it."""
        tagli, restano = [], chieste
        for regola, margine in self.margini(evidenza.tipo, competenza):
            if restano > margine:
                tagli.append(Taglio(evidenza.id, competenza, regola, restano, margine))
                restano = margine
        self.per_tipo[evidenza.tipo] += restano
        self.per_riga[evidenza.tipo, competenza] += restano
        self.per_competenza[competenza] += restano
        self.totale += restano
        return Contributo(evidenza, competenza, chieste, restano, tuple(tagli))


def riconosci(
    evidenze: Iterable[Evidenza],
    *,
    percorso: Percorso,
    ore: Mapping[str, Fraction],
    tabella: Tabella,
    livello: DelLivello | None = None,
) -> Riconoscimento:
    """The hours of credit of a dossier.

    ``evidenze`` in the order of the dossier; ``ore`` are the hours of each competence of the path
    named by the evidence; ``livello`` caps the rows of one level of the path. What comes last
    never takes anything from what came before.
    """
    conti = _Conti(tabella, percorso, ore, livello)
    return Riconoscimento(
        tuple(
            conti.riconosce(evidenza, competenza, chieste)
            for evidenza in evidenze
            for competenza, chieste in richieste_di(evidenza, tabella).items()
        )
    )


def richieste_di(evidenza: Evidenza, tabella: Tabella) -> Mapping[str, Fraction]:
    """Hours asked of each competence; activities give one credit every so many whole hours."""
    if evidenza.ore_attivita is None:
        return evidenza.richieste
    return {evidenza.competenza: crediti_di(evidenza, tabella) * tabella.unita.ore_di_credito}


def crediti_di(evidenza: Evidenza, tabella: Tabella) -> int:
    """Credits of an activity, rounded down: 730 hours are 14."""
    return (evidenza.ore_attivita or NULLA) // tabella.unita.ore_di_attivita
