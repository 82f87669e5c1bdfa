"""The pages of the outcome: what each reads, what is shown when an act is refused."""

import pytest
from django.test import Client
from django.urls import reverse

from bonus_merito.enums import Metodo, StatoProcedura
from bonus_merito.models import Assegnazione, Istanza, Procedura, Richiesta
from bonus_merito.queries.esiti import letto
from bonus_merito.queries.quadro import Ipotesi, quadro_di
from bonus_merito.services.atti import decreta, presenta_istanza, pubblica_esito
from bonus_merito.services.atti.stampe import passi
from cpia.scuola.enums import Ruolo
from tests.bonus_merito.scena_atti import Scena, scena
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


@pytest.fixture
def decretata(casa) -> Scena:
    decreta(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
        metodo=Metodo.QUOTE_UGUALI,
    )  # fmt: skip
    return casa


@pytest.fixture
def pubblicata(decretata) -> Scena:
    pubblica_esito(autore=decretata.autore, adesso=ADESSO, procedura_id=decretata.procedura.pk)
    return decretata


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dirige(casa: Scena) -> Client:
    return entra(casa.dirigente)


def docente(casa: Scena, cognome: str) -> Client:
    return entra(casa.richieste[cognome].persona)


def ufficio(casa: Scena) -> Client:
    persona = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    IncaricoFactory(
        istituto=casa.istituto, persona=persona, ruolo=Ruolo.SEGRETERIA_PERSONALE,
        cattedra=None, classe=None,
    )  # fmt: skip
    return entra(persona)


def dove(casa: Scena, nome: str, pk: int | None = None) -> str:
    return reverse(f"bonus:{nome}", args=[casa.istituto.slug, pk or casa.procedura.pk])


def visto(casa: Scena) -> str:
    return letto(quadro_di(casa.procedura))


# The decree


def test_before_signing_one_reads_every_motivation(casa):
    pagina = dirige(casa).get(dove(casa, "decreto")).text
    assert "Motivazione di Accardi." in pagina
    assert "3.483,34 €" in pagina
    assert "Motivazione di Iacona." not in pagina
    assert "Non si può ancora firmare" not in pagina


def test_what_is_missing_locks_the_signature(casa):
    valutazione = casa.richieste["Buscemi"].valutazione
    valutazione.completa_il = None
    valutazione.save()
    pagina = dirige(casa).get(dove(casa, "decreto")).text
    assert "1 persona resta da valutare." in pagina
    assert "Prima quello che manca: è scritto in cima alla pagina." in pagina
    rifiuto = dirige(casa).post(
        dove(casa, "decreto"),
        {"metodo": "quote_uguali_per_fascia", "visto": "", "riletto": "on"},
    )
    assert rifiuto.status_code == 422
    assert Procedura.objects.get().stato == StatoProcedura.IN_VALUTAZIONE


def test_another_method_is_tried_and_wants_its_reason(casa):
    pagina = dirige(casa).get(dove(casa, "decreto"), {"metodo": "proporzionale"}).text
    assert "Perché questo metodo" in pagina
    prova = quadro_di(casa.procedura, prova=Ipotesi(metodo=Metodo.PROPORZIONALE))
    campi = {"metodo": "proporzionale", "visto": letto(prova), "riletto": "on"}
    rifiuto = dirige(casa).post(dove(casa, "decreto"), campi)
    assert rifiuto.status_code == 422
    assert "scrivi perché il decreto ne usa un altro" in rifiuto.text
    si = dirige(casa).post(dove(casa, "decreto"), campi | {"motivo_metodo": "Più equo."})
    assert si.status_code == 302
    assert Procedura.objects.get().metodo == "proporzionale"


