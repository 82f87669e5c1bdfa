"""Terms of Italian law: when they end, and the last day on which an act is still in time.

The first day is not counted and the last one is (art. 155 c.p.c., art. 2963 c.c.); holidays count
as any other day, but a term that ends on one ends on the next day that is none. A term counted
backwards protects whoever must have time before an event, so a holiday may only bring it forward
(Cass. 30 June 2014, n. 14767); whether it does is asked of the caller, since those rules were
written for trials and a school regulation may say nothing.
"""

from datetime import date, timedelta
from typing import Final

from cpia.norme.enums import Unita
from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.computo import (
    FONTE_COMPUTO,
    FONTE_MESI,
    Termine,
    chiudi,
    con_nota_ore,
    di_lavoro,
    libero,
    mesi_dopo,
    non_negativo,
    nota_chiusura,
    sposta,
)
from cpia.norme.rules.misure import Durata, data_in_lettere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale

CALENDARIO_COMUNE: Final = Calendario()


def scadenza(
    dal: date,
    giorni: int,
    *,
    liberi: bool = False,
    proroga: bool = True,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The last day of a term of ``giorni`` days that starts with what happened on ``dal``.

    With ``liberi`` neither end is counted, so the act may be done the day after. With ``proroga``
    a term that ends on a holiday ends on the next day that is none.
    """
    non_negativo(giorni)
    fine = dal + timedelta(days=giorni + liberi)
    motivi = [
        Motivo(
            "giorno_iniziale_escluso",
            FONTE_COMPUTO,
            f"{plurale(giorni, 'giorno', 'giorni')} da {data_in_lettere(dal)}, che non si conta: "
            f"{data_in_lettere(dal + timedelta(days=giorni))}.",
        )
    ]
    if liberi:
        motivi.append(libero(fine))
    return chiudi(fine, motivi, proroga=proroga, calendario=calendario)


def scadenza_mesi(
    dal: date, mesi: int, *, proroga: bool = True, calendario: Calendario = CALENDARIO_COMUNE
) -> Termine:
    """The last day of a term of ``mesi`` months: the same day of the month, or the last there is.

    Common calendar (art. 155 c. 2 c.p.c., art. 2963 cc. 4-5 c.c.).
    """
    non_negativo(mesi)
    fine = mesi_dopo(dal, mesi)
    motivo = Motivo(
        "mesi_secondo_il_calendario",
        FONTE_MESI,
        f"{plurale(mesi, 'mese', 'mesi')} da {data_in_lettere(dal)}: {data_in_lettere(fine)}.",
    )
    return chiudi(fine, [motivo], proroga=proroga, calendario=calendario)


def scadenza_lavorativa(
    dal: date, giorni: int, *, calendario: Calendario = CALENDARIO_COMUNE
) -> Termine:
    """The last of ``giorni`` working days after ``dal``: holidays and closures do not count."""
    non_negativo(giorni)
    return di_lavoro(dal, giorni, calendario, indietro=False)


def ultimo_giorno_utile(
    evento: date,
    giorni_prima: int,
    *,
    liberi: bool = False,
    anticipa: bool = False,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The last day on which an act due «at least N days before» ``evento`` is still in time.

    The day of the event is not counted, that of the act is: event minus N. With ``liberi`` the
    N days must lie whole between the two. With ``anticipa`` a holiday brings the day forward to
    the last one before it that is none.
    """
    non_negativo(giorni_prima)
    limite = evento - timedelta(days=giorni_prima + liberi)
    motivi = [
        Motivo(
            "giorno_dell_evento_escluso",
            FONTE_COMPUTO,
            f"Almeno {plurale(giorni_prima, 'giorno', 'giorni')} prima di "
            f"{data_in_lettere(evento)}, che non si conta: "
            f"{data_in_lettere(evento - timedelta(days=giorni_prima))}.",
        )
    ]
    if liberi:
        motivi.append(libero(limite))
    if anticipa:
        limite = sposta(limite, motivi, indietro=True)
    nota_chiusura(limite, motivi, calendario)
    return Termine(limite, tuple(motivi))


def ultimo_giorno_lavorativo_utile(
    evento: date, giorni_prima: int, *, calendario: Calendario = CALENDARIO_COMUNE
) -> Termine:
    """The last day in time for an act due at least N working days before ``evento``."""
    non_negativo(giorni_prima)
    return di_lavoro(evento, giorni_prima, calendario, indietro=True)


def entro(
    dal: date,
    durata: Durata,
    *,
    proroga: bool = True,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The end of a term written as a duration. Hours become days, with a note."""
    if durata.unita is Unita.GIORNI_LAVORATIVI:
        return scadenza_lavorativa(dal, durata.quantita, calendario=calendario)
    termine = scadenza(
        dal,
        durata.giorni,
        liberi=durata.unita is Unita.GIORNI_LIBERI,
        proroga=proroga,
        calendario=calendario,
    )
    return con_nota_ore(termine, durata)


def prima_di(
    evento: date,
    durata: Durata,
    *,
    anticipa: bool = False,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The last day in time for an act due a duration before ``evento``. Hours become days."""
    if durata.unita is Unita.GIORNI_LAVORATIVI:
        return ultimo_giorno_lavorativo_utile(evento, durata.quantita, calendario=calendario)
    termine = ultimo_giorno_utile(
        evento,
        durata.giorni,
        liberi=durata.unita is Unita.GIORNI_LIBERI,
        anticipa=anticipa,
        calendario=calendario,
    )
    return con_nota_ore(termine, durata)
