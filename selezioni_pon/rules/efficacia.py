"""Since when a contract has effect, and what of its pay is still to be told to the employer."""

from datetime import date

from selezioni_pon.enums import TipoContratto
from selezioni_pon.rules.anagrafe import Compensi, compensi_da_comunicare
from selezioni_pon.rules.autorizzazione import DIPENDENTI
from selezioni_pon.rules.svolgimento import Vicenda


def efficace_dal(vicenda: Vicenda) -> date | None:
    """Since when a contract has effect; None until then, and of a letter, on which nothing hangs.

    Source: D.Lgs. 33/2013, art. 15 c. 2.
    """
    if vicenda.tipo is not TipoContratto.CONTRATTO or vicenda.pubblicato_il is None:
        return None
    if not vicenda.condizionato:
        return vicenda.pubblicato_il
    comunicato = vicenda.comunicato_il
    return None if comunicato is None else max(vicenda.pubblicato_il, comunicato)


def compensi_dovuti(vicenda: Vicenda) -> Compensi | None:
    """What the employer of a public employee is still to be told.

    Source: D.Lgs. 165/2001, art. 53 c. 11; not of what needs no permission (c. 6).
    """
    if vicenda.provenienza not in DIPENDENTI or vicenda.esente:
        return None
    return compensi_da_comunicare(vicenda.pagati, vicenda.compensi_comunicati)
