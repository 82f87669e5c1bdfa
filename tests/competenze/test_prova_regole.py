"""What if the rules were others: the same levels judged again, and nothing written."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.norme.profili import PROFILI
from cpia.scuola import orologio
from cpia.scuola.tenancy import istituto_corrente
from tests.accessi.mondo import impronta
from tests.competenze.classe_di_prova import ADESSO, Prova, classe_di_prova, nuovo_istituto

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _oggi(monkeypatch: pytest.MonkeyPatch, settings: object) -> None:
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


@pytest.fixture
def prova(db: None) -> Iterator[Prova]:
    istituto = nuovo_istituto()
    with istituto_corrente(istituto.pk):
        prova = classe_di_prova(istituto)
        # The first student's mean is halfway between A and B.
        prova.valuta("Italiano", "personale", "ABCD")
        prova.valuta("Matematica", "personale", "BBCD")
        yield prova


def chiedi(prova: Prova, studente: int = 0, **regole: object):
    client = Client()
    client.force_login(prova.coordinatrice.utente)
    indirizzo = reverse("competenze:perche", args=[prova.istituto.slug, prova.rilevata.pk])
    di = "-".join(map(str, prova.chiave(studente, "personale", "")))
    return client.get(indirizzo, {"di": di} | regole, headers=HTMX)


def esito(risposta) -> str:
    """What stands under the question."""
    testo = " ".join(risposta.content.decode().split())
    return testo.partition('<div aria-live="polite">')[2].partition("</div>")[0]


def test_nothing_is_tried_until_it_is_asked(prova):
    risposta = chiedi(prova)
    assert risposta.status_code == 200
    assert esito(risposta).strip() == ""
    assert "Con le regole di" in risposta.content.decode()


@pytest.mark.parametrize(
    ("regole", "livello", "parole"),
    [
        ({"prova_mezzo": "in_giu"}, "B Intermedio", "dalla media di oggi viene A Avanzato"),
        ({"prova_mezzo": "in_su"}, "A Avanzato", ": come oggi"),
        ({"prova_minimo": "2"}, "A Avanzato", ": come oggi"),
        ({"prova_minimo": "3"}, "Da definire in scrutinio", "ne servono almeno 3"),
        ({"prova_minimo": "3", "prova_mezzo": "in_giu"}, "Da definire in scrutinio", "A Avanzato"),
    ],
)
def test_the_same_numbers_under_other_rules(prova, regole, livello, parole):
    risposta = chiedi(prova, **regole)
    assert f"<strong>{livello}</strong>" in esito(risposta)
    assert parole in esito(risposta)
    assert "prova: valore scelto qui" in esito(risposta) or "come oggi" in esito(risposta)


@pytest.mark.parametrize("slug", PROFILI)
def test_the_rules_of_a_shipped_school(prova, slug):
    risposta = chiedi(prova, prova_scuola=slug)
    assert "<strong>A Avanzato</strong>" in esito(risposta)
    assert "il mezzo va a favore dello studente" in esito(risposta)


@pytest.mark.parametrize(
    "regole",
    [
        {"prova_minimo": "0"}, {"prova_minimo": "31"}, {"prova_minimo": "due"},
        {"prova_mezzo": "storto"}, {"prova_scuola": "iis-altro"},
    ],
)  # fmt: skip
def test_what_cannot_be_tried_is_told(prova, regole):
    risposta = chiedi(prova, **regole)
    assert risposta.status_code == 422
    assert "invalid-feedback" in risposta.content.decode()
    assert esito(risposta).strip() == ""


def test_a_trial_writes_nothing_and_costs_no_query(prova):
    prima = impronta(prova.istituto)
    quante = []
    for regole in ({}, {"prova_mezzo": "in_giu", "prova_scuola": PROFILI[4]}):
        with CaptureQueriesContext(connection) as query:
            chiedi(prova, **regole)
        quante.append(len(query))
    assert quante[0] == quante[1]
    assert impronta(prova.istituto) == prima


def test_a_reason_leads_to_the_words_of_its_rule(prova):
    pagina = chiedi(prova).content.decode()
    assert (
        "/regolamenti/parametri/?tema=competenze&amp;giorno=2024-05-31#competenze.mezzo" in pagina
    )
