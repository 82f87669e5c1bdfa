"""Who is asking: the person, the roles in force today, the hour."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone

from cpia.scuola import orologio, queries
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Istituto, Persona

SEGRETERIA = frozenset(
    {
        Ruolo.SEGRETERIA_DIDATTICA,
        Ruolo.SEGRETERIA_PERSONALE,
        Ruolo.SEGRETERIA_PROTOCOLLO,
        Ruolo.DSGA,
    }
)
CON_SECONDO_FATTORE = SEGRETERIA | {Ruolo.DIRIGENTE, Ruolo.COLLABORATORE, Ruolo.AMMINISTRATORE}


@dataclass(frozen=True)
class Contesto:
    """One request: the institute in the address, who asks, what he or she may do now."""

    istituto: Istituto
    persona: Persona
    incarichi: tuple[Incarico, ...]
    adesso: datetime
    ruoli: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ruoli", frozenset(i.ruolo for i in self.incarichi))

    @property
    def oggi(self) -> date:
        return timezone.localdate(self.adesso)

    @property
    def ruoli_oggi(self) -> list[str]:
        """The roles of today in words, for the menu of the person."""
        return list(dict.fromkeys(i.get_ruolo_display() for i in self.incarichi))

    def ha(self, *ruoli: str) -> bool:
        """Whether one of these roles is held today."""
        return not self.ruoli.isdisjoint(ruoli)

    def esige(self, *ruoli: str) -> None:
        """Raise 403 unless one of these roles is held today."""
        if not self.ha(*ruoli):
            raise PermissionDenied

    @property
    def cattedre(self) -> frozenset[int]:
        """The ids of the cattedre taught today."""
        return frozenset(
            i.cattedra_id
            for i in self.incarichi
            if i.ruolo == Ruolo.DOCENTE and i.cattedra_id is not None
        )

    @property
    def classi_coordinate(self) -> frozenset[int]:
        """The ids of the classes coordinated today."""
        return frozenset(
            i.classe_id
            for i in self.incarichi
            if i.ruolo == Ruolo.COORDINATORE and i.classe_id is not None
        )


def contesto(request: HttpRequest, istituto: Istituto) -> Contesto:
    """Who is asking in this institute; 404 for whom the institute does not know."""
    utente_id = request.user.pk
    persona = queries.persona_di(utente_id, istituto.pk) if utente_id else None
    if persona is None:
        raise Http404
    persona.istituto = istituto
    adesso = orologio.adesso()
    incarichi = queries.incarichi_in_vigore(persona, timezone.localdate(adesso))
    return Contesto(istituto, persona, tuple(incarichi), adesso)
