"""All the kinds of things that can be found, in the order of the page.

A new kind is one function ``(contesto, domanda, fetta) -> Trovati`` and its line here. It gives
only what the person may open, whatever the question, with a fixed number of queries.
"""

from cpia.portale.ricerca.albo import albo
from cpia.portale.ricerca.bonus import criteri, procedure
from cpia.portale.ricerca.circolari import circolari
from cpia.portale.ricerca.classi import classi
from cpia.portale.ricerca.corsisti import corsisti
from cpia.portale.ricerca.documenti import documenti
from cpia.portale.ricerca.guida import guida
from cpia.portale.ricerca.organi import delibere, organi, sedute
from cpia.portale.ricerca.persone import personale, studenti
from cpia.portale.ricerca.regolamenti import regolamenti, regole
from cpia.portale.ricerca.rilevazioni import rilevazioni
from cpia.portale.ricerca.risultati import Fonte
from cpia.portale.ricerca.selezioni import avvisi, griglie, progetti

FONTI: tuple[Fonte, ...] = (
    Fonte("personale", "Personale", personale),
    Fonte("studenti", "Studenti", studenti),
    Fonte("corsisti", "Corsisti", corsisti),
    Fonte("classi", "Classi", classi),
    Fonte("circolari", "Circolari", circolari),
    Fonte("albo", "Albo", albo),
    Fonte("organi", "Organi collegiali", organi),
    Fonte("sedute", "Sedute", sedute),
    Fonte("delibere", "Delibere", delibere),
    Fonte("bonus", "Bonus", procedure),
    Fonte("criteri", "Criteri del bonus", criteri),
    Fonte("selezioni", "Avvisi di selezione", avvisi),
    Fonte("griglie", "Griglie di valutazione", griglie),
    Fonte("progetti", "Progetti", progetti),
    Fonte("rilevazioni", "Rilevazioni", rilevazioni),
    Fonte("documenti", "Documenti e protocollo", documenti),
    Fonte("regolamenti", "Regolamenti", regolamenti),
    Fonte("regole", "Regole in vigore", regole),
    Fonte("guida", "Guida", guida),
)
