"""How near a row is to the question: the comparison itself is done by PostgreSQL."""

import re
from typing import Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Case,
    Count,
    Expression,
    F,
    Func,
    Model,
    Q,
    QuerySet,
    SmallIntegerField,
    TextField,
    Value,
    When,
    Window,
)
from django.db.models.functions import Cast, Coalesce, Concat, Replace

from cpia.portale.ricerca.domanda import Domanda

M = TypeVar("M", bound=Model)
ESATTO = 0
NUMERO = re.compile(r"(?P<numero>[0-9]{1,8})(/(?P<anno>[0-9]{4}))?")


class Insieme(Func):
    """The parts of a row as one text, with blanks between them; what is missing is left out."""

    function = "concat_ws"
    output_field = TextField()

    def __init__(self, *parti: Expression | str) -> None:
        super().__init__(Value(" "), *parti)


def unito(campo: str) -> Expression:
    """A name written as one word: «dangelo», «derosa»."""
    return _senza(campo, " '’`-")


def senza_apostrofi(campo: str) -> Expression:
    """Of a double name only the apostrophes: «hernandez dangelo»."""
    return _senza(campo, "'’`")


def _senza(campo: str, segni: str) -> Expression:
    # Much quicker than one translate(), which counts letters and not bytes.
    testo = Replace(F(campo), Value(segni[0]))
    for segno in segni[1:]:
        testo = Replace(testo, Value(segno))
    return testo


def numero(campo: str) -> Cast:
    """A number as the text in which it is looked for."""
    return Cast(campo, TextField())


def numero_e_anno(campo: str, anno: str) -> Concat:
    """``12/2024``, as the registers of the office write it."""
    return Concat(numero(campo), Value("/"), numero(anno), output_field=TextField())


def numerato(domanda: Domanda, campo: str, anno: str = "") -> Q | None:
    """The condition of having the number that the question is: ``417``, or ``12/2024``."""
    detto = NUMERO.fullmatch(domanda.piana)
    if not detto or (detto["anno"] and not anno):
        return None
    condizione = Q(**{campo: int(detto["numero"])})
    return condizione & Q(**{anno: int(detto["anno"])}) if detto["anno"] else condizione


def _rango(testo: Expression, domanda: Domanda) -> Func:
    parole, radici = (
        Value(list(lista), output_field=ArrayField(TextField()))
        for lista in (domanda.parole, domanda.radici)
    )
    return Func(
        testo,
        Value(domanda.piana, output_field=TextField()),
        parole,
        radici,
        function="rango_ricerca",
        output_field=SmallIntegerField(),
    )


def trova(
    righe: QuerySet[M],
    domanda: Domanda,
    testo: Expression,
    *ordine: str,
    esatto: Q | None = None,
) -> QuerySet[Any]:
    """The rows in which every word is found, the nearest first; each tells ``in_tutto`` they are.

    ``esatto`` is met by what the question names outright (a number, a codice fiscale).
    """
    rango: Expression = _rango(testo, domanda)
    if esatto is not None:
        rango = Case(
            When(esatto, then=Value(ESATTO)), default=rango, output_field=SmallIntegerField()
        )
    return (
        righe.alias(rango=rango)
        .filter(rango__isnull=False)
        .annotate(in_tutto=Window(Count("*")))
        .order_by(Coalesce("rango", 9), *ordine)
    )
