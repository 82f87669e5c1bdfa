"""An application as far as it is written, and what its call asks of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Cittadinanza, Deroga, Fase, Passo, Provenienza, TipoAllegato
from selezioni_pon.rules.cooperativa import Cooperativa
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.offerta import Compenso
from selezioni_pon.rules.regole import RegoleSelezioni


@dataclass(frozen=True, slots=True)
class Mancanza:
    """Something to look at, and in which step one does."""

    passo: Passo
    violazione: Violazione


@dataclass(frozen=True, slots=True)
class Dichiarata:
    """An item as it was filled: its title (None: only words), which titles, how much evidence."""

    voce: Voce
    titolo: Titolo | None
    descrizione: str
    prove: int


@dataclass(frozen=True, slots=True)
class Scritta:
    """An application as far as it is written; ``offerta`` in cents, None is «not written»."""

    provenienza: Provenienza | None
    cittadinanza: Cittadinanza | None
    diritti_civili: bool
    senza_condanne: bool
    senza_procedimenti: bool
    specializzazione: bool
    deroga: Deroga
    titolo_di_studio: str
    giorni_servizio: int | None
    amministrazione: str
    cooperativa: Cooperativa
    offerta: int | None
    proposta: str
    risponde_del_vero: bool
    dichiarate: Sequence[Dichiarata] = ()
    allegati: frozenset[TipoAllegato] = frozenset()


@dataclass(frozen=True, slots=True)
class Chiesta:
    """What a call asks of its applications."""

    fase: Fase
    regole: RegoleSelezioni
    griglia: Griglia
    compenso: Compenso | None
    titoli_di_studio: str = ""
