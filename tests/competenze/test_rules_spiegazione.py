"""Reasons, sums and trials: the words carry the numbers that decided."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competenze.enums import Livello, Mezzo
from competenze.rules.italiano import decimale, elenco
from competenze.rules.media import CRITERI_PREDEFINITI, Criteri, Riepilogo, livello_proposto
from competenze.rules.prove import con_altro_mezzo, con_mancanti, prove
from competenze.rules.spiegazione import conto, perche
from cpia.norme.rules.motivi import Valore

IN_GIU = Criteri(mezzo=Valore(Mezzo.IN_GIU, "Regolamento, art. 4 c. 2"))
ALMENO_TRE = Criteri(minimo=Valore(3, "Regolamento, art. 4 c. 3"))


def letti(codici):
    return [Livello.NV if codice == "-" else Livello(codice) for codice in codici]


def motivi(codici, criteri=CRITERI_PREDEFINITI):
    return {m.regola: m for m in perche(Riepilogo.di(letti(codici)), criteri)}


def test_la_media_a_meta_si_spiega_con_i_suoi_numeri():
    media = motivi("BCBCBCCB")["media"]
    assert media.testo == (
        "La media di 8 valutazioni è 20/8 = 5/2 (2,50): a metà fra C Base (2) e "
        "B Intermedio (3), il mezzo sale: B Intermedio."
    )
    assert "Circolare n. 417 del 31 maggio 2024" in media.fonte
    assert "lettera B" in media.fonte


@pytest.mark.parametrize(
    ("codici", "testo"),
    [
        ("A", "La media di 1 valutazione è 4/1 = 4: il livello è A Avanzato (4)."),
        ("BBC", "La media di 3 valutazioni è 8/3 (circa 2,67): il livello più vicino è "
                "B Intermedio (3)."),
        ("BBBC", "La media di 4 valutazioni è 11/4 (2,75): il livello più vicino è "
                 "B Intermedio (3)."),
        ("DDCC", "La media di 4 valutazioni è 6/4 = 3/2 (1,50): a metà fra D Iniziale (1) e "
                 "C Base (2), il mezzo sale: C Base."),
    ],
)  # fmt: skip
def test_la_frase_della_media(codici, testo):
    assert motivi(codici)["media"].testo == testo


def test_il_mezzo_cita_la_propria_fonte_solo_quando_decide():
    assert motivi("BC", IN_GIU)["mezzo_in_giu"].fonte == "Regolamento, art. 4 c. 2"
    assert "2,50 diventa 2, C Base" in motivi("BC", IN_GIU)["mezzo_in_giu"].testo
    assert set(motivi("BBC", IN_GIU)) == {"media"}


def test_sotto_il_minimo_lo_dice_chi_lo_fissa():
    trovati = motivi("BC-", ALMENO_TRE)
    assert set(trovati) == {"media", "non_valutato", "minimo_valutazioni"}
    assert trovati["minimo_valutazioni"].fonte == "Regolamento, art. 4 c. 3"
    assert "presenti: 2; ne servono almeno 3" in trovati["minimo_valutazioni"].testo
    assert trovati["media"].testo == "La media di 2 valutazioni è 5/2 (2,50)."


def test_chi_ha_solo_non_valutato():
    trovati = motivi("--")
    assert set(trovati) == {"non_valutato", "minimo_valutazioni"}
    assert "Inserite: 2" in trovati["non_valutato"].testo


@given(st.lists(st.sampled_from(list(Livello)), max_size=60), st.integers(1, 6))
def test_ogni_motivo_ha_fonte_e_numeri_e_cambia_con_essi(dati, minimo):
    riepilogo = Riepilogo.di(dati)
    trovati = perche(riepilogo, Criteri(minimo=Valore(minimo, "fonte")))
    assert trovati
    for motivo in trovati:
        assert motivo.fonte
        assert re.search(r"\d", motivo.testo)
        assert motivo.testo.endswith(".")
    tutto = " ".join(motivo.testo for motivo in trovati)
    assert str(riepilogo.numero) in tutto


@pytest.mark.parametrize(
    ("codici", "righe"),
    [
        ("BCBCBCCB", ("3+2+3+2+3+2+2+3 = 20", "20 : 8 = 5/2 = 2,50",
                      "2,50 è a metà fra C (2) e B (3) → B")),
        ("BBC", ("3+3+2 = 8", "8 : 3 = 8/3 ≈ 2,67", "2,67 è più vicino a B (3) → B")),
        ("AB-A", ("4+3+4 = 11", "11 : 3 = 11/3 ≈ 3,67", "3,67 è più vicino a A (4) → A")),
        ("CC", ("2+2 = 4", "4 : 2 = 2", "2,00 è C (2) → C")),
        ("-", ("nessuna valutazione da contare",)),
    ],
)  # fmt: skip
def test_il_conto_come_sulla_carta(codici, righe):
    assert conto(letti(codici)) == righe


def test_il_conto_sotto_il_minimo():
    assert conto(letti("BC"), ALMENO_TRE)[-1] == "2 su almeno 3 → da definire in scrutinio"


@pytest.mark.parametrize(
    ("numero", "scritto"),
    [
        ("5/2", "2,50"), ("7/3", "2,33"), ("17/8", "2,13"), ("19/8", "2,38"), ("4", "4,00"),
        ("34999/10000", "3,4999"), ("35001/10000", "3,5001"), ("29999/10000", "2,9999"),
        ("3499/1000", "3,499"),
    ],
)  # fmt: skip
def test_il_decimale_non_inganna(numero, scritto):
    assert decimale(Fraction(numero)) == scritto


@given(st.integers(1, 1000).flatmap(lambda n: st.tuples(st.integers(n, 4 * n), st.just(n))))
def test_il_decimale_sta_dalla_parte_giusta_del_mezzo(somma_e_numero):
    media = Fraction(*somma_e_numero)
    scritta = Fraction(decimale(media).replace(",", "."))
    assert abs(scritta - media) <= Fraction(1, 200)
    assert scritta == media or (2 * scritta).denominator > 1
    assert (2 * scritta).__floor__() == (2 * media).__floor__()


def test_se_il_mezzo_andasse_dall_altra_parte():
    riepilogo = Riepilogo.di(letti("BC"))
    assert con_altro_mezzo(riepilogo).testo == "…il mezzo scendesse: media 2,50, C Base"
    assert con_altro_mezzo(riepilogo, IN_GIU).testo == "…il mezzo salisse: media 2,50, B Intermedio"


def test_se_i_docenti_mancanti_dessero():
    riepilogo = Riepilogo.di(letti("BCBCBCCB"))
    testi = [prova.testo for prova in prove(riepilogo, ["Chimica", "Religione"])]
    assert "…Chimica e Religione dessero C: media 2,40, C Base" in testi
    assert "…Chimica e Religione dessero B: media 2,60, B Intermedio" in testi
    assert len(testi) == 5


@given(
    st.lists(st.sampled_from(list(Livello)), max_size=30),
    st.sampled_from(list(Livello)),
    st.integers(1, 4),
)
def test_la_prova_e_il_risultato_vero_con_quei_livelli(dati, livello, quanti):
    prova = con_mancanti(Riepilogo.di(dati), ["x"] * quanti, livello)
    vero = Riepilogo.di(dati + [livello] * quanti)
    assert (prova.media, prova.livello) == (vero.media, livello_proposto(vero))


def test_senza_mancanti_resta_la_sola_prova_del_mezzo():
    assert len(prove(Riepilogo.di(letti("BC")))) == 1


def test_elenco_di_parole():
    assert elenco(["Chimica"]) == "Chimica"
    assert elenco(["Chimica", "Fisica", "Religione"]) == "Chimica, Fisica e Religione"
