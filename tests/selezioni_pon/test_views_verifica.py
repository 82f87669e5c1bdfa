"""The screen of the commission: one application at a time, titles, points, outcome."""

from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from cpia.atti.models import Operazione
from selezioni_pon.enums import EffettoConflitto, EsitoTitolo, TipoAllegato
from selezioni_pon.models import (
    AllegatoInviato,
    Conflitto,
    DecisioneTitolo,
    Esame,
    PuntiCommissario,
    PuntiConcordati,
)
from selezioni_pon.queries.commissione.candidati import vicini
from selezioni_pon.queries.commissione.punteggi import versione_di
from tests.conftest import come_proprietario
from tests.factories.candidature import AllegatoFactory, decisa
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena_esame import SOLI_TITOLI, TITOLI, Esami, commissario, esami

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}
E = EsitoTitolo


@pytest.fixture
def tutto(monkeypatch, settings, tmp_path) -> Esami:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return esami()


@pytest.fixture
def titoli(tutto) -> Esami:
    """The same without points of the commission."""
    with come_proprietario():
        tutto.avviso.griglia.dati = SOLI_TITOLI
        tutto.avviso.griglia.save()
    return tutto


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


@pytest.fixture
def siede(tutto) -> Client:
    return entra(tutto.membri[0].persona)


def dove(tutto: Esami, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[tutto.casa.istituto.slug, tutto.avviso.pk, *args])


def pagina(tutto: Esami, posto: int = 0) -> str:
    return dove(tutto, "verifica_domanda", tutto.invii[posto].pk)


def decide(browser: Client, tutto: Esami, voce: str, **campi):
    dati = {"versione": "0", "esito": "accettato"} | campi
    return browser.post(dove(tutto, "verifica_titolo", tutto.titolo(voce).pk), dati)


def tutti_decisi(tutto: Esami) -> None:
    for voce in TITOLI:
        decisa(tutto.titolo(voce), tutto.membri[0])


# who and what


def test_the_list_says_what_is_left_of_each_and_opens_the_first(titoli, siede):
    titoli.candidata("Zanardini")
    tutti_decisi(titoli)
    testo = siede.get(dove(titoli, "verifica")).content.decode()
    assert "0 verificate su 2" in testo
    assert "da chiudere" in testo
    assert "da aprire" in testo
    assert siede.get(dove(titoli, "verifica"), {"vai": ""}).url == pagina(titoli)


def test_nobody_applied(tutto, siede):
    with come_proprietario():
        for invio in tutto.invii:
            invio.ritirato_il = ADESSO
            invio.save(update_fields=["ritirato_il"])
    testo = siede.get(dove(tutto, "verifica")).content.decode()
    assert "Nessuna domanda da verificare" in testo


def test_declared_and_accepted_stand_side_by_side_with_the_sum(titoli, siede):
    decisa(titoli.titolo("2"), titoli.membri[0], E.RIDOTTO, {"quanti": 2}, "una dura dieci ore")
    testo = siede.get(pagina(titoli)).content.decode()
    for detto in (
        "110 su 110 e lode", "3 titoli", "Accettato in parte: 2 titoli", "una dura dieci ore",
        "senza prove allegate", "da fare",
    ):  # fmt: skip
        assert escape(detto) in testo
    # 20 declared (the section stops there); 18 if the two that are left were accepted, 5 now
    assert "18 se si accettano anche i 2 titoli che mancano" in testo
    assert "Restano da verificare 2 titoli dichiarati." in testo


def test_with_htmx_only_the_columns(tutto, siede):
    testo = siede.get(pagina(tutto), **HTMX).content.decode()
    assert testo.strip().startswith('<div id="verifica"')


def test_the_same_queries_with_one_application_and_with_thirty(tutto, siede):
    def quante() -> int:
        with CaptureQueriesContext(connection) as contate:
            assert siede.get(pagina(tutto)).status_code == 200
        return len(contate)

    siede.get(pagina(tutto))
    una = quante()
    for posto in range(29):
        tutto.candidata(f"Altra {posto:02d}")
    assert quante() == una


@pytest.mark.parametrize(
    ("quante", "posto", "attesi"),
    [(3, 2, (1, 3)), (15, 15, (1, 15)), (30, 1, (1, 15)), (30, 15, (8, 22)), (30, 30, (16, 30))],
)
def test_of_many_only_those_around_are_in_the_column(quante, posto, attesi):
    trovati = vicini(range(1, quante + 1), posto)
    assert (trovati[0], trovati[-1]) == attesi


