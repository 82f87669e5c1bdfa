"""A sitting without the legal number: who ascertains it, and the way of its minutes."""

import pytest

from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.enums import Ruolo
from organi_collegiali.documents import testo_verbale as documenti
from organi_collegiali.documents.verbali import QUALITA_DESERTA, contesto_verbale
from organi_collegiali.enums import NaturaPunto, Presenza, StatoSeduta, StatoVerbale
from organi_collegiali.models import Verbale
from organi_collegiali.queries.convocazione.bozze import verbali_da_approvare
from organi_collegiali.queries.doveri import doveri
from organi_collegiali.queries.verbali.materia import materia
from organi_collegiali.queries.verbali.verbali import registro
from organi_collegiali.services import aula as servizi
from organi_collegiali.services.convocazione.bozze import prepara_seduta
from organi_collegiali.services.verbali.firme_verbali import firma_verbale
from organi_collegiali.services.verbali.lettura_verbali import metti_in_lettura
from organi_collegiali.services.verbali.pubblicazione_verbali import pubblica_verbale
from organi_collegiali.services.verbali.stampe_verbali import stampa_verbale
from organi_collegiali.services.verbali.verbali import approva_verbale
from tests.factories.scuola import IncaricoFactory, PersonaFactory, contesto
from tests.organi_collegiali.scena_aula import sala

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def scena():
    return sala()


def dichiara(scena, minuti=30, **altro):
    dati = scena.chi(minuti) | {"seduta_id": scena.seduta.pk} | altro
    return servizi.dichiara_deserta(**dati)


def verbale_di(seduta) -> Verbale:
    return Verbale.objects.select_related(
        "seduta__organo", "seduta__presiede", "seduta__verbalizza", "istituto"
    ).get(seduta=seduta)


def codici(rifiuto):
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def test_who_would_preside_ascertains_it_and_who_would_write_writes(scena):
    scena.segna(9)
    seduta = dichiara(scena)
    assert seduta.presiede_id == scena.presidente.persona_id
    assert seduta.verbalizza_id == scena.segretario.persona_id
    detto = Operazione.objects.get(azione="dichiara deserta la seduta").dati
    assert (detto["presiede"], detto["verbalizza"]) == (seduta.presiede_id, seduta.verbalizza_id)


def test_where_nobody_came_who_declares_it_does_both(scena):
    dirigente = PersonaFactory(istituto=scena.seduta.istituto, con_accesso=True)
    IncaricoFactory(
        istituto=scena.seduta.istituto, persona=dirigente, ruolo=Ruolo.DIRIGENTE, cattedra=None
    )
    seduta = dichiara(scena, autore=contesto(dirigente, scena.alle(30)))
    assert (seduta.presiede_id, seduta.verbalizza_id) == (dirigente.pk, dirigente.pk)
    verbale = verbale_di(seduta)
    assert (
        "All’appello non risponde nessuno, su 19."
        in documenti.testo_verbale(materia(verbale)).presenze
    )
    # One signature is enough: the two qualities are of the same person.
    metti_in_lettura(**scena.chi(40), verbale_id=verbale.pk)


def test_a_member_who_declares_it_is_there(scena):
    """Who signs that the others were missing is not among the absent."""
    seduta = dichiara(scena)
    assert seduta.verbalizza_id == scena.segretario.persona_id
    presenti = seduta.convocati.filter(presenza=Presenza.PRESENTE)
    assert [c.persona_id for c in presenti] == [scena.segretario.persona_id]
    verbale = verbale_di(seduta)
    assert "1 presente su 10 che occorrono" in verbale.chiusura
    assert (
        "All’appello risponde 1 componente su 19."
        in documenti.testo_verbale(materia(verbale)).presenze
    )


def test_others_of_those_who_came_may_be_chosen(scena):
    scena.segna(5)
    presenti = [c for c in scena.convocati if c not in scena.fuori]
    due = [c for c in presenti if c not in (scena.presidente, scena.segretario)][:2]
    seduta = dichiara(scena, presiede_id=due[0].persona_id, verbalizza_id=due[1].persona_id)
    assert [seduta.presiede_id, seduta.verbalizza_id] == [c.persona_id for c in due]


