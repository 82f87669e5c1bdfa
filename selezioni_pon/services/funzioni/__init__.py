"""The acts on the funzioni strumentali."""

from selezioni_pon.services.funzioni.attribuzione import (
    attribuisci_area,
    chiudi_area,
    registra_sorteggio,
    registra_voto,
)
from selezioni_pon.services.funzioni.commissione import (
    DatiCommissione,
    dichiara_conflitti,
    nomina_commissione,
    segna_assenza,
)
from selezioni_pon.services.funzioni.domande import (
    DatiDomanda,
    accerta_servizio,
    presenta_domanda,
    ritira_domanda,
)
from selezioni_pon.services.funzioni.esame import chiudi_esame, esamina_domanda
from selezioni_pon.services.funzioni.incarico import cessa_funzione, presenta_relazione
from selezioni_pon.services.funzioni.preparazione import (
    DatiArea,
    DatiProcedura,
    apri_procedura,
    prepara_procedura,
    scrivi_area,
    togli_area,
)

__all__ = [
    "DatiArea", "DatiCommissione", "DatiDomanda", "DatiProcedura", "accerta_servizio",
    "apri_procedura", "attribuisci_area", "cessa_funzione", "chiudi_area", "chiudi_esame",
    "dichiara_conflitti", "esamina_domanda", "nomina_commissione", "prepara_procedura",
    "presenta_domanda", "presenta_relazione", "registra_sorteggio", "registra_voto",
    "ritira_domanda", "scrivi_area", "segna_assenza", "togli_area",
]  # fmt: skip
