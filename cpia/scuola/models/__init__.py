"""The ground: institutes, persons, roles, classes.

Each school is its own controller of the data: every row but ``Istituto`` and ``Utente`` carries
the institute it belongs to, and PostgreSQL keeps the others away from it.
"""

from cpia.scuola.models.classi import Cattedra, Classe, Corso, Disciplina, Gruppo
from cpia.scuola.models.importazioni import Importazione
from cpia.scuola.models.incarichi import Incarico
from cpia.scuola.models.iscrizioni import Appartenenza, EsitoAnno, Iscrizione, Passaggio
from cpia.scuola.models.istituti import AnnoScolastico, DiIstituto, Istituto, Sede
from cpia.scuola.models.persone import Invito, Persona, Responsabilita, Utente, UtenteManager

__all__ = [
    "AnnoScolastico",
    "Appartenenza",
    "Cattedra",
    "Classe",
    "Corso",
    "DiIstituto",
    "Disciplina",
    "EsitoAnno",
    "Gruppo",
    "Importazione",
    "Incarico",
    "Invito",
    "Iscrizione",
    "Istituto",
    "Passaggio",
    "Persona",
    "Responsabilita",
    "Sede",
    "Utente",
    "UtenteManager",
]
