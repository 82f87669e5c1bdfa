"""The rows that an act holds still while it judges: always from the campaign downwards."""

from django.db import connection

from competenze.models import Inserimento
from competenze.rules.motivi import CIRCOLARE_A
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione

TOLTO = Violazione(
    "inserimento_tolto",
    "Questa disciplina non è più fra quelle della classe: torna alla scrivania.",
    CIRCOLARE_A,
)
_STATI = """
SELECT r.stato, c.stato, i.stato, i.motivo_mancanza
FROM competenze_rilevazione r
JOIN competenze_classerilevata c ON c.rilevazione_id = r.id
JOIN competenze_inserimento i ON i.classe_rilevata_id = c.id
WHERE i.id = %s
FOR SHARE OF r, c FOR NO KEY UPDATE OF i
"""


def blocca_inserimento(inserimento: Inserimento) -> Inserimento:
    """The same entry with the states of this moment, which nobody may change until the end.

    The acts on one entry go one after the other, its autosaves too; those on the entries of one
    class go together, and freezing the class or closing the campaign waits for them. Raises
    ``AttoRifiutato`` when the entry was taken away meanwhile.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STATI, [inserimento.pk])
        riga = cursor.fetchone()
    if riga is None:
        raise AttoRifiutato([TOLTO])
    rilevazione, classe, inserimento.stato, inserimento.motivo_mancanza = riga
    inserimento.classe_rilevata.stato = classe
    inserimento.classe_rilevata.rilevazione.stato = rilevazione
    return inserimento
