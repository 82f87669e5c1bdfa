"""Whether a sitting is convened in time."""

from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale


@dataclass(frozen=True, slots=True)
class GiudizioConvocazione:
    """Whether the notice is in time, and the sentence that says by how much."""

    nei_termini: bool
    motivo: Motivo


def giudica_convocazione(
    *, convocazione: date, seduta: date, ultimo_giorno: date, fonte: str
) -> GiudizioConvocazione:
    """Judge a notice frase on ``convocazione`` for a sitting whose last useful day is known.

    The day of the notice is not counted, that of the sitting is: in time up to ``ultimo_giorno``,
    that day included (C.M. 105/1975 art. 1 and the school's own term, cited by ``fonte``).
    """
    anticipo = plurale((ultimo_giorno - convocazione).days, "giorno", "giorni")
    ritardo = plurale((convocazione - ultimo_giorno).days, "giorno", "giorni")
    quale = f"La convocazione del {_cifre(convocazione)} per la seduta del {_cifre(seduta)}"
    if convocazione > seduta:
        frase = f"{quale} viene dopo la seduta."
    elif convocazione > ultimo_giorno:
        frase = f"{quale} è in ritardo di {ritardo}: bisognava inviarla entro {_il(ultimo_giorno)}."
    elif convocazione == ultimo_giorno:
        frase = f"{quale} è inviata nell’ultimo giorno utile."
    else:
        frase = f"{quale} è nei termini, con {anticipo} di anticipo sull’ultimo utile."
    return GiudizioConvocazione(
        convocazione <= min(ultimo_giorno, seduta), Motivo("convocazione_nei_termini", fonte, frase)
    )


def _cifre(giorno: date) -> str:
    return f"{giorno:%d/%m/%Y}"


def _il(giorno: date) -> str:
    articolo = "l’" if giorno.day in {8, 11} else "il "
    return f"{articolo}{_cifre(giorno)}"
