"""The points of what is typed in the form of a grid: nothing of it is kept.

Nothing is asked of the database.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Motivo
from selezioni_pon.queries.foglio import Foglio
from selezioni_pon.rules.griglia.coerenza import contraddizioni
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.griglia.modulo import Campo, Domanda, Parte, campo_di, valore
from selezioni_pon.rules.griglia.punteggio import Punteggio, PuntiSezione, PuntiVoce, valuta
from selezioni_pon.rules.griglia.spiegazione import perche
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da

INTERA: Final = Fraction(1)


@dataclass(frozen=True)
class Casella:
    """A field with what was typed in it, and what is wrong with that."""

    campo: Campo
    scritto: str
    guasti: Sequence[str]


@dataclass(frozen=True)
class VoceProvata:
    """An item with its fields, its points, why they are those, what speaks against it."""

    domanda: Domanda
    caselle: Sequence[Casella]
    punti: PuntiVoce
    contro: Sequence[str]


@dataclass(frozen=True)
class ParteProvata:
    """A section with its items; ``contano`` and ``tagliati`` are parts of what a bar shows."""

    parte: Parte
    punti: PuntiSezione
    voci: Sequence[VoceProvata]
    perche: Sequence[Motivo]

    @property
    def intera(self) -> Fraction:
        """What the whole bar stands for: the cap, or all the points where they are more."""
        return max(self.punti.lordi, self.punti.tetto or Fraction(0)) or INTERA

    @property
    def contano(self) -> Fraction:
        return self.punti.punti / self.intera

    @property
    def tagliati(self) -> Fraction:
        return (self.punti.lordi - self.punti.punti) / self.intera


@dataclass(frozen=True)
class Provata:
    """A whole form; ``guasti`` counts what cannot be read or does not stand together."""

    totale: Fraction
    tetto: Fraction | None
    parti: Sequence[ParteProvata]
    guasti: int

    @property
    def voci(self) -> Iterator[VoceProvata]:
        for parte in self.parti:
            yield from parte.voci


def provata(foglio: Foglio, scritti: Mapping[str, str]) -> Provata:
    """What the titles typed so far are worth; those that cannot be read count nothing yet."""
    griglia = foglio.griglia
    titoli, guasti = _letti(foglio.parti, scritti)
    contro = _contro(griglia, titoli)
    punteggio = valuta(griglia, titoli)
    punti = {uno.voce.numero: uno for uno in punteggio.voci}
    parti = [
        ParteProvata(
            parte,
            sezione,
            [
                VoceProvata(
                    domanda,
                    [Casella(c, scritti.get(c.nome, ""), guasti[c.nome]) for c in domanda.campi],
                    punti[domanda.voce.numero],
                    contro[domanda.voce.numero],
                )
                for domanda in parte.domande
            ],
            _perche(griglia, punteggio, parte),
        )
        for parte, sezione in zip(foglio.parti, _piene(punteggio), strict=True)
    ]
    quanti = sum(map(len, guasti.values())) + sum(map(len, contro.values()))
    return Provata(punteggio.totale, foglio.tetto, parti, quanti)


def _piene(punteggio: Punteggio) -> list[PuntiSezione]:
    return [una for una in punteggio.sezioni if una.sezione.voci]


def _letti(
    parti: Sequence[Parte], scritti: Mapping[str, str]
) -> tuple[list[Titolo], defaultdict[str, list[str]]]:
    """The titles that can be read, and what is wrong with the others by name of the field."""
    titoli: list[Titolo] = []
    guasti: defaultdict[str, list[str]] = defaultdict(list)
    for parte in parti:
        for domanda in parte.domande:
            detto = valore(domanda, scritti)
            letto = titolo_da(domanda.voce, detto) if detto else ()
            if isinstance(letto, Titolo):
                titoli.append(letto)
            else:
                for uno in letto:
                    guasti[campo_di(domanda, uno.campo)].append(uno.testo)
    return titoli, guasti


def _contro(griglia: Griglia, titoli: Sequence[Titolo]) -> defaultdict[str, list[str]]:
    """What speaks against these titles together, by number of the item."""
    contro: defaultdict[str, list[str]] = defaultdict(list)
    for violazione in contraddizioni(griglia, titoli):
        voce = griglia.voce(violazione.campo)
        if voce is not None:
            contro[voce.numero].append(violazione.testo)
    return contro


def _perche(griglia: Griglia, punteggio: Punteggio, parte: Parte) -> list[Motivo]:
    """Why a section gives less than its items, or would in the other reading."""
    inizio = f"Sezione {parte.sezione.sigla}:"
    return [
        motivo
        for motivo in perche(griglia, punteggio)
        if motivo.regola == "tetto_sezione" and motivo.testo.startswith(inizio)
    ]
