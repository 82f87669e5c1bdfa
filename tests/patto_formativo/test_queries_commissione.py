"""The Commission as its page reads it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import Componente, TipoOrgano, Titolo
from organi_collegiali.models import Mandato
from patto_formativo.enums import Percorso, StatoPatto
from patto_formativo.models import DocenteGruppo
from patto_formativo.queries.commissione import commissione, ne_fa_parte
from tests.accessi.righe_patto import campi
from tests.factories.organi import MandatoFactory, OrganoFactory, SedutaFactory, VerbaleFactory
from tests.factories.patto import CpiaFactory, GruppoFactory, VersioneFactory
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory, contesto

OGGI = ADESSO.date()


class Rete:
    """A CPIA with its Commission and one section."""

    def __init__(self) -> None:
        self.cpia = CpiaFactory()
        tenancy.imposta(istituto_id=self.cpia.pk)
        self.dirigente = IncaricoFactory(istituto=self.cpia, dirigente=True).persona
        self.organo = OrganoFactory(
            istituto=self.cpia, tipo=TipoOrgano.COMMISSIONE_PFI, nome="Commissione",
            dal=date(2021, 9, 20), rinnovato_il=None,
        )  # fmt: skip
        self.sezione = OrganoFactory(
            istituto=self.cpia, tipo=TipoOrgano.SEZIONE_PFI, nome="Sezione"
        )
        self.siede(self.dirigente, componente=Componente.DIRIGENTE, titolo=Titolo.DI_DIRITTO)

    def siede(self, persona=None, **altro):
        return MandatoFactory(
            istituto=self.cpia, organo=altro.pop("organo", self.organo),
            persona=persona or PersonaFactory(istituto=self.cpia), dal=date(2021, 9, 20),
            al=date(2024, 8, 31), **{"titolo": Titolo.NOMINATO} | altro,
        )  # fmt: skip

    def letta(self):
        return commissione(contesto(self.dirigente))


@pytest.fixture
def rete(db: None) -> Rete:
    return Rete()


def test_members_stand_under_the_school_that_they_come_from(rete):
    propria = rete.siede().persona
    DocenteGruppo.objects.create(
        istituto=rete.cpia, gruppo=GruppoFactory(istituto=rete.cpia), persona=propria
    )
    rete.siede(qualifica="IIS Pacioli, Sant’Anastasia — secondo livello")
    rete.siede(qualifica="IIS Europa")
    rete.siede(qualifica="mediatrice linguistica, arabo", con_voto=False)
    letta = rete.letta()
    assert [scuola.nome for scuola in letta.scuole] == [
        str(rete.cpia), "IIS Europa", "IIS Pacioli, Sant’Anastasia",
    ]  # fmt: skip
    presiede, altra = letta.scuole[0].membri
    assert (presiede.presiede, altra.presiede) == (True, False)
    assert altra.percorsi == (Percorso.PRIMO_PERIODO.etichetta,)
    assert letta.scuole[2].membri[0].percorsi == ("secondo livello",)
    assert len(letta.mediatori) == 1
    assert letta.componenti == 4
    assert Percorso.ALFABETIZZAZIONE.etichetta in letta.percorsi_scoperti


def test_who_sits_too_long_is_said(rete):
    # The school has no rule of its own: by analogy, the school year.
    Mandato.objects.update(dal=date(2023, 9, 20))
    lungo = rete.siede()
    giudizi = {m.mandato.pk: m.incarico.vale for m in rete.letta().membri}
    assert giudizi[lungo.pk] is False
    assert all(vale for pk, vale in giudizi.items() if pk != lungo.pk)


def test_what_waits_for_a_section(rete):
    rete.siede(organo=rete.sezione)
    for giorni in (9, 2):
        dati = campi(StatoPatto.IN_NEGOZIAZIONE, rete.cpia)
        dati["proposta_il"] = ADESSO - timedelta(days=giorni)
        VersioneFactory(istituto=rete.cpia, sezione=rete.sezione, **dati)
    VersioneFactory(istituto=rete.cpia, sezione=rete.sezione)
    seduta = SedutaFactory(organo=rete.sezione, istituto=rete.cpia, convocata=True)
    [sezione] = rete.letta().sezioni
    assert (sezione.componenti, sezione.attendono) == (1, 2)
    assert sezione.dal == timezone.localdate(ADESSO - timedelta(days=9))
    assert sezione.prossima == seduta
    assert sezione.apribile


def test_plenary_sittings_are_those_of_the_commission_that_were_held(rete):
    chiusa = SedutaFactory(organo=rete.organo, istituto=rete.cpia, chiusa=True)
    VerbaleFactory(istituto=rete.cpia, seduta=chiusa)
    SedutaFactory(organo=rete.organo, istituto=rete.cpia, convocata=True)
    SedutaFactory(organo=rete.sezione, istituto=rete.cpia, chiusa=True)
    letta = rete.letta()
    assert letta.plenarie.tenute == 1
    assert not letta.plenarie.bastano
    assert letta.verbali == 1
    assert letta.prossima is not None


def test_the_list_is_of_the_day_on_which_somebody_last_came_in(rete):
    assert not rete.letta().elenco.vale
    nuovo = rete.siede()
    nuovo.dal = date(2023, 10, 2)
    nuovo.save()
    assert rete.letta().aggiornato == date(2023, 10, 2)
    assert rete.letta().elenco.vale


def test_without_a_commission_the_page_stands(db):
    cpia = CpiaFactory()
    tenancy.imposta(istituto_id=cpia.pk)
    letta = commissione(contesto(IncaricoFactory(istituto=cpia, dirigente=True).persona))
    assert (letta.organo, letta.componenti, letta.sezioni) == (None, 0, ())


def test_who_is_part_of_it(rete):
    membro = rete.siede(organo=rete.sezione).persona
    altro = IncaricoFactory(istituto=rete.cpia, ruolo=Ruolo.TUTOR, cattedra=None).persona
    assert ne_fa_parte(contesto(membro))
    assert not ne_fa_parte(contesto(altro))


def test_the_queries_do_not_grow(rete, django_assert_max_num_queries):
    chi = contesto(rete.dirigente)
    for _ in range(5):
        rete.siede()
        rete.siede(organo=rete.sezione)
    with django_assert_max_num_queries(14):
        commissione(chi)
