"""The acts of the office: to number, to register, to print."""

from cpia.atti.services.documenti import (
    annulla_documento,
    prepara_documento,
    registra_stampa,
    sostituisci_documento,
)
from cpia.atti.services.numeri import prossimo_numero, protocolla
from cpia.atti.services.registro import annota, sigilla, verifica_registro

__all__ = [
    "annota",
    "annulla_documento",
    "prepara_documento",
    "prossimo_numero",
    "protocolla",
    "registra_stampa",
    "sigilla",
    "sostituisci_documento",
    "verifica_registro",
]
