"""Reads of the desk and of the notices, always for one person of one institute."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from cpia.avvisi import registri
from cpia.avvisi.models import Lavoro, Notifica, Scadenza
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo


def quanti_da_leggere(istituto_id: int, persona_id: int) -> int:
    """How many notices the person has not read."""
    return Notifica.objects.filter(
        istituto_id=istituto_id, destinatario_id=persona_id, letta_il__isnull=True
    ).count()


def notifiche(istituto_id: int, persona_id: int) -> QuerySet[Notifica]:
    """The notices of a person, the latest first."""
    return Notifica.objects.filter(istituto_id=istituto_id, destinatario_id=persona_id)


def da_leggere(istituto_id: int, persona_id: int, quante: int) -> QuerySet[Notifica]:
    """The latest notices that the person has not read."""
    return notifiche(istituto_id, persona_id).filter(letta_il__isnull=True)[:quante]


def lavoro(istituto_id: int, persona_id: int, lavoro_id: int) -> Lavoro | None:
    """A long job, for who asked for it."""
    return Lavoro.objects.filter(
        istituto_id=istituto_id, richiesto_da_id=persona_id, pk=lavoro_id
    ).first()


def lavori_aperti(istituto_id: int, tipo: str, riferimenti: Iterable[int]) -> dict[int, Lavoro]:
    """The latest job of a kind for each of the things it is about."""
    trovati = Lavoro.objects.filter(
        istituto_id=istituto_id, tipo=tipo, riferimento__in=list(riferimenti)
    ).order_by("richiesto_il", "id")
    return {trovato.riferimento: trovato for trovato in trovati}


def _destinate_a(contesto: Contesto) -> Q:
    """Addressed to the person, or to a role the person holds today over that very thing."""
    condizione = Q(persona=contesto.persona)
    for incarico in contesto.incarichi:
        if incarico.ruolo == Ruolo.DOCENTE:
            condizione |= Q(ruolo=incarico.ruolo, cattedra_id=incarico.cattedra_id)
        elif incarico.ruolo == Ruolo.COORDINATORE:
            condizione |= Q(ruolo=incarico.ruolo, classe_id=incarico.classe_id)
        else:
            condizione |= Q(ruolo=incarico.ruolo)
    return condizione


def _mie(contesto: Contesto) -> QuerySet[Scadenza]:
    return Scadenza.objects.filter(_destinate_a(contesto), istituto=contesto.istituto)


def scadenze_aperte(contesto: Contesto) -> list[Scadenza]:
    """What the person has to do, by deadline, across all apps; with its words of today.

    The number of queries does not depend on how many there are: one, and those of each app that
    describes its own.
    """
    scadenze = list(
        _mie(contesto)
        .filter(chiusa_il__isnull=True, visibile_dal__lte=contesto.oggi)
        .order_by("entro_il", "titolo", "id")
    )
    for app, descrive in registri.descrizioni.items():
        dell_app = [s for s in scadenze if s.app == app]
        parole = descrive(contesto.istituto.pk, dell_app) if dell_app else {}
        for scadenza in dell_app:
            scadenza.dettaglio = parole.get(scadenza.pk, scadenza.dettaglio)
    return scadenze


def prossime_scadenze(contesto: Contesto, quante: int) -> QuerySet[Scadenza]:
    """The first days to come after today, also of what the desk does not show yet."""
    return (
        _mie(contesto)
        .filter(chiusa_il__isnull=True, entro_il__gt=contesto.oggi)
        .order_by("entro_il", "titolo", "id")[:quante]
    )


def chiuse_oggi(contesto: Contesto) -> QuerySet[Scadenza]:
    """What was on the person's desk and was done today, the latest first."""
    mezzanotte = timezone.make_aware(datetime.combine(contesto.oggi, time.min))
    return _mie(contesto).filter(chiusa_il__gte=mezzanotte).order_by("-chiusa_il", "-id")


def scadenza(contesto: Contesto, scadenza_id: int) -> Scadenza | None:
    """One thing to do, or done, of the person; None when it is somebody else's."""
    return _mie(contesto).filter(pk=scadenza_id).first()


def gruppo(scadenza: Scadenza, oggi: date) -> str:
    """Where the desk shows it: in ritardo, oggi, questa settimana, più avanti."""
    if scadenza.entro_il < oggi:
        return "in_ritardo"
    if scadenza.entro_il == oggi:
        return "oggi"
    return "settimana" if scadenza.entro_il <= oggi + timedelta(days=7) else "avanti"


def ultimo_lavoro(istituto_id: int, tipo: str, riferimento: int) -> Lavoro | None:
    """The latest job of a kind about one thing, or None."""
    return lavori_aperti(istituto_id, tipo, [riferimento]).get(riferimento)
