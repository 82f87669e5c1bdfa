"""What a school asks of minutes by a day: a copy to the direction, the albo before convening."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Valore
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import StatoSeduta, StatoVerbale
from organi_collegiali.models import Avviso, Verbale
from organi_collegiali.queries.doveri import doveri
from organi_collegiali.queries.verbali.scadenze import contro_la_convocazione
from organi_collegiali.rules.verbali.termini_verbale import giudica_convocazione, verifica_copia
from organi_collegiali.services.verbali.copia_verbali import manda_copia
from organi_collegiali.services.verbali.uscita_verbali import ancora_dovuto
from tests.factories.organi import SedutaFactory, VerbaleFactory
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory, contesto
from tests.organi_collegiali.scena_avvisi import GIORNO, casa
from tests.organi_collegiali.scena_norme import regolamento
from tests.organi_collegiali.scena_verbali import scena as scena_verbali

pytestmark = pytest.mark.django_db


def codici(rifiuto):
    return [violazione.codice for violazione in rifiuto.value.violazioni]


# The copy


@pytest.fixture
def verbali():
    trovata = scena_verbali()
    with tenancy.istituto_corrente(trovata.istituto.pk):
        prima = trovata.seduta.chiusa_il.date()
        regolamento(trovata.istituto, dal=prima, verbale__copia_ufficio="5 giorni lavorativi")
        dirigente = PersonaFactory(istituto=trovata.istituto)
        IncaricoFactory(
            istituto=trovata.istituto, persona=dirigente, ruolo=Ruolo.DIRIGENTE, cattedra=None,
            dal=ADESSO.date(),
        )  # fmt: skip
        yield trovata


def manda(scena, **altro):
    dati = {
        "autore": contesto(scena.segretario),
        "adesso": ADESSO,
        "verbale_id": scena.verbale.pk,
    }
    return manda_copia(**(dati | altro))


def della_copia(scena):
    return [d for d in doveri(scena.istituto.pk, ADESSO) if ".copia_verbale." in d.chiave]


def test_the_copy_is_on_the_desk_of_who_writes_until_it_is_sent(verbali):
    (dovere,) = della_copia(verbali)
    chiusa = verbali.seduta.chiusa_il.date()
    assert dovere.persona == verbali.segretario.pk
    assert chiusa + timedelta(days=5) <= dovere.entro_il <= chiusa + timedelta(days=9)
    assert "art. 11" in dovere.perche[0].fonte
    manda(verbali)
    assert della_copia(verbali) == []


def test_who_directs_is_told_once_and_the_register_keeps_when(verbali):
    manda(verbali)
    (detto,) = Promemoria.objects.filter(tipo="verbali.in_direzione")
    assert ancora_dovuto(detto, ADESSO)
    assert Operazione.objects.get(azione="manda copia del verbale").dati == {"avvisati": 1}
    with pytest.raises(AttoRifiutato) as rifiuto:
        manda(verbali)
    assert codici(rifiuto) == ["gia_mandata"]
    assert Operazione.objects.filter(azione="manda copia del verbale").count() == 1


def test_a_copy_of_minutes_still_to_write_does_not_leave(verbali):
    Verbale.objects.filter(pk=verbali.verbale.pk).update(chiusura=" ")
    verbali.punto.esito = ""
    verbali.punto.save(update_fields=["esito"])
    with pytest.raises(AttoRifiutato) as rifiuto:
        manda(verbali)
    assert codici(rifiuto) == ["parte_vuota", "senza_esito"]
    assert not Promemoria.objects.exists()


def test_an_old_sitting_keeps_the_rule_of_its_day():
    trovata = scena_verbali()
    with tenancy.istituto_corrente(trovata.istituto.pk):
        regolamento(trovata.istituto, verbale__copia_ufficio="5 giorni lavorativi")
        assert della_copia(trovata) == []


def test_where_no_rule_asks_for_it_there_is_no_copy():
    trovata = scena_verbali()
    with tenancy.istituto_corrente(trovata.istituto.pk):
        assert della_copia(trovata) == []
        with pytest.raises(AttoRifiutato) as rifiuto:
            manda(trovata)
        assert codici(rifiuto) == ["non_dovuta"]


def test_the_page_sends_it(verbali, client, settings):
    settings.MFA_OBBLIGATORIA = False
    client.force_login(verbali.segretario.utente)
    indirizzo = reverse("organi:verbale", args=[verbali.istituto.slug, verbali.verbale.pk])
    assert "Manda la copia in direzione" in client.get(indirizzo).content.decode()
    copia = reverse("organi:verbale_copia", args=[verbali.istituto.slug, verbali.verbale.pk])
    assert client.post(copia).status_code == 302
    pagina = client.get(indirizzo).content.decode()
    assert "Manda la copia in direzione" not in pagina
    assert "Copia in direzione" in pagina
    assert client.post(copia).status_code == 409


@pytest.mark.parametrize(
    ("dovuta", "mandata", "codici"),
    [(True, False, []), (False, False, ["non_dovuta"]), (True, True, ["gia_mandata"])],
)
def test_when_a_copy_may_leave(dovuta, mandata, codici):
    trovate = verifica_copia(dovuta=dovuta, mandata=mandata, vuoti=(), senza_esito=())
    assert [violazione.codice for violazione in trovate] == codici


# Before the next convocation


@pytest.fixture
def convoca():
    return casa()


def approvato(scena, **altro):
    """Minutes of the sitting before, approved and not on the albo yet."""
    persona = scena.presidente
    seduta = SedutaFactory(
        istituto=scena.istituto, organo=scena.organo, chiusa=True, presiede=persona,
        verbalizza=persona, preparata_da=scena.segretaria, numero=77,
    )  # fmt: skip
    dati = {
        "stato": StatoVerbale.FIRMATO, "approvato_il": ADESSO, "firma_presidente_il": ADESSO,
        "firma_segretario_il": ADESSO, "pubblicare_entro": ADESSO.date() + 20 * GIORNO,
    }  # fmt: skip
    return VerbaleFactory(istituto=scena.istituto, seduta=seduta, **(dati | altro))


def test_where_the_regulation_says_so_the_notice_waits_or_leaves_knowingly(convoca):
    regolamento(convoca.istituto, verbale__prima_di_convocare="sì")
    verbale = approvato(convoca)
    convoca.firma()
    with pytest.raises(AttoRifiutato) as rifiuto:
        convoca.invia()
    (violazione,) = rifiuto.value.violazioni
    assert violazione.codice == "verbale_da_pubblicare"
    assert "art. 11" in violazione.fonte
    assert "n. 77" in violazione.testo
    convoca.seduta.refresh_from_db()
    assert convoca.seduta.stato == StatoSeduta.ALLA_FIRMA
    convoca.invia(nonostante=True)
    detto = Operazione.objects.get(azione="invia avviso di convocazione").dati
    assert detto["verbali_non_pubblicati"] == [verbale.pk]


@pytest.mark.parametrize(
    ("regola", "altro"),
    [
        ("no", {}),
        ("sì", {"stato": StatoVerbale.PUBBLICATO}),
        ("sì", {"stato": StatoVerbale.IN_LETTURA, "approvato_il": None}),
    ],
)
def test_otherwise_it_leaves(convoca, regola, altro):
    regolamento(convoca.istituto, verbale__prima_di_convocare=regola)
    approvato(convoca, **altro)
    assert convoca.convocata().stato == StatoSeduta.CONVOCATA
    assert Avviso.objects.get().inviato_il


def test_minutes_that_never_go_on_the_albo_keep_nobody(convoca):
    regolamento(convoca.istituto, verbale__prima_di_convocare="sì")
    verbale = approvato(convoca)
    verbale.seduta.riservata = True
    verbale.seduta.save(update_fields=["riservata"])
    assert contro_la_convocazione(convoca.seduta, ADESSO.date()) == (None, [])


def test_the_desk_says_by_when_with_the_article(convoca):
    verbale = approvato(convoca)

    def dovere():
        tutti = doveri(convoca.istituto.pk, ADESSO)
        return next(d for d in tutti if d.chiave.startswith("organi.pubblica_verbale."))

    assert dovere().entro_il == verbale.pubblicare_entro
    regolamento(convoca.istituto, verbale__prima_di_convocare="sì")
    prima = dovere()
    # The sitting is in ten days, convened five before: the day before that one.
    assert prima.entro_il == ADESSO.date() + 4 * GIORNO
    assert "art. 11" in prima.perche[0].fonte


def test_the_dialog_asks_to_confirm(convoca, client, settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    regolamento(convoca.istituto, verbale__prima_di_convocare="sì")
    approvato(convoca)
    convoca.firma()
    client.force_login(convoca.segretaria.utente)
    invia = reverse("organi:invia", args=[convoca.istituto.slug, convoca.seduta.pk])
    pagina = client.get(invia).content.decode()
    assert "Prima di convocare va pubblicato 1 verbale approvato (n. 77)." in pagina
    assert 'name="nonostante"' in pagina
    rifiutato = client.post(invia, {"riletto": "si"})
    assert "Pubblicalo, oppure conferma" in rifiutato.content.decode()
    tenancy.imposta(istituto_id=convoca.istituto.pk)
    assert client.post(invia, {"riletto": "si", "nonostante": "si"}).status_code == 302


def test_more_than_one():
    regola = Valore(True, "art. 9")
    motivo = giudica_convocazione([20, 21], regola)
    assert motivo.testo.startswith("Prima di convocare vanno pubblicati 2 verbali approvati (n. 20")
    assert giudica_convocazione([], regola) is None
