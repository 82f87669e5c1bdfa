"""The judgement on one cell: what may stand there, what becomes of a change."""

import pytest

from competenze.rules.celle import Contenuto, Giudizio, giudica, verifica_casella

VUOTA = Contenuto()
B, C = Contenuto("B"), Contenuto("C")
NV, NV_ALTRO = Contenuto("NV", "all’estero"), Contenuto("NV", "arrivata a maggio")


@pytest.mark.parametrize(
    ("voluto", "vista", "attuale", "versione", "giudizio"),
    [
        (B, 0, VUOTA, 0, Giudizio.DA_SCRIVERE),
        (B, 2, C, 2, Giudizio.DA_SCRIVERE),
        (VUOTA, 2, C, 2, Giudizio.DA_SCRIVERE),
        (B, 1, C, 2, Giudizio.CONFLITTO),
        (B, 0, C, 1, Giudizio.CONFLITTO),
        (VUOTA, 1, C, 2, Giudizio.CONFLITTO),
        (B, 3, VUOTA, 0, Giudizio.CONFLITTO),
        (NV, 1, NV_ALTRO, 2, Giudizio.CONFLITTO),
        (B, 0, B, 1, Giudizio.UGUALE),
        (B, 1, B, 7, Giudizio.UGUALE),
        (VUOTA, 0, VUOTA, 0, Giudizio.UGUALE),
    ],
)
def test_giudizio(voluto, vista, attuale, versione, giudizio):
    assert giudica(voluto, vista, attuale, versione) is giudizio


@pytest.mark.parametrize(
    ("voluto", "segue", "valuta", "codice"),
    [
        (B, True, True, None),
        (VUOTA, True, True, None),
        (NV, True, True, None),
        (B, False, True, "studente_estraneo"),
        (VUOTA, False, True, "studente_estraneo"),
        (B, True, False, "competenza_estranea"),
        (Contenuto("E"), True, True, "livello_inesistente"),
        (Contenuto("b"), True, True, "livello_inesistente"),
        (Contenuto("4"), True, True, "livello_inesistente"),
        (Contenuto("NV"), True, True, "motivo_mancante"),
        (Contenuto("NV", "   "), True, True, "motivo_mancante"),
        (Contenuto("A", "bravo"), True, True, "motivo_superfluo"),
    ],
)
def test_che_cosa_puo_stare_in_una_casella(voluto, segue, valuta, codice):
    violazioni = verifica_casella(voluto, segue=segue, valuta=valuta)
    assert [violazione.codice for violazione in violazioni] == ([codice] if codice else [])
    assert all(violazione.fonte for violazione in violazioni)
