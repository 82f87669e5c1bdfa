"""The steps of the list: provisional, final, moved on, early children; when each may be done.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 3, art. 2 lett. c, e, g and art. 3 lett. b, c.
The provisional list and the days to speak of it are of the procedure (L. 241/1990, art. 10).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa, plurale
from selezioni_pon.enums import TipoVersione
from selezioni_pon.rules.infanzia.modello import RegoleInfanzia

PARTECIPAZIONE: Final = (
    "L. 241/1990, art. 10 lett. b: chi è interessato può presentare osservazioni scritte"
)
DOPO_LA_DEFINITIVA: Final = (TipoVersione.DEFINITIVA, TipoVersione.SCORRIMENTO)


@dataclass(frozen=True, slots=True)
class Momento:
    """Where a list stands on a day.

    ``ultima`` is the last version, the early children apart; ``da_decidere`` how many are level
    across the last place; ``contati_il`` the day of the count, ``da_contare`` the sections whose
    enrolled are not written, ``anticipi`` how many ask to come early.
    """

    oggi: date
    entro: date
    sezioni: int
    domande: int
    ultima: TipoVersione | None
    osservazioni_entro: date | None
    da_decidere: int
    contati_il: date
    da_contare: int
    anticipi: int


def contro_il_passo(
    tipo: TipoVersione, momento: Momento, regole: RegoleInfanzia
) -> list[Violazione]:
    """What is against making that version of the list now."""
    return list(PASSI[tipo](momento, regole))


def contro_le_osservazioni(entro: date | None, oggi: date) -> list[Violazione]:
    """What is against the last day on which the families may speak of the provisional list."""
    if entro is not None and entro > oggi:
        return []
    testo = "Lascia almeno un giorno alle famiglie: il termine per le osservazioni è dopo oggi."
    return [Violazione("osservazioni", testo, PARTECIPAZIONE, "osservazioni_entro")]


def _provvisoria(momento: Momento, regole: RegoleInfanzia) -> Iterator[Violazione]:
    fonti = regole.ordine
    if momento.oggi <= momento.entro:
        testo = f"Le domande si presentano fino al {data_estesa(momento.entro)}: si forma dopo."
        yield Violazione("termine_aperto", testo, fonti.nei_termini)
    if not momento.sezioni:
        testo = "Manca quante sezioni ha la scuola: senza, non si sa quanti sono i posti."
        yield Violazione("senza_sezioni", testo, regole.posti.ammessi.fonte)
    if not momento.domande:
        yield Violazione("senza_domande", "Non c’è nessuna domanda da mettere in ordine.", "")
    if momento.ultima in DOPO_LA_DEFINITIVA:
        testo = "L’elenco è già definitivo: ciò che arriva dopo entra con uno scorrimento."
        yield Violazione("gia_definitivo", testo, fonti.scorrimento)


def _definitiva(momento: Momento, regole: RegoleInfanzia) -> Iterator[Violazione]:
    if momento.ultima is not TipoVersione.PROVVISORIA:
        testo = "Prima si forma l’elenco provvisorio, e le famiglie lo leggono."
        if momento.ultima is not None:
            testo = "L’elenco è già definitivo."
        yield Violazione("non_provvisorio", testo, PARTECIPAZIONE)
    elif momento.osservazioni_entro is not None and momento.oggi <= momento.osservazioni_entro:
        testo = (
            "Le famiglie possono scrivere le loro osservazioni fino al "
            f"{data_estesa(momento.osservazioni_entro)}: si fa dopo."
        )
        yield Violazione("osservazioni_aperte", testo, PARTECIPAZIONE)
    yield from _senza_parita(momento, regole)


def _scorrimento(momento: Momento, regole: RegoleInfanzia) -> Iterator[Violazione]:
    yield from _dopo_la_definitiva(momento, regole)
    yield from _senza_parita(momento, regole)


def _anticipi(momento: Momento, regole: RegoleInfanzia) -> Iterator[Violazione]:
    numeri = regole.anticipi.numeri
    yield from _dopo_la_definitiva(momento, regole)
    if momento.oggi < momento.contati_il:
        testo = (
            f"Gli iscritti si contano il {data_estesa(momento.contati_il)}: si fa da quel giorno."
        )
        yield Violazione("prima_del_conteggio", testo, numeri.al.fonte)
    if momento.da_contare:
        quante = plurale(momento.da_contare, "sezione", "sezioni")
        testo = f"Mancano gli iscritti di {quante}: scrivili nelle sezioni."
        yield Violazione("sezioni_da_contare", testo, numeri.al.fonte)
    if not momento.anticipi:
        yield Violazione("nessun_anticipo", "Nessuno chiede di frequentare in anticipo.", "")


def _dopo_la_definitiva(momento: Momento, regole: RegoleInfanzia) -> Iterator[Violazione]:
    if momento.ultima not in DOPO_LA_DEFINITIVA:
        testo = "Prima l’elenco deve essere definitivo."
        yield Violazione("non_definitivo", testo, regole.ordine.scorrimento)


def _senza_parita(momento: Momento, regole: RegoleInfanzia) -> Iterator[Violazione]:
    if momento.da_decidere:
        quante = plurale(momento.da_decidere, "domanda è", "domande sono")
        testo = f"{quante} a pari merito sull’ultimo posto: prima si registra il sorteggio."
        yield Violazione("parita_aperta", testo, regole.ordine.parita)


PASSI: Final[Mapping[TipoVersione, Callable[[Momento, RegoleInfanzia], Iterator[Violazione]]]] = {
    TipoVersione.PROVVISORIA: _provvisoria,
    TipoVersione.DEFINITIVA: _definitiva,
    TipoVersione.SCORRIMENTO: _scorrimento,
    TipoVersione.ANTICIPI: _anticipi,
}
