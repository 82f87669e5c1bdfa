"""An expert who works only as a member or an employee of a cooperative.

Source: IC Porto Venere, Regolamento incarichi, art. 1 c. 2, art. 3 c. 1 lett. b and c. 4, art. 4
c. 5, art. 6 c. 4.
"""

from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from selezioni_pon.rules.fonti import regolamento

AMMESSE: Final = regolamento("art. 1 c. 2 e art. 3 c. 1 lett. b")
DOCUMENTI: Final = regolamento("art. 3 c. 4")
PREZZO: Final = regolamento("art. 4 c. 5")
CONTRATTO: Final = regolamento("art. 6 c. 4")


@dataclass(frozen=True, slots=True)
class Cooperativa:
    """The cooperative of an expert and what it handed in.

    ``solo_con_lei`` says that the expert does not work as a private person, ``finalita`` that the
    educational purpose is shown, ``contributi`` that the declaration on them is there;
    ``offerta_sua`` that the price is proposed by the cooperative.
    """

    nome: str
    solo_con_lei: bool
    finalita: bool
    contributi: bool
    offerta_sua: bool


def verifica_cooperativa(cooperativa: Cooperativa) -> list[Violazione]:
    """What the application through a cooperative lacks."""
    prove = (
        (
            bool(cooperativa.nome.strip()), "cooperativa", AMMESSE,
            "Scrivi di quale cooperativa l’esperto è socio o dipendente.",
        ),
        (
            cooperativa.solo_con_lei, "solo_con_la_cooperativa", AMMESSE,
            "Il contratto si fa con la cooperativa solo se l’esperto opera soltanto come suo socio "
            "o dipendente.",
        ),
        (
            cooperativa.finalita, "finalita_educativa", DOCUMENTI,
            "Manca la dichiarazione della finalità educativa scritta nello statuto.",
        ),
        (
            cooperativa.contributi, "contributi", DOCUMENTI,
            "Manca la dichiarazione di regolarità dei versamenti contributivi.",
        ),
        (
            cooperativa.offerta_sua, "offerta_della_cooperativa", PREZZO,
            "Il prezzo lo propone la cooperativa: i criteri riguardano invece il singolo esperto.",
        ),
    )  # fmt: skip
    return [Violazione(campo, testo, fonte, campo) for va, campo, fonte, testo in prove if not va]


def con_chi_si_stipula(nome: str, cooperativa: Cooperativa | None) -> Motivo:
    """With whom the contract is made: the expert, or the cooperative for who works only there."""
    if cooperativa is None:
        testo = f"Il contratto si fa con {nome}."
        return Motivo("contratto_con_l_esperto", regolamento("art. 6 c. 1"), testo)
    testo = f"Il contratto si fa con {cooperativa.nome}, di cui {nome} è socio o dipendente."
    return Motivo("contratto_con_la_cooperativa", CONTRATTO, testo)
