"""An application with all that the commission decided of it, out of its rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.models import (
    DecisioneTitolo,
    Esame,
    Invio,
    PuntiConcordati,
    TitoloDichiarato,
)
from selezioni_pon.queries.valutazione import titolo_scritto
from selezioni_pon.rules.confronto import Confronto, confronta
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.punteggio import Punteggio, valuta
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.verifica import Decisione


@dataclass(frozen=True)
class Valutata:
    """An application with all that was decided of it.

    ``righe``, ``decise`` (by title) and ``accordi`` (by item) are as they are kept; ``titoli``,
    ``decisioni`` and ``concordati`` the same as the rules take them, the first two by the same
    keys. ``esame`` is None while nothing was closed nor excluded.
    """

    griglia: Griglia
    invio: Invio
    esame: Esame | None
    righe: Sequence[TitoloDichiarato]
    decise: Mapping[int, DecisioneTitolo]
    accordi: Mapping[str, PuntiConcordati]
    titoli: Mapping[str, Titolo]
    decisioni: Mapping[str, Decisione]
    concordati: Mapping[str, Titolo]

    @property
    def chiusa(self) -> bool:
        """Whether the commission has closed its check."""
        return self.esame is not None and self.esame.chiuso_il is not None

    @property
    def ammessa(self) -> bool:
        """Whether it was not excluded."""
        return self.esame is None or self.esame.ammesso

    @property
    def da_decidere(self) -> int:
        """The declared titles without a decision."""
        return len(self.titoli) - len(self.decisioni)

    @property
    def versione(self) -> int:
        """How many times something was decided of it: as ``punteggi.versione_di`` counts."""
        esame = self.esame.versione if self.esame is not None else 0
        decise = sum(decisa.versione for decisa in self.decise.values())
        return esame + decise + sum(accordo.versione for accordo in self.accordi.values())

    @cached_property
    def ammesso(self) -> Punteggio:
        """The score with what was accepted, and the points of the commission."""
        accettati = [una.ammesso for una in self.decisioni.values() if una.ammesso is not None]
        return valuta(self.griglia, [*accettati, *self.concordati.values()])

    @cached_property
    def confronto(self) -> Confronto:
        """The two scores, item by item."""
        return confronta(self.griglia, self.titoli, self.decisioni, list(self.concordati.values()))


def valutate(griglia: Griglia, invii: Iterable[Invio]) -> list[Valutata]:
    """These applications with their decisions. Three queries beside that of ``invii``.

    ``invii`` come with their ``esame``, so that none is asked one by one.
    """
    elenco = list(invii)
    chiavi = [invio.pk for invio in elenco]
    righe: defaultdict[int, list[TitoloDichiarato]] = defaultdict(list)
    for riga in TitoloDichiarato.objects.filter(invio__in=chiavi).order_by("invio", "posto"):
        righe[riga.invio_id].append(riga)
    decise = DecisioneTitolo.objects.filter(titolo__invio__in=chiavi)
    per_titolo = {una.titolo_id: una for una in decise.select_related("decisa_da__persona")}
    accordi: defaultdict[int, list[PuntiConcordati]] = defaultdict(list)
    for punti in PuntiConcordati.objects.filter(invio__in=chiavi).order_by("pk"):
        accordi[punti.invio_id].append(punti)
    lettore = _Lettore(griglia, {nome: voce for voce in griglia.voci for nome in voce.nomi})
    return [
        lettore.valutata(invio, righe[invio.pk], per_titolo, accordi[invio.pk]) for invio in elenco
    ]


def esame_di(invio: Invio) -> Esame | None:
    """What was closed or excluded of an application; None while nothing was."""
    return getattr(invio, "esame", None)


def decisione_letta(voce: Voce, decisa: DecisioneTitolo) -> Decisione:
    """A decision as the rules take it."""
    ammesso = None if decisa.ammesso is None else titolo_scritto(voce, decisa.ammesso)
    return Decisione(EsitoTitolo(decisa.esito), ammesso, decisa.motivo)


@dataclass(frozen=True)
class _Lettore:
    """Rows read with the items of their grid, by every name that each has."""

    griglia: Griglia
    voci: Mapping[str, Voce]

    def valutata(
        self,
        invio: Invio,
        righe: Sequence[TitoloDichiarato],
        decise: Mapping[int, DecisioneTitolo],
        accordi: Sequence[PuntiConcordati],
    ) -> Valutata:
        sue = {uno.pk: decise[uno.pk] for uno in righe if uno.pk in decise}
        return Valutata(
            griglia=self.griglia,
            invio=invio,
            esame=esame_di(invio),
            righe=righe,
            decise=sue,
            accordi={uno.voce: uno for uno in accordi},
            titoli={str(uno.pk): self._titolo(uno) for uno in righe},
            decisioni={
                str(uno.pk): decisione_letta(self.voci[uno.voce], sue[uno.pk])
                for uno in righe
                if uno.pk in sue
            },
            concordati={uno.voce: self._titolo(uno) for uno in accordi},
        )

    def _titolo(self, riga: TitoloDichiarato | PuntiConcordati) -> Titolo:
        return titolo_scritto(self.voci[riga.voce], riga.valore)
