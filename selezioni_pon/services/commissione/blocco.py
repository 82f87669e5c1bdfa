"""The row of a commission, locked: who writes in it sits there, and its work is still open."""

from datetime import datetime
from typing import Final

from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Commissario, Commissione
from selezioni_pon.queries.commissione.membri import contro_il_lavoro, membro_di
from selezioni_pon.rules.lettura import MINIMI_DATI

CON: Final = (
    "organo", "avviso__istituto", "avviso__griglia",
    "avviso__selezione__progetto__anno_scolastico",
)  # fmt: skip
CHIUSA: Final = (
    "La commissione ha chiuso i lavori: il dirigente li può riaprire, con il motivo, finché la "
    "graduatoria non è definitiva."
)
FINITO: Final = "la commissione non ha più che cosa decidere"


def blocca_commissione(autore: Contesto, avviso_id: int) -> Commissione:
    """The row of the commission of a call, locked, with the call. Raises DoesNotExist."""
    return (
        Commissione.objects.select_for_update(of=("self",))
        .select_related(*CON)
        .get(avviso_id=avviso_id, istituto=autore.istituto)
    )


def blocca_aperta(autore: Contesto, avviso_id: int) -> Commissione:
    """The same while it works. Raises AttoRifiutato when it is closed, or the call is over."""
    commissione = blocca_commissione(autore, avviso_id)
    if commissione.chiusa_il is not None:
        raise rifiuta("lavori_chiusi", CHIUSA)
    avviso = commissione.avviso
    if avviso.stato != StatoAvviso.PUBBLICATO:
        raise rifiuta("stato", f"L’avviso è {avviso.get_stato_display()}: {FINITO}.")
    return commissione


def blocca_al_lavoro(autore: Contesto, adesso: datetime, avviso_id: int) -> Commissario:
    """Who judges, with the open commission locked: every act on an application starts here.

    Raises AttoRifiutato when the commission is closed, and for who may not open the applications
    any more: the place was left, or the declaration says so.
    """
    commissione = blocca_aperta(autore, avviso_id)
    membro = membro_di(avviso_id, autore.persona.pk)
    if membro is None:
        raise rifiuta("non_siede", "Non fai più parte di questa commissione.", MINIMI_DATI)
    membro.commissione = commissione
    esigi(contro_il_lavoro(membro, adesso))
    return membro