def test_fewer_than_the_minimum_are_signed_with_a_reason_and_nothing_typed_is_lost(casa):
    Procedura.objects.filter(pk=casa.procedura.pk).update(in_servizio=40)
    casa.procedura.refresh_from_db()
    pagina = dirige(casa).get(dove(casa, "decreto")).text
    assert "meno di 4 che è il minimo" in pagina
    assert "Non si può ancora firmare" not in pagina
    assert "Perché meno beneficiari del minimo" in pagina
    campi = {"metodo": "quote_uguali_per_fascia", "visto": visto(casa), "riletto": "on"}
    rifiuto = dirige(casa).post(dove(casa, "decreto"), campi)
    assert rifiuto.status_code == 422
    assert "scrivi perché si assegna lo stesso" in rifiuto.text
    scritto = campi | {"motivo_minimo": "Solo tre hanno una fascia.", "visto": "x"}
    vecchio = dirige(casa).post(dove(casa, "decreto"), scritto)
    assert vecchio.status_code == 422
    assert "Solo tre hanno una fascia." in vecchio.text
    scritto["visto"] = visto(casa)
    assert dirige(casa).post(dove(casa, "decreto"), scritto).status_code == 302
    assert "Solo tre hanno una fascia." in dirige(casa).get(dove(casa, "decreto")).text


def test_nobody_to_pay_locks_the_signature(casa):
    casa.procedura.requisiti.update(assenze=100)
    pagina = dirige(casa).get(dove(casa, "decreto")).text
    assert "non c’è a chi assegnare il bonus" in pagina
    assert "Non si può ancora firmare" in pagina


@pytest.mark.parametrize("metodo", ["", "altro", "\x00", "9" * 400])
def test_a_method_that_is_none_is_that_of_the_regulation(casa, metodo):
    assert dirige(casa).get(dove(casa, "decreto"), {"metodo": metodo}).status_code == 200
    risposta = dirige(casa).post(dove(casa, "decreto"), {"metodo": metodo, "riletto": "on"})
    assert risposta.status_code == 422


def test_it_is_signed_only_as_it_was_read(casa):
    campi = {"metodo": "quote_uguali_per_fascia", "visto": visto(casa), "riletto": "on"}
    assert dirige(casa).post(dove(casa, "decreto"), campi | {"visto": "x"}).status_code == 422
    assert "Rileggi" in dirige(casa).post(dove(casa, "decreto"), campi | {"riletto": ""}).text
    assert dirige(casa).post(dove(casa, "decreto"), campi).status_code == 302
    assert Assegnazione.objects.count() == 5
    # A second click finds it signed.
    assert dirige(casa).post(dove(casa, "decreto"), campi).status_code == 302
    assert Assegnazione.objects.count() == 5


def test_after_it_who_directs_has_everybody_and_the_papers(decretata):
    pagina = dirige(decretata).get(dove(decretata, "decreto")).text
    assert "Milazzo" in pagina
    assert "in stampa" in pagina
    for passo in passi(decretata.istituto.pk, decretata.procedura.pk):
        passo.stampa()
    pagina = dirige(decretata).get(dove(decretata, "decreto")).text
    assert "Decreto (PDF)" in pagina
    assert "in stampa" not in pagina


def test_the_office_and_a_teacher_do_not_read_the_decree(decretata):
    assert ufficio(decretata).get(dove(decretata, "decreto")).status_code == 403
    assert docente(decretata, "Accardi").get(dove(decretata, "decreto")).status_code == 403


# The own outcome


def test_before_the_decree_one_reads_what_comes_next(casa):
    pagina = docente(casa, "Accardi").get(dove(casa, "esito"))
    assert pagina.status_code == 200
    assert "Non c’è ancora un decreto." in pagina.text
    dentro = pagina.text.partition("<main")[2].partition("</main")[0]
    assert "percentuale" not in dentro
    assert "90,00" not in dentro


def test_each_reads_the_own_outcome_and_nothing_else(decretata):
    altri = {"Accardi", "Buscemi", "Cusumano", "Iacona", "Milazzo"}
    for cognome in altri:
        pagina = docente(decretata, cognome).get(dove(decretata, "esito"))
        assert pagina.status_code == 200
        dentro = pagina.text.partition("<main")[2]
        assert not any(altro in dentro for altro in altri - {cognome}), cognome
    assert "3.483,34" in docente(decretata, "Accardi").get(dove(decretata, "esito")).text
    assert (
        "assenze oltre il limite"
        in docente(decretata, "Milazzo").get(dove(decretata, "esito")).text
    )


