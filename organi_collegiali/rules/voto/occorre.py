"""What the vote of an item needs that an ordinary one does not: said before it is voted."""

from cpia.norme.enums import BaseMaggioranza
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale
from organi_collegiali.enums import NaturaPunto
from organi_collegiali.rules.caso import RegoleDelPunto
from organi_collegiali.rules.nomi import degli
from organi_collegiali.rules.voto.non_ammissione import ART_6, REGOLA
from organi_collegiali.rules.voto.voto_speciale import META, quanti_occorrono

VOTI = "voti favorevoli"
NESSUN_OBBLIGO = (
    "Basta la maggioranza dei voti validi: è una scuola secondaria. Nella primaria, in consiglio "
    "d’interclasse, occorre l’unanimità (D.Lgs. 62/2017, art. 3 c. 3)."
)


def occorre(
    natura: NaturaPunto, regole: RegoleDelPunto, *, presenti: int, in_carica: int
) -> Motivo | None:
    """How many votes this item asks for, with the article; None where it is an ordinary vote."""
    if natura is NaturaPunto.NON_AMMISSIONE:
        return _non_ammissione(regole, presenti)
    if natura is NaturaPunto.REGOLAMENTO:
        return _modifica(regole, presenti, in_carica)
    return None


def _non_ammissione(regole: RegoleDelPunto, presenti: int) -> Motivo:
    if regole.unanimita is None:
        return Motivo(REGOLA, ART_6, NESSUN_OBBLIGO)
    testo = (
        f"Occorre l’unanimità dello scrutinio: {plurale(presenti, 'voto favorevole', VOTI)}. "
        f"Con un solo voto contrario l’alunno è ammesso.{regole.unanimita.altra_fonte}"
    )
    return Motivo(REGOLA, regole.unanimita.fonte, testo)


def _modifica(regole: RegoleDelPunto, presenti: int, in_carica: int) -> Motivo | None:
    base, quota = regole.modifica.base, regole.modifica_quota
    if quota.valore == META and base.valore is not BaseMaggioranza.COMPONENTI:
        return None
    misura = "la maggioranza" if quota.valore == META else f"i {quota.valore}"
    verbo = "occorre" if quota.valore == META else "occorrono"
    testo = f"Per cambiare il regolamento {verbo} {misura} {_di_chi(regole, presenti, in_carica)}."
    fonte = base.fonte if quota.valore == META else quota.fonte
    return Motivo("modifica_regolamento", fonte, testo + (base.altra_fonte or quota.altra_fonte))


def _di_chi(regole: RegoleDelPunto, presenti: int, in_carica: int) -> str:
    quota, base = regole.modifica_quota.valore, regole.modifica.base.valore
    if base is BaseMaggioranza.VOTI_VALIDI:
        return "dei voti favorevoli e contrari"
    if base is BaseMaggioranza.PRESENTI:
        quanti = plurale(quanti_occorrono(presenti, quota), "voto favorevole", VOTI)
        return f"{degli(presenti)} presenti: {quanti}"
    quanti = plurale(quanti_occorrono(in_carica, quota), "voto favorevole", VOTI)
    mancano = ", anche se qualcuno è assente" if presenti < in_carica else ""
    return f"{degli(in_carica)} componenti in carica: {quanti}{mancano}"
