"""The table of the regulations: every row for the eight organs of the schools, with its article.

Each cell is read from the shipped profile, then asked of the rule that uses it; where ``calcola``
has a kind for it, of that too. A dash of the table is what the law says in its place.
"""

import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.enums import (
    AggiuntaOdg,
    BaseMaggioranza,
    EsitoParita,
    FormaVoto,
    RegolaQuorum,
    TipoSeduta,
    Unita,
)
from cpia.norme.profili import profilo
from cpia.norme.rules import Durata
from cpia.norme.rules.motivi import Valore
from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.registro import calcola
from organi_collegiali.enums import FormaVotazione, GenereVotazione, ModoVotazione, VotoPresidente
from organi_collegiali.rules.aula.quorum import giudica_presenze
from organi_collegiali.rules.convocazione.richieste import giudica_richiesta
from organi_collegiali.rules.voto.apertura_voto import DaVotare, verifica_forma
from organi_collegiali.rules.voto.ordine_del_giorno import giudica_aggiunta
from organi_collegiali.rules.voto.votazione import RegoleDelVoto, Voti, giudica_votazione

OGGI = date(2026, 3, 1)
SEDUTA = "2026-03-20"
CM_105, ART_37 = "C.M. 16 aprile 1975, n. 105", "D.Lgs. 297/1994, art. 37"
PRASSI = "prassi d’istituto"
SI, PALESE, SEGRETA = VotoPresidente.FAVOREVOLE, FormaVotazione.PALESE, FormaVotazione.SEGRETA


@dataclass(frozen=True)
class Colonna:
    """An organ of a school, as the table has it."""

    scuola: str
    organo: str

    def valore(self, voce):
        """The parameter as the regulations know it."""
        return profilo(self.scuola).parametro(f"organi.{self.organo}.{voce}", OGGI)

    def regola(self, voce, come):
        """The parameter as a rule on organs takes it."""
        trovato = self.valore(voce)
        return Valore(come(trovato.valore), trovato.fonte, trovato.in_contrasto_con)

    def calcola(self, che_cosa, /, **altro):
        richiesta = {"profilo": self.scuola, "organo": self.organo} | altro
        return calcola(che_cosa, json.dumps(richiesta).encode())


COLONNE = {
    "p_consiglio": Colonna("ic-pinocchio-montesicuro", "consiglio_istituto"),
    "p_collegio": Colonna("ic-pinocchio-montesicuro", "collegio_docenti"),
    "p_classe": Colonna("ic-pinocchio-montesicuro", "consiglio_classe"),
    "pv_consiglio": Colonna("ic-porto-venere", "consiglio_istituto"),
    "pv_classe": Colonna("ic-porto-venere", "consiglio_classe"),
    "na_collegio": Colonna("cpia-napoli-provincia-2", "collegio_docenti"),
    "na_comitato": Colonna("cpia-napoli-provincia-2", "comitato_valutazione"),
    "na_garanzia": Colonna("cpia-napoli-provincia-2", "organo_garanzia"),
}


def riga(voce, **celle):
    """One row: for each column the value and a piece of its source."""
    assert set(celle) == set(COLONNE), voce
    return [(nome, voce, *cella) for nome, cella in celle.items()]


def giorni(quanti, fonte):
    return Durata(quanti), fonte


