"""Which row names the columns, and which column is what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cpia.scuola.importazione.rules.foglio import (
    MAX_RIGHE,
    MAX_RIGHE_DI_TITOLO,
    FileNonLeggibile,
    Foglio,
    RigaLetta,
    troppe_righe,
)
from cpia.scuola.importazione.rules.testo import chiave, pulito
from cpia.scuola.importazione.rules.tracciati import Tracciato

# What stands in a row of data and never in a header: a day, a code, an address, a number.
DATO: Final = re.compile(
    r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}|[A-Za-z]{6}\d\d[A-Za-z]\d\d[A-Za-z]\d{3}[A-Za-z]"
    r"|\S+@\S+|\d+"
)


@dataclass(frozen=True, slots=True)
class Tabella:
    """The rows below the header; ``colonne`` says where each field was recognised.

    ``riga`` is the number of the row that names the columns, None when the file has none.
    """

    intestazione: tuple[str, ...]
    righe: tuple[RigaLetta, ...]
    colonne: Mapping[str, int]
    riga: int | None = None

    @property
    def chiavi(self) -> list[str]:
        """The header without what makes no difference: by it a file of the same make is known."""
        return [chiave(nome) for nome in self.intestazione]


def trova_tabella(foglio: Foglio, tracciato: Tracciato) -> Tabella:
    """Find the header, below a title too, and recognise its columns.

    A file without one gets letters for names, as Excel has them. Raises FileNonLeggibile when
    there is nothing below the header or too much.
    """
    posto = _riga_di_intestazione(foglio.righe, tracciato)
    testa = None if posto is None else foglio.righe[posto]
    tabella = componi(testa, foglio.righe[0 if posto is None else posto + 1 :], tracciato)
    if len(tabella.righe) > MAX_RIGHE:
        raise troppe_righe()
    return tabella


def componi(testa: RigaLetta | None, righe: Sequence[RigaLetta], tracciato: Tracciato) -> Tabella:
    """The table of these rows below this header, or without one. Raises FileNonLeggibile."""
    if not righe:
        raise FileNonLeggibile("Il file ha solo l’intestazione: sotto non c’è nessuna riga.")
    larghezza = max(len(riga.celle) for riga in righe)
    nomi = _lettere(larghezza) if testa is None else tuple(pulito(nome) for nome in testa.celle)
    nomi += ("",) * (larghezza - len(nomi))
    return Tabella(nomi, tuple(righe), abbina(nomi, tracciato), testa.numero if testa else None)


def abbina(nomi: Sequence[str], tracciato: Tracciato) -> dict[str, int]:
    """Field -> column, by name and synonym; of two columns for one field the first counts."""
    forme = [chiave(nome) for nome in nomi]
    trovate = {
        campo.nome: next((n for n, forma in enumerate(forme) if forma in campo.sinonimi), None)
        for campo in tracciato.campi
    }
    return {nome: colonna for nome, colonna in trovate.items() if colonna is not None}


def _riga_di_intestazione(righe: Sequence[RigaLetta], tracciato: Tracciato) -> int | None:
    candidate = righe[:MAX_RIGHE_DI_TITOLO]
    riconosciute = [len(abbina(riga.celle, tracciato)) for riga in candidate]
    migliore = max(riconosciute)
    if migliore:
        return riconosciute.index(migliore)
    # Unknown names: the first row with more than a title in it, unless it holds data already.
    for posto, riga in enumerate(candidate):
        if sum(bool(cella.strip()) for cella in riga.celle) > 1:
            dati = any(DATO.fullmatch(cella.strip()) for cella in riga.celle)
            return None if dati and posto == 0 else posto
    return 0


def _lettere(larghezza: int) -> tuple[str, ...]:
    return tuple(f"Colonna {_lettera(numero)}" for numero in range(larghezza))


def _lettera(numero: int) -> str:
    return (_lettera(numero // 26 - 1) if numero > 25 else "") + chr(65 + numero % 26)
