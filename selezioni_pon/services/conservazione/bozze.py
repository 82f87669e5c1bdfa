"""Drafts that can be sent no more, and files that no application was sent with."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from cpia.atti.services import annota_di_chi_non_entra
from selezioni_pon.models import AllegatoCandidatura, AllegatoInviato, Candidatura, Invio
from selezioni_pon.queries.scaduti import scadenza_passata
from selezioni_pon.services.candidature.allegati import togli_file

BOZZA: Final = "elimina bozza scaduta"
FILE: Final = "elimina file mai inviati"


@transaction.atomic
def elimina_bozze_scadute(*, istituto_id: int, adesso: datetime) -> int:
    """Delete the drafts never sent to calls over since long, with titles and files; how many.

    Of what was sent only the files go that no sending took along: they were of a draft too.
    A draft that somebody has open now waits for the next turn. The scheduler.
    """
    inviati = Invio.objects.filter(candidatura=OuterRef("pk"))
    vecchie = _vecchie(istituto_id, adesso)
    bozze = list(vecchie.filter(~Exists(inviati)))
    for bozza in bozze:
        annota_di_chi_non_entra(
            istituto=bozza.istituto, adesso=adesso, azione=BOZZA, oggetto=bozza,
            dati={"avviso": bozza.avviso_id, "file": bozza.allegati.count()},
        )  # fmt: skip
        _togli(bozza.allegati.all())
        bozza.delete()
    _file_mai_inviati(vecchie.filter(Exists(inviati)), adesso)
    return len(bozze)


def _vecchie(istituto_id: int, adesso: datetime) -> QuerySet[Candidatura]:
    return (
        Candidatura.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("istituto")
        .filter(
            istituto_id=istituto_id,
            avviso__scade__date__lt=scadenza_passata(
                "selezioni_pon.Candidatura", timezone.localdate(adesso)
            ),
        )
    )


def _file_mai_inviati(inviate: QuerySet[Candidatura], adesso: datetime) -> None:
    mai = AllegatoCandidatura.objects.filter(
        ~Exists(AllegatoInviato.objects.filter(allegato=OuterRef("pk")))
    )
    for candidatura in inviate.filter(Exists(mai.filter(candidatura=OuterRef("pk")))):
        suoi = mai.filter(candidatura=candidatura)
        annota_di_chi_non_entra(
            istituto=candidatura.istituto, adesso=adesso, azione=FILE, oggetto=candidatura,
            dati={"file": suoi.count()},
        )  # fmt: skip
        _togli(suoi)


def _togli(allegati: QuerySet[AllegatoCandidatura]) -> None:
    for allegato in allegati:
        togli_file(allegato)
        allegato.delete()
