"""The whole way of a file: the table, the columns, the rows, the proposals."""

from collections.abc import Iterable, Mapping
from datetime import date

from cpia.scuola.importazione.rules.archivio import Archivio
from cpia.scuola.importazione.rules.cattedre import proponi_cattedre
from cpia.scuola.importazione.rules.classi import proponi_classi
from cpia.scuola.importazione.rules.docenti import proponi_docenti
from cpia.scuola.importazione.rules.foglio import RigaLetta
from cpia.scuola.importazione.rules.proposte import Proposta
from cpia.scuola.importazione.rules.righe import leggi_righe
from cpia.scuola.importazione.rules.studenti import proponi_studenti
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo


def proponi(
    tipo: Tipo,
    lette: Iterable[RigaLetta],
    colonne: Mapping[str, int],
    archivio: Archivio,
    *,
    oggi: date,
    aggiungi_discipline: bool = False,
) -> list[Proposta]:
    """What every row of a file would do to what is recorded, in the order of the file."""
    righe = leggi_righe(TRACCIATI[tipo], lette, colonne, oggi=oggi, anno=archivio.anno)
    match tipo:
        case Tipo.CLASSI:
            return proponi_classi(righe, archivio)
        case Tipo.STUDENTI:
            return proponi_studenti(righe, archivio, oggi=oggi)
        case Tipo.DOCENTI:
            return proponi_docenti(righe, archivio)
        case Tipo.CATTEDRE:
            return proponi_cattedre(righe, archivio, aggiungi_discipline=aggiungi_discipline)
