"""By when an organ is to be convened so that it decides in time, and when it may first sit.

Source: the notice of the organ, by the regulation of the school (``organi.*.preavviso``).
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.motivi import Motivo
from cpia.norme.rules.parametri import Valore
from cpia.norme.rules.secondo import durata_di, prima_di_secondo
from cpia.norme.rules.termini import CALENDARIO_COMUNE
from cpia.scuola.parole import data_estesa, plurale

CERCATI: Final = 366


def da_convocare_entro(
    decidere: Termine, preavviso: Valore, calendario: Calendario = CALENDARIO_COMUNE
) -> Termine:
    """The last day to send the notice, so that the organ can decide on the last day."""
    convocare = prima_di_secondo(decidere.giorno, preavviso, calendario=calendario)
    testo = (
        f"Si decide entro il {data_estesa(decidere.giorno)}, e l’avviso va dato "
        f"{plurale(durata_di(preavviso).giorni, 'giorno', 'giorni')} prima: si convoca entro il "
        f"{data_estesa(convocare.giorno)}."
    )
    motivo = Motivo("convocare_in_tempo", preavviso.fonte, testo)
    return replace(convocare, perche=(motivo, *convocare.perche))


def prima_seduta(
    oggi: date, preavviso: Valore, calendario: Calendario = CALENDARIO_COMUNE
) -> date | None:
    """The first working day on which the organ may sit, if it is convened today.

    None where a whole year holds none.
    """
    giorni = (oggi + timedelta(days=n) for n in range(CERCATI))
    return next(
        (
            giorno
            for giorno in giorni
            if calendario.lavorativo(giorno)
            and prima_di_secondo(giorno, preavviso, calendario=calendario).giorno >= oggi
        ),
        None,
    )
