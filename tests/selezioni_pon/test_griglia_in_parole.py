"""A grid as whoever reads the call reads it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from selezioni_pon.enums import ChiPropone, FasciaContesa, TipoVoce
from selezioni_pon.griglie import griglia, slug_disponibili
from selezioni_pon.rules.griglia.in_parole import (
    limiti_detti,
    massimo_detto,
    note_della_griglia,
    note_della_sezione,
    punti_detti,
    sezione_detta,
)
from selezioni_pon.rules.griglia.modello import Grado, Voce

MADRELINGUA = griglia("ic-pinocchio-2018/madrelingua-inglese")
ASSISTENTE = griglia("ic-pinocchio-2018/assistente-amministrativo")
ESPERTO = griglia("ic-pinocchio-2018/esperto")
GRADI = (Grado("C1", Fraction(1), "livello C1"), Grado("C2", Fraction(2)))


@pytest.mark.parametrize(
    ("voce", "detti"),
    [
        (Voce("1", "Laurea", TipoVoce.SI_NO, punti=Fraction(1)), ("1 punto",)),
        (Voce("1", "Anni", TipoVoce.UNITA, punti=Fraction(1, 2)), ("0,5 punti per ciascuno",)),
        (
            Voce("1", "Idea", TipoVoce.DISCREZIONALE, ChiPropone.COMMISSIONE, Fraction(10)),
            ("da 0 a 10 punti",),
        ),
        (
            Voce("1", "Lingua", TipoVoce.SCELTA, gradi=GRADI),
            ("Livello C1: 1 punto", "C2: 2 punti"),
        ),
        (
            Voce("1", "Master", TipoVoce.DURATE, gradi=GRADI, pertinente=Fraction(2)),
            (
                "Livello C1: 1 punto per ciascuno", "C2: 2 punti per ciascuno",
                "2 punti in più per ogni titolo pertinente al settore",
            ),
        ),
    ],
)  # fmt: skip
def test_each_kind_says_what_it_gives(voce, detti):
    assert punti_detti(voce) == detti


def test_brackets_are_said_one_by_one():
    laurea = ESPERTO.voce("2")
    assert punti_detti(laurea) == (
        "Fino a 100: 5 punti", "Da 101 a 105: 7 punti", "Da 106 a 110: 9 punti",
        "110 e lode: 12 punti",
    )  # fmt: skip


def test_limits_are_said_with_their_items():
    assert limiti_detti(MADRELINGUA.voce("a")) == ("in alternativa alla voce 2",)
    assert limiti_detti(MADRELINGUA.voce("b")) == (
        "conta solo con la voce b.1", "in alternativa alla voce 1",
    )  # fmt: skip
    assert limiti_detti(ASSISTENTE.voce("1")) == ("solo per collaboratore scolastico",)
    assert limiti_detti(ESPERTO.voce("9")) == ("almeno 20 ore",)
    assert limiti_detti(ASSISTENTE.voce("10")) == ("al più 6 titoli",)
    assert limiti_detti(MADRELINGUA.voce("14")) == ("punti dati dalla commissione",)
    due = replace(MADRELINGUA.voce("a"), mai_con=("2", "3"), assorbita_da=("4",))
    assert limiti_detti(due) == ("in alternativa alle voci 2 e 3", "non si somma alla voce 4")


def test_both_readings_of_a_cap_are_said_with_their_source():
    sezione = MADRELINGUA.sezioni[0]
    assert sezione_detta(sezione).endswith(". Al massimo 4 punti")
    perche, altra = note_della_sezione(sezione)
    assert perche.startswith("La fonte scrive anche 2 punti.")
    assert altra.startswith("2 punti: IC Pinocchio Montesicuro")
    assert note_della_sezione(MADRELINGUA.sezioni[1]) == ()


def test_what_has_no_end_says_so():
    assert sezione_detta(ASSISTENTE.sezioni[0]) == "Sezione A. Titoli valutabili. Senza massimo"
    assert massimo_detto(ASSISTENTE) == "senza massimo"
    assert massimo_detto(ASSISTENTE.voce("5")) == "senza massimo"
    assert massimo_detto(ESPERTO) == "100"


def test_a_mark_in_two_brackets_says_which_one_counts():
    contese = [
        nota
        for slug in slug_disponibili()
        for nota in note_della_griglia(griglia(slug))
        if "in 2 fasce" in nota
    ]
    assert contese
    assert all(nota.endswith("Vale la più favorevole a chi si candida.") for nota in contese)


def test_the_other_reading_of_brackets_is_said_where_it_was_chosen():
    for slug in slug_disponibili():
        meno = replace(griglia(slug), contesa=FasciaContesa.MENO_FAVOREVOLE)
        for nota in note_della_griglia(meno):
            assert "più favorevole a chi" not in nota


@pytest.mark.parametrize("slug", slug_disponibili())
def test_every_grid_shipped_can_be_said(slug):
    letta = griglia(slug)
    for voce in letta.voci:
        assert all(riga.strip() for riga in (*punti_detti(voce), *limiti_detti(voce)))
        assert punti_detti(voce)
    assert all(nota.endswith((".", ")")) for nota in note_della_griglia(letta))
