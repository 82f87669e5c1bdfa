"""Whether a list of candidates can be voted."""

from collections.abc import Collection
from dataclasses import dataclass

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale

QUANTI_I_POSTI = "prassi d’istituto: i candidati sono almeno quanti i posti"
# The ballot is sealed in one length: the places of its preferences must fit.
MASSIMO_PREFERENZE = 9


@dataclass(frozen=True, slots=True)
class ListaDiCandidati:
    """Persons by their id in the order of the list; how many are elected and may be named."""

    candidati: tuple[int, ...]
    posti: int
    preferenze: int


def verifica_lista(lista: ListaDiCandidati, eleggibili: Collection[int]) -> list[Violazione]:
    """Why this list cannot be voted, each reason at its field; nothing when it can."""
    violazioni = []
    if len(lista.candidati) < lista.posti:
        quanti = plurale(lista.posti, "candidato", "candidati")
        testo = f"Per {plurale(lista.posti, 'posto', 'posti')} occorrono almeno {quanti}."
        violazioni.append(Violazione("pochi_candidati", testo, QUANTI_I_POSTI, "candidati"))
    if len(set(lista.candidati)) != len(lista.candidati) or not set(lista.candidati) <= set(
        eleggibili
    ):
        testo = "Fra i candidati c’è chi qui non può essere eletto."
        violazioni.append(Violazione("non_eleggibile", testo, "", "candidati"))
    if not 1 <= lista.preferenze <= min(lista.posti, MASSIMO_PREFERENZE):
        massimo = min(lista.posti, MASSIMO_PREFERENZE)
        testo = f"Le preferenze vanno da 1 a {massimo}, non più dei posti."
        violazioni.append(Violazione("preferenze", testo, "", "preferenze"))
    return violazioni
