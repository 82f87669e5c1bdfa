"""Who comes after the publication finds the circular; who has gone no longer has it to do.

At every tick the circulars that still ask for something are compared with the roles of the day:
a substitute finds receipt, desk and notice within the first minute, like who was there before.
Of a circular that asks for nothing, or whose term is over, the newcomer finds the text in the
list, and a receipt only on saying that it is read.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.queries import destinatari as lettura
from cpia.avvisi.circolari.queries.ricevute import mancano
from cpia.avvisi.circolari.services.uscita import chiave_scadenza, consegna
from cpia.avvisi.models import Circolare, RicevutaCircolare, Scadenza
from cpia.avvisi.services import chiudi_scadenze, riapri_scadenze

ANCORA_GUARDATE = timedelta(days=30)


@transaction.atomic
def allinea_destinatari(istituto_id: int, adesso: datetime) -> None:
    """Bring the circulars under way of an institute in line with the roles of the day."""
    oggi = timezone.localdate(adesso)
    aperte = _in_vigore(istituto_id).filter(
        riscontro__in=rules.CHIEDONO, riscontro_entro__gte=oggi - ANCORA_GUARDATE
    )
    for circolare_id in list(aperte.order_by("pk").values_list("pk", flat=True)):
        # Held one by one, always in this order: who answers or annuls meanwhile waits, or is seen.
        tenuta = _in_vigore(istituto_id).select_for_update(of=("self",)).filter(pk=circolare_id)
        for circolare in tenuta.select_related("istituto"):
            _allinea(circolare, adesso)


def _in_vigore(istituto_id: int) -> QuerySet[Circolare]:
    return Circolare.objects.filter(
        istituto_id=istituto_id, pubblicata_il__isnull=False, annullata_il__isnull=True
    )


def _allinea(circolare: Circolare, adesso: datetime) -> None:
    oggi = timezone.localdate(adesso)
    righe = lettura.destinatari(circolare)
    di_oggi = {p.pk: p for p in lettura.persone(circolare.istituto_id, righe, oggi)}
    con_ricevuta = _con_ricevuta(circolare)
    nuovi = [persona for pk, persona in di_oggi.items() if pk not in con_ricevuta]
    if nuovi and circolare.riscontro_entro and circolare.riscontro_entro >= oggi:
        consegna(circolare, nuovi, adesso)
    _scrivanie(circolare, con_ricevuta, di_oggi.keys(), adesso)


def _con_ricevuta(circolare: Circolare) -> set[int]:
    ricevute = RicevutaCircolare.objects.filter(
        istituto_id=circolare.istituto_id, circolare=circolare
    )
    return set(ricevute.values_list("persona_id", flat=True))


def _scrivanie(
    circolare: Circolare, con_ricevuta: Iterable[int], di_oggi: Collection[int], adesso: datetime
) -> None:
    """Off the desk of who has gone or has answered, back on that of who still must."""
    istituto_id = circolare.istituto_id
    in_sospeso = set(mancano(circolare).values_list("persona_id", flat=True))
    dovute = {chiave_scadenza(circolare.pk, pk) for pk in in_sospeso.intersection(di_oggi)}
    chiavi = [chiave_scadenza(circolare.pk, pk) for pk in con_ricevuta]
    scadenze = Scadenza.objects.filter(istituto_id=istituto_id, chiave__in=chiavi)
    chiuse = dict(scadenze.values_list("chiave", "chiusa_il"))
    if finite := [c for c, chiusa in chiuse.items() if not chiusa and c not in dovute]:
        chiudi_scadenze(istituto_id=istituto_id, chiavi=finite, adesso=adesso)
    if tornate := [c for c, chiusa in chiuse.items() if chiusa and c in dovute]:
        riapri_scadenze(istituto_id=istituto_id, chiavi=tornate)
