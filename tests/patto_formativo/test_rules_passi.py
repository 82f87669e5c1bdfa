"""What comes next for a person, who lags; meetings, help and interview that can be written."""

from datetime import date, time, timedelta
from fractions import Fraction

import pytest

from cpia.norme.rules.motivi import Valore
from patto_formativo.enums import Cittadinanza, Fase, Percorso, StatoPatto
from patto_formativo.queries.intervista import domande
from patto_formativo.rules import intervista, sostegno
from patto_formativo.rules.accoglienza import accoglienza
from patto_formativo.rules.incontri import Quando, verifica_incontro
from patto_formativo.rules.passi import Passo, Situazione, fermo, prossimo
from patto_formativo.tabelle import fasi, tabella

P1 = Percorso.PRIMO_PERIODO
OGGI = date(2024, 6, 5)
TUTTE = {
    Fase.ISCRIZIONE: Fraction(1), Fase.PRIMO_INCONTRO: Fraction(4), Fase.COLLOQUI: Fraction(10),
    Fase.PROPEDEUTICO: Fraction(20), Fase.STESURA: Fraction(1),
}  # fmt: skip


def situazione(svolte, **altro):
    fatta = accoglienza(fasi(P1), svolte, tabella().percorsi[P1])
    dati = {"attivo": True, "ha_tutor": True, "dossier_aperto": False, "patto": None} | altro
    return Situazione(accoglienza=fatta, **dati)


def senza(*tolte):
    return {fase: ore for fase, ore in TUTTE.items() if fase not in tolte}


@pytest.mark.parametrize(
    ("com_e", "atteso"),
    [
        (situazione({Fase.ISCRIZIONE: Fraction(1)}, ha_tutor=False), Passo.PRIMO_INCONTRO),
        (situazione(senza(Fase.COLLOQUI), ha_tutor=False), Passo.TUTOR),
        (situazione(senza(Fase.COLLOQUI)), Passo.COLLOQUI),
        (situazione(senza(Fase.PROPEDEUTICO)), Passo.PROPEDEUTICO),
        (situazione(senza(Fase.STESURA), dossier_aperto=True), Passo.DOSSIER),
        (situazione(senza(Fase.STESURA)), Passo.STESURA),
        (situazione(TUTTE, patto=StatoPatto.BOZZA), Passo.STESURA),
        (situazione(TUTTE, patto=StatoPatto.IN_NEGOZIAZIONE), Passo.COMMISSIONE),
        (situazione(TUTTE, patto=StatoPatto.APPROVATO), Passo.FIRMA),
        (situazione({}, patto=StatoPatto.IN_CORSO), Passo.STUDIO),
        (situazione(TUTTE, attivo=False), Passo.FINE),
    ],
)
def test_the_next_step(com_e, atteso):
    trovato = prossimo(com_e)
    assert trovato.passo is atteso
    assert trovato.perche.testo
    assert trovato.perche.fonte


@pytest.mark.parametrize(("giorni", "si"), [(14, False), (15, True)])
def test_who_is_not_met_for_too_long_lags(giorni, si):
    entro = Valore(14, "parametro")
    trovato = fermo(Passo.COLLOQUI, OGGI - timedelta(days=giorni), OGGI, entro)
    assert (trovato is not None) is si
    assert fermo(Passo.STUDIO, OGGI - timedelta(days=300), OGGI, entro) is None


def codici(quando, fase=Fase.COLLOQUI, iscritti=(date(2023, 10, 2),), impegni=()):
    trovate = verifica_incontro(quando, fase, oggi=OGGI, iscritti_il=iscritti, impegni=impegni)
    return {violazione.codice for violazione in trovate}


BUONO = Quando(OGGI, time(16), Fraction(2))
SENZA_ORA, BUONA_FASE = Quando(OGGI, None, Fraction(2)), Fase.COLLOQUI


