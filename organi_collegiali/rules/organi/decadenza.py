"""An elected member who does not come and does not say why (D.Lgs. 297/1994 art. 38)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import plurale
from organi_collegiali.enums import Presenza


@dataclass(frozen=True, slots=True)
class GiudizioAssenze:
    """How many absences in a row up to the last sitting, and what follows."""

    di_seguito: int
    decade: bool
    ancora_una: bool
    motivo: Motivo


def giudica_assenze(presenze: Iterable[Presenza], *, soglia: Valore[int]) -> GiudizioAssenze:
    """Judge the sittings of one member, the latest first.

    Coming, or a justified absence, breaks the row: art. 38 speaks of those who «non intervengono,
    senza giustificati motivi, a tre sedute consecutive». ``ancora_una`` says that one more absence
    makes the member lapse: who convenes is told in time.
    """
    ingiustificata = Presenza.ASSENTE_INGIUSTIFICATO
    di_seguito = sum(1 for _ in takewhile(lambda presenza: presenza is ingiustificata, presenze))
    decade = di_seguito >= soglia.valore
    mancano = soglia.valore - di_seguito
    verbo = "manca" if mancano == 1 else "mancano"
    seguito = "decade dalla carica" if decade else f"ne {verbo} {mancano} alla decadenza"
    testo = (
        f"{plurale(di_seguito, 'assenza ingiustificata', 'assenze ingiustificate')} di seguito su "
        f"{soglia.valore}: {seguito}."
    )
    motivo = Motivo("assenze_consecutive", soglia.fonte, testo)
    return GiudizioAssenze(di_seguito, decade, mancano == 1, motivo)
