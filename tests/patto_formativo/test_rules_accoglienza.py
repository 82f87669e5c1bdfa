"""The welcome: the hours of each phase and path, how far a person is, the tenth of the path."""

from fractions import Fraction

import pytest

from patto_formativo.enums import Fase, Percorso
from patto_formativo.rules.accoglienza import Stato, accoglienza
from patto_formativo.tabelle import fasi, tabella

A0, IP, IIP = Percorso.ALFABETIZZAZIONE, Percorso.PRIMO_PERIODO, Percorso.SECONDO_PERIODO
# Path → hours and meetings of the phases 0-4 (seed 004, parte prima).
PREVISTE = [
    (A0, ["1 ora", "2 ore", "4 ore", "12 ore", "1 ora"], [(1, 1), (1, 1), (1, 2), (5, 6), (1, 1)]),
    (
        IP,
        ["1 ora", "4 ore", "10 ore", "da 20 a 24 ore", "1 ora"],
        [(1, 1), (1, 2), (5, 5), (10, 12), (1, 1)],
    ),
    (
        IIP,
        ["1 ora", "4 ore", "da 24 a 28 ore", "da 42 a 48 ore", "1 ora"],
        [(1, 1), (1, 2), (12, 14), (14, 16), (1, 1)],
    ),
]


def stato(percorso, **svolte):
    ore = {Fase[nome.upper()]: Fraction(tante) for nome, tante in svolte.items()}
    return accoglienza(fasi(percorso), ore, tabella().percorsi[percorso])


@pytest.mark.parametrize(("percorso", "ore", "incontri"), PREVISTE)
def test_every_phase_has_its_hours(percorso, ore, incontri):
    assert [fase.ore_in_parole for fase in fasi(percorso)] == ore
    assert [fase.incontri for fase in fasi(percorso)] == incontri


@pytest.mark.parametrize(("percorso", "massimo"), [(A0, 20), (IP, 40), (IIP, 82)])
def test_the_phases_fit_in_the_tenth_of_the_path(percorso, massimo):
    meno, piu = (sum(fase.ore[estremo] for fase in fasi(percorso)) for estremo in (0, 1))
    assert tabella().percorsi[percorso].accoglienza == massimo
    assert meno <= massimo
    assert piu <= massimo


def test_the_next_phase_is_the_first_that_is_not_over():
    ora = stato(IP, iscrizione=1, primo_incontro=4, colloqui=6)
    assert [tappa.stato for tappa in ora.tappe] == [
        Stato.FATTA, Stato.FATTA, Stato.IN_CORSO, Stato.DA_FARE, Stato.DA_FARE,
    ]  # fmt: skip
    assert ora.prossima.prevista.fase == Fase.COLLOQUI
    assert ora.prossima.perche.testo == "Colloqui e prove: 6 ore su 10 ore, con tutor."
    assert ora.ore == ora.contate == 11


def test_when_all_is_done_there_is_no_next():
    fatte = {"iscrizione": 1, "primo_incontro": 2, "colloqui": 4, "propedeutico": 12, "stesura": 1}
    assert stato(A0, **fatte).prossima is None


def test_hours_beyond_the_tenth_are_not_taken_off():
    ora = stato(A0, iscrizione=1, primo_incontro=4, colloqui=8, propedeutico=12)
    assert (ora.ore, ora.contate) == (25, 20)
    assert ora.perche[0].testo == (
        "Accoglienza svolta 25 ore, contate 20 ore: al più 20 ore, un decimo di 200 ore."
    )


def test_nothing_done_yet():
    ora = stato(IIP)
    assert {tappa.stato for tappa in ora.tappe} == {Stato.DA_FARE}
    assert ora.prossima.prevista.fase == Fase.ISCRIZIONE
