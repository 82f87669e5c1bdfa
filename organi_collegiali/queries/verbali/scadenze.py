"""What a school asks of minutes by a day: a copy to the direction, the albo before convening."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import QuerySet

from cpia.atti.models import Operazione
from cpia.norme.rules.motivi import Motivo
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.models import OrganoCollegiale, Seduta, Verbale
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.verbali.termini_verbale import giudica_convocazione

COPIA = "manda copia del verbale"
COPIA_ENTRO = "verbale.copia_ufficio"
PRIMA = "verbale.prima_di_convocare"
NON_PUBBLICATI = (StatoVerbale.APPROVATO, StatoVerbale.FIRMATO)


def copie_mandate(istituto_id: int, verbali: Collection[int]) -> dict[int, datetime]:
    """When the copy of each of these minutes was sent to the direction. One query."""
    righe = Operazione.objects.filter(
        istituto_id=istituto_id,
        oggetto_tipo=Verbale._meta.label_lower,
        oggetto_id__in=list(verbali),
        azione=COPIA,
    )
    return dict(righe.values_list("oggetto_id", "compiuta_il"))


def da_pubblicare(organo: OrganoCollegiale) -> QuerySet[Verbale]:
    """Approved minutes of an organ that are not on the albo yet; reserved ones never go there."""
    return Verbale.objects.filter(
        istituto_id=organo.istituto_id,
        seduta__organo=organo,
        seduta__storica=False,
        seduta__riservata=False,
        stato__in=NON_PUBBLICATI,
    ).order_by("seduta__inizio_previsto", "pk")


def contro_la_convocazione(seduta: Seduta, oggi: date) -> tuple[Motivo | None, list[int]]:
    """What its regulation has against convening a sitting today, and which minutes. Two queries."""
    regola = regole(seduta.organo, oggi).valore(PRIMA, bool)
    if not regola.valore:
        return None, []
    trovati = list(da_pubblicare(seduta.organo).values_list("pk", "seduta__numero"))
    motivo = giudica_convocazione([numero for _, numero in trovati if numero], regola)
    return motivo, [pk for pk, _ in trovati]
