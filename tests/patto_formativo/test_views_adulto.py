"""The page of who learns: every moment, every language, who sees it, asking and signing."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.scuola.enums import Legame, Ruolo
from cpia.scuola.models import Sede
from cpia.scuola.tenancy import istituto_corrente
from patto_formativo import models
from patto_formativo.cortesia import testi as parole_in
from patto_formativo.enums import GenereOfferta, Lingua, StatoCorsista, StatoDomanda, StatoPatto
from patto_formativo.models import FirmaPatto, RichiestaModifica, Versione
from tests.factories.patto import (
    CorsistaFactory,
    CpiaFactory,
    DomandaFactory,
    LezioneFactory,
    MembroFactory,
    OffertaFactory,
    PattoFactory,
    VersioneFactory,
)
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory
from tests.patto_formativo.scena_adulto import MINORENNE, scena

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _adesso(monkeypatch):
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def istituto():
    cpia = CpiaFactory()
    with istituto_corrente(cpia.pk):
        yield cpia


@pytest.fixture
def naima(istituto):
    return scena(istituto)


@pytest.fixture
def danylo(istituto):
    """A minor."""
    return scena(istituto, nascita=MINORENNE)


@pytest.fixture
def come(client):
    def entra(persona):
        client.force_login(persona.utente)
        return client

    return entra


def dove(nome, istituto, *args, **domanda):
    coda = "&".join(f"{c}={v}" for c, v in domanda.items())
    return reverse(f"patto:{nome}", args=[istituto.slug, *args]) + (f"?{coda}" if coda else "")


def letta(risposta):
    return " ".join(risposta.content.decode().split())


def mostra(come, scena_, persona=None, **domanda):
    """The page of a person as somebody sees it."""
    chi = persona or scena_.corsista.persona
    risposta = come(chi).get(dove("mio_di", scena_.istituto, scena_.corsista.pk, **domanda))
    assert risposta.status_code == 200
    return letta(risposta)


def firma(come, scena_, persona, versione, **altro):
    dati = {"versione": versione.pk, "impronta": versione.impronta, "riletto": "si"} | altro
    return come(persona).post(dove("mio_firma", scena_.istituto, scena_.corsista.pk), dati)


# The moments


def test_an_adult_reads_the_equation_and_by_when_to_sign(come, naima):
    naima.versione(StatoPatto.APPROVATO)
    pagina = mostra(come, naima)
    assert "Da firmare entro" in pagina
    assert "La Commissione lo ha approvato martedì 4 giugno." in pagina
    for scritto in ("400", "− 40", "− 200", "160", "112", "4"):
        assert f'dir="ltr">{scritto}</span>' in pagina
    assert "Puoi mancare 48 ore, non di più." in pagina
    assert "Se non vieni per 2 mesi" in pagina
    assert "Firma il patto…" in pagina


@pytest.mark.parametrize(
    ("stato", "chip", "poi"),
    [
        (StatoPatto.BOZZA, "Il patto si sta scrivendo", "Poi lo guarda la Commissione."),
        (StatoPatto.IN_NEGOZIAZIONE, "Il patto è alla Commissione", "Poi puoi firmarlo."),
        (StatoPatto.SOTTOSCRITTO, "Patto firmato", "Adesso vieni alle lezioni."),
        (StatoPatto.IN_CORSO, "Patto in corso", "Continua a venire alle lezioni."),
    ],
)
def test_each_state_of_the_agreement_says_what_comes_next(come, naima, stato, chip, poi):
    naima.versione(stato)
    pagina = mostra(come, naima)
    assert chip in pagina
    assert poi in pagina
    assert "Firma il patto…" not in pagina


def test_without_an_agreement_the_page_says_what_is_going_on(come, istituto):
    pagina = mostra(come, scena(istituto, senza_tutor=True))
    assert "Iscrizione fatta" in pagina
    assert "Il tutor non c’è ancora." in pagina


def test_during_the_welcome_it_says_the_hours_done(come, naima):
    assert "Hai fatto 1 ora di accoglienza." in mostra(come, naima)


@pytest.mark.parametrize(
    ("stato", "detto"),
    [(StatoCorsista.RITIRATO, "Iscrizione finita"), (StatoCorsista.CONCLUSO, "Percorso concluso")],
)
def test_who_has_left_reads_since_when(come, naima, stato, detto):
    riga = naima.corsista
    riga.stato, riga.chiuso_il, riga.motivo_chiusura = stato.value, date(2024, 5, 31), "lavoro"
    riga.save()
    pagina = mostra(come, naima)
    assert detto in pagina
    assert "venerdì 31 maggio" in pagina


def test_who_waits_for_a_path_reads_what_comes_next(come, istituto):
    studia = IncaricoFactory(istituto=istituto, ruolo=Ruolo.STUDENTE, cattedra=None, classe=None)
    pagina = letta(come(studia.persona).get(dove("mio", istituto)))
    assert "Qui non c’è ancora un percorso" in pagina


def test_who_was_accepted_reads_that_the_fee_is_missing(come, istituto):
    persona = PersonaFactory(istituto=istituto, con_accesso=True)
    DomandaFactory(
        istituto=istituto, persona=persona, stato=StatoDomanda.ACCOLTA.value, accolta_il=ADESSO
    )
    assert "Manca il pagamento della quota." in letta(come(persona).get(dove("mio", istituto)))


def test_a_course_that_widens_the_offer_has_no_equation(come, istituto):
    corso = OffertaFactory(
        istituto=istituto, genere=GenereOfferta.AMPLIAMENTO.value, titolo="Taglio e cucito"
    )
    pagina = mostra(come, scena(istituto, offerta=corso))
    assert "In parole semplici" not in pagina
    assert "Quando e dove" in pagina


def test_a_new_agreement_says_that_the_old_one_still_holds(come, naima):
    naima.versione(StatoPatto.IN_CORSO)
    naima.versione(StatoPatto.APPROVATO, numero=2, motivo="Cambio di orario")
    assert "Quello di prima vale finché non è firmato questo." in mostra(come, naima)


def test_while_a_new_one_is_drafted_the_present_one_is_shown(come, naima):
    naima.versione(StatoPatto.IN_CORSO)
    naima.versione(StatoPatto.BOZZA, numero=2, motivo="Cambio di orario")
    pagina = mostra(come, naima)
    assert "Patto in corso" in pagina
    assert "Un patto nuovo si sta scrivendo." in pagina


# What is recognised, when and where


def test_what_is_recognised_is_told_by_area_with_its_titles(come, naima):
    naima.versione(StatoPatto.APPROVATO)
    dossier = naima.dossier()
    naima.evidenza(
        dossier, tipo="titolo_straniero_tradotto", titolo="diploma di Casablanca",
        richieste={f"C{n}": "18" for n in range(13, 17)},
    )  # fmt: skip
    nulla = naima.evidenza(
        dossier, tipo="informale", natura="informale", titolo="lavoro in magazzino",
        ore_attivita=30, richieste={}, competenza="C20", prova="colloquio",
    )  # fmt: skip
    pagina = mostra(come, naima)
    assert "Matematica: per intero" in pagina
    assert "diploma di Casablanca" in pagina
    assert "Italiano: una parte" in pagina
    assert "Non toglie ore:" in pagina
    perche = letta(
        come(naima.corsista.persona).get(
            dove("mio_perche", naima.istituto, naima.corsista.pk, di=f"evidenza-{nulla.pk}")
        )
    )
    assert "lavoro in magazzino" in perche


def test_what_nobody_has_looked_at_is_said_to_wait(come, naima):
    naima.evidenza(
        naima.dossier(chiuso_il=None, valutato_il=None),
        titolo="attestato di cucina", valutata_il=None, valutata_da=None, esito="", prova="",
    )  # fmt: skip
    assert "La scuola lo deve ancora guardare:" in mostra(come, naima)


def test_who_has_not_asked_for_the_recognition_is_told_how(come, naima):
    naima.dossier(richiesto_il=None, chiuso_il=None, valutato_il=None)
    assert "Puoi chiederlo al tutor." in mostra(come, naima)


def test_days_are_told_in_the_language_and_other_words_stay_italian(come, naima):
    naima.versione(StatoPatto.APPROVATO)
    pagina = mostra(come, naima, lingua="fr")
    assert "Lundi, mercredi et jeudi, de 17 h 00 à 20 h 00." in pagina
    Versione.objects.update(stato="bozza", impronta="", documento=None, approvata_il=None)
    Versione.objects.update(quando="il sabato mattina, a settimane alterne")
    scritto = '<p lang="it" dir="ltr" class="scritto-it">il sabato mattina, a settimane alterne'
    assert scritto in mostra(come, naima, lingua="fr")


def test_a_reserved_site_is_not_named(come, naima):
    Sede.objects.update(riservata=True, nome="Casa Arcobaleno")
    assert "Casa Arcobaleno" not in mostra(come, naima)


def test_one_writes_to_the_tutor(come, naima):
    assert "mailto:tutor@example.it" in mostra(come, naima)
    naima.tutor.email = ""
    naima.tutor.save()
    pagina = mostra(come, naima)
    assert "mailto:" not in pagina
    assert "Lo trovi a scuola" in pagina


def test_the_attendance_is_told_in_hours(come, naima):
    versione = naima.versione(StatoPatto.IN_CORSO)
    unita = versione.unita.get().unita
    membro = MembroFactory(istituto=naima.istituto, corsista=naima.corsista)
    lezione = LezioneFactory(istituto=naima.istituto, gruppo=membro.gruppo, unita=unita)
    lezione.presenze.create(istituto=naima.istituto, corsista=naima.corsista, ore=3)
    assert "Finora le tue presenze sono 3 ore su 160 ore." in mostra(come, naima)


# Languages


@pytest.mark.parametrize("lingua", Lingua)
def test_the_page_speaks_each_language_in_its_direction(come, naima, lingua):
    naima.versione(StatoPatto.APPROVATO)
    pagina = mostra(come, naima, lingua=lingua.value)
    verso = "rtl" if lingua == Lingua.ARABO else "ltr"
    assert f'class="mia" lang="{lingua}" dir="{verso}"' in pagina
    assert parole_in(lingua).dice("conto.titolo") in pagina
    assert (parole_in(lingua).dice("pagina.non_riletta") in pagina) == (lingua != Lingua.ITALIANO)


def test_the_language_of_the_person_comes_first(come, istituto):
    pagina = mostra(come, scena(istituto, lingua=Lingua.UCRAINO.value))
    assert 'class="mia" lang="uk"' in pagina


def test_a_language_that_does_not_exist_is_that_of_the_person(come, naima):
    assert 'class="mia" lang="it"' in mostra(come, naima, lingua="xx%00")


def test_a_reviewed_text_names_its_mediator(come, naima):
    models.TestoApprovato.objects.create(
        istituto=naima.istituto, lingua="fr", impronta=parole_in(Lingua.FRANCESE).impronta,
        mediatore="Awa Sarr", approvato_il=ADESSO, registrato_da=naima.tutor,
    )  # fmt: skip
    pagina = mostra(come, naima, lingua="fr")
    assert "Traduction relue par Awa Sarr." in pagina
    assert "non riletta" not in pagina


@pytest.mark.parametrize("di", ["presenza", "distanza", "crediti", "silenzio", "termine", "firme"])
@pytest.mark.parametrize("lingua", ["it", "ar"])
def test_every_reason_answers_in_the_language_and_gives_the_rule(come, naima, di, lingua):
    naima.versione(StatoPatto.APPROVATO)
    indirizzo = dove("mio_perche", naima.istituto, naima.corsista.pk, di=di, lingua=lingua)
    pagina = letta(come(naima.corsista.persona).get(indirizzo))
    assert f'<p lang="{lingua}" dir="{"rtl" if lingua == "ar" else "ltr"}"><strong>' in pagina
    assert 'class="norma"' in pagina


@pytest.mark.parametrize("di", ["", "altro", "evidenza-", "evidenza-9", "evidenza-%00"])
def test_a_reason_that_does_not_exist_is_not_found(come, naima, di):
    naima.versione(StatoPatto.APPROVATO)
    indirizzo = dove("mio_perche", naima.istituto, naima.corsista.pk, di=di)
    assert come(naima.corsista.persona).get(indirizzo).status_code == 404


def test_the_presence_of_a_school_that_asks_for_more(come, naima):
    naima.versione(StatoPatto.APPROVATO)
    indirizzo = dove("mio_perche", naima.istituto, naima.corsista.pk, di="presenza")
    pagina = letta(come(naima.corsista.persona).get(indirizzo))
    assert "160 × 70 % = 112" in pagina


# Who sees it


def test_another_adult_is_not_found(come, naima):
    altra = CorsistaFactory(istituto=naima.istituto, offerta=naima.corsista.offerta)
    for nome in ("mio_di", "mio_perche", "mio_cambia", "mio_firma"):
        indirizzo = dove(nome, naima.istituto, naima.corsista.pk)
        assert come(altra.persona).get(indirizzo).status_code == 404, nome


def test_the_tutor_has_another_page(come, naima):
    IncaricoFactory(
        istituto=naima.istituto, persona=naima.tutor, ruolo=Ruolo.TUTOR, cattedra=None, classe=None
    )
    assert come(naima.tutor).get(dove("mio", naima.istituto)).status_code == 404
    indirizzo = dove("mio_di", naima.istituto, naima.corsista.pk)
    assert come(naima.tutor).get(indirizzo).status_code == 403


def test_the_guardian_of_a_minor_sees_and_is_told_for_whom(come, danylo):
    madre = danylo.responsabile()
    danylo.versione(StatoPatto.APPROVATO)
    pagina = mostra(come, danylo, madre)
    assert "Il patto di Naima Oulhaj" in pagina
    assert "firmi tu" in pagina
    assert "Firma il patto…" in pagina


def test_a_guardian_chooses_among_minors(come, danylo):
    madre = danylo.responsabile()
    altro = scena(
        danylo.istituto, nascita=MINORENNE, offerta=danylo.corsista.offerta, senza_quadro=True
    )
    altro.corsista.persona.responsabili.create(
        istituto=danylo.istituto, adulto=madre, legame=Legame.GENITORE, dal=date(2023, 9, 1)
    )
    pagina = letta(come(madre).get(dove("mio", danylo.istituto)))
    offerti = {
        chi.corsista.pk
        for chi in (danylo, altro)
        if f'href="{dove("mio_di", danylo.istituto, chi.corsista.pk)}"' in pagina
    }
    assert len(offerti) == 1


def test_the_part_of_the_guardian_ends_on_the_eighteenth_birthday(come, istituto):
    oggi = ADESSO.date()
    compie_oggi = scena(istituto, nascita=date(oggi.year - 18, oggi.month, oggi.day))
    madre = compie_oggi.responsabile()
    indirizzo = dove("mio_di", istituto, compie_oggi.corsista.pk)
    assert come(madre).get(indirizzo).status_code == 404
    domani = oggi + timedelta(days=1)
    compie_domani = scena(
        istituto, nascita=date(domani.year - 18, domani.month, domani.day),
        offerta=compie_oggi.corsista.offerta, senza_quadro=True,
    )  # fmt: skip
    padre = compie_domani.responsabile()
    indirizzo = dove("mio_di", istituto, compie_domani.corsista.pk)
    assert come(padre).get(indirizzo).status_code == 200


def test_whom_a_court_has_limited_neither_sees_nor_signs(come, danylo):
    padre = danylo.responsabile(limite="Tribunale per i minorenni, decreto 12/2023")
    IncaricoFactory(
        istituto=danylo.istituto, persona=padre, ruolo=Ruolo.RESPONSABILE, cattedra=None,
        classe=None,
    )  # fmt: skip
    versione = danylo.versione(StatoPatto.APPROVATO)
    vuota = letta(come(padre).get(dove("mio", danylo.istituto)))
    assert "Qui non c’è ancora un percorso" in vuota
    assert "Oulhaj" not in vuota
    indirizzo = dove("mio_di", danylo.istituto, danylo.corsista.pk)
    assert come(padre).get(indirizzo).status_code == 404
    assert firma(come, danylo, padre, versione).status_code == 404
    assert not FirmaPatto.objects.exists()


def test_the_paper_is_read_by_who_learns_and_not_by_others(come, naima):
    versione = naima.versione(StatoPatto.APPROVATO)
    carta = versione.documento
    carta.tipo = "patto_formativo"
    carta.save(update_fields=["tipo"])
    indirizzo = reverse("documento", args=[naima.istituto.slug, carta.pk])
    assert indirizzo in mostra(come, naima)
    risposta = come(naima.corsista.persona).get(indirizzo)
    assert (risposta.status_code, risposta["X-Content-Type-Options"]) == (200, "nosniff")
    altra = CorsistaFactory(istituto=naima.istituto, offerta=naima.corsista.offerta)
    assert come(altra.persona).get(indirizzo).status_code == 404


# Asking


def test_who_learns_asks_for_a_change_in_any_script(come, naima):
    versione = naima.versione(StatoPatto.APPROVATO)
    indirizzo = dove("mio_cambia", naima.istituto, naima.corsista.pk, lingua="ar")
    risposta = come(naima.corsista.persona).post(indirizzo, {"testo": "أريد الدروس صباحا"})
    assert risposta.status_code == 302
    richiesta = RichiestaModifica.objects.get()
    assert (richiesta.versione, richiesta.testo) == (versione, "أريد الدروس صباحا")
    pagina = letta(come(naima.corsista.persona).get(risposta.url))
    assert "أريد الدروس صباحا" in pagina
    assert parole_in(Lingua.ARABO).dice("cambia.attesa") in pagina


@pytest.mark.parametrize("testo", ["", "   ", "x" * 601])
def test_what_cannot_be_sent_stays_written(come, naima, testo):
    naima.versione(StatoPatto.APPROVATO)
    indirizzo = dove("mio_cambia", naima.istituto, naima.corsista.pk)
    risposta = come(naima.corsista.persona).post(indirizzo, {"testo": testo}, headers=HTMX)
    assert risposta.status_code == 422
    assert testo in risposta.content.decode()
    assert not RichiestaModifica.objects.exists()


def test_without_an_agreement_there_is_nothing_to_change(come, naima):
    indirizzo = dove("mio_cambia", naima.istituto, naima.corsista.pk)
    assert come(naima.corsista.persona).get(indirizzo).status_code == 404


# Signing


def test_an_adult_signs_the_words_on_the_screen(come, naima):
    versione = naima.versione(StatoPatto.APPROVATO)
    chi = naima.corsista.persona
    indirizzo = dove("mio_firma", naima.istituto, naima.corsista.pk)
    dialogo = letta(come(chi).get(indirizzo, headers=HTMX))
    assert versione.impronta[:12] in dialogo
    assert "Ho riletto il patto" in dialogo
    risposta = firma(come, naima, chi, versione)
    assert risposta.status_code == 302
    fatta = FirmaPatto.objects.get()
    assert (fatta.persona, fatta.parte, fatta.impronta) == (chi, "adulto", versione.impronta)
    assert Operazione.objects.filter(azione="firma patto", persona=chi).count() == 1
    pagina = mostra(come, naima)
    assert "Hai firmato il patto" in pagina
    assert "Adesso firma la scuola." in pagina
    assert firma(come, naima, chi, versione).status_code == 302
    assert FirmaPatto.objects.count() == 1


def test_without_the_tick_nothing_is_signed(come, naima):
    versione = naima.versione(StatoPatto.APPROVATO)
    risposta = firma(come, naima, naima.corsista.persona, versione, riletto="")
    assert risposta.status_code == 422
    assert not FirmaPatto.objects.exists()


def test_old_words_are_not_signed_and_it_is_told(come, naima):
    vecchia = naima.versione(
        StatoPatto.APPROVATO, stato=StatoPatto.RITIRATO.value, chiusa_il=ADESSO
    )
    nuova = naima.versione(StatoPatto.APPROVATO, numero=2, motivo="Orario")
    risposta = firma(come, naima, naima.corsista.persona, vecchia)
    assert risposta.status_code == 422
    pagina = letta(risposta)
    assert "Il patto è cambiato: non hai firmato." in pagina
    assert nuova.impronta not in pagina
    assert not FirmaPatto.objects.exists()


@pytest.mark.parametrize(
    "dati", [{}, {"versione": "9" * 30}, {"versione": "x", "impronta": "\x00"}]
)
def test_a_hostile_form_signs_nothing(come, naima, dati):
    naima.versione(StatoPatto.APPROVATO)
    risposta = come(naima.corsista.persona).post(
        dove("mio_firma", naima.istituto, naima.corsista.pk), {"riletto": "si"} | dati
    )
    assert risposta.status_code == 422
    assert not FirmaPatto.objects.exists()


def test_a_minor_reads_and_the_guardian_signs(come, danylo):
    madre, ragazzo = danylo.responsabile(), danylo.corsista.persona
    versione = danylo.versione(StatoPatto.APPROVATO)
    pagina = mostra(come, danylo)
    assert "per te firma il genitore o il tutore" in pagina
    # The minor may sign too (art. 11): it is never required and never enough.
    assert firma(come, danylo, ragazzo, versione).status_code == 302
    assert [firma.parte for firma in FirmaPatto.objects.all()] == ["adulto"]
    versione.refresh_from_db()
    assert versione.stato == StatoPatto.APPROVATO
    perche = letta(
        come(ragazzo).get(dove("mio_perche", danylo.istituto, danylo.corsista.pk, di="firme"))
    )
    assert "anche da uno dei genitori" in perche
    assert "fase 4" in perche
    assert firma(come, danylo, madre, versione).status_code == 302
    assert {firma.parte for firma in FirmaPatto.objects.all()} == {"adulto", "responsabile"}
    assert "Il patto è firmato per te" in mostra(come, danylo)


def test_the_text_that_is_still_being_printed_cannot_be_signed(come, naima):
    naima.versione(StatoPatto.APPROVATO, impronta="", documento=None)
    pagina = mostra(come, naima)
    assert "si sta preparando" in pagina
    assert "Firma il patto…" not in pagina


# The same number of queries whatever there is


def test_a_fixed_number_of_queries(come, naima):
    naima.versione(StatoPatto.APPROVATO)
    dossier = naima.dossier()
    naima.evidenza(dossier)
    indirizzo = dove("mio", naima.istituto)
    come(naima.corsista.persona).get(indirizzo)
    with CaptureQueriesContext(
        connection,
    ) as poche:
        come(naima.corsista.persona).get(indirizzo)
    for n in range(6):
        naima.evidenza(dossier, titolo=f"Attestato {n}")
    altri = CorsistaFactory.create_batch(3, istituto=naima.istituto,
                                         offerta=naima.corsista.offerta)  # fmt: skip
    for altro in altri:
        VersioneFactory(istituto=naima.istituto, patto=PattoFactory(istituto=naima.istituto,
                                                                    corsista=altro))  # fmt: skip
    with CaptureQueriesContext(connection) as molte:
        come(naima.corsista.persona).get(indirizzo)
    assert len(molte) == len(poche)
