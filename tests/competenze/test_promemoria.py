"""Who is told what and on which day, from the opening to the eve of the scrutinio."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from competenze.enums import StatoClasse, StatoInserimento, StatoRilevazione
from competenze.models import ClasseRilevata, Inserimento, Rilevazione
from competenze.services.inserimenti import riapri_inserimento
from competenze.services.promemoria import pianifica
from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import consegna_prossimo
from cpia.norme.models import Parametro, Regolamento
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.tenancy import istituto_corrente
from tests.competenze.classe_di_prova import classe_di_prova, nuovo_istituto

APERTURA, CONSULTAZIONE = date(2024, 5, 31), date(2024, 6, 3)
SCRUTINIO = date(2024, 6, 20)
TERMINE = date(2024, 6, 17)
DOCENTI = {
    f"Docente {nome}" for nome in ("Italiano", "Inglese", "Francese", "Tedesco", "Matematica")
}


def ore(giorno, ora=8):
    """An hour of a day in Italy."""
    return timezone.make_aware(datetime.combine(giorno, time(ora)))


@pytest.fixture
def prova(db):
    istituto = nuovo_istituto()
    with istituto_corrente(istituto.pk):
        di_prova = classe_di_prova(istituto)
        fissa(di_prova, SCRUTINIO)
        yield di_prova


def fissa(prova, giorno):
    ClasseRilevata.objects.filter(pk=prova.rilevata.pk).update(scrutinio_il=ore(giorno, 15))


def batti(prova, giorno, ora=8):
    """One tick of the scheduler: what it newly wrote, as (kind, family name of who gets it)."""
    prima = set(Promemoria.objects.values_list("pk", flat=True))
    pianifica(prova.istituto.pk, ore(giorno, ora))
    return sorted(
        (p.tipo.removeprefix("competenze."), p.destinatario.cognome)
        for p in Promemoria.objects.exclude(pk__in=prima).select_related("destinatario")
    )


def ogni_giorno(prova, dal, al):
    """What is written from a day to a day, tick after tick, by day."""
    giorni = (dal + timedelta(days=n) for n in range((al - dal).days + 1))
    return {giorno: scritti for giorno in giorni if (scritti := batti(prova, giorno))}


def a_tutti(tipo, *chi):
    return sorted((tipo, cognome) for cognome in chi)


def consegna(prova, adesso):
    while consegna_prossimo(istituto_id=prova.istituto.pk, adesso=adesso):
        pass


def stati():
    return sorted(Promemoria.objects.values_list("destinatario__cognome", "stato"))


def parametro(prova, chiave, valore, tipo):
    regolamento, _ = Regolamento.objects.get_or_create(
        istituto=prova.istituto, titolo="Valutazione", dal=date(2023, 9, 1)
    )
    Parametro.objects.create(
        istituto=prova.istituto, regolamento=regolamento, chiave=f"competenze.{chiave}",
        valore=valore, tipo=tipo, articolo="art. 12",
    )  # fmt: skip


def docente(prova, disciplina):
    return Persona.objects.get(cognome=f"Docente {disciplina}")


# --- the plan, day by day ------------------------------------------------------------------


def test_from_the_opening_to_the_scrutinio_everybody_is_told_once_and_on_the_day(prova):
    prova.registra("Italiano", "Inglese")
    mancano = ("Docente Francese", "Docente Matematica", "Docente Tedesco")
    assert ogni_giorno(prova, APERTURA - timedelta(days=3), SCRUTINIO + timedelta(days=5)) == {
        APERTURA: a_tutti("apertura", *mancano),
        CONSULTAZIONE: [("consultazione", "Brandolini")],
        TERMINE - timedelta(days=7): a_tutti("termine_vicino", *mancano),
        TERMINE - timedelta(days=3): a_tutti("termine_vicino", *mancano),
        TERMINE - timedelta(days=1): a_tutti("termine_vicino", *mancano),
        TERMINE + timedelta(days=1): [("termine_passato", "Brandolini")],
        SCRUTINIO - timedelta(days=1): a_tutti("certificazione", "Bersini", "Brandolini"),
    }


def test_the_tick_may_beat_as_often_as_it_likes(prova):
    assert {cognome for _, cognome in batti(prova, APERTURA)} == DOCENTI
    for ora in (9, 12, 23):
        assert batti(prova, APERTURA, ora) == []


def test_the_words_say_what_is_missing_and_the_address_leads_there(prova):
    prova.registra("Italiano", "Inglese", "Francese", "Tedesco")
    batti(prova, TERMINE - timedelta(days=3))
    (al_docente,) = Promemoria.objects.all()
    assert al_docente.oggetto == "2ªB AFM, Matematica: mancano i livelli di competenza"
    assert al_docente.testo.startswith("Mancano 3 giorni al termine")
    assert "lunedì 17 giugno 2024" in al_docente.testo
    pk = prova.inserimenti["Matematica"].pk
    assert al_docente.indirizzo == f"/iis-prova/competenze/inserimenti/{pk}/"
    batti(prova, TERMINE + timedelta(days=1))
    alla_coordinatrice = Promemoria.objects.get(tipo="competenze.termine_passato")
    assert alla_coordinatrice.testo.endswith("Mancano: Matematica.")
    assert alla_coordinatrice.indirizzo == f"/iis-prova/competenze/classi/{prova.rilevata.pk}/"


def test_who_registered_everything_is_left_in_peace(prova):
    prova.registra()
    assert ogni_giorno(prova, TERMINE - timedelta(days=8), TERMINE + timedelta(days=1)) == {}


def test_a_frozen_class_is_not_asked_for_its_certification(prova):
    ClasseRilevata.objects.update(stato=StatoClasse.CONGELATA, congelata_il=ore(TERMINE))
    assert ogni_giorno(prova, TERMINE, SCRUTINIO) == {}


@pytest.mark.parametrize("stato", [StatoRilevazione.BOZZA, StatoRilevazione.CHIUSA])
def test_a_campaign_that_is_not_open_says_nothing(prova, stato):
    Rilevazione.objects.update(stato=stato)
    assert ogni_giorno(prova, APERTURA, SCRUTINIO) == {}


def test_without_a_scrutinio_only_opening_and_consultation_have_a_day(prova):
    ClasseRilevata.objects.update(scrutinio_il=None)
    assert list(ogni_giorno(prova, APERTURA, SCRUTINIO)) == [APERTURA, CONSULTAZIONE]


# --- missed days ---------------------------------------------------------------------------


def test_a_missed_day_is_made_up_for_within_two_days(prova):
    prova.registra("Italiano", "Inglese", "Francese", "Tedesco")
    assert batti(prova, TERMINE - timedelta(days=5)) == [("termine_vicino", "Docente Matematica")]
    tardivo = Promemoria.objects.get()
    # It was of seven days before, and says so: only two remain now.
    assert tardivo.testo.startswith("Avviso che doveva partire lunedì 10 giugno 2024.")
    assert batti(prova, TERMINE - timedelta(days=4)) == []


def test_older_than_two_days_is_stale(prova):
    assert batti(prova, APERTURA + timedelta(days=2)) == a_tutti("apertura", *DOCENTI)
    Promemoria.objects.all().delete()
    assert batti(prova, CONSULTAZIONE) == [("consultazione", "Brandolini")]


def test_a_scheduler_that_was_off_tells_the_latest_and_not_all_of_a_kind(prova):
    # Both «3 days» and «1 day» could still be made up for: one is enough.
    fissa(prova, SCRUTINIO)
    scritti = batti(prova, TERMINE - timedelta(days=1))
    assert scritti == a_tutti("termine_vicino", *DOCENTI)


def test_after_the_deadline_nobody_is_told_that_a_day_is_left(prova):
    assert batti(prova, TERMINE + timedelta(days=1)) == [("termine_passato", "Brandolini")]


def test_after_the_scrutinio_nobody_is_told_that_it_is_near(prova):
    assert batti(prova, SCRUTINIO) == [
        *a_tutti("certificazione", "Bersini", "Brandolini"),
        ("termine_passato", "Brandolini"),
    ]
    Promemoria.objects.all().delete()
    assert batti(prova, SCRUTINIO + timedelta(days=1)) == []


# --- the parameters of the school ----------------------------------------------------------


def test_the_days_of_the_own_regulation_are_respected(prova):
    parametro(prova, "anticipi_promemoria", "5, 2", "elenco")
    parametro(prova, "giorni_prima_scrutinio", "4", "intero")
    parametro(prova, "anticipo_certificazione", "3", "intero")
    giorni = ogni_giorno(prova, CONSULTAZIONE + timedelta(days=3), SCRUTINIO)
    assert [(giorno.day, scritti[0][0]) for giorno, scritti in giorni.items()] == [
        (11, "termine_vicino"),
        (14, "termine_vicino"),
        (17, "certificazione"),
    ]
    assert {cognome for _, cognome in giorni[date(2024, 6, 17)]} == {"Bersini", "Brandolini"}
    assert ("termine_passato", "Brandolini") in giorni[date(2024, 6, 17)]


# --- people change -------------------------------------------------------------------------


def test_the_substitute_of_today_is_told_and_the_substituted_is_not(prova):
    prova.registra("Italiano", "Inglese", "Francese", "Tedesco")
    titolare = Incarico.objects.get(persona=docente(prova, "Matematica"))
    Incarico.objects.filter(pk=titolare.pk).update(al=TERMINE - timedelta(days=4))
    supplente = Persona.objects.create(istituto=prova.istituto, cognome="Supplente", nome="Ivo")
    Incarico.objects.create(
        istituto=prova.istituto, persona=supplente, ruolo=Ruolo.DOCENTE, sostituisce=titolare,
        cattedra=titolare.cattedra, dal=TERMINE - timedelta(days=3), al=TERMINE,
    )  # fmt: skip
    assert batti(prova, TERMINE - timedelta(days=7)) == [("termine_vicino", "Docente Matematica")]
    assert batti(prova, TERMINE - timedelta(days=3)) == [("termine_vicino", "Supplente")]


def test_who_lost_the_role_between_plan_and_mail_is_not_written_to(prova, mailoutbox):
    batti(prova, TERMINE - timedelta(days=1))
    Incarico.objects.filter(persona=docente(prova, "Matematica")).update(
        revocato_il=ore(TERMINE - timedelta(days=1))
    )
    consegna(prova, ore(TERMINE - timedelta(days=1), 9))
    assert dict(stati())["Docente Matematica"] == StatoPromemoria.SUPERATO
    assert dict(stati())["Docente Italiano"] == StatoPromemoria.INVIATO


# --- asked again before sending ------------------------------------------------------------


def test_who_registers_between_plan_and_mail_is_not_written_to(prova):
    batti(prova, TERMINE - timedelta(days=1))
    prova.registra("Matematica")
    consegna(prova, ore(TERMINE - timedelta(days=1), 9))
    superati = [cognome for cognome, stato in stati() if stato == StatoPromemoria.SUPERATO]
    assert superati == ["Docente Matematica"]


def test_a_mail_delayed_past_the_deadline_no_longer_says_that_a_day_is_left(prova):
    batti(prova, TERMINE - timedelta(days=1))
    consegna(prova, ore(TERMINE + timedelta(days=1)))
    assert {stato for _, stato in stati()} == {StatoPromemoria.SUPERATO}


def test_a_scrutinio_that_moves_takes_its_reminders_along(prova):
    vicino = TERMINE - timedelta(days=1)
    batti(prova, vicino)
    fissa(prova, SCRUTINIO + timedelta(days=7))
    consegna(prova, ore(vicino, 9))
    assert {stato for _, stato in stati()} == {StatoPromemoria.SUPERATO}
    assert batti(prova, vicino + timedelta(days=7)) == a_tutti("termine_vicino", *DOCENTI)
    consegna(prova, ore(vicino + timedelta(days=7), 9))
    assert {stato for _, stato in stati()} == {StatoPromemoria.SUPERATO, StatoPromemoria.INVIATO}


@pytest.mark.parametrize("giorno", [CONSULTAZIONE, TERMINE + timedelta(days=1)])
def test_a_coordinator_is_not_told_of_a_class_frozen_meanwhile(prova, giorno):
    batti(prova, giorno)
    ClasseRilevata.objects.update(stato=StatoClasse.CONGELATA, congelata_il=ore(giorno))
    consegna(prova, ore(giorno, 9))
    assert stati()
    assert {stato for _, stato in stati()} == {StatoPromemoria.SUPERATO}


def test_the_deadline_that_passed_is_not_told_when_the_last_subject_is_in(prova):
    giorno = TERMINE + timedelta(days=1)
    assert batti(prova, giorno) == [("termine_passato", "Brandolini")]
    prova.registra()
    consegna(prova, ore(giorno, 9))
    assert stati() == [("Brandolini", StatoPromemoria.SUPERATO)]


def test_a_campaign_closed_meanwhile_sends_nothing(prova):
    batti(prova, TERMINE - timedelta(days=1))
    Rilevazione.objects.update(stato=StatoRilevazione.CHIUSA)
    consegna(prova, ore(TERMINE - timedelta(days=1), 9))
    assert {stato for _, stato in stati()} == {StatoPromemoria.SUPERATO}


def test_what_the_coordinator_reopened_is_told_whatever_the_plan(prova):
    prova.registra("Matematica")
    adesso = ore(TERMINE, 10)
    riapri_inserimento(
        autore=prova.come(prova.coordinatrice, adesso), adesso=adesso,
        inserimento=Inserimento.objects.select_related(
            "classe_rilevata__rilevazione", "classe_rilevata__classe__corso",
            "cattedra__disciplina",
        ).get(pk=prova.inserimenti["Matematica"].pk),
        motivo="Manca un livello.",
    )  # fmt: skip
    consegna(prova, adesso)
    assert stati() == [("Docente Matematica", StatoPromemoria.INVIATO)]


# --- many classes --------------------------------------------------------------------------


@pytest.mark.parametrize("giorno", [TERMINE - timedelta(days=1), SCRUTINIO - timedelta(days=1)])
def test_one_class_or_thirty_cost_the_same_queries(prova, giorno):
    with CaptureQueriesContext(connection) as di_una:
        pianifica(prova.istituto.pk, ore(giorno))
    scritti = Promemoria.objects.count()
    for numero in range(29):
        altra = classe_di_prova(prova.istituto, studenti=1, sezione=f"X{numero}")
        Incarico.objects.filter(persona=altra.dirigente).delete()
        fissa(altra, SCRUTINIO)
    Promemoria.objects.all().delete()
    with CaptureQueriesContext(connection) as di_trenta:
        pianifica(prova.istituto.pk, ore(giorno))
    assert Promemoria.objects.count() == 30 * scritti
    assert len(di_una) == len(di_trenta)


def test_a_day_without_reminders_costs_almost_nothing(prova):
    with CaptureQueriesContext(connection) as lette:
        pianifica(prova.istituto.pk, ore(date(2024, 6, 7)))
    assert Inserimento.objects.filter(stato=StatoInserimento.APERTO).exists()
    assert len(lette) <= 3
