"""Projects, selections and drafts: what they write, what they refuse, what stays as it was."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from selezioni_pon.enums import Fase, StatoAvviso
from selezioni_pon.models import Avviso, Progetto, Selezione
from selezioni_pon.queries import progetti as lettura
from selezioni_pon.queries.visibili import progetti
from selezioni_pon.services.avvisi import elimina_bozza, scrivi_avviso
from selezioni_pon.services.progetti import scrivi_progetto
from selezioni_pon.services.selezioni import DatiSelezione, prepara_selezione
from tests.factories.scuola import IstitutoFactory, PersonaFactory, contesto
from tests.factories.selezioni import GrigliaFactory
from tests.selezioni_pon.scena import Scena, scena, scritto

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Scena:
    return scena()


def rifiuti(rifiuto) -> list[tuple[str, str]]:
    return [(violazione.codice, violazione.campo) for violazione in rifiuto.value.violazioni]


# Projects


def test_a_project_keeps_its_codes_in_capitals_without_spaces(casa):
    progetto = casa.progetto(cup=" g34d 2100 0910006", codice="10.2.2a-fsepon-ma-2017-41 ")
    assert progetto.cup == "G34D21000910006"
    assert progetto.codice == "10.2.2A-FSEPON-MA-2017-41"
    assert Operazione.objects.filter(azione="scrive progetto").count() == 1


def test_a_second_click_makes_no_other_project(casa):
    assert casa.progetto().pk == casa.progetto().pk
    assert Progetto.objects.count() == 1


def test_a_title_is_of_one_project_a_year(casa):
    casa.progetto()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.progetto(finalita="Altre finalità")
    assert rifiuti(rifiuto) == [("titolo_preso", "titolo")]


def test_a_project_is_written_again(casa):
    progetto = casa.progetto()
    dati = casa.dati_progetto(disponibilita=Decimal("6000.00"))
    casa.atto(scrivi_progetto, progetto_id=progetto.pk, versione=1, dati=dati)
    progetto.refresh_from_db()
    assert (progetto.disponibilita, progetto.versione) == (Decimal("6000.00"), 2)
    with pytest.raises(Conflitto):
        casa.atto(scrivi_progetto, progetto_id=progetto.pk, versione=1, dati=dati)


def test_the_words_of_a_published_project_do_not_change(casa):
    avviso = casa.pubblicato()
    progetto = avviso.selezione.progetto
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(scrivi_progetto, progetto_id=progetto.pk, versione=1, dati=casa.dati_progetto())
    assert rifiuti(rifiuto) == [("progetto_pubblicato", "")]


def test_the_list_says_how_many_selections_each_has(casa):
    casa.bozza()
    casa.atto(prepara_selezione, dati=DatiSelezione(Progetto.objects.get().pk, "esperto", 1))
    [progetto] = lettura.elenco(progetti(contesto(casa.segretaria)))
    assert progetto.quante_selezioni == 2
    ruoli = [(una.ruolo, len(una.avvisi.all())) for una in lettura.selezioni_di(progetto)]
    assert ruoli == [("esperto", 1), ("tutor", 1)]


# Selections


def test_a_selection_begins_with_the_draft_for_the_staff(casa):
    avviso = casa.bozza(posti=3)
    assert (avviso.fase, avviso.stato, avviso.posti) == ("interni", "bozza", 3)
    assert (avviso.selezione.ruolo, avviso.selezione.posti) == ("tutor", 3)
    [operazione] = Operazione.objects.filter(azione="prepara avviso di selezione")
    assert operazione.dati == {"fase": "interni", "posti": 3}


def test_where_one_call_holds_all_the_draft_is_for_everybody(casa):
    scritto(casa, ordine_avvisi="unico_con_precedenze")
    assert casa.bozza().fase == Fase.ESTERNI


def test_a_second_click_makes_no_other_selection(casa):
    assert casa.bozza().pk == casa.bozza().pk
    assert Selezione.objects.count() == 1


def test_a_role_is_of_one_selection_of_a_project(casa):
    casa.bozza(posti=2)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.bozza(posti=3)
    assert rifiuti(rifiuto) == [("ruolo_preso", "ruolo")]


# Drafts


def test_a_draft_is_written_whole(casa):
    avviso = casa.pronta(cig=" z1a 2b3c4d5", ruolo="tutor d’aula", posti=4)
    avviso.refresh_from_db()
    assert (avviso.cig, avviso.posti, avviso.versione) == ("Z1A2B3C4D5", 4, 2)
    assert (avviso.ore, avviso.luogo) == (Decimal("30.00"), "sede centrale")
    assert avviso.griglia.titolo == "Tutor interno"
    assert avviso.responsabile == casa.segretaria
    avviso.selezione.refresh_from_db()
    assert (avviso.selezione.ruolo, avviso.selezione.posti) == ("tutor d’aula", 4)
    assert Operazione.objects.filter(azione="scrive avviso di selezione").count() == 1


def test_a_draft_may_lack_anything(casa):
    avviso = casa.bozza()
    vuoti = replace(
        casa.dati(), griglia_id=None, responsabile_id=None, scade=None, dal=None, al=None,
        compenso_minimo=None, compenso_massimo=None, ore=Decimal(0), luogo="",
    )  # fmt: skip
    casa.atto(scrivi_avviso, avviso_id=avviso.pk, versione=1, dati=vuoti)
    avviso.refresh_from_db()
    assert (avviso.griglia, avviso.responsabile, avviso.scade) == (None, None, None)


def test_a_draft_that_changed_meanwhile_is_shown(casa):
    avviso = casa.pronta()
    with pytest.raises(Conflitto) as conflitto:
        casa.atto(scrivi_avviso, avviso_id=avviso.pk, versione=1, dati=casa.dati(avviso.griglia))
    assert conflitto.value.attuale.versione == 2


@pytest.mark.parametrize(
    ("altro", "codice", "campo"),
    [
        ({"compenso_minimo": Decimal(40)}, "compenso", "compenso_massimo"),
        ({"compenso_minimo": Decimal(0)}, "compenso", "compenso_massimo"),
        ({"al": date(2024, 9, 1)}, "durata", "al"),
        ({"griglia_id": 99999999}, "griglia_ignota", "griglia"),
        ({"responsabile_id": 99999999}, "responsabile_ignoto", "responsabile"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(casa, altro, codice, campo):
    avviso = casa.bozza()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.scrive(avviso, **altro)
    assert rifiuti(rifiuto) == [(codice, campo)]
    avviso.refresh_from_db()
    assert avviso.versione == 1


def test_grids_and_persons_of_another_school_are_not_taken(casa, proprietario):
    with proprietario():
        altrove = IstitutoFactory()
        griglia = GrigliaFactory(istituto=altrove)
        persona = PersonaFactory(istituto=altrove)
    avviso = casa.bozza()
    for altro in ({"griglia_id": griglia.pk}, {"responsabile_id": persona.pk}):
        with pytest.raises(AttoRifiutato):
            casa.scrive(avviso, **altro)


def test_who_does_not_work_here_is_not_responsible(casa):
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.scrive(casa.bozza(), responsabile_id=casa.estranea.pk)
    assert rifiuti(rifiuto) == [("responsabile_ignoto", "responsabile")]


def test_the_role_of_another_selection_is_not_taken(casa):
    casa.bozza("esperto")
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.scrive(casa.bozza("tutor"), ruolo="esperto")
    assert rifiuti(rifiuto) == [("ruolo_preso", "ruolo")]


def test_a_draft_is_thrown_away_with_its_selection(casa):
    avviso = casa.bozza()
    casa.atto(elimina_bozza, avviso_id=avviso.pk)
    assert not Avviso.objects.exists()
    assert not Selezione.objects.exists()
    assert Progetto.objects.count() == 1


def test_a_published_call_is_neither_written_nor_thrown_away(casa):
    avviso = casa.pubblicato()
    for fa in (
        lambda: casa.scrive(avviso),
        lambda: casa.atto(elimina_bozza, avviso_id=avviso.pk),
    ):
        with pytest.raises(AttoRifiutato) as rifiuto:
            fa()
        assert rifiuti(rifiuto) == [("non_in_bozza", "")]
    avviso.refresh_from_db()
    assert avviso.stato == StatoAvviso.PUBBLICATO
