"""What an import has done, in words."""

from collections import Counter
from collections.abc import Mapping

from cpia.scuola.models import Importazione
from cpia.scuola.parole import con_maiuscola, elenco, intero, plurale
from cpia.scuola.services.diario import modello


def descrivi(quante: Mapping[str, int]) -> str:
    """How many rows of each state, in a sentence: «12 nuove, 3 modificate e 80 invariate»."""
    forme = {
        "nuovo": ("nuova", "nuove"),
        "modificato": ("modificata", "modificate"),
        "invariato": ("invariata", "invariate"),
        "errato": ("errata", "errate"),
    }
    return elenco(plurale(quante[stato], *forme[stato]) for stato in forme if quante[stato])


def effetti_in_parole(importazione: Importazione, *, annullo: bool = False) -> list[str]:
    """What an import wrote, or what taking it back would do, one sentence per kind of row."""
    verbi = (
        {
            "creati": "che si cancellano",
            "cambiati": "che tornano come prima",
            "tolti": "che si rimettono",
        }
        if annullo
        else {"creati": "in più", "cambiati": "con dati cambiati", "tolti": "in meno"}
    )
    quante: Counter[tuple[str, str]] = Counter()
    for effetto in importazione.effetti:
        for operazione in verbi.keys() & effetto.keys():
            quante[effetto["modello"], operazione] += len(effetto[operazione])
    return [
        f"{con_maiuscola(_nome(nome))} {verbi[operazione]}: {intero(numero)}"
        for (nome, operazione), numero in quante.items()
    ]


def _nome(nome: str) -> str:
    return str(modello(nome)._meta.verbose_name_plural)
