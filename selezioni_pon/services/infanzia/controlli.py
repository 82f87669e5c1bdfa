"""What an application says, and what is against it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cpia.norme.errori import esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from selezioni_pon.enums import GruppoPrecedenza
from selezioni_pon.models import ElencoInfanzia
from selezioni_pon.queries.infanzia.regole import (
    anno_di,
    criteri_dell_elenco,
    regole_dell_elenco,
)
from selezioni_pon.rules.infanzia.domanda import (
    DomandaScritta,
    SezioneContata,
    contro_l_arrivo,
    contro_la_domanda,
)
from selezioni_pon.rules.infanzia.per_sezione import contati_il


@dataclass(frozen=True)
class DatiDomanda:
    """What an application says; ``titoli`` by item: why one does not count, empty where it does."""

    presentata_il: date
    residente: bool = False
    residenza_dal: date | None = None
    precedenza: str = ""
    precedenza_da: str = ""
    titoli: Mapping[str, str] = field(default_factory=dict)


def esigi_domanda(
    autore: Contesto, elenco: ElencoInfanzia, nascita: date, dati: DatiDomanda
) -> None:
    """Raise AttoRifiutato with all that age, residence, day and titles have against it."""
    regole, anno = regole_dell_elenco(elenco), anno_di(elenco)
    scritta = DomandaScritta(
        nascita=nascita,
        presentata=dati.presentata_il,
        residente=dati.residente,
        residenza_dal=dati.residenza_dal,
        precedenza=GruppoPrecedenza(dati.precedenza) if dati.precedenza else None,
        da_quale_atto=dati.precedenza_da,
    )
    contate = [
        SezioneContata(una.iscritti + una.anticipi, una.anticipi)
        for una in elenco.sezioni.all()
        if una.iscritti is not None and una.anticipi is not None
    ]
    esigi(
        [
            *contro_la_domanda(scritta, anno, autore.oggi, regole),
            *contro_l_arrivo(scritta, contate, contati_il(anno, regole.anticipi), regole.anticipi),
            *_contro_i_titoli(elenco, dati.titoli),
        ]
    )


def _contro_i_titoli(elenco: ElencoInfanzia, titoli: Mapping[str, str]) -> list[Violazione]:
    voci = {voce.numero for voce in criteri_dell_elenco(elenco).voci}
    if titoli.keys() <= voci:
        return []
    testo = "Fra i criteri di questo elenco non c’è uno dei titoli segnati."
    return [Violazione("titolo_ignoto", testo, "")]
