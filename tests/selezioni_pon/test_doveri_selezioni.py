"""What the selections put on the desks: whose it is, by when, and that it goes away when done."""

from datetime import date, timedelta

import pytest

from cpia.avvisi import queries
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import Fase
from selezioni_pon.models import Avviso
from selezioni_pon.queries.doveri import cose_da_fare
from selezioni_pon.queries.doveri.bozze import al_piu_tardi
from selezioni_pon.queries.scrivania import chi_ne_risente, descrive, riassunto
from selezioni_pon.services.avvisi import revoca_avviso
from selezioni_pon.services.promemoria import APP, ancora_dovuto, pianifica
from tests.factories.scuola import ADESSO, IstitutoFactory, contesto
from tests.factories.selezioni import SCADE, AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena

pytest_plugins = ["tests.accessi.fixture"]
pytestmark = pytest.mark.django_db
OGGI = ADESSO.date()
DUE_GIORNI_PRIMA = SCADE - timedelta(days=2)
DOPO = SCADE + timedelta(seconds=1)


@pytest.fixture
def casa() -> Scena:
    return scena()


def doveri(casa: Scena, adesso=ADESSO):
    return list(cose_da_fare(casa.istituto.pk, adesso).doveri)


def test_a_school_without_calls_asks_nothing_of_anybody(django_assert_num_queries):
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    with django_assert_num_queries(9):
        assert cose_da_fare(istituto.pk, ADESSO).doveri == ()


def test_a_draft_that_lacks_something_waits_for_nobody(casa):
    casa.bozza()
    assert doveri(casa) == []


def test_a_draft_that_is_ready_waits_for_who_directs(casa):
    avviso = casa.pronta()
    [dovere] = doveri(casa)
    assert (dovere.ruolo, dovere.persona) == (Ruolo.DIRIGENTE, None)
    assert (dovere.pagina, dovere.oggetto) == ("selezioni:avviso", avviso.pk)
    assert dovere.titolo == "Avviso per «tutor» da pubblicare"
    assert dovere.entro_il == OGGI + timedelta(days=7)
    casa.pubblica(avviso)
    assert doveri(casa) == []


def test_what_the_check_of_the_grid_found_is_for_who_publishes(casa):
    griglia = casa.griglia("ic-pinocchio-2018/madrelingua-inglese", "Madrelingua")
    casa.pronta(griglia_id=griglia.pk)
    assert len(doveri(casa)) == 1


def test_a_term_that_is_near_says_by_which_day_one_publishes(casa):
    casa.pronta(scade=SCADE.replace(day=14))
    [dovere] = doveri(casa)
    assert dovere.entro_il == date(2024, 6, 7)
    assert (
        "si pubblica entro il 7 giugno 2024: le domande hanno almeno 7 giorni" in dovere.dettaglio
    )
    [motivo] = dovere.perche
    assert motivo.fonte.startswith("prassi")
    assert doveri(casa, ADESSO + timedelta(days=3)) == []  # it is too late: the draft lacks a term


@pytest.mark.parametrize(
    ("scade", "urgenza", "ultimo"),
    [
        (SCADE, "", date(2024, 6, 19)),
        # From the 16th, seven days end on Sunday the 23rd: the term is the Monday after.
        (SCADE.replace(day=23), "", date(2024, 6, 15)),
        (SCADE.replace(day=10), "Il finanziamento scade", date(2024, 6, 10)),
        (None, "", None),
    ],
)
def test_the_last_day_to_publish_leaves_the_days_of_the_rule(casa, scade, urgenza, ultimo):
    avviso = Avviso(istituto=casa.istituto, fase=Fase.INTERNI.value, scade=scade, urgenza=urgenza)
    trovato = al_piu_tardi(avviso, OGGI)
    assert (trovato[0] if trovato else None) == ultimo


