"""The procedure: what may follow what, and no way to a sanction without a hearing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disciplina.enums import Passo, Percorso, Provvedimento
from disciplina.rules.passi import DIFESA, contro_passo, percorso_di, prossimi, prossimo
from tests.disciplina.scena import codici

P = Passo
LIEVE, ALLONTANA = Percorso
GRAVE = [P.SEGNALAZIONE, P.CONTESTAZIONE, P.AUDIZIONE, P.PROPOSTA, P.CONVOCAZIONE, P.DECISIONE,
         P.PROVVEDIMENTO, P.COMUNICAZIONE]  # fmt: skip
BREVE = [P.SEGNALAZIONE, P.AUDIZIONE, P.PROVVEDIMENTO, P.COMUNICAZIONE]
RICORSO = [P.RICORSO, P.ISTRUTTORIA_RICORSO, P.CONVOCAZIONE_GARANZIA, P.SEDUTA_GARANZIA,
           P.ESITO_RICORSO, P.COMUNICAZIONE_ESITO]  # fmt: skip


@pytest.mark.parametrize(
    ("percorso", "passi"),
    [
        (LIEVE, [*BREVE, P.ESECUZIONE, P.CHIUSURA]),
        (LIEVE, [*BREVE, *RICORSO, P.CHIUSURA]),
        (LIEVE, [P.SEGNALAZIONE, P.ARCHIVIAZIONE, P.CHIUSURA]),
        (ALLONTANA, [*GRAVE, P.ESECUZIONE, P.RIENTRO, P.CHIUSURA]),
        (ALLONTANA, [*GRAVE, *RICORSO, P.ESECUZIONE, P.RIENTRO, P.CHIUSURA]),
        (ALLONTANA, [*GRAVE, P.ESECUZIONE, *RICORSO, P.RIENTRO, P.CHIUSURA]),
        (ALLONTANA, [P.SEGNALAZIONE, P.DENUNCIA, P.CONTESTAZIONE, P.ARCHIVIAZIONE]),
    ],
)
def test_a_lawful_way(percorso, passi):
    for quanti, passo in enumerate(passi):
        assert contro_passo(passo, passi[:quanti], percorso) == [], passo


@pytest.mark.parametrize(
    ("percorso", "passo", "fatti", "contro"),
    [
        (LIEVE, P.PROVVEDIMENTO, [P.SEGNALAZIONE], ["manca_audizione"]),
        (LIEVE, P.CONTESTAZIONE, [P.SEGNALAZIONE], ["passo_estraneo"]),
        (LIEVE, P.AUDIZIONE, [], ["manca_segnalazione"]),
        (ALLONTANA, P.AUDIZIONE, [P.SEGNALAZIONE], ["manca_contestazione"]),
        (ALLONTANA, P.DECISIONE, [P.SEGNALAZIONE, P.CONTESTAZIONE, P.PROPOSTA, P.CONVOCAZIONE],
         ["manca_audizione"]),
        (ALLONTANA, P.PROVVEDIMENTO, GRAVE[:5], ["manca_decisione"]),
        (ALLONTANA, P.COMUNICAZIONE, GRAVE[:6], ["manca_provvedimento"]),
        (ALLONTANA, P.RICORSO, GRAVE[:7], ["manca_comunicazione"]),
        (ALLONTANA, P.ESECUZIONE, GRAVE[:7], ["manca_comunicazione"]),
        (ALLONTANA, P.SEGNALAZIONE, GRAVE, ["passo_ripetuto"]),
        (ALLONTANA, P.AUDIZIONE, GRAVE, ["passo_tardivo"]),
        (ALLONTANA, P.CHIUSURA, [*GRAVE, P.ESECUZIONE, P.RIENTRO, P.RICORSO], ["ricorso_aperto"]),
        (ALLONTANA, P.CHIUSURA, GRAVE, ["manca_rientro"]),
        (ALLONTANA, P.DECISIONE, [*GRAVE[:5], P.ARCHIVIAZIONE], ["procedimento_finito"]),
        (LIEVE, P.RICORSO, [*BREVE, P.CHIUSURA], ["procedimento_finito"]),
    ],
)  # fmt: skip
def test_a_skipped_step_is_refused_with_its_article(percorso, passo, fatti, contro):
    trovate = contro_passo(passo, fatti, percorso)
    assert codici(trovate) == contro
    assert all("art." in una.fonte for una in trovate)


def test_a_removal_wants_the_charge_and_the_hearing_or_a_memoria():
    contestata = GRAVE[:2]
    for difesa in DIFESA:
        assert contro_passo(difesa, contestata, ALLONTANA) == []
        pronta = [*contestata, difesa, P.PROPOSTA, P.CONVOCAZIONE]
        assert contro_passo(P.DECISIONE, pronta, ALLONTANA) == []
    [manca] = contro_passo(P.DECISIONE, [*contestata, P.PROPOSTA, P.CONVOCAZIONE], ALLONTANA)
    assert "Audizione dello studente, oppure Memoria scritta" in manca.testo
    assert manca.fonte == "D.P.R. 249/1998, art. 4 c. 3"


def test_a_case_may_be_filed_away_at_every_step():
    for quanti in range(1, len(GRAVE) + 1):
        assert P.ARCHIVIAZIONE in prossimi(GRAVE[:quanti], ALLONTANA)
    assert prossimi([P.SEGNALAZIONE, P.ARCHIVIAZIONE], ALLONTANA) == (P.CHIUSURA,)
    assert prossimi([], ALLONTANA) == (P.SEGNALAZIONE,)


def test_the_next_step_carries_the_case_on():
    assert [prossimo(GRAVE[:n], ALLONTANA) for n in range(len(GRAVE))] == GRAVE
    assert [prossimo(BREVE[:n], LIEVE) for n in range(len(BREVE))] == BREVE
    assert prossimo([*GRAVE, *RICORSO[:1]], ALLONTANA) is P.ISTRUTTORIA_RICORSO
    assert prossimo([P.SEGNALAZIONE, P.ARCHIVIAZIONE, P.CHIUSURA], LIEVE) is None


@given(st.sampled_from(list(Percorso)), st.lists(st.sampled_from(list(P)), max_size=40))
def test_no_path_reaches_a_sanction_without_a_hearing(percorso, tentati):
    """Whatever is tried, in whatever order, only lawful steps are done."""
    fatti = []
    for passo in tentati:
        if not contro_passo(passo, fatti, percorso):
            fatti.append(passo)
    if P.PROVVEDIMENTO in fatti:
        prima = fatti[: fatti.index(P.PROVVEDIMENTO)]
        assert set(DIFESA) & set(prima)
        if percorso is ALLONTANA:
            assert prima.index(P.CONTESTAZIONE) < prima.index(P.DECISIONE)
            assert set(DIFESA) & set(prima[: prima.index(P.DECISIONE)])
        else:
            assert P.AUDIZIONE in prima
    if P.ESECUZIONE in fatti:
        assert fatti.index(P.COMUNICAZIONE) < fatti.index(P.ESECUZIONE)


@given(st.data(), st.sampled_from(list(Percorso)))
def test_walking_at_random_among_the_lawful_steps_never_skips_the_hearing(data, percorso):
    fatti = []
    for _ in range(25):
        possibili = prossimi(fatti, percorso)
        if not possibili:
            break
        fatti.append(data.draw(st.sampled_from(possibili)))
        if fatti[-1] is P.PROVVEDIMENTO:
            assert set(DIFESA) & set(fatti)


@given(st.sampled_from(list(Percorso)), st.lists(st.sampled_from(list(P)), max_size=20))
def test_an_open_case_always_has_a_way_on(percorso, tentati):
    fatti = []
    for passo in tentati:
        if not contro_passo(passo, fatti, percorso):
            fatti.append(passo)
    assert P.CHIUSURA in fatti or prossimi(fatti, percorso)


def test_what_removes_takes_the_long_way():
    lunghi = {tipo for tipo in Provvedimento if percorso_di(tipo) is ALLONTANA}
    assert lunghi == {"sospensione", "esclusione_scrutinio", "esclusione_corsi"}


def test_a_crime_may_be_reported_also_after_the_act():
    assert contro_passo(P.DENUNCIA, GRAVE, ALLONTANA) == []
    assert contro_passo(P.DENUNCIA, [*GRAVE, P.DENUNCIA], ALLONTANA) == []
    assert codici(contro_passo(P.DENUNCIA, [], ALLONTANA)) == ["manca_segnalazione"]
