"""The criteria of seed 002, in full."""

from datetime import date

from bonus_merito.criteri import criteri
from bonus_merito.enums import Area

DATI = criteri("cpia-caltanissetta-enna")


def test_seventeen_criteria_and_eighteen_rows_of_indicators():
    tutti = list(DATI.criteri)
    assert len(tutti) == 17
    assert sum(len(criterio.indicatori) for _, criterio in tutti) == 18
    quanti = {}
    for codice, _ in tutti:
        quanti[codice.codice] = quanti.get(codice.codice, 0) + 1
    assert quanti == {"A1": 3, "A2": 4, "A3": 1, "B1": 2, "B2": 2, "B3": 2, "C1": 2, "C2": 1}


def test_areas_descriptors_duties_and_levels():
    assert [area.area for area in DATI.aree] == list(Area)
    assert [len(area.descrittori) for area in DATI.aree] == [13, 8, 4]
    assert [len(area.incarichi) for area in DATI.aree] == [0, 0, 11]
    assert sorted(DATI.livelli) == [1, 2, 3]
    assert all(codice.codice[0] == area.area for area in DATI.aree for codice in area.codici)


def test_the_act_that_approved_them():
    assert DATI.approvati_il == date(2019, 5, 20)
    assert "334" in DATI.atto
    assert DATI.anno == 2018


def test_preconditions_diffusion_and_the_twelve_articles():
    assert DATI.precondizioni == (
        "presenza a scuola superiore a 80 %", "nessuna sanzione disciplinare",
    )  # fmt: skip
    assert DATI.diffusione.startswith("Non si stilerà una graduatoria")
    assert [articolo.numero for articolo in DATI.articoli] == list(range(1, 13))
    assert all(articolo.titolo and articolo.testo for articolo in DATI.articoli)
    per_numero = {articolo.numero: articolo.testo for articolo in DATI.articoli}
    for peso in ("40%", "25%", "35%"):
        assert peso in per_numero[11]
    assert "due attribuzioni premiali" in per_numero[6]
    assert "indipendentemente dalla motivazione" in per_numero[2]
    assert "surplus di diligenza" in DATI.principi
    assert "due rappresentanti degli studenti" in DATI.premessa


def test_a_school_without_criteria_of_its_own():
    assert criteri("iis-antonietti") is None


def test_every_indicator_says_how_it_is_seen():
    for _, criterio in DATI.criteri:
        for indicatore in criterio.indicatori:
            assert indicatore.testo.strip()
            assert indicatore.strumenti.strip()
