"""What the bonus puts on the desks: whose it is, by when, and that it goes away when it is done."""

from datetime import timedelta

import pytest

from bonus_merito.azioni import azioni
from bonus_merito.enums import EsitoIstanza, Metodo, StatoProcedura, StatoRichiesta, TipoIstanza
from bonus_merito.models import Istanza, Procedura
from bonus_merito.queries.doveri import cose_da_fare
from bonus_merito.queries.scrivania import chi_ne_risente, descrive, riassunto
from bonus_merito.services.atti import (
    decreta,
    presenta_istanza,
    pubblica_esito,
    rettifica_procedura,
    rispondi_istanza,
)
from bonus_merito.services.promemoria import APP, ancora_dovuto, pianifica
from cpia.avvisi import queries
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.avvisi.registri import AzioneRifiutata
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from tests.bonus_merito.scena_atti import Scena, scena
from tests.conftest import come_proprietario
from tests.factories.bonus import ProceduraFactory, all_albo
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

pytest_plugins = ["tests.accessi.fixture"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Scena:
    return scena()


def chiavi(casa: Scena, adesso=ADESSO) -> dict[str, str]:
    """What is to be done, by the word of its key: of which role, or of a person."""
    trovate = cose_da_fare(casa.istituto.pk, adesso).doveri
    return {d.chiave.split(".")[1]: d.ruolo or "persona" for d in trovate}


def test_a_school_without_a_procedure_asks_nothing_of_anybody(django_assert_num_queries):
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    with django_assert_num_queries(2):
        assert cose_da_fare(istituto.pk, ADESSO).doveri == ()


def test_who_may_ask_has_the_term_until_it_is_over():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    persona = PersonaFactory(istituto=istituto)
    IncaricoFactory(istituto=istituto, persona=persona, ruolo=Ruolo.DOCENTE)
    procedura = ProceduraFactory(istituto=istituto, aperta=True)
    all_albo(procedura.criteri)
    [dovere] = cose_da_fare(istituto.pk, ADESSO).doveri
    assert (dovere.persona, dovere.entro_il) == (persona.pk, procedura.scade.date())
    assert "non è obbligatorio" in dovere.dettaglio
    [da_chiudere] = cose_da_fare(istituto.pk, procedura.scade + timedelta(hours=1)).doveri
    assert (da_chiudere.ruolo, da_chiudere.pagina) == (Ruolo.DIRIGENTE, "bonus:procedura")


def test_assessment_then_decree_then_publication_then_answers(casa):
    valutazione = casa.richieste["Accardi"].valutazione
    valutazione.completa_il = None
    valutazione.save()
    assert chiavi(casa) == {"valuta": Ruolo.DIRIGENTE}
    valutazione.completa_il = ADESSO
    valutazione.save()
    assert chiavi(casa) == {"decreto": Ruolo.DIRIGENTE}
    decreta(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
        metodo=Metodo.QUOTE_UGUALI,
    )  # fmt: skip
    assert chiavi(casa) == {"pubblica": Ruolo.DIRIGENTE}
    pubblica_esito(autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk)
    assert chiavi(casa) == {}
    istanza = presenta_istanza(
        autore=casa.di("Iacona"), adesso=ADESSO, procedura_id=casa.procedura.pk,
        tipo=TipoIstanza.ACCESSO, testo="I miei atti.", chiave="k",
    )  # fmt: skip
    [dovere] = cose_da_fare(casa.istituto.pk, ADESSO).doveri
    assert (dovere.entro_il, dovere.oggetto) == (istanza.rispondere_entro, istanza.pk)
    assert "Iacona" not in f"{dovere.titolo} {dovere.dettaglio}"


@pytest.mark.parametrize("esito", [EsitoIstanza.ACCOLTA, EsitoIstanza.ACCOLTA_IN_PARTE])
def test_a_complaint_upheld_asks_for_a_new_outcome_until_there_is_one(casa, esito):
    istanza = _reclamo_con(casa, esito)
    [dovere] = cose_da_fare(casa.istituto.pk, ADESSO).doveri
    assert (dovere.chiave, dovere.ruolo) == (f"bonus.rettifica.{istanza.pk}", Ruolo.DIRIGENTE)
    assert (dovere.pagina, dovere.oggetto) == ("bonus:istanza", istanza.pk)
    assert dovere.perche[0].fonte == "L. 241/1990, art. 21-nonies"
    assert "Iacona" not in f"{dovere.titolo} {dovere.dettaglio}"
    rettifica_procedura(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk, motivo="Accolto.",
        reclamo_id=istanza.pk,
    )  # fmt: skip
    assert "rettifica" not in chiavi(casa)


def test_a_complaint_refused_or_a_decree_annulled_asks_for_no_new_outcome(casa):
    _reclamo_con(casa, EsitoIstanza.RESPINTA)
    assert chiavi(casa) == {}
    istanza = _reclamo_con(casa, EsitoIstanza.ACCOLTA, gia=True)
    assert chiavi(casa) == {"rettifica": Ruolo.DIRIGENTE}
    rettifica_procedura(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk, motivo="D’ufficio."
    )
    assert f"bonus.rettifica.{istanza.pk}" not in {
        dovere.chiave for dovere in cose_da_fare(casa.istituto.pk, ADESSO).doveri
    }


def _reclamo_con(casa: Scena, esito: EsitoIstanza, *, gia: bool = False) -> Istanza:
    """A complaint of Iacona with its answer; ``gia`` says that the outcome is out already."""
    if not gia:
        decreta(
            autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
            metodo=Metodo.QUOTE_UGUALI,
        )  # fmt: skip
        pubblica_esito(autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk)
    istanza = presenta_istanza(
        autore=casa.di("Iacona"), adesso=ADESSO, procedura_id=casa.procedura.pk,
        tipo=TipoIstanza.RECLAMO, testo="Manca un’attività.", chiave=f"k{esito}",
    )  # fmt: skip
    return rispondi_istanza(
        autore=casa.autore, adesso=ADESSO, istanza_id=istanza.pk, esito=esito, risposta="Ecco."
    )


def test_the_decree_has_its_day_in_the_school_year(casa):
    [dovere] = cose_da_fare(casa.istituto.pk, ADESSO).doveri
    anno = casa.procedura.fondo.anno_scolastico.inizio
    assert (dovere.entro_il.year, dovere.entro_il.month, dovere.entro_il.day) == (anno + 1, 8, 31)


def test_the_office_has_the_preconditions_to_check(casa):
    casa.procedura.requisiti.all().delete()
    trovate = {d.chiave.split(".")[1]: d for d in cose_da_fare(casa.istituto.pk, ADESSO).doveri}
    assert trovate["requisiti"].titolo.startswith("5 persone")
    assert trovate["requisiti"].ruolo == Ruolo.SEGRETERIA_PERSONALE


def test_nobody_and_no_amount_is_named(casa):
    for dovere in cose_da_fare(casa.istituto.pk, ADESSO).doveri:
        detto = f"{dovere.titolo} {dovere.dettaglio} {dovere.chiave}"
        assert not any(cognome in detto for cognome in casa.richieste)
        assert "€" not in detto


def test_a_reminder_is_due_while_the_act_stands(casa):
    decreta(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
        metodo=Metodo.QUOTE_UGUALI,
    )  # fmt: skip
    promemoria = Promemoria.objects.filter(tipo="bonus_merito.esito").first()
    assert ancora_dovuto(promemoria, ADESSO)
    Procedura.objects.filter(pk=casa.procedura.pk).update(
        stato=StatoProcedura.ANNULLATA.value, motivo_annullamento="x"
    )
    assert not ancora_dovuto(promemoria, ADESSO)


def test_one_click_closes_the_call_whose_term_is_over(casa):
    with come_proprietario():
        Procedura.objects.filter(pk=casa.procedura.pk).update(
            stato=StatoProcedura.APERTA.value, chiusa_il=None
        )
    pianifica(casa.istituto.pk, ADESSO)
    [scadenza] = Scadenza.objects.filter(chiave__startswith="bonus.chiudi.")
    assert descrive(casa.istituto.pk, [scadenza]) == {scadenza.pk: "5 persone hanno chiesto."}
    assert chi_ne_risente(casa.autore, [scadenza]) == {scadenza.pk: "chi ha chiesto il bonus"}
    assert azioni(casa.di("Accardi"), [scadenza]) == {}
    [azione] = azioni(casa.autore, [scadenza])[scadenza.pk]
    assert "si valuta" in azione.compi(autore=casa.autore, adesso=ADESSO)
    assert Procedura.objects.get().stato == StatoProcedura.IN_VALUTAZIONE
    with pytest.raises(AzioneRifiutata):
        azione.compi(autore=casa.autore, adesso=ADESSO)
    pianifica(casa.istituto.pk, ADESSO)
    scadenza.refresh_from_db()
    assert scadenza.chiusa_il


def test_who_has_begun_is_told_to_send(casa):
    richiesta = casa.richieste["Accardi"]
    richiesta.stato, richiesta.inviata_il = StatoRichiesta.BOZZA.value, None
    richiesta.save()
    with come_proprietario():
        Procedura.objects.filter(pk=casa.procedura.pk).update(
            stato=StatoProcedura.APERTA.value, chiusa_il=None, scade=ADESSO + timedelta(days=2)
        )
    [dovere] = [d for d in cose_da_fare(casa.istituto.pk, ADESSO).doveri if d.persona is not None]
    assert (dovere.persona, dovere.verbo) == (richiesta.persona_id, "Continua")


def test_the_institute_in_a_line(casa):
    assert riassunto(casa.autore).frase.endswith("in valutazione.")
    assert riassunto(casa.di("Accardi")) is None


def test_what_is_on_a_desk_opens_for_who_has_the_desk(mondi):
    istituto = mondi.qui.istituto
    tenancy.imposta(istituto_id=istituto.pk)
    pianifica(istituto.pk, ADESSO)
    visti, rotti = set(), {}
    for chi, persona in mondi.qui.cast.items():
        tenancy.imposta(istituto_id=istituto.pk)
        for scadenza in queries.scadenze_aperte(contesto(persona)):
            if scadenza.app == APP:
                esito = mondi.browser[chi].get(scadenza.indirizzo).status_code
                visti.add(scadenza.chiave.split(".")[1])
                if esito != 200:
                    rotti[chi, scadenza.chiave, scadenza.indirizzo] = esito
    assert rotti == {}
    assert len(visti) >= 4, visti
