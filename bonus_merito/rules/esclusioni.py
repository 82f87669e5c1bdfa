"""Who cannot have the bonus, whatever the percentage.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, arts. 1 and 2; D.L. 95/2012 art. 5
c. 11-ter on the leaves that are no absence.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from bonus_merito.enums import Esclusione
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.regole import RegoleEsclusione
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import con_articolo


@dataclass(frozen=True, slots=True)
class Posizione:
    """What the office knows of a teacher; ``assenza`` in per cent of the working days."""

    di_ruolo: bool
    sanzioni: bool
    assenza: Fraction


@dataclass(frozen=True, slots=True)
class Giorni:
    """Days of absence of a school year; ``congedi`` are those of maternity, paternity, parental."""

    lavorativi: int
    assenze: int
    congedi: int = 0


def percento_di_assenza(giorni: Giorni, *, congedi_esclusi: bool) -> Fraction:
    """Per cent of the working days that count as absence; nothing where no day was worked.

    Raises ValueError when the parts are more than the whole.
    """
    if not 0 <= giorni.congedi <= giorni.assenze <= giorni.lavorativi:
        raise ValueError("i congedi stanno nelle assenze, e le assenze nei giorni di lavoro")
    if not giorni.lavorativi:
        return Fraction(0)
    contano = giorni.assenze - (giorni.congedi if congedi_esclusi else 0)
    return Fraction(100 * contano, giorni.lavorativi)


def sanzione_che_conta(giorno: date, inizio_anno: date, anni_prima: int) -> bool:
    """Whether a sanction falls in the school year that begins then, or in those before it."""
    da = inizio_anno.replace(year=inizio_anno.year - anni_prima)
    return da <= giorno < inizio_anno.replace(year=inizio_anno.year + 1)


def esclusione(posizione: Posizione, regole: RegoleEsclusione) -> Esclusione | None:
    """The first ground of exclusion that holds: tenure, sanctions, absence strictly over.

    Tenure where it is asked for.
    """
    if regole.di_ruolo.valore and not posizione.di_ruolo:
        return Esclusione.NON_DI_RUOLO
    if posizione.sanzioni:
        return Esclusione.SANZIONI
    if posizione.assenza > 100 * regole.assenze.valore:
        return Esclusione.ASSENZA
    return None


def perche_escluso(
    chi: str,
    escluso: Esclusione | None,
    posizione: Posizione,
    regole: RegoleEsclusione,
    sesso: str = "",
) -> Motivo:
    """Why somebody is out, or how the absence was measured against its limit.

    ``sesso`` is ``F`` for a woman; where it is not known the masculine is written.
    """
    fuori = "esclusa" if sesso == "F" else "escluso"
    limite = regole.assenze
    quota = con_articolo(all_eccesso(posizione.assenza))
    soglia = in_cifre(100 * limite.valore)
    if escluso is Esclusione.NON_DI_RUOLO:
        return Motivo("esclusione", regole.di_ruolo.fonte, f"{chi}: {fuori}, non è di ruolo.")
    if escluso is Esclusione.SANZIONI:
        anni = regole.anni_sanzioni
        testo = f"{chi}: {fuori} per una sanzione nell’anno scolastico o nei precedenti che contano"
        return Motivo("esclusione", anni.fonte, f"{testo} ({anni.valore}).")
    contano, fonte = "", limite.fonte
    if regole.congedi_esclusi.valore:
        congedi = regole.congedi_esclusi.fonte
        contano = f" Non contano i congedi di maternità, paternità e parentale ({congedi})."
        fonte = f"{fonte}; {congedi}"
    esito = f"{fuori}, assente {quota} per cento dei giorni: il limite è {soglia}"
    if escluso is None:
        esito = f"assente {quota} per cento dei giorni, non oltre {soglia}"
    testo = f"{chi}: {esito}.{contano}{limite.altra_fonte}"
    return Motivo("assenza" if escluso is None else "esclusione", fonte, testo)


def all_eccesso(quota: Fraction) -> str:
    """Two decimals at most, cut upwards: what is over the limit must be read as over."""
    return in_cifre(Fraction(-floor(-quota * 100), 100))
