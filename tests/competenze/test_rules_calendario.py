"""Deadlines, steps of state and reminders of a class."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competenze.enums import (
    Destinatario,
    StatoClasse,
    StatoInserimento,
    StatoRilevazione,
    TipoPromemoria,
)
from competenze.rules.promemoria import Situazione, dovuti, piano
from competenze.rules.scadenze import (
    Calendario,
    in_ritardo,
    termine,
    termine_inserimento,
    verifica_consultazione,
    verifica_inserimento,
)
from cpia.norme.rules.motivi import Valore

SEME = Calendario(date(2024, 5, 31), date(2024, 6, 3), date(2024, 6, 12))
SENZA_SCRUTINIO = replace(SEME, scrutinio=None)
CHIUDE_AL_TERMINE = replace(SEME, tardivo=Valore(valore=False, fonte="Regolamento, art. 5"))
INCOMPLETA = Situazione(StatoClasse.APERTA, discipline_mancanti=2)
COMPLETA = Situazione(StatoClasse.APERTA, discipline_mancanti=0)
CONGELATA = Situazione(StatoClasse.CONGELATA, discipline_mancanti=0)


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]


def rifiuti(oggi, calendario=SEME, **stati):
    aperti = {
        "rilevazione": StatoRilevazione.APERTA,
        "classe": StatoClasse.APERTA,
        "inserimento": StatoInserimento.APERTO,
    }
    return verifica_inserimento(calendario, oggi, **(aperti | stati))


@pytest.mark.parametrize(
    ("scrutinio", "giorni", "atteso"),
    [
        (date(2026, 6, 9), 3, date(2026, 6, 6)),
        (date(2024, 6, 12), 3, date(2024, 6, 9)),
        (date(2024, 3, 2), 3, date(2024, 2, 28)),
        (date(2024, 1, 1), 1, date(2023, 12, 31)),
        (date(2024, 6, 12), 0, date(2024, 6, 12)),
    ],
)
def test_termine_inserimento(scrutinio, giorni, atteso):
    assert termine_inserimento(scrutinio, Valore(giorni, "prova")).giorno == atteso


def test_il_termine_si_spiega():
    (motivo,) = termine_inserimento(date(2026, 6, 9)).perche
    assert motivo.testo == (
        "Lo scrutinio è martedì 9 giugno 2026: almeno 3 giorni prima vuol dire entro "
        "sabato 6 giugno 2026 compreso."
    )
    assert "n. 417" in motivo.fonte
    assert "lettera A" in motivo.fonte


def test_giorni_negativi_non_esistono():
    with pytest.raises(ValueError, match="negativi"):
        termine_inserimento(date(2026, 6, 9), Valore(-1, "prova"))


def test_senza_scrutinio_non_c_e_termine():
    assert termine(SENZA_SCRUTINIO) is None
    assert not in_ritardo(SENZA_SCRUTINIO, date(2030, 1, 1))


def test_l_ultimo_giorno_e_compreso():
    assert not in_ritardo(SEME, date(2024, 6, 9))
    assert in_ritardo(SEME, date(2024, 6, 10))
    assert rifiuti(date(2024, 6, 9), CHIUDE_AL_TERMINE) == ()
    (rifiuto,) = rifiuti(date(2024, 6, 10), CHIUDE_AL_TERMINE)
    assert (rifiuto.codice, rifiuto.fonte) == ("termine_passato", "Regolamento, art. 5")
    assert "domenica 9 giugno 2024" in rifiuto.testo


def test_chi_e_in_ritardo_inserisce_finche_la_classe_e_aperta():
    assert rifiuti(date(2024, 6, 11)) == ()
    congelata = rifiuti(date(2024, 6, 11), classe=StatoClasse.CONGELATA)
    assert codici(congelata) == ["classe_congelata"]


@pytest.mark.parametrize(
    ("oggi", "stati", "attesi"),
    [
        (date(2024, 5, 30), {}, ["inserimento_non_aperto"]),
        (date(2024, 5, 31), {}, []),
        (date(2024, 6, 1), {"rilevazione": StatoRilevazione.BOZZA}, ["rilevazione_in_bozza"]),
        (date(2024, 6, 1), {"rilevazione": StatoRilevazione.CHIUSA}, ["rilevazione_chiusa"]),
        (date(2024, 6, 1), {"classe": StatoClasse.CERTIFICATA}, ["classe_certificata"]),
        (
            date(2024, 6, 1),
            {"inserimento": StatoInserimento.REGISTRATO},
            ["inserimento_registrato"],
        ),
        (
            date(2024, 5, 1),
            {"rilevazione": StatoRilevazione.BOZZA, "classe": StatoClasse.CONGELATA},
            ["rilevazione_in_bozza", "inserimento_non_aperto", "classe_congelata"],
        ),
    ],
)
def test_quando_non_si_inserisce(oggi, stati, attesi):
    assert codici(rifiuti(oggi, **stati)) == attesi


@pytest.mark.parametrize(
    ("oggi", "rilevazione", "attesi"),
    [
        (date(2024, 6, 2), StatoRilevazione.APERTA, ["consultazione_non_aperta"]),
        (date(2024, 6, 3), StatoRilevazione.APERTA, []),
        (date(2025, 6, 3), StatoRilevazione.CHIUSA, []),
        (date(2024, 6, 3), StatoRilevazione.BOZZA, ["rilevazione_in_bozza"]),
    ],
)
def test_quando_il_coordinatore_consulta(oggi, rilevazione, attesi):
    assert codici(verifica_consultazione(SEME, oggi, rilevazione=rilevazione)) == attesi


def test_il_piano_dei_promemoria_del_seme():
    assert [(p.giorno.isoformat(), p.tipo) for p in piano(SEME)] == [
        ("2024-05-31", TipoPromemoria.APERTURA),
        ("2024-06-02", TipoPromemoria.TERMINE_VICINO),
        ("2024-06-03", TipoPromemoria.CONSULTAZIONE),
        ("2024-06-06", TipoPromemoria.TERMINE_VICINO),
        ("2024-06-08", TipoPromemoria.TERMINE_VICINO),
        ("2024-06-10", TipoPromemoria.TERMINE_PASSATO),
        ("2024-06-11", TipoPromemoria.CERTIFICAZIONE),
    ]


def test_senza_scrutinio_restano_apertura_e_consultazione():
    assert [p.tipo for p in piano(SENZA_SCRUTINIO)] == ["apertura", "consultazione"]


def test_nessun_sollecito_prima_dell_apertura():
    presto = replace(SEME, scrutinio=date(2024, 6, 5))
    vicini = [p.giorno for p in piano(presto) if p.tipo is TipoPromemoria.TERMINE_VICINO]
    assert vicini == [date(2024, 6, 1)]


@pytest.mark.parametrize(
    ("giorno", "situazione", "attesi"),
    [
        (date(2024, 6, 8), INCOMPLETA, [(Destinatario.DOCENTI_MANCANTI,)]),
        (date(2024, 6, 8), COMPLETA, []),
        (date(2024, 6, 10), INCOMPLETA, [(Destinatario.COORDINATORE,)]),
        (date(2024, 6, 10), COMPLETA, []),
        (date(2024, 6, 11), COMPLETA, [(Destinatario.COORDINATORE, Destinatario.DIRIGENTE)]),
        (date(2024, 6, 11), CONGELATA, []),
        (date(2024, 6, 3), COMPLETA, [(Destinatario.COORDINATORE,)]),
        (date(2024, 6, 4), INCOMPLETA, []),
    ],
)
def test_a_chi_si_scrive_oggi(giorno, situazione, attesi):
    trovati = dovuti(giorno, SEME, situazione)
    assert [promemoria.destinatari for promemoria in trovati] == attesi


@given(
    st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    st.integers(0, 30),
    st.lists(st.integers(1, 30), max_size=5, unique=True),
)
def test_i_promemoria_dicono_giorni_veri(scrutinio, giorni, preavvisi):
    calendario = replace(SEME, scrutinio=scrutinio, giorni=Valore(giorni, "prova"))
    for promemoria in piano(calendario, Valore(tuple(preavvisi), "prova")):
        if promemoria.tipo is TipoPromemoria.TERMINE_VICINO:
            mancano = scrutinio - timedelta(days=giorni) - promemoria.giorno
            assert mancano.days in preavvisi
            assert promemoria.giorno > SEME.inserimento_dal
            assert str(mancano.days) in promemoria.perche.testo
