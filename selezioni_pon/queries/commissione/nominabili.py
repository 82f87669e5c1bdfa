"""Among whom the members of a commission are chosen, and for which component each sits."""

from datetime import date
from typing import Final

from django.db.models import QuerySet

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.queries import in_vigore
from organi_collegiali.enums import Componente
from selezioni_pon.models import Avviso
from selezioni_pon.queries.commissione.membri import candidature_inviate

# Pupils, families and who only applies do not assess; from outside one comes with a role.
DA_FUORI: Final = [Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.CANDIDATO]
DOCENTI: Final = [Ruolo.DOCENTE, Ruolo.COORDINATORE, Ruolo.COORDINATORE_SEDE, Ruolo.TUTOR,
                  Ruolo.COLLABORATORE]  # fmt: skip
ATA: Final = [Ruolo.ATA, Ruolo.DSGA, Ruolo.SEGRETERIA_DIDATTICA, Ruolo.SEGRETERIA_PERSONALE,
              Ruolo.SEGRETERIA_PROTOCOLLO]  # fmt: skip


def nominabili(avviso: Avviso, giorno: date) -> QuerySet[Persona]:
    """Who may be named: somebody with a login and a role in the school, who has not applied."""
    incarichi = Incarico.objects.filter(in_vigore(giorno), istituto_id=avviso.istituto_id).exclude(
        ruolo__in=DA_FUORI
    )
    return (
        Persona.objects.filter(
            istituto_id=avviso.istituto_id,
            utente__is_active=True,
            pk__in=incarichi.values("persona_id"),
        )
        .exclude(pk__in=candidature_inviate(avviso.pk).order_by().values("persona"))
        .order_by("cognome", "nome", "pk")
    )


def componente_di(persona: Persona, giorno: date) -> Componente:
    """For which component somebody sits in the organ, by the roles of the day. One query."""
    incarichi = Incarico.objects.filter(in_vigore(giorno), persona=persona)
    ruoli = set(incarichi.values_list("ruolo", flat=True))
    if Ruolo.DIRIGENTE in ruoli:
        return Componente.DIRIGENTE
    if ruoli & set(DOCENTI):
        return Componente.DOCENTI
    return Componente.ATA if ruoli & set(ATA) else Componente.ESTERNI
