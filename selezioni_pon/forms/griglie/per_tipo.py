"""The fields that each kind of item has besides those of all: points, brackets, grades, limits."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from django import forms

from cpia.norme.enums import scelte
from selezioni_pon.enums import ChiPropone, TipoVoce
from selezioni_pon.forms.griglie.campi import PuntiField, QuantiField, VotoField, una_riga

Costruttori = Mapping[str, Any]
T: Final = TipoVoce

CON_PUNTI: Final = {
    T.SI_NO: ("Punti", "Quanti punti dà chi ha il titolo."),
    T.UNITA: ("Punti per ciascuno", "Per ogni titolo, esperienza, anno o certificato."),
    T.DISCREZIONALE: ("Punti, al più", "La commissione dà da 0 a questo numero."),
}
CON_GRADI: Final = {
    T.DURATE: ("Durate", "Una riga per ogni durata, con i punti di ciascun titolo che dura così."),
    T.SCELTA: ("Possibilità", "Una riga per ogni possibilità: se ne ha una sola."),
    T.RUBRICA: ("Giudizi", "Una riga per ogni giudizio che la commissione può dare."),
}
CHE_SI_CONTANO: Final = (T.UNITA, T.DURATE)
GIUDIZI: Final = (T.RUBRICA, T.DISCREZIONALE)
# Radicals of the rows: a grade, a scale, the brackets of a scale.
GRADO, SCALA, FASCIA = "grado_", "scala_", "fascia{}_"
DI_GRADO, DI_SCALA, DI_FASCIA = ("parola", "punti", "testo"), ("su", "minimo"), (
    "da", "a", "lode", "punti",
)  # fmt: skip
GRADI_MASSIMI, SCALE_MASSIME, FASCE_MASSIME = 12, 3, 10


def propri(tipo: TipoVoce) -> Iterator[tuple[str, forms.Field]]:
    """The single fields of a kind, in the order of the page."""
    if tipo in CON_PUNTI:
        etichetta, aiuto = CON_PUNTI[tipo]
        yield "punti", PuntiField(label=etichetta, help_text=aiuto)
    if tipo in CHE_SI_CONTANO:
        yield "massimo_unita", _quanti()
    yield "tetto", _punti_se("Massimo della voce", "Vuoto: non ce n’è uno scritto.")
    in_piu = "Punti in più se pertinente al settore"
    yield "pertinente", _punti_se(in_piu, "Per ogni titolo. Vuoto: nessuno.")
    if tipo not in GIUDIZI:
        yield "minimo_per_contare", _minimo()
        yield "chi", _chi()


def nomi_propri(tipo: TipoVoce) -> list[str]:
    """Their names."""
    return [nome for nome, _ in propri(tipo)]


def _quanti() -> forms.Field:
    aiuto = "Vuoto: contano tutti, fino al massimo della voce."
    return QuantiField(label="Quanti ne contano, al più", required=False, help_text=aiuto)


def _minimo() -> forms.Field:
    aiuto = "Per esempio: 20 ore, un quadrimestre, un anno."
    return una_riga("Durata minima per contare", 120, help_text=aiuto)


def _punti_se(etichetta: str, aiuto: str) -> forms.Field:
    return PuntiField(label=etichetta, required=False, help_text=aiuto)


def _chi() -> forms.Field:
    return forms.ChoiceField(
        label="Chi lo dice",
        choices=scelte(ChiPropone),
        initial=ChiPropone.CANDIDATO.value,
        required=False,
        error_messages={"invalid_choice": "Scegli chi lo dice."},
    )


def _parola(numero: int) -> forms.Field:
    return una_riga(f"Parola ({numero})", 60)


def _punti(numero: int) -> forms.Field:
    return PuntiField(label=f"Punti ({numero})", required=False)


def _altra(scala: int) -> str:
    return f" (scala {scala})" if scala > 1 else ""


GRADI: Final[Mapping[str, Callable[[int], forms.Field]]] = {
    "parola": _parola,
    "punti": _punti,
    "testo": lambda n: una_riga(f"Come si legge ({n})", 200),
}
SCALE: Final[Mapping[str, Callable[[int], forms.Field]]] = {
    "su": lambda n: QuantiField(label=f"Voto su{_altra(n)}", required=False),
    "minimo": lambda n: QuantiField(label=f"Dal voto più basso{_altra(n)}", required=False),
}


def fasce(scala: int) -> Mapping[str, Callable[[int], forms.Field]]:
    """The fields of a bracket of a scale."""
    della = _altra(scala)
    return {
        "da": lambda n: VotoField(label=f"Dal voto ({n}){della}", required=False),
        "a": lambda n: VotoField(label=f"Al voto ({n}){della}", required=False),
        "lode": lambda n: forms.BooleanField(label=f"Con lode ({n}){della}", required=False),
        "punti": lambda n: PuntiField(label=f"Punti ({n}){della}", required=False),
    }
