"""Roles on the database: given, ended, withdrawn, held for another; and nobody acts as another."""

from datetime import UTC, date, datetime, timedelta
from http.cookies import SimpleCookie

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.scuola import orologio
from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi import services
from cpia.scuola.incarichi.services import IncaricoRifiutato
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.queries import in_vigore, incarichi_in_vigore
from cpia.scuola.tenancy import istituto_corrente
from tests.factories.scuola import (
    ADESSO,
    CattedraFactory,
    ClasseFactory,
    IncaricoFactory,
    IscrizioneFactory,
    IstitutoFactory,
    PersonaFactory,
    ResponsabilitaFactory,
    contesto,
)

OGGI = ADESSO.date()  # 5 June 2024
GIORNO = timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _orario(monkeypatch, settings):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


class Scuola:
    """An institute with who directs it, two offices, a teacher who coordinates, a colleague."""

    def __init__(self):
        self.istituto = IstitutoFactory()
        with istituto_corrente(self.istituto.pk):
            self.dirigente = self.con(dirigente=True)
            self.segreteria = self.con(segreteria=True)
            self.del_personale = self.con(ruolo=Ruolo.SEGRETERIA_PERSONALE, cattedra=None)
            self.cattedra = CattedraFactory(istituto=self.istituto)
            self.anna = self.con(cattedra=self.cattedra)
            self.docenza = self.anna.incarichi.get()
            self.coordina = IncaricoFactory(
                istituto=self.istituto, persona=self.anna, coordinatore=True,
                classe=self.cattedra.classe,
            )  # fmt: skip
            self.bruno = PersonaFactory(
                istituto=self.istituto, con_accesso=True, cognome="Supplente", nome="Bruno"
            )

    def con(self, **altro):
        return IncaricoFactory(istituto=self.istituto, **altro).persona

    def sostituisce(self, *incarichi, dal=OGGI, al=OGGI + 9 * GIORNO, chi=None, adesso=ADESSO):
        return services.sostituisci_titolare(
            autore=contesto(self.del_personale, adesso),
            adesso=adesso,
            incarichi=incarichi or (self.docenza, self.coordina),
            sostituto=chi or self.bruno,
            dal=dal,
            al=al,
            atto="Decreto n. 12",
        )

    def url(self, nome, *argomenti):
        return reverse(nome, args=[self.istituto.slug, *argomenti])

    def entra(self, persona):
        client = Client()
        client.force_login(persona.utente)
        return client


@pytest.fixture
def scuola():
    nuova = Scuola()
    with istituto_corrente(nuova.istituto.pk):
        yield nuova


def ruoli(persona, giorno=OGGI):
    return sorted(i.ruolo for i in incarichi_in_vigore(persona, giorno))


def azioni(oggetto):
    tipo = oggetto._meta.label_lower
    return list(
        Operazione.objects.filter(oggetto_tipo=tipo, oggetto_id=oggetto.pk)
        .order_by("pk")
        .values_list("azione", flat=True)
    )


def impronta():
    """What a refusal must leave as it was."""
    return list(Incarico.objects.order_by("pk").values_list()), Operazione.objects.count()


# To give a role


def conferisci(scuola, persona, ruolo, *, autore=None, **altro):
    chi = autore or scuola.del_personale
    return services.conferisci_incarico(
        autore=contesto(chi), adesso=ADESSO, persona=persona, ruolo=ruolo,
        **{"dal": OGGI, "atto": "Decreto n. 1", **altro},
    )  # fmt: skip


def test_a_role_given_holds_from_its_first_day_and_stands_in_the_register(scuola):
    nuovo = conferisci(
        scuola, scuola.bruno, Ruolo.DOCENTE, cattedra=scuola.cattedra, dal=OGGI + GIORNO
    )
    assert ruoli(scuola.bruno) == []
    assert ruoli(scuola.bruno, OGGI + GIORNO) == [Ruolo.DOCENTE]
    assert nuovo.classe == scuola.cattedra.classe
    [riga] = Operazione.objects.filter(oggetto_id=nuovo.pk, oggetto_tipo="scuola.incarico")
    assert (riga.azione, riga.persona) == ("conferisce incarico", scuola.del_personale)
    assert riga.ruolo == "segreteria_personale"
    assert riga.dati["persona"] == scuola.bruno.pk
    assert riga.dati["atto"] == "Decreto n. 1"


