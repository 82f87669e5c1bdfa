"""One act at a time on the passage of a school."""

from django.db import connection

from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Passaggio


def blocca(autore: Contesto, anno: AnnoScolastico) -> Passaggio:
    """The passage of a year, locked until the end of the transaction, born the first time.

    Imports wait too: they and the passage would each find missing what the other creates.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('importazione'), %s)", [autore.istituto.pk]
        )
    Passaggio.objects.get_or_create(istituto=autore.istituto, anno_scolastico=anno)
    return Passaggio.objects.select_for_update(of=("self",)).get(
        istituto=autore.istituto, anno_scolastico=anno
    )
