"""What a judgement must have, and what a trial says of itself."""

from fractions import Fraction

import pytest

from bonus_merito.enums import Area
from bonus_merito.rules.effetto import effetto_sull_area, effetto_sull_importo
from bonus_merito.rules.valutazione import (
    Giudizio,
    verifica_aggiuntiva,
    verifica_completa,
    verifica_giudizio,
    verifica_parita,
)
from tests.bonus_merito.scena import REGOLE, quadro

PESO = REGOLE.pesi[Area.B]
DECIMI = Fraction(1, 10)


def codici(violazioni) -> list[str]:
    return [violazione.codice for violazione in violazioni]


@pytest.mark.parametrize(
    ("giudizio", "contro"),
    [
        (Giudizio(None), ["senza_conferma"]),
        (Giudizio(confermata=False), ["senza_motivo"]),
        (Giudizio(confermata=False, motivo="Obbligo di servizio"), []),
        (Giudizio(confermata=True), ["senza_livello", "senza_punti"]),
        (Giudizio(confermata=True, livello=4, punti=Fraction(1)), ["senza_livello"]),
        (Giudizio(confermata=True, livello=1, punti=Fraction(25)), []),
        (Giudizio(confermata=True, livello=1, punti=Fraction(0)), []),
        (Giudizio(confermata=True, livello=1, punti=Fraction(2501, 100)), ["punti_oltre"]),
        (Giudizio(confermata=True, livello=1, punti=Fraction(-1)), ["punti_oltre"]),
    ],
)
def test_what_a_judgement_lacks(giudizio, contro):
    assert codici(verifica_giudizio(giudizio, Area.B, PESO)) == contro


def test_points_over_the_weight_are_refused_with_the_article():
    troppi = Giudizio(confermata=True, livello=1, punti=Fraction(30))

    [violazione] = verifica_giudizio(troppi, Area.B, PESO)

    assert violazione.campo == "punti"
    assert "art. 11" in violazione.fonte


@pytest.mark.parametrize(
    ("quanto", "motivo", "contro"),
    [
        (Fraction(0), "", []),
        (DECIMI, "", ["aggiuntiva_senza_motivo"]),
        (DECIMI, "Compiti mai formalizzati", []),
        (Fraction(101), "Troppo", ["aggiuntiva"]),
    ],
)
def test_the_additional_percentage_has_a_reason(quanto, motivo, contro):
    assert codici(verifica_aggiuntiva(quanto, motivo, REGOLE.aggiuntiva)) == contro


@pytest.mark.parametrize(
    ("da_giudicare", "in_fascia", "motivazione", "contro"),
    [
        (0, True, "Bene", []),
        (0, False, "", []),
        (0, True, "", ["senza_motivazione"]),
        (2, True, "", ["da_giudicare", "senza_motivazione"]),
    ],
)
def test_when_somebody_is_assessed(da_giudicare, in_fascia, motivazione, contro):
    trovate = verifica_completa(
        da_giudicare=da_giudicare, in_fascia=in_fascia, motivazione=motivazione
    )

    assert codici(trovate) == contro


@pytest.mark.parametrize(
    ("scelte", "motivo", "contro"),
    [
        ({1}, "Ha più incarichi", []),
        ({1, 2}, "Ha più incarichi", ["parita_posti"]),
        ({9}, "Ha più incarichi", ["parita_posti"]),
        (set(), "", ["parita_posti", "parita_senza_motivo"]),
    ],
)
def test_a_tie_is_settled_with_a_reason(scelte, motivo, contro):
    assert codici(verifica_parita(scelte, {1, 2, 3}, 1, motivo, "art. 6")) == contro


def test_the_effect_of_a_cell_in_words():
    esiti = [next(iter(quadro({"x": quota}).esiti)) for quota in ("84.2", "86.3")]

    detto = effetto_sull_area(
        Area.C, (Fraction(28), Fraction(301, 10)), (esiti[0], esiti[1]), REGOLE.fasce
    )

    assert detto == (
        "area C da 28 a 30,1, percentuale da 84,20 a 86,30, dalla fascia 71–85 alla fascia 86–100."
    )


@pytest.mark.parametrize(
    ("da", "a", "parole"),
    [
        ("72", "73", "resta nella fascia 71–85."),
        ("40", "41", "senza fascia come adesso."),
        ("40", "60", "da nessuna fascia alla fascia 51–70."),
        ("60", "40", "dalla fascia 51–70 a nessuna fascia."),
        ("60", "60", "percentuale ferma a 60,00, resta nella fascia 51–70."),
    ],
)
def test_the_effect_on_the_band(da, a, parole):
    prima, dopo = (next(iter(quadro({"x": quota}).esiti)) for quota in (da, a))

    detto = effetto_sull_area(Area.A, (Fraction(1), Fraction(2)), (prima, dopo), REGOLE.fasce)

    assert detto.endswith(parole)


@pytest.mark.parametrize(
    ("prima", "dopo", "detto"),
    [
        (49762, 38704, ("scende", "da 497,62 a 387,04 euro")),
        (0, 100, ("sale", "da 0,00 a 1,00 euro")),
        (100, 100, ("resta", "di 1,00 euro")),
        (None, 100, ("aspetta", "finché una parità sul limite non è decisa")),
    ],
)
def test_the_effect_on_the_amount(prima, dopo, detto):
    assert effetto_sull_importo(prima, dopo) == detto