@pytest.mark.parametrize("di", ["percentuale", "fascia", "importo", "requisiti", "A", "B", "C"])
def test_every_figure_opens_into_its_reason(decretata, di):
    browser = docente(decretata, "Accardi")
    for come in ({}, HTMX):
        pagina = browser.get(dove(decretata, "esito_perche"), {"di": di}, **come)
        assert pagina.status_code == 200
        assert "art" in pagina.text


@pytest.mark.parametrize("di", ["", "aggiuntiva", "altro", "\x00"])
def test_there_is_no_reason_for_what_one_has_not(decretata, di):
    pagina = docente(decretata, "Accardi").get(dove(decretata, "esito_perche"), {"di": di})
    assert pagina.status_code == 404


def test_who_has_no_bonus_reads_why(decretata):
    pagina = docente(decretata, "Iacona").get(dove(decretata, "esito_perche"), {"di": "fascia"})
    assert "normale attività fino a 50" in pagina.text


# Publication


def test_before_it_is_public_the_office_does_not_see_who_has_it(decretata):
    pagina = ufficio(decretata).get(dove(decretata, "pubblicazione")).text
    assert "L’esito non è ancora pubblicato." in pagina
    assert "10.450" not in pagina
    assert ufficio(decretata).post(dove(decretata, "pubblica")).status_code == 403


def test_who_directs_reads_what_will_be_public_then_publishes(decretata):
    pagina = dirige(decretata).get(dove(decretata, "pubblicazione")).text
    assert "Che cosa leggerà il pubblico" in pagina
    assert dirige(decretata).post(dove(decretata, "pubblica"), {}).status_code == 422
    fatto = dirige(decretata).post(dove(decretata, "pubblica"), {"riletto": "on"})
    assert fatto.status_code == 302
    assert Procedura.objects.get().stato == StatoProcedura.PUBBLICATA
    assert "10.450,00 €" in ufficio(decretata).get(dove(decretata, "pubblicazione")).text
    di_nuovo = dirige(decretata).post(dove(decretata, "pubblica"), {"riletto": "on"})
    assert di_nuovo.status_code == 422


# Complaints


def test_one_complains_from_the_own_outcome(pubblicata):
    browser = docente(pubblicata, "Iacona")
    assert "Presenta un reclamo" in browser.get(dove(pubblicata, "esito")).text
    campi = {"tipo": "reclamo", "testo": "Rivedere l’area B.", "chiave": "k"}
    vuota = browser.post(dove(pubblicata, "istanza_nuova"), campi | {"testo": ""})
    assert vuota.status_code == 422
    assert browser.post(dove(pubblicata, "istanza_nuova"), campi).status_code == 302
    assert browser.post(dove(pubblicata, "istanza_nuova"), campi).status_code == 302
    assert Istanza.objects.count() == 1
    assert "Rivedere l’area B." in browser.get(dove(pubblicata, "esito")).text
    assert "Rivedere" not in docente(pubblicata, "Accardi").get(dove(pubblicata, "esito")).text


def test_who_did_not_take_part_complains_and_reads_the_answer_here(pubblicata):
    altra = PersonaFactory(istituto=pubblicata.istituto, con_accesso=True)
    IncaricoFactory(istituto=pubblicata.istituto, persona=altra)
    browser = entra(altra)
    pagina = browser.get(dove(pubblicata, "esito")).text
    assert "Non hai partecipato: non c’è un esito tuo." in pagina
    assert "Presenta un reclamo" in pagina
    assert "giudice del lavoro" in pagina
    assert dove(pubblicata, "esito") in browser.get(dove(pubblicata, "procedura")).text
    campi = {"tipo": "reclamo", "testo": "I criteri non bastano.", "chiave": "k"}
    assert browser.post(dove(pubblicata, "istanza_nuova"), campi).status_code == 302
    assert "I criteri non bastano." in browser.get(dove(pubblicata, "esito")).text


