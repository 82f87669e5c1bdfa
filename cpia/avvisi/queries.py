"""Reads of the desk and of the notices, always for one person of one institute."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from cpia.avvisi import registri
from cpia.avvisi.enums import Posta, StatoPromemoria
from cpia.avvisi.models import (
    CalendarioPrivato,
    Lavoro,
    Notifica,
    PreferenzeAvvisi,
    Promemoria,
    Scadenza,
)
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo


def notifiche(istituto_id: int, persona_id: int) -> QuerySet[Notifica]:
    """The notices of a person, the latest first."""
    return Notifica.objects.filter(istituto_id=istituto_id, destinatario_id=persona_id)


def da_leggere(istituto_id: int, persona_id: int, quante: int) -> QuerySet[Notifica]:
    """The latest notices that the person has not read."""
    return notifiche(istituto_id, persona_id).filter(letta_il__isnull=True)[:quante]


def preferenze(istituto_id: int, persona_id: int) -> PreferenzeAvvisi:
    """How the person wants to be told; who has chosen nothing is told at once."""
    scelte = PreferenzeAvvisi.objects.filter(istituto_id=istituto_id, persona_id=persona_id)
    return scelte.first() or PreferenzeAvvisi(istituto_id=istituto_id, persona_id=persona_id)


def riepiloghi_dovuti(istituto_id: int, adesso: datetime) -> list[int]:
    """The preferences of who is to have the digest of today and has not had it yet."""
    ora = timezone.localtime(adesso)
    dovuti = PreferenzeAvvisi.objects.filter(
        Q(ultimo_riepilogo__isnull=True) | Q(ultimo_riepilogo__lt=ora.date()),
        istituto_id=istituto_id,
        posta=Posta.RIEPILOGO,
        ora_riepilogo__lte=ora.hour,
    )
    return list(dovuti.order_by("pk").values_list("pk", flat=True))


def nel_riepilogo(contesto: Contesto) -> QuerySet[Promemoria]:
    """The notices that wait for the person's digest, in the order in which they came."""
    return (
        Promemoria.objects.filter(
            istituto=contesto.istituto,
            destinatario=contesto.persona,
            stato=StatoPromemoria.NEL_RIEPILOGO,
        )
        .select_related("notifica")
        .order_by("dovuto_il", "id")
    )


def avvisi_dal(contesto: Contesto, quando: datetime) -> QuerySet[Promemoria]:
    """The notices that were sent to the person since then."""
    return Promemoria.objects.filter(
        istituto=contesto.istituto,
        destinatario=contesto.persona,
        stato=StatoPromemoria.INVIATO,
        inviato_il__gte=quando,
    ).order_by("dovuto_il", "id")


def calendario_valido(istituto_id: int, persona_id: int) -> CalendarioPrivato | None:
    """The address of the person's calendar that opens it today; only its hash is known."""
    return CalendarioPrivato.objects.filter(
        istituto_id=istituto_id, persona_id=persona_id, revocato_il__isnull=True
    ).first()


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
    descrivi(contesto, scadenze)
    return scadenze


def descrivi(contesto: Contesto, scadenze: Sequence[Scadenza]) -> None:
    """Put the words of today beside each, as its app says them."""
    for app, descrive in registri.descrizioni.items():
        dell_app = [s for s in scadenze if s.app == app]
        parole = descrive(contesto.istituto.pk, dell_app) if dell_app else {}
        for scadenza in dell_app:
            scadenza.dettaglio = parole.get(scadenza.pk, scadenza.dettaglio)


def in_calendario(contesto: Contesto) -> QuerySet[Scadenza]:
    """All that the person has to do, also what the desk does not show yet."""
    return _mie(contesto).filter(chiusa_il__isnull=True).order_by("entro_il", "id")


def titolo_fuori_dal_portale(scadenza: Scadenza) -> str:
    """The title where others may read it, calendars and mails: nothing of a reserved app."""
    if scadenza.app in registri.riservate:
        return "Una scadenza riservata: si legge nel portale"
    return scadenza.titolo


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


def azioni(
    contesto: Contesto, scadenze: Iterable[Scadenza]
) -> dict[int, Sequence[registri.Azione]]:
    """What one click does of each of these: asked of their apps, once each."""
    trovate: dict[int, Sequence[registri.Azione]] = {}
    per_app: dict[str, list[Scadenza]] = {}
    for scadenza in scadenze:
        per_app.setdefault(scadenza.app, []).append(scadenza)
    for app, sue in per_app.items():
        if app in registri.azioni_di:
            trovate |= registri.azioni_di[app](contesto, sue)
    return trovate


def scadenza(contesto: Contesto, scadenza_id: int) -> Scadenza | None:
    """One thing to do, or done, of the person; None when it is somebody else's."""
    return _mie(contesto).filter(pk=scadenza_id).first()


def scadenza_aperta(istituto_id: int, scadenza_id: int) -> Scadenza | None:
    """One thing of the institute that is still to be done, whoever owes it."""
    return (
        Scadenza.objects.filter(istituto_id=istituto_id, pk=scadenza_id, chiusa_il__isnull=True)
        .select_related("persona")
        .first()
    )


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
