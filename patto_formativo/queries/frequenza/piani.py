"""The plan that the attendance of a person is measured by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models.functions import Coalesce

from patto_formativo.enums import StatoPatto
from patto_formativo.models import UnitaDelPatto, Versione
from patto_formativo.rules.misure import NULLA
from patto_formativo.rules.ore_per_unita import UnitaDelPiano

S = StatoPatto
# Of two versions the one that holds; then the one to be signed, then what held before it.
# A draft is no plan yet.
PESO: Mapping[str, int] = {
    S.CONCLUSO.value: 4, S.IN_CORSO.value: 4, S.SOTTOSCRITTO.value: 4, S.APPROVATO.value: 3,
    S.RINEGOZIATO.value: 2, S.RITIRATO.value: 1,
}  # fmt: skip
HANNO_UN_PIANO = [stato for stato, peso in PESO.items() if peso >= PESO[S.RINEGOZIATO.value]]
FIRMATI = frozenset({S.SOTTOSCRITTO.value, S.IN_CORSO.value, S.CONCLUSO.value})


@dataclass(frozen=True, slots=True)
class PianoDi:
    """The hours of the personalised plan of one person, unit by unit."""

    versione: int
    sottoscritto: bool
    psp: Fraction
    unita: tuple[UnitaDelPiano, ...]

    @property
    def quali(self) -> frozenset[int]:
        """Its units, each by the first of those that it was copied from."""
        return frozenset(int(unita.uda) for unita in self.unita)


def piani(istituto_id: int, corsisti: Iterable[int]) -> dict[int, PianoDi]:
    """The plan of each of these persons, for who has one. Two queries.

    What was withdrawn before it was approved held for nobody.
    """
    scelte: dict[int, dict[str, Any]] = {}
    righe = Versione.objects.filter(
        istituto_id=istituto_id, patto__corsista__in=list(corsisti), stato__in=PESO,
        approvata_il__isnull=False,
    ).order_by("numero")  # fmt: skip
    for riga in righe.values(
        "pk", "stato", "patto__corsista_id", "ore_totali", "ore_accoglienza", "crediti"
    ):
        chi = riga["patto__corsista_id"]
        if chi not in scelte or PESO[riga["stato"]] >= PESO[scelte[chi]["stato"]]:
            scelte[chi] = dict(riga)
    unita = _unita(istituto_id, [riga["pk"] for riga in scelte.values()])
    return {chi: _piano(riga, unita.get(riga["pk"], [])) for chi, riga in scelte.items()}


def _unita(istituto_id: int, versioni: list[int]) -> dict[int, list[UnitaDelPiano]]:
    per_versione: dict[int, list[UnitaDelPiano]] = {}
    righe = UnitaDelPatto.objects.filter(istituto_id=istituto_id, versione__in=versioni)
    for versione, uda, titolo, ore in righe.order_by("versione", "ordine", "id").values_list(
        "versione_id", Coalesce("unita__da_unita_id", "unita_id"), "titolo", "ore"
    ):
        per_versione.setdefault(versione, []).append(UnitaDelPiano(str(uda), titolo, Fraction(ore)))
    return per_versione


def _piano(riga: dict[str, Any], unita: list[UnitaDelPiano]) -> PianoDi:
    crediti = sum((Fraction(ore) for ore in riga["crediti"].values()), NULLA)
    psp = Fraction(riga["ore_totali"]) - Fraction(riga["ore_accoglienza"]) - crediti
    return PianoDi(riga["pk"], riga["stato"] in FIRMATI, psp, tuple(unita))
