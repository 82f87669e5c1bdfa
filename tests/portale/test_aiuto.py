"""The guide: its pages are whole, and each screen leads to the section that speaks of it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import resolve, reverse
from immagini import ISTITUTO, SCATTI
from PIL import Image

from cpia.portale.aiuto.mappa import SENZA_SEZIONE, SEZIONI
from cpia.portale.aiuto.pagine import CARTELLA, DI_CHI, IMMAGINI, PER_TUTTI, pagine, per_ruoli
from cpia.portale.aiuto.testo import RiferimentoErrato, ancora, leggi
from cpia.scuola.enums import Ruolo
from tests.accessi.tabella import TABELLA

pytest_plugins = ["tests.accessi.fixture"]

PESO_MASSIMO = 150_000
FIGURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")


def ancore():
    return {f"{nome}#{s.ancora}" for nome, pagina in pagine().items() for s in pagina.testo.sezioni}


# Every screen


def test_every_page_that_can_be_opened_has_its_section():
    """The addresses are those of the URLconf: the access table is checked against it."""
    si_aprono = {nome for nome, voce in TABELLA.items() if "GET" in voce.metodi.split()}
    assert sorted(si_aprono - SEZIONI.keys() - SENZA_SEZIONE.keys()) == []


def test_the_table_speaks_of_addresses_that_are_there():
    assert sorted(SEZIONI.keys() - TABELLA.keys()) == []
    assert sorted(SENZA_SEZIONE.keys() - TABELLA.keys()) == []
    assert sorted(SEZIONI.keys() & SENZA_SEZIONE.keys()) == []
    assert all(SENZA_SEZIONE.values())


def test_every_section_that_a_screen_leads_to_exists():
    assert sorted(set(SEZIONI.values()) - ancore()) == []


@pytest.mark.parametrize(
    ("vista", "verso"),
    [
        ("scrivania", "per-tutti/#scrivania"),
        ("competenze:elenco", "docente/#le-mie-classi"),
        ("guida", "per-tutti/#la-guida"),
        ("cerca", "per-tutti/#cercare"),
    ],
)
def test_the_bar_leads_to_the_section_of_the_screen(mondi, vista, verso):
    slug = mondi.qui.istituto.slug
    pagina = mondi.browser["docente"].get(reverse(vista, args=[slug])).text
    assert f'href="/{slug}/aiuto/{verso}"' in pagina


# The pages


def test_every_file_of_the_guide_is_a_page():
    assert {p.stem for p in CARTELLA.glob("*.md")} - {"README"} == set(pagine())


def test_the_index_of_the_repository_names_every_page():
    indice = (CARTELLA / "README.md").read_text()
    assert set(re.findall(r"\]\(([a-z-]+)\.md\)", indice)) == set(pagine())


def test_links_and_anchors_lead_somewhere():
    for nome, pagina in pagine().items():
        proprie = {s.ancora for s in pagina.testo.sezioni}
        assert len(proprie) == len(pagina.testo.sezioni), f"{nome}: two sections of one name"
        for verso in re.findall(r'href="([^"]+)"', pagina.testo.html):
            altra, _, dove = verso.removeprefix("../").partition("#")
            if not altra:
                assert dove in proprie, (nome, verso)
            else:
                assert altra.strip("/") in pagine(), (nome, verso)
                assert not dove or f"{altra.strip('/')}#{dove}" in ancore(), (nome, verso)


def test_every_role_has_its_page():
    assert set().union(*DI_CHI.values()) >= {
        Ruolo.DOCENTE, Ruolo.COORDINATORE, Ruolo.DIRIGENTE, Ruolo.COLLABORATORE, Ruolo.DSGA,
        Ruolo.SEGRETERIA_DIDATTICA, Ruolo.SEGRETERIA_PERSONALE, Ruolo.SEGRETERIA_PROTOCOLLO,
        Ruolo.ATA, Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.AMMINISTRATORE,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("ruoli", "prime"),
    [
        ({Ruolo.DOCENTE}, ["docente", "bonus", "selezioni", PER_TUTTI]),
        (
            {Ruolo.COORDINATORE, Ruolo.DOCENTE},
            ["docente", "coordinatore", "bonus", "selezioni", PER_TUTTI],
        ),
        ({Ruolo.SEGRETERIA_DIDATTICA}, ["segreteria", "bonus", "selezioni", PER_TUTTI]),
        ({Ruolo.ATA}, ["bonus", "selezioni", PER_TUTTI]),
        ({Ruolo.STUDENTE}, ["famiglie", PER_TUTTI]),
        (set(), [PER_TUTTI]),
    ],
)
def test_first_the_pages_of_ones_roles(ruoli, prime):
    mie, altre = per_ruoli(ruoli)
    assert [pagina.nome for pagina in mie] == prime
    assert {p.nome for p in mie} | {p.nome for p in altre} == set(pagine())


@pytest.mark.parametrize(
    ("ruoli", "prime"),
    [
        ({Ruolo.TUTOR}, ["tutor", "patto", PER_TUTTI]),
        ({Ruolo.STUDENTE}, ["chi-studia", "famiglie", PER_TUTTI]),
        ({Ruolo.DOCENTE}, ["docente", "bonus", "selezioni", PER_TUTTI]),
    ],
)
def test_a_centre_has_pages_of_its_own(ruoli, prime):
    mie, altre = per_ruoli(ruoli, cpia=True)
    assert [pagina.nome for pagina in mie] == prime
    assert {p.nome for p in mie} | {p.nome for p in altre} == set(pagine())


def test_who_reads_finds_the_own_page_first(mondi):
    slug = mondi.qui.istituto.slug
    for chi, pagina in (("docente", "docente"), ("segretaria", "segreteria"),
                        ("dirigente", "dirigente"), ("studente", "chi-studia")):  # fmt: skip
        risposta = mondi.browser[chi].get(reverse("guida", args=[slug]))
        assert risposta.context["mie"][0].nome == pagina


@pytest.mark.parametrize("nome", sorted(DI_CHI))
def test_every_page_opens(mondi, nome):
    dove = reverse("guida_pagina", args=[mondi.qui.istituto.slug, nome])
    risposta = mondi.browser["docente"].get(dove)
    assert risposta.status_code == 200
    for sezione in pagine()[nome].testo.sezioni:
        assert f'<h2 id="{sezione.ancora}">' in risposta.text
        assert f'href="#{sezione.ancora}"' in risposta.text


def test_a_page_that_is_not_there_is_not_found(mondi):
    dove = reverse("guida_pagina", args=[mondi.qui.istituto.slug, "readme"])
    assert mondi.browser["docente"].get(dove).status_code == 404


# The pictures


def test_pictures_are_there_light_and_described():
    nominate = set()
    for nome in pagine():
        for descrizione, verso in FIGURE.findall((CARTELLA / f"{nome}.md").read_text()):
            file = (CARTELLA / verso).resolve()
            nominate.add(file.name)
            assert len(descrizione) > 10, (nome, verso)
            assert finders.find(f"guida/{file.name}"), verso
    di_troppo = {p.name for p in IMMAGINI.glob("*.png")} - nominate
    assert not di_troppo, f"pictures that no page shows: {di_troppo}"
    pesi = {p.name: p.stat().st_size for p in IMMAGINI.glob("*.png")}
    assert {nome: peso for nome, peso in pesi.items() if peso > PESO_MASSIMO} == {}


def test_every_picture_has_a_screen_from_which_it_is_taken():
    assert {scatto.nome for scatto in SCATTI} == {p.stem for p in IMMAGINI.glob("*.png")}
    for scatto in SCATTI:
        vista = resolve(f"/{ISTITUTO}/{scatto.indirizzo}".partition("?")[0]).view_name
        assert vista in SEZIONI, scatto.nome


def test_pictures_have_their_own_sizes():
    trovate = 0
    for pagina in pagine().values():
        for nome, larga, alta in re.findall(
            r'src="[^"]*/guida/([^"]+)"[^>]* width="(\d+)" height="(\d+)"', pagina.testo.html
        ):
            with Image.open(IMMAGINI / nome) as figura:
                assert figura.size == (int(larga), int(alta))
            trovate += 1
    assert trovate >= 8


def test_the_guide_goes_with_the_programme():
    """The image that is installed leaves out of docs all but what the portal serves."""
    esclusi = (Path(settings.BASE_DIR) / ".dockerignore").read_text().splitlines()
    assert {"docs/*", "!docs/guida", "!docs/immagini"} <= set(esclusi)


# The reading of a page


def test_html_that_is_written_is_shown_and_not_run(tmp_path):
    testo = leggi("# T\n\n## S\n\n<script>alert(1)</script> <b>x</b>\n", tmp_path)
    assert "<script>" not in testo.html
    assert "<b>" not in testo.html


@pytest.mark.parametrize(
    "riga",
    [
        "![Figura descritta](altrove.png)",
        "![Figura](https://example.org/x.png)",
        "[di là](https://example.org/)",
        "[di là](javascript:alert(1))",
        "[di là](docente)",
        "![](../immagini/quadro.png)",
    ],
)
def test_what_cannot_be_followed_is_refused(riga):
    if "javascript" in riga:  # the reader of Markdown makes no link of it
        assert "<a " not in leggi(f"# T\n\n## S\n\n{riga}\n", IMMAGINI).html
        return
    with pytest.raises(RiferimentoErrato):
        leggi(f"# T\n\n## S\n\n{riga}\n", IMMAGINI)


@pytest.mark.parametrize(
    ("titolo", "atteso"),
    [
        ("Perché?", "perche"),
        ("Dare l’accesso", "dare-l-accesso"),
        ("Dopo la delibera: i certificati", "dopo-la-delibera-i-certificati"),
        ("L’anno 2024/25", "l-anno-2024-25"),
    ],
)
def test_an_anchor_is_a_plain_word(titolo, atteso):
    assert ancora(titolo) == atteso
