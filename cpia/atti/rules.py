"""Pure rules of what leaves the office: codes printed on paper, labels, chain of the register."""

import hashlib
import json
import random
import string
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

ALFABETO = "".join(sorted(set(string.ascii_uppercase + string.digits) - set("OI01")))
LUNGHEZZA_CODICE = 12
GRUPPO = 4
SEPARATORI = frozenset(" -‐‑‒–—.,_/\t\n\r\u00a0")

INIZIO_CATENA = "0" * 64

MESI = (
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
)
GIORNI_CON_VOCALE = (8, 11)


def genera_codice(casuale: random.Random) -> str:
    """A new verification code such as ``7KQF-M3TX-9RLW``: 12 characters, 60 bits.

    `casuale` is the source of chance: in the services `secrets.SystemRandom()`, because the
    code must not be guessable. O, I, zero and one are left out: on paper they are confused.
    """
    return a_gruppi("".join(casuale.choice(ALFABETO) for _ in range(LUNGHEZZA_CODICE)))


def normalizza_codice(digitato: str) -> str | None:
    """The code a person meant, hyphens restored, or None when it cannot be a code.

    Lower case, full-width letters, blanks and missing or odd hyphens are forgiven. A wrong
    character is not guessed at: two codes would otherwise be one.
    """
    piano = unicodedata.normalize("NFKC", digitato)
    caratteri = "".join(c for c in piano if c not in SEPARATORI)
    # Only ASCII is raised: the capital of ß is two letters that nobody typed.
    caratteri = caratteri.upper() if caratteri.isascii() else ""
    if len(caratteri) != LUNGHEZZA_CODICE or not set(caratteri) <= set(ALFABETO):
        return None
    return a_gruppi(caratteri)


def a_gruppi(caratteri: str) -> str:
    """Groups of four, which a person can read aloud and copy."""
    return "-".join(caratteri[i : i + GRUPPO] for i in range(0, len(caratteri), GRUPPO))


def data_estesa(giorno: date) -> str:
    """``12 giugno 2026``; the first of the month is ``1º giugno 2026``."""
    numero = "1º" if giorno.day == 1 else str(giorno.day)
    return f"{numero} {MESI[giorno.month - 1]} {giorno.year}"


def il_giorno(giorno: date) -> str:
    """With the article: ``il 12 giugno 2026``, ``l'8 marzo 2026``."""
    return _articolata(giorno, "il ", "l'")


def del_giorno(giorno: date) -> str:
    """With the preposition: ``del 12 giugno 2026``, ``dell'11 giugno 2026``."""
    return _articolata(giorno, "del ", "dell'")


def _articolata(giorno: date, intera: str, elisa: str) -> str:
    # "otto" and "undici" are the only days that begin with a vowel sound ("1º" is "primo").
    davanti = elisa if giorno.day in GIORNI_CON_VOCALE else intera
    return davanti + data_estesa(giorno)


def da_istituto(denominazione: str) -> str:
    """With the preposition: ``dall’Istituto …``, ``dal Centro …``, ``dalla Scuola …``."""
    if denominazione.startswith(("Scuola", "Direzione")):
        return f"dalla {denominazione}"
    return f"dall’{denominazione}" if denominazione[:1] in "AEIOU" else f"dal {denominazione}"


def etichetta_protocollo(numero: int, giorno: date) -> str:
    """``prot. n. 4688 del 12 giugno 2026``, as every school writes it on its paper.

    The number is the yearly one of the register (DPR 445/2000, art. 57). Raises ValueError
    for a number that no register gives.
    """
    return f"prot. {etichetta_numero(numero, giorno)}"


def etichetta_numero(numero: int, giorno: date) -> str:
    """``n. 4688 del 12 giugno 2026``, of any numbered act."""
    if numero < 1:
        raise ValueError(f"numero non valido: {numero}")
    return f"n. {numero} {del_giorno(giorno)}"


def impronta_dati(payload: Any) -> str:
    """SHA-256, in hexadecimal, of the canonical JSON of a payload.

    Equal payloads give equal hashes whatever the order of their keys. Raises TypeError for
    what has no one writing: floats, sets, dates, keys that are not text.
    """
    return hashlib.sha256(json_canonico(payload).encode("utf-8")).hexdigest()


def json_canonico(valore: Any) -> str:
    """Sorted keys, no blanks, no escapes: one text for one value."""
    _pretende_json_puro(valore)
    return json.dumps(valore, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _pretende_json_puro(valore: Any) -> None:
    match valore:
        case None | bool() | int() | str():
            return
        case Mapping():
            for chiave, contenuto in valore.items():
                if not isinstance(chiave, str):
                    raise TypeError(f"chiave non testuale: {chiave!r}")
                _pretende_json_puro(contenuto)
        case list() | tuple():
            for contenuto in valore:
                _pretende_json_puro(contenuto)
        case _:
            raise TypeError(f"valore senza scrittura canonica: {type(valore).__name__}")


def anello(precedente: str, campi: Mapping[str, Any]) -> str:
    """The link of one row of the register: SHA-256 over the link before it and its own fields.

    The first row takes `INIZIO_CATENA` as `precedente`. `campi` holds the hash of the payload
    and not the payload, so that retention may empty a payload without breaking the chain.
    """
    return impronta_dati({"campi": dict(campi), "precedente": precedente})


@dataclass(frozen=True)
class RigaCatena:
    """A row as it is read back: its fields, the link recorded and the payload if still there."""

    campi: Mapping[str, Any]
    anello: str
    dati: Any = None
    impronta: str | None = None


@dataclass(frozen=True)
class Rottura:
    """The first row that does not hold, counted from zero, and why."""

    posizione: int
    motivo: str


def verifica_catena(
    righe: Iterable[RigaCatena], *, precedente: str = INIZIO_CATENA, ultimo: str | None = None
) -> Rottura | None:
    """The first broken row of a register read in its own order, or None when all hold.

    A changed, removed, added or moved row breaks the chain there; a payload that is still
    present must give the recorded hash. Rows cut off at the end leave a shorter chain that
    holds: they are seen only when `ultimo`, the last link known from elsewhere, is given.
    """
    posizione = -1
    for posizione, riga in enumerate(righe):
        if riga.anello != anello(precedente, riga.campi):
            return Rottura(posizione, "anello diverso da quello calcolato")
        if riga.dati is not None and impronta_dati(riga.dati) != riga.impronta:
            return Rottura(posizione, "dati diversi dall'impronta registrata")
        precedente = riga.anello
    if ultimo is not None and ultimo != precedente:
        return Rottura(posizione + 1, "la catena finisce prima dell'ultimo anello noto")
    return None
