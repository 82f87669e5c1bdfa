"""What does not keep an application from being sent, and is better looked at.

Source: D.Lgs. 33/2013, art. 15 c. 1 lett. b (the curriculum of who gets the assignment is
published); the grid of the call.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Passo, TipoAllegato
from selezioni_pon.rules.domanda.modello import Chiesta, Mancanza, Scritta
from selezioni_pon.rules.griglia.coerenza import contraddizioni
from selezioni_pon.rules.griglia.frasi import fonte_di
from selezioni_pon.rules.griglia.modello import Griglia

PUBBLICO: Final = "D.Lgs. 33/2013, art. 15 c. 1 lett. b"


def avvertenze_di(scritta: Scritta, chiesta: Chiesta) -> list[Mancanza]:
    """What stops nothing: titles without evidence or at odds, the curriculum to be published."""
    trovate = [
        *(Mancanza(Passo.TITOLI, una) for una in _senza_prova(scritta, chiesta.griglia)),
        *(Mancanza(Passo.TITOLI, una) for una in _in_contrasto(scritta, chiesta.griglia)),
    ]
    if TipoAllegato.CURRICULUM_OSCURATO not in scritta.allegati:
        testo = (
            "Manca il curriculum senza dati personali: si può inviare senza, ma serve a chi riceve "
            "l’incarico, perché va pubblicato."
        )
        una = Violazione("curriculum_oscurato", testo, PUBBLICO, TipoAllegato.CURRICULUM_OSCURATO)
        trovate.append(Mancanza(Passo.CURRICULUM, una))
    return trovate


def _senza_prova(scritta: Scritta, griglia: Griglia) -> Iterator[Violazione]:
    for una in scritta.dichiarate:
        if una.titolo is not None and una.titolo.presente and not una.prove:
            testo = (
                f"Voce {una.voce.numero}: manca il documento. Si può inviare senza, ma quel titolo "
                "potrà non contare."
            )
            fonte = fonte_di(griglia, una.voce)
            yield Violazione("documento", testo, fonte, una.voce.numero)


def _in_contrasto(scritta: Scritta, griglia: Griglia) -> Sequence[Violazione]:
    return contraddizioni(griglia, [una.titolo for una in scritta.dichiarate if una.titolo])
