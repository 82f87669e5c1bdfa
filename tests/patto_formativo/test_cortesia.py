"""The courtesy texts: whole in every language, with the same places for what the portal writes."""

from dataclasses import replace
from datetime import date, time
from fractions import Fraction
from string import Formatter

import pytest

from patto_formativo.cortesia import testi as parole_in
from patto_formativo.documents.cortesia import riassunto
from patto_formativo.enums import Lingua, Percorso
from patto_formativo.rules.aree import Area
from patto_formativo.rules.fatti import Fatti
from patto_formativo.rules.momento import Momento
from patto_formativo.rules.plurali import FORME

ITALIANO = parole_in(Lingua.ITALIANO)
OGNI_LINGUA = pytest.mark.parametrize("lingua", Lingua)
FATTI = Fatti(
    percorso=Percorso.PRIMO_PERIODO,
    ore_totali=Fraction(400),
    accoglienza=Fraction(40),
    crediti=Fraction(200),
    minimo=Fraction(112),
    a_distanza=Fraction(32),
    mesi=2,
    anno="2023/24",
)


def posti(frase):
    return {nome for _, nome, _, _ in Formatter().parse(frase) if nome is not None}


@OGNI_LINGUA
def test_every_language_has_every_sentence(lingua):
    assert parole_in(lingua).frasi.keys() == ITALIANO.frasi.keys()
    assert all(frase.strip() for frase in parole_in(lingua).frasi.values())


@OGNI_LINGUA
def test_every_sentence_has_the_same_places(lingua):
    diversi = {
        chiave: posti(frase)
        for chiave, frase in parole_in(lingua).frasi.items()
        if posti(frase) != posti(ITALIANO.frasi[chiave])
    }
    assert diversi == {}


@OGNI_LINGUA
def test_what_is_counted_has_exactly_the_forms_of_the_language(lingua):
    plurali = parole_in(lingua).plurali
    assert plurali.keys() == ITALIANO.plurali.keys()
    forme = set(FORME[lingua])
    assert [c for c, sue in plurali.items() if set(sue) != forme] == []
    assert all(posti(frase) <= {"n"} for sue in plurali.values() for frase in sue.values())


@OGNI_LINGUA
def test_days_and_months_are_all_there(lingua):
    parole = parole_in(lingua)
    assert (len(set(parole.calendario["giorni"])), len(set(parole.calendario["mesi"]))) == (7, 12)
    assert str(2024) in parole.giorno(date(2024, 6, 9))
    assert str(2024) not in parole.giorno(date(2024, 6, 9), date(2024, 1, 1))


@OGNI_LINGUA
def test_every_moment_and_every_area_has_its_words(lingua):
    frasi = parole_in(lingua).frasi
    assert {f"stato.{momento}" for momento in Momento} <= frasi.keys()
    assert {f"stato.{momento}_poi" for momento in Momento} <= frasi.keys()
    assert {f"crediti.{area}" for area in Area} <= frasi.keys()


def test_the_equation_in_italian():
    detto = riassunto(Lingua.ITALIANO, FATTI)
    assert (detto.direzione, detto.riletto, detto.nota) == ("ltr", True, "")
    assert detto.frasi == (
        "400 ore. Il corso intero.",
        "40 ore. Le hai già fatte: l’accoglienza.",
        "200 ore. La scuola le riconosce, perché sai già queste cose.",
        "160 ore. Le ore che devi fare. Finisci con l’anno scolastico 2023/24.",
        "Devi essere presente almeno 112 ore, per fare l’esame. Puoi mancare 48 ore, non di più.",
        "Al massimo 32 ore le puoi fare da casa, con il computer.",
        "Se non vieni per 2 mesi e non ci dici niente, ti scriviamo. Poi l’iscrizione finisce.",
    )


@pytest.mark.parametrize(
    ("lingua", "frase"),
    [
        (Lingua.INGLESE, "At most 32 hours can be done from home, on the computer."),
        (Lingua.FRANCESE, "Au maximum 32 heures peuvent se faire à la maison, sur l’ordinateur."),
        (Lingua.ARABO, "يمكنك إنجاز 32 ساعة على الأكثر من البيت، بالحاسوب."),
        (Lingua.UCRAINO, "Щонайбільше 32 години можна пройти вдома, за комп’ютером."),
    ],
)
def test_the_same_hours_in_the_other_languages(lingua, frase):
    detto = riassunto(lingua, FATTI)
    assert frase in detto.frasi
    assert len(detto.righe) == len(riassunto(Lingua.ITALIANO, FATTI).righe)
    assert detto.direzione == ("rtl" if lingua == Lingua.ARABO else "ltr")


def test_a_translation_is_marked_until_a_mediator_has_read_it():
    detto = riassunto(Lingua.FRANCESE, FATTI)
    assert not detto.riletto
    assert "pas encore été relue" in detto.nota
    riletto = riassunto(Lingua.FRANCESE, FATTI, "Awa Sarr")
    assert riletto.riletto
    assert "Awa Sarr" in riletto.nota


def test_only_what_is_there_is_told():
    senza = replace(FATTI, crediti=Fraction(0), a_distanza=Fraction(0), minorenne=True)
    detto = riassunto(Lingua.ITALIANO, senza)
    assert [riga.chiave for riga in detto.righe] == [
        "corso", "accoglienza", "piano", "presenza", "distanza", "silenzio",
    ]  # fmt: skip
    assert "Tutte le ore si fanno a scuola, non da casa." in detto.frasi
    assert detto.frasi[-1] == "Se non vieni per 2 mesi, lo diciamo a chi è responsabile di te."


def test_only_the_first_period_speaks_of_an_exam():
    detto = riassunto(Lingua.ITALIANO, replace(FATTI, percorso=Percorso.ALFABETIZZAZIONE))
    assert "esame" not in " ".join(detto.frasi)


@pytest.mark.parametrize(
    ("lingua", "scritta"),
    [(Lingua.ITALIANO, "17.00"), (Lingua.INGLESE, "17:00"), (Lingua.FRANCESE, "17 h 00")],
)
def test_hours_of_the_clock(lingua, scritta):
    assert parole_in(lingua).ora(time(17)) == scritta


def test_lists_of_days():
    assert ITALIANO.elenco(["lunedì", "mercoledì", "giovedì"]) == "lunedì, mercoledì e giovedì"
    assert parole_in(Lingua.ARABO).elenco(["الاثنين", "الأربعاء"]) == "الاثنين والأربعاء"
