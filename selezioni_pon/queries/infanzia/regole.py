"""The rules and the criteria of a list: those of the day on which it was opened, kept with it."""

from datetime import date, timedelta
from typing import Any, Final

from cpia.norme.queries import parametri
from cpia.norme.rules import Valore
from cpia.norme.rules.anno import AnnoScolastico
from cpia.norme.rules.conservati import conservati
from selezioni_pon import regolamenti
from selezioni_pon.griglie import dati_interi
from selezioni_pon.models import ElencoInfanzia
from selezioni_pon.queries.griglie import leggi
from selezioni_pon.rules.da_parametri import INFANZIA, infanzia_dai_parametri
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.infanzia.modello import RegoleInfanzia

# The school whose regulation says the order and the precedences: for the others it is a model.
CASA: Final = "ic-porto-venere"
OSSERVAZIONI: Final = f"{INFANZIA}osservazioni"
CRITERI: Final = f"{CASA}/infanzia"


def parametri_infanzia(istituto_id: int, giorno: date) -> dict[str, Valore]:
    """The parameters of the enrolments in force on a day. One query."""
    return parametri(istituto_id, INFANZIA, giorno)


def regole_dell_elenco(elenco: ElencoInfanzia) -> RegoleInfanzia:
    """Those that the list keeps. No query."""
    return regolamenti.infanzia(CASA, infanzia_dai_parametri(conservati(elenco.regole)))


def per_osservare(elenco: ElencoInfanzia) -> timedelta:
    """How long the families have to speak of the provisional list. No query."""
    return timedelta(days=conservati(elenco.regole)[OSSERVAZIONI].come(int))


def criteri_dell_elenco(elenco: ElencoInfanzia) -> Griglia:
    """The points that the list gives. No query."""
    return leggi(elenco.criteri, CRITERI)


def criteri_spediti() -> dict[str, Any]:
    """The criteria that the programme ships, as a list keeps them."""
    return dati_interi(CRITERI)


def anno_di(elenco: ElencoInfanzia) -> AnnoScolastico:
    """The school year for which one enrols. No query where it came with the list."""
    return AnnoScolastico(elenco.anno_scolastico.inizio)
