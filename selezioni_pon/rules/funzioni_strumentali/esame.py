"""The titles of an application and what the Commission decides of them.

The regulation names six kinds of titles, asks that each is strictly pertinent to the function and
gives no points: one for each title that is.

Source: CPIA Napoli Provincia 2, Regolamento funzioni strumentali, n. 5.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.rules.funzioni_strumentali.domande import Ammissione

ATTINENZA: Final = (
    "Regolamento funzioni strumentali, n. 5: «Il termine “specifico” impone la stretta attinenza "
    "alla funzione richiesta»"
)
MOTIVAZIONE: Final = "L. 241/1990, art. 3: ogni decisione dice il suo motivo"
CONFLITTO: Final = "L. 241/1990, art. 6-bis"
TITOLI_MASSIMI: Final = 20


@dataclass(frozen=True, slots=True)
class DecisioneTitolo:
    """What the Commission says of the title ``numero``; ``esito`` None while it says nothing."""

    numero: int
    esito: EsitoTitolo | None
    motivo: str = ""


def punti(esiti: Collection[EsitoTitolo | str]) -> Fraction:
    """One for each title that was accepted."""
    return Fraction(sum(1 for uno in esiti if uno == EsitoTitolo.ACCETTATO))


def contro_i_titoli(testi: Sequence[str]) -> list[Violazione]:
    """What is against the titles of an application: none, too many, the same one twice."""
    if not testi:
        testo = "Scrivi almeno un titolo: la funzione si dà per titoli."
        return [Violazione("senza_titoli", testo, ATTINENZA)]
    if len(testi) > TITOLI_MASSIMI:
        testo = f"I titoli sono {len(testi)}: al più {TITOLI_MASSIMI}."
        return [Violazione("troppi_titoli", testo, ATTINENZA)]
    uguali = {" ".join(uno.casefold().split()) for uno in testi}
    if len(uguali) < len(testi):
        testo = "Lo stesso titolo compare due volte: conta una volta sola."
        return [Violazione("titolo_ripetuto", testo, ATTINENZA)]
    return []


def si_esamina(ammissione: Ammissione) -> bool:
    """Whether the Commission looks at it: also who is short of years, in case nobody else stays."""
    return {una.codice for una in ammissione.violazioni} <= {"permanenza"}


def contro_l_esame(
    decisioni: Sequence[DecisioneTitolo], *, idoneo: bool, motivo: str
) -> list[Violazione]:
    """What is against closing the examination of an application."""
    return list(_contro_l_esame(decisioni, idoneo=idoneo, motivo=motivo))


def _contro_l_esame(
    decisioni: Sequence[DecisioneTitolo], *, idoneo: bool, motivo: str
) -> Iterator[Violazione]:
    for una in decisioni:
        if una.esito is None:
            testo = f"Del titolo {una.numero} manca la decisione."
            yield Violazione("titolo_da_decidere", testo, ATTINENZA, f"esito_{una.numero}")
        elif una.esito is EsitoTitolo.RIFIUTATO and not una.motivo.strip():
            testo = "Scrivi perché questo titolo non conta."
            yield Violazione("senza_motivo", testo, MOTIVAZIONE, f"motivo_{una.numero}")
    if not idoneo and not motivo.strip():
        testo = "Scrivi perché non è idoneo: lo legge chi ha fatto domanda."
        yield Violazione("non_idoneo_senza_motivo", testo, MOTIVAZIONE, "motivo")
    if idoneo and decisioni and not punti([una.esito or "" for una in decisioni]):
        testo = "Nessun titolo è attinente: non può essere idoneo."
        yield Violazione("idoneo_senza_titoli", testo, ATTINENZA, "idoneo")


def contro_la_chiusura(da_esaminare: int, verbale: str) -> list[Violazione]:
    """What is against closing the work of the Commission."""
    trovate = []
    if da_esaminare:
        quante = plurale(da_esaminare, "domanda", "domande")
        testo = f"Restano da esaminare {quante}: prima di chiudere ognuna ha il suo esito."
        trovate.append(Violazione("da_esaminare", testo, ATTINENZA))
    if not verbale.strip():
        testo = "Scrivi quale verbale riporta l’esame dei titoli."
        trovate.append(Violazione("senza_verbale", testo, MOTIVAZIONE, "verbale"))
    return trovate
