"""Which number comes next."""

from datetime import date

from organi_collegiali.models import Numeratore, OrganoCollegiale
from organi_collegiali.queries.regole import RegoleOrgano
from organi_collegiali.rules.numerazione import serie

SEDUTE, DELIBERE = "sedute", "delibere"


def serie_di(organo: OrganoCollegiale, di_che_cosa: str, giorno: date, regole: RegoleOrgano) -> str:
    """The series in which the next sitting or deliberation of the organ is numbered."""
    regola = (
        regole.numerazione_sedute if di_che_cosa == SEDUTE else regole.numerazione_delibere
    ).valore
    return serie(regola, giorno=giorno, rinnovato_il=organo.rinnovato_il or organo.dal)


def prossimo_previsto(organo: OrganoCollegiale, di_che_cosa: str, serie: str) -> int:
    """The number that would be taken now; it is not taken yet. One query."""
    ultimo = (
        Numeratore.objects.filter(
            istituto_id=organo.istituto_id, organo=organo, di_che_cosa=di_che_cosa, serie=serie
        )
        .values_list("ultimo", flat=True)
        .first()
    )
    return (ultimo or 0) + 1
