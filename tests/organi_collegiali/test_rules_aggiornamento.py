"""Adjournment: for which cause, with which article; and who may speak."""

from datetime import datetime, timedelta

import pytest

from cpia.norme.rules.motivi import Motivo, Valore
from organi_collegiali.enums import CausaAggiornamento
from organi_collegiali.rules.aula.aggiornamento import (
    giudica_cause,
    giudica_protrazione,
    verifica_aggiornamento,
)
from organi_collegiali.rules.aula.cariche_di_seduta import chi_constata, verifica_constatazione
from organi_collegiali.rules.aula.parola import verifica_in_aula

FINE = datetime(2024, 6, 5, 19, 30)  # noqa: DTZ001 -- the hour of one place
TRENTA = Valore(30, "art. 11")
SILENZIO = Valore(0, "prassi d’istituto: nessuna norma lo regola")
MANCANO = Motivo("presenze", "art. 5", "9 presenti su 10 che occorrono: 1 presenza manca.")
DURATA = Valore(True, "art. 5")


@pytest.mark.parametrize(
    ("dopo", "minuti", "aggiornabile", "si_segnala"),
    [
        (-60, TRENTA, False, False),
        (0, TRENTA, False, False),
        (30, TRENTA, False, False),
        (31, TRENTA, True, True),
        (-60, SILENZIO, True, False),
        (5, SILENZIO, True, True),
    ],
)
def test_a_sitting_that_runs_over_may_be_adjourned(dopo, minuti, aggiornabile, si_segnala):
    trovata = giudica_protrazione(FINE + timedelta(minutes=dopo), fine_prevista=FINE, minuti=minuti)
    assert (trovata.aggiornabile, trovata.si_segnala) == (aggiornabile, si_segnala)
    assert trovata.minuti == max(dopo, 0)
    assert trovata.motivo.fonte == minuti.fonte
    assert ("19.30" in trovata.motivo.testo) is bool(minuti.valore)


def test_without_an_hour_of_the_end_the_minutes_cannot_be_counted():
    trovata = giudica_protrazione(FINE, fine_prevista=None, minuti=TRENTA)
    assert (trovata.aggiornabile, trovata.minuti) == (False, 0)
    assert "l’avviso non la dice" in trovata.motivo.testo


@pytest.mark.parametrize(
    ("minuti", "valida", "causa", "codici"),
    [
        (TRENTA, True, CausaAggiornamento.PROTRAZIONE, ["causa"]),
        (TRENTA, True, CausaAggiornamento.NUMERO_LEGALE, ["causa"]),
        (TRENTA, False, CausaAggiornamento.NUMERO_LEGALE, []),
        (TRENTA, True, CausaAggiornamento.DISORDINE, []),
        (SILENZIO, True, CausaAggiornamento.PROTRAZIONE, []),
    ],
)
def test_each_cause_has_its_reason(minuti, valida, causa, codici):
    giudizi = giudica_cause(
        giudica_protrazione(FINE, fine_prevista=FINE, minuti=minuti),
        presenze=MANCANO,
        numero_legale=valida,
        durata=DURATA,
    )
    violazioni = verifica_aggiornamento(causa, giudizi)
    assert [violazione.codice for violazione in violazioni] == codici
    assert all(violazione.fonte.startswith("art.") for violazione in violazioni)
    assert {giudizio.causa for giudizio in giudizi} == set(CausaAggiornamento)


def test_who_is_out_does_not_speak():
    assert verifica_in_aula("Anna Bruni", dentro=True, che_cosa="chiedere la parola") == []
    (violazione,) = verifica_in_aula("Anna Bruni", dentro=False, che_cosa="chiedere la parola")
    assert violazione.testo.startswith("Anna Bruni non è in aula: non può chiedere la parola.")


@pytest.mark.parametrize(
    ("presiede", "verbalizza", "presenti", "atteso"),
    [
        ("madre", "maestra", ["madre", "maestra"], ("madre", "maestra")),
        (None, "maestra", ["maestra"], ("preside", "maestra")),
        (None, None, [], ("preside", "preside")),
        ("madre", None, ["madre"], ("madre", "preside")),
        ("preside", None, ["preside", "maestra"], ("preside", "maestra")),
    ],
)
def test_who_puts_a_deserted_sitting_on_record(presiede, verbalizza, presenti, atteso):
    due = chi_constata(presiede, verbalizza, presenti=presenti, dichiara="preside")
    assert due == atteso
    assert verifica_constatazione(*due, presenti=presenti, dichiara="preside") == []
