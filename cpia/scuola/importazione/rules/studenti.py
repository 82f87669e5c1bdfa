"""Students: the person, the enrolment in a class of the year, the groups, the adults."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from cpia.scuola.importazione.rules.archivio import Archivio
from cpia.scuola.importazione.rules.classe_di import trova_classe
from cpia.scuola.importazione.rules.iscrizioni import PianoIscrizione, piano_iscrizione
from cpia.scuola.importazione.rules.persone import (
    Ambigua,
    PianoPersona,
    chiave_persona,
    dati_di,
    piano_persona,
    trova_persona,
)
from cpia.scuola.importazione.rules.proposte import Proposta
from cpia.scuola.importazione.rules.responsabili import PianoResponsabile, piani_responsabili
from cpia.scuola.importazione.rules.righe import Riga, segna_ripetute


@dataclass(slots=True)
class PianoStudente:
    persona: PianoPersona
    iscrizione: PianoIscrizione
    responsabili: list[PianoResponsabile] = field(default_factory=list)


def proponi_studenti(righe: Sequence[Riga], archivio: Archivio, *, oggi: date) -> list[Proposta]:
    """What the rows would do; the plan of each is a ``PianoStudente``."""
    chiavi = {riga.numero: chiave_persona(dati_di(riga)) for riga in righe}
    segna_ripetute(righe, chiavi, "lo stesso studente")
    return [_proposta(riga, archivio, oggi) for riga in righe]


def _proposta(riga: Riga, archivio: Archivio, oggi: date) -> Proposta:
    dati = dati_di(riga)
    proposta = Proposta(riga, f"{dati.get('cognome', '')} {dati.get('nome', '')}".strip())
    classe = trova_classe(riga, archivio) if _ha_classe(riga) else None
    if riga.errata or classe is None:
        return proposta
    try:
        nota = trova_persona(dati, archivio)
        persona = piano_persona(proposta, dati, nota)
        responsabili = list(piani_responsabili(proposta, nota, archivio))
        iscrizione = piano_iscrizione(proposta, nota, classe, archivio, oggi)
    except Ambigua as dubbio:
        riga.rileva(dubbio.campo, str(dubbio))
        return proposta
    proposta.nuova = nota is None
    proposta.piano = PianoStudente(persona, iscrizione, responsabili)
    return proposta


def _ha_classe(riga: Riga) -> bool:
    return bool(riga.valori.keys() & {"classe", "anno_di_corso", "corso_di_iscrizione"})
