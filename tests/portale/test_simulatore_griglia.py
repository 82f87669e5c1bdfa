"""The Simulatore asks a grid item by item: the form of each one, its request, its faults."""

import json

import pytest
from django.http import QueryDict
from django.test import Client

from cpia.portale.calcolo.guasti import Guasto
from cpia.portale.calcolo.pagina.annidati import annida, campo_di
from cpia.portale.calcolo.pagina.descrizione import Campo, Genere, Modulo
from cpia.portale.calcolo.pagina.griglia import MODULO, modulo_di
from cpia.portale.calcolo.registro import calcola
from cpia.portale.forms import Tabella
from cpia.scuola import tenancy
from cpia.scuola.enums import TipoIstituto
from cpia.scuola.models import Istituto, Persona, Utente
from selezioni_pon.griglie import griglia, slug_disponibili

REFERENTE = "ic-pinocchio-2018/referente-valutazione"
FORMATORE = "ic-pinocchio-2018/formatore-interno"
MADRELINGUA = "ic-pinocchio-2018/madrelingua-inglese"
INDIRIZZO = "/liceo-di-prova/simulatore/"

ogni_griglia = pytest.mark.parametrize("slug", slug_disponibili())


def scritti(modulo, richiesta):
    """A request as a browser sends it from the form of its grid."""
    dati = {}
    for campo in modulo.chiesti:
        valore = richiesta
        for chiave in campo.posto:
            valore = valore.get(chiave) if isinstance(valore, dict) else None
        if valore is not None:
            dati[campo.chiave] = "on" if valore is True else str(valore)
    return dati


def tabella(slug, dati):
    riempita = QueryDict(mutable=True)
    riempita.update(dati)
    prova = Tabella(modulo_di(slug), riempita)
    assert prova.valida()
    return prova


# The form


@ogni_griglia
def test_the_form_asks_every_item_and_gives_back_the_request(slug):
    modulo = modulo_di(slug)
    parti = [parte for gruppo in modulo.gruppi for parte in gruppo.parti]
    assert [parte.titolo for parte in parti] == [voce.numero for voce in griglia(slug).voci]
    assert all(parte.campi for parte in parti)
    nomi = [campo.chiave for campo in modulo.chiesti]
    assert len(set(nomi)) == len(nomi)
    richiesta = tabella(slug, scritti(modulo, modulo.esempio)).richiesta
    richiesta.pop("contesa", None)
    assert calcola("griglia", json.dumps(richiesta).encode()) == calcola(
        "griglia", json.dumps(dict(modulo.esempio)).encode()
    )


@ogni_griglia
def test_an_empty_form_asks_for_nothing_and_is_worth_zero(slug):
    richiesta = tabella(slug, {}).richiesta
    assert richiesta == {"griglia": slug, "titoli": {}}
    assert calcola("griglia", json.dumps(richiesta).encode())["totale"] == "0"


def test_the_request_takes_each_value_at_its_place():
    modulo = modulo_di(FORMATORE)
    dati = {
        "titoli-A-1-voto": "54", "titoli-A-1-su": "60", "titoli-A-3-voto": "110",
        "titoli-A-3-lode": "on", "titoli-A-3-pertinente": "on", "titoli-A-4-quanti": "3",
        "titoli-A-4-pertinenti": "2", "titoli-B-1": "4", "titoli-E-1": "5.5",
    }  # fmt: skip
    assert {campo.chiave for campo in modulo.chiesti} >= set(dati)
    assert tabella(FORMATORE, dati).richiesta["titoli"] == {
        "A.1": {"voto": 54, "su": 60},
        "A.3": {"voto": 110, "lode": True, "pertinente": True},
        "A.4": {"quanti": 3, "pertinenti": 2},
        "B.1": 4,
        "E.1": "5.5",
    }


def test_what_is_typed_never_changes_the_form():
    tabella(REFERENTE, {"titoli-1": "on"}).richiesta["titoli"]["x"] = 1
    assert modulo_di(REFERENTE).fissi["titoli"] == {}


def test_only_a_grid_with_contested_marks_asks_which_bracket_counts():
    assert [campo.chiave for campo in modulo_di(FORMATORE).campi] == ["contesa"]
    assert modulo_di(REFERENTE).campi == ()


def test_what_a_grid_contradicts_is_said_before():
    note = " ".join(modulo_di(MADRELINGUA).note)
    assert griglia(MADRELINGUA).sezioni[0].perche_questa in note
    assert all(avviso in note for avviso in griglia(MADRELINGUA).avvertenze)
    assert modulo_di(REFERENTE).note == ()


@pytest.mark.parametrize(
    ("slug", "voce", "dice"),
    [
        (REFERENTE, "1", "2 punti."),
        (
            REFERENTE,
            "2",
            "Voto su 110, fino a 100: 6, da 101 a 110: 8 e 110 e lode: 10; al più 10 punti.",
        ),
        (REFERENTE, "5", "3 punti ciascuno; al più 12 punti."),
        (FORMATORE, "A.4", "4 punti ciascuno; 2 punti in più se pertinente al settore."),
        (FORMATORE, "C.1", "2,5 punti ciascuno; durata minima: 8 ore."),
        (FORMATORE, "E.1", "Da 0 a 6 punti; decide la commissione."),
        ("ic-pinocchio-2018/ente-formatore", "B.1", "Non coerente: 0, parzialmente coerente: 5"),
        ("ic-pinocchio-2018/assistente-amministrativo", "10", "ne conta al più 6 titoli."),
    ],
)
def test_what_an_item_gives_is_said_beside_it(slug, voce, dice):
    parti = {p.titolo: p for gruppo in modulo_di(slug).gruppi for p in gruppo.parti}
    assert dice in dict(parti[voce].celle)["Punti"]


