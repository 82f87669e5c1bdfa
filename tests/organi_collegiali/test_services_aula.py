"""A sitting as it goes: roll call, movements, items, notes, stops, closing."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from organi_collegiali.enums import (
    CausaAggiornamento,
    EsitoPunto,
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    Presenza,
    Risposta,
    StatoSeduta,
)
from organi_collegiali.models import (
    Convocato,
    Dichiarazione,
    Interesse,
    Mandato,
    Movimento,
    Seduta,
    Sospensione,
    Verbale,
)
from organi_collegiali.queries.aula import aula
from organi_collegiali.queries.presenze import interessati, presenze
from organi_collegiali.services import aula as servizi
from organi_collegiali.services.verbali.lettura_verbali import metti_in_lettura
from organi_collegiali.services.voto.inversione import chiedi_inversione
from organi_collegiali.services.voto.votazioni import apri_votazione
from tests.organi_collegiali.scena_aula import Sala, sala
from tests.organi_collegiali.scena_norme import regolamento

pytestmark = pytest.mark.django_db


@pytest.fixture
def scena() -> Sala:
    return sala()


@pytest.fixture
def aperta(scena) -> Sala:
    scena.apri(14)
    return scena


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def rifiutato(codice, compie, **dati):
    """The act is refused for this, and nothing has changed."""
    prima = (list(Movimento.objects.values()), Operazione.objects.count())
    with pytest.raises(AttoRifiutato) as rifiuto:
        compie(**dati)
    assert codici(rifiuto) == [codice]
    assert (list(Movimento.objects.values()), Operazione.objects.count()) == prima


def azioni() -> list[str]:
    return list(Operazione.objects.order_by("id").values_list("azione", flat=True))


def mette_ai_voti(scena, punto, minuti):
    return apri_votazione(
        **scena.chi(minuti), punto_id=punto.pk, genere=GenereVotazione.PROPOSTA,
        forma=FormaVotazione.PALESE, modo=ModoVotazione.ALZATA, testo="di approvare",
    )  # fmt: skip


# Opening


def test_the_sitting_opens_with_who_is_there(scena):
    assente, taciturno = scena.convocati[-1], scena.convocati[-2]
    assente.risposta = Risposta.ASSENTE
    assente.save(update_fields=["risposta"])
    seduta = scena.apri(14)
    assert (seduta.stato, seduta.in_carica) == (StatoSeduta.IN_CORSO, 19)
    assert seduta.aperta_il == scena.aperta
    assert len(presenze(seduta).votanti(scena.aperta)) == 14
    assente.refresh_from_db()
    taciturno.refresh_from_db()
    assert assente.presenza == Presenza.ASSENTE_GIUSTIFICATO
    assert taciturno.presenza == Presenza.ASSENTE_INGIUSTIFICATO
    assert azioni() == ["apre la seduta"]
    assert Operazione.objects.get().dati["presenti"] == 14


def test_without_the_legal_number_it_does_not_open_and_is_deserted(scena):
    scena.segna(9)
    rifiutato(
        "numero_legale", servizi.apri_seduta, **scena.chi(), seduta_id=scena.seduta.pk,
        presiede_id=scena.presidente.persona_id, verbalizza_id=scena.segretario.persona_id,
    )  # fmt: skip
    rifiutato("troppo_presto", servizi.dichiara_deserta, **scena.chi(-5), seduta_id=scena.seduta.pk)
    seduta = servizi.dichiara_deserta(**scena.chi(30), seduta_id=scena.seduta.pk)
    assert (seduta.stato, seduta.chiusa_il) == (StatoSeduta.DESERTA, scena.alle(30))
    presenti = seduta.convocati.filter(presenza=Presenza.PRESENTE).count()
    assert presenti == 9
    verbale = Verbale.objects.get(seduta=seduta)
    assert verbale.chiusura.startswith("Constatata la mancanza del numero legale, la seduta è")
    metti_in_lettura(**scena.chi(60), verbale_id=verbale.pk)


def test_who_has_left_office_since_the_notice_does_not_count(scena):
    """Of 19 convened 17 are still in office: nine are enough, and who left does not vote."""
    giorno = timezone.localdate(scena.aperta)
    for convocato in scena.convocati[-2:]:
        Mandato.objects.filter(pk=convocato.mandato_id).update(al=giorno - timedelta(days=1))
    scena.segna(9)
    prima = presenze(Seduta.objects.get(pk=scena.seduta.pk))
    assert (prima.in_carica, len(prima.con_voto)) == (17, 17)
    seduta = servizi.apri_seduta(
        **scena.chi(), seduta_id=scena.seduta.pk,
        presiede_id=scena.presidente.persona_id, verbalizza_id=scena.segretario.persona_id,
    )  # fmt: skip
    assert seduta.in_carica == 17
    assert not Convocato.objects.get(pk=scena.convocati[-1].pk).con_voto


def test_with_the_legal_number_it_is_not_deserted(scena):
    scena.segna(10)
    rifiutato("valida", servizi.dichiara_deserta, **scena.chi(), seduta_id=scena.seduta.pk)


def test_who_is_not_there_does_not_preside(scena):
    scena.segna(14)
    assenti = [c for c in scena.convocati if c in scena.fuori]
    rifiutato(
        "presiede", servizi.apri_seduta, **scena.chi(), seduta_id=scena.seduta.pk,
        presiede_id=assenti[0].persona_id, verbalizza_id=scena.segretario.persona_id,
    )  # fmt: skip


def test_at_the_roll_call_a_mark_is_put_and_taken_away(scena):
    chi = scena.convocati[5]
    scena.muove(chi, 0, entra=True)
    scena.muove(chi, 0, entra=True)
    assert Movimento.objects.count() == 1
    assert scena.muove(chi, 0, entra=False) is None
    assert not Movimento.objects.exists()


# Movements


def test_arrivals_leavings_and_returns_move_the_number(aperta):
    tardi = aperta.fuori[0]
    aperta.muove(tardi, 10, entra=True)
    aperta.muove(tardi, 40, entra=False)
    aperta.muove(tardi, 50, entra=True)
    chi = presenze(aperta.seduta)
    quanti = [len(chi.votanti(aperta.alle(minuti))) for minuti in (5, 15, 45, 55)]
    assert quanti == [14, 15, 14, 15]
    assert [g.presenti for g in chi.andamento()] == [14, 15, 14, 15]
    assert azioni()[1:] == ["registra entrata", "registra uscita", "registra entrata"]


def test_the_same_movement_sent_twice_is_written_once(aperta):
    chi = aperta.fuori[0]
    primo = aperta.muove(chi, 10, entra=True, alle=time(10, 5))
    assert aperta.muove(chi, 12, entra=True, alle=time(10, 5)).pk == primo.pk
    assert Movimento.objects.filter(convocato=chi).count() == 1
    rifiutato(
        "gia_scritto", servizi.registra_movimento, **aperta.chi(20), convocato_id=chi.pk, entra=True
    )


def test_an_hour_is_corrected_and_a_mistake_is_undone(aperta):
    chi = aperta.fuori[0]
    movimento = aperta.muove(chi, 30, entra=True)
    dopo = timezone.localtime(aperta.alle(10))
    servizi.cambia_ora(
        **aperta.chi(31), movimento_id=movimento.pk, alle=time(dopo.hour, dopo.minute)
    )
    movimento.refresh_from_db()
    assert timezone.localtime(movimento.quando).minute == dopo.minute
    rifiutato(
        "ora", servizi.cambia_ora, **aperta.chi(32), movimento_id=movimento.pk, alle=time(7, 0)
    )
    servizi.toglie_movimento(**aperta.chi(33), movimento_id=movimento.pk)
    assert not Movimento.objects.filter(convocato=chi).exists()


def test_what_a_vote_has_counted_is_not_moved(aperta):
    tardi = aperta.fuori[0]
    movimento = aperta.muove(tardi, 10, entra=True)
    punto = aperta.punti[1]
    servizi.avvia_punto(**aperta.chi(1), punto_id=aperta.punti[0].pk)
    servizi.concludi_punto(**aperta.chi(2), punto_id=aperta.punti[0].pk, esito=EsitoPunto.TRATTATO)
    servizi.avvia_punto(**aperta.chi(3), punto_id=punto.pk)
    mette_ai_voti(aperta, punto, 20)
    rifiutato("votazione", servizi.toglie_movimento, **aperta.chi(25), movimento_id=movimento.pk)


def test_from_afar_is_refused_where_the_school_does_not_have_it(aperta):
    rifiutato(
        "a_distanza", servizi.registra_movimento, **aperta.chi(5),
        convocato_id=aperta.fuori[0].pk, entra=True, a_distanza=True,
    )  # fmt: skip


def test_who_came_is_not_absent(aperta):
    rifiutato(
        "presente", servizi.segna_assenza, **aperta.chi(5),
        convocato_id=aperta.presidente.pk, giustificata=True,
    )  # fmt: skip
    fuori = servizi.segna_assenza(
        **aperta.chi(5), convocato_id=aperta.fuori[0].pk, giustificata=True
    )
    assert fuori.presenza == Presenza.ASSENTE_GIUSTIFICATO


# The legal number


def test_the_legal_number_lost_halfway_stops_the_votes_and_comes_back(aperta):
    punto = aperta.punti[1]
    servizi.avvia_punto(**aperta.chi(1), punto_id=aperta.punti[0].pk)
    servizi.concludi_punto(**aperta.chi(2), punto_id=aperta.punti[0].pk, esito=EsitoPunto.TRATTATO)
    servizi.avvia_punto(**aperta.chi(3), punto_id=punto.pk)
    dentro = [c for c in aperta.convocati if c not in aperta.fuori][:5]
    for convocato in dentro:
        aperta.muove(convocato, 30, entra=False)
    stanza = aula(aperta.seduta, aperta.alle(31))
    assert (stanza.presenti, stanza.giudizio.valida) == (9, False)
    assert stanza.caduta.dal == aperta.alle(30)
    with pytest.raises(AttoRifiutato) as rifiuto:
        mette_ai_voti(aperta, punto, 32)
    assert "numero_legale" in codici(rifiuto)
    aperta.muove(dentro[0], 40, entra=True)
    assert aula(aperta.seduta, aperta.alle(41)).caduta is None
    assert mette_ai_voti(aperta, punto, 42).presenti == 10


def test_a_check_goes_on_record(aperta):
    quanti, giudizio = servizi.verifica_numero_legale(**aperta.chi(20), seduta_id=aperta.seduta.pk)
    assert (quanti, giudizio.numero_legale, giudizio.valida) == (14, 10, True)
    (verifica,) = aula(aperta.seduta, aperta.alle(21)).verifiche
    assert (verifica.presenti, verifica.quando) == (14, aperta.alle(20))


def test_who_has_an_interest_does_not_count_on_that_item_only(aperta):
    punto, altro = aperta.punti[0], aperta.punti[1]
    servizi.avvia_punto(**aperta.chi(1), punto_id=punto.pk)
    chi = aperta.presidente
    for _ in range(2):
        servizi.dichiara_interesse(
            **aperta.chi(2), punto_id=punto.pk, convocato_id=chi.pk, motivo="È il padre"
        )
    assert Interesse.objects.count() == 1
    stanza = aula(aperta.seduta, aperta.alle(3))
    assert (stanza.presenti, stanza.in_vista.presenti) == (14, 13)
    assert interessati(altro) == frozenset()
    servizi.toglie_interesse(**aperta.chi(4), punto_id=punto.pk, convocato_id=chi.pk)
    assert not Interesse.objects.exists()


# Items


def test_items_go_in_order_and_the_closing_waits_for_them(aperta):
    rifiutato("ordine", servizi.avvia_punto, **aperta.chi(1), punto_id=aperta.punti[1].pk)
    servizi.avvia_punto(**aperta.chi(1), punto_id=aperta.punti[0].pk)
    rifiutato("punto_aperto", servizi.avvia_punto, **aperta.chi(1), punto_id=aperta.punti[1].pk)
    rifiutato(
        "punti_senza_esito", servizi.chiudi_seduta, **aperta.chi(2), seduta_id=aperta.seduta.pk
    )
    for punto in aperta.punti:
        servizi.concludi_punto(
            **aperta.chi(3), punto_id=punto.pk, esito=EsitoPunto.RINVIATO, motivo="Ora tarda"
        )
    seduta = servizi.chiudi_seduta(**aperta.chi(4), seduta_id=aperta.seduta.pk)
    assert (seduta.stato, seduta.chiusa_il) == (StatoSeduta.CHIUSA, aperta.alle(4))
    assert Verbale.objects.filter(seduta=seduta).count() == 1
    rifiutato("stato", servizi.chiudi_seduta, **aperta.chi(5), seduta_id=aperta.seduta.pk)


def test_nothing_is_begun_or_ended_while_something_is_voted(aperta):
    servizi.avvia_punto(**aperta.chi(1), punto_id=aperta.punti[0].pk)
    chiedi_inversione(**aperta.chi(2), punto_id=aperta.punti[2].pk)
    rifiutato(
        "votazione_aperta", servizi.concludi_punto, **aperta.chi(3), punto_id=aperta.punti[0].pk,
        esito=EsitoPunto.TRATTATO,
    )  # fmt: skip


def test_an_adjourned_sitting_postpones_what_is_left(aperta):
    servizi.avvia_punto(**aperta.chi(1), punto_id=aperta.punti[0].pk)
    servizi.concludi_punto(**aperta.chi(2), punto_id=aperta.punti[0].pk, esito=EsitoPunto.TRATTATO)
    seduta = servizi.aggiorna_seduta(
        **aperta.chi(200), seduta_id=aperta.seduta.pk, motivo="Seduta aggiornata"
    )
    esiti = list(seduta.punti.order_by("ordine").values_list("esito", "motivo_esito"))
    assert esiti == [("trattato", ""), *[("rinviato", "Seduta aggiornata")] * 3]
    assert seduta.stato == StatoSeduta.CHIUSA
    chiusura = Verbale.objects.get(seduta=seduta).chiusura
    assert chiusura.startswith("La seduta è aggiornata alle ore")


def aggiorna(aperta, minuti, **altro):
    """Adjourn so many minutes after the opening."""
    return servizi.aggiorna_seduta(
        **aperta.chi(minuti), seduta_id=aperta.seduta.pk, motivo="Tardi", **altro
    )


def test_before_the_minutes_of_the_regulation_it_is_not_adjourned(aperta):
    regolamento(aperta.seduta.istituto, aggiornamento__minuti="30", aggiornamento__entro="5 giorni")
    rifiutato(
        "causa", servizi.aggiorna_seduta, **aperta.chi(300), seduta_id=aperta.seduta.pk,
        motivo="Tardi",
    )  # fmt: skip
    Seduta.objects.filter(pk=aperta.seduta.pk).update(fine_prevista=aperta.alle(120))
    with pytest.raises(AttoRifiutato) as rifiuto:
        aggiorna(aperta, 150)
    (violazione,) = rifiuto.value.violazioni
    assert "art. 11" in violazione.fonte
    assert "oltre 30 minuti la seduta si può aggiornare" in violazione.testo
    seduta = aggiorna(aperta, 151)
    assert seduta.stato == StatoSeduta.CHIUSA
    assert Operazione.objects.get(azione="aggiorna la seduta").dati["causa"] == "protrazione"


def test_without_the_legal_number_or_in_disorder_it_is_adjourned_at_once(aperta):
    regolamento(aperta.seduta.istituto, aggiornamento__minuti="30")
    causa = CausaAggiornamento.NUMERO_LEGALE
    with pytest.raises(AttoRifiutato):
        aggiorna(aperta, 5, causa=causa)
    for convocato in [c for c in aperta.convocati if c not in aperta.fuori][2:7]:
        aperta.muove(convocato, 6, entra=False)
    assert aggiorna(aperta, 7, causa=causa).stato == StatoSeduta.CHIUSA


def test_a_sitting_stops_and_goes_on(aperta):
    servizi.sospendi_seduta(**aperta.chi(10), seduta_id=aperta.seduta.pk, motivo="Pausa")
    rifiutato("stato", servizi.avvia_punto, **aperta.chi(11), punto_id=aperta.punti[0].pk)
    aperta.muove(aperta.fuori[0], 12, entra=True)
    servizi.riprendi_seduta(**aperta.chi(20), seduta_id=aperta.seduta.pk)
    sospensione = Sospensione.objects.get()
    assert (sospensione.dal, sospensione.al) == (aperta.alle(10), aperta.alle(20))
    servizi.avvia_punto(**aperta.chi(21), punto_id=aperta.punti[0].pk)


# Notes, words


def test_notes_are_saved_over_what_was_read(aperta):
    punto = aperta.punti[0]
    salva = {"punto_id": punto.pk}
    primi = servizi.salva_discussione(**aperta.chi(1), **salva, testo="Si apre", versione=1)
    assert primi.versione == 2
    with pytest.raises(Conflitto) as conflitto:
        servizi.salva_discussione(**aperta.chi(2), **salva, testo="Altro", versione=1)
    assert (conflitto.value.attuale.testo, conflitto.value.attuale.versione) == ("Si apre", 2)
    ancora = servizi.salva_discussione(**aperta.chi(2), **salva, testo="Si apre", versione=1)
    assert ancora.versione == 2
    punto.refresh_from_db()
    assert (punto.discussione, punto.versione) == ("Si apre", 2)


def test_the_word_is_asked_given_and_stops_at_the_vote(aperta):
    servizi.concludi_punto(
        **aperta.chi(1), punto_id=aperta.punti[0].pk, esito=EsitoPunto.RINVIATO, motivo="Tardi"
    )
    punto = aperta.punti[1]
    servizi.avvia_punto(**aperta.chi(1), punto_id=punto.pk)
    chiede = {"punto_id": punto.pk, "convocato_id": aperta.presidente.pk}
    intervento = servizi.iscrive_a_parlare(**aperta.chi(2), **chiede)
    assert servizi.iscrive_a_parlare(**aperta.chi(3), **chiede).pk == intervento.pk
    assert servizi.concede_parola(**aperta.chi(4), intervento_id=intervento.pk).dato_il
    mette_ai_voti(aperta, punto, 5)
    rifiutato("si_vota", servizi.iscrive_a_parlare, **aperta.chi(6), **chiede)


def test_who_is_out_neither_asks_for_the_word_nor_gets_it(aperta):
    punto, fuori, dentro = aperta.punti[0], aperta.fuori[0], aperta.presidente
    servizi.avvia_punto(**aperta.chi(1), punto_id=punto.pk)
    rifiutato(
        "fuori_aula", servizi.iscrive_a_parlare, **aperta.chi(2), punto_id=punto.pk,
        convocato_id=fuori.pk,
    )  # fmt: skip
    chiede = servizi.iscrive_a_parlare(**aperta.chi(2), punto_id=punto.pk, convocato_id=dentro.pk)
    aperta.muove(dentro, 3, entra=False)
    rifiutato("fuori_aula", servizi.concede_parola, **aperta.chi(4), intervento_id=chiede.pk)
    aperta.muove(dentro, 5, entra=True)
    assert servizi.concede_parola(**aperta.chi(6), intervento_id=chiede.pk).dato_il


def test_who_is_out_does_not_dictate(aperta):
    punto = aperta.punti[0]
    servizi.avvia_punto(**aperta.chi(1), punto_id=punto.pk)
    detta = {"punto_id": punto.pk, "testo": "Mi oppongo."}
    rifiutato(
        "fuori_aula", servizi.detta_dichiarazione, **aperta.chi(2), **detta,
        convocato_id=aperta.fuori[0].pk,
    )  # fmt: skip
    aperta.muove(aperta.presidente, 3, entra=False)
    rifiutato(
        "fuori_aula", servizi.detta_dichiarazione, **aperta.chi(4), **detta,
        convocato_id=aperta.presidente.pk,
    )  # fmt: skip
    assert not Dichiarazione.objects.exists()


def test_a_statement_sent_twice_is_written_once(aperta):
    punto = aperta.punti[0]
    servizi.avvia_punto(**aperta.chi(1), punto_id=punto.pk)
    detta = {"punto_id": punto.pk, "convocato_id": aperta.presidente.pk, "testo": "Mi oppongo."}
    prima = servizi.detta_dichiarazione(**aperta.chi(2), **detta)
    assert servizi.detta_dichiarazione(**aperta.chi(3), **detta).pk == prima.pk
    servizi.toglie_dichiarazione(**aperta.chi(4), dichiarazione_id=prima.pk)
    assert not Dichiarazione.objects.exists()
