"""The figures of the seeds for the enrolments and the funzioni strumentali, and a few people."""

from datetime import date
from fractions import Fraction

from cpia.norme.rules.anno import AnnoScolastico
from cpia.norme.rules.misure import GiornoMese
from cpia.norme.rules.motivi import Valore
from selezioni_pon import regolamenti
from selezioni_pon.rules.funzioni_strumentali.modello import DomandaFunzione, ParametriFunzioni
from selezioni_pon.rules.infanzia.modello import Bambino
from selezioni_pon.rules.infanzia.parametri import (
    NumeriAnticipi,
    ParametriInfanzia,
    PostiPerSezione,
    RegoleEta,
)

PORTO_VENERE = "ic-porto-venere"
NAPOLI = "cpia-napoli-provincia-2"
ANNO = AnnoScolastico(2025)
ENTRO = date(2026, 1, 31)
AL = date(2025, 10, 15)

PARAMETRI_INFANZIA = ParametriInfanzia(
    eta=RegoleEta(
        Valore(GiornoMese(12, 31), "art. 2 lett. a"), Valore(GiornoMese(4, 30), "lett. b")
    ),
    posti=PostiPerSezione(
        Valore(25, "art. 2 lett. e1", "La lett. g dice 26."),
        Valore(26, "art. 2 lett. g", "La lett. e1 dice 25 e 27."),
        Valore(27, "art. 2 lett. e1"),
    ),
    anticipi=NumeriAnticipi(
        al=Valore(GiornoMese(8, 30), "art. 3 lett. b"),
        iscritti=Valore((15, 20, 26), "art. 3 lett. b"),
        ammessi=Valore((3, 2, 0), "art. 3 lett. b"),
        massimo=Valore(25, "art. 3 lett. e"),
        con_attesa=Valore(False, "art. 3 lett. c"),
    ),
)
PARAMETRI_FUNZIONI = ParametriFunzioni(
    solo_di_ruolo=Valore(True, "n. 4"),
    anni=Valore(3, "n. 5"),
    ripiego=Valore(True, "n. 5"),
    una_sola=Valore(True, "n. 5"),
    collaboratore_escluso=Valore(True, "n. 5"),
    membri=Valore(3, "n. 5"),
    supplenti=Valore(3, "n. 5"),
    inappellabile=Valore(True, "n. 5"),
    durata=Valore(1, "n. 6"),
    sottogruppo=Valore(3, "n. 2"),
    relazione_iniziale=Valore(GiornoMese(10, 31), "n. 7"),
    relazione_finale=Valore(GiornoMese(6, 30), "n. 7"),
)
INFANZIA = regolamenti.infanzia(PORTO_VENERE, PARAMETRI_INFANZIA)
FUNZIONI = regolamenti.funzioni_strumentali(NAPOLI, PARAMETRI_FUNZIONI)


def bambino(chi, punti=0, nascita=date(2022, 6, 1), presentata=date(2026, 1, 20), **altro):
    """A child whose application is in time, if nothing else is said."""
    return Bambino(chi, nascita, Fraction(punti), presentata, nome=chi.capitalize(), **altro)


def domanda(chi, area="1", dal=date(2015, 9, 1), nascita=date(1975, 3, 2), **altro):
    """A tenured teacher of ten years who asks for the first area, if nothing else is said."""
    altro.setdefault("a_tempo_indeterminato", True)
    return DomandaFunzione(chi, area, nascita, dal, nome=chi.capitalize(), **altro)


def ids(bambini):
    """Their identifiers, in order."""
    return [uno.id for uno in bambini]
