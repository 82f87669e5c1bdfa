"""The head of a grid and its sections are written, moved, taken away."""

from datetime import datetime

from django.db import transaction

from cpia.scuola.access import Contesto
from selezioni_pon.models import Griglia
from selezioni_pon.rules.griglia import modifica
from selezioni_pon.services.pezzi.blocco import (
    Dati,
    esigi_letto,
    esigi_posto,
    nella_griglia,
    sezione_detta,
)

SEZIONI_MASSIME = 20


@transaction.atomic
def scrivi_testata(
    *, autore: Contesto, adesso: datetime, griglia_id: int, impronta: int, testata: Dati
) -> Griglia:
    """Write title, act, notes of a grid. Raises AttoRifiutato, Conflitto."""

    def cambia(dati: Dati, riga: Griglia) -> Dati:
        esigi_letto(riga, modifica.testata(dati), impronta)
        return modifica.con_testata(dati, testata)

    return nella_griglia(autore, adesso, griglia_id, cambia)


@transaction.atomic
def scrivi_sezione(
    *, autore: Contesto, adesso: datetime, griglia_id: int, era: str, impronta: int, sezione: Dati
) -> Griglia:
    """Write the head of a section, known by the mark that it had; without ``era`` a new one.

    A new one that is there already is a second click. Raises AttoRifiutato, Conflitto.
    """

    def cambia(dati: Dati, riga: Griglia) -> Dati:
        if not era and modifica.sezione_gia_scritta(dati, sezione):
            return dati
        if not era:
            esigi_posto(len(dati["sezioni"]), SEZIONI_MASSIME, "sezioni")
            return modifica.con_sezione(dati, None, sezione)
        s = sezione_detta(dati, era)
        esigi_letto(riga, modifica.testata_di(dati["sezioni"][s]), impronta)
        return modifica.con_sezione(dati, s, sezione)

    return nella_griglia(autore, adesso, griglia_id, cambia)


@transaction.atomic
def togli_sezione(*, autore: Contesto, adesso: datetime, griglia_id: int, era: str) -> Griglia:
    """Take a section away with its items. Raises AttoRifiutato."""
    return nella_griglia(
        autore, adesso, griglia_id,
        lambda dati, _: modifica.senza_sezione(dati, sezione_detta(dati, era)),
    )  # fmt: skip


@transaction.atomic
def sposta_sezione(
    *, autore: Contesto, adesso: datetime, griglia_id: int, era: str, passo: int
) -> Griglia:
    """Exchange a section with the one before (-1) or after (1). Raises AttoRifiutato."""
    return nella_griglia(
        autore, adesso, griglia_id,
        lambda dati, _: modifica.con_sezione_spostata(dati, sezione_detta(dati, era), passo),
    )  # fmt: skip
