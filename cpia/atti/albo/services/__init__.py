"""The acts of the albo: to prepare, to publish, to annul, to attest, to clean."""

from cpia.atti.albo.errori import NonRipulita, PubblicazioneRifiutata
from cpia.atti.albo.services.annullamento import annulla_pubblicazione, indica_sostituta
from cpia.atti.albo.services.attestazione import attesta_pubblicazione, stampa_attestazione
from cpia.atti.albo.services.bozze import (
    aggiungi_file,
    correggi_pubblicazione,
    elimina_bozza,
    prepara_pubblicazione,
    togli_file,
)
from cpia.atti.albo.services.lettura import leggi_file
from cpia.atti.albo.services.pubblicazione import pubblica, pubblica_documento
from cpia.atti.albo.services.ripulitura import ripulisci_prossima

__all__ = [
    "NonRipulita",
    "PubblicazioneRifiutata",
    "aggiungi_file",
    "annulla_pubblicazione",
    "attesta_pubblicazione",
    "correggi_pubblicazione",
    "elimina_bozza",
    "indica_sostituta",
    "leggi_file",
    "prepara_pubblicazione",
    "pubblica",
    "pubblica_documento",
    "ripulisci_prossima",
    "stampa_attestazione",
    "togli_file",
]
