"""Small grids of the tests' own, and grids drawn at random, written as data."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from selezioni_pon.enums import TipoVoce
from selezioni_pon.rules.griglia.da_dati import griglia_da
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.punteggio import PuntiVoce, valuta
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da

Dati = dict[str, object]
SU_110: Dati = {
    "su": 110,
    "minimo": 66,
    "fasce": [
        {"a": "100", "punti": "6"},
        {"da": "101", "a": "110", "punti": "8"},
        {"da": "110", "lode": True, "punti": "10"},
    ],
}
CONTESA: Dati = {
    "su": 110,
    "minimo": 66,
    "fasce": [
        {"a": "80", "punti": "3"},
        {"da": "81", "a": "100", "punti": "4"},
        {"da": "100", "a": "110", "punti": "5"},
        {"da": "110", "lode": True, "punti": "6"},
    ],
}
SU_60: Dati = {
    "su": 60,
    "minimo": 36,
    "fasce": [{"da": "36", "a": "47", "punti": "1"}, {"da": "48", "punti": "2"}],
}
SU_100: Dati = {
    "su": 100,
    "minimo": 60,
    "fasce": [{"da": "60", "a": "79", "punti": "1"}, {"da": "80", "punti": "2"}],
}
DURATE = [{"parola": "semestrali", "punti": "2"}, {"parola": "annuali", "punti": "3"}]
RUBRICA = [
    {"parola": "non_coerente", "punti": "0", "testo": "non coerente"},
    {"parola": "ottima", "punti": "18", "testo": "ottima coerenza"},
]


def dati_voce(tipo: str, numero: str = "1", **campi: object) -> Dati:
    """An item of a kind, as data."""
    return {"numero": numero, "testo": f"Titolo {numero}", "tipo": tipo, **campi}


def dati_sezione(*voci: Dati, sigla: str = "A", **campi: object) -> Dati:
    return {"sigla": sigla, "titolo": f"Sezione {sigla}", "voci": list(voci), **campi}


def dati_griglia(*sezioni: Dati, **campi: object) -> Dati:
    return {"titolo": "Di prova", "fonte": "Atto di prova", "sezioni": list(sezioni), **campi}


def fatta_di(*sezioni: Dati, slug: str = "prova/di-prova", **campi: object) -> Griglia:
    return griglia_da(dati_griglia(*sezioni, **campi), slug, None)


def di_voci(*voci: Dati, **campi: object) -> Griglia:
    """A grid of one section."""
    return fatta_di(dati_sezione(*voci), **campi)


def una_voce(tipo: str, **campi: object) -> Voce:
    return next(di_voci(dati_voce(tipo, **campi)).voci)


def letto(voce: Voce, valore: object) -> Titolo:
    titolo = titolo_da(voce, valore)
    assert isinstance(titolo, Titolo), titolo
    return titolo


def letti(griglia: Griglia, valori: Mapping[str, object]) -> list[Titolo]:
    return [letto(griglia.voce(nome), valore) for nome, valore in valori.items()]


def conta(tipo: str, valore: object, **campi: object) -> PuntiVoce:
    """The points of one value of one item that stands alone."""
    griglia = di_voci(dati_voce(tipo, **campi))
    return valuta(griglia, letti(griglia, {"1": valore})).voci[0]


CIFRE = st.integers(0, 40).map(lambda quarti: f"{quarti / 4:.2f}")
FORSE_CIFRE = st.none() | CIFRE
PROPRI: Mapping[str, st.SearchStrategy[Dati]] = {
    "si_no": st.fixed_dictionaries({"punti": CIFRE}),
    "voto": st.sampled_from([[SU_110], [CONTESA], [SU_60, SU_100]]).map(lambda s: {"scale": s}),
    "unita": st.fixed_dictionaries(
        {"punti": CIFRE, "massimo_unita": st.none() | st.integers(1, 5)}
    ),
    "durate": st.fixed_dictionaries(
        {"gradi": st.just(DURATE), "massimo_unita": st.none() | st.integers(1, 3)}
    ),
    "scelta": st.just({"gradi": DURATE}),
    "rubrica": st.just({"gradi": RUBRICA}),
    "discrezionale": st.fixed_dictionaries({"punti": CIFRE}),
}


@st.composite
def griglie(draw: st.DrawFn, *, legate: bool = True) -> Griglia:
    """Grids of a few items of every kind; ``legate``: some absorb, need or exclude another."""
    tipi = draw(
        st.lists(
            st.lists(st.sampled_from(list(TipoVoce)), min_size=1, max_size=4),
            min_size=1,
            max_size=3,
        )
    )
    sezioni, prima = [], []
    for indice, della_sezione in enumerate(tipi):
        voci = []
        for tipo in della_sezione:
            numero = str(len(prima) + 1)
            voce = {
                **draw(PROPRI[tipo.value]),
                "tetto": draw(FORSE_CIFRE),
                "pertinente": draw(FORSE_CIFRE),
            }
            if legate and prima and draw(st.booleans()):
                legame = draw(st.sampled_from(["assorbita_da", "mai_con", "richiede"]))
                voce[legame] = [draw(st.sampled_from(prima))]
            prima.append(numero)
            voci.append(dati_voce(tipo.value, numero, **_scritti(voce)))
        tetto = _scritti({"tetto": draw(FORSE_CIFRE)})
        sezioni.append(dati_sezione(*voci, sigla="ABC"[indice], **tetto))
    return fatta_di(*sezioni)


def _scritti(campi: Dati) -> Dati:
    return {chiave: valore for chiave, valore in campi.items() if valore is not None}


@st.composite
def titoli(draw: st.DrawFn, voce: Voce) -> Titolo:
    """Titles that an item may have, none included."""
    return letto(voce, draw(_valori(voce)))


def _valori(voce: Voce) -> st.SearchStrategy[object]:
    con = st.fixed_dictionaries
    match voce.tipo:
        case TipoVoce.SI_NO:
            valori: st.SearchStrategy[object] = st.booleans()
        case TipoVoce.VOTO:
            valori = st.sampled_from(voce.scale).flatmap(
                lambda scala: con(
                    {"su": st.just(scala.su), "voto": st.integers(scala.minimo, scala.su)}
                )
            ) | st.just({"voto": max(s.su for s in voce.scale), "lode": True})
        case TipoVoce.UNITA:
            valori = con({"quanti": st.integers(0, 9)})
        case TipoVoce.DURATE:
            valori = con({"semestrali": st.integers(0, 4), "annuali": st.integers(0, 4)})
        case TipoVoce.SCELTA | TipoVoce.RUBRICA:
            valori = st.sampled_from([grado.parola.upper() for grado in voce.gradi])
        case _:
            return st.integers(0, int(voce.punti or 0))
    return valori if voce.pertinente is None else valori.flatmap(_forse_pertinente)


def _forse_pertinente(valore: object) -> st.SearchStrategy[object]:
    if not isinstance(valore, dict):
        return st.just(valore)
    return st.booleans().map(lambda vero: {**valore, "pertinente": vero})


@st.composite
def domande(draw: st.DrawFn, griglia: Griglia) -> Sequence[Titolo]:
    """Titles of some items, more than one of the same item too."""
    voci = draw(st.lists(st.sampled_from(list(griglia.voci)), max_size=8))
    return [draw(titoli(voce)) for voce in voci]
