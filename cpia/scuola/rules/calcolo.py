"""The codice fiscale that the official method gives (D.M. 23 December 1976, n. 13813)."""

import re
from datetime import date
from typing import Final

from stdnum.it import codicefiscale

from cpia.scuola.rules.codice_fiscale import MESI, SCARTO_FEMMINILE, CodiceFiscaleNonValido
from cpia.scuola.rules.nomi import lettere

VOCALI: Final = "AEIOU"
CATASTALE: Final = re.compile(r"[A-Z][0-9]{3}")


def calcola_codice_fiscale(
    cognome: str, nome: str, nascita: date, sesso: str, codice_catastale: str
) -> str:
    """The code that the official method gives (D.M. 23 December 1976); omocodia is not known.

    ``sesso`` is M or F; ``codice_catastale`` is that of the town or, for who was born abroad, of
    the country (Z and three digits). Only the Agenzia delle entrate assigns a code: this one
    serves to compare. Raises CodiceFiscaleNonValido for a sex or a place written otherwise.
    """
    luogo = codice_catastale.strip().upper()
    if sesso not in {"F", "M"}:
        raise CodiceFiscaleNonValido(f"il sesso «{sesso}» non è M né F")
    if not CATASTALE.fullmatch(luogo):
        raise CodiceFiscaleNonValido(f"«{codice_catastale}» non è un codice catastale")
    giorno = nascita.day + (SCARTO_FEMMINILE if sesso == "F" else 0)
    parte = (
        f"{sigla_cognome(cognome)}{sigla_nome(nome)}{nascita.year % 100:02d}"
        f"{MESI[nascita.month - 1]}{giorno:02d}{luogo}"
    )
    return parte + codicefiscale.calc_check_digit(parte)


def sigla_cognome(cognome: str) -> str:
    """Three letters: the consonants, then the vowels, then X."""
    consonanti, vocali = _separa(cognome)
    return f"{consonanti}{vocali}XXX"[:3]


def sigla_nome(nome: str) -> str:
    """As for the surname, but of four or more consonants the first, third and fourth."""
    consonanti, vocali = _separa(nome)
    if len(consonanti) > 3:
        consonanti = consonanti[0] + consonanti[2:4]
    return f"{consonanti}{vocali}XXX"[:3]


def _separa(nome: str) -> tuple[str, str]:
    semplici = lettere(nome)
    consonanti = "".join(c for c in semplici if c not in VOCALI)
    return consonanti, "".join(c for c in semplici if c in VOCALI)
