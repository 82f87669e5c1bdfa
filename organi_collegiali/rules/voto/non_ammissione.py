"""A pupil who is not admitted to the next class: who decides it, by how many, with which reasons.

In the primary school the teachers decide it by unanimity (D.Lgs. 62/2017 art. 3 c. 3, `001` art.
15 i), in the secondary by the majority (art. 6, `001` art. 15 i); both with their reasons.
"""

from typing import Final

from cpia.norme.enums import MisuraNonAmmissione
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from organi_collegiali.enums import Platea, TipoOrgano
from organi_collegiali.rules.nomi import degli
from organi_collegiali.rules.voto.votazione import GiudizioVotazione, Voti

REGOLA: Final = "non_ammissione"
ART_3: Final = "D.Lgs. 62/2017, art. 3 c. 3"
ART_6: Final = "D.Lgs. 62/2017, art. 6 c. 2"
# The council of the primary school (D.Lgs. 297/1994 art. 5 c. 1, `001` art. 15 a).
DELLA_PRIMARIA: Final = TipoOrgano.INTERCLASSE


def verifica_non_ammissione(
    tipo: TipoOrgano, platea: Platea, *, motivata: bool
) -> list[Violazione]:
    """Why it cannot be put to the vote: not the teachers alone, or nobody has written why."""
    fonte = ART_3 if tipo is DELLA_PRIMARIA else ART_6
    violazioni = []
    if platea is not Platea.SCRUTINIO:
        testo = "La non ammissione si decide allo scrutinio: soli docenti, tutti presenti."
        violazioni.append(Violazione("fuori_dallo_scrutinio", testo, fonte))
    if not motivata:
        testo = (
            "La non ammissione vuole una specifica motivazione: prima si scrive nelle premesse "
            "del punto, in «Premesse e testo»."
        )
        violazioni.append(Violazione("senza_motivazione", testo, fonte, "testo"))
    return violazioni


def unanimita_dovuta(
    tipo: TipoOrgano, misura: Valore[MisuraNonAmmissione]
) -> Valore[MisuraNonAmmissione] | None:
    """The rule that asks for unanimity, where it does; None where the majority is enough."""
    unanimita = misura.valore is MisuraNonAmmissione.UNANIMITA
    return misura if tipo is DELLA_PRIMARIA and unanimita else None


def giudica_non_ammissione(voti: Voti, regola: Valore[MisuraNonAmmissione]) -> GiudizioVotazione:
    """Judge by unanimity: all who are present are for it, or the pupil is admitted."""
    tutti = max(voti.presenti, 1)
    approvata = voti.favorevoli == tutti
    esito = "l’alunno non è ammesso" if approvata else "l’alunno è ammesso"
    testo = (
        f"Per non ammettere un alunno della primaria occorre l’unanimità {degli(voti.presenti)} "
        f"presenti: i voti favorevoli sono {voti.favorevoli}, {esito}.{regola.altra_fonte}"
    )
    return GiudizioVotazione(tutti, approvata, (Motivo(REGOLA, regola.fonte, testo),))
