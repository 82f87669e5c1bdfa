"""The hour of the end: asked in the draft, told in the notice and the calendar, moved with it."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from organi_collegiali.documents import inviti
from organi_collegiali.documents.parole_avviso import quando_e_dove
from organi_collegiali.enums import GenereAtto, StatoSeduta
from organi_collegiali.forms.bozze import BozzaForm, come_letti, iniziali
from organi_collegiali.forms.invio import SeguitoForm
from organi_collegiali.models import Avviso, Seduta
from organi_collegiali.queries.convocazione.bozze import bozza
from organi_collegiali.services.convocazione.bozze import DatiSeduta
from organi_collegiali.services.invio.firma import parole_di
from organi_collegiali.services.invio.seguito import prepara_seguito
from tests.factories.organi import OrganoFactory
from tests.factories.scuola import ADESSO, contesto
from tests.organi_collegiali.scena_avvisi import GIORNO, casa
from tests.organi_collegiali.scena_norme import regolamento

pytestmark = pytest.mark.django_db
DUE_ORE = timedelta(hours=2)


@pytest.fixture
def scena():
    inizio = ADESSO + 10 * GIORNO
    return casa(fine_prevista=inizio + DUE_ORE)


def scritto(**altro):
    dati = {
        "tipo": "ordinaria", "platea": "tutti", "giorno": "2024-06-12", "ora": "17:30",
        "luogo": "Aula magna",
    }  # fmt: skip
    return BozzaForm(dati | altro, organo=OrganoFactory.build(), oggi=ADESSO.date())


def test_it_is_written_in_the_draft_and_read_again():
    form = scritto(fine="19:30")
    assert form.is_valid(), form.errors
    dati = form.dati
    assert dati.fine_prevista - dati.inizio_previsto == DUE_ORE
    assert iniziali(dati)["fine"].hour == 19
    assert come_letti(dati)["prima_fine"] == "19:30"


def test_nobody_has_to_write_it():
    form = scritto()
    assert form.is_valid()
    assert form.dati.fine_prevista is None
    assert come_letti(form.dati)["prima_fine"] == ""


@pytest.mark.parametrize(
    ("fine", "frase"),
    [
        ("17:30", "La fine viene dopo l’inizio."),
        ("09:00", "La fine viene dopo l’inizio."),
        ("tardi\0", "Scrivi l’ora di fine come 19.30."),
        ("9" * 40, "Scrivi l’ora di fine come 19.30."),
    ],
)
def test_what_is_no_hour_of_an_end_is_said_at_its_field(fine, frase):
    form = scritto(fine=fine)
    assert not form.is_valid()
    assert form.errors["fine"] == [frase]


def test_two_who_write_it_see_both():
    letti = DatiSeduta(inizio_previsto=ADESSO)
    assert letti.diversi(DatiSeduta(inizio_previsto=ADESSO, fine_prevista=ADESSO + DUE_ORE)) == {
        "fine_prevista"
    }


def test_the_notice_and_the_card_say_it(scena):
    assert "La fine è prevista alle ore 12.00." in parole_di(scena.avviso).testo
    assert "ore 10.00–12.00" in quando_e_dove(scena.seduta)


def test_without_it_the_notice_says_nothing():
    altra = casa()
    assert "fine" not in parole_di(altra.avviso).testo
    assert "ore 10.00," in quando_e_dove(altra.seduta)


def test_the_event_ends_when_the_notice_says(scena):
    testo = inviti.invito(
        scena.seduta, (), a="anna@example.it", sequenza=0, adesso=ADESSO, revocata=False
    )
    (evento,) = Calendar.from_ical(testo).walk("VEVENT")
    assert evento.decoded("dtend") - evento.decoded("dtstart") == DUE_ORE


def test_a_sitting_that_is_postponed_lasts_as_long(scena):
    avviso = Avviso(
        istituto=scena.istituto, seduta=scena.seduta, genere=GenereAtto.RINVIO.value,
        nuovo_inizio=ADESSO + 12 * GIORNO + timedelta(hours=1),
    )  # fmt: skip
    assert "La fine è prevista alle ore 13.00." in parole_di(avviso).testo


@pytest.mark.parametrize(("scritta", "dura"), [(None, 2), (3, 3)])
def test_the_sitting_that_takes_up_a_deserted_one(scena, scritta, dura):
    scena.convocata()
    Seduta.objects.update(stato=StatoSeduta.DESERTA)
    inizio = ADESSO + 20 * GIORNO
    avviso = prepara_seguito(
        autore=contesto(scena.segretaria), adesso=ADESSO + 11 * GIORNO, seduta_id=scena.seduta.pk,
        inizio=inizio, fine=inizio + timedelta(hours=scritta) if scritta else None,
    )  # fmt: skip
    assert avviso.seduta.fine_prevista - inizio == timedelta(hours=dura)


def test_the_form_of_the_second_call_asks_for_it():
    dati = {"giorno": "2024-06-12", "ora": "17:30", "fine": "19:30"}
    form = SeguitoForm(dati)
    assert form.is_valid()
    assert form.fine_prevista - form.inizio == DUE_ORE
    assert SeguitoForm(dati | {"fine": ""}).is_valid()
    assert "fine" in SeguitoForm(dati | {"fine": "10:00"}).errors


@pytest.mark.parametrize(
    ("minuti", "frase"),
    [
        ("30", "oltre 30 minuti la seduta si può aggiornare"),
        (None, "Non si contano minuti oltre l’ora di fine"),
    ],
)
def test_the_draft_says_what_it_is_for_with_its_article(scena, minuti, frase):
    if minuti:
        regolamento(scena.istituto, aggiornamento__minuti=minuti)
    motivo = bozza(scena.seduta, ADESSO).protrazione.motivo
    assert frase in motivo.testo
    assert ("art. 11" in motivo.fonte) is bool(minuti)
    assert minuti or "nessuna norma lo regola" in motivo.fonte