@pytest.mark.parametrize(
    ("chi", "a_chi", "ruolo"),
    [
        ("segreteria", "segreteria", Ruolo.TUTOR),  # to oneself
        ("segreteria", "bruno", Ruolo.COLLABORATORE),  # a role that governs
        ("dirigente", "bruno", Ruolo.DIRIGENTE),  # a second one
    ],
)
def test_what_may_not_be_given_changes_nothing(scuola, chi, a_chi, ruolo):
    prima = impronta()
    with pytest.raises(IncaricoRifiutato):
        conferisci(scuola, getattr(scuola, a_chi), ruolo, autore=getattr(scuola, chi))
    assert impronta() == prima


def test_a_class_has_one_coordinator_also_when_two_are_asked_for(scuola):
    with pytest.raises(IncaricoRifiutato) as rifiuto:
        conferisci(scuola, scuola.bruno, Ruolo.COORDINATORE, classe=scuola.cattedra.classe)
    assert [r.campo for r in rifiuto.value.rifiuti] == ["dal"]
    altra = ClasseFactory(istituto=scuola.istituto, sezione="Z")
    assert conferisci(scuola, scuola.bruno, Ruolo.COORDINATORE, classe=altra)


# Substitution, day by day


def roma(giorno, ora, minuti=0):
    """An hour of Italian summer time."""
    return datetime(2024, 6, giorno, ora, minuti, tzinfo=UTC) - timedelta(hours=2)


@pytest.mark.parametrize(
    ("istante", "bruno", "anna"),
    [
        (roma(6, 23, 59), False, True),
        (roma(7, 0, 0), True, False),
        (roma(14, 23, 59), True, False),
        (roma(15, 0, 0), False, True),
    ],
    ids=["last minute before", "first midnight", "last minute", "midnight after"],
)
def test_the_substitute_holds_it_for_those_days_of_italy_and_no_longer(
    scuola, monkeypatch, istante, bruno, anna
):
    scuola.sostituisce(dal=date(2024, 6, 7), al=date(2024, 6, 14))
    monkeypatch.setattr(orologio, "adesso", lambda: istante)
    esito = {}
    for nome, chi in (("bruno", scuola.bruno), ("anna", scuola.anna)):
        pagina = scuola.entra(chi).get(scuola.url("scrivania"))
        visto = pagina.wsgi_request.contesto
        assert visto.ha(Ruolo.COORDINATORE) == visto.ha(Ruolo.DOCENTE)
        assert visto.cattedre in ({scuola.cattedra.pk}, frozenset())
        esito[nome] = bool(visto.cattedre)
    assert esito == {"bruno": bruno, "anna": anna}


def test_what_is_not_given_over_stays_with_the_holder(scuola):
    scuola.sostituisce(scuola.coordina)
    assert ruoli(scuola.anna) == [Ruolo.DOCENTE]
    assert ruoli(scuola.bruno) == [Ruolo.COORDINATORE]


def test_the_dirigente_stays_in_office_while_somebody_stands_in(scuola):
    carica = scuola.dirigente.incarichi.get()
    services.sostituisci_titolare(
        autore=contesto(scuola.dirigente), adesso=ADESSO, incarichi=[carica],
        sostituto=scuola.bruno, dal=OGGI, al=OGGI, atto="Decreto n. 9",
    )  # fmt: skip
    assert ruoli(scuola.dirigente) == ruoli(scuola.bruno) == [Ruolo.DIRIGENTE]


def test_who_holds_is_found_the_same_way_through_persons(scuola):
    """The condition with a prefix, as the certificates ask who signs."""
    scuola.sostituisce(scuola.docenza)
    trovati = Persona.objects.filter(in_vigore(OGGI, "incarichi__"), incarichi__ruolo="docente")
    assert list(trovati) == [scuola.bruno]
    dopo = Persona.objects.filter(
        in_vigore(OGGI + 20 * GIORNO, "incarichi__"), incarichi__ruolo="docente"
    )
    assert list(dopo) == [scuola.anna]


