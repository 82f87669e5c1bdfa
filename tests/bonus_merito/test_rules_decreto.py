"""When the assignment may be decreed, and how the amount of one person is told."""

from dataclasses import replace

import pytest

from bonus_merito.enums import FasciaVuota, Metodo, StatoProcedura
from bonus_merito.rules.decreto import Istruttoria, Scelta, verifica_decreto
from bonus_merito.rules.quadro import Quadro
from bonus_merito.rules.quota import perche_importo
from cpia.norme.rules.motivi import Motivo
from tests.bonus_merito.scena import REGOLE, con_metodo, quadro

S = StatoProcedura
UGUALI = Scelta(Metodo.QUOTE_UGUALI, "")
UNA_PER_FASCIA = {"alta": 90, "media": 80, "bassa": 60}
# One below, two on top: the lower band is paid more.
ROVESCIATO = {"alta": 90, "altra": 91, "bassa": 60, "media": 80, "fuori": 40}


def fatti(giudizio: Quadro, **altro) -> Istruttoria:
    valori = {"da_valutare": 0, "senza_requisiti": 0, "senza_motivazione": 0} | altro
    return Istruttoria(stato=valori.pop("stato", S.IN_VALUTAZIONE), quadro=giudizio, **valori)


def codici(istruttoria: Istruttoria, scelta: Scelta = UGUALI) -> list[str]:
    return [violazione.codice for violazione in verifica_decreto(istruttoria, scelta, REGOLE)]


def test_it_may_be_decreed_when_everything_is_there():
    assert codici(fatti(quadro(UNA_PER_FASCIA, in_servizio=5))) == []


@pytest.mark.parametrize("stato", [stato for stato in S if stato is not S.IN_VALUTAZIONE])
def test_only_between_the_requests_and_the_decree(stato):
    assert codici(fatti(quadro(UNA_PER_FASCIA, in_servizio=5), stato=stato)) == ["stato"]


def test_everything_that_is_missing_is_said_together():
    manca = fatti(
        quadro({}, fondo=0, in_servizio=5), da_valutare=2, senza_requisiti=1, senza_motivazione=3
    )
    assert codici(manca) == ["da_valutare", "requisiti", "motivazione", "fondo", "nessuno"]


def test_a_tie_waits_and_says_nothing_of_the_minimum():
    pari = quadro({"a": 80, "b": 80, "c": 90}, in_servizio=3)
    assert pari.taglio.pari
    assert codici(fatti(pari)) == ["parita"]


def test_fewer_than_the_minimum_want_a_reason():
    poche = fatti(quadro(UNA_PER_FASCIA, in_servizio=40))
    [violazione] = verifica_decreto(poche, UGUALI, REGOLE)
    assert (violazione.codice, violazione.campo) == ("minimo", "motivo_minimo")
    assert violazione.fonte == REGOLE.minimo.fonte
    assert codici(poche, Scelta(Metodo.QUOTE_UGUALI, "", "Solo tre hanno chiesto.")) == []
    assert codici(poche, Scelta(Metodo.QUOTE_UGUALI, "Una ragione del metodo.")) == ["minimo"]


def test_nobody_to_pay_is_refused_whatever_the_reason():
    nessuno = fatti(quadro({"fuori": 40}, in_servizio=5))
    assert codici(nessuno, Scelta(Metodo.QUOTE_UGUALI, "", "Così.")) == ["nessuno"]


def test_a_lower_band_paid_more_wants_a_reason():
    giudizio = quadro(ROVESCIATO, in_servizio=7)
    assert giudizio.fascia_pagata_di_piu == (1, 3)
    assert codici(fatti(giudizio)) == ["fascia_inferiore"]
    assert codici(fatti(giudizio), Scelta(Metodo.QUOTE_UGUALI, "Lo dice il regolamento.")) == []


def test_another_method_than_the_one_of_the_regulation_wants_a_reason():
    giudizio = quadro(UNA_PER_FASCIA, in_servizio=5, regole=con_metodo(Metodo.PESO))
    [violazione] = verifica_decreto(fatti(giudizio), Scelta(Metodo.PESO, "  "), REGOLE)
    assert (violazione.codice, violazione.campo) == ("metodo", "motivo_metodo")
    assert codici(fatti(giudizio), Scelta(Metodo.PESO, "Lo vuole il contratto.")) == []


