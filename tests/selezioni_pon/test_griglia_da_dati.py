"""A grid is read strictly: every mistake is said with its place."""

from fractions import Fraction

import pytest

from selezioni_pon.enums import ChiPropone, FasciaContesa, TipoVoce
from selezioni_pon.griglie import griglia, slug_disponibili
from selezioni_pon.rules.griglia.da_dati import griglia_da
from tests.selezioni_pon.scena_motore import (
    DURATE,
    RUBRICA,
    SU_60,
    SU_100,
    SU_110,
    dati_griglia,
    dati_sezione,
    dati_voce,
    di_voci,
    fatta_di,
    una_voce,
)

UNO = dati_voce("si_no", punti="2")


def test_una_griglia_intera():
    letta = fatta_di(
        dati_sezione(
            UNO,
            dati_voce("unita", "2", punti="2.5", tetto="10", massimo_unita=4),
            tetto="12",
            numero="6",
            altre_letture=[{"tetto": "2", "fonte": "intestazione"}],
            perche_questa="le righe",
        ),
        slug="scuola/tutor-interno",
        avvertenze=["una nota"],
        contesa="meno_favorevole",
    )
    assert letta.profilo == "tutor-interno"
    assert letta.contesa is FasciaContesa.MENO_FAVOREVOLE
    assert letta.avvertenze == ("una nota",)
    assert letta.sezioni[0].altre_letture[0].tetto == 2
    assert letta.voce("2").punti == Fraction(5, 2)
    assert letta.voce("3") is None


def test_i_giudizi_li_da_la_commissione():
    assert una_voce("rubrica", gradi=RUBRICA).chi is ChiPropone.COMMISSIONE
    assert una_voce("discrezionale", punti="5").chi is ChiPropone.COMMISSIONE
    assert una_voce("si_no", punti="5").chi is ChiPropone.CANDIDATO


def test_la_scala_senza_voto_pieno_e_la_piu_alta():
    voce = una_voce("voto", scale=[SU_60, SU_100])
    assert (voce.scala(None).su, voce.scala(60).su, voce.scala(110)) == (100, 60, None)


@pytest.mark.parametrize(
    ("voce", "dove"),
    [
        ({"tipo": "si_no"}, "manca numero, punti e testo"),
        (dati_voce("si_no"), r"voci\[0\]: manca punti"),
        (dati_voce("a_occhio", punti="2"), r"voci\[0\].tipo: deve essere uno di"),
        (dati_voce("si_no", punti=2), r"voci\[0\].punti: serve una cifra fra virgolette, non 2"),
        (dati_voce("si_no", punti="-2"), "punti: serve una cifra"),
        (dati_voce("si_no", punti="2,5"), "punti: serve una cifra"),
        (dati_voce("si_no", punti="2/3"), "punti: serve una cifra"),
        (dati_voce("si_no", punti="2", massimo_unita=3), "non si conosce massimo_unita"),
        (dati_voce("si_no", punti="2", colore="blu"), "non si conosce colore"),
        (dati_voce("si_no", punti="2", testo=" "), "testo: serve un testo non vuoto"),
        (dati_voce("si_no", punti="2", testo=3), "testo: serve un testo"),
        (dati_voce("unita", punti="2", massimo_unita=0), "massimo_unita: serve un numero intero"),
        (dati_voce("unita", punti="2", massimo_unita=True), "massimo_unita: serve un numero"),
        (dati_voce("si_no", punti="2", solo_per="tutti"), "solo_per: serve un elenco di testi"),
        (dati_voce("rubrica", gradi=RUBRICA, chi="candidato"), "un giudizio lo dà la commissione"),
        (dati_voce("unita", punti="2", chi="commissione"), "chi: i titoli li dichiara"),
        (dati_voce("si_no", punti="2", chi="commissione"), "chi: i titoli li dichiara"),
        (dati_voce("scelta", gradi=[]), "gradi: ne serve almeno uno"),
        (dati_voce("scelta", gradi="C1"), "gradi: serve un elenco"),
        (dati_voce("scelta", gradi=["C1"]), r"gradi\[0\]: serve una tabella"),
        (dati_voce("scelta", gradi=[DURATE[0], DURATE[0]]), "una parola è scritta due volte"),
        (dati_voce("voto", scale=[]), "scale: ne serve almeno una"),
        (dati_voce("voto", scale=[SU_110, SU_110]), "due hanno lo stesso voto pieno"),
        (dati_voce("voto", scale=[{**SU_110, "fasce": []}]), "fasce: ne serve almeno una"),
        (dati_voce("voto", scale=[{**SU_110, "minimo": 111}]), "non è una scala"),
        (dati_voce("voto", scale=[{**SU_110, "su": 10**9}]), "non è una scala"),
        (dati_voce("si_no", punti="2", mai_con=["9"]), "la voce 1 rimanda a 9"),
        (dati_voce("si_no", punti="2", richiede=["1"]), "la voce 1 rimanda a 1"),
        (dati_voce("si_no", punti="2", altro_nome="1"), "due voci si chiamano 1"),
    ],
)
def test_una_voce_sbagliata(voce, dove):
    with pytest.raises(ValueError, match=dove) as errore:
        di_voci(voce)
    assert str(errore.value).startswith("prova/di-prova")