def test_a_substitute_who_falls_ill_is_substituted_in_turn(scuola):
    [prima, _] = scuola.sostituisce()
    carla = PersonaFactory(istituto=scuola.istituto, con_accesso=True)
    scuola.sostituisce(prima, dal=OGGI + GIORNO, al=OGGI + 2 * GIORNO, chi=carla)
    docenti = {
        giorno: [p for p in (scuola.anna, scuola.bruno, carla) if Ruolo.DOCENTE in ruoli(p, giorno)]
        for giorno in (OGGI, OGGI + GIORNO, OGGI + 3 * GIORNO, OGGI + 10 * GIORNO)
    }
    assert list(docenti.values()) == [[scuola.bruno], [carla], [scuola.bruno], [scuola.anna]]


def test_one_substitution_at_a_time_and_within_the_role(scuola):
    scuola.sostituisce(al=OGGI + 5 * GIORNO)
    prima = impronta()
    altra = PersonaFactory(istituto=scuola.istituto, con_accesso=True)
    with pytest.raises(IncaricoRifiutato):
        scuola.sostituisce(dal=OGGI + 5 * GIORNO, chi=altra)
    with pytest.raises(IncaricoRifiutato):
        scuola.sostituisce(dal=date(2023, 8, 31), al=OGGI - GIORNO, chi=altra)
    assert impronta() == prima
    assert scuola.sostituisce(dal=OGGI + 6 * GIORNO, chi=altra)


def test_both_incarichi_tell_of_the_substitution(scuola):
    [nuovo, _] = scuola.sostituisce()
    assert azioni(nuovo) == azioni(scuola.docenza) == ["sostituisce titolare"]
    riga = Operazione.objects.get(oggetto_tipo="scuola.incarico", oggetto_id=nuovo.pk)
    assert (riga.dati["titolare"], riga.dati["persona"]) == (scuola.anna.pk, scuola.bruno.pk)


# Who acts as whom is never silent


def test_the_register_says_in_whose_place(scuola):
    scuola.sostituisce()
    visto = contesto(scuola.bruno)
    assert visto.ruoli_annotati == f"coordinatore:{scuola.anna.pk}, docente:{scuola.anna.pk}"
    assert visto.sostituiti == [scuola.anna]
    assert contesto(scuola.anna).ruoli_annotati == ""


def test_very_many_roles_do_not_stop_an_act(scuola):
    for _ in range(30):
        altra = scuola.con()
        scuola.sostituisce(altra.incarichi.get())
    annotati = contesto(scuola.bruno).ruoli_annotati
    assert len(annotati) <= 300
    assert annotati.startswith("docente:")


def test_every_page_says_in_whose_place(scuola):
    client = scuola.entra(scuola.bruno)
    assert "in sostituzione di" not in client.get(scuola.url("avvisi")).text
    scuola.sostituisce()
    detto = f"in sostituzione di {scuola.anna.iniziale_e_cognome}"
    for nome in ("scrivania", "avvisi", "simulatore"):
        pagina = client.get(scuola.url(nome)).text
        assert pagina.split("</summary>")[0].count(detto) == 1, nome
    titolare = scuola.entra(scuola.anna).get(scuola.url("avvisi")).text
    assert "in sospeso, oggi qualcuno ti sostituisce" in titolare


