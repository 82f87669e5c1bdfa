"""Who may read which application, and why not.

Source: L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7; IC Porto Venere, Regolamento incarichi,
art. 4 cc. 6, 8 and 10; Reg. (UE) 2016/679, art. 5 c. 1 lett. c (no more than one's task needs).
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import giorno_e_ora
from selezioni_pon.enums import EffettoConflitto, Lettore
from selezioni_pon.rules.commissione import (
    Commissario,
    RegoleCommissione,
    da_sostituire,
    in_conflitto,
)
from selezioni_pon.rules.fonti import CONDANNE, CONFLITTO, DOPO_LA_SCADENZA, regolamento

MINIMI_DATI: Final = "Reg. (UE) 2016/679, art. 5 c. 1 lett. c"
PROPOSTA: Final = regolamento("art. 4 cc. 8 e 10")


@dataclass(frozen=True, slots=True)
class Domanda:
    """An application to be opened.

    ``chiusa``: the commission has closed its work; ``pubblicata``: the provisional ranking is out.
    """

    avviso: str
    candidato: str
    scade_il: datetime
    inviata: bool = True
    chiusa: bool = False
    pubblicata: bool = False


def contro_il_commissario(
    membro: Commissario,
    domanda: Domanda,
    candidati: Mapping[str, str],
    adesso: datetime,
    regole: RegoleCommissione,
    *,
    avviso: str,
) -> list[Violazione]:
    """What keeps a member from an application; ``avviso`` is the call of the commission."""
    if domanda.avviso != avviso:
        testo = "La domanda è di un altro avviso, e la valuta un’altra commissione."
        return [Violazione("altro_avviso", testo, MINIMI_DATI)]
    return [
        *_prima_del_termine(domanda, adesso),
        *_senza_dichiarazione(membro, adesso),
        *da_sostituire(membro, candidati, regole),
        *_astensione(membro, domanda, candidati, regole),
    ]


def _prima_del_termine(domanda: Domanda, adesso: datetime) -> Iterator[Violazione]:
    if not domanda.inviata:
        testo = "La domanda è una bozza: la legge solo chi la scrive."
        yield Violazione("bozza", testo, MINIMI_DATI)
    elif adesso <= domanda.scade_il:
        testo = f"Le domande si aprono dopo il termine: {giorno_e_ora(domanda.scade_il)}."
        yield Violazione("prima_della_scadenza", testo, DOPO_LA_SCADENZA)


def _senza_dichiarazione(membro: Commissario, adesso: datetime) -> Iterator[Violazione]:
    if membro.supplente:
        testo = "Il supplente legge le domande quando prende il posto di un componente."
        yield Violazione("supplente", testo, MINIMI_DATI)
    if membro.dichiarazione is None or adesso < membro.dichiarazione.resa_il:
        testo = (
            "Prima di leggere le domande si dichiara, sull’elenco dei nomi, di non avere conflitti "
            "di interessi con i candidati né condanne che lo vietano."
        )
        yield Violazione("dichiarazione", testo, f"{CONFLITTO}; {CONDANNE}")


def _astensione(
    membro: Commissario, domanda: Domanda, candidati: Mapping[str, str], regole: RegoleCommissione
) -> Iterator[Violazione]:
    if membro.dichiarazione is None or regole.conflitto.valore is not EffettoConflitto.ASTENSIONE:
        return
    suo = {domanda.candidato: candidati.get(domanda.candidato, "")}
    if in_conflitto(membro.dichiarazione, suo):
        testo = "Hai dichiarato un conflitto di interessi con chi ha presentato questa domanda."
        yield Violazione("conflitto", testo, regole.conflitto.fonte)


def contro_la_lettura(
    lettore: Lettore,
    chi: str,
    domanda: Domanda,
    adesso: datetime,
    *,
    candidati: Container[str],
    punti: bool = False,
) -> list[Violazione]:
    """What keeps anybody else from an application or, with ``punti``, from how it was judged.

    The applicant reads the own one, and its points once they are out; the office opens it after
    the deadline and never sees the points; the dirigente sees them when the commission has closed.
    Who is among the ``candidati`` of the call opens none of its applications in the office. Raises
    ValueError for a member of the commission, whose declaration counts too.
    """
    if lettore is Lettore.CANDIDATO:
        return list(_solo_la_propria(chi, domanda, punti=punti))
    if lettore is Lettore.COMMISSARIO:
        raise ValueError("per chi è nella commissione si guarda anche la dichiarazione")
    if chi in candidati:
        testo = "Hai presentato domanda per questo avviso: le domande le apre un’altra persona."
        return [Violazione("candidato", testo, CONFLITTO)]
    if lettore is Lettore.SEGRETERIA and punti:
        testo = "La segreteria cura avviso, protocollo e albo: i punti li vede la commissione."
        return [Violazione("punti", testo, MINIMI_DATI)]
    violazioni = list(_prima_del_termine(domanda, adesso))
    if lettore is Lettore.DIRIGENTE and punti and not domanda.chiusa:
        testo = "Chi approva la graduatoria vede i punti quando la commissione ha chiuso i lavori."
        violazioni.append(Violazione("lavori_aperti", testo, PROPOSTA))
    return violazioni


def _solo_la_propria(chi: str, domanda: Domanda, *, punti: bool) -> Iterator[Violazione]:
    if chi != domanda.candidato:
        testo = "Ciascuno legge la propria domanda."
        yield Violazione("altrui", testo, MINIMI_DATI)
    elif punti and not domanda.pubblicata:
        testo = "I tuoi punti si leggono quando esce la graduatoria provvisoria."
        yield Violazione("non_pubblicata", testo, PROPOSTA)
