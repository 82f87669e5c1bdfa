"""After a notice has left: answers, deliveries, integration, postponement, second call, mail."""

from datetime import timedelta

import pytest
from django.db import transaction
from icalendar import Calendar

from cpia.atti.models import Documento, Operazione, Protocollo
from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import consegna_prossimo
from cpia.norme.errori import AttoRifiutato
from organi_collegiali.documents import inviti
from organi_collegiali.enums import (
    EsitoPunto,
    GenereAtto,
    MezzoAvviso,
    NaturaPunto,
    Presenza,
    StatoSeduta,
)
from organi_collegiali.models import Avviso, Convocato, Punto, Seduta
from organi_collegiali.rules.invio.variazioni import NuovoPunto, Variazione
from organi_collegiali.services.invio.firma import firma_avviso
from organi_collegiali.services.invio.invio import invia_avviso
from organi_collegiali.services.invio.risposte import Consegna, annota_consegna, rispondi
from organi_collegiali.services.invio.seguito import prepara_seguito
from organi_collegiali.services.invio.stampe_avvisi import stampa_avviso
from organi_collegiali.services.invio.uscita_avvisi import ancora_dovuto
from organi_collegiali.services.invio.variazioni import prepara_variazione, ritira_avviso
from tests.factories.organi import PuntoFactory
from tests.factories.scuola import ADESSO, contesto
from tests.organi_collegiali.scena_avvisi import GIORNO, Casa, casa

pytestmark = pytest.mark.django_db
UN_ORA = timedelta(hours=1)


@pytest.fixture
def scena() -> Casa:
    return casa()


@pytest.fixture
def convocata(scena) -> Casa:
    scena.convocata()
    return scena


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def parte(scena: Casa, variazione: Variazione, adesso=ADESSO) -> Avviso:
    """Prepared by the office, signed, sent."""
    avviso = prepara_variazione(
        autore=contesto(scena.segretaria, adesso),
        adesso=adesso,
        seduta_id=scena.seduta.pk,
        variazione=variazione,
    )
    scena.firma(avviso, adesso=adesso, autore=contesto(scena.presidente, adesso))
    return scena.invia(avviso, adesso=adesso, autore=contesto(scena.segretaria, adesso))


def risponde(scena: Casa, persona, risposta, motivo=""):
    return rispondi(
        autore=contesto(persona), adesso=ADESSO, seduta_id=scena.seduta.pk,
        risposta=risposta, motivo=motivo,
    )  # fmt: skip


# Answers


def test_a_member_answers_and_may_change(convocata):
    assert risponde(convocata, convocata.consigliera, "presente").risposta == "presente"
    cambiata = risponde(convocata, convocata.consigliera, "assente", "Turno di lavoro")
    assert (cambiata.risposta, cambiata.motivo_risposta) == ("assente", "Turno di lavoro")
    assert risponde(convocata, convocata.consigliera, "presente").motivo_risposta == ""
    assert Operazione.objects.filter(azione="risponde alla convocazione").count() == 3


@pytest.mark.parametrize(
    ("risposta", "motivo", "codice"),
    [("assente", " ", "senza_motivo"), ("forse", "", "senza_risposta")],
)
def test_what_is_no_answer_changes_nothing(convocata, risposta, motivo, codice):
    with pytest.raises(AttoRifiutato) as rifiuto:
        risponde(convocata, convocata.consigliera, risposta, motivo)
    assert codici(rifiuto) == [codice]
    assert Convocato.objects.get(persona=convocata.consigliera).risposta == ""


def test_at_an_open_sitting_nobody_answers(convocata):
    Seduta.objects.update(stato=StatoSeduta.IN_CORSO, aperta_il=ADESSO, in_carica=3)
    with pytest.raises(AttoRifiutato) as rifiuto:
        risponde(convocata, convocata.consigliera, "presente")
    assert codici(rifiuto) == ["stato"]


# By hand, by phone


def annota(scena: Casa, **altro) -> Convocato:
    chi = Convocato.objects.get(persona=scena.senza_posta)
    dati = {"mezzo": MezzoAvviso.TELEFONO, "quando": ADESSO} | altro
    return annota_consegna(
        autore=contesto(scena.segretaria),
        adesso=ADESSO,
        convocato_id=chi.pk,
        consegna=Consegna(**dati),
    )


def test_the_office_writes_how_somebody_was_told(convocata):
    avvisato = annota(convocata, risposta="assente", motivo="Ricovero")
    assert (avvisato.mezzo, avvisato.avvisato_il) == (MezzoAvviso.TELEFONO, ADESSO)
    assert avvisato.motivo_risposta == "Ricovero"


@pytest.mark.parametrize("quando", [ADESSO + UN_ORA, ADESSO - UN_ORA])
def test_nobody_is_told_in_the_future_nor_before_the_notice(convocata, quando):
    with pytest.raises(AttoRifiutato) as rifiuto:
        annota(convocata, quando=quando)
    assert codici(rifiuto) == ["quando"]


# Later notices


