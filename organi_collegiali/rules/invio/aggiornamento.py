"""Whether a sitting that ran over may go on another day without a new convocation."""

from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.motivi import Motivo, Violazione


@dataclass(frozen=True, slots=True)
class GiudizioAggiornamento:
    """Whether the new day is near enough, and the sentence that says it."""

    ammesso: bool
    motivo: Motivo


def giudica_aggiornamento(
    *, interrotta: date, nuova: date, ultimo: date, fonte: str
) -> GiudizioAggiornamento:
    """Judge the day to which a sitting is adjourned (`004` art. 11).

    Up to ``ultimo``, that day included, those present need no notice and the agenda gets no new
    item; later it takes a new convocation.
    """
    inizio = f"La seduta interrotta il {interrotta:%d/%m/%Y} riprende il {nuova:%d/%m/%Y}"
    ammesso = interrotta <= nuova <= ultimo
    if ammesso:
        frase = f"{inizio}, entro il {ultimo:%d/%m/%Y}: ai presenti non serve un altro avviso."
    else:
        frase = f"{inizio}, oltre il {ultimo:%d/%m/%Y}: serve una nuova convocazione."
    return GiudizioAggiornamento(ammesso, Motivo("aggiornamento_entro", fonte, frase))


def verifica_stesso_ordine(*, prosegue: bool, fonte: str) -> list[Violazione]:
    """Why nothing is added to the agenda of a sitting that goes on with an adjourned one.

    `004` art. 11: «in tal caso non è possibile integrare il precedente odg».
    """
    if not prosegue:
        return []
    testo = (
        "La seduta prosegue quella che è stata aggiornata, con lo stesso ordine del giorno: un "
        "punto nuovo va in un’altra convocazione."
    )
    return [Violazione("stesso_ordine", testo, fonte)]
