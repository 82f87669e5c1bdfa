"""The pages of circulars as a browser asks for them."""

import io
import re

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cpia.avvisi.circolari import access
from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.circolari.services import (
    annulla_circolare,
    elimina_bozza,
    pubblica_circolare,
    stampa_circolare,
    togli_file,
)
from cpia.avvisi.circolari.views import atti
from cpia.avvisi.models import Circolare, FileCircolare, Promemoria, RicevutaCircolare
from cpia.scuola import orologio
from cpia.scuola.enums import Ruolo
from tests.avvisi.circolari import Ufficio, bozza, browser, pubblicata, ufficio
from tests.avvisi.scena import MERCOLEDI, incarico, persona


@pytest.fixture
def casa(scuola, settings, tmp_path, monkeypatch) -> Ufficio:
    settings.MFA_OBBLIGATORIA = False
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(orologio, "adesso", lambda: MERCOLEDI)
    return ufficio(scuola)


@pytest.fixture
def vai(casa):
    return browser(casa)


def scheda(casa, **altro):
    return {
        "tipo": "personale", "oggetto": "Scrutini finali", "testo": "Si comunica.",
        "ruoli": [Ruolo.DOCENTE], "pubblica": "no", "riscontro": "presa_visione",
        "riscontro_entro": "2024-06-07",
    } | altro  # fmt: skip


def pdf() -> bytes:
    foglio, scritto = pikepdf.new(), io.BytesIO()
    foglio.add_blank_page()
    foglio.save(scritto)
    return scritto.getvalue()


# Writing


def test_from_the_draft_to_the_number(casa, vai):
    scritta = vai(casa.segretaria, "circolari/nuova/", scheda(casa))
    circolare = Circolare.objects.get()
    dove = f"circolari/{circolare.pk}/"
    assert scritta.url.endswith(dove)
    pagina = vai(casa.segretaria, dove).text
    assert "1 persona" in pagina
    assert "La pubblica chi dirige l’istituto." in pagina
    dialogo = vai(casa.dirigente, f"{dove}pubblica/").text
    versione = re.search(r'name="versione" value="([0-9a-f]{64})"', dialogo)[1]
    assert "Numero da cui si comincia" in dialogo
    corpo = {"riletto": "si", "versione": versione, "primo_numero": "402"}
    assert vai(casa.dirigente, f"{dove}pubblica/", corpo).status_code == 302
    circolare.refresh_from_db()
    assert circolare.numero == 402
    letta = vai(casa.docente, dove).text
    assert "Circolare n. 402: Scrutini finali" in letta
    assert RicevutaCircolare.objects.get().letta_il is None


@pytest.mark.parametrize(
    ("cambia", "messaggio"),
    [
        ({"oggetto": ""}, "Scrivi l’oggetto"),
        ({"oggetto": "x" * 161}, "L’oggetto ha 161 caratteri"),
        ({"testo": " "}, "Scrivi il testo"),
        ({"ruoli": []}, "Scegli almeno un ruolo"),
        ({"riscontro_entro": ""}, "Serve il giorno entro cui"),
        ({"riscontro_entro": "2024-06-04"}, "Il termine è già passato"),
        ({"riscontro_entro": "31/02/2024"}, "Scrivi il giorno come"),
        ({"riscontro_entro": "31/12/9999"}, "al più 31 agosto 2025, la fine del prossimo anno"),
        ({"classi": ["999999"]}, "999999"),
        ({"tipo": "altro"}, "altro"),
    ],
)
def test_what_is_wrong_is_said_at_its_place_and_nothing_is_lost(casa, vai, cambia, messaggio):
    risposta = vai(casa.segretaria, "circolari/nuova/", scheda(casa) | cambia)
    assert risposta.status_code == 422
    assert messaggio in risposta.text
    if "testo" not in cambia:
        assert "Si comunica." in risposta.text
    assert not Circolare.objects.exists()


def test_who_asks_nothing_needs_no_day(casa, vai):
    corpo = scheda(casa, riscontro="nessuno", riscontro_entro="2020-01-01")
    assert vai(casa.segretaria, "circolari/nuova/", corpo).status_code == 302
    assert Circolare.objects.get().riscontro_entro is None


