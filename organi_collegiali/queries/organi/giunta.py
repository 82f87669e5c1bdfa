"""The Giunta is of members of the Consiglio d'istituto (D.Lgs. 297/1994 art. 8 c. 7)."""

from collections.abc import Container, Iterable
from datetime import date

from django.db.models import QuerySet

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.enums import Componente, TipoOrgano, Titolo
from organi_collegiali.models import Mandato, OrganoCollegiale
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.rules.organi.seggi import verifica_giunta


def nel_consiglio(istituto_id: int, giorno: date) -> QuerySet[Mandato]:
    """The mandates with a vote in the Consiglio d'istituto on a day, without the substitutes."""
    return Mandato.objects.filter(
        in_carica(giorno),
        istituto_id=istituto_id,
        organo__tipo=TipoOrgano.CONSIGLIO_ISTITUTO,
        con_voto=True,
        supplente_di__isnull=True,
    )


def fuori_dal_consiglio(
    organo: OrganoCollegiale, mandati: Iterable[Mandato], giorno: date
) -> dict[int, tuple[Violazione, ...]]:
    """Who sits in a Giunta and not, or not any more, in the Consiglio. One query, of a Giunta."""
    if organo.tipo != TipoOrgano.GIUNTA:
        return {}
    righe = nel_consiglio(organo.istituto_id, giorno)
    return fuori_da(organo, mandati, set(righe.values_list("persona_id", "componente")))


def fuori_da(
    organo: OrganoCollegiale, mandati: Iterable[Mandato], siedono: Container[tuple[int, str]]
) -> dict[int, tuple[Violazione, ...]]:
    """The same where who sits in the Consiglio, and for what, is known already."""
    if organo.tipo != TipoOrgano.GIUNTA:
        return {}
    return {
        mandato.pk: tuple(
            verifica_giunta(
                Componente(mandato.componente),
                Titolo(mandato.titolo),
                nel_consiglio=(mandato.persona_id, mandato.componente) in siedono,
            )
        )
        for mandato in mandati
    }
