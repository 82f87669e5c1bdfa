"""The selections in the menu and in the search: for whom, and at what cost."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from cpia.portale.contesto import portale
from cpia.portale.ricerca.cerca import cerca_in
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import Fase
from selezioni_pon.models import Avviso
from tests.factories.scuola import IncaricoFactory, IstitutoFactory, PersonaFactory, contesto
from tests.factories.selezioni import (
    AvvisoFactory,
    GrigliaFactory,
    ProgettoFactory,
    SelezioneFactory,
)

pytestmark = pytest.mark.django_db
PREPARANO = [Ruolo.DIRIGENTE, Ruolo.DSGA, Ruolo.SEGRETERIA_PERSONALE, Ruolo.SEGRETERIA_PROTOCOLLO]
PERSONALE = [Ruolo.DOCENTE, Ruolo.COLLABORATORE, Ruolo.ATA]
FUORI = [Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.AMMINISTRATORE, None]


@pytest.fixture
def istituto():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


def con(istituto, ruolo=None):
    persona = PersonaFactory(istituto=istituto, con_accesso=True)
    if ruolo:
        niente = {} if ruolo == Ruolo.DOCENTE else {"cattedra": None, "classe": None}
        IncaricoFactory(istituto=istituto, persona=persona, ruolo=ruolo, **niente)
    return contesto(persona)


def avviso(istituto, ruolo="tutor", titolo="Competenze di base", **stato):
    progetto = ProgettoFactory(istituto=istituto, titolo=titolo)
    selezione = SelezioneFactory(istituto=istituto, progetto=progetto, ruolo=ruolo)
    return AvvisoFactory(istituto=istituto, selezione=selezione, **stato)


# The menu


def voce(chi):
    """The entry, if there is one; the whole menu is one query."""
    richiesta = RequestFactory().get(f"/{chi.istituto.slug}/selezioni/griglie/1/")
    richiesta.contesto = chi
    with CaptureQueriesContext(connection) as lette:
        menu = {voce["testo"]: voce for voce in portale(richiesta)["menu"]}
    assert len(lette) == 1
    return menu.get("Selezioni")


@pytest.mark.parametrize("ruolo", PREPARANO)
def test_who_prepares_them_always_finds_them(istituto, ruolo):
    trovata = voce(con(istituto, ruolo))
    assert trovata["url"] == f"/{istituto.slug}/selezioni/"
    assert trovata["attivo"]


@pytest.mark.parametrize("ruolo", PERSONALE)
def test_the_staff_finds_them_once_a_call_is_published(istituto, ruolo):
    chi = con(istituto, ruolo)
    avviso(istituto)
    assert voce(chi) is None
    avviso(istituto, titolo="Altro", pubblicato=True)
    assert voce(chi)


@pytest.mark.parametrize("ruolo", FUORI)
def test_who_has_no_part_never_finds_them(istituto, ruolo):
    avviso(istituto, pubblicato=True)
    assert voce(con(istituto, ruolo)) is None


def test_the_calls_of_another_school_are_none_of_ours(istituto):
    altra = IstitutoFactory()
    tenancy.imposta(istituto_id=altra.pk)
    avviso(altra, pubblicato=True)
    tenancy.imposta(istituto_id=istituto.pk)
    assert voce(con(istituto, Ruolo.DOCENTE)) is None


# The search


def trova(chi, testo, tipo="selezioni"):
    return [r for g in cerca_in(chi, testo, tipo, 1).gruppi for r in g.risultati]


@pytest.mark.parametrize(
    "testo",
    ["avvisi di selezione", "tutor", "competenze di base", "G34D21000910006", "tutor pubblicato"],
)
def test_a_call_is_found_by_role_project_code_and_state(istituto, testo):
    pubblicato = avviso(istituto, pubblicato=True)
    [trovato] = trova(con(istituto, Ruolo.DOCENTE), testo)
    assert trovato.titolo == "Avviso per «tutor»"
    assert trovato.riga == "Pubblicato, per personale della scuola, Competenze di base"
    assert trovato.indirizzo.endswith(f"/selezioni/avvisi/{pubblicato.pk}/")


def test_a_draft_is_found_by_who_prepares_it(istituto):
    avviso(istituto, fase=Fase.ESTERNI.value)
    for ruolo in PREPARANO:
        assert trova(con(istituto, ruolo), "esterni")
    for ruolo in (*PERSONALE, *FUORI):
        assert trova(con(istituto, ruolo), "tutor") == []


def test_grids_and_projects_are_found_by_who_prepares_them(istituto):
    griglia = GrigliaFactory(istituto=istituto, titolo="Tutor interno")
    progetto = ProgettoFactory(istituto=istituto, titolo="Laboratori estivi")
    ufficio, docente = con(istituto, Ruolo.SEGRETERIA_PERSONALE), con(istituto, Ruolo.DOCENTE)
    [trovata] = trova(ufficio, "griglia tutor", "griglie")
    assert trovata.indirizzo.endswith(f"/selezioni/griglie/{griglia.pk}/")
    assert trovata.riga.startswith("Griglia in bozza; Consiglio d’istituto")
    [trovato] = trova(ufficio, "laboratori 2023", "progetti")
    assert trovato.indirizzo.endswith(f"/selezioni/progetti/{progetto.pk}/")
    assert "G34D21000910006" in trovato.riga
    assert trova(docente, "tutor", "griglie") == trova(docente, "laboratori", "progetti") == []


def test_who_is_responsible_is_not_found_by_the_name(istituto):
    persona = PersonaFactory(istituto=istituto, cognome="Zanobini", con_accesso=True)
    avviso(istituto, pubblicato=True, responsabile=persona)
    assert trova(con(istituto, Ruolo.DIRIGENTE), "zanobini") == []


def test_the_queries_do_not_grow_with_what_is_found(istituto):
    chi, quante = con(istituto, Ruolo.DIRIGENTE), []
    for in_tutto in (1, 12):
        while (fatti := Avviso.objects.count()) < in_tutto:
            avviso(istituto, titolo=f"Progetto {fatti}", pubblicato=True)
        with CaptureQueriesContext(connection) as lette:
            for tipo, testo in (
                ("selezioni", "tutor"),
                ("griglie", "tutor"),
                ("progetti", "progetto"),
            ):
                assert len(trova(chi, testo, tipo)) == in_tutto
        quante.append(len(lette))
    assert quante[0] == quante[1]
