"""What a suspension does to the mark of behaviour, and that it touches no other mark.

Source: IC di Porto Venere, Regolamento d’istituto, titolo 4, capo 4, «Valutazione del
comportamento», lett. b-c; D.P.R. 249/1998, art. 4 c. 3.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import elenco, plurale
from disciplina.enums import Forza
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.fonti import statuto

SUFFICIENTE = 6


@dataclass(frozen=True, slots=True)
class Effetto:
    """Whether the mark may or must be below six; None where it may not, or nothing is said."""

    forza: Forza | None
    motivo: Motivo


def effetto(giorni: Iterable[int], quadrimestre: int, catalogo: Catalogo) -> Effetto:
    """What the suspensions of a term, by their days, do to the mark of that term.

    Each suspension counts by itself: three of two days are not one of six.
    """
    tutte = tuple(giorni)
    detti = elenco(plurale(uno, "giorno", "giorni") for uno in tutte) or "nessuna sospensione"
    regole = [regola for regola in catalogo.comportamento if regola.quadrimestre == quadrimestre]
    for regola in regole:
        if any(regola.comprende(uno) for uno in tutte):
            verbo = "deve" if regola.forza is Forza.DEVE else "può"
            testo = f"{detti}: nel {quadrimestre}º quadrimestre il voto {verbo} stare sotto sei."
            return Effetto(
                regola.forza, Motivo("comportamento", catalogo.fonte(regola.articolo), testo)
            )
    if regole:
        testo = f"{detti}: nel {quadrimestre}º quadrimestre il voto non può stare sotto sei."
        return Effetto(None, Motivo("comportamento", catalogo.fonte(regole[0].articolo), testo))
    testo = f"{detti}: il regolamento non lega il voto di comportamento alle sanzioni."
    return Effetto(None, Motivo("comportamento", statuto("1"), testo))


def contro_voto(
    voto: int, giorni: Iterable[int], quadrimestre: int, catalogo: Catalogo
) -> list[Violazione]:
    """What is against this mark of behaviour; a school that says nothing judges by itself."""
    if not any(regola.quadrimestre == quadrimestre for regola in catalogo.comportamento):
        return []
    trovato = effetto(giorni, quadrimestre, catalogo)
    if voto < SUFFICIENTE and trovato.forza is None:
        return [Violazione("voto_troppo_basso", trovato.motivo.testo, trovato.motivo.fonte, "voto")]
    if voto >= SUFFICIENTE and trovato.forza is Forza.DEVE:
        return [Violazione("voto_troppo_alto", trovato.motivo.testo, trovato.motivo.fonte, "voto")]
    return []


def contro_altra_materia(materia: str) -> Violazione:
    """Why a sanction never touches the mark of a subject."""
    testo = f"{materia}: una sanzione non influisce sulla valutazione del profitto."
    return Violazione("profitto", testo, statuto("3"), "voto")
