"""The pages of a dossier: what they show, what they refuse at its place, what they never write."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from patto_formativo.enums import EsitoProva, StatoPatto, TipoEvidenza
from patto_formativo.models import Certificato, Evidenza
from patto_formativo.services.dossier import aggiungi_evidenza, rilascia_certificato
from tests.accessi.righe_patto import campi
from tests.factories.patto import CorsistaFactory, VersioneFactory
from tests.factories.scuola import ADESSO, ResponsabilitaFactory
from tests.patto_formativo.scena_dossier import (
    CELI,
    DELF,
    DELIBERATO,
    DIPLOMA,
    LAVORO,
    NAIMA,
    Scena,
    scena,
)

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
    b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


@pytest.fixture
def tutor(casa) -> Client:
    return entra(casa.corsista.tutor)


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(casa: Scena, nome: str, pk: int | None = None) -> str:
    chiave = casa.corsista.pk if pk is None else pk
    return reverse(f"patto:{nome}", args=[casa.istituto.slug, chiave])


# The dossier


def test_an_empty_dossier_says_what_comes_next(casa, tutor):
    pagina = tutor.get(dove(casa, "dossier")).text
    assert "Il dossier è vuoto." in pagina
    assert "Il riconoscimento non è stato chiesto" in pagina
    assert "Aggiungi un’evidenza" in pagina


def test_the_tutor_records_the_request(casa, tutor):
    domani = tutor.post(dove(casa, "dossier_chiedi"), {"giorno": "2999-06-09"})
    assert domani.status_code == 422
    assert "deve ancora venire" in domani.text
    risposta = tutor.post(dove(casa, "dossier_chiedi"), {"giorno": "2024-06-03"})
    assert risposta.status_code == 302
    assert str(casa.dossier.richiesto_il) == "2024-06-03"
    di_nuovo = tutor.post(dove(casa, "dossier_chiedi"), {"giorno": "2024-06-03"})
    assert di_nuovo.status_code == 422
    assert "Il riconoscimento è già stato chiesto." in di_nuovo.text


def test_the_form_follows_the_kind(casa, tutor):
    casa.apre()
    italiano = tutor.get(dove(casa, "evidenza_nuova"), {"tipo": "certificazione_italiano"}).text
    assert 'name="ore-C6"' in italiano
    assert 'name="ore-C7"' not in italiano
    lavoro = tutor.get(dove(casa, "evidenza_nuova"), {"tipo": "informale"}).text
    assert 'name="ore_attivita"' in lavoro
    assert 'name="ore-C1"' not in lavoro
    tradotto = tutor.get(dove(casa, "evidenza_nuova"), {"tipo": "titolo_straniero_tradotto"}).text
    assert "Due fonti non coincidono." in tradotto
    assert "Le stesse Linee guida mettono la traduzione giurata" in tradotto


def test_what_is_typed_is_tried_before_it_is_kept(casa, tutor):
    casa.mette(DIPLOMA)
    digitato = {"tipo": "certificazione_italiano", "titolo": "CELI", "ore-C1": "36", "ore-C2": "10"}
    pagina = tutor.get(dove(casa, "evidenza_nuova"), digitato, **HTMX).text
    assert "La riga dà fino al 70 % di C1: 25,2 su 36." in pagina
    assert "143,2 su 200" in pagina
    assert Evidenza.objects.count() == 1


def test_the_hours_of_one_that_is_kept_are_tried_at_its_place(casa, tutor):
    celi, _ = casa.mette(CELI, DELF)
    digitato = {"tipo": "certificazione_italiano", "titolo": "CELI", "ore-C1": "10"}
    pagina = tutor.get(dove(casa, "evidenza", celi.pk), digitato, **HTMX).text
    assert "22,6 su 200" in pagina
    celi.refresh_from_db()
    assert celi.richieste["C1"] == "36"


def test_evidence_is_registered_with_its_file(casa, tutor):
    casa.apre()
    risposta = tutor.post(
        dove(casa, "evidenza_nuova"),
        {
            "tipo": "certificazione_italiano", "titolo": "CELI 2", "ente": "Perugia",
            "ore-C1": "25,2", "ore-C2": "10", "versione": casa.dossier.versione,
            "file": SimpleUploadedFile("celi.png", PNG, "image/png"),
        },
    )  # fmt: skip
    assert risposta.status_code == 302
    evidenza = Evidenza.objects.get()
    assert evidenza.richieste == {"C1": "25.2", "C2": "10"}
    scaricato = tutor.get(dove(casa, "evidenza_file", evidenza.pk))
    assert scaricato["X-Content-Type-Options"] == "nosniff"
    assert scaricato["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("campi", "testo"),
    [
        ({"ore-C1": "37"}, "C1 ha 36 ore nel percorso: non se ne chiedono di più."),
        ({"ore-C1": "tante"}, "Scrivi le ore con cifre"),
        ({"ore-C1": "-1"}, "Scrivi le ore con cifre"),
        ({"titolo": ""}, "Scrivi il titolo dell’evidenza."),
        ({"tipo": "altro"}, "Che cosa è"),
        ({"versione": "9" * 30}, "minore o uguale"),
    ],
    ids=["beyond the path", "not hours", "less than nothing", "no title", "no kind", "huge"],
)
def test_what_is_wrong_is_told_in_its_place_and_nothing_typed_is_lost(casa, tutor, campi, testo):
    casa.apre()
    dati = {"tipo": "certificazione_italiano", "titolo": "CELI", "ente": "Università di Perugia"}
    risposta = tutor.post(dove(casa, "evidenza_nuova"), dati | campi)
    assert risposta.status_code == 422
    assert testo in risposta.text
    assert "Università di Perugia" in risposta.text
    assert not Evidenza.objects.exists()


def test_who_saves_over_a_change_is_shown_both_values(casa, tutor):
    [celi] = casa.mette(CELI)
    letta = casa.dossier.versione
    casa.mette(DELF)
    dati = {
        "tipo": "certificazione_italiano",
        "titolo": "CELI 3",
        "ore-C1": "12",
        "versione": letta,
    }
    risposta = tutor.post(dove(casa, "evidenza", celi.pk), dati)
    assert risposta.status_code == 409
    assert "è registrato: «CELI 2, livello B1, 2024»" in risposta.text
    assert 'value="CELI 3"' in risposta.text
    assert f'name="versione" value="{letta + 1}"' in risposta.text
    salvata = tutor.post(
        dove(casa, "evidenza", celi.pk), dati | {"versione": casa.dossier.versione}
    )
    assert salvata.status_code == 302


def test_moving_answers_with_the_sums_as_they_are(casa, tutor):
    diploma, lavoro = casa.mette(DIPLOMA, LAVORO)
    risposta = tutor.post(
        dove(casa, "evidenza_sposta", lavoro.pk),
        {"dove": "su", "da": "crediti", "versione": casa.dossier.versione},
        **HTMX,
    )
    assert 'id="conto"' in risposta.text
    assert risposta.text.index(LAVORO.titolo) < risposta.text.index("Casablanca")
    assert "restavano 8 ore su 18" in risposta.text
    assert "annuncia" in risposta["HX-Trigger"]
    diploma.refresh_from_db()
    assert diploma.ordine == 2


def test_what_was_moved_can_be_closed_without_reading_the_page_again(casa, tutor):
    """The version that the buttons send travels with the list."""
    _, delf = casa.mette(CELI, DELF)
    dati = {"dove": "su", "versione": casa.dossier.versione}
    risposta = tutor.post(dove(casa, "evidenza_sposta", delf.pk), dati, **HTMX)
    chiude = risposta.text[risposta.text.index(dove(casa, "dossier_chiudi")) :]
    assert f'name="versione" value="{casa.dossier.versione}"' in chiude


def test_moving_what_somebody_else_has_moved_says_so(casa, tutor):
    celi, delf = casa.mette(CELI, DELF)
    letta = casa.dossier.versione
    casa.mette(LAVORO)
    risposta = tutor.post(
        dove(casa, "evidenza_sposta", delf.pk), {"dove": "su", "versione": letta}, **HTMX
    )
    assert risposta.status_code == 409
    assert "Nel frattempo il dossier è cambiato" in risposta.text
    assert risposta.text.index(celi.titolo) < risposta.text.index(delf.titolo)
    assert LAVORO.titolo in risposta.text


def test_without_scripts_a_refusal_is_the_whole_page(casa, tutor):
    casa.apre(richiesto=False)
    celi = casa.atto(aggiungi_evidenza, dossier_id=casa.dossier.pk, dati=CELI)
    for da in ("dossier", "crediti"):
        dati = {"dove": "su", "versione": 0, "da": da}
        risposta = tutor.post(dove(casa, "evidenza_sposta", celi.pk), dati)
        assert risposta.status_code == 409
        assert "<html" in risposta.text


@pytest.mark.parametrize("nome", ["evidenza_sposta", "evidenza_togli"])
def test_hostile_input_is_refused_without_a_fault(casa, tutor, nome):
    [celi] = casa.mette(CELI)
    for dati in ({}, {"dove": "\x00", "versione": "\x00"}, {"dove": "su", "versione": "9" * 40}):
        risposta = tutor.post(dove(casa, nome, celi.pk), dati)
        assert risposta.status_code in {302, 404, 409}


def test_what_is_taken_off_leaves_the_list(casa, tutor):
    celi, _ = casa.mette(CELI, DELF)
    risposta = tutor.post(
        dove(casa, "evidenza_togli", celi.pk), {"versione": casa.dossier.versione}, **HTMX
    )
    assert celi.titolo not in risposta.text
    assert tutor.get(dove(casa, "evidenza", celi.pk)).status_code == 404


# Valuation and certificate


def test_from_the_identification_to_the_certificate(casa, tutor):
    [celi, lavoro] = casa.mette(CELI, LAVORO)
    tutor.post(dove(casa, "dossier_chiudi"), {"versione": casa.dossier.versione})
    pagina = tutor.get(dove(casa, "evidenza_valuta", celi.pk)).text
    assert "esame dei documenti" in pagina.lower()
    assert "Colloquio" not in pagina
    for evidenza, prova in ((celi, "documenti"), (lavoro, "pratica")):
        risposta = tutor.post(
            dove(casa, "evidenza_valuta", evidenza.pk),
            {"prova": prova, "esito": "positivo", "versione": casa.dossier.versione},
        )
        assert risposta.status_code == 302
    assert casa.dossier.valutato_il is not None
    assert tutor.get(dove(casa, "dossier_certifica")).status_code == 403
    dirigente = entra(casa.dirigente)
    assert "Rilasciare il certificato" in dirigente.get(dove(casa, "dossier_certifica")).text
    senza = dirigente.post(dove(casa, "dossier_certifica"), {"versione": casa.dossier.versione})
    assert senza.status_code == 422
    dati = {"riletto": "si", "versione": casa.dossier.versione}
    senza_delibera = dirigente.post(dove(casa, "dossier_certifica"), dati)
    assert senza_delibera.status_code == 422
    assert "Scegli la delibera della sezione" in senza_delibera.text
    fatto = dirigente.post(
        dove(casa, "dossier_certifica"),
        dati | {"estremi": "n. 4, Sezione di Casoria", "deliberata_il": "2024-06-05"},
    )
    assert fatto.status_code == 302
    assert "in stampa" in dirigente.get(dove(casa, "dossier")).text
    assert Certificato.objects.get().dossier == casa.dossier


def test_a_valuation_that_does_not_hold_is_told_in_place(casa, tutor):
    [celi] = casa.mette(CELI)
    assert tutor.get(dove(casa, "evidenza_valuta", celi.pk)).status_code == 409
    casa.chiude()
    dati = {"prova": "documenti", "esito": "parziale", "versione": casa.dossier.versione}
    risposta = tutor.post(dove(casa, "evidenza_valuta", celi.pk), dati | {"ore-C1": "99"})
    assert risposta.status_code == 422
    assert "sono più ore di quelle chieste" in risposta.text
    bene = tutor.post(dove(casa, "evidenza_valuta", celi.pk), dati | {"ore-C1": "12,5"})
    assert bene.status_code == 302
    assert Evidenza.objects.get().richieste == {"C1": "12.5"}


# The credits


def test_the_page_of_the_credits_has_the_equation_and_its_reasons(casa, tutor):
    casa.mette(*NAIMA)
    pagina = tutor.get(dove(casa, "crediti")).text
    for testo in (
        "Tetto dei crediti: 200 ore, il 50 per cento di 400 ore",
        "12,8 ore valutate restano",
    ):
        assert testo in pagina
    assert "?di=evidenza-" in pagina
    assert "da verificare" in pagina


def test_a_reason_is_a_fragment_or_a_page(casa, tutor):
    casa.mette(CELI)
    indirizzo = dove(casa, "crediti_perche") + "?di=crediti"
    assert "<html" not in tutor.get(indirizzo, **HTMX).text
    assert "<html" in tutor.get(indirizzo).text
    assert tutor.get(dove(casa, "crediti_perche")).status_code == 404


@pytest.mark.parametrize("ordine", ["", "x", "1,,2", "9" * 40, "999999,1", "\x00"])
def test_another_order_takes_whatever_is_typed(casa, tutor, ordine):
    casa.mette(CELI, DELF)
    risposta = tutor.get(dove(casa, "crediti_prova"), {"ordine": ordine})
    assert risposta.status_code == 200
    assert "<html" in risposta.text
    assert CELI.titolo in risposta.text


def test_the_precedents_name_nobody(casa, tutor):
    casa.mette(CELI)
    casa.valuta_tutto()
    casa.atto(rilascia_certificato, casa.dirigente, dossier_id=casa.dossier.pk, **DELIBERATO)
    altra = CorsistaFactory(
        istituto=casa.istituto, tutor=casa.corsista.tutor, offerta=casa.corsista.offerta
    )
    indirizzo = reverse("patto:evidenza_nuova", args=[casa.istituto.slug, altra.pk])
    digitato = {"tipo": TipoEvidenza.CERTIFICAZIONE_ITALIANO.value, "titolo": CELI.titolo}
    pagina = tutor.get(indirizzo, digitato).text
    assert "Lo stesso titolo, altre volte" in pagina
    assert "74,2 ore" in pagina
    assert casa.corsista.persona.cognome not in pagina


# The own dossier


def test_an_adult_asks_brings_and_takes_back(casa):
    browser = entra(casa.corsista.persona)
    pagina = browser.get(dove(casa, "evidenza_mia")).text
    assert "Sì, chiedo il riconoscimento" in pagina
    browser.post(dove(casa, "mia_richiesta"))
    assert casa.dossier.richiesto_il is not None
    senza = browser.post(dove(casa, "evidenza_mia"), {"titolo": "Diploma"})
    assert senza.status_code == 422
    assert "Scegli il file, o fai una foto." in senza.text
    con = browser.post(
        dove(casa, "evidenza_mia"),
        {"titolo": "Diploma", "file": SimpleUploadedFile("foto.png", PNG, "image/png")},
    )
    assert con.status_code == 302
    assert "Il tutor deve ancora guardarlo" in browser.get(dove(casa, "evidenza_mia")).text
    carta = Evidenza.objects.get()
    assert browser.get(dove(casa, "evidenza", carta.pk)).status_code == 403
    browser.post(dove(casa, "evidenza_mia_togli", carta.pk))
    assert not Evidenza.objects.filter(tolta_il__isnull=True).exists()


def test_a_paper_sent_twice_is_one_and_after_it_was_taken_back_it_may_come_again(casa):
    browser = entra(casa.corsista.persona)
    pagina = browser.get(dove(casa, "evidenza_mia")).text
    chiave = re.search(r'name="chiave" value="([0-9a-f]{32})"', pagina)[1]
    assert chiave not in browser.get(dove(casa, "evidenza_mia")).text

    def manda(chiave):
        foto = SimpleUploadedFile("foto.png", PNG, "image/png")
        dati = {"titolo": "Diploma", "file": foto, "chiave": chiave}
        return browser.post(dove(casa, "evidenza_mia"), dati)

    assert [manda(chiave).status_code for _ in range(2)] == [302, 302]
    carta = Evidenza.objects.get()
    assert casa.dossier.versione == 2
    browser.post(dove(casa, "evidenza_mia_togli", carta.pk))
    assert manda(chiave).status_code == 302
    assert Evidenza.objects.filter(tolta_il__isnull=True).count() == 1
    for altra in ("", "corta", "<" * 32, "0" * 33, "0" * 10_000, "a\0" * 16):
        prima = Evidenza.objects.count()
        assert manda(altra).status_code == 302
        assert Evidenza.objects.count() == prima + 1


def test_the_key_stays_with_what_was_typed(casa):
    browser = entra(casa.corsista.persona)
    dati = {"titolo": "Diploma", "chiave": "0123456789abcdef" * 2}
    assert 'value="0123456789abcdef0123456789abcdef"' in browser.post(
        dove(casa, "evidenza_mia"), dati
    ).text  # fmt: skip


def test_the_first_evidence_sent_twice_is_one(casa, tutor):
    dati = {"tipo": "certificazione_italiano", "titolo": "CELI 2", "ore-C1": "10"}
    stati = [tutor.post(dove(casa, "evidenza_nuova"), dati).status_code for _ in range(2)]
    assert stati == [302, 409]
    assert Evidenza.objects.count() == 1


def test_who_answers_for_a_minor_does_it_for_them(casa):
    minore = CorsistaFactory(
        istituto=casa.istituto,
        tutor=casa.corsista.tutor,
        offerta=casa.corsista.offerta,
        persona__data_nascita="2015-01-01",
    )
    genitore = ResponsabilitaFactory(istituto=casa.istituto, studente=minore.persona).adulto
    genitore.utente = casa.dirigente.utente.__class__.objects.create(email="genitore@example.it")
    genitore.save()
    indirizzo = reverse("patto:evidenza_mia", args=[casa.istituto.slug, minore.pk])
    assert f"Quello che {minore.persona.nome} sa già" in entra(genitore).get(indirizzo).text


def test_an_adult_reads_in_plain_words_what_came_out(casa):
    diploma, lavoro, celi = casa.mette(DIPLOMA, LAVORO, CELI)
    casa.chiude()
    casa.valuta(diploma)
    casa.valuta(lavoro)
    casa.valuta(celi, EsitoProva.NEGATIVO)
    pagina = entra(casa.corsista.persona).get(dove(casa, "evidenza_mia")).text
    assert "108 ore" in pagina
    assert "È già riconosciuto con un altro documento." in pagina
    assert "la prova non è superata" in pagina


def test_the_figures_of_an_agreement_in_force_stay_as_they_were_signed(casa, tutor):
    casa.mette(CELI)
    VersioneFactory(
        istituto=casa.istituto, patto__corsista=casa.corsista,
        **campi(StatoPatto.IN_CORSO, casa.istituto)
        | {"ore_totali": 400, "ore_accoglienza": 32, "ore": {}, "crediti": {}},
    )  # fmt: skip
    pagina = tutor.get(dove(casa, "crediti")).text
    assert "<strong>32</strong>" in pagina
    assert "quelli del patto in vigore, che ha 368 ore di piano" in pagina
    assert "entra solo in un patto nuovo" in pagina
