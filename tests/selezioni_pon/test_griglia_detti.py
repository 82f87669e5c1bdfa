"""A title in words, and back in the fields of its form."""

from fractions import Fraction

import pytest

from selezioni_pon.enums import TipoVoce
from selezioni_pon.rules.griglia.detti import titolo_detto
from selezioni_pon.rules.griglia.modello import Grado, Voce
from selezioni_pon.rules.griglia.modulo import domanda, valore
from selezioni_pon.rules.griglia.riscritto import scritti
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da
from selezioni_pon.templatetags.verifica import meno
from tests.selezioni_pon.scena_verifica import COERENZA, ESPERIENZE, LAUREA, PATENTE, PROGETTO

F = Fraction
GRADI = (Grado("semestrali", F(1)), Grado("annuali", F(2), "corso di un anno"))
CORSI = Voce("6", "Corsi", TipoVoce.DURATE, gradi=GRADI)
UN_CORSO = Voce("7", "Un corso", TipoVoce.DURATE, gradi=GRADI, massimo_unita=1)
NEL_SETTORE = Voce("8", "Incarichi", TipoVoce.UNITA, punti=F(2), pertinente=F(1))
PERTINENTE = Voce("9", "Master", TipoVoce.SI_NO, punti=F(2), pertinente=F(1))
SCELTA = Voce("10", "Lingua", TipoVoce.SCELTA, gradi=GRADI)


@pytest.mark.parametrize(
    ("voce", "valore", "detto"),
    [
        (LAUREA, {"voto": 110, "lode": True}, "110 su 110 e lode"),
        (LAUREA, {"voto": 99}, "99 su 110"),
        (ESPERIENZE, {"quanti": 1}, "1 titolo"),
        (ESPERIENZE, {"quanti": 3}, "3 titoli"),
        (ESPERIENZE, {"quanti": 0}, "nessun titolo"),
        (NEL_SETTORE, {"quanti": 3, "pertinenti": 1}, "3 titoli, di cui 1 pertinente"),
        (PATENTE, {"posseduto": True}, "posseduto"),
        (PERTINENTE, {"posseduto": True, "pertinente": True}, "posseduto, pertinente al settore"),
        (CORSI, {"semestrali": 2, "annuali": 1}, "2 × semestrali e 1 × corso di un anno"),
        (UN_CORSO, {"annuali": 1}, "corso di un anno"),
        (SCELTA, {"grado": "annuali"}, "«corso di un anno»"),
        (COERENZA, {"grado": "ottima"}, "«ottima»"),
        (PROGETTO, {"punti": "12,5"}, "12,5 punti"),
        (PROGETTO, {"punti": "0"}, "0 punti"),
    ],
)
def test_a_title_in_words_and_back_in_its_fields(voce, valore, detto):
    titolo = titolo_da(voce, valore)
    assert isinstance(titolo, Titolo)
    assert titolo_detto(voce, titolo) == detto
    assert _di_nuovo(voce, valore) == titolo


def _di_nuovo(voce, kept):
    chiesta = domanda(voce, "v1")
    return titolo_da(voce, valore(chiesta, scritti(chiesta, kept)))


def test_what_has_no_keys_fills_the_first_field():
    assert scritti(domanda(ESPERIENZE, "v2"), 3) == {"v2-quanti": "3"}
    assert scritti(domanda(PATENTE, "v3"), True) == {"v3-posseduto": "si"}


@pytest.mark.parametrize(
    ("tolti", "detto"), [(F(5), "– 5"), (F(0), "0"), (F(-2), "+ 2"), (F("2.5"), "– 2,5")]
)
def test_what_is_taken_off_a_sum(tolti, detto):
    assert meno(tolti) == detto