def test_no_request_makes_anybody_another_person(scuola):
    """Whatever names somebody else, the person is the one of the login, and the register too."""
    client = scuola.entra(scuola.bruno)
    altrui = scuola.dirigente
    trucchi = {
        "persona": altrui.pk, "come": altrui.pk, "utente": altrui.utente_id, "hijack": altrui.pk,
        "as_user": altrui.utente_id, "autore": altrui.pk, "ruolo": "dirigente",
    }  # fmt: skip
    intestazioni = {
        "X-Forwarded-User": altrui.utente.email, "X-Remote-User": altrui.utente.email,
        "Remote-User": altrui.utente.email, "X-Impersonate": str(altrui.utente_id),
    }  # fmt: skip
    client.cookies = SimpleCookie(client.cookies.output(header="", sep=";"))
    client.cookies["persona"] = str(altrui.pk)
    pagina = client.get(scuola.url("scrivania"), trucchi, headers=intestazioni)
    assert pagina.wsgi_request.contesto.persona == scuola.bruno
    assert pagina.wsgi_request.contesto.ruoli == frozenset()
    assert client.get(scuola.url("registro"), trucchi, headers=intestazioni).status_code == 403
    rifiuto = client.post(scuola.url("persone_invita"), trucchi, headers=intestazioni)
    assert rifiuto.status_code == 403


def test_the_one_who_substitutes_acts_as_oneself(scuola):
    """The line of the register has the substitute, not the holder."""
    carica = scuola.dirigente.incarichi.get()
    services.sostituisci_titolare(
        autore=contesto(scuola.dirigente), adesso=ADESSO, incarichi=[carica],
        sostituto=scuola.bruno, dal=OGGI, al=OGGI, atto="Decreto n. 9",
    )  # fmt: skip
    vicario = contesto(scuola.bruno)
    nuovo = services.conferisci_incarico(
        autore=vicario, adesso=ADESSO, persona=scuola.segreteria, ruolo=Ruolo.COLLABORATORE,
        dal=OGGI, atto="Decreto n. 10",
    )  # fmt: skip
    riga = Operazione.objects.get(oggetto_tipo="scuola.incarico", oggetto_id=nuovo.pk)
    assert (riga.persona, riga.utente) == (scuola.bruno, scuola.bruno.utente)
    assert riga.ruolo == f"dirigente:{scuola.dirigente.pk}"


# To end a role


def revoca(scuola, incarico, *, giorno=OGGI, motivo="Trasferita.", autore=None):
    return services.revoca_incarico(
        autore=contesto(autore or scuola.del_personale), adesso=ADESSO, incarico=incarico,
        giorno=giorno, motivo=motivo,
    )  # fmt: skip


def test_withdrawn_today_it_is_gone_at_the_next_request_and_the_sessions_are_closed(scuola):
    di_anna, di_bruno = scuola.entra(scuola.anna), scuola.entra(scuola.bruno)
    for client in (di_anna, di_bruno):
        assert client.get(scuola.url("scrivania")).status_code == 200
    revoca(scuola, scuola.docenza)
    assert ruoli(scuola.anna) == [Ruolo.COORDINATORE]
    assert di_anna.get(scuola.url("scrivania")).status_code == 302
    assert di_bruno.get(scuola.url("scrivania")).status_code == 200
    assert azioni(scuola.docenza) == ["revoca incarico"]
    assert azioni(scuola.anna) == ["chiude sessioni"]
    assert Session.objects.count() == 1


def test_withdrawn_from_a_later_day_it_holds_until_the_day_before(scuola):
    revoca(scuola, scuola.docenza, giorno=OGGI + 3 * GIORNO)
    scuola.docenza.refresh_from_db()
    assert (scuola.docenza.al, scuola.docenza.revocato_il) == (OGGI + 2 * GIORNO, None)
    riga = Operazione.objects.get(azione="revoca incarico")
    assert riga.dati["motivo"] == "Trasferita."
    assert riga.dati["dopo"] == {"al": str(OGGI + 2 * GIORNO)}


def test_who_stands_in_loses_it_with_the_holder(scuola):
    [nuovo, _] = scuola.sostituisce()
    revoca(scuola, scuola.docenza)
    assert ruoli(scuola.bruno) == [Ruolo.COORDINATORE]
    assert azioni(nuovo) == ["sostituisce titolare", "revoca incarico"]


