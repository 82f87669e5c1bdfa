"""The pages of organs: who reads what, both sources, what is typed stays, queries stay few."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.norme.models import Parametro, Regolamento
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo, TipoIstituto
from organi_collegiali.enums import Carica, Componente, Presenza, TipoOrgano, Titolo
from organi_collegiali.models import Composizione, Elezione, Mandato, OrganoCollegiale
from tests.factories.organi import (
    CandidaturaFactory,
    ConvocatoFactory,
    ElezioneFactory,
    MandatoFactory,
    OrganoFactory,
    SedutaFactory,
)
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    UtenteFactory,
)

OGGI = ADESSO.date()
DAL = OGGI - timedelta(days=200)


@pytest.fixture(autouse=True)
def _ambiente(settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def istituto(db):
    istituto = IstitutoFactory(tipo=TipoIstituto.COMPRENSIVO)
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


def entra(persona):
    persona.utente = UtenteFactory()
    persona.save(update_fields=["utente"])
    browser = Client()
    browser.force_login(persona.utente)
    return browser


@pytest.fixture
def segretaria(istituto):
    return entra(IncaricoFactory(istituto=istituto, segreteria=True).persona)


@pytest.fixture
def consiglio(istituto):
    organo = OrganoFactory(istituto=istituto, nome="Consiglio d’istituto", anziano_tra="genitori")
    Composizione.objects.create(
        istituto=istituto, organo=organo, componente=Componente.GENITORI, posti=3,
        titolo=Titolo.ELETTO, fonte="art. 11",
    )  # fmt: skip
    return organo


@pytest.fixture
def madre(consiglio):
    return MandatoFactory(
        istituto=consiglio.istituto, organo=consiglio, componente=Componente.GENITORI,
        carica=Carica.PRESIDENTE, dal=DAL,
        persona=PersonaFactory(istituto=consiglio.istituto, cognome="Mazzanti", sesso="F"),
    )  # fmt: skip


def url(istituto, nome, *argomenti):
    return reverse(f"organi:{nome}", args=[istituto.slug, *argomenti])


def manca(mandato, quante):
    for posto in range(quante):
        seduta = SedutaFactory(
            istituto=mandato.istituto, organo=mandato.organo, chiusa=True,
            inizio_previsto=ADESSO - timedelta(days=60 - posto),
        )  # fmt: skip
        ConvocatoFactory(
            istituto=mandato.istituto, seduta=seduta, mandato=mandato,
            presenza=Presenza.ASSENTE_INGIUSTIFICATO,
        )  # fmt: skip


def test_the_office_reads_what_is_wrong_and_a_member_the_own_organs(
    istituto, segretaria, consiglio, madre
):
    OrganoFactory(istituto=istituto, nome="Collegio dei docenti", tipo=TipoOrgano.COLLEGIO)
    manca(madre, 2)
    pagina = segretaria.get(url(istituto, "elenco")).content.decode()
    assert "Collegio dei docenti" in pagina
    assert "1 di 3" in pagina
    assert "2 posti vacanti" in pagina
    assert "1 componente a un’assenza dalla decadenza" in pagina
    sua = entra(madre.persona).get(url(istituto, "elenco")).content.decode()
    assert "Consiglio d’istituto" in sua
    assert "Collegio dei docenti" not in sua
    assert "decadenza" not in sua
    assert "Costituisci un organo" not in sua


def test_only_what_is_wrong_when_asked(istituto, segretaria, consiglio, madre):
    intero = OrganoFactory(istituto=istituto, nome="Collegio intero", tipo=TipoOrgano.COLLEGIO)
    MandatoFactory(istituto=istituto, organo=intero, carica=Carica.PRESIDENTE, dal=DAL)
    tutti = segretaria.get(url(istituto, "elenco")).content.decode()
    guai = segretaria.get(url(istituto, "elenco") + "?mostra=da-guardare").content.decode()
    assert "Collegio intero" in tutti
    assert "Collegio intero" not in guai
    assert "Consiglio d’istituto" in guai


def test_who_sits_in_the_giunta_and_not_in_the_consiglio_is_told(
    istituto, segretaria, consiglio, madre
):
    giunta = OrganoFactory(istituto=istituto, nome="Giunta esecutiva", tipo=TipoOrgano.GIUNTA)
    suo = MandatoFactory(
        istituto=istituto, organo=giunta, persona=madre.persona, dal=DAL,
        componente=madre.componente, titolo=madre.titolo,
    )  # fmt: skip
    pagina = segretaria.get(url(istituto, "elenco")).content.decode()
    assert "fuori dal Consiglio" not in pagina
    madre.al = OGGI - timedelta(days=1)
    madre.save(update_fields=["al"])
    pagina = segretaria.get(url(istituto, "elenco")).content.decode()
    assert "1 componente fuori dal Consiglio" in pagina
    pagina = segretaria.get(url(istituto, "organo", giunta.pk)).content.decode()
    assert "La Giunta è eletta dal Consiglio d’istituto nel suo seno" in pagina
    assert "D.Lgs. 297/1994, art. 8 c. 7" in pagina
    modulo = segretaria.get(
        url(istituto, "mandato_nuovo", giunta.pk) + f"?componente={suo.componente}"
    ).content.decode()
    assert "Nessuno, oggi, può sedere per questa componente." in modulo


def test_a_member_reads_the_sittings_to_come_even_if_reserved(istituto, consiglio, madre):
    seduta = SedutaFactory(
        istituto=istituto, organo=consiglio, convocata=True, riservata=True, numero=22
    )
    ConvocatoFactory(istituto=istituto, seduta=seduta, mandato=madre)
    altra = SedutaFactory(istituto=istituto, organo=consiglio, convocata=True, numero=23)
    pagina = entra(madre.persona).get(url(istituto, "elenco")).content.decode()
    assert "seduta n. 22" in pagina
    assert "seduta riservata" in pagina
    assert f"n. {altra.numero}" not in pagina


def test_the_page_shows_both_sources(istituto, segretaria, consiglio, madre):
    regolamento = Regolamento.objects.create(
        istituto=istituto, titolo="Regolamento d’istituto", dal=DAL, atto="delibera n. 3"
    )
    Parametro.objects.create(
        istituto=istituto, regolamento=regolamento, articolo="art. 4",
        chiave="organi.consiglio_istituto.maggioranza.base", valore="presenti",
        in_contrasto_con="art. 6 c. 2: maggioranza dei voti validi",
    )  # fmt: skip
    pagina = segretaria.get(url(istituto, "organo", consiglio.pk)).content.decode()
    assert "Le fonti non dicono tutte la stessa cosa" in pagina
    assert "art. 6 c. 2: maggioranza dei voti validi" in pagina
    assert "art. 4, Regolamento d’istituto" in pagina
    # The seats of the school are not those of the law: both are read.
    assert "3 genitori (art. 11)" in pagina
    assert "8 genitori (D.Lgs. 297/1994, art. 8 c. 1: oltre 500 alunni)" in pagina
    assert "della componente «genitori»" in pagina


def test_a_member_reads_no_absences_and_no_acts(istituto, consiglio, madre):
    manca(madre, 3)
    pagina = entra(madre.persona).get(url(istituto, "organo", consiglio.pk)).content.decode()
    assert "Mazzanti" in pagina
    assert "Dichiara decaduto" not in pagina
    assert "Allinea" not in pagina


def test_the_third_absence_opens_the_act_and_the_act_vacates_the_seat(
    istituto, segretaria, consiglio, madre
):
    manca(madre, 3)
    assert (
        "Dichiara decaduta"
        in segretaria.get(url(istituto, "organo", consiglio.pk)).content.decode()
    )
    dove = url(istituto, "mandato_decadenza", madre.pk)
    modulo = segretaria.get(dove).content.decode()
    assert "Dichiarare decaduta" in modulo
    assert "3 assenze ingiustificate di seguito su 3: decade dalla carica." in modulo
    vuoto = segretaria.post(dove, {"atto": ""})
    assert vuoto.status_code == 422
    assert Mandato.objects.get().cessato_per == ""
    fatto = segretaria.post(dove, {"atto": "decreto n. 31"}, follow=True)
    assert fatto.status_code == 200
    assert "il posto è vacante da oggi" in fatto.content.decode()
    assert Mandato.objects.get().cessato_per == "decadenza"


def test_before_the_third_the_act_is_closed_and_a_post_is_refused(
    istituto, segretaria, consiglio, madre
):
    manca(madre, 2)
    dove = url(istituto, "mandato_decadenza", madre.pk)
    assert "Non ci sono le assenze che occorrono." in segretaria.get(dove).content.decode()
    risposta = segretaria.post(dove, {"atto": "decreto n. 31"})
    assert risposta.status_code == 422
    assert "decreto n. 31" in risposta.content.decode(), "what was typed is still there"
    assert Mandato.objects.get().cessato_per == ""


def test_a_seat_that_is_taken_is_said_at_its_place(istituto, segretaria, consiglio, madre):
    genitore = IncaricoFactory(istituto=istituto, ruolo=Ruolo.RESPONSABILE, dal=DAL).persona
    dove = url(istituto, "mandato_nuovo", consiglio.pk)
    corpo = {
        "componente": "genitori", "persona": genitore.pk, "titolo": "eletto", "con_voto": "on",
        "dal": OGGI.isoformat(), "atto": "verbale del seggio", "qualifica": "già consigliera",
    }  # fmt: skip
    assert segretaria.get(dove).status_code == 200
    assert str(genitore) in segretaria.get(dove + "?componente=genitori").content.decode()
    assert segretaria.post(dove, corpo).status_code == 302
    di_nuovo = segretaria.post(dove, corpo)
    assert di_nuovo.status_code == 422
    assert "siede già in quest’organo" in di_nuovo.content.decode()
    assert "già consigliera" in di_nuovo.content.decode()
    estraneo = PersonaFactory(istituto=istituto)
    assert segretaria.post(dove, corpo | {"persona": estraneo.pk}).status_code == 422
    assert segretaria.post(dove, corpo | {"persona": "9" * 30}).status_code == 422
    assert consiglio.mandati.count() == 2


def test_an_organ_is_formed_with_the_seats_of_the_law(istituto, segretaria):
    dove = url(istituto, "nuovo")
    assert segretaria.get(dove).status_code == 200
    passo = segretaria.get(dove + "?tipo=consiglio_istituto&alunni=501")
    righe = passo.context["seggi"].initial
    assert [(r["componente"], r["posti"]) for r in righe] == [
        ("dirigente", 1), ("docenti", 8), ("ata", 2), ("genitori", 8),
    ]  # fmt: skip
    corpo = {
        "tipo": "consiglio_istituto", "alunni": "501", "nome": "Consiglio d’istituto",
        "dal": OGGI.isoformat(), "regola_presidente": "eletto_genitori",
        "regola_segretario": "nominato", "seggi-TOTAL_FORMS": "2", "seggi-INITIAL_FORMS": "0",
        "seggi-0-componente": "genitori", "seggi-0-posti": "8", "seggi-0-titolo": "eletto",
        "seggi-0-con_voto": "on", "seggi-0-fonte": "art. 8",
    }  # fmt: skip
    doppia = corpo | {
        "seggi-1-componente": "genitori",
        "seggi-1-titolo": "eletto",
        "seggi-1-con_voto": "on",
    }
    rifiuto = segretaria.post(dove, doppia)
    assert rifiuto.status_code == 422
    assert "è scritta due volte" in rifiuto.content.decode()
    assert not OrganoCollegiale.objects.exists()
    segretaria.post(dove, corpo)
    organo = OrganoCollegiale.objects.get()
    assert list(organo.composizione.values_list("posti", flat=True)) == [8]
    modifica = url(istituto, "modifica", organo.pk)
    assert "art. 8" in segretaria.get(modifica).content.decode()
    segretaria.post(modifica, corpo | {"nome": "Consiglio", "anziano_tra": "genitori"})
    organo.refresh_from_db()
    assert (organo.nome, organo.anziano_tra) == ("Consiglio", "genitori")


@pytest.fixture
def elezione(consiglio):
    elezione = ElezioneFactory(istituto=consiglio.istituto, organo=consiglio, posti=1)
    for cognome in ("Abba", "Bice"):
        chi = PersonaFactory(istituto=consiglio.istituto, cognome=cognome)
        CandidaturaFactory(istituto=consiglio.istituto, elezione=elezione, persona=chi)
    return elezione


def cifre(elezione, *voti):
    righe = elezione.candidature.order_by("persona__cognome")
    return {f"chi-{riga.pk}-voti": voto for riga, voto in zip(righe, voti, strict=True)}


def test_the_result_is_seen_while_one_types_and_written_when_one_asks(
    istituto, segretaria, elezione
):
    prova = segretaria.post(url(istituto, "elezione_esito", elezione.pk), cifre(elezione, 3, 5))
    assert "Bice" in prova.content.decode()
    assert "non ancora registrati" in prova.content.decode()
    assert not elezione.candidature.exclude(voti=0).exists()
    pagina = url(istituto, "elezione", elezione.pk)
    sbagliato = segretaria.post(pagina, cifre(elezione, "molti", 5))
    assert sbagliato.status_code == 422
    assert "molti" in sbagliato.content.decode()
    assert segretaria.post(pagina, cifre(elezione, 3, 5)).status_code == 302
    segretaria.post(url(istituto, "elezione_proclama", elezione.pk), {"atto": "verbale"})
    assert Mandato.objects.get().persona.cognome == "Bice"
    assert "Proclamati il" in segretaria.get(pagina).content.decode()
    assert segretaria.post(pagina, cifre(elezione, 9, 1)).status_code == 409
    assert Mandato.objects.get().persona.cognome == "Bice"


def test_a_tie_is_shown_and_not_proclaimed(istituto, segretaria, elezione):
    segretaria.post(url(istituto, "elezione", elezione.pk), cifre(elezione, 4, 4))
    pagina = segretaria.get(url(istituto, "elezione", elezione.pk)).content.decode()
    assert "2 candidati con 4 voti per 1 posto: si sorteggia" in pagina
    rifiuto = segretaria.post(url(istituto, "elezione_proclama", elezione.pk), {"atto": "verbale"})
    assert rifiuto.status_code == 422
    assert not Mandato.objects.exists()


def test_candidates_are_added_among_who_may_stand(istituto, segretaria, elezione):
    dove = url(istituto, "candidato", elezione.pk)
    genitore = IncaricoFactory(istituto=istituto, ruolo=Ruolo.RESPONSABILE, dal=DAL).persona
    assert segretaria.post(dove, {"persona": genitore.pk}).status_code == 302
    assert segretaria.post(dove, {"persona": genitore.pk}).status_code == 422
    docente = PersonaFactory(istituto=istituto)
    assert segretaria.post(dove, {"persona": docente.pk}).status_code == 422
    assert Elezione.objects.get().candidature.count() == 3


def test_who_takes_the_seat_is_shown_and_drawn_by_lot_where_they_are_level(
    istituto, segretaria, elezione
):
    for cognome in ("Cora", "Dina"):
        chi = IncaricoFactory(
            istituto=istituto, ruolo=Ruolo.RESPONSABILE, dal=DAL,
            persona=PersonaFactory(istituto=istituto, cognome=cognome),
        ).persona  # fmt: skip
        CandidaturaFactory(istituto=istituto, elezione=elezione, persona=chi)
    segretaria.post(url(istituto, "elezione", elezione.pk), cifre(elezione, 9, 6, 4, 4))
    segretaria.post(url(istituto, "elezione_proclama", elezione.pk), {"atto": "verbale"})
    assert (
        "Sorteggio" not in segretaria.get(url(istituto, "elezione", elezione.pk)).content.decode()
    )
    abba = Mandato.objects.get()
    fine = {"motivo": "dimissioni", "ultimo_giorno": OGGI.isoformat(), "atto": "lettera"}
    segretaria.post(url(istituto, "mandato_cessa", abba.pk), fine)
    dove = url(istituto, "subentro", abba.pk)
    pagina = segretaria.get(dove).content.decode()
    assert "Vengono per primi in 2, con 4 voti ciascuno" in pagina
    # Bice had more votes: she has no child in the school any more.
    assert "Non conta chi non ha più i requisiti per sedere: Bice" in pagina
    domani = {"dal": (OGGI + timedelta(days=1)).isoformat(), "atto": "decreto di surroga"}
    senza = segretaria.post(dove, domani)
    assert senza.status_code == 422
    assert "Indica chi è stato estratto a sorte." in senza.content.decode()
    assert "decreto di surroga" in senza.content.decode()
    dina = elezione.candidature.get(persona__cognome="Dina")
    assert segretaria.post(dove, domani | {"estratto": dina.pk}).status_code == 302
    assert Mandato.objects.get(subentra_a=abba).persona == dina.persona


# The number of queries


def quante(browser, dove):
    browser.get(dove)
    with CaptureQueriesContext(
        connection,
    ) as lette:
        assert browser.get(dove).status_code == 200
    return len(lette)


def riempi(istituto, quanti, tipo):
    organo = OrganoFactory(istituto=istituto, tipo=tipo)
    Composizione.objects.create(
        istituto=istituto, organo=organo, componente=Componente.DOCENTI, titolo=Titolo.ELETTO,
        posti=quanti,
    )  # fmt: skip
    righe = [
        MandatoFactory(istituto=istituto, organo=organo, dal=DAL, al=OGGI + timedelta(days=9))
        for _ in range(quanti)
    ]
    seduta = SedutaFactory(istituto=istituto, organo=organo, chiusa=True)
    SedutaFactory(istituto=istituto, organo=organo, convocata=True)
    for mandato in righe:
        ConvocatoFactory(
            istituto=istituto, seduta=seduta, mandato=mandato,
            presenza=Presenza.ASSENTE_INGIUSTIFICATO,
        )  # fmt: skip
    return organo


def test_a_collegio_of_150_costs_as_many_queries_as_one_of_two(istituto, segretaria):
    piccolo = riempi(istituto, 2, TipoOrgano.COLLEGIO)
    grande = riempi(istituto, 150, TipoOrgano.COLLEGIO)
    poche = quante(segretaria, url(istituto, "organo", piccolo.pk))
    assert quante(segretaria, url(istituto, "organo", grande.pk)) == poche
    assert poche <= 30


def test_the_list_of_thirty_organs_costs_as_many_queries_as_one(istituto, segretaria):
    riempi(istituto, 1, TipoOrgano.CONSIGLIO_CLASSE)
    poche = quante(segretaria, url(istituto, "elenco"))
    for _ in range(29):
        riempi(istituto, 1, TipoOrgano.CONSIGLIO_CLASSE)
    assert quante(segretaria, url(istituto, "elenco")) == poche
    assert poche <= 24


def test_the_lists_leave_as_files(istituto, segretaria, consiglio, madre):
    file = segretaria.get(url(istituto, "elenco") + "?formato=csv")
    assert "Consiglio d’istituto" in file.content.decode("utf-8-sig")
    assert "Mazzanti" in file.content.decode("utf-8-sig")
