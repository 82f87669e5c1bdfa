"""A draft on screen: begun, written by steps and items, kept while one writes."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import urlencode

from selezioni_pon.enums import Fase, Passo
from selezioni_pon.models import AllegatoCandidatura, Candidatura, Risposta
from selezioni_pon.queries.candidature.impronte import (
    impronta_del_passo,
    impronta_della_risposta,
)
from tests.factories.candidature import CandidaturaFactory
from tests.factories.scuola import ADESSO, PersonaFactory
from tests.factories.selezioni import SCADE, AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_candidature import (
    ESPERTO,
    aperto,
    comincia,
    dichiara,
    intera,
    mette,
)

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


@pytest.fixture
def docente(casa) -> Client:
    return entra(casa.docente)


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


def patch(browser: Client, indirizzo: str, dati: dict):
    return browser.patch(
        indirizzo, urlencode(dati), content_type="application/x-www-form-urlencoded", **HTMX
    )


def voce(casa: Scena, bozza: Candidatura, posto: int) -> str:
    return dove(casa, "candidatura_risposta", bozza.pk, posto)


def versione(bozza: Candidatura, numero: str) -> int:
    riga = bozza.risposte.filter(voce=numero).first() or Risposta(voce=numero)
    return impronta_della_risposta(riga)


def letta(bozza: Candidatura, passo: Passo) -> int:
    return impronta_del_passo(Candidatura.objects.get(pk=bozza.pk), passo)


# Begun


def test_the_page_of_a_call_leads_to_the_application(casa, docente):
    avviso = aperto(casa)
    comincia_qui = dove(casa, "candidatura_comincia", avviso.pk)
    assert comincia_qui in docente.get(dove(casa, "avviso", avviso.pk)).text
    assert "Dati e requisiti" in docente.get(comincia_qui).text
    assert not Candidatura.objects.exists()
    risposta = docente.post(comincia_qui)
    bozza = Candidatura.objects.get()
    assert risposta.url == dove(casa, "candidatura_scrivi", bozza.pk)
    assert docente.get(comincia_qui).url == risposta.url
    assert docente.get(risposta.url).url == dove(casa, "candidatura_passo", bozza.pk, "dati")
    assert risposta.url in docente.get(dove(casa, "avviso", avviso.pk)).text


def test_who_may_not_apply_is_told_why_and_nothing_begins(casa, docente):
    avviso = aperto(casa, fase=Fase.ALTRE_SCUOLE.value)
    qui = dove(casa, "candidatura_comincia", avviso.pk)
    assert qui not in docente.get(dove(casa, "avviso", avviso.pk)).text
    assert "provenienza" in docente.get(qui).text
    assert docente.post(qui).status_code == 422
    assert not Candidatura.objects.exists()


def test_the_draft_of_another_is_not_there(casa):
    bozza = comincia(casa, aperto(casa))
    prova = mette(casa, bozza)
    for chi in ("dirigente", "segretaria", "ata", "estranea"):
        browser = entra(getattr(casa, chi))
        for nome, *args in (
            ("candidatura_scrivi", bozza.pk),
            ("candidatura_passo", bozza.pk, "dati"),
            ("candidatura_perche", bozza.pk, 1),
            ("candidatura_elimina", bozza.pk),
            ("candidatura_file", prova.pk),
        ):
            assert browser.get(dove(casa, nome, *args)).status_code == 404
        assert patch(browser, voce(casa, bozza, 1), {}).status_code == 404
        assert browser.post(dove(casa, "candidatura_file_togli", prova.pk)).status_code == 404
    assert AllegatoCandidatura.objects.exists()


# The steps


def test_a_step_is_kept_with_its_button_and_goes_on(casa, docente):
    bozza = comincia(casa, aperto(casa))
    qui = dove(casa, "candidatura_passo", bozza.pk, "dati")
    pagina = docente.get(qui)
    # Who works here is asked neither from where nor of which cooperative.
    assert list(pagina.context["form"].fields) == [
        "versione", "titolo_di_studio", "giorni_servizio",
    ]  # fmt: skip
    dati = {
        "versione": letta(bozza, Passo.DATI), "titolo_di_studio": "Laurea", "giorni_servizio": "900"
    }  # fmt: skip
    assert docente.post(qui, dati).url == dove(casa, "candidatura_passo", bozza.pk, "titoli")
    bozza.refresh_from_db()
    assert (bozza.titolo_di_studio, bozza.giorni_servizio) == ("Laurea", 900)


def test_while_one_writes_what_is_right_is_kept_and_what_is_wrong_is_said(casa, docente):
    bozza = comincia(casa, aperto(casa))
    dati = {
        "versione": letta(bozza, Passo.DATI), "titolo_di_studio": "Laurea",
        "giorni_servizio": "tanti",
    }  # fmt: skip
    risposta = patch(docente, dove(casa, "candidatura_passo", bozza.pk, "dati"), dati)
    assert risposta.status_code == 422
    assert "Scrivi i giorni con un numero intero" in risposta.text
    bozza.refresh_from_db()
    assert (bozza.titolo_di_studio, bozza.giorni_servizio) == ("Laurea", None)
    assert f'value="{letta(bozza, Passo.DATI)}"' in risposta.text


def test_of_two_pages_the_second_sees_both_and_may_keep_its_own(casa, docente):
    bozza = comincia(casa, aperto(casa))
    qui = dove(casa, "candidatura_passo", bozza.pk, "dati")
    prima = letta(bozza, Passo.DATI)
    patch(docente, qui, {"versione": prima, "titolo_di_studio": "Diploma", "giorni_servizio": ""})
    tardi = {"versione": prima, "titolo_di_studio": "Laurea", "giorni_servizio": ""}
    for risposta in (patch(docente, qui, tardi), docente.post(qui, tardi)):
        assert risposta.status_code == 409
        assert "Diploma" in risposta.text
    assert 'value="Laurea"' in risposta.text
    bozza.refresh_from_db()
    assert bozza.titolo_di_studio == "Diploma"
    tardi["versione"] = letta(bozza, Passo.DATI)
    assert docente.post(qui, tardi).status_code == 302
    # The same sent twice is no conflict.
    assert docente.post(qui, tardi | {"versione": prima}).status_code == 302


def test_an_offer_outside_the_call_is_refused_where_it_is_typed(casa, docente):
    avviso = aperto(casa, ESPERTO, compenso_massimo=Decimal("35.00"))
    bozza = comincia(casa, avviso)
    qui = dove(casa, "candidatura_passo", bozza.pk, "offerta")
    dati = {"versione": letta(bozza, Passo.OFFERTA), "offerta": "36,00"}
    risposta = docente.post(qui, dati)
    assert risposta.status_code == 422
    assert 'value="36,00"' in risposta.text
    assert "da 30,00 € a 35,00 €" in risposta.text
    assert docente.post(qui, dati | {"offerta": "32,5"}).status_code == 302
    bozza.refresh_from_db()
    assert bozza.offerta == Decimal("32.50")


def test_a_step_that_the_call_does_not_have_is_not_there(casa, docente):
    bozza = comincia(casa, aperto(casa))
    for passo in ("progetto", "offerta", "altro"):
        assert docente.get(dove(casa, "candidatura_passo", bozza.pk, passo)).status_code == 404
    assert docente.post(dove(casa, "candidatura_passo", bozza.pk, "titoli")).status_code == 405


def test_the_proposal_and_the_declarations_have_their_step(casa, docente):
    bozza = comincia(casa, aperto(casa, ESPERTO))
    progetto = dove(casa, "candidatura_passo", bozza.pk, "progetto")
    assert docente.get(progetto).status_code == 200
    lungo = {"versione": letta(bozza, Passo.PROGETTO), "proposta": "x" * 20_001}
    assert docente.post(progetto, lungo).status_code == 422
    docente.post(progetto, lungo | {"proposta": "Leggere il mare"})
    dichiara_qui = dove(casa, "candidatura_passo", bozza.pk, "dichiarazioni")
    tutte = dict.fromkeys(
        ("diritti_civili", "senza_condanne", "senza_procedimenti", "risponde_del_vero"), "on"
    )
    risposta = docente.post(dichiara_qui, {"versione": letta(bozza, Passo.DICHIARAZIONI)} | tutte)
    assert risposta.url == dove(casa, "candidatura_invia", bozza.pk)
    bozza.refresh_from_db()
    assert (bozza.proposta, bozza.risponde_del_vero) == ("Leggere il mare", True)


# The items


def test_an_item_is_kept_while_one_writes_and_the_score_with_it(casa, docente):
    bozza = comincia(casa, aperto(casa))
    dati = {"versione": versione(bozza, "4"), "v4-quanti": "9", "descrizione": "Dal 2017"}
    risposta = patch(docente, voce(casa, bozza, 4), dati)
    assert risposta.status_code == 200
    riga = Risposta.objects.get()
    assert (riga.voce, riga.valore, riga.descrizione) == ("4", {"quanti": 9}, "Dal 2017")
    assert f'value="{impronta_della_risposta(riga)}"' in risposta.text
    assert "<strong>24</strong> su 24" in risposta.text
    assert "9 × 3 = 27 punti, ma il massimo della voce è 24: 24 punti" in risposta.text
    assert "1 documento manca: voce 4" in risposta.text


def test_a_value_that_says_nothing_is_said_at_its_item_and_nothing_is_kept(casa, docente):
    bozza = comincia(casa, aperto(casa))
    dati = {"versione": versione(bozza, "2"), "v2-voto": "111", "descrizione": "Lettere"}
    risposta = patch(docente, voce(casa, bozza, 2), dati)
    assert risposta.status_code == 422
    assert "111 è fuori dalla scala" in risposta.text
    assert "Non salvato" in risposta.text
    intera_pagina = docente.post(voce(casa, bozza, 2), dati)
    assert intera_pagina.status_code == 422
    assert 'value="111"' in intera_pagina.text
    assert "Lettere" in intera_pagina.text
    assert not Risposta.objects.exists()


def test_without_scripts_an_item_is_kept_with_its_button(casa, docente):
    bozza = comincia(casa, aperto(casa))
    dati = {"versione": versione(bozza, "1"), "v1-posseduto": "si", "descrizione": "Magistrale"}
    risposta = docente.post(voce(casa, bozza, 1), dati)
    titoli = dove(casa, "candidatura_passo", bozza.pk, "titoli")
    assert risposta.url == f"{titoli}#voce-1"
    pagina = docente.get(titoli)
    assert 'id="id_v1_v1-posseduto" value="si" checked' in pagina.text
    assert "<strong>5</strong> su 5" in pagina.text
    assert pagina.context["conto"].provata.totale == 5
    # Unticked, it goes.
    dati = {"versione": versione(bozza, "1"), "v1-posseduto": "", "descrizione": ""}
    docente.post(voce(casa, bozza, 1), dati)
    assert not Risposta.objects.exists()


def test_of_two_pages_an_item_shows_both(casa, docente):
    bozza = comincia(casa, aperto(casa))
    prima = versione(bozza, "3")
    dichiara(casa, bozza, "3", {"quanti": 3}, "Referente biblioteca")
    tardi = {"versione": prima, "v3-quanti": "4", "descrizione": "Referente biblioteca"}
    risposta = patch(docente, voce(casa, bozza, 3), tardi)
    assert risposta.status_code == 409
    assert "Quanti: <strong>3</strong>" in risposta.text
    assert Risposta.objects.get().valore == {"quanti": 3}
    # Its button sends the fingerprint of what is kept.
    assert f'value="{versione(bozza, "3")}"' in risposta.text
    tardi["versione"] = versione(bozza, "3")
    assert patch(docente, voce(casa, bozza, 3), tardi).status_code == 200
    assert Risposta.objects.get().valore == {"quanti": 4}


@pytest.mark.parametrize("posto", [0, 16, 99])
def test_an_item_that_nobody_declares_is_not_there(casa, docente, posto):
    bozza = comincia(casa, aperto(casa, ESPERTO))
    assert patch(docente, voce(casa, bozza, posto), {}).status_code == 404


def test_a_mark_in_two_brackets_says_which_counts_and_why(casa, docente):
    bozza = comincia(casa, aperto(casa))
    dichiara(casa, bozza, "2", {"voto": 110}, "Scienze")
    pagina = docente.get(dove(casa, "candidatura_passo", bozza.pk, "titoli")).text
    assert "vale la più favorevole a chi si candida" in pagina
    perche = docente.get(dove(casa, "candidatura_perche", bozza.pk, 2), **HTMX).text
    assert "Perché 9 punti?" in perche
    assert "tiene lo stesso voto in due fasce" in perche
    niente = docente.get(dove(casa, "candidatura_perche", bozza.pk, 1)).text
    assert "Di questa voce non hai dichiarato niente." in niente


def test_the_page_of_the_titles_asks_as_much_with_many(casa, docente):
    bozza = comincia(casa, aperto(casa))
    qui = dove(casa, "candidatura_passo", bozza.pk, "titoli")

    def domande() -> int:
        with CaptureQueriesContext(connection) as prese:
            assert docente.get(qui).status_code == 200
        return len(prese)

    domande()  # the first of a session writes it
    senza = domande()
    for numero, valore in (("1", {"posseduto": True}), ("3", {"quanti": 2}), ("6", {"quanti": 1})):
        dichiara(casa, bozza, numero, valore, "quali")
    assert domande() == senza


# The files


def carica(browser: Client, indirizzo: str, contenuto: bytes = PDF, **altro):
    file = SimpleUploadedFile("Nomina 2022.pdf", contenuto, content_type="application/pdf")
    return browser.post(indirizzo, {"file": file, "chiave": "b" * 32, "titolo": ""}, **altro)


@pytest.fixture
def senza_esame(monkeypatch) -> None:
    """The look inside of a PDF, which takes a process of its own, is tested where it lives."""
    monkeypatch.setattr("cpia.atti.caricamenti.isolato.esamina", lambda come, cosa: cosa)


def test_evidence_is_put_read_and_taken_off(casa, docente, senza_esame):
    bozza = comincia(casa, aperto(casa))
    risposta = carica(docente, dove(casa, "candidatura_prova", bozza.pk, 3), **HTMX)
    assert risposta.status_code == 200
    prova = AllegatoCandidatura.objects.get()
    assert (prova.voce, prova.titolo) == ("3", "Nomina 2022")
    letto = docente.get(dove(casa, "candidatura_file", prova.pk))
    assert letto.content == PDF
    assert letto.headers["X-Content-Type-Options"] == "nosniff"
    assert letto.headers["Content-Disposition"].startswith("attachment")
    togli = dove(casa, "candidatura_file_togli", prova.pk)
    assert "Nomina" not in docente.post(togli, **HTMX).text
    assert not AllegatoCandidatura.objects.exists()
    titoli = dove(casa, "candidatura_passo", bozza.pk, "titoli")
    assert carica(docente, dove(casa, "candidatura_prova", bozza.pk, 3)).url == f"{titoli}#voce-3"


def test_a_file_that_is_not_accepted_is_said_at_its_item(casa, docente):
    bozza = comincia(casa, aperto(casa))
    qui = dove(casa, "candidatura_prova", bozza.pk, 3)
    for altro in (HTMX, {}):
        risposta = carica(docente, qui, b"<svg onload='x()'>", **altro)
        assert risposta.status_code == 422
        assert "pagina web o un disegno SVG" in risposta.text
    assert not AllegatoCandidatura.objects.exists()


def test_a_curriculum_has_its_two_kinds_and_no_other(casa, docente, senza_esame):
    bozza = comincia(casa, aperto(casa))
    qui = dove(casa, "candidatura_passo", bozza.pk, "curriculum")
    assert docente.get(qui).status_code == 200
    for tipo in ("curriculum", "curriculum_oscurato"):
        dati = {"file": SimpleUploadedFile("CV.pdf", PDF), "chiave": ""}
        assert docente.post(dove(casa, "candidatura_allega", bozza.pk, tipo), dati).url == qui
    assert AllegatoCandidatura.objects.count() == 2
    for tipo in ("firmata", "prova", "altro"):
        assert carica(docente, dove(casa, "candidatura_allega", bozza.pk, tipo)).status_code == 404
    vuoto = docente.post(dove(casa, "candidatura_allega", bozza.pk, "curriculum"), {})
    assert vuoto.status_code == 422
    assert "Scegli il file" in vuoto.text


# Afterwards


def test_after_the_term_it_is_told_why_and_the_draft_may_be_thrown_away(casa, docente, monkeypatch):
    bozza = comincia(casa, aperto(casa))
    dopo = SCADE.replace(day=27)
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: dopo)
    chiusa = dove(casa, "candidatura_scrivi", bozza.pk)
    assert docente.get(dove(casa, "candidatura_passo", bozza.pk, "dati")).url == chiusa
    pagina = docente.get(chiusa).text
    assert "si potevano inviare fino a" in pagina
    risposta = patch(
        docente, voce(casa, bozza, 1), {"versione": versione(bozza, "1"), "v1-posseduto": "si"}
    )
    assert risposta.status_code == 422
    assert "si potevano inviare fino a" in risposta.text
    elimina = dove(casa, "candidatura_elimina", bozza.pk)
    assert elimina in pagina
    assert docente.get(elimina).status_code == 200
    assert Candidatura.objects.exists()
    assert docente.post(elimina, {"riletto": "si"}).url == dove(casa, "mie")
    assert not Candidatura.objects.exists()


def test_near_the_term_the_hour_of_the_server_is_on_the_page(casa, docente, monkeypatch):
    bozza = comincia(casa, aperto(casa))
    qui = dove(casa, "candidatura_passo", bozza.pk, "dati")
    assert "data-ora-server" not in docente.get(qui).text
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: SCADE.replace(hour=11, minute=26))
    pagina = docente.get(qui).text
    assert "data-ora-server" in pagina
    assert "11.26" in pagina


def test_a_whole_draft_says_so_and_long_names_are_whole(casa, docente):
    bozza = intera(casa, aperto(casa))
    pagina = docente.get(dove(casa, "candidatura_passo", bozza.pk, "titoli"))
    assert "Non manca niente" in pagina.text
    assert dove(casa, "candidatura_invia", bozza.pk) in pagina.text


def test_who_has_no_part_any_more_reads_and_does_not_write(casa):
    fuori = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    bozza = CandidaturaFactory(istituto=casa.istituto, avviso=avviso, persona=fuori)
    browser = entra(fuori)
    assert browser.get(dove(casa, "candidatura_scrivi", bozza.pk)).status_code == 200
    assert browser.get(dove(casa, "candidatura_passo", bozza.pk, "dati")).status_code == 404
