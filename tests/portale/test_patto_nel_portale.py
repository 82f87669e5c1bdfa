"""The agreement in the menu and in the search: for whom, and at what cost."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from cpia.portale.contesto import portale
from cpia.portale.ricerca.cerca import cerca_in
from cpia.portale.ricerca.corsisti import corsisti
from cpia.portale.ricerca.domanda import leggi
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo, TipoIstituto
from organi_collegiali.enums import TipoOrgano
from patto_formativo.models import Condivisione, Corsista
from tests.factories.organi import MandatoFactory, OrganoFactory
from tests.factories.patto import (
    CorsistaFactory,
    CpiaFactory,
    GruppoFactory,
    MembroFactory,
    OffertaFactory,
    VersioneFactory,
)
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    SedeFactory,
    contesto,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def istituto():
    istituto = CpiaFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.fixture
def scuola():
    """A secondary school of the network."""
    scuola = IstitutoFactory(tipo=TipoIstituto.SUPERIORE)
    tenancy.imposta(istituto_id=scuola.pk)
    return scuola


def con(istituto, ruolo, **altro):
    """Somebody who holds a role, as who asks."""
    persona = altro.pop("persona", None) or PersonaFactory(istituto=istituto, con_accesso=True)
    # A teacher has a subject in a class, the others none.
    niente = {} if ruolo == Ruolo.DOCENTE else {"cattedra": None, "classe": None}
    IncaricoFactory(istituto=istituto, persona=persona, ruolo=ruolo, **niente, **altro)
    return contesto(persona)


def menu(chi):
    richiesta = RequestFactory().get(f"/{chi.istituto.slug}/patto/")
    richiesta.contesto = chi
    with CaptureQueriesContext(connection) as lette:
        voci = {voce["testo"]: voce for voce in portale(richiesta)["menu"]}
    assert len(lette) == 1
    return voci


def mostra_a(scuola):
    """An agreement that a centre shows to this school."""
    cpia = CpiaFactory()
    tenancy.imposta(istituto_id=cpia.pk)
    versione = VersioneFactory(istituto=cpia)
    Condivisione.objects.create(
        istituto=cpia, altro_istituto=scuola, versione=versione, nominativo="Rossi A.",
        contenuto={}, impronta="a" * 64, condivisa_il=ADESSO,
    )  # fmt: skip
    tenancy.imposta(istituto_id=scuola.pk)


# The menu


@pytest.mark.parametrize(
    ("ruolo", "dove"),
    [
        *((chi, "patto/") for chi in (
            Ruolo.DIRIGENTE, Ruolo.SEGRETERIA_DIDATTICA, Ruolo.DOCENTE, Ruolo.TUTOR,
        )),
        # Who learns goes to the own page at once.
        (Ruolo.STUDENTE, "patto/mio/"),
        (Ruolo.RESPONSABILE, "patto/mio/"),
    ],
)  # fmt: skip
def test_in_a_centre_everybody_finds_the_agreement(istituto, ruolo, dove):
    voce = menu(con(istituto, ruolo))["Patto formativo"]
    assert voce["url"] == f"/{istituto.slug}/{dove}"
    assert voce["attivo"]


@pytest.mark.parametrize("ruolo", [Ruolo.DIRIGENTE, Ruolo.DOCENTE])
def test_a_school_that_was_shown_nothing_has_no_entry_and_asks_no_more(scuola, ruolo):
    assert "Patto formativo" not in menu(con(scuola, ruolo))


def test_a_school_that_was_shown_agreements_has_them_for_who_answers(scuola):
    dirigente, docente = con(scuola, Ruolo.DIRIGENTE), con(scuola, Ruolo.DOCENTE)
    mostra_a(scuola)
    assert menu(dirigente)["Patto formativo"]["url"] == f"/{scuola.slug}/patto/condivisi/"
    assert "Patto formativo" not in menu(docente)
    sezione = OrganoFactory(istituto=scuola, tipo=TipoOrgano.SEZIONE_PFI)
    MandatoFactory(istituto=scuola, organo=sezione, persona=docente.persona)
    assert "Patto formativo" in menu(docente)


def test_what_a_third_school_was_shown_is_none_of_ours(scuola):
    altra = IstitutoFactory(tipo=TipoIstituto.SUPERIORE)
    mostra_a(altra)
    tenancy.imposta(istituto_id=scuola.pk)
    assert "Patto formativo" not in menu(con(scuola, Ruolo.DIRIGENTE))


# The search


def trova(chi, testo="zanobini"):
    return [r for g in cerca_in(chi, testo, "corsisti", 1).gruppi for r in g.risultati]


def zanobini(istituto, sede=None, **altro):
    sede = sede or SedeFactory(istituto=istituto)
    persona = PersonaFactory(istituto=istituto, cognome="Zanobini", con_accesso=True)
    offerta = OffertaFactory(istituto=istituto, sede=sede)
    return CorsistaFactory(istituto=istituto, persona=persona, offerta=offerta, **altro)


def test_the_office_finds_all_and_a_tutor_the_own(istituto):
    suo, altrui = zanobini(istituto), zanobini(istituto)
    assert len(trova(con(istituto, Ruolo.SEGRETERIA_DIDATTICA))) == 2
    [trovato] = trova(con(istituto, Ruolo.TUTOR, persona=suo.tutor))
    assert trovato.indirizzo.endswith(f"/patto/corsisti/{suo.pk}/")
    assert str(altrui.pk) not in trovato.indirizzo
    assert trova(con(istituto, Ruolo.TUTOR)) == []


def test_who_learns_finds_nobody(istituto):
    corsista = zanobini(istituto)
    assert trova(con(istituto, Ruolo.STUDENTE, persona=corsista.persona)) == []


def test_a_reserved_site_is_told_to_office_direction_and_tutor_only(istituto):
    rifugio = SedeFactory(istituto=istituto, nome="Casa rifugio", riservata=True)
    corsista = zanobini(istituto, rifugio)
    docente = con(istituto, Ruolo.DOCENTE)
    gruppo = GruppoFactory(istituto=istituto, anno_scolastico=corsista.anno_scolastico)
    MembroFactory(istituto=istituto, gruppo=gruppo, corsista=corsista)
    gruppo.docenti.create(istituto=istituto, persona=docente.persona)
    [visto] = trova(docente)
    assert "rifugio" not in visto.riga
    for chi in (
        con(istituto, Ruolo.SEGRETERIA_DIDATTICA),
        con(istituto, Ruolo.DIRIGENTE),
        con(istituto, Ruolo.TUTOR, persona=corsista.tutor),
    ):
        [visto] = trova(chi)
        assert "Casa rifugio" in visto.riga
    # Nor can one ask whether somebody is there.
    assert trova(docente, "rifugio") == []


def test_the_queries_do_not_grow_with_who_is_found(istituto):
    segretaria, quante = con(istituto, Ruolo.SEGRETERIA_DIDATTICA), []
    for in_tutto in (1, 30):
        while Corsista.objects.count() < in_tutto:
            zanobini(istituto)
        with CaptureQueriesContext(connection) as lette:
            assert len(trova(segretaria)) == in_tutto
        quante.append(len(lette))
    assert quante[0] == quante[1]


def test_in_a_school_that_is_no_centre_nothing_is_asked(scuola):
    dirigente = con(scuola, Ruolo.DIRIGENTE)
    domanda = leggi("zanobini")
    with CaptureQueriesContext(connection) as lette:
        assert corsisti(dirigente, domanda, slice(0, 5)).risultati == ()
    assert len(lette) == 0
