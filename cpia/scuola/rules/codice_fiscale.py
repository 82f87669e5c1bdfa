"""The codice fiscale: checked and read (D.M. 23 December 1976, n. 13813)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.it import codicefiscale, iva

LUNGHEZZA_PERSONA: Final = 16
LUNGHEZZA_ENTE: Final = 11
MESI: Final = "ABCDEHLMPRST"
# Letters that stand for a digit when two persons would have the same code (omocodia).
OMOCODIA: Final = "LMNPQRSTUV"
CIFRE: Final = {c: n for serie in ("0123456789", OMOCODIA) for n, c in enumerate(serie)}
POSTI_DELLE_CIFRE: Final = frozenset({6, 7, 9, 10, 12, 13, 14})
POSTO_DEL_MESE: Final = 8
SCARTO_FEMMINILE: Final = 40
SECOLI: Final = (1900, 2000)


class CodiceFiscaleNonValido(ValueError):
    """The message is Italian and says what is wrong: length, character, day, control letter."""


@dataclass(frozen=True, slots=True)
class DatiDelCodice:
    """What the codice fiscale of a person says of him or her.

    ``anno`` has two digits only: the code does not tell the century.
    """

    cognome: str
    nome: str
    anno: int
    mese: int
    giorno: int
    sesso: str
    codice_catastale: str


def controlla_codice_fiscale(testo: str) -> str:
    """The code in its plain form, if it is valid; codes with omocodia are.

    Sixteen characters for a person, eleven digits for an organisation. Raises
    CodiceFiscaleNonValido.
    """
    codice = "".join(testo.split()).upper()
    if not codice:
        raise CodiceFiscaleNonValido("il codice fiscale manca")
    if len(codice) == LUNGHEZZA_ENTE:
        return _controlla_ente(codice)
    if len(codice) != LUNGHEZZA_PERSONA:
        raise CodiceFiscaleNonValido(
            f"il codice fiscale ha {len(codice)} caratteri: devono essere "
            f"{LUNGHEZZA_PERSONA}, oppure {LUNGHEZZA_ENTE} cifre per un ente"
        )
    return _controlla_persona(codice)


def di_ente(codice: str) -> bool:
    """Whether a valid code is the numeric one of an organisation."""
    return len(codice) == LUNGHEZZA_ENTE


def leggi_codice_fiscale(codice: str) -> DatiDelCodice:
    """What a valid code of a person says."""
    cifre = "".join(
        str(CIFRE[c]) if posto in POSTI_DELLE_CIFRE else c for posto, c in enumerate(codice)
    )
    giorno = int(cifre[9:11])
    return DatiDelCodice(
        cognome=cifre[:3],
        nome=cifre[3:6],
        anno=int(cifre[6:8]),
        mese=MESI.index(cifre[POSTO_DEL_MESE]) + 1,
        giorno=giorno % SCARTO_FEMMINILE,
        sesso="F" if giorno > SCARTO_FEMMINILE else "M",
        codice_catastale=cifre[11:15],
    )


def _controlla_ente(codice: str) -> str:
    if not (codice.isascii() and codice.isdigit()):
        raise CodiceFiscaleNonValido(
            f"il codice fiscale ha {LUNGHEZZA_ENTE} caratteri e non sono tutti cifre: "
            f"quello di una persona ne ha {LUNGHEZZA_PERSONA}"
        )
    try:
        return iva.validate(codice)
    except InvalidChecksum:
        messaggio = f"l’ultima cifra del codice fiscale, {codice[-1]}, non torna con le altre"
    except ValidationError:
        messaggio = f"«{codice}» non è il codice fiscale di un ente"
    raise CodiceFiscaleNonValido(messaggio)


def _controlla_persona(codice: str) -> str:
    for posto, carattere in enumerate(codice):
        if atteso := _atteso(posto, carattere):
            raise CodiceFiscaleNonValido(
                f"il carattere {posto + 1} del codice fiscale, «{carattere}», è sbagliato: "
                f"al suo posto va {atteso}"
            )
    if not _giorno_esiste(leggi_codice_fiscale(codice)):
        raise CodiceFiscaleNonValido(
            f"nel codice fiscale il giorno di nascita, «{codice[6:11]}», non esiste"
        )
    giusta = codicefiscale.calc_check_digit(codice[:-1])
    if codice[-1] != giusta:
        raise CodiceFiscaleNonValido(
            f"la lettera di controllo del codice fiscale è {codice[-1]} e dovrebbe essere "
            f"{giusta}: un carattere è scritto male"
        )
    return codice


def _atteso(posto: int, carattere: str) -> str:
    """What should stand there, or an empty string if the character is right."""
    if posto in POSTI_DELLE_CIFRE:
        return "" if carattere in CIFRE else f"una cifra (o una lettera tra {OMOCODIA})"
    if posto == POSTO_DEL_MESE:
        return "" if carattere in MESI else f"la lettera del mese, una tra {MESI}"
    return "" if "A" <= carattere <= "Z" else "una lettera"


def _giorno_esiste(dati: DatiDelCodice) -> bool:
    for secolo in SECOLI:
        try:
            date(secolo + dati.anno, dati.mese, dati.giorno)
        except ValueError:
            continue
        return True
    return False