def test_two_who_write_see_the_conflict_and_keep_their_words(casa, vai):
    circolare = bozza(casa)
    dove = f"circolari/{circolare.pk}/modifica/"
    letta = elenco.versione(circolare)
    assert vai(casa.segretaria, dove, scheda(casa, versione=letta)).status_code == 302
    tardi = vai(casa.dirigente, dove, scheda(casa, versione=letta, oggetto="La mia"))
    assert tardi.status_code == 409
    assert "Nel frattempo qualcun altro ha cambiato la bozza" in tardi.text
    assert 'value="La mia"' in tardi.text
    accanto = tardi.text[tardi.text.index("La bozza registrata</h2>") :]
    for scritto in ("Scrutini finali", "<p>Si comunica.</p>", "Docenti", "venerdì 7 giugno"):
        assert scritto in accanto, scritto
    assert Circolare.objects.get().oggetto == "Scrutini finali"
    nuova = re.search(r'name="versione" value="([0-9a-f]{64})"', tardi.text)[1]
    corpo = scheda(casa, versione=nuova, oggetto="La mia")
    assert vai(casa.dirigente, dove, corpo).status_code == 302


def test_what_was_read_is_what_goes_out(casa, vai):
    circolare = bozza(casa)
    corpo = {"riletto": "si", "versione": "0" * 64, "primo_numero": "1"}
    risposta = vai(casa.dirigente, f"circolari/{circolare.pk}/pubblica/", corpo)
    assert (risposta.status_code, Circolare.objects.get().numero) == (409, None)
    assert "la bozza è cambiata" in risposta.text
    male = vai(casa.dirigente, f"circolari/{circolare.pk}/pubblica/", corpo | {"primo_numero": "0"})
    assert (male.status_code, Circolare.objects.get().numero) == (422, None)


def test_attachments_are_looked_through(casa, vai):
    circolare = bozza(casa)
    dove = f"circolari/{circolare.pk}/"
    falso = SimpleUploadedFile("calendario.pdf", b"MZ\x90\x00 non sono un PDF")
    rifiutato = vai(casa.segretaria, f"{dove}allega/", {"titolo": "Orario", "file": falso})
    assert rifiutato.status_code == 422
    assert 'value="Orario"' in rifiutato.text
    vero = SimpleUploadedFile("Il mio calendario.pdf", pdf())
    assert vai(casa.segretaria, f"{dove}allega/", {"file": vero}).status_code == 302
    riga = FileCircolare.objects.get()
    scaricato = vai(casa.segretaria, f"{dove}file/{riga.pk}/")
    assert scaricato["Content-Disposition"].startswith("attachment")
    assert scaricato["X-Content-Type-Options"] == "nosniff"
    assert vai(casa.docente, f"{dove}file/{riga.pk}/").status_code == 404
    assert vai(casa.segretaria, f"{dove}file/{riga.pk}/togli/", {}).status_code == 302
    assert not FileCircolare.objects.exists()


def test_a_draft_is_thrown_away_after_a_question(casa, vai):
    dove = f"circolari/{bozza(casa).pk}/elimina/"
    assert "Eliminare la bozza" in vai(casa.segretaria, dove).text
    vai(casa.segretaria, dove, {})
    assert Circolare.objects.exists()
    vai(casa.segretaria, dove, {"riletto": "si"})
    assert not Circolare.objects.exists()


def test_what_is_published_is_neither_changed_nor_thrown_away(casa, vai):
    uscita = pubblicata(casa)
    dove = f"circolari/{uscita.pk}/"
    assert vai(casa.segretaria, f"{dove}modifica/").status_code == 409
    assert vai(casa.segretaria, f"{dove}elimina/", {"riletto": "si"}).status_code == 409
    assert vai(casa.segretaria, f"{dove}allega/", {}).status_code == 409
    assert vai(casa.dirigente, f"{dove}pubblica/", {"riletto": "si"}).status_code == 422
    assert Circolare.objects.get().numero == 1


@pytest.fixture
def in_mezzo(monkeypatch):
    """``in_mezzo(atto)``: it happens once the view has read the draft, before it writes."""

    def prepara(atto, dove=access, nome="circolare_da_scrivere"):
        vera, da_fare = getattr(dove, nome), [atto]

        def letta(*args):
            trovata = vera(*args)
            while da_fare:
                da_fare.pop()()
            return trovata

        monkeypatch.setattr(dove, nome, letta)

    return prepara


def _pubblica(casa, circolare):
    pubblica_circolare(autore=casa.dirige, adesso=MERCOLEDI, circolare_id=circolare.pk)