TABELLA = [
    *riga(
        "preavviso.ordinaria",
        p_consiglio=giorni(5, "art. 2"), p_collegio=giorni(5, "art. 18"),
        p_classe=giorni(5, "art. 15 lett. e"), pv_consiglio=giorni(5, "lett. b"),
        pv_classe=giorni(5, "lett. c"), na_collegio=giorni(5, "art. 6"),
        na_comitato=giorni(10, "art. 4 n. 3"), na_garanzia=giorni(5, "n. 5"),
    ),
    *riga(
        "preavviso.straordinaria",
        p_consiglio=giorni(3, "art. 2"), p_collegio=giorni(5, "art. 18"),
        p_classe=giorni(5, "art. 15 lett. e"), pv_consiglio=giorni(5, "lett. b"),
        pv_classe=giorni(5, "lett. c"), na_collegio=giorni(5, "art. 6"),
        na_comitato=giorni(10, "art. 4 n. 3"), na_garanzia=giorni(5, "n. 5"),
    ),
    *riga(
        "preavviso.urgente",
        p_consiglio=giorni(0, "art. 2"), p_collegio=giorni(0, "art. 18"),
        # By phone: the article changes the means, not the days; it is shown.
        p_classe=giorni(5, "art. 15 lett. e"), pv_consiglio=giorni(1, "lett. c"),
        pv_classe=(Durata(24, Unita.ORE), "lett. c"), na_collegio=giorni(5, "art. 6"),
        na_comitato=giorni(10, "art. 4 n. 3"), na_garanzia=giorni(5, "n. 5"),
    ),
    *riga(
        "richiesta.quota",
        p_consiglio=(Fraction(1, 3), "art. 1 lett. b"), p_collegio=(Fraction(1, 3), "art. 18"),
        p_classe=(Fraction(1, 3), PRASSI), pv_consiglio=(Fraction(1, 3), "lett. a"),
        pv_classe=(Fraction(1, 3), "lett. a"), na_collegio=(Fraction(1, 3), "art. 6"),
        na_comitato=(Fraction(1, 3), PRASSI), na_garanzia=(Fraction(1, 3), PRASSI),
    ),
    *riga(
        "richiesta.convocazione_entro",
        p_consiglio=giorni(7, "art. 2"), p_collegio=giorni(30, "L. 241/1990"),
        p_classe=giorni(30, "L. 241/1990"), pv_consiglio=giorni(30, "L. 241/1990"),
        pv_classe=giorni(30, "L. 241/1990"), na_collegio=giorni(30, "L. 241/1990"),
        na_comitato=giorni(30, "L. 241/1990"), na_garanzia=giorni(10, "n. 4"),
    ),
    *riga(
        "odg.integrazione",
        p_consiglio=giorni(5, "art. 2"), p_collegio=giorni(5, "art. 18"),
        p_classe=giorni(5, "art. 15 lett. e"), pv_consiglio=giorni(5, "lett. b"),
        pv_classe=giorni(5, "lett. c"), na_collegio=giorni(1, "art. 6"),
        na_comitato=giorni(10, "art. 4 n. 3"), na_garanzia=giorni(5, "n. 5"),
    ),
    *riga(
        "quorum.regola",
        p_consiglio=("meta_piu_uno", "art. 1"), p_collegio=("meta_piu_uno", "art. 17"),
        p_classe=("meta_piu_uno", ART_37), pv_consiglio=("meta_piu_uno", "lett. b"),
        pv_classe=("meta_piu_uno", ART_37), na_collegio=("meta_piu_uno", "art. 5"),
        na_comitato=("meta_piu_uno", "art. 4 n. 5"), na_garanzia=("meta_piu_uno", "n. 6"),
    ),
    *riga(
        "quorum.minimo",
        **dict.fromkeys(COLONNE, (0, PRASSI)) | {"na_comitato": (3, "art. 6 n. 1")},
    ),
    *riga(
        "quorum.per_tutta_la_seduta",
        **dict.fromkeys(COLONNE, (True, ART_37)) | {"na_collegio": (True, "art. 5")},
    ),
    *riga(
        "maggioranza.base",
        p_consiglio=("voti_validi", ART_37), p_collegio=("presenti", "art. 17"),
        p_classe=("voti_validi", "art. 15 lett. i"), pv_consiglio=("voti_validi", ART_37),
        pv_classe=("voti_validi", ART_37), na_collegio=("voti_validi", "art. 9"),
        na_comitato=("voti_validi", "art. 4 n. 7"), na_garanzia=("voti_validi", ART_37),
    ),
    *riga(
        "voto.astensione",
        **dict.fromkeys(COLONNE, (True, ART_37))
        | {"na_comitato": (True, "art. 6 n. 6"), "na_garanzia": (False, "n. 7")},
    ),
    *riga(
        "parita.palese",
        p_consiglio=("prevale_presidente", "art. 5"), p_collegio=("prevale_presidente", "art. 17"),
        p_classe=("prevale_presidente", "art. 15 lett. i"),
        pv_consiglio=("prevale_presidente", ART_37), pv_classe=("prevale_presidente", ART_37),
        na_collegio=("prevale_presidente", "art. 9"),
        na_comitato=("prevale_presidente", "art. 4 n. 7"),
        na_garanzia=("prevale_presidente", "n. 7"),
    ),
    *riga("parita.segreta", **dict.fromkeys(COLONNE, ("non_approvata", ART_37))),
    *riga(
        "parita.persone",
        **dict.fromkeys(COLONNE, ("sorteggio", "O.M. 215/1991"))
        | {"na_collegio": ("anzianita", "art. 9")},
    ),
    *riga(
        "voto.persone",
        **dict.fromkeys(COLONNE, ("segreto", ART_37))
        | {
            "p_collegio": ("segreto", "art. 17"), "na_collegio": ("palese", "art. 9"),
            "na_comitato": ("segreto", "art. 4 n. 6"),
        },
    ),
    *riga(
        "seduta.pubblica",
        **dict.fromkeys(COLONNE, (False, "D.Lgs. 297/1994, art. 42"))
        | {"p_consiglio": (True, "art. 3"), "pv_consiglio": (True, "D.Lgs. 297/1994, art. 42")},
    ),
    *riga(
        "odg.aggiunta",
        **dict.fromkeys(COLONNE, ("unanimita", PRASSI))
        | {
            "p_consiglio": ("maggioranza_componenti", "art. 6"),
            "pv_consiglio": ("frazione_presenti", "lett. c"),
            "na_collegio": ("unanimita", "art. 7"),
        },
    ),
    *riga("odg.aggiunta_quota", **dict.fromkeys(COLONNE, (Fraction(2, 3), PRASSI))),
    *riga(
        "documenti.deposito",
        p_consiglio=giorni(2, "art. 10"), p_collegio=giorni(5, "art. 18"),
        p_classe=giorni(5, "art. 15 lett. e"), pv_consiglio=giorni(5, "lett. b"),
        pv_classe=giorni(5, "lett. c"), na_collegio=giorni(5, "art. 6"),
        na_comitato=giorni(10, "art. 4 n. 3"), na_garanzia=giorni(5, "n. 5"),
    ),
    *riga(
        "verbale.pubblicazione_entro",
        **dict.fromkeys(COLONNE, giorni(8, CM_105)) | {"p_consiglio": giorni(20, "art. 9")},
    ),
    *riga(
        "verbale.anticipo",
        **dict.fromkeys(COLONNE, giorni(0, PRASSI)) | {"na_collegio": giorni(5, "art. 12")},
    ),
    *riga(
        "verbale.copia_ufficio",
        **dict.fromkeys(COLONNE, giorni(0, PRASSI))
        | {"pv_classe": (Durata(5, Unita.GIORNI_LAVORATIVI), "lett. g")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("nome", "voce", "valore", "fonte"), TABELLA, ids=[f"{r[0]}-{r[1]}" for r in TABELLA]
)
def test_every_cell_has_its_value_and_its_source(nome, voce, valore, fonte):
    trovato = COLONNE[nome].valore(voce)
    assert trovato.valore == valore
    assert fonte in trovato.fonte


def test_the_phone_of_the_council_of_a_class_shows_that_no_other_term_is_written():
    assert "telefono" in COLONNE["p_classe"].valore("preavviso.urgente").in_contrasto_con


# Row by row through the rules and through ``calcola``


@pytest.mark.parametrize("tipo", TipoSeduta)
@pytest.mark.parametrize("colonna", COLONNE.values(), ids=COLONNE)
def test_the_notice_is_in_time_on_the_last_day_and_late_the_day_after(colonna, tipo):
    preavviso = colonna.valore(f"preavviso.{tipo}")
    quanti = 1 if preavviso.valore.unita is Unita.ORE else preavviso.valore.quantita
    ultimo = 20 - quanti
    for giorno, in_tempo in ((ultimo, True), (ultimo + 1, False)):
        detto = colonna.calcola(
            "termine", tipo=tipo, seduta=SEDUTA, convocazione=f"2026-03-{giorno:02d}"
        )
        assert detto["giorni_preavviso"] == quanti
        assert detto["ultimo_giorno_utile"] == f"2026-03-{ultimo:02d}"
        assert detto["nei_termini"] is in_tempo
        assert preavviso.fonte in {motivo["fonte"] for motivo in detto["perche"]}


@pytest.mark.parametrize("colonna", COLONNE.values(), ids=COLONNE)
def test_a_third_of_the_members_asks_for_a_sitting(colonna):
    quota = colonna.regola("richiesta.quota", Fraction)
    for in_carica, firme in ((19, 7), (70, 24), (11, 4), (5, 2)):
        assert not giudica_richiesta(firme - 1, in_carica, quota=quota).sufficiente
        giudizio = giudica_richiesta(firme, in_carica, quota=quota)
        assert giudizio.sufficiente
        assert giudizio.motivo.fonte == quota.fonte


@pytest.mark.parametrize(
    ("in_carica", "legale", "nel_comitato"),
    [(19, 10, 10), (20, 11, 11), (5, 3, 3), (4, 3, 3), (3, 2, 3)],
)
@pytest.mark.parametrize("nome", COLONNE)
def test_half_plus_one_is_enough_and_one_less_is_not(nome, in_carica, legale, nel_comitato):
    colonna = COLONNE[nome]
    regola = colonna.regola("quorum.regola", RegolaQuorum)
    minimo = colonna.regola("quorum.minimo", int)
    dovuti = nel_comitato if nome == "na_comitato" else legale
    for presenti, valida in ((dovuti - 1, False), (dovuti, True)):
        giudizio = giudica_presenze(in_carica, presenti, regola=regola, minimo=minimo)
        detto = colonna.calcola("quorum", in_carica=in_carica, presenti=presenti)
        assert (giudizio.numero_legale, giudizio.valida) == (dovuti, valida)
        assert (detto["numero_legale"], detto["valida"]) == (dovuti, valida)
        assert {m["fonte"] for m in detto["perche"]} <= {regola.fonte, minimo.fonte}


def regole_del_voto(colonna, forma=PALESE):
    return RegoleDelVoto(
        colonna.regola("maggioranza.base", BaseMaggioranza),
        colonna.regola(f"parita.{forma}", EsitoParita),
    )


@pytest.mark.parametrize("nome", COLONNE)
def test_twenty_fifteen_five_of_forty(nome):
    """It fails where the majority is counted on those present, and there only."""
    colonna = COLONNE[nome]
    astenuti = 5 if colonna.valore("voto.astensione").valore else 0
    voti = Voti(35 + astenuti, 20, 15, astenuti)
    regole = regole_del_voto(colonna)
    giudizio = giudica_votazione(voti, forma=PALESE, presidente=SI, regole=regole)
    attesi = (21, False) if nome == "p_collegio" else (18, True)
    assert (giudizio.necessari, giudizio.approvata) == attesi
    detto = colonna.calcola(
        "votazione", forma="palese", presenti=voti.presenti, favorevoli=20, contrari=15,
        astenuti=astenuti, presidente="favorevole",
    )  # fmt: skip
    assert (detto["necessari"], detto["approvata"]) == attesi
    assert detto["perche"][0]["fonte"] == regole.base.fonte
    assert "20 a favore" in detto["perche"][0]["testo"]


@pytest.mark.parametrize("organo", ["na_garanzia", "p_classe", "pv_classe"])
def test_where_nobody_may_abstain_an_abstention_is_refused_with_the_article(organo):
    colonna = COLONNE[organo]
    scrutinio = {} if organo == "na_garanzia" else {"scrutinio": True}
    with pytest.raises(DatiErrati) as errore:
        colonna.calcola(
            "votazione", forma="palese", presenti=4, favorevoli=2, contrari=1, astenuti=1,
            presidente="favorevole", **scrutinio,
        )  # fmt: skip
    voce = "scrutinio.astensione" if scrutinio else "voto.astensione"
    (guasto,) = errore.value.guasti
    assert colonna.valore(voce).fonte in str(guasto)


@pytest.mark.parametrize("colonna", COLONNE.values(), ids=COLONNE)
def test_a_tie_follows_the_president_in_the_open_and_fails_in_secret(colonna):
    voti = Voti(10, 5, 5, 0)
    for presidente, approvata in ((SI, True), (VotoPresidente.CONTRARIO, False)):
        aperto = giudica_votazione(
            voti, forma=PALESE, presidente=presidente, regole=regole_del_voto(colonna)
        )
        assert aperto.approvata is approvata
        assert aperto.perche[-1].fonte == colonna.valore("parita.palese").fonte
    chiuso = giudica_votazione(
        voti, forma=SEGRETA, presidente=None, regole=regole_del_voto(colonna, SEGRETA)
    )
    assert not chiuso.approvata
    assert chiuso.perche[-1].fonte == colonna.valore("parita.segreta").fonte


@pytest.mark.parametrize("nome", COLONNE)
def test_on_persons_the_vote_is_secret_but_in_one_collegio(nome):
    su_persone = COLONNE[nome].regola("voto.persone", FormaVoto)

    def contro(forma, modo, genere=GenereVotazione.PROPOSTA, *, persone=True):
        voto = DaVotare(genere, forma, modo, "Si approva.")
        return verifica_forma(voto, su_persone, riguarda_persone=persone)

    aperto = contro(PALESE, ModoVotazione.ALZATA)
    assert (aperto == []) is (nome == "na_collegio")
    assert all(violazione.fonte == su_persone.fonte for violazione in aperto)
    assert contro(SEGRETA, ModoVotazione.URNA) == []
    assert contro(SEGRETA, ModoVotazione.URNA, persone=False)


@pytest.mark.parametrize(
    ("nome", "favorevoli"),
    # Of 19 in office and 13 present.
    [("p_consiglio", 10), ("pv_consiglio", 9), ("na_collegio", 13), ("p_collegio", 13)],
)
def test_an_item_added_at_the_sitting(nome, favorevoli):
    colonna = COLONNE[nome]
    regola = colonna.regola("odg.aggiunta", AggiuntaOdg)
    quota = colonna.regola("odg.aggiunta_quota", Fraction)
    for si, ammessa in ((favorevoli - 1, False), (favorevoli, True)):
        giudizio = giudica_aggiunta(
            in_carica=19, presenti=13, favorevoli=si, regola=regola, quota=quota
        )
        assert (giudizio.necessari, giudizio.ammessa) == (favorevoli, ammessa)
        assert giudizio.motivo.fonte == regola.fonte


# What holds for every count

numeri = st.integers(0, 400)


@given(in_carica=numeri, presenti=numeri, arrivano=numeri, minimo=st.integers(0, 5))
def test_who_comes_in_never_moves_the_legal_number(in_carica, presenti, arrivano, minimo):
    regola = Valore(RegolaQuorum.META_PIU_UNO, "art. 37 c. 2")

    def giudizio(quanti):
        return giudica_presenze(in_carica, quanti, regola=regola, minimo=Valore(minimo, "art. 6"))

    prima, dopo = giudizio(presenti), giudizio(presenti + arrivano)
    assert prima.numero_legale == dopo.numero_legale
    assert prima.valida <= dopo.valida


def sui_presenti(voti, presidente):
    colonna = COLONNE["p_collegio"]
    return giudica_votazione(
        voti, forma=PALESE, presidente=presidente, regole=regole_del_voto(colonna)
    ).approvata


@given(numeri, numeri, numeri, st.sampled_from(VotoPresidente))
def test_counted_on_those_present_an_abstention_never_helps(si, no, astenuti, presidente):
    """Whoever abstains, in the place of a vote or as one more present, makes nothing pass."""
    prima = sui_presenti(Voti(si + no + astenuti, si, no, astenuti), presidente)
    dopo = [Voti(si + no + astenuti + 1, si, no, astenuti + 1)]
    if si:
        dopo.append(Voti(si + no + astenuti, si - 1, no, astenuti + 1))
    if no:
        dopo.append(Voti(si + no + astenuti, si, no - 1, astenuti + 1))
    assert not any(sui_presenti(voti, presidente) > prima for voti in dopo)


def test_counted_on_the_votes_an_abstention_may_help():
    """One against two fails; if one of the two abstains and the president is for it, it passes."""
    regole = regole_del_voto(COLONNE["na_collegio"])
    for voti, approvata in ((Voti(3, 1, 2, 0), False), (Voti(3, 1, 1, 1), True)):
        giudizio = giudica_votazione(voti, forma=PALESE, presidente=SI, regole=regole)
        assert giudizio.approvata is approvata
