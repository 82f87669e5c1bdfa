"""The pages of the criteria, of the money, the first page, the anonymous numbers."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bonus_merito.enums import StatoCriteri
from bonus_merito.models import Criteri, Criterio, Fondo
from bonus_merito.queries.criteri.partenza import VUOTI
from bonus_merito.services.criteri import adotta_criteri, pubblica_criteri, togli_criterio
from tests.bonus_merito.scena_criteri import Scena, scena
from tests.factories.bonus import (
    AttivitaFactory,
    CriteriFactory,
    FondoFactory,
    ProceduraFactory,
    RequisitiFactory,
    RichiestaFactory,
    ValutazioneFactory,
)
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


@pytest.fixture
def ufficio(casa) -> Client:
    return entra(casa.segretaria)


@pytest.fixture
def dirige(casa) -> Client:
    return entra(casa.dirigente)


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"bonus:{nome}", args=[casa.istituto.slug, *args])


def adottati(casa: Scena) -> Criteri:
    bozza = casa.bozza()
    return casa.atto(
        adotta_criteri, criteri_id=bozza.pk, versione=bozza.versione, delibera_id=casa.delibera.pk
    )


# The first page


def test_the_first_page_says_what_is_missing(casa, ufficio):
    pagina = ufficio.get(dove(casa, "inizio")).text
    assert "Anno scolastico 2023/24" in pagina
    assert "Prepara i criteri" in pagina
    assert "Scrivi il fondo" in pagina


def test_the_first_page_goes_on_from_criteria_and_money(casa, ufficio):
    adottati(casa)
    FondoFactory(istituto=casa.istituto, anno_scolastico=casa.anno)
    pagina = ufficio.get(dove(casa, "inizio")).text
    assert "10.450,00 €" in pagina
    assert "Prepara la procedura" in pagina


def test_a_teacher_sees_no_money_and_asks_while_it_is_open(casa):
    criteri = adottati(casa)
    procedura = ProceduraFactory(
        istituto=casa.istituto, criteri=criteri, aperta=True, fondo__anno_scolastico=casa.anno
    )
    docente = entra(casa.docente)
    pagina = docente.get(dove(casa, "inizio")).text
    assert "Chiedi di partecipare" in pagina
    assert dove(casa, "mia", procedura.pk) in pagina
    assert "10.450,00" not in pagina
    assert dove(casa, "quadro", procedura.pk) not in pagina
    assert dove(casa, "statistiche", procedura.pk) not in pagina


def test_who_sits_in_the_comitato_finds_the_numbers(casa):
    procedura = ProceduraFactory(
        istituto=casa.istituto, decretata=True, fondo__anno_scolastico=casa.anno
    )
    pagina = entra(casa.componente).get(dove(casa, "inizio")).text
    assert dove(casa, "statistiche", procedura.pk) in pagina
    assert dove(casa, "quadro", procedura.pk) not in pagina


def test_before_anything_a_teacher_reads_that_there_is_nothing(casa):
    assert "Ancora nulla." in entra(casa.docente).get(dove(casa, "inizio")).text


def test_the_first_page_asks_as_much_with_many_years(casa, ufficio):
    def domande() -> int:
        with CaptureQueriesContext(
            connection,
        ) as prese:
            ufficio.get(dove(casa, "inizio"))
        return len(prese)

    ProceduraFactory(istituto=casa.istituto, aperta=True, fondo__anno_scolastico=casa.anno)
    domande()  # the first of a session writes it
    con_uno = domande()
    for inizio in range(2010, 2020):
        anno = AnnoScolasticoFactory(istituto=casa.istituto, inizio=inizio)
        ProceduraFactory(istituto=casa.istituto, decretata=True, fondo__anno_scolastico=anno)
    assert domande() == con_uno


# The criteria


def test_a_version_is_begun_read_and_exported(casa, ufficio):
    risposta = ufficio.post(
        dove(casa, "criteri_nuovi"),
        {"anno": casa.anno.pk, "categoria": "docenti", "da": "spediti"},
    )
    bozza = Criteri.objects.get()
    assert risposta.url == dove(casa, "criterio_scheda", bozza.pk)
    pagina = ufficio.get(risposta.url).text
    assert "Cura la propria formazione continua" in pagina
    assert "durata minima di 10 ore" in pagina
    assert "13 descrittori" in pagina
    file = ufficio.get(risposta.url, {"formato": "csv"})
    assert len(file.content.decode("utf-8-sig").strip().splitlines()) >= 19
    di_nuovo = ufficio.post(
        dove(casa, "criteri_nuovi"),
        {"anno": casa.anno.pk, "categoria": "docenti", "da": "spediti"},
    )
    assert di_nuovo.status_code == 422
    assert "c’è già una bozza" in di_nuovo.text


@pytest.mark.parametrize(
    "scritto",
    [{}, {"anno": "9" * 30, "categoria": "docenti", "da": "spediti"},
     {"anno": "\x00", "categoria": "\x00", "da": "\x00"}],
)  # fmt: skip
def test_a_hostile_beginning_is_refused_at_its_place(casa, ufficio, scritto):
    assert ufficio.post(dove(casa, "criteri_nuovi"), scritto).status_code == 422
    assert not Criteri.objects.exists()


def test_a_draft_is_of_who_prepares_and_of_the_comitato(casa):
    bozza = casa.bozza()
    assert entra(casa.docente).get(dove(casa, "criterio_scheda", bozza.pk)).status_code == 404
    pagina = entra(casa.componente).get(dove(casa, "criterio_scheda", bozza.pk)).text
    assert "Nuovo criterio" not in pagina
    testata = dove(casa, "criteri_testata", bozza.pk)
    assert entra(casa.componente).get(testata).status_code == 403


def test_the_list_asks_as_much_with_many_versions(casa, ufficio):
    def domande() -> int:
        with CaptureQueriesContext(connection) as prese:
            ufficio.get(dove(casa, "criteri"))
        return len(prese)

    adottati(casa)
    domande()  # the first of a session writes it
    con_uno = domande()
    for inizio in range(2010, 2020):
        anno = AnnoScolasticoFactory(istituto=casa.istituto, inizio=inizio)
        CriteriFactory(istituto=casa.istituto, anno_scolastico=anno)
    assert domande() == con_uno


def test_levels_are_written_and_a_second_hand_is_told(casa, ufficio):
    bozza = casa.bozza(VUOTI)
    pagina = dove(casa, "criteri_testata", bozza.pk)
    form = ufficio.get(pagina).context["form"]
    scritto = {
        "versione": form["versione"].value(), "titolo": "Criteri nostri",
        "individuazione": "dichiarazione\n\n accertamenti ", "livello_1": "ottimo",
    }  # fmt: skip
    assert ufficio.post(pagina, scritto).status_code == 302
    bozza.refresh_from_db()
    assert bozza.individuazione == ["dichiarazione", "accertamenti"]
    assert bozza.livelli == {"1": "ottimo"}
    assert ufficio.post(pagina, scritto).status_code == 302
    altra = ufficio.post(pagina, scritto | {"titolo": "Altri", "individuazione": "altro"})
    assert altra.status_code == 409
    assert "dichiarazione; accertamenti" in altra.text
    assert "Criteri nostri" in altra.text


def test_preconditions_and_regulation_are_written(casa, ufficio):
    bozza = casa.bozza(VUOTI)
    pagina = dove(casa, "criteri_regolamento", bozza.pk)
    form = ufficio.get(pagina).context["form"]
    assert len(form.righe) == 2
    scritto = {
        "versione": form["versione"].value(), "precondizioni": "di ruolo\r\nin servizio",
        "diffusione": "all’albo", "numero_1": "2", "titolo_1": "Esclusi", "testo_1": "a.\r\nb.",
        "numero_2": "1", "titolo_2": "Destinatari", "testo_2": "tutti",
    }  # fmt: skip
    assert ufficio.post(pagina, scritto).status_code == 302
    bozza.refresh_from_db()
    assert bozza.precondizioni == ["di ruolo", "in servizio"]
    assert [(a["numero"], a["testo"]) for a in bozza.articoli] == [(1, "tutti"), (2, "a.\nb.")]
    altra = ufficio.post(pagina, scritto | {"diffusione": "sul sito"})
    assert altra.status_code == 409
    assert "all’albo" in altra.text
    scheda = ufficio.get(dove(casa, "criterio_scheda", bozza.pk)).text
    assert "Art. 2. Esclusi" in scheda
    assert pagina in scheda


@pytest.mark.parametrize(
    ("riga", "detto"),
    [
        ({"testo_1": "senza numero"}, "Scrivi il numero di questo articolo."),
        ({"numero_1": "1", "titolo_1": "Senza testo"}, "Scrivi il testo di questo articolo."),
        ({"numero_1": "9" * 40, "testo_1": "x"}, "Gli articoli arrivano al più a 99."),
        ({"numero_1": "x", "testo_1": "x"}, "Scrivi il numero dell’articolo con cifre."),
        ({"numero_1": "1", "testo_1": "a", "numero_2": "1", "testo_2": "b"}, "due articoli 1"),
        ({"diffusione": "x" * 8001}, "8000"),
        ({"diffusione": "\x00"}, "null"),
    ],
)
def test_an_article_that_is_not_one_is_said_at_its_field(casa, ufficio, riga, detto):
    bozza = casa.bozza(VUOTI)
    pagina = dove(casa, "criteri_regolamento", bozza.pk)
    versione = ufficio.get(pagina).context["form"]["versione"].value()
    risposta = ufficio.post(pagina, {"versione": versione} | riga)
    assert risposta.status_code == 422
    assert detto in risposta.text


def test_who_may_ask_reads_what_an_area_counts_and_who_is_out(casa):
    pagina = entra(casa.docente).get(dove(casa, "criterio_scheda", adottati(casa).pk)).text
    for detto in (
        "fino al 40 per cento", "Chi è escluso", "Precondizioni", "Diffusione degli esiti",
        "Art. 12. Clausola di salvaguardia", "valori sono quelli in vigore il",
    ):  # fmt: skip
        assert detto in pagina
    assert "precondizioni e regolamento" not in pagina


def test_an_area_and_a_criterion_are_written(casa, ufficio):
    bozza = casa.bozza(VUOTI)
    area = bozza.aree.get(area="A")
    pagina = dove(casa, "criteri_area", area.pk)
    versione = ufficio.get(pagina).context["form"]["versione"].value()
    scritto = {"versione": versione, "testo": "Qualità", "descrittori": "uno\ndue"}
    assert ufficio.post(pagina, scritto).status_code == 302
    nuovo = dove(casa, "criterio_nuovo", area.pk)
    senza = ufficio.post(nuovo, {"codice": "A1", "titolo": "voce", "testo": "t", "soglia_1": "x"})
    assert senza.status_code == 422
    assert "Scrivi l’indicatore di questa riga." in senza.text
    fatto = ufficio.post(
        nuovo,
        {"codice": "a1", "titolo": "voce", "testo": "Innova", "indicatore_1": "progetti",
         "indicatore_2": "", "strumenti_1": "atti"},
    )  # fmt: skip
    assert fatto.status_code == 302
    criterio = Criterio.objects.get()
    assert (criterio.codice, criterio.indicatori.get().strumenti) == ("A1", "atti")
    scheda = dove(casa, "criterio", criterio.pk)
    form = ufficio.get(scheda).context["form"]
    assert form["indicatore_1"].value() == "progetti"
    assert len(form.righe) == 3


def test_a_criterion_that_somebody_else_took_away(casa, ufficio):
    bozza = casa.bozza()
    criterio = Criterio.objects.filter(area__criteri=bozza)[0]
    casa.atto(togli_criterio, criterio_id=criterio.pk)
    assert ufficio.get(dove(casa, "criterio", criterio.pk)).status_code == 404


@pytest.mark.parametrize("lunga", ["x" * 601, "riga\n" * 61, "\x00"])
def test_lists_that_are_too_long_are_refused(casa, ufficio, lunga):
    area = casa.bozza(VUOTI).aree.get(area="A")
    pagina = dove(casa, "criteri_area", area.pk)
    risposta = ufficio.post(pagina, {"testo": "t", "descrittori": lunga, "versione": "9" * 40})
    assert risposta.status_code == 422


def test_criteria_move_up_and_down(casa, ufficio):
    bozza = casa.bozza()
    primo = Criterio.objects.filter(area__criteri=bozza, codice="A1").order_by("ordine")[0]
    ufficio.post(dove(casa, "criterio_sposta", primo.pk), {"dove": "giu"})
    ufficio.post(dove(casa, "criterio_sposta", primo.pk), {"dove": "altrove"})
    primo.refresh_from_db()
    assert primo.ordine == 2


# Adopted, published


def test_the_dirigente_adopts_and_the_office_publishes(casa, dirige, ufficio):
    bozza = casa.bozza()
    pagina = dove(casa, "criteri_adotta", bozza.pk)
    assert ufficio.get(pagina).status_code == 403
    scritto = {"delibera": casa.delibera.pk, "versione": bozza.versione, "riletto": "on"}
    assert dirige.post(pagina, scritto | {"riletto": ""}).status_code == 422
    assert dirige.post(pagina, scritto).status_code == 302
    bozza.refresh_from_db()
    assert bozza.stato == StatoCriteri.ADOTTATI
    assert dirige.post(pagina, scritto).status_code == 422
    albo = dove(casa, "criteri_pubblica", bozza.pk)
    assert "Pubblicare i criteri all’albo?" in ufficio.get(albo, **HTMX).text
    assert ufficio.post(albo, {}).status_code == 422
    assert ufficio.post(albo, {"riletto": "si"}).status_code == 302
    scheda = ufficio.get(dove(casa, "criterio_scheda", bozza.pk)).text
    assert "n. 1/2024" in scheda
    assert "delibera n. " in scheda


def test_a_draft_changed_meanwhile_is_read_again(casa, dirige):
    bozza = casa.bozza()
    scritto = {"delibera": casa.delibera.pk, "versione": 9, "riletto": "on"}
    risposta = dirige.post(dove(casa, "criteri_adotta", bozza.pk), scritto)
    assert risposta.status_code == 422
    assert "Nel frattempo la bozza è cambiata" in risposta.text
    assert f'value="{bozza.versione}"' in risposta.text


def test_neither_act_nor_deliberation(casa, dirige):
    bozza = casa.bozza()
    pagina = dove(casa, "criteri_adotta", bozza.pk)
    risposta = dirige.post(pagina, {"versione": bozza.versione, "riletto": "on"})
    assert risposta.status_code == 422
    assert "Scegli la delibera del Comitato" in risposta.text


def test_adopted_criteria_are_read_by_teachers_and_written_by_nobody(casa, ufficio):
    criteri = adottati(casa)
    pagina = entra(casa.docente).get(dove(casa, "criterio_scheda", criteri.pk)).text
    assert "Adottati con" in pagina
    assert "Pubblica all’albo" not in pagina
    testata = dove(casa, "criteri_testata", criteri.pk)
    assert "per cambiarli se ne prepara un’altra versione" in ufficio.get(testata).text
    risposta = ufficio.post(testata, {"titolo": "Altro", "versione": 1})
    assert risposta.status_code == 422


def test_a_draft_is_thrown_away_and_a_criterion_taken_out(casa, ufficio):
    bozza = casa.bozza()
    criterio = Criterio.objects.filter(area__criteri=bozza)[0]
    togli = dove(casa, "criterio_togli", criterio.pk)
    assert criterio.testo in ufficio.get(togli).text
    assert ufficio.post(togli, {"riletto": "si"}).status_code == 302
    elimina = dove(casa, "criteri_elimina", bozza.pk)
    assert ufficio.post(elimina, {"riletto": "si"}).url == dove(casa, "criteri")
    assert not Criteri.objects.exists()


def test_the_print_is_asked_again(casa, ufficio):
    criteri = adottati(casa)
    assert ufficio.post(dove(casa, "criteri_documento", criteri.pk)).status_code == 302
    bozza = casa.bozza(VUOTI)
    risposta = ufficio.post(dove(casa, "criteri_documento", bozza.pk), follow=True)
    assert "Una bozza non si stampa" in risposta.text


def test_on_the_albo_everybody_finds_them(casa):
    criteri = casa.atto(pubblica_criteri, criteri_id=adottati(casa).pk)
    atto = reverse("albo_atto", args=[casa.istituto.slug, 2024, criteri.pubblicazione.numero])
    assert criteri.titolo in Client().get(atto).text


# Money


def test_the_fund_is_written_as_one_writes_it(casa, ufficio):
    pagina = dove(casa, "fondo", casa.anno.pk)
    assert "contrattazione integrativa" in ufficio.get(pagina).text
    scritto = {
        "importo": "10.450,00", "quota_docenti": "7.315", "lordo": "lordo_dipendente",
        "fonte": "contratto", "contratto": "contratto del 15 marzo 2024", "articolo": "art. 22",
    }  # fmt: skip
    assert ufficio.post(pagina, scritto).status_code == 302
    fondo = Fondo.objects.get()
    assert (fondo.importo, fondo.quota_docenti) == (Decimal("10450.00"), Decimal("7315.00"))
    letta = ufficio.get(pagina).text
    assert 'value="10.450,00"' in letta
    assert "contratto del 15 marzo 2024, art. 22" in letta
    altra = ufficio.post(pagina, scritto | {"importo": "9000", "versione": "7"})
    assert altra.status_code == 409
    assert "10.450" in altra.text or "10450" in altra.text


@pytest.mark.parametrize(
    "importo", ["", "tanti", "10,455", "-1", "1e9", "999999999999", "1.2.3", "\x00", "NaN"]
)
def test_a_hostile_amount_is_refused_at_its_field(casa, ufficio, importo):
    scritto = {"importo": importo, "quota_docenti": importo, "lordo": "lordo_dipendente",
               "fonte": "comitato"}  # fmt: skip
    risposta = ufficio.post(dove(casa, "fondo", casa.anno.pk), scritto)
    assert risposta.status_code == 422
    assert not Fondo.objects.exists()


def test_a_fund_that_is_paid_is_only_read(casa, ufficio):
    fondo = FondoFactory(istituto=casa.istituto, anno_scolastico=casa.anno)
    ProceduraFactory(istituto=casa.istituto, fondo=fondo, decretata=True)
    pagina = ufficio.get(dove(casa, "fondo", casa.anno.pk)).text
    assert "non si cambia più" in pagina
    assert "Registra il fondo" not in pagina


# The anonymous numbers


def decretata(casa: Scena, quanti: int, **stato):
    """A decreed procedure in which so many were given 90, one 60, one was too often absent."""
    procedura = ProceduraFactory(
        istituto=casa.istituto, fondo__anno_scolastico=casa.anno, **(stato or {"decretata": True})
    )
    for numero in range(quanti + 2):
        richiesta = RichiestaFactory(istituto=casa.istituto, procedura=procedura)
        punti = Decimal(40) if numero != quanti else Decimal(38)
        AttivitaFactory(istituto=casa.istituto, richiesta=richiesta, giudicata=True, punti=punti)
        assenze = 100 if numero > quanti else 0
        RequisitiFactory(
            istituto=casa.istituto, procedura=procedura, persona=richiesta.persona,
            assenze=assenze, controllati_da=casa.segretaria,
        )  # fmt: skip
        ValutazioneFactory(
            istituto=casa.istituto, richiesta=richiesta, valutata_da=casa.dirigente,
            aggiuntiva=Decimal(50) if numero != quanti else Decimal(20),
            motivo_aggiuntiva="incarichi",
        )  # fmt: skip
    return procedura


def test_the_comitato_reads_numbers_and_no_small_group(casa):
    procedura = decretata(casa, 10)
    risposta = entra(casa.componente).get(dove(casa, "statistiche", procedura.pk))
    numeri = risposta.context["numeri"]
    # Eleven are paid: beside them twelve would tell of the one who is not.
    assert (numeri.richiesti, numeri.in_servizio, numeri.beneficiari) == (None, 47, 11)
    assert [d.conteggio.numero for d in numeri.fasce] == [None, None, None]
    assert [d.conteggio.numero for d in numeri.altri] == [None, None]
    assert "non si dice" in risposta.text
    for riga in procedura.richieste.select_related("persona"):
        assert riga.persona.cognome not in risposta.text


def test_before_the_decree_only_how_many_asked(casa):
    procedura = decretata(casa, 3, in_valutazione=True)
    risposta = entra(casa.componente).get(dove(casa, "statistiche", procedura.pk))
    assert risposta.context["numeri"] is None
    assert "5 su 47" in risposta.text
    assert "dopo il decreto" in risposta.text


def test_neither_office_nor_teachers_see_the_numbers(casa, ufficio):
    procedura = decretata(casa, 3)
    pagina = dove(casa, "statistiche", procedura.pk)
    assert ufficio.get(pagina).status_code == 403
    assert entra(casa.docente).get(pagina).status_code == 403
    assert entra(casa.dirigente).get(pagina).status_code == 200
