"""The acts on a circular: what they write, whom they reach, what they refuse."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext

from cpia.atti.caricamenti import controlla
from cpia.atti.models import Operazione, Protocollo
from cpia.avvisi.circolari import access
from cpia.avvisi.circolari.azioni import azioni
from cpia.avvisi.circolari.documents import ContestoCircolare
from cpia.avvisi.circolari.errori import BozzaCambiata, CircolareRifiutata
from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.circolari.queries.destinatari import destinatari, persone, vesti
from cpia.avvisi.circolari.queries.riassunto import riassunto
from cpia.avvisi.circolari.queries.ricevute import righe
from cpia.avvisi.circolari.services import (
    allega_file,
    allinea_destinatari,
    annulla_circolare,
    elimina_bozza,
    modifica_circolare,
    pubblica_circolare,
    registra_riscontro,
    ritira_riscontro,
    sollecita_circolare,
    stampa_circolare,
    togli_file,
)
from cpia.avvisi.circolari.services.solleciti import ancora_dovuto
from cpia.avvisi.models import (
    Circolare,
    DestinatariCircolare,
    FileCircolare,
    Lavoro,
    Promemoria,
    RicevutaCircolare,
    Scadenza,
)
from cpia.avvisi.queries import scadenze_aperte
from cpia.avvisi.registri import AzioneRifiutata
from cpia.norme.models import Parametro, Regolamento
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Classe, Incarico, Sede
from tests.avvisi.circolari import ENTRO, Ufficio, bozza, dati, pubblicata, ufficio
from tests.avvisi.scena import MERCOLEDI, OGGI, contesto, incarico, persona

GIORNO = timedelta(days=1)


def pdf() -> bytes:
    """A page with nothing on it."""
    foglio, scritto = pikepdf.new(), io.BytesIO()
    foglio.add_blank_page()
    foglio.save(scritto)
    return scritto.getvalue()


@pytest.fixture
def casa(scuola) -> Ufficio:
    return ufficio(scuola)


def chi_riceve(circolare, giorno=OGGI):
    return set(persone(circolare.istituto_id, destinatari(circolare), giorno))


def pubblica(casa, circolare, **altro):
    return pubblica_circolare(
        **{"autore": casa.dirige, "adesso": MERCOLEDI, "circolare_id": circolare.pk} | altro
    )


def risponde(chi, circolare, risposta="", adesso=MERCOLEDI):
    return registra_riscontro(
        autore=contesto(chi, adesso), adesso=adesso, circolare_id=circolare.pk, risposta=risposta
    )


# To whom


def test_a_role_is_held_by_incarico_by_enrolment_or_by_answering_for_somebody(casa):
    tutti = bozza(casa, ruoli=[Ruolo.DOCENTE, Ruolo.STUDENTE, Ruolo.RESPONSABILE])
    assert chi_riceve(tutti) == {casa.docente, casa.studente, casa.madre}


def test_only_in_a_class_or_in_a_seat(casa):
    altra_sede = Sede.objects.create(istituto=casa.scuola.istituto, nome="Succursale")
    altrove = persona(casa.scuola.istituto, "Ivo")
    incarico(altrove, Ruolo.COORDINATORE_SEDE, sede=altra_sede)
    lontana = Classe.objects.get(pk=casa.scuola.classe.pk)
    lontana.pk, lontana.sezione, lontana.sede = None, "Z", altra_sede
    lontana.save()
    incarico(altrove, Ruolo.COORDINATORE, classe=lontana)
    ruoli = [Ruolo.COORDINATORE, Ruolo.COORDINATORE_SEDE, Ruolo.STUDENTE, Ruolo.RESPONSABILE]
    nella_classe = bozza(casa, ruoli=ruoli, classi=[casa.scuola.classe])
    assert chi_riceve(nella_classe) == {casa.scuola.coordinatrice, casa.studente, casa.madre}
    assert chi_riceve(bozza(casa, ruoli=ruoli, sedi=[altra_sede])) == {altrove}
    insieme = bozza(casa, ruoli=ruoli, sedi=[altra_sede], classi=[casa.scuola.classe])
    assert chi_riceve(insieme) == chi_riceve(nella_classe) | {altrove}


def test_a_role_that_is_over_or_withdrawn_receives_nothing(casa):
    for nome, quando in (("Uno", {"al": date(2024, 6, 4)}), ("Due", {"revocato_il": MERCOLEDI})):
        incarico(
            persona(casa.scuola.istituto, nome),
            Ruolo.DOCENTE,
            cattedra=casa.scuola.cattedra,
            **quando,
        )
    assert chi_riceve(bozza(casa)) == {casa.docente}


def test_who_receives_in_two_roles_is_one_person_with_two_roles(casa):
    incarico(casa.docente, Ruolo.TUTOR)
    uscita = pubblicata(casa, ruoli=[Ruolo.DOCENTE, Ruolo.TUTOR])
    assert uscita.ricevute.count() == 1
    [riga] = righe(uscita, MERCOLEDI.date())
    assert (riga.ruoli, riga.sedi) == (("Docenti", "Tutor"), ("Sede centrale",))
    assert len(list(vesti(uscita.istituto_id, destinatari(uscita), MERCOLEDI.date()))) == 2


# The draft


def test_a_draft_is_free_and_has_no_number(casa):
    circolare = bozza(casa)
    assert (circolare.numero, circolare.protocollo, circolare.pubblicata_il) == (None, None, None)
    modifica_circolare(
        autore=casa.scrive,
        adesso=MERCOLEDI,
        circolare_id=circolare.pk,
        dati=dati(oggetto="Scrutini", ruoli=[Ruolo.STUDENTE], riscontro="nessuno"),
        versione=elenco.versione(circolare),
    )
    circolare.refresh_from_db()
    assert circolare.oggetto == "Scrutini"
    assert [riga.ruolo for riga in destinatari(circolare)] == [Ruolo.STUDENTE]
    elimina_bozza(autore=casa.scrive, adesso=MERCOLEDI, circolare_id=circolare.pk)
    assert not Circolare.objects.filter(pk=circolare.pk).exists()
    azioni_scritte = Operazione.objects.filter(oggetto_tipo="avvisi.circolare").order_by("pk")
    assert list(azioni_scritte.values_list("azione", flat=True)) == [
        "prepara circolare",
        "modifica circolare",
        "elimina bozza di circolare",
    ]


def test_two_who_write_at_once_do_not_undo_each_other(casa):
    circolare = bozza(casa)
    letta = elenco.versione(circolare)
    comune = {"adesso": MERCOLEDI, "circolare_id": circolare.pk, "versione": letta}
    modifica_circolare(autore=casa.scrive, dati=dati(oggetto="Prima"), **comune)
    with pytest.raises(BozzaCambiata):
        modifica_circolare(autore=casa.dirige, dati=dati(oggetto="Dopo"), **comune)
    with pytest.raises(BozzaCambiata):
        pubblica(casa, circolare, versione=letta)
    circolare.refresh_from_db()
    assert (circolare.oggetto, circolare.numero) == ("Prima", None)


def test_what_asks_without_a_day_is_refused(casa):
    with pytest.raises(CircolareRifiutata) as rifiuto:
        bozza(casa, riscontro_entro=None)
    assert "giorno entro cui" in rifiuto.value.messaggio
    assert not Circolare.objects.exists()


def test_attachments_of_a_draft(casa, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path
    circolare = bozza(casa)
    accettato = controlla(SimpleUploadedFile("calendario.pdf", pdf()))
    comune = {"autore": casa.scrive, "adesso": MERCOLEDI, "circolare_id": circolare.pk}
    prima, seconda = (allega_file(titolo=t, file=accettato, **comune) for t in ("", "Orario"))
    assert [f.titolo for f in elenco.file(circolare)] == ["calendario", "Orario"]
    assert "calendario" not in prima.file.name
    with django_capture_on_commit_callbacks(execute=True):
        togli_file(file_id=seconda.pk, **comune)
    assert not (tmp_path / seconda.file.name).exists()
    pubblica(casa, circolare)
    with pytest.raises(CircolareRifiutata):
        togli_file(file_id=prima.pk, **comune)
    assert (tmp_path / prima.file.name).exists()
    assert FileCircolare.objects.get().titolo == "calendario"


def test_attachments_are_no_more_than_ten(casa, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    circolare = bozza(casa)
    accettato = controlla(SimpleUploadedFile("nota.pdf", pdf()))
    comune = {"autore": casa.scrive, "adesso": MERCOLEDI, "circolare_id": circolare.pk}
    for _ in range(10):
        allega_file(titolo="Nota", file=accettato, **comune)
    with pytest.raises(CircolareRifiutata, match="troppi_allegati"):
        allega_file(titolo="Nota", file=accettato, **comune)
    assert FileCircolare.objects.count() == 10


# Publication


def test_publishing_numbers_registers_freezes_and_reaches(casa):
    uscita = pubblicata(casa)
    assert (uscita.numero, uscita.pubblicata_il) == (1, MERCOLEDI)
    protocollo = Protocollo.objects.get()
    assert protocollo.oggetto == "Circolare n. 1: Calendario degli scrutini finali"
    assert protocollo.corrispondente == "Docenti"
    parole = ContestoCircolare.from_dict(uscita.documento.contesto)
    assert parole.capoversi == ("Si comunica il calendario.", "Si raccomanda la puntualità.")
    assert parole.richiesta == "È richiesta la presa visione, entro venerdì 7 giugno."
    assert (parole.firma.nome, parole.numero) == ("Marzia Tolomei", 1)
    ricevuta = RicevutaCircolare.objects.get()
    assert (ricevuta.persona, ricevuta.letta_il, ricevuta.risposta) == (casa.docente, None, "")
    [scadenza] = scadenze_aperte(contesto(casa.docente))
    assert scadenza.titolo == "Circolare n. 1: Calendario degli scrutini finali"
    assert (scadenza.dettaglio, scadenza.entro_il) == ("È richiesta la presa visione.", ENTRO)
    avviso = Promemoria.objects.get(tipo="circolari.pubblicata")
    assert (avviso.destinatario, avviso.indirizzo) == (casa.docente, scadenza.indirizzo)
    assert ancora_dovuto(avviso, MERCOLEDI)
    riga = Operazione.objects.get(azione="pubblica circolare")
    assert riga.dati == {"numero": 1, "protocollo": protocollo.pk, "persone": 1}
    assert Lavoro.objects.get().tipo == "cpia.avvisi.circolari.stampa"


def test_what_asks_nothing_is_on_no_desk(casa):
    uscita = pubblicata(casa, riscontro="nessuno", riscontro_entro=None)
    assert uscita.ricevute.count() == 1
    assert not Scadenza.objects.exists()
    assert Promemoria.objects.filter(tipo="circolari.pubblicata").count() == 1


def test_numbers_follow_without_a_gap_whatever_is_refused_between(casa):
    prima, rifiutata, dopo = bozza(casa), bozza(casa, ruoli=[Ruolo.TUTOR]), bozza(casa)
    pubblica(casa, prima, primo_numero=402)
    with pytest.raises(CircolareRifiutata, match="senza_destinatari"):
        pubblica(casa, rifiutata)
    assert pubblica(casa, dopo, primo_numero=900).numero == 403
    with pytest.raises(CircolareRifiutata, match="gia_pubblicata"):
        pubblica(casa, dopo)
    assert Protocollo.objects.count() == 2


def test_a_refusal_changes_nothing(casa):
    circolare = bozza(casa)
    Incarico.objects.filter(ruolo=Ruolo.DIRIGENTE).update(revocato_il=MERCOLEDI)
    prima = Operazione.objects.count()
    with pytest.raises(CircolareRifiutata, match="senza_dirigente"):
        pubblica(casa, circolare)
    circolare.refresh_from_db()
    assert (circolare.numero, circolare.documento) == (None, None)
    assert not RicevutaCircolare.objects.exists()
    assert not Promemoria.objects.exists()
    assert not Protocollo.objects.exists()
    assert Operazione.objects.count() == prima


def test_what_is_published_cannot_change(casa):
    uscita = pubblicata(casa)
    comune = {"autore": casa.scrive, "adesso": MERCOLEDI, "circolare_id": uscita.pk}
    with pytest.raises(CircolareRifiutata, match="gia_pubblicata"):
        modifica_circolare(dati=dati(oggetto="Altro"), versione=elenco.versione(uscita), **comune)
    with pytest.raises(CircolareRifiutata, match="gia_pubblicata"):
        elimina_bozza(**comune)
    with pytest.raises((IntegrityError, ProgrammingError, Circolare.DoesNotExist)):
        _cancella_a_mano(uscita)
    assert Circolare.objects.get().oggetto == "Calendario degli scrutini finali"


def _cancella_a_mano(uscita):
    """The database itself keeps what has a number."""
    with transaction.atomic():
        RicevutaCircolare.objects.all().delete()
        DestinatariCircolare.objects.all().delete()
        if not Circolare.objects.filter(pk=uscita.pk).delete()[0]:
            raise Circolare.DoesNotExist


def _molti(casa, quanti):
    for numero in range(quanti):
        chi = persona(casa.scuola.istituto, f"Docente{numero}")
        incarico(chi, Ruolo.DOCENTE, cattedra=casa.scuola.cattedra)


def test_three_hundred_receive_in_as_many_statements_as_one(casa):
    bozze = [bozza(casa), bozza(casa)]
    with CaptureQueriesContext(connection) as con_uno:
        pubblica(casa, bozze[0])
    _molti(casa, 300)
    with CaptureQueriesContext(connection) as con_molti:
        uscita = pubblica(casa, bozze[1])
    assert uscita.ricevute.count() == Scadenza.objects.count() - 1 == 301
    assert len(con_molti) == len(con_uno) <= 45
    with CaptureQueriesContext(connection) as lette:
        assert len(righe(uscita, MERCOLEDI.date())) == 301
    assert len(lette) <= 8


def test_a_circular_is_printed_once(casa, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    uscita = pubblicata(casa)
    stampata = stampa_circolare(uscita.istituto_id, uscita.documento_id)
    assert stampata.pagine == 1
    assert (tmp_path / stampata.file.name).read_bytes()[:5] == b"%PDF-"
    assert stampa_circolare(uscita.istituto_id, uscita.documento_id).impronta == stampata.impronta


# What each says


def test_to_say_that_it_is_read_takes_it_off_the_desk_and_can_be_taken_back(casa):
    uscita = pubblicata(casa)
    risponde(casa.docente, uscita)
    prima = Operazione.objects.count()
    risponde(casa.docente, uscita, adesso=MERCOLEDI + timedelta(hours=1))
    assert RicevutaCircolare.objects.get().letta_il == MERCOLEDI
    assert Operazione.objects.count() == prima
    assert scadenze_aperte(contesto(casa.docente)) == []
    ritira_riscontro(autore=contesto(casa.docente), adesso=MERCOLEDI, circolare_id=uscita.pk)
    assert RicevutaCircolare.objects.get().letta_il is None
    assert len(scadenze_aperte(contesto(casa.docente))) == 1


def test_an_answer_is_read_too_and_changes_until_the_term(casa):
    uscita = pubblicata(casa, riscontro="adesione")
    with pytest.raises(CircolareRifiutata, match="risposta_mancante"):
        risponde(casa.docente, uscita)
    risponde(casa.docente, uscita, "si")
    risponde(casa.docente, uscita, "no", MERCOLEDI + GIORNO)
    ricevuta = RicevutaCircolare.objects.get()
    assert (ricevuta.risposta, ricevuta.letta_il) == ("no", MERCOLEDI)
    with pytest.raises(CircolareRifiutata, match="termine_passato"):
        risponde(casa.docente, uscita, "si", MERCOLEDI + 5 * GIORNO)
    with pytest.raises(CircolareRifiutata, match="termine_passato"):
        ritira_riscontro(
            autore=contesto(casa.docente, MERCOLEDI + 5 * GIORNO),
            adesso=MERCOLEDI + 5 * GIORNO,
            circolare_id=uscita.pk,
        )
    assert RicevutaCircolare.objects.get().risposta == "no"


def test_who_is_late_may_still_answer_and_it_is_said(casa):
    uscita = pubblicata(casa)
    tardi = MERCOLEDI + 4 * GIORNO
    [prima] = righe(uscita, tardi.date())
    assert prima.stato.testo == "manca la presa visione, in ritardo di 2 giorni"
    risponde(casa.docente, uscita, adesso=tardi)
    [dopo] = righe(uscita, tardi.date())
    assert (dopo.stato.testo, dopo.detto) == ("letta, 2 giorni dopo il termine", True)


def test_one_click_on_the_desk(casa):
    uscita = pubblicata(casa, riscontro="si_no")
    io = contesto(casa.docente)
    scadenze = scadenze_aperte(io)
    with CaptureQueriesContext(connection) as lette:
        offerte = azioni(io, scadenze)[scadenze[0].pk]
    assert len(lette) == 1
    assert [azione.verbo for azione in offerte] == ["Sì", "No"]
    detto = offerte[1].compi(autore=io, adesso=MERCOLEDI)
    assert detto == "Risposta alla circolare n. 1: no."
    assert RicevutaCircolare.objects.get().risposta == "no"
    offerte[1].disfa(autore=io, adesso=MERCOLEDI)
    assert RicevutaCircolare.objects.get().risposta == ""
    annulla_circolare(
        autore=casa.dirige, adesso=MERCOLEDI, circolare_id=uscita.pk, motivo="Data sbagliata."
    )
    with pytest.raises(AzioneRifiutata, match="annullata"):
        offerte[0].compi(autore=io, adesso=MERCOLEDI)
    assert azioni(io, scadenze)[scadenze[0].pk][0].disfa is None


def test_the_one_act_of_what_is_only_read_is_the_main_one(casa):
    pubblicata(casa)
    io = contesto(casa.docente)
    [[azione]] = azioni(io, scadenze_aperte(io)).values()
    assert (azione.chiave, azione.verbo, azione.principale) == ("ho-letto", "Ho letto", True)
    tardi = contesto(casa.docente, MERCOLEDI + 5 * GIORNO)
    [[azione]] = azioni(tardi, scadenze_aperte(tardi)).values()
    assert azione.disfa is None


# Reminders, annulment, who comes and who goes


def test_who_is_missing_is_reminded_once_a_day(casa):
    _molti(casa, 2)
    uscita = pubblicata(casa)
    risponde(casa.docente, uscita)
    comune = {"autore": casa.scrive, "adesso": MERCOLEDI, "circolare_id": uscita.pk}
    assert sollecita_circolare(**comune) == 2
    assert Promemoria.objects.filter(tipo="circolari.sollecito").first().testo == (
        "Manca ancora la tua presa visione. È richiesta la presa visione, entro venerdì 7 giugno."
    )
    solleciti = Promemoria.objects.filter(tipo="circolari.sollecito")
    assert casa.docente not in [p.destinatario for p in solleciti]
    with pytest.raises(CircolareRifiutata, match="gia_sollecitata"):
        sollecita_circolare(**comune)
    domani = MERCOLEDI + GIORNO
    assert (
        sollecita_circolare(
            autore=contesto(casa.segretaria, domani), adesso=domani, circolare_id=uscita.pk
        )
        == 2
    )
    assert solleciti.all().count() == 4


def test_a_notice_still_queued_is_not_sent_in_vain(casa):
    uscita = pubblicata(casa)
    avviso = Promemoria.objects.get(tipo="circolari.pubblicata")
    risponde(casa.docente, uscita)
    assert not ancora_dovuto(avviso, MERCOLEDI)
    ritira_riscontro(autore=contesto(casa.docente), adesso=MERCOLEDI, circolare_id=uscita.pk)
    assert ancora_dovuto(avviso, MERCOLEDI)
    Incarico.objects.filter(persona=casa.docente).update(al=date(2024, 6, 5))
    assert not ancora_dovuto(avviso, MERCOLEDI + GIORNO)


def test_annulled_with_a_reason_once_and_for_all(casa):
    uscita = pubblicata(casa)
    comune = {"autore": casa.dirige, "adesso": MERCOLEDI, "circolare_id": uscita.pk}
    with pytest.raises(CircolareRifiutata, match="motivo_mancante"):
        annulla_circolare(motivo=" ", **comune)
    annulla_circolare(motivo="La data è sbagliata.", **comune)
    uscita.refresh_from_db()
    assert (uscita.numero, uscita.annullata_il) == (1, MERCOLEDI)
    assert uscita.documento.annullato_il == MERCOLEDI
    assert scadenze_aperte(contesto(casa.docente)) == []
    pubblicato = Promemoria.objects.get(tipo="circolari.pubblicata")
    annullato = Promemoria.objects.get(tipo="circolari.annullata")
    assert "La data è sbagliata." in annullato.testo
    assert not ancora_dovuto(pubblicato, MERCOLEDI)
    assert ancora_dovuto(annullato, MERCOLEDI)
    with pytest.raises(CircolareRifiutata, match="gia_annullata"):
        annulla_circolare(motivo="Di nuovo.", **comune)
    assert pubblicata(casa).numero == 2


def test_who_comes_later_finds_it_and_who_goes_no_longer_has_it_to_do(casa):
    uscita = pubblicata(casa)
    supplente = persona(casa.scuola.istituto, "Sara", "Zani")
    domani = MERCOLEDI + GIORNO
    Incarico.objects.filter(persona=casa.docente).update(al=date(2024, 6, 5))
    incarico(supplente, Ruolo.DOCENTE, cattedra=casa.scuola.cattedra, dal=date(2024, 6, 6))
    # The list shows it at once, the desk after the tick.
    assert access.leggibile(contesto(supplente, domani), uscita)
    allinea_destinatari(casa.scuola.istituto.pk, domani)
    [sua] = scadenze_aperte(contesto(supplente, domani))
    assert sua.indirizzo.endswith(f"/circolari/{uscita.pk}/")
    assert Promemoria.objects.filter(destinatario=supplente).count() == 1
    assert scadenze_aperte(contesto(casa.docente, domani)) == []
    prima = list(Scadenza.objects.order_by("pk").values())
    allinea_destinatari(casa.scuola.istituto.pk, domani)
    assert list(Scadenza.objects.order_by("pk").values()) == prima
    Incarico.objects.filter(persona=casa.docente).update(al=None)
    allinea_destinatari(casa.scuola.istituto.pk, domani)
    assert len(scadenze_aperte(contesto(casa.docente, domani))) == 1


def test_a_deadline_left_open_by_mistake_is_closed_by_the_click_or_by_the_tick(casa):
    uscita = pubblicata(casa)
    risponde(casa.docente, uscita)
    for rimedia in (
        lambda: risponde(casa.docente, uscita),
        lambda: allinea_destinatari(casa.scuola.istituto.pk, MERCOLEDI),
    ):
        Scadenza.objects.update(chiusa_il=None)
        rimedia()
        assert scadenze_aperte(contesto(casa.docente)) == []


def test_after_the_term_who_comes_later_may_read_it_and_owes_nothing(casa):
    uscita = pubblicata(casa)
    tardi = MERCOLEDI + 5 * GIORNO
    nuova = persona(casa.scuola.istituto, "Sara", "Zani")
    incarico(nuova, Ruolo.DOCENTE, cattedra=casa.scuola.cattedra, dal=date(2024, 6, 9))
    allinea_destinatari(casa.scuola.istituto.pk, tardi)
    assert scadenze_aperte(contesto(nuova, tardi)) == []
    risponde(nuova, uscita, adesso=tardi)
    assert RicevutaCircolare.objects.get(persona=nuova).letta_il == tardi


def test_the_circulars_in_one_line_for_the_whole_institute(casa):
    assert riassunto(casa.dirige) is None
    pubblicata(casa, riscontro="nessuno", riscontro_entro=None)
    assert riassunto(casa.dirige) is None
    _molti(casa, 2)
    uscita = pubblicata(casa)
    risponde(casa.docente, uscita)
    bozza(casa)
    dirigente = casa.dirige
    with CaptureQueriesContext(connection) as lette:
        riga = riassunto(dirigente)
    assert len(lette) <= 9
    assert (riga.in_corso, riga.frase) == (
        1,
        "1 circolare aspetta 2 risposte; 1 bozza da pubblicare.",
    )


# Who reads


def test_reserved_is_of_who_receives_and_of_the_office(casa):
    uscita = pubblicata(casa)
    assert access.leggibile(contesto(casa.docente), uscita)
    assert access.leggibile(casa.scrive, uscita)
    assert not access.leggibile(contesto(casa.madre), uscita)
    assert not access.leggibile(contesto(casa.docente), bozza(casa))


def test_what_was_received_stays_readable_in_the_same_role_and_in_no_other(casa):
    uscita = pubblicata(casa, classi=[casa.scuola.classe])
    domani = contesto(casa.docente, MERCOLEDI + GIORNO)
    Incarico.objects.filter(persona=casa.docente).update(al=date(2024, 6, 5))
    assert not access.leggibile(replace(domani, incarichi=()), uscita)
    altra = Classe.objects.get(pk=casa.scuola.classe.pk)
    altra.pk, altra.sezione = None, "Z"
    altra.save()
    nuova = casa.scuola.cattedra
    nuova.pk, nuova.classe = None, altra
    nuova.save()
    incarico(casa.docente, Ruolo.DOCENTE, cattedra=nuova, dal=date(2024, 6, 6))
    assert access.leggibile(contesto(casa.docente, MERCOLEDI + GIORNO), uscita)
    assert chi_riceve(uscita, date(2024, 6, 6)) == set()


def test_the_secretary_publishes_where_the_institute_says_so(casa):
    assert access.pubblica(casa.dirige)
    assert not access.pubblica(casa.scrive)
    regolamento = Regolamento.objects.create(
        istituto=casa.scuola.istituto, titolo="Regolamento delle circolari",
        atto="delibera n. 4", dal=date(2023, 9, 1),
    )  # fmt: skip
    Parametro.objects.create(
        istituto=casa.scuola.istituto, regolamento=regolamento,
        chiave="circolari.pubblica_segreteria", valore="sì", articolo="art. 2",
    )  # fmt: skip
    assert access.pubblica(casa.scrive)
    assert not access.pubblica(contesto(casa.docente))
