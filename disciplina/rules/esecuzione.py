"""Carrying a suspension out: its last day, and what runs beside it.

Source: D.P.R. 249/1998, art. 4 c. 8; the parameter ``disciplina.giorni_di_lezione``.
"""

from datetime import date, timedelta
from itertools import islice

from cpia.norme.rules.calendario import UN_GIORNO, Calendario
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.motivi import Motivo
from cpia.norme.rules.parametri import Valore
from cpia.norme.rules.termini import CALENDARIO_COMUNE
from cpia.scuola.parole import data_estesa, plurale
from disciplina.rules.fonti import NOTA


def fine_sospensione(
    dal: date,
    giorni: int,
    di_lezione: Valore,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The last day of a suspension that begins on ``dal``, which is counted."""
    if not di_lezione.come(bool):
        fine = dal + timedelta(days=giorni - 1)
        quali = plurale(giorni, "giorno di calendario", "giorni di calendario")
    else:
        seguenti = calendario.lavorativi(dal - UN_GIORNO)
        fine = next(islice(seguenti, giorni - 1, None))
        quali = plurale(giorni, "giorno di lezione", "giorni di lezione")
    testo = f"{quali} dal {data_estesa(dal)}, compreso: fino al {data_estesa(fine)}."
    return Termine(fine, (Motivo("fine_sospensione", di_lezione.fonte, testo),))


def avverti_in_corso(fine: date, fine_ricorso: date | None) -> list[Motivo]:
    """What to know of a sanction carried out while one may still appeal."""
    if fine_ricorso is None or fine > fine_ricorso:
        return []
    testo = (
        f"La sanzione finisce il {data_estesa(fine)}, e si può ricorrere fino al "
        f"{data_estesa(fine_ricorso)}: il ricorso non la sospende."
    )
    return [Motivo("eseguita_prima_del_ricorso", NOTA, testo)]