def perche(giudizio: Quadro, chi: str, regole=REGOLE) -> Motivo | None:
    [esito] = [esito for esito in giudizio.esiti if esito.docente.id == chi]
    return perche_importo(esito, giudizio, regole)


def test_the_own_amount_names_nobody_and_counts_only_the_own_band():
    giudizio = quadro(ROVESCIATO, in_servizio=7)
    motivo = perche(giudizio, "alta")
    assert motivo.regola == "importo"
    assert "la quota della fascia 86–100 si divide fra 2 beneficiari" in motivo.testo
    assert "1.500,00 €" in motivo.testo
    assert not any(altro in motivo.testo for altro in ("altra", "bassa", "51–70", "71–85"))


def test_who_has_no_band_has_no_amount_to_explain():
    assert perche(quadro(ROVESCIATO, in_servizio=7), "fuori") is None


def test_who_is_cut_reads_of_the_limit():
    giudizio = quadro({"a": 90, "b": 80, "c": 60}, in_servizio=3)
    motivo = perche(giudizio, "c")
    assert (motivo.regola, "al più 2" in motivo.testo) == ("taglio", True)


@pytest.mark.parametrize(
    ("vuota", "detto"),
    [
        (FasciaVuota.A_TUTTI, "quello che le fasce vuote lasciano si divide fra 2 beneficiari"),
        (FasciaVuota.ALLE_ALTRE, "2 quote, perché una fascia vuota lascia la sua alle altre"),
    ],
)
def test_what_an_empty_band_leaves_is_said(vuota, detto):
    riparto = REGOLE.riparto
    regole = replace(
        REGOLE,
        riparto=replace(riparto, fascia_vuota=replace(riparto.fascia_vuota, valore=vuota)),
    )
    giudizio = quadro({"alta": 90, "bassa": 60}, in_servizio=5, regole=regole)
    assert detto in perche(giudizio, "alta", regole).testo


@pytest.mark.parametrize(
    ("metodo", "detto"),
    [
        (Metodo.PROPORZIONALE, "90 per cento, su 230"),
        (Metodo.PESO, "la fascia 86–100 pesa 3 a testa e i pesi di tutti i beneficiari sommano 6"),
    ],
)
def test_the_other_methods_say_their_share(metodo, detto):
    regole = con_metodo(metodo)
    giudizio = quadro(UNA_PER_FASCIA, in_servizio=5, regole=regole)
    assert detto in perche(giudizio, "alta", regole).testo


def test_an_odd_cent_is_said():
    giudizio = quadro(UNA_PER_FASCIA, fondo=1_000, in_servizio=5)
    assert "con un centesimo che resta" in perche(giudizio, "alta").testo
    assert "centesimo" not in perche(giudizio, "bassa").testo


def test_who_loses_a_tie_is_not_told_that_others_had_more():
    deciso = quadro({"a": 90, "b": 80, "c": 80}, in_servizio=3, scelti=frozenset({"b"}))
    [esito] = [esito for esito in deciso.esiti if esito.docente.id == "c"]
    senza = perche_importo(esito, deciso, REGOLE)
    assert "la percentuale è pari all’ultima che resta" in senza.testo
    assert "percentuali più alte" not in senza.testo
    con = perche_importo(esito, deciso, REGOLE, "ha più incarichi")
    assert "ha deciso il dirigente, con questa ragione: «ha più incarichi»" in con.testo


@pytest.mark.parametrize(("metodo", "somma"), [(Metodo.PROPORZIONALE, "170"), (Metodo.PESO, "5")])
def test_two_beneficiaries_do_not_read_the_sum_of_both(metodo, somma):
    regole = con_metodo(metodo)
    giudizio = quadro({"alta": 90, "media": 80}, in_servizio=5, regole=regole)
    testo = perche(giudizio, "alta", regole).testo
    assert "tutti i beneficiari" not in testo
    assert somma not in testo.split("Importo")[0].split("€")[1]
