"""Numbers of sittings and deliberations, without gaps and without duplicates."""

from django.db import transaction

from organi_collegiali.models import Numeratore, OrganoCollegiale


@transaction.atomic
def prendi_numero(*, organo: OrganoCollegiale, di_che_cosa: str, serie: str) -> int:
    """The next number of a series of an organ.

    The row stays locked until the act that takes the number commits: if the act fails the number
    goes back, so no gap is left.
    """
    quale = {
        "istituto_id": organo.istituto_id,
        "organo_id": organo.pk,
        "di_che_cosa": di_che_cosa,
        "serie": serie,
    }
    Numeratore.objects.bulk_create([Numeratore(**quale)], ignore_conflicts=True)
    numeratore = Numeratore.objects.select_for_update().get(**quale)
    numeratore.ultimo += 1
    numeratore.save(update_fields=["ultimo"])
    return numeratore.ultimo
