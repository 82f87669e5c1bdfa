"""A pupil who is not admitted: unanimity in the primary school, all the teachers, the reasons."""

from dataclasses import replace

import pytest

from cpia.norme.enums import MisuraNonAmmissione
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import (
    GenereVotazione,
    NaturaPunto,
    Platea,
    TipoOrgano,
    VotoPresidente,
)
from organi_collegiali.rules.voto import chi_presiede
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.rules.voto.giudizio import giudica
from organi_collegiali.rules.voto.non_ammissione import unanimita_dovuta, verifica_non_ammissione
from organi_collegiali.rules.voto.occorre import occorre
from tests.organi_collegiali.test_rules_voto import COMPONENTI, DUE_TERZI, PRESENTI, caso, regole

ART_15 = Valore(MisuraNonAmmissione.UNANIMITA, "art. 15 lett. i, Regolamento d’istituto")
PRIMARIA = replace(regole(), unanimita=ART_15)
NON_AMMISSIONE, REGOLAMENTO = NaturaPunto.NON_AMMISSIONE, NaturaPunto.REGOLAMENTO


def test_one_vote_against_admits_the_pupil():
    esito = giudica(caso(11, in_carica=11), Cifre(10, 1, 0), PRIMARIA)
    assert (esito.approvata, esito.necessari) == (False, 11)
    assert esito.titolo == "Non approvata, per un voto"
    assert esito.servono == "Servono 11 voti favorevoli, ce ne sono 10."
    assert esito.in_breve == "10 sì: ne servivano 11"
    (motivo,) = esito.ragioni
    assert motivo.fonte == ART_15.fonte
    assert motivo.testo == (
        "Per non ammettere un alunno della primaria occorre l’unanimità degli 11 presenti: "
        "i voti favorevoli sono 10, l’alunno è ammesso."
    )
    assert not esito.altrimenti, "no other way of counting would do"


def test_all_together_do_not_admit_the_pupil():
    esito = giudica(caso(11, in_carica=11), Cifre(11, 0, 0), PRIMARIA)
    assert (esito.approvata, esito.titolo) == (True, "Approvata all’unanimità")
    assert esito.in_breve == "unanimità degli 11"


def test_nobody_breaks_the_tie_of_a_vote_that_must_be_unanimous():
    voto = caso(2, in_carica=2, presidente=VotoPresidente.FAVOREVOLE)
    assert not chi_presiede.decide(voto, Cifre(1, 1, 0), PRIMARIA)
    assert not giudica(voto, Cifre(1, 1, 0), PRIMARIA).approvata
    assert chi_presiede.decide(voto, Cifre(1, 1, 0), regole())


def test_an_amendment_is_an_ordinary_vote():
    voto = caso(11, genere=GenereVotazione.EMENDAMENTO)
    assert giudica(voto, Cifre(6, 5, 0), PRIMARIA).approvata


@pytest.mark.parametrize(
    ("tipo", "misura", "dovuta"),
    [
        (TipoOrgano.INTERCLASSE, MisuraNonAmmissione.UNANIMITA, True),
        (TipoOrgano.INTERCLASSE, MisuraNonAmmissione.MAGGIORANZA, False),
        (TipoOrgano.CONSIGLIO_CLASSE, MisuraNonAmmissione.UNANIMITA, False),
        (TipoOrgano.LIVELLO, MisuraNonAmmissione.UNANIMITA, False),
    ],
)
def test_unanimity_is_of_the_primary_school(tipo, misura, dovuta):
    assert (unanimita_dovuta(tipo, Valore(misura, "art. 15")) is not None) == dovuta


@pytest.mark.parametrize(
    ("tipo", "platea", "motivata", "codici", "fonte"),
    [
        (TipoOrgano.INTERCLASSE, Platea.SCRUTINIO, True, [], ""),
        (TipoOrgano.INTERCLASSE, Platea.SCRUTINIO, False, ["senza_motivazione"], "art. 3 c. 3"),
        (TipoOrgano.INTERCLASSE, Platea.TUTTI, True, ["fuori_dallo_scrutinio"], "art. 3 c. 3"),
        (
            TipoOrgano.CONSIGLIO_CLASSE, Platea.SOLI_DOCENTI, False,
            ["fuori_dallo_scrutinio", "senza_motivazione"], "art. 6 c. 2",
        ),
    ],
)  # fmt: skip
def test_it_is_decided_at_the_scrutinio_with_its_reasons(tipo, platea, motivata, codici, fonte):
    trovate = verifica_non_ammissione(tipo, platea, motivata=motivata)
    assert [v.codice for v in trovate] == codici
    assert all(fonte in v.fonte for v in trovate)


# Said before the vote


def detto(natura, quali=PRIMARIA, presenti=11, in_carica=11):
    return occorre(natura, quali, presenti=presenti, in_carica=in_carica)


def test_before_the_vote_it_is_said_what_it_needs():
    motivo = detto(NON_AMMISSIONE)
    assert motivo.fonte == ART_15.fonte
    assert motivo.testo == (
        "Occorre l’unanimità dello scrutinio: 11 voti favorevoli. Con un solo voto contrario "
        "l’alunno è ammesso."
    )
    secondaria = detto(NON_AMMISSIONE, regole())
    assert "maggioranza" in secondaria.testo
    assert secondaria.fonte == "D.Lgs. 62/2017, art. 6 c. 2"
    assert detto(NaturaPunto.DELIBERA) is None


def test_a_regulation_says_its_majority_before_the_vote():
    collegio = regole(modifica=PRESENTI, quota=DUE_TERZI)
    motivo = detto(REGOLAMENTO, collegio, presenti=40, in_carica=70)
    assert motivo.testo == (
        "Per cambiare il regolamento occorrono i 2/3 dei 40 presenti: 27 voti favorevoli."
    )
    assert motivo.fonte == "art. 13"
    consiglio = regole(modifica=COMPONENTI)
    motivo = detto(REGOLAMENTO, consiglio, presenti=12, in_carica=19)
    assert motivo.testo == (
        "Per cambiare il regolamento occorre la maggioranza dei 19 componenti in carica: "
        "10 voti favorevoli, anche se qualcuno è assente."
    )
    assert motivo.fonte == "art. 37"
    assert detto(REGOLAMENTO, regole()) is None, "an ordinary majority needs no word"
    assert detto(REGOLAMENTO, regole(quota=DUE_TERZI)).testo.endswith("voti favorevoli e contrari.")
