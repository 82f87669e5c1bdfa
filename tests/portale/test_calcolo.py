"""The kind ``competenze`` and the strict reading, asked in the same process."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.registro import calcola

VALUTAZIONE = {
    "studente": "s1",
    "competenza": "digitale",
    "disciplina": "fisica",
    "livello": "C",
}


def chiedi(richiesta):
    return calcola("competenze", json.dumps(richiesta).encode())


def guasti(ottetti):
    with pytest.raises(DatiErrati) as errore:
        calcola("competenze", ottetti if isinstance(ottetti, bytes) else ottetti.encode())
    return [str(guasto) for guasto in errore.value.guasti]


def guasti_di(richiesta):
    return guasti(json.dumps(richiesta))


def guasti_o_nulla(richiesta):
    try:
        chiedi(richiesta)
    except DatiErrati as errore:
        return errore.guasti


def con(**campi):
    return {"valutazioni": [VALUTAZIONE | campi]}


def senza(chiave):
    riga = copy.copy(VALUTAZIONE)
    del riga[chiave]
    return {"valutazioni": [riga]}


def esito(*livelli, **parametri):
    """The only result of one student, one assessment per level out of as many subjects."""
    righe = [
        VALUTAZIONE | {"disciplina": f"d{posto}", "livello": livello}
        for posto, livello in enumerate(livelli)
    ]
    (uno,) = chiedi({"valutazioni": righe, **parametri})["esiti"]
    return uno


@pytest.mark.parametrize(
    ("livelli", "parametri", "numero", "media", "livello"),
    [
        ("BC", {}, 2, "5/2", "B"),
        ("BC", {"mezzo": "in_giu"}, 2, "5/2", "C"),
        ("CD", {}, 2, "3/2", "C"),
        ("AABB", {}, 4, "7/2", "A"),
        ("AABB", {"mezzo": "in_giu"}, 4, "7/2", "B"),
        ("BBB", {}, 3, "3", "B"),
        ("BBC", {"minimo_valutazioni": 3}, 3, "8/3", "B"),
        ("BBC", {"minimo_valutazioni": 4}, 3, "8/3", None),
        (["NV"], {}, 0, None, None),
        (["NV", "A"], {}, 1, "4", "A"),
        (["NV", "A"], {"minimo_valutazioni": 2}, 1, "4", None),
    ],
)
def test_gli_esiti(livelli, parametri, numero, media, livello):
    uno = esito(*livelli, **parametri)
    assert (uno["numero"], uno["media"], uno["livello"]) == (numero, media, livello)
    assert uno["perche"]
    assert str(numero) in " ".join(motivo["testo"] for motivo in uno["perche"])


def test_la_fonte_dice_chi_ha_fissato_il_parametro():
    fonti = {m["regola"]: m["fonte"] for m in esito("B", "C", mezzo="in_giu")["perche"]}
    assert "Circolare n. 417 del 31 maggio 2024" in fonti["media"]
    assert "parametro «mezzo» della richiesta, in_giu" in fonti["mezzo_in_giu"]
    fonti = {m["regola"]: m["fonte"] for m in esito("B", "C")["perche"]}
    assert "regola predefinita" in fonti["mezzo_in_su"]
    fonti = {m["regola"]: m["fonte"] for m in esito("B", minimo_valutazioni=2)["perche"]}
    assert "«minimo_valutazioni» della richiesta, 2" in fonti["minimo_valutazioni"]


def test_studenti_competenze_e_lingue_in_ordine_di_prima_comparsa():
    righe = [
        {"studente": "s2", "competenza": "multilinguistica:tedesco", "disciplina": "tedesco"},
        {"studente": "s1", "competenza": "digitale", "disciplina": "fisica"},
        {"studente": "s2", "competenza": "multilinguistica:inglese", "disciplina": "inglese"},
        {"studente": "s1", "competenza": "digitale", "disciplina": "inglese"},
    ]
    risposta = chiedi({"valutazioni": [riga | {"livello": "A"} for riga in righe]})
    assert [(e["studente"], e["competenza"], e["numero"]) for e in risposta["esiti"]] == [
        ("s2", "multilinguistica:tedesco", 1),
        ("s1", "digitale", 2),
        ("s2", "multilinguistica:inglese", 1),
    ]


def test_senza_valutazioni_e_senza_elementi():
    assert chiedi({"valutazioni": []}) == {"esiti": []}
    assert chiedi([]) == []


@pytest.mark.parametrize(
    "codice",
    ["alfabetica", "multilinguistica:lingua dei segni", "multilinguistica:português", "C22"],
)
def test_i_codici_sono_quelli_del_quadro(codice):
    assert chiedi(con(competenza=codice))["esiti"][0]["competenza"] == codice


@pytest.mark.parametrize(
    ("richiesta", "percorso", "dice"),
    [
        (7, "$", "ci vuole un oggetto, non 7"),
        (None, "$", "ci vuole un oggetto, non null"),
        ([[]], "$[0]", "elemento 1: ci vuole un oggetto, non un elenco"),
        ({}, "$.valutazioni", "manca"),
        ({"valutazioni": {}}, "$.valutazioni", "ci vuole un elenco, non un oggetto"),
        ({"valutazioni": [None]}, "$.valutazioni[0]", "ci vuole un oggetto, non null"),
        ({"valutazioni": [], "mezzo": "su"}, "$.mezzo", "in_su o in_giu"),
        ({"valutazioni": [], "mezzo": None}, "$.mezzo", "null non esiste"),
        ({"valutazioni": [], "minimo_valutazioni": 0}, "$.minimo_valutazioni", "almeno 1"),
        ({"valutazioni": [], "minimo_valutazioni": -3}, "$.minimo_valutazioni", "almeno 1"),
        ({"valutazioni": [], "minimo_valutazioni": True}, "$.minimo_valutazioni", "non true"),
        ({"valutazioni": [], "minimo_valutazioni": "2"}, "$.minimo_valutazioni", 'non "2"'),
        ({"valutazioni": [], "minimo_valutazioni": 1.0}, "$.minimo_valutazioni", "non 1.0"),
        ({"valutazioni": [], "minimo_valutazioni": None}, "$.minimo_valutazioni", "non null"),
        ({"valutazioni": [], "profilo": "x"}, "$.profilo", "chiave sconosciuta"),
        ({"valutazioni": [], "due parole": 1}, '$["due parole"]', "chiave sconosciuta"),
        (con(voto="A"), "$.valutazioni[0].voto", "chiave sconosciuta"),
        (con(livello="E"), "$.valutazioni[0].livello", '"E" non esiste: A, B, C, D o NV'),
        (con(livello="b"), "$.valutazioni[0].livello", '"b" non esiste'),
        (con(livello="nv"), "$.valutazioni[0].livello", '"nv" non esiste'),
        (con(livello=3), "$.valutazioni[0].livello", "3 non esiste"),
        (con(livello=True), "$.valutazioni[0].livello", "true non esiste"),
        (con(livello=None), "$.valutazioni[0].livello", "null non esiste"),
        (con(livello=["A"]), "$.valutazioni[0].livello", "un elenco non esiste"),
        (senza("livello"), "$.valutazioni[0].livello", "manca"),
        (senza("studente"), "$.valutazioni[0].studente", "manca"),
        (con(studente=5), "$.valutazioni[0].studente", "ci vuole un testo"),
        (con(studente=" "), "$.valutazioni[0].studente", "vuoto"),
        (con(disciplina="fisica "), "$.valutazioni[0].disciplina", "uno spazio"),
        (con(competenza="multilinguistica"), "$.valutazioni[0].competenza", ":inglese"),
        (con(competenza="multilinguistica:"), "$.valutazioni[0].competenza", "la lingua"),
        (con(competenza="digitale; drop"), "$.valutazioni[0].competenza", "il codice"),
    ],
)
def test_un_guasto_col_suo_percorso(richiesta, percorso, dice):
    (riga,) = guasti_di(richiesta)
    assert riga.startswith(f"{percorso}: ")
    assert dice in riga


def test_la_stessa_disciplina_valuta_una_volta_sola():
    doppia = {"valutazioni": [VALUTAZIONE, VALUTAZIONE | {"livello": "NV"}, VALUTAZIONE]}
    righe = guasti_di(doppia)
    assert [riga.split(":")[0] for riga in righe] == [
        "$.valutazioni[1].disciplina",
        "$.valutazioni[2].disciplina",
    ]
    assert all("$.valutazioni[0]" in riga for riga in righe)


def test_tutti_i_guasti_insieme():
    righe = guasti_di({"mezzo": 1, "valutazioni": [VALUTAZIONE | {"livello": "Z"}, 5], "x": 0})
    assert [riga.split(": ")[0] for riga in righe] == [
        "$.mezzo",
        "$.valutazioni[0].livello",
        "$.valutazioni[1]",
        "$.x",
    ]


@pytest.mark.parametrize(
    ("scritto", "percorso", "dice"),
    [
        ('{"valutazioni":[],"mezzo":"in_su","mezzo":"in_su"}', "$.mezzo", "più di una volta"),
        ('{"valutazioni":[],"minimo_valutazioni":NaN}', "$.minimo_valutazioni", "non NaN"),
        ('{"valutazioni":[],"minimo_valutazioni":-Infinity}', "$.minimo_valutazioni", "-Infinity"),
        ('{"valutazioni":[],"minimo_valutazioni":1e400}', "$.minimo_valutazioni", "non 1e400"),
        ('{"valutazioni":[],"minimo_valutazioni":1' + "0" * 5000 + "}",
         "$.minimo_valutazioni", "15 cifre"),
        ('{"valutazioni":[]} {}', "$", "JSON non valido alla riga 1, colonna 20"),
        ("{'valutazioni':[]}", "$", "JSON non valido"),
        (" \n", "$", "non c'è alcun dato"),
    ],
)  # fmt: skip
def test_json_che_python_perdonerebbe(scritto, percorso, dice):
    (riga,) = guasti(scritto)
    assert riga.startswith(f"{percorso}: ")
    assert dice in riga


@pytest.mark.parametrize("profondita", [17, 300, 900, 5000])
def test_troppi_livelli(profondita):
    for scritto in ("[" * profondita + "]" * profondita, '{"x":' * profondita + "1"):
        assert any("troppi livelli" in riga or "JSON" in riga for riga in guasti(scritto))


@given(st.text(max_size=8))
def test_un_guasto_e_sempre_una_riga_che_si_puo_stampare(chiave):
    richiesta = {"valutazioni": [VALUTAZIONE | {f"?{chiave}": chiave, "livello": f"?{chiave}"}]}
    for riga in guasti_di(richiesta):
        assert len(riga.splitlines()) == 1
        assert riga.encode("utf-8")


@given(st.binary(max_size=60))
def test_qualunque_cosa_arrivi_nessuna_eccezione_diversa(ottetti):
    with pytest.raises(DatiErrati):
        calcola("competenze", ottetti)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda figli: (
            st.lists(figli, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["valutazioni", "mezzo", "minimo_valutazioni", "livello", "studente"]
                ),
                figli,
                max_size=3,
            )
        ),
        max_leaves=12,
    )
)
def test_qualunque_json_risponde_o_elenca_guasti(richiesta):
    trovati = guasti_o_nulla(richiesta)
    assert trovati is None or trovati
    assert all(guasto.percorso.startswith("$") for guasto in trovati or ())
