"""The pages of attendance: groups of any size, the register of a lesson, reasons, silence."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Valore
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from patto_formativo.enums import StatoCorsista
from patto_formativo.models import AvvisoAssenza, Deroga, Gruppo, Lezione, Presenza, Segno
from patto_formativo.queries.regole import regole
from patto_formativo.services.frequenza import aggiungi_al_gruppo, manda_avviso
from tests.factories.patto import (
    CorsistaFactory,
    CpiaFactory,
    DocenteGruppoFactory,
    MembroFactory,
    OffertaFactory,
)
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    ResponsabilitaFactory,
    SedeFactory,
    UtenteFactory,
    contesto,
)
from tests.patto_formativo.scena_frequenza import LEZIONE_IL, con_piano, il, scena

OGGI = ADESSO.date()


@pytest.fixture(autouse=True)
def _ambiente(settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    settings.ESPORTAZIONE_RICONFERMA = 10**9
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def istituto(db):
    istituto = CpiaFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.fixture
def s(istituto):
    return scena(istituto)


def entra(persona):
    if persona.utente is None:
        persona.utente = UtenteFactory()
        persona.save(update_fields=["utente"])
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(s, nome, *pk):
    return reverse(f"patto:{nome}", args=[s.istituto.slug, *pk])


@pytest.fixture
def docente(s):
    return entra(s.docente.persona)


@pytest.fixture
def dirigente(s):
    return entra(s.direzione.persona)


def leggi(risposta):
    return " ".join(unescape(risposta.content.decode()).split())


def interrogazioni(browser, indirizzo):
    browser.get(indirizzo)
    with CaptureQueriesContext(
        connection,
    ) as fatte:
        assert browser.get(indirizzo).status_code == 200
    return len(fatte)


# Groups


def affolla(s, quanti=27):
    for corsista in CorsistaFactory.create_batch(
        quanti, istituto=s.istituto, offerta=s.corsista.offerta
    ):
        MembroFactory(istituto=s.istituto, gruppo=s.gruppo, corsista=corsista)
        con_piano(corsista, s.unita[:2])


def test_a_class_of_27_is_one_page_and_as_many_queries(s, docente):
    s.lezione(3)
    indirizzo = dove(s, "gruppo", s.gruppo.pk)
    una = interrogazioni(docente, indirizzo)
    affolla(s)
    assert interrogazioni(docente, indirizzo) == una
    pagina = docente.get(indirizzo)
    assert len(pagina.context["dentro"]) == 28
    assert "28 persone" in leggi(pagina)


def test_the_last_lesson_comes_first(s, docente):
    for giorno in (date(2024, 5, 2), date(2024, 5, 9), date(2024, 4, 4)):
        s.lezione("3", giorno=giorno)
    lezioni = docente.get(dove(s, "gruppo", s.gruppo.pk)).context["lezioni"]
    assert [lezione.giorno.day for lezione in lezioni] == [9, 2, 4]
    file = docente.get(f"{dove(s, 'gruppo', s.gruppo.pk)}?formato=csv&lista=lezioni")
    assert file.content.decode().count("2024") == 3


def test_a_group_of_nobody_says_what_comes_next(s, dirigente):
    vuoto = Gruppo.objects.create(
        istituto=s.istituto, anno_scolastico=s.gruppo.anno_scolastico, nome="Vuoto",
        percorso="primo_livello_primo_periodo", sede=s.gruppo.sede,
    )  # fmt: skip
    pagina = leggi(dirigente.get(dove(s, "gruppo", vuoto.pk)))
    assert "Nel gruppo non c’è ancora nessuno." in pagina
    assert "Scegli chi ne fa parte" in pagina


def test_the_list_of_groups_has_fixed_queries_and_a_file(s, dirigente):
    indirizzo = dove(s, "gruppi")
    una = interrogazioni(dirigente, indirizzo)
    for n in range(12):
        Gruppo.objects.create(
            istituto=s.istituto, anno_scolastico=s.gruppo.anno_scolastico, nome=f"G{n}",
            percorso="primo_livello_primo_periodo", sede=s.gruppo.sede,
        )  # fmt: skip
    assert interrogazioni(dirigente, indirizzo) == una
    assert "G11" in dirigente.get(f"{indirizzo}?formato=csv").content.decode()


def test_a_group_is_formed_and_filled(s, dirigente):
    nuovi = CorsistaFactory.create_batch(3, istituto=s.istituto, offerta=s.corsista.offerta)
    chi = s.docente.persona.pk
    corpo = {
        "nome": "Serale B", "percorso": "primo_livello_primo_periodo", "sede": s.gruppo.sede.pk,
        f"docente_{chi}": "on", f"asse_{chi}": "asse matematico",
    }  # fmt: skip
    risposta = dirigente.post(dove(s, "gruppo_nuovo"), corpo)
    gruppo = Gruppo.objects.get(nome="Serale B")
    assert risposta.url == dove(s, "gruppo_membri", gruppo.pk)
    assert [d.asse for d in gruppo.docenti.all()] == ["asse matematico"]
    corpo = {"dal": "2024-05-06", "corsisti": [c.pk for c in nuovi]}
    assert dirigente.post(risposta.url, corpo).status_code == 302
    assert gruppo.membri.count() == 3
    assert dirigente.post(dove(s, "gruppo_nuovo"), {"nome": "Serale B"}).status_code == 422


def test_what_was_typed_of_a_group_is_not_lost(s, dirigente):
    corpo = {"nome": s.gruppo.nome, "percorso": "primo_livello_primo_periodo",
             "sede": s.gruppo.sede.pk}  # fmt: skip
    risposta = dirigente.post(dove(s, "gruppo_nuovo"), corpo)
    assert risposta.status_code == 422
    assert "C’è già un gruppo con questo nome" in leggi(risposta)


def test_the_reserved_site_is_not_named(s, docente, dirigente):
    sede = s.gruppo.sede
    sede.nome, sede.riservata = "Casa Segreta", True
    sede.save()
    for nome, pk in (("gruppi", ()), ("gruppo", (s.gruppo.pk,))):
        assert "Casa Segreta" not in leggi(docente.get(dove(s, nome, *pk)))
        assert "Casa Segreta" in leggi(dirigente.get(dove(s, nome, *pk)))


def test_of_a_reserved_site_only_the_tutor_of_somebody_there_knows(s):
    s.gruppo.sede.riservata, s.gruppo.sede.nome = True, "Casa Segreta"
    s.gruppo.sede.save()
    tutor = s.corsista.tutor
    for chi in (tutor, s.docente.persona):
        IncaricoFactory(istituto=s.istituto, persona=chi, ruolo=Ruolo.TUTOR, cattedra=None)
    DocenteGruppoFactory(istituto=s.istituto, gruppo=s.gruppo, persona=tutor)
    for nome, pk in (("gruppi", ()), ("gruppo", (s.gruppo.pk,))):
        assert "Casa Segreta" in leggi(entra(tutor).get(dove(s, nome, *pk)))
        assert "Casa Segreta" not in leggi(entra(s.docente.persona).get(dove(s, nome, *pk)))


# The register of a lesson


def corpo(s, **altro):
    return {
        "giorno": "2024-05-06", "dalle": "17:00", "ore": "3", "unita": s.unita[0].pk,
        f"ore_{s.corsista.pk}": "2,5", **altro,
    }  # fmt: skip


def test_everybody_is_there_unless_one_says_otherwise(s, docente):
    pagina = docente.get(dove(s, "lezione_nuova", s.gruppo.pk), {"unita": s.unita[0].pk})
    [riga] = pagina.context["form"].righe
    assert (riga.campo.value(), riga.aperta) == ("3", True)


def test_a_lesson_is_written(s, docente):
    risposta = docente.post(dove(s, "lezione_nuova", s.gruppo.pk), corpo(s))
    assert risposta.url == dove(s, "gruppo", s.gruppo.pk)
    assert Presenza.objects.get().ore == Decimal("2.5")
    pagina = docente.get(dove(s, "lezione_nuova", s.gruppo.pk))
    assert pagina.context["form"].initial["unita"] == s.unita[0].pk


@pytest.mark.parametrize(
    ("cambia", "detto"),
    [
        ({"ore": "2"}, "Da 0 a 2 ore, quante ne ha la lezione."),
        ({"ore": "tre"}, "Scrivi le ore come 3 o 2,5."),
        ({"ore": ""}, "Scrivi le ore."),
        ({"ore": "NaN"}, "Scrivi le ore come 3 o 2,5."),
        ({"ore": "99"}, "Una lezione ha al più 12 ore."),
        ({"giorno": "2024-06-06"}, "La lezione non c’è ancora stata"),
        ({"giorno": "2023-09-18"}, "non era nel gruppo"),
        ({"giorno": "oggi"}, "Scrivi il giorno come 31/05/2024."),
        ({"unita": ""}, "Scegli l’unità."),
        ({"argomento": "a\0b"}, "caratteri"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(s, docente, cambia, detto):
    risposta = docente.post(dove(s, "lezione_nuova", s.gruppo.pk), corpo(s, **cambia))
    assert risposta.status_code == 422
    assert detto in leggi(risposta)
    assert 'value="2,5"' in risposta.content.decode()
    assert not Lezione.objects.exists()


def test_a_unit_outside_the_plan_is_said_while_one_types(s, docente):
    indirizzo = dove(s, "lezione_nuova", s.gruppo.pk)
    pagina = docente.get(indirizzo, corpo(s, unita=s.unita[2].pk))
    [riga] = pagina.context["form"].righe
    assert riga.escluso.codice == "fuori_dal_piano"
    assert "Questa unità non è nel suo piano." in leggi(pagina)
    risposta = docente.post(indirizzo, corpo(s, unita=s.unita[2].pk))
    assert "Questa unità non è nel suo piano." in leggi(risposta)
    assert f'name="ore_{s.corsista.pk}"' in risposta.content.decode()


@pytest.mark.parametrize(
    "domanda",
    [
        {"unita": "9" * 4000, "giorno": "9999-12-31", "ore": "1e9999"},
        {"unita": "\0", "giorno": "0000-00-00", "ore": "Infinity"},
        {"unita": "-1", "giorno": "2024-05-06", "ore": "NaN"},
    ],
)
def test_hostile_addresses(s, docente, domanda):
    assert docente.get(dove(s, "lezione_nuova", s.gruppo.pk), domanda).status_code == 200
    assert docente.post(dove(s, "lezione_nuova", s.gruppo.pk), domanda).status_code == 422


def test_two_who_correct_see_both_hours(s, docente):
    lezione = s.lezione("3")
    indirizzo = dove(s, "lezione", lezione.pk)
    assert docente.post(indirizzo, corpo(s, versione="1")).status_code == 302
    risposta = docente.post(indirizzo, corpo(s, versione="1", **{f"ore_{s.corsista.pk}": "1"}))
    assert risposta.status_code == 409
    assert "Qualcun altro ha corretto questa lezione" in leggi(risposta)
    assert "<strong>2,5</strong>" in risposta.content.decode()
    assert 'value="1"' in risposta.content.decode()
    nascosta = 'name="versione" value="2"'
    assert nascosta in risposta.content.decode()
    adesso = docente.post(indirizzo, corpo(s, versione="2", **{f"ore_{s.corsista.pk}": "1"}))
    assert adesso.status_code == 302
    assert Presenza.objects.get().ore == 1


def test_a_lesson_is_taken_out_after_reading_again(s, docente):
    lezione = s.lezione("3")
    indirizzo = dove(s, "lezione_togli", lezione.pk)
    chiede = docente.get(indirizzo)
    assert "1 persona perde le ore" in leggi(chiede)
    assert 'name="versione" value="1"' in chiede.content.decode()
    assert f"{indirizzo}?versione=1" in docente.get(dove(s, "lezione", lezione.pk)).content.decode()
    assert docente.post(indirizzo, {"versione": "1"}).status_code == 200
    Lezione.objects.update(versione=2)
    cambiata = docente.post(indirizzo, {"riletto": "si", "versione": "1"})
    assert cambiata.status_code == 422
    assert "appena corretta" in leggi(cambiata)
    assert docente.post(indirizzo, {"riletto": "si"}).status_code == 422
    assert docente.post(indirizzo, {"riletto": "si", "versione": "2"}).status_code == 302
    assert not Lezione.objects.exists()


def test_the_rows_of_a_lesson_are_read_at_once(s, docente):
    indirizzo = dove(s, "lezione_nuova", s.gruppo.pk)
    una = interrogazioni(docente, indirizzo)
    affolla(s)
    assert interrogazioni(docente, indirizzo) == una


def test_hours_at_a_distance_are_checked_many_at_once(s, docente):
    affolla(s, 3)
    s.lezione("3", a_distanza=True)
    indirizzo = dove(s, "distanza")
    assert "3 ore di 3" in leggi(docente.get(indirizzo))
    pk = Presenza.objects.get().pk
    senza = docente.post(indirizzo, {"presenze": [pk]})
    assert senza.status_code == 422
    assert " checked" in senza.content.decode()
    assert docente.post(indirizzo, {"presenze": [pk], "verifica": "test"}).status_code == 302
    assert "Nessuna ora a distanza da verificare." in leggi(docente.get(indirizzo))


# The page of a person


def test_the_percentage_and_its_reason(s, dirigente):
    s.lezione("3")
    pagina = leggi(dirigente.get(dove(s, "frequenza", s.corsista.pk)))
    assert "3,0 %" in pagina
    assert "Mancano <strong>67 ore</strong>" in pagina
    ragione = leggi(dirigente.get(dove(s, "frequenza_perche", s.corsista.pk)))
    assert "3 : 100 = 3,0 %" in ragione
    assert "capo III" in ragione
    assert "anche frequentandole tutte" not in ragione


def test_who_is_at_risk(s, dirigente):
    s.lezione("1")
    pagina = leggi(dirigente.get(dove(s, "frequenza", s.corsista.pk)))
    assert "a rischio" in pagina
    ragione = leggi(dirigente.get(dove(s, "frequenza_perche", s.corsista.pk), {"di": "rischio"}))
    assert "Finora 1 ora su 3 ore dovute" in ragione


def test_the_adult_reads_the_same_in_plain_words(s):
    s.lezione("1")
    pagina = leggi(entra(s.corsista.persona).get(dove(s, "frequenza", s.corsista.pk)))
    assert "La tua frequenza" in pagina
    assert "Ti mancano ancora" in pagina
    assert "Parla con il tuo tutor." in pagina
    assert "Registra una proposta" not in pagina
    assert "Si è fatto vivo" not in pagina


def test_without_a_plan_there_is_no_percentage(istituto):
    s = scena(istituto, piano=False)
    s.lezione("3")
    browser = entra(s.direzione.persona)
    pagina = leggi(browser.get(dove(s, "frequenza", s.corsista.pk)))
    assert "Il patto non è ancora approvato." in pagina
    assert "Ore a registro finora: <strong>3</strong>" in pagina
    assert browser.get(dove(s, "frequenza_perche", s.corsista.pk)).status_code == 404


@pytest.mark.parametrize("di", ["percentuale", "rischio", "silenzio"])
def test_every_reason_is_a_fragment_and_a_page(s, dirigente, di):
    s.lezione("3")
    indirizzo = dove(s, "frequenza_perche", s.corsista.pk)
    pagina = dirigente.get(indirizzo, {"di": di})
    assert "<html" in pagina.content.decode()
    frammento = dirigente.get(indirizzo, {"di": di}, headers={"HX-Request": "true"})
    assert "<html" not in frammento.content.decode()
    assert dirigente.get(indirizzo, {"di": "altro"}).status_code == 404


def test_a_derogation_from_proposal_to_deliberation(s, dirigente):
    proposta = {"motivo": "turni", "consiglio": "Consiglio di livello", "proposta_il": "2024-05-20"}
    indirizzo = dove(s, "deroga_nuova", s.corsista.pk)
    assert dirigente.post(indirizzo, proposta).status_code == 302
    ancora = dirigente.post(indirizzo, proposta)
    assert ancora.status_code == 422
    assert "C’è già una deroga" in leggi(ancora)
    deroga = Deroga.objects.get()
    approva = dove(s, "deroga_approva", deroga.pk)
    assert "Scegli la delibera del Collegio" in leggi(dirigente.post(approva, {"estremi": ""}))
    corpo_ = {"estremi": "delibera n. 12 del 28 maggio 2024", "approvata_il": "2024-05-28"}
    assert dirigente.post(approva, corpo_).status_code == 302
    pagina = leggi(dirigente.get(dove(s, "frequenza", s.corsista.pk)))
    assert "in deroga" in pagina
    assert "delibera n. 12 del 28 maggio 2024" in pagina


def test_the_threshold_on_the_page_is_that_of_the_rules(s, dirigente, docente, monkeypatch):
    s.lezione("3", a_distanza=True)
    della_scuola = regole(s.istituto.pk, OGGI)
    altre = replace(
        della_scuola, soglia=Valore(Fraction(3, 4), "reg."),
        distanza=Valore(Fraction(1, 4), "reg."), mesi_silenzio=Valore(3, "reg."),
    )  # fmt: skip
    for modulo in (
        "queries.frequenza.calcolo",
        "views.frequenza.lezioni",
        "views.frequenza.assenti",
    ):
        monkeypatch.setattr(f"patto_formativo.{modulo}.regole", lambda *_: altre)
    pagina = leggi(dirigente.get(dove(s, "frequenza", s.corsista.pk)))
    assert "Deroga al 75 per cento" in pagina
    assert "fino al 25 per cento del piano" in leggi(docente.get(dove(s, "distanza")))
    assenti = leggi(dirigente.get(dove(s, "assenti")))
    assert "Oltre 3 mesi" in assenti
    assert "due mesi" not in assenti


# Silence


@pytest.fixture
def silente(s):
    """Missing since 20 March: on 5 June it is time for the notice."""
    s.lezione(3, giorno=date(2024, 3, 20))
    s.lezione(0, giorno=date(2024, 3, 21))
    return s


def test_the_list_says_the_step_and_offers_the_act(silente, dirigente):
    pagina = leggi(dirigente.get(dove(silente, "assenti")))
    assert "da avvisare" in pagina
    assert dove(silente, "avviso_assenza", silente.corsista.pk) in pagina
    assert (
        "da avvisare" in dirigente.get(f"{dove(silente, 'assenti')}?formato=csv").content.decode()
    )


def test_the_tutor_sees_the_step_and_not_the_act(silente):
    tutor = silente.corsista.tutor
    IncaricoFactory(istituto=silente.istituto, persona=tutor, ruolo=Ruolo.TUTOR, cattedra=None)
    pagina = leggi(entra(tutor).get(dove(silente, "assenti")))
    assert "lo fa la segreteria" in pagina
    assert "Si è fatto vivo" in pagina


def test_the_notice_in_one_click_and_a_confirmation(silente, dirigente):
    indirizzo = dove(silente, "avviso_assenza", silente.corsista.pk)
    chiede = dirigente.get(indirizzo, headers={"HX-Request": "true"})
    assert "Non si annulla." in leggi(chiede)
    assert dirigente.post(indirizzo).status_code == 200
    assert not AvvisoAssenza.objects.exists()
    assert dirigente.post(indirizzo, {"riletto": "si"}).url == dove(silente, "assenti")
    assert AvvisoAssenza.objects.get().giorno == OGGI
    di_nuovo = dirigente.post(indirizzo, {"riletto": "si"})
    assert di_nuovo.status_code == 422
    assert "si aspettano 15 giorni" in leggi(di_nuovo)
    assert "avvisato" in leggi(dirigente.get(dove(silente, "assenti")))


def test_a_withdrawal_too_early_is_refused_with_its_reason(silente, dirigente):
    indirizzo = dove(silente, "ritiro", silente.corsista.pk)
    risposta = dirigente.post(indirizzo, {"riletto": "si"})
    assert risposta.status_code == 422
    assert "senza avviso non c’è ritiro" in leggi(risposta)


def test_a_withdrawal_when_its_time_has_come(silente, dirigente):
    adesso = il(date(2024, 5, 22))
    manda_avviso(
        autore=contesto(silente.direzione.persona, adesso), adesso=adesso,
        corsista_id=silente.corsista.pk,
    )  # fmt: skip
    # The fifteenth day is 6 June: it is possible from the 7th.
    assert "si aspetta fino al 6 giugno" in leggi(dirigente.get(dove(silente, "assenti")))
    assert "senza" not in leggi(dirigente.get(dove(silente, "assenti"))).split("aspetta")[0][-40:]
    indirizzo = dove(silente, "ritiro", silente.corsista.pk)
    assert dirigente.post(indirizzo, {"riletto": "si"}).status_code == 422
    silente.corsista.refresh_from_db()
    assert silente.corsista.stato == StatoCorsista.ATTIVO


def test_a_sign_begins_anew(silente, docente):
    indirizzo = dove(silente, "segno", silente.corsista.pk)
    assert docente.post(indirizzo, {"giorno": "2024-06-04"}).status_code == 422
    corpo_ = {"giorno": "2024-06-04", "mezzo": "telefono", "testo": "torna lunedì"}
    assert docente.post(indirizzo, corpo_).status_code == 302
    assert Segno.objects.get().mezzo == "telefono"


def test_the_minor_is_reported(silente, dirigente):
    persona = silente.corsista.persona
    persona.data_nascita = date(2008, 1, 1)
    persona.save(update_fields=["data_nascita"])
    madre = ResponsabilitaFactory(istituto=silente.istituto, studente=persona).adulto
    pagina = leggi(dirigente.get(dove(silente, "assenti")))
    assert "minorenne, da segnalare" in pagina
    indirizzo = dove(silente, "avviso_assenza", silente.corsista.pk)
    assert "minorenne?" in leggi(dirigente.get(indirizzo))
    dirigente.post(indirizzo, {"riletto": "si"})
    assert AvvisoAssenza.objects.get().genere == "minore"
    Segno.objects.create(
        istituto=silente.istituto, corsista=silente.corsista, giorno=date(2024, 1, 8),
        mezzo="telefono", testo="parola di un vicino", registrato_da=silente.corsista.tutor,
        registrato_il=ADESSO,
    )  # fmt: skip
    letta = leggi(entra(madre).get(dove(silente, "frequenza", silente.corsista.pk)))
    assert "Le comunicazioni della scuola" in letta
    assert "prot. n." in letta
    assert "parola di un vicino" not in letta
    assert "segnalato" in leggi(dirigente.get(dove(silente, "assenti")))


def test_the_lists_have_fixed_queries(silente, dirigente):
    quante = {nome: interrogazioni(dirigente, dove(silente, nome)) for nome in ("assenti", "esame")}
    affolla(silente)
    for nome, una in quante.items():
        assert interrogazioni(dirigente, dove(silente, nome)) == una


# The final exam


def test_who_may_be_admitted_and_why(s, dirigente):
    pagina = leggi(dirigente.get(dove(s, "esame")))
    assert "Nessuno ancora può essere ammesso, su 1." in pagina
    assert "servono 70 ore" in pagina
    for n in range(24):
        s.lezione("3", unita=n % 2, giorno=LEZIONE_IL - timedelta(days=n))
    pagina = leggi(dirigente.get(dove(s, "esame")))
    assert "1 persona può essere ammessa, su 1." in pagina
    assert "Il patto è sottoscritto." in pagina


def test_a_teacher_who_is_one_no_more_reads_no_group(s, docente):
    indirizzo = dove(s, "gruppo", s.gruppo.pk)
    assert docente.get(indirizzo).status_code == 200
    Incarico.objects.filter(persona=s.docente.persona).update(revocato_il=ADESSO)
    IncaricoFactory(
        istituto=s.istituto, persona=s.docente.persona, ruolo=Ruolo.COORDINATORE_SEDE,
        cattedra=None, sede=SedeFactory(istituto=s.istituto),
    )  # fmt: skip
    assert docente.get(indirizzo).status_code == 404
    assert docente.get(f"{indirizzo}?formato=csv").status_code == 404
    assert s.gruppo.nome not in leggi(docente.get(dove(s, "gruppi")))


def test_a_teacher_sees_no_more_who_has_left_the_group(s, docente):
    assert docente.get(dove(s, "frequenza", s.corsista.pk)).status_code == 200
    s.corsista.gruppi.update(al=OGGI - timedelta(days=1))
    assert docente.get(dove(s, "frequenza", s.corsista.pk)).status_code == 404


def test_who_coordinates_a_site_fills_a_group_with_its_own(s):
    coordina = IncaricoFactory(
        istituto=s.istituto, ruolo=Ruolo.COORDINATORE_SEDE, cattedra=None, sede=s.gruppo.sede
    ).persona
    suo = CorsistaFactory(istituto=s.istituto, offerta=s.corsista.offerta)
    altrui = CorsistaFactory(
        istituto=s.istituto,
        offerta=OffertaFactory(
            istituto=s.istituto, anno_scolastico=s.gruppo.anno_scolastico,
            sede=SedeFactory(istituto=s.istituto),
        ),
    )  # fmt: skip
    browser, indirizzo = entra(coordina), dove(s, "gruppo_membri", s.gruppo.pk)
    assert set(browser.get(indirizzo).context["chi"]) == {suo}
    with pytest.raises(AttoRifiutato):
        aggiungi_al_gruppo(
            autore=contesto(coordina), adesso=ADESSO, gruppo_id=s.gruppo.pk,
            corsisti=[altrui.pk], dal=OGGI,
        )  # fmt: skip
