"""The articles of the acts that name who judges."""

from cpia.scuola.models import Istituto
from selezioni_pon.documents.articoli import Articolo, Punto
from selezioni_pon.documents.parole import citata
from selezioni_pon.enums import EffettoConflitto
from selezioni_pon.rules.fonti import COLLEGIO_PERFETTO, CONDANNE, CONFLITTO, regolamento
from selezioni_pon.rules.lettura import MINIMI_DATI
from selezioni_pon.rules.regole import RegoleSelezioni


def prima_di_leggere(regole: RegoleSelezioni, istituto: Istituto) -> Articolo:
    """What each member declares before any application is opened."""
    conflitto = regole.commissione.conflitto
    return Articolo(
        "Prima di leggere le domande",
        paragrafi=(
            Punto(
                "Ogni componente dichiara, sull’elenco dei nomi di chi ha presentato domanda, "
                "se ha conflitti di interessi e di non avere condanne che lo vietano. Prima "
                "nessuna domanda si apre.",
                f"{CONFLITTO}; {CONDANNE}",
            ),
            Punto(_effetto(conflitto.valore), citata(conflitto.fonte, istituto)),
        ),
    )


def lavori(istituto: Istituto) -> Articolo:
    """What the commission does, and how."""
    return Articolo(
        "Lavori",
        paragrafi=(
            Punto(
                "La commissione verifica i titoli dichiarati, dà i punti che le spettano, "
                "verbalizza e propone la graduatoria, che il dirigente approva.",
                citata(regolamento("art. 4 cc. 6 e 8"), istituto),
            ),
            Punto(
                "Valuta al completo: di chi manca prende il posto un supplente.",
                COLLEGIO_PERFETTO,
            ),
            Punto(
                "Le carte delle domande si leggono per valutarle e per nient’altro.",
                MINIMI_DATI,
            ),
        ),
    )


def _effetto(effetto: EffettoConflitto) -> str:
    if effetto is EffettoConflitto.ASTENSIONE:
        return "Chi ha un conflitto si astiene sulla domanda che lo riguarda."
    return "Chi ha un conflitto lascia la commissione, e un altro prende il suo posto."
