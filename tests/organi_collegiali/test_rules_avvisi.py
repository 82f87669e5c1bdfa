"""The rules of notices: when one is signed and leaves, what later ones say, who answers what."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Motivo
from organi_collegiali.enums import GenereAtto, StatoSeduta
from organi_collegiali.rules import nomi
from organi_collegiali.rules.invio.aggiornamento import giudica_aggiornamento
from organi_collegiali.rules.invio.invio import STATO, Partenza, verifica_firma, verifica_invio
from organi_collegiali.rules.invio.risposte import giustificata, verifica_risposta
from organi_collegiali.rules.invio.variazioni import NuovoPunto, Variazione, verifica_variazione

INIZIO = datetime(2024, 6, 20, 17, tzinfo=UTC)
ADESSO = datetime(2024, 6, 5, 10, tzinfo=UTC)
PRONTA = Partenza(
    genere=GenereAtto.CONVOCAZIONE,
    stato=StatoSeduta.ALLA_FIRMA,
    firmata=True,
    immutata=True,
    passata=False,
    nei_termini=True,
    termine=Motivo("termine", "art. 2", "In ritardo di 1 giorno."),
    punti=8,
    convocati=19,
)


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]


def test_what_is_in_order_leaves():
    assert verifica_invio(PRONTA) == ()
    assert verifica_firma(replace(PRONTA, firmata=False)) == ()


@pytest.mark.parametrize(
    ("cambia", "codice"),
    [
        ({"firmata": False}, "da_firmare"),
        ({"immutata": False}, "cambiata"),
        ({"stato": StatoSeduta.REVOCATA}, "stato"),
        ({"passata": True}, "passata"),
        ({"punti": 0}, "senza_punti"),
        ({"convocati": 0}, "senza_componenti"),
        ({"nei_termini": False}, "fuori_termine"),
    ],
)
def test_each_thing_that_is_against_it(cambia, codice):
    assert codici(verifica_invio(replace(PRONTA, **cambia))) == [codice]


def test_who_is_late_may_sign_and_not_send():
    tardi = replace(PRONTA, nei_termini=False)
    assert verifica_firma(tardi) == ()
    assert codici(verifica_invio(tardi)) == ["fuori_termine"]


@pytest.mark.parametrize("genere", list(GenereAtto))
def test_every_kind_has_its_state(genere):
    assert verifica_invio(replace(PRONTA, genere=genere, stato=STATO[genere])) == ()


@pytest.mark.parametrize(
    ("variazione", "campi"),
    [
        (Variazione(GenereAtto.INTEGRAZIONE, punti=[NuovoPunto("Gite")]), []),
        (Variazione(GenereAtto.INTEGRAZIONE), ["titolo_1"]),
        (
            Variazione(
                GenereAtto.INTEGRAZIONE,
                punti=[NuovoPunto("Gite"), NuovoPunto("Rossi", su_persone=True)],
            ),
            ["titolo_pubblico_2"],
        ),
        (Variazione(GenereAtto.REVOCA), ["motivo"]),
        (Variazione(GenereAtto.REVOCA, motivo="Neve"), []),
        (Variazione(GenereAtto.RINVIO), ["giorno", "motivo"]),
        (Variazione(GenereAtto.RINVIO, motivo="Neve", nuovo_inizio=INIZIO), ["giorno"]),
        (Variazione(GenereAtto.RINVIO, motivo="Neve", nuovo_inizio=ADESSO), ["giorno"]),
        (
            Variazione(
                GenereAtto.RINVIO, motivo="Neve", nuovo_inizio=INIZIO + timedelta(minutes=1)
            ),
            [],
        ),
    ],
)
def test_what_a_later_notice_must_say(variazione, campi):
    violazioni = verifica_variazione(variazione, inizio=INIZIO, adesso=ADESSO)
    assert [violazione.campo for violazione in violazioni] == campi


@pytest.mark.parametrize(
    ("stato", "risposta", "motivo", "codice"),
    [
        (StatoSeduta.CONVOCATA, "presente", "", []),
        (StatoSeduta.CONVOCATA, "assente", "febbre", []),
        (StatoSeduta.CONVOCATA, "assente", " ", ["senza_motivo"]),
        (StatoSeduta.CONVOCATA, "", "", ["senza_risposta"]),
        (StatoSeduta.IN_CORSO, "presente", "", ["stato"]),
        (StatoSeduta.REVOCATA, "presente", "", ["stato"]),
    ],
)
def test_what_is_an_answer(stato, risposta, motivo, codice):
    assert codici(verifica_risposta(stato, risposta, motivo)) == codice


def test_only_an_absence_with_a_reason_is_justified():
    assert giustificata("assente", "febbre")
    assert not giustificata("assente", "  ")
    assert not giustificata("presente", "febbre")


@given(
    interrotta=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    entro=st.integers(0, 30),
    dopo=st.integers(-5, 40),
)
def test_a_sitting_goes_on_within_its_days_and_not_before(interrotta, entro, dopo):
    nuova = interrotta + timedelta(days=dopo)
    giudizio = giudica_aggiornamento(
        interrotta=interrotta,
        nuova=nuova,
        ultimo=interrotta + timedelta(days=entro),
        fonte="art. 11",
    )
    assert giudizio.ammesso is (0 <= dopo <= entro)


@pytest.mark.parametrize(
    ("nome", "di", "con", "convocato"),
    [
        ("Consiglio d’istituto", "del ", "Il ", "convocato"),
        ("Giunta esecutiva", "della ", "La ", "convocata"),
        ("Organo di garanzia", "dell’", "L’", "convocato"),
        ("Assemblea dei genitori", "dell’", "L’", "convocata"),
    ],
)
def test_the_organ_inside_a_sentence(nome, di, con, convocato):
    assert nomi.di(nome) == di + nome
    assert nomi.con_articolo(nome) == con + nome
    assert nomi.accorda(nome, "convocato") == convocato
