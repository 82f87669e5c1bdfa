"""The selections of a school: grids, calls, applications, commissions, rankings, posts."""

from selezioni_pon.models.albo import IscrizioneEsperto
from selezioni_pon.models.avvisi import Avviso, Selezione
from selezioni_pon.models.candidature import AllegatoCandidatura, Candidatura, Risposta
from selezioni_pon.models.commissioni import Commissario, Commissione, Conflitto
from selezioni_pon.models.esami import DecisioneTitolo, Esame, PuntiCommissario, PuntiConcordati
from selezioni_pon.models.funzioni import (
    AreaFunzione,
    AttribuzioneFunzione,
    CommissarioFunzioni,
    DomandaFunzione,
    ParitaFunzione,
    ProceduraFunzioni,
    RelazioneFunzione,
    TitoloFunzione,
)
from selezioni_pon.models.graduatorie import Graduatoria, RigaGraduatoria, Sorteggio
from selezioni_pon.models.griglie import Griglia
from selezioni_pon.models.impossibilita import Impossibilita
from selezioni_pon.models.incarichi import Contratto, Proroga, VerificaIncarico
from selezioni_pon.models.infanzia import (
    DomandaInfanzia,
    ElencoInfanzia,
    SezioneInfanzia,
    TitoloInfanzia,
)
from selezioni_pon.models.infanzia_versioni import RigaInfanzia, SorteggioInfanzia, VersioneInfanzia
from selezioni_pon.models.invii import AllegatoInviato, Invio, TitoloDichiarato
from selezioni_pon.models.progetti import Progetto
from selezioni_pon.models.proposte import Proposta
from selezioni_pon.models.reclami import Reclamo
from selezioni_pon.models.registrazioni import RegistrazioneCandidato

__all__ = [
    "AllegatoCandidatura", "AllegatoInviato", "AreaFunzione", "AttribuzioneFunzione", "Avviso",
    "Candidatura", "Commissario", "CommissarioFunzioni", "Commissione", "Conflitto", "Contratto",
    "DecisioneTitolo", "DomandaFunzione", "DomandaInfanzia", "ElencoInfanzia", "Esame",
    "Graduatoria", "Griglia", "Impossibilita", "Invio", "IscrizioneEsperto", "ParitaFunzione",
    "ProceduraFunzioni", "Progetto", "Proposta", "Proroga", "PuntiCommissario",
    "PuntiConcordati", "Reclamo",
    "RegistrazioneCandidato", "RelazioneFunzione", "RigaGraduatoria", "RigaInfanzia", "Risposta",
    "Selezione", "SezioneInfanzia", "Sorteggio", "SorteggioInfanzia", "TitoloDichiarato",
    "TitoloFunzione", "TitoloInfanzia", "VerificaIncarico", "VersioneInfanzia",
]  # fmt: skip
