"""Parameters: how texts are read, and which value holds on a day."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import Origine, TipoParametro, Unita
from cpia.norme.rules import (
    CHIAVI,
    ChiaveSconosciuta,
    Disposizione,
    Durata,
    GiornoMese,
    Valore,
    ValoreNonValido,
    chiave_nota,
    durata_di,
    entro_secondo,
    interpreta,
    prima_di_secondo,
    valore_vigente,
    valori_vigenti,
)

PREAVVISO = "organi.collegio_docenti.preavviso"


@pytest.mark.parametrize(
    ("tipo", "testo", "valore"),
    [
        (TipoParametro.INTERO, " 15 ", 15),
        (TipoParametro.DECIMALE, "2,50", Decimal("2.50")),
        (TipoParametro.FRAZIONE, "2/3", Fraction(2, 3)),
        (TipoParametro.BOOLEANO, "Sì", True),
        (TipoParametro.BOOLEANO, "si", True),
        (TipoParametro.BOOLEANO, "no", False),
        (TipoParametro.TESTO, "  due   parole ", "due parole"),
        (TipoParametro.ELENCO, "7, 3,1", (7, 3, 1)),
        (TipoParametro.GIORNO_MESE, "26/09", GiornoMese(9, 26)),
        (TipoParametro.GIORNO_MESE, "nessuno", None),
        (TipoParametro.DURATA, "5", Durata(5)),
        (TipoParametro.DURATA, "5 giorni", Durata(5)),
        (TipoParametro.DURATA, "1 giorno", Durata(1)),
        (TipoParametro.DURATA, "5 giorni lavorativi", Durata(5, Unita.GIORNI_LAVORATIVI)),
        (TipoParametro.DURATA, "3 Giorni liberi", Durata(3, Unita.GIORNI_LIBERI)),
        (TipoParametro.DURATA, "24 ore", Durata(24, Unita.ORE)),
    ],
)
def test_a_text_is_read_by_its_type(tipo, testo, valore):
    assert interpreta(tipo, testo) == valore


@pytest.mark.parametrize(
    ("tipo", "testo", "messaggio"),
    [
        (TipoParametro.INTERO, "tre", "non è un numero intero"),
        (TipoParametro.INTERO, "3.0", "non è un numero intero"),
        (TipoParametro.INTERO, "٣", "non è un numero intero"),
        (TipoParametro.INTERO, "", "il valore manca"),
        (TipoParametro.DECIMALE, "NaN", "non è un numero decimale"),
        (TipoParametro.DECIMALE, "1.234,50", "non è un numero decimale"),
        (TipoParametro.FRAZIONE, "2/0", "non è una frazione"),
        (TipoParametro.FRAZIONE, "0,66", "non è una frazione"),
        (TipoParametro.BOOLEANO, "forse", "sì oppure no"),
        (TipoParametro.ELENCO, "7, x", "non è un numero intero"),
        (TipoParametro.GIORNO_MESE, "31/02", "non è un giorno dell’anno"),
        (TipoParametro.GIORNO_MESE, "09-26", "non è un giorno dell’anno"),
        (TipoParametro.DURATA, "5 settimane", "non è una durata"),
        (TipoParametro.DURATA, "-5 giorni", "non è una durata"),
        (TipoParametro.DURATA, "giorni", "non è una durata"),
    ],
)
def test_a_wrong_text_is_refused_in_italian(tipo, testo, messaggio):
    with pytest.raises(ValoreNonValido, match=messaggio):
        interpreta(tipo, testo)


def test_a_choice_must_be_one_of_its_words():
    parole = {"in_su": "sale", "in_giu": "scende"}
    assert interpreta(TipoParametro.SCELTA, "in_giu", scelte=parole) == "in_giu"
    with pytest.raises(ValoreNonValido, match="in_su, in_giu"):
        interpreta(TipoParametro.SCELTA, "in su", scelte=parole)


@given(st.integers(0, 9999), st.sampled_from(Unita))
def test_a_duration_written_out_is_read_back(quantita, unita):
    durata = Durata(quantita, unita)
    assert interpreta(TipoParametro.DURATA, str(durata)) == durata


@given(st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_a_day_of_the_year_written_out_is_read_back(giorno):
    festa = GiornoMese(giorno.month, giorno.day)
    assert interpreta(TipoParametro.GIORNO_MESE, str(festa)) == festa


@given(st.sampled_from(TipoParametro), st.text(max_size=30))
def test_no_text_breaks_the_reading(tipo, testo):
    with suppress(ValoreNonValido):
        interpreta(tipo, testo, scelte={"a": "a"})


@pytest.mark.parametrize("chiave", CHIAVI.values(), ids=lambda chiave: chiave.chiave)
def test_every_known_parameter_has_a_readable_default_with_a_source(chiave):
    predefinito = chiave.valore_predefinito
    assert predefinito.fonte
    assert predefinito.origine in {Origine.LEGGE, Origine.PRASSI}
    assert (predefinito.origine is Origine.PRASSI) == predefinito.fonte.startswith("prassi")
    assert chiave.etichetta
    assert len(chiave.chiave) <= 120
    assert bool(chiave.scelte) == (chiave.tipo is TipoParametro.SCELTA)
    assert not chiave.segue or CHIAVI[chiave.segue].tipo is chiave.tipo


@pytest.mark.parametrize(
    ("chiave", "valore"),
    [
        ("competenze.mezzo", "in_su"),
        ("competenze.minimo_valutazioni", 1),
        ("competenze.giorni_prima_scrutinio", 3),
        ("competenze.anticipi_promemoria", (7, 3, 1)),
        ("albo.giorni", 15),
        ("organi.commissione_pfi.preavviso.ordinaria", Durata(5)),
        ("organi.collegio_docenti.maggioranza.base", "voti_validi"),
        ("organi.organo_garanzia.voto.astensione", False),
        ("organi.consiglio_classe.scrutinio.quorum", "tutti"),
        ("organi.commissione_avviso.quorum.regola", "tutti"),
        ("organi.commissione_avviso.preavviso.urgente", Durata(0)),
    ],
)
def test_the_defaults_are_those_of_the_law_and_of_practice(chiave, valore):
    assert chiave_nota(chiave).valore_predefinito.valore == valore


def test_a_value_below_the_least_is_refused():
    with pytest.raises(ValoreNonValido, match="inferiore a 1"):
        chiave_nota("competenze.minimo_valutazioni").leggi("0")
    with pytest.raises(ValoreNonValido, match="inferiore a 0"):
        chiave_nota("competenze.anticipi_promemoria").leggi("3, -1")


@pytest.mark.parametrize(
    ("chiave", "al_massimo", "troppo"),
    [
        ("disciplina.ricorso_giorni", "366", "999999999"),
        ("albo.giorni", "366", "367"),
        ("competenze.anticipi_promemoria", "366, 3, 1", "7, 367, 1"),
        ("competenze.minimo_valutazioni", "50", "51"),
        (f"{PREAVVISO}.ordinaria", "366 giorni", "367 giorni"),
        (f"{PREAVVISO}.ordinaria", "366 giorni lavorativi", "367 giorni lavorativi"),
        (f"{PREAVVISO}.urgente", "8784 ore", "8785 ore"),
        ("organi.collegio_docenti.quorum.minimo", "500", "501"),
        ("organi.collegio_docenti.aggiornamento.minuti", "1440", "1441"),
        ("organi.collegio_docenti.mandato.anni", "10", "11"),
    ],
)
def test_a_value_above_the_most_is_refused(chiave, al_massimo, troppo):
    nota = chiave_nota(chiave)
    assert nota.leggi(al_massimo)
    with pytest.raises(ValoreNonValido, match=r"superiore a|superare 366 giorni"):
        nota.leggi(troppo)


def test_a_part_is_not_more_than_the_whole():
    quota = chiave_nota("organi.collegio_docenti.richiesta.quota")
    assert quota.leggi("3/3") == 1
    with pytest.raises(ValoreNonValido, match="4/3 è più dell’intero"):
        quota.leggi("4/3")


@given(st.sampled_from(sorted(CHIAVI)), st.integers(0, 10**9), st.sampled_from(Unita))
def test_no_length_that_is_read_leaves_the_calendar(chiave, numero, unita):
    """The calculator takes days until 2100, and whatever is read can be counted from there."""
    nota, evento = chiave_nota(chiave), date(2100, 12, 31)
    for testo in (str(numero), f"{numero} {unita.etichetta}"):
        with suppress(ValoreNonValido):
            nota.leggi(testo)
            valore = replace(nota.valore_predefinito, valore=nota.leggi(testo))
            with suppress(TypeError):
                assert entro_secondo(evento, valore).giorno >= evento


def test_an_unknown_parameter_is_named():
    with pytest.raises(ChiaveSconosciuta, match=r"competenze\.mezo"):
        chiave_nota("competenze.mezo")


def test_a_value_is_given_only_as_its_own_type():
    valore = chiave_nota("albo.giorni").valore_predefinito
    assert valore.come(int) == 15
    with pytest.raises(TypeError, match=r"albo\.giorni"):
        valore.come(str)


def disposizione(chiave=f"{PREAVVISO}.ordinaria", valore="7 giorni", **altro):
    base = Disposizione(
        chiave=chiave,
        valore=valore,
        regolamento="Regolamento d’istituto",
        atto="delibera n. 1",
        articolo="art. 6",
        dal=date(2020, 9, 1),
    )
    return replace(base, **altro)


def test_the_regulation_in_force_decides_with_its_article():
    valore = valore_vigente(f"{PREAVVISO}.ordinaria", [disposizione()], date(2024, 6, 5))
    assert valore == Valore(
        chiave=f"{PREAVVISO}.ordinaria",
        valore=Durata(7),
        articolo="art. 6",
        fonte="Regolamento d’istituto, art. 6 (delibera n. 1)",
        origine=Origine.REGOLAMENTO,
    )


@pytest.mark.parametrize(
    ("giorno", "giorni"),
    [
        (date(2020, 8, 31), 5),  # not yet in force: the law
        (date(2020, 9, 1), 7),
        (date(2022, 8, 31), 7),
        (date(2022, 9, 1), 10),
        (date(2023, 9, 1), 5),  # no longer in force: the law again
    ],
)
def test_an_old_day_keeps_its_old_rule(giorno, giorni):
    regole = [
        disposizione(al=date(2022, 8, 31)),
        disposizione(valore="10 giorni", dal=date(2022, 9, 1), al=date(2023, 8, 31)),
    ]
    assert valore_vigente(f"{PREAVVISO}.ordinaria", regole, giorno).valore == Durata(giorni)


def test_of_two_regulations_the_later_prevails_and_the_other_stays_in_sight():
    nuova = disposizione(valore="6 giorni", dal=date(2023, 9, 1), in_contrasto_con="Si veda.")
    for regole in ([disposizione(), nuova], [nuova, disposizione()]):
        valore = valore_vigente(f"{PREAVVISO}.ordinaria", regole, date(2024, 6, 5))
        assert valore.valore == Durata(6)
        assert valore.in_contrasto_con == (
            "Si veda. Regolamento d’istituto, art. 6 (delibera n. 1): 7 giorni."
        )


def test_two_regulations_that_agree_are_no_contrast():
    nuova = disposizione(valore="7", dal=date(2023, 9, 1))
    valore = valore_vigente(f"{PREAVVISO}.ordinaria", [disposizione(), nuova], date(2024, 6, 5))
    assert valore.in_contrasto_con == ""


def test_an_urgent_sitting_without_its_own_term_takes_the_ordinary_one():
    valore = valore_vigente(f"{PREAVVISO}.urgente", [disposizione()], date(2024, 6, 5))
    assert valore.chiave == f"{PREAVVISO}.urgente"
    assert valore.valore == Durata(7)
    assert "preavviso della seduta ordinaria" in valore.testo
    propria = disposizione(chiave=f"{PREAVVISO}.urgente", valore="24 ore")
    regole = [disposizione(), propria]
    urgente = valore_vigente(f"{PREAVVISO}.urgente", regole, date(2024, 6, 5))
    assert urgente.valore == Durata(24, Unita.ORE)


def test_a_prefix_gives_all_its_parameters_in_the_order_of_the_catalogue():
    valori = valori_vigenti("organi.collegio_docenti.", [disposizione()], date(2024, 6, 5))
    assert list(valori) == [c for c in CHIAVI if c.startswith("organi.collegio_docenti.")]
    assert valori[f"{PREAVVISO}.ordinaria"].origine is Origine.REGOLAMENTO
    assert valori["organi.collegio_docenti.quorum.regola"].origine is Origine.LEGGE


def test_a_stored_value_that_cannot_be_read_is_refused():
    with pytest.raises(ValoreNonValido):
        valore_vigente(f"{PREAVVISO}.ordinaria", [disposizione(valore="?")], date(2024, 6, 5))


def test_a_term_by_parameter_opens_with_the_source_of_its_length():
    valore = valore_vigente(
        f"{PREAVVISO}.ordinaria",
        [disposizione(in_contrasto_con="Altrove sono 5.")],
        date(2024, 6, 5),
    )
    termine = prima_di_secondo(date(2024, 6, 20), valore)
    assert termine.giorno == date(2024, 6, 13)
    assert termine.perche[0].fonte == "Regolamento d’istituto, art. 6 (delibera n. 1)"
    assert termine.perche[0].testo == (
        "Collegio dei docenti: preavviso della seduta ordinaria: 7 giorni. "
        "Altra fonte: Altrove sono 5."
    )


def test_a_whole_number_counts_days_and_nothing_else_is_a_length():
    giorni = chiave_nota("disciplina.ricorso_giorni").valore_predefinito
    assert entro_secondo(date(2024, 6, 1), giorni).giorno == date(2024, 6, 17)
    with pytest.raises(TypeError):
        durata_di(chiave_nota("calendario.sabato_lavorativo").valore_predefinito)
