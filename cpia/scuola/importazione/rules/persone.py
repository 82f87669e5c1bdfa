"""Finding the person of a row, and what the row says anew of him or her.

The codice fiscale is the key; where it is missing, surname, name and date of birth; for teachers
and adults the e-mail with the same name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cpia.scuola.importazione.rules.archivio import Archivio, PersonaNota, chiave_nome
from cpia.scuola.importazione.rules.proposte import Proposta
from cpia.scuola.importazione.rules.righe import Riga
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from cpia.scuola.rules import stesso_nome

CAMPI: Final = (
    "cognome", "nome", "sesso", "data_nascita", "luogo_nascita", "provincia_nascita",
    "codice_fiscale", "email",
)  # fmt: skip
NOMI: Final = frozenset({"cognome", "nome", "luogo_nascita"})
ETICHETTE: Final = {nome: TRACCIATI[Tipo.STUDENTI].campo(nome).etichetta for nome in CAMPI}


class Ambigua(ValueError):
    """Only the office can decide: the message says what would settle it, of which ``campo``."""

    def __init__(self, messaggio: str, campo: str = "") -> None:
        super().__init__(messaggio)
        self.campo = campo


@dataclass(frozen=True, slots=True)
class PianoPersona:
    """A person to write: ``id`` is None for a new one, ``campi`` are those that change.

    ``chiave`` is the same for all rows that speak of one new person.
    """

    id: int | None
    chiave: tuple[Any, ...]
    campi: Mapping[str, Any]


def dati_di(riga: Riga, prefisso: str = "") -> dict[str, Any]:
    """The personal data of a row, of the student or of an adult (``responsabile1_``)."""
    return {nome: riga.valori[prefisso + nome] for nome in CAMPI if prefisso + nome in riga.valori}


def chiave_persona(dati: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """What makes two rows speak of one person, or None when they do not say enough."""
    if codice := dati.get("codice_fiscale"):
        return ("codice", codice)
    if "cognome" not in dati or "nome" not in dati:
        return None
    if nascita := dati.get("data_nascita"):
        return ("nascita", *chiave_nome(dati), nascita)
    return ("email", *chiave_nome(dati), dati.get("email", ""))


def trova_persona(dati: Mapping[str, Any], archivio: Archivio) -> PersonaNota | None:
    """The recorded person of these data, or None for a new one. Raises Ambigua.

    So it does for who registered from outside: whoever knows a codice fiscale can do that.
    """
    nota = _trova(dati, archivio)
    if nota is not None and nota.da_accertare:
        raise Ambigua(identita_da_accertare(nota))
    return nota


def identita_da_accertare(nota: PersonaNota) -> str:
    """Why a row does not go to a person whom nobody has seen, and what the office does."""
    return (
        f"l’identità di {nota.nome_intero} è da accertare, perché la registrazione è arrivata da "
        "fuori: apri la sua pagina da «Persone», «Senza incarico oggi», e accertala; poi importa "
        "di nuovo questa riga"
    )


def _trova(dati: Mapping[str, Any], archivio: Archivio) -> PersonaNota | None:
    codice = dati.get("codice_fiscale")
    if codice and codice in archivio.per_codice:
        return archivio.per_codice[codice]
    omonime = _omonime(dati, archivio)
    diverse = [p for p in omonime if codice and p.campi["codice_fiscale"]]
    if diverse:
        raise Ambigua(
            f"{diverse[0].nome_intero} c’è già con un altro codice fiscale, "
            f"{diverse[0].campi['codice_fiscale']}: correggi il file o la persona"
        )
    if len(omonime) > 1:
        raise Ambigua("ci sono più persone con questi dati: aggiungi il codice fiscale")
    return omonime[0] if omonime else None


def _omonime(dati: Mapping[str, Any], archivio: Archivio) -> list[PersonaNota]:
    if nascita := dati.get("data_nascita"):
        per_nascita = archivio.per_nascita.get((chiave_nome(dati), nascita), [])
        if per_nascita:
            return per_nascita
    stesse = archivio.per_email.get(dati.get("email", ""), [])
    return [
        persona
        for persona in stesse
        if chiave_nome(persona.campi) == chiave_nome(dati)
        and nascita in {None, persona.campi["data_nascita"] or nascita}
    ]


def piano_persona(
    proposta: Proposta, dati: Mapping[str, Any], nota: PersonaNota | None, *, prefisso: str = ""
) -> PianoPersona:
    """The person to write; the differences go into ``proposta``.

    A cell that is empty changes nothing. A name that differs only because the file shouts it
    («ROSSI») keeps the spelling that is recorded.
    """
    chiave = chiave_persona(dati) or ()
    if nota is None:
        return PianoPersona(None, chiave, dict(dati))
    cambiati = {
        nome: dopo
        for nome, dopo in dati.items()
        if not _uguali(
            nome, nota.campi[nome], dopo, gridato=prefisso + nome in proposta.riga.gridati
        )
    }
    for nome, dopo in cambiati.items():
        etichetta = ETICHETTE[nome]
        if prefisso:
            etichetta = f"{nota.nome_intero}: {etichetta.lower()}"
        proposta.differisce(etichetta, nota.campi[nome], dopo)
    return PianoPersona(nota.id, chiave, cambiati)


def _uguali(nome: str, prima: Any, dopo: Any, *, gridato: bool) -> bool:
    if nome in NOMI and prima and gridato:
        return stesso_nome(prima, dopo)
    return bool((prima or "") == dopo)
