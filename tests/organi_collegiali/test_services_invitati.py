"""Who is invited to a sitting: gets the notice, is listed apart, never votes nor counts."""

import pytest

from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.models import Persona
from organi_collegiali.documents.anteprima_avviso import anteprima
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Convocato, InvitoAlPunto, Seduta
from organi_collegiali.queries.convocazione.bozze import bozza
from organi_collegiali.queries.invio.scheda import convocati
from organi_collegiali.queries.presenze import presenze
from organi_collegiali.services.convocazione.agenda import aggiungi_punto, togli_punto
from organi_collegiali.services.convocazione.bozze import elimina_bozza, manda_alla_firma
from organi_collegiali.services.convocazione.invitati import DatiInvito, invita, togli_invito
from organi_collegiali.services.invio.firma import firma_avviso
from organi_collegiali.services.invio.invio import invia_avviso
from organi_collegiali.services.invio.seguito import prepara_seguito
from tests.factories.organi import MandatoFactory
from tests.factories.scuola import ADESSO, contesto
from tests.organi_collegiali.scena_avvisi import GIORNO
from tests.organi_collegiali.scena_bozza import Ufficio, alle, ufficio

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Ufficio:
    return ufficio(membri=3)


@pytest.fixture
def seduta(casa) -> Seduta:
    seduta = casa.bozza(inizio_previsto=alle(14), luogo="Aula magna")
    for titolo in ("Conto consuntivo", "Mensa"):
        casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo=titolo)
    seduta.refresh_from_db()
    return seduta


def invitato(casa: Ufficio, seduta: Seduta, **altro) -> Convocato:
    """The DSGA, unless said otherwise."""
    dati = {"qualifica": "DSGA", "persona_id": casa.segretaria.pk} | altro
    return casa.atto(invita, seduta_id=seduta.pk, dati=DatiInvito(**dati))


def da_fuori(casa: Ufficio, seduta: Seduta, **altro) -> Convocato:
    dati = {
        "persona_id": None, "cognome": "Sbarra", "nome": "Ida", "email": "ida@comune.example",
        "qualifica": "delegata del Comune",
    }  # fmt: skip
    return invitato(casa, seduta, **dati | altro)


def partita(casa: Ufficio, seduta: Seduta) -> Seduta:
    seduta.refresh_from_db()
    avviso = casa.atto(manda_alla_firma, seduta_id=seduta.pk, versione=seduta.versione)
    firma_avviso(autore=contesto(casa.presidente), adesso=ADESSO, avviso_id=avviso.pk)
    casa.atto(invia_avviso, avviso_id=avviso.pk)
    seduta.refresh_from_db()
    return seduta


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def test_somebody_from_outside_is_written_down_once(casa, seduta):
    prima = da_fuori(casa, seduta)
    altra = casa.bozza()
    seconda = da_fuori(casa, altra, email="Ida@comune.example")
    assert prima.persona == seconda.persona
    assert (prima.con_voto, prima.mezzo, prima.mandato) == (False, "email", None)
    assert Operazione.objects.filter(azione="invita alla seduta").count() == 2


def test_without_an_address_two_of_the_same_name_stay_two(casa, seduta):
    da_fuori(casa, seduta, email="")
    da_fuori(casa, casa.bozza(), email="")
    assert Persona.objects.filter(cognome="Sbarra").count() == 2


def test_two_clicks_are_one_invitation(casa, seduta):
    da_fuori(casa, seduta, email="")
    with pytest.raises(AttoRifiutato) as rifiuto:
        da_fuori(casa, seduta, email="")
    assert codici(rifiuto) == ["gia_invitato"]
    assert Persona.objects.filter(cognome="Sbarra").count() == 1


def test_the_notice_says_the_quality_and_not_the_name(casa, seduta):
    mensa = seduta.punti.get(titolo="Mensa")
    invitato(casa, seduta)
    da_fuori(casa, seduta, punti=[mensa.pk])
    scritte = anteprima(bozza(seduta, ADESSO)).parole
    assert "senza diritto di voto: " in scritte.testo
    assert "DSGA" in scritte.testo
    assert f"delegata del Comune (punto {mensa.ordine})" in scritte.testo
    assert "Sbarra" not in scritte.testo