@pytest.mark.parametrize(
    ("presiede", "verbalizza", "codice"),
    [(-1, 0, "presiede"), (0, -1, "verbalizza"), (0, 0, "stessa_persona")],
)
def test_who_was_not_there_does_not_ascertain_it(scena, presiede, verbalizza, codice):
    scena.segna(3)
    tutti = [scena.presidente, *[c for c in scena.convocati if c != scena.presidente]]
    due = {"presiede_id": tutti[presiede].persona_id, "verbalizza_id": tutti[verbalizza].persona_id}
    with pytest.raises(AttoRifiutato) as rifiuto:
        dichiara(scena, **due)
    assert codici(rifiuto) == [codice]
    scena.seduta.refresh_from_db()
    assert (scena.seduta.stato, scena.seduta.presiede_id) == (StatoSeduta.CONVOCATA, None)


def test_its_minutes_say_who_came_until_when_and_how_many_were_missing(scena):
    scena.segna(9)
    scena.convocati[-1].presenza = Presenza.ASSENTE_GIUSTIFICATO
    scena.convocati[-1].save(update_fields=["presenza"])
    testo = documenti.testo_verbale(materia(verbale_di(dichiara(scena))))
    assert "è convocato il Consiglio" in testo.apertura
    assert "All’appello rispondono 9 componenti su 19." in testo.presenze
    assert any(riga.startswith("Risultano assenti giustificati") for riga in testo.presenze)
    assert "dopo aver atteso dalle ore 10.00" in testo.chiusura
    assert "deserta alle ore 10.30" in testo.chiusura
    assert "1 presenza manca al numero legale" in testo.chiusura
    assert f"Lo constata {scena.presidente.persona.nome_e_cognome}." in testo.chiusura
    assert "di nuovo, con lo stesso ordine del giorno" in testo.chiusura
    assert len(testo.ordine_del_giorno) == 4
    assert testo.trattati == ()


def test_its_minutes_go_the_way_of_the_others(scena):
    scena.segna(9)
    seduta = dichiara(scena)
    istituto, organo = seduta.istituto, seduta.organo
    segretario = scena.segretario.persona
    verbale = verbale_di(seduta)
    # On the desk of who writes it, then to the members.
    chiavi = {d.chiave: d for d in doveri(istituto.pk, scena.alle(60))}
    assert chiavi[f"organi.verbale.{verbale.pk}.{segretario.pk}"].persona == segretario.pk
    metti_in_lettura(**scena.chi(60), verbale_id=verbale.pk)
    assert Promemoria.objects.filter(tipo="verbali.in_lettura").count() == 19
    # On the next agenda by itself.
    assert list(verbali_da_approvare(organo)) == [seduta]
    nuova = prepara_seduta(**scena.chi(70), organo_id=organo.pk)
    punto = nuova.punti.get(natura=NaturaPunto.VERBALE)
    assert punto.verbale_di_id == seduta.pk
    assert list(verbali_da_approvare(organo)) == []
    approva_verbale(**scena.chi(80), punto=punto)
    # The two who were there sign, it is printed, gets its pages, goes on the albo.
    for persona in (scena.presidente.persona, segretario):
        testo = documenti.testo_verbale(materia(verbale_di(seduta)))
        firma_verbale(
            autore=contesto(persona, scena.alle(90)), adesso=scena.alle(90),
            verbale_id=verbale.pk, impronta=testo.impronta,
        )  # fmt: skip
    verbale = stampa_verbale(istituto.pk, verbale.pk)
    verbale.refresh_from_db()
    assert (verbale.stato, verbale.pagina_da) == (StatoVerbale.FIRMATO, 1)
    pubblica_verbale(**scena.chi(100), verbale_id=verbale.pk)
    assert [riga.verbale.stato for riga in registro(organo)] == [StatoVerbale.PUBBLICATO]


def test_it_is_signed_by_who_was_there_not_by_a_president(scena):
    scena.segna(9)
    verbale = verbale_di(dichiara(scena))
    testo = documenti.testo_verbale(materia(verbale))
    carta = contesto_verbale(verbale, testo, impronta=testo.impronta, codice_verifica="ABCD")
    assert tuple(firma.qualifica for firma in carta.firme) == QUALITA_DESERTA
