"""Who imposes which sanction, for how many days, at each school, and by which text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disciplina.cataloghi import catalogo
from disciplina.enums import Composizione, OrganoCompetente, Provvedimento
from disciplina.rules.competenza import Proposta, organo_competente
from disciplina.rules.di_scuola import GRADI
from disciplina.rules.fonti import DAL_2025
from tests.disciplina.scena import (
    DOPO,
    ISEO,
    NAPOLI,
    PINOCCHIO,
    PORTO_VENERE,
    PRIMA,
    SCUOLE,
    nomi,
    regole,
)

P, ORGANI = Provvedimento, OrganoCompetente
CLASSE, ISTITUTO, DIRIGENTE = ORGANI.CONSIGLIO_CLASSE, ORGANI.CONSIGLIO_ISTITUTO, ORGANI.DIRIGENTE
SOLI, TUTTI = Composizione.SOLI_DOCENTI, Composizione.COMPLETA
GIORNI = (1, 2, 3, 5, 6, 15, 16)
TABELLA = {
    PINOCCHIO: [(CLASSE, TUTTI, True)] * 6 + [(ISTITUTO, None, True)],
    PORTO_VENERE: [(CLASSE, SOLI, True)] * 4 + [(CLASSE, TUTTI, True)] * 2
    + [(ISTITUTO, None, True)],
    NAPOLI: [(DIRIGENTE, None, False)] * 6 + [(ISTITUTO, None, True)],
    ISEO: [(CLASSE, TUTTI, True)] * 6 + [(ISTITUTO, None, True)],
}  # fmt: skip


def giudica(slug, tipo, giorni=None, **altro):
    suo = catalogo(slug) if slug in SCUOLE else None
    return organo_competente(Proposta(tipo, giorni, **altro), suo, regole(slug))


@pytest.mark.parametrize("slug", TABELLA)
def test_the_organ_of_a_suspension(slug):
    trovati = [giudica(slug, P.SOSPENSIONE, giorni, giorno=PRIMA) for giorni in GIORNI]
    assert [(g.organo, g.composizione, g.ammesso) for g in trovati] == TABELLA[slug]


@pytest.mark.parametrize("slug", TABELLA)
def test_every_reason_has_a_source_and_the_numbers_of_the_case(slug):
    for giorni in GIORNI:
        for motivo in giudica(slug, P.SOSPENSIONE, giorni).perche:
            assert motivo.fonte
            assert str(giorni) in motivo.testo or motivo.regola == "fa_le_veci"


def test_where_the_school_departs_both_texts_are_cited():
    giudizio = giudica(NAPOLI, P.SOSPENSIONE, 7, giorno=PRIMA)
    scuola, legge = giudizio.perche
    assert "art. 15, tabella" in scuola.fonte
    assert legge.fonte == "D.P.R. 249/1998, art. 4 c. 6"
    assert "dirigente scolastico" in legge.testo
    assert "consiglio di classe" in legge.testo


def test_a_contradiction_of_the_source_is_in_the_reason():
    contesa = giudica(PORTO_VENERE, P.SOSPENSIONE, 6).perche[0].testo
    assert "lett. j" in contesa
    assert "lett. j" not in giudica(PINOCCHIO, P.SOSPENSIONE, 6).perche[0].testo


@pytest.mark.parametrize(
    ("slug", "tipo", "organo", "composizione", "ammesso"),
    [
        (PINOCCHIO, P.RICHIAMO, ORGANI.DOCENTE, None, True),
        (PINOCCHIO, P.RIPARAZIONE, DIRIGENTE, None, True),
        (PINOCCHIO, P.ATTIVITA_COMUNITA, ORGANI.DOCENTE, None, True),
        (PINOCCHIO, P.STUDIO, None, None, False),
        (PORTO_VENERE, P.AMMONIZIONE, ORGANI.DOCENTE, None, True),
        (PORTO_VENERE, P.ATTIVITA_COMUNITA, CLASSE, SOLI, True),
        (PORTO_VENERE, P.ESCLUSIONE_ATTIVITA, CLASSE, SOLI, True),
        (PORTO_VENERE, P.ESCLUSIONE_SCRUTINIO, ISTITUTO, None, True),
        (NAPOLI, P.MULTA, ORGANI.ADDETTO_FUMO, None, True),
        (NAPOLI, P.ESCLUSIONE_CORSI, ISTITUTO, None, True),
        (NAPOLI, P.ESCLUSIONE_SCRUTINIO, ISTITUTO, None, True),
        (NAPOLI, P.ATTIVITA_COMUNITA, CLASSE, TUTTI, False),
        (ISEO, P.ATTIVITA_COMUNITA, CLASSE, TUTTI, True),
        (ISEO, P.AMMONIZIONE, None, None, False),
    ],
)
def test_what_is_no_suspension(slug, tipo, organo, composizione, ammesso):
    giudizio = giudica(slug, tipo)
    assert (giudizio.organo, giudizio.composizione, giudizio.ammesso) == (
        organo, composizione, ammesso,
    )  # fmt: skip


def test_a_minor_is_never_excluded_from_the_courses():
    adulto = giudica(NAPOLI, P.ESCLUSIONE_CORSI)
    minore = giudica(NAPOLI, P.ESCLUSIONE_CORSI, minorenne=True)
    assert (adulto.ammesso, minore.ammesso) == (True, False)
    assert "mai_il_minore" in nomi(minore.perche)
    assert giudica(NAPOLI, P.SOSPENSIONE, 16, minorenne=True).ammesso


@pytest.mark.parametrize("slug", TABELLA)
def test_in_an_exam_session_the_commission_imposes(slug):
    giudizio = giudica(slug, P.SOSPENSIONE, 3, sessione_esame=True)
    assert (giudizio.organo, giudizio.ammesso) == (ORGANI.COMMISSIONE_ESAME, True)
    assert giudizio.perche[0].fonte == "D.P.R. 249/1998, art. 4 c. 11"


@pytest.mark.parametrize(
    ("giorni", "parole"),
    [(1, "approfondimento"), (2, "approfondimento"), (3, "cittadinanza attiva"),
     (15, "cittadinanza attiva"), (16, "recupero")],
)  # fmt: skip
def test_the_activities_of_the_new_statute_by_the_day_of_the_fact(giorni, parole):
    vecchio = giudica(PINOCCHIO, P.SOSPENSIONE, giorni, giorno=PRIMA)
    nuovo = giudica(PINOCCHIO, P.SOSPENSIONE, giorni, giorno=DAL_2025)
    assert "attivita_di_legge" not in nomi(vecchio.perche)
    [attivita] = [m for m in nuovo.perche if m.regola == "attivita_di_legge"]
    assert parole in attivita.testo
    assert (vecchio.organo, vecchio.composizione) == (nuovo.organo, nuovo.composizione)


@given(st.sampled_from(SCUOLE), st.integers(1, 300), st.sampled_from([PRIMA, DOPO, None]))
def test_a_longer_suspension_never_goes_to_a_lower_organ(slug, giorni, giorno):
    corta = giudica(slug, P.SOSPENSIONE, giorni, giorno=giorno)
    lunga = giudica(slug, P.SOSPENSIONE, giorni + 1, giorno=giorno)
    assert GRADI[corta.organo] <= GRADI[lunga.organo]
    assert not (corta.composizione is TUTTI and lunga.composizione is SOLI)


@given(st.sampled_from(list(TABELLA)), st.sampled_from(list(P)), st.integers(1, 30))
def test_whatever_is_asked_has_an_answer_with_reasons(slug, tipo, giorni):
    giudizio = giudica(slug, tipo, giorni if tipo is P.SOSPENSIONE else None)
    assert giudizio.perche
    assert giudizio.organo is not None or not giudizio.ammesso


@pytest.mark.parametrize("giorni", [None, 0, -1])
def test_a_suspension_has_days(giorni):
    with pytest.raises(ValueError, match="almeno un giorno"):
        Proposta(P.SOSPENSIONE, giorni)


def test_who_stands_in_for_the_consiglio_is_named():
    assert "fa_le_veci" in nomi(giudica(NAPOLI, P.SOSPENSIONE, 16).perche)
    assert "fa_le_veci" not in nomi(giudica(NAPOLI, P.SOSPENSIONE, 15).perche)
    assert "fa_le_veci" not in nomi(giudica(PINOCCHIO, P.SOSPENSIONE, 16).perche)


def test_a_length_that_the_regulation_does_not_foresee_is_not_allowed():
    letto = catalogo(PINOCCHIO)
    corte = tuple(una for una in letto.sanzioni if una.codice != "sospensione-oltre-15")
    suo = replace(letto, sanzioni=corte)
    breve, lunga = (
        organo_competente(Proposta(P.SOSPENSIONE, giorni), suo, regole(PINOCCHIO))
        for giorni in (15, 16)
    )
    assert (breve.ammesso, lunga.ammesso) == (True, False)
    assert nomi(lunga.perche)[:2] == ["sanzione_non_prevista", "statuto"]
    assert lunga.organo is ISTITUTO
