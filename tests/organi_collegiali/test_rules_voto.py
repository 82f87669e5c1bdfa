"""Votes of every kind: the tables of the regulations, the boundaries, what holds for all counts."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cpia.norme.enums import AggiuntaOdg, BaseMaggioranza, EsitoParita, FormaVoto, RegolaQuorum
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    Scelta,
    VotoPresidente,
)
from organi_collegiali.rules.aula.quorum import giudica_presenze
from organi_collegiali.rules.caso import Caso, RegoleDelPunto
from organi_collegiali.rules.voto import chi_presiede
from organi_collegiali.rules.voto.apertura_voto import (
    DaVotare,
    StatoDelPunto,
    forma_dovuta,
    verifica_apertura,
    verifica_momento,
    verifica_richiesta,
)
from organi_collegiali.rules.voto.cifre import (
    Cifre,
    verifica_alzata,
    verifica_nomi,
    verifica_schede,
    verifica_tutti,
)
from organi_collegiali.rules.voto.esito_voto import AltraRegola
from organi_collegiali.rules.voto.giudizio import giudica
from organi_collegiali.rules.voto.votazione import RegoleDelVoto, Voti, giudica_votazione
from organi_collegiali.rules.voto.voto_speciale import giudica_ballottaggio, quanti_occorrono

PALESE, SEGRETA = FormaVotazione.PALESE, FormaVotazione.SEGRETA
VALIDI, PRESENTI, COMPONENTI = BaseMaggioranza
PROPOSTA, BALLOTTAGGIO = GenereVotazione.PROPOSTA, GenereVotazione.BALLOTTAGGIO
SI, NO, ASTENUTO = VotoPresidente
META, DUE_TERZI = Fraction(1, 2), Fraction(2, 3)
CI_SI_ASTIENE = Valore(True, "art. 37 c. 3")
NON_CI_SI_ASTIENE = Valore(False, "art. 15 lett. i")
numeri = st.integers(0, 60)


def regole(base=VALIDI, *, modifica=VALIDI, quota=META, altre=()):
    parita = Valore(EsitoParita.PREVALE_PRESIDENTE, "art. 5")
    return RegoleDelPunto(
        RegoleDelVoto(Valore(base, "art. 17", "D.Lgs. 297/1994, art. 37 c. 3."), parita),
        RegoleDelVoto(Valore(modifica, "art. 37"), parita),
        Valore(quota, "art. 13"),
        Valore(AggiuntaOdg.MAGGIORANZA_COMPONENTI, "art. 6"),
        Valore(DUE_TERZI, "prassi d’istituto"),
        tuple(altre),
    )


def caso(presenti, *, genere=PROPOSTA, in_carica=19, forma=PALESE, presidente=None, **altro):
    return Caso(genere, forma, presenti, in_carica, presidente=presidente, **altro)


# The same count in two schools


def test_the_same_count_passes_in_one_school_and_fails_in_another():
    voto = caso(40, in_carica=70)
    cifre = Cifre(20, 15, 5)
    napoli = giudica(voto, cifre, regole(VALIDI))
    pinocchio = giudica(voto, cifre, regole(PRESENTI))
    assert (napoli.approvata, napoli.necessari) == (True, 18)
    assert (pinocchio.approvata, pinocchio.necessari) == (False, 21)
    assert pinocchio.titolo == "Non approvata, per un voto"
    assert pinocchio.conto == (
        "I presenti al voto sono 40; metà più uno: 40 : 2 = 20, più 1 = 21. "
        "Gli astenuti contano fra quelli su cui si calcola la maggioranza."
    )


def test_the_result_says_the_reason_and_what_another_rule_would_give():
    """Picture 06: 14 present, 7 yes, 6 no, 1 abstained."""
    altra = AltraRegola(
        PRESENTI, "Nel Collegio di questo istituto, che conta sui presenti (art. 17),", "art. 17"
    )
    esito = giudica(caso(14), Cifre(7, 6, 1), regole(altre=[altra]))
    assert esito.titolo == "Approvata, per un voto"
    assert esito.servono == "Servono 7 voti favorevoli, ce ne sono 7."
    assert esito.conto == (
        "I voti validi sono 7 + 6 = 13; metà più uno: 13 : 2 = 6, più 1 = 7. "
        "L’astenuto conta per il numero legale, non fra i voti."
    )
    (altrimenti,) = esito.altrimenti
    assert altrimenti.fonte == "art. 17"
    assert altrimenti.testo == (
        "Nel Collegio di questo istituto, che conta sui presenti (art. 17), ne servirebbero 8 "
        "e non sarebbe approvata."
    )
    assert "D.Lgs. 297/1994" in esito.ragioni[0].testo


@pytest.mark.parametrize("base", [VALIDI, PRESENTI, COMPONENTI])
@pytest.mark.parametrize("contrari", range(20))
def test_nineteen_members_at_every_boundary(base, contrari):
    """All nineteen are in and vote yes or no: ten is the majority, however it is counted."""
    favorevoli = 19 - contrari
    esito = giudica(caso(19), Cifre(favorevoli, contrari, 0), regole(base))
    assert esito.necessari == 10
    assert esito.approvata == (favorevoli >= 10)


@pytest.mark.parametrize(
    ("cifre", "presenti", "titolo"),
    [
        ((13, 0, 0), 13, "Approvata all’unanimità"),
        ((12, 0, 1), 13, "Approvata"),
        ((7, 6, 0), 13, "Approvata, per un voto"),
        ((6, 7, 0), 13, "Non approvata, per un voto"),
        ((2, 11, 0), 13, "Non approvata"),
        ((6, 6, 1), 13, "Approvata, a parità di voti"),
    ],
)
def test_the_title_of_the_result(cifre, presenti, titolo):
    esito = giudica(caso(presenti, presidente=SI), Cifre(*cifre), regole())
    assert esito.titolo == titolo


@st.composite
def voti(draw):
    favorevoli, contrari, astenuti = draw(numeri), draw(numeri), draw(numeri)
    return Cifre(favorevoli, contrari, astenuti)


def ordinaria(cifre, base, quota, presidente, in_carica=200):
    voto = caso(
        cifre.totale, in_carica=in_carica, presidente=presidente, regolamento=quota is not None
    )
    return giudica(voto, cifre, regole(base, modifica=base, quota=quota or META))


@given(
    voti(),
    st.sampled_from(BaseMaggioranza),
    st.sampled_from([None, META, DUE_TERZI, Fraction(3, 4)]),
    st.sampled_from(VotoPresidente),
)
def test_one_more_yes_never_undoes_an_approval(cifre, base, quota, presidente):
    """Whoever comes over from no, from abstention or from outside to yes can only help."""
    prima = ordinaria(cifre, base, quota, presidente)
    da = [Cifre(cifre.favorevoli + 1, cifre.contrari, cifre.astenuti)]
    if cifre.contrari:
        da.append(Cifre(cifre.favorevoli + 1, cifre.contrari - 1, cifre.astenuti))
    if cifre.astenuti:
        da.append(Cifre(cifre.favorevoli + 1, cifre.contrari, cifre.astenuti - 1))
    for dopo in da:
        assert prima.approvata <= ordinaria(dopo, base, quota, presidente).approvata


@given(voti(), st.sampled_from(BaseMaggioranza), st.sampled_from(VotoPresidente))
def test_without_a_tie_the_president_does_not_matter(cifre, base, presidente):
    assume(cifre.favorevoli != cifre.contrari)
    assert ordinaria(cifre, base, None, presidente) == ordinaria(cifre, base, None, SI)


@given(voti(), st.sampled_from([VALIDI, PRESENTI]), st.sampled_from(VotoPresidente))
def test_the_screen_and_the_ordinary_rule_say_the_same(cifre, base, presidente):
    dove = regole(base)
    atteso = giudica_votazione(
        Voti(cifre.totale, cifre.favorevoli, cifre.contrari, cifre.astenuti),
        forma=PALESE,
        presidente=presidente,
        regole=dove.voto,
    )
    esito = giudica(caso(cifre.totale, presidente=presidente), cifre, dove)
    assert (esito.approvata, esito.necessari) == (atteso.approvata, atteso.necessari)
    assert esito.ragioni == atteso.perche


# The change of a regulation


@pytest.mark.parametrize(
    ("base", "quota", "presenti", "cifre", "necessari", "approvata"),
    [
        # `004` art. 13: two thirds of those present.
        (PRESENTI, DUE_TERZI, 40, (27, 13, 0), 27, True),
        (PRESENTI, DUE_TERZI, 40, (26, 0, 14), 27, False),
        (PRESENTI, DUE_TERZI, 39, (26, 13, 0), 26, True),
        # `001` art. 37: the majority of the nineteen members, whoever is there.
        (COMPONENTI, META, 12, (10, 2, 0), 10, True),
        (COMPONENTI, META, 12, (9, 0, 3), 10, False),
        # Where nothing is said, as any deliberation: the president breaks a tie.
        (VALIDI, META, 12, (6, 6, 0), 7, True),
        (VALIDI, META, 12, (7, 5, 0), 7, True),
    ],
)
def test_the_change_of_a_regulation(base, quota, presenti, cifre, necessari, approvata):
    voto = caso(presenti, presidente=SI, regolamento=True)
    esito = giudica(voto, Cifre(*cifre), regole(modifica=base, quota=quota))
    assert (esito.necessari, esito.approvata) == (necessari, approvata)


def test_an_amendment_to_a_regulation_is_an_ordinary_vote():
    voto = caso(40, genere=GenereVotazione.EMENDAMENTO, in_carica=70, regolamento=True)
    assert giudica(voto, Cifre(21, 19, 0), regole(modifica=PRESENTI, quota=DUE_TERZI)).approvata


@given(st.integers(0, 500), st.fractions(META, Fraction(1), max_denominator=12))
def test_a_part_to_reach_is_reached_and_no_more(base, quota):
    quanti = quanti_occorrono(base, quota)
    assert quanti >= 1
    if quota == META:
        assert 2 * (quanti - 1) <= base < 2 * quanti
    elif base:
        assert quanti >= quota * base > quanti - 1


# The tie


@pytest.mark.parametrize(
    ("genere", "base", "presenti", "cifre", "altro", "decide"),
    [
        (PROPOSTA, VALIDI, 14, Cifre(7, 7, 0), {}, True),
        (PROPOSTA, VALIDI, 14, Cifre(7, 6, 1), {}, False),
        (PROPOSTA, PRESENTI, 15, Cifre(7, 7, 1), {}, False),
        (PROPOSTA, VALIDI, 14, Cifre(0, 0, 14), {}, False),
        (PROPOSTA, VALIDI, 14, Cifre(7, 7, 0), {"forma": SEGRETA}, False),
        (PROPOSTA, VALIDI, 14, Cifre(7, 7, 0), {"presidente_vota": False}, False),
        (GenereVotazione.AMMISSIONE, VALIDI, 14, Cifre(7, 7, 0), {}, False),
        (BALLOTTAGGIO, VALIDI, 14, Cifre(per_proposta={1: 7, 2: 7}), {}, True),
        (BALLOTTAGGIO, VALIDI, 14, Cifre(per_proposta={1: 8, 2: 6}), {}, False),
    ],
)
def test_when_who_presides_decides(genere, base, presenti, cifre, altro, decide):
    voto = caso(presenti, genere=genere, **altro)
    assert chi_presiede.decide(voto, cifre, regole(base)) is decide
    assert bool(chi_presiede.verifica(voto, cifre, regole(base))) is decide


def test_the_president_cannot_have_abstained_where_nobody_did():
    voto = caso(14, presidente=ASTENUTO)
    (violazione,) = chi_presiede.verifica(voto, Cifre(7, 7, 0), regole())
    assert violazione.campo == "voto_presidente"
    assert chi_presiede.verifica(voto, Cifre(6, 6, 2), regole()) == []


@pytest.mark.parametrize(
    ("voti_di", "per_chi_presiede", "forma", "vince"),
    [
        ({1: 8, 2: 6}, None, PALESE, 1),
        ({1: 7, 2: 7}, 2, PALESE, 2),
        ({1: 7, 2: 7}, 2, SEGRETA, None),
        ({1: 7, 2: 7, 3: 1}, 3, PALESE, None),
        ({1: 0, 2: 0}, 1, PALESE, None),
    ],
)
def test_the_run_off(voti_di, per_chi_presiede, forma, vince):
    parita = Valore(EsitoParita.PREVALE_PRESIDENTE, "art. 9")
    esito = giudica_ballottaggio(
        voti_di, forma=forma, per_chi_presiede=per_chi_presiede, parita=parita
    )
    assert esito.vince == vince
    assert esito.motivo.fonte == "art. 9"


# The figures


def test_each_difference_is_told_at_its_field():
    violazioni = verifica_alzata(Cifre(7, 6, 0), 14, CI_SI_ASTIENE)
    assert {v.campo: v.testo[-12:] for v in violazioni} == {
        "favorevoli": "ri qui va 8.",
        "contrari": "ri qui va 7.",
        "astenuti": "ri qui va 1.",
    }
    assert verifica_alzata(Cifre(7, 6, 1), 14, CI_SI_ASTIENE) == []


def test_who_is_more_than_those_present_is_told():
    campi = {v.campo: v.testo for v in verifica_alzata(Cifre(15, 6, 0), 14, CI_SI_ASTIENE)}
    assert campi["astenuti"] == "Gli altri numeri superano già i 14 presenti al voto."
    assert campi["favorevoli"].endswith("qui va 8.")


@given(voti(), numeri)
def test_figures_are_right_only_when_they_add_up(cifre, votanti):
    violazioni = verifica_alzata(cifre, votanti, CI_SI_ASTIENE)
    assert (violazioni == []) == (cifre.totale == votanti)


def test_nobody_abstains_at_a_scrutinio():
    (violazione,) = verifica_alzata(Cifre(7, 3, 1), 11, NON_CI_SI_ASTIENE)
    assert (violazione.campo, violazione.fonte) == ("astenuti", "art. 15 lett. i")
    assert verifica_alzata(Cifre(8, 3, 0), 11, NON_CI_SI_ASTIENE) == []
    assert verifica_tutti(1, NON_CI_SI_ASTIENE)
    assert not verifica_tutti(1, CI_SI_ASTIENE)


@pytest.mark.parametrize(
    ("nomi", "codici"),
    [
        ({1: Scelta.CONTRARIO}, []),
        ({1: Scelta.CONTRARIO, 2: Scelta.CONTRARIO}, ["nomi"]),
        ({9: Scelta.CONTRARIO}, ["nomi_estranei"]),
        ({1: Scelta.ASTENUTO}, ["nomi"]),
    ],
)
def test_the_names_are_of_who_was_there_and_as_many_as_counted(nomi, codici):
    assert [v.codice for v in verifica_nomi(nomi, Cifre(2, 1, 0), [1, 2, 3])] == codici


def test_there_are_no_more_ballots_than_voters():
    assert verifica_schede(Cifre(5, 4, 0, 1, 1), 10)
    assert not verifica_schede(Cifre(5, 3, 0, 1, 1), 10)


# What may be put to the vote


def apri(**cambia):
    dati = {
        "genere": PROPOSTA, "forma": PALESE, "modo": ModoVotazione.ALZATA, "testo": "Si approva.",
        "proposte": 0, "natura": NaturaPunto.DELIBERA, "su_persone": False, "chiuso": False,
        "in_corso": "", "presenti": 14, "voto_persone": FormaVoto.SEGRETO,
    } | cambia  # fmt: skip
    voto = DaVotare(*(dati[c] for c in ("genere", "forma", "modo", "testo", "proposte")))
    punto = StatoDelPunto(*(dati[c] for c in ("natura", "su_persone", "chiuso", "in_corso")))
    regola = Valore(FormaVoto(dati["voto_persone"]), "art. 17", "D.Lgs. 297/1994, art. 37 c. 4.")
    presenze = giudica_presenze(
        19,
        dati["presenti"],
        regola=Valore(RegolaQuorum.META_PIU_UNO, "art. 1"),
        minimo=Valore(0, ""),
    )
    trovate = verifica_apertura(voto, punto, presenze=presenze, su_persone=regola)
    return [violazione.codice for violazione in trovate]


@pytest.mark.parametrize(
    ("cambia", "codici"),
    [
        ({}, []),
        ({"presenti": 10}, []),
        ({"presenti": 9}, ["numero_legale"]),
        ({"natura": NaturaPunto.VARIE}, ["senza_voto"]),
        ({"natura": NaturaPunto.VARIE, "genere": GenereVotazione.ORDINE}, []),
        ({"natura": NaturaPunto.SENZA_VOTO}, ["senza_voto"]),
        ({"chiuso": True}, ["gia_votato"]),
        ({"in_corso": "la votazione aperta"}, ["in_corso"]),
        ({"forma": SEGRETA, "modo": ModoVotazione.URNA}, ["forma"]),
        ({"forma": SEGRETA}, ["forma", "modo"]),
        ({"modo": ModoVotazione.URNA}, ["modo"]),
        ({"su_persone": True}, ["forma"]),
        ({"su_persone": True, "forma": SEGRETA, "modo": ModoVotazione.SCHEDE}, []),
        ({"su_persone": True, "voto_persone": FormaVoto.PALESE}, []),
        (
            {
                "su_persone": True, "voto_persone": FormaVoto.PALESE, "forma": SEGRETA,
                "modo": ModoVotazione.URNA,
            },
            [],
        ),
        ({"genere": GenereVotazione.ELEZIONE, "proposte": 2}, ["forma"]),
        ({"su_persone": True, "genere": GenereVotazione.AMMISSIONE}, []),
        ({"testo": "  "}, ["testo"]),
        ({"genere": GenereVotazione.ALTERNATIVA, "proposte": 1}, ["proposte"]),
        ({"genere": GenereVotazione.ALTERNATIVA, "proposte": 2}, []),
        (
            {
                "genere": GenereVotazione.ALTERNATIVA, "proposte": 2,
                "natura": NaturaPunto.REGOLAMENTO,
            },
            ["regolamento"],
        ),
    ],
)  # fmt: skip
def test_what_may_be_put_to_the_vote(cambia, codici):
    assert apri(**cambia) == codici


def test_the_due_form_shows_the_source_that_says_otherwise():
    regola = Valore(FormaVoto.SEGRETO, "art. 17", "un’altra fonte")
    dovuta = forma_dovuta(PROPOSTA, regola, riguarda_persone=True)
    assert dovuta == Valore(SEGRETA, "art. 17", "un’altra fonte")


@pytest.mark.parametrize(
    ("regola", "cominciata", "rifiutata"),
    [
        (AggiuntaOdg.UNANIMITA, True, True),
        (AggiuntaOdg.UNANIMITA, False, False),
        (AggiuntaOdg.MAGGIORANZA_COMPONENTI, True, False),
    ],
)
def test_an_item_is_added_by_unanimity_only_at_the_start(regola, cominciata, rifiutata):
    assert bool(verifica_momento(Valore(regola, "art. 7"), cominciata=cominciata)) is rifiutata


def test_an_item_not_admitted_says_how_many_were_missing():
    """Picture 06: «non ammesso: 9 sì, ne servivano 10»."""
    esito = giudica(caso(14, genere=GenereVotazione.AMMISSIONE), Cifre(9, 5, 0), regole())
    assert (esito.titolo, esito.in_breve) == ("Non ammesso", "9 sì, ne servivano 10")


def test_an_item_on_persons_has_a_title_for_the_others():
    assert [v.campo for v in verifica_richiesta(" ", "", su_persone=True)] == [
        "titolo", "titolo_pubblico",
    ]  # fmt: skip
    assert verifica_richiesta("Uso della palestra", "", su_persone=False) == []


@pytest.mark.parametrize(
    ("cifre", "in_breve"),
    [
        (Cifre(5, 8, 1), "5 sì su 13 voti validi: ne servivano 7"),
        (Cifre(11, 1, 2), "11 sì, 1 no, 2 astenuti"),
        (Cifre(14, 0, 0), "unanimità dei 14"),
    ],
)
def test_the_line_of_the_agenda(cifre, in_breve):
    assert giudica(caso(14), cifre, regole()).in_breve == in_breve


def test_competing_proposals_name_the_run_off():
    voto = caso(40, genere=GenereVotazione.ALTERNATIVA)
    primo = giudica(voto, Cifre(per_proposta={1: 18, 2: 12, 3: 10}), regole())
    assert (primo.approvata, primo.ballottaggio) == (False, (1, 2))
    assert giudica(voto, Cifre(per_proposta={1: 21, 2: 19}), regole()).vince == 1
