"""JSON read strictly: what Python would forgive (doubled keys, NaN, a BOM) is a fault here."""

import codecs
import json
from collections import Counter
from collections.abc import Iterator

from cpia.portale.calcolo.guasti import DatiErrati, Guasto, NumeroImproprio, figlio, mostra

PROFONDITA_MASSIMA = 16
CIFRE_MASSIME = 15
TROPPO_PROFONDO = f"troppi livelli uno dentro l'altro: al massimo {PROFONDITA_MASSIMA}"


class Oggetto(dict[str, object]):
    """A JSON object that remembers which keys were written more than once."""

    def __init__(self, coppie: list[tuple[str, object]]) -> None:
        super().__init__(coppie)
        volte = Counter(chiave for chiave, _ in coppie)
        self.ripetute = [chiave for chiave, quante in volte.items() if quante > 1]


def leggi(ottetti: bytes) -> tuple[object, list[Guasto]]:
    """The value written in ``ottetti`` (UTF-8 JSON) and the faults of its form.

    Raises DatiErrati when there is no value at all to go on with.
    """
    testo = _testo(ottetti)
    try:
        valore = json.loads(
            testo,
            object_pairs_hook=Oggetto,
            parse_int=_intero,
            parse_float=NumeroImproprio,
            parse_constant=NumeroImproprio,
        )
    except json.JSONDecodeError as errore:
        dove = f"riga {errore.lineno}, colonna {errore.colno}"
        raise _illeggibile(f"JSON non valido alla {dove}") from None
    except RecursionError:
        raise _illeggibile(TROPPO_PROFONDO) from None
    return valore, list(_guasti_di_forma(valore))


def _testo(ottetti: bytes) -> str:
    if ottetti.startswith(codecs.BOM_UTF8):
        raise _illeggibile("i dati cominciano con un BOM: salvare in UTF-8 senza BOM")
    try:
        testo = ottetti.decode("utf-8")
    except UnicodeDecodeError as errore:
        raise _illeggibile(f"i dati non sono in UTF-8 (byte {errore.start + 1})") from None
    if not testo.strip():
        raise _illeggibile("non c'è alcun dato: ci vuole un oggetto JSON o un elenco di oggetti")
    return testo


def _illeggibile(testo: str) -> DatiErrati:
    return DatiErrati([Guasto("$", testo)])


def _intero(scritto: str) -> int | NumeroImproprio:
    # Python refuses to read very long integers, and no count here has sixteen digits.
    return int(scritto) if len(scritto) <= CIFRE_MASSIME else NumeroImproprio(scritto)


def _guasti_di_forma(radice: object) -> Iterator[Guasto]:
    da_vedere = [("$", radice, 1)]
    while da_vedere:
        percorso, valore, profondita = da_vedere.pop()
        yield from _guasti_di(percorso, valore)
        if profondita > PROFONDITA_MASSIMA:
            yield Guasto(percorso, TROPPO_PROFONDO)
            continue
        figli = [(dove, dentro, profondita + 1) for dove, dentro in _figli(percorso, valore)]
        da_vedere += reversed(figli)


def _figli(percorso: str, valore: object) -> list[tuple[str, object]]:
    match valore:
        case Oggetto():
            return [(figlio(percorso, chiave), dentro) for chiave, dentro in valore.items()]
        case list():
            return [(f"{percorso}[{posto}]", dentro) for posto, dentro in enumerate(valore)]
        case _:
            return []


def _guasti_di(percorso: str, valore: object) -> Iterator[Guasto]:
    if isinstance(valore, Oggetto):
        for chiave in valore.ripetute:
            yield Guasto(figlio(percorso, chiave), "chiave scritta più di una volta")
        if any(map(_spezzato, valore)):
            yield Guasto(percorso, "una chiave contiene un carattere Unicode spezzato")
    elif isinstance(valore, str) and _spezzato(valore):
        yield Guasto(percorso, f"carattere Unicode spezzato in {mostra(valore)}")


def _spezzato(testo: str) -> bool:
    """Whether the text holds half of a surrogate pair, which no UTF-8 can write."""
    return any("\ud800" <= carattere <= "\udfff" for carattere in testo)
