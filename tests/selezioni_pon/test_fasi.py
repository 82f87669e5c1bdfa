"""From the own staff to other schools to external people: what must be on record in between."""

from dataclasses import replace
from datetime import date

import pytest

from selezioni_pon.enums import Fase, MotivoImpossibilita, Provenienza
from selezioni_pon.rules.fasi import fasi_prima, perche_si_apre, precedenza, verifica_apertura
from selezioni_pon.rules.impossibilita import FaseSvolta, Impossibilita, verifica_impossibilita
from tests.selezioni_pon.scena_bandi import codici, regole

IN_FASI = regole().avviso
SENZA_SCUOLE = regole(altre_scuole_prima="no").avviso
UNICO = regole(ordine_avvisi="unico_con_precedenze").avviso
INTERNI, SCUOLE, ESTERNI = Fase
ATTO = Impossibilita(
    date(2026, 3, 12), "decreto n. 40", MotivoImpossibilita.NESSUNA_DOMANDA
)  # fmt: skip
FALLITA = FaseSvolta(INTERNI, posti=2, conclusa_il=date(2026, 3, 10), impossibilita=ATTO)
SCUOLE_FALLITA = replace(FALLITA, fase=SCUOLE)


@pytest.mark.parametrize(
    ("fase", "regola", "prima"),
    [
        (INTERNI, IN_FASI, ()),
        (SCUOLE, IN_FASI, (INTERNI,)),
        (ESTERNI, IN_FASI, (INTERNI, SCUOLE)),
        (ESTERNI, SENZA_SCUOLE, (INTERNI,)),
        (ESTERNI, UNICO, ()),
    ],
)
def test_who_is_asked_before(fase, regola, prima):
    assert fasi_prima(fase, regola) == prima


@pytest.mark.parametrize(
    ("fase", "svolte", "regola", "contro"),
    [
        (INTERNI, (), IN_FASI, []),
        (SCUOLE, (), IN_FASI, ["interni_non_sentiti"]),
        (ESTERNI, (), IN_FASI, ["interni_non_sentiti", "altre_scuole_non_sentiti"]),
        (ESTERNI, (), SENZA_SCUOLE, ["interni_non_sentiti"]),
        (ESTERNI, (), UNICO, []),
        (SCUOLE, (FALLITA,), IN_FASI, []),
        (ESTERNI, (FALLITA,), IN_FASI, ["altre_scuole_non_sentiti"]),
        (ESTERNI, (FALLITA, SCUOLE_FALLITA), IN_FASI, []),
        (SCUOLE, (replace(FALLITA, conclusa_il=None),), IN_FASI, ["interni_in_corso"]),
        (SCUOLE, (replace(FALLITA, coperti=2),), IN_FASI, ["posti_coperti"]),
        (SCUOLE, (replace(FALLITA, impossibilita=None),), IN_FASI, ["impossibilita_mancante"]),
        (SCUOLE, (replace(FALLITA, impossibilita=None), FALLITA), IN_FASI, []),
    ],
)
def test_what_opens_and_what_does_not(fase, svolte, regola, contro):
    violazioni = verifica_apertura(fase, svolte, regola)
    assert codici(violazioni) == contro
    assert all(violazione.fonte for violazione in violazioni)


@pytest.mark.parametrize(
    ("motivo", "domande", "idonei", "coperti", "torna"),
    [
        (MotivoImpossibilita.NESSUNA_DOMANDA, 0, 0, 0, True),
        (MotivoImpossibilita.NESSUNA_DOMANDA, 1, 0, 0, False),
        (MotivoImpossibilita.NESSUN_IDONEO, 3, 0, 0, True),
        (MotivoImpossibilita.NESSUN_IDONEO, 0, 0, 0, False),
        (MotivoImpossibilita.NESSUN_IDONEO, 3, 1, 0, False),
        (MotivoImpossibilita.POSTI_RIMASTI, 3, 1, 1, True),
        (MotivoImpossibilita.POSTI_RIMASTI, 3, 2, 1, False),
        (MotivoImpossibilita.RINUNCE, 3, 2, 0, True),
        (MotivoImpossibilita.RINUNCE, 0, 0, 0, False),
        (MotivoImpossibilita.RINUNCE, 3, 0, 0, False),
    ],
)
def test_the_reason_is_one_that_the_call_shows(motivo, domande, idonei, coperti, torna):
    svolta = replace(
        FALLITA, domande=domande, idonei=idonei, coperti=coperti,
        impossibilita=replace(ATTO, motivo=motivo),
    )  # fmt: skip
    assert codici(verifica_impossibilita(svolta)) == ([] if torna else ["impossibilita_smentita"])


def test_it_is_ascertained_by_an_act_and_after_the_outcome():
    presto = replace(ATTO, atto=" ", accertata_il=date(2026, 3, 9))
    assert codici(verifica_impossibilita(replace(FALLITA, impossibilita=presto))) == [
        "impossibilita_senza_atto",
        "impossibilita_prima_dell_esito",
    ]
    stesso_giorno = replace(ATTO, accertata_il=date(2026, 3, 10))
    assert verifica_impossibilita(replace(FALLITA, impossibilita=stesso_giorno)) == []


def test_why_it_opens_tells_the_act_and_the_posts_left():
    parziale = replace(
        FALLITA, domande=3, idonei=1, coperti=1,
        impossibilita=replace(ATTO, motivo=MotivoImpossibilita.POSTI_RIMASTI),
    )  # fmt: skip
    [motivo] = perche_si_apre(SCUOLE, (parziale,), IN_FASI)
    assert "1 posto su 2" in motivo.testo
    assert "decreto n. 40" in motivo.testo
    assert "art. 7 c. 6" in motivo.fonte
    assert "art. 2 c. 1" in motivo.fonte


def test_one_call_for_all_does_not_do_away_with_the_law():
    [motivo] = perche_si_apre(ESTERNI, (), UNICO)
    assert motivo.regola == "avviso_unico"
    assert UNICO.ordine.fonte in motivo.fonte
    assert "D.Lgs. 165/2001, art. 7 c. 6 lett. b" in motivo.fonte


def test_precedences_hold_only_where_one_call_holds_all():
    assert {precedenza(chi, IN_FASI).ordine for chi in Provenienza} == {0}
    assert [precedenza(chi, UNICO).ordine for chi in Provenienza] == [0, 1, 2, 3, 3]
    assert precedenza(Provenienza.INTERNO, UNICO).fonte == UNICO.ordine.fonte
