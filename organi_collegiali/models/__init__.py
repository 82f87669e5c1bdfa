"""Organs and their members, sittings, votes, deliberations, minutes."""

from organi_collegiali.models.delibere import Delibera, Effetto, Frase, Seguito
from organi_collegiali.models.organi import (
    Candidatura,
    Composizione,
    Elezione,
    Mandato,
    Numeratore,
    OrganoCollegiale,
)
from organi_collegiali.models.punti import (
    Allegato,
    Anomalia,
    Dichiarazione,
    Interesse,
    Intervento,
    Punto,
)
from organi_collegiali.models.richieste import FirmaRichiesta, Mozione, Richiesta
from organi_collegiali.models.sedute import Avviso, Convocato, Movimento, Seduta, Sospensione
from organi_collegiali.models.verbali import AllegatoVerbale, Rilievo, Verbale
from organi_collegiali.models.voti import Proposta, Scheda, Votante, Votazione, VotoPalese

__all__ = [
    "Allegato", "AllegatoVerbale", "Anomalia", "Avviso", "Candidatura", "Composizione", "Convocato",
    "Delibera", "Dichiarazione", "Effetto", "Elezione", "FirmaRichiesta", "Frase", "Interesse",
    "Intervento", "Mandato", "Movimento", "Mozione", "Numeratore", "OrganoCollegiale", "Proposta",
    "Punto", "Richiesta", "Rilievo", "Scheda", "Seduta", "Seguito", "Sospensione", "Verbale",
    "Votante", "Votazione", "VotoPalese",
]  # fmt: skip
