"""The selections of a school: grids, calls, applications, commissions, rankings, posts."""

from selezioni_pon.models.avvisi import Avviso, Selezione
from selezioni_pon.models.candidature import (
    AllegatoCandidatura,
    AllegatoInviato,
    Candidatura,
    Invio,
    Risposta,
    TitoloDichiarato,
)
from selezioni_pon.models.commissioni import (
    Commissario,
    Commissione,
    Conflitto,
    DecisioneTitolo,
    Esame,
    PuntiCommissario,
    PuntiConcordati,
)
from selezioni_pon.models.graduatorie import Graduatoria, Reclamo, RigaGraduatoria, Sorteggio
from selezioni_pon.models.griglie import Griglia
from selezioni_pon.models.impossibilita import Impossibilita
from selezioni_pon.models.incarichi import Contratto, Proposta, Proroga, VerificaIncarico
from selezioni_pon.models.infanzia import (
    DomandaInfanzia,
    ElencoInfanzia,
    RigaInfanzia,
    SezioneInfanzia,
    SorteggioInfanzia,
    TitoloInfanzia,
    VersioneInfanzia,
)
from selezioni_pon.models.progetti import Progetto
from selezioni_pon.models.registrazioni import RegistrazioneCandidato

__all__ = [
    "AllegatoCandidatura", "AllegatoInviato", "Avviso", "Candidatura", "Commissario", "Commissione",
    "Conflitto", "Contratto", "DecisioneTitolo", "DomandaInfanzia", "ElencoInfanzia", "Esame",
    "Graduatoria", "Griglia", "Impossibilita", "Invio", "Progetto", "Proposta", "Proroga",
    "PuntiCommissario", "PuntiConcordati", "Reclamo", "RegistrazioneCandidato", "RigaGraduatoria",
    "RigaInfanzia", "Risposta", "Selezione", "SezioneInfanzia", "Sorteggio", "SorteggioInfanzia",
    "TitoloDichiarato", "TitoloInfanzia", "VerificaIncarico", "VersioneInfanzia",
]  # fmt: skip
