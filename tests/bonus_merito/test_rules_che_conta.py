"""The lines that say what counts: each with its source, none of them by heart."""

from datetime import date

import pytest

from bonus_merito.enums import Area
from bonus_merito.rules.che_conta import che_conta, pesi_delle_aree
from cpia.norme.queries.confronto import valori_del_profilo

GIORNO = date(2024, 3, 15)


def detti(slug: str) -> dict[str, list]:
    valori = valori_del_profilo(slug, "bonus.", GIORNO)
    return {parte.titolo: list(parte.voci) for parte in che_conta(valori)}


def test_the_school_of_the_source_says_all_its_numbers():
    parti = detti("cpia-caltanissetta-enna")
    testi = {titolo: [voce.testo for voce in voci] for titolo, voci in parti.items()}
    assert testi["Quanto conta ogni area"][:3] == [
        "Area A: fino al 40 per cento della valutazione.",
        "Area B: fino al 25 per cento della valutazione.",
        "Area C: fino al 35 per cento della valutazione.",
    ]
    assert "51–70, 71–85, 86–100" in testi["Le fasce"][0]
    assert (
        "sanzione disciplinare nell’anno scolastico del bonus o in quello prima."
        in (testi["Chi è escluso"][1])
    )
    assert "per più del 20 per cento" in testi["Chi è escluso"][2]
    assert [testo.split(" per cento")[0] for testo in testi["Quanti beneficiari"]] == [
        "Almeno il 20", "Al più il 65",
    ]  # fmt: skip
    assert testi["Che cosa si pubblica"] == ["Elenco alfabetico dei beneficiari, senza importi."]
    assert "art. 11" in parti["Quanto conta ogni area"][0].fonte
    assert "superiore a 80%" in parti["Chi è escluso"][2].altra_fonte


def test_every_line_has_who_says_it():
    for slug in ("cpia-caltanissetta-enna", "cpia-napoli-provincia-2"):
        for voci in detti(slug).values():
            assert voci
            assert all(voce.testo.endswith(".") and voce.fonte for voce in voci)


@pytest.mark.parametrize("area", list(Area))
def test_the_weights_by_area(area):
    valori = valori_del_profilo("cpia-caltanissetta-enna", "bonus.", GIORNO)
    assert pesi_delle_aree(valori)[area] == {"A": 40, "B": 25, "C": 35}[area.value]
