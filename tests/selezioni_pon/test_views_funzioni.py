"""The pages of the funzioni strumentali: what each reads, what is kept of what was typed."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selezioni_pon.models import AttribuzioneFunzione, DomandaFunzione, ProceduraFunzioni
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory
from tests.selezioni_pon.scena_funzioni import DOPO, Scuola, scuola

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scuola:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scuola()


@pytest.fixture
def dopo(casa, monkeypatch):
    """The portal lives after the term."""
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: DOPO)


def entra(chi) -> Client:
    client = Client()
    client.force_login(chi.utente)
    return client


def dove(casa: Scuola, pagina: str, *args: int) -> str:
    return reverse(f"selezioni:{pagina}", args=[casa.istituto.slug, *args])


def scritta(casa: Scuola, **altro: str) -> dict[str, str]:
    return {
        "area": str(casa.area().pk), "nell_istituto_dal": "2010-09-01",
        "a_tempo_indeterminato": "on", "specie_1": "progetto", "testo_1": "Progetto Erasmus",
        "dichiaro": "on",
    } | altro  # fmt: skip


def test_the_office_prepares_and_who_directs_opens(casa):
    ufficio, dirigente = entra(casa.segretaria), entra(casa.dirigente)
    vuoto = ufficio.get(dove(casa, "funzioni")).text
    assert "Nessuna procedura" in vuoto
    nuova = dove(casa, "funzioni_nuova")
    casa.bozza()  # the year is there
    anno = ProceduraFunzioni.objects.get().anno_scolastico_id
    senza = ufficio.post(nuova, {"anno": anno, "atto": " ", "dal_modello": "on"})
    assert senza.status_code == 422
    assert "il Collegio ha identificato" in senza.text
    assert ufficio.post(nuova, {"anno": anno, "atto": "delibera n. 40"}).status_code == 302
    procedura = ProceduraFunzioni.objects.get(atto="delibera n. 40")
    area = {"sigla": "1", "titolo": "Progetti", "compiti": "Bandi\nReti", "posti": "zero"}
    pagina = dove(casa, "funzioni_area_nuova", procedura.pk)
    sbagliata = ufficio.post(pagina, area)
    assert (sbagliata.status_code, "Bandi" in sbagliata.text) == (422, True)
    assert ufficio.post(pagina, area | {"posti": "2"}).status_code == 302
    una = procedura.aree.get()
    altra = dove(casa, "funzioni_area", procedura.pk, una.pk)
    vecchia = area | {"posti": "3", "versione": "1"}
    assert ufficio.post(altra, vecchia).status_code == 302
    due = ufficio.post(altra, vecchia | {"titolo": "Altro nome"})
    assert (due.status_code, "Altro nome" in due.text) == (409, True)
    togli = dove(casa, "funzioni_area_togli", procedura.pk, una.pk)
    assert "Togliere l’area 1?" in ufficio.get(togli).text
    apri = dove(casa, "funzioni_apri", procedura.pk)
    assert ufficio.get(apri).status_code == 403
    assert dirigente.post(apri, {"giorno": "2024-06-15", "ora": "14:00"}).status_code == 422
    aperta = {"giorno": "2024-06-15", "ora": "14:00", "riletto": "on"}
    assert dirigente.post(apri, aperta).status_code == 302
    procedura.refresh_from_db()
    assert procedura.scade.isoformat() == "2024-06-15T12:00:00+00:00"
    assert ufficio.post(togli, {"riletto": "si"}).status_code == 422


def test_a_teacher_applies_and_nothing_typed_is_lost(casa):
    procedura = casa.apri()
    anna = entra(casa.docenti[0])
    assert "Chiedi una funzione" in anna.get(dove(casa, "funzioni_procedura", procedura.pk)).text
    pagina = dove(casa, "funzione_chiedi", procedura.pk)
    assert anna.get(pagina).status_code == 200
    senza = anna.post(pagina, scritta(casa, dichiaro="", testo_2="Corso senza genere"))
    assert senza.status_code == 422
    assert "Progetto Erasmus" in senza.text
    assert "Corso senza genere" in senza.text
    assert not DomandaFunzione.objects.exists()
    assert anna.post(pagina, scritta(casa)).status_code == 302
    domanda = DomandaFunzione.objects.get()
    assert "Progetto Erasmus" in anna.get(dove(casa, "funzione_domanda", domanda.pk)).text
    di_nuovo = anna.get(pagina).text
    assert "Progetto Erasmus" in di_nuovo
    assert "Riscrivi la domanda" in di_nuovo
    fuori = anna.post(pagina, scritta(casa, area=str(casa.area("2").pk)))
    assert fuori.status_code == 422
    assert "una sola" in fuori.text
    ritira = dove(casa, "funzione_ritira", domanda.pk)
    assert anna.get(ritira).status_code == 200
    assert anna.post(ritira, {"riletto": "si"}).status_code == 302


def test_before_the_term_nobody_else_reads_who_has_applied(casa):
    procedura = casa.apri()
    domanda = casa.chiede(casa.docenti[0])
    nome = casa.docenti[0].cognome
    casa.nomina()
    for chi in (casa.dirigente, casa.segretaria, casa.docenti[1], casa.commissari[0]):
        client = entra(chi)
        assert nome not in client.get(dove(casa, "funzioni_procedura", procedura.pk)).text
        stato = client.get(dove(casa, "funzione_domanda", domanda.pk)).status_code
        assert stato in (403, 404)


def test_after_the_term_a_member_declares_reads_and_decides(casa, dopo):
    procedura = casa.apri()
    anna, bruno, _ = casa.docenti
    domanda = casa.chiede(anna, "Corso", "Tesi di dottorato")
    casa.nomina()
    membro = entra(casa.commissari[0])
    esame = dove(casa, "funzione_esame", domanda.pk)
    dichiara = dove(casa, "funzioni_dichiara", procedura.pk)
    assert membro.get(esame).headers["Location"] == dichiara
    pagina = membro.get(dove(casa, "funzioni_procedura", procedura.pk)).text
    assert anna.cognome not in pagina
    assert anna.cognome in membro.get(dichiara).text
    assert membro.post(dichiara, {"esito": "libero"}).status_code == 422
    assert membro.post(dichiara, {"esito": "libero", "riletto": "on"}).status_code == 302
    assert "Tesi di dottorato" in membro.get(esame).text
    decisa = {
        "esito_1": "accettato", "esito_2": "rifiutato", "idoneo": "si", "motivo": "",
        "versione": "1",
    }  # fmt: skip
    senza = membro.post(esame, decisa)
    assert senza.status_code == 422
    assert "Scrivi perché questo titolo non conta." in senza.text
    piena = decisa | {"motivo_2": "riguarda altro"}
    assert membro.post(esame, piena).status_code == 302
    altra = membro.post(esame, piena | {"motivo_2": "altra ragione"})
    assert (altra.status_code, "altra ragione" in altra.text) == (409, True)
    # Of the examination who applied reads once it is closed.
    sua = entra(anna)
    assert "riguarda altro" not in sua.get(dove(casa, "funzione_domanda", domanda.pk)).text
    chiudi = dove(casa, "funzioni_chiudi", procedura.pk)
    assert "verbale" in membro.get(chiudi).text
    assert membro.post(chiudi, {"verbale": "n. 1", "riletto": "on"}).status_code == 302
    assert "riguarda altro" in sua.get(dove(casa, "funzione_domanda", domanda.pk)).text
    assert entra(bruno).get(dove(casa, "funzione_domanda", domanda.pk)).status_code == 404


def test_the_office_ascertains_and_who_directs_writes_who_is_absent(casa, dopo):
    procedura = casa.apri()
    domanda = casa.chiede(casa.docenti[0])
    casa.nomina()
    ufficio, dirigente = entra(casa.segretaria), entra(casa.dirigente)
    accerta = dove(casa, "funzione_accerta", domanda.pk)
    assert "2010-09-01" in ufficio.get(accerta).text
    dati = {"accertato_dal": "2012-09-01", "accertato_ruolo": "on", "versione": "1"}
    assert ufficio.post(accerta, dati).status_code == 302
    letta = ufficio.get(dove(casa, "funzione_domanda", domanda.pk)).text
    assert "settembre 2012" in letta
    assenze = dove(casa, "funzioni_assenze", procedura.pk)
    assert ufficio.get(assenze).status_code == 403
    chi = procedura.commissari.first().pk
    assert dirigente.post(assenze, {"chi": chi, "motivo": "malattia"}).status_code == 302
    assert "siede" in dirigente.get(assenze).text


def test_who_is_named_is_chosen_among_who_teaches(casa):
    procedura = casa.apri()
    casa.chiede(casa.commissari[0])
    dirigente = entra(casa.dirigente)
    pagina = dove(casa, "funzioni_nomina", procedura.pk)
    assert dirigente.get(pagina).status_code == 200
    ids = [uno.pk for uno in casa.commissari]
    nomi = {f"effettivo_{n}": ids[n - 1] for n in (1, 2, 3)}
    nomi |= {f"supplente_{n}": ids[n + 2] for n in (1, 2, 3)} | {"riletto": "on"}
    chiede = dirigente.post(pagina, nomi)
    assert chiede.status_code == 422
    assert "Chiede una funzione e non può stare in Commissione" in chiede.text
    nomi["effettivo_1"] = casa.docenti[0].pk
    assert dirigente.post(pagina, nomi).status_code == 302


def test_an_area_is_given_and_its_pages_are_read(casa, dopo, settings):
    settings.ESPORTAZIONE_RICONFERMA = 10**9
    procedura = casa.apri()
    anna, bruno, carla = casa.docenti
    casa.chiusa(casa.chiede(anna), casa.chiede(bruno), casa.chiede(carla, sigla="2"))
    dirigente, area = entra(casa.dirigente), casa.area()
    pagina = dirigente.get(dove(casa, "funzioni_procedura", procedura.pk)).text
    assert "Registra il voto del Collegio" in pagina
    assert "un punto per ogni titolo attinente" in pagina
    parita = dove(casa, "funzione_parita", procedura.pk, area.pk)
    voto = {"votanti": "20", f"voti_{anna.pk}": "12", f"voti_{bruno.pk}": "x", "verbale": "n. 5"}
    sbagliato = dirigente.post(parita, voto | {"riletto": "on"})
    assert (sbagliato.status_code, 'value="12"' in sbagliato.text) == (422, True)
    giusto = voto | {f"voti_{bruno.pk}": "8", "riletto": "on"}
    assert dirigente.post(parita, giusto).status_code == 302
    assert dirigente.get(parita).status_code == 302
    dai = dove(casa, "funzione_attribuisci", procedura.pk, area.pk)
    assert anna.nome_e_cognome in dirigente.get(dai).text
    assert dirigente.post(dai, {"riletto": "si"}).status_code == 302
    data = AttribuzioneFunzione.objects.get()
    sua = entra(anna)
    letta = sua.get(dove(casa, "funzione_data", data.pk)).text
    assert "il PDF è in stampa" in letta
    assert "giugno" in letta
    assert entra(bruno).get(dove(casa, "funzione_data", data.pk)).status_code == 404
    # Who has what is known in the school.
    assert anna.nome_e_cognome in entra(bruno).get(
        dove(casa, "funzioni_procedura", procedura.pk)
    ).text  # fmt: skip
    relazione = dove(casa, "funzione_relazione", data.pk)
    assert sua.post(relazione, {"tipo": "finale", "testo": " "}).status_code == 422
    assert sua.post(relazione, {"tipo": "finale", "testo": "Svolto."}).status_code == 302
    assert "Svolto." in dirigente.get(dove(casa, "funzione_data", data.pk)).text
    assert dirigente.post(dove(casa, "funzione_pdf", data.pk)).status_code == 302
    file = dirigente.get(dove(casa, "funzioni_procedura", procedura.pk), {"formato": "csv"})
    assert anna.cognome in file.content.decode("utf-8-sig")
    senza = dove(casa, "funzione_senza", procedura.pk, casa.area("3").pk)
    assert dirigente.post(senza, {"motivo": "", "riletto": "on"}).status_code == 422
    assert dirigente.post(senza, {"motivo": "Nessuno.", "riletto": "on"}).status_code == 302
    cessa = dove(casa, "funzione_cessa", data.pk)
    fine = {"ultimo_giorno": "2024-06-20", "motivo": "assenza", "riletto": "on"}
    assert dirigente.post(cessa, fine | {"versione": data.versione}).status_code == 302
    assert "Cessa il 20" in sua.get(dove(casa, "funzione_data", data.pk)).text


def test_the_word_without_remedy_is_shown_beside_the_law(casa):
    procedura = casa.apri()
    regole = procedura.regole
    regole["selezioni.funzioni.inappellabile"]["valore"] = "sì"
    from tests.conftest import come_proprietario

    with come_proprietario():
        ProceduraFunzioni.objects.filter(pk=procedura.pk).update(regole=regole)
    pagina = entra(casa.docenti[0]).get(dove(casa, "funzioni_procedura", procedura.pk)).text
    assert "non toglie né il reclamo né il ricorso" in pagina
    assert "24 e 113" in pagina


def test_the_page_asks_as_much_with_one_as_with_thirty(casa, dopo):
    procedura = casa.apri()
    casa.chiede(casa.docenti[0])
    dirigente = entra(casa.dirigente)
    pagina = dove(casa, "funzioni_procedura", procedura.pk)
    dirigente.get(pagina)
    with CaptureQueriesContext(connection) as una:
        dirigente.get(pagina)
    for _ in range(29):
        persona = PersonaFactory(istituto=casa.istituto, con_accesso=True)
        IncaricoFactory(istituto=casa.istituto, persona=persona)
        casa.chiede(persona, sigla="2", adesso=ADESSO + timedelta(hours=1))
    with CaptureQueriesContext(connection) as trenta:
        assert "29 domande" in dirigente.get(pagina).text
    assert len(una) == len(trenta)


def test_the_menu_is_there_for_teachers_once_one_may_ask(casa):
    scrivania = reverse("scrivania", args=[casa.istituto.slug])
    anna = entra(casa.docenti[0])
    assert dove(casa, "elenco") not in anna.get(scrivania).text
    casa.apri()
    assert dove(casa, "elenco") in anna.get(scrivania).text
    assert dove(casa, "funzioni") in anna.get(dove(casa, "elenco")).text


def test_who_asks_for_an_annual_function_does_not_see_a_draft(casa):
    procedura = casa.bozza()
    anna = entra(casa.docenti[0])
    assert anna.get(dove(casa, "funzioni_procedura", procedura.pk)).status_code == 404
    assert anna.get(dove(casa, "funzioni_nuova")).status_code == 403
