"""Deliberations: how a vote is said, who may deliberate, what is in force. No database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import AttoEffetto, GenereVotazione, Premessa, TipoOrgano
from organi_collegiali.rules.delibere import premesse
from organi_collegiali.rules.delibere.adozione import verifica_adozione
from organi_collegiali.rules.delibere.esito_in_parole import Cifre, fra_proposte, in_parole
from organi_collegiali.rules.delibere.frasario import FRASI
from organi_collegiali.rules.delibere.premesse import RigaPremessa
from organi_collegiali.rules.delibere.pubblicita import verifica_nome_contrario, verifica_pubblicita
from organi_collegiali.rules.delibere.vigenza import Effetto, Vigenze, verifica_effetto

INIZIO = datetime(2024, 1, 10, 17, 30, tzinfo=UTC)


def giorno(n):
    """The instant of the n-th deliberation: one a day."""
    return INIZIO + timedelta(days=n)


PREVALE = "a parità di voti, con il voto prevalente di chi presiede (D.Lgs. 297/1994, art. 37 c. 3)"


@pytest.mark.parametrize(
    ("cifre", "detto"),
    [
        (Cifre(13, 13), "all’unanimità dei 13 presenti"),
        (Cifre(1, 1), "all’unanimità"),
        (Cifre(14, 11, 1, 2), "a maggioranza: 11 favorevoli, 1 contrario, 2 astenuti"),
        (Cifre(14, 12, 0, 2), "a maggioranza: 12 favorevoli, nessun contrario, 2 astenuti"),
        (Cifre(14, 1, 0, 1), "a maggioranza: 1 favorevole, nessun contrario, 1 astenuto, "
                             "12 non hanno votato"),
        (Cifre(14, 9, 3, 0, 1, 1), "a maggioranza: 9 favorevoli, 3 contrari, 1 scheda bianca, "
                                   "1 scheda nulla"),
        (Cifre(14, 6, 6, 2), f"{PREVALE}: 6 favorevoli, 6 contrari, 2 astenuti"),
    ],
)  # fmt: skip
def test_how_it_was_voted(cifre, detto):
    assert in_parole(cifre) == detto


def test_the_longest_vote_fits_its_column():
    assert len(in_parole(Cifre(32_767, 20_000, 5_000, 2_000, 1_500, 1_200))) <= 200
    assert len(in_parole(Cifre(32_767, 15_000, 15_000, 2_767))) <= 200
    assert len(fra_proposte(20_000, votanti=32_767, proposte=12)) <= 200
    assert len(fra_proposte(16_000, votanti=32_767, proposte=12, pari=True)) <= 200


def test_a_proposal_among_others():
    detto = "a maggioranza: 8 voti su 14 alla proposta approvata, fra 2 proposte"
    assert fra_proposte(8, votanti=14, proposte=2) == detto
    detto = f"{PREVALE}: 7 voti su 14 alla proposta approvata, fra 2 proposte"
    assert fra_proposte(7, votanti=14, proposte=2, pari=True) == detto


def _verifica(tipo=TipoOrgano.CONSIGLIO_ISTITUTO, **altro):
    dati = {
        "genere": GenereVotazione.PROPOSTA, "approvata": True, "testo": "di approvare",
        "dipartimenti": None,
    } | altro  # fmt: skip
    return [violazione.codice for violazione in verifica_adozione(tipo, **dati)]


@pytest.mark.parametrize(
    ("altro", "codici"),
    [
        ({}, []),
        ({"approvata": False}, ["non_approvata"]),
        ({"approvata": None}, ["non_approvata"]),
        ({"testo": " \n"}, ["testo"]),
        ({"genere": GenereVotazione.EMENDAMENTO}, ["genere"]),
        ({"genere": GenereVotazione.AMMISSIONE}, ["genere"]),
        ({"genere": GenereVotazione.BALLOTTAGGIO}, []),
        ({"tipo": TipoOrgano.ASSEMBLEA_GENITORI}, ["organo"]),
    ],
)
def test_what_stands_against_a_deliberation(altro, codici):
    assert _verifica(**altro) == codici


def test_a_dipartimento_proposes_and_both_sources_are_said():
    regola = Valore(valore=False, fonte="art. 4", in_contrasto_con="Regolamento d’istituto, 1.3")
    violazioni = verifica_adozione(
        TipoOrgano.DIPARTIMENTO,
        genere=GenereVotazione.PROPOSTA,
        approvata=True,
        testo="di adottare",
        dipartimenti=regola,
    )
    assert [v.codice for v in violazioni] == ["organo"]
    assert violazioni[0].fonte == "art. 4"
    assert "Regolamento d’istituto, 1.3" in violazioni[0].testo
    assert not _verifica(
        TipoOrgano.DIPARTIMENTO, dipartimenti=Valore(valore=True, fonte="regolamento")
    )


def test_premises_are_read_clean():
    righe = [
        RigaPremessa(Premessa.VISTO, "  Visto il  Programma annuale ; "),
        RigaPremessa(Premessa.PRESO_ATTO, "delle somme\naccreditate."),
        RigaPremessa(Premessa.VISTA, "   "),
        RigaPremessa(Premessa.VISTA, "vistosa"),
    ]
    pulite = premesse.pulisci(righe)
    assert list(map(str, pulite)) == [
        "Visto il Programma annuale", "Preso atto delle somme accreditate", "Vista vistosa",
    ]  # fmt: skip


def test_a_premise_begins_with_a_known_word():
    with pytest.raises(ValueError, match="boh"):
        premesse.leggi([{"premessa": "boh", "testo": "x"}])


@given(
    st.lists(st.builds(RigaPremessa, st.sampled_from(Premessa), st.text(max_size=20)), max_size=4)
)
def test_premises_come_back_as_they_were_kept(righe):
    pulite = premesse.pulisci(righe)
    assert premesse.leggi(premesse.scrivi(pulite)) == pulite
    assert premesse.pulisci(premesse.leggi(premesse.scrivi(pulite))) == pulite


def test_the_phrases_that_are_shipped_are_clean_and_each_once():
    righe = [RigaPremessa(parola, testo) for parola, testo, _ in FRASI]
    assert premesse.pulisci(righe) == tuple(righe)
    assert len(set(righe)) == len(righe)
    assert {tipo for *_, tipo in FRASI} <= {"", *(tipo.value for tipo in TipoOrgano)}


@pytest.mark.parametrize(
    ("dati", "codici"),
    [
        ((False, False, False, False), []),
        ((False, False, False, True), ["pubblicata"]),
        ((True, False, False, False), ["riservata"]),
        ((True, True, True, False), ["riservata"]),
        ((False, True, False, False), ["su_persone"]),
        ((False, True, True, False), []),
    ],
)
def test_what_goes_on_the_albo(dati, codici):
    nomi = ("riservata", "su_persone", "chiesta", "pubblicata")
    trovate = verifica_pubblicita(**dict(zip(nomi, dati, strict=True)))
    assert [violazione.codice for violazione in trovate] == codici


@pytest.mark.parametrize(
    ("altro", "codici"),
    [
        ({}, []),
        ({"palese": False}, ["segreta"]),
        ({"chiusa": True}, ["chiusa"]),
        ({"ha_votato_contro": False}, ["non_contrario"]),
        ({"contrari": 0}, ["non_contrario"]),
        ({"contrari": None}, ["non_contrario"]),
        ({"gia_scritti": 2}, ["troppi"]),
    ],
)
def test_whose_name_is_written_against(altro, codici):
    dati = {
        "palese": True, "contrari": 2, "gia_scritti": 1, "ha_votato_contro": True, "chiusa": False,
    } | altro  # fmt: skip
    assert [violazione.codice for violazione in verifica_nome_contrario(**dati)] == codici


# What is in force. Deliberation n is adopted on day n: an effect goes from a later to an earlier.

M, R, RAT = AttoEffetto.MODIFICA, AttoEffetto.REVOCA, AttoEffetto.RATIFICA


def effetto(da, su, atto, in_parte=False):
    return Effetto(da, su, atto, giorno(da), in_parte)


def al(n, *effetti):
    return Vigenze.al(giorno(n), effetti)


def test_what_nobody_touched_is_in_force():
    vigenza = al(9).di(1)
    assert vigenza.in_vigore
    assert not vigenza.subiti


def test_a_revocation_holds_from_its_day():
    revoca = effetto(5, 1, R)
    assert al(4, revoca).di(1).in_vigore
    assert al(5, revoca).di(1).revocata_da == 5
    assert al(9, revoca).revocati() == {1}


def test_a_partial_revocation_leaves_the_rest():
    vigenza = al(9, effetto(5, 1, R, in_parte=True), effetto(6, 1, R, in_parte=True)).di(1)
    assert vigenza.in_vigore
    assert [e.da for e in vigenza.subiti] == [5, 6]
    assert vigenza.insieme == (5, 6)


def test_a_chain_of_changes_is_read_together():
    catena = (effetto(2, 1, M), effetto(3, 2, M, in_parte=True), effetto(4, 1, RAT))
    vigenza = al(9, *catena).di(1)
    assert vigenza.insieme == (2, 3)
    assert vigenza.ratificata


def test_what_was_revoked_does_not_come_back_by_itself():
    vigenza = al(9, effetto(2, 1, R), effetto(3, 2, R)).di(1)
    assert not vigenza.in_vigore
    assert [e.da for e in vigenza.non_rivive] == [2]


def test_a_revoked_change_is_told_and_not_read_any_more():
    vigenza = al(9, effetto(2, 1, M), effetto(3, 2, R)).di(1)
    assert vigenza.in_vigore
    assert vigenza.insieme == ()
    assert [e.da for e in vigenza.non_rivive] == [2]


def test_what_comes_after_a_revocation_has_no_effect():
    vigenza = al(9, effetto(2, 1, R), effetto(3, 1, M)).di(1)
    assert vigenza.revocata_da == 2
    assert [e.da for e in vigenza.senza_effetto] == [3]
    assert vigenza.insieme == ()


coppie = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted).filter(lambda c: c[0] < c[1])
effetti = st.lists(
    st.builds(
        lambda coppia, atto, in_parte: effetto(coppia[1], coppia[0], atto, in_parte),
        coppie, st.sampled_from(AttoEffetto), st.booleans(),
    ),
    unique_by=lambda e: (e.da, e.su),
    max_size=20,
)  # fmt: skip


@given(effetti, st.integers(1, 12), st.integers(0, 14))
def test_what_is_revoked_stays_revoked(tutti, atto, n):
    prima, dopo = al(n, *tutti).di(atto), al(n + 1, *tutti).di(atto)
    assert prima.in_vigore or not dopo.in_vigore


@given(effetti, st.integers(1, 12), st.randoms(use_true_random=False))
def test_the_order_in_which_effects_are_kept_does_not_matter(tutti, atto, caso):
    rimescolati = sorted(tutti, key=lambda _: caso.random())
    assert al(14, *tutti).di(atto) == al(14, *rimescolati).di(atto)


@given(effetti, st.integers(1, 12))
def test_only_a_whole_revocation_takes_an_act_away(tutti, atto):
    vigenza = al(14, *tutti).di(atto)
    intere = [e for e in tutti if e.su == atto and e.atto is R and not e.in_parte]
    assert vigenza.in_vigore is not bool(intere)
    assert vigenza.revocata_da == min((e.da for e in intere), default=None)


@given(effetti, st.integers(1, 12))
def test_effects_are_all_told_once_and_what_is_read_together_is_in_force(tutti, atto):
    vigenze = al(14, *tutti)
    vigenza = vigenze.di(atto)
    detti = [*vigenza.subiti, *vigenza.senza_effetto]
    assert sorted(e.da for e in detti) == sorted(e.da for e in tutti if e.su == atto)
    assert not set(vigenza.insieme) & vigenze.revocati()
    assert len(set(vigenza.insieme)) == len(vigenza.insieme)
    assert atto not in vigenza.insieme


@given(effetti, st.integers(1, 12), st.integers(1, 12))
def test_an_act_is_touched_only_by_what_is_done_to_it_or_to_what_changed_it(tutti, atto, altro):
    prima = al(14, *tutti).di(atto)
    if atto == altro or altro in {e.da for e in tutti} or altro in {e.su for e in tutti}:
        return
    dopo = al(14, *tutti, Effetto(13, altro, R, giorno(13))).di(atto)
    assert prima == dopo


@pytest.mark.parametrize(
    ("altro", "codici"),
    [
        ({}, []),
        ({"viene_prima": False}, ["prima"]),
        ({"stesso_organo": False}, ["organo"]),
        ({"stesso_organo": False, "atto": RAT}, []),
        ({"revocata": True}, ["revocata"]),
        ({"gia_detto": True}, ["gia_detto"]),
    ],
)
def test_what_a_deliberation_may_do_to_another(altro, codici):
    dati = {
        "atto": M, "stesso_organo": True, "viene_prima": True, "revocata": False,
        "gia_detto": False,
    } | altro  # fmt: skip
    assert [violazione.codice for violazione in verifica_effetto(**dati)] == codici
