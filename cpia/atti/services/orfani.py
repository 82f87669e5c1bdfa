"""Uploaded files that no row names: the act that wrote them was not accomplished, or undone."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final, cast

from django.core.files.storage import Storage
from django.db.models import FileField, QuerySet

# An upload under way has its file and not yet its row.
ATTESA: Final = timedelta(days=1)


def spazza_orfani(*, istituto_id: int, adesso: datetime, modelli: Iterable[Any]) -> int:
    """Delete the files of an institute that have no row since a day; how many.

    ``modelli`` are all the tables that keep files in one folder, by its ``file``: what one of them
    names stays. The register has nothing to say: the act never was, or said it itself.
    """
    righe: list[QuerySet[Any]] = [una.objects.filter(istituto_id=istituto_id) for una in modelli]
    campo = cast("FileField", righe[0].model._meta.get_field("file"))
    vecchi = _vecchi(campo.storage, f"{campo.upload_to}{istituto_id}", adesso)
    tenuti: set[str] = set()
    for trovate in righe:
        tenuti.update(trovate.filter(file__in=vecchi).values_list("file", flat=True))
    for nome in vecchi - tenuti:
        campo.storage.delete(nome)
    return len(vecchi - tenuti)


def _vecchi(deposito: Storage, cartella: str, adesso: datetime) -> set[str]:
    try:
        nomi = [f"{cartella}/{nome}" for nome in deposito.listdir(cartella)[1]]
    except FileNotFoundError:
        return set()
    return {nome for nome in nomi if deposito.get_modified_time(nome) < adesso - ATTESA}