def _elimina(casa, circolare):
    elimina_bozza(autore=casa.scrive, adesso=MERCOLEDI, circolare_id=circolare.pk)


def test_published_while_somebody_throws_it_away_it_stays(casa, vai, in_mezzo):
    circolare = bozza(casa)
    in_mezzo(lambda: _pubblica(casa, circolare))
    risposta = vai(casa.segretaria, f"circolari/{circolare.pk}/elimina/", {"riletto": "si"})
    assert risposta.status_code == 409
    assert "La circolare è pubblicata e non cambia più" in risposta.text
    assert "Circolare n. 1: Calendario degli scrutini finali" in risposta.text


@pytest.mark.parametrize("verbo", ["elimina", "modifica", "allega"])
def test_thrown_away_by_somebody_else_it_is_not_found(casa, vai, in_mezzo, verbo):
    circolare = bozza(casa)
    in_mezzo(lambda: _elimina(casa, circolare))
    corpo = {
        "elimina": {"riletto": "si"},
        "modifica": scheda(casa, versione=elenco.versione(circolare)),
        "allega": {"file": SimpleUploadedFile("orario.pdf", pdf())},
    }[verbo]
    risposta = vai(casa.segretaria, f"circolari/{circolare.pk}/{verbo}/", corpo)
    assert risposta.status_code == 404
    assert not Circolare.objects.exists()


def test_thrown_away_by_somebody_else_it_is_not_published(casa, vai, in_mezzo):
    circolare = bozza(casa)
    in_mezzo(lambda: _elimina(casa, circolare), atti, "anteprima")
    corpo = {"riletto": "si", "primo_numero": "1"}
    risposta = vai(casa.dirigente, f"circolari/{circolare.pk}/pubblica/", corpo)
    assert risposta.status_code == 404


def test_a_file_that_two_take_off_at_once(casa, vai, monkeypatch):
    circolare = bozza(casa)
    dove = f"circolari/{circolare.pk}/"
    vero = SimpleUploadedFile("calendario.pdf", pdf())
    assert vai(casa.segretaria, f"{dove}allega/", {"file": vero}).status_code == 302
    riga = FileCircolare.objects.get()
    vera = access.file_di

    def letta(trovata, file_id):
        file = vera(trovata, file_id)
        comune = {"autore": casa.scrive, "adesso": MERCOLEDI, "circolare_id": circolare.pk}
        togli_file(file_id=file_id, **comune)
        return file

    monkeypatch.setattr(access, "file_di", letta)
    assert vai(casa.segretaria, f"{dove}file/{riga.pk}/togli/", {}).status_code == 404


# Reading and answering


def test_to_open_is_not_to_have_read(casa, vai):
    uscita = pubblicata(casa)
    dove = f"circolari/{uscita.pk}/"
    assert "Ho letto" in vai(casa.docente, dove).text
    assert RicevutaCircolare.objects.get().letta_il is None
    assert vai(casa.docente, f"{dove}riscontro/", {}).status_code == 302
    assert RicevutaCircolare.objects.get().letta_il == MERCOLEDI
    assert "Ritira: torna tra le cose da fare" in vai(casa.docente, dove).text
    assert vai(casa.docente, f"{dove}ritira/", {}).status_code == 302
    assert RicevutaCircolare.objects.get().letta_il is None


def test_what_asks_nothing_is_read_and_is_not_taken_back(casa, vai):
    uscita = pubblicata(casa, riscontro="nessuno", riscontro_entro=None)
    dove = f"circolari/{uscita.pk}/"
    assert vai(casa.docente, f"{dove}riscontro/", {}).status_code == 302
    pagina = vai(casa.docente, dove).text
    assert "L’hai letta" in pagina
    assert "Ritira" not in pagina
    rifiuto = vai(casa.docente, f"{dove}ritira/", {})
    assert rifiuto.status_code == 422
    assert "non c’è che cosa ritirare" in rifiuto.text
    assert RicevutaCircolare.objects.get().letta_il == MERCOLEDI


def test_an_answer_that_is_none_is_refused(casa, vai):
    uscita = pubblicata(casa, riscontro="si_no")
    dove = f"circolari/{uscita.pk}/riscontro/"
    for corpo in ({}, {"risposta": "forse"}, {"risposta": "si" * 50}):
        risposta = vai(casa.docente, dove, corpo)
        assert risposta.status_code == 422
    assert vai(casa.docente, dove, {"risposta": "no"}).status_code == 302
    assert RicevutaCircolare.objects.get().risposta == "no"


