"""Who may apply, through whom, with which permission; which works need no comparison."""

from dataclasses import replace
from datetime import date

import pytest

from selezioni_pon.enums import (
    Cittadinanza,
    Deroga,
    EsenzioneAutorizzazione,
    Fase,
    Provenienza,
    StatoAutorizzazione,
)
from selezioni_pon.rules.autorizzazione import (
    Autorizzazione,
    stato_autorizzazione,
    verifica_affidamento,
)
from selezioni_pon.rules.cooperativa import (
    Cooperativa,
    con_chi_si_stipula,
    verifica_cooperativa,
)
from selezioni_pon.rules.esclusioni import Prestazione, fuori_dal_confronto
from selezioni_pon.rules.requisiti import Requisiti, perche_ammesso, verifica_ammissione
from tests.selezioni_pon.scena_bandi import codici, regole

REGOLE = regole().avviso
PORTO_VENERE = regole("ic-porto-venere").avviso
BUONI = Requisiti(
    provenienza=Provenienza.PRIVATO,
    cittadinanza=Cittadinanza.UE,
    diritti_civili=True,
    senza_condanne=True,
    senza_procedimenti=True,
    specializzazione=True,
)
SENZA_LAUREA = replace(BUONI, specializzazione=False)
ALTRA = Provenienza.ALTRA_AMMINISTRAZIONE


def contro(requisiti, fase=Fase.ESTERNI, regola=REGOLE):
    return codici(verifica_ammissione(requisiti, fase, regola))


@pytest.mark.parametrize(
    ("altro", "codice", "lettera"),
    [
        ({"diritti_civili": False}, "diritti_civili", "lett. b"),
        ({"senza_condanne": False}, "senza_condanne", "lett. c"),
        ({"senza_procedimenti": False}, "senza_procedimenti", "lett. d"),
        ({"specializzazione": False}, "specializzazione", "lett. e"),
    ],
)
def test_each_requirement_has_its_letter(altro, codice, lettera):
    assert contro(BUONI) == []
    [violazione] = verifica_ammissione(replace(BUONI, **altro), Fase.ESTERNI, REGOLE)
    assert (violazione.codice, violazione.campo) == (codice, codice)
    assert lettera in violazione.fonte


@pytest.mark.parametrize(
    ("cittadinanza", "legge", "porto_venere", "tutti"),
    [
        (Cittadinanza.UE, [], [], []),
        (Cittadinanza.EQUIPARATA, [], ["cittadinanza"], []),
        (Cittadinanza.ALTRA, ["cittadinanza"], ["cittadinanza"], []),
    ],
)
def test_the_citizenship_is_as_the_school_writes_it(cittadinanza, legge, porto_venere, tutti):
    requisiti = replace(BUONI, cittadinanza=cittadinanza)
    assert contro(requisiti) == legge
    assert contro(requisiti, regola=PORTO_VENERE) == porto_venere
    assert contro(requisiti, regola=regole(cittadinanza="tutti").avviso) == tutti


def test_where_the_regulation_contradicts_itself_the_refusal_says_so():
    rifiutato = replace(BUONI, cittadinanza=Cittadinanza.EQUIPARATA)
    [violazione] = verifica_ammissione(rifiutato, Fase.ESTERNI, PORTO_VENERE)
    assert "italiani o stranieri" in violazione.testo


@pytest.mark.parametrize("deroga", [Deroga.ORDINE, Deroga.ARTE])
def test_experience_takes_the_place_of_the_degree_and_is_ascertained(deroga):
    assert contro(replace(SENZA_LAUREA, deroga=deroga)) == ["esperienza"]
    accertata = replace(SENZA_LAUREA, deroga=deroga, esperienza_accertata=True)
    assert contro(accertata) == []
    [motivo] = perche_ammesso(accertata)
    assert "art. 5 c. 3" in motivo.fonte
    assert deroga.etichetta in motivo.testo
    assert perche_ammesso(BUONI) == ()


