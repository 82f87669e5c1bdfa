"""How many must be present for a sitting to be valid (D.Lgs. 297/1994 art. 37 c. 2)."""

from dataclasses import dataclass

from cpia.norme.enums import RegolaQuorum
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import plurale


@dataclass(frozen=True, slots=True)
class GiudizioPresenze:
    """The legal number, whether those present reach it, and why."""

    numero_legale: int
    valida: bool
    perche: tuple[Motivo, ...]


def giudica_presenze(
    in_carica: int, presenti: int, *, regola: Valore[RegolaQuorum], minimo: Valore[int]
) -> GiudizioPresenze:
    """Judge a sitting by its members in office and those present.

    ``minimo`` is the number below which the school's rule never goes, 0 when it says nothing
    (a Comitato that works with at least three). Nobody present is never a sitting.
    """
    della_regola = quanti(regola.valore, in_carica)
    legale = max(della_regola, minimo.valore, 1)
    conto = Motivo(
        "numero_legale",
        regola.fonte,
        f"{plurale(in_carica, 'componente', 'componenti')} in carica: "
        f"{_conto(regola.valore, in_carica)} fa {della_regola}.{regola.altra_fonte}",
    )
    perche = [conto]
    if minimo.valore > della_regola:
        testo = (
            f"Il minimo di {plurale(minimo.valore, 'presente', 'presenti')} supera {della_regola}"
        )
        perche.append(
            Motivo("numero_minimo", minimo.fonte, f"{testo}: occorrono {legale} presenti.")
        )
    valida = presenti >= legale
    mancano = plurale(legale - presenti, "presenza manca", "presenze mancano")
    esito = "il numero legale c’è" if valida else f"{mancano} al numero legale"
    fonte = perche[-1].fonte
    testo = f"{plurale(presenti, 'presente', 'presenti')} su {legale} che occorrono: {esito}."
    return GiudizioPresenze(legale, valida, (*perche, Motivo("presenze", fonte, testo)))


def quanti(regola: RegolaQuorum, in_carica: int) -> int:
    """The number that the rule asks of ``in_carica`` members: 19 → 10, 20 → 11, half of 5 → 3."""
    match regola:
        case RegolaQuorum.META_PIU_UNO:
            return in_carica // 2 + 1
        case RegolaQuorum.META:
            return -(-in_carica // 2)
        case RegolaQuorum.TUTTI:
            return in_carica


def _conto(regola: RegolaQuorum, in_carica: int) -> str:
    match regola:
        case RegolaQuorum.META_PIU_UNO:
            return f"la metà di {in_carica}, senza il mezzo, più uno"
        case RegolaQuorum.META:
            return f"la metà di {in_carica}, arrotondata per eccesso,"
        case RegolaQuorum.TUTTI:
            return "la presenza di tutti"
