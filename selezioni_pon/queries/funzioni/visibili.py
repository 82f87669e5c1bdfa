"""Whom the funzioni strumentali concern: who teaches, who prepares them, who sits and examines."""

from datetime import date
from typing import Final

from django.db.models import QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.queries import in_vigore
from selezioni_pon.models import (
    AttribuzioneFunzione,
    CommissarioFunzioni,
    DomandaFunzione,
    ProceduraFunzioni,
)
from selezioni_pon.queries.visibili import prepara

INSEGNANO: Final = frozenset(
    {
        Ruolo.DOCENTE, Ruolo.COORDINATORE, Ruolo.COORDINATORE_SEDE, Ruolo.TUTOR,
        Ruolo.COLLABORATORE,
    }
)  # fmt: skip


def insegna(contesto: Contesto) -> bool:
    """Whether somebody teaches here. No query."""
    return contesto.ha(*INSEGNANO)


def procedure(contesto: Contesto) -> QuerySet[ProceduraFunzioni]:
    """The procedures that somebody reads: drafts only who prepares, the others who teaches too."""
    righe = ProceduraFunzioni.objects.filter(istituto=contesto.istituto)
    if prepara(contesto):
        return righe
    return righe.filter(aperta_il__isnull=False) if insegna(contesto) else righe.none()


def domande(contesto: Contesto) -> QuerySet[DomandaFunzione]:
    """The own applications; after the term all of the school for who prepares."""
    righe = DomandaFunzione.objects.filter(istituto=contesto.istituto)
    if prepara(contesto):
        passate = righe.filter(area__procedura__scade__lt=contesto.adesso.replace(microsecond=0))
        return passate | righe.filter(docente=contesto.persona)
    return righe.filter(docente=contesto.persona)


def attribuzioni(contesto: Contesto) -> QuerySet[AttribuzioneFunzione]:
    """The functions whose letter and reports somebody reads: who prepares all, else the own."""
    righe = AttribuzioneFunzione.objects.filter(istituto=contesto.istituto)
    return righe if prepara(contesto) else righe.filter(domanda__docente=contesto.persona)


def docenti(istituto_id: int, giorno: date) -> QuerySet[Persona]:
    """Who teaches in the school on a day."""
    incarichi = Incarico.objects.filter(
        in_vigore(giorno), istituto_id=istituto_id, ruolo__in=INSEGNANO
    )
    return Persona.objects.filter(
        istituto_id=istituto_id, pk__in=incarichi.values("persona_id")
    ).order_by("cognome", "nome", "pk")


def nominabili(procedura: ProceduraFunzioni, giorno: date) -> QuerySet[Persona]:
    """Who may examine: who teaches or directs, with a login. Who has applied is refused by rule."""
    incarichi = Incarico.objects.filter(
        in_vigore(giorno), istituto_id=procedura.istituto_id,
        ruolo__in=INSEGNANO | {Ruolo.DIRIGENTE},
    )  # fmt: skip
    return Persona.objects.filter(
        istituto_id=procedura.istituto_id, utente__is_active=True,
        pk__in=incarichi.values("persona_id"),
    ).order_by("cognome", "nome", "pk")  # fmt: skip


def collaboratori(istituto_id: int, giorno: date) -> set[int]:
    """Who collaborates with the dirigente on a day. One query."""
    return set(
        Incarico.objects.filter(
            in_vigore(giorno), istituto_id=istituto_id, ruolo=Ruolo.COLLABORATORE
        ).values_list("persona_id", flat=True)
    )


def membro(contesto: Contesto, procedura_id: int) -> CommissarioFunzioni | None:
    """The place of somebody in the Commission of a procedure. One query."""
    return CommissarioFunzioni.objects.filter(
        istituto=contesto.istituto, procedura_id=procedura_id, persona=contesto.persona
    ).first()
