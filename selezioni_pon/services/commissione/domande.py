"""One application under the eyes of the commission, with what every act on it starts from."""

from dataclasses import dataclass
from datetime import datetime

from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Avviso, Commissario, Esame, Invio
from selezioni_pon.queries.commissione.membri import contro_la_domanda
from selezioni_pon.rules.verifica import RELAZIONE
from selezioni_pon.services.commissione.blocco import blocca_al_lavoro

CHIUSA = "La verifica di questa domanda è chiusa: per cambiarla si riapre, con il motivo."


@dataclass(frozen=True)
class SulTavolo:
    """An application, who acts on it, and its outcome so far (not kept yet where ``pk`` is None).

    The commission is locked: of two acts on the same application one waits for the other.
    """

    membro: Commissario
    invio: Invio
    esame: Esame

    @property
    def avviso(self) -> Avviso:
        return self.membro.commissione.avviso


def blocca_domanda(
    autore: Contesto, adesso: datetime, invio_id: int, *, anche_chiusa: bool = False
) -> SulTavolo:
    """An application that a member may judge now, the commission locked.

    Raises DoesNotExist; AttoRifiutato for who may not open it, for one that was replaced or taken
    back, and for one that is closed unless ``anche_chiusa``.
    """
    invio = Invio.objects.select_related("candidatura__persona").get(
        istituto=autore.istituto, pk=invio_id
    )
    membro = blocca_al_lavoro(autore, adesso, invio.candidatura.avviso_id)
    esigi(contro_la_domanda(membro, invio.candidatura, adesso))
    if invio.sostituito_il is not None or invio.ritirato_il is not None:
        testo = "Questa domanda non è più in gara: è stata sostituita o ritirata."
        raise rifiuta("non_in_gara", testo, RELAZIONE)
    esame = Esame.objects.select_for_update().filter(invio=invio).first()
    esame = esame or Esame(istituto=autore.istituto, invio=invio, versione=0)
    if esame.chiuso_il is not None and not anche_chiusa:
        raise rifiuta("domanda_chiusa", CHIUSA, RELAZIONE)
    return SulTavolo(membro, invio, esame)