def test_the_files_are_beside_their_title_and_the_redacted_curriculum_is_not_there(tutto, siede):
    invio, titolo = tutto.invii[0], tutto.titolo("2")
    for tipo, nome, di in (
        (TipoAllegato.PROVA, "nomina.pdf", titolo),
        (TipoAllegato.CURRICULUM, "cv.pdf", None),
        (TipoAllegato.CURRICULUM_OSCURATO, "cv-oscurato.pdf", None),
    ):
        file = AllegatoFactory(
            istituto=tutto.casa.istituto, candidatura=invio.candidatura, tipo=tipo.value,
            voce="2" if di else "", nome_file=nome, titolo=nome,
        )  # fmt: skip
        with come_proprietario():
            AllegatoInviato.objects.create(
                istituto=tutto.casa.istituto, invio=invio, allegato=file, titolo=di
            )
    testo = siede.get(pagina(tutto)).content.decode()
    assert "nomina.pdf" in testo
    assert "cv.pdf" in testo
    assert "cv-oscurato.pdf" not in testo


def test_a_file_is_opened_and_the_register_keeps_it(tutto, siede):
    invio, contenuto = tutto.invii[0], b"%PDF-1.7 nomina"
    file = AllegatoFactory(
        istituto=tutto.casa.istituto, candidatura=invio.candidatura,
        file=ContentFile(contenuto, "nomina.pdf"), impronta=sha256(contenuto).hexdigest(),
    )  # fmt: skip
    inviato = AllegatoInviato.objects.create(
        istituto=tutto.casa.istituto, invio=invio, allegato=file
    )
    risposta = siede.get(dove(tutto, "verifica_file", invio.pk, inviato.pk))
    assert risposta.content == contenuto
    assert risposta["X-Content-Type-Options"] == "nosniff"
    letto = Operazione.objects.get(azione="legge allegato della candidatura")
    assert letto.persona == tutto.membri[0].persona
    altra = tutto.candidata("Zanardini")
    assert siede.get(dove(tutto, "verifica_file", altra.pk, inviato.pk)).status_code == 404


# titles


def test_one_click_accepts_and_comes_back_to_the_row(tutto, siede):
    risposta = decide(siede, tutto, "2")
    assert risposta.url == f"{pagina(tutto)}#titolo-{tutto.titolo('2').pk}"
    assert DecisioneTitolo.objects.get().esito == E.ACCETTATO


def test_the_form_of_a_reduction_starts_from_what_was_declared(tutto, siede):
    decisa(tutto.titolo("1"), tutto.membri[1], E.RIFIUTATO, motivo="non è una laurea")
    altro = {"apri": tutto.titolo("2").pk, "esito": "ridotto"}
    testo = siede.get(pagina(tutto), altro).content.decode()
    assert 'name="v2-quanti" value="3"' in testo
    assert "non è una laurea" in testo  # offered among those already written
    assert "Riduci: voce 2" in testo


def test_without_a_reason_nothing_is_kept_and_what_was_typed_stays(tutto, siede):
    risposta = decide(siede, tutto, "2", **{"esito": "ridotto", "v2-quanti": "1"})
    assert risposta.status_code == 422
    testo = risposta.content.decode()
    assert "Scrivi perché il titolo è accettato in parte." in testo
    assert 'name="v2-quanti" value="1"' in testo
    risposta = decide(siede, tutto, "2", **{"esito": "ridotto", "v2-quanti": "x", "motivo": "no"})
    assert risposta.status_code == 422
    assert "Serve un numero intero" in risposta.content.decode()
    assert not DecisioneTitolo.objects.exists()


def test_a_reason_already_written_is_chosen(tutto, siede):
    decisa(tutto.titolo("1"), tutto.membri[1], E.RIFIUTATO, motivo="senza data")
    decide(siede, tutto, "3", esito="rifiutato", recente="senza data")
    assert DecisioneTitolo.objects.get(titolo__voce="3").motivo == "senza data"


def test_of_two_members_the_second_sees_what_the_first_decided(tutto, siede):
    decisa(tutto.titolo("2"), tutto.membri[1], E.RIFIUTATO, motivo="non pertinente")
    risposta = decide(siede, tutto, "2", esito="ridotto", motivo="ne valgono due",
                      **{"v2-quanti": "2"})  # fmt: skip
    assert risposta.status_code == 409
    testo = risposta.content.decode()
    assert "ha registrato altro" in testo
    assert "non pertinente" in testo
    assert "ne valgono due" in testo
    assert 'name="versione" value="1"' in testo
    assert DecisioneTitolo.objects.get().esito == E.RIFIUTATO


