"""Steps of state, obstacles to freezing and certifying, levels set by a person."""

from datetime import date

import pytest

from competenze.enums import Livello, StatoClasse, StatoInserimento, StatoRilevazione
from competenze.rules.decisioni import (
    livello_valido,
    verifica_decisione,
    verifica_delibera,
    verifica_valutazione,
)
from competenze.rules.lingue import chiave, scomponi
from competenze.rules.stati import (
    PASSAGGI_CLASSE,
    PASSAGGI_INSERIMENTO,
    PASSAGGI_RILEVAZIONE,
    Casella,
    Disciplina,
    passaggio,
    puo_certificare,
    puo_congelare,
    puo_registrare,
    verifica_passaggio,
)

SCRUTINIO = date(2024, 6, 12)
FATTA = Disciplina("Italiano", StatoInserimento.REGISTRATO)
MANCA = Disciplina("Chimica", StatoInserimento.APERTO, mancanti=12)
SPIEGATA = Disciplina("Religione", StatoInserimento.APERTO, 3, motivo="supplente non nominato")


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]


@pytest.mark.parametrize(
    ("passaggi", "atto", "da", "a"),
    [
        (PASSAGGI_RILEVAZIONE, "apri", StatoRilevazione.BOZZA, StatoRilevazione.APERTA),
        (PASSAGGI_RILEVAZIONE, "riapri", StatoRilevazione.CHIUSA, StatoRilevazione.APERTA),
        (PASSAGGI_INSERIMENTO, "registra", StatoInserimento.APERTO, StatoInserimento.REGISTRATO),
        (PASSAGGI_INSERIMENTO, "riapri", StatoInserimento.REGISTRATO, StatoInserimento.APERTO),
        (PASSAGGI_CLASSE, "congela", StatoClasse.APERTA, StatoClasse.CONGELATA),
        (PASSAGGI_CLASSE, "certifica", StatoClasse.CONGELATA, StatoClasse.CERTIFICATA),
        (PASSAGGI_CLASSE, "riapri", StatoClasse.CONGELATA, StatoClasse.APERTA),
        (PASSAGGI_CLASSE, "annulla", StatoClasse.CERTIFICATA, StatoClasse.CONGELATA),
    ],
)
def test_i_passaggi_dichiarati(passaggi, atto, da, a):
    assert passaggio(passaggi, atto, da).a == a
    assert verifica_passaggio(passaggi, atto, da, "motivo scritto") == ()


@pytest.mark.parametrize(
    ("atto", "stato"),
    [
        ("congela", StatoClasse.CONGELATA),
        ("congela", StatoClasse.CERTIFICATA),
        ("certifica", StatoClasse.APERTA),
        ("riapri", StatoClasse.APERTA),
        ("riapri", StatoClasse.CERTIFICATA),
    ],
)
def test_gli_altri_passaggi_non_esistono(atto, stato):
    (violazione,) = verifica_passaggio(PASSAGGI_CLASSE, atto, stato, "motivo")
    assert violazione.codice == "stato_incompatibile"
    assert f"«{stato.etichetta.lower()}»" in violazione.testo


@pytest.mark.parametrize("motivo", ["", "  \n"])
def test_si_riapre_solo_con_un_motivo(motivo):
    violazioni = verifica_passaggio(
        PASSAGGI_INSERIMENTO, "riapri", StatoInserimento.REGISTRATO, motivo
    )
    assert codici(violazioni) == ["motivo_mancante"]


def test_si_congela_quando_ogni_buco_ha_un_motivo():
    assert puo_congelare(StatoClasse.APERTA, [FATTA, SPIEGATA]) == ()
    (ostacolo,) = puo_congelare(StatoClasse.APERTA, [FATTA, MANCA, SPIEGATA])
    assert ostacolo.codice == "disciplina_mancante"
    assert "Chimica non ha registrato (12 caselle vuote)" in ostacolo.testo
    assert codici(puo_congelare(StatoClasse.CONGELATA, [FATTA])) == ["stato_incompatibile"]


def test_chi_ha_registrato_con_caselle_vuote_impedisce_di_congelare():
    incompleta = Disciplina("Storia", StatoInserimento.REGISTRATO, mancanti=2)
    (ostacolo,) = puo_congelare(StatoClasse.APERTA, [FATTA, incompleta])
    assert ostacolo.codice == "disciplina_incompleta"
    assert "Storia ha registrato, ma mancano 2 caselle: si riapre" in ostacolo.testo
    una = Disciplina("Storia", StatoInserimento.REGISTRATO, mancanti=1)
    assert "ma manca 1 casella:" in puo_congelare(StatoClasse.APERTA, [una])[0].testo
    spiegata = Disciplina("Storia", StatoInserimento.REGISTRATO, 2, motivo="arrivata a giugno")
    assert puo_congelare(StatoClasse.APERTA, [spiegata]) == ()


