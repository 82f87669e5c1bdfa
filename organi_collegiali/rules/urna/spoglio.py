"""The figures of ballots of paper, as the office that counts them writes them (`004` art. 9)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale

UNA_A_TESTA = "una scheda per ogni votante"
SEGGIO = "prassi d’istituto: il seggio è di tre, chi verbalizza e due scrutatori"


@dataclass(frozen=True, slots=True)
class Spoglio:
    """How many voted and what the ballots say; ``per_proposta`` by the id of text or person."""

    votanti: int
    favorevoli: int = 0
    contrari: int = 0
    bianche: int = 0
    nulle: int = 0
    per_proposta: Mapping[int, int] = field(default_factory=dict)

    @property
    def valide(self) -> int:
        return self.votanti - self.bianche - self.nulle


def verifica_spoglio(spoglio: Spoglio, *, presenti: int, preferenze: int) -> list[Violazione]:
    """What is wrong in the figures, each at its field: as many ballots as voters."""
    if spoglio.votanti > presenti:
        testo = f"I votanti sono {spoglio.votanti} e i presenti al voto {presenti}."
        return [Violazione("troppi_votanti", testo, UNA_A_TESTA, "votanti")]
    if spoglio.valide < 0:
        testo = f"Bianche e nulle sono più delle {spoglio.votanti} schede."
        return [Violazione("schede", testo, UNA_A_TESTA, "nulle")]
    if spoglio.per_proposta:
        return _preferenze(spoglio, preferenze)
    return _si_o_no(spoglio)


def _si_o_no(spoglio: Spoglio) -> list[Violazione]:
    schede = spoglio.favorevoli + spoglio.contrari + spoglio.bianche + spoglio.nulle
    if schede == spoglio.votanti:
        return []
    testo = (
        f"{spoglio.favorevoli} + {spoglio.contrari} + {spoglio.bianche} + {spoglio.nulle} = "
        f"{schede}: le schede devono essere tante quanti i votanti, {spoglio.votanti}."
    )
    return [Violazione("schede", testo, UNA_A_TESTA, "votanti")]


def _preferenze(spoglio: Spoglio, preferenze: int) -> list[Violazione]:
    """Every valid ballot has one preference at least, nobody has more than there are ballots."""
    date, massimo = sum(spoglio.per_proposta.values()), spoglio.valide * preferenze
    valide = plurale(spoglio.valide, "scheda valida", "schede valide")
    if any(voti > spoglio.valide for voti in spoglio.per_proposta.values()):
        testo = f"Qualcuno ha più voti delle {valide}."
        return [Violazione("preferenze", testo, UNA_A_TESTA, "votanti")]
    if spoglio.valide <= date <= massimo:
        return []
    quante = f"fra {spoglio.valide} e {massimo}" if massimo > spoglio.valide else f"{massimo}"
    testo = (
        f"{spoglio.votanti} votanti, meno {spoglio.bianche} bianche e {spoglio.nulle} nulle, fa "
        f"{valide}: le preferenze sono {quante}, qui la somma è {date}."
    )
    return [Violazione("preferenze", testo, UNA_A_TESTA, "votanti")]


def verifica_seggio(
    segretario: int, scrutatori: Collection[int], presenti: Collection[int]
) -> list[Violazione]:
    """Two who count besides who writes, three different persons, all of them there."""
    if len({segretario, *scrutatori}) != 1 + len(scrutatori):
        testo = "Segretario e scrutatori sono tre persone diverse."
        return [Violazione("seggio", testo, SEGGIO, "secondo_scrutatore")]
    if not set(scrutatori) <= set(presenti):
        testo = "Gli scrutatori si scelgono fra chi è presente."
        return [Violazione("scrutatori", testo, SEGGIO, "primo_scrutatore")]
    return []
