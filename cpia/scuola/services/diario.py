"""What an import writes, and the memory of it that lets it be taken back.

For a row that is born only its id and a hash of it are kept: enough to delete it and to notice
that somebody changed it since. For a row that changes, the former values and the new ones.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.expressions import RawSQL

Effetto = dict[str, Any]
# So many parts are done, of so many.
Segna = Callable[[int, int], object]
A_BLOCCHI = 500
Riga = TypeVar("Riga", bound=models.Model)
Cosa = TypeVar("Cosa")


def in_silenzio(_fatti: int, _di: int) -> None:
    """For an act that nobody watches."""


def a_blocchi(cose: Sequence[Cosa]) -> Iterator[Sequence[Cosa]]:
    """So many at a time that the bar moves and the statements are still few."""
    return (cose[inizio : inizio + A_BLOCCHI] for inizio in range(0, len(cose), A_BLOCCHI))


def modello(nome: str) -> type[models.Model]:
    """The model of an effect, by its name in it (``scuola.persona``)."""
    trovato: type[models.Model] = apps.get_model(nome)
    return trovato


def righe_di(tipo: type[models.Model]) -> models.QuerySet[Any]:
    """All the rows of a model that this institute sees."""
    return models.QuerySet(tipo)


def fra(ids: Iterable[int]) -> RawSQL:
    """These ids as one parameter: ten thousand of them are slow to write out one by one."""
    return RawSQL("SELECT unnest(%s::bigint[])", [list(ids)])


def valori(riga: models.Model, campi: Iterable[str]) -> dict[str, Any]:
    """The columns of a row as JSON holds them."""
    per_json = json.dumps({campo: getattr(riga, campo) for campo in campi}, cls=DjangoJSONEncoder)
    letti: dict[str, Any] = json.loads(per_json)
    return letti


def impronta(riga: models.Model) -> str:
    """A short hash of all the columns of a row."""
    contenuto = [getattr(riga, campo.attname) for campo in riga._meta.concrete_fields]
    testo = json.dumps(contenuto, cls=DjangoJSONEncoder)
    return hashlib.sha256(testo.encode()).hexdigest()[:16]


class Diario:
    """Writes sets of rows and remembers them, in order; ``segna`` is told how far it is.

    ``attese`` is how many rows are going to be written, more or less.
    """

    def __init__(self, segna: Segna = in_silenzio, attese: int = 0) -> None:
        self.effetti: list[Effetto] = []
        self._segna, self._attese, self._scritte = segna, attese, 0

    def _scritte_altre(self, quante: int) -> None:
        self._scritte = min(self._scritte + quante, self._attese)
        self._segna(self._scritte, self._attese)

    def crea(self, righe: Sequence[Riga]) -> None:
        """Insert new rows, which have their ids afterwards."""
        for tipo, insieme in _per_modello(righe).items():
            for blocco in a_blocchi(insieme):
                righe_di(tipo).bulk_create(blocco)
                self._scritte_altre(len(blocco))
            self.effetti.append(
                {
                    "modello": tipo._meta.label_lower,
                    "creati": {str(riga.pk): impronta(riga) for riga in insieme},
                }
            )

    def cambia(self, tipo: type[models.Model], modifiche: Mapping[int, Mapping[str, Any]]) -> None:
        """Change some columns of rows that exist: id -> column -> value."""
        if not modifiche:
            return
        cambiati = {}
        righe = righe_di(tipo).select_for_update().in_bulk(list(modifiche))
        for pk, campi in modifiche.items():
            prima = valori(righe[pk], campi)
            for campo, valore in campi.items():
                setattr(righe[pk], campo, valore)
            dopo = valori(righe[pk], campi)
            if prima != dopo:
                cambiati[str(pk)] = {"prima": prima, "dopo": dopo}
        colonne = {colonna for cambiato in cambiati.values() for colonna in cambiato["dopo"]}
        if cambiati:
            riscrivi(tipo, [righe[int(pk)] for pk in cambiati], colonne)
            self.effetti.append({"modello": tipo._meta.label_lower, "cambiati": cambiati})
            self._scritte_altre(len(cambiati))

    def togli(self, tipo: type[models.Model], ids: Iterable[int]) -> None:
        """Delete rows, keeping all of them in memory."""
        righe = list(righe_di(tipo).filter(pk__in=ids))
        if not righe:
            return
        colonne = [campo.attname for campo in tipo._meta.concrete_fields]
        tolti = [valori(riga, colonne) for riga in righe]
        righe_di(tipo).filter(pk__in=[riga.pk for riga in righe]).delete()
        self.effetti.append({"modello": tipo._meta.label_lower, "tolti": tolti})


def riscrivi(tipo: type[models.Model], righe: list[Any], colonne: Iterable[str]) -> None:
    """Write some columns of many rows in few statements; a hundred times one UPDATE is too many.

    An INSERT that meets the row which is there and updates it: the id always does.
    """
    righe_di(tipo).bulk_create(
        righe,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=sorted(_nomi(tipo, colonne)),
        batch_size=1000,
    )


def _nomi(tipo: type[models.Model], colonne: Iterable[str]) -> set[str]:
    per_colonna = {campo.attname: campo.name for campo in tipo._meta.concrete_fields}
    return {per_colonna[colonna] for colonna in colonne}


def _per_modello(righe: Iterable[Riga]) -> dict[type[Riga], list[Riga]]:
    insiemi: dict[type[Riga], list[Riga]] = defaultdict(list)
    for riga in righe:
        insiemi[type(riga)].append(riga)
    return insiemi
