"""Teachers and rules for the tests of the judgement: the profile of CPIA Caltanissetta/Enna."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from bonus_merito.enums import Area, Metodo
from bonus_merito.rules.esclusioni import Posizione
from bonus_merito.rules.percentuale import Punteggio
from bonus_merito.rules.quadro import Docente, Quadro, giudica
from bonus_merito.rules.regole import PREFISSO, RegoleBonus, regole_da
from cpia.norme.profili import profilo

GIORNO = date(2019, 6, 30)
REGOLE = regole_da(profilo("cpia-caltanissetta-enna").parametri(PREFISSO, GIORNO))
IN_REGOLA = Posizione(di_ruolo=True, sanzioni=False, assenza=Fraction(0))


def con_metodo(metodo: Metodo, regole: RegoleBonus = REGOLE) -> RegoleBonus:
    scelto = replace(regole.riparto.metodo, valore=metodo)
    return replace(regole, riparto=replace(regole.riparto, metodo=scelto))


def docente(chi: str, quota: Fraction | int | str, posizione: Posizione = IN_REGOLA) -> Docente:
    """Somebody who reaches the same percentage in every area."""
    return Docente(chi, Punteggio(dict.fromkeys(Area, Fraction(quota))), posizione)


def quadro(
    quote: dict[str, object],
    *,
    fondo: int = 900_000,
    in_servizio: int = 1_000,
    regole: RegoleBonus = REGOLE,
    scelti: frozenset[str] = frozenset(),
) -> Quadro:
    """The judgement on people by percentage, in a school so large that nobody is cut."""
    return giudica(
        [docente(chi, quota) for chi, quota in quote.items()],
        fondo=fondo,
        in_servizio=in_servizio,
        regole=regole,
        scelti=scelti,
    )


def importi(esito: Quadro) -> dict[str, int | None]:
    return {uno.docente.id: uno.importo for uno in esito.esiti}
