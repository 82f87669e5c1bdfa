"""When criteria may be adopted, what a fund must say, what a number may not tell."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonus_merito.enums import Area, Destinatari, FonteRisorse, Lordo
from bonus_merito.rules.criteri import (
    AttoDiAdozione,
    CriterioScritto,
    codice_dell_area,
    verifica_atto,
    verifica_completezza,
)
from bonus_merito.rules.fondo import FondoScritto, RegoleFondo, divisione, verifica_fondo
from bonus_merito.rules.pubblicazione import conteggi, insiemi_detti, quanti
from bonus_merito.rules.statistiche import Gruppo, da_dire, media
from cpia.norme.rules.motivi import Valore

OGGI = date(2024, 6, 5)
IERI = date(2024, 6, 4)
INTERI = {area: [CriterioScritto(f"{area}1", 1)] for area in Area}
LIVELLI = {"1": "ottimo", "2": "buono", "3": "sufficiente"}


def codici(violazioni) -> list[str]:
    return [violazione.codice for violazione in violazioni]


def test_whole_criteria_lack_nothing():
    assert verifica_completezza(INTERI, LIVELLI) == []


def test_an_area_an_indicator_and_a_level_may_be_missing():
    aree = {Area.A: [CriterioScritto("A1", 1), CriterioScritto("A2", 0)], Area.B: INTERI[Area.B]}
    contro = verifica_completezza(aree, {"1": "ottimo", "2": " "})
    assert codici(contro) == ["senza_indicatori", "area_vuota", "livello_muto", "livello_muto"]
    assert "2º criterio dell’area A (A2)" in contro[0].testo


def test_of_the_bargaining_one_area_is_enough():
    una = {Area.B: INTERI[Area.B]}
    assert codici(verifica_completezza(una, LIVELLI)) == ["area_vuota", "area_vuota"]
    assert verifica_completezza(una, LIVELLI, tutte_le_aree=False) == []
    [vuota] = verifica_completezza({}, LIVELLI, tutte_le_aree=False)
    assert (vuota.codice, "L. 160/2019" in vuota.fonte) == ("area_vuota", True)
    senza = {Area.B: [CriterioScritto("B1", 0)]}
    assert codici(verifica_completezza(senza, LIVELLI, tutte_le_aree=False)) == ["senza_indicatori"]


@pytest.mark.parametrize(
    ("codice", "area", "suo"),
    [("A1", Area.A, True), ("C10", Area.C, True), ("A0", Area.A, False), ("B1", Area.A, False),
     ("A", Area.A, False), ("a1", Area.A, False)],
)  # fmt: skip
def test_a_code_is_of_its_area(codice, area, suo):
    assert codice_dell_area(codice, area) is suo


@pytest.mark.parametrize(
    ("atto", "contro"),
    [
        (AttoDiAdozione(OGGI, "", None), []),
        (AttoDiAdozione(None, "decreto n. 334", OGGI), []),
        (AttoDiAdozione(None, "", None), ["senza_atto"]),
        (AttoDiAdozione(None, "", OGGI), ["senza_atto"]),
        (AttoDiAdozione(OGGI, "decreto n. 334", OGGI), []),
        (AttoDiAdozione(OGGI, "decreto n. 334", None), ["senza_giorno"]),
        (AttoDiAdozione(OGGI, "", OGGI), ["senza_numero"]),
        (AttoDiAdozione(OGGI, "decreto n. 334", IERI), ["prima_della_delibera"]),
        (AttoDiAdozione(None, "decreto n. 334", None), ["senza_giorno"]),
        (AttoDiAdozione(None, "decreto n. 334", date(2024, 6, 6)), ["giorno_a_venire"]),
    ],
)
def test_one_act_of_a_day_that_has_come(atto, contro):
    assert codici(verifica_atto(atto, OGGI)) == contro


REGOLE = RegoleFondo(
    Valore(FonteRisorse.CONTRATTO, "L. 160/2019"),
    Valore(Destinatari.DOCENTI_ATA, "L. 160/2019", "L. 107/2015"),
    Valore(Lordo.DIPENDENTE, "prassi"),
)
FONDO = FondoScritto(
    FonteRisorse.CONTRATTO, Decimal("10450.00"), Decimal("7315.00"), Lordo.DIPENDENTE,
    "contratto integrativo del 15 marzo 2024", "art. 22",
)  # fmt: skip


def test_a_fund_of_the_bargaining_names_its_contract():
    assert verifica_fondo(FONDO, REGOLE) == []
    contro = verifica_fondo(replace(FONDO, contratto="", articolo=""), REGOLE)
    assert codici(contro) == ["senza_contratto", "senza_articolo"]


def test_the_part_of_the_teachers_is_within_the_fund():
    contro = verifica_fondo(replace(FONDO, quota_docenti=Decimal("10450.01")), REGOLE)
    assert codici(contro) == ["quota_oltre"]
    assert "10.450,01 euro" in contro[0].testo


def test_where_it_is_for_teachers_alone_the_whole_fund_is_theirs():
    regole = replace(REGOLE, destinatari=Valore(Destinatari.DOCENTI, "art. 1"))
    assert codici(verifica_fondo(FONDO, regole)) == ["soli_docenti"]
    assert verifica_fondo(replace(FONDO, quota_docenti=FONDO.importo), regole) == []


def test_on_the_criteria_of_the_comitato_nothing_goes_to_others():
    del_comitato = replace(FONDO, fonte=FonteRisorse.COMITATO, contratto="", articolo="")
    [contraria] = verifica_fondo(del_comitato, REGOLE)
    assert (contraria.codice, contraria.campo) == ("comitato_docenti", "quota_docenti")
    assert "L. 107/2015, art. 1 c. 128" in contraria.fonte
    assert verifica_fondo(replace(del_comitato, quota_docenti=FONDO.importo), REGOLE) == []


def test_the_split_says_its_rule_and_what_differs():
    motivi = divisione(FONDO, REGOLE)
    assert motivi[0].fonte == "contratto integrativo del 15 marzo 2024, art. 22"
    assert "7.315,00 euro" in motivi[0].testo
    assert "70,00 e 30,00 per cento" in motivi[0].testo
    del_comitato = replace(FONDO, fonte=FonteRisorse.COMITATO, lordo=Lordo.STATO)
    assert [m.regola for m in divisione(del_comitato, REGOLE)] == [
        "bonus.destinatari", "bonus.fonte", "bonus.lordo",
    ]  # fmt: skip
    vuoto = replace(FONDO, importo=Decimal(0), quota_docenti=Decimal(0))
    assert "fondo vuoto" in divisione(vuoto, REGOLE)[0].testo


def test_a_small_group_keeps_its_number_and_its_money():
    detti = da_dire([Gruppo("alta", 9, 900), Gruppo("media", 6, 600), Gruppo("bassa", 2, 200)], 3)
    assert [d.conteggio.numero for d in detti] == [None, 6, None]
    assert [d.centesimi for d in detti] == [None, 600, None]


def test_one_small_group_among_empty_ones_is_hidden_with_them():
    detti = da_dire([Gruppo("senza bonus", 0), Gruppo("esclusi", 1)], 3)
    assert [d.conteggio.numero for d in detti] == [None, None]


def test_where_all_are_in_one_band_the_band_is_not_said():
    detti = da_dire([Gruppo("alta", 10, 900), Gruppo("media", 0), Gruppo("bassa", 0)], 3)
    assert [(d.conteggio.numero, d.centesimi) for d in detti] == [(None, None)] * 3


def letti(numeri, minimo):
    """What everybody reads: the numbers that are said, None for the others."""
    return tuple(
        uno.numero for uno in conteggi([(str(n), q) for n, q in enumerate(numeri)], minimo)
    )


@given(st.lists(st.integers(0, 30), min_size=2, max_size=6), st.integers(1, 5))
def test_what_is_hidden_is_never_the_difference(numeri, minimo):
    gruppi = [Gruppo(str(n), quante, quante * 10) for n, quante in enumerate(numeri)]
    detti = da_dire(gruppi, minimo)
    tutti_in_una = sum(quante > 0 for quante in numeri) == 1
    atteso = (None,) * len(numeri) if tutti_in_una else letti(numeri, minimo)
    assert tuple(d.conteggio.numero for d in detti) == atteso
    assert all(d.conteggio.numero is None or not 0 < d.conteggio.numero < minimo for d in detti)
    assert all((d.centesimi is None) == (d.conteggio.numero is None) for d in detti)
    taciuti = [q for d, q in zip(detti, numeri, strict=True) if d.conteggio.numero is None]
    assert not taciuti or len(taciuti) > 1
    # What the public total gives back is a group that is large enough, or everybody.
    assert not taciuti or sum(taciuti) >= minimo or len(taciuti) == len(numeri)


def con_la_stessa_somma(quanti_gruppi, somma):
    if quanti_gruppi == 1:
        yield (somma,)
        return
    for primo in range(somma + 1):
        for resto in con_la_stessa_somma(quanti_gruppi - 1, somma - primo):
            yield (primo, *resto)


@given(st.lists(st.integers(0, 6), min_size=2, max_size=4), st.integers(3, 5))
def test_every_group_that_is_hidden_could_have_another_number(numeri, minimo):
    """Also for who knows the rule: with the same total and the same words, two numbers at least."""
    visti = letti(numeri, minimo)
    possibili = [
        altri
        for altri in con_la_stessa_somma(len(numeri), sum(numeri))
        if letti(altri, minimo) == visti
    ]
    for posto, detto in enumerate(visti):
        if detto is None:
            assert len({altri[posto] for altri in possibili}) > 1


def test_two_small_groups_are_not_left_alone():
    assert letti((2, 0, 0), 3) == (None, None, None)
    assert letti((1, 1, 20), 3) == (None, None, None)
    assert letti((9, 6, 0), 3) == (9, 6, 0)
    assert letti((9, 6, 2), 3) == (None, 6, None)


@pytest.mark.parametrize(
    ("interi", "detti"),
    [
        ((20, 22, 47), {"beneficiari": 20, "servizio": 47}),
        ((20, 25, 47), {"beneficiari": 20, "chiesto": 25, "servizio": 47}),
        ((20, 20, 21), {"beneficiari": 20, "chiesto": 20}),
        ((2, 9, 47), {"beneficiari": None, "chiesto": 9, "servizio": 47}),
    ],
)
def test_two_wholes_that_differ_by_a_few_are_not_both_said(interi, detti):
    voci = list(zip(("beneficiari", "chiesto", "servizio"), interi, strict=True))
    assert {uno.voce: uno.numero for uno in insiemi_detti(voci, 3)} == detti


def test_a_mean_and_a_number_of_too_few_are_not_said():
    assert media([Fraction(10), Fraction(20)], 3) is None
    assert media([Fraction(10), Fraction(20), Fraction(30)], 3) is None
    assert media([Fraction(10), Fraction(20), Fraction(30), Fraction(20)], 3) == 20
    assert media([], 1) is None
    assert [quanti(n, 3) for n in (0, 1, 2, 3)] == [0, None, None, 3]
