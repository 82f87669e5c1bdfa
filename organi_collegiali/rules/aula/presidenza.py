"""Who presides over a sitting, among those who are in.

D.Lgs. 297/1994 art. 5 (councils of a class), art. 7 (Collegio), art. 8 (Consiglio and Giunta);
what happens when president and vice president are both missing is of the school's regulation.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from cpia.norme.rules.motivi import Motivo
from organi_collegiali.enums import Carica, Componente, RegolaPresidente

C = TypeVar("C")
ELETTO = "D.Lgs. 297/1994, art. 8: presidente eletto fra i genitori, può esserci un vicepresidente"
DIRIGENTE = "D.Lgs. 297/1994, artt. 5, 7, 8 e 11: presiede il dirigente"
REGOLAMENTO = "regolamento dell’istituto: chi presiede se mancano presidente e vicepresidente"


@dataclass(frozen=True, slots=True)
class Presente(Generic[C]):
    """A member who is in: the office held in the organ, the birthday if it is known."""

    chi: C
    componente: Componente
    carica: Carica | None = None
    con_voto: bool = True
    nascita: date | None = None


@dataclass(frozen=True, slots=True)
class Presidenza(Generic[C]):
    """Who presides, or among whom it must be chosen, and why."""

    chi: C | None
    fra: tuple[C, ...]
    perche: tuple[Motivo, ...]


def chi_presiede(
    presenti: Iterable[Presente[C]],
    *,
    regola: RegolaPresidente,
    anziano_tra: Componente | None,
    fonte: str = REGOLAMENTO,
) -> Presidenza[C]:
    """Who presides among those present.

    The dirigente where the law says so, else who holds the office of president, then the vice
    president; an elected organ that has neither is presided by the oldest of a component
    (``anziano_tra``: the parents in seed `003`) or of the whole organ (`001` art. 4).
    """
    dentro = [presente for presente in presenti if presente.con_voto]
    per_legge = regola in (RegolaPresidente.DIRIGENTE, RegolaPresidente.DELEGATO)
    perche: list[Motivo] = []
    prove = _del_dirigente(regola) if per_legge else _degli_eletti()
    for chi_e, ammesso in prove:
        trovato = next((presente for presente in dentro if ammesso(presente)), None)
        di = DIRIGENTE if per_legge else ELETTO
        if trovato is not None:
            perche.append(Motivo("presidenza", di, f"Presiede {chi_e}."))
            return Presidenza(trovato.chi, (trovato.chi,), tuple(perche))
        perche.append(Motivo("presidenza", di, f"Manca {chi_e}."))
    if per_legge:
        testo = "Il dirigente delega a presiedere un docente che sia componente dell’organo."
        docenti = tuple(p.chi for p in dentro if p.componente is Componente.DOCENTI)
        return Presidenza(None, docenti, (*perche, Motivo("presidenza_delega", DIRIGENTE, testo)))
    return _il_piu_anziano(dentro, anziano_tra, fonte, tuple(perche))


Prova = tuple[str, Callable[[Presente[Any]], bool]]


def _del_dirigente(regola: RegolaPresidente) -> Sequence[Prova]:
    delegato = (
        "chi ne fa le veci" if regola is RegolaPresidente.DIRIGENTE else "il docente delegato"
    )
    return (
        ("il dirigente", lambda presente: presente.componente is Componente.DIRIGENTE),
        (delegato, lambda presente: presente.carica is Carica.PRESIDENTE),
        ("il vicepresidente", lambda presente: presente.carica is Carica.VICEPRESIDENTE),
    )


def _degli_eletti() -> Sequence[Prova]:
    return (
        ("il presidente", lambda presente: presente.carica is Carica.PRESIDENTE),
        ("il vicepresidente", lambda presente: presente.carica is Carica.VICEPRESIDENTE),
    )


def _il_piu_anziano(
    dentro: Sequence[Presente[C]],
    anziano_tra: Componente | None,
    fonte: str,
    perche: tuple[Motivo, ...],
) -> Presidenza[C]:
    fra = [p for p in dentro if anziano_tra is None or p.componente is anziano_tra]
    di_chi = "componente" if anziano_tra is None else f"della componente {anziano_tra.etichetta}"
    chi, scelti, testo = None, tuple(p.chi for p in fra), ""
    nati = [p.nascita for p in fra if p.nascita is not None]
    if not fra:
        testo = f"Non è presente nessun {di_chi}: l’organo sceglie chi presiede."
        scelti = tuple(p.chi for p in dentro)
    elif len(nati) < len(fra):
        testo = f"Tocca al più anziano ({di_chi}), ma di qualcuno manca la data di nascita."
    else:
        primi = [p.chi for p in fra if p.nascita == min(nati)]
        scelti, testo = tuple(primi), f"Presiede il più anziano d’età: {di_chi}."
        chi = primi[0] if len(primi) == 1 else None
        if chi is None:
            testo = f"{len(primi)} presenti hanno la stessa età: si sceglie fra loro."
    return Presidenza(chi, scelti, (*perche, Motivo("presidenza_anziano", fonte, testo)))
