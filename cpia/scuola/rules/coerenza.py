"""Whether a codice fiscale goes with the person: doubts to be shown, never refusals.

A woman's married name, a second name, a transliteration or a mistake of the registry office may
all explain a difference: whoever imports decides.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from cpia.scuola.rules.calcolo import sigla_cognome, sigla_nome
from cpia.scuola.rules.codice_fiscale import DatiDelCodice, di_ente, leggi_codice_fiscale

# The Agenzia delle entrate writes the umlaut with an E since 2011, before with the plain vowel.
DIERESI: Final = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE"})
SESSI: Final = {"F": "una donna", "M": "un uomo"}


def incoerenze(
    codice: str,
    *,
    cognome: str = "",
    nome: str = "",
    nascita: date | None = None,
    sesso: str = "",
) -> tuple[str, ...]:
    """What in a valid code does not go with the data given, each as one Italian sentence.

    Data left empty are not compared.
    """
    if di_ente(codice):
        return ("il codice fiscale è numerico, di un ente e non di una persona",)
    dati = leggi_codice_fiscale(codice)
    dubbi = (
        _del_nome("cognome", cognome, dati.cognome, sigla_cognome),
        _del_nome("nome", nome, dati.nome, sigla_nome),
        _della_nascita(nascita, dati),
        _del_sesso(sesso, dati),
    )
    return tuple(dubbio for dubbio in dubbi if dubbio)


def _del_nome(cosa: str, scritto: str, trovata: str, sigla: Callable[[str], str]) -> str:
    if not scritto or trovata in {sigla(scritto), sigla(scritto.upper().translate(DIERESI))}:
        return ""
    return (
        f"nel codice fiscale le lettere del {cosa} sono {trovata}, "
        f"ma per {scritto} sarebbero {sigla(scritto)}"
    )


def _della_nascita(nascita: date | None, dati: DatiDelCodice) -> str:
    if nascita is None:
        return ""
    if (nascita.year % 100, nascita.month, nascita.day) == (dati.anno, dati.mese, dati.giorno):
        return ""
    return (
        f"il codice fiscale è di chi è nato il {dati.giorno:02d}/{dati.mese:02d} "
        f"di un anno che finisce per {dati.anno:02d}, non il {nascita:%d/%m/%Y}"
    )


def _del_sesso(sesso: str, dati: DatiDelCodice) -> str:
    if sesso in {"", dati.sesso}:
        return ""
    return f"il codice fiscale è di {SESSI[dati.sesso]}"
