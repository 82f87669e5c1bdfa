"""What PostgreSQL refuses of the bonus once it is decreed, and what it lets go in the end."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from bonus_merito.enums import EsitoIstanza, StatoProcedura
from bonus_merito.models import (
    Assegnazione,
    Attivita,
    Fondo,
    Istanza,
    Parita,
    Procedura,
    Prova,
    Requisiti,
    Richiesta,
    Valutazione,
)
from cpia.scuola import tenancy
from tests.accessi.righe_patto import documento
from tests.factories.bonus import (
    AssegnazioneFactory,
    AttivitaFactory,
    FondoFactory,
    IstanzaFactory,
    ProceduraFactory,
    ProvaFactory,
    RequisitiFactory,
    RichiestaFactory,
    ValutazioneFactory,
)
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory, IstitutoFactory, PersonaFactory

pytestmark = pytest.mark.django_db
S = StatoProcedura
PASSI = [S.BOZZA, S.APERTA, S.IN_VALUTAZIONE, S.DECRETATA, S.PUBBLICATA, S.ARCHIVIATA]
VECCHIA = datetime(2012, 6, 20, 12, tzinfo=UTC)
DECISO = "dopo il decreto non si cambia"


@pytest.fixture
def di_qui():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return {"istituto": istituto}


@pytest.fixture
def decretata(di_qui):
    return ProceduraFactory(**di_qui, decretata=True)


def rifiutata(motivo, fa):
    """PostgreSQL refuses it, in these words, and nothing is done."""
    with pytest.raises(IntegrityError, match=motivo), transaction.atomic():
        fa()


def sola(riga):
    return type(riga).objects.filter(pk=riga.pk)


# The steps


@pytest.mark.parametrize("da", [*PASSI, S.ANNULLATA])
def test_a_procedure_goes_only_forward(di_qui, da):
    """One step at a time; from each it is annulled; annulled it stays so."""
    riga = ProceduraFactory(
        **di_qui, in_valutazione=True, stato=da.value,
        motivo_annullamento="x", metodo="proporzionale", decretata_il=ADESSO,
        decretata_da=PersonaFactory(**di_qui),
    )  # fmt: skip
    dopo = {} if da is S.ANNULLATA else {S.ANNULLATA, *PASSI[PASSI.index(da) + 1 :][:1]}
    for a in S:
        if a in dopo or a is da:
            with transaction.atomic():
                assert sola(riga).update(stato=a.value) == 1
                transaction.set_rollback(True)
        else:
            rifiutata(
                "una procedura non torna indietro", lambda a=a: sola(riga).update(stato=a.value)
            )


def test_the_papers_of_a_decree_are_its_own(di_qui, decretata):
    carta, altra = (documento(di_qui["istituto"], "decreto_bonus") for _ in range(2))
    assert sola(decretata).update(decreto=carta) == 1
    for cambio in (
        {"decreto": None}, {"decreto": altra}, {"chiusa_il": ADESSO}, {"motivo_d_ufficio": "x"},
        {"scade": ADESSO},
    ):  # fmt: skip
        rifiutata("non torna indietro", lambda c=cambio: sola(decretata).update(**c))


def test_an_annulment_is_said_once(decretata):
    assert sola(decretata).update(stato="annullata", motivo_annullamento="Un errore") == 1
    rifiutata("torna indietro", lambda: sola(decretata).update(motivo_annullamento="Altro"))


# The money


@pytest.mark.parametrize("stato", ["decretata", "pubblicata", "archiviata"])
def test_a_fund_that_was_divided_stays(di_qui, stato):
    fondo = ProceduraFactory(**di_qui, decretata=True, stato=stato).fondo
    for cambio in ({"importo": 10**5}, {"quota_docenti": 1}, {"lordo": "lordo_stato"}):
        rifiutata("un fondo ripartito non si cambia", lambda c=cambio: sola(fondo).update(**c))


def test_before_the_decree_or_once_annulled_a_fund_is_written(di_qui, decretata):
    assert sola(decretata).update(stato="annullata", motivo_annullamento="x") == 1
    ProceduraFactory(**di_qui, fondo=decretata.fondo, in_valutazione=True)
    assert Fondo.objects.update(importo=Decimal("9.00"), quota_docenti=Decimal("9.00")) == 1


# Who took part


def test_after_the_decree_nobody_comes_or_goes(di_qui, decretata):
    richiesta = RichiestaFactory(**di_qui, procedura=decretata)
    for cambio in ({"stato": "ritirata"}, {"gruppo": ""}):
        rifiutata(DECISO, lambda c=cambio: sola(richiesta).update(**c))
    nuova = Richiesta(
        **di_qui, procedura=decretata, persona=PersonaFactory(**di_qui), cominciata_il=ADESSO
    )
    rifiutata(DECISO, nuova.save)


def test_after_the_decree_preconditions_stay(di_qui, decretata):
    requisiti = RequisitiFactory(**di_qui, procedura=decretata, assenze=3)
    rifiutata(DECISO, lambda: sola(requisiti).update(assenze=0))
    rifiutata(DECISO, requisiti.delete)
    requisiti.pk, requisiti.persona = None, PersonaFactory(**di_qui)
    rifiutata(DECISO, lambda: requisiti.save(force_insert=True))
    aperti = RequisitiFactory(
        **di_qui, procedura=ProceduraFactory(**di_qui, categoria="ata", in_valutazione=True)
    )
    assert sola(aperti).update(assenze=1) == 1


def test_after_the_decree_there_is_no_other_tie_or_outcome(di_qui, decretata):
    pari = Parita(
        **di_qui, procedura=decretata, pari=[], scelte=[], motivo="x", decisa_il=ADESSO,
        decisa_da=PersonaFactory(**di_qui),
    )  # fmt: skip
    rifiutata(DECISO, pari.save)
    esito = AssegnazioneFactory.build(
        **di_qui, procedura=decretata, richiesta=RichiestaFactory(**di_qui, procedura=decretata)
    )
    rifiutata(DECISO, esito.save)


def test_an_outcome_is_of_a_request_of_its_procedure(di_qui):
    qui = ProceduraFactory(**di_qui, in_valutazione=True)
    altra = ProceduraFactory(**di_qui, in_valutazione=True, categoria="ata")
    richiesta = RichiestaFactory(**di_qui, procedura=altra)
    storta = AssegnazioneFactory.build(**di_qui, procedura=qui, richiesta=richiesta)
    rifiutata(DECISO, storta.save)
    storta.procedura = altra
    storta.save()
    assert Assegnazione.objects.count() == 1


# Evidence


@pytest.mark.parametrize("stato", ["inviata", "ritirata"])
def test_the_evidence_of_what_was_sent_stays(di_qui, stato):
    prova = ProvaFactory(**di_qui, attivita__richiesta__stato=stato)
    fermo = "una prova inviata non si cambia"
    rifiutata(fermo, lambda: sola(prova).update(titolo="Altra"))
    rifiutata(fermo, prova.delete)
    prova.pk = None
    rifiutata(fermo, lambda: prova.save(force_insert=True))


@pytest.mark.parametrize("stato", ["bozza", "d_ufficio"])
def test_evidence_is_written_until_the_decree(di_qui, stato):
    prova = ProvaFactory(**di_qui, attivita__richiesta__stato=stato)
    assert sola(prova).update(titolo="Altra") == 1
    assert sola(prova).delete()[0] == 1
    decretata = ProvaFactory(
        **di_qui, attivita__richiesta__stato=stato,
        attivita__richiesta__procedura=ProceduraFactory(
            **di_qui, decretata=True, categoria="ata"
        ),
    )  # fmt: skip
    rifiutata("una prova inviata", decretata.delete)


def test_the_evidence_of_a_decree_judged_again_is_copied(di_qui):
    vecchia = ProceduraFactory(**di_qui, decretata=True, stato="annullata", motivo_annullamento="x")
    nuova = ProceduraFactory(**di_qui, in_valutazione=True, rettifica_di=vecchia)
    attivita = AttivitaFactory(**di_qui, richiesta=RichiestaFactory(**di_qui, procedura=nuova))
    copia = ProvaFactory.build(**di_qui, attivita=attivita)
    copia.save()
    rifiutata("una prova inviata", lambda: sola(copia).update(titolo="Altra"))


# What was asked after


def test_what_was_asked_and_answered_stays(di_qui):
    istanza = IstanzaFactory(**di_qui)
    data = {
        "esito": EsitoIstanza.RESPINTA.value, "risposta": "No.", "risposta_il": ADESSO,
        "risposta_da": PersonaFactory(**di_qui),
    }  # fmt: skip
    rifiutata("un’istanza presentata", lambda: sola(istanza).update(testo="Altro"))
    assert sola(istanza).update(**data) == 1
    for cambio in ({"esito": "accolta"}, {"risposta": "Sì."}, {"esito": ""}):
        rifiutata("un’istanza presentata", lambda c=cambio: sola(istanza).update(**c))


# In the end


def passata(di_qui, quando=VECCHIA, **altro):
    """A procedure of years ago."""
    anno = AnnoScolasticoFactory(**di_qui, inizio=quando.year - 1)
    return ProceduraFactory(
        **di_qui, decretata=True, fondo=FondoFactory(**di_qui, anno_scolastico=anno),
        aperta_il=quando - timedelta(days=60), scade=quando - timedelta(days=30),
        chiusa_il=quando - timedelta(days=30), decretata_il=quando, **altro,
    )  # fmt: skip


def racconto(di_qui, procedura):
    """What was declared and said of somebody in it, with what empties each."""
    richiesta = RichiestaFactory(**di_qui, procedura=procedura)
    attivita = AttivitaFactory(**di_qui, richiesta=richiesta, giudicata=True, dal=date(2012, 1, 9))
    via = "non conservato"
    return {
        attivita: {
            "titolo": via, "testo": "", "dal": None, "al": None, "altro_fondo": "", "motivo": via
        },
        ValutazioneFactory(**di_qui, richiesta=richiesta): {
            "motivo_aggiuntiva": via, "motivazione": "",
        },
        RequisitiFactory(**di_qui, procedura=procedura, assenze=40, congedi=30): {
            "assenze": 0, "congedi": 0, "sanzione_il": None, "atto_sanzione": "",
        },
        IstanzaFactory(**di_qui, procedura=procedura): {"testo": ""},
    }, ProvaFactory(**di_qui, attivita=attivita)  # fmt: skip


def test_once_nobody_can_claim_the_story_is_emptied(di_qui):
    righe, prova = racconto(di_qui, passata(di_qui))
    for riga, vuoto in righe.items():
        with transaction.atomic():
            assert sola(riga).update(**vuoto) == 1, riga
    assert sola(prova).delete()[0] == 1
    assert {type(riga) for riga in righe} == {Attivita, Valutazione, Requisiti, Istanza}


def test_emptying_changes_nothing_else(di_qui):
    righe, _ = racconto(di_qui, passata(di_qui))
    attivita, valutazione, requisiti, istanza = righe
    for riga, altro in (
        (attivita, {"punti": 1}), (attivita, {"titolo": "Altro"}),
        (valutazione, {"motivazione": "Altra"}), (valutazione, {"aggiuntiva": 3}),
        (requisiti, {"assenze": 1}), (istanza, {"testo": "Altro"}),
    ):  # fmt: skip
        vuoto = righe[riga] | altro
        rifiutata("non si cambia", lambda riga=riga, vuoto=vuoto: sola(riga).update(**vuoto))


def test_sooner_than_the_limitation_nothing_is_emptied(di_qui):
    righe, prova = racconto(di_qui, passata(di_qui, timezone.now() - timedelta(days=4 * 365)))
    for riga, vuoto in righe.items():
        rifiutata("non si cambia", lambda riga=riga, vuoto=vuoto: sola(riga).update(**vuoto))
    rifiutata("una prova inviata", prova.delete)


def test_what_was_never_decreed_has_a_starting_day_too(di_qui):
    """From the annulment, or from the end of the requests."""
    annullata = passata(di_qui, stato="annullata", annullata_il=VECCHIA, motivo_annullamento="x")
    mai = {"decretata_il": None, "decretata_da": None, "metodo": ""}
    assert Procedura.objects.filter(pk=annullata.pk).exists()
    chiusa = ProceduraFactory(
        **di_qui, categoria="ata", in_valutazione=True, fondo=annullata.fondo,
        aperta_il=annullata.aperta_il, scade=annullata.scade, chiusa_il=annullata.chiusa_il, **mai,
    )  # fmt: skip
    for procedura in (annullata, chiusa):
        prova = ProvaFactory(**di_qui, attivita__richiesta__procedura=procedura)
        assert Prova.objects.filter(pk=prova.pk).delete()[0] == 1
