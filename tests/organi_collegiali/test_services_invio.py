"""A notice is signed and leaves: what it writes, whom it reaches, what it refuses."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from cpia.atti.models import Operazione, Protocollo, Pubblicazione
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from organi_collegiali.enums import (
    Componente,
    MezzoAvviso,
    Platea,
    StatoSeduta,
)
from organi_collegiali.models import Avviso, Convocato, Punto, Seduta
from organi_collegiali.services.invio.firma import impronta, parole_di, togli_firma
from tests.factories.organi import ConvocatoFactory, MandatoFactory, PuntoFactory
from tests.factories.scuola import ADESSO, PersonaFactory, contesto
from tests.organi_collegiali.scena_avvisi import GIORNO, Casa, casa

pytestmark = pytest.mark.django_db


@pytest.fixture
def scena() -> Casa:
    return casa()


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


# The signature


def test_who_presides_signs_the_exact_words(scena):
    firmato = scena.firma()
    assert firmato.firmato_da == scena.presidente
    assert "Convocazione del Consiglio d’istituto" in firmato.testo
    assert "1. Variazioni" in firmato.testo
    riga = Operazione.objects.get(azione="firma avviso di seduta")
    assert riga.dati["impronta"] == impronta(parole_di(firmato))


def test_a_second_signature_changes_nothing(scena):
    scena.firma()
    prima = Avviso.objects.get()
    scena.firma(adesso=ADESSO + GIORNO, autore=contesto(scena.presidente))
    assert Avviso.objects.get().firmato_il == prima.firmato_il
    assert Operazione.objects.filter(azione="firma avviso di seduta").count() == 1


def test_words_that_changed_while_they_were_read_are_not_signed(scena):
    letta = impronta(parole_di(scena.avviso))
    Punto.objects.filter(ordine=1).update(titolo="Altro")
    with pytest.raises(Conflitto):
        scena.firma(letta=letta)
    assert Avviso.objects.get().firmato_il is None


def test_a_signature_may_be_taken_back_until_it_leaves(scena):
    scena.firma()
    togli_firma(autore=contesto(scena.presidente), adesso=ADESSO, avviso_id=scena.avviso.pk)
    assert Avviso.objects.get().firmato_il is None
    scena.convocata()
    with pytest.raises(AttoRifiutato) as rifiuto:
        togli_firma(autore=contesto(scena.presidente), adesso=ADESSO, avviso_id=scena.avviso.pk)
    assert codici(rifiuto) == ["inviato"]


# The sending


def test_it_convenes_numbers_publishes_and_tells(scena):
    seduta = scena.convocata()
    avviso = Avviso.objects.select_related("protocollo", "documento", "pubblicazione").get()
    assert (seduta.stato, seduta.numero) == (StatoSeduta.CONVOCATA, 1)
    assert avviso.inviato_il == ADESSO
    assert avviso.nei_termini
    assert avviso.perche
    assert avviso.protocollo.oggetto == "Convocazione del Consiglio d’istituto, seduta n. 1"
    assert avviso.documento.firmato_da == scena.presidente.nome_e_cognome
    assert avviso.pubblicazione.categoria == "convocazioni"
    assert avviso.pubblicazione.registrata_il == ADESSO
    assert avviso.pubblicazione.documento == avviso.documento
    assert {c.persona for c in Convocato.objects.all()} == {
        scena.presidente, scena.consigliera, scena.senza_posta,
    }  # fmt: skip
    assert Promemoria.objects.filter(tipo="convocazioni.convocazione", subito=True).count() == 3
    assert Lavoro.objects.get().riferimento == avviso.documento_id
    assert Operazione.objects.filter(azione="invia avviso di convocazione").count() == 1


def test_who_has_no_mailbox_waits_to_be_told_by_hand(scena):
    scena.convocata()
    a_mano = Convocato.objects.get(persona=scena.senza_posta)
    assert (a_mano.mezzo, a_mano.avvisato_il) == (MezzoAvviso.A_MANO, None)
    per_posta = Convocato.objects.get(persona=scena.consigliera)
    assert (per_posta.mezzo, per_posta.avvisato_il) == (MezzoAvviso.EMAIL, ADESSO)


def test_sent_twice_it_takes_one_number(scena):
    scena.convocata()
    scena.invia()
    assert Protocollo.objects.count() == Pubblicazione.objects.count() == 1
    assert Seduta.objects.get().numero == 1
    assert Promemoria.objects.count() == 3


def test_unsigned_it_does_not_leave_and_changes_nothing(scena):
    with pytest.raises(AttoRifiutato) as rifiuto, transaction.atomic():
        scena.invia()
    assert codici(rifiuto) == ["da_firmare"]
    assert not Protocollo.objects.exists()
    assert not Convocato.objects.exists()
    assert not Promemoria.objects.exists()
    assert Seduta.objects.get().numero is None


def test_changed_after_the_signature_it_does_not_leave(scena):
    scena.firma()
    Punto.objects.filter(ordine=1).update(titolo="Altro")
    with pytest.raises(AttoRifiutato) as rifiuto:
        scena.invia()
    assert codici(rifiuto) == ["cambiata"]


def test_out_of_term_it_does_not_leave():
    scena = casa(inizio_previsto=ADESSO + 2 * GIORNO)
    scena.firma()
    with pytest.raises(AttoRifiutato) as rifiuto:
        scena.invia()
    assert codici(rifiuto) == ["fuori_termine"]
    assert "in ritardo di 3 giorni" in rifiuto.value.violazioni[0].testo


def test_the_last_day_is_still_in_time():
    scena = casa(inizio_previsto=ADESSO + 5 * GIORNO)
    assert scena.convocata().stato == StatoSeduta.CONVOCATA


def test_once_sent_it_does_not_change(scena):
    scena.convocata()
    avviso = Avviso.objects.get()
    for atto in (
        lambda: Avviso.objects.filter(pk=avviso.pk).update(testo="Altro"),
        avviso.delete,
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            atto()


# On persons, reserved


def test_an_item_on_persons_has_two_papers(scena):
    PuntoFactory(
        istituto=scena.istituto, seduta=scena.seduta, ordine=3, su_persone=True,
        titolo="Decadenza di Rossi Mario", titolo_pubblico="Sostituzione di un consigliere",
    )  # fmt: skip
    scena.convocata()
    avviso = Avviso.objects.select_related("documento", "pubblicazione__documento").get()
    integrale, pubblico = avviso.documento, avviso.pubblicazione.documento
    assert integrale != pubblico
    assert (integrale.riservato, pubblico.riservato) == (True, False)
    assert "Rossi" in str(integrale.contesto)
    assert "Rossi" not in str(pubblico.contesto) + avviso.pubblicazione.oggetto
    assert integrale.protocollo == pubblico.protocollo == avviso.protocollo
    assert Lavoro.objects.count() == 2
    assert not Promemoria.objects.filter(testo__contains="Rossi").exists()
    assert Promemoria.objects.filter(testo__contains="Sostituzione di un consigliere").exists()


def test_a_reserved_sitting_leaves_no_trace_outside():
    scena = casa(riservata=True)
    scena.convocata()
    avviso = Avviso.objects.select_related("documento", "protocollo").get()
    assert not Pubblicazione.objects.exists()
    assert (avviso.documento.riservato, avviso.protocollo.riservato) == (True, True)
    assert avviso.protocollo.oggetto == "Seduta riservata"
    for promemoria in Promemoria.objects.filter(tipo__startswith="convocazioni"):
        assert promemoria.oggetto == "Seduta riservata"
        assert "Variazioni" not in promemoria.testo


# Who is convened


def test_with_the_teachers_only_the_dirigente_and_the_teachers_sit():
    scena = casa(platea=Platea.SOLI_DOCENTI)
    for componente in (Componente.DOCENTI, Componente.DIRIGENTE):
        MandatoFactory(istituto=scena.istituto, organo=scena.organo, componente=componente)
    scena.convocata()
    assert {c.componente for c in Convocato.objects.all()} == {"docenti", "dirigente"}


def test_the_substitute_sits_in_the_place_of_who_is_in_conflict(scena):
    titolare = scena.organo.mandati.get(persona=scena.consigliera)
    supplente = MandatoFactory(
        istituto=scena.istituto, organo=scena.organo, supplente_di=titolare,
        componente=Componente.GENITORI,
    )  # fmt: skip
    scena.firma()
    scena.invia(incompatibili=[titolare.pk])
    siedono = {c.persona_id for c in Convocato.objects.all()}
    assert supplente.persona_id in siedono
    assert scena.consigliera.pk not in siedono
    assert Operazione.objects.get(azione="invia avviso di convocazione").dati["sostituiti"] == [
        titolare.pk
    ]


def test_a_mandate_that_ends_before_the_sitting_is_not_convened(scena):
    scena.organo.mandati.filter(persona=scena.consigliera).update(al=ADESSO.date())
    scena.convocata()
    assert not Convocato.objects.filter(persona=scena.consigliera).exists()


def test_who_is_invited_stays_without_vote(scena):
    ospite = PersonaFactory(istituto=scena.istituto, email="assessore@example.it")
    ConvocatoFactory(
        istituto=scena.istituto, seduta=scena.seduta, mandato=None, persona=ospite,
        componente=Componente.ESTERNI, con_voto=False,
    )  # fmt: skip
    scena.convocata()
    assert Convocato.objects.get(persona=ospite).con_voto is False
    assert Promemoria.objects.filter(destinatario=ospite).count() == 1


def _spesa(membri: int) -> int:
    scena = casa()
    for _ in range(membri):
        persona = PersonaFactory(istituto=scena.istituto, con_accesso=True)
        MandatoFactory(istituto=scena.istituto, organo=scena.organo, persona=persona)
    scena.firma()
    autore = contesto(scena.segretaria)
    with CaptureQueriesContext(
        connection,
    ) as spese:
        scena.invia(autore=autore)
    assert Convocato.objects.filter(seduta=scena.seduta).count() == membri + 3
    return len(spese)


def test_a_hundred_and_fifty_cost_as_many_statements_as_one():
    assert _spesa(150) == _spesa(1)
