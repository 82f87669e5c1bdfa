"""``manage.py calcola competenze`` as a stranger would call it: a process, bytes in, bytes out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cpia.portale.calcolo.registro import CALCOLI

RADICE = Path(__file__).resolve().parents[2]
CONTRATTO = {
    "mezzo": "in_su",
    "minimo_valutazioni": 1,
    "valutazioni": [
        {"studente": "s1", "competenza": "digitale", "disciplina": "informatica", "livello": "B"},
        {"studente": "s1", "competenza": "digitale", "disciplina": "fisica", "livello": "C"},
    ],
}
INVERSO = {**CONTRATTO, "mezzo": "in_giu"}


@pytest.fixture
def calcola(tmp_path):
    """Run the command with no database, no server, no locale, and a data folder not there."""
    dati = tmp_path / "non-c-e"

    def lancia(ingresso, *argomenti):
        if not isinstance(ingresso, bytes):
            ingresso = json.dumps(ingresso).encode()
        return subprocess.run(
            [sys.executable, "manage.py", "calcola", *argomenti],
            input=ingresso,
            capture_output=True,
            cwd=RADICE,
            check=False,
            env={
                "LC_ALL": "C",
                "PYTHONUTF8": "0",
                "CPIA_DATI": str(dati),
                "AMBIENTE": "dimostrazione",
                "DATABASE_URL": "postgres://nessuno@127.0.0.1:9/nulla",
            },
        )

    yield lancia
    assert not dati.exists()


def rifiuto(esito):
    """The fault lines of a refused call, after checking that it is a clean refusal."""
    assert esito.returncode == 2
    assert esito.stdout == b""
    righe = esito.stderr.decode("utf-8").splitlines()
    assert righe
    assert not any("Traceback" in riga for riga in righe)
    return righe


def test_l_esempio_del_contratto(calcola):
    esito = calcola(CONTRATTO, "competenze")
    assert (esito.returncode, esito.stderr) == (0, b"")
    (uno,) = json.loads(esito.stdout)["esiti"]
    perche = uno.pop("perche")
    assert uno == {
        "studente": "s1",
        "competenza": "digitale",
        "numero": 2,
        "media": "5/2",
        "livello": "B",
    }
    assert all(set(motivo) == {"regola", "fonte", "testo"} for motivo in perche)
    assert "metà fra C Base (2) e B Intermedio (3)".encode() in esito.stdout


def test_un_elenco_torna_nello_stesso_ordine(calcola):
    risposte = json.loads(calcola([CONTRATTO, INVERSO, CONTRATTO], "competenze").stdout)
    livelli = [risposta["esiti"][0]["livello"] for risposta in risposte]
    assert livelli == ["B", "C", "B"]


def test_un_elemento_sbagliato_guasta_la_chiamata(calcola):
    sbagliato = {"valutazioni": [{**CONTRATTO["valutazioni"][0], "livello": "E"}], "profilo": "x"}
    righe = rifiuto(calcola([CONTRATTO, sbagliato], "competenze"))
    assert righe == [
        '$[1].valutazioni[0].livello: elemento 2: il livello "E" non esiste: A, B, C, D o NV',
        "$[1].profilo: elemento 2: chiave sconosciuta; "
        "le chiavi sono: mezzo, minimo_valutazioni, valutazioni",
    ]


@pytest.mark.parametrize("argomenti", [("medie",), ()])
def test_un_tipo_che_non_c_e_elenca_quelli_che_ci_sono(calcola, argomenti):
    (riga,) = rifiuto(calcola(CONTRATTO, *argomenti))
    assert riga.endswith("i tipi sono: " + ", ".join(CALCOLI))


@pytest.mark.parametrize(
    ("ingresso", "dice"),
    [
        (b"", "non c'è alcun dato"),
        (b"{", "JSON non valido"),
        (b"\xef\xbb\xbf{}", "BOM"),
        ('{"mezzo": "perché"}'.encode("latin-1"), "non sono in UTF-8"),
        ("{}".encode("utf-16"), "non sono in UTF-8"),
        (b"[" * 200_000, "troppi livelli"),
        (rb'{"valutazioni": [], "mezzo": "\ud800"}', "Unicode spezzato"),
    ],
    ids=["vuoto", "tronco", "bom", "latin1", "utf16", "profondo", "surrogato"],
)
def test_dati_illeggibili(calcola, ingresso, dice):
    assert any(dice in riga for riga in rifiuto(calcola(ingresso, "competenze")))
