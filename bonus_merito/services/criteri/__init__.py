"""The acts on the criteria: begun, written, adopted, published."""

from bonus_merito.services.criteri.adozione import adotta_criteri
from bonus_merito.services.criteri.carta import chiedi_carta, stampa_criteri
from bonus_merito.services.criteri.dati import (
    DatiArea,
    DatiArticolo,
    DatiCriterio,
    DatiRegolamento,
    DatiTestata,
    DatiVersione,
    RigaIndicatore,
)
from bonus_merito.services.criteri.preparazione import elimina_bozza, prepara_criteri
from bonus_merito.services.criteri.pubblicazione import pubblica_criteri
from bonus_merito.services.criteri.testo import salva_area, salva_regolamento, salva_testata
from bonus_merito.services.criteri.voci import salva_criterio, sposta_criterio, togli_criterio

__all__ = [
    "DatiArea",
    "DatiArticolo",
    "DatiCriterio",
    "DatiRegolamento",
    "DatiTestata",
    "DatiVersione",
    "RigaIndicatore",
    "adotta_criteri",
    "chiedi_carta",
    "elimina_bozza",
    "prepara_criteri",
    "pubblica_criteri",
    "salva_area",
    "salva_criterio",
    "salva_regolamento",
    "salva_testata",
    "sposta_criterio",
    "stampa_criteri",
    "togli_criterio",
]