INTEGRA = Variazione(GenereAtto.INTEGRAZIONE, punti=[NuovoPunto("Viaggi di istruzione")])


def rinvio(giorni: int = 12) -> Variazione:
    return Variazione(
        GenereAtto.RINVIO,
        motivo="Allerta meteo",
        nuovo_inizio=ADESSO + giorni * GIORNO,
        nuovo_luogo="Palestra",
    )


REVOCA = Variazione(GenereAtto.REVOCA, motivo="Sciopero")


def test_an_integration_adds_after_the_others(convocata):
    parte(convocata, INTEGRA)
    nuovo = Punto.objects.get(titolo="Viaggi di istruzione")
    assert (nuovo.ordine, nuovo.origine) == (3, "integrazione")
    ultimo = Avviso.objects.select_related("documento", "protocollo").latest("pk")
    assert [r["numero"] for r in ultimo.documento.contesto["punti"]] == [3]
    assert Protocollo.objects.count() == 2
    assert Promemoria.objects.filter(tipo="convocazioni.integrazione").count() == 3


def test_until_it_leaves_nothing_is_added(convocata):
    avviso = prepara_variazione(
        autore=contesto(convocata.segretaria),
        adesso=ADESSO,
        seduta_id=convocata.seduta.pk,
        variazione=INTEGRA,
    )
    assert Punto.objects.count() == 2
    ritira_avviso(autore=contesto(convocata.segretaria), adesso=ADESSO, avviso_id=avviso.pk)
    assert Avviso.objects.count() == 1


def test_an_integration_has_a_term_of_its_own(convocata):
    tardi = ADESSO + 8 * GIORNO
    with pytest.raises(AttoRifiutato) as rifiuto:
        parte(convocata, INTEGRA, tardi)
    assert codici(rifiuto) == ["fuori_termine"]


def test_a_postponement_moves_the_day_and_asks_again(convocata):
    risponde(convocata, convocata.consigliera, "presente")
    parte(convocata, rinvio())
    seduta = Seduta.objects.get()
    assert (seduta.inizio_previsto, seduta.luogo) == (ADESSO + 12 * GIORNO, "Palestra")
    assert seduta.numero == 1
    assert Convocato.objects.get(persona=convocata.consigliera).risposta == ""
    testo = Documento.objects.latest("pk").contesto["capoversi"][0]
    assert "già convocata per sabato 15 giugno" in testo
    assert "è rinviata a lunedì 17 giugno" in testo


def test_a_postponement_is_judged_again(convocata):
    with pytest.raises(AttoRifiutato) as rifiuto:
        parte(convocata, rinvio(3))
    assert codici(rifiuto) == ["fuori_termine"]
    assert Seduta.objects.get().inizio_previsto == ADESSO + 10 * GIORNO


def test_a_revoked_sitting_is_not_held(convocata):
    parte(convocata, REVOCA)
    assert Seduta.objects.get().stato == StatoSeduta.REVOCATA
    with pytest.raises(AttoRifiutato):
        parte(convocata, INTEGRA)


def test_one_notice_at_a_time(convocata):
    comune = {
        "autore": contesto(convocata.segretaria),
        "adesso": ADESSO,
        "seduta_id": convocata.seduta.pk,
    }
    prepara_variazione(**comune, variazione=REVOCA)
    with pytest.raises(AttoRifiutato) as rifiuto:
        prepara_variazione(**comune, variazione=INTEGRA)
    assert codici(rifiuto) == ["altro_avviso"]
    assert Avviso.objects.count() == 2


# The sitting that takes up another


def chiama(scena: Casa, adesso, inizio) -> Avviso:
    return prepara_seguito(
        autore=contesto(scena.segretaria, adesso),
        adesso=adesso,
        seduta_id=scena.seduta.pk,
        inizio=inizio,
    )


def test_after_a_deserted_sitting_the_same_agenda_to_the_absent_only(convocata):
    Seduta.objects.update(stato=StatoSeduta.DESERTA)
    Convocato.objects.filter(persona=convocata.consigliera).update(presenza=Presenza.PRESENTE)
    dopo = ADESSO + 10 * GIORNO + UN_ORA
    avviso = chiama(convocata, dopo, dopo + 6 * GIORNO)
    firma_avviso(autore=contesto(convocata.presidente, dopo), adesso=dopo, avviso_id=avviso.pk)
    invia_avviso(autore=contesto(convocata.segretaria, dopo), adesso=dopo, avviso_id=avviso.pk)
    seconda = Seduta.objects.get(segue=convocata.seduta)
    assert (seconda.numero, seconda.stato) == (2, StatoSeduta.CONVOCATA)
    assert [p.titolo for p in seconda.punti.order_by("ordine")] == [
        p.titolo for p in convocata.seduta.punti.order_by("ordine")
    ]
    assert seconda.convocati.count() == 3
    scritti = Promemoria.objects.filter(tipo="convocazioni.seconda")
    assert {p.destinatario for p in scritti} == {convocata.presidente, convocata.senza_posta}


