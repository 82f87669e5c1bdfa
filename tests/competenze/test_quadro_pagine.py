"""The pages of the board: who sees what, what each act gives back, with and without scripts."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from competenze.models import Decisione, LivelloCertificato, Rilevazione, Valutazione
from cpia.avvisi.models import Promemoria
from cpia.scuola import orologio
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.tenancy import istituto_corrente
from tests.competenze.classe_di_prova import ADESSO, Prova, classe_di_prova, nuovo_istituto

HTMX = {"HX-Request": "true"}
NON_DEL_QUADRO = ("session", "scuola_", "set_config", "SAVEPOINT", "avvisi_notifica")


@pytest.fixture(autouse=True)
def _oggi(monkeypatch: pytest.MonkeyPatch, settings: object) -> None:
    settings.MFA_OBBLIGATORIA = False
    alle(monkeypatch, ADESSO)


def alle(monkeypatch: pytest.MonkeyPatch, adesso: datetime) -> None:
    monkeypatch.setattr(orologio, "adesso", lambda: adesso)


@pytest.fixture
def prova(db: None) -> Iterator[Prova]:
    istituto = nuovo_istituto()
    with istituto_corrente(istituto.pk):
        prova = classe_di_prova(istituto)
        prova.valuta("Italiano", "alfabetica", "ABCD")
        prova.registra("Italiano")
        yield prova


def entra(persona: Persona) -> Client:
    client = Client()
    client.force_login(persona.utente)
    return client


def indirizzo(prova: Prova, nome: str, *args: int) -> str:
    return reverse(f"competenze:{nome}", args=[prova.istituto.slug, prova.rilevata.pk, *args])


def di(prova: Prova, studente: int, codice: str, lingua: str = "") -> str:
    return "-".join(map(str, prova.chiave(studente, codice, lingua)))


def pronta(prova: Prova) -> Prova:
    prova.registra()
    return prova


class TestQuadro:
    def test_la_coordinatrice_vede_e_agisce(self, prova: Prova) -> None:
        risposta = entra(prova.coordinatrice).get(indirizzo(prova, "quadro"))
        testo = risposta.content.decode()
        assert risposta.status_code == 200
        assert "1 su 5 discipline hanno registrato" in testo
        assert "Sollecita i 4 che mancano" in testo
        assert f'href="perche/?di={di(prova, 0, "alfabetica")}"' in testo
        assert "Si potrà quando non manca nessuno" in testo

    def test_il_dirigente_legge_soltanto(self, prova: Prova) -> None:
        testo = entra(prova.dirigente).get(indirizzo(prova, "quadro")).content.decode()
        assert "1 su 5 discipline hanno registrato" in testo
        assert "<button" not in testo.partition('id="discipline"')[2].partition("</section>")[0]
        assert "Congela la classe" not in testo

    def test_prima_del_giorno_la_pagina_dice_da_quando(
        self, prova: Prova, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        alle(monkeypatch, ADESSO - timedelta(days=4))
        client = entra(prova.coordinatrice)
        risposta = client.get(indirizzo(prova, "quadro"))
        testo = risposta.content.decode()
        assert risposta.status_code == 200
        assert "lunedì 3 giugno 2024" in testo
        assert "lettera B" in testo
        assert "Alunno" not in testo
        casella = {"di": di(prova, 0, "alfabetica")}
        assert client.get(indirizzo(prova, "perche"), casella).status_code == 404
        assert entra(prova.dirigente).get(indirizzo(prova, "quadro")).status_code == 200

    @pytest.mark.parametrize(
        ("in_bozza", "atteso"), [(False, "lunedì 3 giugno 2024"), (True, "ancora in bozza")]
    )
    def test_prima_del_giorno_nessun_atto_mostra_i_dati(
        self, prova: Prova, monkeypatch: pytest.MonkeyPatch, in_bozza: bool, atteso: str
    ) -> None:
        if in_bozza:
            Rilevazione.objects.update(stato="bozza")
        else:
            alle(monkeypatch, ADESSO - timedelta(days=4))
        client = entra(prova.coordinatrice)
        casella = {"di": di(prova, 0, "alfabetica"), "livello": "", "motivo": ""}
        tedesco = prova.inserimenti["Tedesco"].pk
        risposte = [
            client.post(indirizzo(prova, nome), casella, headers=testate)
            for nome in ("sollecita", "decidi", "delibera", "torna_alla_media", "congela")
            for testate in ({}, HTMX)
        ]
        risposte += [client.get(indirizzo(prova, "congela"))]
        risposte += [
            client.post(indirizzo(prova, nome, tedesco), {"motivo": "perché sì"})
            for nome in ("motivo_mancanza", "attendi", "riapri_disciplina")
        ]
        for risposta in risposte:
            testo = risposta.content.decode()
            letta = risposta.request["REQUEST_METHOD"] == "GET"
            assert risposta.status_code == (200 if letta else 422)
            assert atteso in testo
            assert "Alunno" not in testo
            assert "Tedesco" not in testo

    def test_chi_non_coordina_non_la_trova(self, prova: Prova) -> None:
        altra = classe_di_prova(prova.istituto, sezione="C")
        client = entra(altra.coordinatrice)
        for nome in ("quadro", "perche", "congela"):
            assert client.get(indirizzo(prova, nome)).status_code == 404
        assert client.post(indirizzo(prova, "sollecita")).status_code == 404

    def test_il_dirigente_non_compie_gli_atti_della_coordinatrice(self, prova: Prova) -> None:
        client = entra(prova.dirigente)
        for nome in ("sollecita", "decidi", "torna_alla_media", "delibera", "congela"):
            assert client.post(indirizzo(prova, nome)).status_code == 403
        assert entra(prova.coordinatrice).post(indirizzo(prova, "riapri_classe")).status_code == 403

    @pytest.mark.parametrize("vista", ["livelli", "mappa", "profili", "strana"])
    def test_tre_viste(self, prova: Prova, vista: str) -> None:
        risposta = entra(prova.coordinatrice).get(indirizzo(prova, "quadro"), {"vista": vista})
        assert risposta.status_code == 200
        assert "Alunno 00 Primo" in risposta.content.decode()

    def test_il_profilo_si_legge_anche_a_parole(self, prova: Prova) -> None:
        testo = (
            entra(prova.coordinatrice)
            .get(indirizzo(prova, "quadro"), {"vista": "profili"})
            .content.decode()
        )
        assert 'aria-label="Alunno 00 Primo: Alfabetica funzionale Avanzato;' in testo

    def test_otto_query_oltre_a_sessione_persona_e_cornice(self, prova: Prova) -> None:
        client = entra(prova.coordinatrice)
        client.get(indirizzo(prova, "quadro"))
        with CaptureQueriesContext(connection) as query:
            client.get(indirizzo(prova, "quadro"))
        del_quadro = [
            q["sql"]
            for q in query
            if "competenze_" in q["sql"]
            or "norme_" in q["sql"]
            or 'FROM "scuola_iscrizione"' in q["sql"]
            or 'FROM "avvisi_promemoria"' in q["sql"]
        ]
        assert len(del_quadro) == 8
        cornice = [q["sql"] for q in query if q["sql"] not in del_quadro]
        assert all(any(nome in sql for nome in NON_DEL_QUADRO) for sql in cornice), cornice

    def test_una_classe_senza_studenti(self, prova: Prova) -> None:
        vuota = classe_di_prova(prova.istituto, studenti=0, sezione="Z")
        risposta = entra(vuota.coordinatrice).get(indirizzo(vuota, "quadro"))
        assert "La classe non ha studenti" in risposta.content.decode()


class TestPerche:
    def test_frammento_e_pagina(self, prova: Prova) -> None:
        client = entra(prova.coordinatrice)
        casella = {"di": di(prova, 1, "alfabetica")}
        pagina = client.get(indirizzo(prova, "perche"), casella).content.decode()
        frammento = client.get(indirizzo(prova, "perche"), casella, headers=HTMX).content.decode()
        for testo in (pagina, frammento):
            assert "Intermedio (B)" in testo
            assert "Circolare n. 417" in testo
            assert "Decidere un livello diverso" in testo
        assert "<html" in pagina
        assert "<html" not in frammento
        assert "data-chiudi-cassetto" in frammento

    def test_una_casella_che_non_c_e(self, prova: Prova) -> None:
        client = entra(prova.coordinatrice)
        for storta in ("", "1-2-3", di(prova, 0, "multilinguistica", "tedesco"), "x"):
            assert client.get(indirizzo(prova, "perche"), {"di": storta}).status_code == 404
            assert client.post(
                indirizzo(prova, "decidi"), {"di": storta, "livello": "A", "motivo": "m"}
            ).status_code in {404, 422}

    def test_il_dirigente_legge_senza_decidere(self, prova: Prova) -> None:
        casella = {"di": di(prova, 1, "alfabetica")}
        testo = entra(prova.dirigente).get(indirizzo(prova, "perche"), casella).content.decode()
        assert "Intermedio (B)" in testo
        assert "Decidere un livello diverso" not in testo

    def test_termine_con_il_suo_conto(self, prova: Prova) -> None:
        url = indirizzo(prova, "perche_termine_classe")
        testo = entra(prova.coordinatrice).get(url, headers=HTMX).content.decode()
        assert "venerdì 7 giugno 2024" in testo
        assert "3 giorni prima" in testo

    def test_chi_ha_fatto_cosa(self, prova: Prova) -> None:
        client = entra(prova.coordinatrice)
        casella = di(prova, 1, "alfabetica")
        client.post(
            indirizzo(prova, "decidi"), {"di": casella, "livello": "A", "motivo": "prova di maggio"}
        )
        testo = client.get(indirizzo(prova, "perche_storia"), {"di": casella}).content.decode()
        assert "O. Brandolini" in testo
        assert "ha deciso" in testo
        assert "prova di maggio" in testo
        altra = client.get(
            indirizzo(prova, "perche_storia"), {"di": di(prova, 2, "alfabetica")}
        ).content.decode()
        assert "prova di maggio" not in altra


class TestDecidi:
    def manda(self, prova: Prova, *, headers=None, **dati: str):
        corpo = {"di": di(prova, 1, "alfabetica"), "livello": "A", "motivo": "prova di maggio"}
        return entra(prova.coordinatrice).post(
            indirizzo(prova, "decidi"), corpo | dati, headers=headers or {}
        )

    def test_nel_cassetto_riscrive_la_casella_e_l_elenco(self, prova: Prova) -> None:
        risposta = self.manda(prova, headers=HTMX)
        testo = risposta.content.decode()
        assert risposta.status_code == 200
        assert Decisione.objects.get().livello == "A"
        assert f'id="c-{di(prova, 1, "alfabetica")}"' in testo
        assert testo.count('hx-swap-oob="true"') == 3
        assert "prova di maggio" in testo

    def test_senza_script_torna_al_quadro(self, prova: Prova) -> None:
        risposta = self.manda(prova)
        assert (risposta.status_code, risposta.url) == (302, indirizzo(prova, "quadro"))

    @pytest.mark.parametrize(
        ("dati", "atteso"),
        [
            ({"motivo": ""}, "vuole un motivo scritto"),
            ({"livello": "B"}, "non c&#x27;è nulla da decidere"),
            ({"livello": ""}, "Scegli un livello"),
            ({"livello": "E"}, "fra A, B, C e D"),
        ],
    )
    def test_rifiutato_resta_quello_che_era_scritto(
        self, prova: Prova, dati: dict[str, str], atteso: str
    ) -> None:
        risposta = self.manda(prova, headers=HTMX, **dati)
        testo = risposta.content.decode()
        assert risposta.status_code == 422
        assert atteso in testo
        assert "hx-swap-oob" not in testo
        assert dati.get("motivo", "prova di maggio") in testo
        assert not Decisione.objects.exists()

    def test_torna_alla_media(self, prova: Prova) -> None:
        self.manda(prova)
        client = entra(prova.coordinatrice)
        casella = {"di": di(prova, 1, "alfabetica")}
        assert "Torna alla media" in client.get(indirizzo(prova, "quadro")).content.decode()
        client.post(indirizzo(prova, "torna_alla_media"), casella)
        assert Decisione.objects.filter(ritirata_il__isnull=True).count() == 0


class TestSollecita:
    def test_tutti_quelli_che_mancano_una_volta_al_giorno(self, prova: Prova) -> None:
        client = entra(prova.coordinatrice)
        url = indirizzo(prova, "sollecita")
        testo = client.post(url, headers=HTMX).content.decode()
        assert "Sollecito inviato a 4 docenti" in testo
        assert testo.count("sollecitata oggi") == 4
        assert "Nessun nuovo sollecito" in client.post(url, headers=HTMX).content.decode()
        assert Promemoria.objects.count() == 4

    def test_una_sola(self, prova: Prova) -> None:
        client = entra(prova.coordinatrice)
        scelta = {"inserimento": prova.inserimenti["Tedesco"].pk}
        assert client.post(indirizzo(prova, "sollecita"), scelta).status_code == 302
        [avviso] = Promemoria.objects.all()
        assert avviso.destinatario.cognome == "Docente Tedesco"

    def test_chi_ha_registrato_e_rifiutato_al_suo_posto(self, prova: Prova) -> None:
        scelta = {"inserimento": prova.inserimenti["Italiano"].pk}
        risposta = entra(prova.coordinatrice).post(
            indirizzo(prova, "sollecita"), scelta, headers=HTMX
        )
        assert risposta.status_code == 422
        assert "ha già registrato" in risposta.content.decode()

    @pytest.mark.parametrize(
        "scelto", ["9" * 5000, "tutti", "²"], ids=["lungo", "parola", "esponente"]
    )
    def test_una_disciplina_scritta_male_non_si_trova(self, prova: Prova, scelto: str) -> None:
        url = indirizzo(prova, "sollecita")
        risposta = entra(prova.coordinatrice).post(url, {"inserimento": scelto})
        assert risposta.status_code == 404
        assert not Promemoria.objects.exists()


class TestMotivi:
    def test_mancanza_e_attesa(self, prova: Prova) -> None:
        client = entra(prova.coordinatrice)
        tedesco = prova.inserimenti["Tedesco"]
        url = indirizzo(prova, "motivo_mancanza", tedesco.pk)
        assert "perché?" in client.get(url, headers=HTMX).content.decode()
        assert client.post(url, {"motivo": ""}).status_code == 422
        assert client.post(url, {"motivo": "cattedra vacante"}).status_code == 302
        tedesco.refresh_from_db()
        assert tedesco.motivo_mancanza == "cattedra vacante"
        assert "cattedra vacante" in client.get(indirizzo(prova, "quadro")).content.decode()
        client.post(indirizzo(prova, "attendi", tedesco.pk))
        tedesco.refresh_from_db()
        assert tedesco.motivo_mancanza == ""

    def test_riaprire_una_disciplina(self, prova: Prova) -> None:
        italiano = prova.inserimenti["Italiano"]
        url = indirizzo(prova, "riapri_disciplina", italiano.pk)
        client = entra(prova.coordinatrice)
        assert "Riaprire Italiano?" in client.get(url, headers=HTMX).content.decode()
        assert client.post(url, {"motivo": "manca un livello"}).status_code == 302
        italiano.refresh_from_db()
        assert italiano.stato == "aperto"
        assert client.post(url, {"motivo": "di nuovo"}).status_code == 422

    def test_registrata_con_caselle_vuote_si_riapre_o_si_motiva(self, prova: Prova) -> None:
        Valutazione.objects.filter(inserimento=prova.inserimenti["Italiano"]).first().delete()
        client, italiano = entra(prova.coordinatrice), prova.inserimenti["Italiano"]
        motivo = indirizzo(prova, "motivo_mancanza", italiano.pk)
        testo = client.get(indirizzo(prova, "quadro")).content.decode()
        assert "ma manca 1 casella" in testo
        assert indirizzo(prova, "riapri_disciplina", italiano.pk) in testo
        assert motivo in testo
        assert (
            "Italiano ha registrato, ma" in client.get(indirizzo(prova, "congela")).content.decode()
        )
        assert client.post(motivo, {"motivo": "arrivata a giugno"}).status_code == 302
        testo = client.get(indirizzo(prova, "quadro")).content.decode()
        assert "Si congela senza: «arrivata a giugno»" in testo

    def test_una_disciplina_di_un_altra_classe_non_si_tocca(self, prova: Prova) -> None:
        altra = classe_di_prova(prova.istituto, sezione="C")
        Incarico.objects.create(
            istituto=prova.istituto, persona=prova.coordinatrice, ruolo="coordinatore",
            classe=altra.rilevata.classe, dal=ADESSO.date(),
        )  # fmt: skip
        url = indirizzo(prova, "motivo_mancanza", altra.inserimenti["Tedesco"].pk)
        assert entra(prova.coordinatrice).get(url).status_code == 404


class TestCongela:
    def test_dice_che_cosa_succede_poi_lo_fa(self, prova: Prova) -> None:
        client = entra(pronta(prova).coordinatrice)
        url = indirizzo(prova, "congela")
        testo = client.get(url, headers=HTMX).content.decode()
        assert "Congelare la 2ªB AFM?" in testo
        assert "Non si annulla." in testo
        assert client.post(url).status_code == 422
        assert not LivelloCertificato.objects.exists()
        assert client.post(url, {"riletto": "si"}).status_code == 302
        assert LivelloCertificato.objects.count() == 36
        testo = client.get(indirizzo(prova, "quadro")).content.decode()
        assert "Congelata" in testo
        assert "da definire in scrutinio" in testo
        assert "Sollecita" not in testo

    def test_finche_manca_qualcuno_dice_chi(self, prova: Prova) -> None:
        risposta = entra(prova.coordinatrice).post(indirizzo(prova, "congela"), {"riletto": "si"})
        assert risposta.status_code == 422
        assert "Tedesco non ha registrato" in risposta.content.decode()

    def test_nello_scrutinio_si_registra_la_delibera(
        self, prova: Prova, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client = entra(pronta(prova).coordinatrice)
        client.post(indirizzo(prova, "congela"), {"riletto": "si"})
        casella = di(prova, 0, "digitale")
        dati = {"di": casella, "livello": "NV", "motivo": "sempre assente"}
        risposta = client.post(indirizzo(prova, "delibera"), dati, headers=HTMX)
        assert risposta.status_code == 422
        assert "lunedì 10 giugno 2024" in risposta.content.decode()
        alle(monkeypatch, ADESSO + timedelta(days=5))
        testo = client.get(indirizzo(prova, "perche"), {"di": casella}).content.decode()
        assert "Il consiglio ha deliberato" in testo
        risposta = client.post(indirizzo(prova, "delibera"), dati, headers=HTMX)
        assert risposta.status_code == 200
        testo = client.get(indirizzo(prova, "quadro")).content.decode()
        assert "Livelli deliberati dal consiglio di classe" in testo
        assert "sempre assente" in testo

    def test_il_dirigente_riapre_con_un_motivo(self, prova: Prova) -> None:
        entra(pronta(prova).coordinatrice).post(indirizzo(prova, "congela"), {"riletto": "si"})
        client = entra(prova.dirigente)
        assert "Riapri la classe…" in client.get(indirizzo(prova, "quadro")).content.decode()
        url = indirizzo(prova, "riapri_classe")
        assert client.post(url, {"motivo": ""}).status_code == 422
        assert client.post(url, {"motivo": "errore in Storia"}).status_code == 302
        prova.rilevata.refresh_from_db()
        assert prova.rilevata.stato == "aperta"

    def test_una_rilevazione_in_bozza_non_si_consulta(self, prova: Prova) -> None:
        Rilevazione.objects.update(stato="bozza")
        testo = entra(prova.coordinatrice).get(indirizzo(prova, "quadro")).content.decode()
        assert "ancora in bozza" in testo
