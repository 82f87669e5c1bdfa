"""What PostgreSQL itself refuses of the selections, with the rights of the application."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from cpia.scuola import tenancy
from selezioni_pon.models import Avviso, Griglia, Impossibilita, Progetto, Selezione
from tests.factories.scuola import ADESSO, IstitutoFactory, PersonaFactory
from tests.factories.selezioni import (
    SCADE,
    AvvisoFactory,
    GrigliaFactory,
    ImpossibilitaFactory,
    ProgettoFactory,
    SelezioneFactory,
)

pytestmark = pytest.mark.django_db
FERMO = "un avviso pubblicato non si cambia"
STATI = ["pubblicato", "concluso", "revocato"]


@pytest.fixture
def di_qui():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return {"istituto": istituto}


def rifiutata(motivo, fa, errore=IntegrityError):
    """PostgreSQL refuses it, in these words, and nothing is done."""
    with pytest.raises(errore, match=motivo), transaction.atomic():
        fa()


def chiave(cambio):
    return next(iter(cambio))


# Grids


def test_an_open_grid_is_written_and_thrown_away(di_qui):
    riga = GrigliaFactory(**di_qui)
    sue = Griglia.objects.filter(pk=riga.pk)
    assert sue.update(titolo="Altra", dati={"sezioni": []}, versione=2) == 1
    assert sue.update(chiusa_il=ADESSO) == 1
    altra = GrigliaFactory(**di_qui)
    assert Griglia.objects.filter(pk=altra.pk).delete()[0] == 1


@pytest.mark.parametrize(
    "cambio",
    [
        {"titolo": "Altra"}, {"fonte": "altra"}, {"origine": ""}, {"dati": {"sezioni": []}},
        {"chiusa_il": None}, {"chiusa_il": ADESSO + timedelta(days=1)},
    ],
    ids=chiave,
)  # fmt: skip
def test_a_closed_grid_does_not_change(di_qui, cambio):
    riga = GrigliaFactory(**di_qui, chiusa=True)
    sue = Griglia.objects.filter(pk=riga.pk)
    rifiutata("una griglia chiusa non si cambia", lambda: sue.update(**cambio))
    rifiutata("una griglia chiusa non si elimina", sue.delete)
    assert sue.update(ritirata_il=ADESSO, versione=2) == 1


def test_a_withdrawn_grid_does_not_come_back(di_qui):
    riga = GrigliaFactory(**di_qui, ritirata_il=ADESSO)
    sue = Griglia.objects.filter(pk=riga.pk)
    for cambio in ({"ritirata_il": None}, {"dati": {}}):
        rifiutata("una griglia chiusa non si cambia", lambda c=cambio: sue.update(**c))


# Calls


def test_a_draft_is_written_and_thrown_away(di_qui):
    riga = AvvisoFactory(**di_qui)
    sue = Avviso.objects.filter(pk=riga.pk)
    assert sue.update(luogo="altrove", ore=Decimal(20), scade=None) == 1
    assert sue.delete()[0] == 1


@pytest.mark.parametrize("stato", STATI)
@pytest.mark.parametrize(
    "cambio",
    [
        {"fase": "esterni"}, {"posti": 9}, {"ore": Decimal(1)}, {"compenso_minimo": Decimal(1)},
        {"compenso_massimo": Decimal(90)}, {"dal": date(2024, 9, 1)}, {"al": date(2025, 1, 1)},
        {"luogo": "x"}, {"ordine_scolastico": "x"}, {"titoli_di_studio": "x"},
        {"come_si_presenta": "x"}, {"pagamento": "x"}, {"trattamento": "x"}, {"sospensioni": "x"},
        {"cig": "x"}, {"scade": SCADE + timedelta(days=1)}, {"urgenza": "x"},
        {"reclamo_giorni": 5}, {"rilievi_letti_il": ADESSO}, {"regole": {}},
        {"pubblicato_il": ADESSO},
    ],
    ids=chiave,
)  # fmt: skip
def test_a_published_call_does_not_change(di_qui, stato, cambio):
    sue = Avviso.objects.filter(pk=AvvisoFactory(**di_qui, **{stato: True}).pk)
    rifiutata(FERMO, lambda: sue.update(**cambio))


def test_a_published_call_keeps_its_rows(di_qui):
    riga = AvvisoFactory(**di_qui, pubblicato=True)
    sue = Avviso.objects.filter(pk=riga.pk)
    for cambio in (
        {"griglia": GrigliaFactory(**di_qui)},
        {"responsabile": PersonaFactory(**di_qui)},
        {"pubblicato_da": PersonaFactory(**di_qui)},
        {"selezione": SelezioneFactory(**di_qui)},
    ):
        rifiutata(FERMO, lambda c=cambio: sue.update(**c))


@pytest.mark.parametrize("stato", STATI)
def test_a_published_call_is_not_thrown_away(di_qui, stato):
    sue = Avviso.objects.filter(pk=AvvisoFactory(**di_qui, **{stato: True}).pk)
    rifiutata("un avviso pubblicato non si elimina", sue.delete)


@pytest.mark.parametrize(
    ("da", "verso"),
    [
        ("pubblicato", "bozza"), ("concluso", "pubblicato"), ("concluso", "revocato"),
        ("revocato", "pubblicato"), ("revocato", "bozza"),
    ],
)  # fmt: skip
def test_a_call_does_not_go_back(di_qui, da, verso):
    sue = Avviso.objects.filter(pk=AvvisoFactory(**di_qui, **{da: True}).pk)
    rifiutata("un avviso non torna indietro", lambda: sue.update(stato=verso))


def test_a_draft_is_published_before_it_ends(di_qui):
    sue = Avviso.objects.filter(pk=AvvisoFactory(**di_qui).pk)
    for verso in ("concluso", "revocato"):
        rifiutata("un avviso non torna indietro", lambda v=verso: sue.update(stato=v))


def test_the_reason_of_a_revocation_stays(di_qui):
    sue = Avviso.objects.filter(pk=AvvisoFactory(**di_qui, revocato=True).pk)
    rifiutata(FERMO, lambda: sue.update(motivo_revoca="un altro motivo"))
    rifiutata(FERMO, lambda: sue.update(revocato_il=ADESSO))


@pytest.mark.parametrize(
    "manca",
    [
        "griglia", "pubblicato_da", "scade", "compenso_minimo", "compenso_massimo", "dal", "al",
        "responsabile",
    ],
)  # fmt: skip
def test_a_call_is_published_whole(di_qui, manca):
    rifiutata(
        "avviso_pubblicato_intero",
        lambda: AvvisoFactory(**di_qui, **({"pubblicato": True} | {manca: None})),
    )


def test_one_call_for_each_circle_unless_it_is_revoked(di_qui):
    prima = AvvisoFactory(**di_qui, pubblicato=True)
    selezione = prima.selezione
    rifiutata("avviso_uno_per_fase", lambda: AvvisoFactory(**di_qui, selezione=selezione))
    Avviso.objects.filter(pk=prima.pk).update(
        stato="revocato", revocato_il=ADESSO, motivo_revoca="Era sbagliato."
    )
    assert AvvisoFactory(**di_qui, selezione=selezione).pk


# What a call says of its project, its selection, its outcome


def test_the_project_of_a_published_call_does_not_change(di_qui):
    riga = AvvisoFactory(**di_qui, pubblicato=True)
    progetti = Progetto.objects.filter(pk=riga.selezione.progetto_id)
    motivo = "un progetto con un avviso pubblicato non si cambia"
    for cambio in ({"titolo": "Altro"}, {"cup": ""}, {"disponibilita": None}, {"finalita": ""}):
        rifiutata(motivo, lambda c=cambio: progetti.update(**c))
    libero = Progetto.objects.filter(pk=ProgettoFactory(**di_qui).pk)
    assert libero.update(titolo="Altro") == 1


def test_the_selection_of_a_published_call_does_not_change(di_qui):
    riga = AvvisoFactory(**di_qui, pubblicato=True)
    selezioni = Selezione.objects.filter(pk=riga.selezione_id)
    motivo = "una selezione con un avviso pubblicato non si cambia"
    for cambio in ({"ruolo": "altro"}, {"posti": 7}):
        rifiutata(motivo, lambda c=cambio: selezioni.update(**c))
    libera = SelezioneFactory(**di_qui)
    assert Selezione.objects.filter(pk=libera.pk).update(posti=7) == 1
    assert Selezione.objects.filter(pk=libera.pk).delete()[0] == 1


def test_projects_stay(di_qui):
    ProgettoFactory(**di_qui)
    rifiutata("permission denied", lambda: Progetto.objects.all().delete(), ProgrammingError)


def test_what_was_ascertained_is_written_once(di_qui):
    riga = ImpossibilitaFactory(**di_qui)
    righe = Impossibilita.objects.filter(pk=riga.pk)
    rifiutata("permission denied", lambda: righe.update(atto="altro"), ProgrammingError)
    rifiutata("permission denied", righe.delete, ProgrammingError)


@pytest.mark.parametrize(
    ("numeri", "vincolo"),
    [
        ({"domande": 1, "idonei": 2}, "impossibilita_numeri"),
        ({"domande": 2, "idonei": 1, "coperti": 2}, "impossibilita_numeri"),
        ({"atto": ""}, "impossibilita_con_atto"),
    ],
)
def test_numbers_that_cannot_be_are_refused(di_qui, numeri, vincolo):
    rifiutata(vincolo, lambda: ImpossibilitaFactory(**di_qui, **numeri))
