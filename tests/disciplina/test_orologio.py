"""The terms of a case, as Italian law counts days, and the days of a suspension."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.calendario import Calendario, Chiusura
from cpia.norme.rules.parametri import Valore
from disciplina.enums import Passo
from disciplina.rules.convocare import prima_seduta
from disciplina.rules.esecuzione import avverti_in_corso, fine_sospensione
from disciplina.rules.orologio import Momenti, piu_vicina, scadenze
from tests.disciplina.scena import DOPO, NAPOLI, PINOCCHIO, PORTO_VENERE, nomi, parametri, termini

PREAVVISO = "organi.consiglio_classe.preavviso.ordinaria"
SAPUTO = date(2026, 5, 11)
LEZIONE = "disciplina.giorni_di_lezione"


def di(momenti, slug=PORTO_VENERE, calendario=None):
    trovate = scadenze(
        momenti, termini(slug, DOPO), parametri(slug, DOPO)[PREAVVISO], calendario or Calendario()
    )
    return {una.passo: una for una in trovate}


def test_the_thirty_days_together_with_the_notice():
    """The case of the picture: known on 11 May, convened by 5 June, decided by 10 June."""
    sue = di(Momenti(SAPUTO, contestata_il=date(2026, 5, 15)))
    assert sue[Passo.DECISIONE].entro.giorno == date(2026, 6, 10)
    assert sue[Passo.CONVOCAZIONE].entro.giorno == date(2026, 6, 5)
    assert sue[Passo.CONVOCAZIONE].restano(DOPO) == 2
    detto = sue[Passo.CONVOCAZIONE].entro.perche[0].testo
    assert "10 giugno" in detto
    assert "5 giorni prima" in detto
    assert "lett. d" in sue[Passo.DECISIONE].entro.perche[0].fonte


def test_the_first_day_on_which_the_organ_may_sit():
    preavviso = parametri(PORTO_VENERE, DOPO)[PREAVVISO]
    assert prima_seduta(DOPO, preavviso) == date(2026, 6, 8)
    chiusa = Calendario(chiusure=(Chiusura(date(2026, 6, 8), date(2026, 6, 9), "ponte"),))
    assert prima_seduta(DOPO, preavviso, chiusa) == date(2026, 6, 10)
    sempre = Calendario(chiusure=(Chiusura(DOPO, DOPO + timedelta(days=400), "chiusa"),))
    assert prima_seduta(DOPO, preavviso, sempre) is None


def test_the_hearing_leaves_time_to_defend_oneself():
    sue = di(Momenti(SAPUTO, contestata_il=date(2026, 5, 15)))
    udienza = sue[Passo.AUDIZIONE]
    assert (udienza.dal, udienza.entro.giorno) == (True, date(2026, 5, 20))
    assert not udienza.in_ritardo(date(2027, 1, 1))
    domenica = di(Momenti(SAPUTO, contestata_il=date(2026, 5, 12)))[Passo.AUDIZIONE]
    assert domenica.entro.giorno == date(2026, 5, 17)


def test_a_term_that_ends_on_a_holiday_ends_the_day_after():
    sue = di(Momenti(date(2026, 5, 3)))
    assert sue[Passo.DECISIONE].entro.giorno == date(2026, 6, 3)
    assert "festivo_prorogato" in nomi(sue[Passo.DECISIONE].entro.perche)


@pytest.mark.parametrize(
    ("momenti", "attese"),
    [
        (Momenti(SAPUTO, decisa_il=date(2026, 6, 8)), {Passo.COMUNICAZIONE: date(2026, 6, 13)}),
        (
            Momenti(SAPUTO, decisa_il=date(2026, 6, 8), comunicata_il=date(2026, 6, 10)),
            {Passo.RICORSO: date(2026, 6, 25)},
        ),
        (
            Momenti(SAPUTO, decisa_il=date(2026, 6, 8), comunicata_il=date(2026, 6, 10),
                    ricorso_il=date(2026, 6, 22)),
            {Passo.CONVOCAZIONE_GARANZIA: date(2026, 6, 27),
             Passo.ESITO_RICORSO: date(2026, 7, 2)},
        ),
        (
            Momenti(SAPUTO, decisa_il=date(2026, 6, 8), comunicata_il=date(2026, 6, 10),
                    ricorso_il=date(2026, 6, 22), esito_il=date(2026, 6, 30)),
            {},
        ),
    ],
)  # fmt: skip
def test_the_terms_after_the_decision(momenti, attese):
    assert {passo: una.entro.giorno for passo, una in di(momenti).items()} == attese


def test_five_days_or_fifteen_is_told_where_the_term_is_counted():
    sue = di(Momenti(SAPUTO, decisa_il=SAPUTO, comunicata_il=date(2026, 6, 10)), NAPOLI)
    assert sue[Passo.RICORSO].entro.giorno == date(2026, 6, 25)
    assert "entro cinque giorni" in sue[Passo.RICORSO].entro.perche[0].testo
    altra = di(Momenti(SAPUTO, decisa_il=SAPUTO, comunicata_il=date(2026, 6, 10)), PINOCCHIO)
    assert "Altra fonte" not in altra[Passo.RICORSO].entro.perche[0].testo


def test_late_is_the_day_after():
    decidere = di(Momenti(SAPUTO))[Passo.DECISIONE]
    assert not decidere.in_ritardo(date(2026, 6, 10))
    assert decidere.in_ritardo(date(2026, 6, 11))
    assert decidere.restano(date(2026, 6, 11)) == -1


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_one_convenes_before_one_decides_and_in_time(saputo):
    sue = di(Momenti(saputo))
    convocare, decidere = sue[Passo.CONVOCAZIONE].entro, sue[Passo.DECISIONE].entro
    assert (decidere.giorno - convocare.giorno).days == 5
    assert 30 <= (decidere.giorno - saputo).days <= 33


@pytest.mark.parametrize(
    ("valore", "fine"), [(True, date(2026, 5, 15)), (False, date(2026, 5, 13))]
)
def test_the_days_of_a_suspension(valore, fine):
    """Three days from Wednesday, with a school closed on Thursday and Friday for lessons."""
    regola = Valore(LEZIONE, valore, "", "prassi")
    calendario = Calendario(chiusure=(Chiusura(date(2026, 5, 12), date(2026, 5, 13), "gita"),))
    termine = fine_sospensione(date(2026, 5, 11), 3, regola, calendario)
    assert termine.giorno == fine
    assert "3 giorni" in termine.perche[0].testo


def test_one_day_is_that_day_and_the_parameter_counts_lessons():
    regola = parametri(PORTO_VENERE)[LEZIONE]
    assert fine_sospensione(date(2026, 5, 11), 1, regola).giorno == date(2026, 5, 11)
    venerdi = fine_sospensione(date(2026, 5, 15), 2, regola, Calendario(sabato_lavorativo=False))
    assert venerdi.giorno == date(2026, 5, 18)


def test_a_sanction_over_before_the_appeal_is_told():
    fine_ricorso = date(2026, 6, 25)
    assert nomi(avverti_in_corso(date(2026, 6, 15), fine_ricorso)) == ["eseguita_prima_del_ricorso"]
    assert nomi(avverti_in_corso(fine_ricorso, fine_ricorso)) == ["eseguita_prima_del_ricorso"]
    assert avverti_in_corso(date(2026, 6, 26), fine_ricorso) == []
    assert avverti_in_corso(date(2026, 6, 15), None) == []


def test_the_clock_shows_what_comes_next():
    tutte = tuple(di(Momenti(SAPUTO, contestata_il=date(2026, 5, 15))).values())
    for oggi, passo in [
        (DOPO, Passo.CONVOCAZIONE), (date(2026, 6, 5), Passo.CONVOCAZIONE),
        (date(2026, 6, 6), Passo.DECISIONE), (date(2026, 7, 1), Passo.DECISIONE),
    ]:  # fmt: skip
        assert piu_vicina(tutte, oggi).passo is passo
    assert piu_vicina((), DOPO) is None


def test_once_convened_only_the_decision_runs_and_one_person_convenes_nobody():
    assert set(di(Momenti(SAPUTO, convocata_il=DOPO))) == {Passo.DECISIONE}
    sole = scadenze(Momenti(SAPUTO), termini(PORTO_VENERE, DOPO), None)
    assert [(una.passo, una.entro.giorno) for una in sole] == [
        (Passo.PROVVEDIMENTO, date(2026, 6, 10))
    ]


def test_ten_days_to_convene_and_five_of_notice_do_not_make_ten_to_decide():
    """At Napoli one may convene on the tenth day: then one decides on the fifteenth, too late."""
    ricorso = Momenti(SAPUTO, decisa_il=SAPUTO, comunicata_il=SAPUTO, ricorso_il=date(2026, 6, 22))
    sue = di(ricorso, NAPOLI)
    assert sue[Passo.CONVOCAZIONE_GARANZIA].entro.giorno == date(2026, 6, 27)
    assert "n. 5" in sue[Passo.CONVOCAZIONE_GARANZIA].entro.perche[0].fonte
    assert piu_vicina(tuple(sue.values()), date(2026, 6, 23)).passo is Passo.CONVOCAZIONE_GARANZIA
