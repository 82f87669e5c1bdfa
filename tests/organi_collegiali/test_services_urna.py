"""The box of a secret vote on a real PostgreSQL: one ballot each, nothing read before the count."""

import stat
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import DatabaseError, ProgrammingError, transaction

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import ModoVotazione, StatoVotazione
from organi_collegiali.models import Movimento, Scheda, Seduta, Votante, Votazione
from organi_collegiali.services.urna import chiavi
from organi_collegiali.services.urna.urna import (
    ChiavePerduta,
    SchedeNonTornano,
    UrnaAncoraAperta,
    conta,
)
from tests.factories.scuola import ADESSO, IstitutoFactory
from tests.organi_collegiali.scena_urna import scena

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def urne(settings, tmp_path) -> Path:
    settings.URNE = str(tmp_path / "urne")
    return tmp_path / "urne"


@pytest.fixture
def qui(db):
    istituto = IstitutoFactory()
    with istituto_corrente(istituto.pk):
        yield scena(7, istituto)


def rifiuto(compi: Callable[[], object]) -> str:
    """The code with which an act is refused; what it did is undone."""
    with pytest.raises(AttoRifiutato) as rifiutato, transaction.atomic():
        compi()
    return rifiutato.value.violazioni[0].codice


def vietato(compi: Callable[[], object]) -> bool:
    """Whether PostgreSQL itself refuses."""
    try:
        with transaction.atomic():
            compi()
    except ProgrammingError as errore:
        return "row-level security" in str(errore)
    return False


def nell_urna(votazione: Votazione) -> list[str]:
    return sorted(Scheda.objects.filter(urna=votazione.urna).values_list("scelta", flat=True))


# Opening


def test_the_private_key_is_a_file_for_the_portal_alone(qui, urne):
    votazione = qui.apri()
    [file] = urne.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(urne.stat().st_mode) == 0o700
    assert file.stem == str(votazione.urna)
    assert len(bytes.fromhex(votazione.chiave_pubblica)) == 32
    assert file.read_bytes() != bytes.fromhex(votazione.chiave_pubblica)


def test_a_vote_on_paper_has_no_box(qui, urne):
    votazione = qui.apri(modo=ModoVotazione.SCHEDE)
    assert (votazione.chiave_pubblica, list(urne.glob("*"))) == ("", [])
    assert rifiuto(lambda: qui.vota(votazione, 1, "favorevole")) == "modo"


# Voting


def test_a_ballot_goes_in_sealed_and_leaves_no_line(qui):
    votazione = qui.apri()
    prima = Operazione.objects.count()
    qui.vota(votazione, 1, "favorevole")
    assert Votante.objects.get().convocato.persona == qui.persone[1]
    assert Operazione.objects.count() == prima
    assert Seduta.objects.get().versione == 3


def test_all_ballots_have_one_length(qui, proprietario):
    votazione = qui.apri()
    for chi, scelta in enumerate(("favorevole", "contrario", "astenuto")):
        qui.vota(votazione, chi, scelta)
    with proprietario():
        lunghezze = {len(bytes(s)) for s in Scheda.objects.values_list("sigillata", flat=True)}
        assert (lunghezze, Scheda.objects.count()) == ({112}, 3)


@pytest.mark.parametrize(
    ("scelte", "codice"),
    [
        ((), "nessuna_scelta"),
        (("forse",), "scelta"),
        (("bianca",), "scelta"),
        (("favorevole", "favorevole"), "scelta"),
        (("favorevole", "contrario"), "preferenze"),
    ],
)
def test_what_is_not_on_the_ballot_is_refused(qui, scelte, codice):
    votazione = qui.apri()
    assert rifiuto(lambda: qui.vota(votazione, 1, *scelte)) == codice
    assert not Votante.objects.exists()


def test_nobody_votes_twice(qui, proprietario):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    assert rifiuto(lambda: qui.vota(votazione, 1, "contrario")) == "gia_votato"
    with proprietario():
        assert Scheda.objects.count() == Votante.objects.count() == 1


def test_who_went_out_does_not_vote_and_who_comes_late_neither(qui):
    votazione = qui.apri()
    convocato = qui.punto.seduta.convocati.get(persona=qui.persone[1])
    Movimento.objects.create(istituto=qui.istituto, convocato=convocato, quando=ADESSO, entra=False)
    assert rifiuto(lambda: qui.vota(votazione, 1, "favorevole")) == "non_vota"
    Movimento.objects.filter(convocato=convocato).delete()
    dopo = ADESSO + timedelta(minutes=1)
    Movimento.objects.create(istituto=qui.istituto, convocato=convocato, quando=dopo, entra=True)
    assert rifiuto(lambda: qui.vota(votazione, 1, "favorevole")) == "non_vota"


def test_a_closed_vote_takes_no_more_ballots(qui):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    qui.chiudi(votazione)
    assert rifiuto(lambda: qui.vota(votazione, 2, "favorevole")) == "stato"


# What PostgreSQL refuses


def test_while_it_is_open_the_application_can_only_put_ballots_in(qui, proprietario):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    schede = Scheda.objects.filter(urna=votazione.urna)
    assert (list(schede), schede.delete()[0]) == ([], 0)
    contata = Scheda(istituto=qui.istituto, urna=votazione.urna, scelta="favorevole")
    assert vietato(contata.save)
    with proprietario():
        assert schede.count() == 1


def test_after_the_count_nothing_goes_in_or_out(qui):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    qui.chiudi(votazione)
    schede = Scheda.objects.filter(urna=votazione.urna)
    assert schede.delete()[0] == 0
    assert [s.scelta for s in schede] == ["favorevole"]
    assert vietato(Scheda(istituto=qui.istituto, urna=votazione.urna, scelta="contrario").save)
    assert vietato(Scheda(istituto=qui.istituto, urna=votazione.urna, sigillata=b"x").save)


