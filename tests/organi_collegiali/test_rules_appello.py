"""The roll call: hours as they are said, answers already given, what a vote has counted."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cpia.norme.enums import RegolaQuorum
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import Presenza, Risposta
from organi_collegiali.rules.aula import appello
from organi_collegiali.rules.aula.conto import in_breve
from organi_collegiali.rules.aula.iniziali import inizia
from organi_collegiali.rules.aula.presenze import Movimento, presenti
from organi_collegiali.rules.aula.quorum import giudica_presenze, quanti

ROMA = ZoneInfo("Europe/Rome")
APERTA = datetime(2024, 6, 5, 17, 34, 20, tzinfo=ROMA)
ADESSO = datetime(2024, 6, 5, 18, 46, 50, tzinfo=ROMA)
META_PIU_UNO = Valore(RegolaQuorum.META_PIU_UNO, "art. 37 c. 2")
NESSUN_MINIMO = Valore(0, "prassi")


def alle(ora, minuti, secondi=0):
    return datetime(2024, 6, 5, ora, minuti, secondi, tzinfo=ROMA)


def giudizio(presenti, in_carica=19):
    return giudica_presenze(in_carica, presenti, regola=META_PIU_UNO, minimo=NESSUN_MINIMO)


@pytest.mark.parametrize(
    ("scritta", "dopo", "attesa"),
    [
        (None, None, ADESSO),
        (time(18, 20), None, alle(18, 20)),
        (time(18, 46), None, ADESSO),  # this very minute is now
        (time(17, 34), None, APERTA),  # the minute of the opening is the opening
        (time(18, 31), alle(18, 31, 40), alle(18, 31, 40)),  # in and out within a minute
        (time(17, 20), None, alle(17, 20)),  # before the opening: refused by the check
        (time(19, 10), None, alle(19, 10)),  # not yet: refused by the check
    ],
)
def test_an_hour_names_an_instant(scritta, dopo, attesa):
    assert appello.istante(scritta, adesso=ADESSO, dal=APERTA, dopo=dopo) == attesa


def test_after_midnight_the_hours_of_the_evening_are_of_the_day_before():
    dal = alle(21, 0)
    adesso = alle(0, 20) + timedelta(days=1)
    assert appello.istante(time(23, 50), adesso=adesso, dal=dal) == alle(23, 50)
    assert appello.istante(time(0, 10), adesso=adesso, dal=dal) == alle(0, 10) + timedelta(days=1)


@pytest.mark.parametrize(
    ("quando", "codici"),
    [(alle(17, 20), ["ora"]), (alle(19, 10), ["ora"]), (alle(18, 0), []), (APERTA, [])],
)
def test_nobody_moves_before_the_opening_or_in_the_future(quando, codici):
    trovate = appello.verifica_istante(quando, adesso=ADESSO, dal=APERTA)
    assert [v.codice for v in trovate] == codici


@pytest.mark.parametrize(
    ("dentro", "risposta", "presenza", "attesa"),
    [
        (True, "", "", Presenza.PRESENTE),
        (True, Risposta.ASSENTE, Presenza.ASSENTE_GIUSTIFICATO, Presenza.PRESENTE),
        (False, Risposta.ASSENTE, "", Presenza.ASSENTE_GIUSTIFICATO),
        (False, Risposta.PRESENTE, "", Presenza.ASSENTE_INGIUSTIFICATO),
        (False, "", "", Presenza.ASSENTE_INGIUSTIFICATO),
        (False, "", Presenza.ASSENTE_GIUSTIFICATO, Presenza.ASSENTE_GIUSTIFICATO),
        (False, Risposta.ASSENTE, Presenza.ASSENTE_INGIUSTIFICATO, Presenza.ASSENTE_INGIUSTIFICATO),
    ],
)
def test_an_answer_already_given_justifies(dentro, risposta, presenza, attesa):
    assert (
        appello.presenza_all_appello(dentro=dentro, risposta=risposta, presenza=presenza) is attesa
    )


@pytest.mark.parametrize(
    ("adesso", "quanti_sono", "apre", "deserta"),
    [
        (alle(17, 29), 14, ["troppo_presto"], ["troppo_presto", "valida"]),
        (alle(17, 30), 14, [], ["valida"]),
        (alle(17, 30), 10, [], ["valida"]),
        (alle(17, 30), 9, ["numero_legale"], []),
        (alle(17, 0), 9, ["troppo_presto", "numero_legale"], ["troppo_presto"]),
    ],
)
def test_a_sitting_opens_with_the_legal_number_or_is_deserted(adesso, quanti_sono, apre, deserta):
    caso = {"inizio": alle(17, 30), "giudizio": giudizio(quanti_sono)}
    assert [v.codice for v in appello.verifica_apertura(adesso, **caso)] == apre
    assert [v.codice for v in appello.verifica_deserta(adesso, **caso)] == deserta


@given(in_carica=st.integers(1, 200), presenti=st.integers(0, 200))
def test_a_sitting_can_always_be_opened_or_declared_deserted_never_both(in_carica, presenti):
    caso = {"inizio": alle(17, 30), "giudizio": giudizio(min(presenti, in_carica), in_carica)}
    si_apre = not appello.verifica_apertura(alle(17, 30), **caso)
    e_deserta = not appello.verifica_deserta(alle(17, 30), **caso)
    assert si_apre != e_deserta


def entra(chi, quando):
    return Movimento(chi, quando, entra=True)


def esce(chi, quando):
    return Movimento(chi, quando, entra=False)


APPELLO = [entra("Anna", APERTA), entra("Bruno", APERTA), entra("Carla", alle(17, 50))]


@pytest.mark.parametrize(
    ("dopo", "votate", "codici"),
    [
        ([*APPELLO, esce("Anna", alle(18, 20))], [], []),
        ([*APPELLO, entra("Anna", alle(18, 20))], [], ["ordine"]),
        ([*APPELLO, esce("Dario", alle(18, 20))], [], ["ordine"]),
        (APPELLO[1:], [], []),
        (APPELLO[1:], [alle(18, 0)], ["votazione"]),
        ([*APPELLO, esce("Anna", alle(18, 20))], [alle(18, 0)], []),
        ([*APPELLO, esce("Anna", alle(17, 55))], [alle(18, 0)], ["votazione"]),
        ([*APPELLO[:2], entra("Carla", alle(18, 10))], [alle(18, 0)], ["votazione"]),
        ([*APPELLO[:2], entra("Carla", alle(17, 40))], [alle(18, 0)], []),
    ],
)
def test_what_a_vote_has_counted_stays(dopo, votate, codici):
    trovate = appello.verifica_movimenti(APPELLO, dopo, votate=votate)
    assert [v.codice for v in trovate] == codici


@given(
    minuti=st.lists(st.tuples(st.integers(1, 4), st.integers(0, 90)), max_size=20),
    voto=st.integers(0, 90),
    tolto=st.integers(0, 19),
)
def test_a_correction_that_is_allowed_never_changes_who_voted(minuti, voto, tolto):
    dentro, prima = set(), []
    for chi, minuto in sorted(minuti, key=lambda riga: riga[1]):
        prima.append(Movimento(chi, APERTA + timedelta(minutes=minuto), entra=chi not in dentro))
        dentro ^= {chi}
    assume(tolto < len(prima))
    dopo = prima[:tolto] + prima[tolto + 1 :]
    quando = APERTA + timedelta(minutes=voto)
    if not appello.verifica_movimenti(prima, dopo, votate=[quando]):
        assert presenti(dopo, quando) == presenti(prima, quando)


@pytest.mark.parametrize(("prevista", "codici"), [(True, []), (False, ["a_distanza"])])
def test_from_afar_only_where_the_regulation_says_so(prevista, codici):
    regola = Valore(prevista, "art. 5", "art. 12: solo in presenza")
    trovate = appello.verifica_a_distanza(a_distanza=True, regola=regola)
    assert [v.codice for v in trovate] == codici
    assert not prevista or not trovate
    assert all("art. 12" in v.testo for v in trovate)


@pytest.mark.parametrize(
    ("nome", "lettere", "trova"),
    [
        ("Talamonti Bice", "tal", True),
        ("Talamonti Bice", "bi", True),
        ("Talamonti Bice", "monti", False),
        ("D’Ascanio Niccolò", "d'a", True),
        ("D’Ascanio Niccolò", "niccolo", True),
        ("De Carli Ùrsula", "urs", True),
        ("De Carli Ùrsula", "de c", True),
        ("De Carli Ùrsula", "", True),
    ],
)
def test_first_letters(nome, lettere, trova):
    assert inizia(nome, lettere) is trova


@pytest.mark.parametrize(
    ("regola", "in_carica", "legale", "conto"),
    [
        (RegolaQuorum.META_PIU_UNO, 19, 10, "metà più uno di 19, 19 : 2 = 9, più 1"),
        (RegolaQuorum.META_PIU_UNO, 20, 11, "metà più uno di 20, 20 : 2 = 10, più 1"),
        (RegolaQuorum.META, 5, 3, "metà di 5, 5 : 2 = 3, per eccesso"),
        (RegolaQuorum.META, 4, 2, "metà di 4, 4 : 2 = 2"),
        (RegolaQuorum.TUTTI, 11, 11, "tutti gli 11 componenti"),
        (RegolaQuorum.TUTTI, 9, 9, "tutti i 9 componenti"),
        (RegolaQuorum.META_PIU_UNO, 3, 3, "almeno 3"),
    ],
)
def test_the_sum_of_the_legal_number(regola, in_carica, legale, conto):
    assert quanti(regola, in_carica) <= legale
    assert in_breve(regola, in_carica, legale) == conto
