"""The functional sections: who sits, how many drafts wait and since when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min
from django.utils import timezone

from cpia.scuola.access import Contesto
from organi_collegiali.models import Mandato, OrganoCollegiale, Seduta
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Versione


@dataclass(frozen=True, slots=True)
class Sezione:
    """A functional section: who sits, how many drafts wait and since when, its next sitting."""

    organo: OrganoCollegiale
    componenti: int
    attendono: int
    dal: date | None
    prossima: Seduta | None
    verbali: int
    apribile: bool


@dataclass(frozen=True, slots=True)
class Letto:
    """What was read of all the organs at once; ``apribili`` None is every one of them."""

    mandati: Mapping[int, Sequence[Mandato]]
    prossime: Mapping[int, Seduta]
    verbali: Mapping[int, int]
    apribili: frozenset[int] | None


def sezioni_con(
    contesto: Contesto, sezioni: Sequence[OrganoCollegiale], letto: Letto
) -> Iterable[Sezione]:
    """The sections with what waits in each. One query."""
    attesa = _attesa(contesto, sezioni)
    for organo in sezioni:
        quanti, dal = attesa.get(organo.pk, (0, None))
        yield Sezione(
            organo=organo,
            componenti=sum(1 for m in letto.mandati.get(organo.pk, ()) if m.con_voto),
            attendono=quanti,
            dal=timezone.localdate(dal) if dal else None,
            prossima=letto.prossime.get(organo.pk),
            verbali=letto.verbali.get(organo.pk, 0),
            apribile=letto.apribili is None or organo.pk in letto.apribili,
        )


def _attesa(
    contesto: Contesto, sezioni: Sequence[OrganoCollegiale]
) -> dict[int, tuple[int, datetime | None]]:
    """How many drafts wait for each section, since when. One query."""
    righe = Versione.objects.filter(
        istituto=contesto.istituto, sezione__in=sezioni, stato=StatoPatto.IN_NEGOZIAZIONE.value
    )
    conti = righe.values_list("sezione").annotate(Count("pk"), Min("proposta_il")).order_by()
    return {sezione: (quanti, dal) for sezione, quanti, dal in conti}