def test_an_earlier_end_takes_the_substitutions_along(scuola):
    [corta] = scuola.sostituisce(scuola.docenza, al=OGGI + 2 * GIORNO)
    [lunga] = scuola.sostituisce(scuola.docenza, dal=OGGI + 3 * GIORNO, al=OGGI + 9 * GIORNO)
    [futura] = scuola.sostituisce(scuola.docenza, dal=OGGI + 12 * GIORNO, al=OGGI + 20 * GIORNO)
    services.cambia_termine(
        autore=contesto(scuola.segreteria), adesso=ADESSO, incarico=scuola.docenza,
        al=OGGI + 5 * GIORNO, atto="Decreto n. 2",
    )  # fmt: skip
    for incarico in (corta, lunga, futura):
        incarico.refresh_from_db()
    assert corta.al == OGGI + 2 * GIORNO
    assert lunga.al == OGGI + 5 * GIORNO
    assert futura.revocato_il == ADESSO


@pytest.mark.parametrize("cambi", [{"motivo": "  "}, {"giorno": OGGI - GIORNO}, {"autore": "anna"}])
def test_a_withdrawal_that_may_not_be_changes_nothing(scuola, cambi):
    prima = impronta()
    if "autore" in cambi:
        cambi = {"autore": getattr(scuola, cambi["autore"])}
    with pytest.raises(IncaricoRifiutato):
        revoca(scuola, scuola.coordina, **cambi)
    assert impronta() == prima


def test_what_is_withdrawn_is_not_withdrawn_again(scuola):
    revoca(scuola, scuola.docenza)
    prima = impronta()
    with pytest.raises(IncaricoRifiutato, match="già revocato"):
        revoca(scuola, scuola.docenza)
    assert impronta() == prima


# The pages


def test_the_page_of_a_person(scuola):
    IncaricoFactory(
        istituto=scuola.istituto, persona=scuola.anna, ruolo=Ruolo.TUTOR, cattedra=None,
        al=OGGI - GIORNO, atto="Nomina del 2023",
    )  # fmt: skip
    scuola.sostituisce(dal=OGGI + GIORNO)
    pagina = scuola.entra(scuola.segreteria).get(scuola.url("persona", scuola.anna.pk)).text
    for parole in (
        "Incarichi di oggi", "Incarichi passati", "Nomina del 2023", "lo sostituirà",
        "Supplente", "Cambia termine", "Registra una sostituzione", "ha l’accesso", "non attivo",
    ):  # fmt: skip
        assert parole in pagina, parole
    suo = scuola.entra(scuola.segreteria).get(scuola.url("persona", scuola.bruno.pk)).text
    assert "Incarichi che cominceranno" in suo
    assert "in sostituzione di" in suo


def test_the_page_costs_the_same_with_many_roles(scuola):
    client = scuola.entra(scuola.segreteria)
    dove = scuola.url("persona", scuola.anna.pk)
    client.get(dove)
    with CaptureQueriesContext(connection) as poche:
        client.get(dove)
    for _ in range(30):
        nuovo = IncaricoFactory(istituto=scuola.istituto, persona=scuola.anna)
        scuola.sostituisce(nuovo)
    with CaptureQueriesContext(connection) as tante:
        assert client.get(dove).text.count("in sospeso") >= 30
    assert len(tante) == len(poche)


@pytest.mark.parametrize(("chi", "stato"), [("segreteria", 200), ("del_personale", 404)])
def test_students_and_parents_are_seen_by_who_deals_with_them(scuola, chi, stato):
    studente = IscrizioneFactory(istituto=scuola.istituto).persona
    madre = PersonaFactory(istituto=scuola.istituto)
    ResponsabilitaFactory(istituto=scuola.istituto, studente=studente, adulto=madre)
    client = scuola.entra(getattr(scuola, chi))
    for persona in (studente, madre):
        assert client.get(scuola.url("persona", persona.pk)).status_code == stato
    assert client.get(scuola.url("persona", scuola.bruno.pk)).status_code == 200


