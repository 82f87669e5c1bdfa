"""The total order of the applicants, or what is still needed to have one.

The points decide; at equal points the rules of the school, one after the other. A rule that lacks
a figure stops the group there: going on to the next one could give the place to another. A draw
is applied only as it was recorded, and only if it holds everybody who is level.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 7; the other rules in ``criteri_parita``.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby
from typing import Final

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import in_alfabeto
from selezioni_pon.enums import Serve, TipoCriterio
from selezioni_pon.rules.criteri_parita import MISURE, SORTE, Misura
from selezioni_pon.rules.frasi_parita import a_parita, che_serve, decisione, ids, nomi
from selezioni_pon.rules.in_gara import Criterio, InGara, Precedenza
from selezioni_pon.rules.ordine import Aperto, Decisione, Ordine, Posto

__all__ = ["Criterio", "Estratti", "InGara", "Ordine", "Precedenza", "ordina"]

Estratti = Mapping[str, Sequence[str]]
DAL_SORTEGGIO: Final = Criterio(TipoCriterio.SORTEGGIO, SORTE)


def ordina(
    candidati: Sequence[InGara],
    criteri: Sequence[Criterio],
    estratti: Estratti | None = None,
) -> Ordine:
    """Rank by precedence, points and the rules of a tie.

    ``estratti`` are the draws on record, the latest last: to what identifies each (its minutes)
    those drawn, in order of extraction. A draw serves only if it held together all who are level.
    The order of ``candidati`` changes nothing. Raises ValueError for one who is there twice.
    """
    if len({uno.id for uno in candidati}) != len(candidati):
        raise ValueError("lo stesso candidato compare due volte")
    lavoro = _Lavoro(candidati, criteri, estratti or {})
    gruppi: list[tuple[InGara, ...]] = []
    in_fila = sorted(candidati, key=_prima_dei_criteri)
    for _, livello in groupby(in_fila, key=_prima_dei_criteri):
        gruppi.extend(lavoro.divide(tuple(livello), 0))
    posti: list[Posto] = []
    for gruppo in gruppi:
        posizione = len(posti) + 1
        posti.extend(Posto(posizione, uno) for uno in gruppo)
    return Ordine(tuple(posti), tuple(lavoro.decisioni), tuple(lavoro.aperti))


def _prima_dei_criteri(uno: InGara) -> tuple[int, Fraction]:
    return uno.precedenza.ordine, -uno.punti


def _per_nome(gruppo: Iterable[InGara]) -> tuple[InGara, ...]:
    return tuple(sorted(gruppo, key=lambda uno: (in_alfabeto(uno.detto), uno.id)))


@dataclass(slots=True)
class _Lavoro:
    """The rules applied to one level group after the other."""

    candidati: Sequence[InGara]
    criteri: Sequence[Criterio]
    estratti: Estratti
    decisioni: list[Decisione] = field(default_factory=list)
    aperti: list[Aperto] = field(default_factory=list)

    def divide(self, gruppo: tuple[InGara, ...], passo: int) -> list[tuple[InGara, ...]]:
        """Part a level group with the rules from ``passo`` on; one that stays whole is open."""
        if len(gruppo) == 1:
            return [gruppo]
        criterio = self.criteri[passo] if passo < len(self.criteri) else DAL_SORTEGGIO
        if criterio.tipo is TipoCriterio.SORTEGGIO:
            return self._sorteggio(gruppo, criterio)
        misura = MISURE[criterio.tipo]
        senza = [uno for uno in gruppo if misura.valore(uno) is None]
        if senza and self._non_chiesta(misura, gruppo[0].precedenza):
            return self.divide(gruppo, passo + 1)
        if senza:
            return self._manca(gruppo, criterio, senza)
        parti = _parti(gruppo, misura)
        if len(parti) > 1:
            self.decisioni.append(decisione(criterio, misura, parti))
        return [parte for uguali in parti for parte in self.divide(uguali, passo + 1)]

    def _non_chiesta(self, misura: Misura, precedenza: Precedenza) -> bool:
        """Whether nobody of the same precedence has what the rule reads: the call did not ask."""
        return misura.se_chiesta and all(
            misura.valore(uno) is None
            for uno in self.candidati
            if uno.precedenza.ordine == precedenza.ordine
        )

    def _sorteggio(
        self, gruppo: tuple[InGara, ...], criterio: Criterio
    ) -> list[tuple[InGara, ...]]:
        verbale = self._verbale({uno.id for uno in gruppo})
        if verbale is None:
            return self._resta(gruppo, criterio, Serve.SORTEGGIO)
        usciti = list(self.estratti[verbale])
        in_fila = sorted(gruppo, key=lambda uno: usciti.index(uno.id))
        testo = f"{a_parita(gruppo)} l’ordine è quello del sorteggio messo a verbale ({verbale}): "
        testo += ", poi ".join(uno.detto for uno in in_fila) + "."
        motivo = Motivo(criterio.tipo, criterio.fonte, testo)
        self.decisioni.append(Decisione(criterio, tuple((uno.id,) for uno in in_fila), motivo))
        return [(uno,) for uno in in_fila]

    def _verbale(self, chi: AbstractSet[str]) -> str | None:
        """The latest draw that held them all."""
        tengono = [dove for dove, usciti in self.estratti.items() if chi <= set(usciti)]
        return tengono[-1] if tengono else None

    def _manca(
        self, gruppo: tuple[InGara, ...], criterio: Criterio, senza: Sequence[InGara]
    ) -> list[tuple[InGara, ...]]:
        serve = Serve.VOTO if criterio.tipo is TipoCriterio.VOTO else Serve.DATO
        return self._resta(gruppo, criterio, serve, senza)

    def _resta(
        self,
        gruppo: tuple[InGara, ...],
        criterio: Criterio,
        serve: Serve,
        senza: Sequence[InGara] = (),
    ) -> list[tuple[InGara, ...]]:
        gruppo, mancano = _per_nome(gruppo), _per_nome(senza)
        testo = f"{a_parita(gruppo)} sono in {len(gruppo)}: {nomi(gruppo)}. "
        testo += che_serve(criterio, serve, mancano)
        self.aperti.append(
            Aperto(ids(gruppo), serve, criterio, ids(mancano),
                   Motivo(f"parita_{serve}", criterio.fonte, testo))
        )  # fmt: skip
        return [gruppo]


def _parti(gruppo: Sequence[InGara], misura: Misura) -> list[tuple[InGara, ...]]:
    in_fila = sorted(gruppo, key=misura.valore)  # type: ignore[arg-type] # no None comes here
    return [_per_nome(uguali) for _, uguali in groupby(in_fila, key=misura.valore)]
