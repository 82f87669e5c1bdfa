"""The pages of the import: who may open them, what they say, what they keep."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.scuola import orologio
from cpia.scuola.importazione.anteprima import RIGHE_PER_PAGINA
from cpia.scuola.importazione.rules.lettura import leggi
from cpia.scuola.importazione.rules.tracciati import Tipo
from cpia.scuola.models import Importazione, Persona
from cpia.scuola.tenancy import istituto_corrente
from tests.factories.scuola import (
    ADESSO,
    ClasseFactory,
    CorsoFactory,
    IncaricoFactory,
    IstitutoFactory,
    SedeFactory,
)
from tests.scuola.corpus import file_di_prova

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _orario(monkeypatch, settings):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


class Scuola:
    """An institute with 2ªA AFM, its segreteria, its dirigente and a teacher."""

    def __init__(self):
        self.istituto = IstitutoFactory()
        with istituto_corrente(self.istituto.pk):
            ClasseFactory(
                istituto=self.istituto,
                sezione="A",
                corso=CorsoFactory(istituto=self.istituto, sigla="AFM"),
                sede=SedeFactory(istituto=self.istituto, nome="ITCG"),
            )
            self.persone = {
                ruolo: IncaricoFactory(
                    istituto=self.istituto, **({ruolo: True} if ruolo != "docente" else {})
                ).persona
                for ruolo in ("segreteria", "dirigente", "docente")
            }

    def entra(self, ruolo):
        client = Client()
        client.force_login(self.persone[ruolo].utente)
        return client

    def url(self, nome, *argomenti):
        return reverse(nome, args=[self.istituto.slug, *argomenti])

    def ultima(self):
        with istituto_corrente(self.istituto.pk):
            return Importazione.objects.order_by("-id").first()

    def quante_persone(self):
        with istituto_corrente(self.istituto.pk):
            return Persona.objects.count()


@pytest.fixture
def scuola():
    return Scuola()


@pytest.fixture
def segreteria(scuola):
    return scuola.entra("segreteria")


def carica(scuola, client, nome, tipo=Tipo.STUDENTI):
    contenuto = file_di_prova(nome) if isinstance(nome, str) else nome
    return client.post(
        scuola.url("importazione_nuova"),
        {"tipo": tipo, "anno": 2023, "file": SimpleUploadedFile("elenco.csv", contenuto)},
    )


def scritto(risposta):
    """The page in one line, without what is different at every answer."""
    senza_nonce = re.sub(r'(nonce|content)="[\w+/=]{20,}"', "", risposta.content.decode())
    return " ".join(senza_nonce.split())


# Who


PAGINE = ("importazioni", "importazione_nuova")
DI_UNA = ("importazione", "importazione_colonne", "importazione_annulla", "importazione_errate")
ATTI = (
    "importazione_discipline", "importazione_esegui", "importazione_annulla", "importazione_scarta",
)  # fmt: skip


@pytest.mark.parametrize("ruolo", ["segreteria", "dirigente", "docente", None])
def test_the_segreteria_imports_the_dirigente_reads_the_list_the_others_neither(scuola, ruolo):
    carica(scuola, scuola.entra("segreteria"), "docenti.csv", Tipo.DOCENTI)
    pk = scuola.ultima().pk
    client = scuola.entra(ruolo) if ruolo else Client()
    legge = {"segreteria": 200, "dirigente": 200, "docente": 403, None: 302}[ruolo]
    importa = {"segreteria": 200, "dirigente": 403, "docente": 403, None: 302}[ruolo]
    assert client.get(scuola.url("importazioni")).status_code == legge
    assert client.get(scuola.url("importazione_nuova")).status_code == importa
    assert client.get(scuola.url("importazione_modello", "studenti")).status_code == importa
    for nome in DI_UNA:
        assert client.get(scuola.url(nome, pk)).status_code == importa, nome
    if ruolo != "segreteria":
        for nome in ATTI:
            assert client.post(scuola.url(nome, pk)).status_code == importa, nome
        assert scuola.ultima().righe


def test_an_import_of_another_institute_is_as_one_that_does_not_exist(scuola, segreteria):
    altra = Scuola()
    carica(altra, altra.entra("segreteria"), "docenti.csv", Tipo.DOCENTI)
    pk = altra.ultima().pk
    for nome in DI_UNA:
        estranea = segreteria.get(scuola.url(nome, pk))
        inesistente = segreteria.get(scuola.url(nome, 999_999))
        assert estranea.status_code == inesistente.status_code == 404
        assert scritto(estranea) == scritto(inesistente)
    for nome in ATTI:
        assert segreteria.post(scuola.url(nome, pk), {"riletto": "si"}).status_code == 404
    assert segreteria.get(altra.url("importazione", pk)).status_code == 404
    assert altra.ultima().righe


@pytest.mark.parametrize("nome", ATTI)
def test_acts_want_a_post(scuola, segreteria, nome):
    carica(scuola, segreteria, "docenti.csv", Tipo.DOCENTI)
    risposta = segreteria.get(scuola.url(nome, scuola.ultima().pk))
    assert risposta.status_code == (200 if nome == "importazione_annulla" else 405)


# The way of a file


def test_from_the_file_to_the_persons_and_back(scuola, segreteria):
    risposta = carica(scuola, segreteria, "studenti-giuaschool.csv")
    pk = scuola.ultima().pk
    assert risposta.url == scuola.url("importazione", pk)
    prima = scuola.quante_persone()
    anteprima = scritto(segreteria.get(risposta.url))
    assert "Rossi Anna" in anteprima
    assert "Importa 2 righe" in anteprima
    assert scuola.quante_persone() == prima

    eseguita = segreteria.post(scuola.url("importazione_esegui", pk), follow=True)
    assert "Importazione eseguita: 2 nuove." in scritto(eseguita)
    assert "Persone in più: 4" in scritto(eseguita)
    assert scuola.quante_persone() == prima + 4

    conferma = scritto(segreteria.get(scuola.url("importazione_annulla", pk)))
    assert "Persone che si cancellano: 4" in conferma
    senza_rilettura = segreteria.post(scuola.url("importazione_annulla", pk))
    assert (senza_rilettura.status_code, scuola.quante_persone()) == (422, prima + 4)
    annullata = segreteria.post(
        scuola.url("importazione_annulla", pk), {"riletto": "si"}, follow=True
    )
    assert "tutto è tornato com’era prima" in scritto(annullata)
    assert scuola.quante_persone() == prima
    assert "annullata" in scritto(segreteria.get(scuola.url("importazioni")))


@pytest.mark.parametrize("nome", ["documento.pdf", "pagina.xls", "vuoto.csv", "virgolette.csv"])
def test_a_file_that_cannot_be_read_says_why_at_its_field_and_keeps_the_choices(
    scuola, segreteria, nome
):
    risposta = carica(scuola, segreteria, f"ostili/{nome}", Tipo.DOCENTI)
    assert risposta.status_code == 422
    assert list(risposta.context["form"].errors) == ["file"]
    assert scritto(risposta).count("1 cosa da correggere") == 1
    assert risposta.context["form"]["tipo"].value() == "docenti"
    assert scuola.ultima() is None


def test_unknown_columns_are_asked_for_and_what_was_chosen_stays(scuola, segreteria):
    risposta = carica(scuola, segreteria, "colonne-ignote.csv")
    pk = scuola.ultima().pk
    assert risposta.url == scuola.url("importazione_colonne", pk)
    assert "Nel file non si riconosce: cognome; nome" in scritto(segreteria.get(risposta.url))
    doppie = segreteria.post(risposta.url, {"colonna_0": "cognome", "colonna_1": "cognome"})
    assert doppie.status_code == 422
    assert "È già la colonna «Campo1»: scegline una." in scritto(doppie)
    assert "Manca una colonna per: nome." in scritto(doppie)
    assert 'value="cognome" selected' in scritto(doppie)
    scelte = {"colonna_0": "cognome", "colonna_1": "nome", "colonna_2": "codice_fiscale"}
    giuste = segreteria.post(risposta.url, scelte | {"colonna_3": "classe"}, follow=True)
    assert "Importa 4 righe" in scritto(giuste)


def test_a_header_known_from_the_last_time_is_said_in_words(scuola, segreteria):
    scelte = {f"colonna_{n}": nome for n, nome in enumerate(["cognome", "nome", "codice_fiscale",
                                                             "classe"])}  # fmt: skip
    risposta = carica(scuola, segreteria, "colonne-ignote.csv")
    segreteria.post(risposta.url, scelte)
    segreteria.post(scuola.url("importazione_esegui", scuola.ultima().pk))
    risposta = carica(scuola, segreteria, "colonne-ignote.csv")
    anteprima = segreteria.get(risposta.url)
    assert "L’intestazione è la stessa di «elenco.csv», importato il 5 giugno:" in scritto(
        anteprima
    )
    assert "Importa 4 righe" not in scritto(anteprima)
    assert anteprima.context["quante"]["invariato"] == 4


def test_the_first_row_is_data_when_one_says_so(scuola, segreteria):
    risposta = carica(scuola, segreteria, b"Rossi;Anna\nVerdi;Ugo\n", Tipo.DOCENTI)
    assert "presi dalla riga 1 del file" in scritto(segreteria.get(risposta.url))
    pk = scuola.ultima().pk
    dati = segreteria.post(
        scuola.url("importazione_intestazione", pk), {"presente": "no"}, follow=True
    )
    assert "hanno una lettera, come in Excel" in scritto(dati)
    assert len(scuola.ultima().righe) == 2
    segreteria.post(scuola.url("importazione_intestazione", pk), {"presente": "si"})
    assert len(scuola.ultima().righe) == 1


def test_a_long_file_shows_its_bar_until_it_is_done(scuola, segreteria, settings):
    settings.IMPORTAZIONE_LUNGA = 1
    carica(scuola, segreteria, "docenti.csv", Tipo.DOCENTI)
    pk = scuola.ultima().pk
    in_corso = segreteria.post(scuola.url("importazione_esegui", pk), follow=True)
    assert "Importazione di elenco.csv" in scritto(in_corso)
    assert '<progress class="progresso" value="0" max="2"' in scritto(in_corso)
    assert "finché non è finito non cambia nulla" in scritto(in_corso)
    assert scuola.ultima().eseguita_il is None
    rifiuto = segreteria.post(scuola.url("importazione_scarta", pk))
    assert rifiuto.status_code == 409
    assert "è già in corso" in scritto(rifiuto)


def test_wrong_rows_are_counted_filtered_and_can_be_had_as_a_file(scuola, segreteria):
    carica(scuola, segreteria, "studenti-errati.csv")
    pk = scuola.ultima().pk
    errate = segreteria.get(scuola.url("importazione", pk), {"stato": "errato"})
    assert {riga.stato for riga in errate.context["righe"]} == {"errata"}
    assert "Codice fiscale: la lettera di controllo del codice fiscale è A" in scritto(errate)

    foglio = segreteria.get(scuola.url("importazione_errate", pk))
    assert foglio["Content-Disposition"] == f'attachment; filename="righe-errate-{pk}.csv"'
    intestazione, prima, *_ = leggi(foglio.content).righe
    assert (intestazione.celle[0], intestazione.celle[-1]) == ("Riga", "Che cosa correggere")
    assert prima.celle[0] == "3"
    assert prima.celle[-1].startswith("Codice fiscale: la lettera di controllo")
    assert carica(scuola, segreteria, foglio.content).status_code == 302

    rifiuto = segreteria.post(scuola.url("importazione_esegui", scuola.ultima().pk))
    assert rifiuto.status_code == 422
    assert "Non è stato cambiato nulla" in scritto(rifiuto)


def test_only_the_right_rows_when_asked(scuola, segreteria):
    carica(scuola, segreteria, "studenti-errati.csv")
    prima = scuola.quante_persone()
    pk = scuola.ultima().pk
    risposta = segreteria.post(
        scuola.url("importazione_esegui", pk), {"solo_giuste": "si"}, follow=True
    )
    assert "4 nuove e 24 errate" in scritto(risposta)
    assert scuola.quante_persone() > prima


def test_new_subjects_are_added_with_one_click(scuola, segreteria):
    carica(scuola, segreteria, "docenti.csv", Tipo.DOCENTI)
    segreteria.post(scuola.url("importazione_esegui", scuola.ultima().pk))
    righe = b"docente;classe;materia\nTomasi Giulia;2A AFM;Matematica\n"
    risposta = carica(scuola, segreteria, righe, Tipo.CATTEDRE)
    assert "1 disciplina che l’istituto non ha ancora" in scritto(segreteria.get(risposta.url))
    pk = scuola.ultima().pk
    aggiunte = segreteria.post(scuola.url("importazione_discipline", pk), follow=True)
    assert "Con la nuova disciplina «Matematica»" in scritto(aggiunte)
    assert "Importa 1 riga" in scritto(aggiunte)


def test_a_file_given_up_is_forgotten(scuola, segreteria):
    carica(scuola, segreteria, "docenti.csv", Tipo.DOCENTI)
    pk = scuola.ultima().pk
    scartata = segreteria.post(scuola.url("importazione_scarta", pk), follow=True)
    assert "nulla è cambiato" in scritto(scartata)
    assert scuola.ultima().righe == []
    for nome in ("importazione_colonne", "importazione_errate"):
        assert segreteria.get(scuola.url(nome, pk)).status_code == 302
    assert segreteria.get(scuola.url("importazione", pk)).status_code == 200
    assert segreteria.post(scuola.url("importazione_esegui", pk)).status_code == 409


def test_an_undo_refused_says_why_and_changes_nothing(scuola, segreteria):
    carica(scuola, segreteria, "docenti.csv", Tipo.DOCENTI)
    pk = scuola.ultima().pk
    segreteria.post(scuola.url("importazione_esegui", pk))
    with istituto_corrente(scuola.istituto.pk):
        Persona.objects.filter(cognome="Tomasi").update(nome="Giuliana")
    risposta = segreteria.post(scuola.url("importazione_annulla", pk), {"riletto": "si"})
    assert risposta.status_code == 409
    assert "dopo sono cambiati i dati di 1 persona" in scritto(risposta)


@pytest.mark.parametrize("tipo", Tipo)
def test_the_model_of_each_kind_is_recognised_whole(scuola, segreteria, tipo):
    foglio = segreteria.get(scuola.url("importazione_modello", tipo))
    risposta = carica(scuola, segreteria, foglio.content, tipo)
    assert risposta.url == scuola.url("importazione", scuola.ultima().pk)
    assert segreteria.get(risposta.url).context["non_usate"] == []


# What is typed by others is shown and never run; pages stay light


def test_what_stands_in_the_cells_is_text(scuola, segreteria):
    cattivo = '<script>alert(1)</script>"onload="x'
    riga = f"cognome;nome;nascita;classe\n{cattivo};=1+1;{cattivo};{cattivo}\n".replace('"', "")
    carica(scuola, segreteria, riga.encode())
    pk = scuola.ultima().pk
    for nome in ("importazione", "importazione_colonne"):
        pagina = segreteria.get(scuola.url(nome, pk)).content.decode()
        assert "<script>alert" not in pagina
        assert "&lt;script&gt;" in pagina
    assert b'"\'=1+1"' in segreteria.get(scuola.url("importazione_errate", pk)).content


def test_a_long_file_is_shown_by_pages_with_the_same_queries(scuola, segreteria):
    domande = []
    for quante in (3, RIGHE_PER_PAGINA + 1):
        righe = "".join(f"Cognome{n};Nome;01/01/2008;2A AFM\n" for n in range(quante))
        carica(scuola, segreteria, f"cognome;nome;nascita;classe\n{righe}".encode())
        url = scuola.url("importazione", scuola.ultima().pk)
        with CaptureQueriesContext(connection) as fatte:
            pagina = segreteria.get(url)
        domande.append(len(fatte))
    assert len(pagina.context["righe"]) == RIGHE_PER_PAGINA
    assert "pagina 1 di 2" in scritto(pagina)
    assert len(segreteria.get(url, {"pagina": 2}).context["righe"]) == 1
    assert domande[0] == domande[1] <= 20


def test_the_list_costs_the_same_with_one_and_with_many(scuola, segreteria):
    domande = []
    for _ in range(2):
        for _ in range(15):
            carica(scuola, segreteria, "docenti.csv", Tipo.DOCENTI)
        with CaptureQueriesContext(connection) as fatte:
            segreteria.get(scuola.url("importazioni"))
        domande.append(len(fatte))
    assert domande[0] == domande[1]
