"""Where an assignment stands, and what is against paying it.

Source: IC Porto Venere, Regolamento incarichi, art. 6 c. 2, art. 7 c. 3 and art. 8; D.Lgs. 33/2013,
art. 15 c. 2 (who is from outside is paid only after the publication and what the Funzione pubblica
is told) and art. 18 (of the staff one publishes duration and pay, and nothing hangs on it).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Provenienza, Rimedio, StatoIncarico, TipoContratto
from selezioni_pon.rules.anagrafe import Obbligo, obbligo_di, verifica_comunicato
from selezioni_pon.rules.buon_esito import A_FASI, ART_8
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.contratti import verifica_inizio
from selezioni_pon.rules.fonti import regolamento

S = StatoIncarico
ONERI: Final = regolamento("art. 8 c. 4")
PAGANO: Final = (Rimedio.LIQUIDAZIONE, Rimedio.LIQUIDAZIONE_PARZIALE)


@dataclass(frozen=True, slots=True)
class Passo:
    """A check of the work that was made: what followed, the hours done by then, the day to mend."""

    data: date
    rimedio: Rimedio
    svolte: Fraction
    importo: int = 0
    entro: date | None = None


@dataclass(frozen=True, slots=True)
class Vicenda:
    """An assignment so far; ``fine`` is the last day on which it holds, ``ore`` those agreed.

    ``esente``: of a public employee, without permission of the employer; ``compensi_comunicati``:
    what the employer was told of, in cents.
    """

    tipo: TipoContratto
    emesso: bool
    firmato: bool
    pubblicato_il: date | None
    fine: date
    ore: Fraction
    chiuso: bool = False
    passi: tuple[Passo, ...] = ()
    provenienza: Provenienza | None = None
    esente: bool = False
    comunicato_il: date | None = None
    compensi_comunicati: int = 0

    @property
    def pagato(self) -> int:
        """What was paid so far, in cents."""
        return sum(passo.importo for passo in self.passi)

    @property
    def pagati(self) -> list[tuple[date, int]]:
        """Each payment with its day, in cents."""
        return [(passo.data, passo.importo) for passo in self.passi]

    @property
    def obbligo(self) -> Obbligo | None:
        """Whether the Funzione pubblica is told of it, and what hangs on it."""
        return obbligo_di(self.tipo, self.provenienza, esente=self.esente)

    @property
    def condizionato(self) -> bool:
        """Whether it has no effect before the Funzione pubblica is told."""
        return self.obbligo is not None and self.obbligo.condizione

    @property
    def svolte(self) -> Fraction:
        """The hours that the last check counted."""
        return self.passi[-1].svolte if self.passi else Fraction(0)

    @property
    def liquidato(self) -> bool:
        """Whether nothing is left to pay: all hours, or a part once for all, or after its end."""
        return any(_ultimo(passo, self) for passo in self.passi)


def _ultimo(passo: Passo, vicenda: Vicenda) -> bool:
    if passo.rimedio is Rimedio.LIQUIDAZIONE_PARZIALE:
        return True
    dopo = passo.data > vicenda.fine or (vicenda.chiuso and passo.data == vicenda.fine)
    return passo.rimedio is Rimedio.LIQUIDAZIONE and (passo.svolte >= vicenda.ore or dopo)


def stato_incarico(vicenda: Vicenda, oggi: date) -> StatoIncarico:
    """Where it stands on a day."""
    if not vicenda.firmato:
        return S.DA_FIRMARE if vicenda.emesso else S.BOZZA
    ultimo = vicenda.passi[-1].rimedio if vicenda.passi else None
    if vicenda.liquidato:
        return S.LIQUIDATO
    if ultimo is Rimedio.RISOLUZIONE:
        return S.RISOLTO
    return _in_vita(vicenda, ultimo, oggi)


def _in_vita(vicenda: Vicenda, ultimo: Rimedio | None, oggi: date) -> StatoIncarico:
    if vicenda.pubblicato_il is None:
        return S.DA_PUBBLICARE
    if vicenda.condizionato and vicenda.comunicato_il is None:
        return S.DA_COMUNICARE
    if ultimo is Rimedio.INTEGRAZIONE:
        return S.DA_INTEGRARE
    return S.DA_VERIFICARE if oggi > vicenda.fine or vicenda.chiuso else S.IN_CORSO


def verifica_controllo(
    vicenda: Vicenda,
    rimedio: Rimedio,
    svolte: Fraction,
    oggi: date,
    *,
    senza_oneri: bool,
) -> list[Violazione]:
    """What is against writing a check of the work today, with these hours done by now."""
    return [
        *_quando(vicenda, oggi),
        *_ore(vicenda, svolte),
        *(_paga(vicenda, oggi, senza_oneri=senza_oneri) if rimedio in PAGANO else ()),
    ]


def _quando(vicenda: Vicenda, oggi: date) -> Iterator[Violazione]:
    stato = stato_incarico(vicenda, oggi)
    if stato in (S.BOZZA, S.DA_FIRMARE):
        testo = "Si verifica un incarico firmato: questo non lo è."
        yield Violazione("non_firmato", testo, ART_8)
    if stato in (S.LIQUIDATO, S.RISOLTO):
        testo = f"Questo incarico è {stato.etichetta}: non c’è altro da verificare."
        yield Violazione("gia_chiuso", testo, ART_8)


def _ore(vicenda: Vicenda, svolte: Fraction) -> Iterator[Violazione]:
    if svolte > vicenda.ore:
        testo = (
            f"Le ore pattuite sono {in_cifre(vicenda.ore)}: qui ne risultano {in_cifre(svolte)}."
        )
        yield Violazione("troppe_ore", testo, A_FASI, "svolte")
    elif svolte < vicenda.svolte:
        testo = (
            f"La verifica di prima ne contava {in_cifre(vicenda.svolte)}: si scrivono tutte le ore "
            "svolte finora."
        )
        yield Violazione("meno_ore", testo, A_FASI, "svolte")


def _paga(vicenda: Vicenda, oggi: date, *, senza_oneri: bool) -> Iterator[Violazione]:
    if vicenda.tipo is TipoContratto.CONTRATTO:
        yield from verifica_inizio(vicenda.pubblicato_il, oggi)
    if vicenda.condizionato:
        yield from verifica_comunicato(vicenda.comunicato_il, oggi)
    if not senza_oneri:
        testo = "Prima si controlla che non ci siano altri oneri né rimborsi non previsti."
        yield Violazione("oneri", testo, ONERI, "senza_oneri")
