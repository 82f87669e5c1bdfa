"""Amounts that a deliberation and its attachments say in two ways."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from organi_collegiali.rules.anomalie.lettura import (
    AllegatoLetto,
    DeliberaLetta,
    SedutaLetta,
    Trovata,
)
from organi_collegiali.rules.verbali.tabelle import Tabella, importi, in_euro, tabelle

IMPORTO, VARIAZIONE = "importo", "variazione"


def degli_importi(seduta: SedutaLetta) -> Iterator[Trovata]:
    """An amount of a deliberation that the table of changes attached to it does not have."""
    for delibera in seduta.delibere:
        for allegato in seduta.allegati:
            if allegato.punto == delibera.punto:
                yield from _confronta(delibera, allegato)


def _confronta(delibera: DeliberaLetta, allegato: AllegatoLetto) -> Iterator[Trovata]:
    deliberati = _colonna(tabelle(delibera.testo), IMPORTO)
    variazioni = {v for v in _colonna(tabelle(allegato.testo), VARIAZIONE) if v}
    if not variazioni:
        return
    for importo in dict.fromkeys(deliberati):
        if importo not in variazioni:
            yield _diverso(delibera, allegato, importo, deliberati, variazioni)


def _diverso(
    delibera: DeliberaLetta,
    allegato: AllegatoLetto,
    importo: Decimal,
    deliberati: tuple[Decimal, ...],
    variazioni: set[Decimal],
) -> Trovata:
    vicino = min(variazioni, key=lambda altro: abs(altro - importo))
    somma, giusta = sum(deliberati), sum(deliberati) - importo + vicino
    torna = (
        f"Con {in_euro(vicino)} le variazioni fanno {in_euro(giusta)}, il totale della tabella; "
        f"con {in_euro(importo)} farebbero {in_euro(Decimal(somma))}."
        if giusta in variazioni
        else f"Le variazioni deliberate fanno {in_euro(Decimal(somma))}."
    )
    return Trovata(
        "importo_diverso",
        f"La delibera n. {delibera.numero} porta {in_euro(importo)}, la tabella del Programma "
        f"annuale {in_euro(vicino)}. {torna}",
        f"Delibera n. {delibera.numero}: {in_euro(importo)}",
        f"{allegato.nome}: {in_euro(vicino)}",
        delibera.punto,
    )


def _colonna(tutte: Iterable[Tabella], nome: str) -> tuple[Decimal, ...]:
    return tuple(
        importo
        for tabella in tutte
        for cella in tabella.colonna(nome)
        for importo in importi(cella)
    )
