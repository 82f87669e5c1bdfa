"""What the attribution of the funzioni strumentali is made of.

Source: CPIA Napoli Provincia 2, Regolamento funzioni strumentali.
"""

from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.misure import GiornoMese
from cpia.norme.rules.motivi import Motivo, Valore


@dataclass(frozen=True, slots=True)
class Area:
    """One of the functions: PTOF, support, projects, relations."""

    sigla: str
    titolo: str
    fonte: str


@dataclass(frozen=True, slots=True)
class DomandaFunzione:
    """A teacher asks for one area.

    ``nell_istituto_dal`` is the day from which the stay is unbroken; ``collaboratore`` of the
    dirigente. ``nascita`` matters only between who is level in all else: None is «not known».
    """

    docente: str
    area: str
    nascita: date | None
    nell_istituto_dal: date
    a_tempo_indeterminato: bool
    collaboratore: bool = False
    nome: str = ""

    @property
    def detto(self) -> str:
        """The name, or the identifier where there is none."""
        return self.nome or self.docente


@dataclass(frozen=True, slots=True)
class ParametriFunzioni:
    """What the norms in force say of the funzioni strumentali.

    ``anni`` of stay in the institute, ``ripiego`` whether fewer do where nobody has them,
    ``durata`` in school years, ``sottogruppo`` how many teachers help at most.
    """

    solo_di_ruolo: Valore[bool]
    anni: Valore[int]
    ripiego: Valore[bool]
    una_sola: Valore[bool]
    collaboratore_escluso: Valore[bool]
    membri: Valore[int]
    supplenti: Valore[int]
    inappellabile: Valore[bool]
    durata: Valore[int]
    sottogruppo: Valore[int]
    relazione_iniziale: Valore[GiornoMese]
    relazione_finale: Valore[GiornoMese]


@dataclass(frozen=True, slots=True)
class FontiFunzioni:
    """Who says each condition that is no parameter."""

    supplenza: str
    incompatibile_commissione: str
    parita: str
    altra_relazione: str
    aggiornamento: str


@dataclass(frozen=True, slots=True)
class RegoleFunzioni:
    """The rules of a school; ``posti`` of an area where the Collegio says nothing else.

    ``rilievi`` is where the text goes too far or leaves something out.
    """

    fonte: str
    aree: tuple[Area, ...]
    parametri: ParametriFunzioni
    posti: Valore[int]
    fonti: FontiFunzioni
    rilievi: tuple[Motivo, ...]

    def area(self, sigla: str) -> Area | None:
        """The area of this name, or None."""
        return next((una for una in self.aree if una.sigla == sigla), None)
