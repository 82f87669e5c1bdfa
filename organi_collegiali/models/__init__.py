"""Organs and their members, sittings, votes, deliberations, minutes."""

from organi_collegiali.models.convocazioni import AllegatoAggiunto, InvitoAlPunto
from organi_collegiali.models.delibere import Delibera, Dissenso, Effetto, Frase, Seguito
from organi_collegiali.models.elezioni import ElezioneInSeduta, Seggio
from organi_collegiali.models.organi import (
    Candidatura,
    Composizione,
    Elezione,
    ListaElettorale,
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
from organi_collegiali.models.raccolte import FirmaRaccolta, RaccoltaFirme
from organi_collegiali.models.richieste import FirmaRichiesta, Mozione, Richiesta
from organi_collegiali.models.sedute import (
    Avviso,
    Convocato,
    Movimento,
    PuntoAggiunto,
    Seduta,
    Sospensione,
)
from organi_collegiali.models.verbali import AllegatoVerbale, Rilievo, Verbale
from organi_collegiali.models.voti import Proposta, Scheda, Votante, Votazione, VotoPalese

__all__ = [
    "Allegato",
    "AllegatoAggiunto",
    "AllegatoVerbale",
    "Anomalia",
    "Avviso",
    "Candidatura",
    "Composizione",
    "Convocato",
    "Delibera",
    "Dichiarazione",
    "Dissenso",
    "Effetto",
    "Elezione",
    "ElezioneInSeduta",
    "FirmaRaccolta",
    "FirmaRichiesta",
    "Frase",
    "Interesse",
    "Intervento",
    "InvitoAlPunto",
    "ListaElettorale",
    "Mandato",
    "Movimento",
    "Mozione",
    "Numeratore",
    "OrganoCollegiale",
    "Proposta",
    "Punto",
    "PuntoAggiunto",
    "RaccoltaFirme",
    "Richiesta",
    "Rilievo",
    "Scheda",
    "Seduta",
    "Seggio",
    "Seguito",
    "Sospensione",
    "Verbale",
    "Votante",
    "Votazione",
    "VotoPalese",
]
