"""The form that whoever applies fills for a grid: what each item asks, and how it is read back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cpia.scuola.parole import con_maiuscola
from selezioni_pon.enums import TipoVoce
from selezioni_pon.rules.cifre import in_punti
from selezioni_pon.rules.griglia.in_parole import limiti_detti, punti_detti
from selezioni_pon.rules.griglia.modello import Griglia, Sezione, Voce

# The length of the only title that counts: the value has the length itself as its key.
DURATA: Final = "durata"
CIFRE_MASSIME: Final = 6


class Genere(StrEnum):
    """How a field is filled."""

    SI_NO = "si_no"
    NUMERO = "numero"
    PUNTI = "punti"
    SCELTA = "scelta"
    SCELTA_DI_NUMERO = "scelta_di_numero"


@dataclass(frozen=True, slots=True)
class Campo:
    """A field: ``nome`` in the form, ``chiave`` inside the value of the item (``titolo_da``)."""

    nome: str
    chiave: str
    etichetta: str
    genere: Genere
    scelte: tuple[tuple[str, str], ...] = ()
    aiuto: str = ""


@dataclass(frozen=True, slots=True)
class Domanda:
    """An item as it is asked: ``nome`` begins those of its fields, ``quanto_da`` what it gives."""

    nome: str
    voce: Voce
    quanto_da: str
    campi: tuple[Campo, ...]


@dataclass(frozen=True, slots=True)
class Parte:
    """A section as it is asked."""

    sezione: Sezione
    domande: tuple[Domanda, ...]


def modulo(griglia: Griglia) -> tuple[Parte, ...]:
    """Every item of a grid with its fields, by section, in order of print.

    Names are made of the place in print: a number may hold what no field name should.
    """
    posti = {voce.numero: posto for posto, voce in enumerate(griglia.voci, start=1)}
    return tuple(
        Parte(sezione, tuple(domanda(voce, f"v{posti[voce.numero]}") for voce in sezione.voci))
        for sezione in griglia.sezioni
    )


def domanda(voce: Voce, nome: str) -> Domanda:
    """An item with the fields that its kind asks."""
    campi = (*CHIEDE[voce.tipo](voce, nome), *_pertinente(voce, nome))
    return Domanda(nome, voce, _quanto_da(voce), campi)


def valore(chiesta: Domanda, scritti: Mapping[str, str]) -> dict[str, object] | None:
    """What was typed of an item, as ``titolo_da`` reads it; None where nothing was.

    What is no number stays as it was typed: ``titolo_da`` says so.
    """
    letti: dict[str, object] = {}
    for campo in chiesta.campi:
        detto = scritti.get(campo.nome, "").strip()
        if detto:
            letti[campo.chiave] = LEGGE.get(campo.genere, str)(detto)
    if DURATA in letti:
        letti[str(letti.pop(DURATA))] = 1
    return letti or None


def campo_di(chiesta: Domanda, chiave: str) -> str:
    """The name of the field that a fault of the value speaks of: the first where it is of none."""
    suoi = (campo.nome for campo in chiesta.campi if campo.chiave == chiave)
    return next(suoi, chiesta.campi[0].nome)


def _quanto_da(voce: Voce) -> str:
    """``2 punti per ciascuno. Al più 8 punti. Almeno 20 ore.``"""
    uguale = voce.tipo is TipoVoce.SI_NO and voce.tetto == voce.punti
    tetto = () if voce.tetto is None or uguale else (f"al più {in_punti(voce.tetto)}",)
    detti = (*punti_detti(voce), *tetto, *limiti_detti(voce))
    return " ".join(f"{con_maiuscola(detto)}." for detto in detti)


def _numero(detto: str) -> object:
    intero = detto.isascii() and detto.isdecimal() and len(detto) <= CIFRE_MASSIME
    return int(detto) if intero else detto


LEGGE: Final[Mapping[Genere, Callable[[str], object]]] = {
    Genere.SI_NO: bool,
    Genere.NUMERO: _numero,
    Genere.SCELTA_DI_NUMERO: _numero,
}


def _si_no(_voce: Voce, nome: str) -> Iterator[Campo]:
    yield Campo(f"{nome}-posseduto", "posseduto", "Ce l’ho", Genere.SI_NO)


def _voto(voce: Voce, nome: str) -> Iterator[Campo]:
    yield Campo(f"{nome}-voto", "voto", "Voto", Genere.NUMERO)
    if len(voce.scale) > 1:
        voti = sorted((scala.su for scala in voce.scale), reverse=True)
        scelte = tuple((str(su), str(su)) for su in voti)
        aiuto = f"Se non si sceglie, {voti[0]}."
        yield Campo(f"{nome}-su", "su", "Su", Genere.SCELTA_DI_NUMERO, scelte, aiuto)
    if any(fascia.lode for scala in voce.scale for fascia in scala.fasce):
        yield Campo(f"{nome}-lode", "lode", "Con lode", Genere.SI_NO)


def _unita(_voce: Voce, nome: str) -> Iterator[Campo]:
    yield Campo(f"{nome}-quanti", "quanti", "Quanti", Genere.NUMERO)


def _durate(voce: Voce, nome: str) -> Iterator[Campo]:
    if voce.massimo_unita == 1:
        yield Campo(f"{nome}-{DURATA}", DURATA, "Quale", Genere.SCELTA, _gradi(voce))
        return
    for posto, (parola, testo) in enumerate(_gradi(voce), start=1):
        aiuto = testo if testo != parola else ""
        yield Campo(f"{nome}-{posto}", parola, con_maiuscola(parola), Genere.NUMERO, aiuto=aiuto)


def _grado(voce: Voce, nome: str) -> Iterator[Campo]:
    yield Campo(f"{nome}-grado", "grado", "Quale", Genere.SCELTA, _gradi(voce))


def _punti(_voce: Voce, nome: str) -> Iterator[Campo]:
    yield Campo(f"{nome}-punti", "punti", "Punti dati", Genere.PUNTI)


def _pertinente(voce: Voce, nome: str) -> Iterator[Campo]:
    if voce.pertinente is None:
        return
    if voce.tipo in (TipoVoce.UNITA, TipoVoce.DURATE):
        detta = "Di cui pertinenti al settore"
        yield Campo(f"{nome}-pertinenti", "pertinenti", detta, Genere.NUMERO)
    else:
        yield Campo(f"{nome}-pertinente", "pertinente", "Pertinente al settore", Genere.SI_NO)


def _gradi(voce: Voce) -> tuple[tuple[str, str], ...]:
    return tuple((grado.parola, grado.testo or grado.parola) for grado in voce.gradi)


CHIEDE: Final[Mapping[TipoVoce, Callable[[Voce, str], Iterator[Campo]]]] = {
    TipoVoce.SI_NO: _si_no,
    TipoVoce.VOTO: _voto,
    TipoVoce.UNITA: _unita,
    TipoVoce.DURATE: _durate,
    TipoVoce.SCELTA: _grado,
    TipoVoce.RUBRICA: _grado,
    TipoVoce.DISCREZIONALE: _punti,
}
