"""The bonus in the menu and in the search: for whom, and at what cost."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from bonus_merito.models import Procedura
from cpia.portale.contesto import portale
from cpia.portale.ricerca.cerca import cerca, cerca_in
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo, TipoIstituto
from organi_collegiali.enums import TipoOrgano
from tests.factories.bonus import CriteriFactory, FondoFactory, ProceduraFactory, RichiestaFactory
from tests.factories.organi import MandatoFactory, OrganoFactory
from tests.factories.scuola import (
    AnnoScolasticoFactory,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[TipoIstituto.CPIA, TipoIstituto.SUPERIORE])
def istituto(request):
    istituto = IstitutoFactory(tipo=request.param)
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


def con(istituto, ruolo=None, persona=None):
    persona = persona or PersonaFactory(istituto=istituto, con_accesso=True)
    if ruolo:
        niente = {} if ruolo == Ruolo.DOCENTE else {"cattedra": None, "classe": None}
        IncaricoFactory(istituto=istituto, persona=persona, ruolo=ruolo, **niente)
    return contesto(persona)


def nel_comitato(istituto, ruolo=None):
    chi = con(istituto, ruolo)
    organo = OrganoFactory(istituto=istituto, tipo=TipoOrgano.COMITATO)
    MandatoFactory(istituto=istituto, organo=organo, persona=chi.persona)
    return chi


# The menu


def voce(chi):
    """The entry, if there is one; the whole menu is one query."""
    richiesta = RequestFactory().get(f"/{chi.istituto.slug}/bonus/procedure/1/")
    richiesta.contesto = chi
    with CaptureQueriesContext(connection) as lette:
        menu = {voce["testo"]: voce for voce in portale(richiesta)["menu"]}
    assert len(lette) == 1
    return menu.get("Bonus")


@pytest.mark.parametrize(
    "ruolo", [Ruolo.DIRIGENTE, Ruolo.DSGA, Ruolo.SEGRETERIA_PERSONALE, Ruolo.SEGRETERIA_PROTOCOLLO]
)
def test_who_prepares_it_always_finds_it(istituto, ruolo):
    trovata = voce(con(istituto, ruolo))
    assert trovata["url"] == f"/{istituto.slug}/bonus/"
    assert trovata["attivo"]


@pytest.mark.parametrize("ruolo", [Ruolo.DOCENTE, Ruolo.COLLABORATORE])
def test_who_may_ask_finds_it_once_criteria_are_adopted(istituto, ruolo):
    chi = con(istituto, ruolo)
    CriteriFactory(istituto=istituto, bozza=True)
    assert voce(chi) is None
    CriteriFactory(istituto=istituto)
    assert voce(chi)


@pytest.mark.parametrize("ruolo", [Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.AMMINISTRATORE, None])
def test_who_has_no_part_never_finds_it(istituto, ruolo):
    CriteriFactory(istituto=istituto)
    assert voce(con(istituto, ruolo)) is None


def test_who_sits_in_the_comitato_finds_it(istituto):
    assert voce(nel_comitato(istituto, Ruolo.RESPONSABILE))


def test_who_asked_finds_it_also_without_a_role(istituto):
    assert voce(con(istituto, persona=RichiestaFactory(istituto=istituto).persona))


def test_the_criteria_of_another_school_are_none_of_ours(istituto):
    altra = IstitutoFactory()
    tenancy.imposta(istituto_id=altra.pk)
    CriteriFactory(istituto=altra)
    tenancy.imposta(istituto_id=istituto.pk)
    assert voce(con(istituto, Ruolo.DOCENTE)) is None


# The search


def trova(chi, testo, tipo="bonus"):
    return [r for g in cerca_in(chi, testo, tipo, 1).gruppi for r in g.risultati]


@pytest.mark.parametrize("testo", ["bonus", "premiale 2023", "bonus in valutazione", "merito doc"])
def test_a_procedure_is_found_by_year_and_state(istituto, testo):
    procedura = ProceduraFactory(istituto=istituto, in_valutazione=True)
    [trovato] = trova(con(istituto, Ruolo.DOCENTE), testo)
    assert trovato.titolo == "Bonus 2023/24, docenti"
    assert trovato.riga == "In valutazione"
    assert trovato.indirizzo.endswith(f"/bonus/procedure/{procedura.pk}/")


def test_before_it_is_opened_only_who_prepares_it_finds_it(istituto):
    ProceduraFactory(istituto=istituto)
    assert trova(con(istituto, Ruolo.DIRIGENTE), "bonus")
    for chi in (con(istituto, Ruolo.DOCENTE), nel_comitato(istituto), con(istituto)):
        assert trova(chi, "bonus") == []


def test_nobody_who_takes_part_is_found_by_it(istituto):
    persona = PersonaFactory(istituto=istituto, cognome="Zanobini", con_accesso=True)
    RichiestaFactory(istituto=istituto, persona=persona)
    for ruolo in (Ruolo.DIRIGENTE, Ruolo.DSGA, Ruolo.DOCENTE):
        chi = con(istituto, ruolo)
        assert trova(chi, "zanobini") == []
        titoli = [r.titolo + r.riga for g in cerca(chi, "bonus").gruppi for r in g.risultati]
        assert not [testo for testo in titoli if "Zanobini" in testo]


def test_criteria_are_found_by_who_reads_them(istituto):
    adottati = CriteriFactory(istituto=istituto)
    CriteriFactory(istituto=istituto, bozza=True, titolo="Criteri nuovi")
    for chi, quanti in (
        (con(istituto, Ruolo.DIRIGENTE), 2),
        (nel_comitato(istituto), 2),
        (con(istituto, Ruolo.DOCENTE), 1),
        (con(istituto, Ruolo.STUDENTE), 0),
    ):
        assert len(trova(chi, "criteri", "criteri")) == quanti
    [trovato] = trova(con(istituto, Ruolo.DOCENTE), "decreto 334", "criteri")
    assert trovato.titolo == adottati.titolo


def test_the_queries_do_not_grow_with_what_is_found(istituto):
    chi, quante = con(istituto, Ruolo.DOCENTE), []
    for in_tutto in (1, 20):
        while (fatte := Procedura.objects.count()) < in_tutto:
            anno = AnnoScolasticoFactory(istituto=istituto, inizio=2000 + fatte)
            fondo = FondoFactory(istituto=istituto, anno_scolastico=anno)
            ProceduraFactory(istituto=istituto, aperta=True, fondo=fondo)
        with CaptureQueriesContext(connection) as lette:
            assert len(trova(chi, "bonus")) == in_tutto
            assert len(trova(chi, "criteri", "criteri")) == in_tutto
        quante.append(len(lette))
    assert quante[0] == quante[1]
