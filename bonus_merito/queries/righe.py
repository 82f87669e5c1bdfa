"""What the board of a procedure is made of: who takes part, the judgement, what still waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from bonus_merito.enums import Area
from bonus_merito.models import Attivita, Parita, Procedura, Requisiti, Richiesta, Valutazione
from bonus_merito.rules.quadro import Docente, Esito, Quadro
from bonus_merito.rules.regole import RegoleBonus


@dataclass(frozen=True)
class Riga:
    """Somebody on the board; ``esito`` is None until the assessment is complete.

    ``punti`` are of the whole percentage, by area, as they were given: also over the weight.
    """

    richiesta: Richiesta
    attivita: Sequence[Attivita]
    valutazione: Valutazione | None
    requisiti: Requisiti | None
    punti: Mapping[Area, Fraction]
    docente: Docente
    escluso: bool
    esito: Esito | None = None

    @property
    def chiave(self) -> str:
        """The id in the judgement."""
        return self.docente.id

    @property
    def nome(self) -> str:
        return str(self.richiesta.persona)

    @property
    def completa(self) -> bool:
        return self.valutazione is not None and self.valutazione.completa_il is not None

    @property
    def da_valutare(self) -> bool:
        """Whether the dirigente has still to say what it is worth."""
        return not self.escluso and (not self.completa or self.da_giudicare > 0)

    @property
    def da_giudicare(self) -> int:
        """Activities without a judgement."""
        return sum(una.confermata is None for una in self.attivita)

    def confermate(self, area: Area) -> list[Attivita]:
        """The confirmed activities of an area."""
        return [
            una for una in self.attivita if una.confermata and una.criterio.area.area == area.value
        ]


@dataclass(frozen=True)
class QuadroDiProcedura:
    """Everybody who takes part, in alphabetical order, with the judgement on who can be judged.

    ``quadro`` holds who is excluded and who is assessed; its ids are those of the requests.
    ``decisa`` is the decision that settles the tie across the cut, if there is one.
    """

    procedura: Procedura
    regole: RegoleBonus
    righe: Sequence[Riga]
    quadro: Quadro
    decisa: Parita | None

    @cached_property
    def da_valutare(self) -> list[Riga]:
        """Who sent and is not assessed: nothing is decreed before."""
        return [riga for riga in self.righe if riga.da_valutare]

    @cached_property
    def esclusi(self) -> list[Riga]:
        return [riga for riga in self.righe if riga.escluso]

    @cached_property
    def senza_requisiti(self) -> list[Riga]:
        """Whose preconditions the office has not ascertained."""
        return [riga for riga in self.righe if riga.requisiti is None]

    @cached_property
    def beneficiari(self) -> list[Riga]:
        """Who is paid, in alphabetical order."""
        dentro = {uno.id for uno in self.quadro.beneficiari}
        return [riga for riga in self.righe if riga.chiave in dentro]

    @property
    def ragione_della_parita(self) -> str:
        """The words with which the dirigente settled the tie, if there was one."""
        return self.decisa.motivo if self.decisa else ""

    @cached_property
    def nomi(self) -> Mapping[str, str]:
        """Who is who, by the id in the judgement; namesakes are told apart by their number."""
        omonimi = [riga.nome for riga in self.righe]
        return {
            riga.chiave: riga.nome
            if omonimi.count(riga.nome) == 1
            else f"{riga.nome} (richiesta {riga.chiave})"
            for riga in self.righe
        }

    def riga(self, richiesta_id: int) -> Riga | None:
        """The row of a request, if it takes part."""
        return next((r for r in self.righe if r.richiesta.pk == richiesta_id), None)


@dataclass(frozen=True)
class Carte:
    """What there is of one person."""

    richiesta: Richiesta
    attivita: Sequence[Attivita]
    valutazione: Valutazione | None
    requisiti: Requisiti | None


@dataclass(frozen=True)
class Fascicolo:
    """What a judgement rests on, read once: one judges it as often as one tries."""

    procedura: Procedura
    regole: RegoleBonus
    carte: Sequence[Carte]
    parita: Sequence[Parita]
