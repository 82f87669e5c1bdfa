"""Who may begin an application, which steps it has, what it lacks."""

from dataclasses import replace

import pytest

from selezioni_pon.enums import (
    Cittadinanza,
    Deroga,
    Fase,
    Passo,
    Provenienza,
    TipoAllegato,
)
from selezioni_pon.griglie import griglia
from selezioni_pon.rules.cooperativa import Cooperativa
from selezioni_pon.rules.domanda.avvertenze import avvertenze_di
from selezioni_pon.rules.domanda.chi import provenienze, verifica_chi
from selezioni_pon.rules.domanda.mancanze import mancanze_di
from selezioni_pon.rules.domanda.modello import Chiesta, Dichiarata, Scritta
from selezioni_pon.rules.domanda.passi import passi
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.offerta import Compenso
from tests.selezioni_pon.scena_bandi import regole

P = Provenienza
REGOLE = regole()
FISSO, DA_OFFRIRE = Compenso(3000, 3000), Compenso(3000, 3500)
TUTOR, ESPERTO = griglia("ic-pinocchio-2018/tutor"), griglia("ic-pinocchio-2018/esperto")
NIENTE = Cooperativa("", solo_con_lei=False, finalita=False, contributi=False, offerta_sua=False)
COOP = Cooperativa("Il faro", solo_con_lei=True, finalita=True, contributi=True, offerta_sua=True)
INTERA = Scritta(
    provenienza=P.INTERNO, cittadinanza=None, diritti_civili=True, senza_condanne=True,
    senza_procedimenti=True, specializzazione=False, deroga=Deroga.NESSUNA,
    titolo_di_studio="diploma", giorni_servizio=1200, amministrazione="", cooperativa=NIENTE,
    offerta=None, proposta="", risponde_del_vero=True,
    allegati=frozenset({TipoAllegato.CURRICULUM, TipoAllegato.CURRICULUM_OSCURATO}),
)  # fmt: skip
CHIESTA = Chiesta(Fase.INTERNI, REGOLE, TUTOR, FISSO, "diploma")
FUORI = replace(
    INTERA, provenienza=P.PRIVATO, cittadinanza=Cittadinanza.UE, specializzazione=True,
    giorni_servizio=None,
)  # fmt: skip
PER_ESTERNI = replace(CHIESTA, fase=Fase.ESTERNI)


def mancano(scritta: Scritta, chiesta: Chiesta = CHIESTA) -> list[tuple[Passo, str, str]]:
    return [
        (una.passo, una.violazione.codice, una.violazione.campo)
        for una in mancanze_di(scritta, chiesta)
    ]


# Who


def test_who_works_here_applies_from_here_and_nobody_else_does():
    assert provenienze(in_servizio=True) == (P.INTERNO,)
    assert set(provenienze(in_servizio=False)) == set(P) - {P.INTERNO}


@pytest.mark.parametrize(
    ("fase", "dirige", "in_servizio", "codici"),
    [
        (Fase.INTERNI, True, True, ["dirige"]),
        (Fase.INTERNI, False, True, []),
        (Fase.INTERNI, False, False, ["provenienza"]),
        (Fase.ALTRE_SCUOLE, False, True, ["provenienza"]),
        (Fase.ALTRE_SCUOLE, False, False, []),
        (Fase.ESTERNI, False, True, []),
        (Fase.ESTERNI, False, False, []),
    ],
)
def test_who_may_begin(fase, dirige, in_servizio, codici):
    contro = verifica_chi(fase, REGOLE.avviso, dirige=dirige, in_servizio=in_servizio)
    assert [una.codice for una in contro] == codici


# The steps


def test_the_steps_are_those_that_the_call_asks_for():
    assert passi(TUTOR, FISSO) == (Passo.DATI, Passo.TITOLI, Passo.CURRICULUM, Passo.DICHIARAZIONI)
    assert passi(ESPERTO, DA_OFFRIRE) == tuple(Passo)
    assert Passo.OFFERTA not in passi(ESPERTO, None)


# What lacks


def test_a_whole_application_lacks_nothing():
    assert mancano(INTERA) == []
    assert mancano(FUORI, PER_ESTERNI) == []
    assert avvertenze_di(INTERA, CHIESTA) == []


