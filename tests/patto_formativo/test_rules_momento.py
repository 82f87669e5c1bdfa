"""The moment of a path, the days named in a text, the areas of the competences."""

import pytest

from patto_formativo.enums import Percorso, StatoCorsista, StatoPatto
from patto_formativo.rules.aree import Area, area
from patto_formativo.rules.momento import Momento, Situazione, momento
from patto_formativo.rules.settimana import giorni_nominati

ATTIVO = StatoCorsista.ATTIVO
S = StatoPatto


@pytest.mark.parametrize(
    ("situazione", "atteso"),
    [
        (Situazione(ATTIVO, con_tutor=False), Momento.ISCRITTO),
        (Situazione(ATTIVO, con_tutor=True), Momento.ACCOGLIENZA),
        (Situazione(ATTIVO, con_tutor=True, aperta=S.BOZZA), Momento.BOZZA),
        (Situazione(ATTIVO, con_tutor=True, aperta=S.IN_NEGOZIAZIONE), Momento.IN_NEGOZIAZIONE),
        (Situazione(ATTIVO, con_tutor=True, aperta=S.APPROVATO), Momento.APPROVATO),
        (
            Situazione(ATTIVO, con_tutor=True, aperta=S.APPROVATO, da_ratificare=True),
            Momento.DA_RATIFICARE,
        ),
        (
            Situazione(ATTIVO, con_tutor=True, aperta=S.APPROVATO, firmato=True),
            Momento.FIRMATO,
        ),
        (Situazione(ATTIVO, con_tutor=True, vigente=S.IN_CORSO), Momento.IN_CORSO),
        (
            Situazione(ATTIVO, con_tutor=True, vigente=S.IN_CORSO, aperta=S.BOZZA),
            Momento.IN_CORSO,
        ),
        (
            Situazione(ATTIVO, con_tutor=True, vigente=S.IN_CORSO, aperta=S.APPROVATO),
            Momento.APPROVATO,
        ),
        (
            Situazione(StatoCorsista.RITIRATO, con_tutor=True, vigente=S.IN_CORSO),
            Momento.RITIRATO,
        ),
        (Situazione(StatoCorsista.CONCLUSO, con_tutor=True), Momento.CONCLUSO),
    ],
)
def test_the_moment(situazione, atteso):
    assert momento(situazione) == atteso


@pytest.mark.parametrize(
    ("testo", "giorni"),
    [
        ("lunedì, mercoledì e giovedì", (0, 2, 3)),
        ("il Martedì", (1,)),
        ("dal lunedì al venerdì", None),
        ("giorni da concordare", None),
        ("", None),
    ],
)
def test_only_a_list_of_days_is_read_as_one(testo, giorni):
    assert giorni_nominati(testo) == giorni


@pytest.mark.parametrize(
    ("percorso", "codice", "asse", "attesa"),
    [
        (Percorso.PRIMO_PERIODO, "C6", "linguaggi", Area.ITALIANO),
        (Percorso.PRIMO_PERIODO, "C7", "linguaggi", Area.STRANIERA),
        (Percorso.SECONDO_PERIODO, "C5", "linguaggi", Area.STRANIERA),
        (Percorso.SECONDO_PERIODO, "C7", "storico-sociale", Area.STORIA),
        (Percorso.ALFABETIZZAZIONE, "ascolto", "italiano", Area.ITALIANO),
    ],
)
def test_foreign_languages_are_an_area_of_their_own(percorso, codice, asse, attesa):
    assert area(percorso, codice, asse) == attesa
