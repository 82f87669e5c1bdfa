"""Sittings and votes: the tables of the regulations, and what holds for every count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import BaseMaggioranza, EsitoParita, RegolaQuorum
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import FormaVotazione, VotoPresidente
from organi_collegiali.rules.aula.quorum import giudica_presenze, quanti
from organi_collegiali.rules.convocazione.convocazione import giudica_convocazione
from organi_collegiali.rules.voto.votazione import (
    BaseNonPrevista,
    RegoleDelVoto,
    Voti,
    giudica_votazione,
    pari,
)

PALESE, SEGRETA = FormaVotazione.PALESE, FormaVotazione.SEGRETA
VALIDI, PRESENTI = BaseMaggioranza.VOTI_VALIDI, BaseMaggioranza.PRESENTI
SI, NO, ASTENUTO = VotoPresidente.FAVOREVOLE, VotoPresidente.CONTRARIO, VotoPresidente.ASTENUTO
numeri = st.integers(0, 400)


def vota(presenti, favorevoli, contrari, astenuti, *, base=VALIDI, forma=PALESE, presidente=SI):
    return giudica_votazione(
        Voti(presenti, favorevoli, contrari, astenuti),
        forma=forma,
        presidente=presidente,
        regole=RegoleDelVoto(
            Valore(base, "art. 17"), Valore(EsitoParita.PREVALE_PRESIDENTE, "art. 37 c. 3")
        ),
    )


@st.composite
def conteggi(draw):
    favorevoli, contrari, astenuti = draw(numeri), draw(numeri), draw(numeri)
    bianche = draw(st.integers(0, 5))
    return Voti(favorevoli + contrari + astenuti + bianche, favorevoli, contrari, astenuti)


# Presences


@pytest.mark.parametrize(
    ("regola", "in_carica", "legale"),
    [
        (RegolaQuorum.META_PIU_UNO, 19, 10),
        (RegolaQuorum.META_PIU_UNO, 20, 11),
        (RegolaQuorum.META_PIU_UNO, 5, 3),
        (RegolaQuorum.META, 4, 2),
        (RegolaQuorum.META, 5, 3),
        (RegolaQuorum.TUTTI, 11, 11),
    ],
)
def test_how_many_must_be_present(regola, in_carica, legale):
    assert quanti(regola, in_carica) == legale


@given(in_carica=numeri, presenti=numeri, minimo=st.integers(0, 5))
def test_one_more_present_never_undoes_a_sitting(in_carica, presenti, minimo):
    def valida(quante):
        regola = Valore(RegolaQuorum.META_PIU_UNO, "art. 37 c. 2")
        return giudica_presenze(in_carica, quante, regola=regola, minimo=Valore(minimo, "art. 6"))

    assert valida(presenti).valida <= valida(presenti + 1).valida
    assert valida(presenti).numero_legale >= max(minimo, 1)
    # More than half: two sittings of the same organ cannot both be valid at once.
    assert 2 * valida(presenti).numero_legale > in_carica


def test_the_minimum_is_said_with_its_own_source():
    regola = Valore(RegolaQuorum.META_PIU_UNO, "art. 4 n. 5")
    giudizio = giudica_presenze(3, 2, regola=regola, minimo=Valore(3, "art. 6 n. 1"))
    assert (giudizio.numero_legale, giudizio.valida) == (3, False)
    assert [m.fonte for m in giudizio.perche] == ["art. 4 n. 5", "art. 6 n. 1", "art. 6 n. 1"]
    assert giudizio.perche[-1].testo == (
        "2 presenti su 3 che occorrono: 1 presenza manca al numero legale."
    )


# Votes


@pytest.mark.parametrize(
    ("voti", "base", "presidente", "necessari", "approvata"),
    [
        # The same count in two schools: Collegio of Pinocchio (art. 17), of Napoli 2 (art. 9).
        ((40, 20, 15, 5), PRESENTI, SI, 21, False),
        ((40, 20, 15, 5), VALIDI, SI, 18, True),
        # Counted on those present it is no tie, whatever the president voted.
        ((24, 10, 10, 4), PRESENTI, SI, 13, False),
        ((24, 10, 10, 4), VALIDI, SI, 11, True),
        ((24, 10, 10, 4), VALIDI, NO, 11, False),
        ((24, 10, 10, 4), VALIDI, ASTENUTO, 11, False),
        ((20, 10, 10, 0), PRESENTI, SI, 11, True),
        ((20, 10, 10, 0), PRESENTI, NO, 11, False),
        ((19, 10, 9, 0), VALIDI, NO, 10, True),
        ((7, 0, 0, 7), VALIDI, ASTENUTO, 1, False),
        ((9, 1, 0, 8), VALIDI, SI, 1, True),
    ],
)
def test_what_is_approved(voti, base, presidente, necessari, approvata):
    giudizio = vota(*voti, base=base, presidente=presidente)
    assert (giudizio.necessari, giudizio.approvata) == (necessari, approvata)


@given(conteggi(), st.sampled_from([VALIDI, PRESENTI]))
def test_a_tie_in_a_secret_vote_is_never_approved(voti, base):
    giudizio = giudica_votazione(
        voti,
        forma=SEGRETA,
        presidente=None,
        regole=RegoleDelVoto(
            Valore(base, "art. 37 c. 3"), Valore(EsitoParita.PREVALE_PRESIDENTE, "art. 9")
        ),
    )
    if voti.favorevoli == voti.contrari:
        assert not giudizio.approvata


@given(conteggi(), st.sampled_from([VALIDI, PRESENTI]), st.sampled_from(VotoPresidente))
def test_more_votes_for_never_hurt(voti, base, presidente):
    """One who changes from against to for cannot make the proposal fail."""
    if not voti.contrari:
        return
    dopo = Voti(voti.presenti, voti.favorevoli + 1, voti.contrari - 1, voti.astenuti)
    prima, poi = (
        vota(v.presenti, v.favorevoli, v.contrari, v.astenuti, base=base, presidente=presidente)
        for v in (voti, dopo)
    )
    assert prima.approvata <= poi.approvata


@given(conteggi(), st.sampled_from(VotoPresidente))
def test_who_wins_on_those_present_wins_on_the_votes(voti, presidente):
    campi = (voti.presenti, voti.favorevoli, voti.contrari, voti.astenuti)
    if vota(*campi, base=PRESENTI, presidente=presidente).approvata:
        assert vota(*campi, base=VALIDI, presidente=presidente).approvata


@given(conteggi(), st.sampled_from([VALIDI, PRESENTI]), st.sampled_from(VotoPresidente))
def test_approved_with_the_votes_it_takes_or_by_the_president_in_a_tie(voti, base, presidente):
    campi = (voti.presenti, voti.favorevoli, voti.contrari, voti.astenuti)
    giudizio = vota(*campi, base=base, presidente=presidente)
    conta = voti.presenti if base is PRESENTI else voti.espressi
    bastano = voti.favorevoli >= giudizio.necessari
    assert giudizio.approvata == (bastano or (pari(voti, conta) and presidente is SI))


def test_the_reason_holds_the_numbers_and_both_sources():
    base = Valore(PRESENTI, "art. 17", "D.Lgs. 297/1994, art. 37 c. 3: voti validamente espressi.")
    regole = RegoleDelVoto(base, Valore(EsitoParita.PREVALE_PRESIDENTE, "art. 17"))
    conto, esito = giudica_votazione(
        Voti(40, 20, 15, 5), forma=PALESE, presidente=SI, regole=regole
    ).perche
    assert conto.testo == (
        "40 presenti: 20 a favore, 15 contro, 5 astenuti. La maggioranza si conta su tutti i 40 "
        "presenti, compreso chi si astiene: occorrono 21 voti favorevoli. Altra fonte: D.Lgs. "
        "297/1994, art. 37 c. 3: voti validamente espressi."
    )
    assert esito.testo == (
        "20 a favore, ne manca 1 ai 21 che occorrono: la proposta non è approvata."
    )


def test_a_majority_of_the_members_is_no_ordinary_vote():
    with pytest.raises(BaseNonPrevista):
        vota(9, 5, 4, 0, base=BaseMaggioranza.COMPONENTI)


# Notice


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 30), st.integers(-40, 40))
def test_in_time_up_to_the_last_useful_day_included(seduta, preavviso, scarto):
    ultimo = seduta - timedelta(days=preavviso)
    giudizio = giudica_convocazione(
        convocazione=ultimo + timedelta(days=scarto),
        seduta=seduta,
        ultimo_giorno=ultimo,
        fonte="art. 6",
    )
    assert giudizio.nei_termini == (scarto <= 0)
    assert giudizio.motivo.fonte == "art. 6"


@pytest.mark.parametrize(
    ("convocazione", "fine"),
    [
        (date(2026, 3, 16), "è in ritardo di 1 giorno: bisognava inviarla entro il 15/03/2026."),
        (date(2026, 3, 15), "è inviata nell’ultimo giorno utile."),
        (date(2026, 3, 13), "è nei termini, con 2 giorni di anticipo sull’ultimo utile."),
        (date(2026, 3, 21), "viene dopo la seduta."),
    ],
)
def test_the_notice_says_by_how_much(convocazione, fine):
    giudizio = giudica_convocazione(
        convocazione=convocazione,
        seduta=date(2026, 3, 20),
        ultimo_giorno=date(2026, 3, 15),
        fonte="art. 6",
    )
    assert giudizio.motivo.testo.endswith(fine)
