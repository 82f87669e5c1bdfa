"""Choices of the selections, by topic."""

from selezioni_pon.enums.albo import SituazioneAlbo, StatoIscrizione
from selezioni_pon.enums.avvisi import (
    Fase,
    FormaCig,
    MotivoImpossibilita,
    OrdineAvvisi,
    StatoAvviso,
)
from selezioni_pon.enums.candidature import FormaFirma, Lettore, Passo, TipoAllegato
from selezioni_pon.enums.commissione import EffettoConflitto, EsitoTitolo
from selezioni_pon.enums.funzioni import PassoFunzioni, SpecieTitolo, TipoParita, TipoRelazione
from selezioni_pon.enums.graduatorie import (
    EsitoReclamo,
    Movimento,
    Pubblicazione,
    Serve,
    StatoGraduatoria,
    TipoCriterio,
)
from selezioni_pon.enums.griglie import ChiPropone, CodiceRilievo, FasciaContesa, TipoVoce
from selezioni_pon.enums.incarichi import (
    GiudizioIncarico,
    Rimedio,
    StatoIncarico,
    StatoProposta,
    TipoContratto,
)
from selezioni_pon.enums.infanzia import (
    ConteggioAnticipi,
    EtaInfanzia,
    GruppoPrecedenza,
    StatoPosto,
    TipoVersione,
)
from selezioni_pon.enums.requisiti import (
    Cittadinanza,
    Cittadini,
    Deroga,
    EsenzioneAutorizzazione,
    Provenienza,
    StatoAutorizzazione,
)

__all__ = [
    "ChiPropone", "Cittadinanza", "Cittadini", "CodiceRilievo", "ConteggioAnticipi", "Deroga",
    "EffettoConflitto", "EsenzioneAutorizzazione", "EsitoReclamo", "EsitoTitolo", "EtaInfanzia",
    "FasciaContesa", "Fase", "FormaCig", "FormaFirma", "GiudizioIncarico", "GruppoPrecedenza",
    "Lettore", "MotivoImpossibilita", "Movimento", "OrdineAvvisi", "Passo", "PassoFunzioni",
    "Provenienza", "Pubblicazione", "Rimedio", "Serve", "SituazioneAlbo", "SpecieTitolo",
    "StatoAutorizzazione", "StatoAvviso", "StatoGraduatoria", "StatoIncarico", "StatoIscrizione",
    "StatoPosto", "StatoProposta",
    "TipoAllegato", "TipoContratto", "TipoCriterio", "TipoParita", "TipoRelazione",
    "TipoVersione", "TipoVoce",
]  # fmt: skip
