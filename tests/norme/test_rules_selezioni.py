"""The parameters of the selections: what holds where a school is silent, and how it is said."""

from datetime import date

import pytest

from cpia.norme.enums import Origine
from cpia.norme.rules import CHIAVI, GiornoMese, ValoreNonValido, chiave_nota, valori_vigenti
from cpia.norme.rules.dire import dire_testo
from cpia.norme.rules.temi import temi
from cpia.norme.rules.vigenza import Disposizione, valore_vigente

OGGI = date(2026, 3, 1)
DELLE_SELEZIONI = [chiave for chiave in CHIAVI if chiave.startswith("selezioni.")]


@pytest.mark.parametrize(
    ("chiave", "valore", "origine", "cita"),
    [
        ("ordine_avvisi", "in_fasi", Origine.LEGGE, "art. 7 c. 6"),
        ("altre_scuole_prima", True, Origine.PRASSI, "artt. 35 e 57"),
        ("cittadinanza", "ue_ed_equiparati", Origine.PRASSI, "per analogia con il D.Lgs. 165/2001"),
        ("conflitto", "sostituzione", Origine.PRASSI, "art. 6-bis"),
        ("avviso_interni", 7, Origine.PRASSI, "nessuna norma"),
        ("avviso_esterni", 15, Origine.PRASSI, "nessuna norma"),
        ("reclamo_giorni", 15, Origine.LEGGE, "art. 14 c. 7"),
        ("reclamo_scelte", (5, 7, 15), Origine.PRASSI, ""),
        ("reclamo_decisione", 30, Origine.LEGGE, "art. 14 c. 7"),
        ("commissione_minimo", 3, Origine.PRASSI, "art. 4 c. 6"),
        ("commissione_dispari", True, Origine.PRASSI, ""),
        ("solo_progetti", False, Origine.PRASSI, "Pinocchio"),
        ("unico_candidato_valutato", True, Origine.PRASSI, "art. 4 c. 9"),
        ("contesa", "piu_favorevole", Origine.PRASSI, ""),
        ("pubblicazione", "nomi", Origine.PRASSI, "art. 4 c. 11"),
        ("integrazione_giorni", 30, Origine.PRASSI, "art. 8"),
        ("infanzia.posti", 26, Origine.LEGGE, "art. 9 c. 2"),
        ("infanzia.posti_estremi", 29, Origine.LEGGE, "art. 9 c. 3"),
        ("infanzia.anticipi_al", GiornoMese(8, 30), Origine.PRASSI, "lett. b"),
        ("funzioni.anni", 3, Origine.PRASSI, "n. 5"),
        ("funzioni.membri", 3, Origine.PRASSI, "n. 5"),
        ("funzioni.inappellabile", False, Origine.LEGGE, "113"),
    ],
)
def test_what_holds_where_a_school_is_silent(chiave, valore, origine, cita):
    predefinito = chiave_nota(f"selezioni.{chiave}").valore_predefinito
    assert (predefinito.valore, predefinito.origine) == (valore, origine)
    assert cita in predefinito.fonte


@pytest.mark.parametrize(
    ("chiave", "testo", "detto"),
    [
        ("avviso_esterni", "15", "15 giorni"),
        ("reclamo_giorni", "1", "1 giorno"),
        ("reclamo_scelte", "5, 7, 15", "5, 7 e 15 giorni"),
        ("commissione_minimo", "3", "3 componenti"),
        ("albo_esperti_anni", "1", "1 anno scolastico"),
        ("parita_1", "minor_offerta", "l’offerta economica più bassa"),
        ("infanzia.soglia_lista", "25", "25 domande"),
        ("infanzia.posti_estremi", "27", "27 bambini"),
        ("infanzia.anticipi_iscritti", "15, 20, 26", "15, 20 e 26 iscritti"),
        ("funzioni.anni", "3", "3 anni"),
        ("funzioni.supplenti", "3", "3 supplenti"),
        ("funzioni.relazione_finale", "30/06", "30 giugno"),
    ],
)
def test_each_is_said_with_its_noun(chiave, testo, detto):
    assert dire_testo(f"selezioni.{chiave}", testo) == detto


@pytest.mark.parametrize(
    ("chiave", "testo"),
    [
        ("avviso_interni", "0"),
        ("reclamo_scelte", "15, 7"),
        ("commissione_minimo", "0"),
        ("parita_2", "simpatia"),
        ("infanzia.posti", "41"),
        ("infanzia.anticipi_iscritti", "20, 15"),
        ("funzioni.anni", "-1"),
    ],
)
def test_what_cannot_be_is_refused(chiave, testo):
    with pytest.raises(ValoreNonValido):
        chiave_nota(f"selezioni.{chiave}").leggi(testo)


def test_other_schools_are_given_the_days_of_the_own_staff_where_only_those_are_written():
    propria = Disposizione("selezioni.avviso_interni", "10", "R", "d. 1", "art. 1", OGGI)
    valore = valore_vigente("selezioni.avviso_altre_scuole", [propria], OGGI)
    assert valore.valore == 10


def test_they_are_one_subject_in_the_order_of_the_catalogue():
    [tema] = [tema for tema in temi() if tema.codice == "selezioni"]
    assert tema.nome == "Selezioni"
    assert list(tema.chiavi) == DELLE_SELEZIONI == list(valori_vigenti("selezioni.", [], OGGI))
