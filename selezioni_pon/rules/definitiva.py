"""When the provisional ranking becomes final.

Source: D.P.R. 275/1999, art. 14 c. 7: the act becomes final when the term has passed, with the
decision on the complaint, or when its thirty days have passed in silence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.norme.rules.termini import CALENDARIO_COMUNE
from cpia.scuola.parole import data_estesa, plurale
from selezioni_pon.enums import EsitoReclamo
from selezioni_pon.rules.fonti import RECLAMO
from selezioni_pon.rules.reclami import DECISIONE, Reclamo, entro_quando_si_decide

ACCOLTI: Final = (EsitoReclamo.ACCOLTO, EsitoReclamo.ACCOLTO_IN_PARTE)


@dataclass(frozen=True, slots=True)
class Esame:
    """Whether the ranking may become final, with what is against it and the reasons."""

    violazioni: tuple[Violazione, ...]
    motivi: tuple[Motivo, ...]


def esamina_definitiva(
    reclami: Sequence[Reclamo],
    entro: date,
    oggi: date,
    *,
    decisione: Valore[int] = DECISIONE,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Esame:
    """Whether the ranking may become final today; ``entro`` is the last day for complaining.

    The term has passed; every complaint has its answer, or its days have passed in silence; one
    accepted has brought a new version.
    """
    violazioni: list[Violazione] = []
    motivi: list[Motivo] = []
    if oggi <= entro:
        testo = f"Si può reclamare fino al {data_estesa(entro)}: diventa definitiva dopo."
        violazioni.append(Violazione("termine", testo, RECLAMO))
    for reclamo in reclami:
        if reclamo.esito is None:
            limite = entro_quando_si_decide(reclamo, decisione, calendario).giorno
            _senza_risposta(reclamo, limite, oggi, violazioni, motivi)
    if serve_nuova_versione(reclami):
        testo = "Un reclamo accolto cambia la graduatoria: serve una nuova versione."
        violazioni.append(Violazione("nuova_versione", testo, RECLAMO))
    if not violazioni:
        detti = plurale(len(reclami), "reclamo presentato", "reclami presentati", "nessun reclamo")
        testo = f"Il termine è passato il {data_estesa(entro)}, con {detti}: si può approvare."
        motivi.append(Motivo("definitiva", RECLAMO, testo))
    return Esame(tuple(violazioni), tuple(motivi))


def _senza_risposta(
    reclamo: Reclamo,
    limite: date,
    oggi: date,
    violazioni: list[Violazione],
    motivi: list[Motivo],
) -> None:
    presentato = f"Il reclamo del {data_estesa(reclamo.data_presentazione)}"
    if oggi <= limite:
        testo = f"{presentato} aspetta risposta, entro il {data_estesa(limite)}."
        violazioni.append(Violazione("reclamo_aperto", testo, RECLAMO))
        return
    testo = f"{presentato} doveva avere risposta entro il {data_estesa(limite)}: nel silenzio "
    testo += "l’atto diventa definitivo. La risposta resta dovuta a chi ha reclamato."
    motivi.append(Motivo("silenzio", RECLAMO, testo))


def serve_nuova_versione(reclami: Sequence[Reclamo]) -> bool:
    """Whether a complaint was accepted and no version applies it yet."""
    return any(uno.esito in ACCOLTI and not uno.recepito for uno in reclami)
