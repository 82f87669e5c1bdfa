"""The commission: who may be named, when, and what each must declare before reading.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 6; L. 241/1990, art. 6-bis; D.P.R.
62/2013, art. 7; D.Lgs. 165/2001, art. 35-bis c. 1 lett. a. That it is named after the deadline is
taken from the public contracts (D.Lgs. 36/2023, art. 93 c. 1), as a model.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cpia.norme.rules.motivi import Valore, Violazione
from cpia.scuola.parole import elenco, giorno_e_ora, plurale
from selezioni_pon.enums import EffettoConflitto
from selezioni_pon.rules.fonti import (
    COLLEGIO_PERFETTO,
    CONDANNE,
    CONFLITTO,
    DOPO_LA_SCADENZA,
    PRASSI,
)

ALMENO_TRE: Final = Valore(3, PRASSI)
DISPARI: Final[Valore[bool]] = Valore(valore=True, fonte=PRASSI)
# The law asks the member to abstain; that somebody else takes the place is how schools do it.
SOSTITUITO: Final = Valore(
    EffettoConflitto.SOSTITUZIONE, f"prassi d’istituto: l’astensione è di {CONFLITTO}"
)


@dataclass(frozen=True, slots=True)
class Dichiarazione:
    """What a member declares: with which applicants a conflict, and no conviction that bars."""

    resa_il: datetime
    in_conflitto_con: frozenset[str] = frozenset()
    senza_condanne: bool = True


@dataclass(frozen=True, slots=True)
class Commissario:
    """A member, by the identifier of the person; who substitutes nobody yet is ``supplente``."""

    id: str
    nome: str
    presidente: bool = False
    supplente: bool = False
    dichiarazione: Dichiarazione | None = None


@dataclass(frozen=True, slots=True)
class RegoleCommissione:
    """Fewest members, whether they are odd, what a conflict of interest does."""

    minimo: Valore[int] = ALMENO_TRE
    dispari: Valore[bool] = DISPARI
    conflitto: Valore[EffettoConflitto] = SOSTITUITO


@dataclass(frozen=True, slots=True)
class Nomina:
    """A commission as it is being named; ``candidati`` are the applicants, person to name."""

    membri: tuple[Commissario, ...]
    nominata_il: datetime
    scade_il: datetime
    candidati: Mapping[str, str]


def effettivi(membri: Sequence[Commissario]) -> tuple[Commissario, ...]:
    """Those who judge: substitutes sit only in the place of somebody."""
    return tuple(membro for membro in membri if not membro.supplente)


def verifica_nomina(nomina: Nomina, regole: RegoleCommissione) -> list[Violazione]:
    """What is against naming this commission: moment, number, president, applicants in it."""
    return [*_momento(nomina), *_numero(nomina.membri, regole), *_persone(nomina)]


def _momento(nomina: Nomina) -> Iterator[Violazione]:
    if nomina.nominata_il <= nomina.scade_il:
        testo = (
            "La commissione si nomina quando le domande non si possono più presentare: il termine "
            f"è {giorno_e_ora(nomina.scade_il)}."
        )
        yield Violazione("prima_della_scadenza", testo, DOPO_LA_SCADENZA, "nominata_il")


def _numero(membri: Sequence[Commissario], regole: RegoleCommissione) -> Iterator[Violazione]:
    quanti = len(effettivi(membri))
    detti = plurale(quanti, "componente", "componenti", "nessun componente")
    if quanti < regole.minimo.valore:
        testo = f"I componenti sono almeno {regole.minimo.valore}: qui {detti}."
        yield Violazione("pochi_componenti", testo, regole.minimo.fonte, "membri")
    if regole.dispari.valore and quanti % 2 == 0:
        testo = f"I componenti sono in numero dispari: qui {detti}."
        yield Violazione("componenti_pari", testo, regole.dispari.fonte, "membri")
    presidenti = sum(membro.presidente for membro in effettivi(membri))
    if presidenti != 1:
        chi = plurale(presidenti, "presidente", "presidenti", "nessuno")
        testo = f"La commissione ha un solo presidente: qui {chi}."
        yield Violazione("presidente", testo, PRASSI, "membri")


def _persone(nomina: Nomina) -> Iterator[Violazione]:
    visti: set[str] = set()
    for membro in nomina.membri:
        if membro.id in visti:
            testo = f"{membro.nome} compare due volte nella commissione."
            yield Violazione("componente_ripetuto", testo, COLLEGIO_PERFETTO, "membri")
        if membro.id in nomina.candidati and membro.id not in visti:
            testo = f"{membro.nome} ha presentato domanda: non può valutare la propria né le altre."
            yield Violazione("candidato_in_commissione", testo, CONFLITTO, "membri")
        visti.add(membro.id)


def da_sostituire(
    membro: Commissario, candidati: Mapping[str, str], regole: RegoleCommissione
) -> list[Violazione]:
    """Why a member cannot judge at all: a conviction that bars, a conflict that excludes."""
    dichiarazione = membro.dichiarazione
    if dichiarazione is None:
        return []
    violazioni = []
    if not dichiarazione.senza_condanne:
        testo = f"{membro.nome} non può far parte della commissione: va nominato un altro."
        violazioni.append(Violazione("condanne", testo, CONDANNE, "membri"))
    conflitti = in_conflitto(dichiarazione, candidati)
    if conflitti and regole.conflitto.valore is EffettoConflitto.SOSTITUZIONE:
        testo = (
            f"{membro.nome} dichiara un conflitto di interessi con {elenco(conflitti)}. Le domande "
            "si confrontano fra loro: non valuta nemmeno le altre, e va nominato un altro."
        )
        violazioni.append(Violazione("conflitto", testo, regole.conflitto.fonte, "membri"))
    return violazioni


def in_conflitto(dichiarazione: Dichiarazione, candidati: Mapping[str, str]) -> list[str]:
    """The names of the applicants with whom there is a conflict."""
    return [nome for chi, nome in candidati.items() if chi in dichiarazione.in_conflitto_con]
