"""Whether the parameters of the bonus hold together, before a procedure keeps them.

The checker of the regulations says the same of a regulation; here the act is refused.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from bonus_merito.rules.regole import RegoleBonus
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale

TUTTO: Final = 100
A_TUTTI: Final = (
    "D.Lgs. 150/2009, art. 18 c. 2: è vietata la distribuzione indifferenziata dei premi"
)


def verifica_regole(regole: RegoleBonus) -> list[Violazione]:
    """What speaks against judging by these rules; nothing when they hold together."""
    return [*_pesi(regole), *_fasce(regole), *_beneficiari(regole)]


def _pesi(regole: RegoleBonus) -> Iterator[Violazione]:
    somma = sum(peso.valore for peso in regole.pesi.values())
    if somma != TUTTO:
        fonte = next(iter(regole.pesi.values())).fonte
        testo = f"I pesi delle aree sommano {somma}: devono fare {TUTTO}."
        yield Violazione("pesi", testo, fonte)


def _fasce(regole: RegoleBonus) -> Iterator[Violazione]:
    limiti, pesi = regole.fasce.limiti, regole.riparto.pesi_fascia
    if any(alto <= basso for basso, alto in pairwise((*limiti.valore, TUTTO))):
        testo = "I limiti delle fasce vanno dal più basso al più alto, tutti sotto 100."
        yield Violazione("fasce", testo, limiti.fonte)
    if len(pesi.valore) != regole.fasce.numero:
        quanti = plurale(len(pesi.valore), "peso", "pesi")
        fasce = plurale(regole.fasce.numero, "fascia", "fasce")
        testo = f"Il regolamento ha {fasce} e {quanti} di fascia: serve un peso per ognuna."
        yield Violazione("pesi_fascia", testo, pesi.fonte)
    elif any(alto < basso for basso, alto in pairwise(pesi.valore)):
        testo = "I pesi delle fasce vanno dalla più bassa: una fascia più alta non pesa di meno."
        yield Violazione("pesi_fascia", testo, pesi.fonte)


def _beneficiari(regole: RegoleBonus) -> Iterator[Violazione]:
    minimo, massimo = regole.minimo, regole.massimo
    if massimo.valore >= Fraction(1):
        testo = "Al più si premia meno di tutto il personale: il massimo sta sotto l’intero."
        yield Violazione("massimo", testo, A_TUTTI)
    if minimo.valore > massimo.valore:
        testo = "I beneficiari da premiare almeno sono più di quelli da premiare al più."
        yield Violazione("minimo", testo, minimo.fonte)
