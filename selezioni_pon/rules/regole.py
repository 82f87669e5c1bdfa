"""What the norms in force say of the selections, each value with its source."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from cpia.norme.enums import Origine
from cpia.norme.rules import Valore as ValoreDiNorma
from cpia.norme.rules.motivi import Valore
from selezioni_pon.enums import (
    Cittadini,
    EffettoConflitto,
    FasciaContesa,
    Fase,
    OrdineAvvisi,
    Pubblicazione,
    TipoCriterio,
)
from selezioni_pon.rules.commissione import RegoleCommissione
from selezioni_pon.rules.da_parametri import letto
from selezioni_pon.rules.in_gara import Criterio

T = TypeVar("T")
PREFISSO: Final = "selezioni."
GIORNI_PER_FASE: Final = {
    Fase.INTERNI: "avviso_interni",
    Fase.ALTRE_SCUOLE: "avviso_altre_scuole",
    Fase.ESTERNI: "avviso_esterni",
}
POSTI_PARITA: Final = ("parita_1", "parita_2", "parita_3", "parita_4")
NESSUNO: Final = "nessuno"
OPPOSTI: Final = {
    TipoCriterio.PIU_GIOVANE: TipoCriterio.PIU_ANZIANO,
    TipoCriterio.PIU_ANZIANO: TipoCriterio.PIU_GIOVANE,
}


@dataclass(frozen=True, slots=True)
class RegoleAvviso:
    """In which order calls follow, for how many days each is open at least, who may apply."""

    ordine: Valore[OrdineAvvisi]
    altre_scuole_prima: Valore[bool]
    giorni: Mapping[Fase, Valore[int]]
    cittadini: Valore[Cittadini]


@dataclass(frozen=True, slots=True)
class RegoleReclamo:
    """Days to complain, the terms among which a call may choose, days to decide."""

    giorni: Valore[int]
    scelte: Valore[tuple[int, ...]]
    decisione: Valore[int]


@dataclass(frozen=True, slots=True)
class RegoleSelezioni:
    """``integrazione`` are the most days to mend a result, ``anni_albo`` school years in the albo.

    ``parita`` are the rules of a tie, in order, each with who says it.
    """

    avviso: RegoleAvviso
    commissione: RegoleCommissione
    solo_progetti: Valore[bool]
    unico_valutato: Valore[bool]
    contesa: Valore[FasciaContesa]
    parita: tuple[Criterio, ...]
    pubblicazione: Valore[Pubblicazione]
    reclamo: RegoleReclamo
    integrazione: Valore[int]
    anni_albo: Valore[int]


def regole_da(valori: Mapping[str, ValoreDiNorma]) -> RegoleSelezioni:
    """The rules out of the parameters of a school, by their key. Raises KeyError if one lacks."""

    def valore(voce: str, come: Callable[[Any], T]) -> Valore[T]:
        return letto(valori[f"{PREFISSO}{voce}"], come)

    return RegoleSelezioni(
        avviso=RegoleAvviso(
            valore("ordine_avvisi", OrdineAvvisi),
            valore("altre_scuole_prima", bool),
            {fase: valore(voce, int) for fase, voce in GIORNI_PER_FASE.items()},
            valore("cittadinanza", Cittadini),
        ),
        commissione=RegoleCommissione(
            valore("commissione_minimo", int),
            valore("commissione_dispari", bool),
            valore("conflitto", EffettoConflitto),
        ),
        solo_progetti=valore("solo_progetti", bool),
        unico_valutato=valore("unico_candidato_valutato", bool),
        contesa=valore("contesa", FasciaContesa),
        parita=tuple(_parita(valori)),
        pubblicazione=valore("pubblicazione", Pubblicazione),
        reclamo=RegoleReclamo(
            valore("reclamo_giorni", int),
            valore("reclamo_scelte", tuple),
            valore("reclamo_decisione", int),
        ),
        integrazione=valore("integrazione_giorni", int),
        anni_albo=valore("albo_esperti_anni", int),
    )


def _parita(valori: Mapping[str, ValoreDiNorma]) -> Iterator[Criterio]:
    """The rules of a tie in order.

    A default gives way to what the school wrote: none that repeats or opposes a rule already
    there, none after a draw. What the school itself wrote wrong is left, to be shown.
    """
    presi: list[TipoCriterio] = []
    for posto in POSTI_PARITA:
        preso = valori[f"{PREFISSO}{posto}"]
        if preso.valore == NESSUNO:
            continue
        tipo = TipoCriterio(preso.come(str))
        if preso.origine is Origine.REGOLAMENTO or not _di_troppo(tipo, presi):
            presi.append(tipo)
            yield Criterio(tipo, preso.fonte)


def _di_troppo(tipo: TipoCriterio, presi: list[TipoCriterio]) -> bool:
    return tipo in presi or OPPOSTI.get(tipo) in presi or TipoCriterio.SORTEGGIO in presi
