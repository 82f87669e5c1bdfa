"""The row of an own application, locked; while it may be written, or nothing is."""

from typing import Final

from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from selezioni_pon.models import Candidatura
from selezioni_pon.queries.candidature.proprie import CON, contro_la_scrittura

# What every act on an application changes of its row.
DI_SOLITO: Final = ["modificata_il", "versione"]
SCRIVE: Final = "scrive candidatura"


def blocca_candidatura(autore: Contesto, candidatura_id: int) -> Candidatura:
    """The row of an application of who acts, locked. Raises DoesNotExist for any other."""
    return (
        Candidatura.objects.select_for_update(of=("self",))
        .select_related(*CON)
        .get(pk=candidatura_id, istituto=autore.istituto, persona=autore.persona)
    )


def blocca_da_scrivere(autore: Contesto, candidatura_id: int) -> Candidatura:
    """The same, while its call takes applications. Raises AttoRifiutato afterwards."""
    candidatura = blocca_candidatura(autore, candidatura_id)
    esigi(contro_la_scrittura(autore, candidatura.avviso))
    return candidatura
