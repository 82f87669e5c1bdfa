"""Members sign online the request of a sitting: with enough signatures it is presented."""

from datetime import date

import pytest

from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.norme.errori import AttoRifiutato
from cpia.norme.profili import profilo
from cpia.norme.services import carica_profilo
from cpia.scuola import tenancy
from cpia.scuola.models import Istituto
from organi_collegiali.models import FirmaRaccolta, Mandato, RaccoltaFirme, Richiesta
from organi_collegiali.queries.convocazione.raccolte import aperte, con_le_firme
from organi_collegiali.services.convocazione.raccolte import (
    apri_raccolta,
    firma_raccolta,
    ritira_raccolta,
    togli_firma_raccolta,
)
from organi_collegiali.services.convocazione.uscita_raccolte import ancora_dovuto
from organi_collegiali.services.promemoria import pianifica
from tests.factories.organi import MandatoFactory
from tests.factories.scuola import ADESSO, PersonaFactory, contesto
from tests.organi_collegiali.scena_bozza import Ufficio, ufficio

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Ufficio:
    """A Consiglio of nineteen at IC Pinocchio: a third are seven."""
    carica_profilo(profilo=profilo("ic-pinocchio-montesicuro"))
    istituto = Istituto.objects.get(slug="ic-pinocchio-montesicuro")
    tenancy.imposta(istituto_id=istituto.pk)
    return ufficio(istituto)


def chi(casa: Ufficio, quanti: int):
    """So many members besides the president."""
    return [mandato.persona for mandato in casa.mandati[1 : quanti + 1]]


def apre(casa: Ufficio) -> RaccoltaFirme:
    return apri_raccolta(
        autore=contesto(casa.presidente), adesso=ADESSO, organo_id=casa.organo.pk,
        argomenti="Mensa\nScuolabus",
    )  # fmt: skip


def firma(raccolta: RaccoltaFirme, persona) -> RaccoltaFirme:
    return firma_raccolta(autore=contesto(persona), adesso=ADESSO, raccolta_id=raccolta.pk)


def codice(rifiuto) -> str:
    return rifiuto.value.violazioni[0].codice


def test_who_opens_it_signs_first(casa):
    raccolta = apre(casa)
    [letta] = aperte(contesto(casa.presidente), casa.organo)
    assert letta.raccolta == raccolta
    assert (len(letta.firme), letta.giudizio.necessarie, letta.mancano) == (1, 7, 6)
    assert "art. 1 lett. b" in letta.giudizio.motivo.fonte
    assert letta.mia


def test_two_clicks_are_one_request(casa):
    assert apre(casa) == apre(casa)
    assert RaccoltaFirme.objects.count() == 1


def test_the_members_who_sign_in_are_told_without_names(casa):
    altra = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    MandatoFactory(istituto=casa.istituto, organo=casa.organo, persona=altra)
    raccolta = apre(casa)
    [lettera] = Promemoria.objects.filter(tipo="raccolte.aperta")
    assert lettera.destinatario == altra
    assert casa.presidente.cognome not in lettera.testo
    assert "Mensa" not in lettera.testo
    assert ancora_dovuto(lettera, ADESSO)
    firma(raccolta, altra)
    assert not ancora_dovuto(lettera, ADESSO)


def test_with_the_seventh_signature_it_is_presented(casa):
    raccolta = apre(casa)
    for persona in chi(casa, 5):
        raccolta = firma(raccolta, persona)
    assert not Richiesta.objects.exists()
    raccolta = firma(raccolta, chi(casa, 6)[5])
    richiesta = Richiesta.objects.get()
    assert raccolta.richiesta == richiesta
    assert richiesta.firme.count() == 7
    assert richiesta.convocare_entro == date(2024, 6, 12)
    assert {motivo["regola"] for motivo in richiesta.perche} >= {"richiesta_quota"}
    assert Operazione.objects.filter(azione="presenta richiesta firmata").count() == 1
    pianifica(casa.istituto.pk, ADESSO)
    dovere = Scadenza.objects.get(chiave=f"organi.richiesta.{richiesta.pk}")
    assert (dovere.entro_il, dovere.persona) == (date(2024, 6, 12), casa.presidente)


def test_afterwards_nobody_signs_nor_takes_back(casa):
    raccolta = apre(casa)
    for persona in chi(casa, 6):
        raccolta = firma(raccolta, persona)
    with pytest.raises(AttoRifiutato) as rifiuto:
        firma(raccolta, chi(casa, 7)[6])
    assert codice(rifiuto) == "presentata"
    for atto in (togli_firma_raccolta, ritira_raccolta):
        with pytest.raises(AttoRifiutato):
            atto(autore=contesto(casa.presidente), adesso=ADESSO, raccolta_id=raccolta.pk)
    assert FirmaRaccolta.objects.count() == 7


def test_a_signature_is_one_and_may_be_taken_back(casa):
    raccolta = apre(casa)
    [altro] = chi(casa, 1)
    firma(raccolta, altro)
    firma(raccolta, altro)
    assert FirmaRaccolta.objects.count() == 2
    togli_firma_raccolta(autore=contesto(altro), adesso=ADESSO, raccolta_id=raccolta.pk)
    assert FirmaRaccolta.objects.count() == 1


def test_who_does_not_vote_neither_opens_nor_signs(casa):
    fuori = PersonaFactory(istituto=casa.istituto)
    MandatoFactory(istituto=casa.istituto, organo=casa.organo, persona=fuori, con_voto=False)
    raccolta = apre(casa)
    with pytest.raises(AttoRifiutato) as rifiuto:
        firma(raccolta, fuori)
    assert codice(rifiuto) == "non_siede"
    with pytest.raises(AttoRifiutato):
        apri_raccolta(
            autore=contesto(fuori), adesso=ADESSO, organo_id=casa.organo.pk, argomenti="Altro"
        )
    assert RaccoltaFirme.objects.count() == 1


def test_who_has_left_the_organ_counts_no_more(casa):
    raccolta = apre(casa)
    for persona in chi(casa, 5):
        firma(raccolta, persona)
    Mandato.objects.filter(persona=chi(casa, 1)[0]).update(al=date(2024, 6, 4))
    letta = con_le_firme(contesto(casa.presidente), raccolta)
    # A third of eighteen is six, and five are left.
    assert (len(letta.firme), letta.giudizio.necessarie) == (5, 6)
    firma(raccolta, chi(casa, 6)[5])
    assert Richiesta.objects.get().firme.count() == 6


def test_who_opened_it_may_withdraw_it(casa):
    raccolta = apre(casa)
    [altro] = chi(casa, 1)
    with pytest.raises(AttoRifiutato):
        ritira_raccolta(autore=contesto(altro), adesso=ADESSO, raccolta_id=raccolta.pk)
    ritira_raccolta(autore=contesto(casa.presidente), adesso=ADESSO, raccolta_id=raccolta.pk)
    with pytest.raises(AttoRifiutato) as rifiuto:
        firma(raccolta, altro)
    assert codice(rifiuto) == "ritirata"
    assert aperte(contesto(altro), casa.organo) == []


def test_where_one_signature_is_enough_it_is_presented_at_once():
    piccola = ufficio(membri=1)
    raccolta = apre(piccola)
    assert raccolta.richiesta is not None
    assert not Promemoria.objects.filter(tipo="raccolte.aperta").exists()
