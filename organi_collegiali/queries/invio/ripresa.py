"""What stands against a new item on the agenda of a sitting that goes on with another."""

from datetime import date

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.models import Seduta
from organi_collegiali.queries.invio.avvisi import prosegue
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.invio.aggiornamento import verifica_stesso_ordine


def contro_un_punto_nuovo(seduta: Seduta, giorno: date) -> list[Violazione]:
    """Why no item may be added by the rules of a day: the agenda is that of the adjourned sitting.

    Two queries, none for a sitting that takes up no other.
    """
    if not prosegue(seduta):
        return []
    fonte = regole(seduta.organo, giorno).di_norma("aggiornamento.entro").fonte
    return verifica_stesso_ordine(prosegue=True, fonte=fonte)
