"""The score as declared and as accepted, side by side, and what is left to decide.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 8; D.P.R. 445/2000, art. 71 (checks on
what is declared).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.punteggio import Punteggio, PuntiVoce, valuta
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.verifica import RELAZIONE, Decisione

CONTROLLI: Final = "D.P.R. 445/2000, art. 71"


@dataclass(frozen=True, slots=True)
class Riga:
    """An item side by side: as declared, as accepted, and what was refused or cut, with why."""

    voce: Voce
    dichiarati: PuntiVoce
    ammessi: PuntiVoce
    motivi: tuple[str, ...]
    da_decidere: int


@dataclass(frozen=True, slots=True)
class Confronto:
    """The two scores of an application; ``ammesso`` holds the points of the commission too."""

    dichiarato: Punteggio
    ammesso: Punteggio
    righe: tuple[Riga, ...]

    @property
    def da_decidere(self) -> int:
        """Declared titles without a decision."""
        return sum(riga.da_decidere for riga in self.righe)


def confronta(
    griglia: Griglia,
    dichiarati: Mapping[str, Titolo],
    decisioni: Mapping[str, Decisione],
    della_commissione: Sequence[Titolo] = (),
) -> Confronto:
    """The score as declared and as accepted, item by item.

    Titles and decisions share their identifiers. What is not decided yet does not count among
    the accepted. Raises ValueError for a decision on a title that nobody declared.
    """
    if decisioni.keys() - dichiarati.keys():
        raise ValueError("una decisione riguarda un titolo che non è stato dichiarato")
    ammessi = [una.ammesso for una in decisioni.values() if una.ammesso is not None]
    prima = valuta(griglia, list(dichiarati.values()))
    dopo = valuta(griglia, [*ammessi, *della_commissione])
    righe = tuple(
        _riga(uno, altro, dichiarati, decisioni)
        for uno, altro in zip(prima.voci, dopo.voci, strict=True)
    )
    return Confronto(prima, dopo, righe)


def _riga(
    prima: PuntiVoce,
    dopo: PuntiVoce,
    dichiarati: Mapping[str, Titolo],
    decisioni: Mapping[str, Decisione],
) -> Riga:
    suoi = [chi for chi, titolo in dichiarati.items() if titolo.voce in prima.voce.nomi]
    motivi = tuple(
        f"{decisioni[chi].esito.etichetta.capitalize()}: {decisioni[chi].motivo}"
        for chi in suoi
        if chi in decisioni and decisioni[chi].esito is not EsitoTitolo.ACCETTATO
    )
    return Riga(prima.voce, prima, dopo, motivi, sum(chi not in decisioni for chi in suoi))


def contro_la_chiusura(confronto: Confronto, voci_aperte: Sequence[Voce]) -> list[Violazione]:
    """What is still to be done on an application; ``voci_aperte`` have no agreed points."""
    violazioni = []
    if confronto.da_decidere:
        quanti = plurale(confronto.da_decidere, "titolo dichiarato", "titoli dichiarati")
        testo = f"{'Resta' if confronto.da_decidere == 1 else 'Restano'} da verificare {quanti}."
        violazioni.append(Violazione("da_verificare", testo, CONTROLLI))
    if voci_aperte:
        quali = plurale(len(voci_aperte), "voce", "voci")
        numeri = ", ".join(voce.numero for voce in voci_aperte)
        testo = f"Mancano i punti concordati della commissione a {quali}: {numeri}."
        violazioni.append(Violazione("senza_accordo", testo, RELAZIONE))
    return violazioni
