"""The parameters of the agreement: the defaults, what a school has written, the table."""

from datetime import date
from fractions import Fraction

import pytest

from cpia.norme.models import Parametro, Regolamento
from cpia.norme.profili import profilo
from cpia.norme.rules import CHIAVI, GiornoMese, ValoreNonValido, chiave_nota
from cpia.norme.rules.dire import dire_testo
from cpia.scuola import tenancy
from patto_formativo.enums import Percorso
from patto_formativo.queries.regole import regole
from patto_formativo.rules import frequenza, permesso, silenzio
from patto_formativo.tabelle import tabella
from tests.factories.patto import CpiaFactory

OGGI = date(2024, 6, 5)
P2 = Percorso.SECONDO_PERIODO
pytestmark = pytest.mark.django_db


@pytest.fixture
def istituto():
    istituto = CpiaFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


def scrive(istituto, **valori):
    regolamento = Regolamento.objects.create(
        istituto=istituto, titolo="Regolamento", atto="delibera n. 1", dal=date(2023, 9, 1)
    )  # fmt: skip
    for voce, valore in valori.items():
        Parametro.objects.create(
            istituto=istituto, regolamento=regolamento, chiave=f"patto.{voce}", valore=valore,
            tipo=chiave_nota(f"patto.{voce}").tipo,
            articolo="art. 7",
        )  # fmt: skip


def test_the_defaults_are_those_of_the_rules(istituto):
    trovate = regole(istituto.pk, OGGI)
    assert trovate.soglia.valore == frequenza.SOGLIA.valore
    assert trovate.distanza.valore == frequenza.DISTANZA.valore
    assert trovate.rischio.valore == frequenza.RISCHIO.valore
    assert trovate.mesi_silenzio.valore == silenzio.MESI.valore
    assert trovate.attesa_avviso.valore == silenzio.ATTESA.valore
    assert trovate.termine_permesso.valore == permesso.TERMINE.valore
    assert trovate.preavviso_permesso.valore == permesso.PREAVVISO.valore
    assert trovate.ricontrollo_ricevuta.valore == permesso.RICONTROLLO.valore == 60
    assert trovate.patto_entro.valore == GiornoMese(11, 15)
    assert trovate.tabella.percorsi == tabella().percorsi
    assert trovate.tabella.unita == tabella().unita


def test_what_the_school_wrote_holds_with_its_article(istituto, django_assert_num_queries):
    scrive(istituto, soglia="3/4", mesi_silenzio="3", patto_entro="nessuno")
    with django_assert_num_queries(1):
        trovate = regole(istituto.pk, OGGI)
    assert (trovate.soglia.valore, trovate.mesi_silenzio.valore) == (Fraction(3, 4), 3)
    assert "art. 7" in trovate.soglia.fonte
    assert trovate.patto_entro.valore is None


def test_the_other_threshold_is_shown_beside(istituto):
    assert "75 per cento" in regole(istituto.pk, OGGI).soglia.altra_fonte


def test_a_credit_worth_more_needs_no_verification_any_more(istituto):
    assert "da verificare" in regole(istituto.pk, OGGI).tabella.unita.da_verificare
    scrive(istituto, ore_di_credito="1,5")
    unita = regole(istituto.pk, OGGI).tabella.unita
    assert unita.ore_di_credito == Fraction(3, 2)
    assert "Regolamento" in unita.da_verificare


@pytest.mark.parametrize(
    ("scritto", "ore"),
    [
        ("1/2", {"alfabetizzazione": 90, "primo_livello_primo_periodo": 200,
                 "primo_livello_secondo_periodo": 410}),
        ("2/5", {"alfabetizzazione": 72, "primo_livello_primo_periodo": 160,
                 "primo_livello_secondo_periodo": 330}),
    ],
)  # fmt: skip
def test_the_cap_in_hours_follows_the_share_and_at_one_half_is_the_printed_one(
    istituto, scritto, ore
):
    scrive(istituto, tetto_crediti=scritto)
    percorsi = regole(istituto.pk, OGGI).tabella.percorsi
    assert {p.value: percorsi[p].tetto for p in Percorso} == ore
    if scritto != "1/2":
        assert "40 per cento di 180 ore" in percorsi[Percorso.ALFABETIZZAZIONE].come


def test_the_shipped_profile_of_naples_says_what_its_regulations_say():
    napoli = profilo("cpia-napoli-provincia-2")
    for chiave, valore, articolo in (
        ("patto.soglia", Fraction(7, 10), "art. 7"),
        ("patto.mesi_silenzio", 2, "art. 8"),
        ("patto.tetto_crediti", Fraction(1, 2), "art. 11"),
        ("patto.tetto_crediti_secondo_livello", Fraction(3, 4), "art. 11"),
        ("patto.distanza", Fraction(1, 5), "fase 4"),
    ):
        trovato = napoli.parametro(chiave, OGGI)
        assert (trovato.valore, articolo in trovato.articolo) == (valore, True)
        assert trovato.testo


@pytest.mark.parametrize(
    ("voce", "troppo"),
    [
        ("soglia", "11/10"), ("mesi_silenzio", "25"), ("mesi_silenzio", "0"),
        ("ore_di_credito", "-1"), ("ore_di_credito", "51"), ("attesa_avviso", "367"),
        ("attesa_avviso", "0"), ("patto_entro", "31/02"),
    ],
)  # fmt: skip
def test_what_no_school_can_mean_is_refused(voce, troppo):
    with pytest.raises(ValoreNonValido):
        chiave_nota(f"patto.{voce}").leggi(troppo)


@pytest.mark.parametrize(
    ("voce", "scritto", "detto"),
    [
        ("soglia", "7/10", "il 70 per cento (7/10)"),
        ("distanza", "1/5", "un quinto (1/5)"),
        ("ore_di_credito", "1", "1 ora"),
        ("ore_di_credito", "1,5", "1,5 ore"),
        ("mesi_silenzio", "2", "2 mesi"),
        ("patto_entro", "15/11", "15 novembre"),
        ("anticipi_promemoria", "7, 1", "7 e 1 giorni"),
    ],
)
def test_a_parameter_is_said_as_a_person_would(voce, scritto, detto):
    assert dire_testo(f"patto.{voce}", scritto) == detto


def test_every_parameter_of_the_agreement_states_where_it_comes_from():
    mie = [chiave for chiave in CHIAVI if chiave.startswith("patto.")]
    assert len(mie) == 22
    assert all(CHIAVI[chiave].fonte for chiave in mie)


def test_a_cap_of_the_school_leaves_its_source_to_the_hours_of_the_path(istituto):
    scrive(istituto, tetto_crediti="2/5")
    percorso = regole(istituto.pk, OGGI).tabella.percorsi[Percorso.PRIMO_PERIODO]
    assert "art. 7" in percorso.fonte_tetto
    assert percorso.fonte == tabella().percorsi[Percorso.PRIMO_PERIODO].fonte
    assert "396" in percorso.altre_fonti


def test_what_is_said_against_the_printed_cap_goes_with_it(istituto):
    assert "412,5" in regole(istituto.pk, OGGI).tabella.percorsi[P2].altre_fonti
    scrive(istituto, tetto_crediti="2/5")
    assert not regole(istituto.pk, OGGI).tabella.percorsi[P2].altre_fonti
