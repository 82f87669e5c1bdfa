"""The rules of the funzioni strumentali read from data, strictly.

Raises ValueError, in Italian and with the place, for what is unknown, missing or badly written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore
from selezioni_pon.rules.funzioni_strumentali.modello import (
    Area,
    FontiFunzioni,
    ParametriFunzioni,
    RegoleFunzioni,
)
from selezioni_pon.rules.scritte import Scritte

CITATE: Final = tuple(campo.name for campo in fields(FontiFunzioni))
TUTELA: Final = "artt. 24 e 113 Cost.; D.P.R. 275/1999, art. 14 c. 7"


def funzioni_da(
    dati: Mapping[str, object], dove: str, parametri: ParametriFunzioni
) -> RegoleFunzioni:
    """The rules that the data and the parameters in force describe."""
    scritte = Scritte.lette(dati, dove)
    scritte.solo("fonte", *CITATE, "posti", "aree", "rilievi")
    posti = scritte.parte("posti")
    posti.solo("numero", "fonte")
    return RegoleFunzioni(
        fonte=scritte.atto,
        aree=tuple(_area(una) for una in scritte.parti("aree")),
        parametri=parametri,
        posti=Valore(posti.tabella.contato("numero"), posti.fonte()),
        fonti=FontiFunzioni(*(scritte.fonte(chiave) for chiave in CITATE)),
        rilievi=(*_inappellabile(parametri.inappellabile), *scritte.rilievi()),
    )


def _area(scritte: Scritte) -> Area:
    scritte.solo("sigla", "titolo", "fonte")
    tabella = scritte.tabella
    return Area(tabella.pieno("sigla"), tabella.pieno("titolo"), scritte.fonte())


def _inappellabile(detta: Valore[bool]) -> Iterator[Motivo]:
    """A word of the school that takes no remedy away from anybody."""
    if detta.valore:
        testo = (
            "Il regolamento dice «inappellabile» la valutazione della Commissione: la parola non "
            "toglie né il reclamo né il ricorso, perché contro gli atti della pubblica "
            "amministrazione la tutela è sempre ammessa."
        )
        yield Motivo("inappellabile", f"{detta.fonte}, contro {TUTELA}", testo)