@pytest.mark.parametrize("esito", ["", "boh"])
def test_what_is_no_decision_is_refused(tutto, siede, esito):
    assert decide(siede, tutto, "2", esito=esito).status_code == 422


# points


def dai(browser, tutto, posto, nome="verifica_punti", **campi):
    return browser.post(dove(tutto, nome, tutto.invii[0].pk, posto), campi)


def test_the_points_of_the_others_are_hidden_until_all_are_there(tutto, siede):
    altri = [entra(membro.persona) for membro in tutto.membri[1:]]
    dai(altri[0], tutto, 4, **{"v4-punti": "17"})
    testo = siede.get(pagina(tutto)).content.decode()
    assert "17 punti" not in testo
    assert "Li hanno dati 1 su 3" in testo
    dai(siede, tutto, 4, **{"v4-punti": "12,5"})
    dai(altri[1], tutto, 4, **{"v4-punti": "14"})
    testo = siede.get(pagina(tutto)).content.decode()
    for detto in ("17 punti", "12,5 punti", "14 punti", "La media propone"):
        assert detto in testo
    # 14.5 is the mean, and it is proposed
    assert 'name="v4-punti" value="14,5"' in testo


def test_points_that_the_item_does_not_have_stay_in_the_field(tutto, siede):
    risposta = dai(siede, tutto, 4, **{"v4-punti": "25"})
    assert risposta.status_code == 422
    testo = risposta.content.decode()
    assert "può dare al più 20" in testo
    assert 'name="v4-punti" value="25"' in testo
    assert dai(siede, tutto, 5, **{"v5-grado": ""}).status_code == 422
    assert dai(siede, tutto, 2, **{"v2-quanti": "1"}).status_code == 404
    assert not PuntiCommissario.objects.exists()


def test_agreed_with_the_reason_and_told_when_others_did_before(tutto, siede):
    for membro in tutto.membri:
        dai(entra(membro.persona), tutto, 5, **{"v5-grado": "buona"})
    risposta = dai(siede, tutto, 5, "verifica_accordo", versione="0", **{"v5-grado": "ottima"})
    assert risposta.status_code == 422
    assert escape("La media propone 12 punti") in risposta.content.decode()
    altro = entra(tutto.membri[1].persona)
    dai(altro, tutto, 5, "verifica_accordo", versione="0", **{"v5-grado": "buona"})
    assert PuntiConcordati.objects.get().valore == {"grado": "buona"}
    risposta = dai(siede, tutto, 5, "verifica_accordo", versione="0", motivo="è molto coerente",
                   **{"v5-grado": "ottima"})  # fmt: skip
    assert risposta.status_code == 409
    assert "è molto coerente" in risposta.content.decode()


# the outcome


def chiudi(browser, tutto, **campi):
    invio = tutto.invii[0]
    dati = {"versione": versione_di(invio)} | campi
    return browser.post(dove(tutto, "verifica_chiudi", invio.pk), dati)


def test_closed_and_on_to_the_next_then_to_the_list(titoli, siede):
    titoli.candidata("Zanardini")
    tutti_decisi(titoli)
    assert chiudi(siede, titoli).url == pagina(titoli, 1)
    assert Esame.objects.get().chiuso_il == ADESSO
    testo = siede.get(pagina(titoli)).content.decode()
    assert "Verifica chiusa" in testo
    assert 'data-tasto="a"' not in testo
    escluso = dove(titoli, "verifica_escludi", titoli.invii[1].pk)
    dati = {"versione": "0", "requisito": "diritti_civili", "motivo": "Lo dice il casellario"}
    assert siede.post(escluso, dati).url == dove(titoli, "verifica")
    assert "art. 3" in Esame.objects.get(invio=titoli.invii[1]).fonte


def test_the_only_one_that_is_left_does_not_lead_to_itself(titoli, siede):
    sola = siede.get(pagina(titoli)).text
    assert "passa alla prossima" not in sola
    assert "Vai a " not in sola
    titoli.candidata("Zanardini")
    assert "Vai a Zanardini" in siede.get(pagina(titoli)).text


def test_not_yet_says_what_is_left(titoli, siede):
    risposta = chiudi(siede, titoli)
    assert risposta.status_code == 422
    assert "Restano da verificare 3 titoli dichiarati." in risposta.content.decode()


