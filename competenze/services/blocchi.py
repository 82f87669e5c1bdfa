"""The rows that an act holds still while it judges: always from the campaign downwards."""

from django.db import connection

from competenze.models import Inserimento

_STATI = """
SELECT r.stato, c.stato, i.stato
FROM competenze_rilevazione r
JOIN competenze_classerilevata c ON c.rilevazione_id = r.id
JOIN competenze_inserimento i ON i.classe_rilevata_id = c.id
WHERE i.id = %s
FOR SHARE OF r, c FOR {} OF i
"""
_CONDIVISO = _STATI.format("SHARE")
_ESCLUSIVO = _STATI.format("UPDATE")


def blocca_inserimento(inserimento: Inserimento, *, da_solo: bool = False) -> Inserimento:
    """The same entry with the states of this moment, which nobody may change until the end.

    Shared among those who save levels; ``da_solo`` for an act on the entry itself, which waits
    until the levels on their way are in. Freezing a class or closing a campaign waits as well.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ESCLUSIVO if da_solo else _CONDIVISO, [inserimento.pk])
        rilevazione, classe, stato = cursor.fetchone()
    inserimento.stato = stato
    inserimento.classe_rilevata.stato = classe
    inserimento.classe_rilevata.rilevazione.stato = rilevazione
    return inserimento
