"""The board of the dirigente: what is kept, what a cell on trial would do, another method."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from bonus_merito.enums import Area, Metodo
from bonus_merito.models import Attivita, Procedura
from bonus_merito.queries.ipotesi import Ipotesi
from bonus_merito.queries.quadro import fascicolo_di, giudicato
from bonus_merito.queries.righe import QuadroDiProcedura, Riga
from bonus_merito.rules.effetto import effetto_sull_area, effetto_sull_importo
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.regole import RegoleBonus

FILTRI = {
    "tutti": "tutti",
    "da-valutare": "da valutare",
    "beneficiari": "beneficiari",
    "esclusi": "esclusi",
}


@dataclass(frozen=True, slots=True)
class Cella:
    """The points of an area of somebody, on trial."""

    richiesta: int
    area: Area
    punti: Fraction


@dataclass(frozen=True)
class EffettoCella:
    """What a cell on trial changes; ``sola`` is the activity that would be written, if one only."""

    cella: Cella
    testo: str
    verso: str
    importi: str
    sola: Attivita | None
    confermate: int

    @property
    def chiave(self) -> str:
        """The cell as a form names it."""
        return f"{self.cella.richiesta}-{self.cella.area.value}"

    @property
    def punti(self) -> str:
        """The points on trial, as one writes them."""
        return in_cifre(self.cella.punti)


@dataclass(frozen=True)
class Lavagna:
    """``registrato`` is kept, ``mostrato`` has the cell on trial, ``altro`` also the rest."""

    registrato: QuadroDiProcedura
    mostrato: QuadroDiProcedura
    altro: QuadroDiProcedura
    ipotesi: Ipotesi
    effetto: EffettoCella | None

    @property
    def salvata_il(self) -> datetime | None:
        """When the last judgement was kept."""
        return max(_istanti(self.registrato.righe), default=None)


def lavagna_di(procedura: Procedura, ipotesi: Ipotesi, cella: Cella | None = None) -> Lavagna:
    """The board with what one tries. Four queries."""
    fascicolo = fascicolo_di(procedura)
    registrato = giudicato(fascicolo)
    chi = registrato.riga(cella.richiesta) if cella else None
    if cella is None or chi is None or chi.esito is None or chi.escluso:
        return Lavagna(registrato, registrato, giudicato(fascicolo, ipotesi), ipotesi, None)
    punti = {(cella.richiesta, cella.area): cella.punti}
    mostrato = giudicato(fascicolo, Ipotesi(punti=punti))
    return Lavagna(
        registrato,
        mostrato,
        giudicato(fascicolo, replace(ipotesi, punti=punti)),
        ipotesi,
        _effetto(cella, chi, mostrato),
    )


def metodo_accanto(regole: RegoleBonus) -> Metodo:
    """The method that one sees beside that in force, when none was asked for."""
    proporzionale = Metodo.PROPORZIONALE
    in_vigore = regole.riparto.metodo.valore
    return Metodo.QUOTE_UGUALI if in_vigore is proporzionale else proporzionale


def filtrate(quadro: QuadroDiProcedura, filtro: str) -> Sequence[Riga]:
    """The rows of a filter, in alphabetical order; all of them for what is no filter."""
    scelte = {
        "da-valutare": quadro.da_valutare,
        "beneficiari": quadro.beneficiari,
        "esclusi": quadro.esclusi,
    }
    return scelte.get(filtro, quadro.righe)


def _effetto(cella: Cella, prima: Riga, mostrato: QuadroDiProcedura) -> EffettoCella | None:
    dopo = mostrato.riga(cella.richiesta)
    if dopo is None or dopo.esito is None or prima.esito is None:
        return None
    confermate = prima.confermate(cella.area)
    verso, importi = effetto_sull_importo(prima.esito.importo, dopo.esito.importo)
    testo = effetto_sull_area(
        cella.area,
        (prima.punti[cella.area], cella.punti),
        (prima.esito, dopo.esito),
        mostrato.regole.fasce,
    )
    sola = confermate[0] if len(confermate) == 1 else None
    return EffettoCella(cella, testo, verso, importi, sola, len(confermate))


def _istanti(righe: Sequence[Riga]) -> Iterator[datetime]:
    for riga in righe:
        if riga.valutazione and riga.valutazione.completa_il:
            yield riga.valutazione.completa_il
        yield from (una.giudicata_il for una in riga.attivita if una.giudicata_il)
