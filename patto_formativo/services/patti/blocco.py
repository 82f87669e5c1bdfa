"""The rows of an agreement, held still while an act on them is judged."""

from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Patto, Versione
from patto_formativo.queries.patti.versioni import CON
from patto_formativo.rules.contenuto import verifica_passaggio


def blocca_versione(autore: Contesto, versione_id: int) -> Versione:
    """A version with its agreement locked: two acts on two versions of one wait for each other."""
    patto = (
        Patto.objects.select_for_update()
        .only("pk")
        .get(istituto=autore.istituto, versioni__pk=versione_id)
    )
    return (
        Versione.objects.select_for_update(of=("self",))
        .select_related(*CON)
        .get(istituto=autore.istituto, patto=patto, pk=versione_id)
    )


def blocca_versioni(autore: Contesto, ids: list[int]) -> list[Versione]:
    """Many versions at once, always in the same order."""
    righe = Versione.objects.select_for_update(of=("self",)).select_related(*CON)
    return list(righe.filter(istituto=autore.istituto, pk__in=ids).order_by("pk"))


def passa(versione: Versione, verso: StatoPatto) -> None:
    """Put a version in a state, if the rules let it. Raises AttoRifiutato; writes nothing."""
    violazione = verifica_passaggio(StatoPatto(versione.stato), verso)
    esigi([violazione] if violazione else [])
    versione.stato = verso.value
