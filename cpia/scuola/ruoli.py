"""The roles as one says them of a person: coordinatrice, coordinatore."""

from cpia.scuola.enums import Ruolo, Sesso
from cpia.scuola.models import Persona

FEMMINILE = {
    Ruolo.COLLABORATORE: "collaboratrice del dirigente",
    Ruolo.COORDINATORE: "coordinatrice di classe",
    Ruolo.COORDINATORE_SEDE: "coordinatrice di sede",
    Ruolo.DSGA: "direttrice dei servizi generali e amministrativi",
    Ruolo.VERBALIZZANTE: "segretaria verbalizzante",
    Ruolo.COMMISSARIO: "commissaria straordinaria",
    Ruolo.STUDENTE: "studentessa",
    Ruolo.CANDIDATO: "candidata esterna",
    Ruolo.AMMINISTRATORE: "amministratrice di sistema",
}


def nome_ruolo(ruolo: str, persona: Persona) -> str:
    """The role in the words of this person."""
    della_donna = FEMMINILE.get(Ruolo(ruolo)) if persona.sesso == Sesso.FEMMINILE else None
    return della_donna or Ruolo(ruolo).label
