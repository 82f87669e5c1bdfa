"""The deliberations that a new agenda may put on file again."""

from django.db.models import QuerySet

from organi_collegiali.models import Delibera, OrganoCollegiale


def delibere_collegabili(
    organo: OrganoCollegiale, leggibili: QuerySet[Delibera]
) -> QuerySet[Delibera]:
    """The printed deliberations of any organ of the institute, the latest first.

    Of the reserved ones only those of the organ itself, among ``leggibili``: who does not read
    one does not come to read it by putting it on file.
    """
    tutte = Delibera.objects.filter(istituto_id=organo.istituto_id, documento__isnull=False)
    proprie = tutte.filter(organo=organo, pk__in=leggibili.values("pk"))
    righe = tutte.filter(riservata=False, su_persone=False) | proprie
    return righe.select_related("organo").order_by("-adottata_il", "-numero")
