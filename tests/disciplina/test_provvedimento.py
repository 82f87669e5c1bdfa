"""What an act needs: a reason long enough, the conversion, the activity, what may be sanctioned."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Valore
from disciplina.cataloghi import catalogo
from disciplina.enums import Provvedimento
from disciplina.rules.conversione import contro_conversione, contro_provvedimento, offerta
from disciplina.rules.fonti import DAL_2025
from disciplina.rules.motivazione import contro_motivazione, parole_chieste, parole_di
from disciplina.rules.principi import (
    Accertamento,
    contro_primaria,
    contro_proposta,
    da_denunciare,
)
from tests.disciplina.scena import (
    NAPOLI,
    PINOCCHIO,
    PORTO_VENERE,
    PRIMA,
    codici,
    nomi,
    parametri,
    sanzione,
)

MINIMI = Valore((10, 30, 60), "prassi")
SOSPENSIONE, AMMONIZIONE = Provvedimento.SOSPENSIONE, Provvedimento.AMMONIZIONE
ACCERTATO = Accertamento(elementi="Due testimoni e il referto.", grave_o_reiterata=True)


@pytest.mark.parametrize(
    ("tipo", "giorni", "parole"),
    [
        (AMMONIZIONE, None, 10),
        (Provvedimento.ATTIVITA_COMUNITA, 5, 10),
        (SOSPENSIONE, 1, 30),
        (SOSPENSIONE, 15, 30),
        (SOSPENSIONE, 16, 60),
        (Provvedimento.ESCLUSIONE_SCRUTINIO, None, 60),
    ],
)
def test_the_graver_the_longer_the_reason(tipo, giorni, parole):
    assert parole_chieste(tipo, giorni, MINIMI) == parole
    assert codici(contro_motivazione("uno " * (parole - 1), tipo, giorni, MINIMI)) == [
        "motivazione_breve"
    ]
    assert contro_motivazione("uno " * parole, tipo, giorni, MINIMI) == []


def test_a_reason_is_always_there():
    for vuota in ("", "  ", "… — !"):
        assert codici(contro_motivazione(vuota, AMMONIZIONE, None, MINIMI)) == [
            "motivazione_mancante"
        ]
    [breve] = contro_motivazione("Ha disturbato.", SOSPENSIONE, 3, MINIMI)
    assert "2 parole" in breve.testo
    assert "almeno 30" in breve.testo


def test_words_and_the_parameter():
    assert parole_di("L’alunno ha detto: «basta», e s'è alzato.") == 7
    letto = parametri(PINOCCHIO)["disciplina.parole_motivazione"].valore
    assert letto == (10, 30, 60)
    assert parole_chieste(SOSPENSIONE, 16, Valore((12,), "regolamento")) == 12


@given(st.integers(1, 60), st.integers(1, 60))
def test_a_longer_suspension_never_wants_fewer_words(uno, altro):
    corta, lunga = sorted((uno, altro))
    chieste = [parole_chieste(SOSPENSIONE, giorni, MINIMI) for giorni in (corta, lunga)]
    assert chieste == sorted(chieste)


@pytest.mark.parametrize(
    ("slug", "codice", "parole", "fonte"),
    [
        (PORTO_VENERE, "sospensione-3", "attività a favore della scuola", "lett. j, c"),
        (PORTO_VENERE, "sospensione-6-15", "può sempre chiedere", "art. 4 c. 5"),
        (NAPOLI, "sospensione", "può sempre chiedere", "art. 4 c. 5"),
    ],
)
def test_the_conversion_is_always_offered(slug, codice, parole, fonte):
    motivo = offerta(sanzione(slug, codice), catalogo(slug))
    assert parole in motivo.testo
    assert fonte in motivo.fonte


@pytest.mark.parametrize(
    ("giorni", "fatto", "attivita", "offerta_fatta", "contro"),
    [
        (7, PRIMA, "", True, []),
        (7, PRIMA, "", False, ["conversione_non_offerta"]),
        (7, DAL_2025, "", True, ["attivita_mancante"]),
        (7, DAL_2025, "Mensa della Caritas, 20 ore", True, []),
        (2, DAL_2025, " ", True, ["attivita_mancante"]),
        (16, DAL_2025, "", True, []),
    ],
)
def test_what_the_act_must_say(giorni, fatto, attivita, offerta_fatta, contro):
    trovate = contro_provvedimento(
        sanzione(PORTO_VENERE, "sospensione-6-15"), giorni, attivita, fatto,
        conversione_offerta=offerta_fatta,
    )  # fmt: skip
    assert codici(trovate) == contro


@pytest.mark.parametrize(
    ("slug", "codice", "giorni", "chiesta", "ripetuta", "contro"),
    [
        (PORTO_VENERE, "sospensione-3", 5, True, False, []),
        (PORTO_VENERE, "sospensione-3", 6, True, False, ["troppi_giorni"]),
        (PORTO_VENERE, "sospensione-3", 5, False, False, ["non_chiesta"]),
        (PORTO_VENERE, "sospensione-3", 5, True, True, []),
        (PINOCCHIO, "sospensione-casa", 9, True, False, []),
        (PINOCCHIO, "sospensione-casa", 3, True, True, ["comportamento_ripetuto"]),
        (NAPOLI, "sospensione", 9, True, True, []),
    ],
)
def test_a_conversion(slug, codice, giorni, chiesta, ripetuta, contro):
    trovate = contro_conversione(
        sanzione(slug, codice), catalogo(slug), giorni,
        chiesta_dallo_studente=chiesta, ripetuta=ripetuta,
    )  # fmt: skip
    assert codici(trovate) == contro


@pytest.mark.parametrize(
    ("slug", "codice", "cambia", "contro"),
    [
        (PORTO_VENERE, "sospensione-3", {}, []),
        (PORTO_VENERE, "ammonizione", {"elementi": "", "grave_o_reiterata": False}, []),
        (PORTO_VENERE, "ammonizione", {"opinione": True}, ["opinione"]),
        (PORTO_VENERE, "ammonizione", {"fuori_scuola": True}, ["fuori_scuola"]),
        (PORTO_VENERE, "ammonizione", {"fuori_scuola": True, "ripercussione": "Rissa."}, []),
        (PORTO_VENERE, "sospensione-3", {"elementi": " "}, ["elementi"]),
        (PORTO_VENERE, "sospensione-3", {"grave_o_reiterata": False}, ["non_grave"]),
        (PORTO_VENERE, "sospensione-oltre-15", {}, ["non_reato"]),
        (PORTO_VENERE, "sospensione-oltre-15", {"reato": True}, []),
        (NAPOLI, "sospensione-oltre-15", {}, ["non_reato_ne_pericolo"]),
        (NAPOLI, "sospensione-oltre-15", {"pericolo": True, "grave_o_reiterata": False}, []),
        (PORTO_VENERE, "sospensione-oltre-15", {"pericolo": True}, ["non_reato"]),
        (PINOCCHIO, "scrutinio", {"reato": True}, ["reinserimento"]),
        (PINOCCHIO, "scrutinio", {"senza_reinserimento": "Ha aggredito di nuovo."}, []),
    ],
)
def test_what_may_be_proposed(slug, codice, cambia, contro):
    trovate = contro_proposta(sanzione(slug, codice), replace(ACCERTATO, **cambia))
    assert codici(trovate) == contro
    assert all("D.P.R. 249/1998, art. 4" in una.fonte for una in trovate)


def test_what_is_reported_to_the_judge():
    mancanze = {una.codice: una for una in catalogo(NAPOLI).mancanze}
    assert nomi(da_denunciare(mancanze["furto"], ACCERTATO)) == ["denuncia"]
    assert da_denunciare(mancanze["alcolici"], ACCERTATO) == []
    assert nomi(da_denunciare(None, replace(ACCERTATO, reato=True))) == ["denuncia"]
    assert da_denunciare(None, ACCERTATO) == []


def test_in_primary_school_only_a_teacher_or_the_dirigente_as_a_rule():
    letto = catalogo(PORTO_VENERE)
    articolo = letto.fonte(letto.primaria_solo_persone)
    sospende, ammonisce = letto.sanzione("sospensione-3"), letto.sanzione("ammonizione")
    assert nomi(contro_primaria(sospende, articolo, primaria=True)) == ["scuola_primaria"]
    assert contro_primaria(sospende, articolo, primaria=False) == []
    assert contro_primaria(ammonisce, articolo, primaria=True) == []
    assert contro_primaria(sospende, "", primaria=True) == []


def test_the_day_of_the_fact_is_the_border():
    giorno_prima = date(2025, 10, 9)
    sospende = sanzione(PINOCCHIO, "sospensione-casa")
    for fatto, contro in [(giorno_prima, []), (DAL_2025, ["attivita_mancante"])]:
        trovate = contro_provvedimento(sospende, 3, "", fatto, conversione_offerta=True)
        assert codici(trovate) == contro
