"""Who is convened to a sitting: the mandates in force on its day, by how many components sit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from cpia.avvisi.services.posta import recapito
from cpia.scuola.models import Persona
from organi_collegiali.enums import Componente, MezzoAvviso, Platea
from organi_collegiali.models import Convocato, Mandato, Seduta
from organi_collegiali.queries.cariche import in_carica

# With the teachers sits the dirigente, who presides (D.Lgs. 297/1994 art. 5 cc. 6 and 8).
SOLI_DOCENTI = (Componente.DOCENTI, Componente.DIRIGENTE)
AI_PUNTI = "inviti_ai_punti__punto"


@dataclass(frozen=True)
class Sostituzione:
    """A member who has a substitute: one of the two sits, the substitute in case of conflict."""

    titolare: Mandato
    supplente: Mandato


def convocabili(seduta: Seduta, incompatibili: Collection[int] = ()) -> list[Mandato]:
    """The mandates of who sits on the day of a sitting, each person once. Two queries at most.

    In the place of a member in conflict (``incompatibili``: ids of mandates) sits the substitute.
    """
    mandati = [m for m in _della_platea(seduta) if m.supplente_di_id is None]
    if incompatibili:
        supplenti = {s.titolare.pk: s.supplente for s in sostituzioni(seduta)}
        fuori = set(incompatibili).intersection(supplenti)
        mandati = [supplenti[m.pk] if m.pk in fuori else m for m in mandati]
    return list({mandato.persona_id: mandato for mandato in mandati}.values())


def sostituzioni(seduta: Seduta) -> list[Sostituzione]:
    """The members of a sitting who have a substitute. One query."""
    righe = _della_platea(seduta).filter(supplente_di__isnull=False)
    return [
        Sostituzione(riga.supplente_di, riga)
        for riga in righe.select_related("supplente_di__persona")
        if riga.supplente_di is not None
    ]


def _della_platea(seduta: Seduta) -> QuerySet[Mandato]:
    if seduta.inizio_previsto is None:
        return Mandato.objects.none()
    righe = Mandato.objects.filter(
        in_carica(timezone.localdate(seduta.inizio_previsto)),
        istituto_id=seduta.istituto_id,
        organo_id=seduta.organo_id,
    ).select_related("persona__utente")
    if seduta.platea != Platea.TUTTI:
        righe = righe.filter(componente__in=SOLI_DOCENTI)
    return righe


def invitati(seduta: Seduta) -> list[Convocato]:
    """Who was invited to speak when the sitting was prepared, without a mandate.

    With the items to which they are invited, none for who is invited to all. Two queries.
    """
    righe = Convocato.objects.filter(
        istituto_id=seduta.istituto_id, seduta=seduta, mandato__isnull=True
    )
    return list(righe.select_related("persona__utente").prefetch_related(AI_PUNTI))


def soli_punti(invitato: Convocato) -> list[int]:
    """The numbers of the items to which somebody is invited, empty for the whole sitting."""
    return sorted(invito.punto.ordine for invito in invitato.inviti_ai_punti.all())


def supplenti_di(seduta: Seduta, titolare: Mandato) -> list[Mandato]:
    """Who may sit in the place of a member on the day of a sitting, the first named first."""
    righe = _della_platea(seduta).filter(supplente_di=titolare)
    return list(righe.order_by("dal", "pk"))


def mezzo(persona: Persona) -> MezzoAvviso:
    """How the notice reaches a person: by mail, or by hand who has no mailbox."""
    return MezzoAvviso.EMAIL if recapito(persona) else MezzoAvviso.A_MANO


def senza_email(mandati: Sequence[Mandato]) -> list[Persona]:
    """The members to whom the notice is given by hand."""
    return [m.persona for m in mandati if mezzo(m.persona) is MezzoAvviso.A_MANO]
