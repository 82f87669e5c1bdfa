"""The pages of enrolment: nothing typed is lost, what is hidden stays so, few queries."""

import hashlib
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.scuola.enums import Ruolo, TipoIstituto
from cpia.scuola.models import Persona, Responsabilita
from patto_formativo.enums import StatoDomanda
from patto_formativo.models import (
    AperturaIscrizioni,
    Carta,
    DomandaIscrizione,
    Offerta,
    QuadroOrario,
)
from patto_formativo.services.iscrizioni import respingi_domanda
from tests.factories.patto import QuadroOrarioFactory, UnitaApprendimentoFactory
from tests.factories.scuola import IstitutoFactory, PersonaFactory
from tests.patto_formativo.scena_iscrizioni import (
    ADESSO,
    CODICE,
    DANYLO,
    PDF,
    Scena,
    dove,
    entra,
    manda,
    parole,
)

NUL = "A\0"


@pytest.fixture(autouse=True)
def _ambiente(settings, monkeypatch, tmp_path):
    settings.MFA_OBBLIGATORIA = False
    settings.MEDIA_ROOT = str(tmp_path)
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def scena(db):
    return Scena()


@pytest.fixture
def ufficio(scena):
    return entra(scena.segretaria)


# the public page


def test_a_stranger_applies_and_follows_the_application(scena):
    pagina = Client().get(dove("iscriviti"))
    assert "Centro" in parole(pagina)
    assert "Casa protetta" not in parole(pagina)
    assert pagina["X-Robots-Tag"] == "noindex, nofollow"
    arrivata = manda(scena)
    assert arrivata.status_code == 302
    ricevuta = Client().get(arrivata.url)
    codice = ricevuta.context["codice"]
    assert codice in parole(ricevuta)
    assert "Oulhaj" not in parole(ricevuta)
    domanda = DomandaIscrizione.objects.get()
    assert domanda.titolo_accesso == "titolo di studio di un altro Paese: diploma, Casablanca"
    assert domanda.codice_fiscale == CODICE
    respingi_domanda(
        autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk, motivo="Corso completo."
    )
    segue = Client().post(dove("segui"), {"codice": codice.lower(), "data_nascita": "1989-03-14"})
    assert "Corso completo." in parole(segue)
    assert "Oulhaj" not in parole(segue)


def test_the_home_of_the_school_leads_there_and_names_no_reserved_site(scena):
    pagina = parole(Client().get(reverse("istituto", args=["cpia"])))
    assert dove("iscriviti") in pagina
    assert "Centro" in pagina
    assert "Casa protetta" not in pagina


def test_a_receipt_that_nobody_has(scena):
    assert Client().get(dove("ricevuta", "inventata")).status_code == 404
    niente = Client().post(dove("segui"), {"codice": "AAAA", "data_nascita": "1989-03-14"})
    assert niente.status_code == 422
    assert "controlla la ricevuta" in parole(niente)


def test_sent_twice_it_is_one(scena):
    prima, seconda = manda(scena), manda(scena)
    assert prima.url == seconda.url
    assert DomandaIscrizione.objects.count() == 1


