"""The words that the register has for grids, projects and calls."""

from collections.abc import Iterable

from cpia.norme.enums import Voce
from selezioni_pon.enums import Fase, MotivoImpossibilita

AZIONI: dict[str, str] = {
    # grids
    "prepara griglia di valutazione": "ha preparato una griglia di valutazione",
    "scrive griglia di valutazione": "ha scritto la griglia di valutazione",
    "ritira griglia di valutazione": "ha ritirato la griglia di valutazione",
    "elimina griglia di valutazione": "ha eliminato la griglia di valutazione",
    "chiude griglia di valutazione": "ha chiuso la griglia, pubblicando un avviso",
    # projects
    "scrive progetto": "ha scritto il progetto",
    # calls
    "prepara avviso di selezione": "ha preparato un avviso di selezione",
    "scrive avviso di selezione": "ha scritto l’avviso di selezione",
    "elimina bozza di avviso": "ha eliminato la bozza di un avviso",
    "elimina selezione": "ha eliminato una selezione senza avvisi",
    "prepara documento dell’avviso": "ha preparato il documento dell’avviso",
    "chiede la stampa dell’avviso": "ha chiesto di nuovo la stampa dell’avviso",
    "pubblica avviso di selezione": "ha pubblicato l’avviso di selezione",
    "revoca avviso di selezione": "ha revocato l’avviso di selezione",
    "accerta impossibilità": "ha accertato che l’avviso non basta",
}
CAMPI: dict[str, str] = {
    "origine": "a partire da",
    "avviso": "",
    "documento": "",
    "pubblicazione": "",
    "posti": "posti",
    "coperti": "posti coperti",
    "fase": "a chi si rivolge",
    "motivo": "motivo",
    "motivo_impossibilita": "motivo",
}


def _parole(voci: Iterable[Voce]) -> dict[str, str]:
    return {voce.value: voce.etichetta for voce in voci}


VALORI: dict[str, dict[str, str]] = {
    "fase": _parole(Fase),
    # Not «motivo»: other acts have free words there.
    "motivo_impossibilita": _parole(MotivoImpossibilita),
}
