"""Which rows a refusal speaks of, by the names that the office knows them by."""

from collections.abc import Collection
from typing import Final

from django.db import models

from cpia.scuola.models import Classe, Corso, Disciplina, Gruppo, Iscrizione, Persona, Sede
from cpia.scuola.parole import elenco, intero
from cpia.scuola.services.diario import righe_di

QUANTE: Final = 3
# What must be loaded to say the name of a row; a kind that is not here has no name of its own.
CON: Final[dict[type[models.Model], tuple[str, ...]]] = {
    Persona: (),
    Classe: ("corso",),
    Corso: (),
    Sede: (),
    Disciplina: (),
    Gruppo: (),
    Iscrizione: ("persona",),
}


def quali(tipo: type[models.Model], ids: Collection[int]) -> str:
    """«: Tomasi Giulia e Rossi Anna», the first three; nothing for what has no name, or is gone."""
    if tipo not in CON:
        return ""
    righe = righe_di(tipo).filter(pk__in=sorted(ids)).order_by("pk")
    if CON[tipo]:
        righe = righe.select_related(*CON[tipo])
    nomi = [str(riga.persona if isinstance(riga, Iscrizione) else riga) for riga in righe[:QUANTE]]
    altre = len(ids) - len(nomi)
    if nomi and altre:
        nomi.append("un’altra" if altre == 1 else f"altre {intero(altre)}")
    return f": {elenco(nomi)}" if nomi else ""
