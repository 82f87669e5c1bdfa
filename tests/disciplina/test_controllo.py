"""The checker: each contradiction with its item, each departure from the law, none elsewhere."""

import pytest

from disciplina.cataloghi import catalogo
from disciplina.enums import CodiceRilievo
from disciplina.rules.catalogo.controllo import controlla
from tests.disciplina.scena import DOPO, NAPOLI, PINOCCHIO, PORTO_VENERE, PRIMA, SCUOLE

C = CodiceRilievo
LETTERA = "titolo 3, capo 4, «Regolamento disciplinare», lett."
IMPUGNAZIONI = "titolo 3, capo 4, «Impugnazioni», lett."
GARANZIA = "Regolamento degli organi collegiali, norme dell’Organo di Garanzia, n."
TROVATI = {
    PINOCCHIO: [(C.RICORSO_PARZIALE, "D.2, punto 8 lett. a")],
    PORTO_VENERE: [
        (C.LIMITI_CAPOVOLTI, f"{LETTERA} h, c"),
        (C.ORGANO_DIVERSO, f"{LETTERA} j, d (seconda)"),
        (C.ORGANO_DIVERSO, f"{LETTERA} j, e"),
        (C.GIORNI_IN_DUE_GRADI, f"{LETTERA} j, d"),
        (C.LETTERA_RIPETUTA, f"{LETTERA} j, d (seconda)"),
        (C.COMPORTAMENTO_DIVERSO, f"{LETTERA} j, d"),
        (C.COMPOSIZIONE_NON_DI_LEGGE, f"{LETTERA} h, b"),
        (C.RICORSO_PARZIALE, f"{IMPUGNAZIONI} b"),
        (C.NON_ELETTI, f"{IMPUGNAZIONI} c"),
    ],
    NAPOLI: [
        (C.TERMINE_DIVERSO, "art. 16"),
        (C.GARANZIA_DIVERSA, "art. 16"),
        (C.TESTO_GUASTO, f"{GARANZIA} 1"),
        (C.TESTO_GUASTO, f"{GARANZIA} 7"),
        (C.ORGANO_NON_DI_LEGGE, "art. 15, tabella, righe 6-10"),
        (C.NON_TEMPORANEA, "art. 15 e tabella, righe 6-10"),
    ],
}
DAL_2025 = {
    PINOCCHIO: ["D.3, seconda riga", "D.3, seconda riga", "D.3, seconda riga; D.2, punti 1 e 3"],
    PORTO_VENERE: [f"{LETTERA} j, c", f"{LETTERA} j, d", f"{LETTERA} j, d (seconda)"],
    NAPOLI: ["art. 15, tabella, righe 6-10"],
}


def trova(slug, codice, giorno=PRIMA):
    return [uno for uno in controlla(catalogo(slug), giorno) if uno.codice is codice]


@pytest.mark.parametrize("slug", SCUOLE)
def test_the_findings_of_each_school(slug):
    trovati = controlla(catalogo(slug), PRIMA)
    assert [(uno.codice, uno.dove) for uno in trovati] == TROVATI[slug]


@pytest.mark.parametrize("slug", SCUOLE)
def test_from_october_2025_the_activities_are_missing_too(slug):
    trovati = controlla(catalogo(slug), DOPO)
    nuovi = [uno for uno in trovati if uno.codice is C.SENZA_ATTIVITA]
    assert [uno.dove for uno in nuovi] == DAL_2025[slug]
    assert len(trovati) == len(TROVATI[slug]) + len(nuovi)


@pytest.mark.parametrize("slug", SCUOLE)
def test_both_readings_are_there_and_the_one_that_holds(slug):
    for uno in controlla(catalogo(slug), DOPO):
        assert uno.prima.fonte.startswith(catalogo(slug).scuola)
        assert uno.prima.testo
        assert uno.seconda.fonte
        assert uno.seconda.testo
        assert uno.prima != uno.seconda
        assert uno.vale
        assert uno.codice.etichetta


def test_the_days_without_an_organ_and_those_of_two_steps():
    [capovolto] = trova(PORTO_VENERE, C.LIMITI_CAPOVOLTI)
    assert "da 6 a 14" in capovolto.testo
    assert "non inferiore a quindici" in capovolto.prima.testo
    assert "superiore a quindici giorni" in capovolto.seconda.testo
    [doppio] = trova(PORTO_VENERE, C.GIORNI_IN_DUE_GRADI)
    assert doppio.testo.startswith("3 giorni:")
    [voto] = trova(PORTO_VENERE, C.COMPORTAMENTO_DIVERSO)
    assert voto.testo.startswith("3 giorni:")
    assert "da quattro a quindici giorni" in voto.seconda.testo


def test_the_council_over_fifteen_days_by_one_letter_and_the_institute_by_another():
    _, oltre = trova(PORTO_VENERE, C.ORGANO_DIVERSO)
    assert oltre.prima.testo == "consiglio di classe con i soli docenti"
    assert oltre.vale == "consiglio d’istituto"


def test_fifteen_days_or_five_and_the_commissario():
    [termine] = trova(NAPOLI, C.TERMINE_DIVERSO)
    assert "15 giorni, oppure 5" in termine.testo
    assert "cinque giorni" in termine.seconda.testo
    [garanzia] = trova(NAPOLI, C.GARANZIA_DIVERSA)
    assert "commissario straordinario" in garanzia.seconda.testo


def test_the_dirigente_who_suspends_against_the_statute():
    [rilievo] = trova(NAPOLI, C.ORGANO_NON_DI_LEGGE)
    assert rilievo.seconda.fonte == "D.P.R. 249/1998, art. 4 c. 6"
    assert not rilievo.da_verificare
    [soli] = trova(PORTO_VENERE, C.COMPOSIZIONE_NON_DI_LEGGE)
    assert soli.da_verificare
