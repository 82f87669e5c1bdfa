"""When an application may be closed, excluded, opened again."""

import pytest

from selezioni_pon.enums import Cittadinanza, Deroga, Fase, Provenienza
from selezioni_pon.rules.confronto import confronta
from selezioni_pon.rules.esame import (
    contro_il_verdetto,
    verifica_esclusione,
    verifica_riapertura,
)
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.requisiti import Requisiti
from selezioni_pon.rules.verifica import accetta
from tests.selezioni_pon.scena_bandi import codici, regole
from tests.selezioni_pon.scena_verifica import GRIGLIA, PROGETTO

REGOLE = regole().avviso
DICHIARATI = {"patente": Titolo("3")}
TUTTI = Requisiti(
    provenienza=Provenienza.PRIVATO, cittadinanza=Cittadinanza.UE, diritti_civili=True,
    senza_condanne=True, senza_procedimenti=True, specializzazione=False, deroga=Deroga.ARTE,
    esperienza_accertata=True,
)  # fmt: skip


def test_requirements_titles_and_points_all_speak():
    niente = Requisiti(
        provenienza=Provenienza.PRIVATO, cittadinanza=Cittadinanza.UE, diritti_civili=True,
        senza_condanne=False, senza_procedimenti=True, specializzazione=False, deroga=Deroga.ARTE,
    )  # fmt: skip
    contro = contro_il_verdetto(
        niente, Fase.ESTERNI, REGOLE, confronta(GRIGLIA, DICHIARATI, {}), [PROGETTO]
    )
    assert codici(contro) == ["senza_condanne", "esperienza", "da_verificare", "senza_accordo"]
    decisa = confronta(GRIGLIA, DICHIARATI, {"patente": accetta(Titolo("3"))})
    assert contro_il_verdetto(TUTTI, Fase.ESTERNI, REGOLE, decisa, []) == []


@pytest.mark.parametrize(
    ("motivo", "fonte", "attesi"),
    [
        ("Manca il diploma", "avviso, art. 3", []),
        ("no", "avviso, art. 3", ["motivo"]),
        ("Manca il diploma", "  ", ["fonte"]),
        ("", "", ["motivo", "fonte"]),
    ],
)
def test_an_exclusion_has_words_and_a_source(motivo, fonte, attesi):
    assert codici(verifica_esclusione(motivo, fonte)) == attesi


@pytest.mark.parametrize(
    ("motivo", "chiusa", "attesi"),
    [
        ("Un attestato letto male", True, []),
        (" ", True, ["motivo"]),
        ("Un attestato letto male", False, ["aperta"]),
    ],
)
def test_only_what_is_closed_is_opened_again_with_a_reason(motivo, chiusa, attesi):
    assert codici(verifica_riapertura(motivo, chiusa=chiusa)) == attesi
