"""The shipped rules that are no grid: each citation whole, and nothing badly written gets in."""

from dataclasses import fields, is_dataclass

import pytest

from cpia.norme.rules.motivi import Valore
from selezioni_pon import regolamenti
from selezioni_pon.griglie import slug_disponibili
from selezioni_pon.rules.funzioni_strumentali.da_dati import funzioni_da
from selezioni_pon.rules.griglia.tabella import Tabella
from selezioni_pon.rules.infanzia.da_dati import infanzia_da
from selezioni_pon.rules.iscrizioni_albo import albo_da
from selezioni_pon.rules.scritte import Scritte
from tests.selezioni_pon.scena_altri_casi import (
    FUNZIONI,
    INFANZIA,
    NAPOLI,
    PARAMETRI_FUNZIONI,
    PARAMETRI_INFANZIA,
    PORTO_VENERE,
)

ALBO = regolamenti.albo_esperti(PORTO_VENERE, Valore(1, "prassi"))


def ogni_testo(oggetto):
    """Every text inside, whatever it is in."""
    if isinstance(oggetto, str):
        yield str(oggetto)
    elif is_dataclass(oggetto):
        for campo in fields(oggetto):
            yield from ogni_testo(getattr(oggetto, campo.name))
    elif isinstance(oggetto, tuple):
        for uno in oggetto:
            yield from ogni_testo(uno)


@pytest.mark.parametrize("regole", [INFANZIA.ordine, FUNZIONI.fonti, ALBO], ids=str)
def test_citations_name_their_act(regole):
    citate = [testo for testo in ogni_testo(regole) if testo not in {"prassi", ""}]

    assert citate
    assert all(testo.startswith(("IC di Porto Venere", "CPIA Napoli")) for testo in citate)


def test_four_areas_each_with_its_source():
    assert [area.sigla for area in FUNZIONI.aree] == ["1", "2", "3", "4"]
    assert FUNZIONI.area("3").titolo == "Progetti"
    assert FUNZIONI.area("5") is None


def test_rules_are_no_grids():
    assert not [slug for slug in slug_disponibili() if "regole" in slug or "albo" in slug]
    assert {f"{PORTO_VENERE}/infanzia", f"{NAPOLI}/funzioni-strumentali"} <= set(slug_disponibili())


@pytest.mark.parametrize(
    ("leggi", "origine"),
    [
        (lambda dove: regolamenti.infanzia(dove, PARAMETRI_INFANZIA), NAPOLI),
        (
            lambda dove: regolamenti.funzioni_strumentali(dove, PARAMETRI_FUNZIONI),
            PORTO_VENERE,
        ),
        (lambda dove: regolamenti.albo_esperti(dove, Valore(1, "")), "nessuna"),
    ],
)
def test_a_school_without_the_rules(leggi, origine):
    with pytest.raises(KeyError):
        leggi(origine)


@pytest.mark.parametrize(
    "leggi",
    [
        lambda dati: infanzia_da(dati, "x", PARAMETRI_INFANZIA),
        lambda dati: funzioni_da(dati, "x", PARAMETRI_FUNZIONI),
        lambda dati: albo_da(dati, "x", Valore(1, "")),
    ],
)
@pytest.mark.parametrize("dati", [{}, {"fonte": "atto"}, {"fonte": "atto", "altro": 1}])
def test_what_is_missing_or_unknown_is_refused_with_its_place(leggi, dati):
    with pytest.raises(ValueError, match=r"^x"):
        leggi(dati)


@pytest.mark.parametrize("scritto", ["30 aprile", "31/02", "4-30", "/"])
def test_a_day_badly_written_is_refused(scritto):
    with pytest.raises(ValueError, match=r"x\.entro"):
        Scritte(Tabella({"entro": scritto}, "x"), "atto").giorno("entro")


def test_a_part_that_is_no_table_is_refused():
    with pytest.raises(ValueError, match=r"x\.posti: serve una tabella"):
        Scritte(Tabella({"posti": 3}, "x"), "atto").parte("posti")
