"""The items of a grid are written, moved, taken away."""

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
    voce_detta,
)

VOCI_MASSIME = 60


@transaction.atomic
def scrivi_voce(
    *, autore: Contesto, adesso: datetime, griglia_id: int, sezione: str, era: str, impronta: int,
    voce: Dati,
) -> Griglia:  # fmt: skip
    """Write an item, known by the number that it had; without ``era`` a new one of ``sezione``.

    A new one that is there already is a second click. Raises AttoRifiutato, Conflitto.
    """

    def cambia(dati: Dati, riga: Griglia) -> Dati:
        if not era and modifica.voce_gia_scritta(dati, voce):
            return dati
        if not era:
            s = sezione_detta(dati, sezione)
            esigi_posto(len(dati["sezioni"][s]["voci"]), VOCI_MASSIME, "voci di questa sezione")
            return modifica.con_voce(dati, s, None, voce)
        s, v = voce_detta(dati, era)
        esigi_letto(riga, dati["sezioni"][s]["voci"][v], impronta)
        return modifica.con_voce(dati, s, v, voce)

    return nella_griglia(autore, adesso, griglia_id, cambia)


@transaction.atomic
def togli_voce(*, autore: Contesto, adesso: datetime, griglia_id: int, era: str) -> Griglia:
    """Take an item away. Raises AttoRifiutato."""
    return nella_griglia(
        autore, adesso, griglia_id,
        lambda dati, _: modifica.senza_voce(dati, *voce_detta(dati, era)),
    )  # fmt: skip


@transaction.atomic
def sposta_voce(
    *, autore: Contesto, adesso: datetime, griglia_id: int, era: str, passo: int
) -> Griglia:
    """Exchange an item with the one before (-1) or after (1) in its section.

    Raises AttoRifiutato.
    """
    return nella_griglia(
        autore, adesso, griglia_id,
        lambda dati, _: modifica.con_voce_spostata(dati, *voce_detta(dati, era), passo),
    )  # fmt: skip
