"""Who sits in the organ of guarantee, who abstains, who comes in, who may never judge."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disciplina.cataloghi import catalogo
from disciplina.enums import ComponenteGaranzia, OrganoCompetente, Parte
from disciplina.rules.garanzia import Membro, chi_siede, contro_composizione, contro_seduta
from disciplina.rules.parti import contro_commissario, parte_di_chi_ha_votato
from tests.disciplina.scena import NAPOLI, PINOCCHIO, PORTO_VENERE, codici, nomi

C, P = ComponenteGaranzia, Parte
DS = Membro("ds", "Armida Solari", C.DIRIGENTE, presiede=True)
VICE = Membro("vice", "Bruno Turla", C.DIRIGENTE, supplente_di="ds", presiede=True)
PROF = Membro("prof", "Clara Maragliano", C.DOCENTE)
PROF_2 = Membro("prof2", "Dario Vesco", C.DOCENTE, supplente_di="prof")
ADULTA = Membro("adulta", "Fatou Sow", C.STUDENTE)
ADULTO = Membro("adulto", "Ion Popa", C.STUDENTE, supplente_di="adulta")
NA2 = (DS, VICE, PROF, PROF_2, ADULTA, ADULTO)


def id_di(membri):
    return [membro.id for membro in membri]


def test_without_parties_the_members_sit():
    collegio = chi_siede(NA2, {})
    assert id_di(collegio.siedono) == ["ds", "prof", "adulta"]
    assert (collegio.astenuti, collegio.vacanti, collegio.perche) == ((), (), ())
    assert contro_seduta(collegio, {}) == []


@pytest.mark.parametrize("parte", list(Parte))
def test_who_is_party_goes_out_and_the_substitute_comes_in(parte):
    collegio = chi_siede(NA2, {"prof": parte})
    assert id_di(collegio.siedono) == ["ds", "prof2", "adulta"]
    assert id_di(collegio.astenuti) == ["prof"]
    assert nomi(collegio.perche) == ["si_astiene", "subentra"]
    assert parte.etichetta in collegio.perche[0].testo


def test_a_substitute_who_is_party_too_leaves_the_seat_empty():
    collegio = chi_siede(NA2, {"prof": P.SEGNALANTE, "prof2": P.HA_DECISO})
    assert id_di(collegio.siedono) == ["ds", "adulta"]
    assert id_di(collegio.vacanti) == ["prof"]
    assert nomi(collegio.perche) == ["si_astiene", "senza_supplente"]


def test_the_dirigente_who_suspended_alone_does_not_preside_over_the_appeal():
    parte = parte_di_chi_ha_votato(C.DIRIGENTE, OrganoCompetente.DIRIGENTE)
    assert parte is P.HA_DECISO
    collegio = chi_siede(NA2, {"ds": parte})
    assert id_di(collegio.siedono)[0] == "vice"
    assert contro_seduta(collegio, {"ds": parte}) == []


def test_the_dirigente_who_presided_over_a_council_does_and_its_teachers_do_not():
    assert parte_di_chi_ha_votato(C.DIRIGENTE, OrganoCompetente.CONSIGLIO_CLASSE) is None
    for organo in (OrganoCompetente.CONSIGLIO_CLASSE, OrganoCompetente.CONSIGLIO_ISTITUTO):
        assert parte_di_chi_ha_votato(C.DOCENTE, organo) is P.HA_DECISO


def test_a_party_among_those_who_sit_is_refused_and_somebody_presides():
    parti = {"adulta": P.STUDENTE}
    senza_regola = chi_siede(NA2, {})
    assert codici(contro_seduta(senza_regola, parti)) == ["parte_nel_collegio"]
    senza_presidente = chi_siede((PROF, ADULTA), {})
    assert codici(contro_seduta(senza_presidente, {})) == ["presidente"]
    due = chi_siede((DS, replace(PROF, presiede=True)), {})
    assert codici(contro_seduta(due, {})) == ["presidente"]


@given(st.dictionaries(st.sampled_from([m.id for m in NA2]), st.sampled_from(list(Parte))))
def test_nobody_who_is_party_ever_sits(parti):
    collegio = chi_siede(NA2, parti)
    assert not set(id_di(collegio.siedono)) & set(parti)
    assert len(collegio.siedono) + len(collegio.vacanti) == 3
    assert len(set(id_di(collegio.siedono))) == len(collegio.siedono)
    assert "parte_nel_collegio" not in codici(contro_seduta(collegio, parti))


def genitori(quanti):
    return [Membro(f"g{n}", f"Genitore {n}", C.GENITORE) for n in range(quanti)]


@pytest.mark.parametrize(
    ("slug", "membri", "contro"),
    [
        (NAPOLI, NA2, []),
        (NAPOLI, (DS, PROF), ["posti"]),
        (NAPOLI, (*NA2, *genitori(1)), ["componente_estraneo"]),
        (PORTO_VENERE, (DS, PROF, replace(PROF_2, supplente_di=""), *genitori(2)), []),
        (PORTO_VENERE, (DS, PROF, PROF_2, *genitori(2)), ["posti"]),
        (PINOCCHIO, (DS, PROF, Membro("cs", "Ezio", C.COLLABORATORE), *genitori(2)), []),
        (PINOCCHIO, (DS, PROF, *genitori(1)), ["posti", "posti"]),
    ],
)
def test_the_composition_of_each_school(slug, membri, contro):
    assert codici(contro_composizione(membri, catalogo(slug))) == contro


@pytest.mark.parametrize("quale", range(3))
def test_the_commissario_cannot_judge_the_own_act(quale):
    tutte = {"decide_il_consiglio": True, "garanzia_sostituita": True, "consiglio_sostituito": True}
    assert codici(contro_commissario(**tutte)) == ["giudice_del_proprio_atto"]
    manca = dict(tutte)
    manca[list(manca)[quale]] = False
    assert contro_commissario(**manca) == []
