"""Grids on screen: the list, one of them with what was found, begun, copied, withdrawn, tried."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selezioni_pon.models import Griglia
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import AvvisoFactory, GrigliaFactory
from tests.selezioni_pon.scena import DELIBERA, Scena, scena

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}
MADRELINGUA = "ic-pinocchio-2018/madrelingua-inglese"
TUTOR = "ic-pinocchio-2018/tutor"


@pytest.fixture
def casa(monkeypatch, settings) -> Scena:
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


@pytest.fixture
def ufficio(casa) -> Client:
    return entra(casa.segretaria)


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


# Who


def test_a_teacher_does_not_open_the_grids_and_who_is_nobody_does_not_find_them(casa):
    riga = casa.griglia()
    for nome, args in (("griglie", ()), ("griglia", (riga.pk,)), ("griglia_prova", (riga.pk,))):
        assert entra(casa.docente).get(dove(casa, nome, *args)).status_code == 403
        assert entra(casa.estranea).get(dove(casa, nome, *args)).status_code == 404


# The list


def test_without_grids_the_list_says_where_to_begin(casa, ufficio):
    pagina = ufficio.get(dove(casa, "griglie")).text
    assert "Nessuna griglia, ancora." in pagina
    assert dove(casa, "griglia_nuova") in pagina


def test_the_list_says_how_each_stands_and_leaves_as_a_file(casa, ufficio):
    casa.griglia(titolo="Da cambiare")
    GrigliaFactory(istituto=casa.istituto, titolo="Già usata", chiusa=True)
    GrigliaFactory(istituto=casa.istituto, titolo="Non più", ritirata_il=ADESSO)
    pagina = ufficio.get(dove(casa, "griglie")).text
    assert "si può cambiare" in pagina
    assert "usata, non si cambia" in pagina
    assert "ritirata" in pagina
    file = ufficio.get(dove(casa, "griglie"), {"formato": "csv"}).content.decode("utf-8-sig")
    assert len(file.strip().splitlines()) == 4
    assert "Da cambiare" in file


def test_the_list_asks_as_much_with_many_grids(casa, ufficio):
    def domande() -> int:
        with CaptureQueriesContext(connection) as prese:
            ufficio.get(dove(casa, "griglie"))
        return len(prese)

    casa.griglia()
    domande()  # the first of a session writes it
    con_una = domande()
    for numero in range(8):
        casa.griglia(titolo=f"Altra {numero}")
    assert domande() == con_una


# Begun


def test_a_grid_is_begun_from_one_shipped(casa, ufficio):
    risposta = ufficio.post(
        dove(casa, "griglia_nuova"), {"titolo": "Tutor", "fonte": DELIBERA, "da": TUTOR}
    )
    riga = Griglia.objects.get()
    assert risposta.url == dove(casa, "griglia", riga.pk)
    assert riga.origine == TUTOR
    assert riga.titolo == "Tutor"
    pagina = ufficio.get(risposta.url).text
    assert "Laurea specialistica" in pagina
    assert "pronta da completare" in pagina


def test_a_grid_is_begun_from_nothing_and_says_what_comes_next(casa, ufficio):
    risposta = ufficio.post(
        dove(casa, "griglia_nuova"), {"titolo": "Nuova", "fonte": DELIBERA, "da": ""}
    )
    pagina = ufficio.get(risposta.url).text
    assert "La griglia è ancora vuota." in pagina
    assert "Il modulo si vede qui con la prima voce." in pagina
    anteprima = ufficio.get(dove(casa, "griglia_anteprima", Griglia.objects.get().pk)).text
    assert "La griglia non ha ancora voci." in anteprima


def test_what_is_missing_is_said_at_its_field_and_what_was_typed_stays(casa, ufficio):
    risposta = ufficio.post(dove(casa, "griglia_nuova"), {"titolo": "Nuova", "fonte": ""})
    assert risposta.status_code == 422
    assert "Scrivi da quale atto viene la griglia." in risposta.text
    assert 'value="Nuova"' in risposta.text
    casa.griglia(titolo="Nuova")
    risposta = ufficio.post(dove(casa, "griglia_nuova"), {"titolo": "Nuova", "fonte": "atto"})
    assert risposta.status_code == 422
    assert "scegli un altro titolo" in risposta.text


def test_a_grid_is_copied(casa, ufficio):
    riga = GrigliaFactory(istituto=casa.istituto, titolo="Tutor", chiusa=True)
    pagina = ufficio.get(dove(casa, "griglia_copia", riga.pk)).text
    assert "Tutor (copia)" in pagina
    risposta = ufficio.post(
        dove(casa, "griglia_copia", riga.pk), {"titolo": "Tutor 2025", "fonte": DELIBERA}
    )
    copia = Griglia.objects.get(titolo="Tutor 2025")
    assert risposta.url == dove(casa, "griglia", copia.pk)
    assert copia.chiusa_il is None
    assert copia.dati["sezioni"] == riga.dati["sezioni"]


# One of them


def test_a_finding_stands_beside_its_item_and_its_section(casa, ufficio):
    riga = casa.griglia(da=TUTOR)
    pagina = ufficio.get(dove(casa, "griglia", riga.pk)).text
    dopo = pagina[pagina.index('id="voce-1-2"') :]
    assert "il voto 110 su 110 sta in 2 fasce" in dopo[: dopo.index('id="voce-1-3"')]
    assert "Se due fasce tengono lo stesso voto vale la più favorevole" in pagina
    riga = casa.griglia(da=MADRELINGUA, titolo="Madrelingua")
    pagina = ufficio.get(dove(casa, "griglia", riga.pk)).text
    assert "La fonte scrive anche un altro massimo" in pagina
    assert "La fonte scrive anche 2 punti" in pagina


def test_a_closed_grid_is_read_and_not_written(casa, ufficio):
    riga = GrigliaFactory(istituto=casa.istituto, chiusa=True)
    pagina = ufficio.get(dove(casa, "griglia", riga.pk)).text
    assert "usata, non si cambia" in pagina
    assert dove(casa, "voce", riga.pk, 1, 1) not in pagina
    assert dove(casa, "griglia_elimina", riga.pk) not in pagina
    assert dove(casa, "griglia_copia", riga.pk) in pagina
    assert dove(casa, "griglia_prova", riga.pk) in pagina


def test_the_items_leave_as_a_file(casa, ufficio):
    riga = casa.griglia(da=TUTOR)
    file = ufficio.get(dove(casa, "griglia_file", riga.pk), {"formato": "csv"})
    righe = file.content.decode("utf-8-sig").strip().splitlines()
    assert len(righe) == 8
    assert "sta in 2 fasce" in file.content.decode()
    assert ufficio.get(dove(casa, "griglia_file", riga.pk)).url == dove(casa, "griglia", riga.pk)


def test_title_and_notes_are_written_and_of_two_the_second_is_told(casa, ufficio):
    riga = casa.griglia()
    pagina = ufficio.get(dove(casa, "griglia_dati", riga.pk))
    letta = pagina.context["form"].initial["versione"]
    scritti = {
        "titolo": "Tutor 2025", "fonte": DELIBERA, "contesa": "meno_favorevole",
        "avvertenze": "una\n\ndue", "versione": letta,
    }  # fmt: skip
    risposta = ufficio.post(dove(casa, "griglia_dati", riga.pk), scritti)
    assert risposta.url == dove(casa, "griglia", riga.pk)
    riga.refresh_from_db()
    assert riga.titolo == "Tutor 2025"
    assert riga.dati["avvertenze"] == ["una", "due"]
    assert riga.dati["contesa"] == "meno_favorevole"
    risposta = ufficio.post(dove(casa, "griglia_dati", riga.pk), scritti | {"titolo": "Altra"})
    assert risposta.status_code == 409
    assert "Tutor 2025" in risposta.text
    assert 'value="Altra"' in risposta.text


# Withdrawn, thrown away


def test_a_grid_is_thrown_away_only_when_no_call_names_it(casa, ufficio):
    riga = casa.griglia()
    pagina = ufficio.get(dove(casa, "griglia_elimina", riga.pk), **HTMX).text
    assert "Eliminare la griglia?" in pagina
    risposta = ufficio.post(dove(casa, "griglia_elimina", riga.pk), {"riletto": "si"})
    assert risposta.url == dove(casa, "griglie")
    assert not Griglia.objects.exists()
    usata = AvvisoFactory(selezione__istituto=casa.istituto, istituto=casa.istituto).griglia
    pagina = ufficio.get(dove(casa, "griglia", usata.pk)).text
    assert dove(casa, "griglia_elimina", usata.pk) not in pagina
    risposta = ufficio.post(dove(casa, "griglia_elimina", usata.pk), {"riletto": "si"})
    assert risposta.status_code == 422
    assert "si può ritirare, non eliminare" in risposta.text


def test_a_grid_is_withdrawn_as_it_was_read(casa, ufficio):
    riga = casa.griglia()
    pagina = ufficio.get(dove(casa, "griglia_ritira", riga.pk)).text
    assert f'name="versione" value="{riga.versione}"' in pagina
    vecchia = {"riletto": "si", "versione": str(riga.versione - 1)}
    risposta = ufficio.post(dove(casa, "griglia_ritira", riga.pk), vecchia)
    assert risposta.status_code == 422
    assert "Nel frattempo la griglia è cambiata" in risposta.text
    risposta = ufficio.post(
        dove(casa, "griglia_ritira", riga.pk), {"riletto": "si", "versione": str(riga.versione)}
    )
    assert risposta.url == dove(casa, "griglia", riga.pk)
    riga.refresh_from_db()
    assert riga.ritirata_il == ADESSO
    assert "ritirata" in ufficio.get(risposta.url).text


# Tried


def prova(casa, browser, riga, scritti, **altro):
    return browser.post(dove(casa, "griglia_prova", riga.pk), scritti, **altro)


def test_points_are_counted_live_with_what_cut_them_and_nothing_is_kept(casa, ufficio):
    riga = casa.griglia(da=TUTOR)
    scritti = {"v1-posseduto": "si", "v2-voto": "110", "v3-quanti": "9"}
    with CaptureQueriesContext(connection) as prese:
        pagina = prova(casa, ufficio, riga, scritti, **HTMX).text
    delle_griglie = [q["sql"] for q in prese if "selezioni_pon" in q["sql"]]
    assert all(sql.startswith("SELECT") for sql in delle_griglie)
    assert pagina.lstrip().startswith('<div class="gri-conto" id="conto"')
    assert "<strong>38</strong> su 100" in pagina
    assert 'id="esito-v2" hx-swap-oob="true"' in pagina
    assert "vale la più favorevole a chi si candida" in pagina
    assert "con l’altra lettura 7 punti" in pagina
    terza = pagina[pagina.index('id="esito-v3"') :]
    assert "<strong>24</strong> su 24" in terza
    assert "tagliata" in terza[: terza.index('id="esito-v4"')]
    versione = riga.versione
    riga.refresh_from_db()
    assert riga.versione == versione


def test_a_section_that_cuts_says_it_with_the_other_reading(casa, ufficio):
    riga = casa.griglia(da=MADRELINGUA)
    pagina = prova(casa, ufficio, riga, {"v1-posseduto": "si"}, **HTMX).text
    assert "Sezione A: le voci fanno 4 punti" in pagina
    assert "La fonte scrive anche 2 punti" in pagina


def test_what_cannot_be_read_is_said_at_its_item_and_the_rest_counts(casa, ufficio):
    riga = casa.griglia(da=TUTOR)
    scritti = {"v1-posseduto": "si", "v2-voto": "40", "v3-quanti": "due"}
    pagina = prova(casa, ufficio, riga, scritti, **HTMX).text
    assert "<strong>5</strong> su 100" in pagina
    assert "2 cose da correggere" in pagina
    seconda = pagina[pagina.index('id="esito-v2"') : pagina.index('id="esito-v3"')]
    assert "da 66 a 110" in seconda


def test_titles_that_do_not_stand_together_are_said(casa, ufficio):
    riga = casa.griglia(da=MADRELINGUA)
    scritti = {"v1-posseduto": "si", "v2-posseduto": "si"}
    pagina = prova(casa, ufficio, riga, scritti, **HTMX).text
    assert "sono alternative" in pagina


def test_without_htmx_the_whole_form_comes_back_with_its_points(casa, ufficio):
    riga = casa.griglia(da=TUTOR)
    pagina = prova(casa, ufficio, riga, {"v3-quanti": "due", "v5-quanti": "2"}).text
    assert "<h1>Anteprima: " in pagina
    assert 'value="due"' in pagina
    assert 'aria-invalid="true"' in pagina
    assert "<strong>6</strong> su 24" in pagina
    letta = ufficio.get(dove(casa, "griglia_prova", riga.pk))
    assert letta.url == dove(casa, "griglia_anteprima", riga.pk)
    assert "<h1>Anteprima: " in ufficio.get(letta.url).text
