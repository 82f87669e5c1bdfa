"""What the dirigente must write to judge an activity, to call somebody assessed, to settle a tie.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, arts. 6, 10, 11 and Tabella A; CPIA Napoli
Provincia 2, Regolamento della commissione per la valutazione, art. 9 c. 3.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from bonus_merito.enums import Area
from bonus_merito.rules.fonti import MOTIVATA, modello
from bonus_merito.rules.misure import in_cifre
from cpia.norme.rules.motivi import Valore, Violazione
from cpia.scuola.parole import plurale

LIVELLI: Final = (1, 2, 3)
TABELLA_A: Final = modello("Tabella A")


@dataclass(frozen=True, slots=True)
class Giudizio:
    """What is said of an activity: None in ``confermata`` is not said yet.

    ``punti`` are of the whole percentage.
    """

    confermata: bool | None
    livello: int | None = None
    punti: Fraction | None = None
    motivo: str = ""


def verifica_giudizio(giudizio: Giudizio, area: Area, peso: Valore[int]) -> list[Violazione]:
    """What is missing or too much: level and points of what is confirmed, why of what is not."""
    return list(_giudizio(giudizio, area, peso))


def _giudizio(giudizio: Giudizio, area: Area, peso: Valore[int]) -> Iterator[Violazione]:
    if giudizio.confermata is None:
        testo = "Scegli se l’attività è confermata."
        yield Violazione("senza_conferma", testo, "", "confermata")
    elif not giudizio.confermata:
        if not giudizio.motivo:
            testo = "Scrivi perché l’attività non è confermata."
            yield Violazione("senza_motivo", testo, MOTIVATA, "motivo")
    else:
        if giudizio.livello not in LIVELLI:
            testo = "Scegli il livello: 1, 2 o 3."
            yield Violazione("senza_livello", testo, TABELLA_A, "livello")
        yield from _punti(giudizio.punti, area, peso)


def _punti(punti: Fraction | None, area: Area, peso: Valore[int]) -> Iterator[Violazione]:
    if punti is None:
        testo = f"Scrivi i punti, da 0 a {peso.valore}."
        yield Violazione("senza_punti", testo, peso.fonte, "punti")
    elif not 0 <= punti <= peso.valore:
        testo = f"L’area {area.value} conta al più {peso.valore}: {in_cifre(punti)} sono troppi."
        yield Violazione("punti_oltre", testo, peso.fonte, "punti")


def verifica_aggiuntiva(
    aggiuntiva: Fraction, motivo: str, massima: Valore[int]
) -> list[Violazione]:
    """The additional percentage: from 0 to the most that the school allows, and why."""
    if not 0 <= aggiuntiva <= massima.valore:
        testo = f"La percentuale aggiuntiva va da 0 a {massima.valore}."
        return [Violazione("aggiuntiva", testo, massima.fonte, "aggiuntiva")]
    if aggiuntiva and not motivo:
        testo = "Scrivi per quali compiti, svolti e non formalizzati."
        return [Violazione("aggiuntiva_senza_motivo", testo, massima.fonte, "motivo_aggiuntiva")]
    return []


def verifica_completa(*, da_giudicare: int, in_fascia: bool, motivazione: str) -> list[Violazione]:
    """Somebody is assessed when every activity is judged; who reaches a band has a motivation."""
    contro = []
    if da_giudicare:
        quante = plurale(da_giudicare, "attività non ha", "attività non hanno")
        testo = f"{quante} ancora un giudizio."
        contro.append(Violazione("da_giudicare", testo, TABELLA_A))
    if in_fascia and not motivazione:
        testo = "Scrivi la motivazione: va nel decreto e nella lettera."
        contro.append(Violazione("senza_motivazione", testo, MOTIVATA, "motivazione"))
    return contro


def verifica_parita(
    scelte: AbstractSet[int], pari: AbstractSet[int], posti: int, motivo: str, fonte: str
) -> list[Violazione]:
    """A tie is settled by keeping as many of those who are level as there is room for, and why."""
    contro = []
    if not scelte <= pari or len(scelte) != posti:
        quanti = plurale(posti, "persona che resta", "persone che restano")
        testo = f"Scegli {quanti}, fra le {len(pari)} alla pari."
        contro.append(Violazione("parita_posti", testo, fonte, "scelte"))
    if not motivo:
        testo = "Scrivi perché restano queste persone e non le altre."
        contro.append(Violazione("parita_senza_motivo", testo, fonte, "motivo"))
    return contro
