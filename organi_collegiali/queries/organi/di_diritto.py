"""Who sits by right today, because of the role held in the school."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.queries import in_vigore
from organi_collegiali.enums import Componente, TipoOrgano, Titolo
from organi_collegiali.models import Composizione, OrganoCollegiale

RUOLI = {
    Componente.DIRIGENTE: Ruolo.DIRIGENTE,
    Componente.DOCENTI: Ruolo.DOCENTE,
    Componente.ATA: Ruolo.DSGA,
}
QUALIFICHE = {Componente.ATA: "direttore dei servizi generali e amministrativi"}
# Teachers who propose by subject: nobody but the office knows who is in which.
A_MANO = {TipoOrgano.DIPARTIMENTO}


@dataclass(frozen=True, slots=True)
class DiDiritto:
    """A person who sits by right, for which component, voting or not."""

    persona_id: int
    componente: Componente
    con_voto: bool
    qualifica: str


def di_diritto(organo: OrganoCollegiale, giorno: date) -> dict[int, DiDiritto]:
    """Who sits by right in an organ on a day, by person. One query and one for each component.

    The seats by right are those that the composition of the organ declares; who is replaced does
    not sit while the substitute does (the incarico is in suspense).
    """
    trovati: dict[int, DiDiritto] = {}
    righe = Composizione.objects.filter(
        istituto_id=organo.istituto_id, organo=organo, titolo=Titolo.DI_DIRITTO
    ).order_by("id")
    for riga in righe:
        componente = Componente(riga.componente)
        if componente not in RUOLI or organo.tipo in A_MANO:
            continue
        for persona_id in _con_il_ruolo(organo, componente, giorno).values_list("pk", flat=True):
            trovati.setdefault(
                persona_id,
                DiDiritto(persona_id, componente, riga.con_voto, QUALIFICHE.get(componente, "")),
            )
    return trovati


def _con_il_ruolo(
    organo: OrganoCollegiale, componente: Componente, giorno: date
) -> QuerySet[Persona]:
    incarichi = Incarico.objects.filter(
        in_vigore(giorno), istituto_id=organo.istituto_id, ruolo=RUOLI[componente]
    )
    if componente is Componente.DOCENTI:
        # The Collegio is of all; a section or a council is of those who teach there.
        if organo.classe_id is not None:
            incarichi = incarichi.filter(cattedra__classe_id=organo.classe_id)
        elif organo.sede_id is not None:
            incarichi = incarichi.filter(cattedra__classe__sede_id=organo.sede_id)
    return Persona.objects.filter(
        istituto_id=organo.istituto_id, pk__in=incarichi.values("persona_id")
    ).order_by("cognome", "nome", "id")
