"""A paper verified by anybody who holds its code, and read only by who may."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import Barrier
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from cpia.atti import registri, services
from cpia.atti.models import Operazione
from cpia.atti.rules import etichetta_numero
from cpia.atti.views import VERIFICHE_AL_MINUTO, nome_file
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from tests.avvisi import scena
from tests.avvisi.scena import contesto

PDF = b"%PDF-1.7 i byte stampati"
MINUTO = "cpia.scuola.limite._minuto"


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def scuola(db):
    di_prova = scena.scuola()
    with tenancy.istituto_corrente(di_prova.istituto.pk):
        yield di_prova


@pytest.fixture
def autore(scuola):
    return contesto(scuola.coordinatrice, timezone.now())


@pytest.fixture
def vai(scuola):
    """``vai("verifica/")``: what the school answers, to a stranger or to a person."""

    def apri(percorso, chi=None, **altro):
        browser = Client()
        if chi:
            browser.force_login(chi.utente)
        risposta = browser.get(f"/{scuola.istituto.slug}/{percorso}", **altro)
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        return risposta

    return apri


@pytest.fixture
def lettori():
    """Who may read the papers of this test: the coordinators of today."""
    registri.registra_lettore("prova", lambda chi, _documento: chi.ha(Ruolo.COORDINATORE))
    yield
    del registri.lettori["prova"]


def documento(autore, *, stampato=True, protocollato=True, **campi):
    """A paper of the school, with a name in its title that nobody outside may see."""
    numero = services.protocolla(autore=autore, adesso=autore.adesso, oggetto="Certificati")
    carta = services.prepara_documento(
        autore=autore,
        adesso=autore.adesso,
        **{
            "tipo": "prova",
            "titolo": "Certificazione di Ndoye Ibra",
            "modello": "prova/1",
            "contesto": {},
            "protocollo": numero if protocollato else None,
            "firmato_da": "Marzia Tolomei",
        }
        | campi,
    )
    if not stampato:
        return carta
    return services.registra_stampa(
        documento_id=carta.pk, istituto_id=autore.istituto.pk, pdf=PDF, pagine=2
    )


def html(risposta, *codici):
    """The page without what differs from one answer to the next, and without the codes asked."""
    pagina = re.sub(r'nonce="[^"]+"|content="[^"]{64}"', "", risposta.content.decode())
    for codice in codici:
        pagina = pagina.replace(codice, "CODICE")
    return pagina


# Verification


def test_a_code_tells_institute_number_date_and_hash_and_nothing_of_the_person(autore, vai):
    carta = documento(autore)
    risposta = vai(f"verifica/{carta.codice_verifica}/")
    pagina = html(risposta)
    assert risposta.status_code == 200
    assert "Il documento è autentico" in pagina
    assert etichetta_numero(1, timezone.localdate(autore.adesso)) in unescape(pagina)
    assert "In vigore" in pagina
    assert carta.impronta in pagina
    for nascosto in ("Ndoye", "Tolomei", "Certificazione di", "/documenti/"):
        assert nascosto not in pagina


@pytest.mark.parametrize("digitato", ["{}", " {} ", "minuscolo", "senza trattini"])
def test_the_code_is_understood_as_people_type_it(autore, vai, digitato):
    codice = documento(autore).codice_verifica
    come = {"minuscolo": codice.lower(), "senza trattini": codice.replace("-", "")}
    risposta = vai("verifica/", data={"codice": come.get(digitato, digitato.format(codice))})
    assert risposta["Location"] == f"/liceo-di-prova/verifica/{codice}/"


@pytest.mark.parametrize(
    "percorso", ["verifica/", "verifica/7KQF-M3TX-9RLW/", "verifica/?codice=x"]
)
def test_no_search_engine_and_no_cache_keeps_it(vai, percorso):
    risposta = vai(percorso)
    assert risposta["X-Robots-Tag"] == "noindex, nofollow"
    assert risposta["Cache-Control"] == "no-store"
    assert risposta["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex, nofollow">' in html(risposta)


def test_unprinted_and_foreign_papers_answer_as_a_code_never_given(autore, vai):
    mai_dato = "7KQF-M3TX-9RLW"
    atteso = vai(f"verifica/{mai_dato}/")
    assert atteso.status_code == 404
    assert "Codice sconosciuto" in html(atteso)
    altra = scena.scuola("altra")
    with tenancy.istituto_corrente(altra.istituto.pk):
        estranei = [
            documento(contesto(altra.coordinatrice, timezone.now()), riservato=si)
            for si in (False, True)
        ]
    carte = (
        documento(autore, stampato=False), documento(autore, stampato=False, riservato=True),
        *estranei,
    )  # fmt: skip
    for carta in carte:
        risposta = vai(f"verifica/{carta.codice_verifica}/")
        assert risposta.status_code == 404
        assert html(risposta, carta.codice_verifica) == html(atteso, mai_dato)


@pytest.mark.parametrize("stato", ["In vigore", "Sostituito", "Annullato"])
def test_who_holds_a_reserved_paper_verifies_it_and_reads_nothing_of_the_affair(autore, vai, stato):
    carta, altra = documento(autore, riservato=True), documento(autore, riservato=True)
    fatto = {"autore": autore, "adesso": autore.adesso}
    if stato == "Sostituito":
        services.sostituisci_documento(**fatto, vecchio=carta, nuovo=altra)
    if stato == "Annullato":
        services.annulla_documento(**fatto, documento=carta, motivo="Ndoye ha un altro livello.")
    risposta = vai(f"verifica/{carta.codice_verifica}/")
    pagina = unescape(html(risposta))
    assert risposta.status_code == 200
    assert stato in pagina.split("Valore oggi")[1].split("</div>")[0]
    assert "Liceo" in pagina
    assert etichetta_numero(1, timezone.localdate(autore.adesso)) in pagina
    assert carta.impronta in pagina
    assert f'data-confronto="{carta.impronta}"' in pagina
    assert "per riservatezza qui non compaiono" in pagina
    for nascosto in (
        "Ndoye", "Tolomei", "Certifica", "/documenti/", "/documento/", "Scarica",
        altra.codice_verifica,
    ):  # fmt: skip
        assert nascosto not in pagina
    assert risposta["Cache-Control"] == "no-store"
    assert risposta["X-Robots-Tag"] == "noindex, nofollow"


def test_the_albo_never_finds_a_reserved_paper(autore, vai):
    carta = documento(autore, riservato=True)
    cercati = (
        carta.codice_verifica, "Certificazione", str(carta.protocollo), str(carta.protocollo.numero)
    )  # fmt: skip
    for cercato in cercati:
        pagina = html(vai("albo/", data={"q": cercato}))
        assert carta.titolo not in pagina
        assert carta.impronta not in pagina


@pytest.mark.parametrize("codice", ["OOOO-1111-0000", "corto", "<script>alert(1)</script>", "%00"])
def test_what_cannot_be_a_code_is_unknown_and_comes_back_harmless(vai, codice):
    risposta = vai("verifica/", data={"codice": codice})
    assert risposta.status_code == 404
    assert "<script>alert" not in html(risposta)
    assert "O, I, zero e uno" in html(risposta)


def test_an_annulled_paper_tells_the_day_and_what_took_its_place_not_why(autore, vai):
    vecchio, nuovo = documento(autore), documento(autore)
    services.annulla_documento(
        autore=autore, adesso=autore.adesso, documento=vecchio, motivo="Livello errato."
    )
    pagina = html(vai(f"verifica/{vecchio.codice_verifica}/"))
    assert "Il documento è annullato" in pagina
    assert "Livello errato." not in pagina
    assert "Il motivo è agli atti della scuola." in pagina
    assert "In vigore" not in pagina
    services.sostituisci_documento(
        autore=autore, adesso=autore.adesso, vecchio=vecchio, nuovo=nuovo
    )
    collegamento = f'href="/liceo-di-prova/verifica/{nuovo.codice_verifica}/"'
    assert collegamento in html(vai(f"verifica/{vecchio.codice_verifica}/"))


def test_a_replaced_paper_leads_to_the_new_one_unless_it_is_reserved(autore, vai):
    vecchio, nuovo = documento(autore), documento(autore, riservato=True)
    services.sostituisci_documento(
        autore=autore, adesso=autore.adesso, vecchio=vecchio, nuovo=nuovo
    )
    pagina = html(vai(f"verifica/{vecchio.codice_verifica}/"))
    assert "Il documento è sostituito" in pagina
    assert nuovo.codice_verifica not in pagina


def test_an_address_tries_thirty_codes_a_minute(vai, monkeypatch):
    monkeypatch.setattr(MINUTO, lambda: 1)
    stati = [vai("verifica/7KQF-M3TX-9RLW/").status_code for _ in range(VERIFICHE_AL_MINUTO + 2)]
    assert stati == [404] * VERIFICHE_AL_MINUTO + [429] * 2
    assert vai("verifica/").status_code == 200
    assert vai("verifica/7KQF-M3TX-9RLW/", REMOTE_ADDR="192.0.2.7").status_code == 404
    monkeypatch.setattr(MINUTO, lambda: 2)
    assert vai("verifica/7KQF-M3TX-9RLW/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_the_limit_holds_when_they_come_together(monkeypatch):
    scuola = scena.scuola()
    monkeypatch.setattr(MINUTO, lambda: 3)
    via = Barrier(10)

    def prova(_):
        try:
            via.wait()
            return [
                Client().get(f"/{scuola.istituto.slug}/verifica/7KQF-M3TX-9RLW/").status_code
                for _ in range(5)
            ]
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        stati = [stato for serie in pool.map(prova, range(10)) for stato in serie]
    assert sorted(stati) == [404] * VERIFICHE_AL_MINUTO + [429] * (50 - VERIFICHE_AL_MINUTO)


# Download


def test_who_may_receives_the_very_bytes_as_a_file_and_it_is_recorded(scuola, autore, vai, lettori):
    carta = documento(autore)
    risposta = vai(f"documenti/{carta.pk}/", scuola.coordinatrice)
    assert risposta.status_code == 200
    assert risposta.content == PDF
    assert risposta["Content-Type"] == "application/pdf"
    assert risposta["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in risposta["Cache-Control"]
    assert risposta["Content-Disposition"].startswith("attachment; filename=")
    riga = Operazione.objects.get(azione="legge documento")
    assert (riga.persona, riga.oggetto_id) == (scuola.coordinatrice, carta.pk)
    assert riga.dati == {}


def test_for_anybody_else_it_is_not_there(scuola, autore, vai, lettori):
    carta = documento(autore)
    ignoto = vai("documenti/999999/", scuola.docente)
    assert ignoto.status_code == 404
    altrui = vai(f"documenti/{carta.pk}/", scuola.docente)
    assert (altrui.status_code, html(altrui)) == (404, html(ignoto))
    assert vai(f"documenti/{carta.pk}/").status_code == 302
    altra = scena.scuola("altra")
    assert vai(f"documenti/{carta.pk}/", altra.coordinatrice).status_code == 404
    browser = Client()
    browser.force_login(altra.coordinatrice.utente)
    assert browser.get(f"/altra/documenti/{carta.pk}/").status_code == 404
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    assert not Operazione.objects.filter(azione="legge documento").exists()


def test_of_a_kind_nobody_has_registered_nobody_reads(scuola, autore, vai):
    carta = documento(autore, tipo="mai_registrato")
    assert vai(f"documenti/{carta.pk}/", scuola.coordinatrice).status_code == 404


def test_a_role_withdrawn_closes_the_saved_link(scuola, autore, vai, lettori):
    carta = documento(autore)
    assert vai(f"documenti/{carta.pk}/", scuola.coordinatrice).status_code == 200
    scuola.coordinatrice.incarichi.update(revocato_il=timezone.now())
    assert vai(f"documenti/{carta.pk}/", scuola.coordinatrice).status_code == 404


def test_one_still_being_printed_says_so(scuola, autore, vai, lettori):
    carta = documento(autore, stampato=False)
    risposta = vai(f"documenti/{carta.pk}/", scuola.coordinatrice)
    assert risposta.status_code == 202
    assert "si sta ancora stampando" in html(risposta)
    assert vai(f"documenti/{carta.pk}/", scuola.docente).status_code == 404


def test_bytes_changed_on_disk_are_not_given(scuola, autore, lettori, tmp_path):
    carta = documento(autore)
    (tmp_path / carta.file.name).write_bytes(b"%PDF-1.7 altri byte")
    browser = Client(raise_request_exception=False)
    browser.force_login(scuola.coordinatrice.utente)
    risposta = browser.get(f"/{scuola.istituto.slug}/documenti/{carta.pk}/")
    assert risposta.status_code == 500
    assert b"altri byte" not in risposta.content


@pytest.mark.parametrize(
    ("titolo", "nome"),
    [
        ("Certificazioni, 2ªB AFM", "Certificazioni, 2ªB AFM, prot. 1-{anno}, {codice}.pdf"),
        ("Età: «però» / ..\\x", "Età però .. x, prot. 1-{anno}, {codice}.pdf"),
        ("Attestazione, n. 1/2024", "Attestazione, n. 1-2024, prot. 1-{anno}, {codice}.pdf"),
        ('A"\r\nSet-Cookie: a=b;', "A Set-Cookie a b, prot. 1-{anno}, {codice}.pdf"),
    ],
)
def test_the_file_has_a_clean_italian_name(scuola, autore, vai, lettori, titolo, nome):
    carta = documento(autore, titolo=titolo)
    atteso = nome.format(anno=timezone.localdate(autore.adesso).year, codice=carta.codice_verifica)
    assert nome_file(carta) == atteso
    risposta = vai(f"documenti/{carta.pk}/", scuola.coordinatrice)
    assert atteso in unquote(risposta["Content-Disposition"])
    assert "Set-Cookie" not in risposta.headers


def test_without_a_number_the_name_has_none(autore):
    carta = documento(autore, protocollato=False, titolo="Tabellone 2ªB AFM")
    assert nome_file(carta) == f"Tabellone 2ªB AFM, {carta.codice_verifica}.pdf"
