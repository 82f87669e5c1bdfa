"""What an agreement must hold, and how a version of it goes on."""

from dataclasses import replace
from fractions import Fraction

import pytest

from patto_formativo.enums import Percorso, StatoPatto
from patto_formativo.rules.contenuto import (
    PASSAGGI,
    Piano,
    Uda,
    verifica_passaggio,
    verifica_piano,
)
from patto_formativo.tabelle import tabella

REGOLE = tabella().percorsi[Percorso.PRIMO_PERIODO]


def uda(titolo, ore, *competenze, **altro):
    return Uda(titolo, frozenset(competenze), Fraction(ore), **({"prova": "scritta"} | altro))


PIANO = Piano(
    ore_totali=Fraction(400),
    accoglienza=Fraction(40),
    ore={"C1": Fraction(300), "C22": Fraction(60)},
    crediti={"C22": Fraction(60)},
    uda=(uda("Parlare", 200, "C1"), uda("Leggere", 100, "C1")),
)


def codici(**altro):
    return [v.codice for v in verifica_piano(replace(PIANO, **altro), REGOLE)]


def test_a_whole_plan_has_nothing_against_it():
    assert PIANO.psp == 300
    assert PIANO.da_frequentare == ("C1",)
    assert codici() == []


@pytest.mark.parametrize(
    ("altro", "attesi", "detto"),
    [
        ({"ore_totali": Fraction(601)}, ["ore_del_percorso", "ore_del_piano"], "al più 600 ore"),
        ({"accoglienza": Fraction(41)}, ["ore_di_accoglienza", "ore_del_piano"], "al più 40 ore"),
        ({"anni": 3}, ["durata"], "uno o due anni, non 3"),
        ({"uda": PIANO.uda[:1]}, ["ore_del_piano"], "sommano 200 ore, il piano ne ha 300: mancano"),
        (
            {"uda": (uda("Parlare", 301, "C1"),)},
            ["ore_del_piano"],
            "1 ora di troppo",
        ),
        (
            {"uda": (uda("Parlare", 300, "C1", a_distanza=Fraction(61), fruizione="a casa"),)},
            ["distanza"],
            "al più 60 ore, il 20 per cento",
        ),
        (
            {"uda": (uda("Parlare", 300, "C1", a_distanza=Fraction(60)),)},
            ["senza_fruizione"],
            "dove si segue",
        ),
        (
            {"uda": (uda("A", 299, "C1"), uda("B", 1, "C1", a_distanza=Fraction(2)))},
            ["distanza_di_troppo"],
            "«B»: a distanza più ore",
        ),
        ({"crediti": {}}, ["ore_del_piano", "competenze_scoperte"], "Nessuna unità per C22"),
        (
            {"uda": (uda("Tutto", 300, "C1", "C22"),)},
            ["gia_riconosciute"],
            "Già riconosciuta per intero: C22",
        ),
        ({"uda": (uda("Muta", 300, "C1", prova=""),)}, ["senza_prova"], "«Muta»: scrivi con quale"),
    ],
    ids=lambda v: str(v)[:30],
)
def test_what_is_wrong_is_said_at_its_place(altro, attesi, detto):
    violazioni = verifica_piano(replace(PIANO, **altro), REGOLE)
    assert [v.codice for v in violazioni] == attesi
    assert any(detto in v.testo for v in violazioni)
    assert all(v.fonte and v.campo for v in violazioni)


@pytest.mark.parametrize("da", StatoPatto)
@pytest.mark.parametrize("verso", StatoPatto)
def test_a_version_goes_only_where_it_may(da, verso):
    violazione = verifica_passaggio(da, verso)
    assert (violazione is None) == (verso in PASSAGGI[da])
    if violazione:
        assert verso.etichetta in violazione.testo


def test_what_was_replaced_concluded_or_withdrawn_stays_so():
    for stato in (StatoPatto.RINEGOZIATO, StatoPatto.CONCLUSO, StatoPatto.RITIRATO):
        assert PASSAGGI[stato] == frozenset()
        assert "non cambia più" in verifica_passaggio(stato, StatoPatto.BOZZA).testo


def test_nothing_is_signed_that_the_commission_has_not_approved():
    porte = {da for da, verso in PASSAGGI.items() if StatoPatto.SOTTOSCRITTO in verso}
    assert porte == {StatoPatto.APPROVATO}
