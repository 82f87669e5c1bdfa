"""One statement that writes many cells, each only over the version that was seen."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from competenze.models import Inserimento
from competenze.queries.inserimento import Chiave
from competenze.services.celle.voci import CellaVoluta
from cpia.scuola.access import Contesto

# Compare and swap: a row is made at version 1, or takes the next version only from the one that
# was on the screen. Whoever finds another version writes nothing and comes back without a row.
_SCRIVI = """
INSERT INTO competenze_valutazione (
    istituto_id, inserimento_id, iscrizione_id, competenza_id, livello, motivo, versione,
    autore_id, modificata_il
)
SELECT %(istituto)s, %(inserimento)s, v.iscrizione, v.competenza, v.livello, v.motivo, v.versione,
    %(autore)s, %(adesso)s
FROM unnest(
    %(iscrizioni)s::bigint[], %(competenze)s::bigint[], %(livelli)s::text[], %(motivi)s::text[],
    %(versioni)s::int[]
) AS v (iscrizione, competenza, livello, motivo, versione)
ON CONFLICT (inserimento_id, iscrizione_id, competenza_id) DO UPDATE SET
    livello = excluded.livello, motivo = excluded.motivo, versione = excluded.versione,
    autore_id = excluded.autore_id, modificata_il = excluded.modificata_il
WHERE competenze_valutazione.versione = excluded.versione - 1
RETURNING iscrizione_id, competenza_id
"""


def scrivi(
    autore: Contesto, adesso: datetime, inserimento: Inserimento, volute: Sequence[CellaVoluta]
) -> set[Chiave]:
    """Write the cells whose version is still the one seen; which ones were written."""
    if not volute:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            _SCRIVI,
            {
                "istituto": inserimento.istituto_id,
                "inserimento": inserimento.pk,
                "autore": autore.persona.pk,
                "adesso": adesso,
                "iscrizioni": [voluta.iscrizione_id for voluta in volute],
                "competenze": [voluta.competenza_id for voluta in volute],
                "livelli": [voluta.contenuto.livello for voluta in volute],
                "motivi": [voluta.contenuto.motivo for voluta in volute],
                "versioni": [voluta.versione + 1 for voluta in volute],
            },
        )
        return set(cursor.fetchall())
