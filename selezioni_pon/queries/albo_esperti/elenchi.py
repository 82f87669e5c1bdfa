"""The entries of the register: all for who prepares, the own ones; of which sectors they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.parole import in_alfabeto
from selezioni_pon.enums import SituazioneAlbo, StatoIscrizione
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.queries.albo_esperti.regole import giudizio
from selezioni_pon.queries.visibili import prepara
from selezioni_pon.rules.albo_esperti import uguale
from selezioni_pon.rules.albo_passi import situazione


@dataclass(frozen=True, slots=True)
class Riga:
    """An entry and where it stands today."""

    iscrizione: IscrizioneEsperto
    situazione: SituazioneAlbo


def iscrizioni(contesto: Contesto) -> QuerySet[IscrizioneEsperto]:
    """The entries that somebody reads: all of the school who prepares, else the own."""
    righe = IscrizioneEsperto.objects.filter(istituto=contesto.istituto)
    return righe if prepara(contesto) else righe.filter(persona=contesto.persona)


def come_sta(riga: IscrizioneEsperto, oggi: date) -> SituazioneAlbo:
    """Where an entry stands on a day. No query."""
    return situazione(StatoIscrizione(riga.stato), riga.iscritta_dal, riga.scade, oggi)


def tutte(contesto: Contesto, settore: str = "", quale: SituazioneAlbo | None = None) -> list[Riga]:
    """The entries, in alphabetical order, of a sector and a situation if one says which. One query.

    The order gives no precedence.
    """
    lette = iscrizioni(contesto).select_related("persona", "protocollo")
    righe = [Riga(una, come_sta(una, contesto.oggi)) for una in lette]
    scelte = [
        riga
        for riga in righe
        if (quale is None or riga.situazione is quale)
        and (not settore or uguale(settore) in map(uguale, riga.iscrizione.settori))
    ]
    return sorted(scelte, key=lambda riga: in_alfabeto(str(riga.iscrizione.persona)))


def settori(contesto: Contesto) -> list[str]:
    """The activities named in the requests and entries of the school. One query."""
    return distinti(
        IscrizioneEsperto.objects.filter(istituto=contesto.istituto)
        .exclude(stato__in=[StatoIscrizione.RIFIUTATA.value, StatoIscrizione.RITIRATA.value])
        .values_list("settori", flat=True)
    )


def distinti(scritti: Iterable[Iterable[str]]) -> list[str]:
    """Each sector once, as it was written first, in alphabetical order."""
    primi: dict[str, str] = {}
    for gruppo in scritti:
        for uno in gruppo:
            primi.setdefault(uguale(uno), uno)
    return sorted(primi.values(), key=in_alfabeto)


def aperta_di(istituto_id: int, persona_id: int) -> QuerySet[IscrizioneEsperto]:
    """The request of a person that waits to be decided: one at most."""
    return IscrizioneEsperto.objects.filter(
        istituto_id=istituto_id, persona_id=persona_id, stato=StatoIscrizione.CHIESTA.value
    )


def ultima_di(istituto_id: int, persona_id: int, oggi: date) -> IscrizioneEsperto | None:
    """The entry that lasts longest of those not over: it is the one that a renewal follows."""
    return (
        IscrizioneEsperto.objects.filter(
            istituto_id=istituto_id, persona_id=persona_id, scade__gte=oggi,
            stato=StatoIscrizione.ISCRITTA.value,
        )
        .order_by("-scade")
        .first()
    )  # fmt: skip


def per_settore(istituto_id: int, oggi: date) -> dict[str, list[IscrizioneEsperto]]:
    """By sector, whom a call of it may be told to: the entries that hold today. One query."""
    righe = list(
        IscrizioneEsperto.objects.filter(
            istituto_id=istituto_id, stato=StatoIscrizione.ISCRITTA.value,
            iscritta_dal__lte=oggi, scade__gte=oggi,
        )
        .select_related("persona")
        .order_by("pk")
    )  # fmt: skip
    valgono = {
        settore: [una for una in righe if giudizio(una, settore, oggi).vale]
        for settore in distinti(una.settori for una in righe)
    }
    return {settore: trovate for settore, trovate in valgono.items() if trovate}
