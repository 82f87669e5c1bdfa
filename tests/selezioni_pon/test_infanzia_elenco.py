"""The list of the scuola dell’infanzia: the order, the ties, what a family reads."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selezioni_pon.enums import EtaInfanzia, GruppoPrecedenza, StatoPosto
from selezioni_pon.rules.infanzia.elenco import forma_elenco, per_la_famiglia
from selezioni_pon.rules.infanzia.eta import eta, per_eta
from selezioni_pon.rules.lista_attesa import assegna
from tests.selezioni_pon.scena_altri_casi import ANNO, ENTRO, INFANZIA, bambino, ids

PIU_GRANDE, PIU_PICCOLO = date(2022, 2, 1), date(2022, 11, 30)


def elenco(*bambini, estratti=None):
    return forma_elenco(bambini, ENTRO, INFANZIA, estratti)


def in_ordine(*bambini, **altro):
    return [posto.candidato.id for posto in elenco(*bambini, **altro).ordine.posti]


@pytest.mark.parametrize(
    ("nascita", "attesa"),
    [
        (date(2022, 12, 31), EtaInfanzia.ORDINARIA),
        (date(2023, 1, 1), EtaInfanzia.ANTICIPO),
        (date(2023, 4, 30), EtaInfanzia.ANTICIPO),
        (date(2023, 5, 1), EtaInfanzia.TROPPO_PRESTO),
        (date(2020, 1, 1), EtaInfanzia.ORDINARIA),
        (date(2019, 12, 31), EtaInfanzia.OBBLIGO),
        (date(2020, 2, 29), EtaInfanzia.ORDINARIA),
    ],
)
def test_age_at_the_edges(nascita, attesa):
    trovata, motivo = eta(nascita, ANNO, INFANZIA.eta)

    assert trovata is attesa
    assert motivo.fonte


def test_only_those_of_the_age_make_the_list():
    grande, anticipo = bambino("ada"), bambino("leo", nascita=date(2023, 3, 1))

    parti = per_eta([grande, anticipo], ANNO, INFANZIA.eta)

    assert ids(parti[EtaInfanzia.ORDINARIA]) == ["ada"]
    assert ids(parti[EtaInfanzia.ANTICIPO]) == ["leo"]


def test_points_first_then_the_older():
    assert in_ordine(
        bambino("piccola", 49, PIU_PICCOLO), bambino("grande", 49, PIU_GRANDE), bambino("prima", 55)
    ) == ["prima", "grande", "piccola"]


def test_late_ones_come_after_all_by_the_day_whatever_the_points():
    assert in_ordine(
        bambino("tardi", 66, presentata=date(2026, 3, 1)),
        bambino("dopo", 0, presentata=date(2026, 2, 1)),
        bambino("ultimo_giorno", 2, presentata=ENTRO),
    ) == ["ultimo_giorno", "dopo", "tardi"]


def test_late_ones_of_the_same_day_go_as_the_others():
    tardi = date(2026, 3, 1)
    assert in_ordine(
        bambino("meno", 2, presentata=tardi),
        bambino("piccola", 40, PIU_PICCOLO, presentata=tardi),
        bambino("grande", 40, PIU_GRANDE, presentata=tardi),
    ) == ["grande", "piccola", "meno"]


def test_twins_need_a_draw_and_the_recorded_one_is_applied():
    gemelli = bambino("gea", 40), bambino("gio", 40)

    assert [aperto.candidati for aperto in elenco(*gemelli).ordine.aperti] == [("gea", "gio")]
    assert in_ordine(*gemelli, estratti={"verbale 3": ("gio", "gea")}) == ["gio", "gea"]


def test_who_has_a_precedence_is_outside_the_list_in_the_order_of_the_groups():
    fatto = elenco(
        bambino("seguita", precedenza=GruppoPrecedenza.SERVIZI_SOCIALI),
        bambino("disabile", precedenza=GruppoPrecedenza.DISABILITA),
        bambino("iscritta", precedenza=GruppoPrecedenza.GIA_ISCRITTI, presentata=date(2026, 5, 1)),
        bambino("altra", 66),
    )

    assert fatto.fila.con_precedenza == ("iscritta", "disabile", "seguita")
    assert fatto.fila.gruppi == (("altra",),)


def test_the_same_child_twice_is_refused():
    with pytest.raises(ValueError, match="due volte"):
        elenco(bambino("ada"), bambino("ada"))


def test_a_family_reads_its_own_place_and_no_other_name():
    bambini = [
        bambino("ada", 49, PIU_GRANDE),
        bambino("bice", 49, PIU_PICCOLO),
        bambino("carlo", 55, date(2022, 5, 5)),
        bambino("dino", precedenza=GruppoPrecedenza.SERVIZI_SOCIALI),
        bambino("ezio", 66, presentata=date(2026, 4, 2)),
    ]
    fatto = elenco(*bambini)
    posti = assegna(fatto.fila, 3)

    for uno in bambini:
        letto = per_la_famiglia(fatto, posti, uno.id)
        testi = " ".join(motivo.testo for motivo in letto.motivi)
        assert all(altro.nome not in testi for altro in bambini if altro is not uno)
        assert letto.riga.chi == uno.id
    bice = per_la_famiglia(fatto, posti, "bice")
    assert bice.riga.stato is StatoPosto.IN_ATTESA
    assert (bice.riga.posizione, bice.riga.in_attesa) == (3, 1)
    assert [motivo.regola for motivo in bice.motivi] == ["posizione", "piu_anziano", "in_attesa"]
    assert "30 novembre 2022" in bice.motivi[1].testo
    assert "1º febbraio" not in bice.motivi[1].testo


def test_the_shipped_rules_say_where_the_regulation_is_not_whole():
    assert [rilievo.regola for rilievo in INFANZIA.rilievi] == [
        "residenti_dopo_altri",
        "rinvio_in_bianco",
        "lettere_ripetute",
        "stesso_giorno_fuori_termine",
        "parita_dopo_l_eta",
    ]


BAMBINI = st.lists(
    st.builds(
        bambino,
        st.text("abcdefgh", min_size=1, max_size=4),
        st.sampled_from([0, 9, 15, 40]),
        st.dates(date(2021, 1, 1), date(2022, 12, 31)),
        st.dates(date(2026, 1, 1), date(2026, 3, 31)),
    ),
    max_size=12,
    unique_by=lambda uno: uno.id,
)


@given(BAMBINI, st.randoms())
def test_the_order_of_the_applications_changes_nothing(bambini, caso):
    mescolati = list(bambini)
    caso.shuffle(mescolati)

    assert elenco(*bambini).fila == elenco(*mescolati).fila


@given(BAMBINI)
def test_nobody_late_is_before_anybody_in_time(bambini):
    tardi = [uno.candidato.precedenza.ordine > 0 for uno in elenco(*bambini).ordine.posti]

    assert tardi == sorted(tardi)
