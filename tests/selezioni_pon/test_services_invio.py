"""An application is signed, sent in time, replaced, taken back; what was sent does not change."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cpia.atti.enums import Verso
from cpia.atti.models import Documento, Operazione, Protocollo
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from selezioni_pon.enums import FormaFirma, TipoAllegato
from selezioni_pon.models import AllegatoInviato, Candidatura, Invio, Risposta, TitoloDichiarato
from selezioni_pon.queries.candidature.contenuto import impronta_di
from selezioni_pon.queries.candidature.firma import firma_di
from selezioni_pon.services.candidature.carta import STAMPA, chiedi_ricevuta, prepara_foglio
from selezioni_pon.services.candidature.posta import INVIATA, RITIRATA, ancora_dovuto
from selezioni_pon.services.candidature.ritiro import ritira_candidatura
from tests.atti.caricati import p7m, pdf
from tests.conftest import come_proprietario
from tests.factories.scuola import ADESSO, contesto
from tests.factories.selezioni import SCADE, AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_invio import (
    byte_di,
    candidatura,
    caricata,
    con_foglio,
    file,
    firmata,
    invia,
    pades,
)

pytestmark = pytest.mark.django_db
ORA = timedelta(hours=1)


@pytest.fixture
def casa(settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    return scena()


@pytest.fixture
def bozza(casa) -> Candidatura:
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    return candidatura(avviso, casa.docente)


@pytest.fixture
def pronta(bozza) -> Candidatura:
    return firmata(bozza)


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def ritira(riga: Candidatura, adesso=ADESSO) -> Invio:
    autore = contesto(riga.persona, adesso)
    return ritira_candidatura(autore=autore, adesso=adesso, candidatura_id=riga.pk)


def cambia(riga: Candidatura, **campi) -> None:
    """As a later step of the draft would."""
    riga.refresh_from_db()
    Candidatura.objects.filter(pk=riga.pk).update(versione=riga.versione + 1, **campi)


# The paper


def test_the_paper_says_what_is_written_and_stays_while_nothing_changes(bozza):
    foglio = con_foglio(bozza)
    assert con_foglio(bozza) == foglio
    assert Lavoro.objects.filter(tipo=STAMPA, riferimento=foglio.pk).count() == 1
    assert foglio.riservato
    assert bozza.persona.cognome not in foglio.titolo
    assert foglio.contesto["parti"][0]["titoli"][0]["detto"] == "110 su 110 e lode"
    cambia(bozza, titolo_di_studio="Laurea in storia")
    bozza.refresh_from_db()
    assert firma_di(bozza).foglio is None
    assert con_foglio(bozza) != foglio


def test_the_paper_waits_until_nothing_is_missing(bozza):
    cambia(bozza, risponde_del_vero=False)
    with pytest.raises(AttoRifiutato) as rifiuto:
        prepara_foglio(autore=contesto(bozza.persona), adesso=ADESSO, candidatura_id=bozza.pk)
    assert codici(rifiuto) == ["risponde_del_vero"]
    assert not Documento.objects.exists()


def test_nobody_prepares_or_sends_that_of_another(casa, pronta):
    altrui = contesto(casa.ata)
    for atto in (prepara_foglio, ritira_candidatura):
        with pytest.raises(Candidatura.DoesNotExist):
            atto(autore=altrui, adesso=ADESSO, candidatura_id=pronta.pk)


# The signature


def test_an_envelope_with_the_paper_counts(pronta):
    firma = firma_di(pronta)
    assert firma.contro == []
    assert firma.carta.forma is FormaFirma.DIGITALE


def test_a_signature_inside_the_pdf_counts_and_says_if_it_is_the_same_paper(bozza):
    foglio = byte_di(con_foglio(bozza))
    caricata(bozza, file(pades(foglio)))
    bozza.refresh_from_db()
    assert (firma_di(bozza).carta.firmata_dentro, firma_di(bozza).carta.stessa) == (True, True)
    caricata(bozza, file(pades(pdf("Riscritto dal programma di firma"))), ADESSO + ORA)
    assert (firma_di(bozza).carta.firmata_dentro, firma_di(bozza).carta.stessa) == (True, False)
    assert firma_di(bozza).contro == []
    assert invia(bozza, ADESSO + ORA).contenuto["firma"]["stessa"] is False


@pytest.mark.parametrize(
    ("contenuto", "tipo", "perche"),
    [
        (p7m(pdf("Altro")), "application/pkcs7-mime", "altro_foglio"),
        (pdf("Scansione"), "application/pdf", "identita_mancante"),
        (pades(pdf("x"), firma=b"0\x80"), "application/pdf", "identita_mancante"),
    ],
    ids=["another-paper", "a-scan-alone", "a-broken-signature"],
)
def test_what_is_not_the_signed_paper_is_told(bozza, contenuto, tipo, perche):
    con_foglio(bozza)
    caricata(bozza, file(contenuto, tipo))
    with pytest.raises(AttoRifiutato) as rifiuto:
        invia(bozza)
    assert codici(rifiuto) == [perche]
    assert not Invio.objects.exists()


def test_the_paper_itself_is_not_signed(bozza):
    caricata(bozza, file(byte_di(con_foglio(bozza))))
    bozza.refresh_from_db()
    assert [una.codice for una in firma_di(bozza).contro] == ["senza_firma"]


def test_by_hand_it_counts_with_the_identity_document(bozza):
    con_foglio(bozza)
    caricata(bozza, file(pdf("Scansione")))
    caricata(bozza, file(pdf("Carta")), tipo=TipoAllegato.IDENTITA)
    invio = invia(bozza)
    assert invio.firma == FormaFirma.SCANSIONE
    tipi = {uno["tipo"] for uno in invio.contenuto["firma"]["file"]}
    assert tipi == {"firmata", "identita"}


def test_what_was_signed_before_a_change_is_signed_again(pronta):
    cambia(pronta, proposta="Un laboratorio di più")
    with pytest.raises(AttoRifiutato) as rifiuto:
        invia(pronta)
    assert codici(rifiuto) == ["foglio"]
    con_foglio(pronta, ADESSO + ORA)
    with pytest.raises(AttoRifiutato) as rifiuto:
        invia(pronta, ADESSO + ORA)
    assert codici(rifiuto) == ["firma_mancante"]


# Sent


def test_what_is_sent_is_frozen_with_its_number_and_its_hash(pronta):
    invio = invia(pronta)
    invio.refresh_from_db()
    assert (invio.numero, invio.inviato_il) == (1, ADESSO)
    assert impronta_di(invio.contenuto) == invio.impronta
    assert invio.contenuto["griglia"] == pronta.avviso.griglia.dati
    assert invio.contenuto["requisiti"]["provenienza"] == "interno"
    assert (invio.protocollo.verso, invio.protocollo.riservato) == (Verso.ENTRATA, True)
    assert pronta.persona.cognome not in invio.protocollo.oggetto
    titoli = TitoloDichiarato.objects.filter(invio=invio)
    assert [(uno.voce, uno.valore) for uno in titoli] == [
        ("A.3", {"lode": True, "voto": 110}), ("A.5", {"quanti": 2}),
    ]  # fmt: skip
    inviati = {
        (uno.allegato.tipo, uno.titolo.voce if uno.titolo else "")
        for uno in AllegatoInviato.objects.select_related("allegato", "titolo")
    }
    assert inviati == {("curriculum", ""), ("prova", "A.3"), ("firmata", "")}
    riga = Operazione.objects.get(azione="invia candidatura")
    assert riga.dati["impronta"] == invio.impronta


def test_the_receipt_is_frozen_printed_and_announced(pronta):
    invio = invia(pronta)
    contesto_ricevuta = invio.documento.contesto
    assert invio.impronta in [dato["valore"] for dato in contesto_ricevuta["dati"]]
    assert len(contesto_ricevuta["file"]) == 3
    assert Lavoro.objects.filter(tipo=STAMPA, riferimento=invio.documento_id).exists()
    mail = Promemoria.objects.get(tipo=INVIATA)
    assert mail.destinatario == pronta.persona
    assert invio.impronta in mail.testo
    assert pronta.persona.cognome not in mail.testo
    assert ancora_dovuto(mail, ADESSO)
    autore = contesto(pronta.persona)
    assert chiedi_ricevuta(autore=autore, adesso=ADESSO, invio=invio) is not None


def test_sent_twice_it_is_one(pronta):
    letta = pronta.versione
    primo = invia(pronta, versione=letta)
    assert invia(pronta, ADESSO + ORA, versione=letta) == primo
    assert Invio.objects.count() == Protocollo.objects.count() == 1


def test_what_changed_since_it_was_read_is_read_again(pronta):
    with pytest.raises(Conflitto):
        invia(pronta, versione=pronta.versione - 1)
    assert not Invio.objects.exists()


def test_a_later_one_takes_its_place_with_another_number(pronta):
    primo = invia(pronta)
    Risposta.objects.filter(candidatura=pronta, voce="A.5").update(valore={"quanti": 3})
    secondo = invia(firmata(pronta, ADESSO + ORA), ADESSO + ORA)
    primo.refresh_from_db()
    assert (primo.sostituito_il, secondo.numero) == (ADESSO + ORA, 2)
    assert secondo.protocollo != primo.protocollo
    assert primo.documento.sostituito_da == secondo.documento
    assert primo.contenuto["titoli"]["A.5"] == {"quanti": 2}
    assert secondo.contenuto["titoli"]["A.5"] == {"quanti": 3}


def test_what_was_sent_cannot_be_written_over(pronta):
    invio = invia(pronta)
    for campi in ({"impronta": "0" * 64}, {"contenuto": {}}, {"numero": 2}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Invio.objects.filter(pk=invio.pk).update(**campi)


# The term, to the second


def test_the_second_of_the_term_still_counts_and_the_next_does_not(pronta):
    ultimo = SCADE + timedelta(microseconds=999_999)
    with pytest.raises(AttoRifiutato) as rifiuto:
        invia(pronta, SCADE + timedelta(seconds=1))
    assert codici(rifiuto) == ["fuori_termine"]
    assert not Invio.objects.exists()
    assert not Protocollo.objects.exists()
    assert invia(pronta, ultimo).inviato_il == ultimo


def test_the_table_itself_refuses_what_comes_late(pronta):
    invio = invia(pronta)
    with come_proprietario():
        Invio.objects.filter(pk=invio.pk).update(ritirato_il=ADESSO)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invio.objects.create(
            istituto=pronta.istituto, candidatura=pronta, numero=2, impronta="1" * 64,
            inviato_il=SCADE + timedelta(seconds=1), firma=FormaFirma.DIGITALE.value,
        )  # fmt: skip


def test_to_a_call_taken_back_nothing_is_sent(pronta):
    with come_proprietario():
        avviso = pronta.avviso
        avviso.stato, avviso.revocato_il, avviso.motivo_revoca = "revocato", ADESSO, "Senza fondi"
        avviso.save()
    with pytest.raises(AttoRifiutato) as rifiuto:
        invia(pronta)
    assert codici(rifiuto) == ["avviso_revocato"]


# Taken back


def test_what_was_sent_is_taken_back_and_may_be_sent_again(pronta):
    invio = invia(pronta)
    ritira(pronta, ADESSO + ORA)
    invio.refresh_from_db()
    assert invio.ritirato_il == ADESSO + ORA
    assert invio.documento.annullato_il == ADESSO + ORA
    assert Promemoria.objects.filter(tipo=RITIRATA).count() == 1
    assert not ancora_dovuto(Promemoria.objects.get(tipo=INVIATA), ADESSO)
    assert invia(pronta, ADESSO + 2 * ORA).numero == 2


def test_nothing_is_taken_back_after_the_term_or_when_nothing_was_sent(pronta):
    with pytest.raises(AttoRifiutato) as rifiuto:
        ritira(pronta)
    assert codici(rifiuto) == ["non_inviata"]
    invio = invia(pronta)
    with pytest.raises(AttoRifiutato):
        ritira(pronta, SCADE + timedelta(seconds=1))
    invio.refresh_from_db()
    assert invio.ritirato_il is None
