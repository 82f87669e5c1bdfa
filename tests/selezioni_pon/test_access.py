"""Who has which part in the selections, and what each part reaches."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto
from selezioni_pon.access import avvisi, base, griglie, progetti
from selezioni_pon.access.carte import puo_leggere
from selezioni_pon.documents.avviso import TIPO
from selezioni_pon.queries import visibili
from selezioni_pon.queries.visibili import Veste, vesti
from tests.accessi.righe_patto import documento
from tests.factories.scuola import IncaricoFactory, IstitutoFactory, PersonaFactory, contesto
from tests.factories.selezioni import AvvisoFactory, GrigliaFactory, ProgettoFactory

pytestmark = pytest.mark.django_db
V = Veste
PERSONALE = [
    Ruolo.DOCENTE, Ruolo.COORDINATORE, Ruolo.COORDINATORE_SEDE, Ruolo.TUTOR, Ruolo.COLLABORATORE,
    Ruolo.ATA,
]  # fmt: skip
UFFICIO = [
    Ruolo.DSGA, Ruolo.SEGRETERIA_DIDATTICA, Ruolo.SEGRETERIA_PERSONALE,
    Ruolo.SEGRETERIA_PROTOCOLLO,
]  # fmt: skip

# Over a subject, over its class: what the factory makes by itself.
SOPRA = {Ruolo.DOCENTE: {}, Ruolo.COORDINATORE: {}}


@pytest.fixture
def istituto():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.fixture
def con(istituto):
    """Who holds these roles today, as who asks."""

    def chi(*ruoli):
        persona = PersonaFactory(istituto=istituto, con_accesso=True)
        for ruolo in ruoli:
            altro = SOPRA.get(ruolo, {"cattedra": None, "classe": None})
            IncaricoFactory(istituto=istituto, persona=persona, ruolo=ruolo, **altro)
        return contesto(persona)

    return chi


@pytest.mark.parametrize(
    ("ruolo", "veste"),
    [
        (Ruolo.DIRIGENTE, V.DIRIGENTE),
        *((ruolo, V.UFFICIO) for ruolo in UFFICIO),
        *((ruolo, V.PERSONALE) for ruolo in PERSONALE),
        (Ruolo.CANDIDATO, V.CANDIDATO),
    ],
)
def test_a_role_gives_its_part(con, ruolo, veste):
    chi = con(ruolo)
    assert vesti(chi) == {veste}
    assert visibili.prepara(chi) == (veste in visibili.PREPARANO)


def test_who_has_no_role_has_no_part(con):
    chi = con()
    assert vesti(chi) == frozenset()
    with pytest.raises(Http404):
        base.parte(chi)


def test_who_has_another_part_is_told_so(con):
    for fa in (base.prepara, lambda chi: base.parte(chi, V.DIRIGENTE)):
        with pytest.raises(PermissionDenied):
            fa(con(Ruolo.DOCENTE))


# Grids and projects


def test_grids_and_projects_are_of_who_prepares(istituto, con):
    griglia, progetto = GrigliaFactory(istituto=istituto), ProgettoFactory(istituto=istituto)
    for chi in (con(Ruolo.DIRIGENTE), con(Ruolo.DSGA)):
        assert griglie.griglia(chi, griglia.pk) == griglia
        assert progetti.progetto(chi, progetto.pk) == progetto
    docente = con(Ruolo.DOCENTE)
    assert not visibili.griglie(docente).exists()
    assert not visibili.progetti(docente).exists()
    assert not visibili.selezioni(docente).exists()
    for fa, pk in ((griglie.griglia, griglia.pk), (progetti.progetto, progetto.pk)):
        with pytest.raises(PermissionDenied):
            fa(docente, pk)
        with pytest.raises(Http404):
            fa(con(), pk)
        with pytest.raises(Http404):
            fa(con(Ruolo.DIRIGENTE), 99_999_999)


# Calls


@pytest.mark.parametrize("stato", ["pubblicato", "scaduto", "concluso", "revocato"])
def test_a_call_that_was_published_is_read_by_all_the_staff(istituto, con, stato):
    riga = AvvisoFactory(istituto=istituto, **{stato: True})
    for ruolo in (Ruolo.DIRIGENTE, Ruolo.SEGRETERIA_PERSONALE, *PERSONALE):
        assert avvisi.avviso(con(ruolo), riga.pk) == riga
    with pytest.raises(Http404):
        avvisi.avviso(con(), riga.pk)
    with pytest.raises(PermissionDenied):
        avvisi.avviso_da_scrivere(con(Ruolo.DOCENTE), riga.pk)


def test_a_draft_is_of_who_prepares(istituto, con):
    riga = AvvisoFactory(istituto=istituto)
    ufficio = avvisi.avviso_da_scrivere(con(Ruolo.DSGA), riga.pk)
    assert (avvisi.prepara(ufficio), avvisi.dirige(ufficio)) == (True, False)
    dirigente = avvisi.avviso_da_pubblicare(con(Ruolo.DIRIGENTE), riga.pk)
    assert (avvisi.prepara(dirigente), avvisi.dirige(dirigente)) == (True, True)
    with pytest.raises(PermissionDenied):
        avvisi.avviso_da_pubblicare(con(Ruolo.DSGA), riga.pk)
    for chi in (con(Ruolo.DOCENTE), con()):
        with pytest.raises(Http404):
            avvisi.avviso(chi, riga.pk)


def test_a_call_of_another_school_is_not_there(con, proprietario):
    with proprietario():
        riga = AvvisoFactory(istituto=IstitutoFactory(), pubblicato=True)
    for chi in (con(Ruolo.DIRIGENTE), con(Ruolo.DOCENTE)):
        with pytest.raises(Http404):
            avvisi.avviso(chi, riga.pk)


def test_a_call_is_loaded_with_what_its_page_says(istituto, con):
    riga = AvvisoFactory(istituto=istituto, pubblicato=True)
    chi = con(Ruolo.DIRIGENTE)
    with CaptureQueriesContext(
        connection,
    ) as domande:
        letto = avvisi.avviso(chi, riga.pk)
        str((letto.selezione.progetto.anno_scolastico, letto.griglia, letto.responsabile))
    assert len(domande) == 1


def test_the_paper_is_read_by_who_reads_the_call(istituto, con):
    riga = AvvisoFactory(istituto=istituto, pubblicato=True, documento=documento(istituto, TIPO))
    bozza = AvvisoFactory(istituto=istituto, documento=documento(istituto, TIPO))
    letture = [
        (con(Ruolo.DIRIGENTE), True, True),
        (con(Ruolo.SEGRETERIA_PROTOCOLLO), True, True),
        (con(Ruolo.ATA), True, False),
        (con(), False, False),
    ]
    for chi, pubblicato, in_bozza in letture:
        assert puo_leggere(chi, riga.documento) is pubblicato
        assert puo_leggere(chi, bozza.documento) is in_bozza


# The menu


def test_the_menu_has_them_for_the_staff_once_a_call_is_published(istituto, con):
    def ne_ha(chi):
        return Istituto.objects.filter(visibili.ne_ha(chi), pk=istituto.pk).exists()

    persone = [con(Ruolo.DIRIGENTE), con(Ruolo.DSGA), con(Ruolo.DOCENTE), con()]
    AvvisoFactory(istituto=istituto)
    assert [ne_ha(chi) for chi in persone] == [True, True, False, False]
    AvvisoFactory(istituto=istituto, pubblicato=True)
    assert [ne_ha(chi) for chi in persone] == [True, True, True, False]
