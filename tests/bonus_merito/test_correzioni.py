"""What stops an opening, who counts as tenured, a request taken up and not sent again."""

from datetime import timedelta

import pytest

from bonus_merito.models import Criteri, Procedura
from bonus_merito.queries.doveri import cose_da_fare
from bonus_merito.queries.procedure import numeri, pagina_procedura
from bonus_merito.queries.scrivania import descrive
from bonus_merito.services.procedure import annulla_procedura, correggi_in_servizio
from bonus_merito.services.promemoria import pianifica
from bonus_merito.services.richieste import riapri_richiesta
from cpia.atti.models import Operazione, Pubblicazione
from cpia.avvisi.models import Scadenza
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.enums import Ruolo
from tests.bonus_merito.scena_richieste import DOPO, SCADE, Scena, scena
from tests.bonus_merito.test_views_richieste import RILETTO, dove, entra
from tests.factories.scuola import ADESSO

pytestmark = pytest.mark.django_db


@pytest.fixture
def ora(monkeypatch):
    adesso = [ADESSO]
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: adesso[0])
    return adesso


@pytest.fixture
def casa(settings, tmp_path, ora) -> Scena:
    settings.MEDIA_ROOT, settings.MFA_OBBLIGATORIA = tmp_path, False
    return scena()


@pytest.fixture
def chiusa(settings, tmp_path, ora) -> Scena:
    settings.MEDIA_ROOT, settings.MFA_OBBLIGATORIA = tmp_path, False
    return scena(aperta=False)


def doveri(casa, adesso=ADESSO) -> dict[str, object]:
    return {d.chiave.split(".")[1]: d for d in cose_da_fare(casa.istituto.pk, adesso).doveri}


def senza_albo(casa) -> None:
    Criteri.objects.update(pubblicazione=None)


def annullata(casa) -> None:
    Pubblicazione.objects.update(annullata_il=ADESSO, motivo_annullamento="Errata")


@pytest.mark.parametrize("come", [senza_albo, annullata])
def test_it_is_not_opened_on_criteria_that_nobody_can_read(chiusa, come):
    come(chiusa)
    with pytest.raises(AttoRifiutato) as rifiuto:
        chiusa.apre()
    [contro] = rifiuto.value.violazioni
    assert contro.codice == "non_pubblicati"
    assert "art. 10" in contro.fonte
    pagina = entra(chiusa.dirigente).get(dove(chiusa, "procedura", chiusa.procedura.pk)).text
    assert "non sono all’albo" in pagina
    assert dove(chiusa, "criterio_scheda", chiusa.procedura.criteri_id) in pagina
    assert dove(chiusa, "procedura_apri", chiusa.procedura.pk) not in pagina


@pytest.mark.parametrize("come", [senza_albo, annullata])
def test_the_office_has_adopted_criteria_to_publish(chiusa, come):
    assert "criteri" not in doveri(chiusa)
    come(chiusa)
    dovere = doveri(chiusa)["criteri"]
    assert dovere.ruolo == Ruolo.SEGRETERIA_PROTOCOLLO
    assert (dovere.pagina, dovere.oggetto) == ("bonus:criterio_scheda", chiusa.procedura.criteri_id)
    assert "albo" in dovere.titolo


def test_criteria_of_a_year_that_is_over_are_left_alone(chiusa):
    senza_albo(chiusa)
    assert "criteri" not in doveri(chiusa, ADESSO + timedelta(days=200))


# How many are tenured


def test_nobody_counts_the_tenured_instead_of_who_directs(chiusa):
    pagina = entra(chiusa.dirigente).get(dove(chiusa, "procedura_apri", chiusa.procedura.pk)).text
    assert "supplenti compresi" in pagina
    assert 'name="in_servizio" value' not in pagina


def test_the_number_of_the_tenured_is_corrected_until_the_decree(casa):
    browser = entra(casa.dirigente)
    indirizzo = dove(casa, "procedura_in_servizio", casa.procedura.pk)
    assert browser.get(indirizzo).status_code == 200
    dati = {"in_servizio": "20", "motivo": "Contati anche i supplenti.", **RILETTO}
    assert browser.post(indirizzo, dati | {"motivo": " "}).status_code == 422
    assert browser.post(indirizzo, dati | {"in_servizio": "47"}).status_code == 422
    assert browser.post(indirizzo, dati | {"in_servizio": "9" * 30}).status_code == 422
    assert browser.post(indirizzo, dati).status_code == 302
    procedura = Procedura.objects.select_related("fondo__anno_scolastico").get()
    procedura.vesti = frozenset()
    quanti = pagina_procedura(casa.chi(casa.dirigente), procedura).limiti
    assert (quanti.minimo, quanti.massimo) == (2, 13)
    riga = Operazione.objects.get(azione="corregge personale di ruolo")
    assert (riga.dati["prima"], riga.dati["dopo"]) == ({"in_servizio": 47}, {"in_servizio": 20})
    assert riga.dati["motivo"] == "Contati anche i supplenti."
    assert entra(casa.ufficio).get(indirizzo).status_code == 403


def test_it_is_corrected_only_between_opening_and_decree(casa):
    casa.fa(annulla_procedura, casa.dirigente, procedura_id=casa.procedura.pk, motivo="Errore.")
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.fa(
            correggi_in_servizio, casa.dirigente, procedura_id=casa.procedura.pk, in_servizio=20,
            motivo="Errore.",
        )  # fmt: skip
    assert [v.codice for v in rifiuto.value.violazioni] == ["stato"]


# Taken up and not sent again


def test_a_request_taken_up_is_on_the_desk_until_it_is_sent_again(casa):
    richiesta = casa.invia()
    assert {d.persona for d in cose_da_fare(casa.istituto.pk, ADESSO).doveri if d.persona} == {
        casa.collega.pk
    }
    casa.fa(riapri_richiesta, casa.docente, richiesta_id=richiesta.pk)
    [dovere] = [
        d for d in cose_da_fare(casa.istituto.pk, ADESSO).doveri if d.persona == casa.docente.pk
    ]
    assert dovere.titolo.startswith("Richiesta per il bonus da inviare di nuovo")
    assert "non conta" in dovere.dettaglio
    assert dovere.entro_il == SCADE.date()
    pagina = entra(casa.docente).get(dove(casa, "mia_riapri", casa.procedura.pk)).text
    assert "finché non la invii di nuovo non conta" in pagina


def test_who_closes_is_told_of_what_was_not_sent(casa, ora):
    casa.invia(casa.collega)
    richiesta = casa.invia()
    casa.fa(riapri_richiesta, casa.docente, richiesta_id=richiesta.pk)
    conti = numeri(casa.procedura)
    assert (conti.inviate, conti.non_inviate, conti.riprese) == (1, 1, 1)
    ora[0] = DOPO
    browser = entra(casa.dirigente)
    for nome in ("procedura", "procedura_chiudi"):
        pagina = browser.get(dove(casa, nome, casa.procedura.pk)).text
        assert "1 richiesta non inviata" in pagina
        assert "ripresa" in pagina
    pianifica(casa.istituto.pk, DOPO)
    scadenze = list(Scadenza.objects.filter(chiave__startswith="bonus.chiudi."))
    [detto] = descrive(casa.istituto.pk, scadenze).values()
    assert detto == "1 persona ha chiesto; 1 richiesta non inviata."
