"""What the forms of a piece of a grid share: its fingerprint, its name, its judgement.

What was typed is put in its place in the whole grid and read there: what speaks against it is
written at the field from where it comes.
"""

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from cpia.norme.forms.versione import ConVersione
from cpia.scuola.parole import con_maiuscola
from selezioni_pon.queries.griglie import leggi
from selezioni_pon.rules.griglia.modello import Griglia

GRIGLIA: Final = "griglia"
INDICE: Final = re.compile(r"[\w\[\]]+")
LUNGO: Final = 40
SEGNI: Final = 12


class PezzoForm(ConVersione):
    """``dati`` are those of the whole grid; ``letta`` is the grid with what was typed, if any."""

    AZIONI: ClassVar[tuple[str, ...]] = ("scrive griglia di valutazione",)

    def __init__(self, *args: Any, dati: Mapping[str, Any], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.dati = dati
        self.nella_griglia: Griglia | None = None

    @property
    def era(self) -> str:
        """The name by which the piece was known when it was read; empty for a new one."""
        return str(self.data.get("era", self.initial.get("era", "")))[:LUNGO]

    @property
    def pezzo(self) -> dict[str, Any]:
        """What was typed, as the data of a grid have it."""
        raise NotImplementedError

    @property
    def mancano(self) -> list[tuple[str, str]]:
        """What is not right yet, each with the label of its field."""
        return [
            (str(self[nome].label) if nome in self.fields else "", str(testo))
            for nome, testi in self.errors.items()
            for testo in testi
        ]

    def cambiata(self) -> Mapping[str, Any]:
        """The data of the grid with what was typed in its place."""
        raise NotImplementedError

    def campo_del_guasto(self, percorso: str) -> str | None:
        """The field that a place in the data of a grid speaks of; None for the whole form."""
        ultimo = INDICE.findall(percorso)[-1:] or [""]
        return ultimo[0] if ultimo[0] in self.fields else None

    def clean(self) -> dict[str, Any]:
        puliti = super().clean() or {}
        if not self.errors:
            self._giudica()
        return puliti

    def _giudica(self) -> None:
        try:
            self.nella_griglia = leggi(self.cambiata(), GRIGLIA)
        except ValueError as guasto:
            percorso, _, testo = str(guasto).removeprefix(f"{GRIGLIA}.").partition(": ")
            detto = con_maiuscola(f"{testo.removesuffix('.')}.")
            self.add_error(self.campo_del_guasto(percorso), detto)


def pieni(pezzo: Mapping[str, Any]) -> dict[str, Any]:
    """Without what says nothing: a grid keeps only what is written."""
    return {chiave: v for chiave, v in pezzo.items() if v not in (None, "", [], (), False)}
