"""Who takes the seat of an elected member who left it."""

from datetime import date

from organi_collegiali.models import Candidatura, Elezione, Mandato
from organi_collegiali.queries.organi.elezioni import esito_di


def primo_dei_non_eletti(cessato: Mandato, giorno: date) -> Candidatura | None:
    """The first of the non-elected of the list of who left, who has not sat since that election.

    The list is that of the last proclaimed election in which the member, or whom the member had
    replaced, was elected. Five queries at most.
    """
    elezione = _elezione_di(cessato)
    if elezione is None:
        return None
    candidature = {c.pk: c for c in elezione.candidature.select_related("persona", "elezione")}
    sua = next((c for c in candidature.values() if c.persona_id == cessato.persona_id), None)
    if sua is None:
        return None
    hanno_seduto = set(
        Mandato.objects.filter(organo=cessato.organo, dal__gte=elezione.dal).values_list(
            "persona_id", flat=True
        )
    )
    in_ordine = esito_di(elezione, giorno).non_eletti
    della_lista = in_ordine.get(sua.lista, in_ordine.get("", ()))
    liberi = (candidature[pk] for pk in della_lista)
    return next((c for c in liberi if c.persona_id not in hanno_seduto and not c.eletto), None)


def _elezione_di(cessato: Mandato) -> Elezione | None:
    return (
        Elezione.objects.select_related("organo")
        .filter(
            istituto_id=cessato.istituto_id,
            organo=cessato.organo_id,
            componente=cessato.componente,
            proclamata_il__isnull=False,
            candidature__persona_id=cessato.persona_id,
        )
        .order_by("-votata_il", "-id")
        .first()
    )
