"""The acts of the office: to number, to register, to print."""

from cpia.atti.services.documenti import (
    ByteAlterati,
    GiaAnnullato,
    StampaDiversa,
    annulla_documento,
    leggi_documento,
    nuovo_codice,
    prepara_documento,
    registra_stampa,
    sostituisci_documento,
)
from cpia.atti.services.numeri import prossimo_numero, protocolla
from cpia.atti.services.orfani import spazza_orfani
from cpia.atti.services.registro import (
    annota,
    annota_da_fuori,
    annota_di_chi_non_entra,
    annota_molte,
    sigilla,
    verifica_registro,
)

__all__ = [
    "ByteAlterati",
    "GiaAnnullato",
    "StampaDiversa",
    "annota",
    "annota_da_fuori",
    "annota_di_chi_non_entra",
    "annota_molte",
    "annulla_documento",
    "leggi_documento",
    "nuovo_codice",
    "prepara_documento",
    "prossimo_numero",
    "protocolla",
    "registra_stampa",
    "sigilla",
    "sostituisci_documento",
    "spazza_orfani",
    "verifica_registro",
]
