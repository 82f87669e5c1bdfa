"""The wrong organ is refused with both texts; a longer sanction than it may impose too."""

from dataclasses import replace

import pytest

from disciplina.cataloghi import catalogo
from disciplina.enums import Composizione, OrganoCompetente, Provvedimento
from disciplina.rules.competenza import Proposta
from disciplina.rules.limiti import avverti_organo, contro_organo, durata_massima
from tests.disciplina.scena import (
    NAPOLI,
    PINOCCHIO,
    PORTO_VENERE,
    PRIMA,
    codici,
    nomi,
    regole,
)

DOCENTE, DIRIGENTE, CLASSE, ISTITUTO, ESAME = list(OrganoCompetente)[:5]
SOLI, TUTTI = Composizione.SOLI_DOCENTI, Composizione.COMPLETA
SOSPENSIONE, AMMONIZIONE = Provvedimento.SOSPENSIONE, Provvedimento.AMMONIZIONE
NON_COMPETENTE, RIDOTTA, NON_AMMESSA = (
    ["organo_non_competente"], ["composizione_ridotta"], ["sanzione_non_ammessa"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "organo", "siede", "giorni"),
    [
        (PINOCCHIO, DIRIGENTE, None, 0),
        (PINOCCHIO, CLASSE, TUTTI, 15),
        (PINOCCHIO, CLASSE, SOLI, 0),
        (PINOCCHIO, ISTITUTO, None, None),
        (PORTO_VENERE, CLASSE, SOLI, 5),
        (PORTO_VENERE, CLASSE, TUTTI, 15),
        (PORTO_VENERE, DOCENTE, None, 0),
        (NAPOLI, DIRIGENTE, None, 15),
        (NAPOLI, CLASSE, TUTTI, 0),
    ],
)
def test_the_longest_removal_of_each_organ(slug, organo, siede, giorni):
    assert durata_massima(organo, siede, regole(slug)) == giorni


@pytest.mark.parametrize(
    ("slug", "giorni", "organo", "siede", "contro"),
    [
        (PORTO_VENERE, 5, CLASSE, SOLI, []),
        (PORTO_VENERE, 5, CLASSE, TUTTI, []),
        (PORTO_VENERE, 6, CLASSE, SOLI, RIDOTTA),
        (PORTO_VENERE, 15, CLASSE, TUTTI, []),
        (PORTO_VENERE, 16, CLASSE, TUTTI, NON_COMPETENTE),
        (PORTO_VENERE, 16, ISTITUTO, None, []),
        (PORTO_VENERE, 3, DIRIGENTE, None, NON_COMPETENTE),
        (PINOCCHIO, 1, CLASSE, SOLI, RIDOTTA),
        (PINOCCHIO, 1, DOCENTE, None, NON_COMPETENTE),
        (PINOCCHIO, 1, ESAME, None, NON_COMPETENTE),
        (NAPOLI, 3, DIRIGENTE, None, ["organo_non_di_legge"]),
        (NAPOLI, 3, DOCENTE, None, NON_COMPETENTE),
        (NAPOLI, 3, CLASSE, TUTTI, []),
        (NAPOLI, 3, CLASSE, SOLI, RIDOTTA),
        (NAPOLI, 16, DIRIGENTE, None, NON_COMPETENTE),
    ],
)
def test_who_may_suspend(slug, giorni, organo, siede, contro):
    proposta = Proposta(SOSPENSIONE, giorni, PRIMA)
    trovate = contro_organo(proposta, organo, siede, catalogo(slug), regole(slug))
    assert codici(trovate) == contro


def test_the_refusal_says_who_is_competent_how_long_and_by_which_texts():
    [errata] = contro_organo(
        Proposta(SOSPENSIONE, 16, PRIMA), CLASSE, TUTTI, catalogo(PORTO_VENERE),
        regole(PORTO_VENERE),
    )  # fmt: skip
    assert "Sospensione dalle lezioni di 16 giorni" in errata.testo
    assert "consiglio d’istituto, non consiglio di classe" in errata.testo
    assert "al più 15 giorni" in errata.testo
    assert "lett. h, d" in errata.fonte
    assert "D.P.R. 249/1998, art. 4 c. 6" in errata.fonte


def test_the_body_that_the_school_names_against_the_statute_is_stopped_with_both():
    [errata] = contro_organo(
        Proposta(SOSPENSIONE, 7, PRIMA), DIRIGENTE, None, catalogo(NAPOLI), regole(NAPOLI)
    )
    assert "art. 15, tabella" in errata.fonte
    assert "D.P.R. 249/1998, art. 4 c. 6" in errata.fonte
    assert "lo prevede, lo Statuto no" in errata.testo


def test_the_body_of_the_statute_is_told_that_the_regulation_says_otherwise():
    proposta = Proposta(SOSPENSIONE, 7, PRIMA)
    [avviso] = avverti_organo(proposta, CLASSE, catalogo(NAPOLI), regole(NAPOLI))
    assert avviso.regola == "organo_di_legge"
    assert "dirigente scolastico" in avviso.testo
    assert "art. 15, tabella" in avviso.fonte


def test_what_the_school_does_not_have_nobody_imposes():
    proposta = Proposta(Provvedimento.ATTIVITA_COMUNITA, giorno=PRIMA)
    argomenti = (catalogo(NAPOLI), regole(NAPOLI))
    for organo in (DOCENTE, CLASSE, ISTITUTO):
        assert codici(contro_organo(proposta, organo, None, *argomenti)) == NON_AMMESSA
    esclusione = Proposta(Provvedimento.ESCLUSIONE_CORSI, giorno=PRIMA, minorenne=True)
    assert codici(contro_organo(esclusione, ISTITUTO, None, *argomenti)) == NON_AMMESSA
    assert contro_organo(replace(esclusione, minorenne=False), ISTITUTO, None, *argomenti) == []


def test_in_an_exam_session_nobody_else_decides():
    proposta = Proposta(SOSPENSIONE, 2, PRIMA, sessione_esame=True)
    argomenti = (catalogo(PINOCCHIO), regole(PINOCCHIO))
    assert contro_organo(proposta, ESAME, None, *argomenti) == []
    assert codici(contro_organo(proposta, ISTITUTO, None, *argomenti)) == NON_COMPETENTE


def test_a_higher_organ_may_and_is_told():
    proposta = Proposta(AMMONIZIONE, giorno=PRIMA)
    argomenti = (catalogo(PORTO_VENERE), regole(PORTO_VENERE))
    assert contro_organo(proposta, CLASSE, TUTTI, *argomenti) == []
    [avviso] = avverti_organo(proposta, CLASSE, *argomenti)
    assert nomi([avviso]) == ["organo_piu_alto"]
    assert avverti_organo(proposta, DOCENTE, *argomenti) == []
    assert avverti_organo(Proposta(SOSPENSIONE, 3), DOCENTE, *argomenti) == []
