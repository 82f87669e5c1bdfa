"""Whether a proposal is approved (D.Lgs. 297/1994 art. 37 cc. 3-4).

The same count can pass in one school and fail in another: the majority is counted on the votes
for and against, or on all who are present, as the regulation says.
"""

from dataclasses import dataclass

from cpia.norme.enums import BaseMaggioranza, EsitoParita
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import plurale
from organi_collegiali.enums import FormaVotazione, VotoPresidente
from organi_collegiali.rules.nomi import gli


class BaseNonPrevista(ValueError):
    """A majority counted on the members in office needs their number, and there was none."""


@dataclass(frozen=True, slots=True)
class Voti:
    """A count; who is present and neither for, against nor abstained gave no valid vote."""

    presenti: int
    favorevoli: int
    contrari: int
    astenuti: int

    @property
    def espressi(self) -> int:
        return self.favorevoli + self.contrari


@dataclass(frozen=True, slots=True)
class RegoleDelVoto:
    """What the regulation in force says of a vote of this form."""

    base: Valore[BaseMaggioranza]
    parita: Valore[EsitoParita]


@dataclass(frozen=True, slots=True)
class GiudizioVotazione:
    necessari: int
    approvata: bool
    perche: tuple[Motivo, ...]


def giudica_votazione(
    voti: Voti,
    *,
    forma: FormaVotazione,
    presidente: VotoPresidente | None,
    regole: RegoleDelVoto,
    in_carica: int | None = None,
) -> GiudizioVotazione:
    """Judge an ordinary vote.

    In a tie of an open vote the president's own vote prevails, where the rule says so; in a
    secret one nobody knows it. Counted on those present, as many for as against are a tie only
    if those for are besides half of those present. ``in_carica`` is asked for only by a rule that
    counts on the members in office. Raises BaseNonPrevista without it.
    """
    base = quanti_si_contano(voti, regole.base.valore, in_carica)
    necessari = base // 2 + 1
    conto = Motivo(
        "maggioranza",
        regole.base.fonte,
        f"{_in_parole(voti)}. {_su_che_cosa(regole.base.valore, base)}: occorrono {necessari} "
        f"voti favorevoli.{regole.base.altra_fonte}",
    )
    if pari(voti, base):
        approvata, esito = _parita(voti, forma, presidente, regole.parita)
    else:
        approvata = voti.favorevoli >= necessari
        esito = Motivo("esito", regole.base.fonte, _esito(voti.favorevoli, necessari, approvata))
    return GiudizioVotazione(necessari, approvata, (conto, esito))


def pari(voti: Voti, base: int) -> bool:
    """Whether the vote is a tie: as many for as against, and half of what is counted."""
    return voti.favorevoli == voti.contrari and voti.favorevoli * 2 == base


def quanti_si_contano(voti: Voti, base: BaseMaggioranza, in_carica: int | None = None) -> int:
    """The number of which the majority is taken. Raises BaseNonPrevista."""
    if base is not BaseMaggioranza.COMPONENTI:
        return voti.presenti if base is BaseMaggioranza.PRESENTI else voti.espressi
    if in_carica is None:
        raise BaseNonPrevista(base.etichetta)
    return in_carica


def _parita(
    voti: Voti,
    forma: FormaVotazione,
    presidente: VotoPresidente | None,
    regola: Valore[EsitoParita],
) -> tuple[bool, Motivo]:
    quanti = f"{plurale(voti.favorevoli, 'voto', 'voti')} a favore e altrettanti contro: parità"
    if forma is FormaVotazione.SEGRETA:
        fine, approvata = "nel voto segreto nessun voto può prevalere, non è approvata", False
    elif regola.valore is EsitoParita.NON_APPROVATA:
        fine, approvata = "la proposta non è approvata", False
    elif presidente is VotoPresidente.FAVOREVOLE:
        fine, approvata = "prevale il voto favorevole di chi presiede, è approvata", True
    elif presidente is VotoPresidente.CONTRARIO:
        fine, approvata = "prevale il voto contrario di chi presiede, non è approvata", False
    else:
        fine, approvata = "chi presiede si è astenuto e non può prevalere, non è approvata", False
    return approvata, Motivo("parita", regola.fonte, f"{quanti}; {fine}.{regola.altra_fonte}")


def _in_parole(voti: Voti) -> str:
    return (
        f"{plurale(voti.presenti, 'presente', 'presenti')}: {voti.favorevoli} a favore, "
        f"{voti.contrari} contro, {plurale(voti.astenuti, 'astenuto', 'astenuti')}"
    )


def _su_che_cosa(base: BaseMaggioranza, quanti: int) -> str:
    if base is BaseMaggioranza.PRESENTI:
        return f"La maggioranza si conta su tutti {gli(quanti)} presenti, compreso chi si astiene"
    if base is BaseMaggioranza.COMPONENTI:
        return f"La maggioranza si conta sui {quanti} componenti in carica, anche se assenti"
    return f"La maggioranza si conta sui {quanti} voti a favore e contro, senza chi si astiene"


def _esito(favorevoli: int, necessari: int, approvata: bool) -> str:  # noqa: FBT001
    if approvata:
        return f"{favorevoli} a favore su {necessari} che occorrono: la proposta è approvata."
    mancano = necessari - favorevoli
    verbo = "manca" if mancano == 1 else "mancano"
    return (
        f"{favorevoli} a favore, ne {verbo} {mancano} ai {necessari} che occorrono: "
        "la proposta non è approvata."
    )
