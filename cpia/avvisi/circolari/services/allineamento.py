"""Who comes after the publication finds the circular; who has gone no longer has it to do.

At every tick the circulars that still ask for something are compared with the roles of the day:
a substitute finds receipt, desk and notice within the first minute, like who was there before.
Of a circular that asks for nothing, or whose term is over, the newcomer finds the text in the
list, and a receipt only on saying that it is read.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
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
    aperte = Circolare.objects.filter(
        istituto_id=istituto_id,
        riscontro__in=rules.CHIEDONO,
        riscontro_entro__gte=oggi - ANCORA_GUARDATE,
        pubblicata_il__isnull=False,
        annullata_il__isnull=True,
    ).select_related("istituto")
    for circolare in aperte:
        _allinea(circolare, adesso)


def _allinea(circolare: Circolare, adesso: datetime) -> None:
    oggi = timezone.localdate(adesso)
    righe = lettura.destinatari(circolare)
    di_oggi = {p.pk: p for p in lettura.persone(circolare.istituto_id, righe, oggi)}
    con_ricevuta = set(
        RicevutaCircolare.objects.filter(
            istituto_id=circolare.istituto_id, circolare=circolare
        ).values_list("persona_id", flat=True)
    )
    nuovi = [persona for pk, persona in di_oggi.items() if pk not in con_ricevuta]
    if nuovi and circolare.riscontro_entro and circolare.riscontro_entro >= oggi:
        consegna(circolare, nuovi, adesso)
    _scrivanie(circolare, di_oggi.keys(), adesso)


def _scrivanie(circolare: Circolare, di_oggi: Collection[int], adesso: datetime) -> None:
    """Off the desk of who has gone, back on that of who has come back without answering."""
    istituto_id = circolare.istituto_id
    in_sospeso = set(mancano(circolare).values_list("persona_id", flat=True))
    aperte = dict.fromkeys(in_sospeso - set(di_oggi))
    if aperte:
        chiavi = [chiave_scadenza(circolare.pk, pk) for pk in aperte]
        chiudi_scadenze(istituto_id=istituto_id, chiavi=chiavi, adesso=adesso)
    chiavi = [chiave_scadenza(circolare.pk, pk) for pk in in_sospeso & set(di_oggi)]
    chiuse = Scadenza.objects.filter(
        istituto_id=istituto_id, chiave__in=chiavi, chiusa_il__isnull=False
    )
    if tornate := list(chiuse.values_list("chiave", flat=True)):
        riapri_scadenze(istituto_id=istituto_id, chiavi=tornate)