@pytest.mark.parametrize(
    ("fascia", "dove"),
    [
        ({"da": "90", "a": "80", "punti": "1"}, "la fascia non sta fra 66 e 110"),
        ({"a": "111", "punti": "1"}, "la fascia non sta fra 66 e 110"),
        ({"da": "60", "punti": "1"}, "la fascia non sta fra 66 e 110"),
        ({"da": "100", "lode": True, "punti": "1"}, "la lode è solo con il voto pieno"),
        ({"da": "110", "lode": "sì", "punti": "1"}, "lode: serve true o false"),
        ({"da": "110"}, "punti: serve una cifra"),
    ],
)
def test_una_fascia_sbagliata(fascia, dove):
    with pytest.raises(ValueError, match=dove):
        una_voce("voto", scale=[{**SU_110, "fasce": [fascia]}])


@pytest.mark.parametrize(
    ("dati", "dove"),
    [
        ({"titolo": "a", "fonte": "b"}, "manca sezioni"),
        (dati_griglia(), "serve almeno una sezione"),
        (dati_griglia(dati_sezione()), "serve almeno una voce"),
        (dati_griglia(dati_sezione(UNO), dati_sezione(UNO)), "due voci si chiamano 1"),
        (
            dati_griglia(dati_sezione(UNO), dati_sezione(dati_voce("si_no", "2", punti="1"))),
            "due sezioni si chiamano A",
        ),
        (dati_griglia(dati_sezione(UNO), come="altra"), "non si conosce come"),
        (dati_griglia(dati_sezione(UNO), contesa="a sorte"), "contesa: deve essere uno di"),
        (
            dati_griglia(dati_sezione(UNO, altre_letture=[{"tetto": "2", "fonte": "x"}])),
            "serve il motivo della lettura scelta",
        ),
    ],
)
def test_una_griglia_sbagliata(dati, dove):
    with pytest.raises(ValueError, match=dove):
        griglia_da(dati, "prova/sbagliata", None)


def test_come_un_altra_con_titolo_e_fonte_propri():
    base = di_voci(UNO, slug="prova/base", contesa="meno_favorevole")
    letta = griglia_da({"titolo": "T", "fonte": "F", "come": "base"}, "prova/gemella", base)
    assert (letta.profilo, letta.titolo, letta.fonte) == ("gemella", "T", "F")
    assert letta.sezioni == base.sezioni
    assert letta.contesa is FasciaContesa.MENO_FAVOREVOLE
    with pytest.raises(ValueError, match="non si conosce sezioni"):
        griglia_da({**dati_griglia(dati_sezione(UNO)), "come": "base"}, "prova/gemella", base)


def test_ogni_griglia_fornita_si_legge_e_dice_la_fonte():
    lette = [griglia(slug) for slug in slug_disponibili()]
    assert [letta.slug for letta in lette] == sorted(slug_disponibili())
    assert all(letta.fonte for letta in lette)
    assert griglia(slug_disponibili()[0]) is lette[0]


@pytest.mark.parametrize("slug", ["", "esperto", "ic-pinocchio-2018/", "../../pyproject", "x/y"])
def test_una_griglia_che_non_c_e(slug):
    with pytest.raises(KeyError):
        griglia(slug)


def test_ogni_tipo_ha_la_sua_etichetta():
    assert all(tipo.etichetta for tipo in TipoVoce)
