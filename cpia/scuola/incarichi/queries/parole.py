"""An incarico in words, and what it is held over."""

from collections.abc import Iterable

from django.db.models import QuerySet

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.parole import con_maiuscola

# What a role is held over, and what must be said for it.
DOVE = {
    Ruolo.DOCENTE: "cattedra",
    Ruolo.COORDINATORE: "classe",
    Ruolo.COORDINATORE_SEDE: "sede",
}


# Who studies, who answers for a student and who only applies do not hold a role by an act.
CONFERIBILI = [
    ruolo for ruolo in Ruolo if ruolo not in {Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.CANDIDATO}
]


def con_tutto(righe: QuerySet[Incarico]) -> QuerySet[Incarico]:
    """With whose they are and what they are held over."""
    return righe.select_related(
        "persona",
        "sede",
        "classe__corso",
        "cattedra__disciplina",
        "cattedra__classe__corso",
        "sostituisce__persona",
    )


def in_parole(incarico: Incarico) -> str:
    """``Docente di Matematica in 2ªB AFM``; needs what it is held over loaded."""
    ruolo = con_maiuscola(str(incarico.get_ruolo_display()))
    if incarico.cattedra:
        return f"{ruolo} di {incarico.cattedra.disciplina} in {incarico.cattedra.classe}"
    if incarico.classe:
        return f"{ruolo}, {incarico.classe}"
    return f"{ruolo}, {incarico.sede}" if incarico.sede else ruolo


def posto(incarico: Incarico) -> str:
    """What two incarichi over the same thing have in common."""
    su = DOVE.get(Ruolo(incarico.ruolo), "")
    return f"{incarico.ruolo}:{getattr(incarico, f'{su}_id')}" if su else incarico.ruolo


def nomi(istituto_id: int, ids: Iterable[int]) -> dict[int, str]:
    """The names of these persons."""
    righe = Persona.objects.filter(istituto_id=istituto_id, pk__in=list(ids))
    return {riga.pk: riga.nome_e_cognome for riga in righe}


def nomi_degli_incarichi(istituto_id: int, ids: Iterable[int]) -> dict[int, str]:
    """These incarichi in words."""
    righe = Incarico.objects.filter(istituto_id=istituto_id, pk__in=list(ids))
    return {riga.pk: in_parole(riga) for riga in con_tutto(righe)}
