"""What is written on a secret ballot, how it is read back and how a box is counted.

The words of a ballot are those of the choice (``favorevole``, ``bianca``) or, where one chooses
among texts or persons, their places on the list (``2``, ``1,4``).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale
from organi_collegiali.enums import Scelta

# Every ballot is as long as every other before it is sealed: its length says nothing.
LUNGHEZZA = 64
BIANCA = "bianca"
NULLA = "nulla"


class SchedaIlleggibile(ValueError):
    """What was sealed is not a ballot."""


@dataclass(frozen=True, slots=True)
class Conteggio:
    """The figures of a box; ``per_proposta`` are the votes of each text or person by its id."""

    favorevoli: int = 0
    contrari: int = 0
    astenuti: int = 0
    bianche: int = 0
    nulle: int = 0
    per_proposta: Mapping[int, int] = field(default_factory=dict)
    schede: int = 0

    @property
    def unanime(self) -> bool:
        """Whether all the ballots say the same, so that the figures tell how each one voted."""
        voti = (self.favorevoli, self.contrari, self.astenuti, self.bianche)
        return self.schede > 0 and self.schede in (*voti, *self.per_proposta.values())


@dataclass(frozen=True, slots=True)
class Foglio:
    """What a ballot offers: words by choice; ``posti`` are ids by place, empty for yes or no."""

    voci: Mapping[str, str]
    posti: Mapping[str, int]
    preferenze: int
    bianca: bool

    def contro(self, scelte: Sequence[str]) -> list[Violazione]:
        """Why this cannot be voted; nothing when it can."""
        if not scelte and not self.bianca:
            return [Violazione("nessuna_scelta", "Scegli una delle voci.", "", "scelte")]
        if not set(scelte) <= set(self.voci) or len(set(scelte)) != len(scelte):
            return [Violazione("scelta", "Questa scelta non è sulla scheda.", "", "scelte")]
        if len(scelte) > self.preferenze:
            quante = plurale(self.preferenze, "preferenza", "preferenze")
            testo = f"Si può dare al massimo {quante}: ne hai date {len(scelte)}."
            return [Violazione("preferenze", testo, "", "scelte")]
        return []


def scrivi_scheda(scelte: Sequence[str]) -> bytes:
    """The bytes of a ballot, always ``LUNGHEZZA`` of them.

    Preferences are put in the order of the list: the order in which somebody gives them could be
    a mark to be recognised by. Raises ValueError when they do not fit.
    """
    testo = ",".join(sorted(scelte, key=_posto)) or BIANCA
    contenuto = testo.encode("ascii")
    if len(contenuto) > LUNGHEZZA:
        raise ValueError("la scheda è troppo lunga")
    return contenuto.ljust(LUNGHEZZA, b"\0")


def leggi_scheda(contenuto: bytes) -> str:
    """The words of a ballot that was opened. Raises SchedaIlleggibile."""
    if len(contenuto) != LUNGHEZZA:
        raise SchedaIlleggibile
    try:
        return contenuto.rstrip(b"\0").decode("ascii")
    except UnicodeDecodeError:
        raise SchedaIlleggibile from None


def valida(scheda: str, *, ammesse: Collection[str], preferenze: int) -> bool:
    """Whether a ballot says something that this vote allows, not more than ``preferenze`` times."""
    if scheda == BIANCA:
        return True
    scelte = scheda.split(",")
    return set(scelte) <= set(ammesse) and len(set(scelte)) == len(scelte) <= preferenze


def conta_schede(
    schede: Iterable[str], *, posti: Mapping[str, int], preferenze: int = 1
) -> Conteggio:
    """Count the ballots of a box.

    ``posti`` gives the id of a text or person by its place on the list, and is empty where one
    answers yes or no. What this vote does not allow is void.
    """
    ammesse = posti or [str(scelta) for scelta in Scelta]
    lette = [
        scheda if valida(scheda, ammesse=ammesse, preferenze=preferenze) else NULLA
        for scheda in schede
    ]
    voci = Counter(voce for scheda in lette for voce in scheda.split(","))
    return Conteggio(
        favorevoli=voci[Scelta.FAVOREVOLE],
        contrari=voci[Scelta.CONTRARIO],
        astenuti=voci[Scelta.ASTENUTO],
        bianche=voci[BIANCA],
        nulle=voci[NULLA],
        per_proposta={proposta: voci[posto] for posto, proposta in posti.items()},
        schede=len(lette),
    )


def _posto(scelta: str) -> tuple[int, str]:
    return (int(scelta) if scelta.isdigit() else 0, scelta)
