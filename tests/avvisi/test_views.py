"""The desk, the notices and the long works as a browser asks for them."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cpia.avvisi.enums import StatoLavoro
from cpia.avvisi.models import Lavoro, Notifica, Scadenza
from cpia.avvisi.scrivania import ruoli_in_vigore
from cpia.avvisi.services import (
    Avviso,
    accoda,
    avanza,
    comincia,
    concludi,
    mostra_nel_portale,
)
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from tests.avvisi import scena
from tests.avvisi.scena import contesto, incarico, scadenza

GIORNO = timedelta(days=1)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def adesso():
    return timezone.now()


@pytest.fixture
def oggi(adesso):
    return timezone.localdate(adesso)


@pytest.fixture
def cliente(scuola):
    """``cliente(persona)``: a browser in which this person has signed in."""

    def entra(chi):
        browser = Client()
        browser.force_login(chi.utente)
        browser.get(f"/{scuola.istituto.slug}/scrivania/")
        # The session is of nobody's institute; the test goes on within that of the school.
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        return browser

    return entra


@pytest.fixture
def vai(scuola, cliente):
    """``vai(persona, "scrivania/")``: what the page of the school answers."""

    def apri(chi, percorso, metodo="get", **altro):
        browser = cliente(chi)
        risposta = getattr(browser, metodo)(f"/{scuola.istituto.slug}/{percorso}", **altro)
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        return risposta

    return apri


def html(risposta):
    """The page without what differs from one answer to the next."""
    return re.sub(r'nonce="[^"]+"|content="[^"]{64}"', "", risposta.content.decode())


def notifica(a_chi, chiave="prova.uno", indirizzo="/liceo-di-prova/scrivania/"):
    """A notice in the portal, not read yet."""
    mostra_nel_portale(
        istituto_id=a_chi.istituto_id,
        avviso=Avviso(
            chiave, "prova.avviso", "cosa/1", a_chi, f"Avviso {chiave}", "Testo.", indirizzo
        ),
        adesso=timezone.now(),
    )
    return Notifica.objects.get(promemoria__chiave=chiave)


# The desk


def test_four_groups_with_their_counts_and_the_words_of_the_deadline(scuola, vai, oggi):
    for chiave, giorni in (("a", -2), ("b", 0), ("c", 3), ("d", 3), ("e", 20)):
        scadenza(scuola, chiave, oggi + giorni * GIORNO)
    pagina = html(vai(scuola.docente, "scrivania/"))
    for testo in (
        "Una cosa è in ritardo; una si chiude oggi.",
        *(
            f'id="gruppo-{chiave}">{titolo}</h2> <span class="conta" id="conta-{chiave}">{quante}<'
            for chiave, titolo, quante in (
                ("in_ritardo", "In ritardo", 1),
                ("oggi", "Oggi", 1),
                ("settimana", "Questa settimana", 2),
                ("avanti", "Più avanti", 1),
            )
        ),
        "In ritardo di 2 giorni",
        "Fra 3 giorni",
        "Docente, 5",
    ):
        assert testo in pagina
    assert pagina.count("data-voce>") == 5
    assert pagina.count("btn-primary") == 4


def test_the_roles_of_today_with_their_classes_until_the_year_is_over(scuola):
    in_giugno = ruoli_in_vigore(contesto(scuola.docente, scena.MERCOLEDI))
    assert [ruolo.testo for ruolo in in_giugno] == ["Matematica in 2ªB AFM"]
    l_anno_dopo = contesto(scuola.docente, scena.MERCOLEDI + 120 * GIORNO)
    assert list(ruoli_in_vigore(l_anno_dopo)) == []


def test_the_number_of_queries_does_not_depend_on_the_rows(scuola, cliente, oggi):
    browser = cliente(scuola.docente)
    conti = []
    for quante in (1, 30):
        for n in range(Scadenza.objects.count(), quante):
            scadenza(scuola, f"s{n}", oggi + (n % 9 - 2) * GIORNO, perche=[{"testo": "Così."}])
            notifica(scuola.docente, f"n{n}")
        with CaptureQueriesContext(connection) as contate:
            risposta = browser.get(f"/{scuola.istituto.slug}/scrivania/")
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        assert html(risposta).count("data-voce>") == quante
        conti.append(len(contate))
    assert conti[0] == conti[1] <= 20


def test_a_filter_shows_one_role(scuola, vai, oggi):
    incarico(scuola.docente, Ruolo.COORDINATORE, classe=scuola.classe)
    scadenza(scuola, "mia", oggi)
    scadenza(scuola, "classe", oggi, ruolo=Ruolo.COORDINATORE, classe=scuola.classe)
    pagina = html(vai(scuola.docente, f"scrivania/?ruolo=coordinatore-{scuola.classe.pk}"))
    assert "Da fare: classe" in pagina
    assert '<h3><a href="/liceo-di-prova/scrivania/" data-apri>Da fare: mia' not in pagina
    assert 'aria-current="true">Coordinatrice 2ªB AFM, 1' in pagina


def test_with_nothing_left_the_next_deadline_is_told(scuola, vai, oggi):
    assert "Non ci sono altre scadenze" in html(vai(scuola.docente, "scrivania/"))
    scadenza(scuola, "poi", oggi + 9 * GIORNO, visibile_dal=oggi + GIORNO)
    pagina = html(vai(scuola.docente, "scrivania/"))
    assert "Oggi non c’è nulla da fare." in pagina
    assert "La prossima scadenza è" in pagina
    assert "Da fare: poi" in pagina


def test_a_role_withdrawn_empties_the_desk_at_the_next_request(scuola, vai, oggi):
    scadenza(scuola, "mia", oggi)
    assert "Da fare: mia" in html(vai(scuola.docente, "scrivania/"))
    scuola.docente.incarichi.update(revocato_il=timezone.now())
    pagina = html(vai(scuola.docente, "scrivania/"))
    assert "Da fare: mia" not in pagina
    assert "Oggi nessun incarico è in vigore." in pagina


def test_why_that_day_is_for_whose_it_is(scuola, vai, oggi):
    perche = [{"regola": "termine", "fonte": "Circolare n. 417", "testo": "Tre giorni prima."}]
    mia = scadenza(scuola, "mia", oggi, perche=perche)
    senza = scadenza(scuola, "senza", oggi)
    percorso = f"scrivania/{mia.pk}/perche/"
    for intestazioni in ({}, HTMX):
        pagina = html(vai(scuola.docente, percorso, headers=intestazioni))
        assert "Tre giorni prima." in pagina
        assert "Circolare n. 417" in pagina
        assert ("<html" in pagina) == (not intestazioni)
    assert vai(scuola.coordinatrice, percorso).status_code == 404
    assert vai(scuola.docente, f"scrivania/{senza.pk}/perche/").status_code == 404
    assert vai(scuola.docente, "scrivania/999999/perche/").status_code == 404


# The notices


def test_a_notice_is_read_when_it_is_opened_and_leads_where_it_speaks_of(scuola, vai):
    una = notifica(scuola.docente, indirizzo="/liceo-di-prova/avvisi/?pagina=1")
    pagina = html(vai(scuola.docente, "avvisi/"))
    assert "1 avviso da leggere." in pagina
    assert 'class="quanti">1<' in pagina
    risposta = vai(scuola.docente, f"avvisi/{una.pk}/")
    assert (risposta.status_code, risposta["Location"]) == (302, una.indirizzo)
    una.refresh_from_db()
    assert una.letta_il
    assert "Sono tutti letti." in html(vai(scuola.docente, "avvisi/"))


def test_a_notice_of_somebody_else_is_not_there(scuola, vai):
    una = notifica(scuola.docente)
    altrui = vai(scuola.coordinatrice, f"avvisi/{una.pk}/")
    assert altrui.status_code == 404
    assert html(altrui) == html(vai(scuola.coordinatrice, "avvisi/999999/"))
    una.refresh_from_db()
    assert una.letta_il is None
    assert "Avviso prova.uno" not in html(vai(scuola.coordinatrice, "avvisi/"))


def test_all_read_at_once_by_a_post(scuola, vai):
    for n in range(3):
        notifica(scuola.docente, f"n{n}")
    assert vai(scuola.docente, "avvisi/letti/").status_code == 405
    assert vai(scuola.docente, "avvisi/letti/", "post").status_code == 302
    assert not Notifica.objects.filter(letta_il=None).exists()


def test_notices_come_in_pages_with_the_same_queries(scuola, cliente):
    browser = cliente(scuola.docente)
    conti = []
    for quante in (1, 45):
        for n in range(Notifica.objects.count(), quante):
            notifica(scuola.docente, f"n{n}")
        with CaptureQueriesContext(connection) as contate:
            pagina = html(browser.get(f"/{scuola.istituto.slug}/avvisi/"))
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        conti.append(len(contate))
    assert conti[0] == conti[1]
    assert pagina.count("data-voce>") == 30
    assert "pagina 1 di 2" in pagina


# The long works


@pytest.fixture
def lavoro(scuola, adesso):
    """A job asked for by the coordinator, one piece of four done after ten seconds."""
    chiesto = accoda(
        autore=contesto(scuola.coordinatrice, adesso),
        adesso=adesso,
        task="prova.stampa",
        riferimento=7,
        titolo="Certificati della 2ªB AFM",
        totale=4,
        indirizzo=f"/{scuola.istituto.slug}/scrivania/",
    )
    preso = comincia(istituto_id=scuola.istituto.pk, lavoro_id=chiesto.pk, adesso=adesso)
    avanza(lavoro=preso, adesso=adesso + timedelta(seconds=10))
    return preso


def test_the_fragment_asks_for_itself_until_it_is_over(scuola, vai, lavoro, adesso):
    percorso = f"lavori/{lavoro.pk}/"
    frammento = html(vai(scuola.coordinatrice, percorso, headers=HTMX))
    assert "<html" not in frammento
    assert f'hx-get="/{scuola.istituto.slug}/{percorso}" hx-trigger="every 2s"' in frammento
    assert "1 di 4" in frammento
    assert "Ancora circa 30 secondi." in frammento
    concludi(lavoro=lavoro, adesso=adesso)
    assert Notifica.objects.get().letta_il is None
    frammento = html(vai(scuola.coordinatrice, percorso, headers=HTMX))
    assert "hx-trigger" not in frammento
    assert f'href="/{scuola.istituto.slug}/scrivania/"' in frammento
    assert Notifica.objects.get().letta_il


def test_a_finished_paper_can_be_taken_at_once(scuola, vai, lavoro, adesso):
    Lavoro.objects.update(indirizzo=f"/{scuola.istituto.slug}/documenti/3/")
    concludi(lavoro=lavoro, adesso=adesso)
    frammento = html(vai(scuola.coordinatrice, f"lavori/{lavoro.pk}/", headers=HTMX))
    assert f'href="/{scuola.istituto.slug}/documenti/3/"' in frammento
    assert "Scarica il documento" in frammento


def test_failures_are_shown_one_by_one(scuola, vai, lavoro, adesso):
    errore = {"chi": "Ndoye Ibra", "testo": "manca il luogo di nascita"}
    avanza(lavoro=lavoro, adesso=adesso, fatti=0, errore=errore)
    concludi(lavoro=lavoro, adesso=adesso)
    pagina = html(vai(scuola.coordinatrice, f"lavori/{lavoro.pk}/"))
    assert "Non riuscito: Ndoye Ibra, manca il luogo di nascita" in pagina
    assert "<html" in pagina


def test_a_job_is_seen_and_stopped_by_who_asked_for_it_only(scuola, vai, lavoro):
    for percorso, metodo in (
        (f"lavori/{lavoro.pk}/", "get"),
        (f"lavori/{lavoro.pk}/ferma/", "post"),
    ):
        assert vai(scuola.docente, percorso, metodo).status_code == 404
        assert vai(scuola.docente, "lavori/999999/", "get").status_code == 404
    assert Lavoro.objects.get().stato == StatoLavoro.IN_CORSO
    assert vai(scuola.coordinatrice, f"lavori/{lavoro.pk}/ferma/").status_code == 405

    fermato = vai(scuola.coordinatrice, f"lavori/{lavoro.pk}/ferma/", "post", headers=HTMX)
    assert "Fermato: quello che è pronto resta." in html(fermato)
    assert Lavoro.objects.get().stato == StatoLavoro.FERMATO


def test_without_scripts_stopping_leads_back_to_the_page(scuola, vai, lavoro):
    risposta = vai(scuola.coordinatrice, f"lavori/{lavoro.pk}/ferma/", "post")
    assert (risposta.status_code, risposta["Location"]) == (
        302,
        f"/{scuola.istituto.slug}/lavori/{lavoro.pk}/",
    )


# Nobody else's


@pytest.mark.parametrize("percorso", ["scrivania/", "avvisi/", "avvisi/1/", "lavori/1/"])
def test_a_stranger_is_asked_to_sign_in_and_another_school_finds_nothing(scuola, vai, percorso):
    risposta = Client().get(f"/{scuola.istituto.slug}/{percorso}")
    assert risposta.status_code == 302
    assert risposta["Location"].startswith("/accesso/login/")
    altra = scena.scuola("altra")
    assert vai(altra.docente, percorso).status_code == 404
