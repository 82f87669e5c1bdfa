"""Days of a campaign: entry deadline of a class, what is open on a day, what is refused and why.

All days are days in Italy: the caller turns an instant into the local day before asking.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from competenze.enums import StatoClasse, StatoInserimento, StatoRilevazione
from competenze.rules.italiano import giorno_esteso, quanti
from competenze.rules.motivi import CIRCOLARE_A, CIRCOLARE_B, CIRCOLARE_C
from cpia.norme.rules.motivi import Motivo, Valore, Violazione

GIORNI_PREDEFINITI = Valore(3, CIRCOLARE_A)
TARDIVO_PREDEFINITO = Valore(
    valore=True,
    fonte=f"{CIRCOLARE_A}, che obbliga a completare entro il termine "
    "ma non dice che dopo non si inserisce più",
)


@dataclass(frozen=True, slots=True)
class Calendario:
    """The days that govern one class; ``scrutinio`` is None until it is set.

    ``giorni`` is how many calendar days before the scrutinio the entry must be complete,
    ``tardivo`` whether a teacher may still enter after that day, until the class is frozen.
    """

    inserimento_dal: date
    consultazione_dal: date
    scrutinio: date | None
    giorni: Valore[int] = GIORNI_PREDEFINITI
    tardivo: Valore[bool] = TARDIVO_PREDEFINITO


@dataclass(frozen=True, slots=True)
class Termine:
    """The last useful day, included, and why it is that one."""

    giorno: date
    perche: tuple[Motivo, ...]


def termine_inserimento(scrutinio: date, giorni: Valore[int] = GIORNI_PREDEFINITI) -> Termine:
    """The last day on which teachers may complete the entry: scrutinio minus N calendar days.

    Source: Circolare n. 417/2024, letter A, "almeno tre giorni prima dello svolgimento dello
    scrutinio". Raises ValueError for a negative number of days.
    """
    if giorni.valore < 0:
        raise ValueError("i giorni prima dello scrutinio non possono essere negativi")
    ultimo = scrutinio - timedelta(days=giorni.valore)
    testo = (
        f"Lo scrutinio è {giorno_esteso(scrutinio)}: almeno "
        f"{quanti(giorni.valore, 'giorno', 'giorni')} prima vuol dire entro "
        f"{giorno_esteso(ultimo)} compreso."
    )
    return Termine(ultimo, (Motivo("termine_inserimento", giorni.fonte, testo),))


def termine(calendario: Calendario) -> Termine | None:
    """The entry deadline of the class, or None while the scrutinio has no day."""
    if calendario.scrutinio is None:
        return None
    return termine_inserimento(calendario.scrutinio, calendario.giorni)


def in_ritardo(calendario: Calendario, oggi: date) -> bool:
    """Whether the entry deadline has passed."""
    limite = termine(calendario)
    return limite is not None and oggi > limite.giorno


def verifica_inserimento(
    calendario: Calendario,
    oggi: date,
    *,
    rilevazione: StatoRilevazione,
    classe: StatoClasse,
    inserimento: StatoInserimento,
) -> tuple[Violazione, ...]:
    """Why a teacher may not enter levels today; empty when the entry is open."""
    return (
        *_della_rilevazione(rilevazione),
        *_non_ancora(calendario, oggi),
        *_fuori_termine(calendario, oggi),
        *_della_classe(classe),
        *_dell_inserimento(inserimento),
    )


# Whoever is absent does not mark: who was called in the place does.
TITOLARE_SOSTITUITO = Violazione(
    "titolare_sostituito",
    "In questi giorni un’altra persona ti sostituisce: puoi leggere, non segnare livelli.",
    "L. 124/1999, art. 4",
)


def verifica_consultazione(
    calendario: Calendario, oggi: date, *, rilevazione: StatoRilevazione
) -> tuple[Violazione, ...]:
    """Why the coordinator may not consult the class today; a closed campaign stays readable.

    Source: Circolare n. 417/2024, letter B, "solo dal coordinatore a partire da".
    """
    violazioni = []
    if rilevazione is StatoRilevazione.BOZZA:
        violazioni.append(_in_bozza())
    if oggi < calendario.consultazione_dal:
        testo = (
            f"La consultazione si apre {giorno_esteso(calendario.consultazione_dal)}; "
            f"oggi è {giorno_esteso(oggi)}."
        )
        violazioni.append(Violazione("consultazione_non_aperta", testo, CIRCOLARE_B))
    return tuple(violazioni)


def _della_rilevazione(stato: StatoRilevazione) -> tuple[Violazione, ...]:
    if stato is StatoRilevazione.BOZZA:
        return (_in_bozza(),)
    if stato is StatoRilevazione.CHIUSA:
        testo = "La rilevazione è chiusa: i livelli si leggono e non si cambiano."
        return (Violazione("rilevazione_chiusa", testo, CIRCOLARE_A),)
    return ()


def _in_bozza() -> Violazione:
    testo = "La rilevazione è ancora in bozza: la segreteria non l'ha aperta."
    return Violazione("rilevazione_in_bozza", testo, CIRCOLARE_A)


def _non_ancora(calendario: Calendario, oggi: date) -> tuple[Violazione, ...]:
    if oggi >= calendario.inserimento_dal:
        return ()
    testo = (
        f"L'inserimento si apre {giorno_esteso(calendario.inserimento_dal)}; "
        f"oggi è {giorno_esteso(oggi)}."
    )
    return (Violazione("inserimento_non_aperto", testo, CIRCOLARE_A),)


def _fuori_termine(calendario: Calendario, oggi: date) -> tuple[Violazione, ...]:
    limite = termine(calendario)
    if calendario.tardivo.valore or limite is None or oggi <= limite.giorno:
        return ()
    testo = (
        f"L'inserimento si è chiuso {giorno_esteso(limite.giorno)}, "
        f"{quanti(calendario.giorni.valore, 'giorno', 'giorni')} prima dello scrutinio."
    )
    return (Violazione("termine_passato", testo, calendario.tardivo.fonte),)


def _della_classe(stato: StatoClasse) -> tuple[Violazione, ...]:
    if stato is StatoClasse.APERTA:
        return ()
    testo = f"La classe è {stato.etichetta.lower()}: nulla cambia finché non viene riaperta."
    return (Violazione(f"classe_{stato}", testo, CIRCOLARE_C),)


def _dell_inserimento(stato: StatoInserimento) -> tuple[Violazione, ...]:
    if stato is StatoInserimento.APERTO:
        return ()
    testo = "I livelli della disciplina sono registrati: li può riaprire il coordinatore."
    return (Violazione("inserimento_registrato", testo, CIRCOLARE_A),)
