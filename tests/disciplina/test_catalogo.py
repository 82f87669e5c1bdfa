"""The catalogues of the three schools, and what a badly written one is told."""

import tomllib
from datetime import date

import pytest

from disciplina.cataloghi import CARTELLA, catalogo, slug_disponibili
from disciplina.enums import OrganoCompetente, Provvedimento
from disciplina.rules.catalogo.da_dati import catalogo_da
from tests.disciplina.scena import (
    ISEO,
    NAPOLI,
    PINOCCHIO,
    PORTO_VENERE,
    SCUOLE,
    parametri,
    regole,
)

CHE_SOSPENDE = (Provvedimento.SOSPENSIONE, Provvedimento.ESCLUSIONE_SCRUTINIO)


def dati(slug):
    return tomllib.loads((CARTELLA / f"{slug}.toml").read_text("utf-8"))


def test_the_schools_with_a_regulation_of_discipline():
    assert set(slug_disponibili()) == set(SCUOLE)
    with pytest.raises(KeyError):
        catalogo(ISEO)


@pytest.mark.parametrize(
    ("slug", "doveri", "mancanze"), [(PINOCCHIO, 15, 5), (PORTO_VENERE, 12, 20), (NAPOLI, 6, 10)]
)
def test_what_is_in_them(slug, doveri, mancanze):
    letto = catalogo(slug)
    assert (len(letto.doveri), len(letto.mancanze)) == (doveri, mancanze)
    righe = (*letto.doveri, *letto.mancanze, *letto.sanzioni, *letto.competenze, *letto.vie)
    assert all(riga.articolo for riga in righe)
    assert all(letto.fonte(riga.articolo).startswith(letto.scuola) for riga in righe)


def test_the_ten_rows_of_the_table_are_in_their_order():
    righe = [mancanza.articolo for mancanza in catalogo(NAPOLI).mancanze]
    assert righe == [f"art. 15, tabella, riga {n}" for n in range(1, 11)]
    denunciate = [m.codice for m in catalogo(NAPOLI).mancanze if m.autorita]
    assert denunciate == ["decoro", "furto", "riprese", "stupefacenti"]


def test_at_pinocchio_only_the_duties_from_12_to_14_suspend():
    letto = catalogo(PINOCCHIO)
    sospendono = {
        dovere
        for mancanza in letto.mancanze
        for dovere in mancanza.doveri
        if any(letto.sanzione(codice).tipo in CHE_SOSPENDE for codice in mancanza.sanzioni)
    }
    assert sospendono == {"12", "13", "14"}


@pytest.mark.parametrize("slug", SCUOLE)
def test_the_printed_organs_are_the_parameters_in_force(slug):
    """The catalogue tells the article, the parameter holds: they cannot drift apart."""
    in_vigore = regole(slug)
    for giorni in (1, 5, 6, 15, 16):
        riga = next(uno for uno in catalogo(slug).competenze if uno.comprende(giorni))
        atteso = in_vigore.breve if giorni <= 15 else in_vigore.lunga
        assert riga.organo is atteso.valore
    soli = [c.al for c in catalogo(slug).competenze if c.composizione == "soli_docenti"]
    assert in_vigore.soli_docenti.valore == (soli[0] if soli else 0)


@pytest.mark.parametrize("slug", SCUOLE)
def test_the_printed_terms_of_appeal_are_the_parameters_in_force(slug):
    for via in catalogo(slug).vie:
        if via.giudice == "organo_garanzia":
            assert via.giorni == parametri(slug)["disciplina.ricorso_giorni"].valore


@pytest.mark.parametrize(("slug", "componenti"), [(PINOCCHIO, 5), (PORTO_VENERE, 5), (NAPOLI, 3)])
def test_the_organ_of_guarantee(slug, componenti):
    garanzia = catalogo(slug).garanzia
    assert garanzia.componenti == componenti
    assert [posto.componente for posto in garanzia.posti if posto.presiede] == ["dirigente"]


def test_a_catalogue_holds_in_its_days():
    letto = catalogo(PORTO_VENERE)
    assert letto.in_vigore(date(2012, 12, 20))
    assert not letto.in_vigore(date(2012, 12, 19))
    assert (
        letto.fonte("Regolamento di prova, art. 1")
        == "IC di Porto Venere, Regolamento di prova, art. 1"
    )


@pytest.mark.parametrize(
    ("cambia", "detto"),
    [
        (lambda d: d.update(altro=1), "non si conosce altro"),
        (lambda d: d.pop("garanzia"), "manca garanzia"),
        (lambda d: d.update(scuola=""), r"scuola: serve un testo"),
        (lambda d: d.update(doveri={}), "doveri: serve un elenco"),
        (lambda d: d.update(garanzia=[]), "garanzia: serve una tabella"),
        (lambda d: d["sanzioni"][0].update(tipo="boh"), r"sanzioni\[0\]\.tipo: deve essere uno di"),
        (lambda d: d["sanzioni"][0].update(dal=True), r"sanzioni\[0\]\.dal: serve un numero"),
        (lambda d: d["sanzioni"][0].update(al=0), r"sanzioni\[0\]\.al: serve un numero"),
        (lambda d: d["sanzioni"][0].update(dal=9, al=3), "finiscono prima di cominciare"),
        (lambda d: d["sanzioni"][0].update(alternativa_a="x"), "non c’è x"),
        (lambda d: d["mancanze"][0].update(sanzioni=["x"]), "mancanza doveri-1-11: non c’è x"),
        (lambda d: d["mancanze"][0].update(doveri=["99"]), "non c’è 99"),
        (lambda d: d["scale"][0].update(gradini=["x"]), "scala 15: non c’è x"),
        (lambda d: d["doveri"].append(d["doveri"][0]), "doveri, scritto due volte 1"),
    ],
)
def test_what_is_badly_written_is_told_with_its_place(cambia, detto):
    scritti = dati(PINOCCHIO)
    cambia(scritti)
    with pytest.raises(ValueError, match=detto):
        catalogo_da(scritti, PINOCCHIO)


def test_every_organ_of_the_scale_is_somewhere():
    usati = {organo for slug in SCUOLE for s in catalogo(slug).sanzioni for organo in s.organi}
    assert usati == set(OrganoCompetente) - {OrganoCompetente.COMMISSIONE_ESAME}
