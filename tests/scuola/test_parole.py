from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.scuola import parole

OGGI = date(2024, 6, 5)
ADESSO = datetime(2024, 6, 5, 10, 42, tzinfo=parole.ROMA)


@pytest.mark.parametrize(
    ("data", "parlata"),
    [
        (date(2024, 6, 9), "domenica 9 giugno"),
        (date(2024, 7, 1), "lunedì 1º luglio"),
        (date(2023, 12, 31), "domenica 31 dicembre 2023"),
        (date(2025, 1, 1), "mercoledì 1º gennaio 2025"),
    ],
)
def test_giorno_dice_l_anno_solo_se_non_e_questo(data, parlata):
    assert parole.giorno(data, OGGI) == parlata


def test_senza_sapere_che_giorno_e_l_anno_si_dice_sempre():
    assert parole.giorno(date(2024, 6, 9)) == "domenica 9 giugno 2024"
    assert parole.data_estesa(date(2024, 6, 9)) == "9 giugno 2024"


def test_un_istante_e_del_giorno_e_dell_ora_italiani():
    istante = datetime(2024, 6, 4, 22, 5, tzinfo=UTC)
    assert parole.giorno_e_ora(istante, OGGI) == "mercoledì 5 giugno, ore 0.05"
    assert parole.giorno_breve(istante) == "mer 5 giu"


@pytest.mark.parametrize(
    ("giorni", "parlata"),
    [
        (0, "oggi"),
        (1, "domani"),
        (-1, "ieri"),
        (2, "fra 2 giorni"),
        (-3, "3 giorni fa"),
    ],
)
def test_quando(giorni, parlata):
    assert parole.quando(OGGI + timedelta(days=giorni), OGGI) == parlata


@pytest.mark.parametrize(
    ("numero", "cifre", "scritto"),
    [
        (Fraction(5, 2), 2, "2,50"),
        (Fraction(8, 3), 2, "2,67"),
        (Fraction(1, 200), 2, "0,01"),
        (Fraction(-1, 200), 2, "-0,01"),
        (Fraction(-1, 1000), 2, "0,00"),
        (Decimal("1741.665"), 2, "1.741,67"),
        (Decimal("12.5"), 0, "13"),
        (3, 1, "3,0"),
    ],
)
def test_decimale(numero, cifre, scritto):
    assert parole.decimale(numero, cifre) == scritto


@given(st.fractions(), st.integers(0, 6))
def test_decimale_non_si_scosta_piu_di_mezza_unita(numero, cifre):
    riletto = Fraction(parole.decimale(numero, cifre).replace(".", "").replace(",", "."))
    assert abs(riletto - numero) <= Fraction(1, 2 * 10**cifre)


@given(st.fractions())
def test_decimale_e_dispari(numero):
    opposto = parole.decimale(-numero)
    assert opposto.lstrip("-") == parole.decimale(numero).lstrip("-")


@pytest.mark.parametrize(
    ("numero", "scritto"),
    [(0, "nessuno studente"), (1, "1 studente"), (26, "26 studenti"), (5000, "5.000 studenti")],
)
def test_plurale(numero, scritto):
    assert parole.plurale(numero, "studente", "studenti", "nessuno studente") == scritto


def test_plurale_di_zero_senza_forma_propria():
    assert parole.plurale(0, "giorno", "giorni") == "0 giorni"


@pytest.mark.parametrize(
    ("parti", "scritto"),
    [
        ([], ""),
        (["Turla"], "Turla"),
        (["Turla", "Vescovi"], "Turla e Vescovi"),
        (["Turla", "Vescovi", "Zanardini"], "Turla, Vescovi e Zanardini"),
    ],
)
def test_elenco(parti, scritto):
    assert parole.elenco(parti) == scritto


@pytest.mark.parametrize(("sesso", "fine"), [("F", "a"), ("M", "o"), ("", "o/a")])
def test_a_paper_ends_the_word_both_ways_where_the_sex_is_not_known(sesso, fine):
    assert parole.desinenza(sesso) == fine


@pytest.mark.parametrize(
    ("secondi", "scritto"),
    [(1, "1 secondo"), (89, "89 secondi"), (90, "2 minuti"), (3600, "60 minuti"), (7000, "2 ore")],
)
def test_durata(secondi, scritto):
    assert parole.durata(secondi) == scritto


