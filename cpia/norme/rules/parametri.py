"""Parameters of regulations: how their text is read, and what a value carries with it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final, TypeVar

from cpia.norme.enums import Origine, TipoParametro, Unita
from cpia.norme.rules.misure import Durata, GiornoMese

Contenuto = int | Decimal | Fraction | bool | str | tuple[int, ...] | GiornoMese | Durata | None
T = TypeVar("T")

SI_NO: Final = {"sì": True, "si": True, "no": False}
NESSUNO: Final = "nessuno"
UNITA: Final[Mapping[str, Unita]] = {
    "": Unita.GIORNI,
    "giorno": Unita.GIORNI,
    "giorni": Unita.GIORNI,
    "giorno lavorativo": Unita.GIORNI_LAVORATIVI,
    "giorni lavorativi": Unita.GIORNI_LAVORATIVI,
    "giorno libero": Unita.GIORNI_LIBERI,
    "giorni liberi": Unita.GIORNI_LIBERI,
    "ora": Unita.ORE,
    "ore": Unita.ORE,
}
INTERO: Final = re.compile(r"[+-]?[0-9]{1,9}")
GIORNO_MESE: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
FRAZIONE: Final = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")
DURATA: Final = re.compile(r"([0-9]{1,4})\s*([a-z ]*)")


class ValoreNonValido(ValueError):
    """A text that its type cannot read; the message is Italian and says what is expected."""


@dataclass(frozen=True, slots=True)
class Valore:
    """A value in force, with who says it and, if anybody does, who says otherwise.

    ``fonte`` is the whole citation; ``articolo`` the place inside the act; ``testo`` the words.
    """

    chiave: str
    valore: Contenuto
    articolo: str
    fonte: str
    testo: str = ""
    origine: Origine = Origine.REGOLAMENTO
    in_contrasto_con: str = ""

    def come(self, tipo: type[T]) -> T:
        """The value as ``tipo``. Raises TypeError when the catalogue says another type."""
        if not isinstance(self.valore, tipo):
            raise TypeError(f"{self.chiave} non è di tipo {tipo.__name__}")
        return self.valore


def interpreta(
    tipo: TipoParametro, testo: str, *, scelte: Mapping[str, str] | None = None
) -> Contenuto:
    """The value written in ``testo``, read as ``tipo``.

    ``scelte`` maps the allowed words to their labels and is needed for a choice. Raises
    ValoreNonValido, with an Italian message.
    """
    pulito = " ".join(testo.split())
    if not pulito:
        raise ValoreNonValido("il valore manca")
    if tipo is TipoParametro.SCELTA:
        return _scelta(pulito, scelte or {})
    return LETTORI[tipo](pulito)


def _intero(testo: str) -> int:
    if not INTERO.fullmatch(testo):
        raise ValoreNonValido(f"«{testo}» non è un numero intero")
    return int(testo)


def _decimale(testo: str) -> Decimal:
    try:
        numero = Decimal(testo.replace(",", "."))
    except InvalidOperation:
        numero = Decimal("NaN")
    if not numero.is_finite():
        raise ValoreNonValido(f"«{testo}» non è un numero decimale, come 2,50")
    return numero


def _frazione(testo: str) -> Fraction:
    trovato = FRAZIONE.fullmatch(testo)
    if trovato is None or int(trovato[2]) == 0:
        raise ValoreNonValido(f"«{testo}» non è una frazione, come 2/3")
    return Fraction(int(trovato[1]), int(trovato[2]))


def _booleano(testo: str) -> bool:
    try:
        return SI_NO[testo.casefold()]
    except KeyError:
        raise ValoreNonValido(f"«{testo}» non è una risposta: si scrive sì oppure no") from None


def _scelta(testo: str, scelte: Mapping[str, str]) -> str:
    if testo not in scelte:
        ammesse = ", ".join(scelte)
        raise ValoreNonValido(f"«{testo}» non è tra i valori ammessi: {ammesse}")
    return testo


def _elenco(testo: str) -> tuple[int, ...]:
    return tuple(_intero(parte.strip()) for parte in testo.split(","))


def _giorno_mese(testo: str) -> GiornoMese | None:
    if testo.casefold() == NESSUNO:
        return None
    trovato = GIORNO_MESE.fullmatch(testo)
    try:
        if trovato:
            return GiornoMese(mese=int(trovato[2]), giorno=int(trovato[1]))
    except ValueError:
        pass
    raise ValoreNonValido(f"«{testo}» non è un giorno dell’anno: si scrive, per esempio, 26/09")


def _durata(testo: str) -> Durata:
    trovato = DURATA.fullmatch(testo.casefold())
    unita = UNITA.get(trovato[2].strip()) if trovato else None
    if trovato is None or unita is None:
        raise ValoreNonValido(
            f"«{testo}» non è una durata: si scrive, per esempio, 5 giorni, 5 giorni lavorativi, "
            "3 giorni liberi, 24 ore"
        )
    return Durata(int(trovato[1]), unita)


LETTORI: Final[Mapping[TipoParametro, Callable[[str], Contenuto]]] = {
    TipoParametro.INTERO: _intero,
    TipoParametro.DECIMALE: _decimale,
    TipoParametro.FRAZIONE: _frazione,
    TipoParametro.BOOLEANO: _booleano,
    TipoParametro.TESTO: str,
    TipoParametro.ELENCO: _elenco,
    TipoParametro.GIORNO_MESE: _giorno_mese,
    TipoParametro.DURATA: _durata,
}