def test_the_own_file_is_asked_for_before_the_decree_and_silence_is_said(casa):
    browser = docente(casa, "Accardi")
    assert "Chiedi di vedere i tuoi atti" in browser.get(dove(casa, "esito")).text
    pagina = browser.get(dove(casa, "istanza_nuova"), {"tipo": "accesso"}).text
    assert "entro 30 giorni; se non c’è risposta, la richiesta si intende respinta" in pagina
    campi = {"tipo": "accesso", "testo": "I miei atti.", "chiave": "k"}
    assert browser.post(dove(casa, "istanza_nuova"), campi).status_code == 302
    campi = {"tipo": "reclamo", "testo": "Presto.", "chiave": "due"}
    assert browser.post(dove(casa, "istanza_nuova"), campi).status_code == 422


def test_of_office_nobody_reads_of_what_was_declared(casa):
    Richiesta.objects.filter(procedura=casa.procedura).update(stato="d_ufficio")
    decreta(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
        metodo=Metodo.QUOTE_UGUALI,
    )  # fmt: skip
    pagina = docente(casa, "Accardi").get(dove(casa, "esito")).text
    assert "Le attività valutate" in pagina
    assert "si è proceduto d’ufficio" in pagina
    assert "hai dichiarato" not in pagina


def test_the_office_sees_that_it_waits_not_what_it_says(pubblicata):
    istanza = _istanza(pubblicata)
    pagina = ufficio(pubblicata).get(dove(pubblicata, "istanze")).text
    assert "da rispondere" in pagina
    assert "Rivedere" not in pagina
    assert ufficio(pubblicata).get(dove(pubblicata, "istanza", istanza.pk)).status_code == 403
    altro = docente(pubblicata, "Accardi").get(dove(pubblicata, "istanza", istanza.pk))
    assert altro.status_code == 404


def test_who_directs_answers_and_who_asked_reads_it(pubblicata):
    istanza = _istanza(pubblicata)
    browser = dirige(pubblicata)
    assert "Rivedere l’area B." in browser.get(dove(pubblicata, "istanza", istanza.pk)).text
    campi = {"esito": "respinta", "risposta": "Il giudizio resta."}
    assert browser.post(dove(pubblicata, "istanza", istanza.pk), {"esito": ""}).status_code == 422
    assert browser.post(dove(pubblicata, "istanza", istanza.pk), campi).status_code == 302
    assert "Il giudizio resta." in docente(pubblicata, "Iacona").get(dove(pubblicata, "esito")).text


def _istanza(casa: Scena) -> Istanza:
    from bonus_merito.enums import TipoIstanza

    return presenta_istanza(
        autore=casa.di("Iacona"), adesso=ADESSO, procedura_id=casa.procedura.pk,
        tipo=TipoIstanza.RECLAMO, testo="Rivedere l’area B.", chiave="k",
    )  # fmt: skip


# The end


def test_put_away_only_when_it_is_time(pubblicata):
    pagina = dirige(pubblicata).post(dove(pubblicata, "archivia"), {"riletto": "on"})
    assert pagina.status_code == 422
    assert "si archivia dopo" in pagina.text


def test_annulled_it_says_why_to_who_took_part(pubblicata):
    campi = {"riletto": "on", "motivo": "Errore nei requisiti"}
    assert dirige(pubblicata).get(dove(pubblicata, "decreto_annulla")).status_code == 200
    assert dirige(pubblicata).post(dove(pubblicata, "decreto_annulla"), campi).status_code == 302
    pagina = docente(pubblicata, "Accardi").get(dove(pubblicata, "esito")).text
    assert "questo esito non vale più" in pagina
    assert "Errore nei requisiti" in pagina
    assert "Il decreto è annullato" in dirige(pubblicata).get(dove(pubblicata, "decreto")).text
