"""What everybody reads of an outcome: one judgement for the albo and for what it would be today.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, art. 9; CPIA Napoli Provincia 2, Regolamento
della commissione per la valutazione, arts. 7 c. 6 and 10 c. 5; D.Lgs. 33/2013, art. 20.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bonus_merito.enums import Categoria, Gruppo, Lordo, Pubblicazione
from bonus_merito.models import Procedura, Richiesta
from bonus_merito.queries.regole import parametri_di
from bonus_merito.queries.righe import QuadroDiProcedura
from bonus_merito.rules.misure import in_euro
from bonus_merito.rules.parole import ALTRI
from bonus_merito.rules.pubblicazione import (
    Premiato,
    conteggi,
    elenco_pubblico,
    in_parole,
    insiemi_detti,
)
from bonus_merito.rules.regole import RegoleFasce
from cpia.atti.carta import Congelato
from cpia.scuola.parole import con_maiuscola, elenco


@dataclass(frozen=True)
class GruppoPubblico(Congelato):
    """A part of the alphabetical list."""

    titolo: str
    nomi: tuple[str, ...]


@dataclass(frozen=True)
class DatoPubblico(Congelato):
    """A line of the aggregate data."""

    voce: str
    valore: str


@dataclass(frozen=True)
class Contenuto:
    """What everybody reads: the list, or the data with their spread."""

    gruppi: tuple[GruppoPubblico, ...] = ()
    dati: tuple[DatoPubblico, ...] = ()
    fasce: tuple[DatoPubblico, ...] = ()


@dataclass(frozen=True, slots=True)
class Premio:
    """The outcome of one person, in cents: nothing for who has no bonus."""

    richiesta: Richiesta
    fascia: int | None
    centesimi: int


@dataclass(frozen=True, slots=True)
class Anteprima:
    """The form that the institute publishes in, its lines, who says so."""

    forma: Pubblicazione
    righe: Sequence[tuple[str, str]]
    fonte: str
    altra_fonte: str


def contenuto_di(
    procedura: Procedura, premi: Sequence[Premio], *, fondo: int, fasce: RegoleFasce
) -> Contenuto:
    """In the form of the regulation of the school. ``fondo`` in cents; no query."""
    valori = parametri_di(procedura)
    if Pubblicazione(valori["bonus.pubblicazione"].come(str)) is Pubblicazione.ELENCO:
        return Contenuto(gruppi=tuple(_gruppi(procedura, [p for p in premi if p.centesimi])))
    minimo = valori["bonus.gruppo_minimo"].come(int)
    return Contenuto(
        dati=tuple(_dati(procedura, premi, fondo, minimo)),
        fasce=tuple(_fasce(premi, fasce, minimo)),
    )


def anteprima(quadro: QuadroDiProcedura) -> Anteprima:
    """What would be published of a judgement as it stands. No query."""
    preso = parametri_di(quadro.procedura)["bonus.pubblicazione"]
    premi = [
        Premio(riga.richiesta, riga.esito.fascia, riga.esito.importo or 0)
        for riga in quadro.righe
        if riga.esito is not None
    ]
    detto = contenuto_di(
        quadro.procedura, premi, fondo=quadro.quadro.fondo, fasce=quadro.regole.fasce
    )
    righe = [
        *((con_maiuscola(uno.titolo or "beneficiari"), elenco(uno.nomi)) for uno in detto.gruppi),
        *((uno.voce, uno.valore) for uno in (*detto.dati, *detto.fasce)),
    ]
    contro = preso.in_contrasto_con
    return Anteprima(
        Pubblicazione(preso.come(str)), righe, preso.fonte,
        f" Altra fonte: {contro}" if contro else "",
    )  # fmt: skip


def _gruppi(procedura: Procedura, premiati: Sequence[Premio]) -> Iterator[GruppoPubblico]:
    """The parts of the list; beside others, those of no group have a heading of their own."""
    parti = elenco_pubblico(
        [
            Premiato(
                str(premio.richiesta.persona),
                Gruppo(premio.richiesta.gruppo) if premio.richiesta.gruppo else None,
            )
            for premio in premiati
        ]
    )
    altri = ALTRI[Categoria(procedura.categoria)] if len(parti) > 1 else ""
    for gruppo, nomi in parti:
        yield GruppoPubblico(gruppo.etichetta if gruppo else altri, tuple(nomi))


def _dati(
    procedura: Procedura, premi: Sequence[Premio], fondo: int, minimo: int
) -> Iterator[DatoPubblico]:
    """Sums allotted and paid, how many: the level of selection (D.Lgs. 33/2013, art. 20)."""
    lordo = Lordo(procedura.fondo.lordo).etichetta
    yield DatoPubblico("Somma stanziata", f"{in_euro(fondo)}, {lordo}")
    yield DatoPubblico("Somma distribuita", in_euro(sum(premio.centesimi for premio in premi)))
    interi = [
        ("Beneficiari", sum(bool(premio.centesimi) for premio in premi)),
        ("Hanno partecipato", len(premi)),
        ("Personale di ruolo in servizio", procedura.in_servizio),
    ]
    for uno in reversed(insiemi_detti(interi, minimo)):
        detto = f"meno di {minimo}" if uno.numero is None else str(uno.numero)
        yield DatoPubblico(uno.voce, detto)


def _fasce(premi: Sequence[Premio], fasce: RegoleFasce, minimo: int) -> Iterator[DatoPubblico]:
    """The spread by band; small groups, and what reveals them, are unsaid."""
    conto = Counter(premio.fascia for premio in premi if premio.centesimi)
    voci = [
        (f"Fascia {fasce.intervallo(fascia)}", conto[fascia])
        for fascia in range(fasce.numero, 0, -1)
    ]
    for conteggio in conteggi(voci, minimo):
        yield DatoPubblico(conteggio.voce, in_parole(conteggio, minimo))
