"""Among which terms a call chooses for the complaint: that of the school, and those allowed."""

from cpia.scuola.parole import plurale
from selezioni_pon.models import Avviso
from selezioni_pon.queries.bando import regole_di


def scelte_del_reclamo(avviso: Avviso) -> list[tuple[str, str]]:
    """The choices of the form; one written before that is no longer allowed stays to be seen."""
    regole = regole_di(avviso).reclamo
    di_norma = regole.giorni.valore
    numeri = {*regole.scelte.valore, *filter(None, [avviso.reclamo_giorni])} - {di_norma}
    altri = [(str(numero), plurale(numero, "giorno", "giorni")) for numero in sorted(numeri)]
    return [("", f"{plurale(di_norma, 'giorno', 'giorni')}, come dice il regolamento"), *altri]
