"""Codes of persons, schools and provinces; how names are written."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.it import codicefiscale

from cpia.scuola.rules import (
    PROVINCE,
    CodiceFiscaleNonValido,
    CodiceMeccanograficoNonValido,
    ProvinciaSconosciuta,
    calcola_codice_fiscale,
    controlla_codice_fiscale,
    controlla_codice_meccanografico,
    controlla_provincia,
    di_ente,
    incoerenze,
    leggi_codice_fiscale,
    lettere,
    nome_della_provincia,
    normalizza_nome,
    stesso_nome,
)

ROSSI = "RSSMRA85T10A562S"
OMOCODIA = "LMNPQRSTUV"
POSTI_DELLE_CIFRE = (6, 7, 9, 10, 12, 13, 14)
NOMI = st.text("ABCDEFGHILMNOPQRSTUVZÀÈÌÒÙabcdeiou '’-", min_size=1, max_size=20)
LUOGHI = st.from_regex(r"[A-MZ][0-9]{3}", fullmatch=True)
NASCITE = st.dates(date(1910, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("cognome", "nome", "nascita", "sesso", "luogo", "codice"),
    [
        ("Rossi", "Mario", date(1985, 12, 10), "M", "A562", ROSSI),
        ("Moretti", "Matteo", date(1925, 4, 9), "M", "F205", "MRTMTT25D09F205Z"),
        ("Miller", "Samantha", date(1982, 9, 25), "F", "Z404", "MLLSNT82P65Z404U"),
    ],
)
def test_the_official_method(cognome, nome, nascita, sesso, luogo, codice):
    assert calcola_codice_fiscale(cognome, nome, nascita, sesso, luogo) == codice


@pytest.mark.parametrize(
    ("cognome", "nome", "sigle"),
    [
        ("Fo", "Dario", "FOXDRA"),
        ("D’Ambrosio", "Niccolò", "DMBNCL"),
        ("Li", "Yu", "LIXYUX"),
        ("Aiello", "Gianfranco", "LLAGFR"),
        ("De Luca", "Anna Maria", "DLCNMR"),
        ("Øst", "Æ", "STOAEX"),
        ("Aa", "", "AAXXXX"),
    ],
)
def test_the_letters_of_the_names(cognome, nome, sigle):
    codice = calcola_codice_fiscale(cognome, nome, date(2007, 2, 28), "M", "B157")
    assert codice.startswith(f"{sigle}07B28B157")


@pytest.mark.parametrize(
    ("sesso", "luogo", "messaggio"),
    [
        ("X", "A562", "il sesso «X»"),
        ("M", "562A", "codice catastale"),
        ("M", "A56", "codice catastale"),
        ("M", "A5٦2", "codice catastale"),
    ],
)
def test_the_method_refuses_what_it_cannot_write(sesso, luogo, messaggio):
    with pytest.raises(CodiceFiscaleNonValido, match=messaggio):
        calcola_codice_fiscale("Rossi", "Mario", date(1985, 12, 10), sesso, luogo)


@pytest.mark.parametrize(
    ("testo", "codice"),
    [
        (ROSSI, ROSSI),
        (" rss mra 85t10 a562s ", ROSSI),
        ("98007620176", "98007620176"),
        ("RSSMRA85T10A56NH", "RSSMRA85T10A56NH"),
    ],
)
def test_a_valid_code_is_put_in_its_plain_form(testo, codice):
    assert controlla_codice_fiscale(testo) == codice


@pytest.mark.parametrize(
    ("testo", "messaggio"),
    [
        ("", "il codice fiscale manca"),
        ("   ", "il codice fiscale manca"),
        ("RSSMRA85T10A562", "ha 15 caratteri: devono essere 16"),
        ("RSSMRA85T10A562SS", "ha 17 caratteri"),
        ("RSSMRA8OT10A562S", "il carattere 8 del codice fiscale, «O»"),
        ("RSSMR185T10A562S", "il carattere 6 del codice fiscale, «1».*una lettera"),
        ("RSSMRA85F10A562S", "il carattere 9 .*la lettera del mese"),
        ("RSSMRÀ85T10A562S", "il carattere 6 .*«À»"),
        ("RSSMRA85B30A562S", "il giorno di nascita, «85B30», non esiste"),
        ("RSSMRA85T00A562S", "il giorno di nascita"),
        ("RSSMRA85T72A562S", "il giorno di nascita"),
        ("RSSMRA85T10A562X", "la lettera di controllo .* è X e dovrebbe essere S"),
        ("98007620175", "l’ultima cifra del codice fiscale, 5"),
        ("9800762017A", "non sono tutti cifre"),
        ("00000000000", "non è il codice fiscale di un ente"),
        ("٩٨٠٠٧٦٢٠١٧٦", "non sono tutti cifre"),
    ],
)
def test_a_wrong_code_says_what_is_wrong(testo, messaggio):
    with pytest.raises(CodiceFiscaleNonValido, match=messaggio):
        controlla_codice_fiscale(testo)


def test_a_code_with_omocodia_says_the_same_of_the_person():
    normale, omocodo = leggi_codice_fiscale(ROSSI), leggi_codice_fiscale("RSSMRA85T10A56NH")
    assert normale == omocodo
    assert (normale.anno, normale.mese, normale.giorno, normale.sesso) == (85, 12, 10, "M")
    assert normale.codice_catastale == "A562"


def test_the_code_of_an_organisation_is_told_apart():
    assert di_ente("98007620176")
    assert not di_ente(ROSSI)


@given(NOMI, NOMI, NASCITE, st.sampled_from("FM"), LUOGHI)
def test_a_computed_code_is_valid_and_goes_with_its_person(cognome, nome, nascita, sesso, luogo):
    codice = calcola_codice_fiscale(cognome, nome, nascita, sesso, luogo)
    assert controlla_codice_fiscale(codice) == codice
    assert incoerenze(codice, cognome=cognome, nome=nome, nascita=nascita, sesso=sesso) == ()
    assert leggi_codice_fiscale(codice).codice_catastale == luogo


@given(NASCITE, st.sampled_from("FM"), LUOGHI, st.sets(st.sampled_from(POSTI_DELLE_CIFRE)))
def test_omocodia_changes_neither_validity_nor_meaning(nascita, sesso, luogo, posti):
    normale = calcola_codice_fiscale("Rossi", "Mario", nascita, sesso, luogo)
    parte = "".join(
        OMOCODIA[int(c)] if posto in posti else c for posto, c in enumerate(normale[:-1])
    )
    omocodo = parte + codicefiscale.calc_check_digit(parte)
    assert controlla_codice_fiscale(omocodo) == omocodo
    assert leggi_codice_fiscale(omocodo) == leggi_codice_fiscale(normale)


@given(st.integers(0, 14), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
def test_one_wrong_character_is_found_out_or_gives_another_letter(posto, carattere):
    sbagliato = ROSSI[:posto] + carattere + ROSSI[posto + 1 :]
    giusta = codicefiscale.calc_check_digit(sbagliato[:-1])
    if sbagliato == ROSSI or giusta == ROSSI[-1]:
        return
    with pytest.raises(CodiceFiscaleNonValido):
        controlla_codice_fiscale(sbagliato)


@given(st.text(max_size=20))
def test_the_check_agrees_with_the_library(testo):
    try:
        codice = controlla_codice_fiscale(testo)
    except CodiceFiscaleNonValido:
        assert not codicefiscale.is_valid("".join(testo.split()))
    else:
        assert codicefiscale.is_valid(codice)


@pytest.mark.parametrize(
    ("dati", "dubbi"),
    [
        ({}, []),
        ({"cognome": "ROSSI", "nome": "Mario", "sesso": "M"}, []),
        ({"cognome": "Bianchi"}, ["lettere del cognome sono RSS, ma per Bianchi sarebbero BNC"]),
        ({"nome": "Marco"}, ["lettere del nome sono MRA, ma per Marco sarebbero MRC"]),
        ({"nascita": date(1985, 12, 11)}, ["è nato il 10/12 .* non il 11/12/1985"]),
        ({"nascita": date(1885, 12, 10)}, []),
        ({"sesso": "F"}, ["è di un uomo"]),
        ({"cognome": "Verdi", "sesso": "F"}, ["cognome", "un uomo"]),
    ],
)
def test_what_does_not_go_with_the_person_is_a_doubt(dati, dubbi):
    trovati = incoerenze(ROSSI, **dati)
    assert len(trovati) == len(dubbi)
    for trovato, atteso in zip(trovati, dubbi, strict=True):
        assert re.search(atteso, trovato)


def test_both_ways_of_writing_an_umlaut_are_accepted():
    prima = calcola_codice_fiscale("Öz", "Gül", date(1990, 5, 5), "M", "Z112")
    dopo = calcola_codice_fiscale("Oez", "Guel", date(1990, 5, 5), "M", "Z112")
    assert prima != dopo
    for codice in (prima, dopo):
        assert incoerenze(codice, cognome="Öz", nome="Gül") == ()


def test_a_numeric_code_is_no_person():
    (dubbio,) = incoerenze("98007620176", cognome="Rossi")
    assert "ente" in dubbio


@pytest.mark.parametrize(
    "codice",
    ["BSIS008004", "BSTD00801A", "BSRI00801Q", "NAMM0CS00D", "MI1E00100A", "PSIC81000T"],
)
def test_the_codes_of_schools(codice):
    assert controlla_codice_meccanografico(f" {codice.lower()} ") == codice


@pytest.mark.parametrize(
    ("testo", "messaggio"),
    [
        ("BSIS00800", "ha 9 caratteri"),
        ("", "ha 0 caratteri"),
        ("XXIS008004", "«XX», che non è una provincia"),
        ("NAMMOCS00D", "lettera O.*forse lo zero"),
        ("BSISA08004", "il quinto carattere è «A»"),
        ("BSIS0080-4", "non sono lettere né cifre"),
    ],
)
def test_a_wrong_code_of_a_school_says_what_is_wrong(testo, messaggio):
    with pytest.raises(CodiceMeccanograficoNonValido, match=messaggio):
        controlla_codice_meccanografico(testo)


def test_the_provinces():
    assert len(PROVINCE) == 111
    assert controlla_provincia(" bs ") == "BS"
    assert nome_della_provincia("AQ") == "L’Aquila"
    assert controlla_provincia("EE", estero=True) == "EE"


@pytest.mark.parametrize("testo", ["EE", "XX", "", "Brescia"])
def test_what_is_no_province_is_refused(testo):
    with pytest.raises(ProvinciaSconosciuta, match="non è la sigla"):
        controlla_provincia(testo)


@pytest.mark.parametrize(
    ("testo", "nome"),
    [
        ("DE LUCA", "De Luca"),
        ("d'angelo", "D’Angelo"),
        ("  maria   rosa ", "Maria Rosa"),
        ("ANNA-MARIA", "Anna-Maria"),
        ("McDonald", "McDonald"),
        ("de’ Rossi", "de’ Rossi"),
        ("NICCOLÒ", "Niccolò"),
        ("nicolo\u0300", "Nicolò"),
    ],
)
def test_names_are_written_as_in_a_sentence(testo, nome):
    assert normalizza_nome(testo) == nome


@pytest.mark.parametrize(
    ("uno", "altro", "stesso"),
    [
        ("D'ANGELO", "D’Angelo", True),
        ("Niccolò", "NICCOLO", True),
        ("De Luca", "Deluca", True),
        ("Strauß", "Strauss", True),
        ("Rossi", "Rosso", False),
    ],
)
def test_the_same_name_is_recognised(uno, altro, stesso):
    assert stesso_nome(uno, altro) is stesso


@given(st.text(max_size=30))
def test_a_name_put_right_stays_right_and_is_the_same(testo):
    nome = normalizza_nome(testo)
    assert normalizza_nome(nome) == nome
    assert lettere(nome) == lettere(testo)
