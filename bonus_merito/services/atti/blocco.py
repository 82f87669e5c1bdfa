"""The row of a procedure, held still while an act on it is judged."""

from bonus_merito.models import Procedura
from cpia.avvisi.circolari.queries.elenco import dirigente
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona


def blocca_procedura(autore: Contesto, procedura_id: int) -> Procedura:
    """A procedure of the institute with its fund, both locked, and what the judgement asks of it.

    Who writes the fund locks it too: what is divided is what is written.
    """
    return (
        Procedura.objects.select_for_update(of=("self", "fondo"))
        .select_related(
            "fondo__anno_scolastico", "criteri__delibera__organo", "pubblicazione", "rettifica_di"
        )
        .get(istituto=autore.istituto, pk=procedura_id)
    )


def chi_firma(autore: Contesto) -> Persona:
    """Who directs the institute today. Raises AttoRifiutato when nobody does."""
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", "Oggi nessuno dirige l’istituto: manca chi firma.")
    firmatario.istituto = autore.istituto
    return firmatario
