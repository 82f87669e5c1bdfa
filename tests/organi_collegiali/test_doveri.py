"""What the organs ask of whom: from the state of the tables to the desk and to the outbox."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from cpia.avvisi.models import Promemoria, Scadenza
from cpia.avvisi.registri import AzioneRifiutata
from cpia.avvisi.rules import giorno_di_avviso
from cpia.avvisi.services import dovere_aperto
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from organi_collegiali.azioni import azioni
from organi_collegiali.enums import Carica, Componente, RegolaPresidente, StatoVerbale
from organi_collegiali.models import Allegato, Richiesta, Rilievo, Seduta, Seguito
from organi_collegiali.queries.doveri import doveri
from organi_collegiali.queries.scrivania import riassunto
from organi_collegiali.services.promemoria import pianifica
from tests.factories.organi import (
    ConvocatoFactory,
    DeliberaFactory,
    MandatoFactory,
    OrganoFactory,
    PuntoFactory,
    SedutaFactory,
    VerbaleFactory,
)
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    UtenteFactory,
    contesto,
)

OGGI = ADESSO.date()
pytestmark = pytest.mark.django_db


@pytest.fixture
def istituto():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.fixture
def consiglio(istituto):
    """With its president, a parent with a login."""
    organo = OrganoFactory(istituto=istituto, nome="Consiglio d’istituto")
    presidente = PersonaFactory(istituto=istituto, con_accesso=True)
    MandatoFactory(
        istituto=istituto, organo=organo, persona=presidente, componente=Componente.GENITORI,
        carica=Carica.PRESIDENTE,
    )  # fmt: skip
    return organo


def chiavi(istituto, adesso=ADESSO):
    return {dovere.chiave for dovere in doveri(istituto.pk, adesso)}


def quello(istituto, inizio, adesso=ADESSO):
    [dovere] = [d for d in doveri(istituto.pk, adesso) if d.chiave.startswith(f"organi.{inizio}.")]
    return dovere


@pytest.mark.parametrize(
    ("entro", "atteso"),
    [
        (4, None),
        (3, 3),
        (2, 3),  # yesterday's that did not leave still leaves
        (1, 1),
        (0, 1),
        (-1, -1),
        (-3, -1),
        (-4, None),
    ],
)
def test_the_reminder_of_today(entro, atteso):
    scade = OGGI + timedelta(days=entro)
    giorno = giorno_di_avviso(scade, (3, 1), OGGI)
    assert giorno == (None if atteso is None else scade - timedelta(days=atteso))


@given(st.lists(st.integers(0, 30)), st.integers(-40, 40))
def test_a_reminder_is_never_of_tomorrow_nor_stale(anticipi, fra):
    giorno = giorno_di_avviso(OGGI + timedelta(days=fra), anticipi, OGGI)
    assert giorno is None or OGGI - timedelta(days=2) <= giorno <= OGGI


def test_a_draft_is_to_be_finished_by_the_last_useful_day(istituto, consiglio):
    bozza = SedutaFactory(
        istituto=istituto, organo=consiglio, inizio_previsto=ADESSO + timedelta(days=10)
    )
    dovere = quello(istituto, "bozza")
    assert dovere.entro_il == OGGI + timedelta(days=5)
    assert (dovere.persona, dovere.pagina) == (bozza.preparata_da_id, "organi:prepara")
    assert any("C.M. 16 aprile 1975" in motivo.fonte for motivo in dovere.perche)


@pytest.mark.parametrize(
    ("regola", "chi"),
    [(RegolaPresidente.ELETTO_GENITORI, "persona"), (RegolaPresidente.DIRIGENTE, "ruolo")],
)
def test_a_notice_to_sign_is_of_who_presides(istituto, consiglio, regola, chi):
    consiglio.regola_presidente = regola
    consiglio.save()
    SedutaFactory(
        istituto=istituto, organo=consiglio, stato="alla_firma",
        inizio_previsto=ADESSO + timedelta(days=10),
    )  # fmt: skip
    dovere = quello(istituto, "firma")
    presidente = consiglio.mandati.get().persona_id
    assert (dovere.persona, dovere.ruolo) == (
        (presidente, "") if chi == "persona" else (None, Ruolo.DIRIGENTE)
    )


def test_who_is_convened_and_has_a_login_must_answer(istituto, consiglio):
    seduta = SedutaFactory(istituto=istituto, organo=consiglio, convocata=True)
    muto, risposto, senza_accesso = (
        ConvocatoFactory(istituto=istituto, seduta=seduta) for _ in range(3)
    )
    for convocato in (muto, risposto):
        convocato.persona.utente = UtenteFactory()
        convocato.persona.save()
    risposto.risposta = "presente"
    risposto.save()
    assert chiavi(istituto) == {f"organi.risposta.{muto.pk}"}
    assert quello(istituto, "risposta").entro_il == OGGI + timedelta(days=7)
    assert senza_accesso.persona.utente_id is None


def test_on_the_day_the_sitting_is_on_the_desk(istituto, consiglio):
    seduta = SedutaFactory(
        istituto=istituto, organo=consiglio, convocata=True,
        inizio_previsto=ADESSO + timedelta(hours=5),
    )  # fmt: skip
    convocato = ConvocatoFactory(istituto=istituto, seduta=seduta, risposta="presente")
    convocato.persona.utente = UtenteFactory()
    convocato.persona.save()
    dovere = quello(istituto, "oggi")
    assert dovere.titolo == "Consiglio d’istituto: oggi alle 15.00"


def test_of_a_reserved_sitting_the_desk_says_only_that_it_is(istituto, consiglio):
    seduta = SedutaFactory(
        istituto=istituto, organo=consiglio, convocata=True, riservata=True, luogo="Presidenza",
        inizio_previsto=ADESSO + timedelta(hours=5),
    )  # fmt: skip
    convocato = ConvocatoFactory(istituto=istituto, seduta=seduta)
    convocato.persona.utente = UtenteFactory()
    convocato.persona.save()
    punto = PuntoFactory(istituto=istituto, seduta=seduta)
    Allegato.objects.create(
        istituto=istituto, punto=punto, titolo="Memoria di Rossi", atteso_entro=OGGI
    )
    trovati = doveri(istituto.pk, ADESSO)
    assert len(trovati) == 3
    for dovere in trovati:
        detto = f"{dovere.titolo} {dovere.dettaglio}"
        assert "riservata" in detto.lower()
        assert not any(parola in detto for parola in ("Rossi", "Presidenza", "Consiglio"))


def test_a_document_that_is_awaited_is_of_who_prepares(istituto, consiglio):
    seduta = SedutaFactory(istituto=istituto, organo=consiglio, convocata=True)
    punto = PuntoFactory(istituto=istituto, seduta=seduta)
    entro = OGGI + timedelta(days=5)
    Allegato.objects.create(
        istituto=istituto, punto=punto, titolo="Parere dei revisori", atteso_entro=entro
    )
    dovere = quello(istituto, "allegato")
    assert (dovere.persona, dovere.entro_il) == (seduta.preparata_da_id, entro)
    assert "Parere dei revisori" in dovere.dettaglio
    punto.su_persone, punto.titolo_pubblico = True, "Una richiesta"
    punto.save(update_fields=["su_persone", "titolo_pubblico"])
    assert quello(istituto, "allegato").dettaglio == ""


def test_a_request_waits_until_a_sitting_is_convened_for_it(istituto, consiglio):
    richiesta = Richiesta.objects.create(
        istituto=istituto, organo=consiglio, chi="componenti", argomenti="Mensa",
        presentata_il=ADESSO, convocare_entro=OGGI + timedelta(days=7),
        perche=[{"regola": "richiesta", "fonte": "art. 2", "testo": "Sette giorni."}],
    )  # fmt: skip
    assert quello(istituto, "richiesta").entro_il == OGGI + timedelta(days=7)
    richiesta.seduta = SedutaFactory(istituto=istituto, organo=consiglio)
    richiesta.save()
    assert quello(istituto, "richiesta").perche[0].fonte == "art. 2"
    richiesta.seduta = SedutaFactory(istituto=istituto, organo=consiglio, convocata=True)
    richiesta.save()
    assert not any(chiave.startswith("organi.richiesta") for chiave in chiavi(istituto))


def _verbale(istituto, consiglio, **altro):
    presidente, segretario = (PersonaFactory(istituto=istituto) for _ in range(2))
    seduta = SedutaFactory(
        istituto=istituto, organo=consiglio, chiusa=True, presiede=presidente,
        verbalizza=segretario,
    )  # fmt: skip
    return VerbaleFactory(istituto=istituto, seduta=seduta, **altro)


def test_minutes_in_draft_are_of_who_writes_them(istituto, consiglio):
    verbale = _verbale(istituto, consiglio)
    dovere = quello(istituto, "verbale")
    assert dovere.persona == verbale.seduta.verbalizza_id
    assert dovere.entro_il == verbale.seduta.chiusa_il.date() + timedelta(days=15)


def test_remarks_that_wait_for_an_answer(istituto, consiglio):
    verbale = _verbale(
        istituto, consiglio, stato=StatoVerbale.IN_LETTURA, rilievi_entro=ADESSO + timedelta(days=2)
    )
    assert chiavi(istituto) == set()
    Rilievo.objects.create(
        istituto=istituto, verbale=verbale, persona=verbale.seduta.presiede, testo="No.",
        presentato_il=ADESSO,
    )  # fmt: skip
    assert quello(istituto, "rilievi").titolo.startswith("Rispondi a 1 rilievo")


def test_approved_minutes_are_signed_by_who_has_not_yet(istituto, consiglio):
    verbale = _verbale(
        istituto, consiglio, stato=StatoVerbale.APPROVATO, approvato_il=ADESSO,
        pubblicare_entro=OGGI + timedelta(days=20), firma_segretario_il=ADESSO,
    )  # fmt: skip
    assert quello(istituto, "firma_verbale").persona == verbale.seduta.presiede_id


@pytest.mark.parametrize(("riservata", "quanti"), [(False, 1), (True, 0)])
def test_signed_minutes_are_published_unless_reserved(istituto, consiglio, riservata, quanti):
    verbale = _verbale(
        istituto, consiglio, stato=StatoVerbale.FIRMATO, approvato_il=ADESSO,
        pubblicare_entro=OGGI + timedelta(days=20), firma_segretario_il=ADESSO,
        firma_presidente_il=ADESSO,
    )  # fmt: skip
    verbale.seduta.riservata = riservata
    verbale.seduta.save()
    assert len(chiavi(istituto)) == quanti


@pytest.mark.parametrize(("fra", "atteso"), [(60, True), (61, False), (0, True), (-1, False)])
def test_an_organ_is_renewed_once_not_member_by_member(istituto, consiglio, fra, atteso):
    al = OGGI + timedelta(days=fra)
    for _ in range(3):
        MandatoFactory(istituto=istituto, organo=consiglio, al=al)
    trovate = chiavi(istituto)
    assert trovate == ({f"organi.mandati.{consiglio.pk}.{al}"} if atteso else set())
    if atteso:
        assert "3 mandati" in quello(istituto, "mandati").titolo


def test_what_a_deliberation_asks_is_on_the_desk_of_who_must_do_it(istituto, consiglio):
    delibera = DeliberaFactory(istituto=istituto, organo=consiglio)
    chi = PersonaFactory(istituto=istituto)
    Seguito.objects.create(
        istituto=istituto, delibera=delibera, testo="Pubblica l’avviso", persona=chi,
        entro_il=date(2024, 6, 20),
    )  # fmt: skip
    dovere = quello(istituto, "seguito")
    assert (dovere.persona, dovere.titolo) == (chi.pk, "Pubblica l’avviso")


def test_what_a_deliberation_on_a_person_asks_names_nobody_on_the_desk(istituto, consiglio):
    delibera = DeliberaFactory(
        istituto=istituto, organo=consiglio, su_persone=True, oggetto_pubblico="Un rimborso"
    )
    Seguito.objects.create(
        istituto=istituto, delibera=delibera, testo="Rimborsa Zanobini",
        persona=PersonaFactory(istituto=istituto), entro_il=date(2024, 6, 20),
    )  # fmt: skip
    dovere = quello(istituto, "seguito")
    assert "Zanobini" not in f"{dovere.titolo} {dovere.dettaglio}"


@pytest.mark.parametrize(
    ("assenze", "atteso"), [(1, None), (2, "decade se manca ancora"), (3, "è decaduto")]
)
def test_who_presides_knows_before_the_next_sitting_who_is_lapsing(
    istituto, consiglio, assenze, atteso
):
    chi = MandatoFactory(istituto=istituto, organo=consiglio)
    for n in range(assenze):
        passata = SedutaFactory(
            istituto=istituto, organo=consiglio, chiusa=True,
            inizio_previsto=ADESSO - timedelta(days=40 + n),
        )  # fmt: skip
        ConvocatoFactory(
            istituto=istituto, seduta=passata, mandato=chi, presenza="assente_ingiustificato"
        )
    assert chiavi(istituto) == set()
    SedutaFactory(istituto=istituto, organo=consiglio, convocata=True)
    trovati = doveri(istituto.pk, ADESSO)
    if atteso is None:
        assert trovati == []
        return
    [dovere] = trovati
    assert atteso in dovere.titolo
    assert dovere.entro_il == OGGI + timedelta(days=7)
    assert dovere.persona == consiglio.mandati.get(carica=Carica.PRESIDENTE).persona_id
    assert chi.persona.cognome not in f"{dovere.titolo} {dovere.dettaglio}"


def test_the_desk_follows_the_tables(istituto, consiglio):
    """Put there, moved with the day of the sitting, taken away, put back."""
    seduta = SedutaFactory(istituto=istituto, organo=consiglio, convocata=True)
    convocato = ConvocatoFactory(istituto=istituto, seduta=seduta)
    convocato.persona.utente = UtenteFactory()
    convocato.persona.save()
    pianifica(istituto.pk, ADESSO)
    sulla_scrivania = Scadenza.objects.get()
    assert sulla_scrivania.indirizzo.endswith(f"/organi/sedute/{seduta.pk}/")

    seduta.inizio_previsto += timedelta(days=3)
    seduta.save()
    pianifica(istituto.pk, ADESSO)
    assert Scadenza.objects.get().entro_il == OGGI + timedelta(days=10)

    for risposta, aperta in (("presente", False), ("", True)):
        convocato.risposta = risposta
        convocato.save()
        pianifica(istituto.pk, ADESSO)
        assert (Scadenza.objects.get().chiusa_il is None) is aperta


def test_a_second_tick_writes_nothing(istituto, consiglio):
    SedutaFactory(istituto=istituto, organo=consiglio, inizio_previsto=ADESSO + timedelta(days=10))
    pianifica(istituto.pk, ADESSO)
    with CaptureQueriesContext(connection) as lette:
        pianifica(istituto.pk, ADESSO)
    scritte = [q["sql"] for q in lette if not q["sql"].startswith(("SELECT", "SAVE", "RELEASE"))]
    assert scritte == []


def test_reminders_leave_once_and_only_while_they_are_true(istituto, consiglio):
    dirigente = IncaricoFactory(istituto=istituto, dirigente=True).persona
    consiglio.regola_presidente = RegolaPresidente.DIRIGENTE
    consiglio.save()
    seduta = SedutaFactory(
        istituto=istituto, organo=consiglio, stato="alla_firma",
        inizio_previsto=ADESSO + timedelta(days=8),
    )  # fmt: skip
    for _ in range(2):
        pianifica(istituto.pk, ADESSO)
    promemoria = Promemoria.objects.get()
    assert promemoria.destinatario == dirigente
    assert "scade" in promemoria.testo
    assert dovere_aperto(promemoria, ADESSO)

    dirigente.incarichi.update(al=OGGI - timedelta(days=1))
    assert not dovere_aperto(promemoria, ADESSO)
    dirigente.incarichi.update(al=None)
    seduta.delete()
    pianifica(istituto.pk, ADESSO)
    assert not dovere_aperto(promemoria, ADESSO)


def test_the_queries_do_not_grow_with_what_is_to_do(istituto, consiglio):
    quante = []
    for righe in (1, 30):
        seduta = SedutaFactory(istituto=istituto, organo=consiglio, convocata=True)
        for _ in range(righe):
            convocato = ConvocatoFactory(istituto=istituto, seduta=seduta)
            convocato.persona.utente = UtenteFactory()
            convocato.persona.save()
            _verbale(istituto, consiglio)
            SedutaFactory(
                istituto=istituto, organo=consiglio, inizio_previsto=ADESSO + timedelta(days=8)
            )
        with CaptureQueriesContext(connection) as lette:
            pianifica(istituto.pk, ADESSO)
        quante.append(len(lette))
    assert quante[0] == quante[1]


def test_one_click_says_that_one_will_come(istituto, consiglio):
    seduta = SedutaFactory(istituto=istituto, organo=consiglio, convocata=True)
    convocato, altro = (ConvocatoFactory(istituto=istituto, seduta=seduta) for _ in range(2))
    for uno in (convocato, altro):
        uno.persona.utente = UtenteFactory()
        uno.persona.save()
    pianifica(istituto.pk, ADESSO)
    chi = contesto(convocato.persona)
    scadenze = list(Scadenza.objects.order_by("pk"))
    trovate = azioni(chi, scadenze)
    [azione] = [a for pk in trovate for a in trovate[pk]]
    assert azione.compi(autore=chi, adesso=ADESSO) == "Risposta alla convocazione: ci sarò."
    convocato.refresh_from_db()
    assert convocato.risposta == "presente"
    assert Scadenza.objects.filter(chiusa_il__isnull=True).get().persona == altro.persona

    Seduta.objects.filter(pk=seduta.pk).update(stato="in_corso", aperta_il=ADESSO, in_carica=19)
    with pytest.raises(AzioneRifiutata):
        azione.compi(autore=chi, adesso=ADESSO)


def test_the_line_for_the_whole_institute(istituto, consiglio):
    dirigente = contesto(IncaricoFactory(istituto=istituto, dirigente=True).persona)
    assert riassunto(dirigente) is None
    SedutaFactory(istituto=istituto, organo=consiglio)
    SedutaFactory(istituto=istituto, organo=consiglio, in_corso=True)
    _verbale(istituto, consiglio)
    detto = riassunto(dirigente)
    assert detto.in_corso == 2
    assert detto.frase == (
        "1 seduta in preparazione, nessuna convocata, 1 in corso; 1 verbale da finire."
    )
