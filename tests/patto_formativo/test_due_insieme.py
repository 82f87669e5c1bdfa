"""Two who change the same thing: who comes second is told what stands, and loses nothing typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cpia.norme.errori import Conflitto
from cpia.scuola.enums import Ruolo
from patto_formativo.enums import Fase, Percorso
from patto_formativo.models import (
    AperturaIscrizioni,
    DocenteGruppo,
    Gruppo,
    Incontro,
    Offerta,
    QuadroOrario,
    UnitaApprendimento,
)
from patto_formativo.services import accoglienza, frequenza
from patto_formativo.services import iscrizioni as servizi
from tests.accessi.moduli import moduli
from tests.factories.patto import GruppoFactory, QuadroOrarioFactory, UnitaApprendimentoFactory
from tests.factories.scuola import ADESSO as DOPO
from tests.factories.scuola import contesto
from tests.patto_formativo.scena_accoglienza import Scena as Accoglienza
from tests.patto_formativo.scena_iscrizioni import ADESSO, Scena


@dataclass(frozen=True)
class Caso:
    """A form, what each of the two types in it, and what its row says in the end."""

    pagina: str
    pk: int
    campo: str
    primo: str
    secondo: str
    letto: str
    valore: Callable[[], Any]


@pytest.fixture(autouse=True)
def _ambiente(settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def scena(db) -> Scena:
    return Scena()


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def scritta(risposta) -> str:
    return " ".join(unescape(risposta.content.decode()).split())


def _offerta(s: Scena) -> Caso:
    return Caso(
        "offerta", s.corso.pk, "aula", "aula 7", "aula 9", "Aula: <strong>aula 7</strong>",
        lambda: Offerta.objects.get(pk=s.corso.pk).aula,
    )  # fmt: skip


def _quadro(s: Scena) -> QuadroOrario:
    return QuadroOrarioFactory(istituto=s.istituto, anno_scolastico=s.anno)


def _ore(s: Scena) -> Caso:
    quadro = _quadro(s)
    return Caso(
        "quadro_ore", quadro.pk, "C1", "20", "22.5", "C1: <strong>20</strong>",
        lambda: QuadroOrario.objects.get(pk=quadro.pk).ore["C1"],
    )  # fmt: skip


def _unita(s: Scena) -> Caso:
    unita = UnitaApprendimentoFactory(istituto=s.istituto, quadro=_quadro(s))
    return Caso(
        "unita", unita.pk, "titolo", "Leggere", "Scrivere", "Titolo: <strong>Leggere</strong>",
        lambda: UnitaApprendimento.objects.get(pk=unita.pk).titolo,
    )  # fmt: skip


def _gruppo(s: Scena) -> Caso:
    gruppo = GruppoFactory(istituto=s.istituto, anno_scolastico=s.anno, sede=s.sede)
    return Caso(
        "gruppo_modifica", gruppo.pk, "nome", "Sera A", "Sera B",
        "Nome del gruppo: <strong>Sera A</strong>", lambda: Gruppo.objects.get(pk=gruppo.pk).nome,
    )  # fmt: skip


CASI = [_offerta, _ore, _unita, _gruppo]


@pytest.mark.parametrize("caso", CASI)
def test_who_comes_second_is_told_who_and_what_and_then_chooses(scena, caso):
    c = caso(scena)
    altra = scena.chi(Ruolo.SEGRETERIA_DIDATTICA)
    dove = reverse(f"patto:{c.pagina}", args=["cpia", c.pk])
    prima, seconda = entra(altra), entra(scena.segretaria)
    letta = _campi(seconda.get(dove), c.campo)
    assert (
        prima.post(dove, _campi(prima.get(dove), c.campo) | {c.campo: c.primo}).status_code == 302
    )
    risposta = seconda.post(dove, letta | {c.campo: c.secondo})
    assert risposta.status_code == 409
    pagina = scritta(risposta)
    assert f"{altra.nome_e_cognome} ha registrato altro" in pagina
    assert c.letto in pagina
    assert f'value="{c.secondo}"' in pagina
    assert c.valore() == c.primo
    assert seconda.post(dove, _campi(risposta, c.campo)).status_code == 302
    assert c.valore() == c.secondo


@pytest.mark.parametrize("caso", CASI)
@pytest.mark.parametrize("versione", ["", "0", "-1", "tante", "9" * 40, "1\0"])
def test_a_version_that_is_none_overwrites_nothing(scena, caso, versione):
    c = caso(scena)
    dove = reverse(f"patto:{c.pagina}", args=["cpia", c.pk])
    browser, prima = entra(scena.segretaria), c.valore()
    dati = _campi(browser.get(dove), c.campo) | {c.campo: c.secondo, "versione": versione}
    assert browser.post(dove, dati).status_code == 409
    assert c.valore() == prima


@pytest.mark.parametrize("caso", CASI)
def test_a_second_click_is_no_conflict(scena, caso):
    c = caso(scena)
    dove = reverse(f"patto:{c.pagina}", args=["cpia", c.pk])
    browser = entra(scena.segretaria)
    dati = _campi(browser.get(dove), c.campo) | {c.campo: c.secondo}
    assert [browser.post(dove, dati).status_code for _ in range(2)] == [302, 302]


def _campi(risposta, campo: str) -> dict[str, Any]:
    """The fields of the form that has this one, as a browser would send them again."""
    [modulo] = [m for m in moduli(risposta.content.decode(), "/") if campo in m.campi]
    return modulo.campi


# Term and fee, hours of a path written for the first time


def test_term_and_fee_are_not_overwritten_either(scena):
    dove = reverse("patto:apertura", args=["cpia"]) + "?anno=2023"
    browser, altra = entra(scena.segretaria), entra(scena.chi(Ruolo.SEGRETERIA_DIDATTICA))
    letta = _campi(browser.get(dove), "quota")
    assert altra.post(dove, letta | {"quota": "12.50"}).status_code == 302
    risposta = browser.post(dove, letta | {"quota": "20"})
    assert risposta.status_code == 409
    assert "Quota in euro: <strong>12,5</strong>" in scritta(risposta)
    assert AperturaIscrizioni.objects.get().quota == Decimal("12.50")


def test_hours_that_are_written_already_are_not_begun_again(scena):
    quale = {"percorso": Percorso.PRIMO_PERIODO.value, "livello": "", "anno": "2023"}
    dove = reverse("patto:quadro_nuovo", args=["cpia"])
    browser = entra(scena.segretaria)
    ore = {f"C{n}": "18" for n in range(2, 23)} | {"C1": "31"}
    dati = _campi(browser.get(dove, quale), "C1") | ore
    quadro = _quadro(scena)
    risposta = browser.post(dove, quale | dati)
    assert risposta.status_code == 409
    assert "C1: <strong>18</strong>" in scritta(risposta)
    assert 'value="31"' in scritta(risposta)
    assert QuadroOrario.objects.get().ore["C1"] == "18"
    mandata = browser.get(dove, quale)
    assert mandata.url == reverse("patto:quadro_ore", args=["cpia", quadro.pk])


# Groups: the teachers too


def test_the_teachers_that_somebody_else_chose_stay(scena):
    gruppo = GruppoFactory(istituto=scena.istituto, anno_scolastico=scena.anno, sede=scena.sede)
    maestra = scena.chi(Ruolo.TUTOR)
    dove = reverse("patto:gruppo_modifica", args=["cpia", gruppo.pk])
    browser, altra = entra(scena.segretaria), entra(scena.chi(Ruolo.SEGRETERIA_DIDATTICA))
    letta = {k: v for k, v in _campi(browser.get(dove), "nome").items() if k[:8] != "docente_"}
    scelta = {f"docente_{maestra.pk}": "on", f"asse_{maestra.pk}": "italiano"}
    assert altra.post(dove, letta | scelta).status_code == 302
    risposta = browser.post(dove, letta | {"nome": "Sera B"})
    assert risposta.status_code == 409
    assert f"{maestra}: <strong>sì</strong>" in scritta(risposta)
    assert DocenteGruppo.objects.get().persona == maestra


def test_the_services_ask_the_version_too(scena):
    ufficio = {"autore": scena.ufficio(), "adesso": ADESSO}
    gruppo = GruppoFactory(istituto=scena.istituto, anno_scolastico=scena.anno, sede=scena.sede)
    dati = frequenza.DatiGruppo("Altro", Percorso.PRIMO_PERIODO, scena.sede)
    with pytest.raises(Conflitto) as errore:
        frequenza.modifica_gruppo(**ufficio, gruppo_id=gruppo.pk, versione=7, dati=dati)
    assert errore.value.attuale == gruppo
    corso = servizi.DatiOfferta(
        "primo_periodo", scena.sede.pk, "sera", "lunedì", time(17), time(19)
    )
    with pytest.raises(Conflitto):
        servizi.salva_offerta(
            **ufficio, anno_id=scena.anno.pk, dati=corso, offerta_id=scena.corso.pk
        )


# Meetings


def test_a_meeting_corrected_on_two_pages(db, monkeypatch):
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: DOPO)
    s = Accoglienza()
    mio = s.corsista(tutor=s.tutor)
    incontro = accoglienza.registra_incontro(
        autore=contesto(s.tutor), adesso=DOPO, fase=Fase.COLLOQUI, giorno=DOPO.date(),
        dalle=time(8), ore=Decimal(1), corsisti=[mio.pk],
    )  # fmt: skip
    dove = reverse("patto:incontro", args=["cpia", incontro.pk])
    browser = entra(s.tutor)
    letta = _campi(browser.get(dove), "ore")
    assert browser.post(dove, letta | {"ore": "1,5"}).status_code == 302
    risposta = browser.post(dove, letta | {"ore": "2", "argomento": "crediti"})
    assert risposta.status_code == 409
    pagina = scritta(risposta)
    assert "Hai registrato altro da un’altra pagina" in pagina
    assert "Ore: <strong>1,5</strong>" in pagina
    assert 'value="crediti"' in pagina
    assert Incontro.objects.get().ore == Decimal("1.5")
    assert browser.post(dove, _campi(risposta, "ore")).status_code == 302
    assert (Incontro.objects.get().ore, Incontro.objects.get().argomento) == (2, "crediti")