@pytest.mark.parametrize("deroga", [Deroga.INFORMATICA, Deroga.DIDATTICA])
def test_the_law_now_lets_in_more_than_the_regulation_names(deroga):
    [violazione] = verifica_ammissione(
        replace(SENZA_LAUREA, deroga=deroga), Fase.ESTERNI, PORTO_VENERE
    )
    assert (violazione.codice, violazione.campo) == ("esperienza", "esperienza_accertata")
    [motivo] = perche_ammesso(replace(SENZA_LAUREA, deroga=deroga, esperienza_accertata=True))
    for fonte in (violazione.fonte, motivo.fonte):
        assert fonte.startswith("D.Lgs. 165/2001, art. 7 c. 6")
        assert "L. 69/2009, art. 22 c. 2" in fonte
    assert "art. 5 c. 3" in motivo.testo


@pytest.mark.parametrize(
    ("provenienza", "fase", "codice"),
    [
        (Provenienza.INTERNO, Fase.INTERNI, []),
        (Provenienza.PRIVATO, Fase.INTERNI, ["provenienza"]),
        (Provenienza.ALTRA_SCUOLA, Fase.ALTRE_SCUOLE, []),
        (Provenienza.INTERNO, Fase.ALTRE_SCUOLE, ["provenienza"]),
        (Provenienza.ALTRA_SCUOLA, Fase.ESTERNI, ["personale_di_altra_scuola"]),
        (ALTRA, Fase.ESTERNI, []),
        (Provenienza.COOPERATIVA, Fase.ESTERNI, []),
    ],
)
def test_each_call_is_for_its_people(provenienza, fase, codice):
    assert contro(replace(BUONI, provenienza=provenienza), fase) == codice


def test_one_call_for_all_takes_all():
    unico = regole(ordine_avvisi="unico_con_precedenze").avviso
    for provenienza in Provenienza:
        assert contro(replace(BUONI, provenienza=provenienza), regola=unico) == []


def test_the_own_staff_is_not_asked_what_the_employment_already_proves():
    interno = replace(
        SENZA_LAUREA, provenienza=Provenienza.INTERNO, cittadinanza=Cittadinanza.ALTRA
    )
    assert contro(interno, Fase.INTERNI) == []


def test_the_regulation_of_the_experts_is_not_for_the_staff_of_other_schools():
    collega = replace(
        SENZA_LAUREA, provenienza=Provenienza.ALTRA_SCUOLA, cittadinanza=Cittadinanza.EQUIPARATA
    )
    assert contro(collega, Fase.ALTRE_SCUOLE, PORTO_VENERE) == []


def test_not_only_teachers_work_in_other_schools():
    collega = replace(BUONI, provenienza=Provenienza.ALTRA_SCUOLA)
    [violazione] = verifica_ammissione(collega, Fase.ESTERNI, REGOLE)
    assert violazione.codice == "personale_di_altra_scuola"
    assert violazione.testo.startswith("Al personale di altre scuole")
    assert "artt. 35 e 57" in violazione.fonte


ARRIVATA = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("provenienza", "autorizzazione", "oggi", "stato"),
    [
        (Provenienza.PRIVATO, Autorizzazione(), ARRIVATA, StatoAutorizzazione.NON_SERVE),
        (Provenienza.INTERNO, Autorizzazione(), ARRIVATA, StatoAutorizzazione.NON_SERVE),
        (ALTRA, Autorizzazione(), ARRIVATA, StatoAutorizzazione.MANCA),
        (Provenienza.ALTRA_SCUOLA, Autorizzazione(), ARRIVATA, StatoAutorizzazione.MANCA),
        (ALTRA, Autorizzazione(esenzione=EsenzioneAutorizzazione.DOCENZA), ARRIVATA,
         StatoAutorizzazione.NON_SERVE),
        (ALTRA, Autorizzazione(ricevuta_il=ARRIVATA), date(2026, 4, 1),
         StatoAutorizzazione.ATTESA),
        (ALTRA, Autorizzazione(ricevuta_il=ARRIVATA), date(2026, 4, 2),
         StatoAutorizzazione.PER_SILENZIO),
        (ALTRA, Autorizzazione("Comune", ARRIVATA, concessa=True, risposta_il=ARRIVATA), ARRIVATA,
         StatoAutorizzazione.DATA),
        (ALTRA, Autorizzazione("Comune", ARRIVATA, concessa=False), date(2027, 1, 1),
         StatoAutorizzazione.NEGATA),
    ],
)  # fmt: skip
def test_the_permission_of_a_public_employee(provenienza, autorizzazione, oggi, stato):
    trovato, motivo = stato_autorizzazione(provenienza, autorizzazione, oggi)
    assert trovato is stato
    assert "art. 53" in motivo.fonte
    si_affida = stato in {"non_serve", "data", "per_silenzio"}
    attesi = [] if si_affida else [f"autorizzazione_{stato}"]
    assert codici(verifica_affidamento(provenienza, autorizzazione, oggi)) == attesi


