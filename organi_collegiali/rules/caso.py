"""What the judgement of a vote takes and gives: the rules of the item, the case, the result."""

from dataclasses import dataclass, field
from fractions import Fraction

from cpia.norme.enums import AggiuntaOdg, MisuraNonAmmissione
from cpia.norme.rules.motivi import Motivo, Valore
from organi_collegiali.enums import FormaVotazione, GenereVotazione, VotoPresidente
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.rules.voto.esito_voto import AltraRegola
from organi_collegiali.rules.voto.votazione import RegoleDelVoto, Voti


@dataclass(frozen=True, slots=True)
class RegoleDelPunto:
    """All that the regulation says of the votes of one organ, for a vote of one form.

    ``unanimita`` is there when the item is one that only all together can decide.
    """

    voto: RegoleDelVoto
    modifica: RegoleDelVoto
    modifica_quota: Valore[Fraction]
    aggiunta: Valore[AggiuntaOdg]
    aggiunta_quota: Valore[Fraction]
    altre: tuple[AltraRegola, ...] = ()
    unanimita: Valore[MisuraNonAmmissione] | None = None


@dataclass(frozen=True, slots=True)
class Caso:
    """A vote to be judged: what kind it is, who votes, how who presides voted if it is known.

    ``regolamento`` says that the item changes a regulation; ``presidente_vota`` is false when who
    presides has no vote on it.
    """

    genere: GenereVotazione
    forma: FormaVotazione
    presenti: int
    in_carica: int
    regolamento: bool = False
    presidente: VotoPresidente | None = None
    presidente_per: int | None = None
    presidente_vota: bool = True

    @property
    def modifica(self) -> bool:
        return self.regolamento and self.genere is GenereVotazione.PROPOSTA

    def voti(self, cifre: Cifre) -> Voti:
        return Voti(self.presenti, cifre.favorevoli, cifre.contrari, cifre.astenuti)


@dataclass(frozen=True, slots=True)
class GiudizioDelVoto:
    """The judgement of a vote of any kind; ``vince`` and ``ballottaggio`` are ids of proposals.

    ``titolo``, ``servono`` and ``conto`` are the same in the words of the screen.
    """

    approvata: bool
    perche: tuple[Motivo, ...]
    titolo: str
    necessari: int | None = None
    servono: str = ""
    conto: str = ""
    in_breve: str = ""
    vince: int | None = None
    ballottaggio: tuple[int, ...] = field(default=())

    @property
    def altrimenti(self) -> tuple[Motivo, ...]:
        return tuple(motivo for motivo in self.perche if motivo.regola == "altrimenti")

    @property
    def ragioni(self) -> tuple[Motivo, ...]:
        return tuple(motivo for motivo in self.perche if motivo.regola != "altrimenti")
