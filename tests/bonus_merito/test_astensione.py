"""Who acts for the dirigente and takes part in a procedure abstains from it."""

import pytest
from django.test import Client
from django.urls import reverse

from bonus_merito.access.carte import puo_leggere
from bonus_merito.enums import EsitoIstanza, Metodo, TipoIstanza
from bonus_merito.models import Assegnazione, Attivita, Procedura
from bonus_merito.queries.visibili import Veste, vesti_in
from bonus_merito.rules.valutazione import Giudizio
from bonus_merito.services.atti import (
    annulla_decreto,
    decreta,
    presenta_istanza,
    rettifica_procedura,
    rispondi_istanza,
)
from bonus_merito.services.parita import decide_parita
from bonus_merito.services.valutazioni import (
    DatiValutazione,
    completa_valutazione,
    giudica_attivita,
    riapri_valutazione,
    salva_valutazione,
)
from cpia.norme.errori import AttoRifiutato
from tests.bonus_merito.scena_atti import Scena, scena
from tests.factories.bonus import ProceduraFactory, RichiestaFactory
from tests.factories.scuola import ADESSO, IncaricoFactory, contesto

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Scena:
    return scena()


@pytest.fixture
def vicaria(casa):
    """A teacher who asked, and directs today."""
    persona = casa.richieste["Iacona"].persona
    IncaricoFactory(istituto=casa.istituto, persona=persona, dirigente=True)
    return persona


def rifiutato(servizio, chi, **altro) -> str:
    """The words of the refusal, which is of the conflict."""
    with pytest.raises(AttoRifiutato) as rifiuto:
        servizio(autore=contesto(chi), adesso=ADESSO, **altro)
    [violazione] = rifiuto.value.violazioni
    assert violazione.codice == "conflitto"
    assert "6-bis" in violazione.fonte
    return violazione.testo


def firma(casa: Scena) -> Procedura:
    return decreta(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
        metodo=Metodo.QUOTE_UGUALI,
    )  # fmt: skip


@pytest.mark.parametrize("di_chi", ["Iacona", "Accardi"])
def test_nobody_judges_where_they_take_part(casa, vicaria, di_chi):
    richiesta = casa.richieste[di_chi]
    attivita = Attivita.objects.filter(richiesta=richiesta).first()
    no = Giudizio(confermata=False, motivo="Non risulta.")
    detto = rifiutato(giudica_attivita, vicaria, attivita_id=attivita.pk, giudizio=no)
    assert "un altro sostituto" in detto
    assert "Ufficio scolastico regionale" in detto
    for servizio in (salva_valutazione, completa_valutazione, riapri_valutazione):
        rifiutato(servizio, vicaria, richiesta_id=richiesta.pk, dati=DatiValutazione())


def test_nobody_decrees_where_they_take_part(casa, vicaria):
    qui = {"procedura_id": casa.procedura.pk}
    rifiutato(decreta, vicaria, **qui, metodo=Metodo.QUOTE_UGUALI)
    rifiutato(decide_parita, vicaria, **qui, pari=[], scelte=[], motivo="x")
    assert not Assegnazione.objects.exists()


def test_nor_undoes_or_answers_what_was_decreed(casa, vicaria):
    qui = {"procedura_id": firma(casa).pk}
    rifiutato(annulla_decreto, vicaria, **qui, motivo="x")
    rifiutato(rettifica_procedura, vicaria, **qui, motivo="x")
    istanza = presenta_istanza(
        autore=casa.di("Accardi"), adesso=ADESSO, **qui, tipo=TipoIstanza.ACCESSO, testo="Leggo.",
        chiave="a" * 32,
    )  # fmt: skip
    esito = {"esito": EsitoIstanza.ACCOLTA, "risposta": "Sì."}
    rifiutato(rispondi_istanza, vicaria, istanza_id=istanza.pk, **esito)


def test_before_that_procedure_they_are_a_teacher(casa, vicaria, settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    chi = contesto(vicaria)
    assert vesti_in(chi, casa.procedura) == {Veste.PARTECIPA}
    browser = Client()
    browser.force_login(vicaria.utente)
    altrui = casa.richieste["Accardi"].pk
    for nome, pk in (("quadro", casa.procedura.pk), ("decreto", casa.procedura.pk)):
        indirizzo = reverse(f"bonus:{nome}", args=[casa.istituto.slug, pk])
        assert browser.get(indirizzo).status_code == 403
    indirizzo = reverse("bonus:valuta", args=[casa.istituto.slug, altrui])
    assert browser.get(indirizzo).status_code == 404
    altra = ProceduraFactory(istituto=casa.istituto, categoria="ata", in_valutazione=True)
    assert Veste.DIRIGENTE in vesti_in(chi, altra)


def test_a_draft_takes_no_part(casa, vicaria):
    altra = ProceduraFactory(istituto=casa.istituto, categoria="ata", aperta=True)
    RichiestaFactory(istituto=casa.istituto, procedura=altra, persona=vicaria, bozza=True)
    assert Veste.DIRIGENTE in vesti_in(contesto(vicaria), altra)


def test_the_papers_of_the_others_are_not_read(casa, vicaria):
    procedura = firma(casa)
    lettere = {e.richiesta.persona_id: e.lettera for e in Assegnazione.objects.all()}
    chi, altri = contesto(vicaria), casa.richieste["Accardi"].persona_id
    assert puo_leggere(chi, lettere[vicaria.pk])
    assert not puo_leggere(chi, lettere[altri])
    assert not puo_leggere(chi, procedura.decreto)
    assert puo_leggere(casa.autore, lettere[altri])
    assert puo_leggere(casa.autore, procedura.decreto)
