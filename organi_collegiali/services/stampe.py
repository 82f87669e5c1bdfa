"""The bytes of a paper of the organs, from its frozen words."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from cpia.atti.models import Documento
from cpia.atti.services import registra_stampa


class Intestazione(Protocol):
    """What every frozen context has."""

    @property
    def nome(self) -> str: ...


class Congelato(Protocol):
    """The frozen words of a paper."""

    @property
    def titolo(self) -> str: ...

    @property
    def istituto(self) -> Intestazione: ...


C = TypeVar("C", bound=Congelato)


def stampa_carta(
    documento: Documento, contesto: C, html: Callable[[C], str], foglio: str
) -> Documento:
    """Print a paper and keep its bytes."""
    from cpia.atti.pdf import quante_pagine, stampa

    pdf = stampa(
        html(contesto),
        titolo=contesto.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=foglio,
    )
    return registra_stampa(
        documento_id=documento.pk,
        istituto_id=documento.istituto_id,
        pdf=pdf,
        pagine=quante_pagine(pdf),
    )
