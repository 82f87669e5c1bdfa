"""Who is asking: the person, the roles in force today, the hour."""

from dataclasses import dataclass, field
from datetime import date, datetime
from textwrap import shorten

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone

from cpia.scuola import orologio, queries
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Istituto, Persona
from cpia.scuola.ruoli import nome_ruolo

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
    # The roles in whose place somebody else acts today: they allow nothing.
    sospesi: tuple[Incarico, ...] = ()
    ruoli: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ruoli", frozenset(i.ruolo for i in self.incarichi))

    @property
    def oggi(self) -> date:
        return timezone.localdate(self.adesso)

    @property
    def ruoli_oggi(self) -> list[str]:
        """The roles of today in words, for the menu of the person."""
        return list(dict.fromkeys(nome_ruolo(i.ruolo, self.persona) for i in self.incarichi))

    @property
    def sostituiti(self) -> list[Persona]:
        """In whose place this person acts today, each once."""
        titolari = (i.sostituisce.persona for i in self.incarichi if i.sostituisce)
        return list(dict.fromkeys(titolari))

    @property
    def nomi_sostituiti(self) -> list[str]:
        """Their names, for the bar of every page."""
        return [persona.iniziale_e_cognome for persona in self.sostituiti]

    @property
    def sospesi_oggi(self) -> list[str]:
        """The roles in suspense in words."""
        return list(dict.fromkeys(i.get_ruolo_display() for i in self.sospesi))

    @property
    def ruoli_annotati(self) -> str:
        """The roles of today for the register; ``docente:45`` is held in place of person 45."""
        ruoli = {
            f"{i.ruolo}:{i.sostituisce.persona_id}" if i.sostituisce else i.ruolo
            for i in self.incarichi
        }
        # The column holds so much, and the act matters more than the last of many roles.
        return shorten(", ".join(sorted(ruoli)), 300, placeholder=" …")

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
    def cattedre_sospese(self) -> frozenset[int]:
        """The ids of the cattedre in which somebody else acts today: to be read only."""
        return frozenset(
            i.cattedra_id
            for i in self.sospesi
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
    incarichi = queries.incarichi_del_giorno(persona, timezone.localdate(adesso))
    return Contesto(
        istituto,
        persona,
        tuple(i for i in incarichi if not i.in_sospeso),
        adesso,
        tuple(i for i in incarichi if i.in_sospeso),
    )
