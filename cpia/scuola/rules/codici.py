"""The codes of schools and provinces."""

import re
from collections.abc import Mapping
from typing import Final

from cpia.scuola.rules.province import PROVINCE, PROVINCE_DEL_MINISTERO

LUNGHEZZA: Final = 10
FORMA: Final = re.compile(r"[A-Z]{2}[A-Z0-9]{2}[0-9][A-Z0-9]{5}")
POSTO_DELLA_CIFRA: Final = 4
ESTERO: Final = "EE"


class CodiceMeccanograficoNonValido(ValueError):
    """The message is Italian and says what is wrong: length, province, character."""


class ProvinciaSconosciuta(ValueError):
    """A pair of letters that is no Italian province."""


def controlla_codice_meccanografico(testo: str) -> str:
    """The code of a school in its plain form: province, kind, a digit, five more characters.

    Raises CodiceMeccanograficoNonValido. Its last character is a check whose rule the Ministry
    has not published, so only the shape is verified.
    """
    codice = "".join(testo.split()).upper()
    if len(codice) != LUNGHEZZA:
        raise CodiceMeccanograficoNonValido(
            f"il codice meccanografico ha {len(codice)} caratteri: devono essere {LUNGHEZZA}"
        )
    if codice[:2] not in PROVINCE and codice[:2] not in PROVINCE_DEL_MINISTERO:
        raise CodiceMeccanograficoNonValido(
            f"il codice meccanografico comincia per «{codice[:2]}», che non è una provincia"
        )
    if not FORMA.fullmatch(codice):
        raise CodiceMeccanograficoNonValido(_forma_sbagliata(codice))
    return codice


def controlla_provincia(testo: str, *, estero: bool = False) -> str:
    """The two letters of a province; with ``estero`` also EE, for who was born abroad.

    Raises ProvinciaSconosciuta.
    """
    sigla = testo.strip().upper()
    if sigla in PROVINCE or (estero and sigla == ESTERO):
        return sigla
    raise ProvinciaSconosciuta(f"«{testo.strip()}» non è la sigla di una provincia")


def nome_della_provincia(sigla: str, province: Mapping[str, str] = PROVINCE) -> str:
    """The name of a province. Raises ProvinciaSconosciuta."""
    return province[controlla_provincia(sigla)]


def _forma_sbagliata(codice: str) -> str:
    carattere = codice[POSTO_DELLA_CIFRA]
    if carattere == "O":
        return (
            f"nel codice meccanografico «{codice}» il quinto carattere è la lettera O: "
            "al suo posto va una cifra, forse lo zero"
        )
    if not (carattere.isascii() and carattere.isdigit()):
        return (
            f"nel codice meccanografico «{codice}» il quinto carattere è «{carattere}»: "
            "al suo posto va una cifra"
        )
    return f"il codice meccanografico «{codice}» ha caratteri che non sono lettere né cifre"
