"""Italian wording of days, hours, numbers and deadlines. Pure: no Django, no clock."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

ROMA = ZoneInfo("Europe/Rome")
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
GIORNI_VICINI = {-1: "ieri", 0: "oggi", 1: "domani"}
UNA_SETTIMANA = 7
CIFRE_DI_UNDICI = 2  # of the first group of three, read «undici»
ALTE = str.maketrans("«»", "“”")
UN_MINUTO_E_MEZZO = 90  # seconds
UN_ORA_E_MEZZO = 90  # minutes


def _italiano(istante: datetime) -> datetime:
    """An aware instant in Italian time; a naive one is taken as it is."""
    return istante.astimezone(ROMA) if istante.tzinfo else istante


def _giorno_civile(momento: date) -> date:
    return _italiano(momento).date() if isinstance(momento, datetime) else momento


def data_estesa(momento: date, oggi: date | None = None) -> str:
    """``9 giugno``, with the year unless it is that of ``oggi``; the first is ``1º``."""
    civile = _giorno_civile(momento)
    numero = "1º" if civile.day == 1 else str(civile.day)
    anno = "" if oggi and civile.year == oggi.year else f" {civile.year}"
    return f"{numero} {MESI[civile.month - 1]}{anno}"


def giorno(momento: date, oggi: date | None = None) -> str:
    """``martedì 9 giugno``, with the year unless it is that of ``oggi``."""
    return f"{GIORNI[_giorno_civile(momento).weekday()]} {data_estesa(momento, oggi)}"


def giorno_breve(momento: date) -> str:
    """``ven 5 giu``: for narrow columns where the year is known."""
    civile = _giorno_civile(momento)
    return f"{GIORNI[civile.weekday()][:3]} {civile.day} {MESI[civile.month - 1][:3]}"


def ora(momento: datetime) -> str:
    """``10.42``, Italian time."""
    italiano = _italiano(momento)
    return f"{italiano.hour}.{italiano.minute:02d}"


def giorno_e_ora(momento: datetime, oggi: date | None = None) -> str:
    """``venerdì 12 giugno, ore 13.02``."""
    return f"{giorno(momento, oggi)}, ore {ora(momento)}"


def plurale(numero: int, uno: str, molti: str, nessuno: str | None = None) -> str:
    """``1 giorno``, ``3 giorni``; zero takes ``nessuno`` as a whole, when it is given."""
    if numero == 0 and nessuno is not None:
        return nessuno
    return f"{intero(numero)} {uno if abs(numero) == 1 else molti}"


def desinenza(sesso: str) -> str:
    """The ending of «nato», «iscritto»: both where the sex (M, F) is not known."""
    return {"M": "o", "F": "a"}.get(sesso, "o/a")


def elenco(parti: Iterable[object]) -> str:
    """``Turla, Vescovi e Zanardini``."""
    testi = [str(parte) for parte in parti]
    return " e ".join(filter(None, [", ".join(testi[:-1]), *testi[-1:]]))


def intero(numero: int) -> str:
    """``5.000``: dots every three digits."""
    return f"{numero:,}".replace(",", ".")


def decimale(numero: Fraction | Decimal | int, cifre: int = 2) -> str:
    """``2,50`` and ``1.741,67``: rounded half away from zero, exactly."""
    unita = 10**cifre
    scalato = abs(Fraction(numero)) * unita
    tondo = (2 * scalato.numerator + scalato.denominator) // (2 * scalato.denominator)
    segno = "-" if numero < 0 and tondo else ""
    coda = f",{tondo % unita:0{cifre}d}" if cifre else ""
    return f"{segno}{intero(tondo // unita)}{coda}"


def con_articolo(cifre: str) -> str:
    """A number with its article, as one reads it: ``lo 0``, ``l’8``, ``l’11,5``, ``il 20``."""
    intera = cifre.partition(",")[0].replace(".", "")
    if intera == "0":
        return f"lo {cifre}"
    undici = intera.startswith("11") and len(intera) % 3 == CIFRE_DI_UNDICI
    if intera == "1" or intera.startswith("8") or undici:
        return f"l’{cifre}"
    return f"il {cifre}"


def di_con_articolo(cifre: str) -> str:
    """``dello 0``, ``dell’8``, ``del 23``."""
    detto = con_articolo(cifre)
    return f"del {cifre}" if detto.startswith("il ") else f"del{detto}"


def distanza(momento: date, oggi: date) -> int:
    """Days from ``oggi``: negative if past."""
    return (_giorno_civile(momento) - oggi).days


def quando(momento: date, oggi: date) -> str:
    """``oggi``, ``ieri``, ``domani``, ``fra 3 giorni``, ``3 giorni fa``."""
    giorni = distanza(momento, oggi)
    if giorni in GIORNI_VICINI:
        return GIORNI_VICINI[giorni]
    quanti = plurale(abs(giorni), "giorno", "giorni")
    return f"fra {quanti}" if giorni > 0 else f"{quanti} fa"


def durata(secondi: int) -> str:
    """``20 secondi``, ``3 minuti``, ``2 ore``: rounded up to the unit that one would say."""
    if secondi < UN_MINUTO_E_MEZZO:
        return plurale(secondi, "secondo", "secondi")
    minuti = -(-secondi // 60)
    if minuti < UN_ORA_E_MEZZO:
        return plurale(minuti, "minuto", "minuti")
    return plurale(-(-minuti // 60), "ora", "ore")


def in_alfabeto(nome: str) -> tuple[str, str]:
    """What names are sorted by: «Èboli» among the E, accents, case and apostrophes apart."""
    scomposto = unicodedata.normalize("NFKD", nome.replace("’", "'").casefold())
    return "".join(uno for uno in scomposto if not unicodedata.combining(uno)), nome


def fra_virgolette(testo: str) -> str:
    """``«Coding alla “Collodi”»``: the guillemets inside become the high ones."""
    return f"«{testo.translate(ALTE)}»"


def con_maiuscola(testo: str) -> str:
    """First letter upper case, the rest untouched."""
    return testo[:1].upper() + testo[1:]


@dataclass(frozen=True)
class Termine:
    """A deadline in words.

    ``urgenza`` is ``ritardo``, ``oggi``, ``settimana`` or ``dopo``; ``breve`` goes in the
    chip, ``nota`` beside it, ``esteso`` is the chip that stands alone.
    """

    urgenza: str
    breve: str
    nota: str
    esteso: str


def termine(scade: date, adesso: datetime, cosa: str = "") -> Termine:
    """Words for a deadline seen at ``adesso``.

    ``scade`` as a day means the whole day; as an instant, the hour counts and is said.
    ``cosa`` comes before the date (``si inserisce fino a``).
    """
    oggi = _giorno_civile(adesso)
    ora_detta = ora(scade) if isinstance(scade, datetime) else ""
    giorni = distanza(scade, oggi)
    if giorni < 0 or (ora_detta and _passato(scade, adesso)):
        return _in_ritardo(scade, oggi, ora_detta)
    if giorni == 0:
        return _per_oggi(scade, oggi, ora_detta, cosa)
    return _futuro(scade, oggi, ora_detta, cosa)


def _passato(scade: date, adesso: datetime) -> bool:
    return isinstance(scade, datetime) and scade < adesso


def _alle(ora_detta: str) -> str:
    return f" alle {ora_detta}" if ora_detta else ""


def _in_ritardo(scade: date, oggi: date, ora_detta: str) -> Termine:
    giorni = -distanza(scade, oggi)
    quanti = plurale(giorni, "giorno", "giorni")
    breve = f"In ritardo di {quanti}" if giorni else f"Scaduto alle {ora_detta}"
    nota = f"scadeva {giorno(scade, oggi)}" if giorni else f"scadeva oggi{_alle(ora_detta)}"
    esteso = f"{breve}: {nota}" if giorni else breve
    return Termine("ritardo", breve, nota, esteso)


def _per_oggi(scade: date, oggi: date, ora_detta: str, cosa: str) -> Termine:
    breve = f"Oggi, entro le {ora_detta}" if ora_detta else "Oggi"
    data = giorno(scade, oggi)
    esteso = f"{breve}: {cosa} {data}" if cosa else f"{breve}, {data}"
    return Termine("oggi", breve, data, esteso)


def _futuro(scade: date, oggi: date, ora_detta: str, cosa: str) -> Termine:
    data = giorno(scade, oggi) + _alle(ora_detta)
    fra = con_maiuscola(quando(scade, oggi))
    if distanza(scade, oggi) > UNA_SETTIMANA:
        esteso = con_maiuscola(f"{cosa} {data}".strip())
        return Termine("dopo", con_maiuscola(data), fra.lower(), esteso)
    esteso = f"{fra}: {cosa} {data}" if cosa else f"{fra}, {data}"
    return Termine("settimana", fra, f"entro {data}", esteso)
