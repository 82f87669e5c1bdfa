"""Who may begin an application to a call, and from where one may say to come.

Source: IC Porto Venere, Regolamento incarichi, art. 2 and art. 3 cc. 2-3; L. 241/1990, art. 6-bis
(who gives the assignments does not ask for one).
"""

from typing import Final

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Fase, Provenienza
from selezioni_pon.rules.fonti import CONFLITTO
from selezioni_pon.rules.regole import RegoleAvviso
from selezioni_pon.rules.requisiti import verifica_provenienza

DA_FUORI: Final = tuple(una for una in Provenienza if una is not Provenienza.INTERNO)


def provenienze(*, in_servizio: bool) -> tuple[Provenienza, ...]:
    """From where one may say to come: who works in the school from it, nobody else from there."""
    return (Provenienza.INTERNO,) if in_servizio else DA_FUORI


def verifica_chi(
    fase: Fase, regole: RegoleAvviso, *, dirige: bool, in_servizio: bool
) -> list[Violazione]:
    """What is against somebody’s beginning an application to a call open to ``fase``."""
    if dirige:
        testo = "Chi dirige la scuola dà gli incarichi: non si candida ai suoi avvisi."
        return [Violazione("dirige", testo, CONFLITTO)]
    da_dove = provenienze(in_servizio=in_servizio)
    contro = [list(verifica_provenienza(una, fase, regole)) for una in da_dove]
    return contro[0] if all(contro) else []