TERMINI = [
    (
        date(2024, 6, 3),
        "ritardo",
        "In ritardo di 2 giorni",
        "scadeva lunedì 3 giugno",
        "In ritardo di 2 giorni: scadeva lunedì 3 giugno",
    ),
    (
        date(2024, 6, 4),
        "ritardo",
        "In ritardo di 1 giorno",
        "scadeva martedì 4 giugno",
        "In ritardo di 1 giorno: scadeva martedì 4 giugno",
    ),
    (
        datetime(2024, 6, 5, 10, 30, tzinfo=parole.ROMA),
        "ritardo",
        "Scaduto alle 10.30",
        "scadeva oggi alle 10.30",
        "Scaduto alle 10.30",
    ),
    (
        datetime(2024, 6, 5, 14, 0, tzinfo=parole.ROMA),
        "oggi",
        "Oggi, entro le 14.00",
        "mercoledì 5 giugno",
        "Oggi, entro le 14.00, mercoledì 5 giugno",
    ),
    (date(2024, 6, 5), "oggi", "Oggi", "mercoledì 5 giugno", "Oggi, mercoledì 5 giugno"),
    (
        date(2024, 6, 6),
        "settimana",
        "Domani",
        "entro giovedì 6 giugno",
        "Domani, giovedì 6 giugno",
    ),
    (
        datetime(2024, 6, 12, 12, 0, tzinfo=parole.ROMA),
        "settimana",
        "Fra 7 giorni",
        "entro mercoledì 12 giugno alle 12.00",
        "Fra 7 giorni, mercoledì 12 giugno alle 12.00",
    ),
    (date(2024, 6, 13), "dopo", "Giovedì 13 giugno", "fra 8 giorni", "Giovedì 13 giugno"),
]


@pytest.mark.parametrize(("scade", "urgenza", "breve", "nota", "esteso"), TERMINI)
def test_termine(scade, urgenza, breve, nota, esteso):
    assert parole.termine(scade, ADESSO) == parole.Termine(urgenza, breve, nota, esteso)


@pytest.mark.parametrize(
    ("giorno", "esteso"),
    [
        (5, "Oggi: si inserisce fino a mercoledì 5 giugno"),
        (8, "Fra 3 giorni: si inserisce fino a sabato 8 giugno"),
        (20, "Si inserisce fino a giovedì 20 giugno"),
    ],
)
def test_termine_dice_che_cosa_finisce(giorno, esteso):
    visto = parole.termine(date(2024, 6, giorno), ADESSO, "si inserisce fino a")
    assert visto.esteso == esteso


def test_il_termine_di_un_giorno_vale_fino_a_mezzanotte():
    ultimo_minuto = datetime(2024, 6, 5, 23, 59, tzinfo=parole.ROMA)
    assert parole.termine(OGGI, ultimo_minuto).urgenza == "oggi"
    assert parole.termine(OGGI, ultimo_minuto + timedelta(minutes=1)).urgenza == "ritardo"


@pytest.mark.parametrize(
    ("cifre", "detto"),
    [
        ("0", "lo 0"), ("0,5", "lo 0,5"), ("1", "l’1"), ("8", "l’8"), ("11", "l’11"),
        ("11,25", "l’11,25"), ("80", "l’80"), ("10", "il 10"), ("20", "il 20"), ("110", "il 110"),
        ("11.000", "l’11.000"), ("1.000", "il 1.000"),
    ],
)  # fmt: skip
def test_un_numero_ha_il_suo_articolo(cifre, detto):
    assert parole.con_articolo(cifre) == detto


@pytest.mark.parametrize(("cifre", "detto"), [("0", "dello 0"), ("8", "dell’8"), ("23", "del 23")])
def test_di_un_numero(cifre, detto):
    assert parole.di_con_articolo(cifre) == detto


def test_le_virgolette_dentro_le_virgolette_sono_alte():
    assert parole.fra_virgolette("Robotica") == "«Robotica»"
    assert parole.fra_virgolette("Robotica alla «Collodi»") == "«Robotica alla “Collodi”»"


def test_l_alfabeto_non_guarda_accenti_maiuscole_e_apostrofi():
    nomi = ["Zeta", "Èboli", "Nicolosi", "d’Angelo", "Nicolò", "D'Amico", "Esposito"]
    assert sorted(nomi, key=parole.in_alfabeto) == [
        "D'Amico", "d’Angelo", "Èboli", "Esposito", "Nicolò", "Nicolosi", "Zeta",
    ]  # fmt: skip
