"""What counts at all, what may be asked, how it is ascertained, and the words of the cuts."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from patto_formativo.enums import EsitoProva, Natura, Percorso, TipoEvidenza, TipoProva
from patto_formativo.rules.crediti import Evidenza, riconosci
from patto_formativo.rules.crediti.ammissione import (
    non_richiesta,
    non_superata,
    prove_ammesse,
    troppo_vecchia,
    verifica_valutazione,
)
from patto_formativo.rules.crediti.parole import (
    Quadro,
    non_aggiunge,
    regola_in_breve,
    tagli_detti,
)
from patto_formativo.rules.crediti.richiesta import (
    a_ore_di_attivita,
    competenze_della_riga,
    verifica_chiusura,
    verifica_richiesta,
)
from patto_formativo.tabelle import tabella, voci

T = TipoEvidenza
A0, IP, IIP = Percorso
AL = date(2024, 2, 29)
ORE = dict.fromkeys(tabella().competenze[IP], Fraction(20))
QUADRO = Quadro(IP, ORE, tabella())


def chiede(tipo, nome="e", **ore):
    return Evidenza(nome, tipo, {codice: Fraction(tante) for codice, tante in ore.items()})


def attivita(tipo, ore, competenza):
    return Evidenza("a", tipo, ore_attivita=Fraction(Decimal(ore)), competenza=competenza)


# Age


@pytest.mark.parametrize("tipo", [T.PERCORSO_INTERROTTO, T.TEST_A1_CPIA, T.MODULO_CPIA])
@pytest.mark.parametrize(
    ("giorno", "vale"),
    [(date(2014, 3, 1), True), (date(2014, 2, 28), False), (date(2024, 2, 28), True)],
)
def test_less_than_ten_years_old_for_the_rows_that_say_so(tipo, giorno, vale):
    motivo = troppo_vecchia(tabella().righe[tipo], giorno, date(2024, 2, 28))
    assert (motivo is None) == vale
    if motivo:
        assert "10 anni" in motivo.testo
        assert "10 anni" in motivo.fonte


@pytest.mark.parametrize("tipo", [t for t in T if tabella().righe[t].entro_anni is None])
def test_other_rows_have_no_age(tipo):
    assert troppo_vecchia(tabella().righe[tipo], date(1950, 1, 1), AL) is None
    assert troppo_vecchia(tabella().righe[tipo], None, AL) is None


def test_without_a_day_its_age_is_not_known():
    motivo = troppo_vecchia(tabella().righe[T.MODULO_CPIA], None, AL)
    assert motivo.regola == "senza_data"


def test_the_twenty_ninth_of_february_turns_ten_on_the_twenty_eighth():
    riga = tabella().righe[T.MODULO_CPIA]
    assert troppo_vecchia(riga, date(2012, 2, 29), date(2022, 2, 27)) is None
    assert troppo_vecchia(riga, date(2012, 2, 29), date(2022, 2, 28)) is not None


# Outcome


@pytest.mark.parametrize(
    ("esito", "conta"), [(None, True), (EsitoProva.POSITIVO, True), (EsitoProva.PARZIALE, True),
                         (EsitoProva.NEGATIVO, False)],
)  # fmt: skip
def test_what_is_not_passed_does_not_count(esito, conta):
    assert (non_superata(esito) is None) == conta


def test_formal_is_read_and_the_rest_is_proved():
    assert prove_ammesse(Natura.FORMALE) == (TipoProva.DOCUMENTI,)
    for natura in (Natura.NON_FORMALE, Natura.INFORMALE):
        assert TipoProva.DOCUMENTI not in prove_ammesse(natura)
        assert TipoProva.COLLOQUIO in prove_ammesse(natura)


@pytest.mark.parametrize(
    ("accertate", "codici"),
    [({"C1": 5}, []), ({"C1": 10}, ["ore_della_parte"]), ({}, ["ore_della_parte"]),
     (None, ["ore_della_parte"]), ({"C1": 11}, ["piu_di_chieste"]),
     ({"C2": 1}, ["piu_di_chieste"])],
)  # fmt: skip
def test_a_part_is_some_of_what_was_asked(accertate, codici):
    violazioni = verifica_valutazione(
        Natura.FORMALE, TipoProva.DOCUMENTI, EsitoProva.PARZIALE,
        chieste={"C1": Fraction(10)},
        accertate=None if accertate is None else {c: Fraction(o) for c, o in accertate.items()},
    )  # fmt: skip
    assert [v.codice for v in violazioni] == codici


def test_the_request_comes_first():
    assert "D.Lgs. 13/2013" in non_richiesta().fonte


# What may be asked


@pytest.mark.parametrize("tipo", T)
@pytest.mark.parametrize("percorso", Percorso)
def test_a_row_offers_the_competences_that_it_reaches_and_no_other(tipo, percorso):
    riga = tabella().righe[tipo]
    ore = dict.fromkeys(tabella().competenze[percorso], Fraction(10))
    offerte = competenze_della_riga(riga, percorso, ore)
    assert set(offerte) == {c for c in ore if riga.tetto(percorso, c) is not None}
    assert bool(offerte) == (percorso in riga.percorsi)


def test_all_the_hours_of_a_competence_may_be_asked_and_not_one_more():
    evidenza = chiede(T.CERTIFICAZIONE_ITALIANO, C1=20)
    assert verifica_richiesta(evidenza, percorso=IP, ore=ORE, tabella=tabella()) == ()
    [violazione] = verifica_richiesta(
        chiede(T.CERTIFICAZIONE_ITALIANO, C1="20.01"), percorso=IP, ore=ORE, tabella=tabella()
    )
    assert violazione.campo == "ore-C1"


def test_what_stands_outside_the_row_may_be_asked_and_gives_nothing():
    """A paper may say more than the row gives: the cut is told, the request is not refused."""
    evidenza = chiede(T.CERTIFICAZIONE_ITALIANO, C7=5)
    assert verifica_richiesta(evidenza, percorso=IP, ore=ORE, tabella=tabella()) == ()


def test_an_activity_names_its_competence():
    assert a_ore_di_attivita(tabella().righe[T.INFORMALE])
    [senza] = verifica_richiesta(
        attivita(T.INFORMALE, 100, ""), percorso=IP, ore=ORE, tabella=tabella()
    )
    assert senza.campo == "competenza"


def test_the_identification_closes_when_each_thing_is_said():
    buona = chiede(T.MODULO_CPIA, C1=5)
    assert verifica_chiusura([("A", buona)], richiesto=True, tabella=tabella()) == ()
    codici = [
        v.codice
        for v in verifica_chiusura(
            [("A", None), ("B", attivita(T.INFORMALE, 49, "C1"))],
            richiesto=False,
            tabella=tabella(),
        )
    ]
    assert codici == ["non_richiesta", "senza_tipo", "senza_ore"]


# The words


@pytest.mark.parametrize(
    ("tipo", "detto"),
    [
        (T.CERTIFICAZIONE_ITALIANO, "formale; 70 % di C1–C6"),
        (T.CERTIFICAZIONE_INFORMATICA, "formale; 100 % di C22"),
        (T.LAUREA_SOCIALE, "formale; 50 % di C9–C12; 100 % di C13–C16"),
        (T.MODULO_CPIA, "formale; 100 % delle competenze coerenti"),
        (T.NON_FORMALE, "non formale; 1 credito ogni 50 ore, al massimo 20"),
        (T.TEST_A1_CPIA, "formale; nessun credito in questo percorso"),
    ],
)
def test_a_row_in_a_few_words(tipo, detto):
    assert regola_in_breve(tabella().righe[tipo], QUADRO) == detto


def detti(*evidenze):
    esito = riconosci(evidenze, percorso=IP, ore=ORE, tabella=tabella())
    for evidenza in evidenze:
        yield [c for c in esito.contributi if c.evidenza is evidenza]


def test_what_is_not_cut_says_nothing():
    [contributi] = detti(chiede(T.MODULO_CPIA, C1=20))
    assert tagli_detti(contributi, QUADRO) is None
    assert non_aggiunge(contributi) == ""


@pytest.mark.parametrize(
    ("prima", "seconda", "quanto", "perche"),
    [
        (
            chiede(T.CERTIFICAZIONE_ITALIANO, "p", C1=10), chiede(T.CERTIFICAZIONE_ITALIANO, C1=10),
            "Tagliate 6 ore: tetto della riga.",
            "La riga dà fino al 70 % di C1: 4 su 20; il resto è già di un’evidenza dello stesso "
            "tipo.",
        ),
        (
            chiede(T.MODULO_CPIA, "p", C1=19), chiede(T.QUALIFICA_FP, C1=2),
            "Tagliata 1 ora: tetto della competenza.",
            "Di C1 restava 1 ora su 20.",
        ),
        (
            chiede(T.MODULO_CPIA, "p", C1=20), chiede(T.QUALIFICA_FP, C1=5),
            "Tagliate 5 ore su 5: tetto della competenza.",
            "C1 è già riconosciuta per intero da quello che precede.",
        ),
        (
            attivita(T.NON_FORMALE, 1000, "C1"), attivita(T.NON_FORMALE, 100, "C2"),
            "Tagliate 2 ore su 2: tetto della riga.",
            "100 ore danno 2 crediti, non ne conta nessuno: 20 sono già di altre evidenze.",
        ),
        (
            chiede(T.MODULO_CPIA, "p", C1=1), chiede(T.CERTIFICAZIONE_ITALIANO, C7=3),
            "Tagliate 3 ore su 3: tetto della riga.", "La riga non comprende C7.",
        ),
    ],
    ids=["same row", "one hour left", "whole", "activities", "outside"],
)  # fmt: skip
def test_a_cut_says_how_much_and_why(prima, seconda, quanto, perche):
    _, contributi = detti(prima, seconda)
    detto = tagli_detti(contributi, QUADRO)
    assert (detto.quanto, detto.perche) == (quanto, perche)
    assert non_aggiunge(contributi)


@pytest.mark.parametrize("percorso", Percorso)
def test_the_competences_of_the_words_are_those_of_the_table(percorso):
    assert tuple(voci(percorso)) == tabella().competenze[percorso]
    assert all(voce.asse and voce.testo for voce in voci(percorso).values())
