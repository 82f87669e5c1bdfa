"""Why an item gives its points: one sentence with the numbers of the case."""

from collections.abc import Iterator
from typing import Final

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import elenco
from selezioni_pon.enums import TipoVoce
from selezioni_pon.rules.cifre import in_cifre, in_punti
from selezioni_pon.rules.griglia.conteggio import Conto
from selezioni_pon.rules.griglia.frasi import fonte_di, per_chi
from selezioni_pon.rules.griglia.legami import Esclusione, Perche
from selezioni_pon.rules.griglia.modello import Griglia, Voce

CONTATE: Final = frozenset({TipoVoce.UNITA, TipoVoce.DURATE})


def perche_della_voce(
    griglia: Griglia, voce: Voce, conto: Conto, esclusa: Esclusione | None
) -> Motivo:
    """The sum of an item, what limited it, or because of what it does not count."""
    coda = _esclusa(voce, esclusa) if esclusa else _contata(voce, conto)
    regola = esclusa.perche.value if esclusa else voce.tipo.value
    return Motivo(regola, fonte_di(griglia, voce), f"Voce {voce.numero}: {conto.detto}{coda}")


def _esclusa(voce: Voce, esclusa: Esclusione) -> str:
    if esclusa.perche is Perche.PROFILO:
        return f", ma vale solo per {per_chi(voce)}: 0 punti."
    return f", ma {esclusa.perche.etichetta} {esclusa.da}: 0 punti."


def _contata(voce: Voce, conto: Conto) -> str:
    limiti = elenco(_limiti(voce, conto))
    uguale = " =" if voce.tipo in CONTATE else ":"
    testo = f"{uguale} {in_punti(conto.lordi)}"
    if limiti:
        testo += f", ma {limiti}: {in_punti(conto.punti)}"
    altri = [in_punti(punti) for punti in conto.altri if punti != conto.punti]
    if altri:
        testo += f"; con l’altra lettura {elenco(altri)}"
    if voce.minimo_per_contare:
        testo += f" (minimo per contare: {voce.minimo_per_contare})"
    return f"{testo}."


def _limiti(voce: Voce, conto: Conto) -> Iterator[str]:
    """What cut the points, if anything did."""
    if conto.punti == conto.lordi:
        return
    if voce.massimo_unita is not None and conto.tutte > conto.unita:
        contano = "conta" if voce.massimo_unita == 1 else "contano"
        yield f"di {in_cifre(conto.tutte)} ne {contano} {voce.massimo_unita}"
    if voce.tetto is not None and conto.punti == voce.tetto:
        yield f"il massimo della voce è {in_cifre(voce.tetto)}"
