"""The row of a request, locked for the act that changes it."""

from datetime import datetime

from bonus_merito.enums import StatoProcedura, StatoRichiesta
from bonus_merito.models import Attivita, Richiesta, Valutazione
from bonus_merito.rules.richiesta import D_UFFICIO, RICHIESTA, contro_il_termine
from bonus_merito.services.procedure.blocco import blocca_procedura
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto

CON = (
    "istituto", "persona", "documento", "procedura__fondo__anno_scolastico",
    "procedura__istituto", "procedura__criteri",
)  # fmt: skip
GIUDICATA = (
    "Questa attività è già giudicata: resta com’è. Se è scritta male, non confermarla e "
    "dichiarane un’altra."
)
COMPLETA = "La valutazione è completa: per cambiare la griglia prima si riapre."


def blocca_richiesta(autore: Contesto, richiesta_id: int) -> Richiesta:
    """The request, locked after its procedure: so that nobody closes, judges or decrees meanwhile.

    Every act on a procedure locks it first, in this order.
    """
    righe = Richiesta.objects.filter(istituto=autore.istituto)
    procedura_id = righe.values_list("procedura_id", flat=True).get(pk=richiesta_id)
    blocca_procedura(autore, procedura_id, *StatoProcedura)
    return righe.select_for_update(of=("self",)).select_related(*CON).get(pk=richiesta_id)


def esigi_aperta(richiesta: Richiesta, adesso: datetime) -> None:
    """Raise AttoRifiutato where nobody may ask any more."""
    procedura = richiesta.procedura
    if procedura.stato != StatoProcedura.APERTA.value:
        stato = procedura.get_stato_display()
        raise rifiuta("stato", f"La procedura è {stato}: non si chiede più.", RICHIESTA)
    esigi(contro_il_termine(procedura.scade, adesso))


def esigi_scrivibile(
    richiesta: Richiesta, adesso: datetime, attivita: Attivita | None = None
) -> None:
    """Raise AttoRifiutato where the grid may not be written, or this activity of it.

    A draft until the term; of office, by the dirigente, as long as one assesses: what was judged,
    and who is said to be assessed, stays as it was.
    """
    if richiesta.stato == StatoRichiesta.D_UFFICIO.value:
        _esigi_da_giudicare(richiesta, attivita)
        return
    esigi_aperta(richiesta, adesso)
    if richiesta.stato != StatoRichiesta.BOZZA.value:
        stato = richiesta.get_stato_display()
        testo = f"La richiesta è {stato}: per cambiarla si riapre."
        raise rifiuta("stato", testo, RICHIESTA)


def _esigi_da_giudicare(richiesta: Richiesta, attivita: Attivita | None) -> None:
    if richiesta.procedura.stato != StatoProcedura.IN_VALUTAZIONE.value:
        raise rifiuta("stato", "La valutazione è conclusa: la griglia resta com’è.")
    if attivita is not None and attivita.confermata is not None:
        raise rifiuta("giudicata", GIUDICATA, D_UFFICIO)
    if Valutazione.objects.filter(richiesta=richiesta, completa_il__isnull=False).exists():
        raise rifiuta("completa", COMPLETA, D_UFFICIO)


def blocca_attivita(autore: Contesto, attivita_id: int) -> tuple[Richiesta, Attivita]:
    """An activity with its request, locked.

    Raises Attivita.DoesNotExist for one that was taken off.
    """
    righe = Attivita.objects.filter(istituto=autore.istituto)
    richiesta_id = righe.values_list("richiesta_id", flat=True).get(pk=attivita_id)
    richiesta = blocca_richiesta(autore, richiesta_id)
    attivita = righe.select_related("criterio__area").get(pk=attivita_id)
    attivita.richiesta = richiesta
    return richiesta, attivita
