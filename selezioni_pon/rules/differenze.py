"""What changes between two versions of a ranking: who moves, and why.

Source: D.P.R. 275/1999, art. 14 c. 7 (a complaint may change it); L. 241/1990, arts. 3 and
21-nonies (reasons of who corrects an own act).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cpia.norme.rules.motivi import Motivo
from selezioni_pon.enums import Movimento
from selezioni_pon.rules.cifre import in_punti
from selezioni_pon.rules.fonti import MOTIVAZIONE
from selezioni_pon.rules.graduatoria import Graduatoria
from selezioni_pon.rules.ordine import Posto
from selezioni_pon.rules.sorpassi import Stato, leggi, sorpassi


@dataclass(frozen=True, slots=True)
class Spostamento:
    """One person between two versions: places and points are None where not ranked."""

    id: str
    nome: str
    movimento: Movimento
    da: int | None
    a: int | None
    punti_prima: Fraction | None
    punti_dopo: Fraction | None
    motivo: Motivo


def differenze(
    prima: Graduatoria, dopo: Graduatoria, cause: Mapping[str, Motivo] | None = None
) -> tuple[Spostamento, ...]:
    """Everybody of the two versions, in the order of the new one, those who left at the end.

    ``cause`` says, for whom the act itself concerns, why it was done (a complaint accepted).
    """
    vecchia, nuova = leggi(prima), leggi(dopo)
    tutti = [*nuova.posti, *(chi for chi in vecchia.posti if chi not in nuova.posti)]
    return tuple(_spostamento(chi, vecchia, nuova, cause or {}) for chi in tutti)


def cambiati(spostamenti: Sequence[Spostamento]) -> tuple[Spostamento, ...]:
    """Only those whose place or points are others than before."""
    return tuple(
        uno
        for uno in spostamenti
        if uno.movimento is not Movimento.RESTA or uno.punti_prima != uno.punti_dopo
    )


def _spostamento(chi: str, prima: Stato, dopo: Stato, cause: Mapping[str, Motivo]) -> Spostamento:
    era, ora = prima.posti.get(chi), dopo.posti.get(chi)
    movimento = _movimento(era, ora)
    nome = dopo.nome(chi) if ora else prima.nome(chi)
    testo = f"{nome} {movimento.etichetta}{_da_dove(era, ora)}: {_perche(chi, prima, dopo)}."
    causa = cause.get(chi)
    if causa is not None:
        testo += f" {causa.testo}"
    return Spostamento(
        chi, nome, movimento,
        era.posizione if era else None, ora.posizione if ora else None,
        era.candidato.punti if era else None, ora.candidato.punti if ora else None,
        Motivo(movimento, causa.fonte if causa else MOTIVAZIONE, testo),
    )  # fmt: skip


def _movimento(era: Posto | None, ora: Posto | None) -> Movimento:
    if era is None or ora is None:
        return Movimento.ENTRA if era is None else Movimento.ESCE
    if era.posizione == ora.posizione:
        return Movimento.RESTA
    return Movimento.SALE if ora.posizione < era.posizione else Movimento.SCENDE


def _da_dove(era: Posto | None, ora: Posto | None) -> str:
    if era is None:
        return f" al {ora.posizione}º posto" if ora else ""
    if ora is None:
        return f" (era al {era.posizione}º)"
    if era.posizione == ora.posizione:
        return f" ({ora.posizione}º)"
    return f" dal {era.posizione}º al {ora.posizione}º posto"


def _perche(chi: str, prima: Stato, dopo: Stato) -> str:
    era, ora = prima.posti.get(chi), dopo.posti.get(chi)
    if era is None or ora is None:
        return _entrata(chi, prima, dopo)
    ragioni = []
    if era.candidato.punti != ora.candidato.punti:
        ragioni.append(
            f"passa da {in_punti(era.candidato.punti)} a {in_punti(ora.candidato.punti)}"
        )
    ragioni += sorpassi(chi, prima, dopo)
    return ", ".join(ragioni) or "non cambia niente"


def _entrata(chi: str, prima: Stato, dopo: Stato) -> str:
    escluso = dopo.graduatoria.escluso(chi) or prima.graduatoria.escluso(chi)
    if chi in dopo.posti:
        punti = in_punti(dopo.posti[chi].candidato.punti)
        return f"non è più fra gli esclusi, con {punti}" if escluso else f"ha {punti}"
    return escluso.motivo.rstrip(".") if escluso else "la domanda non c’è più"
