"""What several did together is judged person by person.

Source: D.P.R. 249/1998, art. 4 c. 3 (responsibility is personal); IC Pinocchio Montesicuro,
Regolamento di disciplina, D.1 (collective misbehaviour, «distinguendo quando possibile le
responsabilità di ognuno»).
"""

from collections.abc import Mapping
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import elenco, plurale
from disciplina.rules.fonti import statuto

FONTE: Final = statuto("3")


def contro_divisione(condotte: Mapping[str, str]) -> list[Violazione]:
    """What is against opening a file for each of these persons: a name without a conduct.

    ``condotte`` says what each one did, by name.
    """
    if not condotte:
        return [Violazione("nessuno", "Di’ chi ha commesso il fatto.", FONTE, "persone")]
    return [
        Violazione(
            "condotta_mancante",
            f"{nome}: scrivi che cosa ha fatto. La responsabilità è personale.",
            FONTE,
            "condotta",
        )
        for nome, condotta in condotte.items()
        if not condotta.strip()
    ]


def avverti_divisione(condotte: Mapping[str, str]) -> list[Motivo]:
    """The persons of whom the same words are written: may be, and is to be looked at."""
    uguali: dict[str, list[str]] = {}
    for nome, condotta in condotte.items():
        uguali.setdefault(" ".join(condotta.casefold().split()), []).append(nome)
    return [
        Motivo(
            "condotte_uguali",
            FONTE,
            f"Le stesse parole per {plurale(len(nomi), 'persona', 'persone')}: {elenco(nomi)}. Se "
            "hanno fatto cose diverse, si distinguono.",
        )
        for condotta, nomi in uguali.items()
        if condotta and len(nomi) > 1
    ]
