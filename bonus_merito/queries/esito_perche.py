"""Why a figure of the own outcome is what it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from bonus_merito.enums import Area
from bonus_merito.models import Assegnazione
from bonus_merito.queries.esiti import AreaPropria, aree_di
from bonus_merito.queries.quadro import QuadroDiProcedura, Riga
from bonus_merito.rules.decreto import MOTIVAZIONE
from bonus_merito.rules.misure import in_cifre, in_euro

TITOLI: Final = {
    "percentuale": "Come si arriva alla percentuale",
    "fascia": "Perché questa fascia",
    "importo": "Come si arriva all’importo",
    "requisiti": "I requisiti",
    "aggiuntiva": "La percentuale aggiuntiva",
}
# Which reasons of the judgement answer for which figure.
RAGIONI: Final[Mapping[str, tuple[str, ...]]] = {
    "percentuale": ("percentuale",),
    "fascia": ("fascia",),
    "importo": ("importo", "taglio"),
    "requisiti": ("assenza", "esclusione"),
}


@dataclass(frozen=True)
class Spiegazione:
    """A reason in the order in which every reason is told."""

    titolo: str
    risposta: str
    numeri: tuple[tuple[str, str], ...] = ()
    conto: tuple[str, ...] = ()
    regole: tuple[tuple[str, str], ...] = ()


def spiegazione(
    di: str, esito: Assegnazione, riga: Riga, quadro: QuadroDiProcedura
) -> Spiegazione | None:
    """The reason of one figure; None for what the person does not have. No query."""
    if di in {area.value for area in Area}:
        return _area(Area(di), riga, quadro)
    if di == "aggiuntiva":
        return _aggiuntiva(riga, quadro)
    motivi = [motivo for motivo in esito.motivi if motivo["regola"] in RAGIONI.get(di, ())]
    if not motivi:
        return None
    return Spiegazione(
        titolo=TITOLI[di],
        risposta=_risposta(di, esito, quadro),
        numeri=tuple(_numeri(di, riga, quadro)),
        regole=tuple((motivo["testo"], motivo["fonte"]) for motivo in motivi),
    )


def _risposta(di: str, esito: Assegnazione, quadro: QuadroDiProcedura) -> str:
    if di == "importo":
        return f"Ti spettano {in_euro(round(esito.importo * 100))}."
    if di == "fascia":
        if esito.fascia is None:
            return "La percentuale resta nella normale attività: non c’è una fascia."
        return f"Sei nella fascia {quadro.regole.fasce.intervallo(esito.fascia)}."
    if di == "requisiti":
        return "Un requisito manca." if esito.escluso else "I requisiti ci sono."
    return f"La tua percentuale è {in_cifre(Fraction(esito.percentuale))}."


def _numeri(di: str, riga: Riga, quadro: QuadroDiProcedura) -> Iterator[tuple[str, str]]:
    if di != "percentuale":
        return
    for una in aree_di(riga, quadro):
        yield f"Area {una.area.value}, su {una.peso}", una.conta
    if riga.docente.punteggio.aggiuntiva:
        yield "In aggiunta", in_cifre(riga.docente.punteggio.aggiuntiva)


def _area(area: Area, riga: Riga, quadro: QuadroDiProcedura) -> Spiegazione | None:
    trovata = next((una for una in aree_di(riga, quadro) if una.area is area), None)
    if trovata is None or riga.escluso:
        return None
    attivita = riga.confermate(area)
    addendi = " + ".join(in_cifre(Fraction(una.punti or 0)) for una in attivita) or "0"
    return Spiegazione(
        titolo=f"Area {area.value}",
        risposta=_conta(trovata),
        numeri=tuple(
            (f"{una.titolo}, livello {una.livello}", in_cifre(Fraction(una.punti or 0)))
            for una in attivita
        ),
        conto=(f"{addendi} = {trovata.somma}",),
        regole=((f"L’area {area.value} conta al più {trovata.peso}.", trovata.fonte),),
    )


def _conta(area: AreaPropria) -> str:
    if area.tagliata:
        return f"Le attività sommano {area.somma}, e l’area conta al più {area.peso}."
    return f"Le attività confermate danno {area.conta}, su {area.peso}."


def _aggiuntiva(riga: Riga, quadro: QuadroDiProcedura) -> Spiegazione | None:
    valutazione: Any = riga.valutazione
    if valutazione is None or not valutazione.aggiuntiva or riga.escluso:
        return None
    return Spiegazione(
        titolo=TITOLI["aggiuntiva"],
        risposta=f"Il dirigente ha aggiunto {in_cifre(Fraction(valutazione.aggiuntiva))}.",
        regole=(
            (valutazione.motivo_aggiuntiva, f"{quadro.regole.aggiuntiva.fonte}; {MOTIVAZIONE}"),
        ),
    )
