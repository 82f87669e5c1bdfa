"""The commission: when and how it is named, and who may read which application."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cpia.norme.rules.motivi import Valore
from cpia.scuola.parole import ROMA
from selezioni_pon.enums import EffettoConflitto, Lettore
from selezioni_pon.rules.commissione import (
    Commissario,
    Dichiarazione,
    Nomina,
    RegoleCommissione,
    da_sostituire,
    verifica_nomina,
)
from selezioni_pon.rules.lettura import Domanda, contro_il_commissario, contro_la_lettura
from selezioni_pon.rules.presenze import verifica_seduta

SCADE = datetime(2026, 3, 16, 13, 0, tzinfo=ROMA)
DOPO = SCADE + timedelta(days=1)
CANDIDATI = {"c1": "Ada Neri", "c2": "Ugo Verdi"}
REGOLE = RegoleCommissione()
ASTIENE = RegoleCommissione(conflitto=Valore(EffettoConflitto.ASTENSIONE, "prassi"))
DICHIARA = Dichiarazione(DOPO)
DOMANDA = Domanda("avviso-1", "c1", SCADE)


def membri(quanti, presidente=True):
    return tuple(
        Commissario(f"m{n}", f"Membro {n}", presidente and n == 1) for n in range(1, quanti + 1)
    )


def codici(violazioni):
    return [una.codice for una in violazioni]


@pytest.mark.parametrize(
    ("quali", "quando", "attesi"),
    [
        (membri(3), DOPO, []),
        (membri(5), DOPO, []),
        (membri(3), SCADE + timedelta(seconds=1), []),
        (membri(3), SCADE, ["prima_della_scadenza"]),
        (membri(3), SCADE - timedelta(days=1), ["prima_della_scadenza"]),
        (membri(4), DOPO, ["componenti_pari"]),
        (membri(2), DOPO, ["pochi_componenti", "componenti_pari"]),
        (membri(1), DOPO, ["pochi_componenti"]),
        ((), DOPO, ["pochi_componenti", "componenti_pari", "presidente"]),
        (membri(3, presidente=False), DOPO, ["presidente"]),
        (
            (*membri(3), Commissario("m2", "Membro 2", supplente=True)),
            DOPO,
            ["componente_ripetuto"],
        ),
        ((*membri(3), Commissario("m9", "Nove", supplente=True)), DOPO, []),
        (
            (*membri(2), Commissario("c2", "Ugo Verdi")),
            DOPO,
            ["candidato_in_commissione"],
        ),
        (
            (*membri(3), Commissario("c2", "Ugo Verdi", supplente=True)),
            DOPO,
            ["candidato_in_commissione"],
        ),
    ],
)
def test_the_naming(quali, quando, attesi):
    assert codici(verifica_nomina(Nomina(quali, quando, SCADE, CANDIDATI), REGOLE)) == attesi


def test_a_school_may_ask_for_another_number():
    regole = RegoleCommissione(Valore(5, "art. 9"), Valore(False, "art. 9"))
    (una,) = verifica_nomina(Nomina(membri(4), DOPO, SCADE, CANDIDATI), regole)
    assert una.testo == "I componenti sono almeno 5: qui 4 componenti."
    assert una.fonte == "art. 9"


def leggi(membro, domanda=DOMANDA, adesso=DOPO, regole=REGOLE, avviso="avviso-1"):
    return codici(contro_il_commissario(membro, domanda, CANDIDATI, adesso, regole, avviso=avviso))


MEMBRO = Commissario("m1", "Membro 1", dichiarazione=DICHIARA)


def test_a_member_reads_after_the_deadline_and_the_declaration():
    assert leggi(MEMBRO) == []


@pytest.mark.parametrize(
    ("membro", "domanda", "adesso", "atteso"),
    [
        (
            replace(MEMBRO, dichiarazione=Dichiarazione(SCADE)),
            DOMANDA,
            SCADE,
            "prima_della_scadenza",
        ),
        (MEMBRO, DOMANDA, DOPO - timedelta(seconds=1), "dichiarazione"),
        (MEMBRO, replace(DOMANDA, inviata=False), DOPO, "bozza"),
        (MEMBRO, replace(DOMANDA, avviso="avviso-2"), DOPO, "altro_avviso"),
        (replace(MEMBRO, dichiarazione=None), DOMANDA, DOPO, "dichiarazione"),
        (replace(MEMBRO, supplente=True), DOMANDA, DOPO, "supplente"),
        (
            replace(MEMBRO, dichiarazione=replace(DICHIARA, senza_condanne=False)),
            DOMANDA,
            DOPO,
            "condanne",
        ),
    ],
)
def test_why_a_member_does_not_read(membro, domanda, adesso, atteso):
    assert leggi(membro, domanda, adesso) == [atteso]


def test_a_conflict_with_one_keeps_from_all_or_from_that_one():
    membro = replace(
        MEMBRO, dichiarazione=replace(DICHIARA, in_conflitto_con=frozenset({"c2", "altrove"}))
    )
    altra = replace(DOMANDA, candidato="c2")
    assert leggi(membro) == leggi(membro, altra) == ["conflitto"]
    assert leggi(membro, regole=ASTIENE) == []
    assert leggi(membro, altra, regole=ASTIENE) == ["conflitto"]
    (una,) = da_sostituire(membro, CANDIDATI, REGOLE)
    assert "Ugo Verdi" in una.testo
    assert not da_sostituire(membro, {"c1": "Ada Neri"}, REGOLE)
    assert not da_sostituire(replace(membro, dichiarazione=None), CANDIDATI, REGOLE)


L = Lettore


@pytest.mark.parametrize(
    ("lettore", "chi", "campi", "adesso", "punti", "attesi"),
    [
        (L.CANDIDATO, "c1", {}, SCADE, False, []),
        (L.CANDIDATO, "c1", {"inviata": False}, SCADE, False, []),
        (L.CANDIDATO, "c2", {}, DOPO, False, ["altrui"]),
        (L.CANDIDATO, "c1", {}, DOPO, True, ["non_pubblicata"]),
        (L.CANDIDATO, "c1", {"pubblicata": True}, DOPO, True, []),
        (L.SEGRETERIA, "s", {}, DOPO, False, []),
        (L.SEGRETERIA, "s", {}, SCADE, False, ["prima_della_scadenza"]),
        (L.SEGRETERIA, "s", {"chiusa": True, "pubblicata": True}, DOPO, True, ["punti"]),
        (L.DIRIGENTE, "d", {}, DOPO, False, []),
        (L.DIRIGENTE, "d", {"inviata": False}, DOPO, False, ["bozza"]),
        (L.DIRIGENTE, "d", {}, DOPO, True, ["lavori_aperti"]),
        (L.DIRIGENTE, "d", {"chiusa": True}, DOPO, True, []),
    ],
)
def test_who_else_reads(lettore, chi, campi, adesso, punti, attesi):
    domanda = replace(DOMANDA, **campi)
    contro = contro_la_lettura(lettore, chi, domanda, adesso, candidati=CANDIDATI, punti=punti)
    assert codici(contro) == attesi


@pytest.mark.parametrize("lettore", [L.SEGRETERIA, L.DIRIGENTE])
@pytest.mark.parametrize("punti", [False, True])
def test_who_has_applied_does_not_open_the_applications_in_the_office(lettore, punti):
    domanda = replace(DOMANDA, chiusa=True)
    (una,) = contro_la_lettura(lettore, "c2", domanda, DOPO, candidati=CANDIDATI, punti=punti)
    assert una.codice == "candidato"
    assert "art. 6-bis" in una.fonte


def test_what_the_law_does_not_say_is_not_told_as_law():
    assert REGOLE.conflitto.fonte.startswith("prassi")
    membro = replace(MEMBRO, dichiarazione=replace(DICHIARA, senza_condanne=False))
    (una,) = da_sostituire(membro, CANDIDATI, REGOLE)
    assert "per analogia" in una.fonte


def test_a_member_is_not_asked_without_the_declaration():
    with pytest.raises(ValueError, match="dichiarazione"):
        contro_la_lettura(L.COMMISSARIO, "m1", DOMANDA, DOPO, candidati=CANDIDATI)


@pytest.mark.parametrize(
    ("presenti", "attesi"),
    [
        ({"m1", "m2", "m3"}, []),
        ({"m1", "m2", "s"}, []),
        ({"m1", "s"}, ["collegio_incompleto"]),
        ({"m1", "m2"}, ["collegio_incompleto"]),
    ],
)
def test_the_commission_judges_with_all_its_members(presenti, attesi):
    tutti = (*membri(3), Commissario("s", "Supplente", supplente=True))
    assert codici(verifica_seduta(tutti, presenti)) == attesi
