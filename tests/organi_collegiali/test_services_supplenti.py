"""The substitute sits in the place of who will not come, and only then."""

from datetime import timedelta

import icalendar
import pytest

from cpia.atti.models import Operazione
from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato
from cpia.norme.models import Parametro, Regolamento
from organi_collegiali.enums import (
    Componente,
    GenereAtto,
    MezzoAvviso,
    Presenza,
    StatoSeduta,
    TipoOrgano,
)
from organi_collegiali.models import Convocato, Mandato, OrganoCollegiale
from organi_collegiali.queries.aula import appello
from organi_collegiali.queries.invio.scheda import convocati
from organi_collegiali.queries.presenze import presenze
from organi_collegiali.queries.verbali.materia import materia
from organi_collegiali.rules.invio.variazioni import Variazione
from organi_collegiali.services.invio.risposte import Consegna, annota_consegna, rispondi
from organi_collegiali.services.invio.uscita_avvisi import (
    NON_PIU,
    SUPPLENTE,
    allegati,
    ancora_dovuto,
)
from organi_collegiali.services.invio.variazioni import prepara_variazione
from tests.factories.organi import MandatoFactory, MovimentoFactory, VerbaleFactory
from tests.factories.scuola import ADESSO, PersonaFactory, contesto
from tests.organi_collegiali.scena_avvisi import GIORNO, Casa, casa

pytestmark = pytest.mark.django_db
ORA = timedelta(hours=1)


@pytest.fixture
def scena() -> Casa:
    return casa()


@pytest.fixture
def supplente(scena) -> Mandato:
    """Of the consigliera; the notice has left."""
    titolare = scena.organo.mandati.get(persona=scena.consigliera)
    mandato = MandatoFactory(
        istituto=scena.istituto, organo=scena.organo, supplente_di=titolare,
        componente=Componente.GENITORI,
        persona=PersonaFactory(istituto=scena.istituto, email="supplente@example.it"),
    )  # fmt: skip
    scena.convocata()
    return mandato


def risponde(scena: Casa, risposta: str, *, dopo: timedelta = timedelta(), **altro) -> Convocato:
    return rispondi(
        autore=contesto(scena.consigliera), adesso=ADESSO + dopo, seduta_id=scena.seduta.pk,
        risposta=risposta, motivo="Sono via" if risposta == "assente" else "", **altro,
    )  # fmt: skip


def siedono(scena: Casa) -> set[int]:
    """The persons who vote."""
    return {c.persona_id for c in presenze(scena.seduta).con_voto}


def test_who_will_not_come_is_replaced_with_the_vote(scena, supplente):
    assert supplente.persona_id not in siedono(scena)
    risponde(scena, "assente")
    posto = Convocato.objects.get(persona=supplente.persona)
    assert (posto.mandato, posto.con_voto) == (supplente, True)
    assert posto.qualifica.startswith("supplente di ")
    assert siedono(scena) == {scena.presidente.pk, scena.senza_posta.pk, supplente.persona_id}
    assert presenze(scena.seduta).in_carica == 3
    [coppia] = convocati(scena.seduta, []).sostituiti
    assert coppia.titolare.persona == scena.consigliera
    assert Operazione.objects.filter(azione="convoca il supplente").count() == 1


def test_the_substitute_is_told_with_the_event(scena, supplente):
    risponde(scena, "assente")
    lettera = Promemoria.objects.get(tipo=SUPPLENTE)
    assert lettera.destinatario == supplente.persona
    assert lettera.subito
    assert "al suo posto siede il supplente" in lettera.testo
    assert "1. Variazioni" in lettera.testo
    assert scena.consigliera.cognome not in lettera.testo
    assert ancora_dovuto(lettera, ADESSO)
    [carta] = allegati(lettera, ADESSO)
    assert carta.parametri == {"method": "REQUEST"}


