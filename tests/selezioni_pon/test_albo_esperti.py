"""The register of experts: for which calls an entry holds, and until when."""

from datetime import date

import pytest

from cpia.norme.rules.motivi import Valore
from selezioni_pon import regolamenti
from selezioni_pon.rules.albo_esperti import scadenza, valide_per
from selezioni_pon.rules.iscrizioni_albo import IscrizioneAlbo
from tests.selezioni_pon.scena_altri_casi import PORTO_VENERE

UN_ANNO = Valore(1, "prassi d’istituto")
ALBO = regolamenti.albo_esperti(PORTO_VENERE, UN_ANNO)
GIORNO = date(2026, 3, 1)


def iscrizione(chi="Elsa Neri", settori=("Musica", "Teatro"), dal=date(2025, 10, 1), **altro):
    return IscrizioneAlbo(chi, chi, frozenset(settori), dal, **altro)


def giudizio(settore="musica", giorno=GIORNO, **altro):
    (una,) = valide_per([iscrizione(**altro)], settore, giorno, ALBO)
    return una


@pytest.mark.parametrize(
    ("dal", "anni", "fine"),
    [
        (date(2025, 9, 1), 1, date(2026, 8, 31)),
        (date(2026, 8, 31), 1, date(2026, 8, 31)),
        (date(2025, 10, 1), 3, date(2028, 8, 31)),
    ],
)
def test_until_the_end_of_its_school_years(dal, anni, fine):
    assert scadenza(dal, Valore(anni, "")) == fine


@pytest.mark.parametrize(
    ("altro", "codici"),
    [
        ({}, []),
        ({"settore": "  MUSICA "}, []),
        ({"settore": "danza"}, ["altro_settore"]),
        ({"giorno": date(2026, 8, 31)}, []),
        ({"giorno": date(2026, 9, 1)}, ["scaduta"]),
        ({"giorno": date(2025, 9, 30)}, ["non_ancora_iscritto"]),
        ({"cancellato_il": GIORNO}, ["cancellata"]),
        ({"cancellato_il": date(2026, 3, 2)}, []),
        ({"requisiti": False}, ["requisiti"]),
        ({"docente_di_altra_scuola": True}, ["docente_di_altra_scuola"]),
        ({"cooperativa": "Onda"}, ["documenti_cooperativa"]),
        ({"cooperativa": "Onda", "documenti_cooperativa": True}, []),
        ({"settori": (), "requisiti": False}, ["altro_settore", "requisiti"]),
    ],
)
def test_which_entries_hold(altro, codici):
    una = giudizio(**altro)

    assert [contro.codice for contro in una.violazioni] == codici
    assert una.vale is not bool(codici)
    assert bool(una.motivi) is una.vale


def test_what_a_contract_still_needs():
    regole = [motivo.regola for motivo in giudizio(dipendente_pubblico=True).motivi]

    assert regole == ["iscrizione_valida", "senza_obbligo", "autorizzazione"]
    con_coop = giudizio(cooperativa="Onda", documenti_cooperativa=True)
    assert con_coop.motivi[-1].regola == "cooperativa"


def test_the_register_is_alphabetical_and_gives_no_precedence():
    iscritti = [iscrizione("Zeno"), iscrizione("Àida"), iscrizione("bruno")]

    assert [una.iscrizione.nome for una in valide_per(iscritti, "teatro", GIORNO, ALBO)] == [
        "Àida",
        "bruno",
        "Zeno",
    ]
    assert "art. 6 c. 1" in giudizio().motivi[1].fonte
