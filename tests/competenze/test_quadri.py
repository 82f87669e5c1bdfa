"""The shipped frameworks of the Ministry in the database."""

import copy

import pytest

from competenze.models import Competenza, DescrizioneLivello, QuadroCompetenze
from competenze.services.quadri import carica_quadro, quadri_spediti

pytestmark = pytest.mark.django_db


def contenuto():
    return {
        modello: list(modello.objects.order_by("pk").values())
        for modello in (QuadroCompetenze, Competenza, DescrizioneLivello)
    }


@pytest.fixture
def obbligo():
    return next(dati for dati in quadri_spediti() if dati["codice"] == "dm14-2024-obbligo")


def test_the_model_of_dm_14_has_its_eight_competences_and_four_levels(obbligo):
    quadro = carica_quadro(obbligo)
    assert "14" in quadro.norma
    assert list(quadro.competenze.values_list("ordine", flat=True)) == list(range(1, 9))
    assert [c.codice for c in quadro.competenze.all() if c.per_lingua] == ["multilinguistica"]
    assert list(quadro.livelli.values_list("livello", flat=True)) == ["A", "B", "C", "D"]
    assert all(quadro.competenze.values_list("descrittore", flat=True))
    assert all(quadro.livelli.values_list("testo", flat=True))
    assert quadro.nota_multilinguistica
    assert quadro.riga_libera


def test_a_second_loading_changes_nothing():
    for dati in quadri_spediti():
        carica_quadro(dati)
    prima = contenuto()
    for dati in quadri_spediti():
        carica_quadro(dati)
    assert contenuto() == prima


def test_words_that_were_corrected_are_brought_to_those_of_the_file(obbligo):
    quadro = carica_quadro(obbligo)
    corretto = copy.deepcopy(obbligo)
    corretto["titolo"] = "Titolo corretto"
    corretto["competenze"][0]["descrittore"] = "Parole corrette."
    assert carica_quadro(corretto).pk == quadro.pk
    quadro.refresh_from_db()
    assert quadro.titolo == "Titolo corretto"
    assert quadro.competenze.first().descrittore == "Parole corrette."
    assert quadro.competenze.count() == 8


def test_two_frameworks_do_not_share_their_competences(obbligo):
    carica_quadro(obbligo)
    altro = copy.deepcopy(obbligo)
    altro["codice"] = "altro"
    carica_quadro(altro)
    assert Competenza.objects.filter(quadro__codice="altro").count() == 8
    assert Competenza.objects.count() == 16
