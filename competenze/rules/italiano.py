"""Numbers, days and lists in plain school Italian, the same on every machine and locale."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

GIORNI = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
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


def quanti(numero: int, singolare: str, plurale: str) -> str:
    """The number and its noun: ``1 giorno``, ``3 giorni``."""
    return f"{numero} {singolare if numero == 1 else plurale}"


def giorno_esteso(giorno: date) -> str:
    """A day as people say it: ``sabato 6 giugno 2026``."""
    numero = "1º" if giorno.day == 1 else str(giorno.day)
    return f"{GIORNI[giorno.weekday()]} {numero} {MESI[giorno.month - 1]} {giorno.year}"


def elenco(parole: Sequence[str]) -> str:
    """Words in a row: ``Chimica, Fisica e Religione``."""
    *prime, ultima = parole
    return f"{', '.join(prime)} e {ultima}" if prime else ultima


def decimale(numero: Fraction) -> str:
    """The number with a comma and two decimals, rounded half up.

    Further decimals appear when two would show a half or a whole that the number is not:
    34999/10000 is ``3,4999`` and never ``3,50``, which would be another level.
    """
    cifre = 2
    while _inganna(numero, cifre):
        cifre += 1
    intero, resto = divmod(_unita(numero, cifre), 10**cifre)
    return f"{intero},{resto:0{cifre}d}"


def esatto(numero: Fraction) -> bool:
    """Whether two decimals say the whole number, with nothing rounded away."""
    return Fraction(_unita(numero, 2), 100) == numero


def _unita(numero: Fraction, cifre: int) -> int:
    scala: int = 10**cifre
    return (2 * numero.numerator * scala + numero.denominator) // (2 * numero.denominator)


def _inganna(numero: Fraction, cifre: int) -> bool:
    mostrato = Fraction(_unita(numero, cifre), 10**cifre)
    return (2 * mostrato).denominator == 1 and mostrato != numero
