"""An adult who is absent without a word: first the notice, then the withdrawal; never a minor.

Source: CPIA Napoli Provincia 2, Regolamento d’istituto, capo III, art. 8: absence without a break
of more than two months and without any communication; the withdrawal is preceded by a
communication to the person. Absence begins with a lesson that was held: of who was at the last
lesson before a holiday nothing is counted. Art. 9: of the absences of a minor who answers for the
minor is told.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore
from cpia.norme.rules.termini import scadenza, scadenza_mesi
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.rules.eta import maggiore_dal, minorenne
from patto_formativo.rules.fonti import CAPO_III

ART_8: Final = f"{CAPO_III}, art. 8"
ART_9: Final = f"{CAPO_III}, art. 9"
MESI: Final = Valore(2, ART_8)
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
    """The last sign of a person (attendance or communication), the notice sent, if any.

    ``prima_persa`` is the day of the first lesson missed since, None while there is none.
    """

    ultimo_segno: date
    avviso: date | None = None
    prima_persa: date | None = None

    @property
    def dal(self) -> date:
        """The day from which the absence is counted."""
        return max(self.ultimo_segno, self.prima_persa or self.ultimo_segno)


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
    if minorenne(nascita, oggi):
        return _del_minore(silenzio, oggi, mesi)
    inizio = max(silenzio.dal, maggiore_dal(nascita))
    soglia = scadenza_mesi(inizio, mesi.valore, proroga=False)
    dal = soglia.giorno + UN_GIORNO
    motivi = (_oltre(silenzio, inizio, soglia.giorno, mesi), *soglia.perche)
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
    dal = scadenza_mesi(silenzio.dal, mesi.valore, proroga=False).giorno + UN_GIORNO
    testo = (
        f"Minorenne. {_detto(silenzio)} Non si ritira: l’assenza si segnala dal "
        f"{data_estesa(dal)} a chi ne ha la responsabilità."
    )
    passo = Passo.SEGNALARE if oggi >= dal else Passo.NIENTE
    return GiudizioSilenzio(passo, dal, (Motivo("minore", ART_9, testo),))


def _detto(silenzio: Silenzio) -> str:
    """The last sign, and the lesson from which the absence is counted."""
    testo = f"Ultimo segno il {data_estesa(silenzio.ultimo_segno)}."
    if silenzio.prima_persa is None:
        return testo
    return f"{testo} La prima lezione persa è del {data_estesa(silenzio.prima_persa)}."


def _oltre(silenzio: Silenzio, inizio: date, fine: date, mesi: Valore[int]) -> Motivo:
    adulto = f" Maggiorenne dal {data_estesa(inizio)}." if inizio > silenzio.dal else ""
    testo = (
        f"{_detto(silenzio)}{adulto} {plurale(mesi.valore, 'mese', 'mesi')} dal "
        f"{data_estesa(inizio)} finiscono il {data_estesa(fine)}."
    )
    return Motivo("silenzio", mesi.fonte, testo)


def _prima_l_avviso(dal: date, mesi: Valore[int]) -> Motivo:
    testo = f"Dal {data_estesa(dal)} si avvisa: senza avviso non c’è ritiro."
    return Motivo("avviso_prima_del_ritiro", mesi.fonte, testo)