def test_decided_meanwhile_is_read_again(titoli, siede):
    tutti_decisi(titoli)
    risposta = chiudi(siede, titoli, versione="1")
    assert risposta.status_code == 409
    testo = risposta.content.decode()
    assert "Nel frattempo un altro componente" in testo
    assert 'name="versione" value="3"' in testo
    assert not Esame.objects.exists()


def test_an_exclusion_without_words_or_source_is_not_kept(titoli, siede):
    escluso = dove(titoli, "verifica_escludi", titoli.invii[0].pk)
    assert "Prima di escludere" in siede.get(escluso).content.decode()
    risposta = siede.post(
        escluso, {"versione": "0", "requisito": "altro", "motivo": "Firma di un’altra persona"}
    )
    assert risposta.status_code == 422
    testo = risposta.content.decode()
    assert "Firma di un’altra persona" in testo
    assert "Scrivi che cosa lo dice" in testo
    risposta = siede.post(escluso, {"versione": "7", "requisito": "altro", "fonte": "art. 3",
                                    "motivo": "Firma di un’altra persona"})  # fmt: skip
    assert risposta.status_code == 409
    assert not Esame.objects.exists()


def test_opened_again_with_the_reason(titoli, siede):
    tutti_decisi(titoli)
    riapri = dove(titoli, "verifica_riapri", titoli.invii[0].pk)
    assert siede.get(riapri).url == pagina(titoli)
    chiudi(siede, titoli)
    assert "titoli già decisi restano" in siede.get(riapri).content.decode()
    assert siede.post(riapri, {"motivo": ""}).status_code == 422
    assert siede.post(riapri, {"motivo": "Un attestato letto male"}).url == pagina(titoli)
    assert Esame.objects.get().chiuso_il is None


def test_why_a_score_is_what_it_is(tutto, siede):
    tutti_decisi(tutto)
    perche = dove(tutto, "verifica_perche", tutto.invii[0].pk)
    testo = siede.get(perche, **HTMX).content.decode()
    assert "Totale: 20 punti" in testo
    assert "il massimo è 20" in testo
    testo = siede.get(perche, {"di": "2"}).content.decode()
    assert "3 × 2,5 = 7,5 punti" in testo
    assert siede.get(perche, {"di": "9"}).status_code == 404


# who may not


def test_before_the_declaration_there_is_only_its_form(tutto):
    nuovo = commissario(tutto.casa, tutto.commissione, dichiarato_il=None, senza_condanne=None)
    browser = entra(nuovo.persona)
    dichiara = dove(tutto, "commissione_dichiarazione")
    assert browser.get(pagina(tutto)).url == dichiara
    assert browser.get(pagina(tutto), **HTMX)["HX-Redirect"] == dichiara
    assert decide(browser, tutto, "2").url == dichiara
    assert not DecisioneTitolo.objects.exists()


def test_who_abstains_does_not_open_that_application(tutto, siede):
    altra = tutto.candidata("Zanardini")
    regole = dict(tutto.avviso.regole)
    regole["selezioni.conflitto"] = regole["selezioni.conflitto"] | {
        "valore": EffettoConflitto.ASTENSIONE.value
    }
    with come_proprietario():
        tutto.avviso.regole = regole
        tutto.avviso.save(update_fields=["regole"])
        Conflitto.objects.create(
            istituto=tutto.casa.istituto, commissario=tutto.membri[0],
            candidatura=altra.candidatura,
        )  # fmt: skip
    assert siede.get(pagina(tutto, 1)).status_code == 403
    assert siede.get(pagina(tutto)).status_code == 200
    assert "ti astieni" in siede.get(dove(tutto, "verifica")).content.decode()


def test_an_application_of_another_call_is_not_there(tutto, siede):
    altro = esami(casa=tutto.casa)
    indirizzo = dove(tutto, "verifica_domanda", altro.invii[0].pk)
    assert siede.get(indirizzo).status_code == 404
    indirizzo = dove(tutto, "verifica_titolo", altro.titolo("2").pk)
    assert siede.post(indirizzo, {"versione": "0", "esito": "accettato"}).status_code == 404


def test_neither_the_office_nor_who_directs_nor_who_applied(tutto):
    for chi in (
        tutto.casa.segretaria, tutto.casa.dirigente, tutto.invii[0].candidatura.persona,
    ):  # fmt: skip
        assert entra(chi).get(pagina(tutto)).status_code == 403
        assert decide(entra(chi), tutto, "2").status_code == 403
