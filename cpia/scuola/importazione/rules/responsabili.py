"""The adults who answer for a student."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from cpia.scuola.importazione.rules.archivio import Archivio, PersonaNota, chiave_nome
from cpia.scuola.importazione.rules.campi import RESPONSABILI
from cpia.scuola.importazione.rules.persone import (
    Ambigua,
    PianoPersona,
    chiave_persona,
    dati_di,
    piano_persona,
    trova_persona,
)
from cpia.scuola.importazione.rules.proposte import Proposta


@dataclass(frozen=True, slots=True)
class PianoResponsabile:
    persona: PianoPersona
    legame: str
    nuovo: bool
    legame_prima: str = ""


def piani_responsabili(
    proposta: Proposta, studente: PersonaNota | None, archivio: Archivio
) -> Iterator[PianoResponsabile]:
    for numero in RESPONSABILI:
        prefisso = f"responsabile{numero}_"
        dati = dati_di(proposta.riga, prefisso)
        if not dati:
            continue
        if "cognome" not in dati or "nome" not in dati:
            raise Ambigua(f"del responsabile {numero} servono cognome e nome")
        yield _responsabile(proposta, studente, dati, prefisso, archivio)


def _responsabile(
    proposta: Proposta,
    studente: PersonaNota | None,
    dati: dict[str, Any],
    prefisso: str,
    archivio: Archivio,
) -> PianoResponsabile:
    nota = _adulto_noto(studente, dati, archivio) or trova_persona(dati, archivio)
    if chiave_persona(dati) == chiave_persona(dati_di(proposta.riga)) or (
        nota and studente and nota.id == studente.id
    ):
        raise Ambigua("lo studente non può essere responsabile di sé stesso")
    persona = piano_persona(proposta, dati, nota, prefisso=prefisso)
    if nota is None and not dati.keys() & {"codice_fiscale", "email"}:
        # Nothing but a name: the same name in another row may be somebody else.
        persona = replace(persona, chiave=(*persona.chiave, proposta.numero))
    legami = archivio.adulti_di.get(studente.id, []) if studente else []
    prima = next((a.legame for a in legami if nota and a.adulto_id == nota.id), "")
    legame = proposta.riga.valori.get(f"{prefisso}legame", prima or "genitore")
    nome = nota.nome_intero if nota else f"{dati['cognome']} {dati['nome']}"
    if not prima:
        proposta.differisce("Responsabile", "", f"{nome} ({legame})")
    elif prima != legame:
        proposta.differisce(f"{nome}: legame", prima, legame)
    return PianoResponsabile(persona, legame, nuovo=not prima, legame_prima=prima)


def _adulto_noto(
    studente: PersonaNota | None, dati: dict[str, Any], archivio: Archivio
) -> PersonaNota | None:
    """An adult of this student with the same name, when the row gives no other key."""
    if studente is None or dati.get("codice_fiscale") in archivio.per_codice:
        return None
    adulti = (archivio.persona[a.adulto_id] for a in archivio.adulti_di.get(studente.id, []))
    return next(
        (
            adulto
            for adulto in adulti
            if chiave_nome(adulto.campi) == chiave_nome(dati)
            and not (dati.get("codice_fiscale") and adulto.campi["codice_fiscale"])
        ),
        None,
    )