def test_who_changes_idea_sits_again_and_the_event_is_cancelled(scena, supplente):
    risponde(scena, "assente")
    Promemoria.objects.filter(tipo=SUPPLENTE).update(stato=StatoPromemoria.INVIATO)
    risponde(scena, "presente", dopo=ORA)
    assert scena.consigliera.pk in siedono(scena)
    assert not Convocato.objects.filter(persona=supplente.persona).exists()
    lettera = Promemoria.objects.get(tipo=NON_PIU)
    assert ancora_dovuto(lettera, ADESSO)
    [carta] = allegati(lettera, ADESSO)
    evento = icalendar.Calendar.from_ical(carta.testo).walk("VEVENT")[0]
    assert (carta.parametri["method"], str(evento["status"])) == ("CANCEL", "CANCELLED")
    assert evento["sequence"] == 1


def test_who_was_never_told_is_not_told_that_it_is_over(scena, supplente):
    risponde(scena, "assente")
    risponde(scena, "presente", dopo=ORA)
    assert not ancora_dovuto(Promemoria.objects.get(tipo=SUPPLENTE), ADESSO)
    assert not ancora_dovuto(Promemoria.objects.get(tipo=NON_PIU), ADESSO)


def test_back_and_forth_the_substitute_is_told_each_time(scena, supplente):
    for giro, risposta in enumerate(("assente", "presente", "assente")):
        risponde(scena, risposta, dopo=giro * ORA)
    assert Promemoria.objects.filter(destinatario=supplente.persona).count() == 3
    assert Convocato.objects.filter(persona=supplente.persona).count() == 1


def test_the_same_answer_again_changes_nothing(scena, supplente):
    risponde(scena, "assente")
    prima = Convocato.objects.get(persona=supplente.persona).pk
    risponde(scena, "assente", dopo=ORA)
    assert Convocato.objects.get(persona=supplente.persona).pk == prima
    assert Promemoria.objects.filter(tipo=SUPPLENTE).count() == 1


def test_where_the_regulation_says_only_in_conflict_an_absence_is_not_enough(scena, supplente):
    atto = Regolamento.objects.create(
        istituto=scena.istituto, titolo="Prova", atto="prova", dal=ADESSO.date() - 30 * GIORNO
    )  # fmt: skip
    Parametro.objects.create(
        istituto=scena.istituto, regolamento=atto, articolo="art. 1", valore="incompatibilita",
        tipo="scelta",
        chiave="organi.consiglio_istituto.supplente.interviene",
    )  # fmt: skip
    risponde(scena, "assente")
    assert supplente.persona_id not in siedono(scena)
    risponde(scena, "assente", dopo=ORA, incompatibile=True)
    assert supplente.persona_id in siedono(scena)
    assert scena.consigliera.pk not in siedono(scena)


def test_who_corrects_the_reason_does_not_take_back_the_vote(scena, supplente):
    OrganoCollegiale.objects.update(tipo=TipoOrgano.ORGANO_GARANZIA)
    risponde(scena, "assente", incompatibile=True)
    risponde(scena, "assente", dopo=ORA)
    assert supplente.persona_id in siedono(scena)
    assert scena.consigliera.pk not in siedono(scena)


def test_the_organ_of_guarantee_is_silent_only_in_conflict(scena, supplente):
    OrganoCollegiale.objects.update(tipo=TipoOrgano.ORGANO_GARANZIA)
    risponde(scena, "assente")
    assert supplente.persona_id not in siedono(scena)


def test_a_postponement_asks_everybody_again(scena, supplente):
    risponde(scena, "assente")
    Promemoria.objects.filter(tipo=SUPPLENTE).update(stato=StatoPromemoria.INVIATO)
    rinvio = prepara_variazione(
        autore=contesto(scena.segretaria), adesso=ADESSO, seduta_id=scena.seduta.pk,
        variazione=Variazione(
            GenereAtto.RINVIO, motivo="Sciopero", nuovo_inizio=ADESSO + 20 * GIORNO
        ),
    )  # fmt: skip
    scena.firma(rinvio)
    scena.invia(rinvio)
    assert scena.consigliera.pk in siedono(scena)
    assert supplente.persona_id not in siedono(scena)
    mie = Promemoria.objects.filter(destinatario=supplente.persona)
    assert set(mie.values_list("tipo", flat=True)) == {SUPPLENTE, NON_PIU}


