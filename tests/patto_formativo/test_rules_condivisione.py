"""When an agreement is shown to the other school, and how that answers."""

from datetime import UTC, date, datetime

import pytest

from patto_formativo.enums import StatoPatto
from patto_formativo.rules.condivisione import (
    ConLAltra,
    DaMostrare,
    EsitoCondivisione,
    Risposta,
    esito,
    perche_si_condivide,
    ratifica_mancante,
    verifica_condivisione,
    verifica_risposta,
)

ADESSO = datetime(2024, 5, 14, 9, tzinfo=UTC)
IMPRONTA = "a" * 64


@pytest.mark.parametrize(
    ("stato", "impronta", "gia", "codici"),
    [
        (StatoPatto.APPROVATO, IMPRONTA, False, []),
        (StatoPatto.SOTTOSCRITTO, IMPRONTA, False, []),
        (StatoPatto.IN_CORSO, IMPRONTA, False, []),
        (StatoPatto.BOZZA, "", False, ["non_approvato"]),
        (StatoPatto.IN_NEGOZIAZIONE, "", False, ["non_approvato"]),
        (StatoPatto.RINEGOZIATO, IMPRONTA, False, ["non_approvato"]),
        (StatoPatto.RITIRATO, IMPRONTA, False, ["non_approvato"]),
        (StatoPatto.APPROVATO, "", False, ["senza_carta"]),
        (StatoPatto.APPROVATO, IMPRONTA, True, ["gia_mostrato"]),
    ],
)
def test_only_approved_and_printed_words_are_shown_and_once(stato, impronta, gia, codici):
    contro = verifica_condivisione(DaMostrare(stato, impronta, gia))
    assert [violazione.codice for violazione in contro] == codici
    assert all(violazione.fonte for violazione in contro)


@pytest.mark.parametrize(
    ("risposta", "gia", "trovati"),
    [
        (Risposta(True, "Verbale n. 3", ""), None, []),
        (Risposta(True, "", "Manca una prova"), None, [("senza_estremi", "estremi")]),
        (Risposta(False, "", "Manca una prova"), None, []),
        (Risposta(False, "Verbale n. 3", ""), None, [("senza_rilievo", "rilievo")]),
        (Risposta(True, "Verbale n. 3", ""), ADESSO, [("gia_risposto", "")]),
    ],
)
def test_an_answer_has_its_words_and_is_given_once(risposta, gia, trovati):
    contro = verifica_risposta(risposta, gia)
    assert [(violazione.codice, violazione.campo) for violazione in contro] == trovati


def test_the_answer_of_a_row():
    assert esito(None, "") == EsitoCondivisione.IN_ATTESA
    assert esito(ADESSO, "") == EsitoCondivisione.RATIFICATO
    assert esito(ADESSO, "Manca una prova") == EsitoCondivisione.NON_RATIFICATO


def test_every_reason_has_its_source():
    assert [motivo.regola for motivo in perche_si_condivide()] == ["rete", "sezione", "minimo"]
    assert all(motivo.fonte and motivo.testo for motivo in perche_si_condivide())


@pytest.mark.parametrize(
    ("parole", "detto"),
    [
        (ConLAltra("IIS Pacioli"), "non ha ancora questo testo"),
        (ConLAltra("IIS Pacioli", date(2024, 5, 14)), "dal 14 maggio 2024"),
        (
            ConLAltra(
                "IIS Pacioli", date(2024, 5, 14), EsitoCondivisione.NON_RATIFICATO, "Manca fisica"
            ),
            "«Manca fisica»",
        ),
    ],
)  # fmt: skip
def test_who_has_still_to_ratify_is_named_with_its_reason(parole, detto):
    motivo = ratifica_mancante(parole)
    assert detto in motivo.testo
    assert "IIS Pacioli" in motivo.testo
    assert "art. 4" in motivo.fonte


def test_what_both_schools_ratified_is_signed():
    ratificate = ConLAltra("IIS Pacioli", date(2024, 5, 14), EsitoCondivisione.RATIFICATO)
    assert ratifica_mancante(ratificate) is None
