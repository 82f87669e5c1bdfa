"""Who has which part: in the school, in a procedure, before the request of somebody."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from bonus_merito.access import base
from bonus_merito.access.carte import puo_leggere
from bonus_merito.enums import Categoria, StatoProcedura
from bonus_merito.queries import visibili
from bonus_merito.queries.visibili import Veste, vesti, vesti_in
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import TipoOrgano
from tests.accessi.righe_patto import documento
from tests.factories.bonus import (
    AssegnazioneFactory,
    AttivitaFactory,
    CriteriFactory,
    FondoFactory,
    IstanzaFactory,
    ProceduraFactory,
    ProvaFactory,
    RichiestaFactory,
)
from tests.factories.organi import MandatoFactory, OrganoFactory
from tests.factories.scuola import (
    AnnoScolasticoFactory,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

pytestmark = pytest.mark.django_db
V = Veste


@pytest.fixture
def istituto():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.fixture
def con(istituto):
    """Who holds these roles today, as who asks."""

    def chi(*ruoli, persona=None):
        persona = persona or PersonaFactory(istituto=istituto, con_accesso=True)
        for ruolo in ruoli:
            niente = {} if ruolo == Ruolo.DOCENTE else {"cattedra": None, "classe": None}
            IncaricoFactory(istituto=istituto, persona=persona, ruolo=ruolo, **niente)
        return contesto(persona)

    return chi


def nel_comitato(chi):
    """The same person, who sits in the Comitato too."""
    organo = OrganoFactory(istituto=chi.istituto, tipo=TipoOrgano.COMITATO)
    MandatoFactory(istituto=chi.istituto, organo=organo, persona=chi.persona)
    return contesto(chi.persona)


@pytest.fixture
def procedura(istituto):
    return ProceduraFactory(istituto=istituto, in_valutazione=True)


# In the school


@pytest.mark.parametrize(
    ("ruolo", "attese"),
    [
        (Ruolo.DIRIGENTE, {V.DIRIGENTE}),
        (Ruolo.DSGA, {V.UFFICIO, V.INTERESSATO}),
        (Ruolo.SEGRETERIA_PERSONALE, {V.UFFICIO, V.INTERESSATO}),
        (Ruolo.ATA, {V.INTERESSATO}),
        (Ruolo.DOCENTE, {V.INTERESSATO}),
        (Ruolo.COLLABORATORE, {V.INTERESSATO}),
        (Ruolo.TUTOR, {V.INTERESSATO}),
        (Ruolo.STUDENTE, set()),
        (Ruolo.RESPONSABILE, set()),
        (Ruolo.AMMINISTRATORE, set()),
    ],
)
def test_the_parts_that_a_role_gives(con, ruolo, attese):
    assert vesti(con(ruolo)) == attese


def test_who_directs_takes_part_in_nothing(con):
    """Also a teacher who directs, and one who directs in the place of another."""
    assert vesti(con(Ruolo.DIRIGENTE, Ruolo.DOCENTE)) == {V.DIRIGENTE}


def test_who_sits_in_the_comitato_has_that_part_while_the_mandate_lasts(con, istituto):
    genitore = con(Ruolo.RESPONSABILE)
    organo = OrganoFactory(istituto=istituto, tipo=TipoOrgano.COMITATO)
    mandato = MandatoFactory(istituto=istituto, organo=organo, persona=genitore.persona)
    assert vesti(genitore) == {V.COMITATO}
    mandato.al = genitore.oggi.replace(month=1)
    mandato.save(update_fields=["al"])
    assert vesti(genitore) == set()


def test_another_organ_is_not_the_comitato(con, istituto):
    genitore = con(Ruolo.RESPONSABILE)
    MandatoFactory(
        istituto=istituto, organo=OrganoFactory(istituto=istituto), persona=genitore.persona
    )
    assert vesti(genitore) == set()


def test_who_asked_keeps_that_part_without_any_role(con, procedura, istituto):
    chi = con()
    RichiestaFactory(istituto=istituto, procedura=procedura, persona=chi.persona)
    assert vesti(chi) == vesti_in(chi, procedura) == {V.PARTECIPA}


def test_the_parts_are_asked_in_one_query(con, procedura):
    chi = con(Ruolo.DOCENTE)
    with CaptureQueriesContext(connection) as lette:
        vesti(chi)
        vesti_in(chi, procedura)
    assert len(lette) == 2


def test_without_a_part_it_is_not_there_with_another_it_is_refused(con):
    with pytest.raises(Http404):
        base.parte(con(Ruolo.STUDENTE))
    with pytest.raises(PermissionDenied):
        base.parte(con(Ruolo.DOCENTE), V.DIRIGENTE, V.UFFICIO)
    assert base.parte(con(Ruolo.DSGA), V.UFFICIO)


# In a procedure


def test_before_it_is_opened_only_who_prepares_it_knows(con, istituto):
    bozza = ProceduraFactory(istituto=istituto)
    for chi in (con(Ruolo.DOCENTE), nel_comitato(con())):
        with pytest.raises(Http404):
            base.procedura(chi, bozza.pk)
        assert not visibili.procedure(chi).exists()
    for chi in (con(Ruolo.DIRIGENTE), con(Ruolo.DSGA)):
        assert base.procedura(chi, bozza.pk).vesti
        assert visibili.procedure(chi).get() == bozza


def test_annulled_before_it_was_opened_it_stays_unknown(con, istituto):
    ProceduraFactory(
        istituto=istituto, stato=StatoProcedura.ANNULLATA.value, motivo_annullamento="Un errore"
    )
    assert not visibili.procedure(con(Ruolo.DOCENTE)).exists()


@pytest.mark.parametrize(
    ("categoria", "ruolo", "sa"),
    [
        (Categoria.DOCENTI, Ruolo.DOCENTE, True),
        (Categoria.ATA, Ruolo.DOCENTE, False),
    ],
)
def test_each_category_knows_of_its_own(con, istituto, categoria, ruolo, sa):
    procedura = ProceduraFactory(istituto=istituto, aperta=True, categoria=categoria.value)
    chi = con(ruolo)
    assert visibili.procedure(chi).exists() is sa
    assert bool(vesti_in(chi, procedura)) is sa


def test_the_office_takes_part_only_in_that_of_the_ata_staff(con, istituto):
    dsga = con(Ruolo.DSGA)
    docenti = ProceduraFactory(istituto=istituto, aperta=True)
    ata = ProceduraFactory(istituto=istituto, aperta=True, categoria=Categoria.ATA.value)
    assert vesti_in(dsga, docenti) == {V.UFFICIO}
    assert vesti_in(dsga, ata) == {V.UFFICIO, V.INTERESSATO}


def test_a_procedure_of_another_school_is_not_there(con, procedura, istituto):
    altra = IstitutoFactory()
    tenancy.imposta(istituto_id=altra.pk)
    altrui = ProceduraFactory(istituto=altra, aperta=True)
    tenancy.imposta(istituto_id=istituto.pk)
    with pytest.raises(Http404):
        base.procedura(con(Ruolo.DIRIGENTE), altrui.pk)


# Before the request of somebody


@pytest.fixture
def richiesta(istituto, procedura):
    return RichiestaFactory(istituto=istituto, procedura=procedura)


def test_before_a_request_there_are_three_parts(con, richiesta):
    for chi, attese in (
        (con(Ruolo.DIRIGENTE), {V.DIRIGENTE}),
        (con(Ruolo.SEGRETERIA_PERSONALE), {V.UFFICIO}),
        (con(Ruolo.DOCENTE, persona=richiesta.persona), {V.PARTECIPA}),
    ):
        assert base.richiesta(chi, richiesta.pk).vesti == attese


def test_a_colleague_and_the_comitato_find_no_request(con, richiesta):
    """Nor the member of the Comitato who takes part: the own request and no other."""
    membro = nel_comitato(con(Ruolo.DOCENTE))
    sua = RichiestaFactory(
        istituto=membro.istituto, procedura=richiesta.procedura, persona=membro.persona
    )
    for chi in (con(Ruolo.DOCENTE), nel_comitato(con()), membro):
        with pytest.raises(Http404):
            base.richiesta(chi, richiesta.pk)
    assert base.richiesta(membro, sua.pk).vesti == {V.PARTECIPA}
    with pytest.raises(PermissionDenied):
        base.richiesta(membro, sua.pk, V.DIRIGENTE)


def test_what_was_not_sent_is_of_who_writes_it(con, istituto):
    aperta = ProceduraFactory(istituto=istituto, aperta=True)
    bozza = RichiestaFactory(istituto=istituto, procedura=aperta, bozza=True)
    assert base.richiesta(con(Ruolo.DOCENTE, persona=bozza.persona), bozza.pk)
    for ruolo in (Ruolo.DIRIGENTE, Ruolo.DSGA):
        with pytest.raises(Http404):
            base.richiesta(con(ruolo), bozza.pk)


def test_activity_and_evidence_are_where_their_request_is(con, istituto, richiesta):
    attivita = AttivitaFactory(istituto=istituto, richiesta=richiesta)
    prova = ProvaFactory(istituto=istituto, attivita=attivita)
    chi = con(Ruolo.DIRIGENTE)
    assert base.attivita(chi, attivita.pk).richiesta == richiesta
    assert base.prova(chi, prova.pk).attivita.richiesta.vesti == {V.DIRIGENTE}
    for trova, riga in ((base.attivita, attivita), (base.prova, prova)):
        with pytest.raises(Http404):
            trova(con(Ruolo.DOCENTE), riga.pk)
        with pytest.raises(PermissionDenied):
            trova(con(Ruolo.DSGA), riga.pk, V.DIRIGENTE)
        with pytest.raises(Http404):
            trova(chi, 2**31 - 7)


def test_complaints_are_seen_by_who_made_them_and_by_who_answers(con, istituto):
    decretata = ProceduraFactory(istituto=istituto, decretata=True)
    docente = con(Ruolo.DOCENTE)
    sua = IstanzaFactory(istituto=istituto, procedura=decretata, persona=docente.persona)
    altrui = IstanzaFactory(istituto=istituto, procedura=decretata)
    for chi, attese in ((docente, {sua}), (con(Ruolo.DIRIGENTE), {sua, altrui})):
        trovata = base.procedura(chi, decretata.pk)
        assert set(visibili.istanze(chi, trovata)) == attese


# Criteria and papers


def test_drafts_of_the_criteria_are_read_by_who_prepares_and_who_sits(con, istituto):
    CriteriFactory(istituto=istituto, bozza=True)
    for chi, quanti in (
        (con(Ruolo.DIRIGENTE), 1), (con(Ruolo.DSGA), 1), (nel_comitato(con()), 1),
        (con(Ruolo.DOCENTE), 0), (con(Ruolo.STUDENTE), 0),
    ):  # fmt: skip
        assert visibili.criteri(chi).count() == quanti


def test_adopted_criteria_are_read_by_who_may_ask(con, istituto):
    CriteriFactory(istituto=istituto)
    assert visibili.criteri(con(Ruolo.DOCENTE)).count() == 1
    assert not visibili.criteri(con(Ruolo.STUDENTE)).exists()


def test_each_paper_has_its_readers(con, istituto):
    carte = {
        tipo: documento(istituto, tipo)
        for tipo in ("criteri_bonus", "decreto_bonus", "prospetto_bonus", "lettera_bonus")
    }
    decretata = ProceduraFactory(
        istituto=istituto,
        decretata=True,
        decreto=carte["decreto_bonus"],
        prospetto=carte["prospetto_bonus"],
        criteri=CriteriFactory(istituto=istituto, documento=carte["criteri_bonus"]),
    )
    premiata = RichiestaFactory(istituto=istituto, procedura=decretata)
    AssegnazioneFactory(istituto=istituto, richiesta=premiata, lettera=carte["lettera_bonus"])

    def legge(chi):
        return {tipo for tipo, carta in carte.items() if puo_leggere(chi, carta)}

    chi = {
        "dirigente": con(Ruolo.DIRIGENTE),
        "ufficio": con(Ruolo.SEGRETERIA_PROTOCOLLO),
        "premiata": con(Ruolo.DOCENTE, persona=premiata.persona),
        "collega": con(Ruolo.DOCENTE),
        "comitato": nel_comitato(con()),
        "studente": con(Ruolo.STUDENTE),
    }
    attese = {
        "dirigente": set(carte),
        "ufficio": {"criteri_bonus", "prospetto_bonus"},
        "premiata": {"criteri_bonus", "lettera_bonus"},
        "collega": {"criteri_bonus"},
        "comitato": {"criteri_bonus"},
        "studente": set(),
    }
    assert {nome: legge(uno) for nome, uno in chi.items()} == attese
    decretata.stato = StatoProcedura.PUBBLICATA.value
    decretata.save(update_fields=["stato"])
    for nome in ("premiata", "collega", "comitato"):
        assert legge(chi[nome]) == attese[nome] | {"prospetto_bonus"}
    assert legge(chi["studente"]) == set()


def test_the_money_of_another_year_changes_nothing(con, istituto, procedura):
    """Two procedures of two years: the request in one is no part in the other."""
    anno = AnnoScolasticoFactory(istituto=istituto, inizio=2020)
    altra = ProceduraFactory(
        istituto=istituto, aperta=True, fondo=FondoFactory(istituto=istituto, anno_scolastico=anno)
    )
    chi = con(Ruolo.DOCENTE)
    RichiestaFactory(istituto=istituto, procedura=procedura, persona=chi.persona)
    assert vesti_in(chi, procedura) == {V.INTERESSATO, V.PARTECIPA}
    assert vesti_in(chi, altra) == {V.INTERESSATO}
