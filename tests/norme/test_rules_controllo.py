"""The checker: the findings of the five schools, each limit, each agreement; it repairs nothing."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import Relazione, TipoRilievo, Unita
from cpia.norme.leggi import LeggiNonValide, leggi, leggi_da
from cpia.norme.profili import PROFILI, profilo
from cpia.norme.rules import (
    CHIAVI,
    Calendario,
    Disposizione,
    Durata,
    ValoreNonValido,
    chiave_nota,
    entro,
)
from cpia.norme.rules.controllo import controlla, controlla_valore
from cpia.norme.rules.leggi import Leggi, Limite, Norma, misura

OGGI = date(2024, 6, 5)
LEGGE, CONTRADDIZIONE = TipoRilievo.LEGGE, TipoRilievo.CONTRADDIZIONE
LACUNA, ILLEGGIBILE = TipoRilievo.LACUNA, TipoRilievo.ILLEGGIBILE
COLLEGIO, CONSIGLIO = "organi.collegio_docenti", "organi.consiglio_istituto"
GARANZIA, CLASSE = "organi.organo_garanzia", "organi.consiglio_classe"
COMITATO, GIUNTA = "organi.comitato_valutazione", "organi.giunta_esecutiva"
RICORSO = "disciplina.ricorso_giorni"
BREVE, LUNGA = "disciplina.sospensione_breve.organo", "disciplina.sospensione_lunga.organo"
SOLI_DOCENTI = "disciplina.soli_docenti_fino_a"
INFANZIA, INAPPELLABILE = "selezioni.infanzia", "selezioni.funzioni.inappellabile"
A_DISTANZA = f"{COLLEGIO}.seduta.a_distanza"
SENZA_GARANZIA = {(LACUNA, f"{GARANZIA}.quorum.regola"), (LACUNA, f"{GARANZIA}.voto.astensione")}
SENZA_COMPETENZE = (LACUNA, "competenze.giorni_prima_scrutinio")

TROVATI = {
    "iis-antonietti": {(LACUNA, BREVE), (LACUNA, A_DISTANZA), *SENZA_GARANZIA},
    "ic-pinocchio-montesicuro": {
        (LEGGE, f"{COLLEGIO}.maggioranza.base"),
        (LEGGE, f"{CONSIGLIO}.preavviso.straordinaria"),
        (LEGGE, f"{CONSIGLIO}.verbale.pubblicazione_entro"),
        (CONTRADDIZIONE, f"{COLLEGIO}.maggioranza.base"),
        (CONTRADDIZIONE, f"{CLASSE}.preavviso.urgente"),
        (LACUNA, A_DISTANZA), SENZA_COMPETENZE, *SENZA_GARANZIA,
    },
    "cpia-caltanissetta-enna": {
        (LACUNA, BREVE), (LACUNA, A_DISTANZA), SENZA_COMPETENZE, *SENZA_GARANZIA,
        *((CONTRADDIZIONE, f"bonus.{voce}") for voce in (
            "fonte", "destinatari", "fasce", "assenze", "fascia_vuota", "pubblicazione",
        )),
    },
    "ic-porto-venere": {
        (LEGGE, f"{GIUNTA}.quorum.regola"),
        (CONTRADDIZIONE, RICORSO),
        (CONTRADDIZIONE, BREVE),
        (CONTRADDIZIONE, LUNGA),
        (LEGGE, SOLI_DOCENTI), (CONTRADDIZIONE, SOLI_DOCENTI),
        (CONTRADDIZIONE, f"{GIUNTA}.quorum.regola"),
        (CONTRADDIZIONE, "selezioni.cittadinanza"),
        *((CONTRADDIZIONE, f"{INFANZIA}.{voce}") for voce in (
            "soglia_lista", "posti", "posti_estremi",
        )),
        (LACUNA, A_DISTANZA), SENZA_COMPETENZE, *SENZA_GARANZIA,
    },
    "cpia-napoli-provincia-2": {
        (LEGGE, BREVE),
        (LEGGE, f"{COLLEGIO}.voto.persone"),
        (LEGGE, f"{COLLEGIO}.parita.persone"),
        (CONTRADDIZIONE, RICORSO),
        (CONTRADDIZIONE, f"{COLLEGIO}.voto.persone"),
        (CONTRADDIZIONE, f"{COLLEGIO}.dipartimenti.deliberano"),
        (CONTRADDIZIONE, f"{COMITATO}.maggioranza.base"),
        (CONTRADDIZIONE, f"{GARANZIA}.sostituito_da"),
        SENZA_COMPETENZE,
        (CONTRADDIZIONE, "bonus.fonte"), (CONTRADDIZIONE, "bonus.destinatari"),
        (LEGGE, INAPPELLABILE), (CONTRADDIZIONE, INAPPELLABILE),
    },
}  # fmt: skip


def della_scuola(slug, giorno=OGGI):
    return controlla(profilo(slug).disposizioni, leggi(), giorno)


def dice(chiave, valore, regolamento="Regolamento", dal=date(2020, 9, 1), **altro):
    return Disposizione(chiave, valore, regolamento, "delibera n. 1", "art. 1", dal, **altro)


def trova(*disposizioni, giorno=OGGI, tipo=None):
    """The findings about what is written: what is missing is another matter."""
    trovati = controlla(disposizioni, leggi(), giorno)
    return [r for r in trovati if (r.tipo is tipo if tipo else r.tipo is not LACUNA)]


@pytest.mark.parametrize("slug", PROFILI)
def test_the_findings_of_the_five_schools(slug):
    assert {(r.tipo, r.chiave) for r in della_scuola(slug)} == TROVATI[slug]


@pytest.mark.parametrize(
    ("slug", "chiave", "tipo", "qui", "la"),
    [
        ("cpia-napoli-provincia-2", RICORSO, CONTRADDIZIONE, "art. 16", "cinque giorni"),
        ("cpia-napoli-provincia-2", BREVE, LEGGE, "art. 15, tabella", "art. 4 c. 6"),
        ("cpia-napoli-provincia-2", f"{COLLEGIO}.voto.persone", LEGGE, "art. 9", "art. 37 c. 4"),
        ("cpia-napoli-provincia-2", f"{COMITATO}.maggioranza.base", CONTRADDIZIONE, "art. 4 n. 7",
         "Art. 6 n. 2"),
        ("cpia-napoli-provincia-2", f"{COLLEGIO}.dipartimenti.deliberano", CONTRADDIZIONE, "art. 4",
         "art. 1 n. 3"),
        ("ic-pinocchio-montesicuro", f"{COLLEGIO}.maggioranza.base", LEGGE, "art. 17",
         "art. 37 c. 3"),
        ("ic-porto-venere", RICORSO, CONTRADDIZIONE, "Impugnazioni", "trenta giorni"),
        ("ic-porto-venere", BREVE, CONTRADDIZIONE, "lett. h", "lett. j"),
        ("ic-porto-venere", f"{GIUNTA}.quorum.regola", LEGGE, "Giunta", "art. 37 c. 2"),
        ("ic-porto-venere", f"{INFANZIA}.posti", CONTRADDIZIONE, "lett. g", "lett. e1"),
        ("ic-porto-venere", f"{INFANZIA}.posti_estremi", CONTRADDIZIONE, "lett. e1", "lett. g"),
        ("cpia-napoli-provincia-2", INAPPELLABILE, LEGGE, "n. 5", "art. 113 c. 1"),
    ],
)  # fmt: skip
def test_both_sources_are_shown(slug, chiave, tipo, qui, la):
    [rilievo] = [r for r in della_scuola(slug) if (r.tipo, r.chiave) == (tipo, chiave)]
    assert qui in rilievo.prima.citazione
    assert la in f"{rilievo.seconda.citazione} {rilievo.seconda.parole}"


def test_what_is_not_certain_says_so():
    per_chiave = {r.chiave: r for r in della_scuola("cpia-napoli-provincia-2") if r.tipo is LEGGE}
    assert per_chiave[BREVE].certo
    assert per_chiave[f"{COLLEGIO}.parita.persone"].da_verificare
    straordinaria = f"{CONSIGLIO}.preavviso.straordinaria"
    [breve] = [r for r in della_scuola("ic-pinocchio-montesicuro") if r.chiave == straordinaria]
    assert (breve.indicativo, breve.certo) == (True, False)


@pytest.mark.parametrize(
    ("voce", "valore"),
    [
        ("maggioranza.base", "presenti"),
        ("parita.palese", "non_approvata"),
        ("voto.persone", "palese"),
        ("decadenza.assenze", "5"),
    ],
)
def test_an_organ_that_the_act_does_not_name_is_measured_by_analogy(voce, valore):
    for organo in (GARANZIA, "organi.commissione_pfi"):
        [rilievo] = trova(dice(f"{organo}.{voce}", valore), tipo=LEGGE)
        assert not rilievo.certo
        assert "per analogia" in rilievo.seconda.parole
    [nominato] = trova(dice(f"{CONSIGLIO}.{voce}", valore), tipo=LEGGE)
    assert nominato.certo
    assert "per analogia" not in nominato.seconda.parole


def test_of_the_commission_of_a_selection_the_circular_does_not_speak():
    chiave = "preavviso.ordinaria"
    assert trova(dice(f"organi.commissione_avviso.{chiave}", "1 giorno"), tipo=LEGGE) == []
    assert trova(dice(f"{GARANZIA}.{chiave}", "1 giorno"), tipo=LEGGE)


def test_an_urgent_sitting_has_no_five_days():
    assert trova(dice(f"{COLLEGIO}.preavviso.urgente", "24 ore"), tipo=LEGGE) == []


@pytest.mark.parametrize("slug", PROFILI)
def test_before_any_regulation_only_holes_are_found(slug):
    assert {r.tipo for r in della_scuola(slug, date(1990, 1, 1))} == {LACUNA}


@pytest.mark.parametrize(
    ("chiave", "bene", "male", "cita"),
    [
        (f"{CONSIGLIO}.verbale.pubblicazione_entro", "7 giorni lavorativi",
         "8 giorni lavorativi", "n. 105"),
        (RICORSO, "15", "5", "art. 5 c. 1"),
        (RICORSO, "15", "30", "art. 5 c. 1"),
        ("disciplina.decisione_giorni", "10", "11", "art. 5 c. 1"),
        ("disciplina.decisione_giorni", "7", "30", "art. 5 c. 1"),
        ("disciplina.irrogazione_giorni", "30", "31", "art. 2 c. 2"),
        (BREVE, "consiglio_classe", "dirigente", "art. 4 c. 6"),
        (LUNGA, "consiglio_istituto", "consiglio_classe", "art. 4 c. 6"),
        (SOLI_DOCENTI, "0", "5", "n. 3602"),
        ("albo.giorni", "15", "14", "art. 14 c. 7"),
        (f"{COLLEGIO}.quorum.regola", "tutti", "meta", "art. 37 c. 2"),
        (f"{CONSIGLIO}.quorum.regola", "meta_piu_uno", "meta", "art. 37 c. 2"),
        (f"{CLASSE}.maggioranza.base", "voti_validi", "componenti", "art. 37 c. 3"),
        (f"{GARANZIA}.parita.palese", "prevale_presidente", "non_approvata", "art. 37 c. 3"),
        (f"{COMITATO}.voto.persone", "segreto", "palese", "art. 37 c. 4"),
        (f"{CLASSE}.scrutinio.quorum", "tutti", "meta_piu_uno", "n. 189"),
        (f"{CLASSE}.scrutinio.astensione", "no", "sì", "n. 189"),
        (f"{COLLEGIO}.preavviso.ordinaria", "5 giorni", "4 giorni", "n. 105"),
        (f"{COLLEGIO}.preavviso.ordinaria", "120 ore", "119 ore", "n. 105"),
        (f"{COLLEGIO}.preavviso.ordinaria", "4 giorni liberi", "3 giorni liberi", "n. 105"),
        (f"{COLLEGIO}.preavviso.ordinaria", "5 giorni lavorativi", "4 giorni lavorativi", "105"),
        (f"{COLLEGIO}.richiesta.quota", "1/4", "1/2", "art. 7 c. 4"),
        (f"{COLLEGIO}.dipartimenti.deliberano", "no", "sì", "art. 7"),
        (f"{CONSIGLIO}.seduta.pubblica", "sì", "no", "art. 42 c. 1"),
        (f"{CONSIGLIO}.verbale.pubblicazione_entro", "8 giorni", "20 giorni", "n. 105"),
        (f"{CONSIGLIO}.mandato.anni", "3", "2", "art. 8"),
        (f"{COMITATO}.mandato.anni", "3", "1", "art. 11 c. 1"),
        (f"{CLASSE}.mandato.anni", "1", "3", "artt. 21-22"),
        (f"{CONSIGLIO}.decadenza.assenze", "3", "5", "art. 38"),
        ("bonus.minimo", "1/10", "9/100", "art. 5 c. 11-quinquies"),
        ("bonus.massimo", "99/100", "1/1", "art. 18 c. 2"),
        ("bonus.congedi_esclusi", "sì", "no", "art. 5 c. 11-ter"),
        ("selezioni.reclamo_giorni", "15", "7", "art. 14 c. 7"),
        ("selezioni.reclamo_decisione", "30", "31", "art. 14 c. 7"),
        (INAPPELLABILE, "no", "sì", "art. 113 c. 1"),
        (f"{INFANZIA}.posti", "29", "30", "art. 9 c. 3"),
        (f"{INFANZIA}.posti_estremi", "29", "30", "art. 9 c. 3"),
        (f"{INFANZIA}.anticipi_con_attesa", "no", "sì", "art. 2 c. 2"),
    ],
)  # fmt: skip
def test_values_against_the_law(chiave, bene, male, cita):
    nota = chiave_nota(chiave)
    assert controlla_valore(chiave, nota.leggi(bene), leggi(), OGGI) == ()
    [rilievo] = controlla_valore(chiave, nota.leggi(male), leggi(), OGGI)
    assert cita in rilievo.seconda.citazione
    [intero] = trova(dice(chiave, male), tipo=LEGGE)
    assert intero.seconda == rilievo.seconda


def test_the_law_does_not_contradict_its_own_defaults():
    """What holds where a regulation is silent is within the limits."""
    for chiave, nota in CHIAVI.items():
        assert controlla_valore(chiave, nota.leggi(nota.predefinito), leggi(), OGGI) == (), chiave


def test_the_defaults_agree_among_themselves():
    for accordo in leggi().accordi:
        for minore, maggiore in accordo.coppie():
            corto, lungo = (CHIAVI[c].valore_predefinito.valore for c in (minore, maggiore))
            assert misura(corto) <= misura(lungo), minore


@pytest.mark.parametrize(
    ("chiave", "valore", "prima", "dopo"),
    [
        (f"{COMITATO}.mandato.anni", "1", date(2015, 7, 15), date(2015, 7, 16)),
        (RICORSO, "30", date(2008, 1, 1), date(2008, 1, 2)),
        (LUNGA, "dirigente", date(2008, 1, 1), date(2008, 1, 2)),
        (f"{CONSIGLIO}.voto.persone", "palese", date(1994, 6, 2), date(1994, 6, 3)),
    ],
)
def test_a_day_gone_by_is_not_measured_with_a_later_law(chiave, valore, prima, dopo):
    quanti = [
        len(controlla_valore(chiave, chiave_nota(chiave).leggi(valore), leggi(), giorno))
        for giorno in (prima, dopo)
    ]
    assert quanti == [0, 1]


def test_every_act_holds_from_a_day_and_not_before_its_own_year():
    lette = leggi()
    for voce in [*lette.limiti, *lette.accordi, *lette.incompatibili, *lette.necessari]:
        anni = [int(anno) for anno in re.findall(r"\b(?:19|20)\d{2}\b", voce.norma.atto)]
        if anni:
            assert voce.norma.dal is not None, voce.norma.citazione
            assert voce.norma.dal.year >= max(anni), voce.norma.citazione


def test_a_limit_holds_only_in_its_days():
    norma = Norma("L. 1/2023", "Al più tre.", dal=date(2023, 1, 1), al=date(2023, 12, 31))
    sole = Leggi((Limite("albo.giorni", Relazione.MASSIMO, ("3",), norma),))
    for giorno, quanti in [(date(2022, 12, 31), 0), (date(2023, 1, 1), 1), (date(2024, 1, 1), 0)]:
        assert len(controlla([dice("albo.giorni", "15")], sole, giorno)) == quanti


def test_two_regulations_in_force_with_two_values():
    uno = dice("albo.giorni", "15", "Regolamento d’istituto")
    altro = dice("albo.giorni", "20", "Regolamento dell’albo", date(2022, 9, 1))
    [rilievo] = trova(uno, altro)
    assert rilievo.tipo is CONTRADDIZIONE
    assert (rilievo.prima.dice, rilievo.seconda.dice) == ("20 giorni", "15 giorni")
    assert "più recente, 20 giorni" in rilievo.testo
    assert trova(uno, altro, giorno=date(2021, 1, 1)) == []
    assert trova(uno, replace(altro, valore="15")) == []
    assert trova(replace(uno, al=date(2022, 8, 31)), altro) == []


def test_the_same_value_written_otherwise_is_no_contradiction():
    chiave = f"{COLLEGIO}.preavviso.ordinaria"
    assert trova(dice(chiave, "5"), dice(chiave, "5 giorni", "Altro")) == []


@pytest.mark.parametrize(
    ("chiave", "valore", "altra"),
    [
        (f"{COLLEGIO}.preavviso.urgente", "6 giorni", f"{COLLEGIO}.preavviso.ordinaria"),
        (f"{COLLEGIO}.preavviso.straordinaria", "8 giorni", f"{COLLEGIO}.preavviso.ordinaria"),
        (f"{GIUNTA}.odg.integrazione", "7 giorni", f"{GIUNTA}.preavviso.ordinaria"),
        (f"{CONSIGLIO}.documenti.deposito", "10 giorni", f"{CONSIGLIO}.preavviso.ordinaria"),
        (f"{GARANZIA}.richiesta.convocazione_entro", "15 giorni", "disciplina.decisione_giorni"),
        (f"{GARANZIA}.preavviso.ordinaria", "11 giorni", "disciplina.decisione_giorni"),
        ("bonus.minimo", "7/10", "bonus.massimo"),
        (f"{INFANZIA}.posti_estremi", "25", f"{INFANZIA}.posti"),
    ],
)
def test_parameters_that_must_agree(chiave, valore, altra):
    trovati = trova(dice(chiave, valore), tipo=CONTRADDIZIONE)
    assert {chiave, altra} in [rilievo.chiavi for rilievo in trovati]


def test_the_weights_of_the_areas_make_100():
    [rilievo] = trova(dice("bonus.peso_a", "50"))
    assert rilievo.tipo is CONTRADDIZIONE
    assert "50 + 25 + 35 = 110" in rilievo.testo
    assert trova(dice("bonus.peso_a", "50"), dice("bonus.peso_b", "15")) == []


@pytest.mark.parametrize("valore", ["70, 50, 85", "50, 50", "50, 100"])
def test_bands_go_up_and_leave_room_for_the_last(valore):
    with pytest.raises(ValoreNonValido):
        chiave_nota("bonus.fasce").leggi(valore)


def test_a_longer_ordinary_notice_makes_room_for_the_urgent_one():
    urgente = dice(f"{COLLEGIO}.preavviso.urgente", "6 giorni")
    assert trova(urgente, dice(f"{COLLEGIO}.preavviso.ordinaria", "7 giorni")) == []


def test_who_suspended_may_not_judge_the_appeal():
    commissario = [
        dice(f"{organo}.sostituito_da", "commissario_straordinario")
        for organo in (CONSIGLIO, GARANZIA)
    ]
    [rilievo] = trova(*commissario)
    assert "contro il proprio atto" in rilievo.testo
    assert trova(commissario[0]) == trova(commissario[1]) == []


def test_a_stored_value_that_cannot_be_read_is_found_and_stops_nothing():
    trovati = trova(dice(RICORSO, "quindici"), dice("albo.giorni", "10"), dice("che.cosa", "1"))
    assert [(r.tipo, r.chiave) for r in trovati] == [
        (LEGGE, "albo.giorni"), (ILLEGGIBILE, RICORSO),
    ]  # fmt: skip
    assert "«quindici» non è un numero intero" in trovati[1].testo


def test_what_is_missing_goes_when_it_is_written():
    prima = controlla([], leggi(), OGGI)
    poi = controlla([dice(A_DISTANZA, "no")], leggi(), OGGI)
    assert {r.chiave for r in prima} - {r.chiave for r in poi} == {A_DISTANZA}


@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from(list(Unita)))
def test_a_longer_time_is_never_smaller(uno, altro, unita):
    corto, lungo = sorted((uno, altro))
    assert misura(Durata(corto, unita)) <= misura(Durata(lungo, unita))


@pytest.mark.parametrize(("giorni", "durano"), [(0, 0), (5, 5), (6, 7), (8, 9), (12, 14), (30, 35)])
def test_working_days_take_their_sundays(giorni, durano):
    assert misura(Durata(giorni, Unita.GIORNI_LAVORATIVI)) == durano


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)).filter(Calendario().lavorativo),
    st.integers(0, 120),
)
def test_working_days_never_last_less_than_their_measure(giorno, quanti):
    durata = Durata(quanti, Unita.GIORNI_LAVORATIVI)
    assert (entro(giorno, durata).giorno - giorno).days >= misura(durata)


@given(st.integers(0, 9999))
def test_hours_are_measured_exactly(ore):
    assert misura(Durata(ore, Unita.ORE)) * 24 == Fraction(ore)


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(CHIAVI)), st.sampled_from(["sì", "15", "5 giorni", "x"])),
        max_size=6,
    )
)
def test_no_regulation_makes_it_fail_and_the_order_of_rows_says_nothing(righe):
    disposizioni = [dice(chiave, valore, f"R{n}") for n, (chiave, valore) in enumerate(righe)]
    chieste = {(r.tipo, r.chiave) for r in controlla(disposizioni, leggi(), OGGI)}
    assert chieste == {(r.tipo, r.chiave) for r in controlla(disposizioni[::-1], leggi(), OGGI)}


# The file of the laws


def test_every_entry_cites_an_act_and_speaks_of_a_known_parameter():
    lette = leggi()
    voci = [*lette.limiti, *lette.accordi, *lette.incompatibili, *lette.necessari]
    assert len(voci) > 30
    assert all(voce.norma.atto and voce.norma.parole for voce in voci)
    assert any(voce.norma.da_verificare for voce in voci)
    assert {t.norma.da_verificare for t in lette.limiti if t.chiave == "albo.giorni"} == {True}


@pytest.mark.parametrize(
    ("testo", "messaggio"),
    [
        ("[[norme]]\n", "parte sconosciuta «norme»"),
        ('[[necessari]]\nchiave = "che.cosa"\natto = "L."\nparole = "P."\n', "nessun parametro"),
        ('[[necessari]]\nchiave = "albo.giorni"\natto = "L."\n', "manca l’atto"),
        ('[[necessari]]\nchiave = "albo.giorni"\natto = "L."\nparole = "P."\nx = 1\n', "x"),
    ],
)
def test_a_wrong_file_is_refused(testo, messaggio):
    with pytest.raises(LeggiNonValide, match=messaggio):
        leggi_da(testo)


@pytest.mark.parametrize(
    ("relazione", "chiave", "valore", "errore"),
    [
        ("minimo", "albo.giorni", "quindici", ValoreNonValido),
        ("massimo", f"{COLLEGIO}.voto.persone", "segreto", TypeError),
        ("circa", "albo.giorni", "15", LeggiNonValide),
    ],
)
def test_a_limit_that_cannot_be_measured_is_refused(relazione, chiave, valore, errore):
    testo = (
        f'[[limiti]]\nchiave = "{chiave}"\nrelazione = "{relazione}"\nvalori = ["{valore}"]\n'
        'atto = "L."\nparole = "P."\n'
    )
    with pytest.raises(errore):
        leggi_da(testo)
