"""The sheet of what was sent: what it declares, with its evidence, and how it is signed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cpia.norme.rules.motivi import Motivo
from selezioni_pon.enums import FormaFirma
from selezioni_pon.models import AllegatoInviato, Invio
from selezioni_pon.queries.candidature.in_parole import (
    Detti,
    TitoloDetto,
    griglia_inviata,
    punti_dichiarati,
    requisiti_detti,
    sezioni_dette,
)
from selezioni_pon.queries.candidature.inviate import file_di
from selezioni_pon.rules.invio import CartaFirmata, perche_firmata


@dataclass(frozen=True)
class TitoloInviato:
    """A declared title with the evidence that went with it."""

    detto: TitoloDetto
    prove: Sequence[AllegatoInviato]


@dataclass(frozen=True)
class ParteInviata:
    """A section with its declared titles."""

    titolo: str
    titoli: Sequence[TitoloInviato]


@dataclass(frozen=True)
class SchedaInviata:
    """What was sent; ``totale`` is what the declared titles give, None where it is not shown;
    ``firma`` how it counts as signed, and what is left to compare.
    """

    requisiti: Detti
    parti: Sequence[ParteInviata]
    file: Sequence[AllegatoInviato]
    proposta: str
    griglia: str
    totale: Fraction | None
    firma: Sequence[Motivo]


def scheda_di(invio: Invio, *, con_punti: bool) -> SchedaInviata:
    """What was sent, from what was frozen. One query.

    The points of what is declared are for who declared it: the office never sees any.
    """
    contenuto: dict[str, Any] = invio.contenuto
    griglia = griglia_inviata(contenuto)
    prove: defaultdict[str, list[AllegatoInviato]] = defaultdict(list)
    altri = []
    for uno in file_di(invio):
        if uno.titolo is None:
            altri.append(uno)
        else:
            prove[uno.titolo.voce].append(uno)
    return SchedaInviata(
        requisiti=requisiti_detti(contenuto),
        parti=[
            ParteInviata(
                una.titolo, [TitoloInviato(detto, prove[detto.numero]) for detto in una.titoli]
            )
            for una in sezioni_dette(griglia, contenuto)
        ],
        file=altri,
        proposta=contenuto.get("proposta", ""),
        griglia=griglia.titolo,
        totale=punti_dichiarati(griglia, contenuto).totale if con_punti else None,
        firma=perche_vale(invio),
    )


def perche_vale(invio: Invio) -> Sequence[Motivo]:
    """How what was sent counts as signed, and what is left to compare. No query."""
    return perche_firmata(_carta(invio))


def _carta(invio: Invio) -> CartaFirmata:
    """The signed file as it was found when it was sent."""
    dentro = invio.firma == FormaFirma.DIGITALE
    stessa = bool(invio.contenuto.get("firma", {}).get("stessa", True))
    return CartaFirmata("", firmata_dentro=dentro, stessa=stessa)
