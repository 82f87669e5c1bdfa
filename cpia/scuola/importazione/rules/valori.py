"""Each cell, from how the office wrote it to the value that is kept."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from cpia.scuola.importazione.rules.testo import chiave, pulito
from cpia.scuola.parole import elenco
from cpia.scuola.rules import (
    CodiceFiscaleNonValido,
    ProvinciaSconosciuta,
    controlla_codice_fiscale,
    controlla_provincia,
    normalizza_nome,
)

ITALIANA: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?:[ T].*)?")
ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?")
ANNO_CORTO: Final = re.compile(r"\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{2}")
ANNO_SCOLASTICO: Final = re.compile(r"(\d{4})\s*[/\-_ ]?\s*(\d{2}|\d{4})?")
INDIRIZZO_EMAIL: Final = re.compile(r"[^@\s,;<>\"']+@[^@\s,;<>\"']+\.[^@\s.,;<>\"']{2,}")
PRIMO_ANNO_DI_NASCITA: Final = 1900

SI: Final = frozenset({"s", "si", "true", "vero", "1", "x", "y", "yes"})
NO: Final = frozenset({"n", "no", "false", "falso", "0"})
# The keys are the values of Sesso, Legame and Ordinamento in ``cpia.scuola.enums``.
SESSI: Final = {
    "F": {"f", "femmina", "femminile", "donna"},
    "M": {"m", "maschio", "maschile", "uomo"},
}
LEGAMI: Final = {
    "genitore": {"genitore", "padre", "madre", "g", "p", "m"},
    "tutore": {"tutore", "tutrice", "tutorelegale", "t"},
    "affidatario": {"affidatario", "affidataria", "a"},
    "comunita": {"comunita", "responsabiledicomunita", "casafamiglia", "c"},
}
ORDINAMENTI: Final = {
    "liceo": {"liceo", "licei", "l"},
    "tecnico": {"tecnico", "istitutotecnico", "tecnici", "it"},
    "professionale": {"professionale", "istitutoprofessionale", "professionali", "ip"},
    "primo_ciclo": {"primociclo", "primaria", "secondariadiprimogrado", "media"},
    "adulti": {"adulti", "istruzionedegliadulti", "cpia", "serale"},
}
RELIGIONE, ALTERNATIVA, NESSUNA = "religione cattolica", "attività alternativa", "nessuna"
SCELTE: Final = {
    RELIGIONE: SI | {"irc", "religione", "religionecattolica", "avvalente", "siavvale"},
    ALTERNATIVA: NO | {"a", "alternativa", "attivitaalternativa", "nonavvalente", "nonsiavvale"},
    # As registers write who leaves or studies alone: neither of the two groups.
    NESSUNA: {"u", "uscita", "i", "studioindividuale", "d", "studioassistito", "nessuna"},
}
# Language -> the name of the subject and what its name or abbreviation begins with.
LINGUE: Final = {
    "inglese": ("Lingua inglese", {"ing", "en", "eng"}),
    "francese": ("Lingua francese", {"fra", "fr"}),
    "tedesco": ("Lingua tedesca", {"ted", "de", "deu"}),
    "spagnolo": ("Lingua spagnola", {"spa", "es"}),
    "russo": ("Lingua russa", {"rus", "ru"}),
    "cinese": ("Lingua cinese", {"cin", "zh"}),
    "arabo": ("Lingua araba", {"ara", "ar"}),
    "portoghese": ("Lingua portoghese", {"por", "pt"}),
}


class ValoreErrato(ValueError):
    """The message is Italian and says what would be right."""


def leggi_valore(lettore: str, testo: str, massimo: int, oggi: date) -> Any:
    """The value of a cell that is not empty. Raises ValoreErrato."""
    scritto = pulito(testo)
    if len(scritto) > massimo:
        raise ValoreErrato(f"è più lungo di {massimo} caratteri: abbrevialo")
    return LETTORI[lettore](scritto, oggi)


def _data(testo: str, _: date) -> date:
    italiana, iso = ITALIANA.fullmatch(testo), ISO.fullmatch(testo)
    try:
        if italiana:
            giorno, mese, anno = map(int, italiana.groups())
            return date(anno, mese, giorno)
        if iso:
            return date(*map(int, iso.groups()))
    except ValueError:
        raise ValoreErrato(f"il giorno «{testo}» non esiste") from None
    if ANNO_CORTO.fullmatch(testo):
        raise ValoreErrato(f"«{testo}» ha l’anno di due cifre: scrivilo di quattro")
    raise ValoreErrato(f"«{testo}» non è una data: scrivila come 03/05/2008")


def _nascita(testo: str, oggi: date) -> date:
    giorno = _data(testo, oggi)
    if giorno >= oggi:
        raise ValoreErrato(f"la data di nascita {giorno:%d/%m/%Y} è nel futuro")
    if giorno.year < PRIMO_ANNO_DI_NASCITA:
        raise ValoreErrato(f"la data di nascita {giorno:%d/%m/%Y} è troppo lontana")
    return giorno


def _nome(testo: str, _: date) -> str:
    if not any(carattere.isalpha() for carattere in testo):
        raise ValoreErrato(f"«{testo}» non ha lettere")
    return normalizza_nome(testo)


def _codice_fiscale(testo: str, _: date) -> str:
    try:
        return controlla_codice_fiscale(testo)
    except CodiceFiscaleNonValido as errore:
        raise ValoreErrato(str(errore)) from None


def _provincia(testo: str, _: date) -> str:
    try:
        return controlla_provincia(testo.strip("()"), estero=True)
    except ProvinciaSconosciuta as errore:
        raise ValoreErrato(f"{errore}: servono due lettere, EE per l’estero") from None


def _email(testo: str, _: date) -> str:
    if not INDIRIZZO_EMAIL.fullmatch(testo):
        raise ValoreErrato(f"«{testo}» non è un indirizzo e-mail")
    return testo.lower()


def _anno_scolastico(testo: str, _: date) -> int:
    letto = ANNO_SCOLASTICO.fullmatch(testo)
    if letto is None or (letto[2] and int(letto[2]) % 100 != (int(letto[1]) + 1) % 100):
        raise ValoreErrato(f"«{testo}» non è un anno scolastico: scrivilo come 2023/24")
    return int(letto[1])


def _si_no(testo: str, _: date) -> bool:
    if (forma := chiave(testo)) in SI | NO:
        return forma in SI
    raise ValoreErrato(f"«{testo}» non è né sì né no")


def _lingua(testo: str, _: date) -> str:
    if trovata := lingua_di(testo):
        return trovata
    raise ValoreErrato(f"«{testo}» non è una lingua che conosco: {elenco(LINGUE)}")


def lingua_di(nome: str) -> str:
    """The language that a subject or a group is named after, or an empty string.

    «Lingua tedesca», «2ª lingua: tedesco», «TED» are all ``tedesco``.
    """
    parole = [chiave(parola) for parola in re.split(r"[\W\d_]+", nome)]
    if "italiana" in parole or "italiano" in parole:
        return ""
    for lingua, (_, sigle) in LINGUE.items():
        radice = lingua[:-1]
        if any(parola in sigle or parola.startswith(radice) for parola in parole if parola):
            return lingua
    return ""


def _scelta(valori: dict[Any, Any], nome: str) -> Callable[[str, date], Any]:
    """A reader of one of a few words."""

    def leggi(testo: str, _: date) -> Any:
        forma = chiave(testo)
        for valore, forme in valori.items():
            if forma in forme or forma == chiave(str(valore)):
                return str(valore)
        raise ValoreErrato(f"«{testo}» non è {nome}")

    return leggi


LETTORI: Final[dict[str, Callable[[str, date], Any]]] = {
    "testo": lambda testo, _: testo,
    "nome": _nome,
    "data": _data,
    "nascita": _nascita,
    "sesso": _scelta(SESSI, "un sesso: scrivi F o M"),
    "codice_fiscale": _codice_fiscale,
    "provincia": _provincia,
    "email": _email,
    "anno_scolastico": _anno_scolastico,
    "si_no": _si_no,
    "lingua": _lingua,
    "religione": _scelta(SCELTE, "una scelta: scrivi S per la religione cattolica, N o A per no"),
    "legame": _scelta(LEGAMI, "un legame: scrivi genitore, tutore o affidatario"),
    "ordinamento": _scelta(ORDINAMENTI, "un ordinamento: scrivi liceo, tecnico o professionale"),
}