@pytest.mark.parametrize(
    ("quando", "altro", "attesi"),
    [
        (BUONO, {}, set()),
        (BUONO, {"fase": Fase.ISCRIZIONE}, {"fase_automatica"}),
        (Quando(OGGI + timedelta(days=1), None, Fraction(1)), {}, {"futuro"}),
        (Quando(OGGI, None, Fraction(13)), {}, {"ore"}),
        (Quando(OGGI, None, Fraction(0)), {}, {"ore"}),
        (Quando(OGGI, None, Fraction(1, 3)), {}, {"quarti"}),
        (BUONO, {"iscritti": ()}, {"nessuno"}),
        (Quando(date(2023, 9, 1), None, Fraction(1)), {}, {"prima_dell_iscrizione"}),
        (BUONO, {"impegni": [Quando(OGGI, time(17), Fraction(1))]}, {"gia_a_un_incontro"}),
        (BUONO, {"impegni": [Quando(OGGI, time(18), Fraction(1))]}, set()),
        # Without an hour only phase and length tell two of a day apart.
        (
            SENZA_ORA,
            {"impegni": [Quando(OGGI, None, Fraction(2), BUONA_FASE)]},
            {"incontro_doppio"},
        ),
        (SENZA_ORA, {"impegni": [Quando(OGGI, None, Fraction(1), BUONA_FASE)]}, set()),
        (SENZA_ORA, {"impegni": [Quando(OGGI, None, Fraction(2), Fase.STESURA)]}, set()),
        (BUONO, {"impegni": [Quando(OGGI, None, Fraction(1))]}, set()),
    ],
)
def test_a_meeting(quando, altro, attesi):
    assert codici(quando, **altro) == attesi


@pytest.mark.parametrize(
    ("percorso", "ore", "motivo", "attesi"),
    [
        (P1, 200, sostegno.PercheOre.POCO_ITALIANO, set()),
        (P1, 0, None, set()),
        (P1, 201, sostegno.PercheOre.SENZA_LICENZA, {"troppe_ore_in_piu"}),
        (P1, 50, None, {"ore_senza_motivo"}),
        (Percorso.SECONDO_PERIODO, 50, sostegno.PercheOre.POCO_ITALIANO, {"senza_ore_in_piu"}),
        (Percorso.ALFABETIZZAZIONE, 1, sostegno.PercheOre.POCO_ITALIANO, {"senza_ore_in_piu"}),
    ],
)
def test_hours_more(percorso, ore, motivo, attesi):
    trovate = sostegno.verifica_ore_in_piu(Fraction(ore), motivo, tabella().percorsi[percorso])
    assert {violazione.codice for violazione in trovate} == attesi


def test_a_mediator_is_for_who_comes_from_abroad():
    mediatore = sostegno.Sostegno.MEDIATORE
    assert sostegno.verifica_sostegno(mediatore, Cittadinanza.EXTRA) == []
    assert len(sostegno.verifica_sostegno(mediatore, Cittadinanza.ITALIANA)) == 1


def test_little_italian_suggests_help():
    assert sostegno.consiglio(sostegno.Padronanza.POCA) is not None
    assert sostegno.consiglio(sostegno.Padronanza.SICURA) is None
    assert sostegno.consiglio(None) is None


def test_the_questions_are_all_different_and_some_essential():
    chiavi = [domanda.chiave for sezione in domande() for domanda in sezione.domande]
    assert len(set(chiavi)) == len(chiavi)
    essenziali = intervista.da_chiedere(domande(), {})
    assert 0 < len(essenziali) < len(chiavi)
    risposte = {domanda.chiave: "sì" for domanda in essenziali}
    assert intervista.da_chiedere(domande(), risposte) == []


def test_an_answer_too_long_or_not_among_those_to_pick():
    storia = intervista.domanda(domande(), "storia")
    padronanza = intervista.domanda(domande(), "padronanza")
    assert intervista.verifica_risposta(storia, "a" * 4001)
    assert intervista.verifica_risposta(padronanza, "molta")
    assert not intervista.verifica_risposta(padronanza, "poca")
