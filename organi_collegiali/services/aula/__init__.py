"""The acts of a sitting as it goes, from the roll call to the closing."""

from organi_collegiali.services.aula.apertura import apri_seduta, cambia_cariche
from organi_collegiali.services.aula.chiamata import segna_assenza, segna_presenti
from organi_collegiali.services.aula.chiusura import (
    aggiorna_seduta,
    chiudi_seduta,
    riprendi_seduta,
    sospendi_seduta,
)
from organi_collegiali.services.aula.correzioni import cambia_ora, toglie_movimento
from organi_collegiali.services.aula.deserta import dichiara_deserta
from organi_collegiali.services.aula.dichiarazioni import detta_dichiarazione, toglie_dichiarazione
from organi_collegiali.services.aula.discussione import (
    dichiara_interesse,
    salva_discussione,
    toglie_interesse,
)
from organi_collegiali.services.aula.movimenti import registra_movimento
from organi_collegiali.services.aula.parola import (
    concede_parola,
    iscrive_a_parlare,
    toglie_parola,
)
from organi_collegiali.services.aula.punti import avvia_punto, concludi_punto
from organi_collegiali.services.aula.verifica import verifica_numero_legale

__all__ = [
    "aggiorna_seduta",
    "apri_seduta",
    "avvia_punto",
    "cambia_cariche",
    "cambia_ora",
    "chiudi_seduta",
    "concede_parola",
    "concludi_punto",
    "detta_dichiarazione",
    "dichiara_deserta",
    "dichiara_interesse",
    "iscrive_a_parlare",
    "registra_movimento",
    "riprendi_seduta",
    "salva_discussione",
    "segna_assenza",
    "segna_presenti",
    "sospendi_seduta",
    "toglie_dichiarazione",
    "toglie_interesse",
    "toglie_movimento",
    "toglie_parola",
    "verifica_numero_legale",
]
