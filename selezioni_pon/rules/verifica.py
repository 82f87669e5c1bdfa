"""The check of the declared titles, one by one: nothing declared is ever changed.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 8 (a specific and detailed report);
L. 241/1990, art. 3 (reasons).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import ChiPropone, EsitoTitolo
from selezioni_pon.rules.cifre import in_punti
from selezioni_pon.rules.fonti import MOTIVAZIONE, regolamento
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.griglia.punteggio import valuta
from selezioni_pon.rules.griglia.titoli import Titolo

RELAZIONE: Final = regolamento("art. 4 c. 8")


@dataclass(frozen=True, slots=True)
class Decisione:
    """What is decided of one declared title: ``ammesso`` is what counts, None when refused."""

    esito: EsitoTitolo
    ammesso: Titolo | None = None
    motivo: str = ""


def accetta(dichiarato: Titolo) -> Decisione:
    """The title counts as it was declared."""
    return Decisione(EsitoTitolo.ACCETTATO, dichiarato)


def verifica_decisione(
    griglia: Griglia, dichiarato: Titolo, decisione: Decisione
) -> list[Violazione]:
    """What is against this decision: no reason, another item, more than was declared."""
    voce = griglia.voce(dichiarato.voce)
    if voce is None or voce.chi is ChiPropone.COMMISSIONE:
        testo = f"La voce {dichiarato.voce} non si dichiara: i punti li dà la commissione."
        return [Violazione("voce", testo, griglia.fonte, "voce")]
    return [*_motivo(decisione), *_ammesso(griglia, dichiarato, decisione)]


def _motivo(decisione: Decisione) -> Iterator[Violazione]:
    if decisione.esito is not EsitoTitolo.ACCETTATO and not decisione.motivo.strip():
        testo = f"Scrivi perché il titolo è {decisione.esito.etichetta}."
        yield Violazione("motivo", testo, MOTIVAZIONE, "motivo")


def _ammesso(griglia: Griglia, dichiarato: Titolo, decisione: Decisione) -> Iterator[Violazione]:
    ammesso = decisione.ammesso
    if decisione.esito is EsitoTitolo.RIFIUTATO:
        if ammesso is not None:
            testo = "Un titolo non accettato non dà punti: non si scrive che cosa vale."
            yield Violazione("ammesso", testo, RELAZIONE, "ammesso")
    elif ammesso is None or griglia.voce(ammesso.voce) != griglia.voce(dichiarato.voce):
        testo = f"Scrivi che cosa vale del titolo dichiarato alla voce {dichiarato.voce}."
        yield Violazione("ammesso", testo, RELAZIONE, "ammesso")
    elif (ammesso == dichiarato) is (decisione.esito is EsitoTitolo.RIDOTTO):
        testo = (
            "Un titolo accettato vale com’è dichiarato; se vale meno è accettato in parte, e si "
            "scrive che cosa resta."
        )
        yield Violazione("ammesso", testo, RELAZIONE, "ammesso")
    else:
        yield from _non_di_piu(griglia, dichiarato, ammesso)


def _non_di_piu(griglia: Griglia, dichiarato: Titolo, ammesso: Titolo) -> Iterator[Violazione]:
    chiesti, dati = _da_solo(griglia, dichiarato), _da_solo(griglia, ammesso)
    if dati > chiesti:
        testo = (
            f"Il titolo è dichiarato per {in_punti(chiesti)} e ne avrebbe {in_punti(dati)}: la "
            "commissione non aggiunge a quello che è stato dichiarato."
        )
        yield Violazione("piu_del_dichiarato", testo, RELAZIONE, "ammesso")
    elif _quanti(ammesso) > _quanti(dichiarato) or ammesso.pertinenti > dichiarato.pertinenti:
        testo = (
            "I titoli, o quelli pertinenti, sono più di quelli dichiarati: la commissione non "
            "aggiunge a quello che è stato dichiarato."
        )
        yield Violazione("piu_del_dichiarato", testo, RELAZIONE, "ammesso")


def _quanti(titolo: Titolo) -> Fraction:
    """How many titles there are, of whatever length."""
    return Fraction(sum(titolo.per_grado.values())) if titolo.per_grado else titolo.quanti


def _da_solo(griglia: Griglia, titolo: Titolo) -> Fraction:
    """The points of one title, before any cap and whatever stands beside it."""
    voce = griglia.voce(titolo.voce)
    return next(riga.lordi for riga in valuta(griglia, [titolo]).voci if riga.voce == voce)