@pytest.mark.parametrize(
    "parola",
    [
        "tempo_parziale",
        "docenza",
        "libera_professione",
        "convegni",
        "solo_rimborso",
        "aspettativa_comando",
    ],
)
def test_each_exemption_of_the_law_that_a_school_may_meet(parola):
    esente = Autorizzazione(esenzione=EsenzioneAutorizzazione(parola))
    stato, motivo = stato_autorizzazione(ALTRA, esente, ARRIVATA)
    assert stato is StatoAutorizzazione.NON_SERVE
    assert motivo.fonte == "D.Lgs. 165/2001, art. 53 c. 6"


@pytest.mark.parametrize(
    ("autorizzazione", "stato"),
    [
        (
            Autorizzazione(esenzione=EsenzioneAutorizzazione.DOCENZA),
            StatoAutorizzazione.MANCA,
        ),
        (Autorizzazione(ricevuta_il=ARRIVATA, concessa=True), StatoAutorizzazione.DATA),
        (Autorizzazione(ricevuta_il=ARRIVATA, concessa=False), StatoAutorizzazione.NEGATA),
    ],
)
def test_the_contract_wants_the_permission_of_the_other_school_also_to_teach(autorizzazione, stato):
    trovato, motivo = stato_autorizzazione(Provenienza.ALTRA_SCUOLA, autorizzazione, ARRIVATA)
    assert trovato is stato
    assert "CCNL Scuola 29 novembre 2007, artt. 35 e 57" in motivo.fonte
    assert "Porto Venere" not in motivo.fonte


COOPERATIVA = Cooperativa(
    "Cooperativa Il Faro", solo_con_lei=True, finalita=True, contributi=True, offerta_sua=True
)


@pytest.mark.parametrize(
    ("altro", "codice", "articolo"),
    [
        ({"nome": " "}, "cooperativa", "art. 3 c. 1"),
        ({"solo_con_lei": False}, "solo_con_la_cooperativa", "art. 1 c. 2"),
        ({"finalita": False}, "finalita_educativa", "art. 3 c. 4"),
        ({"contributi": False}, "contributi", "art. 3 c. 4"),
        ({"offerta_sua": False}, "offerta_della_cooperativa", "art. 4 c. 5"),
    ],
)
def test_what_a_cooperative_hands_in(altro, codice, articolo):
    assert verifica_cooperativa(COOPERATIVA) == []
    [violazione] = verifica_cooperativa(replace(COOPERATIVA, **altro))
    assert violazione.codice == codice
    assert articolo in violazione.fonte


def test_the_contract_is_made_with_the_cooperative():
    assert "Il Faro" in con_chi_si_stipula("Anna Neri", COOPERATIVA).testo
    assert con_chi_si_stipula("Anna Neri", None).testo == "Il contratto si fa con Anna Neri."


@pytest.mark.parametrize(
    ("prestazione", "regole_trovate"),
    [
        (Prestazione(), []),
        (Prestazione(organo_di_controllo=True), ["organo_di_controllo"]),
        (Prestazione(episodica=True, autonoma=True), []),
        (Prestazione(episodica=True, progettata_dalla_scuola=False), []),
        (Prestazione(episodica=True, autonoma=True, progettata_dalla_scuola=False),
         ["meramente_occasionale"]),
    ],
)  # fmt: skip
def test_what_needs_no_comparison(prestazione, regole_trovate):
    motivi = fuori_dal_confronto(prestazione)
    assert [motivo.regola for motivo in motivi] == regole_trovate
    assert all("art. 5" in motivo.fonte for motivo in motivi)
