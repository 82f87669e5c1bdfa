"""Elected members who do not come and do not say why: how many sittings in a row."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Exists, OuterRef

from cpia.norme.queries import parametri
from organi_collegiali.enums import Presenza, StatoSeduta, Titolo
from organi_collegiali.models import Convocato, Movimento, OrganoCollegiale
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.queries.regole import RegoleOrgano
from organi_collegiali.rules.organi.decadenza import GiudizioAssenze, giudica_assenze

# A sitting that nobody held counts for who did not come to it.
CHIAMATE = [StatoSeduta.CHIUSA.value, StatoSeduta.DESERTA.value]


def assenze_di(organo: OrganoCollegiale, giorno: date) -> dict[int, GiudizioAssenze]:
    """The judgement on each elected member in office, by mandate. Two queries."""
    return assenze_degli_organi(organo.istituto_id, [organo], giorno)


def assenze_degli_organi(
    istituto_id: int, organi: Iterable[OrganoCollegiale], giorno: date
) -> dict[int, GiudizioAssenze]:
    """The same for several organs of an institute, the absent ones only. Two queries.

    Who is not in the answer was at the last sitting, or has not been convened yet.
    """
    per_id = {organo.pk: organo for organo in organi}
    valori = parametri(istituto_id, "organi.", giorno)
    trovate: dict[int, list[Presenza]] = defaultdict(list)
    di_chi: dict[int, int] = {}
    for mandato_id, organo_id, presenza in _appelli(istituto_id, per_id, giorno):
        trovate[mandato_id].append(presenza)
        di_chi[mandato_id] = organo_id
    giudizi = {
        mandato_id: giudica_assenze(
            presenze,
            soglia=RegoleOrgano(per_id[di_chi[mandato_id]].norma, valori).valore(
                "decadenza.assenze", int
            ),
        )
        for mandato_id, presenze in trovate.items()
    }
    return {chi: giudizio for chi, giudizio in giudizi.items() if giudizio.di_seguito}


def _appelli(
    istituto_id: int, organi: Mapping[int, OrganoCollegiale], giorno: date
) -> Iterable[tuple[int, int, Presenza]]:
    """Mandate, organ and roll call of every sitting held, the latest first. One query.

    Who came in after the roll call was there.
    """
    entrato = Movimento.objects.filter(convocato=OuterRef("pk"), entra=True)
    in_quei_mandati = in_carica(giorno, "mandato__")
    righe = (
        Convocato.objects.filter(
            in_quei_mandati,
            istituto_id=istituto_id,
            mandato__titolo=Titolo.ELETTO,
            seduta__organo_id__in=organi,
            seduta__stato__in=CHIAMATE,
            seduta__inizio_previsto__date__lte=giorno,
        )
        .exclude(presenza="")
        .annotate(entrato=Exists(entrato))
        .order_by("-seduta__inizio_previsto", "-seduta_id")
        .values_list("mandato_id", "seduta__organo_id", "presenza", "entrato")
    )
    for mandato_id, organo_id, presenza, e_entrato in righe:
        quale = Presenza.PRESENTE if e_entrato else Presenza(presenza)
        yield mandato_id, organo_id, quale
