"""A table of data read as the dataclass that it is, strictly and with the place of a fault."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from cpia.norme.enums import Voce
from cpia.scuola.parole import elenco

T = TypeVar("T")
NOMI: Final = {str: "un testo", int: "un numero intero", bool: "true o false", date: "un giorno"}


def crea(classe: type[T], dati: object, dove: str) -> T:
    """The dataclass that a table describes.

    Raises ValueError, in Italian and with the place, for an entry that is unknown, missing or
    of another kind.
    """
    if not isinstance(dati, Mapping):
        raise ValueError(f"{dove}: serve una tabella")
    noti = {campo.name: campo for campo in fields(classe)}  # type: ignore[arg-type]
    if ignote := sorted(set(dati) - set(noti)):
        raise ValueError(f"{dove}: non si conosce {elenco(ignote)}")
    servono = {nome for nome, campo in noti.items() if campo.default is MISSING}
    if mancano := sorted(servono - set(dati)):
        raise ValueError(f"{dove}: manca {elenco(mancano)}")
    tipi = get_type_hints(classe)
    return classe(**{n: _valore(tipi[n], v, f"{dove}.{n}") for n, v in dati.items()})


def _valore(tipo: Any, valore: object, dove: str) -> Any:
    if isinstance(tipo, UnionType):
        return _valore(get_args(tipo)[0], valore, dove)
    if get_origin(tipo) is tuple:
        if not isinstance(valore, list):
            raise ValueError(f"{dove}: serve un elenco")
        [di_che, _] = get_args(tipo)
        return tuple(_valore(di_che, uno, f"{dove}[{n}]") for n, uno in enumerate(valore))
    if is_dataclass(tipo):
        return crea(tipo, valore, dove)  # type: ignore[arg-type]
    if issubclass(tipo, Voce):
        return _scelta(tipo, valore, dove)
    return _semplice(tipo, valore, dove)


def _scelta(tipo: type[Voce], valore: object, dove: str) -> Voce:
    if valore not in list(tipo):
        raise ValueError(f"{dove}: deve essere uno di {elenco(tipo)}")
    return tipo(str(valore))


def _semplice(tipo: type, valore: object, dove: str) -> object:
    # A boolean is an int to Python, and no number to a reader.
    if type(valore) is not tipo or valore == "" or (tipo is int and not valore):
        raise ValueError(f"{dove}: serve {NOMI[tipo]}, non {valore!r}")
    return valore.strip() if isinstance(valore, str) else valore
