"""How an organ voted, in the words of its deliberations."""

from dataclasses import dataclass

from cpia.scuola.parole import plurale
from organi_collegiali.rules.nomi import degli

PREVALE = "a parità di voti, con il voto prevalente di chi presiede (D.Lgs. 297/1994, art. 37 c. 3)"


@dataclass(frozen=True, slots=True)
class Cifre:
    """The figures of a vote; the ballots without a choice are of a secret one."""

    presenti: int
    favorevoli: int
    contrari: int = 0
    astenuti: int = 0
    bianche: int = 0
    nulle: int = 0

    @property
    def non_votanti(self) -> int:
        """Who was present and gave nothing."""
        dati = self.favorevoli + self.contrari + self.astenuti + self.bianche + self.nulle
        return self.presenti - dati


def in_parole(cifre: Cifre) -> str:
    """``all’unanimità dei 13 presenti``, or ``a maggioranza: 11 favorevoli, 1 contrario, …``.

    Unanimity is of all those present: who abstains is not of the others' opinion. As many for as
    against is no majority: what was approved all the same had the vote of who presides.
    """
    if cifre.favorevoli == cifre.presenti:
        return (
            "all’unanimità"
            if cifre.presenti == 1
            else f"all’unanimità {degli(cifre.presenti)} presenti"
        )
    come = PREVALE if cifre.favorevoli == cifre.contrari else "a maggioranza"
    return f"{come}: {conteggio(cifre)}"


def fra_proposte(voti: int, *, votanti: int, proposte: int, pari: bool = False) -> str:
    """How a text prevailed over others (`004` art. 9), ``pari`` with one that had as many votes."""
    come = PREVALE if pari else "a maggioranza"
    quanti = plurale(voti, "voto", "voti")
    return f"{come}: {quanti} su {votanti} alla proposta approvata, fra {proposte} proposte"


def conteggio(cifre: Cifre) -> str:
    """``11 favorevoli, 1 contrario, 2 astenuti``."""
    contrari = (
        plurale(cifre.contrari, "contrario", "contrari") if cifre.contrari else "nessun contrario"
    )
    pezzi = [plurale(cifre.favorevoli, "favorevole", "favorevoli"), contrari]
    altri = (
        (cifre.astenuti, "astenuto", "astenuti"),
        (cifre.bianche, "scheda bianca", "schede bianche"),
        (cifre.nulle, "scheda nulla", "schede nulle"),
        (cifre.non_votanti, "non ha votato", "non hanno votato"),
    )
    return ", ".join([*pezzi, *(plurale(*altro) for altro in altri if altro[0])])
