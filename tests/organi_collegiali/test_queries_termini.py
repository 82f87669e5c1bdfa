"""The notice as the screen judges it: the same answer as ``calcola``, for every organ and type."""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cpia.norme.enums import Organo, TipoSeduta
from cpia.norme.models import Parametro, Regolamento
from cpia.norme.profili import PROFILI, profilo
from cpia.norme.services import carica_profilo
from cpia.portale.calcolo.registro import calcola
from cpia.scuola import tenancy
from cpia.scuola.models import Istituto
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Seduta
from organi_collegiali.queries.convocazione.bozze import bozza
from organi_collegiali.queries.convocazione.termini import giudizio_termine, termini
from tests.factories.organi import OrganoFactory
from tests.factories.scuola import ADESSO, IstitutoFactory
from tests.organi_collegiali.scena_bozza import alle, ufficio

pytestmark = pytest.mark.django_db

ROMA = ZoneInfo("Europe/Rome")
DI_NORMA = {tipo.norma: tipo for tipo in reversed(TipoOrgano)}
# Around Easter, a national holiday and the patron saint of Ancona; a Sunday; today.
GIORNI = [date(2024, 4, 3), date(2024, 4, 30), date(2024, 5, 9), date(2024, 6, 9)]
CONVOCAZIONE = date(2024, 4, 25)


def seduta_di(organo, tipo, giorno) -> Seduta:
    inizio = datetime(giorno.year, giorno.month, giorno.day, 17, 30, tzinfo=ROMA)
    return Seduta(istituto=organo.istituto, organo=organo, tipo=tipo, inizio_previsto=inizio)


@pytest.mark.parametrize("slug", PROFILI)
def test_the_screen_and_calcola_say_the_same(slug):
    """Each organ of each school, each type, on days with a holiday between."""
    carica_profilo(profilo=profilo(slug))
    istituto = Istituto.objects.get(slug=slug)
    tenancy.imposta(istituto_id=istituto.pk)
    diversi = []
    for norma in Organo:
        organo = OrganoFactory(istituto=istituto, tipo=DI_NORMA[norma], nome=norma.etichetta)
        for tipo in TipoSeduta:
            for giorno in GIORNI:
                giudizio = giudizio_termine(seduta_di(organo, tipo, giorno), CONVOCAZIONE)
                detto = {
                    "giorni_preavviso": giudizio.durata.giorni,
                    "ultimo_giorno_utile": giudizio.ultimo_giorno.isoformat(),
                    "nei_termini": giudizio.nei_termini,
                    "perche": giudizio.perche,
                }
                richiesta = {
                    "profilo": slug, "organo": norma, "tipo": tipo, "seduta": giorno.isoformat(),
                    "convocazione": CONVOCAZIONE.isoformat(),
                }  # fmt: skip
                if calcola("termine", json.dumps(richiesta).encode()) != detto:
                    diversi.append((norma, tipo, giorno))
    assert diversi == []


@pytest.fixture
def pinocchio() -> Istituto:
    carica_profilo(profilo=profilo("ic-pinocchio-montesicuro"))
    istituto = Istituto.objects.get(slug="ic-pinocchio-montesicuro")
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.mark.parametrize(
    ("slug", "tipo_organo", "tipo", "ultimo", "prima"),
    [
        # The table of the domain: notice of the day 5 June 2024, a Wednesday; sitting on the 20th.
        ("ic-pinocchio-montesicuro", "consiglio_istituto", "ordinaria", 15, 10),
        ("ic-pinocchio-montesicuro", "consiglio_istituto", "straordinaria", 17, 8),
        ("ic-pinocchio-montesicuro", "consiglio_istituto", "urgente", 20, 5),
        ("ic-pinocchio-montesicuro", "collegio", "ordinaria", 15, 10),
        ("ic-pinocchio-montesicuro", "collegio", "urgente", 20, 5),
        ("ic-pinocchio-montesicuro", "consiglio_classe", "ordinaria", 15, 10),
        ("ic-porto-venere", "consiglio_istituto", "ordinaria", 15, 10),
        ("ic-porto-venere", "consiglio_istituto", "urgente", 19, 6),
        ("ic-porto-venere", "consiglio_classe", "urgente", 19, 6),
        ("cpia-napoli-provincia-2", "collegio", "straordinaria", 15, 10),
        ("cpia-napoli-provincia-2", "comitato", "ordinaria", 10, 15),
        ("cpia-napoli-provincia-2", "organo_garanzia", "ordinaria", 15, 10),
    ],
)
def test_the_table_of_the_schools(slug, tipo_organo, tipo, ultimo, prima):
    carica_profilo(profilo=profilo(slug))
    istituto = Istituto.objects.get(slug=slug)
    tenancy.imposta(istituto_id=istituto.pk)
    organo = OrganoFactory(istituto=istituto, tipo=tipo_organo)
    oggi = date(2024, 6, 5)
    quando = termini(organo, oggi, date(2024, 6, 20))
    inizio = datetime(2024, 6, 20, 17, 30, tzinfo=ROMA)
    assert quando.giudizio(tipo, inizio).ultimo_giorno == date(2024, 6, ultimo)
    assert quando.prima_data(tipo) == date(2024, 6, prima)


