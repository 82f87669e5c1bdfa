"""Taking a whole import back: nothing is undone unless all of it can be."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, models

from cpia.scuola.parole import plurale
from cpia.scuola.services.diario import (
    Effetto,
    Segna,
    a_blocchi,
    fra,
    impronta,
    in_silenzio,
    modello,
    righe_di,
    riscrivi,
    valori,
)
from cpia.scuola.services.quali import quali


def ostacoli(effetti: list[Effetto], segna: Segna = in_silenzio) -> Iterator[str]:
    """Why the effects cannot be taken back: rows changed since, rows built upon since.

    Looking is the first quarter of the way that ``segna`` is told of.
    """
    ultimi = _valori_ultimi(effetti)
    creati = _creati(effetti)
    for fatti, (tipo, ids) in enumerate(creati.items()):
        segna(fatti, 4 * len(creati))
        yield from _cambiate(tipo, ids, ultimi)
        yield from _in_uso(tipo, ids, creati)
    for tipo, righe in ultimi.items():
        attese = {pk: campi for pk, campi in righe.items() if pk not in creati.get(tipo, {})}
        yield from _diverse(tipo, attese)


def disfa(effetti: list[Effetto], segna: Segna = in_silenzio) -> None:
    """Take the effects back, the last first. Ask ``ostacoli`` before."""
    tutte = sum(map(_quante, effetti))
    fatte = 0
    for effetto in reversed(effetti):
        for quante in _disfa(effetto):
            fatte += quante
            segna(tutte + 3 * fatte, 4 * tutte)


def _disfa(effetto: Effetto) -> Iterator[int]:
    """One effect, by blocks; how many rows in each."""
    tipo = modello(effetto["modello"])
    if "creati" in effetto:
        for ids in a_blocchi([int(pk) for pk in effetto["creati"]]):
            _cancella(tipo, ids)
            yield len(ids)
    elif "cambiati" in effetto:
        _ripristina(tipo, effetto["cambiati"])
        yield _quante(effetto)
    else:
        righe_di(tipo).bulk_create([_riga(tipo, tolto) for tolto in effetto["tolti"]])
        yield _quante(effetto)


def _quante(effetto: Effetto) -> int:
    return sum(len(cose) for operazione, cose in effetto.items() if operazione != "modello")


def _cancella(tipo: type[models.Model], ids: Sequence[int]) -> None:
    """Delete just these rows: ``ostacoli`` has looked at what points to them already."""
    tabella = connection.ops.quote_name(tipo._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {tabella} WHERE id = ANY(%s)", [list(ids)])  # noqa: S608


def senza_dati(effetti: list[Effetto]) -> list[Effetto]:
    """The effects as they stay on record once taken back: which rows, not what was in them."""
    return [
        {"modello": effetto["modello"], operazione: [_id(cosa) for cosa in cose]}
        for effetto in effetti
        for operazione, cose in effetto.items()
        if operazione != "modello"
    ]


def _id(cosa: Any) -> int:
    return int(cosa["id"] if isinstance(cosa, dict) else cosa)


def _riga(tipo: type[models.Model], tolto: dict[str, Any]) -> models.Model:
    return tipo(**{c.attname: c.to_python(tolto[c.attname]) for c in tipo._meta.concrete_fields})


def _ripristina(tipo: type[models.Model], cambiati: dict[str, dict[str, Any]]) -> None:
    righe = righe_di(tipo).select_for_update().in_bulk([int(pk) for pk in cambiati])
    colonne = set()
    for pk, riga in righe.items():
        for colonna, prima in cambiati[str(pk)]["prima"].items():
            setattr(riga, colonna, _campo(tipo, colonna).to_python(prima))
            colonne.add(colonna)
    riscrivi(tipo, list(righe.values()), colonne)


def _campo(tipo: type[models.Model], colonna: str) -> "models.Field[Any, Any]":
    return next(campo for campo in tipo._meta.concrete_fields if campo.attname == colonna)


def _creati(effetti: list[Effetto]) -> dict[type[models.Model], dict[int, str]]:
    """The rows that were born, with the hash that they had."""
    creati: dict[type[models.Model], dict[int, str]] = {}
    for effetto in effetti:
        insieme = creati.setdefault(modello(effetto["modello"]), {})
        insieme |= {int(pk): com_era for pk, com_era in effetto.get("creati", {}).items()}
    return creati


def _valori_ultimi(effetti: list[Effetto]) -> dict[type[models.Model], dict[int, dict[str, Any]]]:
    """What the changed rows were given, the last value of each column."""
    ultimi: dict[type[models.Model], dict[int, dict[str, Any]]] = {}
    for effetto in effetti:
        righe = ultimi.setdefault(modello(effetto["modello"]), {})
        for pk, cambiato in effetto.get("cambiati", {}).items():
            righe[int(pk)] = righe.get(int(pk), {}) | cambiato["dopo"]
    return ultimi


def _cambiate(
    tipo: type[models.Model],
    ids: dict[int, str],
    ultimi: dict[type[models.Model], dict[int, dict[str, Any]]],
) -> Iterator[str]:
    """Rows born with the import that are not as they were, or are gone."""
    ora = {riga.pk: impronta(riga) for riga in righe_di(tipo).filter(pk__in=fra(ids))}
    yield from _altri_dati(tipo, [pk for pk, com_era in ids.items() if ora.get(pk) != com_era])


def _diverse(tipo: type[models.Model], attese: dict[int, dict[str, Any]]) -> Iterator[str]:
    righe = righe_di(tipo).in_bulk(list(attese))
    yield from _altri_dati(
        tipo,
        [
            pk
            for pk, campi in attese.items()
            if pk not in righe or valori(righe[pk], campi) != campi
        ],
    )


def _altri_dati(tipo: type[models.Model], ids: list[int]) -> Iterator[str]:
    if ids:
        yield f"dopo sono cambiati i dati di {plurale(len(ids), *_nomi(tipo))}{quali(tipo, ids)}"


def _in_uso(
    tipo: type[models.Model],
    ids: dict[int, str],
    creati: dict[type[models.Model], dict[int, str]],
) -> Iterator[str]:
    """Rows of any app that point to what was born and were not born with it."""
    for relazione in tipo._meta.get_fields(include_hidden=True):
        if not isinstance(relazione, models.ForeignObjectRel) or not ids:
            continue
        altro = relazione.related_model
        campo = relazione.field
        usano = righe_di(altro).filter(**{f"{campo.name}__in": fra(ids)})
        nate = creati.get(altro, {})
        altre = {pk: di for pk, di in usano.values_list("pk", campo.attname) if pk not in nate}
        if altre:
            yield (
                f"dopo sono arrivati altri dati che usano {_nomi(tipo)[1]} di questa importazione, "
                f"cioè {plurale(len(altre), *_nomi(altro))}{quali(tipo, set(altre.values()))}"
            )


def _nomi(tipo: type[models.Model]) -> tuple[str, str]:
    return str(tipo._meta.verbose_name), str(tipo._meta.verbose_name_plural)