@pytest.mark.parametrize(
    "cambio", [{"stato": "aperta"}, {"chiave_pubblica": "1" * 64}, {"urna": UUID(int=1)}]
)
def test_a_counted_box_is_never_opened_again(qui, cambio):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    qui.chiudi(votazione)
    with pytest.raises(DatabaseError, match="non si riapre"), transaction.atomic():
        Votazione.objects.filter(pk=votazione.pk).update(**cambio)


# The count


def test_the_count_says_what_was_voted(qui):
    votazione = qui.apri()
    for chi, scelta in enumerate(["favorevole"] * 3 + ["contrario"] * 2 + ["astenuto"]):
        qui.vota(votazione, chi, scelta)
    chiusa = qui.chiudi(votazione)
    assert (chiusa.favorevoli, chiusa.contrari, chiusa.astenuti) == (3, 2, 1)
    assert (chiusa.bianche, chiusa.nulle, chiusa.approvata) == (0, 0, True)
    assert Counter(nell_urna(votazione)) == {"favorevole": 3, "contrario": 2, "astenuto": 1}
    assert not Scheda.objects.filter(sigillata__isnull=False).exists()


def test_a_tie_in_secret_is_not_approved(qui):
    votazione = qui.apri()
    for chi, scelta in enumerate(["favorevole"] * 3 + ["contrario"] * 3):
        qui.vota(votazione, chi, scelta)
    assert qui.chiudi(votazione).approvata is False


def test_preferences_are_counted_and_blank_ballots_too(qui):
    votazione = qui.apri(candidati=3)
    for chi, scelte in enumerate([("2",), ("2",), ("1",), ()]):
        qui.vota(votazione, chi, *scelte)
    chiusa = qui.chiudi(votazione)
    assert [p.voti for p in chiusa.proposte.order_by("ordine")] == [1, 2, 0]
    assert (chiusa.bianche, nell_urna(votazione)) == (1, ["1", "2", "2", "bianca"])


def test_the_key_is_destroyed_once_the_count_is_committed(
    qui, urne, django_capture_on_commit_callbacks
):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    with django_capture_on_commit_callbacks(execute=True):
        qui.chiudi(votazione)
        assert len(list(urne.iterdir())) == 1
    assert list(urne.iterdir()) == []
    votazione.refresh_from_db()
    assert votazione.chiave_pubblica == ""


def test_a_key_is_written_over_before_it_goes(qui, urne):
    votazione = qui.apri()
    [file] = urne.iterdir()
    chiave, altro_nome = file.read_bytes(), urne / "altro"
    altro_nome.hardlink_to(file)
    chiavi.distruggi(votazione.urna)
    assert not file.exists()
    assert len(altro_nome.read_bytes()) == len(chiave)
    assert altro_nome.read_bytes() != chiave
    chiavi.distruggi(votazione.urna)


def test_a_key_that_a_crash_left_goes_at_the_next_vote(qui, urne):
    """Without running what was to follow the commit, as a process that dies there."""
    prima = qui.apri()
    qui.annulla(prima)
    assert chiavi.presente(prima.urna)
    seconda = qui.apri()
    assert [file.stem for file in urne.iterdir()] == [str(seconda.urna)]


def test_without_its_key_a_box_is_annulled_and_voted_again(qui):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    chiavi.distruggi(votazione.urna)
    with pytest.raises(ChiavePerduta), transaction.atomic():
        qui.chiudi(votazione)
    votazione.refresh_from_db()
    assert votazione.stato == StatoVotazione.APERTA
    qui.annulla(votazione, "La chiave dell’urna è andata perduta.")
    di_nuovo = qui.apri()
    qui.vota(di_nuovo, 1, "favorevole")
    assert qui.chiudi(di_nuovo).favorevoli == 1


def test_a_ballot_too_many_stops_the_count(qui):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    di_troppo = chiavi.sigilla(votazione.chiave_pubblica, b"favorevole".ljust(64, b"\0"))
    Scheda.objects.create(istituto=qui.istituto, urna=votazione.urna, sigillata=di_troppo)
    with pytest.raises(SchedeNonTornano), transaction.atomic():
        qui.chiudi(votazione)


def test_a_ballot_that_cannot_be_read_is_void(qui, proprietario):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    qui.vota(votazione, 2, "contrario")
    with proprietario():
        Scheda.objects.filter(urna=votazione.urna).update(sigillata=b"\0" * 112)
    chiusa = qui.chiudi(votazione)
    assert (chiusa.nulle, nell_urna(votazione)) == (2, ["nulla", "nulla"])


def test_a_box_is_counted_only_with_its_vote_closed(qui):
    votazione = qui.apri()
    with pytest.raises(UrnaAncoraAperta):
        conta(votazione=votazione)


# Annulment


def test_an_annulled_vote_is_read_by_nobody(qui, urne, django_capture_on_commit_callbacks):
    votazione = qui.apri()
    qui.vota(votazione, 1, "favorevole")
    with django_capture_on_commit_callbacks(execute=True):
        annullata = qui.annulla(votazione)
    assert annullata.stato == StatoVotazione.ANNULLATA
    assert list(urne.iterdir()) == []
    assert not Scheda.objects.exists()
    assert Votante.objects.count() == 1


def test_annulling_needs_a_reason(qui, urne):
    votazione = qui.apri()
    assert rifiuto(lambda: qui.annulla(votazione, " ")) == "motivo"
    assert chiavi.presente(votazione.urna)
