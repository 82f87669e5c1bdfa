"""An adult who is absent without a word: first the notice, then the withdrawal; never a minor.

Source: CPIA Napoli Provincia 2, Regolamento d’istituto, capo III, art. 8: absence without a break
of more than two months and without any communication; the withdrawal is preceded by a
communication to the person.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore
from cpia.norme.rules.termini import scadenza, scadenza_mesi
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.rules.eta import maggiore_dal

CAPO_III: Final = "Regolamento d’istituto (CPIA Napoli Provincia 2), capo III, art. 8"
MESI: Final = Valore(2, CAPO_III)
ATTESA: Final = Valore(
    15, "parametro del portale: il regolamento vuole la comunicazione e non dice quanto aspettare"
)
UN_GIORNO: Final = timedelta(days=1)


class Passo(StrEnum):
    """What may be done now."""

    NIENTE = "niente"
    AVVISARE = "avvisare"
    ATTENDERE = "attendere"
    RITIRARE = "ritirare"
    SEGNALARE = "segnalare"


@dataclass(frozen=True, slots=True)
class Silenzio:
    """The last sign of a person (attendance or communication) and the notice sent, if any."""

    ultimo_segno: date
    avviso: date | None = None


@dataclass(frozen=True, slots=True)
class GiudizioSilenzio:
    """The next lawful step, from when it may be taken, why."""

    passo: Passo
    dal: date
    perche: tuple[Motivo, ...]


def giudica_silenzio(
    silenzio: Silenzio,
    *,
    nascita: date,
    oggi: date,
    mesi: Valore[int] = MESI,
    attesa: Valore[int] = ATTESA,
) -> GiudizioSilenzio:
    """What the school may do today of somebody who does not come.

    Months of silence before the coming of age are not counted against the person. A notice older
    than the last sign does not count: who came back begins anew.
    """
    if oggi < maggiore_dal(nascita):
        return _del_minore(silenzio, oggi, mesi)
    inizio = max(silenzio.ultimo_segno, maggiore_dal(nascita))
    soglia = scadenza_mesi(inizio, mesi.valore, proroga=False)
    dal = soglia.giorno + UN_GIORNO
    motivi = (_oltre(inizio, soglia.giorno, mesi), *soglia.perche)
    if oggi < dal:
        return GiudizioSilenzio(Passo.NIENTE, dal, motivi)
    if silenzio.avviso is None or silenzio.avviso < dal:
        return GiudizioSilenzio(Passo.AVVISARE, dal, (*motivi, _prima_l_avviso(dal, mesi)))
    return _dopo_l_avviso(silenzio.avviso, oggi, attesa, motivi)


def _dopo_l_avviso(
    avviso: date, oggi: date, attesa: Valore[int], motivi: tuple[Motivo, ...]
) -> GiudizioSilenzio:
    fine = scadenza(avviso, attesa.valore)
    testo = (
        f"Avvisato il {data_estesa(avviso)}: si aspettano {attesa.valore} giorni, fino al "
        f"{data_estesa(fine.giorno)}."
    )
    atteso = Motivo("attesa_dopo_l_avviso", attesa.fonte, testo)
    passo = Passo.RITIRARE if oggi > fine.giorno else Passo.ATTENDERE
    return GiudizioSilenzio(passo, fine.giorno + UN_GIORNO, (*motivi, atteso, *fine.perche))


def _del_minore(silenzio: Silenzio, oggi: date, mesi: Valore[int]) -> GiudizioSilenzio:
    dal = scadenza_mesi(silenzio.ultimo_segno, mesi.valore, proroga=False).giorno + UN_GIORNO
    testo = (
        f"Minorenne, assente dal {data_estesa(silenzio.ultimo_segno)}: non si ritira, si "
        f"segnala dal {data_estesa(dal)} a chi ne ha la responsabilità."
    )
    passo = Passo.SEGNALARE if oggi >= dal else Passo.NIENTE
    return GiudizioSilenzio(passo, dal, (Motivo("minore", mesi.fonte, testo),))


def _oltre(inizio: date, fine: date, mesi: Valore[int]) -> Motivo:
    testo = (
        f"Nessun segno dal {data_estesa(inizio)}: {plurale(mesi.valore, 'mese', 'mesi')} "
        f"finiscono il {data_estesa(fine)}."
    )
    return Motivo("silenzio", mesi.fonte, testo)


def _prima_l_avviso(dal: date, mesi: Valore[int]) -> Motivo:
    testo = f"Dal {data_estesa(dal)} si avvisa: senza avviso non c’è ritiro."
    return Motivo("avviso_prima_del_ritiro", mesi.fonte, testo)
