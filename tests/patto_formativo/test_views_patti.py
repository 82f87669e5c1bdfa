"""The pages of the agreement: who writes, what is typed is never lost, queries stay few."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.scuola.tenancy import istituto_corrente
from patto_formativo.models import RichiestaModifica, Versione
from patto_formativo.rules.firme import Parte
from patto_formativo.services import patti
from tests.factories.patto import (
    CpiaFactory,
    DocenteGruppoFactory,
    GruppoFactory,
    MembroFactory,
    OffertaFactory,
)
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    IncaricoFactory,
    ResponsabilitaFactory,
    SedeFactory,
)
from tests.patto_formativo.scena_patti import MINORENNE, Scena, prepara


@pytest.fixture
def qui(db, monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    istituto = CpiaFactory()
    with istituto_corrente(istituto.pk):
        yield prepara(istituto)


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def url(qui, nome, *argomenti) -> str:
    return reverse(f"patto:{nome}", args=[qui.istituto.slug, *argomenti])


def scritto(risposta) -> str:
    return risposta.content.decode()


def campi(versione, **cambi) -> dict[str, str]:
    """What the page of the plan sends, with something changed."""
    dati = {
        "anni": str(versione.anni), "quando": versione.quando, "note": versione.note,
        "revisione": str(versione.revisione),
    }  # fmt: skip
    for riga in versione.unita.all():
        dati |= {
            f"ore_{riga.unita_id}": str(riga.ore).replace(".", ","),
            f"a_distanza_{riga.unita_id}": str(riga.a_distanza),
            f"fruizione_{riga.unita_id}": riga.fruizione,
            f"prova_{riga.unita_id}": riga.prova,
        }
    return dati | cambi


def manda(browser, dove, dati):
    """The autosave, as the page sends it."""
    corpo = "&".join(f"{nome}={valore}" for nome, valore in dati.items())
    return browser.patch(
        dove,
        corpo,
        content_type="application/x-www-form-urlencoded",
        headers={"HX-Request": "true"},
    )


# The plan


def test_the_tutor_begins_fills_and_reads_the_plan(qui):
    tutor = entra(qui.tutor)
    dove = url(qui, "piano", qui.corsista.pk)
    assert "Comincia il patto" in scritto(tutor.get(dove))
    tutor.post(url(qui, "patto_apri", qui.corsista.pk))
    assert "mancano 399 ore" in scritto(tutor.get(dove))
    tutor.post(url(qui, "piano_riparti", qui.corsista.pk))
    pagina = scritto(tutor.get(dove))
    assert "il conto torna" in pagina
    assert "Il piano è completo" in pagina
    assert "Proponi alla Commissione…" in pagina


def test_a_change_is_kept_with_the_hours_as_they_are_typed(qui):
    versione = qui.bozza()
    prima = versione.unita.order_by("ordine")[0]
    dati = campi(versione, **{f"ore_{prima.unita_id}": "100,5"})
    risposta = manda(entra(qui.tutor), url(qui, "piano_salva", qui.corsista.pk), dati)
    assert risposta.status_code == 200
    assert "di troppo" in scritto(risposta) or "mancano" in scritto(risposta)
    assert f'value="{versione.revisione + 1}"' in scritto(risposta)
    assert Versione.objects.get().unita.get(unita=prima.unita_id).ore == Decimal("100.50")


def test_what_is_against_a_unit_stands_at_its_row(qui):
    versione = qui.bozza()
    prima = versione.unita.order_by("ordine")[0]
    dati = campi(versione, **{f"prova_{prima.unita_id}": ""})
    risposta = manda(entra(qui.tutor), url(qui, "piano_salva", qui.corsista.pk), dati)
    riga = scritto(risposta).split(f'id="contro-{prima.unita_id}"')[1].split("</p>")[0]
    assert "Scrivi con quale prova si certifica." in riga


def test_hours_that_cannot_be_read_are_told_and_stay(qui):
    versione = qui.bozza()
    prima = versione.unita.order_by("ordine")[0]
    dati = campi(versione, **{f"ore_{prima.unita_id}": "dieci"})
    risposta = manda(entra(qui.tutor), url(qui, "piano_salva", qui.corsista.pk), dati)
    assert risposta.status_code == 422
    assert "Scrivi le ore come 25,2." in scritto(risposta)
    senza_script = entra(qui.tutor).post(url(qui, "piano_salva", qui.corsista.pk), dati)
    assert senza_script.status_code == 422
    assert 'value="dieci"' in scritto(senza_script)


def test_two_pages_of_the_same_plan_show_both_and_one_is_kept(qui):
    versione = qui.bozza()
    letta = campi(versione, note="Il mio")
    dove = url(qui, "piano_salva", qui.corsista.pk)
    manda(entra(qui.tutor), dove, campi(versione, note="Il primo"))
    risposta = manda(entra(qui.tutor), dove, letta)
    assert risposta.status_code == 409
    assert "Tieni il mio" in scritto(risposta)
    assert Versione.objects.get().note == "Il primo"
    adesso = Versione.objects.get().revisione
    assert manda(entra(qui.tutor), dove, letta | {"tieni": str(adesso)}).status_code == 200
    assert Versione.objects.get().note == "Il mio"


def test_who_sits_in_the_section_reads_what_was_sent_and_never_a_draft(qui):
    vecchia = qui.in_corso()
    membro = entra(qui.membro)
    dove = url(qui, "patto", qui.corsista.pk)
    assert membro.get(dove).status_code == 200
    nuova = patti.rinegozia(**qui.fa(qui.tutor), versione_id=vecchia.pk, motivo="Nuovo lavoro")
    assert "Nuovo lavoro" not in scritto(membro.get(dove))
    assert "Nuovo lavoro" in scritto(entra(qui.tutor).get(dove))
    assert membro.get(url(qui, "patto_bozza", nuova.pk)).status_code == 404


def test_a_reserved_site_is_told_to_office_and_tutor_only(qui):
    sede = qui.corsista.offerta.sede
    sede.riservata, sede.nome = True, "Casa Arcobaleno"
    sede.save(update_fields=["riservata", "nome"])
    qui.proposta()
    for chi, la_vede in ((qui.tutor, True), (qui.segretaria, True), (qui.membro, False)):
        pagina = scritto(entra(chi).get(url(qui, "patto", qui.corsista.pk)))
        assert ("Casa Arcobaleno" in pagina) is la_vede


# The section


def test_the_section_sees_each_draft_with_its_judgement_and_a_fixed_number_of_queries(qui):
    qui.proposta()
    browser, dove = entra(qui.dirigente), url(qui, "sezione", qui.sezione.pk)
    browser.get(dove)
    with CaptureQueriesContext(connection) as una:
        browser.get(dove)
    for _ in range(3):
        qui.proposta(qui.altro_corsista())
    with CaptureQueriesContext(connection) as molte:
        pagina = scritto(browser.get(dove))
    assert len(molte) == len(una)
    assert pagina.count("in ordine") == 4


def test_the_decision_is_registered_on_the_deliberation(qui):
    versioni = [qui.proposta(), qui.proposta(qui.altro_corsista())]
    dati = {f"versione_{v.pk}": "on" for v in versioni} | {"delibera": str(qui.delibera.pk)}
    dati |= {f"revisione_{v.pk}": str(v.revisione) for v in versioni}
    risposta = entra(qui.dirigente).post(
        url(qui, "sezione_approva", qui.sezione.pk), dati, follow=True
    )
    assert "2 patti approvati" in scritto(risposta)
    assert set(Versione.objects.values_list("stato", flat=True)) == {"approvato"}


def test_one_that_cannot_is_named_at_its_row_and_nothing_is_done(qui):
    buona, cambiata = qui.proposta(), qui.proposta(qui.altro_corsista())
    qui.accoglie(cambiata.patto.corsista, "3")
    dove = url(qui, "sezione_approva", qui.sezione.pk)
    dati = {"delibera": str(qui.delibera.pk), f"versione_{buona.pk}": "on"}
    dati |= {f"revisione_{v.pk}": str(v.revisione) for v in (buona, cambiata)}
    risposta = entra(qui.dirigente).post(dove, dati | {f"versione_{cambiata.pk}": "on"})
    assert risposta.status_code == 422
    assert "Le ore sono cambiate" in scritto(risposta)
    risposta = entra(qui.dirigente).post(dove, dati)
    assert "Scrivi perché resta fuori." in scritto(risposta)
    assert set(Versione.objects.values_list("stato", flat=True)) == {"in_negoziazione"}
    entra(qui.dirigente).post(dove, dati | {f"motivo_{cambiata.pk}": "Accoglienza non finita"})
    assert RichiestaModifica.objects.get().testo == "Accoglienza non finita"


def test_a_draft_that_changed_since_the_page_was_read_is_told_at_its_row(qui):
    versione = qui.proposta()
    browser, dove = entra(qui.dirigente), url(qui, "sezione", qui.sezione.pk)
    letta = f'name="revisione_{versione.pk}" value="{versione.revisione}"'
    assert letta in scritto(browser.get(dove))
    dati = {
        "delibera": str(qui.delibera.pk), f"versione_{versione.pk}": "on",
        f"revisione_{versione.pk}": str(versione.revisione - 1),
    }  # fmt: skip
    risposta = browser.post(url(qui, "sezione_approva", qui.sezione.pk), dati)
    assert risposta.status_code == 422
    assert "La bozza è cambiata" in scritto(risposta)
    assert letta in scritto(risposta)
    assert Versione.objects.get().stato == "in_negoziazione"
    for ostile in ("9" * 30, "x", ""):
        dati[f"revisione_{versione.pk}"] = ostile
        assert browser.post(url(qui, "sezione_approva", qui.sezione.pk), dati).status_code == 422


def test_who_only_sits_reads_and_does_not_register(qui):
    qui.proposta()
    membro = entra(qui.membro)
    assert "Approva i patti scelti" not in scritto(membro.get(url(qui, "sezione", qui.sezione.pk)))
    assert membro.post(url(qui, "sezione_approva", qui.sezione.pk)).status_code == 403


# Signatures


def test_the_dialog_signs_what_was_read(qui):
    versione = qui.approvata()
    tutor, dove = entra(qui.tutor), url(qui, "patto_firma", versione.pk)
    assert versione.impronta in scritto(tutor.get(dove))
    assert tutor.post(dove, {"impronta": versione.impronta}).status_code == 422
    rifiutata = tutor.post(dove, {"impronta": "0" * 64, "riletto": "on"})
    assert "Il patto è cambiato" in scritto(rifiutata)
    tutor.post(dove, {"impronta": versione.impronta, "riletto": "on"})
    assert versione.firme.get().persona == qui.tutor
    assert entra(qui.membro).get(dove).status_code == 403


def test_on_paper_the_day_and_the_words_that_were_on_the_screen(qui):
    versione = qui.approvata()
    ufficio, dove = entra(qui.segretaria), url(qui, "firma_su_carta", versione.pk)
    pagina = scritto(ufficio.get(dove))
    assert versione.impronta in pagina
    assert qui.dirigente.cognome in pagina
    dati = {
        "parte": "adulto", "riletto": "on", "impronta": versione.impronta,
        "firmato_il": "2024-06-05",
    }  # fmt: skip
    assert "Scrivi il giorno della firma." in scritto(ufficio.post(dove, dati | {"firmato_il": ""}))
    altra = ufficio.post(dove, dati | {"impronta": "0" * 64})
    assert altra.status_code == 422
    assert "Il patto è cambiato" in scritto(altra)
    for giorno in ("9999-12-31", "0001-01-01"):
        assert ufficio.post(dove, dati | {"firmato_il": giorno}).status_code == 422
    assert ufficio.post(dove, dati).status_code == 302
    assert versione.firme.get().su_carta


def test_a_teacher_of_the_group_asks_a_change_and_reads_nothing_else(qui):
    versione = qui.approvata()
    documento = url(qui, "patto", qui.corsista.pk)
    docente = IncaricoFactory(istituto=qui.istituto).persona
    gruppo = GruppoFactory(istituto=qui.istituto)
    DocenteGruppoFactory(istituto=qui.istituto, gruppo=gruppo, persona=docente)
    MembroFactory(istituto=qui.istituto, gruppo=gruppo, corsista=qui.corsista)
    browser, dove = entra(docente), url(qui, "patto_richiesta", versione.pk)
    assert dove in scritto(browser.get(url(qui, "frequenza", qui.corsista.pk)))
    assert versione.impronta not in scritto(browser.get(dove))
    assert browser.post(dove, {"testo": ""}).status_code == 422
    browser.post(dove, {"testo": "Meno ore da casa"})
    assert RichiestaModifica.objects.get().chiede == docente
    assert "Meno ore da casa" in scritto(browser.get(dove))
    assert browser.get(documento).status_code == 403


def test_the_office_says_why_a_minor_leaves_and_who_asks_it(qui):
    corsista = qui.altro_corsista(data_nascita=MINORENNE)
    risponde = ResponsabilitaFactory(
        istituto=qui.istituto, studente=corsista.persona, dal=date(2023, 9, 1)
    )
    ufficio, dove = entra(qui.segretaria), url(qui, "rinuncia", corsista.pk)
    assert risponde.adulto.cognome in scritto(ufficio.get(dove))
    assert ufficio.post(dove, {"motivo": "Basta"}).status_code == 422
    dati = {"motivo": "Va al liceo", "causa": "trasferimento", "chiede": risponde.adulto_id}
    assert ufficio.post(dove, dati).status_code == 302
    corsista.refresh_from_db()
    assert corsista.stato == "ritirato"


def test_the_list_says_who_is_missing_and_since_when(qui):
    versione = qui.approvata()
    ufficio, dove = entra(qui.segretaria), url(qui, "da_firmare")
    pagina = scritto(ufficio.get(dove))
    assert "chi studia" in pagina
    qui.firma(qui.corsista.persona, versione, Parte.ADULTO)
    assert qui.corsista.persona.cognome not in scritto(ufficio.get(f"{dove}?manca=persona"))
    assert qui.corsista.persona.cognome in scritto(ufficio.get(f"{dove}?manca=scuola"))
    risposta = ufficio.post(url(qui, "firma_sollecita"), {"versione": versione.pk}, follow=True)
    assert "1 persona avvisata." in scritto(risposta)


def test_the_list_takes_a_fixed_number_of_queries(qui):
    qui.approvata(stampata=False)
    browser, dove = entra(qui.segretaria), url(qui, "da_firmare")
    browser.get(dove)
    with CaptureQueriesContext(connection) as una:
        browser.get(dove)
    for _ in range(2):
        qui.approvata(qui.altro_corsista(), stampata=False)
    with CaptureQueriesContext(connection) as molte:
        browser.get(dove)
    assert len(molte) == len(una)


def test_the_paper_is_read_by_who_has_a_part_and_by_nobody_else(qui):
    versione = qui.approvata()
    dove = reverse("documento", args=[qui.istituto.slug, versione.documento_id])
    risposta = entra(qui.corsista.persona).get(dove)
    assert risposta["Content-Type"] == "application/pdf"
    assert risposta["X-Content-Type-Options"] == "nosniff"
    estraneo = qui.altro_corsista().persona
    assert entra(estraneo).get(dove).status_code == 404


@pytest.mark.parametrize("di", ["firme", "ore"])
def test_every_reason_has_its_own_page_with_its_source(qui, di):
    qui.approvata()
    pagina = scritto(entra(qui.tutor).get(f"{url(qui, 'patto_perche', qui.corsista.pk)}?di={di}"))
    assert "Linee guida" in pagina
    assert (
        entra(qui.tutor).get(f"{url(qui, 'patto_perche', qui.corsista.pk)}?di=altro").status_code
        == 404
    )


# Versions, requests, lists


def test_a_new_version_says_what_it_changed(qui):
    vecchia = qui.in_corso()
    tutor = entra(qui.tutor)
    tutor.post(url(qui, "rinegozia", vecchia.pk), {"motivo": "Nuovo orario di lavoro"})
    nuova = Versione.objects.get(numero=2)
    qui.salva(nuova, nuova.revisione, ore=Decimal(100))
    pagina = scritto(tutor.get(url(qui, "patto", qui.corsista.pk)))
    assert "Nuovo orario di lavoro" in pagina
    assert "a 100 ore" in pagina
    assert "Versione 1" in pagina


def test_a_request_without_words_keeps_the_page_and_says_it(qui):
    versione = qui.proposta()
    tutor = entra(qui.tutor)
    risposta = tutor.post(url(qui, "patto_richiesta", versione.pk), {"testo": ""})
    assert risposta.status_code == 422
    assert "Scrivi che cosa chiedi di cambiare." in scritto(risposta)
    tutor.post(url(qui, "patto_richiesta", versione.pk), {"testo": "Spostare il giovedì"})
    richiesta = RichiestaModifica.objects.get()
    risposta = tutor.post(url(qui, "patto_risposta", richiesta.pk), {"risposta": ""})
    assert "Scrivi la risposta." in scritto(risposta)
    tutor.post(url(qui, "patto_risposta", richiesta.pk), {"risposta": "Va bene"})
    richiesta.refresh_from_db()
    assert richiesta.risposta == "Va bene"


def test_agreements_of_two_years_are_carried_on_together(qui):
    versione = qui.in_corso()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("UPDATE patto_formativo_versione SET anni = 2")
        cursor.execute("SET ROLE cpia_app")
    ufficio, dove = entra(qui.segretaria), url(qui, "biennali")
    assert "l’anno non è ancora preparato" in scritto(ufficio.get(dove))
    AnnoScolasticoFactory(istituto=qui.istituto, inizio=2024)
    risposta = ufficio.post(dove, {"corsista": versione.patto.corsista_id}, follow=True)
    assert "1 persona continua nel secondo anno." in scritto(risposta)


def test_the_count_of_a_day_is_by_group_and_leaves_out_what_came_later(qui):
    qui.in_corso()
    ufficio, dove = entra(qui.segretaria), url(qui, "rapporto")
    pagina = scritto(ufficio.get(dove))
    assert "Primo livello, primo periodo didattico" in pagina
    assert "25-34" in pagina
    prima = scritto(ufficio.get(f"{dove}?al=2024-06-04"))
    assert "Nessun patto in vigore quel giorno." in prima
    assert ufficio.get(f"{dove}?al=31/02/2024").status_code == 422
    assert ufficio.get(f"{dove}?al=9999-12-31").status_code == 422
    file = ufficio.get(f"{dove}?formato=csv").content.decode("utf-8-sig").splitlines()
    assert len(file) == 2


def test_the_count_does_not_name_a_reserved_site(qui):
    sede = SedeFactory(istituto=qui.istituto, nome="Casa Arcobaleno", riservata=True)
    qui.corsista.offerta = OffertaFactory(
        istituto=qui.istituto, sede=sede, anno_scolastico=qui.corsista.anno_scolastico
    )
    qui.corsista.save(update_fields=["offerta"])
    qui.in_corso()
    pagina = scritto(entra(qui.segretaria).get(url(qui, "rapporto")))
    assert "Casa Arcobaleno" not in pagina
    assert "sedi riservate" in pagina


@pytest.mark.parametrize(
    ("nascita", "fascia"),
    [
        (date(2008, 6, 6), "0-15"), (date(2008, 6, 5), "16-17"), (date(2006, 6, 5), "18-24"),
        (date(1959, 6, 5), "65 e oltre"), (date(1959, 6, 6), "55-64"),
    ],
)  # fmt: skip
def test_the_age_is_that_of_the_day(nascita, fascia):
    from patto_formativo.queries.patti.rapporto import fascia as banda

    assert banda(nascita, ADESSO.date()) == fascia


def test_everybody_else_is_kept_out(qui):
    qui.bozza()
    studente = entra(qui.corsista.persona)
    for nome in ("da_approvare", "da_firmare", "biennali", "rapporto"):
        assert studente.get(url(qui, nome)).status_code == 403
    assert studente.get(url(qui, "piano", qui.corsista.pk)).status_code == 403
    assert entra(qui.membro).get(url(qui, "piano", qui.corsista.pk)).status_code == 404
