"""The score of an application opened item by item, as a row of the ranking keeps it.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 8 (specific and detailed indication of
the assessments); L. 241/1990, art. 3. Figures are as one reads them, but the exact total.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from cpia.scuola.parole import elenco
from selezioni_pon.enums import ChiPropone
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.confronto import Confronto, Riga
from selezioni_pon.rules.griglia.punteggio import PuntiSezione

TOTALE: Final = "totale"
SENZA: Final = "senza massimo"


def dettaglio(confronto: Confronto, detti: Mapping[str, str]) -> dict[str, Any]:
    """Sections and items in order of print, each with what was declared, accepted, cut and why.

    ``detti`` are the titles in words, by number of the item. ``totale`` is exact (a fraction as
    text), read back by ``totale_di``; ``vuota`` is an item of which nothing was declared or given.
    """
    righe = {riga.voce.numero: riga for riga in confronto.righe}
    return {
        TOTALE: str(confronto.ammesso.totale),
        "dichiarati": in_cifre(confronto.dichiarato.totale),
        "ammessi": in_cifre(confronto.ammesso.totale),
        "sezioni": [_sezione(una, righe, detti) for una in confronto.ammesso.sezioni],
    }


def totale_di(dati: Mapping[str, Any]) -> Fraction:
    """The exact points of a row; zero where nothing was scored."""
    return Fraction(dati.get(TOTALE, "0"))


def voce_di(dati: Mapping[str, Any], numero: str) -> Mapping[str, Any] | None:
    """One item of a row; None for what the grid does not have."""
    voci: Sequence[Mapping[str, Any]] = [
        voce for sezione in dati.get("sezioni", []) for voce in sezione["voci"]
    ]
    return next((voce for voce in voci if voce["numero"] == numero), None)


def _sezione(
    punti: PuntiSezione, righe: Mapping[str, Riga], detti: Mapping[str, str]
) -> dict[str, Any]:
    sezione = punti.sezione
    voci = [
        _voce(righe[voce.numero]) | {"detto": detti.get(voce.numero, "")} for voce in sezione.voci
    ]
    return {
        "sigla": sezione.sigla,
        "titolo": sezione.titolo,
        "punti": in_cifre(punti.punti),
        "somma": in_cifre(punti.lordi),
        "massimo": _massimo(punti.tetto),
        "tagliata": punti.tagliato,
        "piena": not all(voce["vuota"] for voce in voci),
        "vuote": elenco(voce["detta"] for voce in voci if voce["vuota"]),
        "voci": voci,
    }


def _voce(riga: Riga) -> dict[str, Any]:
    voce, ammessi = riga.voce, riga.ammessi
    return {
        "numero": voce.numero,
        "detta": voce.come_stampato,
        "testo": voce.testo,
        "commissione": voce.chi is ChiPropone.COMMISSIONE,
        "dichiarati": in_cifre(riga.dichiarati.punti),
        "ammessi": in_cifre(ammessi.punti),
        "somma": in_cifre(ammessi.lordi),
        "massimo": _massimo(ammessi.tetto),
        "tagliata": ammessi.tagliato,
        "vuota": not (riga.dichiarati.lordi or ammessi.lordi or riga.motivi),
        "decisioni": list(riga.motivi),
        "ragioni": [{"testo": uno.testo, "fonte": uno.fonte} for uno in ammessi.motivi],
    }


def _massimo(tetto: Fraction | None) -> str:
    return SENZA if tetto is None else in_cifre(tetto)