def test_the_line_has_every_day_and_names_the_four_that_count(pinocchio):
    organo = OrganoFactory(istituto=pinocchio)
    inizio = datetime(2024, 6, 12, 17, 30, tzinfo=ROMA)
    detto = termini(organo, ADESSO.date(), inizio.date()).seduta("ordinaria", inizio)
    righe = {t.giorno.day: t.nomi for t in detto.linea}
    assert list(righe) == list(range(5, 13))
    assert righe[5] == ("oggi",)
    assert righe[7] == ("ultimo giorno utile",)
    assert righe[10] == ("atti depositati",)
    assert righe[12] == ("seduta",)
    assert [t.giorno.day for t in detto.linea if t.utile] == [5, 6, 7]
    assert [t.giorno.day for t in detto.linea if t.pausa] == [9]
    assert detto.deposito.valore.articolo == "art. 10"


def test_hours_are_counted_to_the_minute():
    carica_profilo(profilo=profilo("ic-porto-venere"))
    istituto = Istituto.objects.get(slug="ic-porto-venere")
    tenancy.imposta(istituto_id=istituto.pk)
    organo = OrganoFactory(istituto=istituto, tipo=TipoOrgano.CONSIGLIO_CLASSE)
    inizio = datetime(2024, 6, 6, 17, 30, tzinfo=ROMA)
    giudizio = termini(organo, date(2024, 6, 5), inizio.date()).giudizio("urgente", inizio)
    assert giudizio.nei_termini
    assert giudizio.entro == inizio - timedelta(hours=24)
    assert giudizio.in_tempo(inizio - timedelta(hours=24))
    assert not giudizio.in_tempo(inizio - timedelta(hours=24) + timedelta(minutes=1))


def test_working_days_where_the_regulation_says_so():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    regolamento = Regolamento.objects.create(
        istituto=istituto, titolo="Regolamento", atto="delibera n. 1", dal=date(2020, 1, 1)
    )
    for chiave, tipo, valore in (
        ("organi.consiglio_istituto.preavviso.ordinaria", "durata", "5 giorni lavorativi"),
        ("calendario.patrono", "giorno_mese", "07/06"),
    ):
        Parametro.objects.create(
            istituto=istituto, regolamento=regolamento, chiave=chiave, tipo=tipo, valore=valore,
            articolo="art. 1",
        )  # fmt: skip
    organo = OrganoFactory(istituto=istituto)
    inizio = datetime(2024, 6, 12, 17, 30, tzinfo=ROMA)
    quando = termini(organo, date(2024, 6, 3), inizio.date())
    giudizio = quando.giudizio("ordinaria", inizio)
    # Back from Wednesday 12: 11, 10, 8, not Sunday 9, not the patron on Friday 7; 6, 5.
    assert giudizio.ultimo_giorno == date(2024, 6, 5)
    assert "lavorativi" in giudizio.conto
    assert quando.se_lavorativi(giudizio) is None
    assert quando.prima_data("ordinaria") == date(2024, 6, 10)


def test_what_working_days_would_change_is_said(pinocchio):
    organo = OrganoFactory(istituto=pinocchio)
    inizio = datetime(2024, 6, 12, 17, 30, tzinfo=ROMA)
    quando = termini(organo, ADESSO.date(), inizio.date())
    giudizio = quando.giudizio("ordinaria", inizio)
    assert giudizio.conto == (
        "12 giugno meno 5 giorni = 7 giugno. Il giorno dell’avviso non si conta."
    )
    assert quando.se_lavorativi(giudizio) == date(2024, 6, 6)


def test_urgent_is_offered_only_where_it_would_do(pinocchio):
    casa = ufficio(pinocchio)
    seduta = casa.bozza(inizio_previsto=alle(7))
    assert bozza(seduta, ADESSO).salva_urgente
    seduta.inizio_previsto = alle(12)
    assert not bozza(seduta, ADESSO).salva_urgente
    altrove = ufficio()
    assert not bozza(altrove.bozza(inizio_previsto=alle(7)), ADESSO).salva_urgente


def test_who_gets_it_by_component_and_the_legal_number(pinocchio):
    casa = ufficio(pinocchio)
    chi = bozza(casa.bozza(inizio_previsto=alle(12)), ADESSO).destinatari
    assert chi.per_componente == [("Docenti", 18), ("Genitori", 1)]
    assert chi.giudizio.numero_legale == 10
    assert [m.persona for m in chi.senza_email] == [casa.mandati[1].persona]


def test_as_many_queries_with_one_member_as_with_thirty():
    contati = []
    for membri in (2, 30):
        casa = ufficio(membri=membri)
        seduta = casa.bozza(inizio_previsto=alle(12))
        with CaptureQueriesContext(
            connection,
        ) as fatte:
            letta = bozza(Seduta.objects.select_related("organo").get(pk=seduta.pk), ADESSO)
            assert len(letta.destinatari.senza_email) == 1
            assert letta.mancano
        contati.append(len(fatte))
    assert contati[0] == contati[1] <= 8
