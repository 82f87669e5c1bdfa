"""Recognition of credits: every row and every cap of the Linee guida, and what holds for all."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patto_formativo.enums import Natura, Percorso, TipoEvidenza
from patto_formativo.rules.crediti import Evidenza, riconosci
from patto_formativo.rules.crediti.spiegazione import perche, perche_psp
from patto_formativo.tabelle import tabella

T = TipoEvidenza
A0, IP, IIP = Percorso.ALFABETIZZAZIONE, Percorso.PRIMO_PERIODO, Percorso.SECONDO_PERIODO
ABILITA = ("ascolto", "lettura", "interazione", "produzione_orale", "produzione_scritta")


def serie(primo, ultimo):
    return tuple(f"C{numero}" for numero in range(primo, ultimo + 1))


IP_TUTTE, IIP_TUTTE = serie(1, 22), serie(1, 16)
# Kind, path → what part of the hours of which competences (seed 004, parte seconda).
RIGHE = [
    (T.PERCORSO_INTERROTTO, A0, {"0.4": ABILITA}),
    (T.PERCORSO_INTERROTTO, IP, {"0.5": IP_TUTTE}),
    (T.PERCORSO_INTERROTTO, IIP, {"0.5": IIP_TUTTE}),
    (T.QUALIFICA_FP, IP, {"0.5": IP_TUTTE}),
    (T.QUALIFICA_FP, IIP, {"0.5": IIP_TUTTE}),
    (T.TITOLO_STRANIERO_EQUIPOLLENTE, IP, {"1": IP_TUTTE}),
    (T.TITOLO_STRANIERO_EQUIPOLLENTE, IIP, {"1": IIP_TUTTE}),
    (T.TITOLO_STRANIERO_TRADOTTO, IP, {"1": IP_TUTTE}),
    (T.TITOLO_STRANIERO_TRADOTTO, IIP, {"1": IIP_TUTTE}),
    (T.LAUREA_UMANISTICA, IP, {"0.5": serie(1, 6) + serie(9, 12)}),
    (T.LAUREA_UMANISTICA, IIP, {"0.5": serie(1, 4) + serie(7, 9)}),
    (T.LAUREA_SCIENTIFICA, IP, {"1": serie(13, 22)}),
    (T.LAUREA_SCIENTIFICA, IIP, {"1": serie(10, 16)}),
    (T.LAUREA_SOCIALE, IP, {"0.5": serie(9, 12), "1": serie(13, 16)}),
    (T.LAUREA_SOCIALE, IIP, {"0.5": serie(7, 9), "1": serie(10, 13)}),
    (T.LAUREA_SANITARIA, IP, {"1": serie(13, 22)}),
    (T.LAUREA_SANITARIA, IIP, {"1": serie(10, 16)}),
    (T.MODULO_CPIA, IP, {"1": IP_TUTTE}),
    (T.MODULO_CPIA, IIP, {"1": IIP_TUTTE}),
    (T.CERTIFICAZIONE_INFORMATICA, IP, {"1": ("C22",)}),
    (T.CERTIFICAZIONE_INFORMATICA, IIP, {"0.2": ("C16",)}),
    (T.CERTIFICAZIONE_ITALIANO, A0, {"1": ABILITA}),
    (T.CERTIFICAZIONE_ITALIANO, IP, {"0.7": serie(1, 6)}),
    (T.CERTIFICAZIONE_ITALIANO, IIP, {"0.7": serie(1, 4)}),
    (T.CERTIFICAZIONE_LINGUA_STRANIERA, IP, {"0.7": ("C7", "C8")}),
    (T.CERTIFICAZIONE_LINGUA_STRANIERA, IIP, {"0.7": ("C5", "C6")}),
    (T.TEST_A1_CPIA, A0, {"1": ABILITA}),
]
SENZA_RIGA = [
    (tipo, percorso)
    for tipo in T
    for percorso in Percorso
    if tabella().righe[tipo].natura == Natura.FORMALE
    and (tipo, percorso) not in {(t, p) for t, p, _ in RIGHE}
]


def somma(evidenze, percorso=IP, **ore):
    tutte = {codice: Fraction(ore.get(codice, 20)) for codice in tabella().competenze[percorso]}
    return riconosci(evidenze, percorso=percorso, ore=tutte, tabella=tabella())


def chiede(nome, tipo, **ore):
    return Evidenza(nome, tipo, {codice: Fraction(tante) for codice, tante in ore.items()})


def attivita(nome, tipo, ore, competenza):
    return Evidenza(nome, tipo, ore_attivita=Fraction(ore), competenza=competenza)


def tagli(esito):
    return [(t.evidenza, t.competenza, str(t.regola), t.da, t.a) for t in esito.tagli]


# The rows


def test_every_kind_of_evidence_has_its_row():
    assert set(tabella().righe) == set(T)
    assert {t for t, _, _ in RIGHE} | {T.NON_FORMALE, T.INFORMALE} == set(T)


@pytest.mark.parametrize(("tipo", "percorso", "quote"), RIGHE, ids=lambda v: str(v)[:40])
def test_a_row_gives_its_share_and_nothing_elsewhere(tipo, percorso, quote):
    for competenza in tabella().competenze[percorso]:
        [quota] = [Fraction(q) for q, dove in quote.items() if competenza in dove] or [Fraction(0)]
        esito = somma([chiede("e", tipo, **{competenza: 20})], percorso)
        assert esito.ore == quota * 20, competenza
        attesi = [] if quota == 1 else [("e", competenza, "tetto_riga", 20, quota * 20)]
        assert tagli(esito) == attesi


@pytest.mark.parametrize(("tipo", "percorso"), SENZA_RIGA)
def test_a_kind_that_the_path_does_not_know_gives_nothing(tipo, percorso):
    competenza = tabella().competenze[percorso][0]
    esito = somma([chiede("e", tipo, **{competenza: 5})], percorso)
    assert tagli(esito) == [("e", competenza, "tetto_riga", 5, 0)]
    assert esito.per_competenza == {}


@pytest.mark.parametrize(
    ("ore", "crediti"),
    [("0", 0), ("49.99", 0), ("50", 1), ("99", 1), ("730", 14), ("999", 19), ("1000", 20)],
)
def test_one_credit_for_every_fifty_whole_hours(ore, crediti):
    esito = somma([attivita("e", T.NON_FORMALE, ore, "C1")])
    assert esito.ore == crediti
    assert tagli(esito) == []


@pytest.mark.parametrize(("tipo", "massimo"), [(T.NON_FORMALE, 20), (T.INFORMALE, 10)])
@pytest.mark.parametrize("percorso", Percorso)
def test_activities_have_a_cap_for_the_whole_dossier(tipo, massimo, percorso):
    prima, seconda, *_ = tabella().competenze[percorso]
    esito = somma(
        [attivita("e1", tipo, 50 * (massimo - 3), prima), attivita("e2", tipo, 500, seconda)],
        percorso,
    )
    assert esito.per_competenza == {prima: massimo - 3, seconda: 3}
    assert tagli(esito) == [("e2", seconda, "tetto_riga", 10, 3)]


def test_the_cap_of_the_activities_counts_what_took_effect():
    """The first asked for 20 and was given 12: eight are left to the second."""
    esito = somma(
        [attivita("e1", T.NON_FORMALE, 1000, "C22"), attivita("e2", T.NON_FORMALE, 1000, "C1")],
        C22=12,
    )
    assert esito.per_competenza == {"C22": 12, "C1": 8}


# The caps


def test_evidence_of_one_kind_shares_the_cap_of_its_row():
    esito = somma(
        [
            chiede("e1", T.CERTIFICAZIONE_ITALIANO, C1=10),
            chiede("e2", T.CERTIFICAZIONE_ITALIANO, C1=10),
        ]
    )
    assert tagli(esito) == [("e2", "C1", "tetto_riga", 10, 4)]
    assert esito.ore == 14


def test_evidence_of_several_kinds_does_not_pass_the_competence():
    esito = somma(
        [
            chiede("e1", T.CERTIFICAZIONE_ITALIANO, C1=14),
            chiede("e2", T.LAUREA_UMANISTICA, C1=10),
        ]
    )
    assert tagli(esito) == [("e2", "C1", "tetto_competenza", 10, 6)]
    assert esito.per_competenza == {"C1": 20}


def test_two_caps_may_cut_the_same_request():
    esito = somma(
        [
            chiede("e1", T.CERTIFICAZIONE_ITALIANO, C1=14),
            chiede("e2", T.LAUREA_UMANISTICA, C1=20),
        ]
    )
    assert tagli(esito) == [
        ("e2", "C1", "tetto_riga", 20, 10),
        ("e2", "C1", "tetto_competenza", 10, 6),
    ]


@pytest.mark.parametrize(
    ("percorso", "tetto", "ore_ciascuna"), [(A0, 90, 40), (IP, 200, 30), (IIP, 410, 50)]
)
def test_a_path_has_its_cap(percorso, tetto, ore_ciascuna):
    codici = tabella().competenze[percorso]
    tipo = T.CERTIFICAZIONE_ITALIANO if percorso == A0 else T.MODULO_CPIA
    esito = somma(
        [chiede("e", tipo, **dict.fromkeys(codici, ore_ciascuna))],
        percorso,
        **dict.fromkeys(codici, ore_ciascuna),
    )
    assert esito.ore == tetto
    regola = "tetto_riga" if percorso == A0 else "tetto_percorso"
    assert {taglio.regola for taglio in esito.tagli} == {regola}


def test_the_example_of_the_contract():
    esito = somma(
        [
            chiede("e1", T.CERTIFICAZIONE_INFORMATICA, C22=12),
            chiede("e2", T.CERTIFICAZIONE_ITALIANO, C1=30),
            attivita("e3", T.NON_FORMALE, 730, "C22"),
        ],
        C1=30,
        C22=12,
    )
    assert esito.per_competenza == {"C22": 12, "C1": 21}
    assert (esito.ore, esito.ore_psp(Fraction(400), Fraction(40))) == (33, 327)
    assert tagli(esito) == [
        ("e2", "C1", "tetto_riga", 30, 21),
        ("e3", "C22", "tetto_competenza", 14, 0),
    ]


# The reasons


def motivi(evidenze, percorso=IP, **ore):
    tutte = {codice: Fraction(ore.get(codice, 20)) for codice in tabella().competenze[percorso]}
    esito = riconosci(evidenze, percorso=percorso, ore=tutte, tabella=tabella())
    return list(perche(esito, percorso=percorso, ore=tutte, tabella=tabella()))


def test_a_cut_says_its_row_its_hours_and_its_source():
    _, taglio, tetto = motivi([chiede("e1", T.CERTIFICAZIONE_INFORMATICA, C16=9)], IIP, C16=33)
    assert taglio.testo == (
        "e1, C16: da 9 ore a 6,6 ore, la riga dà fino al 20 per cento della competenza."
    )
    assert "ECDL" in taglio.fonte
    assert "412,5" in tetto.testo
    assert "6,6 ore su 410 ore" in tetto.testo


def test_a_competence_outside_the_row_is_named():
    _, taglio, _ = motivi([chiede("e1", T.CERTIFICAZIONE_ITALIANO, C7=1)])
    assert taglio.testo == "e1, C7: da 1 ora a 0 ore, la riga non comprende C7."


def test_the_two_sources_on_a_translated_title_are_both_said():
    riga, _ = motivi([chiede("e1", T.TITOLO_STRANIERO_TRADOTTO, C7=1)])
    assert "non formali" in riga.testo


def test_what_the_source_leaves_open_is_marked():
    riga, *_ = motivi([attivita("e1", T.INFORMALE, 120, "C7")])
    assert "2 crediti" in riga.testo
    assert "da verificare" in riga.testo


def test_the_plan_is_an_equation_and_says_a_welcome_too_long():
    esito = somma([chiede("e1", T.MODULO_CPIA, C1=20)])
    motivo = perche_psp(esito, Fraction(400), Fraction(44), tabella().percorsi[IP])
    assert "400 ore del percorso − 44 ore di accoglienza − 20 ore di crediti = 336 ore" in (
        motivo.testo
    )
    assert "al più 40 ore" in motivo.testo


# What holds for every dossier


@st.composite
def dossier(draw):
    percorso = draw(st.sampled_from(Percorso))
    codici = tabella().competenze[percorso]
    decimi = st.integers(0, 900).map(lambda n: Fraction(n, 10))
    ore = {codice: draw(decimi) for codice in codici}

    def una(numero):
        tipo = draw(st.sampled_from(T))
        if tabella().righe[tipo].natura == Natura.FORMALE:
            richieste = draw(st.dictionaries(st.sampled_from(codici), decimi, max_size=4))
            return Evidenza(f"e{numero}", tipo, richieste)
        attive = draw(st.integers(0, 3000).map(Fraction))
        return attivita(f"e{numero}", tipo, attive, draw(st.sampled_from(codici)))

    return percorso, ore, [una(numero) for numero in range(draw(st.integers(0, 6)))]


@given(dossier())
def test_never_above_row_competence_or_path(caso):
    percorso, ore, evidenze = caso
    esito = riconosci(evidenze, percorso=percorso, ore=ore, tabella=tabella())
    assert 0 <= esito.ore <= tabella().percorsi[percorso].tetto
    assert all(tante <= ore[codice] for codice, tante in esito.per_competenza.items())
    for riga in tabella().righe.values():
        suoi = [c for c in esito.contributi if c.evidenza.tipo == riga.tipo]
        if riga.crediti is not None:
            assert sum(c.riconosciute for c in suoi) <= riga.crediti
        for codice in ore:
            tetto = riga.tetto(percorso, codice)
            date = sum(c.riconosciute for c in suoi if c.competenza == codice)
            if tetto is None:
                assert date == 0
            elif tetto.quota is not None:
                assert date <= tetto.quota * ore[codice]


@given(dossier())
def test_evidence_added_at_the_end_never_lowers_anything(caso):
    percorso, ore, evidenze = caso
    esiti = [
        riconosci(evidenze[:quante], percorso=percorso, ore=ore, tabella=tabella())
        for quante in range(len(evidenze) + 1)
    ]
    for prima, dopo in pairwise(esiti):
        assert dopo.ore >= prima.ore
        assert dopo.contributi[: len(prima.contributi)] == prima.contributi


@given(dossier(), st.integers(0, 82))
def test_the_plan_is_what_is_left(caso, accoglienza):
    percorso, ore, evidenze = caso
    esito = riconosci(evidenze, percorso=percorso, ore=ore, tabella=tabella())
    totali = Fraction(tabella().percorsi[percorso].ore)
    psp = esito.ore_psp(totali, Fraction(accoglienza))
    assert psp + accoglienza + sum(esito.per_competenza.values()) == totali


@given(dossier())
def test_what_was_cut_is_what_is_missing(caso):
    percorso, ore, evidenze = caso
    esito = riconosci(evidenze, percorso=percorso, ore=ore, tabella=tabella())
    for contributo in esito.contributi:
        tolte = sum(taglio.da - taglio.a for taglio in contributo.tagli)
        assert contributo.chieste - tolte == contributo.riconosciute
