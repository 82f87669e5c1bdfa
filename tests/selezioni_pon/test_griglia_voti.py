"""Marks: each bracket at its ends, with honours, contested, in a hole."""

import pytest

from selezioni_pon.enums import FasciaContesa
from selezioni_pon.rules.griglia.punteggio import valuta
from tests.selezioni_pon.scena_motore import (
    CONTESA,
    SU_60,
    SU_100,
    SU_110,
    conta,
    dati_voce,
    di_voci,
    letti,
)

LODE = {"voto": 110, "lode": True}
TUTOR = {
    **SU_110,
    "fasce": [
        {"a": "100", "punti": "5"},
        {"da": "101", "a": "110", "punti": "7"},
        {"da": "110", "a": "110", "punti": "9"},
        {"da": "110", "lode": True, "punti": "12"},
    ],
}


@pytest.mark.parametrize(
    ("scale", "valore", "punti"),
    [
        ([SU_110], {"voto": 66}, 6),
        ([SU_110], {"voto": 100}, 6),
        ([SU_110], {"voto": 101}, 8),
        ([SU_110], {"voto": 110}, 8),
        ([SU_110], LODE, 10),
        ([CONTESA], {"voto": 80}, 3),
        ([CONTESA], {"voto": 81}, 4),
        ([CONTESA], {"voto": 99}, 4),
        ([CONTESA], {"voto": 100}, 5),
        ([CONTESA], {"voto": 101}, 5),
        ([CONTESA], LODE, 6),
        ([TUTOR], {"voto": 109}, 7),
        ([TUTOR], {"voto": 110}, 9),
        ([TUTOR], LODE, 12),
        ([SU_60, SU_100], {"voto": 36, "su": 60}, 1),
        ([SU_60, SU_100], {"voto": 47, "su": 60}, 1),
        ([SU_60, SU_100], {"voto": 48, "su": 60}, 2),
        ([SU_60, SU_100], {"voto": 60}, 1),
        ([SU_60, SU_100], {"voto": 80}, 2),
        # No bracket of its own: with honours the full mark counts as such.
        ([SU_60, SU_100], {"voto": 100, "lode": True}, 2),
    ],
)
def test_il_voto(scale, valore, punti):
    assert conta("voto", valore, scale=scale).punti == punti


@pytest.mark.parametrize(
    ("scala", "voto", "favorevole", "sfavorevole"), [(CONTESA, 100, 5, 4), (TUTOR, 110, 9, 7)]
)
def test_il_voto_conteso_tiene_le_due_letture(scala, voto, favorevole, sfavorevole):
    griglia = di_voci(dati_voce("voto", scale=[scala]))
    titoli = letti(griglia, {"1": {"voto": voto}})
    piu = valuta(griglia, titoli).voci[0]
    meno = valuta(griglia, titoli, FasciaContesa.MENO_FAVOREVOLE).voci[0]
    assert (piu.punti, piu.altri_punti) == (favorevole, (sfavorevole,))
    assert (meno.punti, meno.altri_punti) == (sfavorevole, (favorevole,))
    assert all(str(n) in piu.motivi[0].testo for n in (voto, favorevole, sfavorevole))


def test_la_lettura_e_quella_della_griglia_se_non_si_dice():
    griglia = di_voci(dati_voce("voto", scale=[CONTESA]), contesa="meno_favorevole")
    assert valuta(griglia, letti(griglia, {"1": {"voto": 100}})).totale == 4


def test_un_voto_in_un_buco_non_da_punti():
    scala = {**SU_110, "fasce": [{"da": "90", "punti": "3"}]}
    punti = conta("voto", {"voto": 89}, scale=[scala])
    assert punti.punti == 0
    assert "89 su 110, in nessuna fascia: 0 punti" in punti.motivi[0].testo
