"""The sum of the legal number in one line, as it stands beside the figure."""

from cpia.norme.enums import RegolaQuorum
from organi_collegiali.rules.aula.quorum import quanti
from organi_collegiali.rules.nomi import gli


def in_breve(regola: RegolaQuorum, in_carica: int, numero_legale: int) -> str:
    """``metà più uno di 19: 19 : 2 = 9, più 1``; the minimum of the school, when it prevails."""
    della_regola = quanti(regola, in_carica)
    if numero_legale > della_regola:
        return f"almeno {numero_legale}"
    match regola:
        case RegolaQuorum.META_PIU_UNO:
            return f"{regola.etichetta} di {in_carica}, {in_carica} : 2 = {in_carica // 2}, più 1"
        case RegolaQuorum.META:
            esatta = "" if in_carica % 2 == 0 else ", per eccesso"
            return f"metà di {in_carica}, {in_carica} : 2 = {della_regola}{esatta}"
        case RegolaQuorum.TUTTI:
            return f"tutti {gli(in_carica)} componenti"