def test_a_reserved_one_does_not_exist_for_the_others(casa, vai):
    uscita = pubblicata(casa)
    for chi in (casa.madre, casa.studente):
        assert vai(chi, f"circolari/{uscita.pk}/").status_code == 404
        assert vai(chi, f"circolari/{uscita.pk}/riscontro/", {}).status_code == 404
        assert "Calendario degli scrutini" not in vai(chi, "circolari/").text
    assert vai(None, f"novita/circolari/{uscita.pk}/").status_code == 404
    assert "Calendario degli scrutini" not in vai(None, "novita/circolari/").text


def test_who_may_read_it_without_having_received_it_does_not_answer(casa, vai):
    uscita = pubblicata(casa, pubblica=True)
    pagina = vai(casa.madre, f"circolari/{uscita.pk}/")
    assert pagina.status_code == 200
    assert "Ho letto" not in pagina.text
    assert vai(casa.madre, f"circolari/{uscita.pk}/riscontro/", {}).status_code == 403
    assert RicevutaCircolare.objects.count() == 1


def test_the_lists_with_their_filters(casa, vai):
    prima = pubblicata(casa, oggetto="Scrutini delle classi seconde")
    pubblicata(casa, oggetto="Assemblea sindacale", riscontro="nessuno", riscontro_entro=None)
    bozza(casa, oggetto="Ancora da finire")
    vai(casa.docente, f"circolari/{prima.pk}/riscontro/", {})
    intera = vai(casa.docente, "circolari/").text
    assert intera.index("Assemblea sindacale") < intera.index("Scrutini delle classi")
    assert "Ancora da finire" not in intera
    da_leggere = vai(casa.docente, "circolari/?stato=da_leggere").text
    assert "Assemblea sindacale" in da_leggere
    assert "Scrutini delle classi" not in da_leggere
    for cerca, si in (("SECONDE", True), ("1", True), ("sindacale", False)):
        trovate = vai(casa.docente, f"circolari/?q={cerca}").text
        assert ("Scrutini delle classi" in trovate) is si, cerca
    assert "Nessuna circolare, con questi filtri" in vai(casa.docente, "circolari/?anno=2001").text
    storto = "circolari/?anno=x&stato=forse&q=%00&pagina=-3"
    assert vai(casa.docente, storto).status_code == 200
    ufficio_ = vai(casa.segretaria, "circolari/ufficio/?stato=bozze").text
    assert "Ancora da finire" in ufficio_
    assert "Assemblea sindacale" not in ufficio_
    assert vai(casa.docente, "circolari/ufficio/").status_code == 404


def test_lists_cost_the_same_however_long(casa, vai):
    costi = {}
    for quante in (1, 14):
        for _ in range(quante):
            pubblicata(casa)
        for chi, percorso in ((casa.docente, ""), (casa.segretaria, "ufficio/")):
            with CaptureQueriesContext(connection) as lette:
                assert vai(chi, f"circolari/{percorso}").status_code == 200
            costi.setdefault(percorso, set()).add(len(lette))
    assert all(len(valori) == 1 for valori in costi.values()), costi


# The office


def test_who_has_answered_and_who_has_not_by_role_and_seat(casa, vai):
    uscita = pubblicata(casa, ruoli=[Ruolo.DOCENTE, Ruolo.STUDENTE, Ruolo.RESPONSABILE])
    dove = f"circolari/{uscita.pk}/"
    vai(casa.docente, f"{dove}riscontro/", {})
    pagina = vai(casa.segretaria, f"{dove}ricevute/").text
    for atteso in ("Docenti", "Studenti", "Genitori o responsabili", "Sede centrale"):
        assert atteso in pagina
    assert re.search(r"Docenti</a>\s*<span>1 su 1</span>", pagina)
    assert re.search(r"Sede centrale</a>\s*<span>1 su 3</span>", pagina)
    mancano = vai(casa.segretaria, f"{dove}ricevute/?stato=mancano&ruolo=Studenti").text
    assert "Ghitti Ettore" in mancano
    assert "Bianchi Ugo" not in mancano
    assert vai(casa.docente, f"{dove}ricevute/").status_code == 404


