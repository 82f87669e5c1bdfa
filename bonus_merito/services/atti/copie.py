"""The papers of a procedure, copied into the one that takes its place.

Requests that count, activities with their judgement, evidence, preconditions, assessments. Evidence
names the same bytes: a file is deleted only with the last row that names it. Ties are decided anew.
"""

from collections.abc import Mapping, Sequence

from bonus_merito.models import Attivita, Procedura, Prova, Requisiti, Richiesta, Valutazione
from bonus_merito.queries.proprie import CONCORRONO

Riga = Richiesta | Attivita | Prova | Requisiti | Valutazione


def copia_carte(da: Procedura, a: Procedura) -> int:
    """Copy everything that is judged; how many persons. Ten queries, however many persons."""
    di = {"istituto_id": da.istituto_id}
    requisiti = list(Requisiti.objects.filter(**di, procedura=da))
    richieste = list(Richiesta.objects.filter(**di, procedura=da, stato__in=CONCORRONO))
    attivita = list(Attivita.objects.filter(**di, richiesta__in=richieste).order_by("pk"))
    prove = list(Prova.objects.filter(**di, attivita__in=attivita).order_by("pk"))
    valutazioni = list(Valutazione.objects.filter(**di, richiesta__in=richieste))
    _nuove(requisiti, "procedura_id", dict.fromkeys([da.pk], a.pk))
    Requisiti.objects.bulk_create(requisiti)
    prima = _nuove(richieste, "procedura_id", {da.pk: a.pk})
    copiate = _coppie(prima, Richiesta.objects.bulk_create(richieste))
    prima = _nuove(attivita, "richiesta_id", copiate)
    dichiarate = _coppie(prima, Attivita.objects.bulk_create(attivita))
    _nuove(prove, "attivita_id", dichiarate)
    Prova.objects.bulk_create(prove)
    _nuove(valutazioni, "richiesta_id", copiate)
    Valutazione.objects.bulk_create(valutazioni)
    return len(richieste)


def _nuove(righe: Sequence[Riga], campo: str, dove: Mapping[int, int]) -> list[int]:
    """Make rows new ones, hung where ``dove`` says; their ids of before."""
    prima = []
    for riga in righe:
        prima.append(riga.pk)
        setattr(riga, campo, dove[getattr(riga, campo)])
        riga.pk = None
    return prima


def _coppie(prima: Sequence[int], copie: Sequence[Riga]) -> dict[int, int]:
    return {pk: copia.pk for pk, copia in zip(prima, copie, strict=True)}
