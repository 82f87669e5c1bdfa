"""What the public reads under a ranking: which rule of a tie placed whom, how many are excluded.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 11 (names only); Reg. (UE) 2016/679,
art. 5 c. 1 lett. c: no point, no offer, no birthday, no reason of an exclusion.
"""

from collections.abc import Iterator

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import elenco, plurale
from selezioni_pon.enums import Pubblicazione, TipoCriterio
from selezioni_pon.rules.criteri_parita import MISURE
from selezioni_pon.rules.fonti import regolamento
from selezioni_pon.rules.graduatoria import Graduatoria, RegoleGraduatoria
from selezioni_pon.rules.ordine import Decisione, Ordine


def note_per_albo(graduatoria: Graduatoria, regole: RegoleGraduatoria) -> tuple[Motivo, ...]:
    """The ties, told only where the points are published too, and those who are not in it."""
    note = list(_parita(graduatoria.ordine)) if _coi_punti(regole) else []
    fuori = len(graduatoria.esclusi)
    testo = "Tutti i candidati sono ammessi."
    if fuori:
        quante = plurale(fuori, "domanda non è", "domande non sono")
        testo = f"{quante} in graduatoria: chi l’ha presentata legge il motivo nel portale."
    return (*note, Motivo("ammessi", regolamento("art. 4 c. 11"), testo))


def _coi_punti(regole: RegoleGraduatoria) -> bool:
    return regole.pubblicazione.valore is Pubblicazione.NOMI_E_PUNTI


def _parita(ordine: Ordine) -> Iterator[Motivo]:
    for decisione in ordine.decisioni:
        posti = elenco(sorted(_posti(ordine, decisione)))
        testo = f"Posizioni {posti}: a parità di punti {_come(decisione)}."
        yield Motivo(decisione.criterio.tipo, decisione.criterio.fonte, testo)


def _posti(ordine: Ordine, decisione: Decisione) -> set[int]:
    return {ordine.posto(chi).posizione for gruppo in decisione.gruppi for chi in gruppo}


def _come(decisione: Decisione) -> str:
    tipo = decisione.criterio.tipo
    if tipo is TipoCriterio.SORTEGGIO:
        return "decide il sorteggio, messo a verbale"
    return f"precede {MISURE[tipo].precede}"
