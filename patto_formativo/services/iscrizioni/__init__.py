"""The acts of enrolment: what is offered in a year, applications, papers, fee."""

from patto_formativo.services.iscrizioni.anno import (
    DatiApertura,
    DatiOfferta,
    anno_da_aprire,
    apri_iscrizioni,
    salva_offerta,
    togli_offerta,
)
from patto_formativo.services.iscrizioni.carte import aggiungi_carta, leggi_carta, verifica_carta
from patto_formativo.services.iscrizioni.copia import copia_anno
from patto_formativo.services.iscrizioni.correzione import correggi_domanda
from patto_formativo.services.iscrizioni.dati import DatiCarta, DatiDomanda
from patto_formativo.services.iscrizioni.esame import (
    accogli_domanda,
    invita_di_nuovo,
    registra_rinuncia,
    respingi_domanda,
)
from patto_formativo.services.iscrizioni.foglio import foglio_per_chi_segue, foglio_per_ufficio
from patto_formativo.services.iscrizioni.perfezionamento import perfeziona_domanda
from patto_formativo.services.iscrizioni.presentazione import presenta_domanda
from patto_formativo.services.iscrizioni.quadri import (
    DatiQuadro,
    DatiUnita,
    salva_quadro,
    salva_unita,
    togli_unita,
)

__all__ = [
    "DatiApertura",
    "DatiCarta",
    "DatiDomanda",
    "DatiOfferta",
    "DatiQuadro",
    "DatiUnita",
    "accogli_domanda",
    "aggiungi_carta",
    "anno_da_aprire",
    "apri_iscrizioni",
    "copia_anno",
    "correggi_domanda",
    "foglio_per_chi_segue",
    "foglio_per_ufficio",
    "invita_di_nuovo",
    "leggi_carta",
    "perfeziona_domanda",
    "presenta_domanda",
    "registra_rinuncia",
    "respingi_domanda",
    "salva_offerta",
    "salva_quadro",
    "salva_unita",
    "togli_offerta",
    "togli_unita",
    "verifica_carta",
]
