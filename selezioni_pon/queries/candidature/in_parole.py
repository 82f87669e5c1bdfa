"""What an application says, as one reads it: from what was frozen, never from the draft."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, Final

from django.db.models import BooleanField, Field

from cpia.scuola.parole import con_maiuscola, fra_virgolette
from selezioni_pon.enums import FasciaContesa, TipoAllegato
from selezioni_pon.models import Candidatura
from selezioni_pon.queries.griglie import leggi
from selezioni_pon.queries.valutazione import titolo_scritto
from selezioni_pon.rules.domanda.passi import CAMPI
from selezioni_pon.rules.griglia.detti import titolo_detto
from selezioni_pon.rules.griglia.in_parole import sezione_detta
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.griglia.punteggio import Punteggio, valuta

NESSUNA: Final = "nessuna"
CAMPI_DETTI: Final = tuple(campo for gruppo in CAMPI.values() for campo in gruppo)
Detti = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class TitoloDetto:
    """A declared title: the item, what is declared, which titles they are."""

    numero: str
    stampato: str
    testo: str
    detto: str
    descrizione: str


@dataclass(frozen=True, slots=True)
class SezioneDetta:
    """The declared titles of a section of the grid."""

    titolo: str
    titoli: Sequence[TitoloDetto]


def griglia_inviata(contenuto: Mapping[str, Any]) -> Griglia:
    """The grid that went with an application, with its way to read marks.

    Raises ValueError for data that make no grid.
    """
    griglia = leggi(contenuto.get("griglia", {}), "inviata")
    contesa = contenuto.get("contesa")
    return replace(griglia, contesa=FasciaContesa(contesa)) if contesa else griglia


def requisiti_detti(contenuto: Mapping[str, Any]) -> Detti:
    """What is declared of oneself, each with its name; what was left empty is not said."""
    dichiarati = {**contenuto, **contenuto.get("requisiti", {})}
    coppie = ((campo, dichiarati.get(campo)) for campo in CAMPI_DETTI if campo != "proposta")
    return [(_nome(campo), _valore(campo, v)) for campo, v in coppie if _si_dice(v)]


def sezioni_dette(griglia: Griglia, contenuto: Mapping[str, Any]) -> list[SezioneDetta]:
    """The declared titles by section, in order of print; sections without any are left out."""
    sezioni = (
        SezioneDetta(sezione_detta(sezione), list(_titoli(griglia, sezione.voci, contenuto)))
        for sezione in griglia.sezioni
    )
    return [una for una in sezioni if una.titoli]


def punti_dichiarati(griglia: Griglia, contenuto: Mapping[str, Any]) -> Punteggio:
    """What the declared titles would give. Raises ValueError for what the grid does not hold."""
    titoli = []
    for numero, valore in contenuto.get("titoli", {}).items():
        voce = griglia.voce(numero)
        if voce is None:
            raise ValueError(f"la griglia non ha la voce {numero}")
        titoli.append(titolo_scritto(voce, valore))
    return valuta(griglia, titoli)


def file_detti(contenuto: Mapping[str, Any]) -> list[str]:
    """The files with their SHA-256: ``curriculum completo: cv.pdf (SHA-256 …)``."""
    return [_file(uno) for uno in contenuto.get("allegati", [])]


def _titoli(
    griglia: Griglia, voci: Sequence[Any], contenuto: Mapping[str, Any]
) -> Iterator[TitoloDetto]:
    valori, descrizioni = contenuto.get("titoli", {}), contenuto.get("descrizioni", {})
    for voce in voci:
        if voce.numero in valori:
            yield TitoloDetto(
                voce.numero,
                voce.come_stampato,
                voce.testo,
                titolo_detto(voce, titolo_scritto(voce, valori[voce.numero])),
                descrizioni.get(voce.numero, ""),
            )


def _colonna(campo: str) -> "Field[Any, Any]":
    colonna = Candidatura._meta.get_field(campo)
    if not isinstance(colonna, Field):
        raise TypeError(f"{campo} non è una colonna")
    return colonna


def _nome(campo: str) -> str:
    return con_maiuscola(str(_colonna(campo).verbose_name))


def _si_dice(valore: Any) -> bool:
    return valore not in (None, "", NESSUNA, False)


def _valore(campo: str, valore: Any) -> str:
    colonna = _colonna(campo)
    if isinstance(colonna, BooleanField):
        return "sì"
    return str(dict(colonna.flatchoices).get(valore, valore))


def _file(uno: Mapping[str, Any]) -> str:
    tipo = TipoAllegato(uno["tipo"]).etichetta
    voce = f", voce {uno['voce']}" if uno["voce"] else ""
    # Where nothing was typed the title is the name of the file: said once.
    proprio = uno["titolo"] not in ("", PurePath(uno["nome"]).stem)
    titolo = f" {fra_virgolette(uno['titolo'])}" if proprio else ""
    return f"{con_maiuscola(tipo)}{voce}{titolo}: {uno['nome']} (SHA-256 {uno['impronta']})"