def test_the_staff_is_told_of_its_call_in_the_last_days(casa):
    avviso = casa.pubblicato()
    assert doveri(casa, SCADE - timedelta(days=5)) == []
    trovati = doveri(casa, DUE_GIORNI_PRIMA)
    assert {dovere.persona for dovere in trovati} == {
        casa.segretaria.pk, casa.docente.pk, casa.ata.pk,
    }  # fmt: skip
    uno = trovati[0]
    assert (uno.entro_il, uno.oggetto) == (SCADE.date(), avviso.pk)
    assert "non è obbligatorio" in uno.dettaglio


def test_of_a_call_to_others_the_staff_has_nothing_to_do(casa):
    AvvisoFactory(istituto=casa.istituto, pubblicato=True, fase=Fase.ESTERNI.value)
    assert doveri(casa, DUE_GIORNI_PRIMA) == []


def test_a_term_that_is_over_waits_for_who_directs(casa):
    avviso = casa.pubblicato()
    [dovere] = doveri(casa, DOPO)
    assert (dovere.ruolo, dovere.oggetto) == (Ruolo.DIRIGENTE, avviso.pk)
    assert dovere.entro_il == SCADE.date() + timedelta(days=7)
    assert "26 giugno 2024" in dovere.dettaglio


def test_a_revoked_call_asks_nothing(casa):
    avviso = casa.pubblicato()
    casa.atto(
        revoca_avviso, casa.dirigente, avviso_id=avviso.pk,
        motivo="Il progetto non è più finanziato.",
    )  # fmt: skip
    assert doveri(casa, DUE_GIORNI_PRIMA) == []
    assert doveri(casa, DOPO) == []


def test_nobody_and_no_money_is_named(casa):
    casa.pubblicato()
    for adesso in (ADESSO, DUE_GIORNI_PRIMA, DOPO):
        for dovere in doveri(casa, adesso):
            detto = f"{dovere.titolo} {dovere.dettaglio} {dovere.chiave}"
            assert casa.segretaria.cognome not in detto
            assert "€" not in detto


def test_the_desk_is_brought_in_line_and_the_reminder_follows_it(casa):
    avviso = casa.pubblicato()
    pianifica(casa.istituto.pk, DUE_GIORNI_PRIMA)
    aperte = Scadenza.objects.filter(app=APP, chiusa_il__isnull=True)
    assert aperte.count() == 3
    promemoria = Promemoria.objects.filter(tipo=f"{APP}.dovere").first()
    assert promemoria is not None
    assert ancora_dovuto(promemoria, DUE_GIORNI_PRIMA)
    casa.atto(
        revoca_avviso, casa.dirigente, DUE_GIORNI_PRIMA, avviso_id=avviso.pk,
        motivo="Il progetto non è più finanziato.",
    )  # fmt: skip
    pianifica(casa.istituto.pk, DUE_GIORNI_PRIMA)
    assert not aperte.exists()
    assert not ancora_dovuto(promemoria, DUE_GIORNI_PRIMA)


def test_the_institute_in_a_line(casa):
    assert riassunto(contesto(casa.dirigente)) is None
    casa.pubblicato()
    detto = riassunto(contesto(casa.dirigente))
    assert detto.frase == "Avvisi di selezione: 1 aperto."
    assert detto.in_corso == 1
    dopo = riassunto(contesto(casa.dirigente, DOPO))
    assert dopo.frase == "Avvisi di selezione: 1 scaduto."
    assert riassunto(contesto(casa.docente)) is None


def test_who_suffers_from_what_is_late(casa):
    casa.pubblicato()
    pianifica(casa.istituto.pk, DOPO)
    [scadenza] = Scadenza.objects.filter(app=APP, chiusa_il__isnull=True)
    assert chi_ne_risente(contesto(casa.dirigente), [scadenza]) == {
        scadenza.pk: "chi si è candidato, e il progetto"
    }
    assert descrive(casa.istituto.pk, [scadenza]) == {}


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
    assert "esito" in visti, visti
