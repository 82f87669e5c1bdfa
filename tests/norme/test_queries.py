"""Parameters, closures and terms of one institute, read from the database."""

from datetime import date

import pytest

from cpia.norme.enums import Origine, Unita
from cpia.norme.models import Chiusura, Parametro, Regolamento
from cpia.norme.profili import PROFILI, profilo
from cpia.norme.queries import (
    calendario,
    chiusure,
    parametri,
    parametro,
    termine_entro,
    termine_prima_di,
)
from cpia.norme.rules import ChiaveSconosciuta, Durata, GiornoMese
from cpia.norme.rules import Chiusura as ChiusuraDiScuola
from cpia.norme.services import carica_profilo
from cpia.scuola.models import Istituto
from cpia.scuola.tenancy import istituto_corrente

pytestmark = pytest.mark.django_db

OGGI = date(2024, 6, 5)
PREAVVISO = "organi.collegio_docenti.preavviso.ordinaria"


@pytest.fixture
def napoli():
    carica_profilo(profilo=profilo("cpia-napoli-provincia-2"))
    istituto = Istituto.objects.get(slug="cpia-napoli-provincia-2")
    with istituto_corrente(istituto.pk):
        yield istituto


@pytest.mark.parametrize("slug", PROFILI)
@pytest.mark.parametrize("giorno", [date(2010, 1, 1), OGGI])
def test_the_loaded_rows_say_what_the_file_says(slug, giorno):
    carica_profilo(profilo=profilo(slug))
    istituto = Istituto.objects.get(slug=slug)
    with istituto_corrente(istituto.pk):
        assert parametri(istituto.pk, "", giorno) == profilo(slug).parametri("", giorno)


def test_one_query_for_one_parameter_and_for_many(napoli, django_assert_num_queries):
    with django_assert_num_queries(1):
        uno = parametro(napoli.pk, PREAVVISO, OGGI)
    with django_assert_num_queries(1):
        molti = parametri(napoli.pk, "organi.collegio_docenti.", OGGI)
    assert molti[PREAVVISO] == uno
    assert uno.articolo == "art. 6"


def test_a_parameter_of_which_no_regulation_speaks_comes_from_the_law(napoli):
    valore = parametro(napoli.pk, "organi.giunta_esecutiva.preavviso.ordinaria", OGGI)
    assert (valore.valore, valore.origine) == (Durata(5), Origine.LEGGE)
    assert valore.articolo == ""


def test_a_parameter_follows_the_one_it_names(napoli):
    chiave = "organi.comitato_valutazione.preavviso.urgente"
    assert parametro(napoli.pk, chiave, OGGI).valore == Durata(10)


def test_an_unknown_parameter_is_refused(napoli):
    with pytest.raises(ChiaveSconosciuta):
        parametro(napoli.pk, "organi.boh", OGGI)


def test_the_school_may_adopt_a_new_rule_and_old_days_keep_theirs(napoli):
    nuovo = Regolamento.objects.create(
        istituto=napoli, titolo="Modifica al regolamento", atto="delibera n. 50", dal=OGGI
    )
    Parametro.objects.create(
        istituto=napoli,
        regolamento=nuovo,
        chiave=PREAVVISO,
        tipo="durata",
        valore="7 giorni lavorativi",
        articolo="art. 1",
    )
    ieri = parametro(napoli.pk, PREAVVISO, date(2024, 6, 4))
    oggi = parametro(napoli.pk, PREAVVISO, OGGI)
    assert ieri.valore == Durata(5)
    assert oggi.valore == Durata(7, Unita.GIORNI_LAVORATIVI)
    assert "art. 6" in oggi.in_contrasto_con


def test_closures_are_those_that_touch_the_days(napoli):
    for dal, al, motivo in (
        (date(2024, 4, 26), date(2024, 4, 27), "ponte"),
        (date(2024, 12, 23), date(2025, 1, 6), "vacanze di Natale"),
        (date(2025, 3, 3), date(2025, 3, 4), "carnevale"),
    ):
        Chiusura.objects.create(istituto=napoli, dal=dal, al=al, motivo=motivo)
    assert chiusure(napoli.pk, date(2025, 1, 6), date(2025, 3, 3)) == (
        ChiusuraDiScuola(date(2024, 12, 23), date(2025, 1, 6), "vacanze di Natale"),
        ChiusuraDiScuola(date(2025, 3, 3), date(2025, 3, 4), "carnevale"),
    )
    assert chiusure(napoli.pk, date(2024, 4, 28), date(2024, 12, 22)) == ()


def test_the_calendar_holds_patron_and_closures(napoli, django_assert_num_queries):
    Chiusura.objects.create(istituto=napoli, dal=OGGI, al=OGGI, motivo="elezioni")
    with django_assert_num_queries(2):
        letto = calendario(napoli.pk, OGGI)
    assert letto.patrono == GiornoMese(12, 3)
    assert letto.pausa(OGGI).motivo == "elezioni"


def test_the_last_day_to_convene(napoli, django_assert_num_queries):
    with django_assert_num_queries(3):
        termine = termine_prima_di(napoli.pk, PREAVVISO, date(2024, 6, 20), giorno=OGGI)
    assert termine.giorno == date(2024, 6, 15)
    assert termine.perche[0].fonte.startswith("Regolamento degli organi collegiali, art. 6")


def test_the_last_day_to_appeal_is_extended_and_names_the_other_source(napoli):
    termine = termine_entro(napoli.pk, "disciplina.ricorso_giorni", date(2024, 6, 1), giorno=OGGI)
    assert termine.giorno == date(2024, 6, 17)
    assert "entro cinque giorni" in termine.perche[0].testo
    assert termine.perche[-1].regola == "festivo_prorogato"


def test_a_working_term_skips_the_closures_of_the_school():
    carica_profilo(profilo=profilo("ic-porto-venere"))
    istituto = Istituto.objects.get(slug="ic-porto-venere")
    chiave = "organi.consiglio_classe.verbale.copia_ufficio"
    with istituto_corrente(istituto.pk):
        prima = termine_entro(istituto.pk, chiave, OGGI, giorno=OGGI)
        Chiusura.objects.create(
            istituto=istituto, dal=date(2024, 6, 7), al=date(2024, 6, 8), motivo="elezioni"
        )
        dopo = termine_entro(istituto.pk, chiave, OGGI, giorno=OGGI)
    assert (prima.giorno, dopo.giorno) == (date(2024, 6, 11), date(2024, 6, 13))