# A fault goes back to its field


ANNIDATO = Modulo(
    "Prova",
    "",
    fissi={"in": {}},
    campi=(
        Campo("solo", "Solo"),
        Campo("in-A-1", "Uno", dove=("in", "A.1")),
        Campo("in-2-voto", "Voto", Genere.INTERO, dove=("in", "2", "voto")),
        Campo("in-2-lode", "Lode", Genere.SI_NO, dove=("in", "2", "lode")),
    ),
)


@pytest.mark.parametrize(
    ("percorso", "campo"),
    [
        ("$.solo", "solo"),
        ('$.in["A.1"]', "in-A-1"),
        ('$.in["A.1"].altro', "in-A-1"),
        ('$.in["2"]', "in-2-voto"),
        ('$.in["2"].lode', "in-2-lode"),
        ('$.in["2"].su', "in-2-voto"),
        ("$.in", None),
        ("$", None),
        ('$.in["22"]', None),
        ("$.solomio", None),
    ],
)
def test_a_fault_finds_its_field(percorso, campo):
    assert campo_di(ANNIDATO, percorso) == campo


def test_a_field_that_is_empty_is_not_in_the_request():
    assert annida(ANNIDATO, {"in-2-lode": True}) == {"in": {"2": {"lode": True}}}


def test_a_fault_of_no_field_is_of_the_whole_form():
    prova = tabella(REFERENTE, {})
    prova.annota([Guasto("$.titoli", "così non va")])
    assert prova.parametri.non_field_errors() == ["Così non va"]


# The page


@pytest.fixture
def docente():
    istituto = Istituto.objects.create(
        slug="liceo-di-prova",
        tipo=TipoIstituto.SUPERIORE,
        denominazione="Liceo di prova",
        denominazione_breve="Liceo di prova",
        codice_fiscale="00000000000",
        comune="Iseo",
        provincia="BS",
    )
    utente = Utente.objects.create_user("docente@example.org", "una-parola-di-prova")
    with tenancy.istituto_corrente(istituto.pk):
        Persona.objects.create(istituto=istituto, utente=utente, cognome="Bianchi", nome="Ugo")
    client = Client()
    client.force_login(utente)
    return client


def di(slug):
    return f"{INDIRIZZO}?calcolo=griglia&griglia={slug.replace('/', '%2F')}"


def html(risposta):
    return risposta.content.decode()


@pytest.mark.django_db
def test_first_the_grid_is_chosen(docente):
    pagina = html(docente.get(f"{INDIRIZZO}?calcolo=griglia"))
    assert all(f'<option value="{slug}">' in pagina for slug in slug_disponibili())
    assert "titolo-tabella" not in pagina
    assert docente.get(di("ic-pinocchio-2018/oroscopo")).status_code == 404


@pytest.mark.django_db
@ogni_griglia
def test_the_form_of_a_grid_answers_as_the_command(docente, slug):
    modulo = modulo_di(slug)
    vuota = docente.get(di(slug))
    assert vuota.status_code == 200
    assert f'<option value="{slug}" selected>' in html(vuota)
    assert "errorlist" not in html(vuota)
    assert html(vuota).count('role="group"') >= len(list(griglia(slug).voci))
    risposta = docente.post(di(slug), scritti(modulo, modulo.esempio))
    assert risposta.status_code == 200
    attesa = calcola("griglia", json.dumps(dict(modulo.esempio)).encode())
    assert risposta.context["risposte"] == [attesa]
    assert "Sezioni" in html(risposta)


@pytest.mark.django_db
def test_every_fault_of_an_item_stands_under_its_field(docente):
    dati = {"titoli-2-voto": "111", "titoli-5": "molti", "titoli-6": "1"}
    risposta = docente.post(di(REFERENTE), dati)
    assert risposta.status_code == 422
    assert "risposte" not in risposta.context
    errori = risposta.context["tabella"].parametri.errors
    assert set(errori) == {"titoli-2-voto", "titoli-5"}
    assert 'value="molti"' in html(risposta)


@pytest.mark.django_db
def test_what_is_alternative_is_told_at_the_second_of_the_two(docente):
    dati = {"titoli-1": "on", "titoli-2": "on", "titoli-b-1": "C1"}
    risposta = docente.post(di(MADRELINGUA), dati)
    assert list(risposta.context["tabella"].parametri.errors) == ["titoli-2"]


@pytest.mark.django_db
def test_the_check_of_a_grid_is_asked_in_json_and_shown(docente):
    for slug in (MADRELINGUA, REFERENTE):
        scritto = json.dumps({"controlla": slug})
        risposta = docente.post(f"{INDIRIZZO}?calcolo=griglia", {"richiesta": scritto})
        assert risposta.status_code == 200
        (attesa,) = risposta.context["risposte"]
        assert attesa == calcola("griglia", scritto.encode())
        assert attesa["perche"][0]["fonte"] in html(risposta)
        assert ("Nessun rilievo." in html(risposta)) is (attesa["rilievi"] == [])


@pytest.mark.django_db
def test_a_list_of_scores_and_checks_is_shown_one_after_the_other(docente):
    scritto = json.dumps([dict(MODULO.esempio), {"controlla": MADRELINGUA}])
    pagina = html(docente.post(f"{INDIRIZZO}?calcolo=griglia", {"richiesta": scritto}))
    assert "Richiesta 1 di 2" in pagina
    assert "Richiesta 2 di 2" in pagina
