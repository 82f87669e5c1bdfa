"""The data of a grid: those from which it starts, and whether they make a grid at all."""

import re
from copy import deepcopy
from typing import Any, Final

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import con_maiuscola
from selezioni_pon.griglie import dati_interi, slug_disponibili
from selezioni_pon.models import Griglia
from selezioni_pon.queries.griglie import PROPRIA, leggi

ULTIMA_CHIAVE: Final = re.compile(r"\.([a-z_]+)(?:\[\d+\])?$")


def di_partenza(autore: Contesto, da: str) -> tuple[dict[str, Any], str]:
    """The data to start from and the grid shipped from which they come, if any."""
    if not da:
        return {"sezioni": []}, ""
    if da in slug_disponibili():
        return deepcopy(dati_interi(da)), da
    pk = da.removeprefix(PROPRIA)
    propria = (
        Griglia.objects.filter(istituto=autore.istituto, pk=int(pk)).first()
        if da.startswith(PROPRIA) and pk.isdecimal()
        else None
    )
    if propria is None:
        raise rifiuta("fonte_ignota", "Scegli da quale griglia si parte.", campo="da")
    return deepcopy(propria.dati), propria.origine


def esigi_leggibile(dati: dict[str, Any]) -> None:
    """Raise AttoRifiutato with the words of what is wrong, at the key where it is."""
    try:
        leggi(dati, "griglia")
    except ValueError as errore:
        dove, _, detto = str(errore).partition(": ")
        chiave = ULTIMA_CHIAVE.search(dove)
        testo = f"{con_maiuscola(detto)}."
        raise rifiuta("griglia_non_valida", testo, campo=chiave[1] if chiave else "") from errore
