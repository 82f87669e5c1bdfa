"""The steps of which every term is made, each with its reason."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

from cpia.norme.enums import Unita
from cpia.norme.rules.calendario import FONTE_FESTIVITA, UN_GIORNO, Calendario, festivo
from cpia.norme.rules.misure import Durata, data_in_lettere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale

FONTE_COMPUTO: Final = "art. 155 c. 1 c.p.c. e art. 2963 c. 2 c.c."
FONTE_MESI: Final = "art. 155 c. 2 c.p.c. e art. 2963 cc. 4-5 c.c."
FONTE_PROROGA: Final = "art. 155 c. 4 c.p.c. e art. 2963 c. 3 c.c."
FONTE_RITROSO: Final = "art. 155 c. 4 c.p.c., come letto da Cass. 30 giugno 2014, n. 14767"
FONTE_LIBERI: Final = "art. 155 c. 1 c.p.c.: nei giorni liberi non si conta nemmeno l’ultimo"
MESI_DELL_ANNO: Final = 12


class TermineNonValido(ValueError):
    """A term of a negative length."""


@dataclass(frozen=True, slots=True)
class Termine:
    """The day found and the reasons, in the order in which they were applied."""

    giorno: date
    perche: tuple[Motivo, ...]


def non_negativo(quantita: int) -> None:
    """Raises TermineNonValido for a negative number."""
    if quantita < 0:
        raise TermineNonValido(f"un termine non può durare {quantita}: il numero è negativo")


def mesi_dopo(giorno: date, mesi: int) -> date:
    """The same day ``mesi`` months later, or the last of a shorter month."""
    anni, mese = divmod(giorno.month - 1 + mesi, MESI_DELL_ANNO)
    anno, mese = giorno.year + anni, mese + 1
    return date(anno, mese, min(giorno.day, monthrange(anno, mese)[1]))


def libero(giorno: date) -> Motivo:
    """Why free days make the term one day longer."""
    testo = f"I giorni sono liberi: un giorno in più, {data_in_lettere(giorno)}."
    return Motivo("giorni_liberi", FONTE_LIBERI, testo)


def chiudi(fine: date, motivi: list[Motivo], *, proroga: bool, calendario: Calendario) -> Termine:
    """End a forward term, past the holidays if ``proroga``."""
    if proroga:
        fine = sposta(fine, motivi, indietro=False)
    nota_chiusura(fine, motivi, calendario)
    return Termine(fine, tuple(motivi))


def sposta(giorno: date, motivi: list[Motivo], *, indietro: bool) -> date:
    """Leave the holidays behind, in the direction that the law allows, and say so."""
    partenza = giorno
    while festivo(giorno):
        giorno = giorno - UN_GIORNO if indietro else giorno + UN_GIORNO
    if giorno != partenza:
        regola = "festivo_anticipato" if indietro else "festivo_prorogato"
        verbo = "si anticipa" if indietro else "è prorogato di diritto"
        testo = (
            f"{data_in_lettere(partenza).capitalize()} è festivo ({festivo(partenza)}): "
            f"il termine {verbo} a {data_in_lettere(giorno)}."
        )
        motivi.append(Motivo(regola, FONTE_RITROSO if indietro else FONTE_PROROGA, testo))
    return giorno


def nota_chiusura(giorno: date, motivi: list[Motivo], calendario: Calendario) -> None:
    """Say that nobody is at work on the last day, which moves nothing."""
    pausa = calendario.pausa(giorno)
    if pausa:
        testo = (
            f"{data_in_lettere(giorno).capitalize()} non è lavorativo ({pausa.motivo}), "
            "ma il termine resta a quel giorno."
        )
        motivi.append(Motivo("ultimo_giorno_non_lavorativo", pausa.fonte, testo))


def di_lavoro(dal: date, giorni: int, calendario: Calendario, *, indietro: bool) -> Termine:
    """A term counted on working days only, in either direction."""
    seguenti = calendario.lavorativi(dal, indietro=indietro)
    giorno = next(islice(seguenti, giorni - 1, None)) if giorni else dal
    verso = "prima di" if indietro else "dopo"
    saltati = _saltati(dal, giorno, calendario)
    testo = (
        f"{plurale(giorni, 'giorno lavorativo', 'giorni lavorativi')} {verso} "
        f"{data_in_lettere(dal)}: {data_in_lettere(giorno)}; "
        f"{plurale(saltati, 'giorno non lavorativo saltato', 'giorni non lavorativi saltati')}."
    )
    return Termine(giorno, (Motivo("solo_giorni_lavorativi", FONTE_FESTIVITA, testo),))


def _saltati(dal: date, al: date, calendario: Calendario) -> int:
    return sum(not calendario.lavorativo(giorno) for giorno in _tra(*sorted((dal, al))))


def _tra(dal: date, al: date) -> Iterator[date]:
    """The days strictly between two days."""
    return (dal + timedelta(days=n) for n in range(1, (al - dal).days))


def con_nota_ore(termine: Termine, durata: Durata) -> Termine:
    """Add, to a term written in hours, that the hour must be looked at too."""
    if durata.unita is not Unita.ORE:
        return termine
    testo = (
        f"Il termine è di {durata}, contate come {plurale(durata.giorni, 'giorno', 'giorni')} "
        "di calendario: va verificata anche l’ora."
    )
    nota = Motivo("ore_da_verificare", "art. 155 c. 1 c.p.c.", testo)
    return Termine(termine.giorno, (*termine.perche, nota))
