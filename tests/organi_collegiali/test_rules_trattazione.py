"""The agenda at the sitting: the order, the outcomes, the closing, the hour."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organi_collegiali.enums import (
    Carica,
    Componente,
    EsitoPunto,
    GenereVotazione,
    NaturaPunto,
    RegolaSegretario,
    StatoVotazione,
)
from organi_collegiali.rules.aula import trattazione
from organi_collegiali.rules.aula.cariche_di_seduta import chi_verbalizza, verifica_cariche
from organi_collegiali.rules.aula.presidenza import Presente
from organi_collegiali.rules.aula.trattazione import Trattato, VotoSulPunto
from organi_collegiali.rules.voto.voto_in_breve import Esito, in_breve

TRATTATO = EsitoPunto.TRATTATO.value


def punto(numero, natura=NaturaPunto.DELIBERA, **altro):
    return Trattato(numero, f"Punto {numero}", natura, **altro)


def voto(stato, approvata=None, genere=GenereVotazione.PROPOSTA):
    return VotoSulPunto(genere, stato, approvata)


PROCLAMATA, APERTA, CHIUSA = (
    StatoVotazione.PROCLAMATA, StatoVotazione.APERTA, StatoVotazione.CHIUSA,
)  # fmt: skip


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]


@pytest.mark.parametrize(
    ("quale", "punti", "attesi"),
    [
        (1, [punto(1), punto(2)], []),
        (2, [punto(1), punto(2)], ["ordine"]),
        (2, [punto(1, esito=TRATTATO), punto(2)], []),
        (2, [punto(1, iniziato=True), punto(2)], ["punto_aperto"]),
        (1, [punto(1, esito=TRATTATO), punto(2)], ["punto_chiuso"]),
        (1, [punto(1), punto(2, iniziato=True)], ["punto_aperto"]),
        (3, [punto(1, esito=TRATTATO), punto(2, esito="rinviato"), punto(3)], []),
    ],
)
def test_items_are_begun_in_the_order_of_the_notice(quale, punti, attesi):
    scelto = next(p for p in punti if p.numero == quale)
    assert codici(trattazione.verifica_avvio(scelto, punti)) == attesi


@given(st.lists(st.sampled_from(["", TRATTATO, "rinviato"]), min_size=1, max_size=12))
def test_one_item_at_most_can_be_begun_and_only_one_when_any_is_left(esiti):
    punti = [punto(n, esito=esito) for n, esito in enumerate(esiti, 1)]
    si_avviano = [p for p in punti if not trattazione.verifica_avvio(p, punti)]
    assert len(si_avviano) == (1 if "" in esiti else 0)


@pytest.mark.parametrize(
    ("natura", "votazioni", "attesi"),
    [
        (NaturaPunto.SENZA_VOTO, (), "trattato rinviato ritirato"),
        (NaturaPunto.VARIE, (), "trattato rinviato ritirato"),
        (NaturaPunto.DELIBERA, (), "trattato rinviato ritirato"),
        (NaturaPunto.DELIBERA, (voto(PROCLAMATA, True),), "deliberato"),
        (NaturaPunto.DELIBERA, (voto(PROCLAMATA, False),), "non_approvato rinviato ritirato"),
        (
            NaturaPunto.DELIBERA,
            (voto(PROCLAMATA, True, GenereVotazione.EMENDAMENTO),),
            "trattato rinviato ritirato",
        ),
        (
            NaturaPunto.DELIBERA,
            (voto(PROCLAMATA, False, GenereVotazione.EMENDAMENTO), voto(PROCLAMATA, True)),
            "deliberato",
        ),
        (
            NaturaPunto.DELIBERA,
            (voto(StatoVotazione.ANNULLATA, True),),
            "trattato rinviato ritirato",
        ),
    ],
)
def test_what_was_proclaimed_says_the_outcome(natura, votazioni, attesi):
    trovati = trattazione.esiti_possibili(punto(1, natura, votazioni=votazioni))
    assert [esito.value for esito in trovati] == attesi.split()


@pytest.mark.parametrize("natura", [NaturaPunto.VARIE, NaturaPunto.SENZA_VOTO])
def test_what_is_without_a_vote_is_never_deliberated(natura):
    for stato, approvata in product(StatoVotazione, (True, False, None)):
        votato = punto(1, natura, iniziato=True, votazioni=(voto(stato, approvata),))
        assert EsitoPunto.DELIBERATO not in trattazione.esiti_possibili(votato)


CASI_ESITO = [
    (punto(1, iniziato=True, natura=NaturaPunto.SENZA_VOTO), "trattato", "", True, []),
    (punto(1, iniziato=True, natura=NaturaPunto.SENZA_VOTO), "trattato", "", False, []),
    (punto(1, natura=NaturaPunto.SENZA_VOTO), "trattato", "", True, ["non_iniziato"]),
    (punto(1), "rinviato", "Manca il parere", True, []),
    (punto(1), "rinviato", "  ", True, ["motivo"]),
    (punto(1), "ritirato", "", True, ["motivo"]),
    (punto(1, iniziato=True), "trattato", "", True, ["motivo"]),
    (punto(1, iniziato=True), "trattato", "Se ne prende atto", True, []),
    (punto(1, iniziato=True), "trattato", "Se ne prende atto", False, ["numero_legale"]),
    (punto(1, iniziato=True), "deliberato", "", True, ["esito"]),
    (punto(1, iniziato=True), "non_ammesso", "x", True, ["esito"]),
    (punto(1, iniziato=True, esito=TRATTATO), "rinviato", "x", True, ["punto_chiuso"]),
    (
        punto(1, iniziato=True, votazioni=(voto(APERTA),)), "rinviato", "x", True,
        ["votazione_aperta"],
    ),
    (
        punto(1, iniziato=True, votazioni=(voto(CHIUSA, True),)), "trattato", "x", True,
        ["votazione_aperta"],
    ),
    (punto(1, iniziato=True, votazioni=(voto(PROCLAMATA, True),)), "deliberato", "", True, []),
    (
        punto(1, iniziato=True, votazioni=(voto(PROCLAMATA, True),)), "rinviato", "x", True,
        ["esito"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("quale", "esito", "motivo", "legale", "attesi"), CASI_ESITO)
def test_how_an_item_ends(quale, esito, motivo, legale, attesi):
    trovate = trattazione.verifica_esito(
        quale, EsitoPunto(esito), motivo=motivo, numero_legale=legale
    )
    assert codici(trovate) == attesi


def test_the_closing_names_the_items_without_an_outcome():
    punti = [punto(1, esito=TRATTATO), punto(2), punto(3)]
    (violazione,) = trattazione.verifica_chiusura(punti)
    assert violazione.testo == ("2 punti non hanno ancora un esito: 2. Punto 2; 3. Punto 3.")
    assert trattazione.verifica_chiusura(punti[:1]) == []


PRESENTI = [
    Presente("preside", Componente.DIRIGENTE),
    Presente("maestra", Componente.DOCENTI, Carica.SEGRETARIO),
    Presente("maestro", Componente.DOCENTI),
    Presente("madre", Componente.GENITORI, Carica.PRESIDENTE),
    Presente("dsga", Componente.ATA, con_voto=False),
]


@pytest.mark.parametrize(
    ("regola", "presiede", "presenti", "chi", "fra"),
    [
        ("nominato", "madre", PRESENTI, "maestra", {"preside", "maestra", "maestro"}),
        ("nominato", "maestra", PRESENTI, None, {"preside", "maestro", "madre"}),
        ("dsga", "preside", PRESENTI, "dsga", {"dsga"}),
        ("dsga", "preside", PRESENTI[:3], None, {"maestra", "maestro"}),
        ("designato", "preside", PRESENTI, "maestra", {"maestra", "maestro"}),
        ("designato", "preside", [PRESENTI[0], PRESENTI[2]], None, {"maestro"}),
    ],
)
def test_who_writes_by_the_rule_of_the_organ(regola, presiede, presenti, chi, fra):
    trovato = chi_verbalizza(
        presenti, regola=RegolaSegretario(regola), presiede=presiede, dsga={"dsga"}
    )
    assert trovato.chi == chi
    assert set(trovato.fra) == fra
    assert presiede not in trovato.fra


@pytest.mark.parametrize(
    ("presiede", "verbalizza", "da_solo", "attesi"),
    [
        ("a", "b", False, []),
        ("a", "dsga", False, []),
        ("dsga", "b", False, ["presiede"]),
        ("fuori", "b", False, ["presiede"]),
        ("a", "fuori", False, ["verbalizza"]),
        ("a", "a", False, ["stessa_persona"]),
        ("a", "a", True, []),
    ],
)
def test_two_persons_hold_a_sitting(presiede, verbalizza, da_solo, attesi):
    trovate = verifica_cariche(
        presiede, verbalizza, votano={"a", "b"}, presenti={"a", "b", "dsga"}, da_solo=da_solo
    )
    assert codici(trovate) == attesi


@pytest.mark.parametrize(
    ("genere", "approvata", "cifre", "necessari", "numero", "testo"),
    [
        ("proposta", True, (14, 11, 1, 2), 7, 129, "delibera n. 129: 11 sì, 1 no, 2 astenuti"),
        ("proposta", True, (13, 13, 0, 0), 7, 130, "delibera n. 130: unanimità dei 13"),
        ("emendamento", False, (14, 5, 8, 1), 7, None,
         "emendamento non approvato: 5 sì, ne servivano 7"),
        ("ammissione", False, (14, 9, 5, 0), 10, None, "non ammesso: 9 sì, ne servivano 10"),
        ("ammissione", True, (14, 10, 4, 0), 10, None, "ammesso: 10 sì, 4 no"),
        ("ordine", True, (14, 8, 6, 0), 8, None, "ordine invertito: 8 sì, 6 no"),
        ("elezione", True, (14, 0, 0, 0), 1, 131, "delibera n. 131: eletti proclamati"),
        ("alternativa", False, (14, 0, 0, 0), 8, None, "scelta fra più proposte senza esito"),
    ],
)  # fmt: skip
def test_a_vote_in_one_line(genere, approvata, cifre, necessari, numero, testo):
    presenti, favorevoli, contrari, astenuti = cifre
    esito = Esito(
        GenereVotazione(genere), approvata, presenti, favorevoli, contrari, astenuti, necessari,
        numero,
    )  # fmt: skip
    assert in_breve(esito) == testo
