"""What is recognised to a person, area by area, and what is not, with the reason at hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from patto_formativo.enums import Percorso
from patto_formativo.models import Corsista, Evidenza, Versione
from patto_formativo.queries.crediti import Contata, ContoCrediti, conto_crediti
from patto_formativo.rules.aree import Area, area
from patto_formativo.rules.misure import NULLA
from patto_formativo.tabelle import voci

Ore = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class AreaRiconosciuta:
    """An area with hours recognised: all of them or a part, and the titles that gave them."""

    area: Area
    intera: bool
    titoli: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Riconosciuti:
    """What somebody sees of the own credits.

    ``senza_ore`` was looked at and takes no hour away; ``in_esame`` still waits.
    """

    aree: tuple[AreaRiconosciuta, ...]
    senza_ore: tuple[Contata, ...]
    in_esame: tuple[Evidenza, ...]
    chiesto: bool

    @property
    def niente(self) -> bool:
        """Whether the dossier has given nothing and holds nothing."""
        return not (self.aree or self.senza_ore or self.in_esame)


def riconosciuti(corsista: Corsista, versione: Versione | None) -> Riconosciuti | None:
    """What is recognised in this version, or so far; None for who is on no path.

    A fixed number of queries.
    """
    if corsista.percorso is None:
        return None
    conto = conto_crediti(corsista)
    if versione is None and not (conto.dossier and conto.dossier.valutato_il):
        return Riconosciuti((), (), conto.evidenze, conto.richiesto)
    guardate = [riga for riga in conto.righe if _guardata(riga)]
    return Riconosciuti(
        aree=tuple(_aree(conto, guardate, versione)),
        senza_ore=tuple(riga for riga in guardate if not riga.riconosciute),
        in_esame=tuple(riga.evidenza for riga in conto.righe if not _guardata(riga)),
        chiesto=conto.richiesto,
    )


def _guardata(riga: Contata) -> bool:
    """Whether the school has said what it is and how it was ascertained."""
    return bool(riga.evidenza.tipo) and riga.evidenza.valutata_il is not None


def _aree(
    conto: ContoCrediti, righe: list[Contata], versione: Versione | None
) -> Iterable[AreaRiconosciuta]:
    previste, riconosciute = _ore(conto, versione)
    aree = _competenze_per_area(conto.percorso, previste)
    for nome, codici in aree.items():
        quante = sum((riconosciute.get(c, NULLA) for c in codici), NULLA)
        if quante:
            tutte = sum((previste[c] for c in codici), NULLA)
            yield AreaRiconosciuta(nome, quante >= tutte, _titoli(righe, codici))


def _ore(conto: ContoCrediti, versione: Versione | None) -> tuple[Ore, Ore]:
    """Hours expected and recognised: as the version has them, else as they are today."""
    if versione is None:
        return conto.ore, conto.riconoscimento.per_competenza
    return _lette(versione.ore), _lette(versione.crediti)


def _lette(scritte: Mapping[str, str]) -> dict[str, Fraction]:
    return {codice: Fraction(ore) for codice, ore in scritte.items()}


def _competenze_per_area(percorso: Percorso, previste: Ore) -> dict[Area, list[str]]:
    aree: dict[Area, list[str]] = {}
    for codice, voce in voci(percorso).items():
        if codice in previste:
            aree.setdefault(area(percorso, codice, voce.asse), []).append(codice)
    return aree


def _titoli(righe: list[Contata], codici: list[str]) -> tuple[str, ...]:
    """The evidence that gave hours to one of these competences, each once, in its order."""
    return tuple(
        dict.fromkeys(
            riga.evidenza.titolo
            for riga in righe
            if any(c.riconosciute and c.competenza in codici for c in riga.contributi)
        )
    )
