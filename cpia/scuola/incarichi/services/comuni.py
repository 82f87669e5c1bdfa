"""What the acts on roles have in common.

They are done one at a time in an institute, so that two of them cannot each be right alone.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

from cpia.scuola.access import Contesto
from cpia.scuola.incarichi import rules
from cpia.scuola.incarichi.queries import persone
from cpia.scuola.incarichi.rules import Rifiuto
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.rules import da_accertare


class IncaricoRifiutato(Exception):
    """An act on roles that may not be done; ``rifiuti`` say why, each at its field."""

    def __init__(self, rifiuti: Iterable[Rifiuto]) -> None:
        self.rifiuti = tuple(rifiuti)
        super().__init__("; ".join(rifiuto.testo for rifiuto in self.rifiuti))


def uno_alla_volta(autore: Contesto) -> None:
    """Wait for whoever is acting on the roles of this institute."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('incarichi'), %s)", [autore.istituto.pk]
        )


def bloccato(autore: Contesto, incarico: Incarico) -> Incarico:
    """The incarico as it is now, once who came before has done."""
    uno_alla_volta(autore)
    attuale = persone.incarico(autore.istituto.pk, incarico.pk)
    if attuale is None:
        raise IncaricoRifiutato([Rifiuto("", "L’incarico non c’è più.")])
    return attuale


def esigi(*rifiuti: Iterable[Rifiuto]) -> None:
    """Raise IncaricoRifiutato when anything speaks against the act."""
    tutti = dict.fromkeys(rifiuto for gruppo in rifiuti for rifiuto in gruppo)
    if tutti:
        raise IncaricoRifiutato(tutti)


def dell_autore(
    autore: Contesto, incarico: Incarico, a_chi: Persona | None = None
) -> list[Rifiuto]:
    """What speaks against this author; ``a_chi`` receives it when it is not its holder."""
    chi = a_chi or incarico.persona
    return rules.giudica_autore(incarico.ruolo, autore.ruoli, per_se=chi.pk == autore.persona.pk)


def contro_identita(persona: Persona, campo: str = "") -> list[Rifiuto]:
    """What speaks against whom nobody has seen yet: the login may be of somebody else."""
    if not persona.identita_da_accertare:
        return []
    return [Rifiuto(campo, da_accertare(persona.nome_e_cognome))]


def dati_di(incarico: Incarico) -> dict[str, Any]:
    """What the register keeps of an incarico: ids and days."""
    return {
        "persona": incarico.persona_id,
        "ruolo": incarico.ruolo,
        "sede": incarico.sede_id,
        "classe": incarico.classe_id,
        "cattedra": incarico.cattedra_id,
        "dal": incarico.dal.isoformat(),
        "al": iso(incarico.al),
        "atto": incarico.atto,
    }


def iso(giorno: date | None) -> str | None:
    """A day as the register keeps it."""
    return giorno.isoformat() if giorno else None
