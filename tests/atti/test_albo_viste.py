"""The albo on the page: what anybody reads on which day, and the office's side."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cpia.atti.albo import services
from cpia.atti.enums import CategoriaAlbo, VersioneFile
from cpia.atti.models import Documento, Pubblicazione
from cpia.atti.tasks import ripulisci_albo
from cpia.avvisi.models import Promemoria
from cpia.scuola import orologio, tenancy
from tests.atti import caricati
from tests.atti import scena_albo as scena
from tests.atti.scena_albo import MERCOLEDI, NOME, all_albo, bozza, fra, giorno

NON_INDICIZZATA = "noindex, nofollow"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    settings.MFA_OBBLIGATORIA = False


@pytest.fixture
def ufficio(db):
    di_prova = scena.ufficio()
    with tenancy.istituto_corrente(di_prova.istituto.pk):
        yield di_prova


@pytest.fixture
def ora(monkeypatch):
    """``ora(fra(3))``: the day it is for whoever reads."""

    def imposta(adesso):
        monkeypatch.setattr(orologio, "adesso", lambda: adesso)

    imposta(MERCOLEDI)
    return imposta


@pytest.fixture
def vai(ufficio, ora):
    """``vai("albo/")`` to anybody; ``vai("…", chi)`` to a person; ``dati`` makes it a POST."""

    def apri(percorso, chi=None, dati=None, **altro):
        browser = Client()
        if chi:
            browser.force_login(chi.utente)
        dove = f"/{ufficio.istituto.slug}/{percorso}"
        risposta = browser.get(dove, **altro) if dati is None else browser.post(dove, dati)
        tenancy.imposta(istituto_id=ufficio.istituto.pk)
        return risposta

    return apri


def parole(risposta):
    """What is read on the page, in one line."""
    main = re.search(r"<main.*</main>", risposta.text, re.DOTALL)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


# The public list


def test_the_list_tells_number_subject_and_days_left(ufficio, vai, ora):
    all_albo(ufficio)
    ora(fra(2))
    pagina = vai("albo/")
    letto = parole(pagina)
    assert "In pubblicazione oggi, venerdì 7 giugno: 1 atto" in letto
    assert f"1 del 2024 {scena.DATI.oggetto} prot. 1, PDF" in letto
    assert "5 giugno – 20 giugno ancora 13 giorni" in letto
    ora(fra(15))
    assert "ultimo giorno" in parole(vai("albo/"))


def test_no_public_page_is_for_search_engines(ufficio, vai):
    file = all_albo(ufficio).file.get(pubblico=True)
    pagine = ("", "albo/", "albo/2024/1/", "privacy/", "accessibilita/", "note-legali/", "segnala/")
    for percorso in pagine:
        pagina = vai(percorso)
        assert pagina["X-Robots-Tag"] == NON_INDICIZZATA, percorso
        assert f'<meta name="robots" content="{NON_INDICIZZATA}">' in pagina.text, percorso
    assert vai(f"albo/2024/1/file/{file.pk}/")["X-Robots-Tag"] == NON_INDICIZZATA


def test_an_act_to_come_is_not_there_yet_and_a_past_one_only_in_the_archive(ufficio, vai, ora):
    all_albo(ufficio, dal=giorno(3))
    assert "nessun atto" in parole(vai("albo/"))
    assert vai("albo/2024/1/").status_code == 404
    ora(fra(3))
    assert "1 atto" in parole(vai("albo/"))
    ora(fra(19))
    assert "nessun atto" in parole(vai("albo/"))
    assert "Archivio: 1 atto" in parole(vai("albo/?scheda=archivio"))


def test_the_day_after_the_last_no_name_is_read_even_before_the_cleaning(ufficio, vai, ora):
    file = all_albo(ufficio).file.get(pubblico=True)
    indirizzi = ("albo/?scheda=archivio", "albo/2024/1/", f"albo/?scheda=archivio&q={NOME}")
    ora(fra(16))
    for pulito in (False, True):
        if pulito:
            ripulisci_albo()
            tenancy.imposta(istituto_id=ufficio.istituto.pk)
        for indirizzo in indirizzi:
            assert NOME not in parole(vai(indirizzo)).replace(f"q={NOME}", "")
        assert "nessun atto" in parole(vai(f"albo/?scheda=archivio&q={NOME.split()[0]}"))
        assert vai(f"albo/2024/1/file/{file.pk}/").status_code == 404
        assert file.impronta in vai("albo/2024/1/").text


@pytest.mark.parametrize(
    ("cerca", "trovati"),
    [
        ("q=delibera", [1]), ("q=delibere", [1]), ("q=CALENDARI", [1]), ("q=citta", [2]),
        ("q=città", [2]), ("q=1", [1]), ("q=2/2024", [2]), ("q=prot.+2", [2]), ("q=9", []),
        ("q=zucca", []), ("categoria=bandi", [2]), ("dal=2024-06-25", []), ("al=2024-06-04", []),
        ("dal=2024-06-20&al=2024-06-20", [1, 2]),
        ("q=bandi+per+citta", [2]), ("q=bandi+delibera", []), ("q=%22&categoria=bandi", [2]),
    ],
)  # fmt: skip
def test_search_by_stems_numbers_kinds_and_days(ufficio, vai, cerca, trovati):
    senza = {"con_dati_personali": False, "oggetto_dopo": ""}
    all_albo(ufficio, oggetto="Delibera del calendario", categoria=CategoriaAlbo.DELIBERE, **senza)
    all_albo(ufficio, oggetto="Bando per la città", categoria=CategoriaAlbo.BANDI, **senza)
    numeri = re.findall(r"/albo/2024/(\d+)/", vai(f"albo/?{cerca}").text)
    assert sorted(map(int, numeri)) == trovati


@pytest.mark.parametrize(
    ("cerca", "detto"),
    [
        ("dal=ieri", "Scrivi il giorno come 14/06/2026."),
        ("dal=2024-06-20&al=2024-06-10", "Viene prima del giorno «Dal»."),
        ("categoria=boh", "boh"),
    ],
)
def test_a_search_that_makes_no_sense_says_so_and_loses_nothing(vai, cerca, detto):
    pagina = vai(f"albo/?q=parola&{cerca}")
    assert pagina.status_code == 422
    assert detto in pagina.text
    assert 'value="parola"' in pagina.text


def test_an_annulled_one_stays_with_its_reason_and_who_replaces_it(ufficio, vai):
    vecchia, nuova = all_albo(ufficio), all_albo(ufficio)
    services.annulla_pubblicazione(
        autore=ufficio.autore(), adesso=MERCOLEDI, pubblicazione_id=vecchia.pk,
        motivo="L’importo era errato.", sostituita_da_id=nuova.pk,
    )  # fmt: skip
    letto = parole(vai("albo/"))
    assert "2 atti" in letto
    assert "Annullato il 5 giugno: L’importo era errato. Lo sostituisce il repertorio 2." in letto
    assert "Sostituisce il repertorio 1" in letto
    assert "Annullati: 1 atto" in parole(vai("albo/?scheda=annullati"))
    assert "i file non si scaricano più" in parole(vai("albo/2024/1/"))
    file = vecchia.file.get(pubblico=True)
    assert vai(f"albo/2024/1/file/{file.pk}/").status_code == 404


@pytest.mark.parametrize("quanti", [1, 30])
def test_the_list_reads_the_same_however_long_it_is(ufficio, vai, quanti):
    for _ in range(quanti):
        all_albo(ufficio)
    with CaptureQueriesContext(connection) as lette:
        assert vai("albo/").status_code == 200
    assert len([q for q in lette if "SELECT" in q["sql"] and "set_config" not in q["sql"]]) == 5


def test_the_thirty_first_is_on_the_second_page(ufficio, vai):
    for _ in range(31):
        all_albo(ufficio)
    assert "/albo/2024/1/" not in vai("albo/").text
    assert "/albo/2024/1/" in vai("albo/?pagina=2").text


# Files


def test_a_public_file_is_shown_only_if_it_is_a_pdf(ufficio, vai):
    file = all_albo(ufficio).file.get(pubblico=True)
    risposta = vai(f"albo/2024/1/file/{file.pk}/")
    assert risposta.content == scena.PDF
    assert risposta["Content-Disposition"].startswith("inline")
    assert risposta["X-Content-Type-Options"] == "nosniff"
    file.tipo_contenuto = "image/png"
    file.save(update_fields=["tipo_contenuto"])
    assert vai(f"albo/2024/1/file/{file.pk}/")["Content-Disposition"].startswith("attachment")


def test_the_office_file_is_not_public_and_leaves_a_line_when_it_is_read(ufficio, vai):
    pubblicata = all_albo(ufficio)
    custodito = pubblicata.file.get(pubblico=False)
    assert vai(f"albo/2024/1/file/{custodito.pk}/").status_code == 404
    risposta = vai(f"pubblicazioni/{pubblicata.pk}/file/{custodito.pk}/", ufficio.collaboratore)
    assert risposta.content == scena.PDF
    assert vai(
        f"pubblicazioni/{pubblicata.pk}/file/{custodito.pk}/", ufficio.docente
    ).status_code == 403  # fmt: skip


def test_the_file_of_one_act_is_not_reached_by_the_number_of_another(ufficio, vai):
    all_albo(ufficio)
    altro = all_albo(ufficio).file.get(pubblico=True)
    assert vai(f"albo/2024/1/file/{altro.pk}/").status_code == 404


# Verification


def test_a_paper_on_the_albo_tells_more_and_only_while_it_is_there(ufficio, vai, ora):
    documento = scena.documento(ufficio, firmato_da="Dina Neri")
    services.pubblica_documento(
        autore=ufficio.autore(), adesso=MERCOLEDI, documento=documento, oggetto="Delibera n. 131",
        categoria=CategoriaAlbo.DELIBERE, con_dati_personali=False,
    )  # fmt: skip
    dove = f"verifica/{documento.codice_verifica}/"
    letto = parole(vai(dove))
    assert "Il documento esiste ed è questo" in letto
    assert "repertorio 1 del 2024, fino a giovedì 20 giugno" in letto
    assert "Firmato da Dina Neri" in letto
    assert vai("albo/2024/1/documento/").content.startswith(b"%PDF-")
    ora(fra(16))
    letto = parole(vai(dove))
    assert "Il documento è autentico" in letto
    assert "Delibera n. 131" not in letto


def test_of_a_reserved_paper_nothing_of_the_albo_is_told_whatever_a_row_says(ufficio, vai):
    """The rules refuse to publish it: should a row be there all the same, it stays untold."""
    documento = scena.documento(ufficio)
    services.pubblica_documento(
        autore=ufficio.autore(), adesso=MERCOLEDI, documento=documento, oggetto="Delibera n. 131",
        categoria=CategoriaAlbo.DELIBERE, con_dati_personali=False,
    )  # fmt: skip
    Documento.objects.filter(pk=documento.pk).update(riservato=True)
    risposta = vai(f"verifica/{documento.codice_verifica}/")
    assert risposta.status_code == 200
    assert "Il documento è autentico" in parole(risposta)
    assert "Delibera n. 131" not in parole(risposta)
    assert vai("albo/2024/1/documento/").status_code == 404


def test_the_number_of_an_act_leads_to_its_page(ufficio, vai):
    all_albo(ufficio)
    risposta = vai("verifica/?codice=rep.+1/2024")
    assert risposta.url.endswith("/albo/2024/1/")


# The office


DATI = {
    "oggetto": "Bando", "categoria": "bandi", "richiedente": "Ufficio", "dal": "2024-06-05",
    "al": "", "oggetto_dopo": "", "codice_documento": "",
}  # fmt: skip


def test_from_the_draft_to_the_albo(ufficio, vai):
    risposta = vai("pubblicazioni/nuova/", ufficio.segretaria, DATI)
    bozza_pk = Pubblicazione.objects.get().pk
    assert risposta.url.endswith(f"/pubblicazioni/{bozza_pk}/")
    assert "Manca il file che vede il pubblico" in vai(
        f"pubblicazioni/{bozza_pk}/", ufficio.segretaria
    ).text  # fmt: skip
    file = SimpleUploadedFile("bando.pdf", scena.PDF, "text/html")
    dati = {"titolo": "", "versione": "integrale", "pubblico": "si", "file": file}
    assert vai(f"pubblicazioni/{bozza_pk}/file/", ufficio.segretaria, dati).status_code == 302
    conferma = vai(f"pubblicazioni/{bozza_pk}/pubblica/", ufficio.segretaria)
    assert "prende il prossimo numero di repertorio" in conferma.text
    senza_spunta = vai(f"pubblicazioni/{bozza_pk}/pubblica/", ufficio.segretaria, {"x": "y"})
    assert senza_spunta.status_code == 422
    vai(f"pubblicazioni/{bozza_pk}/pubblica/", ufficio.segretaria, {"riletto": "si"})
    assert "Bando" in parole(vai("albo/2024/1/"))
    assert "bando.pdf" in vai("albo/2024/1/").text


@pytest.mark.parametrize(
    ("campi", "detto"),
    [
        ({"dal": "2024-06-04"}, "non si retrodata"),
        ({"dal": "2024-06-10", "al": "2024-06-09"}, "prima del primo"),
        ({"dal": "31/02/2024"}, "Scrivi il giorno come"),
        ({"oggetto": ""}, "Scrivi l’oggetto."),
        ({"con_dati_personali": "on"}, "Scrivi l’oggetto che resta"),
        ({"codice_documento": "7KQF-M3TX-9RLW"}, "Nessun documento che puoi leggere"),
        ({"oggetto": "x" * 401}, "400"),
    ],
)
def test_a_draft_that_cannot_be_says_why_at_its_place(ufficio, vai, campi, detto):
    risposta = vai("pubblicazioni/nuova/", ufficio.segretaria, DATI | campi)
    assert risposta.status_code == 422
    assert detto in unescape(risposta.text)
    assert 'value="Ufficio"' in risposta.text
    assert not Pubblicazione.objects.exists()


def test_a_hostile_file_is_told_at_its_field(ufficio, vai):
    pronta = bozza(ufficio)
    ostile = caricati.pdf_con(caricati.azione("/JavaScript", JS="app.alert(1)"))
    file = SimpleUploadedFile("atto.pdf", ostile)
    dati = {"titolo": "Il mio atto", "versione": "omissis", "pubblico": "si", "file": file}
    risposta = vai(f"pubblicazioni/{pronta.pk}/file/", ufficio.segretaria, dati)
    assert risposta.status_code == 422
    assert "Il PDF contiene JavaScript" in unescape(risposta.text)
    assert 'value="Il mio atto"' in risposta.text
    assert pronta.file.count() == 1


def test_who_reads_finds_no_acts_to_do(ufficio, vai):
    pronta = bozza(ufficio)
    letta = vai(f"pubblicazioni/{pronta.pk}/", ufficio.collaboratore).text
    assert "Pubblica…" not in letta
    assert "Elimina la bozza" not in letta


def test_the_register_leaves_as_a_file_with_its_cells_neutralised(ufficio, vai):
    all_albo(ufficio, oggetto="=cmd|' /C calc'!A0", oggetto_dopo="x")
    risposta = vai("pubblicazioni/?formato=csv", ufficio.segretaria)
    assert risposta["Content-Type"].startswith("text/csv")
    assert ";=cmd" not in risposta.content.decode("utf-8-sig")


@pytest.mark.parametrize("quanti", [1, 30])
def test_the_office_list_reads_the_same_however_long_it_is(ufficio, vai, quanti):
    for _ in range(quanti):
        all_albo(ufficio)
    vai("pubblicazioni/", ufficio.segretaria)
    with CaptureQueriesContext(connection) as lette:
        vai("pubblicazioni/", ufficio.segretaria)
    assert len([q for q in lette if "atti_pubblicazione" in q["sql"]]) == 2


def test_the_reason_of_the_last_day(ufficio, vai):
    pagina = parole(vai("pubblicazioni/perche/?dal=2024-06-05", ufficio.segretaria))
    assert "giovedì 20 giugno" in pagina
    assert "275/1999" in pagina
    assert vai("pubblicazioni/perche/?dal=2024-99-99", ufficio.segretaria).status_code == 200


# The public pages of the school


def test_the_home_shows_what_is_on_the_albo(ufficio, vai):
    all_albo(ufficio)
    letto = parole(vai(""))
    assert scena.DATI.oggetto in letto
    assert "Responsabile della protezione dei dati non indicato" in letto


def test_the_menu_has_only_what_exists_in_the_order_of_the_criteria(vai):
    testo = vai("").text
    menu = re.search(r'<nav id="menu".*?</nav>', testo, re.DOTALL)[0]
    assert re.findall(r"<summary[^>]*>([^<]+)<", menu) == ["Scuola", "Servizi", "Novità"]
    for elemento in ("accessibility-link", "privacy-policy-link", "legal-notes"):
        assert f'data-element="{elemento}"' in testo


def test_the_declaration_is_linked_only_when_the_school_has_one(ufficio, vai):
    assert "non è ancora pubblicata" in parole(vai("accessibilita/"))
    from cpia.norme.models import Parametro, Regolamento

    regolamento = Regolamento.objects.create(
        istituto=ufficio.istituto, titolo="Sito", atto="decreto", dal=giorno(-30)
    )
    Parametro.objects.create(
        istituto=ufficio.istituto, regolamento=regolamento, articolo="art. 1",
        chiave="sito.dichiarazione_accessibilita", valore="ab12-cd34",
    )  # fmt: skip
    assert 'href="https://form.agid.gov.it/view/ab12-cd34"' in vai("accessibilita/").text


SEGNALAZIONE = {"che_cosa": "errore", "pagina": "", "testo": "Non si apre.", "email": ""}


def test_a_report_reaches_the_front_desk(ufficio, vai):
    assert "Segnalazione mandata" in parole(vai("segnala/", dati=SEGNALAZIONE))
    [avviso] = Promemoria.objects.all()
    assert avviso.destinatario == ufficio.protocollo
    assert "Non si apre." in avviso.testo


def test_a_report_without_words_says_what_is_missing(ufficio, vai):
    risposta = vai("segnala/", dati=SEGNALAZIONE | {"testo": "", "email": "boh"})
    assert risposta.status_code == 422
    assert "Scrivi che cosa succede." in risposta.text
    assert not Promemoria.objects.exists()


def test_too_many_reports_wait_a_minute(ufficio, vai, monkeypatch):
    monkeypatch.setattr("cpia.scuola.limite.UN_MINUTO", 10**9)  # all in the same one
    esiti = [vai("segnala/", dati=SEGNALAZIONE).status_code for _ in range(6)]
    assert esiti == [200] * 5 + [429]
    assert Promemoria.objects.count() == 5


def test_without_anybody_at_the_desk_one_writes_a_mail(ufficio, vai):
    for chi in (ufficio.protocollo, ufficio.segretaria):
        chi.incarichi.update(revocato_il=MERCOLEDI)
    ufficio.istituto.email = "scuola@example.it"
    ufficio.istituto.save()
    pagina = vai("segnala/")
    assert 'href="mailto:scuola@example.it' in pagina.text
    assert "<textarea" not in pagina.text


# Attacks


def test_of_an_annulled_one_no_name_is_read_from_then_on(ufficio, vai):
    pubblicata = all_albo(ufficio)
    pubblicata.file.update(titolo=f"Graduatoria {NOME}")
    services.annulla_pubblicazione(
        autore=ufficio.autore(), adesso=MERCOLEDI, pubblicazione_id=pubblicata.pk,
        motivo="Il file conteneva dati di troppo.",
    )  # fmt: skip
    for indirizzo in ("", "albo/", "albo/?scheda=annullati", "albo/2024/1/"):
        assert NOME not in vai(indirizzo).text, indirizzo
    assert "nessun atto" in parole(vai(f"albo/?q={NOME.split()[0]}"))


def test_the_home_shows_the_acts_in_force_below_the_annulled_ones(ufficio, vai):
    senza = {"con_dati_personali": False, "oggetto_dopo": ""}
    all_albo(ufficio, oggetto="Delibera che resta", **senza)
    for _ in range(5):
        services.annulla_pubblicazione(
            autore=ufficio.autore(), adesso=MERCOLEDI, pubblicazione_id=all_albo(ufficio).pk,
            motivo="Pubblicata due volte.",
        )  # fmt: skip
    assert "Delibera che resta" in parole(vai(""))


@pytest.mark.parametrize(
    ("titolo", "nome"),
    [
        ("Graduatoria A.S. 2023/24", "albo 1-2024 Graduatoria A.S. 2023-24.pdf"),
        ("Verbale del 12.06.2024", "albo 1-2024 Verbale del 12.06.2024.pdf"),
        ("Delibera n.131", "albo 1-2024 Delibera n.131.pdf"),
        ("graduatoria.pdf", "albo 1-2024 graduatoria.pdf"),
        ('"; filename=x.exe', "albo 1-2024 filename x.exe.pdf"),
    ],
)
def test_a_file_is_saved_under_its_whole_title(ufficio, vai, titolo, nome):
    pubblicata = all_albo(ufficio)
    pubblicata.file.update(titolo=titolo)
    file = pubblicata.file.get(pubblico=True)
    assert (
        vai(f"albo/2024/1/file/{file.pk}/")["Content-Disposition"] == f'inline; filename="{nome}"'
    )
    dello_ufficio = vai(f"pubblicazioni/{pubblicata.pk}/file/{file.pk}/", ufficio.segretaria)
    assert nome.removeprefix("albo 1-2024 ") in dello_ufficio["Content-Disposition"]


IMMENSO = "9" * 40


@pytest.mark.parametrize(
    "percorso",
    [
        f"albo/{IMMENSO}/1/", f"albo/2024/{IMMENSO}/", f"albo/2024/1/file/{IMMENSO}/",
        f"albo/2024/{IMMENSO}/documento/", f"verifica/{IMMENSO}/", "verifica/%00%00/",
        f"pubblicazioni/{IMMENSO}/", f"pubblicazioni/1/file/{IMMENSO}/",
    ],
)  # fmt: skip
def test_an_address_made_up_is_not_found(ufficio, vai, percorso):
    assert vai(percorso, ufficio.segretaria).status_code == 404


@pytest.mark.parametrize(
    "percorso",
    [
        "pubblicazioni/perche/?dal=9999-12-31", "pubblicazioni/perche/?dal=0001-01-01",
        "pubblicazioni/perche/?dal=%00", f"albo/?pagina={IMMENSO}", f"albo/?q={IMMENSO}",
        "albo/?q=%27%22%29%3A*%26%7C", "albo/?scheda=%00", "pubblicazioni/?stato=%00",
        "albo/?dal=9999-12-31", "albo/?dal=0001-01-01&al=9999-12-31", "albo/?q=9999999/9999",
    ],
)  # fmt: skip
def test_odd_questions_are_answered(ufficio, vai, percorso):
    all_albo(ufficio)
    assert vai(percorso, ufficio.segretaria).status_code == 200


@pytest.mark.parametrize("campo", ["dal", "al"])
def test_a_year_typed_wrong_is_told_at_its_field(ufficio, vai, campo):
    risposta = vai("pubblicazioni/nuova/", ufficio.segretaria, DATI | {campo: "9999-12-31"})
    assert risposta.status_code == 422
    assert "controlla l’anno" in unescape(risposta.text)


def test_who_takes_its_place_is_linked_only_when_the_public_can_read_it(ufficio, vai, ora):
    vecchia, nuova = all_albo(ufficio), all_albo(ufficio, dal=giorno(3))
    services.annulla_pubblicazione(
        autore=ufficio.autore(), adesso=MERCOLEDI, pubblicazione_id=vecchia.pk,
        motivo="L’importo era errato.", sostituita_da_id=nuova.pk,
    )  # fmt: skip
    assert "/albo/2024/2/" not in vai("albo/2024/1/").text
    assert "repertorio 2" not in parole(vai("albo/"))
    ora(fra(3))
    assert "/albo/2024/2/" in vai("albo/2024/1/").text


def test_a_file_removed_while_it_is_asked_for_is_not_found(ufficio, vai):
    pubblicata = all_albo(ufficio)
    file = pubblicata.file.get(pubblico=True)
    file.file.storage.delete(file.file.name)
    assert vai(f"albo/2024/1/file/{file.pk}/").status_code == 404
    assert (
        vai(f"pubblicazioni/{pubblicata.pk}/file/{file.pk}/", ufficio.segretaria).status_code == 404
    )


def test_the_verification_does_not_promise_a_reason(vai):
    assert "motivo" not in parole(vai("verifica/"))


def test_where_there_are_persons_nothing_is_public_unless_chosen(ufficio, vai):
    def scelto(**campi):
        pagina = vai(f"pubblicazioni/{bozza(ufficio, **campi).pk}/", ufficio.segretaria).text
        return re.search(r'name="pubblico"[^>]*value="(\w+)"[^>]*checked', pagina)[1]

    assert scelto() == "no"
    assert scelto(con_dati_personali=False) == "si"


def test_before_publishing_one_reads_what_the_public_gets_whole(ufficio, vai):
    intera, coperta = bozza(ufficio), bozza(ufficio, versione=VersioneFile.OMISSIS)
    avviso = "il pubblico scarica per intero, senza omissis: Graduatoria"
    for pronta, detto in ((intera, True), (coperta, False)):
        pagina = vai(f"pubblicazioni/{pronta.pk}/pubblica/", ufficio.segretaria)
        assert (avviso in parole(pagina)) is detto
        assert "si annulla con" not in parole(pagina)


@pytest.mark.parametrize("segnati", [True, False])
def test_annulling_asks_what_remains_only_when_nobody_said_it_before(ufficio, vai, segnati):
    pubblicata = all_albo(ufficio, con_dati_personali=segnati)
    dove = f"pubblicazioni/{pubblicata.pk}/annulla/"
    assert ('name="oggetto_dopo"' in vai(dove, ufficio.segretaria).text) is not segnati
    dati = {"riletto": "si", "motivo": "Conteneva un nome.", "oggetto_dopo": "Graduatoria"}
    assert vai(dove, ufficio.segretaria, dati).status_code == 302
    resta = scena.DATI.oggetto_dopo if segnati else "Graduatoria"
    assert f"{resta} Repertorio" in parole(vai("albo/2024/1/"))


@pytest.mark.parametrize(
    ("dove", "dati"),
    [
        ("annulla/", {"riletto": "si", "motivo": "x\0y" * 9}),
        ("annulla/", {"riletto": "si", "motivo": "Un motivo lungo.", "sostituita_da": IMMENSO}),
        ("annulla/", {"riletto": "si", "motivo": "Un motivo lungo.", "sostituita_da": "\0"}),
        ("sostituta/", {"sostituita_da": IMMENSO}),
        ("file/", {"titolo": "\0", "versione": "boh", "pubblico": "boh"}),
        ("modifica/", {"oggetto": "\0", "dal": "0000-00-00"}),
        ("attesta/", {}),
        ("elimina/", {}),
    ],
)
def test_odd_answers_are_refused_with_a_sentence(ufficio, vai, dove, dati):
    pubblicata = all_albo(ufficio)
    risposta = vai(f"pubblicazioni/{pubblicata.pk}/{dove}", ufficio.segretaria, dati)
    assert risposta.status_code == 422
