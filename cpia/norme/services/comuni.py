"""What the acts on a draft share."""

from cpia.norme.errori import RegolamentoRifiutato
from cpia.norme.models import Regolamento
from cpia.norme.rules.adozione import PARAMETRI, Rifiuto
from cpia.scuola.access import Contesto

NON_IN_BOZZA = "La bozza è già stata adottata o scartata."


def in_bozza(autore: Contesto, bozza_id: int) -> Regolamento:
    """The draft, locked. Raises RegolamentoRifiutato where it is none any more."""
    bozza = (
        Regolamento.objects.select_for_update()
        .filter(istituto=autore.istituto, pk=bozza_id, bozza=True)
        .first()
    )
    if bozza is None:
        raise RegolamentoRifiutato([Rifiuto(PARAMETRI, NON_IN_BOZZA)])
    return bozza
