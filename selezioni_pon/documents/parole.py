"""The words that the papers of a selection share."""

from textwrap import shorten
from typing import Final

from cpia.scuola.models import Istituto
from cpia.scuola.parole import fra_virgolette, plurale
from selezioni_pon.enums import Fase
from selezioni_pon.models import Avviso
from selezioni_pon.rules.fonti import REGOLAMENTO

OGGETTO_MASSIMO: Final = 300
# The school whose regulation the rules cite (``rules.fonti``): for the others it is a model.
CASA: Final = "ic-porto-venere"
D_ISTITUTO: Final = "Regolamento d’istituto per il conferimento di incarichi"
PRASSI: Final = "prassi d’istituto"
A_CHI: Final = {
    Fase.INTERNI: "riservato al personale della scuola",
    Fase.ALTRE_SCUOLE: "rivolto al personale di altre scuole",
    Fase.ESTERNI: "rivolto agli esterni",
}
PER_TUTTI: Final = "rivolto al personale della scuola e agli altri, con le precedenze scritte"


def oggetto_di(avviso: Avviso) -> str:
    """``Avviso di selezione: esperto, «Competenze di base», personale della scuola``."""
    selezione, fase = avviso.selezione, Fase(avviso.fase)
    progetto = fra_virgolette(selezione.progetto.titolo)
    testo = f"Avviso di selezione: {selezione.ruolo}, {progetto}, {fase.etichetta}"
    return shorten(testo, OGGETTO_MASSIMO, placeholder="…")


def citata(fonte: str, istituto: Istituto) -> str:
    """A source as a call of this school may print it.

    Nothing where no norm fixes it, nor for the regulation on which the rules are modelled, which
    is of one school alone: it is then the call itself that fixes it, and the paper says so once.
    """
    if fonte.startswith(PRASSI):
        return ""
    if istituto.slug == CASA:
        return fonte.replace(REGOLAMENTO, D_ISTITUTO)
    return "; ".join(parte for parte in fonte.split("; ") if not parte.startswith(REGOLAMENTO))


def incarichi(posti: int, ruolo: str) -> str:
    """``1 incarico di «esperto»``: the role as it was written, whatever its gender."""
    return f"{plurale(posti, 'incarico', 'incarichi')} di «{ruolo}»"
