"""Reminders of one class: on which day, to whom, and whether they are still due.

``piano`` gives all that may fall due, so that rows can be written beforehand; ``dovuto`` is asked
again just before sending; ``dovuti`` joins the two for one day.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from competenze.enums import Destinatario, StatoClasse, TipoPromemoria
from competenze.rules.italiano import giorno_esteso, quanti
from competenze.rules.motivi import CIRCOLARE_A, CIRCOLARE_B, CIRCOLARE_C
from competenze.rules.scadenze import Calendario, Termine, termine
from cpia.norme.rules.motivi import Motivo, Valore

PREAVVISI_PREDEFINITI: Valore[tuple[int, ...]] = Valore(
    (7, 3, 1), f"{CIRCOLARE_A}, che fissa il termine: gli avvisi a 7, 3 e 1 giorno sono predefiniti"
)
ANTICIPO_PREDEFINITO = Valore(1, CIRCOLARE_C)
DESTINATARI = {
    TipoPromemoria.APERTURA: (Destinatario.DOCENTI,),
    TipoPromemoria.TERMINE_VICINO: (Destinatario.DOCENTI_MANCANTI,),
    TipoPromemoria.TERMINE_PASSATO: (Destinatario.COORDINATORE,),
    TipoPromemoria.CONSULTAZIONE: (Destinatario.COORDINATORE,),
    TipoPromemoria.CERTIFICAZIONE: (Destinatario.COORDINATORE, Destinatario.DIRIGENTE),
}
SE_MANCANO = {TipoPromemoria.TERMINE_VICINO, TipoPromemoria.TERMINE_PASSATO}
UN_GIORNO = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Promemoria:
    """One reminder: what, on which day, to whom, why; after ``fino_al`` it makes no sense."""

    tipo: TipoPromemoria
    giorno: date
    destinatari: tuple[Destinatario, ...]
    perche: Motivo
    fino_al: date = date.max


@dataclass(frozen=True, slots=True)
class Situazione:
    """What a reminder depends on at the moment of sending."""

    classe: StatoClasse
    discipline_mancanti: int


def piano(
    calendario: Calendario,
    preavvisi: Valore[tuple[int, ...]] = PREAVVISI_PREDEFINITI,
    anticipo: Valore[int] = ANTICIPO_PREDEFINITO,
) -> tuple[Promemoria, ...]:
    """All reminders of a class by day; those on the deadline need a scrutinio with a day.

    ``preavvisi`` are the calendar days before the entry deadline, ``anticipo`` those before the
    scrutinio of a class that is not frozen. A notice that would fall on the opening day or before
    it is left out: there is nothing to be late with yet.
    """
    promemoria = [_apertura(calendario), _consultazione(calendario)]
    limite = termine(calendario)
    if limite is not None and calendario.scrutinio is not None:
        promemoria += _vicini(calendario, limite, preavvisi)
        promemoria += [_passato(limite), _certificazione(calendario.scrutinio, anticipo)]
    return tuple(sorted(promemoria, key=lambda uno: uno.giorno))


def dovuto(promemoria: Promemoria, situazione: Situazione) -> bool:
    """Whether the reminder still has a reason: a frozen class needs none, nor a complete one."""
    if situazione.classe is not StatoClasse.APERTA:
        return False
    return promemoria.tipo not in SE_MANCANO or situazione.discipline_mancanti > 0


def dovuti(
    giorno: date,
    calendario: Calendario,
    situazione: Situazione,
    preavvisi: Valore[tuple[int, ...]] = PREAVVISI_PREDEFINITI,
) -> tuple[Promemoria, ...]:
    """The reminders of one day that still have a reason."""
    del_giorno = (uno for uno in piano(calendario, preavvisi) if uno.giorno == giorno)
    return tuple(uno for uno in del_giorno if dovuto(uno, situazione))


def _apertura(calendario: Calendario) -> Promemoria:
    giorno = calendario.inserimento_dal
    testo = f"L'inserimento delle competenze si apre {giorno_esteso(giorno)}."
    return _promemoria(TipoPromemoria.APERTURA, giorno, CIRCOLARE_A, testo)


def _consultazione(calendario: Calendario) -> Promemoria:
    giorno = calendario.consultazione_dal
    testo = f"Il coordinatore consulta la classe a partire da {giorno_esteso(giorno)}."
    return _promemoria(TipoPromemoria.CONSULTAZIONE, giorno, CIRCOLARE_B, testo)


def _vicini(
    calendario: Calendario, limite: Termine, preavvisi: Valore[tuple[int, ...]]
) -> list[Promemoria]:
    prima = {giorni: limite.giorno - timedelta(days=giorni) for giorni in preavvisi.valore}
    return [
        _vicino(giorno, giorni, limite, preavvisi.fonte)
        for giorni, giorno in prima.items()
        if giorno > calendario.inserimento_dal
    ]


def _vicino(giorno: date, giorni: int, limite: Termine, fonte: str) -> Promemoria:
    mancano = "manca" if giorni == 1 else "mancano"
    testo = (
        f"{mancano.capitalize()} {quanti(giorni, 'giorno', 'giorni')} al termine: "
        f"si inserisce entro {giorno_esteso(limite.giorno)}."
    )
    return _promemoria(TipoPromemoria.TERMINE_VICINO, giorno, fonte, testo, fino_al=limite.giorno)


def _passato(limite: Termine) -> Promemoria:
    testo = f"Il termine era {giorno_esteso(limite.giorno)} e mancano ancora dei livelli."
    giorno = limite.giorno + UN_GIORNO
    return _promemoria(TipoPromemoria.TERMINE_PASSATO, giorno, CIRCOLARE_A, testo)


def _certificazione(scrutinio: date, anticipo: Valore[int]) -> Promemoria:
    testo = (
        f"Lo scrutinio è {giorno_esteso(scrutinio)}: la certificazione si prepara prima, "
        "e la classe non è ancora congelata."
    )
    giorno = scrutinio - timedelta(days=anticipo.valore)
    return _promemoria(
        TipoPromemoria.CERTIFICAZIONE, giorno, anticipo.fonte, testo, fino_al=scrutinio
    )


def _promemoria(
    tipo: TipoPromemoria, giorno: date, fonte: str, testo: str, fino_al: date = date.max
) -> Promemoria:
    return Promemoria(tipo, giorno, DESTINATARI[tipo], Motivo(tipo.value, fonte, testo), fino_al)
