"""The screens of the minutes: what each reads, what is saved, what is refused and kept."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Pubblicazione
from cpia.scuola import tenancy
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.models import Punto, Rilievo, Verbale
from organi_collegiali.services.verbali.stampe_verbali import stampa_verbale
from tests.factories.organi import PuntoFactory, SedutaFactory, VerbaleFactory
from tests.factories.scuola import ADESSO
from tests.organi_collegiali.scena_verbali import scena

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def _ambiente(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = str(tmp_path)
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


class Banco:
    """A browser for each of the persons of the scene."""

    def __init__(self, casa):
        self.casa = casa

    def indirizzo(self, nome, *altri):
        return reverse(f"organi:{nome}", args=[self.casa.istituto.slug, *altri])

    def cliente(self, chi):
        client = Client()
        client.force_login(getattr(self.casa, chi).utente)
        return client

    def leggi(self, chi, nome="verbale", *altri):
        quale = altri or (self.casa.verbale.pk,)
        return self.cliente(chi).get(self.indirizzo(nome, *quale))

    def invia(self, chi, nome, dati=None, *altri, **intestazioni):
        quale = altri or (self.casa.verbale.pk,)
        return self.cliente(chi).post(self.indirizzo(nome, *quale), dati or {}, **intestazioni)


@pytest.fixture
def banco():
    casa = scena()
    with tenancy.istituto_corrente(casa.istituto.pk):
        yield Banco(casa)


def attuale(banco) -> Verbale:
    with tenancy.istituto_corrente(banco.casa.istituto.pk):
        return Verbale.objects.get(pk=banco.casa.verbale.pk)


class TestDallaBozzaAllAlbo:
    def test_il_cammino_intero(self, banco):
        casa = banco.casa
        assert banco.leggi("consigliere").status_code == 404
        assert "Manda in lettura" in banco.leggi("segretario").content.decode()
        banco.invia("segretario", "in_lettura")
        assert attuale(banco).stato == StatoVerbale.IN_LETTURA
        pagina = banco.leggi("consigliere").content.decode()
        assert "Il presidente illustra la proposta." in pagina
        assert "Presenta il rilievo" in pagina
        banco.invia("consigliere", "rilievi", {"testo": "Manca la mia frase.", "punto": ""})
        with tenancy.istituto_corrente(casa.istituto.pk):
            rilievo = Rilievo.objects.get()
        risposta = {"esito": "accolto", "risposta": "Aggiunta."}
        banco.invia("segretario", "rilievo", risposta, rilievo.pk)
        assert banco.leggi("segretario", "verbale_scrivi").status_code == 200
        with tenancy.istituto_corrente(casa.istituto.pk):
            casa.approva()
        impronta = banco.leggi("presidente").context["testo"].impronta
        assert "Firma il verbale" not in banco.leggi("consigliere").content.decode()
        for chi in ("presidente", "segretario"):
            banco.invia(chi, "firma_verbale", {"impronta": impronta, "riletto": "si"})
        assert attuale(banco).stato == StatoVerbale.FIRMATO
        with tenancy.istituto_corrente(casa.istituto.pk):
            stampa_verbale(casa.istituto.pk, casa.verbale.pk)
        assert "Pubblica all’albo" in banco.leggi("segretaria").content.decode()
        banco.invia("segretaria", "pubblica_verbale")
        assert attuale(banco).stato == StatoVerbale.PUBBLICATO
        with tenancy.istituto_corrente(casa.istituto.pk):
            assert Pubblicazione.objects.get().documento == attuale(banco).con_omissis
        assert "repertorio" in banco.leggi("segretaria").content.decode()


class TestScrittura:
    def scrivi(self, banco, versione=1, testo="Nuove note.", **intestazioni):
        casa = banco.casa
        return banco.invia(
            "segretario", "verbale_note", {"discussione": testo, "versione": versione},
            casa.verbale.pk, casa.punto.pk, **intestazioni,
        )  # fmt: skip

    def test_si_registra_mentre_si_scrive(self, banco):
        risposta = self.scrivi(banco, headers=JSON)
        assert risposta.status_code == 200
        assert risposta.json() == {"versione": 2, "alle": "10.00"}

    def test_la_pagina_tiene_nel_browser_quello_che_non_e_partito(self, banco):
        pagina = banco.leggi("segretario", "verbale_scrivi").content.decode()
        assert pagina.count("data-appunti=") == 3
        assert "js/organi/verbale" in pagina
        assert "hx-post" not in pagina.partition('id="scrittura"')[2]

    def test_al_browser_i_due_testi_e_il_rifiuto(self, banco):
        self.scrivi(banco, testo="Il suo testo.")
        risposta = self.scrivi(banco, testo="Il mio testo.", headers=JSON)
        assert risposta.status_code == 409
        assert risposta.json()["attuale"] == {"discussione": "Il suo testo.", "versione": 2}
        troppo = self.scrivi(banco, testo="a" * 200_001, headers=JSON)
        assert (troppo.status_code, "troppo lungo" in troppo.json()["rifiuto"][0]) == (422, True)
        with tenancy.istituto_corrente(banco.casa.istituto.pk):
            banco.casa.in_lettura()
        chiuso = self.scrivi(banco, versione=2, headers=JSON)
        assert (chiuso.status_code, len(chiuso.json()["rifiuto"])) == (409, 1)

    def test_senza_script_torna_alla_pagina(self, banco):
        assert self.scrivi(banco).status_code == 302

    def test_due_insieme_nessun_testo_si_perde(self, banco):
        self.scrivi(banco, testo="Il suo testo.")
        risposta = self.scrivi(banco, testo="Il mio testo.")
        pagina = risposta.content.decode()
        assert risposta.status_code == 409
        assert "Il suo testo." in pagina
        assert "Il mio testo." in pagina
        with tenancy.istituto_corrente(banco.casa.istituto.pk):
            assert Punto.objects.get(pk=banco.casa.punto.pk).discussione == "Il suo testo."

    def test_le_parole_che_aprono_e_chiudono(self, banco):
        dati = {"apertura": "Il giorno 6", "chiusura": "Fine.", "versione": 1}
        assert banco.invia("segretario", "verbale_parole", dati).status_code == 302
        assert attuale(banco).apertura == "Il giorno 6"
        rifatto = banco.invia("segretario", "verbale_parole", dati | {"apertura": "Altro"})
        assert rifatto.status_code == 409
        assert "Altro" in rifatto.content.decode()

    def test_la_versione_che_manca_non_e_un_guasto(self, banco):
        assert banco.invia("segretario", "verbale_parole").status_code == 422


class TestRifiuti:
    def test_il_rilievo_scritto_resta_nel_campo(self, banco):
        banco.invia("segretario", "in_lettura")
        risposta = banco.invia("consigliere", "rilievi", {"testo": "", "punto": ""})
        assert risposta.status_code == 422
        assert "Scrivi che cosa va corretto." in risposta.content.decode()

    def test_respinto_senza_perche(self, banco):
        banco.invia("segretario", "in_lettura")
        banco.invia("consigliere", "rilievi", {"testo": "Manca."})
        with tenancy.istituto_corrente(banco.casa.istituto.pk):
            rilievo = Rilievo.objects.get()
        risposta = banco.invia("segretario", "rilievo", {"esito": "respinto"}, rilievo.pk)
        assert risposta.status_code == 409
        assert "Chi respinge un rilievo dice perché." in risposta.content.decode()

    def test_firma_di_altre_parole(self, banco):
        banco.invia("segretario", "in_lettura")
        with tenancy.istituto_corrente(banco.casa.istituto.pk):
            banco.casa.approva()
        dati = {"impronta": "0" * 64, "riletto": "si"}
        risposta = banco.invia("presidente", "firma_verbale", dati)
        assert risposta.status_code == 409
        assert "Il testo è cambiato" in risposta.content.decode()
        assert banco.invia("presidente", "firma_verbale").status_code == 422


class TestRiservata:
    def test_l_ufficio_non_la_legge_prima_dell_approvazione(self):
        casa = scena(riservata=True)
        banco = Banco(casa)
        with tenancy.istituto_corrente(casa.istituto.pk):
            casa.in_lettura()
        assert banco.leggi("segretaria").status_code == 404
        assert banco.leggi("consigliere").status_code == 200
        registro = banco.leggi("segretaria", "verbali", casa.organo.pk).content.decode()
        assert "omissis" in registro
        with tenancy.istituto_corrente(casa.istituto.pk):
            casa.approva()
        assert banco.leggi("segretaria").status_code == 200

    def test_il_file_del_registro_dice_quanto_la_pagina(self):
        casa = scena(riservata=True)
        banco = Banco(casa)
        indirizzo = banco.indirizzo("verbali", casa.organo.pk)
        file = banco.cliente("segretaria").get(indirizzo, {"formato": "csv"}).content.decode()
        assert "omissis" in file
        assert f"{casa.seduta.inizio_previsto:%d/%m/%Y}" not in file
        assert f"{casa.seduta.inizio_previsto:%Y-%m-%d}" not in file


class TestRegistro:
    def test_si_scarica(self, banco):
        indirizzo = banco.indirizzo("verbali", banco.casa.organo.pk)
        risposta = banco.cliente("segretaria").get(indirizzo, {"formato": "csv"})
        assert "in bozza" in risposta.content.decode()

    def test_tanti_verbali_le_stesse_query(self, banco, django_assert_num_queries):
        with CaptureQueriesContext(connection) as prima:
            banco.leggi("segretaria", "verbali", banco.casa.organo.pk)
        with tenancy.istituto_corrente(banco.casa.istituto.pk):
            for _ in range(29):
                altra = SedutaFactory(
                    istituto=banco.casa.istituto, organo=banco.casa.organo, chiusa=True
                )
                VerbaleFactory(istituto=banco.casa.istituto, seduta=altra)
        with django_assert_num_queries(len(prima)):
            banco.leggi("segretaria", "verbali", banco.casa.organo.pk)

    def test_tanti_punti_le_stesse_query(self, banco, django_assert_num_queries):
        with CaptureQueriesContext(connection) as prima:
            banco.leggi("segretario")
        with tenancy.istituto_corrente(banco.casa.istituto.pk):
            for _ in range(29):
                PuntoFactory(istituto=banco.casa.istituto, seduta=banco.casa.seduta)
        with django_assert_num_queries(len(prima)):
            banco.leggi("segretario")