@pytest.mark.parametrize(
    ("campi", "campo"),
    [
        ({"codice_fiscale": CODICE[:-1] + "A"}, "codice_fiscale"),
        ({"codice_fiscale": "BRO"}, "codice_fiscale"),
        ({"codice_fiscale": "92049500637"}, "codice_fiscale"),
        ({"cognome": "Ponticelli"}, "codice_confermato"),
        ({"provincia_nascita": "NA"}, "codice_fiscale"),
        ({"cognome": "محمد"}, "cognome"),
        ({"cognome": NUL}, "cognome"),
        ({"data_nascita": "2030-01-01"}, "data_nascita"),
        ({"data_nascita": "0001-01-01"}, "data_nascita"),
        ({"data_nascita": "ieri"}, "data_nascita"),
        ({"data_nascita": "2010-01-01", "codice_fiscale": ""}, "adulto_cognome"),
        ({"email": "naima"}, "email"),
        ({"telefono": "chiamami"}, "telefono"),
        ({"studi": ""}, "studi"),
        ({"soggiorno_scade": ""}, "soggiorno_scade"),
        ({"stato_cittadinanza": ""}, "stato_cittadinanza"),
        ({"offerta": 10**30}, "offerta"),
        ({"offerta": NUL}, "offerta"),
        ({"chiave": "la-chiave-di-prova/../x"}, "chiave"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(scena, campi, campo):
    risposta = manda(scena, **campi)
    assert risposta.status_code == 422
    assert campo in risposta.context["form"].errors
    assert "diploma, Casablanca" in parole(risposta)
    assert "la-chiave-di-prova" in parole(risposta)
    assert not DomandaIscrizione.objects.exists()


def test_a_doubt_on_the_code_is_confirmed_by_who_has_the_card(scena):
    assert manda(scena, sesso="M").status_code == 422
    assert manda(scena, sesso="M", codice_confermato="on").status_code == 302
    assert "codice_dubbio" in str(DomandaIscrizione.objects.get().rilievi)


def test_an_adult_with_an_expired_permit_enrols_with_a_term(scena):
    assert manda(scena, soggiorno_scade="2023-09-01").status_code == 302
    assert "senza_permesso" in str(DomandaIscrizione.objects.get().rilievi)


@pytest.mark.parametrize(
    ("nome", "contenuto", "detto"),
    [
        ("virus.pdf", b"MZ\x90\x00", "programma"),
        ("pagina.pdf", b"<html><script>alert(1)</script></html>", "pagina web"),
        ("vuoto.pdf", b"", "vuoto"),
        ("rotto.pdf", b"%PDF-1.4 rotto", ""),
    ],
)
def test_a_hostile_file_is_refused_at_its_place(scena, nome, contenuto, detto):
    risposta = manda(scena, file_identita=SimpleUploadedFile(nome, contenuto))
    assert risposta.status_code == 422
    assert detto in str(risposta.context["form"].errors["file_identita"])
    assert not Carta.objects.exists()


def test_a_huge_file_is_refused(scena, settings):
    settings.CARICAMENTO_MASSIMO = 10
    risposta = manda(scena, file_titolo=SimpleUploadedFile("grande.pdf", b"%PDF-" + b"0" * 20))
    assert "file_titolo" in risposta.context["form"].errors


def test_what_a_machine_fills_in_is_thrown_away(scena):
    assert manda(scena, sito="https://x.example").status_code == 422
    assert not DomandaIscrizione.objects.exists()


def test_a_flood_is_stopped_and_what_was_typed_stays(scena, monkeypatch):
    monkeypatch.setattr("patto_formativo.views.iscrizioni.pubbliche.DOMANDE_AL_MINUTO", 1)
    manda(scena)
    ferma = manda(scena, chiave="un-altra")
    assert ferma.status_code == 422
    assert "aspetta un minuto" in parole(ferma)
    assert "diploma, Casablanca" in parole(ferma)
    assert Client().post(dove("iscriviti")).status_code == 422


def test_who_guesses_codes_is_stopped(scena, monkeypatch):
    monkeypatch.setattr("patto_formativo.views.iscrizioni.ricevute.RICERCHE_AL_MINUTO", 1)
    corpo = {"codice": "AAAA", "data_nascita": "1989-03-14"}
    assert Client().post(dove("segui"), corpo).status_code == 422
    assert Client().post(dove("segui"), corpo).status_code == 429


def test_before_the_first_day_it_says_when(scena, monkeypatch):
    agosto = ADESSO.replace(month=8)
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: agosto)
    assert "1º settembre" in parole(Client().get(dove("iscriviti")))
    assert "1º settembre" in parole(manda(scena))
    assert not DomandaIscrizione.objects.exists()


def test_in_a_school_that_is_no_cpia_there_is_no_such_page(scena):
    IstitutoFactory(slug="liceo", tipo=TipoIstituto.SUPERIORE)
    for nome in ("iscriviti", "segui"):
        assert Client().get(reverse(f"patto:{nome}", args=["liceo"])).status_code == 404


# the office


def test_the_desk_registers_for_a_reserved_site(scena, ufficio):
    assert "Casa protetta" in parole(ufficio.get(dove("domanda_nuova")))
    risposta = manda(
        scena, "domanda_nuova", ufficio, offerta=scena.corso_riservato.pk,
        identita_numero="CA123", nota_riservata="accompagnata",
    )  # fmt: skip
    domanda = DomandaIscrizione.objects.get()
    assert risposta.url == dove("domanda", domanda.pk)
    assert domanda.carte.get(tipo="identita").numero == "CA123"
    assert domanda.nota_riservata == "accompagnata"


def test_the_way_of_an_application(scena, ufficio):
    domanda, _ = scena.presenta()
    assert "Naima Oulhaj" in parole(ufficio.get(dove("domanda", domanda.pk)))
    assert ufficio.post(dove("domanda_accogli", domanda.pk)).status_code == 302
    tardi = ufficio.post(dove("domanda_respingi", domanda.pk), {"motivo": "No"})
    assert tardi.status_code == 422
    assert "rileggi la pagina" in parole(tardi)
    sbagliata = ufficio.post(
        dove("domanda_quota", domanda.pk),
        {"esonero": "no", "pagata_il": "2024-01-01", "pagamento": "pagoPA"},
    )
    assert sbagliata.status_code == 422
    assert "pagoPA" in parole(sbagliata)
    ufficio.post(
        dove("domanda_quota", domanda.pk),
        {"esonero": "no", "pagata_il": "2023-10-02", "pagamento": "pagoPA"},
    )
    domanda.refresh_from_db()
    assert domanda.stato == StatoDomanda.PERFEZIONATA
    assert "Iscrizione completa" in parole(ufficio.get(dove("domanda", domanda.pk)))


def test_the_office_confirms_what_the_application_says_of_who_is_known(scena, ufficio):
    PersonaFactory(istituto=scena.istituto, cognome="Oulhaj", codice_fiscale=CODICE, email="")
    domanda, _ = scena.presenta()
    indirizzo = dove("domanda_accogli", domanda.pk)
    pagina = parole(ufficio.get(indirizzo))
    assert "è già fra le persone della scuola" in pagina
    assert "la scuola non ha l’e-mail" in pagina
    assert "l’e-mail della domanda è la sua" in pagina
    assert ufficio.post(indirizzo, {"conferma_email": "on"}).status_code == 302
    assert Persona.objects.get(codice_fiscale=CODICE).email == "naima@posta.example"


def test_the_page_shows_the_true_addressee(scena, ufficio):
    PersonaFactory(
        istituto=scena.istituto, cognome="Oulhaj", codice_fiscale=CODICE,
        email="vecchia@posta.example",
    )  # fmt: skip
    domanda, _ = scena.presenta()
    pagina = parole(ufficio.get(dove("domanda_accogli", domanda.pk)))
    assert "vecchia@posta.example, l’e-mail che la scuola conosce" in pagina


def test_somebody_new_who_answers_is_confirmed_on_the_page(scena, ufficio):
    minore = PersonaFactory(
        istituto=scena.istituto, cognome="Hrytsenko", codice_fiscale=DANYLO["codice_fiscale"]
    )
    padre = PersonaFactory(istituto=scena.istituto, cognome="Hrytsenko", nome="Petro")
    Responsabilita.objects.create(
        istituto=scena.istituto, studente=minore, adulto=padre, legame="genitore",
        dal=date(2023, 1, 1), limite="decreto n. 4",
    )  # fmt: skip
    domanda, _ = scena.presenta(**DANYLO)
    indirizzo = dove("domanda_accogli", domanda.pk)
    assert "limitato: decreto n. 4" in parole(ufficio.get(indirizzo))
    assert ufficio.post(indirizzo).status_code == 422
    assert ufficio.post(indirizzo, {"conferma_responsabile": "on"}).status_code == 302


def test_the_reason_of_each_judgement(scena, ufficio):
    domanda, _ = scena.presenta(carte=[])
    indirizzo = dove("domanda_perche", domanda.pk)
    for di, detto in (("soggiorno", "Manca il permesso"), ("quota", "delibera n. 38"),
                      ("in_tempo", "15 ottobre")):  # fmt: skip
        assert detto in parole(ufficio.get(indirizzo, {"di": di}))
    assert ufficio.get(indirizzo, {"di": "altro"}).status_code == 404


def test_a_paper_is_read_by_the_office_and_the_register_knows(scena, ufficio):
    domanda, _ = scena.presenta()
    carta = domanda.carte.get()
    carta.file.save("prova.pdf", ContentFile(PDF), save=False)
    carta.impronta = hashlib.sha256(PDF).hexdigest()
    carta.save()
    letta = ufficio.get(dove("carta", carta.pk))
    assert letta.content == PDF
    assert letta["X-Content-Type-Options"] == "nosniff"
    assert letta["Cache-Control"] == "private, no-store"
    assert Operazione.objects.filter(azione="legge carta").exists()
    carta.impronta = "1" * 64
    carta.save()
    assert ufficio.get(dove("carta", carta.pk)).status_code == 404
    assert entra(scena.chi(Ruolo.TUTOR)).get(dove("carta", carta.pk)).status_code == 403


def test_a_paper_is_verified_with_one_click(scena, ufficio):
    domanda, _ = scena.presenta()
    carta = domanda.carte.get()
    ufficio.post(dove("carta_verifica", carta.pk), {"non_va": "x" * 201})
    carta.refresh_from_db()
    assert carta.verificata_il is None
    ufficio.post(dove("carta_verifica", carta.pk), {"non_va": ""})
    carta.refresh_from_db()
    assert carta.verificata_da == scena.segretaria


def test_the_direction_reads_and_does_not_act(scena):
    domanda, _ = scena.presenta()
    dirigente = entra(scena.chi(Ruolo.DIRIGENTE))
    pagina = parole(dirigente.get(dove("domanda", domanda.pk)))
    assert "Naima Oulhaj" in pagina
    assert "Accogli…" not in pagina
    assert dirigente.post(dove("domanda_accogli", domanda.pk)).status_code == 403


def test_the_list_filters_counts_and_finds(scena, ufficio):
    scena.presenta()
    altra, _ = scena.presenta(
        cognome="Ponticelli", codice_fiscale="", cittadinanza="italiana", nome="Salvatore"
    )
    respingi_domanda(autore=scena.ufficio(), adesso=ADESSO, domanda_id=altra.pk, motivo="No")
    pagina = parole(ufficio.get(dove("domande")))
    assert "Tutte, 2" in pagina
    assert "Respinta, 1" in pagina
    trovate = parole(ufficio.get(dove("domande"), {"q": "ponti", "stato": "respinta"}))
    assert "Ponticelli" in trovate
    assert "Oulhaj" not in trovate
    for strano in ({"q": NUL}, {"sede": 10**30}, {"sede": "x"}, {"stato": "x"}, {"pagina": "-9"}):
        assert ufficio.get(dove("domande"), strano).status_code == 200


@pytest.mark.parametrize("nome", ["domande", "soggiorno"])
def test_as_many_queries_with_one_as_with_many(scena, ufficio, nome):
    def quante():
        with CaptureQueriesContext(connection) as lette:
            assert ufficio.get(dove(nome)).status_code == 200
        return len(lette)

    scena.presenta(carte=[], codice_fiscale="")
    quante()
    con_una = quante()
    for _ in range(6):
        scena.presenta(carte=[], codice_fiscale="")
    assert quante() == con_una


# the year


def offerta_scritta(scena, **altro):
    return {
        "genere": "alfabetizzazione", "livello": "A1", "sede": scena.sede.pk, "fascia": "sera",
        "giorni": "lunedì", "dalle": "17:00", "alle": "19:00", "aperta": "on",
    } | altro  # fmt: skip


def test_the_office_keeps_the_courses(scena, ufficio):
    assert ufficio.post(dove("offerta_nuova"), offerta_scritta(scena)).status_code == 302
    corso = Offerta.objects.get(genere="alfabetizzazione")
    ufficio.post(dove("offerta", corso.pk), offerta_scritta(scena, aula="aula 9", versione="1"))
    corso.refresh_from_db()
    assert corso.aula == "aula 9"
    for sbagliata in ({"alle": "16:00"}, {"genere": "ampliamento", "livello": ""},
                      {"genere": "primo_livello_primo_periodo"}, {"sede": 0},
                      {"giorni": NUL}):  # fmt: skip
        risposta = ufficio.post(dove("offerta_nuova"), offerta_scritta(scena, **sbagliata))
        assert risposta.status_code == 422
    scena.presenta(offerta_id=scena.corso.pk)
    rifiutata = ufficio.post(dove("offerta_togli", scena.corso.pk))
    assert rifiutata.status_code == 422
    assert ufficio.post(dove("offerta_togli", corso.pk)).status_code == 302
    assert not Offerta.objects.filter(pk=corso.pk).exists()


def test_term_and_fee_of_the_year(scena, ufficio):
    scritti = {"dal": "2023-09-01", "termine": "2023-11-15", "quota": "12.50", "versione": "1"}
    assert ufficio.post(dove("apertura"), scritti).status_code == 302
    scena.apertura.refresh_from_db()
    assert scena.apertura.termine == date(2023, 11, 15)
    for sbagliati in ({"termine": "2023-08-01"}, {"quota": "-1"}, {"dal": "x"},
                      {"quota": "9" * 30}):  # fmt: skip
        assert ufficio.post(dove("apertura"), scritti | sbagliati).status_code == 422


def test_the_next_year_is_prepared_before_it_begins(scena, ufficio):
    vuoto = parole(ufficio.get(dove("iscrizioni"), {"anno": "2024"}))
    assert "Iscrizioni 2024/25" in vuoto
    assert "Copia dall’anno prima" in vuoto
    ufficio.post(dove("anno_copia"), {"anno": "2024"})
    assert Offerta.objects.filter(anno_scolastico__inizio=2024).count() == 2
    scritti = {"dal": "2024-09-01", "quota": "10"}
    ufficio.post(f"{dove('apertura')}?anno=2024", scritti)
    assert AperturaIscrizioni.objects.filter(anno_scolastico__inizio=2024).exists()
    # Until the first day one enrols in the year in course.
    assert "2023/24" in parole(Client().get(dove("iscriviti")))
    for strano in ("1990", "x", "9" * 40, NUL):
        pagina = ufficio.get(dove("iscrizioni"), {"anno": strano})
        assert "Iscrizioni 2023/24" in parole(pagina)


def test_the_hours_of_a_path_are_summed_beside_both_sources(scena, ufficio):
    assert ufficio.get(dove("quadro_nuovo")).status_code == 200
    scelto = {"percorso": "primo_livello_primo_periodo", "livello": ""}
    assert "C22" in parole(ufficio.get(dove("quadro_nuovo"), scelto))
    ore = {f"C{n}": "18" for n in range(1, 23)}
    assert ufficio.post(dove("quadro_nuovo"), scelto | ore | {"C1": "-1"}).status_code == 422
    risposta = ufficio.post(dove("quadro_nuovo"), scelto | ore | {"C1": "25.20"})
    quadro = QuadroOrario.objects.get()
    assert risposta.url == dove("quadro", quadro.pk)
    assert (quadro.ore["C1"], quadro.ore["C2"]) == ("25.2", "18")
    pagina = parole(ufficio.get(dove("quadro", quadro.pk)))
    assert "Il percorso è di 400 ore: il quadro ne ha 403,2 ore" in pagina
    assert "396" in pagina


def test_the_units_of_a_path(scena, ufficio):
    quadro = QuadroOrarioFactory(istituto=scena.istituto, anno_scolastico=scena.anno)
    buona = {
        "ordine": "1", "titolo": "Numeri", "competenze": ["C13"], "ore": "18",
        "a_distanza": "4", "fruizione": "aula virtuale", "prova": "prova scritta",
    }  # fmt: skip
    assert ufficio.post(dove("unita_nuova", quadro.pk), buona).status_code == 302
    for sbagliata in ({"a_distanza": "19"}, {"fruizione": ""}, {"competenze": ["C99"]},
                      {"ore": "0"}, {"ore": "1e9"}):  # fmt: skip
        risposta = ufficio.post(dove("unita_nuova", quadro.pk), buona | sbagliata)
        assert risposta.status_code == 422
    unita = UnitaApprendimentoFactory(istituto=scena.istituto, quadro=quadro)
    altra = buona | {"titolo": "Altro", "versione": "1"}
    assert ufficio.post(dove("unita", unita.pk), altra).status_code == 302
    assert ufficio.post(dove("unita_togli", unita.pk)).status_code == 302
    assert quadro.unita.count() == 1
