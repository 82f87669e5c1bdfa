"""The courtesy texts: what the adult’s page and the summary say, in each language.

The files beside this one hold the sentences; who reviewed them is in ``TestoApprovato``.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from importlib.resources import files
from typing import Any, Final

from patto_formativo.enums import Lingua
from patto_formativo.rules.plurali import Numero, forma, in_lingua

CARTELLA: Final = files("patto_formativo") / "dati" / "cortesia"
# What is no sentence: how the language writes numbers, what it counts, its days and months.
NUMERI, PLURALI, DATE = "numeri", "plurali", "date"


@dataclass(frozen=True, slots=True)
class Testi:
    """The texts of a language; ``impronta`` is the SHA-256 of the file, which a mediator approves.

    ``frasi`` are named ``section.key``; ``plurali`` give for each form a text with ``{n}``.
    """

    lingua: Lingua
    impronta: str
    frasi: Mapping[str, str]
    plurali: Mapping[str, Mapping[str, str]]
    numeri: Mapping[str, str]
    calendario: Mapping[str, Any]

    def dice(self, chiave: str, **valori: object) -> str:
        """A sentence with its values. Raises KeyError for one that does not exist."""
        return self.frasi[chiave].format(**valori)

    def conta(self, che_cosa: str, numero: Numero) -> str:
        """Something counted: ``21 ore``, ``ساعتان``."""
        return self.plurali[che_cosa][forma(self.lingua, numero)].format(n=self.cifre(numero))

    def cifre(self, numero: Numero) -> str:
        """A number as the language writes it."""
        return in_lingua(numero, **self.numeri)

    def giorno(self, giorno: date, oggi: date | None = None) -> str:
        """``domenica 15 novembre 2026``, without the year when it is that of ``oggi``."""
        numero = self.calendario["primo"] if giorno.day == 1 else giorno.day
        corta = oggi is not None and oggi.year == giorno.year
        return str(self.calendario["forma_corta" if corta else "forma"]).format(
            giorno=self.calendario["giorni"][giorno.weekday()],
            numero=numero,
            mese=self.calendario["mesi"][giorno.month - 1],
            anno=giorno.year,
        )

    def ora(self, ora: time) -> str:
        """``17.00``, ``17:00``, ``17 h 00``."""
        return str(self.calendario["ora"]).format(ora=ora.hour, minuti=f"{ora.minute:02}")

    def elenco(self, parti: list[str]) -> str:
        """``a, b e c``."""
        virgola, ultimo = self.calendario["virgola"], self.calendario["e"]
        return ultimo.join(filter(None, [virgola.join(parti[:-1]), *parti[-1:]]))


@cache
def testi(lingua: Lingua) -> Testi:
    """The texts of a language, read once: they change only with the programme."""
    byte = (CARTELLA / f"{lingua}.toml").read_bytes()
    dati = tomllib.loads(byte.decode("utf-8"))
    return Testi(
        lingua=lingua,
        impronta=hashlib.sha256(byte).hexdigest(),
        frasi=dict(_frasi(dati)),
        plurali=dati[PLURALI],
        numeri=dati[NUMERI],
        calendario=dati[DATE],
    )


def _frasi(dati: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for sezione, contenuto in dati.items():
        if sezione not in {NUMERI, PLURALI, DATE}:
            for chiave, frase in contenuto.items():
                yield f"{sezione}.{chiave}", frase
