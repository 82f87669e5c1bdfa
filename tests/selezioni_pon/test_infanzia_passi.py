"""When each version of the list may be made, what an application must show, early by section."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.enums import GruppoPrecedenza, TipoVersione
from selezioni_pon.rules.infanzia.domanda import (
    DomandaScritta,
    SezioneContata,
    contro_l_arrivo,
    contro_la_domanda,
)
from selezioni_pon.rules.infanzia.passi import Momento, contro_il_passo, contro_le_osservazioni
from selezioni_pon.rules.infanzia.per_sezione import ripartisci
from tests.selezioni_pon.scena_altri_casi import ANNO, INFANZIA

OGGI = date(2026, 2, 10)
T = TipoVersione
DISABILITA, IN_CARICO = GruppoPrecedenza.DISABILITA, GruppoPrecedenza.SERVIZI_SOCIALI
DOPO_IL_TERMINE = Momento(
    oggi=OGGI,
    entro=date(2026, 1, 31),
    sezioni=1,
    domande=30,
    ultima=None,
    osservazioni_entro=None,
    da_decidere=0,
    contati_il=date(2026, 8, 30),
    da_contare=0,
    anticipi=2,
)
PROVVISORIA = {"ultima": T.PROVVISORIA, "osservazioni_entro": date(2026, 2, 9)}
CONTATI = {"ultima": T.DEFINITIVA, "oggi": date(2026, 8, 30)}


@pytest.mark.parametrize(
    ("tipo", "cambio", "codici"),
    [
        (T.PROVVISORIA, {}, []),
        (T.PROVVISORIA, {"oggi": date(2026, 1, 31)}, ["termine_aperto"]),
        (T.PROVVISORIA, {"sezioni": 0, "domande": 0}, ["senza_sezioni", "senza_domande"]),
        (T.PROVVISORIA, {"ultima": T.PROVVISORIA, "da_decidere": 2}, []),
        (T.PROVVISORIA, {"ultima": T.SCORRIMENTO}, ["gia_definitivo"]),
        (T.DEFINITIVA, PROVVISORIA, []),
        (T.DEFINITIVA, {}, ["non_provvisorio"]),
        (T.DEFINITIVA, {"ultima": T.DEFINITIVA}, ["non_provvisorio"]),
        (T.DEFINITIVA, PROVVISORIA | {"osservazioni_entro": OGGI}, ["osservazioni_aperte"]),
        (T.DEFINITIVA, PROVVISORIA | {"da_decidere": 2}, ["parita_aperta"]),
        (T.SCORRIMENTO, {"ultima": T.DEFINITIVA}, []),
        (T.SCORRIMENTO, PROVVISORIA, ["non_definitivo"]),
        (T.SCORRIMENTO, {"ultima": T.SCORRIMENTO, "da_decidere": 2}, ["parita_aperta"]),
        (T.ANTICIPI, CONTATI, []),
        (T.ANTICIPI, CONTATI | {"oggi": date(2026, 8, 29)}, ["prima_del_conteggio"]),
        (T.ANTICIPI, CONTATI | {"da_contare": 1, "anticipi": 0},
         ["sezioni_da_contare", "nessun_anticipo"]),
    ],
)  # fmt: skip
def test_when_a_version_may_be_made(tipo, cambio, codici):
    trovate = contro_il_passo(tipo, replace(DOPO_IL_TERMINE, **cambio), INFANZIA)

    assert [una.codice for una in trovate] == codici


@pytest.mark.parametrize(
    ("entro", "quante"), [(None, 1), (OGGI, 1), (date(2026, 2, 11), 0), (date(2026, 1, 1), 1)]
)
def test_families_have_one_day_at_least(entro, quante):
    assert len(contro_le_osservazioni(entro, OGGI)) == quante


def scritta(**altro):
    return DomandaScritta(**{"nascita": date(2022, 6, 1), "presentata": date(2026, 1, 20)} | altro)


@pytest.mark.parametrize(
    ("cambio", "campi"),
    [
        ({}, []),
        ({"nascita": date(2019, 5, 1)}, ["data_nascita"]),
        ({"nascita": date(2023, 5, 1)}, ["data_nascita"]),
        ({"nascita": date(2023, 4, 30)}, []),
        ({"presentata": date(2026, 2, 11)}, ["presentata_il"]),
        ({"residenza_dal": date(2025, 1, 1)}, ["residenza_dal"]),
        ({"da_quale_atto": "prot. 4"}, ["precedenza"]),
        ({"precedenza": DISABILITA, "da_quale_atto": "prot. 4"}, ["residente"]),
        ({"precedenza": DISABILITA, "residente": True}, ["precedenza_da"]),
        ({"precedenza": IN_CARICO, "da_quale_atto": "prot. 4"}, []),
        ({"precedenza": IN_CARICO, "da_quale_atto": " "}, ["precedenza_da"]),
    ],
)
def test_what_an_application_must_show(cambio, campi):
    trovate = contro_la_domanda(scritta(**cambio), ANNO, OGGI, INFANZIA)

    assert [una.campo for una in trovate] == campi


def test_a_precedence_that_the_school_does_not_have_is_refused():
    regole = replace(INFANZIA, precedenze=())
    [una] = contro_la_domanda(
        scritta(precedenza=IN_CARICO, da_quale_atto="prot. 4"), ANNO, OGGI, regole
    )

    assert una.codice == "precedenza_ignota"


@pytest.mark.parametrize(
    ("sezioni", "presentata", "residenza", "entra"),
    [
        ([(24, 2)], date(2025, 8, 30), None, True),
        ([(24, 2)], date(2025, 9, 10), None, False),
        ([(24, 2)], date(2025, 9, 10), date(2025, 9, 1), True),
        ([(25, 2)], date(2025, 9, 10), date(2025, 9, 1), False),
        ([(24, 2), (20, 0)], date(2025, 9, 10), None, True),
        ([], date(2025, 9, 10), None, True),
    ],
)
def test_after_the_count_one_section_is_enough(sezioni, presentata, residenza, entra):
    chiesta = scritta(presentata=presentata, residente=True, residenza_dal=residenza)
    contate = [SezioneContata(*una) for una in sezioni]

    trovate = contro_l_arrivo(chiesta, contate, date(2025, 8, 30), INFANZIA.anticipi)

    assert (trovate == []) is entra


def test_the_smallest_section_takes_early_children_first():
    trovati = ripartisci([("A", 24), ("B", 17)], 3, 0, INFANZIA.anticipi)

    assert trovati.per_sezione == (1, 2)
    assert trovati.in_tutto == 3
    assert trovati.motivi[0].testo.startswith("Sezione B. ")


def test_nobody_early_while_somebody_waits():
    assert ripartisci([("A", 17)], 3, 1, INFANZIA.anticipi).per_sezione == (0,)


@given(st.lists(st.integers(0, 30), max_size=4), st.integers(0, 12))
def test_never_more_than_those_who_ask(iscritti, chiedono):
    nomi = [(str(n), contati) for n, contati in enumerate(iscritti)]
    trovati = ripartisci(nomi, chiedono, 0, INFANZIA.anticipi)

    assert len(trovati.per_sezione) == len(iscritti)
    assert trovati.in_tutto <= chiedono
