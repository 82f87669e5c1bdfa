"""What the regulations of an institute say on a day."""

from datetime import date

from django.db.models import Q

from cpia.norme.models import Parametro
from cpia.norme.rules.parametri import Valore
from cpia.norme.rules.vigenza import Disposizione, valori_vigenti


def parametri(istituto_id: int, prefisso: str, giorno: date) -> dict[str, Valore]:
    """All parameters whose key begins with ``prefisso``, as in force on a day. One query."""
    trovati = Parametro.objects.filter(
        Q(regolamento__al__isnull=True) | Q(regolamento__al__gte=giorno),
        istituto_id=istituto_id,
        regolamento__dal__lte=giorno,
    ).select_related("regolamento")
    return valori_vigenti(prefisso, map(_disposizione, trovati), giorno)


def parametro(istituto_id: int, chiave: str, giorno: date) -> Valore:
    """One parameter as in force on a day: the school's, else the default with its source."""
    return parametri(istituto_id, chiave, giorno)[chiave]


def _disposizione(parametro: Parametro) -> Disposizione:
    regolamento = parametro.regolamento
    return Disposizione(
        chiave=parametro.chiave,
        valore=parametro.valore,
        regolamento=regolamento.titolo,
        atto=regolamento.atto,
        articolo=parametro.articolo,
        dal=regolamento.dal,
        al=regolamento.al,
        testo=parametro.testo,
        in_contrasto_con=parametro.in_contrasto_con,
    )
