"""What a request or a form may write for an item, and what is wrong with the rest."""

from fractions import Fraction

import pytest

from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da
from tests.selezioni_pon.scena_motore import (
    DURATE,
    RUBRICA,
    SU_60,
    SU_100,
    SU_110,
    letto,
    una_voce,
)

SI_NO = una_voce("si_no", punti="2")
VOTO = una_voce("voto", scale=[SU_110])
DIPLOMA = una_voce("voto", scale=[SU_60, SU_100])
UNITA = una_voce("unita", punti="3")
CON_PERTINENTI = una_voce("unita", punti="3", pertinente="2")
TANTE_DURATE = una_voce("durate", gradi=DURATE)
UNA_DURATA = una_voce("durate", gradi=DURATE, massimo_unita=1)
SCELTA = una_voce("scelta", gradi=DURATE)
GIUDIZIO = una_voce("rubrica", gradi=RUBRICA)
PUNTI = una_voce("discrezionale", punti="5")


@pytest.mark.parametrize(
    ("voce", "valore", "codice", "campo"),
    [
        (SI_NO, 1, "non_si_o_no", ""),
        (SI_NO, None, "non_si_o_no", ""),
        (SI_NO, {}, "non_si_o_no", "posseduto"),
        (SI_NO, {"pertinente": True}, "pertinente_non_previsto", "pertinente"),
        (VOTO, 108, "voto_mancante", ""),
        (VOTO, True, "voto_mancante", ""),
        (VOTO, {}, "voto_fuori_scala", "voto"),
        (VOTO, {"voto": 111}, "voto_fuori_scala", "voto"),
        (VOTO, {"voto": 65}, "voto_fuori_scala", "voto"),
        (VOTO, {"voto": "108"}, "voto_fuori_scala", "voto"),
        (VOTO, {"voto": True}, "voto_fuori_scala", "voto"),
        (VOTO, {"voto": 109, "lode": True}, "lode_senza_voto_pieno", "lode"),
        (VOTO, {"voto": 110, "lode": "sì"}, "non_si_o_no", "lode"),
        (VOTO, {"voto": 54, "su": 60}, "scala_ignota", "su"),
        (VOTO, {"voto": 110, "bacio": True}, "parola_ignota", "bacio"),
        (VOTO, {"voto": 110, "pertinente": True}, "pertinente_non_previsto", "pertinente"),
        (DIPLOMA, {"voto": 35, "su": 60}, "voto_fuori_scala", "voto"),
        (DIPLOMA, {"voto": 61, "su": 60}, "voto_fuori_scala", "voto"),
        (DIPLOMA, {"voto": 54}, "voto_fuori_scala", "voto"),
        (DIPLOMA, {"voto": 100, "su": 110}, "scala_ignota", "su"),
        (UNITA, -1, "numero_non_valido", ""),
        (UNITA, True, "numero_non_valido", ""),
        (UNITA, False, "numero_non_valido", ""),
        (UNITA, "3", "numero_non_valido", ""),
        (UNITA, "2.5", "numero_non_valido", ""),
        (UNITA, {"quanti": 3, "pertinenti": 1}, "pertinente_non_previsto", "pertinenti"),
        (CON_PERTINENTI, {"quanti": 1, "pertinenti": 2}, "troppi_pertinenti", "pertinenti"),
        (CON_PERTINENTI, {"quanti": 1, "pertinenti": -2}, "numero_non_valido", "pertinenti"),
        (
            CON_PERTINENTI,
            {"quanti": 1, "pertinenti": 1, "pertinente": True},
            "pertinente_due_volte",
            "pertinenti",
        ),
        (TANTE_DURATE, 2, "durate_mancanti", ""),
        (TANTE_DURATE, "annuale", "durate_mancanti", ""),
        (TANTE_DURATE, {"biennali": 1}, "parola_ignota", "biennali"),
        (TANTE_DURATE, {"annuale": 1}, "parola_ignota", "annuale"),
        (TANTE_DURATE, {"annuali": -1}, "numero_non_valido", "annuali"),
        (UNA_DURATA, "biennale", "durate_mancanti", ""),
        (SCELTA, "C1", "parola_ignota", ""),
        (SCELTA, True, "parola_ignota", ""),
        (GIUDIZIO, "buona", "parola_ignota", ""),
        (GIUDIZIO, 18, "parola_ignota", ""),
        (PUNTI, 6, "oltre_il_massimo", ""),
        (PUNTI, "5.1", "oltre_il_massimo", ""),
        (PUNTI, -1, "punti_non_validi", ""),
        (PUNTI, "cinque", "punti_non_validi", ""),
        (PUNTI, True, "punti_non_validi", ""),
        (PUNTI, {"punti": -1}, "punti_non_validi", "punti"),
    ],
)
def test_i_guasti(voce, valore, codice, campo):
    guasti = titolo_da(voce, valore)
    assert not isinstance(guasti, Titolo)
    assert [(guasto.codice, guasto.campo) for guasto in guasti] == [(codice, campo)]
    assert guasti[0].fonte == "Voce 1: Titolo 1"


