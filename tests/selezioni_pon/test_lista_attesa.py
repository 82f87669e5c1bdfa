"""Places and a waiting list: who has one keeps it, the first who waits takes what is free."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.enums import StatoPosto
from selezioni_pon.rules.fila import CON_UN_POSTO, Fila
from selezioni_pon.rules.lista_attesa import assegna, subentra


def fila(*gruppi, prima=()):
    return Fila(tuple(tuple(gruppo) for gruppo in gruppi), "elenco", "scorrimento", prima, "prima")


def stati(assegnazione):
    return {riga.chi: riga.stato.value for riga in assegnazione.righe}


def test_precedences_take_their_places_before_the_list():
    fatta = assegna(fila("a", "b", "c", prima=("x",)), 3)

    assert stati(fatta) == {
        "x": "con_precedenza",
        "a": "ammesso",
        "b": "ammesso",
        "c": "in_attesa",
    }
    assert fatta.riga("c").in_attesa == 1
    assert fatta.riga("x").posizione is None


def test_level_ones_across_the_last_place_wait_for_the_tie_with_the_place():
    fatta = assegna(fila("a", "bc", "d"), 2)

    assert stati(fatta) == {
        "a": "ammesso",
        "b": "da_decidere",
        "c": "da_decidere",
        "d": "in_attesa",
    }
    assert (fatta.liberi, fatta.riga("d").in_attesa) == (0, 2)


def test_level_ones_within_the_places_need_no_decision():
    assert stati(assegna(fila("ab", "c"), 2)) == {
        "a": "ammesso",
        "b": "ammesso",
        "c": "in_attesa",
    }


def test_precedences_over_the_places_are_all_in_and_it_is_said():
    fatta = assegna(fila("a", prima=("x", "y", "z")), 2)

    assert (fatta.oltre, fatta.liberi) == (1, 0)
    assert "1 domanda ha un posto oltre" in fatta.motivi[0].testo
    assert stati(fatta)["a"] == "in_attesa"


def test_the_reason_does_not_speak_against_the_place():
    davanti = assegna(fila("n", "a", "b", "c"), 2, gia_ammessi=("a", "b"))
    assert stati(davanti)["n"] == "in_attesa"
    assert "i posti sono già dati" in davanti.riga("n").motivi[0].testo

    dopo = assegna(fila("a", "b", "c"), 2, rinunce=("a",))
    assert "rientra, perché chi precede ha rinunciato" in dopo.riga("c").motivi[0].testo
    assert dopo.riga("b").motivi[0].testo.endswith("rientra.")


def test_the_first_who_waits_takes_the_place_of_who_leaves():
    lista = fila("a", "b", "c", "d")
    prima = assegna(lista, 2)

    dopo = subentra(lista, prima, {"a"})

    assert dopo.entrano == ("c",)
    assert stati(dopo.dopo) == {
        "a": "rinuncia",
        "b": "ammesso",
        "c": "ammesso",
        "d": "in_attesa",
    }
    assert dopo.motivi[0].testo.startswith("Con 1 rinuncia e 2 posti, 1 domanda entra")


def test_who_is_in_is_not_sent_away_by_one_who_comes_before():
    prima = assegna(fila("a", "b"), 2)

    dopo = subentra(fila("n", "a", "b"), prima, ())

    assert dopo.entrano == ()
    assert stati(dopo.dopo)["n"] == "in_attesa"


def test_who_renounced_before_stays_out_and_more_places_let_more_in():
    lista = fila("a", "b", "c")
    prima = subentra(lista, assegna(lista, 1), {"a"}).dopo

    dopo = subentra(lista, prima, (), posti=2)

    assert dopo.entrano == ("c",)
    assert stati(dopo.dopo)["a"] == "rinuncia"


def test_a_wrong_list_and_wrong_places_are_refused():
    with pytest.raises(ValueError, match="due volte"):
        fila("a", "a")
    with pytest.raises(ValueError, match="meno di zero"):
        assegna(fila("a"), -1)
    with pytest.raises(KeyError):
        assegna(fila("a"), 1).riga("z")


@st.composite
def liste(draw):
    numeri = count()
    prima = tuple(str(next(numeri)) for _ in range(draw(st.integers(0, 3))))
    misure = draw(st.lists(st.integers(1, 3), max_size=6))
    gruppi = [[str(next(numeri)) for _ in range(misura)] for misura in misure]
    return fila(*gruppi, prima=prima)


@given(liste(), st.integers(0, 12))
def test_never_more_than_the_places_and_none_left_while_somebody_waits(lista, posti):
    fatta = assegna(lista, posti)
    dentro = len(fatta.con(*CON_UN_POSTO))

    assert dentro <= max(posti, len(lista.con_precedenza))
    assert dentro == posti - fatta.liberi + fatta.oltre or fatta.con(StatoPosto.DA_DECIDERE)
    if fatta.con(StatoPosto.IN_ATTESA):
        assert fatta.liberi == 0
    assert len(fatta.righe) == len(lista.con_precedenza) + sum(map(len, lista.gruppi))


@given(liste(), st.integers(0, 12), st.data())
def test_leaving_never_takes_a_place_from_who_stays(lista, posti, data):
    prima = assegna(lista, posti)
    tutti = [riga.chi for riga in prima.righe]
    lasciano = data.draw(st.sets(st.sampled_from(tutti))) if tutti else set()

    dopo = subentra(lista, prima, lasciano)

    assert set(prima.con(*CON_UN_POSTO)) - lasciano <= set(dopo.dopo.con(*CON_UN_POSTO))
    assert not lasciano & set(dopo.entrano)