def test_who_sits_is_not_invited_nor_twice(casa, seduta):
    with pytest.raises(AttoRifiutato) as rifiuto:
        invitato(casa, seduta, persona_id=casa.presidente.pk)
    assert codici(rifiuto) == ["siede_gia"]
    invitato(casa, seduta)
    with pytest.raises(AttoRifiutato) as rifiuto:
        invitato(casa, seduta)
    assert codici(rifiuto) == ["gia_invitato"]
    assert Convocato.objects.count() == 1


def test_a_refused_invitation_writes_no_person(casa, seduta):
    with pytest.raises(AttoRifiutato) as rifiuto:
        da_fuori(casa, seduta, punti=[0])
    assert codici(rifiuto) == ["punti_cambiati"]
    assert not Persona.objects.filter(cognome="Sbarra").exists()


def test_the_only_item_of_an_invitation_is_not_taken_off(casa, seduta):
    punti = list(seduta.punti.order_by("ordine"))
    da_fuori(casa, seduta, punti=[punti[0].pk])
    invitato(casa, seduta, punti=[p.pk for p in punti])
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(togli_punto, punto_id=punti[0].pk)
    assert "Ida Sbarra" in rifiuto.value.violazioni[0].testo
    assert "Nadia" not in rifiuto.value.violazioni[0].testo
    casa.atto(togli_punto, punto_id=punti[1].pk)
    assert InvitoAlPunto.objects.count() == 2


def test_they_get_the_notice_and_count_for_nothing(casa, seduta):
    invitato(casa, seduta)
    fuori = da_fuori(casa, seduta)
    partita(casa, seduta)
    ospiti = convocati(seduta, []).invitati
    assert {c.qualifica for c in ospiti} == {"DSGA", "delegata del Comune"}
    assert not any(c.con_voto for c in ospiti)
    assert presenze(seduta).in_carica == 3
    lettera = Promemoria.objects.get(destinatario=fuori.persona)
    assert "partecipa senza diritto di voto" in lettera.testo
    assert "nel portale" not in lettera.testo
    componente = Promemoria.objects.get(destinatario=casa.presidente)
    assert "lo comunica nel portale" in componente.testo


def test_who_comes_to_sit_meanwhile_is_convened_as_a_member(casa, seduta):
    ospite = da_fuori(casa, seduta)
    MandatoFactory(istituto=casa.istituto, organo=casa.organo, persona=ospite.persona)
    assert bozza(seduta, ADESSO).destinatari.invitati == ()
    partita(casa, seduta)
    assert Convocato.objects.get(persona=ospite.persona).con_voto is True


def test_an_invitation_is_taken_back_while_it_is_a_draft(casa, seduta):
    ospite = invitato(casa, seduta)
    casa.atto(togli_invito, convocato_id=ospite.pk)
    assert not Convocato.objects.exists()
    altro = invitato(casa, seduta)
    partita(casa, seduta)
    with pytest.raises(AttoRifiutato):
        casa.atto(togli_invito, convocato_id=altro.pk)


def test_a_draft_with_guests_may_be_thrown_away(casa, seduta):
    da_fuori(casa, seduta, punti=[seduta.punti.first().pk])
    casa.atto(elimina_bozza, seduta_id=seduta.pk)
    assert not Convocato.objects.exists()
    assert Persona.objects.filter(cognome="Sbarra").exists()


def test_after_a_deserted_sitting_they_are_invited_again(casa, seduta):
    invitato(casa, seduta)
    da_fuori(casa, seduta, punti=[seduta.punti.get(titolo="Mensa").pk])
    partita(casa, seduta)
    Seduta.objects.filter(pk=seduta.pk).update(
        stato=StatoSeduta.DESERTA, aperta_il=ADESSO, chiusa_il=ADESSO, in_carica=3
    )
    avviso = casa.atto(prepara_seguito, seduta_id=seduta.pk, inizio=ADESSO + 20 * GIORNO)
    di_nuovo = Convocato.objects.filter(seduta=avviso.seduta)
    assert {c.qualifica for c in di_nuovo} == {"DSGA", "delegata del Comune"}
    invito = InvitoAlPunto.objects.get(convocato__in=di_nuovo)
    assert (invito.punto.seduta, invito.punto.titolo) == (avviso.seduta, "Mensa")