def test_tutti_i_guasti_di_un_valore_insieme():
    guasti = titolo_da(VOTO, {"voto": 111, "lode": 1, "bacio": 1})
    assert [guasto.campo for guasto in guasti] == ["bacio", "voto", "lode"]


def test_i_guasti_dicono_i_numeri():
    (guasto,) = titolo_da(VOTO, {"voto": 111})
    assert guasto.testo == "Il voto è un numero intero da 66 a 110: 111 è fuori dalla scala."
    (guasto,) = titolo_da(VOTO, {"voto": 108, "lode": True})
    assert guasto.testo == "La lode è solo con il voto pieno: 108 è meno di 110."
    (guasto,) = titolo_da(PUNTI, "5.5")
    assert guasto.testo == "La commissione può dare al più 5: 5,5 è di più."


@pytest.mark.parametrize(
    ("voce", "valore", "titolo"),
    [
        (SI_NO, True, Titolo("1")),
        (SI_NO, False, Titolo("1", 0)),
        (VOTO, {"voto": 110, "lode": True}, Titolo("1", voto=110, su=110, lode=True)),
        (DIPLOMA, {"voto": 90}, Titolo("1", voto=90, su=100)),
        (UNITA, 0, Titolo("1", 0)),
        (UNITA, 3, Titolo("1", 3)),
        (CON_PERTINENTI, {"quanti": 3, "pertinente": True}, Titolo("1", 3, pertinenti=3)),
        (UNA_DURATA, "Annuale", Titolo("1", per_grado={"annuali": 1})),
        (UNA_DURATA, "annuali", Titolo("1", per_grado={"annuali": 1})),
        (UNA_DURATA, {"annuale": 1}, Titolo("1", per_grado={"annuali": 1})),
        (TANTE_DURATE, {}, Titolo("1", 0)),
        (SCELTA, " ANNUALI ", Titolo("1", grado="annuali")),
        (GIUDIZIO, "non coerente", Titolo("1", grado="non_coerente")),
        (GIUDIZIO, {"grado": "Ottima"}, Titolo("1", grado="ottima")),
        (PUNTI, "4,5", Titolo("1", Fraction(9, 2))),
    ],
)
def test_i_valori_letti(voce, valore, titolo):
    assert letto(voce, valore) == titolo


@pytest.mark.parametrize(
    ("titolo", "presente"),
    [
        (Titolo("1"), True),
        (Titolo("1", 0), False),
        (Titolo("1", per_grado={"annuali": 0}), False),
        (Titolo("1", per_grado={"annuali": 1}), True),
    ],
)
def test_quando_un_titolo_c_e(titolo, presente):
    assert titolo.presente is presente
