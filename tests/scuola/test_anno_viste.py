"""The pages of the school years: what they show, what they refuse, how many queries they make."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.scuola import orologio
from cpia.scuola.anno.services import prepara_classi, proponi_esiti
from cpia.scuola.models import Classe, EsitoAnno, Incarico, Iscrizione, Passaggio
from tests.factories.scuola import ADESSO, IncaricoFactory
from tests.scuola.scena_anno import scena
from tests.scuola.test_anno_servizi import chiavi_delle_classi

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _di_giugno(settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


@pytest.fixture
def qui():
    return scena()


@pytest.fixture
def segretaria(qui, client):
    client.force_login(qui.autore.persona.utente)
    return client


def dove(qui, nome, *argomenti):
    return reverse(nome, args=[qui.istituto.slug, *argomenti])


def passo(qui, nome):
    return dove(qui, nome, qui.anno.pk)


def pronte(qui):
    chi = {"autore": qui.autore, "adesso": ADESSO, "anno": qui.anno}
    prepara_classi(**chi, chiavi=chiavi_delle_classi(qui))
    return chi


# The years and their classes


def test_the_years_with_their_counts(qui, segretaria):
    pagina = segretaria.get(dove(qui, "anno"))
    [voce] = pagina.context["voci"]
    assert (voce.classi, voce.studenti, voce.corrente, voce.compiuto) == (3, 9, True, False)
    assert "anno di oggi" in pagina.text


def test_an_outcome_taken_back_is_to_be_decided_again(qui, segretaria):
    pronte(qui)
    for iscrizione in Iscrizione.objects.all():
        EsitoAnno.objects.create(istituto=qui.istituto, iscrizione=iscrizione, esito="")
    voce = segretaria.get(dove(qui, "anno")).context["voci"][-1]
    assert (voce.anno, voce.da_decidere) == (qui.anno, 9)


def test_a_coordinator_withdrawn_is_told_with_the_last_day(qui, segretaria):
    Incarico.objects.filter(pk=qui.coordinatrice.pk).update(revocato_il=ADESSO)
    pagina = segretaria.get(dove(qui, "classe", qui.seconda.pk)).text
    assert f"{qui.coordinatrice.persona.nome_e_cognome} (al 05/06/2024)" in pagina


def test_the_classes_of_a_year_and_one_of_them(qui, segretaria):
    pagina = segretaria.get(dove(qui, "classi"))
    assert [str(v.classe) for v in pagina.context["voci"]] == [
        str(c) for c in (qui.prima, qui.seconda, qui.quinta)
    ]
    pagina = segretaria.get(dove(qui, "classe", qui.seconda.pk))
    assert str(qui.iscritti(qui.seconda)[0].persona) in pagina.text
    assert qui.docente.persona.nome_e_cognome in pagina.text
    assert "Religione cattolica" in pagina.text


@pytest.mark.parametrize(
    "anno", ["2031", "duemila", "٢٠٢٣x", "-1", pytest.param("9" * 5000, id="9…")]
)
def test_a_year_that_is_not_there_is_not_found(qui, segretaria, anno):
    assert segretaria.get(dove(qui, "classi"), {"anno": anno}).status_code == 404


def test_lists_leave_as_sheets(qui, segretaria):
    csv = segretaria.get(dove(qui, "classi"), {"formato": "csv"})
    assert csv.content.startswith(b"\xef\xbb\xbf")
    assert f"2ªA {qui.corso.sigla}" in csv.content.decode()
    xlsx = segretaria.get(dove(qui, "classi"), {"formato": "xlsx"})
    assert xlsx.content[:2] == b"PK"


@pytest.mark.parametrize(
    "nome", ["anno_classi", "anno_studenti", "anno_incarichi", "anno_anteprima"]
)
def test_looking_at_a_step_writes_nothing(qui, segretaria, nome):
    assert segretaria.get(passo(qui, nome)).status_code == 200
    assert not Passaggio.objects.exists()


def test_the_history_of_the_passage_is_read_from_its_pages(qui, segretaria, client):
    chi = pronte(qui)
    proponi_esiti(**chi)
    url = dove(qui, "storia", "scuola.passaggio", Passaggio.objects.get().pk)
    assert url in segretaria.get(passo(qui, "anno_classi")).text
    assert url in segretaria.get(passo(qui, "anno_anteprima")).text
    assert "ha deciso gli esiti di fine anno" in segretaria.get(url).text
    docente = qui.docente.persona
    client.force_login(docente.utente)
    assert client.get(url).status_code == 404


def test_the_dirigente_reads_and_does_not_act(qui, client):
    dirigente = IncaricoFactory(istituto=qui.istituto, dirigente=True).persona
    client.force_login(dirigente.utente)
    pagina = client.get(passo(qui, "anno_classi"))
    assert pagina.status_code == 200
    assert "Crea le classi" not in pagina.text
    assert client.post(passo(qui, "anno_crea_classi"), {"chiavi": "1"}).status_code == 403


# The steps


def test_the_whole_way_from_the_classes_to_the_passage(qui, segretaria):
    pagina = segretaria.get(passo(qui, "anno_classi"))
    chiavi = [voce.chiave for voce in pagina.context["voci"]]
    segretaria.post(passo(qui, "anno_crea_classi"), {"chiavi": chiavi})
    segretaria.post(passo(qui, "anno_proponi"))
    segretaria.post(passo(qui, "anno_scegli"), {"tutte": "tutto"})
    anteprima = segretaria.get(passo(qui, "anno_anteprima"))
    assert anteprima.context["quante"] == {
        "nuovo": 14, "invariato": 0, "problema": 0, "da_decidere": 0
    }  # fmt: skip
    domanda = segretaria.get(passo(qui, "anno_compi"))
    assert "6 studenti nelle classi del 2024/25 dal 01/09/2024" in domanda.text
    assert segretaria.post(passo(qui, "anno_compi")).status_code == 422
    fatto = segretaria.post(passo(qui, "anno_compi"), {"riletto": "si"}, follow=True)
    assert "Passaggio compiuto: 9 studenti passati" in fatto.text
    assert fatto.context["quante"]["nuovo"] == 0
    ancora = segretaria.post(passo(qui, "anno_compi"), {"riletto": "si"}, follow=True)
    assert "non è cambiato nulla" in ancora.text


def test_the_offices_are_ticked_one_by_one(qui, segretaria):
    pronte(qui)
    segretaria.post(passo(qui, "anno_scegli"), {"tutte": "tutto"})
    assert f"ufficio-{qui.protocollista.pk}" not in Passaggio.objects.get().scelte
    chiave = f"ufficio-{qui.protocollista.pk}"
    segretaria.post(f"{passo(qui, 'anno_scegli')}?classe=uffici", {"copia": [chiave]})
    segretaria.post(passo(qui, "anno_scegli"), {"tutte": "tutto"})
    assert chiave in Passaggio.objects.get().scelte
    segretaria.post(passo(qui, "anno_scegli"), {"tutte": "nulla"})
    assert Passaggio.objects.get().scelte == []


def test_ticks_of_one_class_leave_those_of_the_others(qui, segretaria):
    pronte(qui)
    segretaria.post(
        f"{passo(qui, 'anno_scegli')}?classe=uffici", {"copia": [f"ufficio-{qui.protocollista.pk}"]}
    )
    docente = f"docente-{qui.docente.pk}"
    segretaria.post(f"{passo(qui, 'anno_scegli')}?classe={qui.seconda.pk}", {"copia": [docente]})
    assert Passaggio.objects.get().scelte == sorted([docente, f"ufficio-{qui.protocollista.pk}"])


def test_outcomes_of_a_class_one_by_one(qui, segretaria):
    pronte(qui)
    [uno, due, tre] = qui.iscritti(qui.seconda)
    segretaria.post(
        f"{passo(qui, 'anno_decidi')}?classe={qui.seconda.pk}",
        {
            f"esito_{uno.pk}": "ammesso", f"arrivo_{uno.pk}": qui.nuova(3).pk,
            f"esito_{due.pk}": "lascia", f"giorno_{due.pk}": "2024-03-01",
            f"arrivo_{due.pk}": qui.nuova(3).pk,
            f"esito_{tre.pk}": "", f"giorno_{tre.pk}": "2024-03-01",
        },
    )  # fmt: skip
    esiti = EsitoAnno.objects.values_list(
        "iscrizione", "esito", "classe_di_arrivo", "ultimo_giorno"
    )
    assert {(pk, esito, arrivo, str(giorno)) for pk, esito, arrivo, giorno in esiti} == {
        (uno.pk, "ammesso", qui.nuova(3).pk, "None"),
        (due.pk, "lascia", None, "2024-03-01"),
    }


def test_a_wrong_outcome_comes_back_with_what_was_typed_and_the_reason(qui, segretaria):
    pronte(qui)
    [uno, due, _] = qui.iscritti(qui.seconda)
    risposta = segretaria.post(
        f"{passo(qui, 'anno_decidi')}?classe={qui.seconda.pk}",
        {
            f"esito_{uno.pk}": "ammesso", f"arrivo_{uno.pk}": qui.nuova(5).pk,
            f"esito_{due.pk}": "lascia", f"giorno_{due.pk}": "2024-09-15",
        },
    )  # fmt: skip
    assert risposta.status_code == 422
    assert "Chi è ammesso va in una classe di anno 3" in risposta.text
    assert "L’ultimo giorno va dal 01/09/2023 al 31/08/2024" in risposta.text
    assert 'value="2024-09-15"' in risposta.text
    assert not EsitoAnno.objects.exists()


@pytest.mark.parametrize(
    ("campo", "valore"),
    [("esito", "promosso"), ("arrivo", "999999"), ("arrivo", "tre"), ("giorno", "domani")],
)
def test_what_no_form_offers_is_refused(qui, segretaria, campo, valore):
    [uno, *_] = qui.iscritti(qui.seconda)
    dati = {f"esito_{uno.pk}": "ammesso", f"{campo}_{uno.pk}": valore}
    risposta = segretaria.post(f"{passo(qui, 'anno_decidi')}?classe={qui.seconda.pk}", dati)
    assert risposta.status_code == 422
    assert not EsitoAnno.objects.exists()


def test_a_student_is_found_by_name_in_any_class_and_decided_there(qui, segretaria):
    chi = qui.iscritti(qui.quinta)[1]
    cerca = {"q": f"nome {chi.persona.cognome.lower()}"}
    pagina = segretaria.get(passo(qui, "anno_studenti"), cerca)
    assert [riga.studente.persona_id for riga in pagina.context["form"].righe] == [chi.persona_id]
    segretaria.post(
        f"{passo(qui, 'anno_decidi')}?q={chi.persona.cognome}", {f"esito_{chi.pk}": "conclude"}
    )
    assert EsitoAnno.objects.get().iscrizione == chi


@pytest.mark.parametrize(
    ("dati", "testo"),
    [
        ({"anno_di_corso": "9", "sezione": "B"}, "minore o uguale a 5"),
        ({"anno_di_corso": "3", "sezione": "B/C"}, "lettere o cifre"),
        ({"anno_di_corso": "2", "sezione": "a"}, "c’è già"),
    ],
)
def test_a_class_by_hand_that_cannot_be(qui, segretaria, dati, testo):
    pronte(qui)
    dati |= {"corso": qui.corso.pk, "sede": qui.sede.pk}
    risposta = segretaria.post(passo(qui, "anno_aggiungi_classe"), dati)
    assert risposta.status_code == 422
    assert testo in risposta.text
    assert Classe.objects.filter(anno_scolastico__inizio=2024).count() == 4


@pytest.mark.parametrize(
    ("nome", "dati"),
    [
        ("anno_crea_classi", {}), ("anno_crea_classi", {"chiavi": "1-1-ZZ"}),
        ("anno_scegli", {"copia": "gruppo-999"}), ("anno_docenti", {"docenti": "altrove"}),
        ("anno_decidi", {}),
    ],
)  # fmt: skip
def test_nothing_asked_or_something_unknown_is_refused_without_effect(qui, segretaria, nome, dati):
    assert segretaria.post(passo(qui, nome), dati).status_code == 422
    assert not Passaggio.objects.exists()


def test_the_preview_can_be_narrowed_to_one_state(qui, segretaria):
    proponi_esiti(**pronte(qui), classe_id=qui.quinta.pk)
    pagina = segretaria.get(passo(qui, "anno_anteprima"), {"stato": "da_decidere"})
    assert {riga.stato for riga in pagina.context["pagina"]} == {"da_decidere"}
    assert len(pagina.context["pagina"]) == 6


# Queries


@pytest.mark.parametrize(
    ("nome", "di_classe"),
    [
        ("anno", False), ("classi", False), ("classe", True), ("anno_classi", False),
        ("anno_studenti", False), ("anno_incarichi", False), ("anno_anteprima", False),
        ("anno_compi", False),
    ],
)  # fmt: skip
def test_the_queries_of_a_page_do_not_depend_on_the_students(client, nome, di_classe):
    dette = []
    for quanti in (1, 30):
        qui = scena(quanti)
        proponi_esiti(**pronte(qui))
        client.force_login(qui.autore.persona.utente)
        argomenti = (
            [qui.seconda.pk] if di_classe else [] if nome in {"anno", "classi"} else [qui.anno.pk]
        )
        client.get(dove(qui, nome, *argomenti))
        with CaptureQueriesContext(connection) as sue:
            assert client.get(dove(qui, nome, *argomenti)).status_code == 200
        dette.append(len(sue))
    assert Iscrizione.objects.count() >= 90
    assert dette[0] == dette[1]
