"""The page «Segreteria» leads each person to what he or she may open, and to nothing else."""

import re

import pytest
from django.urls import reverse

from cpia.portale.segreteria import STRUMENTI

pytest_plugins = ["tests.accessi.fixture"]

UFFICIO = (
    "dirigente", "collaboratore", "dsga", "segretaria", "segretaria_personale",
    "segretaria_protocollo",
)  # fmt: skip
NOMI = [strumento.nome for voci in STRUMENTI.values() for strumento in voci]


@pytest.mark.parametrize("chi", UFFICIO)
def test_each_link_opens_and_what_opens_is_there(mondi, chi):
    browser, slug = mondi.browser[chi], mondi.qui.istituto.slug
    pagina = browser.get(reverse("segreteria", args=[slug], urlconf="cpia.urls"))
    contenuto = re.search(r"<main.*?</main>", pagina.content.decode(), re.DOTALL)[0]
    for nome in NOMI:
        indirizzo = reverse(nome, args=[slug], urlconf="cpia.urls")
        c_e = f'href="{indirizzo}"' in contenuto
        assert c_e == (browser.get(indirizzo).status_code == 200), nome


@pytest.mark.parametrize("chi", [*UFFICIO, "docente", "studente"])
def test_no_entry_of_the_menu_is_refused(mondi, chi):
    browser, slug = mondi.browser[chi], mondi.qui.istituto.slug
    pagina = browser.get(reverse("scrivania", args=[slug], urlconf="cpia.urls"))
    menu = re.search(r'<nav id="menu".*?</nav>', pagina.content.decode(), re.DOTALL)[0]
    indirizzi = re.findall(r'href="([^"]+)"', menu)
    assert ("Segreteria" in menu) == (chi in UFFICIO)
    assert {browser.get(indirizzo).status_code for indirizzo in indirizzi} == {200}
