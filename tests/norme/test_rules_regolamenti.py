"""Values in words, subjects, comparison, adoption, the calculator of terms."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import EsitoConfronto
from cpia.norme.profili import PROFILI, profilo
from cpia.norme.rules import CHIAVI, Calendario, Disposizione, chiave_nota
from cpia.norme.rules.adozione import Versione, giudica_adozione
from cpia.norme.rules.confronto import Detto, confronta
from cpia.norme.rules.conti import CONTI, calcola_termine, linea_dei_giorni
from cpia.norme.rules.dire import dire_testo
from cpia.norme.rules.scritto import Scritto, impronta_di
from cpia.norme.rules.temi import etichetta_breve, temi

OGGI = date(2024, 6, 5)
COLLEGIO = "organi.collegio_docenti"


@pytest.mark.parametrize(
    ("chiave", "valore", "detto"),
    [
        ("albo.giorni", "15", "15 giorni"),
        ("albo.giorni", "1", "1 giorno"),
        ("calendario.patrono", "26/09", "26 settembre"),
        ("calendario.patrono", "01/05", "1º maggio"),
        ("calendario.patrono", "nessuno", "nessuno"),
        ("calendario.sabato_lavorativo", "si", "sì"),
        ("competenze.mezzo", "in_giu", "scende al livello inferiore"),
        ("competenze.anticipi_promemoria", "7, 3, 1", "7, 3 e 1 giorni"),
        ("competenze.anticipi_promemoria", "1", "1 giorno"),
        (f"{COLLEGIO}.richiesta.quota", "1/3", "un terzo (1/3)"),
        (f"{COLLEGIO}.richiesta.quota", "3/7", "3/7"),
        (f"{COLLEGIO}.mandato.anni", "3", "3 anni scolastici"),
        (f"{COLLEGIO}.preavviso.ordinaria", "5", "5 giorni"),
        (f"{COLLEGIO}.preavviso.urgente", "24 ore", "24 ore"),
        (f"{COLLEGIO}.quorum.regola", "meta_piu_uno", "metà più uno"),
        ("albo.giorni", "quindici", "«quindici»"),
    ],
)
def test_a_value_is_said_as_a_person_would(chiave, valore, detto):
    assert dire_testo(chiave, valore) == detto


def test_every_default_has_words_and_no_code_shows_through():
    for chiave, nota in CHIAVI.items():
        assert "_" not in dire_testo(chiave, nota.predefinito), chiave


def test_every_parameter_is_under_one_subject():
    assert sorted(chiave for tema in temi() for chiave in tema.chiavi) == sorted(CHIAVI)
    nomi = [tema.nome for tema in temi()]
    assert {"Collegio dei docenti", "Disciplina", "Albo"} <= set(nomi)
    assert len(nomi) == len(set(nomi))
    assert etichetta_breve(f"{COLLEGIO}.quorum.regola") == "Quanti presenti occorrono"


def detto(chiave, valore):
    return Detto(chiave, valore)


def test_two_regulations_side_by_side():
    righe = confronta(
        [detto("albo.giorni", "15"), detto("disciplina.ricorso_giorni", "15"),
         detto(f"{COLLEGIO}.preavviso.ordinaria", "5"), detto("che.cosa", "1")],
        [detto("disciplina.ricorso_giorni", "5"), detto("calendario.patrono", "26/09"),
         detto(f"{COLLEGIO}.preavviso.ordinaria", "5 giorni")],
    )  # fmt: skip
    assert [(riga.chiave, riga.esito) for riga in righe] == [
        ("calendario.patrono", EsitoConfronto.SOLO_SECONDO),
        ("albo.giorni", EsitoConfronto.SOLO_PRIMO),
        ("disciplina.ricorso_giorni", EsitoConfronto.DIVERSO),
        (f"{COLLEGIO}.preavviso.ordinaria", EsitoConfronto.UGUALE),
    ]


@pytest.mark.parametrize("slug", PROFILI)
def test_a_school_equals_itself(slug):
    detti = [Detto(d.chiave, d.valore) for d in profilo(slug).disposizioni if d.in_vigore(OGGI)]
    assert all(riga.uguale for riga in confronta(detti, detti))


SCAMBIO = {
    EsitoConfronto.SOLO_PRIMO: EsitoConfronto.SOLO_SECONDO,
    EsitoConfronto.SOLO_SECONDO: EsitoConfronto.SOLO_PRIMO,
}
DETTI = st.lists(
    st.builds(Detto, st.sampled_from(["albo.giorni", "calendario.patrono"]),
              st.sampled_from(["15", "20", "26/09", "nessuno"])),
    max_size=4,
)  # fmt: skip


@given(DETTI, DETTI)
def test_turned_around_it_says_the_same(primi, secondi):
    dritto, rovescio = confronta(primi, secondi), confronta(secondi, primi)
    assert [(r.chiave, SCAMBIO.get(r.esito, r.esito)) for r in dritto] == [
        (r.chiave, r.esito) for r in rovescio
    ]


# Adoption

BUONO = Scritto("albo.giorni", "15", "art. 1")
IN_VIGORE = Versione(date(2022, 9, 1))


def rifiuti(**altro):
    chiesti = {
        "atto": "delibera n. 3", "dal": OGGI, "oggi": OGGI, "sostituita": IN_VIGORE,
        "altre": [IN_VIGORE], "parametri": [BUONO],
    }  # fmt: skip
    return giudica_adozione(**(chiesti | altro))


@pytest.mark.parametrize(
    ("altro", "campo", "parole"),
    [
        ({"atto": "  "}, "atto", "Scrivi l’atto"),
        ({"dal": date(2022, 9, 1)}, "dal", "1º settembre 2022: la nuova comincia dopo"),
        ({"dal": date(2019, 1, 1)}, "dal", "la nuova comincia dopo"),
        ({"dal": date(2024, 6, 4)}, "dal", "I giorni passati tengono le loro regole"),
        ({"altre": [IN_VIGORE, Versione(date(2024, 9, 1))]}, "dal", "vale già un’altra versione"),
        ({"sostituita": None, "altre": [IN_VIGORE]}, "dal", "vale già un’altra versione"),
        ({"parametri": []}, "parametri", "nessuna regola"),
        ({"parametri": [Scritto("albo.giorni", "tanti", "art. 1")]}, "parametri", "«tanti»"),
        ({"parametri": [Scritto("albo.giorni", "15", " ")]}, "parametri", "manca l’articolo"),
        ({"parametri": [Scritto("albo.anni", "15", "art. 1")]}, "parametri", "non esiste"),
    ],
)
def test_what_is_refused(altro, campo, parole):
    [rifiuto] = rifiuti(**altro)
    assert rifiuto.campo == campo
    assert parole in rifiuto.testo


RICORSO = Scritto("disciplina.ricorso_giorni", "15", "art. 2")


def vigente(valore, chiave="albo.giorni", dal=date(2022, 9, 1), al=None):
    return Disposizione(chiave, valore, "Regolamento dell’albo", "", "art. 1", dal, al)


def da_ieri(*vigenti, dal=date(2023, 1, 1), parametri=(BUONO, RICORSO)):
    return rifiuti(sostituita=None, altre=[], dal=dal, parametri=parametri, vigenti=vigenti)


@pytest.mark.parametrize("valore", ["20", "tanti"])
def test_the_past_keeps_what_another_regulation_said_in_it(valore):
    [rifiuto] = da_ieri(vigente(valore), vigente("15", RICORSO.chiave))
    assert rifiuto.campo == "dal"
    assert "Giorni di pubblicazione all’albo (Regolamento dell’albo)" in rifiuto.testo
    assert "ricorrere" not in rifiuto.testo


@pytest.mark.parametrize(
    "altra",
    [
        vigente("15"),
        vigente("20", al=date(2022, 12, 31)),
        vigente("20", dal=OGGI),
        vigente("20", "albo.altro"),
    ],
)
def test_an_old_regulation_is_registered_where_nobody_said_otherwise(altra):
    assert da_ieri(altra) == ()


def test_from_today_on_a_new_regulation_may_say_otherwise():
    assert da_ieri(vigente("20"), dal=OGGI) == ()


def test_the_print_of_a_draft_tells_every_word_and_no_order():
    uno, altro = BUONO, RICORSO
    assert impronta_di([uno, altro]) == impronta_di([altro, uno])
    cambiati = [replace(uno, **{c: "x"}) for c in ("chiave", "valore", "articolo", "testo")]
    impronte = {impronta_di([riga, altro]) for riga in (uno, *cambiati)}
    assert len(impronte) == 5
    assert impronta_di([uno]) != uno.impronta != impronta_di([])
    assert Scritto("a", "b", "cd").impronta != Scritto("a", "bc", "d").impronta


@pytest.mark.parametrize(
    "altro",
    [
        {},
        {"dal": date(2025, 9, 1)},
        {"sostituita": None, "altre": [], "dal": date(2015, 9, 1)},
        {"sostituita": None, "altre": [Versione(date(2010, 1, 1), date(2014, 8, 31))],
         "dal": date(2014, 9, 1)},
    ],
)  # fmt: skip
def test_what_is_adopted(altro):
    assert rifiuti(**altro) == ()


# The calculator


def test_every_term_has_its_parameter():
    for conto in CONTI.values():
        assert chiave_nota(conto.chiave("collegio_docenti"))


@pytest.mark.parametrize(
    ("slug", "conto", "organo", "evento", "giorno"),
    [
        ("ic-pinocchio-montesicuro", "straordinaria", "consiglio_istituto", date(2024, 6, 20),
         date(2024, 6, 17)),
        ("ic-porto-venere", "urgente", "consiglio_classe", date(2024, 6, 20), date(2024, 6, 19)),
        ("cpia-napoli-provincia-2", "ricorso", "", date(2024, 6, 5), date(2024, 6, 20)),
        ("iis-antonietti", "competenze", "", date(2024, 6, 10), date(2024, 6, 7)),
        ("ic-pinocchio-montesicuro", "decisione", "", date(2024, 5, 23), date(2024, 6, 3)),
    ],
)  # fmt: skip
def test_the_last_useful_day(slug, conto, organo, evento, giorno):
    scuola = profilo(slug)
    valore = scuola.parametro(CONTI[conto].chiave(organo), OGGI)
    trovato = calcola_termine(CONTI[conto], valore, evento, scuola.calendario(OGGI))
    assert trovato.giorno == giorno
    assert trovato.perche[0].fonte == valore.fonte


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-60, 60))
def test_the_line_has_every_day_once_and_is_short_or_empty(evento, distanza):
    linea = linea_dei_giorni(evento, evento + timedelta(days=distanza), Calendario())
    assert len(linea) in {abs(distanza) + 1, 0}
    assert bool(linea) == (abs(distanza) < 45)
    assert sum(giorno.estremo for giorno in linea) in {0, 1, 2}
