"""The rules of a tie, each with what it reads of an applicant and how it is said.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 7 (lower offer); CPIA Napoli Provincia 2,
Regolamento funzioni strumentali, art. 5 (vote, service, age); L. 127/1997, art. 3 c. 7, as changed
by L. 191/1998, art. 2 c. 9 (the younger); R.D. 827/1924, art. 77 c. 2 (the draw, as a model).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa, plurale
from selezioni_pon.enums import TipoCriterio
from selezioni_pon.rules.cifre import in_euro, in_punti
from selezioni_pon.rules.in_gara import Criterio, InGara

SORTE: Final = "R.D. 827/1924, art. 77 c. 2, come modello: il regolamento non dice altro"
PARITA: Final = "parita"

Quantita = int | Fraction


@dataclass(frozen=True, slots=True)
class Misura:
    """What a rule reads (the lower comes first), how it says it, who comes first, what is missing.

    ``se_chiesta`` marks what a call may not ask at all: when nobody of a precedence has it, the
    rule is passed by.
    """

    valore: Callable[[InGara], Quantita | None]
    detta: Callable[[InGara], str]
    precede: str
    manca: str
    se_chiesta: bool = False


def _detto(cosa: str, giorno: date | None) -> str:
    return f"{cosa} {data_estesa(giorno)}" if giorno else ""


def _opposto(numero: Quantita | None) -> Quantita | None:
    return None if numero is None else -numero


def _giorno(quando: date | None) -> int | None:
    return quando.toordinal() if quando else None


def _nascita(uno: InGara) -> str:
    return _detto("data di nascita", uno.data_nascita)


MISURE: Final[dict[TipoCriterio, Misura]] = {
    TipoCriterio.MINOR_OFFERTA: Misura(
        lambda uno: uno.offerta, lambda uno: in_euro(uno.offerta or 0),
        "chi ha fatto l’offerta più bassa", "l’offerta economica", se_chiesta=True,
    ),
    TipoCriterio.ESPERIENZA: Misura(
        lambda uno: _opposto(uno.esperienza), lambda uno: in_punti(uno.esperienza or Fraction(0)),
        "chi ha più punti per l’esperienza specifica", "il punteggio dell’esperienza specifica",
        se_chiesta=True,
    ),
    TipoCriterio.ANZIANITA: Misura(
        lambda uno: _opposto(uno.anzianita),
        lambda uno: plurale(uno.anzianita or 0, "giorno", "giorni"),
        "chi ha più servizio nell’istituto", "il servizio nell’istituto",
    ),
    TipoCriterio.PIU_GIOVANE: Misura(
        lambda uno: _opposto(_giorno(uno.data_nascita)), _nascita,
        "chi è più giovane", "la data di nascita",
    ),
    TipoCriterio.PIU_ANZIANO: Misura(
        lambda uno: _giorno(uno.data_nascita), _nascita,
        "chi ha più età", "la data di nascita",
    ),
    TipoCriterio.VOTO: Misura(
        lambda uno: _opposto(uno.voti), lambda uno: plurale(uno.voti or 0, "voto", "voti"),
        "chi ha avuto più voti segreti del Collegio", "il voto del Collegio",
    ),
    TipoCriterio.PRIMA_DOMANDA: Misura(
        lambda uno: _giorno(uno.data_domanda), lambda uno: _detto("domanda del", uno.data_domanda),
        "chi ha presentato prima la domanda", "la data della domanda",
    ),
}  # fmt: skip


def contraddizioni_dei_criteri(criteri: Sequence[Criterio]) -> Iterator[Violazione]:
    """What makes a list of rules meaningless: repeated, opposed, after a draw that ends it."""
    tipi = [criterio.tipo for criterio in criteri]
    for tipo in dict.fromkeys(uno for uno in tipi if tipi.count(uno) > 1):
        testo = f"Il criterio «{tipo.etichetta}» compare più di una volta."
        yield Violazione("criterio_ripetuto", testo, _fonte(criteri, tipo), PARITA)
    if {TipoCriterio.PIU_GIOVANE, TipoCriterio.PIU_ANZIANO} <= set(tipi):
        testo = "Un criterio preferisce il più giovane e un altro il più anziano: tieni uno solo."
        yield Violazione(
            "criteri_opposti", testo, _fonte(criteri, TipoCriterio.PIU_GIOVANE), PARITA
        )
    if TipoCriterio.SORTEGGIO in tipi[:-1]:
        testo = "Il sorteggio decide sempre: i criteri che lo seguono non servirebbero mai."
        yield Violazione(
            "criteri_dopo_il_sorteggio", testo, _fonte(criteri, TipoCriterio.SORTEGGIO), PARITA
        )


def _fonte(criteri: Sequence[Criterio], tipo: TipoCriterio) -> str:
    return next(criterio.fonte for criterio in criteri if criterio.tipo is tipo)
