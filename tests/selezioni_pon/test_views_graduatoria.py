"""The pages of the ranking: who forms, who approves, the own place, complaints, the public one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from cpia.atti.enums import Verso
from cpia.atti.models import Protocollo
from selezioni_pon.enums import EsitoReclamo, StatoGraduatoria
from selezioni_pon.models import Graduatoria, Reclamo, Sorteggio
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena_graduatoria import DOPO, Graduata, graduata

pytestmark = pytest.mark.django_db
S = StatoGraduatoria


@pytest.fixture(autouse=True)
def oggi(monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(qui: Graduata, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[qui.casa.istituto.slug, *args])


def test_who_presides_forms_it_and_who_directs_publishes_it():
    qui = graduata()
    preside, dirige = entra(qui.presidente), entra(qui.casa.dirigente)
    pagina = dove(qui, "graduatoria", qui.avviso.pk)
    assert "la graduatoria si può formare" in preside.get(pagina).text
    forma = dove(qui, "graduatoria_forma", qui.avviso.pk)
    assert preside.post(forma, {}).status_code == 422
    assert preside.post(forma, {"riletto": "on"}).url == pagina
    proposta = Graduatoria.objects.get()
    assert "la approva e la pubblica il dirigente" in preside.get(pagina).text
    pubblica = dove(qui, "graduatoria_pubblica", proposta.pk)
    assert preside.get(pubblica).status_code == 403
    letta = dirige.get(pubblica).text
    assert all(escape(str(qui.candidato(n))) in letta for n in range(3))
    vecchia = dirige.post(pubblica, {"versione": 9, "riletto": "on"})
    assert vecchia.status_code == 422
    assert "rileggila, poi spunta di nuovo" in vecchia.text
    assert dirige.post(pubblica, {"versione": 1, "riletto": "on"}).url == pagina
    assert "Si può reclamare fino a" in dirige.get(pagina).text
    assert dirige.get(pubblica).url == pagina


def test_a_tie_is_shown_with_the_draw_that_it_needs():
    qui = graduata((5, 5, 3))
    preside = entra(qui.presidente)
    pagina = preside.get(dove(qui, "graduatoria", qui.avviso.pk)).text
    assert "Serve un sorteggio, da mettere a verbale." in pagina
    sorteggio = dove(qui, "graduatoria_sorteggio", qui.avviso.pk)
    assert sorteggio in pagina
    a, b = (invio.candidatura_id for invio in qui.invii[:2])
    due_volte = {"estratto_1": a, "estratto_2": a, "verbale": "verbale n. 3", "riletto": "on"}
    rifiutato = preside.post(sorteggio, due_volte)
    assert rifiutato.status_code == 422
    assert "estratta due volte" in rifiutato.text
    assert 'value="verbale n. 3"' in rifiutato.text
    preside.post(sorteggio, due_volte | {"estratto_1": b})
    assert Sorteggio.objects.get().usciti == [b, a]
    assert preside.get(sorteggio).status_code == 302


def test_the_office_reads_what_is_published_and_never_the_points():
    qui = graduata()
    ufficio, pagina = entra(qui.casa.segretaria), dove(qui, "graduatoria", qui.avviso.pk)
    proposta = qui.forma()
    assert "Non c’è ancora una graduatoria." in ufficio.get(pagina).text
    versione = dove(qui, "graduatoria_versione", proposta.pk)
    assert ufficio.get(versione).status_code == 404
    qui.pubblica(proposta)
    letta = ufficio.get(pagina).text
    assert escape(str(qui.candidato(0))) in letta
    assert ">Punti<" not in letta
    perche = dove(qui, "graduatoria_perche", proposta.righe.first().pk)
    assert ufficio.get(perche).status_code == 403
    file = ufficio.get(f"{versione}?formato=csv").content.decode()
    assert str(qui.candidato(0)) in file
    assert ";8" not in file


def test_who_applied_to_the_call_does_not_open_it_in_the_office():
    qui = graduata()
    qui.pubblica()
    assert entra(qui.candidato(0)).get(dove(qui, "graduatoria", qui.avviso.pk)).status_code == 403


def test_a_score_opens_for_who_directs_and_for_who_judged():
    qui = graduata()
    pubblicata = qui.pubblica()
    riga = pubblicata.righe.get(ordine=2)
    perche = dove(qui, "graduatoria_perche", riga.pk)
    for chi in (qui.casa.dirigente, qui.membri[1].persona):
        letta = entra(chi).get(perche).text
        assert "5 punti: 2º posto" in letta
        assert escape(str(qui.candidato(1))) in letta


def test_each_reads_the_own_place_and_no_other():
    qui = graduata()
    uno, altro = (entra(qui.candidato(n)) for n in (0, 1))
    pagina = dove(qui, "posizione", qui.avviso.pk)
    assert "La graduatoria non è ancora pubblicata." in uno.get(pagina).text
    qui.pubblica()
    letta = altro.get(pagina).text
    assert "Hai 5 punti: il tuo posto è il 2º su 3." in letta
    assert "1 persona viene prima, con più punti dei tuoi." in letta
    assert str(qui.candidato(0).cognome) not in letta
    perche = f"{dove(qui, 'posizione_perche', qui.avviso.pk)}?di=D.1"
    assert "dichiarati 5, accettati 5" in altro.get(perche).text
    assert altro.get(f"{perche}9").status_code == 404
    assert entra(qui.casa.segretaria).get(pagina).status_code == 404


def test_one_complains_and_what_was_typed_is_never_lost():
    qui = graduata()
    qui.pubblica()
    docente = entra(qui.candidato(0))
    pagina = dove(qui, "reclamo_nuovo", qui.avviso.pk)
    assert docente.post(pagina, {"testo": " ", "chiave": "una"}).status_code == 422
    dopo = docente.post(pagina, {"testo": "Il corso da 30 ore", "chiave": "una"})
    assert dopo.url == dove(qui, "posizione", qui.avviso.pk)
    assert "aspetta risposta" in docente.get(dopo.url).text
    ancora = docente.post(pagina, {"testo": "Un altro corso", "chiave": "due"})
    assert ancora.status_code == 422
    assert "Un altro corso" in ancora.text
    assert Reclamo.objects.count() == 1


def test_who_directs_answers_and_reopens_what_was_wrong():
    qui = graduata()
    qui.pubblica()
    reclamo = qui.reclama(1)
    dirige, siede = entra(qui.casa.dirigente), entra(qui.membri[1].persona)
    pagina = dove(qui, "reclamo", reclamo.pk)
    assert "30 ore non è stato contato" in siede.get(pagina).text
    rispondi = dove(qui, "reclamo_rispondi", reclamo.pk)
    assert rispondi in dirige.get(pagina).text
    assert siede.post(rispondi, {}).status_code == 403
    assert entra(qui.casa.segretaria).get(pagina).status_code == 403
    assert entra(qui.candidato(1)).get(pagina).status_code == 404
    risposta = {"esito": EsitoReclamo.ACCOLTO.value, "motivo": "Il corso risulta.", "riletto": "on"}
    senza = dirige.post(rispondi, risposta | {"motivo": ""})
    assert senza.status_code == 422
    fatta = dirige.post(rispondi, risposta | {"da_riaprire": [reclamo.candidatura_id]})
    assert fatta.url == dove(qui, "reclami", qui.avviso.pk)
    lista = entra(qui.casa.segretaria).get(fatta.url).text
    assert "con risposta" in lista
    assert "accolto" not in lista
    graduatoria = dirige.get(dove(qui, "graduatoria", qui.avviso.pk)).text
    assert "La commissione rivede le domande riaperte" in graduatoria


def test_a_complaint_is_rejected_as_the_page_comes():
    """Who complained comes ticked among those to be judged again: it is no fault of the answer."""
    qui = graduata()
    qui.pubblica()
    reclamo = qui.reclama(2)
    dirige = entra(qui.casa.dirigente)
    rispondi = dove(qui, "reclamo_rispondi", reclamo.pk)
    come_viene = dirige.get(rispondi).context["form"].initial
    assert come_viene["da_riaprire"] == [reclamo.candidatura_id]
    risposta = {"esito": EsitoReclamo.RESPINTO.value, "motivo": "Non risulta.", "riletto": "on"}
    assert dirige.post(rispondi, come_viene | risposta).status_code == 302
    reclamo.refresh_from_db()
    assert reclamo.esito == EsitoReclamo.RESPINTO


def test_once_the_term_of_the_complaints_is_over_nobody_is_late(monkeypatch):
    qui = graduata(reclamo=5)
    albo = qui.pubblica().pubblicazione
    pagine = (
        (qui.candidato(1), dove(qui, "posizione", qui.avviso.pk)),
        (qui.casa.dirigente, dove(qui, "graduatoria", qui.avviso.pk)),
        (None, dove(qui, "graduatoria_albo", albo.anno, albo.numero)),
    )

    def leggi(chi, pagina: str) -> str:
        return (entra(chi) if chi else Client()).get(pagina).text

    for una in pagine:
        assert "eclami fino a" in leggi(*una)
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO + timedelta(days=8))
    for una in pagine:
        dopo = leggi(*una)
        assert "In ritardo" not in dopo
        assert "Si può reclamare" not in dopo
        assert "puoi presentare reclamo" not in dopo


def test_who_directs_makes_it_final_when_the_term_is_over(monkeypatch):
    qui = graduata()
    pubblicata = qui.pubblica()
    dirige = entra(qui.casa.dirigente)
    pagina = dove(qui, "graduatoria_definitiva", pubblicata.pk)
    prima = dirige.get(pagina).text
    assert "Non può ancora diventare definitiva." in prima
    assert "diventa definitiva dopo" in prima
    pubblicata.refresh_from_db()
    corpo = {"versione": pubblicata.versione, "riletto": "on"}
    assert dirige.post(pagina, corpo).status_code == 422
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: DOPO)
    dirige = entra(qui.casa.dirigente)
    assert dirige.post(pagina, corpo).url == dove(qui, "graduatoria", qui.avviso.pk)
    assert "gli incarichi si propongono in quest’ordine" in dirige.get(
        dove(qui, "graduatoria", qui.avviso.pk)
    ).text  # fmt: skip
    sua = entra(qui.candidato(0)).get(dove(qui, "posizione", qui.avviso.pk)).text
    assert "La graduatoria è definitiva" in sua


def test_the_public_reads_names_in_order_while_their_days_last(monkeypatch):
    qui = graduata()
    pubblicata = qui.pubblica()
    albo = pubblicata.pubblicazione
    pagina = dove(qui, "graduatoria_albo", albo.anno, albo.numero)
    letta = Client().get(pagina)
    assert letta.status_code == 200
    assert letta["X-Robots-Tag"] == "noindex, nofollow"
    nomi = [escape(str(qui.candidato(n))) for n in range(3)]
    assert [letta.text.index(nome) for nome in nomi] == sorted(map(letta.text.index, nomi))
    assert "Provvisoria" in letta.text
    assert "Punteggio" not in letta.text
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO + timedelta(days=60))
    finita = Client().get(pagina).text
    assert not any(nome in finita for nome in nomi)
    assert "i nomi non sono più qui" in finita
    assert Client().get(dove(qui, "graduatoria_albo", albo.anno, 999)).status_code == 404


def test_homonyms_are_told_apart_by_the_number_of_their_applications():
    qui = graduata((8, 5, 3))
    primo, altro = qui.candidato(0), qui.candidato(1)
    altro.cognome, altro.nome = primo.cognome, primo.nome
    altro.save(update_fields=["cognome", "nome"])
    for invio, numero in zip(qui.invii[:2], (7, 9), strict=True):
        invio.protocollo = Protocollo.objects.create(
            istituto=qui.casa.istituto, anno=2024, numero=900 + numero, registrato_il=ADESSO,
            verso=Verso.ENTRATA, oggetto="Domanda", autore=qui.casa.segretaria,
        )  # fmt: skip
        invio.save(update_fields=["protocollo"])
    pubblicata = qui.pubblica()
    detti = [
        f"{primo} (domanda prot. n. 907/2024)", f"{primo} (domanda prot. n. 909/2024)",
        str(qui.candidato(2)),
    ]  # fmt: skip
    assert [riga["nome"] for riga in pubblicata.documento.contesto["righe"]] == detti
    atto = (pubblicata.pubblicazione.anno, pubblicata.pubblicazione.numero)
    assert "01/01/1980" not in Client().get(dove(qui, "graduatoria_albo", *atto)).text
    for chi, pagina in (
        (Client(), dove(qui, "graduatoria_albo", *atto)),
        (entra(qui.casa.dirigente), dove(qui, "graduatoria", qui.avviso.pk)),
        (entra(qui.casa.segretaria), dove(qui, "graduatoria", qui.avviso.pk)),
    ):
        letta = chi.get(pagina).text
        assert [escape(detto) in letta for detto in detti] == [True] * 3
    csv = entra(qui.casa.dirigente).get(dove(qui, "graduatoria", qui.avviso.pk) + "?formato=csv")
    assert "prot. n. 909/2024" in csv.content.decode("utf-8-sig")


def test_the_albo_and_the_page_of_the_ranking_lead_to_each_other():
    pubblicata = graduata().pubblica()
    atto = (pubblicata.pubblicazione.anno, pubblicata.pubblicazione.numero)
    slug = pubblicata.istituto.slug
    albo = reverse("albo_atto", args=[slug, *atto])
    pagina = reverse("selezioni:graduatoria_albo", args=[slug, *atto])
    assert f'<a href="{pagina}">La graduatoria</a>' in Client().get(albo).text
    assert f'href="{albo}"' in Client().get(pagina).text


def test_the_queries_are_as_many_with_few_and_with_many():
    quante = set()
    for persone in (1, 10):
        qui = graduata(range(persone, 0, -1))
        dirige, indirizzo = entra(qui.casa.dirigente), dove(qui, "graduatoria", qui.avviso.pk)
        with CaptureQueriesContext(connection) as forma:
            proposta = qui.forma()
        formata = len(forma)
        with CaptureQueriesContext(connection) as pubblica:
            qui.pubblica(proposta)
        pubblicata = len(pubblica)
        dirige.get(indirizzo)
        with CaptureQueriesContext(connection) as pagina:
            dirige.get(indirizzo)
        quante.add((formata, pubblicata, len(pagina)))
    ((formata, _, pagina),) = quante
    assert (formata, pagina) <= (15, 30)
