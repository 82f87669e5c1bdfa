"""The pages of the posts given: what each shows to whom, what a form keeps when it is refused."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cpia.avvisi.models import Lavoro
from selezioni_pon import models
from selezioni_pon.enums import Provenienza, StatoProposta
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.services.incarichi import DatiProroga
from selezioni_pon.services.incarichi.stampe import stampa_incarico
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_incarichi import Fila, con_curriculum, fila, stati

pytestmark = pytest.mark.django_db
S = StatoProposta
OGGI = ADESSO.date()


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


@pytest.fixture
def una(casa) -> Fila:
    return fila(casa, 2)


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


@pytest.fixture
def dirige(casa) -> Client:
    return entra(casa.dirigente)


@pytest.fixture
def ufficio(casa) -> Client:
    return entra(casa.segretaria)


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


def test_the_posts_are_read_without_points_and_offered_by_who_directs(casa, una, dirige, ufficio):
    pagina = dove(casa, "incarichi_avviso", una.avviso.pk)
    proponi = dove(casa, "incarichi_proponi", una.avviso.pk)
    assert "La proposta la fa il dirigente" in ufficio.get(pagina).text
    letta = dirige.get(pagina).text
    assert proponi in letta
    assert "99" not in letta.split("Graduatoria definitiva")[1].split("Scarica")[0]
    assert una.chi(1).nome_e_cognome in dirige.get(proponi).text
    lette = str(una.candidatura(1).pk)
    senza = dirige.post(proponi, {"lette": lette, "entro": "2024-06-11"})
    assert (senza.status_code, stati(una.avviso)) == (422, [])
    assert 'value="2024-06-11"' in senza.text
    vecchie = dirige.post(proponi, {"lette": "999999", "entro": "2024-06-11", "riletto": "on"})
    assert vecchie.status_code == 422
    assert "cambiato a chi tocca" in vecchie.text
    assert f'value="{lette}"' in vecchie.text
    fatto = dirige.post(proponi, {"lette": lette, "entro": "2024-06-11", "riletto": "on"})
    assert fatto.url == pagina
    assert stati(una.avviso) == [S.IN_ATTESA]
    assert "si aspetta la risposta" in dirige.get(pagina).text
    assert "Adesso non si propone a nessuno" in dirige.get(proponi).text


def test_before_the_final_ranking_the_page_says_what_comes_first(casa, una, dirige):
    senza = fila(casa, 0)
    assert (
        "Nessuno è in graduatoria"
        in dirige.get(dove(casa, "incarichi_avviso", senza.avviso.pk)).text
    )
    avviso = casa.pubblicato()
    pagina = dirige.get(dove(casa, "incarichi_avviso", avviso.pk)).text
    assert "La graduatoria definitiva non c’è ancora" in pagina


def test_who_was_asked_answers_and_nobody_else_sees_it(casa, una, dirige):
    [proposta] = una.propone(1)
    pagina = dove(casa, "proposta", proposta.pk)
    sua = entra(una.chi(1))
    letta = sua.get(pagina).text
    assert "30 ore × 30,00 € = 900,00 €" in letta
    assert entra(una.chi(2)).get(pagina).status_code == 404
    assert dirige.get(pagina).status_code == 403
    nulla = sua.post(pagina, {"versione": 1, "motivo": "Perché sì"})
    assert nulla.status_code == 422
    assert "Perché sì" in nulla.text
    vecchia = sua.post(pagina, {"versione": 7, "accetta": "si", "riletto": "on"})
    assert vecchia.status_code == 409
    assert sua.post(pagina, {"versione": 1, "accetta": "si", "riletto": "on"}).url == pagina
    assert "Hai accettato" in sua.get(pagina).text
    assert stati(una.avviso) == [S.ACCETTATA]


def test_the_own_applications_lead_to_what_came_of_them(casa):
    una = fila(casa, persone=[casa.docente, casa.ata])
    sua, pagina = entra(una.chi(1)), dove(casa, "mie")
    assert dove(casa, "posizione", una.avviso.pk) in sua.get(pagina).text
    [proposta] = una.propone(1)
    assert dove(casa, "proposta", proposta.pk) in sua.get(pagina).text
    una.risponde(1)
    contratto = una.scrive(1)
    suo = dove(casa, "incarico", contratto.pk)
    assert suo not in sua.get(pagina).text  # until it is issued
    una.fa(servizi.emetti_incarico, contratto)
    letta = sua.get(pagina).text
    assert suo in letta
    assert sua.get(suo).status_code == sua.get(dove(casa, "posizione", una.avviso.pk)).status_code
    assert dove(casa, "proposta", proposta.pk) not in entra(una.chi(2)).get(pagina).text


def test_after_the_last_day_the_page_says_so(casa, una, monkeypatch):
    [proposta] = una.propone(1)
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO + timedelta(days=6))
    sua = entra(una.chi(1))
    pagina = dove(casa, "proposta", proposta.pk)
    assert "Il termine per rispondere è passato" in sua.get(pagina).text
    tardi = sua.post(pagina, {"versione": 1, "accetta": "si", "riletto": "on"})
    assert tardi.status_code == 422
    assert "il termine è passato" in tardi.text


def test_the_office_records_paper_and_who_directs_lets_it_expire(casa, una, dirige, ufficio):
    [proposta] = una.propone(1)
    registra = dove(casa, "proposta_registra", proposta.pk)
    assert una.chi(1).nome_e_cognome in ufficio.get(registra).text
    futuro = {"versione": 1, "accetta": "no", "giorno": "2024-07-01", "riletto": "on"}
    assert ufficio.post(registra, futuro).status_code == 422
    scaduta = dove(casa, "proposta_scaduta", proposta.pk)
    assert ufficio.get(scaduta).status_code == 403
    assert dirige.post(scaduta, {"versione": 1, "riletto": "on"}).status_code == 422
    fatto = ufficio.post(registra, futuro | {"giorno": "2024-06-05"})
    assert fatto.url == dove(casa, "incarichi_avviso", una.avviso.pk)
    assert stati(una.avviso) == [S.RIFIUTATA]


def test_an_assignment_from_the_draft_to_the_pay(casa, una, dirige, ufficio):
    una.propone(1)
    una.risponde(1)
    proposta = una.proposta(1)
    scrivi = dove(casa, "incarico_scrivi", proposta.pk)
    letta = ufficio.get(scrivi)
    assert "lettera di incarico" in letta.text.lower()
    assert "Autorizzazione: la richiesta" not in letta.text
    dati = {"versione": 0, "dal": "2024-09-16", "al": "2024-12-20", "ore": "31", "compenso": "900"}
    troppe = ufficio.post(scrivi, dati)
    assert troppe.status_code == 422
    assert 'value="31"' in troppe.text
    assert ufficio.post(scrivi, dati | {"ore": "30"}).status_code == 302
    contratto = models.Contratto.objects.get()
    pagina = dove(casa, "incarico", contratto.pk)
    assert "finché il Collegio non delibera" in ufficio.get(pagina).text
    altrui = ufficio.post(scrivi, dati | {"ore": "20", "versione": 0})
    assert altrui.status_code == 409
    con_delibera = dati | {"ore": "30", "delibera_il": "2024-06-04", "versione": 1}
    assert ufficio.post(scrivi, con_delibera).url == pagina
    emetti = dove(casa, "incarico_emetti", contratto.pk)
    assert emetti in dirige.get(pagina).text
    assert emetti not in ufficio.get(pagina).text
    assert dirige.post(emetti, {"versione": 2}).status_code == 422
    assert dirige.post(emetti, {"versione": 2, "riletto": "on"}).url == pagina
    sua = entra(una.chi(1)).get(pagina).text
    assert "il PDF è in stampa" in sua
    assert "Registra la firma" not in sua
    firma = dove(casa, "incarico_firma", contratto.pk)
    assert "la carta firmata è agli atti" in ufficio.get(firma).text.lower()
    ufficio.post(firma, {"versione": 3, "firmato_il": "2024-06-05", "riletto": "on"})
    pubblica = dove(casa, "incarico_pubblica", contratto.pk)
    assert pubblica in ufficio.get(pagina).text
    ufficio.post(pubblica, {"versione": 4, "riletto": "on"})
    verifica = dove(casa, "incarico_verifica", contratto.pk)
    assert "Si paga" in dirige.get(verifica).text
    scritta = {"giudizio": "conforme", "rimedio": "liquidazione", "svolte": "12,5"}
    prova = dirige.post(dove(casa, "incarico_prova", contratto.pk), scritta).text
    assert "altri oneri" in prova
    prova = dirige.post(
        dove(casa, "incarico_prova", contratto.pk), scritta | {"senza_oneri": "on"}
    ).text
    assert "375,00 €" in prova
    assert not contratto.verifiche.exists()
    fatto = dirige.post(verifica, scritta | {"senza_oneri": "on", "riletto": "on", "versione": 5})
    assert fatto.url == pagina
    assert "Liquidati 375,00 €, restano 525,00 €" in dirige.get(pagina).text
    assert "375,00" in ufficio.get(dove(casa, "incarichi")).text


def test_a_longer_end_keeps_what_was_typed_when_it_is_refused(casa, una, dirige):
    una.propone(1)
    contratto = una.firmato(1)
    proroga = dove(casa, "incarico_proroga", contratto.pk)
    dati = {
        "versione": contratto.versione, "nuova_fine": "2025-01-31", "motivo": "Lavori in palestra",
        "riletto": "on",
    }  # fmt: skip
    rifiutata = dirige.post(proroga, dati)
    assert rifiutata.status_code == 422
    assert "Lavori in palestra" in rifiutata.text
    assert "ritardi che non dipendono da chi ha l’incarico" in rifiutata.text
    fatta = dirige.post(proroga, dati | {"per_completare": "on", "senza_colpa": "on"})
    assert fatta.url == dove(casa, "incarico", contratto.pk)
    assert "Lavori in palestra" in dirige.get(fatta.url).text


def test_a_longer_end_shows_its_paper_and_its_print_is_asked_again(casa, una, ufficio):
    una.propone(1)
    contratto = una.firmato(1)
    stampa_incarico(casa.istituto.pk, contratto.documento_id)
    dati = DatiProroga(date(2025, 1, 31), True, False, "La palestra è chiusa")
    una.fa(servizi.proroga_incarico, contratto, dati=dati)
    pagina = dove(casa, "incarico", contratto.pk)
    di_nuovo = dove(casa, "incarico_pdf", contratto.pk)
    Lavoro.objects.all().delete()
    assert di_nuovo in ufficio.get(pagina).text
    assert ufficio.post(di_nuovo).url == pagina
    carta = contratto.proroghe.get().documento
    assert Lavoro.objects.get().riferimento == carta.pk
    stampa_incarico(casa.istituto.pk, carta.pk)
    letta = ufficio.get(pagina).text
    assert "La proroga in PDF" in letta
    assert di_nuovo not in letta


def test_everybody_reads_what_was_published_with_the_curriculum_of_who_is_from_outside(casa):
    una = fila(casa, 1, provenienza=Provenienza.PRIVATO)
    una.propone(1)
    contratto = una.firmato(1)
    anonimo, pagina = Client(), dove(casa, "incarichi_conferiti")
    assert "Nessun incarico pubblicato" in anonimo.get(pagina).text
    curriculum = dove(casa, "curriculum", contratto.pk)
    una.fa(servizi.pubblica_incarico, contratto)
    letta = anonimo.get(pagina).text
    assert una.chi(1).cognome in letta
    assert curriculum not in letta
    assert anonimo.get(curriculum).status_code == 404
    con_curriculum(una, b"%PDF-1.7 senza recapiti")
    assert curriculum in anonimo.get(pagina).text
    risposta = anonimo.get(curriculum)
    assert (risposta.content, risposta["X-Content-Type-Options"]) == (
        b"%PDF-1.7 senza recapiti", "nosniff",
    )  # fmt: skip
    csv = anonimo.get(pagina, {"formato": "csv"}).content.decode("utf-8-sig")
    assert una.chi(1).cognome in csv


def test_a_curriculum_that_is_not_what_was_sent_is_given_to_nobody(casa, settings):
    una = fila(casa, 1, provenienza=Provenienza.PRIVATO)
    una.propone(1)
    contratto = una.pubblicato(1)
    con_curriculum(una, b"%PDF-1.7 uno")
    [inviato] = models.AllegatoInviato.objects.all()
    (settings.MEDIA_ROOT / inviato.allegato.file.name).write_bytes(b"%PDF-1.7 altro")
    assert Client().get(dove(casa, "curriculum", contratto.pk)).status_code == 404


def test_the_print_is_asked_again_where_it_is_missing(casa, una, ufficio):
    una.propone(1)
    una.risponde(1)
    contratto = una.scrive(1)
    pdf = dove(casa, "incarico_pdf", contratto.pk)
    assert "Non c’è niente da stampare" in ufficio.post(pdf, follow=True).text
    una.fa(servizi.emetti_incarico, contratto)
    assert "La stampa è pronta fra poco" in ufficio.post(pdf, follow=True).text
