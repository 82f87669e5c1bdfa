"""The pages of a commission: named, declaring, changed, closed; who opens which."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Pubblicazione
from cpia.scuola.models import Incarico, Persona
from selezioni_pon.models import Commissario, Commissione, Conflitto
from selezioni_pon.queries.commissione.lavori import lavori, membri
from selezioni_pon.queries.commissione.nominabili import componente_di
from tests.factories.candidature import CommissarioFactory, inviata
from tests.factories.scuola import ADESSO, PersonaFactory
from tests.selezioni_pon.scena_commissione import Commissionata, commissionata
from tests.selezioni_pon.test_services_commissione import esaminate, pronta, sostituisce

pytestmark = pytest.mark.django_db
DICHIARA = {"condanne": "no", "conflitto": "no", "riletto": "on"}


@pytest.fixture
def qui(monkeypatch, settings, tmp_path) -> Commissionata:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return commissionata()


def entra(persona: Persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(qui: Commissionata, nome: str = "commissione", *args) -> str:
    return reverse(f"selezioni:{nome}", args=[qui.casa.istituto.slug, qui.avviso.pk, *args])


@pytest.fixture
def dirige(qui) -> Client:
    return entra(qui.casa.dirigente)


def nomi(qui: Commissionata, **altro) -> dict[str, object]:
    una, due, tre, quattro, _ = (docente.pk for docente in qui.docenti)
    return {"presidente": una, "componente_2": due, "componente_3": tre, "supplente_1": quattro,
            "riletto": "on", **altro}  # fmt: skip


# Named


def test_who_directs_is_asked_from_the_call_and_names(qui, dirige):
    scheda = reverse("selezioni:avviso", args=[qui.casa.istituto.slug, qui.avviso.pk])
    # Where there is something to judge this comes first, not that nobody was enough.
    letta = dirige.get(scheda).text
    nulla = reverse("selezioni:avviso_impossibilita", args=[qui.casa.istituto.slug, qui.avviso.pk])
    assert letta.index(dove(qui, "commissione_nomina")) < letta.index(nulla)
    ufficio = entra(qui.casa.segretaria)
    assert "la nomina il dirigente" in ufficio.get(scheda).text
    assert dove(qui, "commissione_nomina") in dirige.get(dove(qui)).text
    assert "la nomina il dirigente" in ufficio.get(dove(qui)).text
    modulo = dirige.get(dove(qui, "commissione_nomina")).text
    assert str(qui.docenti[0]) in modulo
    assert str(qui.candidature[0].persona) not in modulo
    assert str(qui.casa.estranea) not in modulo
    assert dirige.post(dove(qui, "commissione_nomina"), nomi(qui)).url == dove(qui)
    pagina = dirige.get(dove(qui)).text
    assert "il PDF è in stampa" in pagina
    assert "Apri la commissione" in dirige.get(scheda).text
    assert dirige.get(dove(qui, "commissione_nomina")).url == dove(qui)


def test_a_wrong_nomination_keeps_what_was_chosen(qui, dirige):
    risposta = dirige.post(
        dove(qui, "commissione_nomina"), nomi(qui, componente_4=qui.docenti[4].pk, atto="verbale 3")
    )
    assert risposta.status_code == 422
    assert "numero dispari: qui 4 componenti" in risposta.text
    assert f'value="{qui.docenti[4].pk}" selected' in risposta.text
    assert 'value="verbale 3"' in risposta.text
    senza = dirige.post(dove(qui, "commissione_nomina"), nomi(qui, presidente=""))
    assert senza.status_code == 422
    assert not Commissione.objects.exists()


def test_before_the_term_and_without_applications_the_page_says_so(qui, dirige, monkeypatch):
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: qui.avviso.scade)
    assert "Il termine non è ancora passato" in dirige.get(dove(qui, "commissione_nomina")).text
    assert "Si nomina dopo il termine" in dirige.get(dove(qui)).text


# Declared


def test_before_the_declaration_there_is_only_its_form(qui):
    qui.nominata()
    membro = entra(qui.docenti[0])
    modulo = dove(qui, "commissione_dichiarazione")
    assert modulo in membro.get(dove(qui)).text
    assert membro.get(dove(qui, "commissione_chiudi")).url == modulo
    con_htmx = membro.get(dove(qui, "commissione_chiudi"), headers={"hx-request": "true"})
    assert con_htmx.headers["HX-Redirect"] == modulo
    pagina = membro.get(modulo).text
    assert all(str(una.persona) in pagina for una in qui.candidature)
    assert membro.post(modulo, DICHIARA).url == dove(qui)
    assert dove(qui, "verifica") in membro.get(dove(qui)).text
    assert "nessuna che vieti di valutare" in membro.get(modulo).text


@pytest.mark.parametrize(
    ("altro", "detto"),
    [
        ({"riletto": ""}, "Spunta la casella per dichiarare."),
        ({"conflitto": "si"}, "Segna con chi hai il conflitto"),
        ({"in_conflitto": "prima"}, "Hai scelto che non hai conflitti"),
        ({"condanne": ""}, "Scegli una delle due."),
        ({"in_conflitto": "999999", "conflitto": "si"}, "L’elenco è cambiato"),
    ],
)
def test_a_declaration_that_does_not_hold_is_said_and_kept(qui, altro, detto):
    qui.nominata()
    if altro.get("in_conflitto") == "prima":
        altro = {"in_conflitto": qui.candidature[0].pk}
    membro = entra(qui.docenti[0])
    risposta = membro.post(dove(qui, "commissione_dichiarazione"), DICHIARA | altro)
    assert risposta.status_code == 422
    assert detto in risposta.text
    assert not Commissario.objects.filter(dichiarato_il__isnull=False).exists()


def test_with_a_conflict_the_applications_stay_closed_and_who_directs_replaces(qui, dirige):
    qui.nominata()
    membro, una = entra(qui.docenti[1]), qui.candidature[0]
    resa = {**DICHIARA, "conflitto": "si", "in_conflitto": una.pk}
    assert membro.post(dove(qui, "commissione_dichiarazione"), resa).url == dove(qui)
    sua = membro.get(dove(qui)).text
    assert "Le domande restano chiuse per te." in sua
    assert dove(qui, "verifica") not in sua
    assert membro.get(dove(qui, "commissione_chiudi")).status_code == 403
    # The office learns that somebody may not assess, not with whom the conflict is.
    dell_ufficio = entra(qui.casa.segretaria).get(dove(qui)).text
    assert "non può valutare" in dell_ufficio
    assert una.persona.cognome not in dell_ufficio
    assert una.persona.nome_e_cognome in dirige.get(dove(qui)).text
    modulo = dove(qui, "commissione_sostituisci", qui.membro(1).pk)
    pagina = dirige.get(modulo)
    proposto = pagina.context["form"]["motivo"].value()
    assert proposto == "Ha dichiarato un conflitto di interessi."
    senza_atto = {"entra": qui.docenti[3].pk, "motivo": "Conflitto dichiarato", "riletto": "on"}
    sbagliata = dirige.post(modulo, senza_atto)
    assert sbagliata.status_code == 422
    assert "Conflitto dichiarato" in sbagliata.text
    assert dirige.post(modulo, senza_atto | {"atto": "decreto n. 42"}).url == dove(qui)
    assert membro.get(dove(qui)).status_code == 403
    assert dirige.get(modulo).status_code == 404
    dopo = dirige.get(dove(qui)).text
    assert "al posto di" in dopo
    assert f"Entra {qui.docenti[3].nome_e_cognome}" in dopo
    for pubblicazione in Pubblicazione.objects.all():  # the nomination, and what changed it
        atto = reverse(
            "albo_atto", args=[qui.casa.istituto.slug, pubblicazione.anno, pubblicazione.numero]
        )
        assert atto in dopo
        assert Client().get(atto).status_code == 200
    assert Pubblicazione.objects.count() == 2


def test_two_of_the_same_name_are_told_by_the_day_of_birth(qui):
    qui.nominata()
    for giorno, una in enumerate(qui.candidature, start=1):
        una.persona.cognome, una.persona.nome = "Rossi", "Ada"
        una.persona.data_nascita = date(1980, 5, giorno)
        una.persona.save()
    pagina = entra(qui.docenti[0]).get(dove(qui, "commissione_dichiarazione")).text
    assert "Rossi Ada, 1º maggio 1980" in pagina
    assert "Rossi Ada, 2 maggio 1980" in pagina


def test_a_conflict_is_added_later(qui):
    qui.nominata()
    qui.dichiara(0)
    membro, modulo = entra(qui.docenti[0]), dove(qui, "commissione_dichiarazione")
    assert membro.post(modulo, {"riletto": "on"}).status_code == 422
    detto = {"in_conflitto": qui.candidature[1].pk, "riletto": "on"}
    assert membro.post(modulo, detto).url == dove(qui)
    assert Conflitto.objects.get().candidatura == qui.candidature[1]
    assert qui.candidature[1].persona.nome_e_cognome in membro.get(modulo).text


# Closed and opened again


def test_who_presides_closes_and_who_directs_opens_again(qui, dirige):
    pronta(qui)
    presiede, altro = entra(qui.docenti[0]), entra(qui.docenti[1])
    modulo = dove(qui, "commissione_chiudi")
    assert modulo in presiede.get(dove(qui)).text
    assert modulo not in altro.get(dove(qui)).text
    assert altro.get(modulo).status_code == 403
    assert presiede.post(modulo, {"versione": 1}).status_code == 422
    assert presiede.post(modulo, {"versione": 9, "riletto": "on"}).url == dove(qui)
    assert presiede.post(modulo, {"versione": 1, "riletto": "on"}).url == dove(qui)
    assert "lavori chiusi" in presiede.get(dove(qui)).text
    assert presiede.get(modulo).url == dove(qui)
    riapri = dove(qui, "commissione_riapri")
    assert riapri in dirige.get(dove(qui)).text
    corto = dirige.post(riapri, {"motivo": "boh", "riletto": "on"})
    assert (corto.status_code, "boh</textarea>" in corto.text) == (422, True)
    assert dirige.post(riapri, {"motivo": "Accolto un reclamo", "riletto": "on"}).url == dove(qui)
    assert dirige.get(riapri).url == dove(qui)


def test_the_page_says_what_is_left(qui, dirige):
    qui.nominata()
    qui.dichiara(0)
    pagina = entra(qui.docenti[0]).get(dove(qui)).text
    assert "Resta da chiudere la verifica di 2 domande." in pagina
    assert "quando non resta niente da fare" in pagina
    esaminate(qui)
    assert "con la verifica chiusa: 2" in dirige.get(dove(qui)).text


# Who opens what


def test_who_has_no_part_finds_nothing_and_the_staff_is_refused(qui):
    qui.nominata()
    assert entra(qui.casa.ata).get(dove(qui)).status_code == 403
    assert entra(qui.casa.estranea).get(dove(qui)).status_code == 404
    assert entra(qui.docenti[4]).get(dove(qui)).status_code == 403
    supplente = entra(qui.docenti[3])
    assert "Sei supplente" in supplente.get(dove(qui)).text
    assert supplente.get(dove(qui, "commissione_dichiarazione")).status_code == 403


def test_who_only_sits_in_a_commission_finds_it_in_the_menu(qui):
    qui.nominata()
    Incarico.objects.filter(persona=qui.docenti[0]).delete()
    membro = entra(qui.docenti[0])
    elenco = reverse("selezioni:elenco", args=[qui.casa.istituto.slug])
    scheda = reverse("selezioni:avviso", args=[qui.casa.istituto.slug, qui.avviso.pk])
    assert scheda in membro.get(elenco).text
    assert "Ne fai parte" in membro.get(scheda).text
    assert elenco in membro.get(dove(qui)).text
    altro = qui.accanto().avviso
    assert membro.get(
        reverse("selezioni:avviso", args=[qui.casa.istituto.slug, altro.pk])
    ).status_code == 404  # fmt: skip
    griglie = reverse("selezioni:griglie", args=[qui.casa.istituto.slug])
    assert membro.get(griglie).status_code == 404
    sostituisce(qui, 0, 4)
    assert membro.get(elenco).status_code == 404


def test_the_act_of_nomination_is_of_who_prepares_and_of_the_members(qui):
    carta = reverse("documento", args=[qui.casa.istituto.slug, qui.nominata().documento.pk])
    esiti = {
        chi: entra(persona).get(carta).status_code
        for chi, persona in {
            "dirigente": qui.casa.dirigente, "segretaria": qui.casa.segretaria,
            "componente": qui.docenti[1], "supplente": qui.docenti[3], "ata": qui.casa.ata,
        }.items()
    }  # fmt: skip
    assert esiti["ata"] == 404
    assert {esito for chi, esito in esiti.items() if chi != "ata"}.isdisjoint({403, 404})


def test_the_picture_costs_the_same_with_one_and_with_thirty(qui):
    commissione = qui.nominata()
    conti = []
    for quanti in (0, 30):
        di = {"istituto": qui.casa.istituto}
        for _ in range(quanti):
            inviata(qui.avviso, PersonaFactory(**di), {})
            CommissarioFactory(**di, commissione=commissione, supplente=True)
        with CaptureQueriesContext(connection) as lette:
            lavori(commissione, membri(commissione))
        conti.append(len(lette))
    assert conti[0] == conti[1] == 5


def test_for_which_component_one_sits(qui):
    giorno = ADESSO.date()
    assert componente_di(qui.casa.dirigente, giorno) == "dirigente"
    assert componente_di(qui.casa.ata, giorno) == "ata"
    assert componente_di(qui.casa.segretaria, giorno) == "ata"
    assert componente_di(qui.casa.estranea, giorno) == "esterni"
