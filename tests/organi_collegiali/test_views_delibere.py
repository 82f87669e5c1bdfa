"""The pages of deliberations: who reads what, what is typed is never lost, queries stay few."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Pubblicazione
from cpia.portale.ricerca.cerca import cerca_in
from organi_collegiali.models import Delibera, Dissenso, Effetto, Frase, Punto, Seguito
from organi_collegiali.queries.delibere.testi import versione_di
from organi_collegiali.services.delibere.delibere import adotta_delibera
from organi_collegiali.services.delibere.estratti import prepara_estratto
from tests.factories.organi import (
    ConvocatoFactory,
    DeliberaFactory,
    MandatoFactory,
    PuntoFactory,
    SedutaFactory,
)
from tests.factories.scuola import ADESSO, PersonaFactory, UtenteFactory, contesto
from tests.organi_collegiali.scena_delibere import punto, scena, votata


@pytest.fixture(autouse=True)
def _ambiente(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = str(tmp_path)
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def di_prova(db):
    return scena()


def entra(persona):
    """A browser in which this person is signed in."""
    if persona.utente is None:
        persona.utente = UtenteFactory()
        persona.save(update_fields=["utente"])
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def url(di_prova, nome, *argomenti):
    return reverse(f"organi:{nome}", args=[di_prova.istituto.slug, *argomenti])


@pytest.fixture
def segretaria(di_prova):
    return entra(di_prova.segretaria)


@pytest.fixture
def delibera(di_prova):
    votazione = votata(di_prova, punto(di_prova, titolo="Variazioni al Programma annuale"))
    return adotta_delibera(autore=contesto(di_prova.segretaria), adesso=ADESSO, votazione=votazione)


# The register


def test_of_a_reserved_one_the_others_find_the_number_only(di_prova, segretaria, delibera):
    riservata = DeliberaFactory(
        istituto=di_prova.istituto, organo=di_prova.organo, seduta=di_prova.seduta, numero=2,
        oggetto="Sanzione a Bianchi", testo="di sanzionare Bianchi", riservata=True,
    )  # fmt: skip
    pagina = segretaria.get(url(di_prova, "delibere")).content.decode()
    assert "omissis" in pagina
    assert "Variazioni al Programma annuale" in pagina
    assert "Bianchi" not in pagina
    assert "Bianchi" not in segretaria.get(url(di_prova, "delibere"), {"formato": "csv"}).text
    assert "Nessuna delibera" in segretaria.get(url(di_prova, "delibere"), {"q": "Bianchi"}).text
    assert segretaria.get(url(di_prova, "delibera", riservata.pk)).status_code == 404
    siede = entra(di_prova.componente)
    assert "Bianchi" in siede.get(url(di_prova, "delibere")).content.decode()
    assert siede.get(url(di_prova, "delibera", riservata.pk)).status_code == 200


def test_who_was_never_convened_finds_no_register(di_prova, delibera):
    estraneo = entra(PersonaFactory(istituto=di_prova.istituto))
    assert estraneo.get(url(di_prova, "delibere")).status_code == 404
    assert estraneo.get(url(di_prova, "delibera", delibera.pk)).status_code == 404


@pytest.mark.parametrize(
    ("filtro", "trovate"),
    [
        ({"q": "programma variazioni"}, 1), ({"q": "7"}, 1), ({"q": "zzz"}, 0),
        ({"anno": "2023"}, 2), ({"anno": "2020"}, 0), ({"vigore": "revocate"}, 1),
        ({"vigore": "in_vigore"}, 1), ({"anno": "boh", "organo": "-1"}, 2),
    ],
)  # fmt: skip
def test_the_filters_of_the_register(di_prova, segretaria, delibera, filtro, trovate):
    vecchia = DeliberaFactory(
        istituto=di_prova.istituto, organo=di_prova.organo, numero=7, oggetto="Palestre",
        adottata_il=ADESSO.replace(month=1),
    )  # fmt: skip
    Effetto.objects.create(istituto=di_prova.istituto, delibera=delibera, su=vecchia, atto="revoca")
    risposta = segretaria.get(url(di_prova, "delibere"), filtro)
    assert len(risposta.context["righe"]) == trovate


def test_the_queries_do_not_grow_with_the_deliberations(di_prova, segretaria):
    quante = []
    for n in (1, 29):
        for _ in range(n):
            una = DeliberaFactory(
                istituto=di_prova.istituto, organo=di_prova.organo, seduta=di_prova.seduta
            )
            prima = DeliberaFactory(
                istituto=di_prova.istituto, organo=di_prova.organo,
                adottata_il=ADESSO.replace(year=2023),
            )  # fmt: skip
            Effetto.objects.create(istituto=di_prova.istituto, delibera=una, su=prima,
                                   atto="revoca")  # fmt: skip
        segretaria.get(url(di_prova, "delibere"))
        with CaptureQueriesContext(connection) as lette:
            assert segretaria.get(url(di_prova, "delibere")).status_code == 200
        quante.append(len(lette))
    assert quante[0] == quante[1]


# One deliberation


def test_its_page_says_words_vote_and_what_is_in_force(di_prova, segretaria, delibera):
    pagina = segretaria.get(url(di_prova, "delibera", delibera.pk)).content.decode()
    for parola in (
        "Il Consiglio d’istituto", "Con votazione palese, a maggioranza: 11 favorevoli",
        "di approvare le variazioni", "in vigore, come è stata adottata",
    ):  # fmt: skip
        assert parola in pagina


def test_an_effect_is_written_and_a_wrong_one_keeps_what_was_chosen(di_prova, segretaria, delibera):
    vecchia = DeliberaFactory(
        istituto=di_prova.istituto, organo=di_prova.organo, numero=70,
        adottata_il=ADESSO.replace(month=1),
    )  # fmt: skip
    dove = url(di_prova, "delibera_effetto", delibera.pk)
    risposta = segretaria.post(dove, {"atto": "modifica", "su": "", "in_parte": "on"})
    assert risposta.status_code == 422
    assert "Scegli quale delibera." in risposta.content.decode()
    assert not Effetto.objects.exists()
    assert segretaria.post(dove, {"atto": "modifica", "su": vecchia.pk}).status_code == 302
    risposta = segretaria.post(dove, {"atto": "revoca", "su": vecchia.pk})
    assert "è già scritto" in risposta.content.decode()
    vigore = segretaria.get(url(di_prova, "delibera", vecchia.pk)).context["vigore"]
    assert vigore.in_parole == "in vigore, modificata dalla n. 1 del 5 giugno 2024"


def test_the_albo_asks_before_and_says_why_not(di_prova, segretaria, delibera):
    dove = url(di_prova, "delibera_pubblica", delibera.pk)
    assert "Pubblicare all’albo" in segretaria.get(dove).content.decode()
    risposta = segretaria.post(dove, {"riletto": "si", "con_dati_personali": "on"})
    assert risposta.status_code == 422
    assert not Pubblicazione.objects.exists()
    assert segretaria.post(dove, {"riletto": "si"}).status_code == 302
    assert Pubblicazione.objects.get().numero == 1
    assert segretaria.post(dove, {"riletto": "si"}).status_code == 422


def test_what_is_to_be_done_is_given_and_told_done(di_prova, segretaria, delibera):
    dove = url(di_prova, "seguito_nuovo", delibera.pk)
    dati = {"testo": "Comprare i tablet", "persona": di_prova.componente.pk}
    risposta = segretaria.post(dove, dati | {"entro_il": "2024-06-01"})
    assert risposta.status_code == 422
    assert "Comprare i tablet" in risposta.content.decode()
    assert segretaria.post(dove, dati | {"entro_il": "2024-06-30"}).status_code == 302
    seguito = Seguito.objects.get()
    fatto = url(di_prova, "seguito", seguito.pk)
    chi = entra(di_prova.componente)
    assert chi.post(fatto, {"esito": ""}).status_code == 422
    assert chi.post(fatto, {"esito": "Comprati"}).status_code == 302
    assert "Comprati" in chi.get(fatto).content.decode()
    assert chi.post(fatto, {"esito": "Ancora"}).status_code == 422


def test_a_member_asks_for_his_name_and_the_paper_says_it(di_prova, delibera):
    chi = entra(di_prova.componente)
    dove = url(di_prova, "delibera_contrario", delibera.pk)
    assert chi.post(dove, {"convocato": di_prova.convocato.pk}).status_code == 302
    assert Dissenso.objects.count() == 1
    assert di_prova.componente.nome_e_cognome in chi.get(
        url(di_prova, "delibera", delibera.pk)
    ).content.decode()  # fmt: skip
    assert chi.post(dove, {"convocato": "non-un-numero"}).status_code == 404


# The text before the vote


@pytest.fixture
def da_scrivere(di_prova):
    return punto(di_prova, premesse=[], testo_proposto="")


def _scritto(versione, testo="di adottare", frase="il PTOF", **altro):
    return {
        "premessa": ["visto", "vista"], "frase": [frase, ""], "testo": testo, "versione": versione,
    } | altro  # fmt: skip


def _patch(browser, dove, dati):
    from urllib.parse import urlencode

    return browser.patch(
        dove, urlencode(dati, doseq=True), content_type="application/x-www-form-urlencoded"
    )


def test_the_text_of_a_reserved_item_is_of_who_runs_the_sitting_once_it_is_open(
    di_prova, segretaria
):
    riservato = punto(di_prova, riservato=True, testo_proposto="di sanzionare Bianchi")
    dove = url(di_prova, "testo", riservato.pk)
    assert segretaria.get(dove).status_code == 404
    assert segretaria.post(dove, _scritto("x")).status_code == 404
    scheda = segretaria.get(url(di_prova, "seduta", di_prova.seduta.pk))
    assert dove not in scheda.content.decode()
    assert "Bianchi" in entra(di_prova.componente).get(dove).content.decode()


def test_each_change_is_kept_and_gives_the_new_version(di_prova, segretaria, da_scrivere):
    dove = url(di_prova, "testo", da_scrivere.pk)
    risposta = _patch(segretaria, dove, _scritto(versione_di(da_scrivere)))
    da_scrivere.refresh_from_db()
    assert da_scrivere.premesse == [{"premessa": "visto", "testo": "il PTOF"}]
    assert versione_di(da_scrivere) in risposta.content.decode()
    assert "di adottare" in risposta.content.decode()


@pytest.mark.parametrize("metodo", ["PATCH", "POST"])
def test_two_texts_at_once_are_both_shown(di_prova, segretaria, da_scrivere, metodo):
    dove = url(di_prova, "testo", da_scrivere.pk)
    letta = versione_di(da_scrivere)
    _patch(segretaria, dove, _scritto(letta, testo="di adottare il testo di uno"))
    mio = _scritto(letta, testo="di adottare il testo di due")
    risposta = _patch(segretaria, dove, mio) if metodo == "PATCH" else segretaria.post(dove, mio)
    pagina = risposta.content.decode()
    assert risposta.status_code == 409
    assert "di adottare il testo di uno" in pagina
    if metodo == "POST":
        assert "di adottare il testo di due" in pagina
        assert "il PTOF" in pagina
    da_scrivere.refresh_from_db()
    tieni = versione_di(da_scrivere)
    assert tieni in pagina
    assert _patch(segretaria, dove, mio | {"tieni": tieni}).status_code == 200
    da_scrivere.refresh_from_db()
    assert da_scrivere.testo_proposto == "di adottare il testo di due"


def test_what_is_too_long_is_said_and_stays(di_prova, segretaria, da_scrivere):
    dove = url(di_prova, "testo", da_scrivere.pk)
    lunga = "parola " * 100
    risposta = segretaria.post(dove, _scritto(versione_di(da_scrivere), frase=lunga))
    assert risposta.status_code == 422
    assert "al più sono 600" in risposta.content.decode()
    assert lunga.strip() in risposta.content.decode()
    ignota = _scritto(versione_di(da_scrivere)) | {"premessa": ["boh", "vista"]}
    assert _patch(segretaria, dove, ignota).status_code == 422


def test_what_is_typed_is_shown_as_it_was_typed(di_prova, segretaria, da_scrivere):
    dove = url(di_prova, "testo", da_scrivere.pk)
    dati = _scritto(versione_di(da_scrivere), testo="- di <b>dire</b> *sì*\n- di tacere")
    pagina = _patch(segretaria, dove, dati).content.decode()
    assert "<li>di &lt;b&gt;dire&lt;/b&gt; *sì*" in pagina
    assert "<b>" not in pagina


def test_the_page_of_the_text_has_a_fixed_number_of_queries(di_prova, segretaria, da_scrivere):
    dove, quante = url(di_prova, "testo", da_scrivere.pk), []
    for n in (1, 29):
        Frase.objects.bulk_create(
            Frase(istituto=di_prova.istituto, premessa="visto", testo=f"l’atto n. {n}-{quale}")
            for quale in range(n)
        )
        segretaria.get(dove)
        with CaptureQueriesContext(connection) as lette:
            assert "l’atto n." in segretaria.get(dove).content.decode()
        quante.append(len(lette))
    assert quante[0] == quante[1]


# The commissario and the book


def test_a_commissario_adopts_from_the_page_and_loses_nothing(db):
    from organi_collegiali.enums import TipoOrgano

    di_prova = scena(TipoOrgano.COMMISSARIO)
    segretaria = entra(di_prova.segretaria)
    dove = url(di_prova, "atto_nuovo", di_prova.organo.pk)
    dati = _scritto("", testo="di approvare", frase="il bilancio") | {"oggetto": "Bilancio"}
    risposta = segretaria.post(dove, dati)
    assert risposta.status_code == 422
    assert "il bilancio" in risposta.content.decode()
    assert not Delibera.objects.exists()
    assert segretaria.post(dove, dati | {"riletto": "on"}).status_code == 302
    assert Delibera.objects.get().premesse == [{"premessa": "visto", "testo": "il bilancio"}]


def test_the_book_is_kept_by_the_office(di_prova, segretaria):
    dove = url(di_prova, "frasario")
    assert segretaria.post(dove, {"semina": "si"}).status_code == 302
    quante = Frase.objects.count()
    assert quante > 20
    nuova = {"premessa": "visto", "testo": "il patto di corresponsabilità;", "tipo_organo": ""}
    assert segretaria.post(dove, nuova).status_code == 302
    assert segretaria.post(dove, nuova).status_code == 422
    frase = Frase.objects.get(testo="il patto di corresponsabilità")
    cambia = url(di_prova, "frase", frase.pk)
    assert segretaria.post(cambia, nuova | {"premessa": "vista"}).status_code == 302
    assert segretaria.post(url(di_prova, "frase_togli", frase.pk)).status_code == 302
    assert Frase.objects.count() == quante


# What is found by searching


def test_the_search_finds_what_one_may_open_and_nothing_reserved(di_prova, delibera):
    PuntoFactory(
        istituto=di_prova.istituto, seduta=di_prova.seduta, titolo="Sanzione a Bianchi",
        su_persone=True, titolo_pubblico="Provvedimento disciplinare",
    )  # fmt: skip
    riservata = SedutaFactory(
        istituto=di_prova.istituto, organo=di_prova.organo, convocata=True, riservata=True
    )
    Punto.objects.create(
        istituto=di_prova.istituto, seduta=riservata, ordine=1, titolo="Segretissimo",
        natura="delibera",
    )  # fmt: skip
    mandato = MandatoFactory(istituto=di_prova.istituto, organo=di_prova.organo)
    ConvocatoFactory(istituto=di_prova.istituto, seduta=riservata, mandato=mandato)
    for chi in (di_prova.componente, di_prova.segretaria, mandato.persona):
        for tipo in ("organi", "sedute", "delibere"):
            for parola in ("Bianchi", "Segretissimo"):
                assert not cerca_in(contesto(chi), parola, tipo, 1).gruppi
    trovate = cerca_in(contesto(di_prova.componente), "programma", "delibere", 1).gruppi
    assert trovate[0].risultati[0].titolo == "Variazioni al Programma annuale"
    assert cerca_in(contesto(di_prova.componente), "provvedimento", "sedute", 1).gruppi
    assert cerca_in(contesto(di_prova.componente), "consiglio", "organi", 1).gruppi
    estraneo = contesto(PersonaFactory(istituto=di_prova.istituto))
    for tipo, parola in (("organi", "consiglio"), ("sedute", "seduta"), ("delibere", "delibera")):
        assert not cerca_in(estraneo, parola, tipo, 1).gruppi


def test_the_search_finds_one_on_a_person_by_the_words_without_names(di_prova):
    DeliberaFactory(
        istituto=di_prova.istituto, organo=di_prova.organo, seduta=di_prova.seduta, numero=2,
        su_persone=True, oggetto="Rimborso a Bianchi", oggetto_pubblico="Un rimborso",
        testo="di rimborsare Bianchi",
    )  # fmt: skip
    for chi in (di_prova.componente, di_prova.segretaria):
        assert not cerca_in(contesto(chi), "Bianchi", "delibere", 1).gruppi
        trovate = cerca_in(contesto(chi), "rimborso", "delibere", 1).gruppi
        assert trovate[0].risultati[0].titolo == "Un rimborso"


def test_who_does_not_read_a_reserved_one_does_not_put_it_on_file(di_prova, segretaria):
    votazione = votata(di_prova, punto(di_prova, titolo="Sanzione a Bianchi", riservato=True))
    chi = {"autore": contesto(di_prova.dirigente), "adesso": ADESSO}
    riservata = adotta_delibera(**chi, votazione=votazione)
    prepara_estratto(**chi, delibera_id=riservata.pk)
    bozza = SedutaFactory(istituto=di_prova.istituto, organo=di_prova.organo)
    in_bozza = PuntoFactory(istituto=di_prova.istituto, seduta=bozza)
    dove = url(di_prova, "punto_allega", in_bozza.pk)
    assert "Bianchi" not in segretaria.get(dove).content.decode()
    assert segretaria.post(dove, {"delibera": riservata.pk}).status_code == 422
    assert not in_bozza.allegati.exists()
    assert "Bianchi" in entra(di_prova.dirigente).get(dove).content.decode()
