"""The pages of the welcome: who sees whom, what stays hidden, what is typed stays, few queries."""

from datetime import time
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from patto_formativo.enums import Cittadinanza, Fase, StatoCorsista
from patto_formativo.models import (
    Corsista,
    DocenteGruppo,
    DomandaIscrizione,
    Incontro,
    Intervista,
    Prova,
)
from patto_formativo.queries.intervista import versione_di
from patto_formativo.services.accoglienza import registra_incontro
from tests.factories.patto import GruppoFactory, MembroFactory
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory, IncaricoFactory
from tests.patto_formativo.scena_accoglienza import A1, Scena

OGGI = ADESSO.date()


@pytest.fixture(autouse=True)
def _ambiente(settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def scena(db):
    return Scena()


def entra(persona):
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(nome, *altri, **domanda):
    indirizzo = reverse(f"patto:{nome}", args=["cpia", *altri])
    return f"{indirizzo}?{urlencode(domanda)}" if domanda else indirizzo


def leggi(persona, nome, *altri, **domanda):
    return entra(persona).get(dove(nome, *altri, **domanda))


def html(risposta):
    return risposta.content.decode()


def docente_di(scena, *corsisti):
    docente = scena.chi(Ruolo.TUTOR)
    gruppo = GruppoFactory(istituto=scena.istituto, anno_scolastico=scena.anno, sede=scena.sede)
    DocenteGruppo.objects.create(istituto=scena.istituto, gruppo=gruppo, persona=docente)
    for corsista in corsisti:
        MembroFactory(istituto=scena.istituto, gruppo=gruppo, corsista=corsista)
    return docente, gruppo


class TestInizio:
    def test_each_sees_the_own(self, scena):
        mio, altrui = scena.corsista(tutor=scena.tutor), scena.corsista(tutor=scena.altro_tutor)
        lontano = scena.corsista(sede=scena.casa, tutor=scena.altro_tutor)
        tutti = {mio, altrui, lontano}
        attesi = {
            scena.tutor: {mio}, scena.coordinatrice: {mio, altrui}, scena.dirigente: tutti,
            scena.segretaria: tutti, scena.altro_tutor: {altrui, lontano},
        }  # fmt: skip
        for persona, visti in attesi.items():
            pagina = html(leggi(persona, "inizio"))
            assert {c for c in tutti if c.persona.cognome in pagina} == visti

    def test_who_learns_goes_to_the_own_page(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        IncaricoFactory(
            istituto=scena.istituto, persona=corsista.persona, ruolo=Ruolo.STUDENTE, cattedra=None
        )
        assert leggi(corsista.persona, "inizio").url == dove("mio")
        assert leggi(corsista.persona, "corsista", corsista.pk).url == dove("mio")

    def test_who_has_nobody_is_told_so(self, scena):
        pagina = html(leggi(scena.chi(Ruolo.COMPONENTE), "inizio"))
        assert "Oggi qui non segui nessuno." in pagina
        assert "Nessun corsista, ancora." in html(leggi(scena.tutor, "inizio"))

    def test_the_reserved_site_stays_hidden(self, scena):
        corsista = scena.corsista(sede=scena.casa, tutor=scena.altro_tutor)
        docente, _ = docente_di(scena, corsista)
        for nome, altri, domanda in (
            ("inizio", (), {"come": "docente"}),
            ("corsista", (corsista.pk,), {}),
            ("inizio", (), {"come": "docente", "sede": scena.casa.pk}),
            ("incontro_nuovo", (), {"fase": "studio_propedeutico"}),
        ):
            assert scena.casa.nome not in html(leggi(docente, nome, *altri, **domanda))
        assert corsista.persona.cognome not in html(
            leggi(docente, "inizio", come="docente", sede=scena.casa.pk)
        )
        file = leggi(docente, "inizio", come="docente", formato="csv")
        assert "sede riservata" in file.content.decode()
        assert scena.casa.nome not in file.content.decode()
        for chi in (scena.dirigente, scena.segretaria, scena.altro_tutor):
            assert scena.casa.nome in html(leggi(chi, "inizio"))

    def test_filters(self, scena):
        alfa = scena.corsista(genere=A1, tutor=scena.tutor)
        primo = scena.corsista()
        prove = (
            ({"percorso": "alfabetizzazione"}, {alfa}),
            ({"tutor": "nessuno"}, {primo}),
            ({"tutor": scena.tutor.pk}, {alfa}),
            ({"stato": "fase_1"}, {alfa, primo}),
            ({"stato": "fase_3"}, set()),
            ({"fermi": "si"}, {alfa, primo}),
            ({"sede": "9" * 40, "percorso": "\0", "tutor": "x"}, {alfa, primo}),
        )
        for domanda, attesi in prove:
            pagina = leggi(scena.coordinatrice, "inizio", **domanda)
            visti = {riga.corsista for riga, _ in pagina.context["voci"]}
            assert visti == attesi, domanda

    def test_the_site_at_a_glance(self, scena):
        scena.corsista()
        fatto = scena.corsista(tutor=scena.tutor)
        registra_incontro(
            autore=scena.come(scena.coordinatrice), adesso=ADESSO, fase=Fase.PRIMO_INCONTRO,
            giorno=OGGI, dalle=None, ore=Decimal(4), corsisti=[fatto.pk],
        )  # fmt: skip
        [conto] = leggi(scena.coordinatrice, "inizio").context["sedi"]
        contati = {tratto.value: n for tratto, n in conto.conti if n}
        assert contati == {"fase_1": 1, "fase_2": 1}
        assert (conto.iscritti, conto.fermi, conto.senza_tutor) == (2, 1, 1)

    def test_the_year_before_is_not_here(self, scena):
        vecchio = scena.corsista()
        anno = AnnoScolasticoFactory(istituto=scena.istituto, inizio=2022)
        Corsista.objects.filter(pk=vecchio.pk).update(anno_scolastico=anno)
        assert vecchio.persona.cognome not in html(leggi(scena.dirigente, "inizio"))
        Corsista.objects.filter(pk=vecchio.pk).update(ultimo_anno=scena.anno)
        assert vecchio.persona.cognome in html(leggi(scena.dirigente, "inizio"))

    def test_many_persons_the_same_queries(self, scena, django_assert_num_queries):
        scena.corsista(tutor=scena.tutor)
        browser = entra(scena.dirigente)
        browser.get(dove("inizio"))
        with CaptureQueriesContext(connection) as prima:
            browser.get(dove("inizio"))
        for _ in range(12):
            scena.corsista(tutor=scena.tutor)
        with django_assert_num_queries(len(prima)):
            assert html(browser.get(dove("inizio"))).count("data-voce>") == 13


class TestCorsista:
    def test_who_sees_what(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        DomandaIscrizione.objects.update(cittadinanza=Cittadinanza.EXTRA.value)
        docente, _ = docente_di(scena, corsista)
        soggiorno = "Titolo di soggiorno"
        for chi, si in (
            (scena.tutor, True), (scena.segretaria, True), (scena.dirigente, True),
            (scena.coordinatrice, False), (docente, False),
        ):  # fmt: skip
            risposta = leggi(chi, "corsista", corsista.pk)
            assert risposta.status_code == 200
            assert (soggiorno in html(risposta)) is si
            perche = leggi(chi, "corsista_perche", corsista.pk, di="soggiorno")
            assert perche.status_code == (200 if si else 404)
        assert corsista.domanda.telefono not in html(leggi(docente, "corsista", corsista.pk))

    def test_not_of_the_own(self, scena):
        corsista = scena.corsista(sede=scena.casa, tutor=scena.tutor)
        for chi in (scena.altro_tutor, scena.coordinatrice):
            assert leggi(chi, "corsista", corsista.pk).status_code == 404

    def test_the_next_step_of_each(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        assert leggi(scena.coordinatrice, "corsista", corsista.pk).context["atto"]
        assert leggi(scena.tutor, "corsista", corsista.pk).context["atto"] is None

    @pytest.mark.parametrize(
        ("di", "stato"),
        [
            ("prossimo", 200), ("fermo", 200), ("ore", 200), ("iscrizione", 200),
            ("primo_incontro", 200), ("ore_in_piu", 404), ("italiano", 404), ("boh", 404),
            ("\0", 404),
        ],
    )  # fmt: skip
    def test_reasons(self, scena, di, stato):
        corsista = scena.corsista(tutor=scena.tutor)
        risposta = leggi(scena.tutor, "corsista_perche", corsista.pk, di=di)
        assert risposta.status_code == stato
        if stato == 200:
            assert 'class="norma"' in html(risposta)

    def test_tabs_only_those_open(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        docente, _ = docente_di(scena, corsista)
        visto = html(leggi(docente, "corsista", corsista.pk))
        assert dove("frequenza", corsista.pk) in visto
        assert dove("dossier", corsista.pk) not in visto
        assert dove("dossier", corsista.pk) in html(leggi(scena.tutor, "corsista", corsista.pk))


class TestTutor:
    def test_the_coordinator_gives_it_to_many(self, scena):
        due = [scena.corsista(), scena.corsista()]
        dati = {"tutor": scena.tutor.pk, "corsisti": [c.pk for c in due]}
        risposta = entra(scena.coordinatrice).post(dove("tutor"), dati)
        assert risposta.url == dove("inizio")
        assert set(Corsista.objects.values_list("tutor", flat=True)) == {scena.tutor.pk}

    @pytest.mark.parametrize("altri", [[], ["x"], ["9" * 30], ["\0"]])
    def test_what_was_typed_stays(self, scena, altri):
        scena.corsista()
        dati = {"tutor": scena.tutor.pk, "corsisti": altri}
        risposta = entra(scena.coordinatrice).post(dove("tutor"), dati)
        assert risposta.status_code == 422
        assert f'value="{scena.tutor.pk}" selected' in html(risposta)

    def test_not_to_those_of_another_site(self, scena):
        lontano = scena.corsista(sede=scena.casa)
        dati = {"tutor": scena.tutor.pk, "corsisti": [lontano.pk]}
        assert entra(scena.coordinatrice).post(dove("tutor"), dati).status_code == 422
        lontano.refresh_from_db()
        assert lontano.tutor is None
        assert entra(scena.tutor).post(dove("tutor"), dati).status_code == 403


class TestIncontri:
    def posta(self, chi, corsisti, fase="primo_incontro", **altro):
        dati = {
            "fase": fase, "giorno": "2024-06-04", "dalle": "16:00", "ore": "1,5",
            "corsisti": [c.pk for c in corsisti],
        }  # fmt: skip
        return entra(chi).post(dove("incontro_nuovo"), dati | altro)

    def test_an_assembly(self, scena):
        tre = [scena.corsista() for _ in range(3)]
        assert self.posta(scena.coordinatrice, tre).url == dove("inizio")
        fatto = Incontro.objects.get()
        assert (fatto.assemblea, fatto.ore, fatto.presenze.count()) == (True, Decimal("1.5"), 3)

    def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(self, scena):
        corsista = scena.corsista()
        risposta = self.posta(scena.coordinatrice, [corsista], giorno="2024-06-09", argomento="Abc")
        assert risposta.status_code == 422
        assert "dopo che si è tenuto" in html(risposta)
        assert 'value="Abc"' in html(risposta)
        assert f'value="{corsista.pk}" checked' in html(risposta)

    @pytest.mark.parametrize("ore", ["0", "1e9", "NaN", "\0", "13", "-1", "0,1"])
    def test_hostile_hours(self, scena, ore):
        assert self.posta(scena.coordinatrice, [scena.corsista()], ore=ore).status_code == 422
        assert not Incontro.objects.exists()

    def test_each_holds_the_own_phases_with_the_own(self, scena):
        mio, altrui = scena.corsista(tutor=scena.tutor), scena.corsista(tutor=scena.altro_tutor)
        assert self.posta(scena.tutor, [altrui], "colloqui_e_prove").status_code == 422
        assert self.posta(scena.tutor, [mio], "colloqui_e_prove").url == dove("corsista", mio.pk)
        # A phase that is not one's own is not taken: the first of those held is.
        self.posta(scena.tutor, [mio], "primo_incontro", dalle="18:00")
        assert set(Incontro.objects.values_list("fase", flat=True)) == {"colloqui_e_prove"}
        assert leggi(scena.segretaria, "incontro_nuovo").status_code == 403

    def test_a_group_of_level_is_ticked_at_once(self, scena):
        corsista, altro = scena.corsista(tutor=scena.tutor), scena.corsista(tutor=scena.tutor)
        docente, gruppo = docente_di(scena, corsista)
        pagina = leggi(docente, "incontro_nuovo", fase="studio_propedeutico", gruppo=gruppo.pk)
        assert f'value="{corsista.pk}" checked' in html(pagina)
        assert f'value="{altro.pk}"' not in html(pagina)

    def test_only_the_own_is_corrected(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        self.posta(scena.tutor, [corsista], "colloqui_e_prove")
        fatto = Incontro.objects.get()
        dati = {"giorno": "2024-06-03", "ore": "3", "corsisti": [corsista.pk], "versione": "1"}
        for chi, stato in ((scena.coordinatrice, 403), (scena.altro_tutor, 404)):
            assert entra(chi).post(dove("incontro", fatto.pk), dati).status_code == stato
        assert 'value="1,5"' in html(leggi(scena.tutor, "incontro", fatto.pk))
        assert entra(scena.tutor).post(dove("incontro", fatto.pk), dati).status_code == 302
        fatto.refresh_from_db()
        assert (fatto.ore, fatto.giorno.day) == (3, 3)

    def test_who_is_followed_by_others_now_stays_in_the_meeting(self, scena):
        mio, altrui = scena.corsista(tutor=scena.tutor), scena.corsista(tutor=scena.tutor)
        self.posta(scena.tutor, [mio, altrui], "colloqui_e_prove")
        fatto = Incontro.objects.get()
        Corsista.objects.filter(pk=altrui.pk).update(tutor=scena.altro_tutor)
        pagina = html(leggi(scena.tutor, "incontro", fatto.pk))
        assert "C’era anche una persona che oggi non segui" in pagina
        assert altrui.persona.cognome not in pagina
        dati = {"giorno": "2024-06-03", "ore": "3", "corsisti": [mio.pk], "versione": "1"}
        assert entra(scena.tutor).post(dove("incontro", fatto.pk), dati).status_code == 302
        fatto.refresh_from_db()
        assert (fatto.ore, fatto.assemblea, fatto.presenze.count()) == (3, True, 2)

    def test_a_meeting_of_who_follows_nobody_of_it_now_is_closed(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        self.posta(scena.tutor, [corsista], "colloqui_e_prove")
        fatto = Incontro.objects.get()
        Corsista.objects.update(tutor=scena.altro_tutor)
        assert leggi(scena.tutor, "incontro", fatto.pk).status_code == 404
        Corsista.objects.update(tutor=scena.tutor)
        Incarico.objects.filter(persona=scena.tutor).update(revocato_il=ADESSO)
        assert leggi(scena.tutor, "incontro", fatto.pk).status_code in (403, 404)

    def test_taken_away_after_the_dialog(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        self.posta(scena.tutor, [corsista], "colloqui_e_prove")
        via = dove("incontro_elimina", Incontro.objects.get().pk)
        browser = entra(scena.tutor)
        assert "Togliere l’incontro" in html(browser.get(via))
        browser.post(via)
        assert Incontro.objects.exists()
        browser.post(via, {"riletto": "si"})
        assert not Incontro.objects.exists()


class TestIntervista:
    def scrivi(self, chi, corsista, scritta, versione="", metodo="patch", chiave="storia"):
        dati = {"risposta": scritta, "versione": versione or versione_di("")}
        indirizzo = dove("intervista_risposta", corsista.pk, chiave)
        if metodo == "post":
            return entra(chi).post(indirizzo, dati)
        return entra(chi).patch(
            indirizzo, urlencode(dati), content_type="application/x-www-form-urlencoded"
        )

    def test_kept_while_it_is_written(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        risposta = self.scrivi(scena.tutor, corsista, "Da Casablanca.")
        assert risposta.status_code == 200
        assert "Salvato alle 10.00" in html(risposta)
        assert versione_di("Da Casablanca.") in html(risposta)
        assert "Da Casablanca." in html(leggi(scena.tutor, "intervista", corsista.pk))

    @pytest.mark.parametrize("metodo", ["patch", "post"])
    def test_both_texts_of_two_who_write(self, scena, metodo):
        corsista = scena.corsista(tutor=scena.tutor)
        self.scrivi(scena.tutor, corsista, "La prima.")
        risposta = self.scrivi(scena.tutor, corsista, "La seconda.", metodo=metodo)
        assert risposta.status_code == 409
        assert "La prima." in html(risposta)
        assert ("La seconda." in html(risposta)) is (metodo == "post")
        assert Intervista.objects.get().risposte == {"storia": "La prima."}

    def test_without_scripts(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        risposta = self.scrivi(scena.tutor, corsista, "Da Casablanca.", metodo="post")
        assert risposta.url == dove("intervista", corsista.pk)

    def test_only_the_tutor_writes_some_others_read(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        self.scrivi(scena.tutor, corsista, "Da Casablanca.")
        assert self.scrivi(scena.coordinatrice, corsista, "Altro").status_code == 403
        letta = html(leggi(scena.coordinatrice, "intervista", corsista.pk))
        assert "Da Casablanca." in letta
        assert "<textarea" not in letta
        assert leggi(scena.segretaria, "intervista", corsista.pk).status_code == 403

    @pytest.mark.parametrize(
        ("chiave", "scritta", "stato"),
        [("boh", "x", 404), ("storia", "a" * 5000, 422), ("storia", "\0", 422),
         ("padronanza", "x", 409)],
    )  # fmt: skip
    def test_hostile_answers(self, scena, chiave, scritta, stato):
        corsista = scena.corsista(tutor=scena.tutor)
        assert self.scrivi(scena.tutor, corsista, scritta, chiave=chiave).status_code == stato
        assert not Intervista.objects.exists()

    def test_not_done_while_something_essential_is_missing(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        risposta = entra(scena.tutor).post(dove("intervista_concludi", corsista.pk))
        assert risposta.status_code == 409
        assert "essenziali" in html(risposta)


class TestProveEAiuto:
    PROVA = {"tipo": "literacy", "giorno": "2024-06-03", "esito": "parziale", "punteggio": "17"}

    def test_a_proof(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        browser = entra(scena.tutor)
        assert browser.post(dove("prova_nuova", corsista.pk), self.PROVA).status_code == 302
        prova = Prova.objects.get()
        assert "17" in html(browser.get(dove("corsista", corsista.pk)))
        cambiata = self.PROVA | {"esito": "positivo"}
        assert browser.post(dove("prova", prova.pk), cambiata).status_code == 302
        prova.refresh_from_db()
        assert prova.esito == "positivo"
        browser.post(dove("prova_elimina", prova.pk), {"riletto": "si"})
        assert not Prova.objects.exists()

    @pytest.mark.parametrize(
        "guasto", [{"tipo": "boh"}, {"giorno": "9999-99-99"}, {"esito": ""}, {"materia": "\0"}]
    )
    def test_a_proof_refused(self, scena, guasto):
        corsista = scena.corsista(tutor=scena.tutor)
        risposta = entra(scena.tutor).post(dove("prova_nuova", corsista.pk), self.PROVA | guasto)
        assert risposta.status_code == 422
        assert 'value="17"' in html(risposta)

    def test_help_and_hours(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        browser = entra(scena.tutor)
        browser.post(dove("sostegno", corsista.pk), {"sostegno": "rinforzo", "dettaglio": "A2"})
        browser.post(
            dove("ore_in_piu", corsista.pk), {"ore_in_piu": "60", "motivo": "poco_italiano"}
        )
        corsista.refresh_from_db()
        assert (corsista.rinforzo[-2:], corsista.ore_in_piu) == ("A2", 60)
        assert 'value="60"' in html(browser.get(dove("ore_in_piu", corsista.pk)))
        rifiuto = browser.post(dove("ore_in_piu", corsista.pk), {"ore_in_piu": "201"})
        assert rifiuto.status_code == 422
        assert 'value="201"' in html(rifiuto)

    def test_who_has_left_is_only_looked_at(self, scena):
        corsista = scena.corsista(
            tutor=scena.tutor, stato=StatoCorsista.RITIRATO.value, chiuso_il=OGGI,
            motivo_chiusura="Si trasferisce",
        )  # fmt: skip
        risposta = leggi(scena.tutor, "corsista", corsista.pk)
        assert "Si trasferisce" in html(risposta)
        assert risposta.context["fasi"] == []
        assert "<textarea" not in html(leggi(scena.tutor, "intervista", corsista.pk))


def test_the_page_of_a_person_asks_the_same_with_one_and_with_many(
    scena, django_assert_num_queries
):
    corsista = scena.corsista(tutor=scena.tutor)
    browser = entra(scena.tutor)

    def incontra(ore):
        registra_incontro(
            autore=scena.come(scena.tutor), adesso=ADESSO, fase=Fase.COLLOQUI, giorno=OGGI,
            dalle=time(ore), ore=Decimal(1), corsisti=[corsista.pk],
        )  # fmt: skip

    incontra(9)
    browser.get(dove("corsista", corsista.pk))
    with CaptureQueriesContext(connection) as prima:
        browser.get(dove("corsista", corsista.pk))
    for ore in range(10, 20):
        incontra(ore)
    with django_assert_num_queries(len(prima)):
        browser.get(dove("corsista", corsista.pk))
