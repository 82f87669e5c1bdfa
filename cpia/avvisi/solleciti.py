"""What is late in the whole institute: who owes it today, who was told and when."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from cpia.avvisi import registri
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.queries import in_vigore

SOLLECITO = "solleciti.scadenza"


def aperte(istituto_id: int) -> QuerySet[Scadenza]:
    """All that is due in the institute; of reserved apps nothing."""
    return Scadenza.objects.filter(istituto_id=istituto_id, chiusa_il__isnull=True).exclude(
        app__in=registri.riservate
    )


def in_ritardo(istituto_id: int, oggi: date) -> QuerySet[Scadenza]:
    """What should have been done before today, the oldest first."""
    tardi = aperte(istituto_id).filter(entro_il__lt=oggi)
    return tardi.order_by("entro_il", "titolo", "id").select_related("persona")


def responsabili(
    istituto_id: int, oggi: date, scadenze: Sequence[Scadenza]
) -> dict[int, list[Persona]]:
    """Who owes each of these today: the person named, or who holds the role. One query."""
    incaricati = _incaricati(istituto_id, oggi, scadenze)
    return {
        scadenza.pk: [scadenza.persona] if scadenza.persona else incaricati[_su(scadenza)]
        for scadenza in scadenze
    }


Su = tuple[str, int | None]


def _su(cosa: Scadenza | Incarico) -> Su:
    """The role and what it is held over, as far as that counts for the role."""
    if cosa.ruolo == Ruolo.DOCENTE:
        return cosa.ruolo, cosa.cattedra_id
    return cosa.ruolo, cosa.classe_id if cosa.ruolo == Ruolo.COORDINATORE else None


def _incaricati(
    istituto_id: int, oggi: date, scadenze: Iterable[Scadenza]
) -> dict[Su, list[Persona]]:
    cercati: dict[str, set[int | None]] = defaultdict(set)
    for scadenza in scadenze:
        ruolo, cosa = _su(scadenza)
        cercati[ruolo].add(cosa)
    altri = cercati.keys() - {Ruolo.DOCENTE, Ruolo.COORDINATORE, ""}
    trovati: dict[Su, list[Persona]] = defaultdict(list)
    incarichi = Incarico.objects.filter(
        Q(ruolo=Ruolo.DOCENTE, cattedra__in=cercati[Ruolo.DOCENTE] - {None})
        | Q(ruolo=Ruolo.COORDINATORE, classe__in=cercati[Ruolo.COORDINATORE] - {None})
        | Q(ruolo__in=altri),
        in_vigore(oggi),
        istituto_id=istituto_id,
    )
    for incarico in incarichi.select_related("persona__utente").order_by("persona__cognome", "pk"):
        if incarico.persona not in trovati[_su(incarico)]:
            trovati[_su(incarico)].append(incarico.persona)
    return trovati


def ultimi_avvisi(istituto_id: int, scadenze: Sequence[Scadenza]) -> dict[int, datetime]:
    """When somebody was last told of each of these, in the portal. One query."""
    riferite = {riferimento: s.pk for s in scadenze for riferimento in _riferimenti(s)}
    visti: dict[int, datetime] = {}
    avvisi = (
        Promemoria.objects.filter(
            istituto_id=istituto_id,
            riferimento__in={riferimento for _, riferimento in riferite},
            notifica__isnull=False,
        )
        .values("tipo", "riferimento")
        .annotate(il=Max("notifica__creata_il"))
    )
    for avviso in avvisi:
        pk = riferite.get((avviso["tipo"].split(".")[0], avviso["riferimento"]))
        if pk is not None:
            visti[pk] = max(avviso["il"], visti.get(pk, avviso["il"]))
    return visti


def _riferimenti(scadenza: Scadenza) -> list[tuple[str, str]]:
    """What a reminder of it refers to: its app's own (``app.cosa.12`` is ``cosa/12``), or ours."""
    della_app = scadenza.chiave.removeprefix(f"{scadenza.app}.").replace(".", "/", 1)
    app, _, cosa = SOLLECITO.partition(".")
    return [(scadenza.app, della_app), (app, f"{cosa}/{scadenza.pk}")]


def solleciti_di_oggi(contesto: Contesto) -> dict[int, list[Promemoria]]:
    """The reminders that the direction has asked for today, by what they are about. One query."""
    mezzanotte = timezone.make_aware(datetime.combine(contesto.oggi, time.min))
    trovati: dict[int, list[Promemoria]] = defaultdict(list)
    for promemoria in Promemoria.objects.filter(
        istituto=contesto.istituto, tipo=SOLLECITO, dovuto_il__gte=mezzanotte
    ):
        scadenza = promemoria.riferimento.partition("/")[2]
        if scadenza.isdecimal():
            trovati[int(scadenza)].append(promemoria)
    return trovati
