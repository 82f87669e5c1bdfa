"""The pages of an agreement of two schools, from either side."""

import pytest
from django.urls import reverse

from cpia.scuola import tenancy
from patto_formativo.models import Condivisione

pytest_plugins = ["tests.accessi.fixture"]


def dove(mondi, nome, *argomenti):
    return reverse(f"patto:{nome}", args=[mondi.qui.istituto.slug, *argomenti], urlconf="cpia.urls")


def riga(mondi, pk):
    tenancy.imposta(istituto_id=mondi.qui.istituto.pk)
    return Condivisione.objects.get(pk=pk)


@pytest.mark.parametrize("chi", ["dirigente", "coordinatrice"])
def test_the_other_school_reads_the_agreement_and_can_answer(mondi, chi):
    ricevuta = mondi.qui.patti.ricevuta
    pagina = mondi.browser[chi].get(dove(mondi, "condiviso", ricevuta.pk))
    assert pagina.status_code == 200
    assert "Registra la risposta" in pagina.text
    assert ricevuta.impronta in pagina.text
    assert ricevuta.nominativo in mondi.browser[chi].get(dove(mondi, "condivisi")).text


@pytest.mark.parametrize("chi", ["tutor", "segretaria", "collaboratore", "docente"])
def test_nobody_else_of_the_other_school_knows_that_it_is_there(mondi, chi):
    ricevuta = mondi.qui.patti.ricevuta
    assert mondi.browser[chi].get(dove(mondi, "condiviso", ricevuta.pk)).status_code == 404


def test_an_answer_without_its_words_comes_back_with_what_was_typed(mondi):
    ricevuta = mondi.qui.patti.ricevuta
    dati = {"che_cosa": "rilievo", "estremi": "Verbale n. 7", "rilievo": ""}
    pagina = mondi.browser["dirigente"].post(dove(mondi, "condiviso_risposta", ricevuta.pk), dati)
    assert pagina.status_code == 422
    assert "Scrivi che cosa non va" in pagina.text
    assert "Verbale n. 7" in pagina.text
    assert riga(mondi, ricevuta.pk).ratificata_il is None


def test_an_answer_is_recorded(mondi):
    ricevuta = mondi.qui.patti.ricevuta
    dati = {"che_cosa": "ratifica", "estremi": "Verbale n. 7", "rilievo": "dimenticato"}
    risposta = mondi.browser["coordinatrice"].post(
        dove(mondi, "condiviso_risposta", ricevuta.pk), dati
    )
    assert risposta.url == dove(mondi, "condiviso", ricevuta.pk)
    scritta = riga(mondi, ricevuta.pk)
    assert (scritta.estremi, scritta.rilievo) == ("Verbale n. 7", "")
    assert "Ratificato dalla sezione" in mondi.browser["dirigente"].get(risposta.url).text


def test_the_tutor_shows_an_agreement_after_reading_what_is_shown(mondi):
    versione, altra = mondi.qui.patti.a.in_corso, mondi.qui.patti.altra
    qui = dove(mondi, "condividi", versione.pk)
    pagina = mondi.browser["tutor"].get(qui)
    assert "Condividi il patto di" in pagina.text
    senza = mondi.browser["tutor"].post(qui, {"scuola": altra.pk})
    assert senza.status_code == 422
    fatto = mondi.browser["tutor"].post(qui, {"scuola": altra.pk, "riletto": "on"})
    assert fatto.status_code == 302
    tenancy.imposta(istituto_id=mondi.qui.istituto.pk)
    condivisa = Condivisione.objects.get(versione=versione)
    assert fatto.url == dove(mondi, "condiviso", condivisa.pk)
    pagina = mondi.browser["tutor"].get(fatto.url)
    assert "Ritira" in pagina.text
    assert "Registra la risposta" not in pagina.text
    assert "già stato mostrato" in mondi.browser["tutor"].get(qui).text


def test_one_that_is_a_draft_is_not_shown(mondi):
    bozza = mondi.qui.patti.a.bozza
    pagina = mondi.browser["tutor"].get(dove(mondi, "condividi", bozza.pk))
    assert "solo quello che la Commissione ha approvato" in pagina.text
    assert 'name="scuola"' not in pagina.text


def test_what_was_shown_is_taken_back(mondi):
    condivisa = mondi.qui.patti.condivisa
    risposta = mondi.browser["tutor"].post(dove(mondi, "condiviso_ritira", condivisa.pk))
    assert risposta.url == dove(mondi, "condivisi")
    tenancy.imposta(istituto_id=mondi.qui.istituto.pk)
    assert not Condivisione.objects.filter(pk=condivisa.pk).exists()


def test_the_page_of_the_agreement_says_what_was_shown(mondi):
    corsista, altra = mondi.qui.patti.a.corsista, mondi.qui.patti.altra
    pagina = mondi.browser["tutor"].get(dove(mondi, "patto", corsista.pk))
    assert f"{altra}" in pagina.text
    assert "in attesa di ratifica" in pagina.text


def test_every_reason_has_its_page(mondi):
    for di in ("composizione", "elenco", "plenarie", "incarico"):
        pagina = mondi.browser["tutor"].get(dove(mondi, "commissione_perche"), {"di": di})
        assert pagina.status_code == 200
    altra = mondi.browser["tutor"].get(dove(mondi, "commissione_perche"), {"di": "altro"})
    assert altra.status_code == 404
    assert mondi.browser["tutor"].get(dove(mondi, "condivisi_perche")).status_code == 200