def test_a_revocation_reaches_both(scena, supplente):
    risponde(scena, "assente")
    revoca = prepara_variazione(
        autore=contesto(scena.segretaria), adesso=ADESSO, seduta_id=scena.seduta.pk,
        variazione=Variazione(GenereAtto.REVOCA, motivo="Sciopero"),
    )  # fmt: skip
    scena.firma(revoca)
    scena.invia(revoca)
    a_chi = Promemoria.objects.filter(tipo="convocazioni.revoca").values_list("destinatario")
    assert {scena.consigliera.pk, supplente.persona_id} <= {chi for (chi,) in a_chi}


def test_the_office_writes_the_answer_of_who_has_no_mailbox(scena):
    titolare = scena.organo.mandati.get(persona=scena.senza_posta)
    supplente = MandatoFactory(
        istituto=scena.istituto, organo=scena.organo, supplente_di=titolare,
        componente=Componente.ATA, persona=PersonaFactory(istituto=scena.istituto),
    )  # fmt: skip
    scena.convocata()
    annota_consegna(
        autore=contesto(scena.segretaria), adesso=ADESSO + ORA,
        convocato_id=Convocato.objects.get(persona=scena.senza_posta).pk,
        consegna=Consegna("telefono", ADESSO + ORA, "assente", "È malata"),
    )  # fmt: skip
    posto = Convocato.objects.get(persona=supplente.persona)
    assert (posto.mezzo, posto.avvisato_il) == (MezzoAvviso.A_MANO, None)


def test_once_called_at_the_roll_call_the_substitute_stays(scena, supplente):
    risponde(scena, "assente")
    posto = Convocato.objects.get(persona=supplente.persona)
    MovimentoFactory(istituto=scena.istituto, convocato=posto, quando=ADESSO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        risponde(scena, "presente", dopo=ORA)
    assert rifiuto.value.violazioni[0].codice == "in_appello"
    assert Convocato.objects.get(persona=scena.consigliera).risposta == "assente"


def test_a_substitute_who_is_not_in_office_that_day_is_not_called(scena, supplente):
    Mandato.objects.filter(pk=supplente.pk).update(al=ADESSO.date())
    risponde(scena, "assente")
    assert not Convocato.objects.filter(persona=supplente.persona).exists()
    assert scena.consigliera.pk in siedono(scena)


def test_nobody_is_called_to_an_open_sitting(scena, supplente):
    scena.seduta.refresh_from_db()
    scena.seduta.stato, scena.seduta.aperta_il = StatoSeduta.IN_CORSO, ADESSO
    scena.seduta.in_carica = 3
    scena.seduta.save()
    with pytest.raises(AttoRifiutato):
        risponde(scena, "assente")
    assert not Convocato.objects.filter(persona=supplente.persona).exists()


def test_who_was_replaced_is_among_the_absent_of_the_component(scena, supplente):
    risponde(scena, "assente")
    Convocato.objects.filter(persona=scena.consigliera).update(
        presenza=Presenza.ASSENTE_GIUSTIFICATO
    )
    scena.seduta.refresh_from_db()
    verbale = VerbaleFactory(istituto=scena.istituto, seduta=scena.seduta)
    tutto = materia(verbale)
    assert [c.persona for c in tutto.assenti(Presenza.ASSENTE_GIUSTIFICATO)] == [scena.consigliera]
    assert scena.consigliera not in [c.persona for c in tutto.all_appello]
    gruppi = appello.gruppi([appello.Riga(c) for c in appello.convocati(scena.seduta)])
    dove = {r.convocato.persona_id: g.nome for g in gruppi for r in g.righe}
    assert dove[scena.consigliera.pk] == "Genitori"
