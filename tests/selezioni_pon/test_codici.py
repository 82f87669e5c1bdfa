"""CUP, CIG, code of the project: shapes, the published check of the CIG, mere doubts."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.enums import FormaCig
from selezioni_pon.rules.codici import (
    dubbi_sul_cup,
    dubbi_sul_progetto,
    forma_del_cig,
    pulito,
    verifica_cig,
    verifica_codice_progetto,
    verifica_cup,
)

ESADECIMALI = "0123456789ABCDEF"


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]


@pytest.mark.parametrize("cup", ["G34D21000910006", "g34d 2100 0910 006", "C11G06000000001"])
def test_a_cup_is_fifteen_letters_and_figures(cup):
    assert verifica_cup(cup) == []
    assert dubbi_sul_cup(cup) == ()


@pytest.mark.parametrize("cup", ["", "G34D2100091000", "G34D210009100066", "G34D21000910-06"])
def test_another_length_or_other_signs_are_refused(cup):
    [violazione] = verifica_cup(cup)
    assert (violazione.codice, violazione.campo) == ("cup_lunghezza", "cup")
    assert "15 caratteri" in violazione.testo


def test_a_strange_cup_is_doubted_and_not_refused():
    assert verifica_cup("GGGG21000910006") == []
    assert [dubbio.regola for dubbio in dubbi_sul_cup("GGGG21000910006")] == ["forma_insolita"]
    assert dubbi_sul_cup("corto") == ()


@pytest.mark.parametrize(
    ("cig", "forma"),
    [
        ("Z632F697B2", FormaCig.SMART),
        ("B7E26B1DC7", FormaCig.PIATTAFORMA),
        ("I00488930C", FormaCig.PIATTAFORMA),
        ("z63 2f697b2", FormaCig.SMART),
    ],
)
def test_a_real_cig_is_good_and_its_kind_is_known(cig, forma):
    assert verifica_cig(cig) == []
    assert forma_del_cig(cig) is forma


@pytest.mark.parametrize(
    ("cig", "codice"),
    [
        ("B7E26B1DC8", "cig_controllo"),
        ("Z632F697B3", "cig_controllo"),
        ("X000000000", "cig_controllo"),
        ("0000000000", "cig_controllo"),
        ("W632F697B2", "cig_forma"),
        ("B7E26B1DCG", "cig_forma"),
        ("Z632F697B", "cig_lunghezza"),
        ("", "cig_lunghezza"),
    ],
)
def test_a_wrong_cig_is_refused_saying_how(cig, codice):
    assert codici(verifica_cig(cig)) == [codice]


@given(st.integers(1, 9_999_999))
def test_the_check_of_the_first_kind(numero):
    cifre = f"{numero:07d}"
    cig = f"{cifre}{numero * 211 % 4091:03X}"
    assert codici(verifica_cig(cig)) == ([] if int(cifre[1:]) else ["cig_controllo"])


@given(st.sampled_from("ABCDEFGHIJKLMNOPQRSTU"), st.integers(0, 16**6 - 1), st.integers(0, 9))
def test_one_wrong_character_is_caught(lettera, numero, posto):
    valore = (numero + ord(lettera) - 64) * 211 % 4091
    cig = f"{lettera}{numero:06X}{valore:03X}"
    assert verifica_cig(cig) == []
    altro = next(c for c in ESADECIMALI if c != cig[posto])
    if posto:
        assert verifica_cig(f"{cig[:posto]}{altro}{cig[posto + 1 :]}")


@given(st.text(max_size=20))
def test_no_text_breaks_them(testo):
    for prova in (verifica_cup, verifica_cig, verifica_codice_progetto):
        for violazione in prova(testo):
            assert violazione.testo.endswith(".")
    assert pulito(testo) == pulito(pulito(testo))


@pytest.mark.parametrize(
    "codice",
    [
        "M4C1I1.4-2024-1322-P-50944",
        "13.1.4A-FESRPON-CA-2022-53",
        "10.2.2A-FSEPON-MA-2017-41",
        "ESO4.6.A4.A-FSEPN-CA-2024-12",
    ],
)
def test_the_codes_of_projects(codice):
    assert verifica_codice_progetto(codice) == []
    assert dubbi_sul_progetto(codice) == ()


@pytest.mark.parametrize("codice", ["", "-", "A--B", "A" * 61, "è un progetto"])
def test_what_is_no_code_of_a_project(codice):
    assert codici(verifica_codice_progetto(codice)) == ["codice_progetto"]
    assert dubbi_sul_progetto(codice) == ()


def test_a_code_of_another_shape_is_doubted():
    assert verifica_codice_progetto("47064") == []
    assert dubbi_sul_progetto("47064")


@given(st.text(string.ascii_uppercase + string.digits, min_size=15, max_size=15))
def test_fifteen_are_always_taken(cup):
    assert verifica_cup(cup) == []
