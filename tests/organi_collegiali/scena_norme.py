"""A regulation of the school, in force on the day of the tests, with what it says of one organ."""

from datetime import date

from cpia.norme.models import Parametro, Regolamento
from cpia.norme.rules import chiave_nota
from cpia.scuola.models import Istituto
from tests.factories.scuola import ADESSO

OGGI = ADESSO.date()


def regolamento(istituto: Istituto, dal: date = OGGI, **voci: str) -> Regolamento:
    """Each entry is a parameter of the Consiglio, with ``__`` for a dot: article 11 says it."""
    adottato = Regolamento.objects.create(
        istituto=istituto, titolo="Regolamento", atto="delibera n. 1", dal=dal
    )
    for nome, valore in voci.items():
        chiave = f"organi.consiglio_istituto.{nome.replace('__', '.')}"
        Parametro.objects.create(
            istituto=istituto,
            regolamento=adottato,
            chiave=chiave,
            tipo=chiave_nota(chiave).tipo,
            valore=valore,
            articolo="art. 11",
        )
    return adottato
