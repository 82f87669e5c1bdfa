"""Each row of the table, cell by cell: the values, and what is wrong with which cell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from cpia.scuola.importazione.rules.campi import RESPONSABILI
from cpia.scuola.importazione.rules.foglio import RigaLetta
from cpia.scuola.importazione.rules.testo import pulito
from cpia.scuola.importazione.rules.tracciati import Tracciato
from cpia.scuola.importazione.rules.valori import ValoreErrato, leggi_valore
from cpia.scuola.parole import con_maiuscola
from cpia.scuola.rules import incoerenze

ERRORE_DI_EXCEL: Final = re.compile(r"#[A-Z0-9/_]+[!?]?")


@dataclass(frozen=True, slots=True)
class Rilievo:
    """A remark on a cell (on the row when ``campo`` is empty); a grave one stops the row."""

    campo: str
    testo: str
    grave: bool = True


@dataclass(slots=True)
class Riga:
    """What a row says. ``valori`` has only the cells that are filled in.

    ``gridati`` are the fields written all in capitals or all in small letters, whose spelling
    says nothing against the one that is recorded.
    """

    numero: int
    valori: dict[str, Any] = field(default_factory=dict)
    rilievi: list[Rilievo] = field(default_factory=list)
    gridati: frozenset[str] = frozenset()

    def rileva(self, campo: str, testo: str, *, grave: bool = True) -> None:
        """Note a remark, once."""
        rilievo = Rilievo(campo, con_maiuscola(testo), grave)
        if rilievo not in self.rilievi:
            self.rilievi.append(rilievo)

    @property
    def errata(self) -> bool:
        return any(rilievo.grave for rilievo in self.rilievi)


def leggi_righe(
    tracciato: Tracciato,
    lette: Iterable[RigaLetta],
    colonne: Mapping[str, int],
    *,
    oggi: date,
    anno: int,
) -> list[Riga]:
    """The rows as values. ``anno`` is the school year of the import, by its first calendar year."""
    righe = [_leggi_riga(tracciato, letta, colonne, oggi) for letta in lette]
    for riga in righe:
        _controlla_obbligatori(riga, tracciato)
        _controlla_anno(riga, anno)
        for prefisso in ("", *(f"responsabile{n}_" for n in RESPONSABILI)):
            _controlla_coerenza(riga, prefisso)
    return righe


def _leggi_riga(
    tracciato: Tracciato, letta: RigaLetta, colonne: Mapping[str, int], oggi: date
) -> Riga:
    riga, gridati = Riga(letta.numero), set()
    for campo in tracciato.campi:
        testo = _cella(letta.celle, colonne.get(campo.nome))
        if not testo:
            continue
        if ERRORE_DI_EXCEL.fullmatch(testo):
            riga.rileva(campo.nome, f"la cella contiene l’errore di Excel «{testo}»")
            continue
        if testo.isupper() or testo.islower():
            gridati.add(campo.nome)
        try:
            riga.valori[campo.nome] = leggi_valore(campo.lettore, testo, campo.massimo, oggi)
        except ValoreErrato as errore:
            riga.rileva(campo.nome, str(errore))
    riga.gridati = frozenset(gridati)
    return riga


def _cella(celle: Sequence[str], colonna: int | None) -> str:
    return pulito(celle[colonna]) if colonna is not None and colonna < len(celle) else ""


def _controlla_obbligatori(riga: Riga, tracciato: Tracciato) -> None:
    """Something of each group must be there; a cell that is wrong has been told already."""
    presenti = set(riga.valori) | {rilievo.campo for rilievo in riga.rilievi}
    for manca in tracciato.mancanti(presenti):
        riga.rileva("", f"manca: {manca}")


def _controlla_anno(riga: Riga, anno: int) -> None:
    suo = riga.valori.get("anno_scolastico", anno)
    if suo != anno:
        riga.rileva(
            "anno_scolastico",
            f"la riga è del {_anno(suo)} e l’importazione è del {_anno(anno)}",
        )


def _anno(inizio: int) -> str:
    return f"{inizio}/{(inizio + 1) % 100:02d}"


def _controlla_coerenza(riga: Riga, prefisso: str) -> None:
    """A code that does not go with the name is a doubt, not an error."""
    codice = riga.valori.get(f"{prefisso}codice_fiscale")
    if codice:
        for dubbio in incoerenze(
            codice,
            cognome=riga.valori.get(f"{prefisso}cognome", ""),
            nome=riga.valori.get(f"{prefisso}nome", ""),
            nascita=riga.valori.get(f"{prefisso}data_nascita"),
            sesso=riga.valori.get(f"{prefisso}sesso", ""),
        ):
            riga.rileva(f"{prefisso}codice_fiscale", dubbio, grave=False)


def segna_ripetute(righe: Iterable[Riga], chiave_di: Mapping[int, object], cosa: str) -> None:
    """Mark the rows whose key stands in an earlier row. ``chiave_di``: row number -> key."""
    prime: dict[object, int] = {}
    for riga in righe:
        chiave = chiave_di.get(riga.numero)
        if chiave is None:
            continue
        prima = prime.setdefault(chiave, riga.numero)
        if prima != riga.numero:
            riga.rileva("", f"{cosa} è già alla riga {prima}")
