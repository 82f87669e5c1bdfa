"""The school's book of premises: what is written most comes first."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from organi_collegiali.enums import Premessa
from organi_collegiali.models import Frase, OrganoCollegiale

QUANTE = 200


def frasario(istituto_id: int) -> QuerySet[Frase]:
    """Every phrase, in the order of the words with which a premise begins, the most used first."""
    posto = Case(
        *(When(premessa=parola.value, then=Value(n)) for n, parola in enumerate(Premessa)),
        output_field=IntegerField(),
    )
    return Frase.objects.filter(istituto_id=istituto_id).order_by(posto, "-usata", "ordine", "pk")


def frasi_per(organo: OrganoCollegiale) -> tuple[tuple[str, list[str]], ...]:
    """The phrases that an organ may choose: ``("visto", ["il Programma annuale…", …])``.

    Those for all the organs and those for the kind of this one. One query.
    """
    righe = (
        Frase.objects.filter(
            Q(tipo_organo="") | Q(tipo_organo=organo.tipo), istituto_id=organo.istituto_id
        )
        .order_by("-usata", "ordine", "pk")
        .values_list("premessa", "testo")[:QUANTE]
    )
    per_parola: dict[str, list[str]] = {parola.value: [] for parola in Premessa}
    for parola, testo in righe:
        per_parola[parola].append(testo)
    return tuple(per_parola.items())
