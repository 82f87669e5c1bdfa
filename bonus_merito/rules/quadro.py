"""The whole judgement: percentages, exclusions, bands, who stays, what everybody is paid."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction

from bonus_merito.enums import Avviso, Esclusione
from bonus_merito.rules.esclusioni import Posizione, esclusione
from bonus_merito.rules.percentuale import Punteggio, fascia, percentuale
from bonus_merito.rules.regole import RegoleBonus
from bonus_merito.rules.riparto import Beneficiario, Riparto, ripartisci
from bonus_merito.rules.taglio import Limiti, Taglio, limiti, taglia


@dataclass(frozen=True, slots=True)
class Docente:
    """A teacher as the judgement takes one."""

    id: str
    punteggio: Punteggio
    posizione: Posizione


@dataclass(frozen=True, slots=True)
class Esito:
    """The outcome of one teacher.

    ``percentuale`` is exact; ``importo`` in cents, None while a tie waits to be decided.
    """

    docente: Docente
    percentuale: Fraction
    fascia: int | None
    escluso: Esclusione | None
    importo: int | None


@dataclass(frozen=True, slots=True)
class Quadro:
    """Every outcome in the order received, with what it rests on. ``fondo`` in cents."""

    fondo: int
    esiti: tuple[Esito, ...]
    limiti: Limiti
    taglio: Taglio
    riparto: Riparto
    beneficiari: tuple[Beneficiario, ...]

    @property
    def idonei(self) -> int:
        """How many reach a band and are not excluded."""
        return sum(esito.fascia is not None for esito in self.esiti)

    @property
    def a_testa(self) -> dict[int, list[Fraction]]:
        """Exact shares, in cents, of those who are paid in each band that has anybody."""
        quote: dict[int, list[Fraction]] = {}
        for beneficiario in sorted(self.beneficiari, key=lambda b: b.fascia):
            quote.setdefault(beneficiario.fascia, []).append(self.riparto.esatte[beneficiario.id])
        return quote

    @property
    def pagati(self) -> Mapping[int, Sequence[int]]:
        """Whole cents that are truly paid in each band that has anybody, odd cents with them."""
        importi: dict[int, list[int]] = {}
        for uno in self.beneficiari:
            importi.setdefault(uno.fascia, []).append(self.riparto.importi[uno.id])
        return importi

    @property
    def avvisi(self) -> tuple[Avviso, ...]:
        """What must be known before the decree."""
        if self.taglio.pari:
            return (Avviso.PARITA,)
        veri = {
            Avviso.SOTTO_IL_MINIMO: len(self.beneficiari) < self.limiti.minimo,
            Avviso.FASCIA_INFERIORE: self.fascia_pagata_di_piu is not None,
        }
        return tuple(avviso for avviso, vero in veri.items() if vero)

    @property
    def fascia_pagata_di_piu(self) -> tuple[int, int] | None:
        """The lowest band that gives somebody more than a higher one does, and the highest such."""
        quote = self.a_testa
        return next(
            (
                (bassa, alta)
                for bassa in quote
                for alta in reversed(quote)
                if bassa < alta and max(quote[bassa]) > min(quote[alta])
            ),
            None,
        )


def giudica(
    docenti: Sequence[Docente],
    *,
    fondo: int,
    in_servizio: int,
    regole: RegoleBonus,
    scelti: AbstractSet[str] = frozenset(),
) -> Quadro:
    """Judge all together. ``fondo`` in cents; ``in_servizio`` the tenured teachers of the school.

    ``scelti`` settle a tie across the cut. The order of ``docenti`` decides nothing but the
    last odd cent.
    """
    percentuali = {d.id: percentuale(d.punteggio, regole.pesi) for d in docenti}
    esclusi = {d.id: esclusione(d.posizione, regole.esclusioni) for d in docenti}
    fasce = {
        chi: quale
        for chi, quota in percentuali.items()
        if not esclusi[chi] and (quale := fascia(quota, regole.fasce))
    }
    quanti = limiti(in_servizio, regole.minimo, regole.massimo)
    taglio = taglia({chi: percentuali[chi] for chi in fasce}, quanti.massimo, scelti)
    beneficiari = tuple(Beneficiario(chi, percentuali[chi], fasce[chi]) for chi in taglio.dentro)
    riparto = ripartisci(fondo, beneficiari, regole.riparto, regole.fasce.numero)
    return Quadro(
        fondo=fondo,
        esiti=tuple(
            Esito(
                docente,
                percentuali[docente.id],
                fasce.get(docente.id),
                esclusi[docente.id],
                None if taglio.pari else riparto.importi.get(docente.id, 0),
            )
            for docente in docenti
        ),
        limiti=quanti,
        taglio=taglio,
        riparto=riparto,
        beneficiari=beneficiari,
    )
