"""What a ballot says, how a box is counted, who is elected, what the figures give away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import ParitaPersone
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import Scelta
from organi_collegiali.rules.urna.avvertenze import prima_di_aprire, prima_di_proclamare
from organi_collegiali.rules.urna.liste import ListaDiCandidati, verifica_lista
from organi_collegiali.rules.urna.preferenze import (
    Candidato,
    RegoleElezione,
    giudica_elezione,
    verifica_sorteggio,
)
from organi_collegiali.rules.urna.schede import (
    BIANCA,
    LUNGHEZZA,
    Conteggio,
    Foglio,
    SchedaIlleggibile,
    conta_schede,
    leggi_scheda,
    scrivi_scheda,
)
from organi_collegiali.rules.urna.spoglio import Spoglio, verifica_seggio, verifica_spoglio

ANZIANITA = Valore(ParitaPersone.ANZIANITA, "art. 9")
SORTEGGIO = Valore(ParitaPersone.SORTEGGIO, "O.M. 215/1991")
posti = st.lists(st.integers(1, 200).map(str), unique=True, max_size=9)


# The ballot


@given(posti)
def test_every_ballot_is_as_long_as_every_other_and_reads_back(scelte):
    scheda = scrivi_scheda(scelte)
    assert len(scheda) == LUNGHEZZA
    lette = leggi_scheda(scheda)
    assert lette == BIANCA if not scelte else set(lette.split(",")) == set(scelte)


@given(posti, st.randoms(use_true_random=False))
def test_the_order_of_the_preferences_is_no_mark(scelte, caso):
    mescolate = caso.sample(scelte, len(scelte))
    assert scrivi_scheda(scelte) == scrivi_scheda(mescolate)


def test_what_does_not_fit_is_not_cut():
    with pytest.raises(ValueError, match="lunga"):
        scrivi_scheda([str(n) for n in range(1000, 1020)])


@pytest.mark.parametrize("contenuto", [b"", b"favorevole", b"\xff" * LUNGHEZZA])
def test_what_is_not_a_ballot_is_not_read(contenuto):
    with pytest.raises(SchedaIlleggibile):
        leggi_scheda(contenuto)


# The count


@given(st.lists(st.sampled_from([*map(str, Scelta), "bianca", "nulla", "altro", "1"])))
def test_every_ballot_is_counted_once(schede):
    conto = conta_schede(schede, posti={})
    voti = conto.favorevoli + conto.contrari + conto.astenuti + conto.bianche + conto.nulle
    assert voti == conto.schede == len(schede)
    assert conto.favorevoli == schede.count("favorevole")
    assert conto.nulle == sum(schede.count(s) for s in ("nulla", "altro", "1"))


@pytest.mark.parametrize(
    ("scheda", "nulle"), [("1,2", 0), ("1,2,3", 1), ("1,1", 1), ("4", 1), ("bianca", 0), ("", 1)]
)
def test_a_ballot_that_says_too_much_is_void(scheda, nulle):
    conto = conta_schede([scheda], posti={"1": 11, "2": 12, "3": 13}, preferenze=2)
    assert conto.nulle == nulle
    assert sum(conto.per_proposta.values()) == (2 if scheda == "1,2" else 0)


def test_preferences_go_to_the_ids_of_the_list():
    conto = conta_schede(["1", "2", "2", "bianca"], posti={"1": 71, "2": 72})
    assert (conto.per_proposta, conto.bianche) == ({71: 1, 72: 2}, 1)


@pytest.mark.parametrize(
    ("conteggio", "unanime"),
    [
        (Conteggio(favorevoli=7, schede=7), True),
        (Conteggio(favorevoli=6, contrari=1, schede=7), False),
        (Conteggio(bianche=3, schede=3), True),
        (Conteggio(per_proposta={1: 4, 2: 0}, schede=4), True),
        (Conteggio(per_proposta={1: 3, 2: 1}, schede=4), False),
        (Conteggio(), False),
    ],
)
def test_unanimous_figures_tell_how_each_voted(conteggio, unanime):
    assert conteggio.unanime is unanime
    assert [m.regola for m in prima_di_proclamare(conteggio)] == ["unanimita"] * unanime


@pytest.mark.parametrize(
    ("votanti", "mancano", "attese"),
    [
        (0, 3, ["mancano"]),
        (4, 0, ["pochi", "unanimita_possibile"]),
        (5, 0, ["unanimita_possibile"]),
        (1, 2, ["mancano", "pochi", "unanimita_possibile"]),
    ],
)
def test_what_is_said_before_opening(votanti, mancano, attese):
    assert [m.regola for m in prima_di_aprire(votanti, mancano)] == attese


@pytest.mark.parametrize(
    ("scelte", "codici"),
    [
        (["1"], []),
        ([], []),
        (["1", "2"], []),
        (["1", "2", "3"], ["preferenze"]),
        (["9"], ["scelta"]),
    ],
)
def test_what_a_ballot_lets_one_choose(scelte, codici):
    foglio = Foglio({"1": "A", "2": "B", "3": "C"}, {"1": 1, "2": 2, "3": 3}, 2, bianca=True)
    assert [v.codice for v in foglio.contro(scelte)] == codici


# Ballots of paper


@pytest.mark.parametrize(
    ("spoglio", "codici"),
    [
        (Spoglio(10, 6, 3, 1, 0), []),
        (Spoglio(10, 6, 3, 0, 0), ["schede"]),
        (Spoglio(10, 6, 3, 1, 1), ["schede"]),
        (Spoglio(15, 15), ["troppi_votanti"]),
        (Spoglio(2, 0, 0, 2, 1), ["schede"]),
        (Spoglio(10, 0, 0, 1, 1, {1: 5, 2: 3}), []),
        (Spoglio(10, 0, 0, 1, 1, {1: 8, 2: 8}), []),
        (Spoglio(10, 0, 0, 1, 1, {1: 9, 2: 3}), ["preferenze"]),
        (Spoglio(10, 0, 0, 1, 1, {1: 4, 2: 3}), ["preferenze"]),
        (Spoglio(10, 0, 0, 1, 1, {1: 8, 2: 8, 3: 1}), ["preferenze"]),
    ],
)
def test_there_are_as_many_ballots_as_voters(spoglio, codici):
    assert [v.codice for v in verifica_spoglio(spoglio, presenti=14, preferenze=2)] == codici


@pytest.mark.parametrize(
    ("segretario", "scrutatori", "codici"),
    [
        (1, (2, 3), []),
        (1, (2, 2), ["seggio"]),
        (1, (1, 3), ["seggio"]),
        (1, (2, 9), ["scrutatori"]),
    ],
)
def test_the_office_is_of_three_who_are_there(segretario, scrutatori, codici):
    assert [v.codice for v in verifica_seggio(segretario, scrutatori, {1, 2, 3})] == codici


# Who is elected


def candidati(*righe):
    return [
        Candidato(n, f"C{n}", voti, date(anno, 1, 1) if anno else None, sorte)
        for n, (voti, anno, sorte) in enumerate(righe, 1)
    ]


@pytest.mark.parametrize(
    ("righe", "regole", "eletti", "in_sorte"),
    [
        ([(5, 1970, None), (3, 1980, None)], RegoleElezione(1, SORTEGGIO), [1], []),
        ([(5, 0, None), (3, 0, None), (0, 0, None)], RegoleElezione(3, SORTEGGIO), [1, 2], []),
        ([(4, 1980, None), (4, 1970, None)], RegoleElezione(1, ANZIANITA), [2], []),
        ([(4, 1970, None), (4, 1970, None)], RegoleElezione(1, ANZIANITA), [], [1, 2]),
        ([(4, 0, None), (4, 1970, None)], RegoleElezione(1, ANZIANITA), [], [1, 2]),
        ([(4, 1980, None), (4, 1970, None)], RegoleElezione(1, SORTEGGIO), [], [1, 2]),
        ([(4, 1980, None), (4, 1970, 1)], RegoleElezione(1, SORTEGGIO), [2], []),
        ([(9, 0, None), (4, 0, None), (4, 0, None)], RegoleElezione(2, SORTEGGIO), [1], [2, 3]),
        (
            [(4, 1960, None), (4, 1970, None), (4, 1970, None)],
            RegoleElezione(2, ANZIANITA), [1], [2, 3],
        ),
        ([(9, 0, None), (8, 0, None)], RegoleElezione(1, SORTEGGIO, 10), [], []),
        ([(10, 0, None), (8, 0, None)], RegoleElezione(1, SORTEGGIO, 10), [1], []),
        ([(0, 0, None)], RegoleElezione(1, SORTEGGIO), [], []),
    ],
)  # fmt: skip
def test_who_is_elected(righe, regole, eletti, in_sorte):
    esito = giudica_elezione(candidati(*righe), regole)
    certi = [c.chiave for c in esito.eletti]
    assert (certi, sorted(c.chiave for c in esito.da_sorteggiare)) == (eletti, in_sorte)
    assert esito.perche[-1].fonte


@given(st.lists(st.integers(0, 9), min_size=1, max_size=12), st.integers(1, 6))
def test_nobody_elected_has_fewer_votes_than_who_is_out(voti, quanti):
    chi = [Candidato(n, f"C{n}", v, None, n + 1) for n, v in enumerate(voti)]
    esito = giudica_elezione(chi, RegoleElezione(quanti, SORTEGGIO))
    eletti = {c.chiave for c in esito.eletti} | {c.chiave for c in esito.da_sorteggiare}
    assert len(esito.eletti) + esito.posti_in_sorte == min(quanti, sum(1 for v in voti if v))
    fuori = [c.voti for c in chi if c.chiave not in eletti]
    assert not eletti or not fuori or min(voti[e] for e in eletti) >= max(fuori)


@pytest.mark.parametrize(
    ("estratti", "codici"), [([2], []), ([1, 2], ["sorteggio"]), ([9], ["sorteggio"])]
)
def test_the_lot_is_among_who_is_level(estratti, codici):
    esito = giudica_elezione(
        candidati((4, 0, None), (4, 0, None), (1, 0, None)), RegoleElezione(1, SORTEGGIO)
    )
    assert [v.codice for v in verifica_sorteggio(estratti, esito)] == codici


def test_without_a_tie_there_is_no_lot():
    esito = giudica_elezione(candidati((4, 0, None), (3, 0, None)), RegoleElezione(1, SORTEGGIO))
    assert [v.codice for v in verifica_sorteggio([1], esito)] == ["senza_parita"]


@pytest.mark.parametrize(
    ("lista", "codici"),
    [
        (ListaDiCandidati((1, 2, 3), 2, 1), []),
        (ListaDiCandidati((1,), 2, 1), ["pochi_candidati"]),
        (ListaDiCandidati((1, 1), 2, 1), ["non_eleggibile"]),
        (ListaDiCandidati((1, 9), 2, 1), ["non_eleggibile"]),
        (ListaDiCandidati((1, 2), 2, 3), ["preferenze"]),
        (ListaDiCandidati((1, 2), 2, 0), ["preferenze"]),
    ],
)
def test_what_list_can_be_voted(lista, codici):
    assert [v.codice for v in verifica_lista(lista, {1, 2, 3})] == codici
