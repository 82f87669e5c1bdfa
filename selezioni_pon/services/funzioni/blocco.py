"""The rows of a procedure, locked: the procedure first, as every act does."""

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import DomandaFunzione, ProceduraFunzioni
from selezioni_pon.rules.funzioni_strumentali.passi import COLLEGIO


def blocca_procedura(autore: Contesto, procedura_id: int) -> ProceduraFunzioni:
    """A procedure with its year, locked: whoever acts on it waits for the others."""
    return (
        ProceduraFunzioni.objects.select_for_update(of=("self",))
        .select_related("istituto", "anno_scolastico")
        .get(pk=procedura_id, istituto=autore.istituto)
    )


def blocca_bozza(autore: Contesto, procedura_id: int) -> ProceduraFunzioni:
    """The same while it takes no applications yet. Raises AttoRifiutato afterwards."""
    procedura = blocca_procedura(autore, procedura_id)
    if procedura.aperta_il is not None:
        testo = "Le domande sono aperte: le aree restano quelle che si leggono."
        raise rifiuta("gia_aperta", testo, COLLEGIO)
    return procedura


def blocca_domanda(autore: Contesto, domanda_id: int) -> DomandaFunzione:
    """An application with its teacher, and its procedure, locked."""
    procedura_id = DomandaFunzione.objects.values_list("area__procedura_id", flat=True).get(
        pk=domanda_id, istituto=autore.istituto
    )
    procedura = blocca_procedura(autore, procedura_id)
    domanda = (
        DomandaFunzione.objects.select_for_update(of=("self",))
        .select_related("docente", "area")
        .get(pk=domanda_id, istituto=autore.istituto)
    )
    domanda.area.procedura = procedura
    return domanda
