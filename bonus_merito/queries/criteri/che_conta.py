"""What counts in a version of the criteria, by the parameters of its day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from bonus_merito.models import Criteri
from bonus_merito.queries.regole import parametri_del_giorno
from bonus_merito.rules.che_conta import Parte, che_conta, pesi_delle_aree


@dataclass(frozen=True)
class CheConta:
    """The lines in force on ``giorno``; ``pesi`` by the letter of the area, out of a hundred."""

    giorno: date
    parti: Sequence[Parte]
    pesi: dict[str, int]


def che_conta_di(criteri: Criteri, oggi: date) -> CheConta:
    """Of adopted criteria by the day of their protocol number, of a draft by today. One query.

    ``criteri`` comes with its ``protocollo``.
    """
    numero = criteri.protocollo
    giorno = oggi if numero is None else timezone.localdate(numero.registrato_il)
    valori = parametri_del_giorno(criteri.istituto_id, giorno)
    pesi = {area.value: peso for area, peso in pesi_delle_aree(valori).items()}
    return CheConta(giorno, che_conta(valori), pesi)
