"""From the rows of the database to what the rules judge."""

from cpia.norme.models import Parametro
from cpia.norme.rules import Disposizione
from cpia.norme.rules.scritto import Scritto


def disposizione(riga: Parametro) -> Disposizione:
    """What a row says, with the regulation that holds it (to be loaded with the row)."""
    return Disposizione(
        chiave=riga.chiave,
        valore=riga.valore,
        regolamento=riga.regolamento.titolo,
        atto=riga.regolamento.atto,
        articolo=riga.articolo,
        dal=riga.regolamento.dal,
        al=riga.regolamento.al,
        testo=riga.testo,
        in_contrasto_con=riga.in_contrasto_con,
    )


def scritto_di(riga: Parametro) -> Scritto:
    """A row as it was read, to know whether somebody has changed it since."""
    return Scritto(riga.chiave, riga.valore, riga.articolo, riga.testo)
