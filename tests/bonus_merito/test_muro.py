"""What PostgreSQL itself refuses of the bonus, whoever asks with the rights of the application."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from bonus_merito.enums import Metodo, StatoCriteri, StatoProcedura
from bonus_merito.models import (
    AreaDeiCriteri,
    Assegnazione,
    Attivita,
    Criteri,
    Criterio,
    Indicatore,
    Parita,
    Procedura,
    Valutazione,
)
from cpia.scuola import tenancy
from tests.factories.bonus import (
    AreaDeiCriteriFactory,
    AssegnazioneFactory,
    AttivitaFactory,
    CriteriFactory,
    CriterioFactory,
    FondoFactory,
    IndicatoreFactory,
    ParitaFactory,
    ProceduraFactory,
    RichiestaFactory,
    ValutazioneFactory,
)
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory, IstitutoFactory, PersonaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def di_qui():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return {"istituto": istituto}


@pytest.fixture
def indicatore(di_qui):
    """The last thing of a tree of criteria, which are a draft."""
    criteri = CriteriFactory(**di_qui, bozza=True)
    area = AreaDeiCriteriFactory(**di_qui, criteri=criteri)
    criterio = CriterioFactory(**di_qui, area=area)
    return IndicatoreFactory(**di_qui, criterio=criterio)


def adotta(criteri, stato=StatoCriteri.ADOTTATI):
    """As the act does it; what took the place of others passes through both."""
    righe = Criteri.objects.filter(pk=criteri.pk)
    assert righe.update(stato="adottati", adottati_il=date(2024, 5, 2), atto="decreto n. 12") == 1
    if stato != StatoCriteri.ADOTTATI:
        assert righe.update(stato=stato.value) == 1


def rifiutata(motivo, fa, errore=IntegrityError):
    """PostgreSQL refuses it, in these words, and nothing is done."""
    with pytest.raises(errore, match=motivo), transaction.atomic():
        fa()


# The criteria


def test_a_draft_is_written_and_thrown_away(di_qui, indicatore):
    criterio = indicatore.criterio
    assert Criteri.objects.filter(pk=criterio.area.criteri_id).update(titolo="Altri") == 1
    assert Criterio.objects.filter(pk=criterio.pk).update(testo="Altro") == 1
    assert Indicatore.objects.create(**di_qui, criterio=criterio, ordine=9, testo="Altro").pk
    for riga in (Indicatore, Criterio, AreaDeiCriteri):
        riga.objects.all().delete()
    assert Criteri.objects.all().delete()[0] == 1


@pytest.mark.parametrize("stato", [StatoCriteri.ADOTTATI, StatoCriteri.SOSTITUITI])
@pytest.mark.parametrize(
    "cambio",
    [
        {"titolo": "Altri"},
        {"livelli": {"1": "altro"}},
        {"individuazione": []},
        {"precondizioni": ["altro"]},
        {"diffusione": "altro"},
        {"premessa": "altro"},
        {"principi": "altro"},
        {"articoli": [{"numero": 1}]},
        {"categoria": "ata"},
        {"atto": "decreto n. 13"},
        {"adottati_il": date(2024, 5, 3)},
    ],
    ids=lambda cambio: next(iter(cambio)),
)
def test_adopted_criteria_do_not_change(indicatore, stato, cambio):
    criteri = indicatore.criterio.area.criteri
    adotta(criteri, stato)
    sue = Criteri.objects.filter(pk=criteri.pk)
    rifiutata("i criteri adottati non si cambiano", lambda: sue.update(**cambio))


def test_adopted_criteria_are_not_of_another_year(di_qui, indicatore):
    criteri = indicatore.criterio.area.criteri
    adotta(criteri)
    altro = AnnoScolasticoFactory(**di_qui, inizio=2020)
    sue = Criteri.objects.filter(pk=criteri.pk)
    rifiutata("i criteri adottati non si cambiano", lambda: sue.update(anno_scolastico=altro))


def test_adopted_criteria_still_get_their_place_in_the_register(indicatore):
    criteri = indicatore.criterio.area.criteri
    adotta(criteri)
    assert Criteri.objects.filter(pk=criteri.pk).update(stato="sostituiti", versione=2) == 1


@pytest.mark.parametrize("modello", [AreaDeiCriteri, Criterio, Indicatore])
def test_the_tree_of_adopted_criteria_is_neither_changed_nor_cut(indicatore, modello):
    adotta(indicatore.criterio.area.criteri)
    sue = modello.objects.all()
    rifiutata("i criteri adottati non si cambiano", lambda: sue.update(testo="Altro"))
    rifiutata("i criteri adottati non si cambiano", lambda: sue._raw_delete(sue.db))


def test_the_tree_of_adopted_criteria_does_not_grow(di_qui, indicatore):
    criterio, area = indicatore.criterio, indicatore.criterio.area
    adotta(area.criteri)
    for riga in (
        AreaDeiCriteri(**di_qui, criteri=area.criteri, area="B", testo="Altra"),
        Criterio(**di_qui, area=area, codice="A1", titolo="Altro", ordine=9, testo="Altro"),
        Indicatore(**di_qui, criterio=criterio, ordine=9, testo="Altro"),
    ):
        rifiutata("i criteri adottati non si cambiano", riga.save)


def test_nothing_is_moved_into_adopted_criteria(di_qui, indicatore):
    """Nor out of them: both ends of a move are looked at."""
    area = indicatore.criterio.area
    adotta(area.criteri)
    nuova = AreaDeiCriteriFactory(**di_qui, criteri=CriteriFactory(**di_qui, bozza=True), area="B")
    altro = CriterioFactory(**di_qui, area=nuova)
    fuori, dentro = (
        Criterio.objects.filter(pk=indicatore.criterio_id),
        Criterio.objects.filter(pk=altro.pk),
    )
    rifiutata("i criteri adottati non si cambiano", lambda: fuori.update(area=nuova))
    rifiutata("i criteri adottati non si cambiano", lambda: dentro.update(area=area, ordine=7))


# The procedure


@pytest.mark.parametrize("stato", ["decretata", "pubblicata", "archiviata", "annullata"])
@pytest.mark.parametrize(
    "cambio",
    [
        {"regole": {}},
        {"metodo": Metodo.PESO.value},
        {"motivo_metodo": "Un altro"},
        {"motivo_minimo": "Un altro"},
        {"in_servizio": 3},
        {"decretata_il": ADESSO},
        {"categoria": "ata"},
    ],
    ids=lambda cambio: next(iter(cambio)),
)
def test_a_decreed_bonus_does_not_change(di_qui, stato, cambio):
    procedura = ProceduraFactory(
        **di_qui, decretata=True, stato=stato, motivo_annullamento="Un errore"
    )
    sue = Procedura.objects.filter(pk=procedura.pk)
    rifiutata("un bonus decretato non si cambia", lambda: sue.update(**cambio))


def test_a_decreed_bonus_has_its_money_and_its_criteria(di_qui):
    procedura = ProceduraFactory(**di_qui, decretata=True)
    anno = AnnoScolasticoFactory(**di_qui, inizio=2020)
    sue = Procedura.objects.filter(pk=procedura.pk)
    for cambio in (
        {"fondo": FondoFactory(**di_qui, anno_scolastico=anno)},
        {"criteri": CriteriFactory(**di_qui, anno_scolastico=anno)},
        {"decretata_da": PersonaFactory(**di_qui)},
    ):
        rifiutata("un bonus decretato non si cambia", lambda c=cambio: sue.update(**c))


def test_a_decreed_bonus_goes_on_to_its_publication(di_qui):
    procedura = ProceduraFactory(**di_qui, decretata=True)
    sue = Procedura.objects.filter(pk=procedura.pk)
    assert sue.update(stato=StatoProcedura.PUBBLICATA.value, versione=2) == 1
    assert sue.update(stato=StatoProcedura.ARCHIVIATA.value) == 1


# The judgement


@pytest.fixture
def giudicata(di_qui):
    """A request with its judgement, in a procedure that is being assessed."""
    richiesta = RichiestaFactory(**di_qui)
    AttivitaFactory(**di_qui, richiesta=richiesta, giudicata=True)
    ValutazioneFactory(**di_qui, richiesta=richiesta)
    return richiesta


def decreta(richiesta):
    """As the act does it."""
    sue = Procedura.objects.filter(pk=richiesta.procedura_id)
    chi = PersonaFactory(istituto=richiesta.istituto)
    assert sue.update(
        stato="decretata", metodo="proporzionale", decretata_il=ADESSO, decretata_da=chi
    )


def test_a_judgement_is_changed_until_the_decree(giudicata):
    assert Attivita.objects.filter(richiesta=giudicata).update(punti=Decimal(1)) == 1
    assert Valutazione.objects.filter(richiesta=giudicata).update(motivazione="Altra") == 1
    decreta(giudicata)


@pytest.mark.parametrize("modello", [Attivita, Valutazione])
def test_a_decreed_judgement_does_not_change(giudicata, modello):
    decreta(giudicata)
    sue = modello.objects.filter(richiesta=giudicata)
    cambio = {"punti": 1} if modello is Attivita else {"motivazione": "Altra"}
    rifiutata("un giudizio decretato non si cambia", lambda: sue.update(**cambio))
    rifiutata("un giudizio decretato non si cambia", lambda: sue._raw_delete(sue.db))


def test_annulled_it_stays_as_it_was_decreed(giudicata):
    decreta(giudicata)
    sue = Procedura.objects.filter(pk=giudicata.procedura_id)
    assert sue.update(stato="annullata", motivo_annullamento="Un errore") == 1
    rifiutata("un bonus decretato non si cambia", lambda: sue.update(decretata_il=None))
    attivita = Attivita.objects.filter(richiesta=giudicata)
    rifiutata("un giudizio decretato non si cambia", lambda: attivita.update(punti=1))


def test_nothing_is_added_to_a_decreed_judgement(di_qui, giudicata):
    decreta(giudicata)
    una = Attivita.objects.get(richiesta=giudicata)
    una.pk, una.ordine = None, 9
    rifiutata("un giudizio decretato non si cambia", una.save)
    altra = RichiestaFactory(**di_qui, procedura=giudicata.procedura)
    nuova = Valutazione(**di_qui, richiesta=altra, valutata_da=PersonaFactory(**di_qui))
    rifiutata("un giudizio decretato non si cambia", nuova.save)


def test_an_activity_is_not_moved_out_of_a_decree(di_qui, giudicata):
    decreta(giudicata)
    anno = AnnoScolasticoFactory(**di_qui, inizio=2020)
    altra = RichiestaFactory(
        **di_qui,
        procedura=ProceduraFactory(
            **di_qui, in_valutazione=True, fondo=FondoFactory(**di_qui, anno_scolastico=anno)
        ),
    )
    sue = Attivita.objects.filter(richiesta=giudicata)
    rifiutata("un giudizio decretato non si cambia", lambda: sue.update(richiesta=altra))


# What is written once


@pytest.mark.parametrize(
    ("fabbrica", "modello", "cambio"),
    [
        (AssegnazioneFactory, Assegnazione, {"importo": Decimal("1.00")}),
        (ParitaFactory, Parita, {"motivo": "Un altro"}),
    ],
    ids=["outcome", "tie"],
)
def test_outcomes_and_ties_are_written_once(di_qui, fabbrica, modello, cambio):
    fabbrica(**di_qui)
    sue = modello.objects.all()
    rifiutata("permission denied", lambda: sue.update(**cambio), ProgrammingError)
    rifiutata("permission denied", lambda: sue._raw_delete(sue.db), ProgrammingError)


@pytest.mark.parametrize(
    ("storto", "vincolo"),
    [
        ({"fascia": None}, "assegnazione_pagata_in_fascia"),
        ({"escluso": "assenza"}, "assegnazione_pagata_in_fascia"),
        ({"motivazione": ""}, "assegnazione_motivata"),
    ],
    ids=["no band", "excluded", "no reason"],
)
def test_an_outcome_is_paid_only_in_a_band_with_a_reason(di_qui, storto, vincolo):
    rifiutata(vincolo, lambda: AssegnazioneFactory(**di_qui, **storto))