def test_the_list_of_receipts_as_a_file(casa, vai):
    uscita = pubblicata(casa, riscontro="adesione")
    vai(casa.docente, f"circolari/{uscita.pk}/riscontro/", {"risposta": "si"})
    file = vai(casa.segretaria, f"circolari/{uscita.pk}/ricevute/?formato=csv")
    righe = file.content.decode("utf-8-sig").splitlines()
    assert righe[0].startswith('"Cognome";"Nome";"Ruolo";"Sede"')
    assert righe[1].startswith('"Bianchi";"Ugo";"Docenti";"Sede centrale"')
    assert '"Aderisco"' in righe[1]
    tutte = vai(casa.segretaria, "circolari/ufficio/?formato=csv").content.decode("utf-8-sig")
    assert '"Calendario degli scrutini finali"' in tutte


def test_the_reminder_goes_once_a_day(casa, vai):
    uscita = pubblicata(casa)
    dove = f"circolari/{uscita.pk}/"
    assert "Sollecita chi manca" in vai(casa.segretaria, f"{dove}ricevute/").text
    assert vai(casa.segretaria, f"{dove}sollecita/", {}).status_code == 302
    pagina = vai(casa.segretaria, f"{dove}ricevute/").text
    assert "Oggi il sollecito è già partito" in pagina
    vai(casa.segretaria, f"{dove}sollecita/", {})
    assert Promemoria.objects.filter(tipo="circolari.sollecito").count() == 1


def test_the_secretary_does_not_publish_unless_the_institute_says_so(casa, vai):
    dove = f"circolari/{bozza(casa).pk}/pubblica/"
    assert vai(casa.segretaria, dove, {"riletto": "si", "primo_numero": "1"}).status_code == 403
    assert Circolare.objects.get().numero is None


def test_annulled_with_a_reason_that_who_received_it_reads(casa, vai):
    uscita = pubblicata(casa, pubblica=True)
    dove = f"circolari/{uscita.pk}/"
    vuoto = vai(casa.dirigente, f"{dove}annulla/", {"motivo": " "})
    assert vuoto.status_code == 422
    assert vai(casa.dirigente, f"{dove}annulla/", {"motivo": "Data errata."}).status_code == 302
    assert "Data errata." in vai(casa.docente, dove).text
    assert vai(casa.dirigente, f"{dove}annulla/").status_code == 409
    assert vai(casa.docente, f"{dove}riscontro/", {}).status_code == 422


# The public page


def test_anybody_reads_the_public_ones_while_they_hold(casa, vai):
    uscita = pubblicata(casa, pubblica=True)
    stampa_circolare(uscita.istituto_id, uscita.documento_id)
    dove = f"novita/circolari/{uscita.pk}/"
    assert "Calendario degli scrutini finali" in vai(None, "novita/circolari/").text
    assert "Si raccomanda la puntualità." in vai(None, dove).text
    assert vai(None, f"{dove}pdf/").content[:5] == b"%PDF-"
    annulla_circolare(
        autore=casa.dirige, adesso=MERCOLEDI, circolare_id=uscita.pk, motivo="Di M. Rossi."
    )
    dopo = vai(None, dove).text
    assert "Questa circolare è annullata" in dopo
    assert "Si raccomanda la puntualità." not in dopo
    assert "Di M. Rossi." not in dopo
    assert vai(None, f"{dove}pdf/").status_code == 404


def test_names_typed_by_somebody_are_never_markup(casa, vai):
    male = "<script>alert(1)</script>"
    tristo = persona(casa.scuola.istituto, "Ugo", male)
    incarico(tristo, Ruolo.TUTOR)
    uscita = pubblicata(casa, oggetto=male, testo=male, ruoli=[Ruolo.TUTOR], pubblica=True)
    for chi, percorso in (
        (casa.segretaria, f"circolari/{uscita.pk}/"),
        (casa.segretaria, f"circolari/{uscita.pk}/ricevute/"),
        (casa.segretaria, "circolari/ufficio/"),
        (tristo, "circolari/"),
        (None, f"novita/circolari/{uscita.pk}/"),
    ):
        assert male not in vai(chi, percorso).text


def test_a_fresh_school_says_what_comes_next(casa, vai):
    assert "Ancora nessuna circolare per te" in vai(casa.docente, "circolari/").text
    assert "Nuova circolare" in vai(casa.segretaria, "circolari/ufficio/").text
    assert "Ancora nessuna circolare pubblica" in vai(None, "novita/circolari/").text
