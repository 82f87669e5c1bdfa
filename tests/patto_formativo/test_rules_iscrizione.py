"""Enrolment: when, with which title, who answers, what the hours of a path sum to."""

from datetime import date
from fractions import Fraction

import pytest

from cpia.norme.rules.motivi import Valore
from patto_formativo.enums import GenereOfferta, Percorso
from patto_formativo.rules import iscrizione as regole
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.iscrizione import Chi, Studi
from patto_formativo.rules.quadri import giudica_quadro
from patto_formativo.tabelle import tabella

DAL, TERMINE = date(2023, 9, 1), date(2023, 10, 31)
OGGI = date(2024, 6, 5)
ADULTO = date(1990, 5, 17)
RAGAZZO = date(2008, 3, 1)


@pytest.mark.parametrize(
    ("oggi", "termine", "regola", "anni"),
    [
        (date(2023, 8, 31), TERMINE, "non_aperte", (1,)),
        (date(2023, 9, 1), TERMINE, "in_tempo", (1,)),
        (date(2023, 10, 31), TERMINE, "in_tempo", (1,)),
        (date(2023, 11, 1), TERMINE, "tardiva", (1, 2)),
        (date(2024, 5, 1), None, "senza_termine", (1,)),
    ],
)
def test_one_enrols_all_the_year_and_late_for_two(oggi, termine, regola, anni):
    tempo = regole.giudica_tempo(
        oggi, dal=DAL, termine=Valore(termine, "delibera n. 9", regole.QUINDICI_OTTOBRE)
    )
    assert (tempo.perche.regola, tempo.anni) == (regola, anni)
    assert tempo.aperte is (regola != "non_aperte")
    assert tempo.tardiva is (regola == "tardiva")


def test_the_other_source_of_the_term_is_shown():
    tempo = regole.giudica_tempo(
        OGGI, dal=DAL, termine=Valore(TERMINE, "delibera n. 9", regole.QUINDICI_OTTOBRE)
    )
    assert "15 ottobre" in tempo.perche.testo
    assert "delibera n. 9" in tempo.perche.fonte


@pytest.mark.parametrize(
    ("genere", "studi", "regola"),
    [
        (GenereOfferta.PRIMO_PERIODO, Studi.ELEMENTARE, "titolo"),
        (GenereOfferta.PRIMO_PERIODO, Studi.ITALIANO_A2, "titolo"),
        (GenereOfferta.PRIMO_PERIODO, Studi.NESSUNO, "titolo_manca"),
        (GenereOfferta.PRIMO_PERIODO, Studi.ESTERO, "titolo_estero"),
        (GenereOfferta.SECONDO_PERIODO, Studi.PRIMO_CICLO, "titolo"),
        (GenereOfferta.SECONDO_PERIODO, Studi.ELEMENTARE, "titolo_manca"),
        (GenereOfferta.ALFABETIZZAZIONE, Studi.NESSUNO, None),
        (GenereOfferta.AMPLIAMENTO, Studi.LAUREA, None),
    ],
)
def test_the_title_of_access_is_told_never_refused(genere, studi, regola):
    motivo = regole.giudica_titolo(genere, studi)
    assert (motivo.regola if motivo else None) == regola
    assert "respint" not in (motivo.testo if motivo else "")


def test_the_certificate_of_italian_is_the_title_of_foreign_students():
    genere = GenereOfferta.PRIMO_PERIODO
    motivo = regole.giudica_titolo(genere, Studi.ITALIANO_A2, italiano=True)
    assert motivo.regola == "titolo_di_stranieri"
    assert "cittadinanza scritta è italiana" in motivo.testo
    assert regole.giudica_titolo(genere, Studi.ELEMENTARE, italiano=True).regola == "titolo"


def test_the_path_grows_by_two_hundred_hours_at_most():
    motivo = regole.giudica_titolo(GenereOfferta.PRIMO_PERIODO, Studi.NESSUNO)
    assert "crescere di altre 200 ore al più" in motivo.testo


@pytest.mark.parametrize(
    ("chi", "codici"),
    [
        (Chi(ADULTO), []),
        (Chi(RAGAZZO), ["minore_senza_adulto"]),
        (Chi(RAGAZZO, adulto=True), []),
        (Chi(RAGAZZO, comunita=True), ["comunita_senza_nome"]),
        (Chi(RAGAZZO, adulto=True, comunita=True), []),
        (Chi(date(2030, 1, 1)), ["nascita"]),
        (Chi(ADULTO, extra=True), ["cittadinanza"]),
        (Chi(ADULTO, extra=True, stato="Marocco"), []),
    ],
)
def test_what_stands_against_an_application(chi, codici):
    assert [violazione.codice for violazione in regole.contro(chi, OGGI)] == codici


def test_a_minor_is_told_of_and_never_refused():
    assert regole.giudica_eta(date(2008, 6, 5), OGGI) is None
    assert regole.giudica_eta(date(2009, 6, 5), OGGI).regola == "quindicenne"
    assert regole.giudica_eta(date(2010, 1, 1), OGGI).regola == "sotto_i_quindici"
    assert minorenne(date(2006, 6, 6), OGGI)
    assert not minorenne(date(2006, 6, 5), OGGI)


@pytest.mark.parametrize(
    ("catastale", "provincia", "torna"),
    [("Z330", "EE", True), ("F839", "NA", True), ("F839", "EE", False), ("Z330", "NA", False)],
)
def test_the_place_of_the_code_against_the_place_of_birth(catastale, provincia, torna):
    assert (regole.luogo_incoerente(catastale, provincia) == "") is torna


def test_the_hours_of_a_path_beside_both_sources():
    ore = {f"C{n}": Fraction(18) for n in range(1, 23)}
    giudizio = giudica_quadro(
        ore,
        di_asse=dict.fromkeys(ore, "linguaggi"),
        previste={"linguaggi": 198, "storico-sociale": 66, "matematico": 66, "scienza": 66},
        regole=tabella().percorsi[Percorso.PRIMO_PERIODO],
    )
    assert giudizio.ore == 396
    testi = [motivo.testo for motivo in giudizio.perche]
    assert testi[0].startswith("Le competenze sommano 396 ore; gli assi ne hanno 396.")
    assert "Senza competenze: scienza, 66 ore." in testi[0]
    assert "Il percorso è di 400 ore: il quadro ne ha 396 ore, 4 ore in meno." in testi[1]
    assert "396" in testi[1].split("Altra fonte")[1]
    assert not giudizio.assi[0].torna


def test_a_level_of_italian_is_a_part_of_its_path():
    giudizio = giudica_quadro(
        {"ascolto": Fraction(100)}, di_asse={"ascolto": "italiano"}, previste={"italiano": 100},
        regole=tabella().percorsi[Percorso.ALFABETIZZAZIONE], livello="A1",
    )  # fmt: skip
    assert giudizio.assi[0].torna
    assert "fanno le 200 ore del percorso" in giudizio.perche[-1].testo
