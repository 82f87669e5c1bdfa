"""Teachers: a person each, nothing more; what they teach comes with the cattedre."""

from collections.abc import Sequence

from cpia.scuola.importazione.rules.archivio import Archivio
from cpia.scuola.importazione.rules.persone import (
    Ambigua,
    chiave_persona,
    dati_di,
    piano_persona,
    trova_persona,
)
from cpia.scuola.importazione.rules.proposte import Proposta
from cpia.scuola.importazione.rules.righe import Riga, segna_ripetute


def proponi_docenti(righe: Sequence[Riga], archivio: Archivio) -> list[Proposta]:
    """What the rows would do; the plan of each is a ``PianoPersona``."""
    chiavi = {riga.numero: chiave_persona(dati_di(riga)) for riga in righe}
    segna_ripetute(righe, chiavi, "la stessa persona")
    return [_proposta(riga, archivio) for riga in righe]


def _proposta(riga: Riga, archivio: Archivio) -> Proposta:
    dati = dati_di(riga)
    proposta = Proposta(riga, f"{dati.get('cognome', '')} {dati.get('nome', '')}".strip())
    if riga.errata:
        return proposta
    try:
        nota = trova_persona(dati, archivio)
    except Ambigua as dubbio:
        riga.rileva(dubbio.campo, str(dubbio))
        return proposta
    proposta.piano = piano_persona(proposta, dati, nota)
    proposta.nuova = nota is None
    return proposta