def test_a_role_is_given_step_by_step(scuola):
    client = scuola.entra(scuola.del_personale)
    dove = scuola.url("incarico_nuovo", scuola.bruno.pk)
    assert "Quale incarico" in client.get(dove).text
    secondo = client.get(dove, {"ruolo": "docente"}).text
    assert "Classe e disciplina" in secondo
    dati = {"ruolo": "docente", "cattedra": scuola.cattedra.pk, "dal": "2024-06-05", "atto": "N. 1"}
    vuoto = client.post(dove, dati | {"atto": "", "dal": "boh"})
    assert vuoto.status_code == 422
    for parole in ("Scrivi l’atto", "Scrivi il giorno come", 'value="boh"'):
        assert parole in vuoto.text
    fatto = client.post(dove, dati)
    assert fatto.url == scuola.url("persona", scuola.bruno.pk)
    assert ruoli(scuola.bruno) == [Ruolo.DOCENTE]


def test_a_refusal_is_shown_at_its_field_and_loses_nothing(scuola):
    client = scuola.entra(scuola.del_personale)
    dati = {
        "incarichi": [scuola.docenza.pk], "sostituto": scuola.bruno.pk, "dal": "2023-08-01",
        "al": "2024-06-20", "atto": "Decreto n. 77",
    }  # fmt: skip
    pagina = client.post(scuola.url("sostituzione_nuova", scuola.anna.pk), dati)
    assert pagina.status_code == 422
    assert "comincia dal 1º settembre 2023" in pagina.text
    assert 'value="Decreto n. 77"' in pagina.text
    assert ruoli(scuola.bruno) == []
    giusta = client.post(
        scuola.url("sostituzione_nuova", scuola.anna.pk), dati | {"dal": "2024-06-05"}
    )
    assert giusta.status_code == 302
    assert ruoli(scuola.bruno) == [Ruolo.DOCENTE]


def test_the_end_is_moved_and_the_role_withdrawn_from_the_page(scuola):
    client = scuola.entra(scuola.segreteria)
    client.post(
        scuola.url("incarico_termine", scuola.docenza.pk), {"al": "2024-06-20", "atto": "N. 3"}
    )
    scuola.docenza.refresh_from_db()
    assert scuola.docenza.al == date(2024, 6, 20)
    dove = scuola.url("incarico_revoca", scuola.docenza.pk)
    dati = {"giorno": "2024-06-05", "motivo": "Cessa dal servizio."}
    assert client.post(dove, dati).status_code == 422  # not read again
    assert client.post(dove, dati | {"riletto": "si", "motivo": ""}).status_code == 422
    assert client.post(dove, dati | {"riletto": "si"}).status_code == 302
    assert ruoli(scuola.anna) == [Ruolo.COORDINATORE]


def test_roles_of_students_are_not_touched_here(scuola):
    iscritto = IncaricoFactory(istituto=scuola.istituto, ruolo=Ruolo.STUDENTE, cattedra=None)
    client = scuola.entra(scuola.segreteria)
    assert client.get(scuola.url("incarico_revoca", iscritto.pk)).status_code == 403


def test_what_is_withdrawn_has_no_other_last_day(scuola):
    services.revoca_incarico(
        autore=contesto(scuola.segreteria), adesso=ADESSO, incarico=scuola.docenza, giorno=OGGI,
        motivo="Cessa.",
    )  # fmt: skip
    prima = impronta()
    with pytest.raises(IncaricoRifiutato, match="revocato"):
        services.cambia_termine(
            autore=contesto(scuola.segreteria), adesso=ADESSO, incarico=scuola.docenza,
            al=OGGI + 30 * GIORNO, atto="N. 4",
        )  # fmt: skip
    assert impronta() == prima


@pytest.mark.parametrize(("chi", "legge"), [("segreteria", True), ("del_personale", False)])
def test_what_a_colleague_studies_is_for_who_deals_with_students(scuola, chi, legge):
    iscrizione = IscrizioneFactory(istituto=scuola.istituto, persona=scuola.anna)
    madre = PersonaFactory(istituto=scuola.istituto, cognome="Responsabilissima")
    ResponsabilitaFactory(istituto=scuola.istituto, studente=scuola.anna, adulto=madre)
    pagina = scuola.entra(getattr(scuola, chi)).get(scuola.url("persona", scuola.anna.pk)).text
    assert ("Classi frequentate" in pagina) is legge
    assert (f"storia/scuola.classe/{iscrizione.classe_id}/" in pagina) is legge
    assert ("Responsabilissima" in pagina) is legge