def test_si_registra_solo_una_griglia_piena():
    assert puo_registrare(0) == ()
    assert "1 casella è vuota" in puo_registrare(1)[0].testo
    assert "9 caselle sono vuote" in puo_registrare(9)[0].testo


def test_si_certifica_dopo_lo_scrutinio_con_ogni_livello():
    caselle = [
        Casella("Ferrante Ludovica", "Digitale", definita=True),
        Casella("Hoxha Klea", "Inglese", definita=False, motivo="arrivata a maggio"),
    ]
    congelata = StatoClasse.CONGELATA
    assert puo_certificare(congelata, caselle, scrutinio=SCRUTINIO, oggi=SCRUTINIO) == ()
    aperta = [*caselle, Casella("Gatti Beatrice", "Digitale", definita=False)]
    ostacoli = puo_certificare(congelata, aperta, scrutinio=SCRUTINIO, oggi=date(2024, 6, 11))
    assert codici(ostacoli) == ["scrutinio_non_svolto", "livello_da_definire"]
    assert "mercoledì 12 giugno 2024" in ostacoli[0].testo
    assert "Gatti Beatrice, Digitale" in ostacoli[1].testo


def test_senza_giorno_di_scrutinio_non_si_certifica():
    ostacoli = puo_certificare(StatoClasse.CONGELATA, [], scrutinio=None, oggi=SCRUTINIO)
    assert codici(ostacoli) == ["scrutinio_non_svolto"]


@pytest.mark.parametrize(
    ("deciso", "deliberato", "livello", "origine"),
    [
        (None, None, "C", "media"),
        (Livello.B, None, "B", "decisione"),
        (None, Livello.A, "A", "consiglio"),
        (Livello.B, Livello.C, "C", "consiglio"),
    ],
)
def test_che_livello_vale(deciso, deliberato, livello, origine):
    valido = livello_valido(Livello.C, deciso, deliberato)
    assert (valido.livello, valido.origine) == (livello, origine)


def test_non_valutato_vuole_un_motivo_e_un_livello_no():
    assert verifica_valutazione(Livello.NV, "in mobilità all'estero") == ()
    assert verifica_valutazione(Livello.D, "") == ()
    assert codici(verifica_valutazione(Livello.NV, " ")) == ["motivo_mancante"]
    assert codici(verifica_valutazione(Livello.D, "perché")) == ["motivo_superfluo"]


@pytest.mark.parametrize(
    ("proposto", "deciso", "motivo", "attesi"),
    [
        (Livello.C, Livello.B, "prova del 25 maggio", []),
        (None, Livello.B, "prova del 25 maggio", []),
        (Livello.C, Livello.B, " ", ["motivo_mancante"]),
        (Livello.C, Livello.C, "conferma", ["livello_uguale"]),
        (Livello.C, Livello.NV, "assente", ["livello_non_certificabile"]),
        (Livello.C, Livello.C, "", ["livello_uguale", "motivo_mancante"]),
    ],
)
def test_la_decisione_del_coordinatore(proposto, deciso, motivo, attesi):
    assert codici(verifica_decisione(proposto, deciso, motivo)) == attesi


def test_la_delibera_diversa_vuole_un_motivo():
    assert verifica_delibera(Livello.C, Livello.C, "") == ()
    assert verifica_delibera(Livello.C, Livello.B, "deliberato a maggioranza") == ()
    assert codici(verifica_delibera(None, Livello.B, "")) == ["motivo_mancante"]


def test_la_chiave_di_una_lingua_va_e_torna():
    assert chiave("multilinguistica", "inglese") == "multilinguistica:inglese"
    assert scomponi(chiave("multilinguistica", "lingua dei segni")) == (
        "multilinguistica",
        "lingua dei segni",
    )
    assert scomponi(chiave("digitale")) == ("digitale", "")


@pytest.mark.parametrize(("competenza", "lingua"), [("", ""), ("a:b", ""), ("a", "b:c"), ("", "b")])
def test_una_chiave_sbagliata_non_si_scrive(competenza, lingua):
    with pytest.raises(ValueError, match="chiave di competenza"):
        chiave(competenza, lingua)
