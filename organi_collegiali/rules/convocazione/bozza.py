"""What a draft still needs before it may be signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Valore, Violazione

ARGOMENTI: Final = "C.M. 16 aprile 1975, n. 105, art. 1: l’avviso indica gli argomenti"
AVVISO: Final = "C.M. 16 aprile 1975, n. 105, art. 1: l’avviso dice giorno, ora e luogo"
PORTALE: Final = "prassi d’istituto: nessuna norma lo regola"


@dataclass(frozen=True, slots=True)
class Stesura:
    """A draft as it is now. ``in_tempo`` and ``frase`` are of the notice term, if it has a day."""

    ha_giorno: bool
    futura: bool
    in_tempo: bool
    frase: str
    fonte: str
    tipo: str
    motivo_urgenza: str
    luogo: str
    collegamento: str
    a_distanza: Valore[bool]
    punti: int
    convocabili: int


def giudica_stesura(bozza: Stesura) -> tuple[Violazione, ...]:
    """Why a draft may not be sent to be signed, each at its field; empty when it may."""
    return (*_giorno(bozza), *_luogo(bozza), *_contenuto(bozza))


def _giorno(bozza: Stesura) -> Iterator[Violazione]:
    if not bozza.ha_giorno:
        testo = "Scegli il giorno e l’ora della seduta."
        yield Violazione("senza_giorno", testo, AVVISO, "giorno")
    elif not bozza.futura:
        testo = "Il giorno e l’ora sono già passati: scegline altri."
        yield Violazione("passata", testo, AVVISO, "giorno")
    elif not bozza.in_tempo:
        yield Violazione("fuori_termine", bozza.frase, bozza.fonte, "giorno")
    if bozza.tipo == "urgente" and not bozza.motivo_urgenza.strip():
        testo = "Scrivi perché è urgente: lo si legge nell’avviso."
        yield Violazione("senza_motivo", testo, PORTALE, "motivo_urgenza")


def _luogo(bozza: Stesura) -> Iterator[Violazione]:
    if not bozza.luogo.strip() and not bozza.collegamento:
        yield Violazione("senza_luogo", "Scrivi dove si tiene la seduta.", AVVISO, "luogo")
    if bozza.collegamento and not bozza.a_distanza.valore:
        testo = "Il regolamento non prevede sedute a distanza: togli il collegamento."
        yield Violazione("a_distanza", testo, bozza.a_distanza.fonte, "collegamento")


def _contenuto(bozza: Stesura) -> Iterator[Violazione]:
    if not bozza.punti:
        testo = "L’ordine del giorno è vuoto: aggiungi almeno un punto."
        yield Violazione("senza_punti", testo, ARGOMENTI, "punti")
    if not bozza.convocabili:
        testo = "Nessuno siede oggi in questo organo: prima si registrano i componenti."
        yield Violazione("senza_componenti", testo, AVVISO)
