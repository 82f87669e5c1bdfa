"""Assignments: down the ranking, one contract per post, the check of the work, the pay."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Valore
from selezioni_pon.enums import (
    GiudizioIncarico,
    Rimedio,
    StatoAutorizzazione,
    StatoProposta,
)
from selezioni_pon.rules.buon_esito import Verifica, a_fasi, liquida, verifica_esito
from selezioni_pon.rules.contratti import (
    Contratto,
    Offerta,
    Presupposti,
    verifica_contratto,
    verifica_inizio,
)
from selezioni_pon.rules.incarichi import scorri, verifica_proposta
from selezioni_pon.rules.proroga import Proroga, verifica_proroga
from selezioni_pon.rules.spareggio import InGara, ordina

F = Fraction
S = StatoProposta
ORDINE = ordina([InGara(chi, F(n), chi.upper()) for n, chi in enumerate("dcba")], ())
PARI = ordina([InGara("a", F(9)), InGara("b", F(5)), InGara("c", F(5)), InGara("d", F(1))], ())


def codici(violazioni):
    return [una.codice for una in violazioni]


@pytest.mark.parametrize(
    ("posti", "proposte", "da_proporre", "scoperti"),
    [
        (1, {}, ("a",), 0),
        (2, {}, ("a", "b"), 0),
        (1, {"a": S.IN_ATTESA}, (), 0),
        (1, {"a": S.ACCETTATA}, (), 0),
        (1, {"a": S.RIFIUTATA}, ("b",), 0),
        (1, {"a": S.SCADUTA}, ("b",), 0),
        (1, {"a": S.CESSATA}, ("b",), 0),
        (2, {"a": S.RIFIUTATA, "b": S.ACCETTATA}, ("c",), 0),
        (3, {"a": S.RIFIUTATA, "b": S.RIFIUTATA}, ("c", "d"), 1),
        (9, {}, ("a", "b", "c", "d"), 5),
        (0, {}, (), 0),
    ],
)
def test_down_the_ranking(posti, proposte, da_proporre, scoperti):
    scorrimento = scorri(ORDINE, posti, proposte)
    assert scorrimento.da_proporre == da_proporre
    assert scorrimento.scoperti == scoperti
    assert not scorrimento.pari


def test_the_reasons_say_who_refused_and_who_comes_next():
    testi = [m.testo for m in scorri(ORDINE, 1, {"a": S.RIFIUTATA}).motivi]
    assert testi == [
        "1 posto, nessuno ancora proposto.",
        "La proposta a A è rifiutata: si passa a chi segue.",
        "Ora l’incarico si propone a B.",
    ]


@pytest.mark.parametrize(
    ("posti", "da_proporre", "pari"),
    [(1, ("a",), ()), (2, ("a",), ("b", "c")), (3, ("a", "b", "c"), ()), (4, tuple("abcd"), ())],
)
def test_a_tie_stops_only_where_the_posts_end_in_it(posti, da_proporre, pari):
    scorrimento = scorri(PARI, posti, {})
    assert (scorrimento.da_proporre, scorrimento.pari) == (da_proporre, pari)


def test_who_was_not_asked_before_is_seen():
    scorrimento = scorri(ORDINE, 2, {"c": S.ACCETTATA})
    assert scorrimento.in_piu == ("c",)
    assert scorrimento.assegnati == ("c",)
    assert scorrimento.da_proporre == ("a",)


@pytest.mark.parametrize(("posti", "proposte"), [(-1, {}), (1, {"z": S.ACCETTATA})])
def test_figures_out_of_place(posti, proposte):
    with pytest.raises(ValueError, match="in graduatoria"):
        scorri(ORDINE, posti, proposte)


@pytest.mark.parametrize(
    ("ordine", "proposte", "chi", "attesi", "detto"),
    [
        (ORDINE, {}, "a", [], ""),
        (ORDINE, {}, "b", ["non_tocca"], "più avanti"),
        (ORDINE, {"a": S.IN_ATTESA}, "a", ["gia_proposto"], "già"),
        (ORDINE, {"a": S.IN_ATTESA}, "b", ["non_tocca"], "posti liberi"),
        (ORDINE, {"a": S.ACCETTATA}, "b", ["non_tocca"], "posti liberi."),
        (ORDINE, {"a": S.RIFIUTATA}, "a", ["non_tocca"], "ha già avuto la proposta"),
        (ORDINE, {"a": S.SCADUTA, "b": S.ACCETTATA}, "a", ["non_tocca"], "già avuto la proposta"),
        (PARI, {"a": S.RIFIUTATA}, "b", ["non_tocca"], "parità"),
    ],
)
def test_to_whom_the_post_may_be_offered(ordine, proposte, chi, attesi, detto):
    contro = verifica_proposta(scorri(ordine, 1, proposte), chi, chi.upper())
    assert codici(contro) == attesi
    assert all(detto in una.testo for una in contro)


@given(
    st.integers(0, 5),
    st.dictionaries(st.sampled_from("abcd"), st.sampled_from(list(S)), max_size=4),
)
def test_never_more_holders_than_posts(posti, proposte):
    scorrimento = scorri(ORDINE, posti, proposte)
    tenuti = len(scorrimento.assegnati) + len(scorrimento.in_attesa)
    assert tenuti + len(scorrimento.da_proporre) <= max(posti, tenuti)
    assert not set(scorrimento.da_proporre) & proposte.keys()


DAL, AL = date(2026, 4, 1), date(2026, 6, 8)
OFFERTA = Offerta(DAL, AL, 210_000)
CONTRATTO = Contratto("posto-1", "ada", DAL, AL, 210_000)
IN_REGOLA = Presupposti(True, date(2025, 10, 2), StatoAutorizzazione.NON_SERVE)


@pytest.mark.parametrize(
    ("contratto", "altri", "presupposti", "attesi"),
    [
        (CONTRATTO, [], IN_REGOLA, []),
        (CONTRATTO, [], replace(IN_REGOLA, accettata=False), ["non_accettata"]),
        (CONTRATTO, [], replace(IN_REGOLA, data_delibera=None), ["delibera"]),
        (
            CONTRATTO,
            [],
            replace(IN_REGOLA, autorizzazione=StatoAutorizzazione.ATTESA),
            ["autorizzazione"],
        ),
        (
            CONTRATTO,
            [],
            replace(IN_REGOLA, autorizzazione=StatoAutorizzazione.PER_SILENZIO),
            [],
        ),
        (replace(CONTRATTO, al=AL + timedelta(days=1)), [], IN_REGOLA, ["periodo"]),
        (replace(CONTRATTO, compenso=210_001), [], IN_REGOLA, ["compenso"]),
        (CONTRATTO, [replace(CONTRATTO, persona="ugo")], IN_REGOLA, ["posto_occupato"]),
        (
            replace(CONTRATTO, dal=date(2026, 5, 2)),
            [replace(CONTRATTO, persona="ugo", chiuso_il=date(2026, 5, 1))],
            IN_REGOLA,
            [],
        ),
        (CONTRATTO, [replace(CONTRATTO, posto="posto-2", persona="ugo")], IN_REGOLA, []),
        (
            replace(CONTRATTO, dal=date(2026, 5, 2)),
            [replace(CONTRATTO, al=date(2026, 5, 1))],
            IN_REGOLA,
            ["rinnovo"],
        ),
    ],
)
def test_the_contract(contratto, altri, presupposti, attesi):
    assert codici(verifica_contratto(contratto, OFFERTA, altri, presupposti)) == attesi


PROROGA = Proroga(AL + timedelta(days=20), True, False, 210_000, "la palestra era chiusa")


@pytest.mark.parametrize(
    ("proroga", "oggi", "attesi"),
    [
        (PROROGA, AL, []),
        (PROROGA, AL + timedelta(days=1), ["finito"]),
        (replace(PROROGA, nuova_fine=AL), AL, ["nuova_fine"]),
        (replace(PROROGA, per_completare=False), AL, ["per_completare"]),
        (replace(PROROGA, ritardo_del_prestatore=True), AL, ["ritardo"]),
        (replace(PROROGA, motivo=""), AL, ["motivo"]),
        (replace(PROROGA, compenso=220_000), AL, ["compenso"]),
    ],
)
def test_a_longer_end(proroga, oggi, attesi):
    assert codici(verifica_proroga(CONTRATTO, proroga, oggi)) == attesi


def test_the_work_starts_when_the_assignment_is_published():
    assert not verifica_inizio(DAL, DAL)
    assert codici(verifica_inizio(DAL + timedelta(days=1), DAL)) == ["pubblicazione"]
    assert codici(verifica_inizio(None, DAL)) == ["pubblicazione"]


G, R = GiudizioIncarico, Rimedio
OGGI = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("giudizio", "rimedi"),
    [
        (G.CONFORME, {R.LIQUIDAZIONE}),
        (G.PARZIALE, {R.INTEGRAZIONE, R.LIQUIDAZIONE_PARZIALE}),
        (G.NON_CONFORME, {R.INTEGRAZIONE, R.RISOLUZIONE}),
    ],
)
def test_what_may_follow_each_finding(giudizio, rimedi):
    ammessi = {
        rimedio
        for rimedio in R
        if not verifica_esito(Verifica(OGGI, giudizio, rimedio, "perché", OGGI + timedelta(9)))
    }
    assert ammessi == rimedi


@pytest.mark.parametrize(
    ("giorni", "attesi"), [(1, []), (30, []), (31, ["entro"]), (0, ["entro"]), (None, ["entro"])]
)
def test_thirty_days_to_mend(giorni, attesi):
    entro = None if giorni is None else OGGI + timedelta(days=giorni)
    verifica = Verifica(OGGI, G.PARZIALE, R.INTEGRAZIONE, "mancano due schede", entro)
    assert codici(verifica_esito(verifica)) == attesi


def test_a_school_may_give_fewer_days_and_the_reason_is_asked():
    verifica = Verifica(OGGI, G.PARZIALE, R.INTEGRAZIONE, "", OGGI + timedelta(days=20))
    contro = verifica_esito(verifica, Valore(10, "art. 5"))
    assert codici(contro) == ["motivo", "entro"]
    assert contro[1].fonte == "art. 5"
    assert "11 giugno 2026, non il 21 giugno 2026" in contro[1].testo


@pytest.mark.parametrize(
    ("compenso", "svolto", "previsto", "pagato", "importo"),
    [
        (210_000, 30, 30, 0, 210_000),
        (210_000, 20, 30, 0, 140_000),
        (100_000, 1, 3, 0, 33_333),
        (100_000, 2, 3, 33_333, 33_334),
        (100_000, 3, 3, 66_667, 33_333),
        (100, "0.5", 100, 0, 1),
        (100_000, 0, 3, 0, 0),
    ],
)
def test_the_pay_is_exact_to_the_cent(compenso, svolto, previsto, pagato, importo):
    dovuta = liquida(compenso, F(svolto), F(previsto), pagato)
    assert dovuta.importo == importo


def test_the_pay_says_how_it_is_reached():
    (motivo,) = liquida(210_000, F("20.5"), F(30), 70_000).motivi
    assert motivo.testo == (
        "2.100,00 € × 20,5 su 30 ore = 1.435,00 €, meno 700,00 € già pagati: 735,00 €."
    )
    assert "art. 8 c. 3" in motivo.fonte
    assert "art. 7 c. 3" in liquida(210_000, F(30), F(30)).motivi[0].fonte


@pytest.mark.parametrize(
    ("svolto", "previsto", "pagato"), [(31, 30, 0), (-1, 30, 0), (0, 0, 0), (10, 30, 70_001)]
)
def test_pay_out_of_place(svolto, previsto, pagato):
    with pytest.raises(ValueError, match=r"previsto|maturati"):
        liquida(210_000, F(svolto), F(previsto), pagato)


@given(st.integers(0, 10**7), st.lists(st.integers(1, 40), min_size=1, max_size=12))
def test_the_phases_add_up_to_the_agreed_pay(compenso, ore):
    importi = a_fasi(compenso, [F(uno, 2) for uno in ore])
    assert sum(importi) == compenso
    assert all(importo >= 0 for importo in importi)
