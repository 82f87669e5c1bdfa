"""Whether a draft may come into force, and what happens to the version that it replaces."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cpia.norme.rules.catalogo import CHIAVI, ChiaveSconosciuta, chiave_nota
from cpia.norme.rules.misure import data_in_lettere
from cpia.norme.rules.parametri import ValoreNonValido
from cpia.norme.rules.scritto import Scritto
from cpia.norme.rules.vigenza import Disposizione

__all__ = ["Rifiuto", "Scritto", "Versione", "giudica_adozione", "giudica_parametro"]

TITOLO: Final = "titolo"
ATTO: Final = "atto"
DAL: Final = "dal"
PARAMETRI: Final = "parametri"


@dataclass(frozen=True, slots=True)
class Versione:
    """A version of a regulation that is not a draft: in force from, to (None: still)."""

    dal: date
    al: date | None = None


@dataclass(frozen=True, slots=True)
class Rifiuto:
    """Why it cannot be adopted: the field to look at and an Italian sentence."""

    campo: str
    testo: str


def giudica_adozione(
    *,
    atto: str,
    dal: date,
    oggi: date,
    sostituita: Versione | None,
    altre: Iterable[Versione],
    parametri: Sequence[Scritto],
    vigenti: Iterable[Disposizione] = (),
) -> tuple[Rifiuto, ...]:
    """Why a draft may not be adopted with that act and day; empty when it may.

    ``sostituita`` is the version that ends the day before, ``altre`` those of the same title. A
    new version holds from today on: the days gone by keep the rules that they had. A regulation
    that the portal did not know may have begun in the past, but for what ``vigenti``, the other
    regulations of those days, said otherwise.
    """
    rifiuti = [] if atto.strip() else [Rifiuto(ATTO, "Scrivi l’atto che adotta il regolamento.")]
    rifiuti += _giorno(dal, oggi, sostituita, altre)
    if sostituita is None:
        rifiuti += _passato(dal, oggi, parametri, vigenti)
    if not parametri:
        rifiuti.append(Rifiuto(PARAMETRI, "La bozza non ha ancora nessuna regola."))
    return (*rifiuti, *(r for p in parametri for r in giudica_parametro(p)))


def giudica_parametro(parametro: Scritto) -> tuple[Rifiuto, ...]:
    """What is wrong in one parameter: unknown, unreadable, without the article that says it."""
    try:
        nota = chiave_nota(parametro.chiave)
        nota.leggi(parametro.valore)
    except ChiaveSconosciuta as errore:
        return (Rifiuto(PARAMETRI, f"{errore}."),)
    except ValoreNonValido as errore:
        return (Rifiuto(PARAMETRI, f"{nota.etichetta}: {errore}."),)
    if not parametro.articolo.strip():
        return (Rifiuto(PARAMETRI, f"{nota.etichetta}: manca l’articolo."),)
    return ()


def giorno_prima(dal: date) -> date:
    """The last day of the version that a new one replaces."""
    return dal - timedelta(days=1)


def _giorno(
    dal: date, oggi: date, sostituita: Versione | None, altre: Iterable[Versione]
) -> list[Rifiuto]:
    """The new one begins after the one that it replaces, and on no day of another one."""
    if sostituita and dal <= sostituita.dal:
        vecchia = data_in_lettere(sostituita.dal)
        testo = f"La versione che si sostituisce è in vigore da {vecchia}: la nuova comincia dopo."
        return [Rifiuto(DAL, testo)]
    if sostituita and dal < oggi:
        testo = "I giorni passati tengono le loro regole: la nuova versione vale da oggi in poi."
        return [Rifiuto(DAL, testo)]
    sovrapposte = (v for v in altre if v != sostituita and (v.al is None or v.al >= dal))
    return [
        Rifiuto(DAL, f"In quei giorni vale già un’altra versione, {_periodo(versione)}.")
        for versione in sovrapposte
    ]


def _passato(
    dal: date, oggi: date, parametri: Iterable[Scritto], vigenti: Iterable[Disposizione]
) -> list[Rifiuto]:
    """What held on the days gone by, by another regulation, is not said otherwise afterwards."""
    if dal >= oggi:
        return []
    allora = [v for v in vigenti if v.dal < oggi and (v.al is None or v.al >= dal)]
    diversi = [
        f"{CHIAVI[vigente.chiave].etichetta} ({vigente.regolamento})"
        for detto in parametri
        for vigente in allora
        if vigente.chiave == detto.chiave and _dice_altro(vigente, detto)
    ]
    if not diversi:
        return []
    testo = (
        f"Nei giorni passati un altro regolamento dice altro: {'; '.join(dict.fromkeys(diversi))}. "
        "Togli queste regole dalla bozza, o scegli un giorno da oggi in poi."
    )
    return [Rifiuto(DAL, testo)]


def _dice_altro(vigente: Disposizione, detto: Scritto) -> bool:
    """Whether two values differ; an unknown parameter says nothing, it is judged by itself."""
    try:
        leggi = chiave_nota(detto.chiave).leggi
        return leggi(detto.valore) != leggi(vigente.valore)
    except ChiaveSconosciuta:
        return False
    except ValoreNonValido:
        return detto.valore != vigente.valore


def _periodo(versione: Versione) -> str:
    fine = f" a {data_in_lettere(versione.al)}" if versione.al else ""
    return f"da {data_in_lettere(versione.dal)}{fine}"