@pytest.mark.parametrize(
    ("manca", "dove"),
    [
        ({"provenienza": None}, (Passo.DATI, "provenienza", "provenienza")),
        ({"titolo_di_studio": " "}, (Passo.DATI, "titolo_di_studio", "titolo_di_studio")),
        ({"giorni_servizio": None}, (Passo.DATI, "giorni_servizio", "giorni_servizio")),
        ({"allegati": frozenset()}, (Passo.CURRICULUM, "curriculum", "curriculum")),
        ({"senza_condanne": False}, (Passo.DICHIARAZIONI, "senza_condanne", "senza_condanne")),
        (
            {"risponde_del_vero": False},
            (Passo.DICHIARAZIONI, "risponde_del_vero", "risponde_del_vero"),
        ),
        ({"offerta": 2000}, (Passo.OFFERTA, "offerta_non_chiesta", "offerta")),
    ],
)
def test_what_lacks_is_said_at_its_step(manca, dove):
    assert mancano(replace(INTERA, **manca)) == [dove]


def test_who_has_not_said_from_where_still_reads_what_is_to_be_declared():
    niente = replace(INTERA, provenienza=None, senza_condanne=False)
    assert [codice for _, codice, _ in mancano(niente)] == ["provenienza", "senza_condanne"]


@pytest.mark.parametrize(
    ("manca", "codici"),
    [
        ({"cittadinanza": None}, ["cittadinanza"]),
        ({"cittadinanza": Cittadinanza.ALTRA}, ["cittadinanza"]),
        ({"specializzazione": False}, ["specializzazione"]),
        # That there is experience is ascertained by the commission, not by who applies.
        ({"specializzazione": False, "deroga": Deroga.ARTE}, []),
        ({"provenienza": P.ALTRA_AMMINISTRAZIONE}, ["amministrazione"]),
        ({"provenienza": P.COOPERATIVA, "cooperativa": COOP}, []),
        (
            {"provenienza": P.COOPERATIVA, "cooperativa": replace(COOP, contributi=False)},
            ["contributi"],
        ),
    ],
)
def test_what_is_asked_of_who_comes_from_outside(manca, codici):
    assert [codice for _, codice, _ in mancano(replace(FUORI, **manca), PER_ESTERNI)] == codici


def test_a_grid_that_scores_projects_wants_the_proposal():
    esperto = replace(CHIESTA, griglia=ESPERTO)
    assert mancano(INTERA, esperto) == [(Passo.PROGETTO, "proposta", "proposta")]
    assert mancano(replace(INTERA, proposta="Leggere il mare"), esperto) == []


@pytest.mark.parametrize(
    ("offerta", "codici"),
    [(None, ["offerta_mancante"]), (2999, ["offerta_fuori_misura"]), (3000, []), (3500, [])],
)
def test_pay_to_be_offered_wants_a_price_within_the_call(offerta, codici):
    chiesta = replace(CHIESTA, compenso=DA_OFFRIRE)
    assert [c for _, c, _ in mancano(replace(INTERA, offerta=offerta), chiesta)] == codici


def test_a_number_of_titles_wants_their_names_and_names_want_their_number():
    esperienze, diploma = TUTOR.voce("3"), TUTOR.voce("1")
    tre = Dichiarata(esperienze, Titolo("3", 3), "", 1)
    assert mancano(replace(INTERA, dichiarate=[tre])) == [(Passo.TITOLI, "titoli_senza_nome", "3")]
    solo_nomi = Dichiarata(esperienze, None, "Referente biblioteca", 1)
    codici = [codice for _, codice, _ in mancano(replace(INTERA, dichiarate=[solo_nomi]))]
    assert codici == ["titolo_senza_valore"]
    senza_nome = Dichiarata(diploma, Titolo("1"), "", 1)
    assert mancano(replace(INTERA, dichiarate=[senza_nome])) == []


def test_what_is_better_looked_at_stops_nothing():
    diploma = Dichiarata(TUTOR.voce("1"), Titolo("1"), "Istituto magistrale", 0)
    scritta = replace(
        INTERA, dichiarate=[diploma], allegati=frozenset({TipoAllegato.CURRICULUM})
    )  # fmt: skip
    assert mancano(scritta) == []
    trovate = [(una.passo, una.violazione.codice) for una in avvertenze_di(scritta, CHIESTA)]
    assert trovate == [(Passo.TITOLI, "documento"), (Passo.CURRICULUM, "curriculum_oscurato")]


def test_titles_at_odds_are_said_and_may_be_sent():
    madrelingua = griglia("ic-pinocchio-2018/madrelingua-inglese")
    tutti_e_due = [Dichiarata(madrelingua.voce(n), Titolo(n), "x", 1) for n in ("1", "2")]
    scritta = replace(INTERA, dichiarate=tutti_e_due, proposta="Un progetto")
    chiesta = replace(CHIESTA, griglia=madrelingua)
    assert mancano(scritta, chiesta) == []
    assert {una.violazione.codice for una in avvertenze_di(scritta, chiesta)} == {
        "manca_requisito", "alternative",
    }  # fmt: skip
