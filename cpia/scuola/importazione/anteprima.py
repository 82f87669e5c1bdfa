"""The preview of a file as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cpia.scuola.importazione.rules.proposte import Proposta, Stato
from cpia.scuola.importazione.rules.righe import Rilievo
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo, Tracciato

RIGHE_PER_PAGINA: Final = 200
# State -> glyph, word for one row, word for the filter.
STATI: Final = {
    Stato.NUOVO: ("avanti", "nuova", "Nuove"),
    Stato.MODIFICATO: ("deciso", "modificata", "Modificate"),
    Stato.INVARIATO: ("fatto", "invariata", "Invariate"),
    Stato.ERRATO: ("manca", "errata", "Errate"),
}


@dataclass(frozen=True, slots=True)
class RigaMostrata:
    """A row of the preview; the remarks say of which cell they are."""

    proposta: Proposta
    errori: tuple[str, ...]
    dubbi: tuple[str, ...]

    @property
    def glifo(self) -> str:
        return STATI[self.proposta.stato][0]

    @property
    def stato(self) -> str:
        return STATI[self.proposta.stato][1]


def righe_mostrate(proposte: Sequence[Proposta], tipo: Tipo) -> list[RigaMostrata]:
    """The rows of one page, with their remarks in words."""
    tracciato = TRACCIATI[tipo]
    return [
        RigaMostrata(
            proposta,
            tuple(in_parole(r, tracciato) for r in proposta.rilievi if r.grave),
            tuple(in_parole(r, tracciato) for r in proposta.rilievi if not r.grave),
        )
        for proposta in proposte
    ]


def in_parole(rilievo: Rilievo, tracciato: Tracciato) -> str:
    """A remark with the name of its column."""
    if not rilievo.campo:
        return f"{rilievo.testo}."
    testo = rilievo.testo[:1].lower() + rilievo.testo[1:]
    return f"{tracciato.campo(rilievo.campo).etichetta}: {testo}."


def foglio_errate(
    proposte: Sequence[Proposta],
    celle: dict[int, list[str]],
    intestazione: Sequence[str],
    tipo: Tipo,
) -> list[list[str | int]]:
    """The wrong rows as they were in the file, with their number before and the reason after.

    ``celle``: row number -> cells. Loaded again, the two columns more are ignored.
    """
    tracciato = TRACCIATI[tipo]
    righe: list[list[str | int]] = [["Riga", *intestazione, "Che cosa correggere"]]
    for proposta in proposte:
        if proposta.stato == Stato.ERRATO:
            motivi = " ".join(in_parole(r, tracciato) for r in proposta.rilievi if r.grave)
            sue = celle[proposta.numero]
            vuote = [""] * (len(intestazione) - len(sue))
            righe.append([proposta.numero, *sue, *vuote, motivi])
    return righe


def modello(tipo: Tipo) -> list[list[str]]:
    """An empty file with the right columns and one row of example."""
    campi = TRACCIATI[tipo].campi
    return [[campo.etichetta for campo in campi], [campo.esempio for campo in campi]]
