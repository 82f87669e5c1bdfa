"""Who presides when somebody is missing, and which seats the law gives."""

from datetime import date

import pytest

from organi_collegiali.enums import Carica, Componente, RegolaPresidente, TipoOrgano, Titolo
from organi_collegiali.rules.aula.presidenza import Presente, chi_presiede
from organi_collegiali.rules.nomi import concorda, degli, gli
from organi_collegiali.rules.organi.composizione import Scuola, composizione_di_legge

C = Componente
PRESIDENTE = Presente("presidente", C.GENITORI, Carica.PRESIDENTE, nascita=date(1980, 1, 1))
VICE = Presente("vice", C.GENITORI, Carica.VICEPRESIDENTE, nascita=date(1985, 1, 1))
MADRE = Presente("madre", C.GENITORI, nascita=date(1975, 3, 2))
PADRE = Presente("padre", C.GENITORI, nascita=date(1990, 3, 2))
DECANA = Presente("decana", C.DOCENTI, nascita=date(1958, 5, 5))
DIRIGENTE = Presente("dirigente", C.DIRIGENTE, nascita=date(1970, 5, 5))
SINDACA = Presente("sindaca", C.ESTERNI, con_voto=False, nascita=date(1940, 1, 1))
ELETTO, DS = RegolaPresidente.ELETTO_GENITORI, RegolaPresidente.DIRIGENTE


@pytest.mark.parametrize(
    ("dentro", "regola", "anziano_tra", "chi"),
    [
        ([MADRE, VICE, PRESIDENTE], ELETTO, None, "presidente"),
        ([MADRE, VICE, DIRIGENTE], ELETTO, None, "vice"),
        # `003`: the oldest parent; `001` art. 4: the oldest councillor.
        ([PADRE, MADRE, DECANA], ELETTO, C.GENITORI, "madre"),
        ([PADRE, MADRE, DECANA], ELETTO, None, "decana"),
        # Who has no vote never presides, however old.
        ([PADRE, SINDACA], ELETTO, None, "padre"),
        ([DECANA, DIRIGENTE], DS, None, "dirigente"),
        ([DECANA, Presente("vicaria", C.DOCENTI, Carica.PRESIDENTE)], DS, None, "vicaria"),
    ],
)
def test_who_presides(dentro, regola, anziano_tra, chi):
    trovato = chi_presiede(dentro, regola=regola, anziano_tra=anziano_tra)
    assert trovato.chi == chi
    assert trovato.fra == (chi,)
    assert trovato.perche[-1].testo.startswith("Presiede")


@pytest.mark.parametrize(
    ("dentro", "regola", "anziano_tra", "fra"),
    [
        # A birthday is missing: the oldest cannot be told.
        ([MADRE, Presente("ignota", C.GENITORI)], ELETTO, None, {"madre", "ignota"}),
        ([MADRE, Presente("gemella", C.GENITORI, nascita=MADRE.nascita)], ELETTO, None,
         {"madre", "gemella"}),
        # No parent is there: the organ chooses among all.
        ([DECANA, DIRIGENTE], ELETTO, C.GENITORI, {"decana", "dirigente"}),
        # The dirigente is missing: a teacher is delegated.
        ([DECANA, MADRE], DS, None, {"decana"}),
        ([], ELETTO, None, set()),
    ],
)  # fmt: skip
def test_where_nobody_presides_by_rule_it_says_among_whom(dentro, regola, anziano_tra, fra):
    trovato = chi_presiede(dentro, regola=regola, anziano_tra=anziano_tra)
    assert trovato.chi is None
    assert set(trovato.fra) == fra
    assert trovato.perche[-1].testo


def quanti(tipo, scuola, alunni):
    seggi = composizione_di_legge(tipo, scuola, alunni)
    return {(s.componente, s.titolo is Titolo.ELETTO): s.posti for s in seggi if s.con_voto}


@pytest.mark.parametrize(
    ("scuola", "alunni", "atteso"),
    [
        (Scuola.PRIMO_CICLO, 500, {C.DOCENTI: 6, C.ATA: 1, C.GENITORI: 6}),
        (Scuola.PRIMO_CICLO, 501, {C.DOCENTI: 8, C.ATA: 2, C.GENITORI: 8}),
        (Scuola.SUPERIORE, 500, {C.DOCENTI: 6, C.ATA: 1, C.GENITORI: 3, C.STUDENTI: 3}),
        (Scuola.SUPERIORE, 900, {C.DOCENTI: 8, C.ATA: 2, C.GENITORI: 4, C.STUDENTI: 4}),
        (Scuola.ADULTI, 501, {C.DOCENTI: 8, C.ATA: 2, C.STUDENTI: 8}),
    ],
)
def test_the_council_of_the_institute(scuola, alunni, atteso):
    seggi = quanti(TipoOrgano.CONSIGLIO_ISTITUTO, scuola, alunni)
    assert seggi == {(C.DIRIGENTE, False): 1} | {(c, True): n for c, n in atteso.items()}
    assert sum(seggi.values()) == (14 if alunni <= 500 else 19)


@pytest.mark.parametrize("scuola", Scuola)
@pytest.mark.parametrize("tipo", TipoOrgano)
def test_every_seat_names_its_norm(tipo, scuola):
    seggi = composizione_di_legge(tipo, scuola, 700)
    assert all(seggio.fonte for seggio in seggi)
    senza = {"dipartimento", "assemblea_genitori", "commissione_avviso"}
    di_legge = tipo.value not in senza
    assert bool(seggi) == di_legge
    chiavi = [(s.componente, s.con_voto, s.titolo) for s in seggi]
    assert len(chiavi) == len(set(chiavi))


def test_adults_have_no_parents():
    for tipo in TipoOrgano:
        seggi = composizione_di_legge(tipo, Scuola.ADULTI, 700)
        assert C.GENITORI not in {seggio.componente for seggio in seggi}


@pytest.mark.parametrize(
    ("parola", "sesso", "detta"),
    [
        ("eletto", "F", "eletta"),
        ("eletto", "M", "eletto"),
        ("designato", "", "designato"),
        ("di diritto", "F", "di diritto"),
    ],
)
def test_a_participle_agrees_with_the_person(parola, sesso, detta):
    assert concorda(parola, sesso) == detta


@pytest.mark.parametrize(
    ("numero", "quanti", "di_quanti"),
    [
        (7, "i 7", "dei 7"), (8, "gli 8", "degli 8"), (11, "gli 11", "degli 11"),
        (18, "i 18", "dei 18"), (80, "gli 80", "degli 80"), (108, "i 108", "dei 108"),
    ],
)  # fmt: skip
def test_a_number_has_the_article_with_which_it_is_said(numero, quanti, di_quanti):
    assert (gli(numero), degli(numero)) == (quanti, di_quanti)
