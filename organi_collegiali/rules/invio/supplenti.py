"""Whether the substitute of a member sits in his or her place."""

from dataclasses import dataclass

from cpia.norme.enums import InterventoSupplente
from cpia.norme.rules.motivi import Motivo, Valore
from organi_collegiali.enums import Risposta


@dataclass(frozen=True, slots=True)
class GiudizioSupplente:
    """Whether the substitute sits, and why."""

    siede: bool
    motivo: Motivo


def giudica_supplente(
    risposta: str, *, incompatibile: bool, regola: Valore[InterventoSupplente]
) -> GiudizioSupplente:
    """Judge by what the member answers to the notice; ``incompatibile``: must not sit or abstains.

    Everywhere in case of conflict; for a mere absence where the regulation has it so, or says
    nothing (`004`, norme dell’Organo di Garanzia n. 1: only in case of conflict).
    """
    anche_assente = regola.valore is InterventoSupplente.ASSENZA
    siede = risposta == Risposta.ASSENTE and (incompatibile or anche_assente)
    if siede:
        testo = "Al posto del titolare siede il supplente, con il suo voto."
    elif risposta == Risposta.ASSENTE:
        testo = "Il supplente siede solo se il titolare è incompatibile o deve astenersi."
    else:
        testo = "Il titolare ci sarà: il supplente non occorre."
    return GiudizioSupplente(siede, Motivo("supplente_interviene", regola.fonte, testo))
