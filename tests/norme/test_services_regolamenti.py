"""Drafts and adoptions: what is written, what the register says, what a refusal leaves alone."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection

from cpia.atti.models import Operazione
from cpia.norme.errori import BozzaCambiata, RegolamentoRifiutato, ScrittoDaAltri
from cpia.norme.models import Parametro, Regolamento
from cpia.norme.profili import profilo
from cpia.norme.queries import parametro
from cpia.norme.queries.righe import scritto_di
from cpia.norme.rules.scritto import Scritto, impronta_di
from cpia.norme.services import carica_profilo
from cpia.norme.services.regole import scrivi_parametro, togli_parametro
from cpia.norme.services.versioni import (
    adotta,
    prepara_regolamento,
    prepara_versione,
    riporta_in_bozza,
    scarta_bozza,
)
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto
from cpia.scuola.tenancy import istituto_corrente
from tests.factories.scuola import ADESSO, IncaricoFactory, contesto
from tests.norme.scena_regolamenti import IN_VIGORE_DAL, OGGI, PREAVVISO, TITOLO
from tests.norme.scena_regolamenti import scena as nuova_scena

DOMANI = OGGI + timedelta(days=1)
DELIBERA = "delibera n. 3 del Consiglio d’istituto"
pytestmark = pytest.mark.django_db


@pytest.fixture
def scena():
    return nuova_scena()


@pytest.fixture
def bozza(scena):
    return prepara_versione(autore=scena.autore, adesso=ADESSO, regolamento_id=scena.regolamento.pk)


def scrivi(scena, bozza, chiave, valore, articolo="art. 9", testo="", **altro):
    return scrivi_parametro(
        autore=scena.autore, adesso=ADESSO, bozza_id=bozza.pk,
        scritto=Scritto(chiave, valore, articolo, testo), **altro,
    )  # fmt: skip


def togli(scena, bozza, **altro):
    togli_parametro(
        autore=scena.autore, adesso=ADESSO, bozza_id=bozza.pk, chiave="albo.giorni", **altro
    )


def adottata(scena, bozza, dal=DOMANI, atto=DELIBERA, **altro):
    return adotta(
        autore=scena.autore, adesso=ADESSO, bozza_id=bozza.pk, atto=atto, dal=dal, **altro
    )


def ritirata(scena, regolamento):
    return riporta_in_bozza(autore=scena.autore, adesso=ADESSO, regolamento_id=regolamento.pk)


def vista(bozza):
    return impronta_di(scritto_di(riga) for riga in bozza.parametri.all())


def righe():
    """All that an act on the regulations may write."""
    return [
        list(modello.objects.order_by("pk").values())
        for modello in (Regolamento, Parametro, Operazione)
    ]


def azioni():
    return list(Operazione.objects.order_by("pk").values_list("azione", flat=True))


def test_a_draft_is_a_copy_and_nothing_holds_of_it(scena, bozza):
    assert (bozza.bozza, bozza.sostituisce, bozza.atto) == (True, scena.regolamento, "")
    copiati = {p.chiave: (p.valore, p.articolo, p.testo) for p in bozza.parametri.all()}
    assert copiati == {
        "albo.giorni": ("15", "art. 3", "parole"), PREAVVISO: ("5 giorni", "art. 3", "parole"),
    }  # fmt: skip
    scrivi(scena, bozza, "albo.giorni", "20")
    assert parametro(scena.istituto.pk, "albo.giorni", OGGI).valore == 15
    assert parametro(scena.istituto.pk, "albo.giorni", date(2090, 1, 1)).valore == 15
    assert azioni() == ["prepara versione del regolamento", "scrivi regola in bozza"]


def test_one_draft_at_a_time(scena, bozza):
    prima = righe()
    for pk in (scena.regolamento.pk, bozza.pk):
        with pytest.raises(RegolamentoRifiutato, match="C’è già una bozza"):
            prepara_versione(autore=scena.autore, adesso=ADESSO, regolamento_id=pk)
    assert righe() == prima


def test_adopted_it_holds_from_its_day_and_the_old_one_keeps_the_days_before(scena, bozza):
    scrivi(scena, bozza, "albo.giorni", "20")
    adottata(scena, bozza)
    scena.regolamento.refresh_from_db()
    bozza.refresh_from_db()
    assert (bozza.bozza, bozza.dal, bozza.al, bozza.atto) == (False, DOMANI, None, DELIBERA)
    assert scena.regolamento.al == OGGI
    valori = {
        giorno: parametro(scena.istituto.pk, "albo.giorni", giorno).valore
        for giorno in (IN_VIGORE_DAL, OGGI, DOMANI, date(2030, 1, 1))
    }
    assert list(valori.values()) == [15, 15, 20, 20]
    assert azioni()[-2:] == ["cessa regolamento", "adotta regolamento"]
    assert Operazione.objects.order_by("pk").last().dati == {
        "dal": "2024-06-06", "atto": DELIBERA, "sostituisce": scena.regolamento.pk,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("atto", "dal", "parole"),
    [
        (" ", DOMANI, "Scrivi l’atto"),
        (DELIBERA, IN_VIGORE_DAL, "la nuova comincia dopo"),
        (DELIBERA, OGGI - timedelta(days=1), "I giorni passati"),
    ],
)
def test_a_refused_adoption_changes_nothing(scena, bozza, atto, dal, parole):
    prima = righe()
    with pytest.raises(RegolamentoRifiutato, match=parole):
        adottata(scena, bozza, dal, atto)
    assert righe() == prima


def test_days_on_which_another_version_holds_are_refused(scena, bozza):
    Regolamento.objects.create(istituto=scena.istituto, titolo=TITOLO, dal=date(2024, 9, 1))
    with pytest.raises(RegolamentoRifiutato, match="vale già un’altra versione"):
        adottata(scena, bozza)


def test_a_rule_that_cannot_be_read_or_has_no_article_is_not_adopted(scena, bozza):
    bozza.parametri.filter(chiave="albo.giorni").update(valore="tanti", articolo="")
    with pytest.raises(RegolamentoRifiutato, match="«tanti» non è un numero intero"):
        adottata(scena, bozza)


def test_what_is_adopted_cannot_be_written_any_more(scena, bozza):
    adottata(scena, bozza)
    prima = righe()
    for atto in (
        lambda: scrivi(scena, bozza, "albo.giorni", "30"),
        lambda: adottata(scena, bozza),
        lambda: scarta_bozza(autore=scena.autore, adesso=ADESSO, bozza_id=bozza.pk),
        lambda: togli(scena, bozza),
    ):
        with pytest.raises(RegolamentoRifiutato, match="già stata adottata o scartata"):
            atto()
    assert righe() == prima


@pytest.mark.parametrize(
    ("chiave", "valore", "articolo", "parole"),
    [
        ("albo.giorni", "quindici", "art. 1", "non è un numero intero"),
        ("albo.giorni", "0", "art. 1", "non può essere inferiore a 1"),
        ("albo.giorni", "999999999", "art. 1", "non può essere superiore a 366"),
        (PREAVVISO, "5 mesi", "art. 1", "non è una durata"),
        ("albo.giorni", "15", "  ", "manca l’articolo"),
        ("albo.anni", "15", "art. 1", "non esiste"),
    ],
)
def test_a_rule_of_the_wrong_type_is_refused(scena, bozza, chiave, valore, articolo, parole):
    prima = righe()
    with pytest.raises(RegolamentoRifiutato, match=parole):
        scrivi(scena, bozza, chiave, valore, articolo)
    assert righe() == prima


def test_two_at_the_same_rule_see_each_other(scena, bozza):
    prima = scritto_di(bozza.parametri.get(chiave="albo.giorni")).impronta
    suo = Scritto("albo.giorni", "20", "art. 9", "per venti giorni")
    scrivi(scena, bozza, "albo.giorni", "20", testo=suo.testo, visto=prima)
    with pytest.raises(ScrittoDaAltri) as altri:
        scrivi(scena, bozza, "albo.giorni", "30", visto=prima)
    assert altri.value.registrato == suo
    scrivi(scena, bozza, "albo.giorni", "20", testo=suo.testo, visto=prima)
    assert scrivi(scena, bozza, "albo.giorni", "30", visto=suo.impronta).valore == "30"


@pytest.mark.parametrize("cambiato", [{"articolo": "art. 7"}, {"testo": "altre parole"}])
def test_the_article_and_the_words_of_another_person_are_not_lost(scena, bozza, cambiato):
    visto = scritto_di(bozza.parametri.get(chiave="albo.giorni")).impronta
    bozza.parametri.filter(chiave="albo.giorni").update(**cambiato)
    prima = righe()
    for atto in (
        lambda: scrivi(scena, bozza, "albo.giorni", "15", visto=visto),
        lambda: togli(scena, bozza, visto=visto),
    ):
        with pytest.raises(ScrittoDaAltri):
            atto()
    assert righe() == prima


def test_a_rule_that_another_person_took_out_is_told(scena, bozza):
    visto = scritto_di(bozza.parametri.get(chiave="albo.giorni")).impronta
    togli(scena, bozza, visto=visto)
    with pytest.raises(ScrittoDaAltri) as altri:
        scrivi(scena, bozza, "albo.giorni", "20", visto=visto)
    assert altri.value.registrato is None
    togli(scena, bozza, visto=visto)
    assert scrivi(scena, bozza, "albo.giorni", "20", visto="").valore == "20"


def test_the_register_keeps_the_row_that_was_there(scena, bozza):
    era = {"era": "15", "era_articolo": "art. 3", "era_testo": "parole"}
    scrivi(scena, bozza, "albo.giorni", "20", testo="nuove")
    assert Operazione.objects.order_by("pk").last().dati == {
        "chiave": "albo.giorni", "valore": "20", **era,
    }  # fmt: skip
    togli(scena, bozza)
    assert Operazione.objects.order_by("pk").last().dati == {
        "chiave": "albo.giorni", "era": "20", "era_articolo": "art. 9", "era_testo": "nuove",
    }  # fmt: skip


def test_what_was_not_read_again_is_not_adopted(scena, bozza):
    riletta = vista(bozza)
    bozza.parametri.filter(chiave="albo.giorni").update(testo="altre parole")
    prima = righe()
    for falsa in (riletta, "", "x"):
        with pytest.raises(BozzaCambiata):
            adottata(scena, bozza, riletta=falsa)
    assert righe() == prima
    adottata(scena, bozza, riletta=vista(bozza))


def test_an_adoption_that_has_not_begun_goes_back_to_the_draft(scena, bozza):
    scrivi(scena, bozza, "albo.giorni", "20")
    adottata(scena, bozza)
    ritirata(scena, bozza)
    for riga in (bozza, scena.regolamento):
        riga.refresh_from_db()
    assert (bozza.bozza, bozza.atto, bozza.sostituisce) == (True, DELIBERA, scena.regolamento)
    assert scena.regolamento.al is None
    assert parametro(scena.istituto.pk, "albo.giorni", date(2030, 1, 1)).valore == 15
    assert azioni()[-2:] == ["riapri regolamento", "ritira adozione del regolamento"]
    assert Operazione.objects.order_by("pk").last().dati == {
        "dal": "2024-06-06", "atto": DELIBERA, "sostituisce": scena.regolamento.pk,
    }  # fmt: skip
    adottata(scena, bozza, OGGI)
    assert parametro(scena.istituto.pk, "albo.giorni", OGGI).valore == 20


def test_what_has_begun_or_is_followed_by_another_is_not_taken_back(scena, bozza):
    adottata(scena, bozza)
    dopo = prepara_versione(autore=scena.autore, adesso=ADESSO, regolamento_id=bozza.pk)
    for regolamento, parole in (
        (scena.regolamento, "già cominciato"),
        (bozza, "C’è già una bozza"),
        (dopo, "C’è già una bozza"),
    ):
        prima = righe()
        with pytest.raises(RegolamentoRifiutato, match=parole):
            ritirata(scena, regolamento)
        assert righe() == prima
    adottata(scena, dopo, DOMANI + timedelta(days=1))
    with pytest.raises(RegolamentoRifiutato, match="la sostituisce un’altra"):
        ritirata(scena, bozza)


def test_the_past_that_another_regulation_ruled_is_left_alone(scena):
    bozza = prepara_regolamento(autore=scena.autore, adesso=ADESSO, titolo="Regolamento viaggi")
    scrivi(scena, bozza, "albo.giorni", "20")
    prima = righe()
    with pytest.raises(RegolamentoRifiutato, match="Giorni di pubblicazione all’albo"):
        adottata(scena, bozza, OGGI - timedelta(days=1))
    assert righe() == prima
    adottata(scena, bozza, OGGI)


def test_the_note_of_a_contradiction_stays_with_its_value_only(scena, bozza):
    bozza.parametri.update(in_contrasto_con="Altrove si dice altro.")
    assert scrivi(scena, bozza, "albo.giorni", "15", "art. 8").in_contrasto_con
    assert scrivi(scena, bozza, "albo.giorni", "20").in_contrasto_con == ""


def test_a_rule_taken_out(scena, bozza):
    for _ in range(2):
        togli(scena, bozza)
    assert list(bozza.parametri.values_list("chiave", flat=True)) == [PREAVVISO]
    assert azioni().count("togli regola in bozza") == 1


def test_thrown_away_it_leaves_a_line_and_room_for_another(scena, bozza):
    scarta_bozza(autore=scena.autore, adesso=ADESSO, bozza_id=bozza.pk)
    assert list(Regolamento.objects.all()) == [scena.regolamento]
    assert Operazione.objects.order_by("pk").last().dati == {"titolo": TITOLO, "regole": 2}
    assert prepara_versione(
        autore=scena.autore, adesso=ADESSO, regolamento_id=scena.regolamento.pk
    ).bozza


def test_a_regulation_of_the_school_s_own(scena):
    bozza = prepara_regolamento(autore=scena.autore, adesso=ADESSO, titolo="Regolamento viaggi")
    with pytest.raises(RegolamentoRifiutato, match="nessuna regola"):
        adottata(scena, bozza, date(2020, 9, 1))
    scrivi(scena, bozza, "albo.giorni", "15")
    adottata(scena, bozza, date(2020, 9, 1))
    assert parametro(scena.istituto.pk, "albo.giorni", date(2021, 1, 1)).valore == 15
    with pytest.raises(RegolamentoRifiutato, match="C’è già un regolamento con questo titolo"):
        prepara_regolamento(autore=scena.autore, adesso=ADESSO, titolo="Regolamento viaggi")


def test_a_shipped_regulation_that_was_replaced_is_not_brought_back():
    """A new release of the profile must not make the old version hold again."""
    carica_profilo(profilo=profilo("iis-antonietti"))
    istituto = Istituto.objects.get(slug="iis-antonietti")
    with istituto_corrente(istituto.pk):
        segretaria = IncaricoFactory(
            istituto=istituto, ruolo=Ruolo.SEGRETERIA_DIDATTICA, cattedra=None
        ).persona
        vecchio = Regolamento.objects.get(chiave_profilo="circolare-417-2024")
        autore = contesto(segretaria)
        bozza = prepara_versione(autore=autore, adesso=ADESSO, regolamento_id=vecchio.pk)
        adotta(autore=autore, adesso=ADESSO, bozza_id=bozza.pk, atto=DELIBERA, dal=DOMANI)
        prima = righe()
        esito = carica_profilo(profilo=profilo("iis-antonietti"))
        assert righe() == prima
        assert any("versione nuova" in riga for riga in esito.lasciati)


@pytest.mark.django_db(transaction=True)
def test_two_drafts_begun_at_once_are_one():
    scena = nuova_scena_intera()
    insieme = threading.Barrier(2)

    def prepara():
        try:
            with istituto_corrente(scena.istituto.pk):
                insieme.wait()
                prepara_versione(
                    autore=scena.autore, adesso=ADESSO, regolamento_id=scena.regolamento.pk
                )
                return "fatta"
        except RegolamentoRifiutato:
            return "rifiutata"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as due:
        esiti = sorted(f.result() for f in [due.submit(prepara) for _ in range(2)])
    assert esiti == ["fatta", "rifiutata"]


def nuova_scena_intera():
    """The scene committed, for who works on other connections."""
    from django.db import transaction

    with transaction.atomic():
        return nuova_scena()
