"""The words of the receipt that goes by mail: code, what is missing, what comes next; no name."""

from collections.abc import Collection, Iterator
from typing import Final

from cpia.scuola.parole import decimale, giorno_e_ora
from patto_formativo.enums import TipoCarta
from patto_formativo.models import AperturaIscrizioni, DomandaIscrizione

OGGETTO: Final = "La domanda di iscrizione è arrivata"
# Of what was judged, that which is brought to the desk; of the title one speaks in the welcome.
SI_PORTA: Final = frozenset({"senza_permesso", "codice_manca"})


def testo(
    domanda: DomandaIscrizione,
    codice: str,
    carte: Collection[str],
    apertura: AperturaIscrizioni | None,
) -> str:
    """The text; ``carte`` are the kinds of the papers that came. It names no person or course."""
    righe = [
        f"Abbiamo ricevuto la domanda di iscrizione n. {domanda.pk} per l’anno scolastico "
        f"{domanda.anno_scolastico}: {giorno_e_ora(domanda.presentata_il)}.",
        "",
        f"Codice per seguirla: {codice}",
        "Servono il codice e la data di nascita di chi si iscrive.",
        "",
        "Che cosa manca:",
        *(f"- {voce}" for voce in _manca(domanda, carte, apertura)),
        "",
        "Quando la segreteria ha guardato la domanda scrive a questo indirizzo.",
        "Se non hai fatto tu la domanda, avvisa la segreteria.",
    ]
    return "\n".join(righe)


def _manca(
    domanda: DomandaIscrizione, carte: Collection[str], apertura: AperturaIscrizioni | None
) -> Iterator[str]:
    if TipoCarta.IDENTITA not in carte:
        yield "Il documento d’identità: si porta in segreteria."
    for rilievo in domanda.rilievi:
        if rilievo["regola"] in SI_PORTA:
            yield rilievo["testo"]
    quota = apertura.quota if apertura else None
    quanto = f", {decimale(quota)} euro" if quota is not None else ""
    yield f"La quota{quanto}: si paga dopo, quando la segreteria accoglie la domanda."
