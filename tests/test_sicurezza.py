"""Hostile input at every form and address: never a failure, never the input as part of the page."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, models, transaction
from django.http import HttpResponse
from django.urls import reverse

from cpia.scuola import tenancy
from cpia.scuola.models import Utente
from tests.accessi.moduli import Modulo, moduli
from tests.accessi.mondo import Mondo
from tests.accessi.righe import MODELLI
from tests.accessi.scena import chiedi, indirizzo, uno
from tests.accessi.tabella import TABELLA, Voce

pytest_plugins = ["tests.accessi.fixture"]

MARCA = "zq7ancoravivo"
SCRIPT = f"\"'><script>{MARCA}()</script><img src=x onerror={MARCA}()>{{{{7*7}}}}"
VIVO = re.compile(rf"<(script|img)[^>]*>?[^<]*{MARCA}|<i {MARCA}", re.IGNORECASE)
VALORI = {
    "script": SCRIPT,
    "nul": "a\x00b",
    "long": "à" * 100_000,
    "odd": "\u202e\u200b\ufeff\uffff\U0001f600Z̷̡̛ﬀ\r\n\t\x0b\x1f",
    "sql": "'; DROP TABLE scuola_persona; -- %s %(a)s {0} \\",
    "digits": "9" * 5000,
    "number": "99999999999999999999",
    "minus": "-1",
    "float": "1e309",
    "arabic": "٣",
}
IN_URL = {nome: valore for nome, valore in VALORI.items() if nome != "long"}
DOMANDE = ("pagina", "ruolo", "di", "vista", "codice", "stato", "lavoro", "cerca", "ordina")
NUL_RIFIUTATO = "I caratteri null non sono ammessi."

ogni_indirizzo = pytest.mark.parametrize("nome", sorted(TABELLA))
ogni_pagina = pytest.mark.parametrize(
    "nome", sorted(nome for nome, voce in TABELLA.items() if "GET" in voce.metodi)
)


def chi_entra(voce: Voce) -> str:
    return "docente" if voce.proprio else min(voce.si)


def innocua(risposta: HttpResponse) -> bool:
    """No failure, and nothing of the input alive in the page."""
    return risposta.status_code < 500 and not VIVO.search(_testo(risposta))


def _testo(risposta: HttpResponse) -> str:
    tipo = risposta.headers.get("Content-Type", "")
    return risposta.text if tipo.startswith("text/html") else ""


def _pagine(mondi: Mondo, nome: str) -> tuple[str, str, HttpResponse]:
    voce = TABELLA[nome]
    dove, chi = indirizzo(nome, mondi.qui, uno(voce, mondi.qui)), chi_entra(voce)
    corpo = voce.corpo(mondi.qui, mondi.qui.a) if voce.domanda and voce.corpo else None
    return dove, chi, chiedi(mondi.browser[chi], "GET", dove, corpo)


# What is sent

# The search box is on every page, and other forms are on several: once a person is enough.
PROVATI: set[tuple[str, str, str, frozenset[str]]] = set()


def _da_provare(modulo: Modulo, chi: str) -> bool:
    """Whether a form is of this portal and was not tried by the same person from another page."""
    if modulo.metodo == "dialog" or not modulo.azione.startswith("/scuola-qui/"):
        return False
    chiave = chi, modulo.metodo, modulo.azione, frozenset(modulo.campi)
    nuovo = chiave not in PROVATI
    PROVATI.add(chiave)
    return nuovo


@ogni_pagina
def test_every_form_takes_hostile_input(mondi, nome):
    dove, chi, pagina = _pagine(mondi, nome)
    guasti = {}
    for modulo in moduli(_testo(pagina), dove):
        if not _da_provare(modulo, chi):
            continue
        for che, valore in VALORI.items():
            for ovunque in (False, True):
                risposta = _manda(mondi, chi, modulo, modulo.con(valore, ovunque=ovunque))
                if not innocua(risposta):
                    guasti[modulo.azione, che, ovunque] = risposta.status_code
    assert guasti == {}


def _manda(mondi: Mondo, chi: str, modulo: Modulo, dati: dict[str, str]) -> HttpResponse:
    return chiedi(mondi.browser[chi], modulo.metodo, modulo.azione, dati)


def test_a_null_character_is_refused_in_italian(mondi):
    """PostgreSQL cannot keep it: every form with a text says so at its place."""
    visti = 0
    for nome, voce in TABELLA.items():
        if "POST" not in voce.metodi or "GET" not in voce.metodi:
            continue
        dove, chi, pagina = _pagine(mondi, nome)
        for modulo in moduli(_testo(pagina), dove):
            if modulo.metodo == "post" and modulo.testi and modulo.azione == dove:
                risposta = _manda(mondi, chi, modulo, modulo.con(VALORI["nul"]))
                assert risposta.status_code == 422, (nome, modulo)
                assert NUL_RIFIUTATO in risposta.text, nome
                visti += 1
    assert visti >= 5


@ogni_indirizzo
def test_every_address_takes_hostile_questions(mondi, nome):
    voce = TABELLA[nome]
    dove, chi = indirizzo(nome, mondi.qui, uno(voce, mondi.qui)), chi_entra(voce)
    guasti = {}
    for che, valore in IN_URL.items():
        domanda = dict.fromkeys(DOMANDE, valore[:2000])
        for metodo in voce.metodi.split():
            if not innocua(chiedi(mondi.browser[chi], metodo, dove, domanda)):
                guasti[metodo, che] = "guasto"
    assert guasti == {}


@ogni_indirizzo
@pytest.mark.usefixtures("rifiuti_spogli")
def test_every_address_takes_impossible_numbers(mondi, nome):
    """Ids that no column can hold do not exist, as any other that is not there."""
    voce = TABELLA[nome]
    oggetto = uno(voce, mondi.qui)
    for posto, valore in enumerate(oggetto):
        if isinstance(valore, int):
            for numero in (0, 2**31, 2**63, 10**40):
                argomenti = [*oggetto[:posto], numero, *oggetto[posto + 1 :]]
                dove = indirizzo(nome, mondi.qui, argomenti)
                for metodo in voce.metodi.split():
                    risposta = chiedi(mondi.browser[chi_entra(voce)], metodo, dove)
                    assert risposta.status_code == 404, (metodo, numero)


CORPI = [
    b"", b"null", b"[]", b"{", b"\xff\xfe", b'"testo"', b"[1]", b"[[]]", b"{}", b"[" * 100_000,
    b"[{}]", b'[{"iscrizione": NaN}]', b"9" * 5000, b'[{"iscrizione": {"a": 1}}]',
]  # fmt: skip
CELLE: list[dict[str, Any]] = [
    {"motivo": "\ud800"}, {"livello": "\ud800"}, {"livello": "\x00"}, {"motivo": "a\x00b"},
    {"motivo": SCRIPT}, {"livello": SCRIPT}, {"motivo": "à" * 100_000}, {"iscrizione": 2**63},
    {"competenza": 10**40}, {"versione": 2**31}, {"versione": 10**40}, {"versione": -1},
    {"versione": 1.5}, {"iscrizione": None}, {"iscrizione": True}, {"livello": ["A"]},
    {"iscrizione": "٣"}, {"livello": "NV", "motivo": "\u202e\uffff"},
]  # fmt: skip


def _celle(mondi: Mondo, corpo: Any) -> HttpResponse:
    dove = indirizzo("competenze:celle", mondi.qui, [mondi.qui.a.inserimento.pk])
    return chiedi(mondi.browser["docente"], "POST", dove, corpo, json=True)


@pytest.mark.parametrize("corpo", CORPI, ids=lambda corpo: repr(corpo[:20]))
def test_the_grid_takes_what_is_no_list_of_cells(mondi, corpo):
    risposta = _celle(mondi, corpo)
    assert risposta.status_code == 400
    assert risposta.json()["rifiuto"]


@pytest.mark.parametrize("diversa", CELLE, ids=lambda diversa: ascii(diversa)[:40])
def test_the_grid_takes_hostile_cells(mondi, diversa):
    cella = TABELLA["competenze:celle"].corpo(mondi.qui, mondi.qui.a)[0] | diversa
    risposta = _celle(mondi, [cella])
    assert risposta.status_code in {200, 400, 409, 422}
    assert not VIVO.search(risposta.text) or "json" in risposta.headers["Content-Type"]


@pytest.mark.parametrize(
    "nome_file",
    [f"{SCRIPT}.csv", "a\x00b.csv", "../../etc/passwd", "à" * 300 + ".csv", ".csv", "con\r\n.csv"],
    ids=ascii,
)
def test_the_name_of_a_file_is_only_a_name(mondi, nome_file):
    dove = indirizzo("importazione_nuova", mondi.qui, [])
    file = SimpleUploadedFile("x.csv", b"Cognome;Nome\nRossi;Anna\n", "text/csv")
    file._name = nome_file
    dati = {"tipo": "studenti", "anno": "2023", "file": file}
    risposta = chiedi(mondi.browser["segretaria"], "POST", dove, dati)
    assert innocua(risposta)
    assert risposta.status_code in {200, 302, 400, 422}


# What the browser is given


@ogni_pagina
def test_every_page_is_whole_and_carries_nothing_inline(mondi, nome):
    """A page asked for without a script is a whole page, whose scripts the policy knows."""
    _, _, pagina = _pagine(mondi, nome)
    testo = _testo(pagina)
    if pagina.status_code != 200 or not testo:
        assert pagina.status_code in {200, 302}
        return
    politica = pagina.headers["Content-Security-Policy"]
    [nonce] = re.findall(r"'nonce-([^']+)'", politica)
    assert "unsafe" not in politica
    assert testo.lstrip().startswith("<!doctype html>")
    assert not re.search(r"<[^>]+\s(style|on\w+)=", testo, re.IGNORECASE)
    assert not re.search(r"=\s*[\"']?javascript:", testo, re.IGNORECASE)
    for script in re.findall(r"<script\b[^>]*>", testo):
        assert f'nonce="{nonce}"' in script or 'type="application/json"' in script
    assert pagina.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in pagina.headers["Cache-Control"]


# What is stored


NON_TESTI = {
    "slug", "chiave", "codice", "indirizzo", "tipo", "stato", "modello", "file", "impronta", "app",
}  # fmt: skip


def test_nothing_stored_comes_alive_in_a_page(mondi):
    """Every text of the institute is a tag: no page of anybody shows one as a tag."""
    tenancy.imposta(istituto_id=mondi.qui.istituto.pk)
    scritti = sum(_avvelena(modello) for modello in [*MODELLI, type(mondi.qui.istituto)])
    assert scritti > 30
    vivi = []
    for nome in sorted(TABELLA):
        if "GET" in TABELLA[nome].metodi:
            _, chi, pagina = _pagine(mondi, nome)
            if not innocua(pagina):
                vivi.append((nome, chi, pagina.status_code))
    assert vivi == []


def _avvelena(modello: type[models.Model]) -> int:
    """Write a tag in every free text of every row; how many columns took it."""
    return sum(_scrive(modello, campo) for campo in modello._meta.local_concrete_fields)


def _scrive(modello: type[models.Model], campo: models.Field) -> bool:
    libero = isinstance(campo, (models.CharField, models.TextField)) and not campo.choices
    # Unique texts differ by row; those too short for a tag are left as they are.
    if not libero or campo.name in NON_TESTI or (campo.max_length or 99) < 12:
        return False
    try:
        with transaction.atomic():
            for riga in modello._default_manager.all():
                testo = f"<i {MARCA}{riga.pk}>"[: campo.max_length]
                modello._default_manager.filter(pk=riga.pk).update(**{campo.name: testo})
    except Error:  # what may not be changed, or has a shape of its own
        return False
    return True


# Before signing in


ACCESSO = [
    "account_login", "account_reset_password", "account_signup", "account_change_password",
    "account_reauthenticate", "account_email", "mfa_index", "mfa_activate_totp",
]  # fmt: skip


@pytest.mark.parametrize("nome", ACCESSO)
@pytest.mark.parametrize("chi", ["anonimo", "docente"])
def test_the_forms_of_signing_in_take_hostile_input(mondi, nome, chi):
    dove = reverse(nome)
    pagina = chiedi(mondi.browser[chi], "GET", dove)
    assert innocua(pagina)
    for modulo in moduli(_testo(pagina), dove):
        for che, valore in VALORI.items():
            risposta = _manda(mondi, chi, modulo, modulo.con(valore))
            assert innocua(risposta), (modulo.azione, che)


@pytest.mark.parametrize(
    "percorso",
    ["/%00/", "/%ff/", "/scuola-qui/%00/", "/scuola-qui/verifica/%00/", "/scuola-qui/verifica/%ff/",
     "/scuola-qui/verifica/%3Cscript%3Ezq7()%3C%2Fscript%3E/", "//altrove.example/", "/..%2f..%2f",
     "/scuola-qui/verifica/" + "a" * 5000 + "/", "/<i zq7>/", "/accesso/%00/"],
)  # fmt: skip
def test_odd_addresses_are_only_not_there(mondi, percorso):
    for chi in ("anonimo", "docente"):
        risposta = chiedi(mondi.browser[chi], "GET", percorso)
        assert innocua(risposta)
        assert risposta.status_code in {301, 302, 400, 404}


@pytest.mark.parametrize("valore", ["", "x" * 5000, "a'b", "%00", '"; sessionid=altro'])
def test_an_odd_session_is_no_session(mondi, valore):
    client = mondi.browser["anonimo"].__class__()
    client.cookies["sessionid"] = valore
    risposta = client.get(indirizzo("scrivania", mondi.qui, []))
    assert risposta.status_code == 302
    assert not Utente.objects.filter(email="").exists()
