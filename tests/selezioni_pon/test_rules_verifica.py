"""The declared titles, one by one, and the score as declared beside that as accepted."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.griglie import griglia
from selezioni_pon.rules.confronto import confronta, contro_la_chiusura
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.verifica import Decisione, accetta, verifica_decisione
from tests.selezioni_pon.scena_verifica import COERENZA, GRIGLIA, PROGETTO

F = Fraction
E = EsitoTitolo
TRE = Titolo("2", quanti=F(3))
LODE = Titolo("1", voto=F(110), su=110, lode=True)


def codici(violazioni):
    return [una.codice for una in violazioni]


@pytest.mark.parametrize(
    ("dichiarato", "decisione", "attesi"),
    [
        (TRE, accetta(TRE), []),
        (TRE, Decisione(E.RIDOTTO, Titolo("2", quanti=F(2)), "una dura 10 ore"), []),
        (TRE, Decisione(E.RIFIUTATO, None, "non pertinente"), []),
        (LODE, Decisione(E.RIDOTTO, replace(LODE, lode=False), "la lode non risulta"), []),
        (LODE, Decisione(E.RIDOTTO, replace(LODE, voto=F(101), lode=False), "voto 101"), []),
        (TRE, Decisione(E.RIFIUTATO, None, "  "), ["motivo"]),
        (TRE, Decisione(E.RIDOTTO, Titolo("2", quanti=F(2))), ["motivo"]),
        (TRE, Decisione(E.RIDOTTO, Titolo("2", quanti=F(4)), "sono 4"), ["piu_del_dichiarato"]),
        (TRE, Decisione(E.RIDOTTO, TRE, "perché sì"), ["ammesso"]),
        (TRE, Decisione(E.RIDOTTO, None, "meno"), ["ammesso"]),
        (TRE, Decisione(E.RIDOTTO, Titolo("3"), "altra voce"), ["ammesso"]),
        (TRE, Decisione(E.ACCETTATO, Titolo("2", quanti=F(2))), ["ammesso"]),
        (TRE, Decisione(E.RIFIUTATO, Titolo("2", quanti=F(1)), "no"), ["ammesso"]),
        (Titolo("4", quanti=F(9)), accetta(Titolo("4", quanti=F(9))), ["voce"]),
        (Titolo("99"), accetta(Titolo("99")), ["voce"]),
    ],
)
def test_a_decision_on_a_title(dichiarato, decisione, attesi):
    assert codici(verifica_decisione(GRIGLIA, dichiarato, decisione)) == attesi


@pytest.mark.parametrize(
    ("dichiarati", "ammessi"), [((3, 0), (2, 2)), ((2, 2), (3, 0)), ((3, 0), (1, 1))]
)
def test_fewer_points_elsewhere_do_not_pay_for_what_was_not_declared(dichiarati, ammessi):
    # (how many, how many in the field): 4 points each, 2 more for each in the field
    prima, dopo = (Titolo("A.4", F(quanti), pertinenti=p) for quanti, p in (dichiarati, ammessi))
    decisione = Decisione(E.RIDOTTO, dopo, "così risulta")
    contro = verifica_decisione(griglia("ic-pinocchio-2018/formatore-interno"), prima, decisione)
    assert codici(contro) == ["piu_del_dichiarato"]


DICHIARATI = {"laurea": LODE, "esperienze": TRE, "patente": Titolo("3")}
DECISIONI = {
    "laurea": Decisione(E.RIDOTTO, replace(LODE, lode=False), "la lode non risulta"),
    "esperienze": accetta(TRE),
    "patente": Decisione(E.RIFIUTATO, None, "non è di informatica"),
}


def test_the_two_scores_side_by_side():
    confronto = confronta(GRIGLIA, DICHIARATI, DECISIONI, [Titolo("4", quanti=F(12))])
    # 10 + 7.5 + 3 = 20.5, and the section stops at 20
    assert confronto.dichiarato.totale == 20
    assert confronto.ammesso.totale == F("27.5")
    righe = {riga.voce.numero: riga for riga in confronto.righe}
    assert (righe["1"].dichiarati.punti, righe["1"].ammessi.punti) == (10, 8)
    assert righe["1"].motivi == ("Accettato in parte: la lode non risulta",)
    assert (righe["3"].dichiarati.punti, righe["3"].ammessi.punti) == (3, 0)
    assert (righe["2"].dichiarati.punti, righe["2"].ammessi.punti) == (F("7.5"), F("7.5"))
    assert righe["2"].motivi == ()
    assert righe["4"].ammessi.punti == 12
    assert confronto.da_decidere == 0


def test_what_is_not_decided_does_not_count_yet():
    confronto = confronta(GRIGLIA, DICHIARATI, {"esperienze": accetta(TRE)})
    assert confronto.ammesso.totale == F("7.5")
    assert confronto.da_decidere == 2
    assert codici(contro_la_chiusura(confronto, [PROGETTO, COERENZA])) == [
        "da_verificare",
        "senza_accordo",
    ]
    (_, ultima) = contro_la_chiusura(confronto, [PROGETTO, COERENZA])
    assert ultima.testo == "Mancano i punti concordati della commissione a 2 voci: 4, 5."


def test_all_is_decided_and_the_application_closes():
    confronto = confronta(GRIGLIA, DICHIARATI, DECISIONI)
    assert contro_la_chiusura(confronto, []) == []


def test_what_was_declared_stays_as_it_was():
    prima = dict(DICHIARATI)
    confronto = confronta(GRIGLIA, DICHIARATI, DECISIONI)
    assert prima == DICHIARATI
    assert confronto.dichiarato == confronta(GRIGLIA, DICHIARATI, {}).dichiarato


def test_a_decision_on_nothing_is_an_error():
    with pytest.raises(ValueError, match="non è stato dichiarato"):
        confronta(GRIGLIA, {}, {"laurea": accetta(LODE)})


@given(st.lists(st.integers(1, 4), max_size=6), st.data())
def test_accepted_titles_never_give_more_than_declared(quanti, dati):
    dichiarati = {str(n): Titolo("2", quanti=F(uno)) for n, uno in enumerate(quanti)}
    decisioni = {}
    for chi, titolo in dichiarati.items():
        restano = dati.draw(st.integers(0, int(titolo.quanti)))
        ammesso = Titolo("2", quanti=F(restano))
        esito = E.ACCETTATO if ammesso == titolo else E.RIDOTTO
        decisione = Decisione(esito, ammesso, "" if esito is E.ACCETTATO else "meno")
        assert not verifica_decisione(GRIGLIA, titolo, decisione)
        decisioni[chi] = decisione
    confronto = confronta(GRIGLIA, dichiarati, decisioni)
    assert confronto.ammesso.totale <= confronto.dichiarato.totale
    assert confronto.da_decidere == 0