def test_it_is_taken_up_once(convocata):
    Seduta.objects.update(stato=StatoSeduta.DESERTA)
    chiama(convocata, ADESSO, ADESSO + 6 * GIORNO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        chiama(convocata, ADESSO, ADESSO + 7 * GIORNO)
    assert codici(rifiuto) == ["gia_ripresa"]


def test_an_interrupted_sitting_goes_on_with_what_was_left(convocata):
    """The organ has no rule of its own: it may only go on the same day."""
    Seduta.objects.update(
        stato=StatoSeduta.CHIUSA, aperta_il=ADESSO, chiusa_il=ADESSO + UN_ORA, in_carica=3
    )
    Punto.objects.filter(ordine=2).update(esito=EsitoPunto.RINVIATO)
    with pytest.raises(AttoRifiutato) as rifiuto, transaction.atomic():
        chiama(convocata, ADESSO + UN_ORA, ADESSO + 2 * GIORNO)
    assert codici(rifiuto) == ["fuori_termine"]
    avviso = chiama(convocata, ADESSO + UN_ORA, ADESSO + 3 * UN_ORA)
    assert [p.natura for p in avviso.seduta.punti.all()] == [NaturaPunto.VARIE]


# Mail


def consegna_tutto(scena: Casa, adesso=ADESSO) -> None:
    while consegna_prossimo(istituto_id=scena.istituto.pk, adesso=adesso):
        pass


def evento(messaggio):
    """The attached event, and what is asked of the calendar."""
    [allegato] = list(messaggio.iter_attachments())
    assert allegato.get_content_type() == "text/calendar"
    assert allegato.get_filename() == "seduta.ics"
    calendario = Calendar.from_ical(allegato.get_content())
    assert allegato.get_param("method") == calendario["method"]
    return calendario.walk("VEVENT")[0], str(calendario["method"])


def test_the_mail_arrives_with_the_event(convocata, posta):
    consegna_tutto(convocata)
    mie = [m for m in posta.messaggi if convocata.consigliera.utente.email in m["To"]]
    [messaggio] = mie
    assert "Convocazione del Consiglio d’istituto, seduta n. 1" in messaggio["Subject"]
    voce, metodo = evento(messaggio)
    assert (metodo, voce["sequence"]) == ("REQUEST", 0)
    assert voce["dtstart"].dt == ADESSO + 10 * GIORNO
    assert voce["uid"] == inviti.uid(convocata.seduta)
    assert convocata.consigliera.utente.email in voce["attendee"]
    assert len(posta.messaggi) == 2


def test_a_postponed_event_keeps_its_uid_and_grows(convocata, posta):
    consegna_tutto(convocata)
    parte(convocata, rinvio())
    posta.svuota()
    consegna_tutto(convocata)
    voce, metodo = evento(posta.messaggi[0])
    assert (metodo, voce["sequence"]) == ("REQUEST", 1)
    assert voce["uid"] == inviti.uid(convocata.seduta)
    assert voce["dtstart"].dt == ADESSO + 12 * GIORNO


def test_a_revoked_event_is_cancelled(convocata, posta):
    consegna_tutto(convocata)
    parte(convocata, REVOCA)
    posta.svuota()
    consegna_tutto(convocata)
    voce, metodo = evento(posta.messaggi[0])
    assert (metodo, voce["status"]) == ("CANCEL", "CANCELLED")


def test_what_is_overtaken_does_not_leave(convocata, posta):
    parte(convocata, rinvio())
    consegna_tutto(convocata)
    assert {m["Subject"].split("] ")[1].split(" ")[0] for m in posta.messaggi} == {"Rinvio"}


def test_who_does_not_sit_any_more_is_not_written_to(convocata, posta):
    convocata.organo.mandati.filter(persona=convocata.consigliera).update(al=ADESSO.date())
    suo = Promemoria.objects.get(destinatario=convocata.consigliera)
    assert not ancora_dovuto(suo, ADESSO)


def test_of_a_reserved_sitting_mail_and_event_say_only_that(posta):
    scena = casa(riservata=True, luogo="Presidenza")
    PuntoFactory(istituto=scena.istituto, seduta=scena.seduta, ordine=3, titolo="Sospensione")
    scena.convocata()
    consegna_tutto(scena)
    for messaggio in posta.messaggi:
        assert messaggio["Subject"].endswith("] Seduta riservata")
        voce, _ = evento(messaggio)
        assert voce["summary"] == "Seduta riservata"
        assert "location" not in voce
        assert "description" not in voce
        intero = messaggio.as_string() + voce.to_ical().decode()
        for parola in ("Sospensione", "Variazioni", "Presidenza", "Consiglio"):
            assert parola not in intero
    assert len(posta.messaggi) == 2


# Paper


def test_the_paper_is_printed_once(convocata):
    avviso = Avviso.objects.get()
    stampato = stampa_avviso(convocata.istituto.pk, avviso.documento_id)
    assert stampato.impronta
    assert stampa_avviso(convocata.istituto.pk, avviso.documento_id).impronta == stampato.impronta
