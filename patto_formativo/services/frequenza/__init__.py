"""The acts of attendance: groups, lessons, hours at a distance, derogations, silence."""

from patto_formativo.services.frequenza.deroghe import (
    approva_deroga,
    proponi_deroga,
    respingi_deroga,
)
from patto_formativo.services.frequenza.distanza import verifica_distanza
from patto_formativo.services.frequenza.gruppi import (
    DatiGruppo,
    aggiungi_al_gruppo,
    forma_gruppo,
    modifica_gruppo,
    togli_dal_gruppo,
)
from patto_formativo.services.frequenza.lezioni import (
    DatiLezione,
    correggi_lezione,
    registra_lezione,
    togli_lezione,
)
from patto_formativo.services.frequenza.registro import riporta_lezioni
from patto_formativo.services.frequenza.segni import registra_segno
from patto_formativo.services.frequenza.silenzi import manda_avviso, ritira_d_ufficio

__all__ = [
    "DatiGruppo",
    "DatiLezione",
    "aggiungi_al_gruppo",
    "approva_deroga",
    "correggi_lezione",
    "forma_gruppo",
    "manda_avviso",
    "modifica_gruppo",
    "proponi_deroga",
    "registra_lezione",
    "registra_segno",
    "respingi_deroga",
    "riporta_lezioni",
    "ritira_d_ufficio",
    "togli_dal_gruppo",
    "togli_lezione",
    "verifica_distanza",
]
