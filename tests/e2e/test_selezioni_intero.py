"""One selection from the call to the contract: who is chosen comes from outside, on a phone.

The portal is of this test alone: its clock jumps past the term of the call and, once the ranking
was contested, past that of the complaints. Sessions do not outlive a jump: everybody signs in
again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page

from cpia.portale.dimostrazione.piano import Conto
from cpia.scuola.parole import ROMA
from tests.e2e import selezione_commissione as commissione
from tests.e2e import selezione_contratto as contratto
from tests.e2e import selezione_domanda as candidatura
from tests.e2e import selezione_graduatoria as graduatoria
from tests.e2e import selezione_scuola as scuola
from tests.e2e.accesso import TELEFONO
from tests.e2e.persone import compagnia
from tests.e2e.portale import Portale, un_portale
from tests.e2e.selezione_candidata import CANDIDATA, si_registra
from tests.e2e.selezione_scuola import DIRIGENTE, SCUOLA, SEGRETERIA, Axe

# One process of those in parallel, beside those that walk on the portal of all.
pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("selezione")]

DOPO_IL_TERMINE = datetime(2024, 6, 24, 9, tzinfo=ROMA)
DOPO_I_RECLAMI = datetime(2024, 7, 2, 9, tzinfo=ROMA)
Come = Callable[[Conto], Page]


@pytest.fixture(scope="module")
def suo() -> Iterator[Portale]:
    """A portal whose clock this test may move."""
    with un_portale() as portale:
        yield portale


@dataclass(frozen=True)
class Scena:
    """Who sits at a desk, who holds a phone, and somebody with a phone and no login."""

    al_tavolo: Come
    al_telefono: Come
    chiunque: Page


@contextmanager
def scena(browser: Browser, portale: Portale) -> Iterator[Scena]:
    """Everybody with an own browser, until the clock moves."""
    tavolo = {"base_url": portale.url, "locale": "it-IT", "timezone_id": "Europe/Rome"}
    telefono = {**tavolo, "viewport": TELEFONO, "has_touch": True, "is_mobile": True}
    tavolo["viewport"] = {"width": 1280, "height": 900}
    with (
        compagnia(browser, tavolo, SCUOLA) as al_tavolo,
        compagnia(browser, telefono, SCUOLA) as al_telefono,
    ):
        contesto = browser.new_context(**telefono)
        yield Scena(al_tavolo, al_telefono, contesto.new_page())
        contesto.close()


def test_dall_avviso_al_contratto(browser: Browser, suo: Portale, axe: Axe) -> None:
    with scena(browser, suo) as prima:
        avviso, domanda = si_candida(prima, suo, axe)
    suo.sposta_l_orologio(DOPO_IL_TERMINE)
    with scena(browser, suo) as poi:
        candidatura.arriva_tardi(poi.al_telefono(CANDIDATA), domanda, axe)
        valuta(poi, avviso, axe)
        contesta(poi, avviso, axe)
    suo.sposta_l_orologio(DOPO_I_RECLAMI)
    with scena(browser, suo) as infine:
        incarica(infine, avviso, axe)


def si_candida(scena: Scena, portale: Portale, axe: Axe) -> tuple[str, str]:
    """The call on the albo, the application sent: where the two are, without the portal."""
    avviso = scuola.completa_l_avviso(scena.al_tavolo(SEGRETERIA), axe)
    scuola.pubblica_l_avviso(scena.al_tavolo(DIRIGENTE), avviso, axe)
    si_registra(scena.chiunque, portale.posta, axe)
    page = scena.al_telefono(CANDIDATA)
    domanda = candidatura.comincia(page, axe)
    candidatura.compila(page, domanda, axe)
    candidatura.firma_e_invia(page, axe)
    candidatura.legge_la_ricevuta(page, portale.posta, axe)
    return avviso, domanda


def valuta(scena: Scena, avviso: str, axe: Axe) -> None:
    """Axe looks once at what every member sees."""
    commissione.nomina(scena.al_tavolo(DIRIGENTE), avviso, axe)
    commissari = [scena.al_tavolo(chi) for chi in commissione.COMMISSIONE]
    primo, *altri = commissari
    commissione.dichiara(primo, avviso, axe)
    for page in altri:
        commissione.dichiara(page, avviso)
    domanda = commissione.verifica_i_titoli(primo, avviso, axe)
    commissione.da_i_punti(primo, domanda, commissione.PUNTI[0], axe)
    for page, punti in zip(altri, commissione.PUNTI[1:], strict=True):
        commissione.da_i_punti(page, domanda, punti)
    commissione.concorda_i_punti(primo, domanda, axe)
    commissione.chiude(primo, avviso, domanda, axe)


def contesta(scena: Scena, avviso: str, axe: Axe) -> None:
    dirige, page = scena.al_tavolo(DIRIGENTE), scena.al_telefono(CANDIDATA)
    graduatoria.pubblica_la_provvisoria(dirige, avviso, axe)
    graduatoria.legge_la_posizione(page, avviso, axe)
    graduatoria.reclama(page, axe)
    graduatoria.risponde(dirige, avviso, axe)
    graduatoria.non_e_ancora_definitiva(dirige, avviso)
    graduatoria.legge_la_risposta(page, avviso, axe)


def incarica(scena: Scena, avviso: str, axe: Axe) -> None:
    dirige, page = scena.al_tavolo(DIRIGENTE), scena.al_telefono(CANDIDATA)
    ufficio = scena.al_tavolo(SEGRETERIA)
    graduatoria.non_reclama_piu(page, avviso, axe)
    graduatoria.rende_definitiva(dirige, avviso, axe)
    contratto.propone(dirige, avviso, axe)
    contratto.accetta(page, axe)
    incarico = contratto.scrive_il_contratto(ufficio, avviso, axe)
    contratto.emette(dirige, incarico, axe)
    contratto.legge_il_contratto(page, incarico, axe)
    contratto.firma_e_pubblica(ufficio, incarico, axe)
    contratto.comunica(ufficio, incarico, axe)
    contratto.e_nel_registro(ufficio, avviso, axe)
    contratto.lo_legge_chiunque(scena.chiunque, axe)
