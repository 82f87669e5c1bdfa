"""The words of today beside the deadlines of this app."""

from collections.abc import Mapping, Sequence

from django.db.models import Count, Q

from competenze.enums import StatoInserimento
from competenze.models import ClasseRilevata
from competenze.queries.avanzamento import avanzamenti
from cpia.avvisi.models import Scadenza


def descrive(istituto_id: int, scadenze: Sequence[Scadenza]) -> Mapping[int, str]:
    """Where each thing to do stands now: cells of an entry, subjects of a class. Two queries."""
    inserimenti = per_chiave(scadenze, "competenze.inserimento.")
    classi = per_chiave(scadenze, "competenze.classe.")
    return {
        **{
            inserimenti[pk]: f"{avanzamento.fatte} caselle su {avanzamento.totale}."
            for pk, avanzamento in avanzamenti(inserimenti.keys()).items()
        },
        **_della_classe(istituto_id, classi),
    }


def _della_classe(istituto_id: int, classi: Mapping[int, int]) -> dict[int, str]:
    rilevate = ClasseRilevata.objects.filter(
        istituto_id=istituto_id, pk__in=classi.keys()
    ).annotate(
        discipline=Count("inserimenti"),
        registrate=Count("inserimenti", filter=Q(inserimenti__stato=StatoInserimento.REGISTRATO)),
    )
    return {
        classi[rilevata.pk]: (
            f"{rilevata.registrate} discipline su {rilevata.discipline} hanno registrato."
        )
        for rilevata in rilevate
    }


def per_chiave(scadenze: Sequence[Scadenza], prefisso: str) -> dict[int, int]:
    """The id after the prefix of the key → the id of the deadline."""
    return {
        int(scadenza.chiave.removeprefix(prefisso)): scadenza.pk
        for scadenza in scadenze
        if scadenza.chiave.startswith(prefisso)
    }
