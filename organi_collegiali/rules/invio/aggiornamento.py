"""Whether a sitting that ran over may go on another day without a new convocation."""

from dataclasses import dataclass
from datetime import date

from organi_collegiali.rules.motivi import Motivo


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
