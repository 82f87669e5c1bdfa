"""The page of a draft: its steps with how they stand, its items, its files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Passo, TipoAllegato
from selezioni_pon.models import AllegatoCandidatura, Candidatura
from selezioni_pon.queries.candidature.mancanze import (
    Mancanza,
    chiesta_da,
    dichiarate,
    passi_di,
    scritta_di,
)
from selezioni_pon.rules.domanda.avvertenze import avvertenze_di
from selezioni_pon.rules.domanda.mancanze import mancanze_di


@dataclass(frozen=True)
class PassoLetto:
    """A step and its glyph: done, under way, to do."""

    passo: Passo
    stato: str
    mancano: Sequence[Violazione]


@dataclass(frozen=True)
class Scheda:
    """How a draft stands: its steps, what lacks, what is better looked at."""

    passi: Sequence[PassoLetto]
    mancanze: Sequence[Mancanza]
    avvertenze: Sequence[Mancanza]

    @property
    def pronta(self) -> bool:
        """Whether nothing keeps it from being sent."""
        return not self.mancanze

    def mancano_a(self, passo: Passo) -> list[Violazione]:
        """What a step lacks."""
        return [una.violazione for una in self.mancanze if una.passo is passo]

    def dopo(self, passo: Passo) -> Passo | None:
        """The step after this one; None after the last."""
        ordine = [uno.passo for uno in self.passi]
        return next(iter(ordine[ordine.index(passo) + 1 :]), None)

    @property
    def prima_da_fare(self) -> Passo:
        """Where one goes on: the first step that lacks something, or the last."""
        da_fare = (uno.passo for uno in self.passi if uno.stato != "fatto")
        return next(da_fare, self.passi[-1].passo)


def con_le_righe(candidatura: Candidatura) -> Candidatura:
    """The same row with its items and the files of the draft loaded. Two queries."""
    # What was loaded before an act may be old by now.
    getattr(candidatura, "_prefetched_objects_cache", {}).clear()
    prefetch_related_objects([candidatura], "risposte", "allegati")
    return candidatura


def scheda(candidatura: Candidatura, qui: Passo | None = None) -> Scheda:
    """A draft on one of its pages. No query once its rows are loaded (``con_le_righe``)."""
    chiesta = chiesta_da(candidatura.avviso)
    scritta = scritta_di(candidatura, chiesta.griglia)
    mancano = mancanze_di(scritta, chiesta)
    titoli = bool(dichiarate(candidatura))
    passi = []
    for passo in passi_di(candidatura.avviso):
        suoi = [una.violazione for una in mancano if una.passo is passo]
        passi.append(PassoLetto(passo, _stato(passo, suoi, titoli=titoli, qui=passo is qui), suoi))
    return Scheda(passi, mancano, avvertenze_di(scritta, chiesta))


def prove_di(candidatura: Candidatura) -> Mapping[str, list[AllegatoCandidatura]]:
    """The evidence of the draft by item. No query once loaded."""
    trovate: dict[str, list[AllegatoCandidatura]] = {}
    for allegato in _vivi(candidatura):
        if allegato.tipo == TipoAllegato.PROVA:
            trovate.setdefault(allegato.voce, []).append(allegato)
    return trovate


def allegato_di(candidatura: Candidatura, tipo: TipoAllegato) -> AllegatoCandidatura | None:
    """The file of a kind of which there is one. No query once loaded."""
    return next((uno for uno in _vivi(candidatura) if uno.tipo == tipo), None)


def _vivi(candidatura: Candidatura) -> Iterator[AllegatoCandidatura]:
    return (uno for uno in candidatura.allegati.all() if uno.tolto_il is None)


def _stato(passo: Passo, mancano: Sequence[Violazione], *, titoli: bool, qui: bool) -> str:
    if not mancano and (passo is not Passo.TITOLI or titoli):
        return "fatto"
    return "in-corso" if qui else "da-fare"
