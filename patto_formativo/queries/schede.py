"""The tabs of an enrolled person: those open to who looks, each with how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from patto_formativo.enums import StatoPatto
from patto_formativo.models import Corsista
from patto_formativo.queries.accoglienza import accoglienza_di
from patto_formativo.queries.elenchi import DOSSIER, GUARDANO, PATTI, dossier_di, patti_di
from patto_formativo.queries.visibili import SCUOLA, Veste

V = Veste
PROPRI = frozenset({V.CORSISTA, V.RESPONSABILE})
LAVORANO = frozenset(SCUOLA)
# Name, address, words, who may open it: as the access of each page says.
SCHEDE = (
    ("percorso", "patto:corsista", "Percorso", frozenset(GUARDANO)),
    ("dossier", "patto:dossier", "Dossier", LAVORANO | {V.SEZIONE}),
    ("crediti", "patto:crediti", "Crediti e ore", LAVORANO | {V.SEZIONE}),
    ("piano", "patto:piano", "Quadro orario e UdA", LAVORANO - {V.UFFICIO} | {V.SEZIONE}),
    ("patto", "patto:patto", "Patto", LAVORANO | {V.SEZIONE}),
    ("frequenza", "patto:frequenza", "Frequenza", LAVORANO | {V.DOCENTE} | PROPRI),
)


@dataclass(frozen=True, slots=True)
class SchedaAperta:
    """A tab: its name, address, words and the glyph of how far it is (empty: none)."""

    nome: str
    indirizzo: str
    testo: str
    glifo: str


def schede(corsista: Corsista) -> list[SchedaAperta]:
    """The tabs for the parts written on the row (``corsista.vesti``). Three queries."""
    glifi = _glifi(corsista)
    return [
        SchedaAperta(nome, indirizzo, testo, glifi.get(nome, ""))
        for nome, indirizzo, testo, vesti in SCHEDE
        if not vesti.isdisjoint(corsista.vesti)
    ]


def _glifi(corsista: Corsista) -> Mapping[str, str]:
    patto: StatoPatto | None = patti_di(corsista.istituto_id, [corsista.pk]).get(corsista.pk)
    dossier = dossier_di(corsista.istituto_id, [corsista.pk]).get(corsista.pk, "")
    accoglienza = accoglienza_di(corsista)
    return {
        "percorso": "in-corso" if accoglienza.prossima else "fatto",
        "dossier": DOSSIER[dossier][0],
        "crediti": "fatto" if dossier == "valutato" else "da-fare",
        "piano": "da-fare" if patto is None else "in-corso" if patto == "bozza" else "fatto",
        "patto": PATTI[patto][0],
    }
