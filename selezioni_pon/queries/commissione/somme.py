"""The running sum of an application: declared, taken off so far, still to be decided, accepted."""

from dataclasses import dataclass
from fractions import Fraction

from selezioni_pon.queries.commissione.valutate import Valutata
from selezioni_pon.rules.griglia.punteggio import valuta
from selezioni_pon.rules.griglia.titoli import Titolo


@dataclass(frozen=True)
class Somme:
    """``dichiarati`` - ``tolti`` - ``da_decidere`` + ``dati`` = ``accettati``, always.

    ``dati`` are the points that the commission gave to its own items. ``se_tutti`` is the score
    if whatever is still to be decided were accepted.
    """

    dichiarati: Fraction
    tolti: Fraction
    da_decidere: Fraction
    dati: Fraction
    accettati: Fraction
    se_tutti: Fraction
    restano: int


def somme(una: Valutata) -> Somme:
    """The sum of an application as it stands. No query."""
    decisi = [d.ammesso for d in una.decisioni.values() if d.ammesso is not None]
    indecisi = [titolo for chi, titolo in una.titoli.items() if chi not in una.decisioni]
    concordati = list(una.concordati.values())

    def vale(*titoli: Titolo) -> Fraction:
        return valuta(una.griglia, titoli).totale

    dichiarati = una.confronto.dichiarato.totale
    senza_tolti, soli_decisi = vale(*decisi, *indecisi), vale(*decisi)
    return Somme(
        dichiarati=dichiarati,
        tolti=dichiarati - senza_tolti,
        da_decidere=senza_tolti - soli_decisi,
        dati=una.ammesso.totale - soli_decisi,
        accettati=una.ammesso.totale,
        se_tutti=vale(*decisi, *indecisi, *concordati),
        restano=len(indecisi),
    )
