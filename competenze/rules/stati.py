"""The declared steps of campaign, class and subject, and what stands in their way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from competenze.enums import StatoClasse, StatoInserimento, StatoRilevazione, Voce
from competenze.rules.italiano import giorno_esteso, quanti
from competenze.rules.motivi import CIRCOLARE_A, CIRCOLARE_C, DM_14
from cpia.norme.rules.motivi import Violazione


@dataclass(frozen=True, slots=True)
class Passaggio:
    """One step: the act, from which state to which, whether it wants a written reason."""

    atto: str
    da: Voce
    a: Voce
    con_motivo: bool = False


PASSAGGI_RILEVAZIONE = (
    Passaggio("apri", StatoRilevazione.BOZZA, StatoRilevazione.APERTA),
    Passaggio("chiudi", StatoRilevazione.APERTA, StatoRilevazione.CHIUSA),
    Passaggio("riapri", StatoRilevazione.CHIUSA, StatoRilevazione.APERTA, con_motivo=True),
)
PASSAGGI_INSERIMENTO = (
    Passaggio("registra", StatoInserimento.APERTO, StatoInserimento.REGISTRATO),
    Passaggio("riapri", StatoInserimento.REGISTRATO, StatoInserimento.APERTO, con_motivo=True),
)
PASSAGGI_CLASSE = (
    Passaggio("congela", StatoClasse.APERTA, StatoClasse.CONGELATA),
    Passaggio("certifica", StatoClasse.CONGELATA, StatoClasse.CERTIFICATA),
    Passaggio("riapri", StatoClasse.CONGELATA, StatoClasse.APERTA, con_motivo=True),
    Passaggio("annulla", StatoClasse.CERTIFICATA, StatoClasse.CONGELATA, con_motivo=True),
)


@dataclass(frozen=True, slots=True)
class Disciplina:
    """What freezing asks of a subject: name, state, cells still empty, reason of the gap."""

    nome: str
    stato: StatoInserimento
    mancanti: int = 0
    motivo: str = ""


@dataclass(frozen=True, slots=True)
class Casella:
    """What certifying asks of a student in a competence: level set or not, reason of the gap."""

    studente: str
    competenza: str
    definita: bool
    motivo: str = ""


def passaggio(passaggi: Sequence[Passaggio], atto: str, stato: Voce) -> Passaggio | None:
    """The step that this act makes from this state, or None when there is no such step."""
    return next((p for p in passaggi if p.atto == atto and p.da == stato), None)


def verifica_passaggio(
    passaggi: Sequence[Passaggio], atto: str, stato: Voce, motivo: str = ""
) -> tuple[Violazione, ...]:
    """Why the act is not possible from this state, or wants a reason; empty when it may be done."""
    passo = passaggio(passaggi, atto, stato)
    if passo is None:
        da = " o ".join(p.da.etichetta.lower() for p in passaggi if p.atto == atto)
        testo = f"Lo stato è «{stato.etichetta.lower()}»: per «{atto}» deve essere «{da}»."
        return (Violazione("stato_incompatibile", testo, CIRCOLARE_C),)
    if passo.con_motivo and not motivo.strip():
        testo = f"Per «{atto}» bisogna scrivere il motivo: resta agli atti."
        return (Violazione("motivo_mancante", testo, CIRCOLARE_C),)
    return ()


def caselle_che_mancano(mancanti: int) -> str:
    """``manca 1 casella``, ``mancano 3 caselle``."""
    verbo = "manca" if mancanti == 1 else "mancano"
    return f"{verbo} {quanti(mancanti, 'casella', 'caselle')}"


def puo_registrare(mancanti: int) -> tuple[Violazione, ...]:
    """Why a subject may not be registered: cells without a level and without "not assessed"."""
    if not mancanti:
        return ()
    manca = quanti(mancanti, "casella è vuota", "caselle sono vuote")
    testo = f"{manca}: si segna un livello oppure «non valutato» con il motivo."
    return (Violazione("caselle_mancanti", testo, CIRCOLARE_A),)


def puo_congelare(stato: StatoClasse, discipline: Sequence[Disciplina]) -> tuple[Violazione, ...]:
    """What stands in the way of freezing: the state, and each gap that has no reason.

    Source: Circolare n. 417/2024, letters A (every teacher completes) and C (the coordinator
    certifies before the scrutinio).
    """
    buchi = [disciplina for disciplina in discipline if _senza_motivo(disciplina)]
    return (
        *verifica_passaggio(PASSAGGI_CLASSE, "congela", stato),
        *(_buco(disciplina) for disciplina in buchi),
    )


def puo_certificare(
    stato: StatoClasse, caselle: Sequence[Casella], *, scrutinio: date | None, oggi: date
) -> tuple[Violazione, ...]:
    """What stands in the way of certifying: state, scrutinio not yet held, levels undefined.

    Source: DM 14/2024, the level is the one that the consiglio di classe deliberates.
    """
    aperte = [c for c in caselle if not c.definita and not c.motivo.strip()]
    return (
        *verifica_passaggio(PASSAGGI_CLASSE, "certifica", stato),
        *_prima_dello_scrutinio(scrutinio, oggi),
        *(_indefinita(casella) for casella in aperte),
    )


def _senza_motivo(disciplina: Disciplina) -> bool:
    completa = disciplina.stato is StatoInserimento.REGISTRATO and not disciplina.mancanti
    return not completa and not disciplina.motivo.strip()


def _buco(disciplina: Disciplina) -> Violazione:
    if disciplina.stato is StatoInserimento.REGISTRATO:
        return _incompleta(disciplina)
    manca = ""
    if disciplina.mancanti:
        manca = f" ({quanti(disciplina.mancanti, 'casella vuota', 'caselle vuote')})"
    testo = f"{disciplina.nome} non ha registrato{manca}: si aspetta, oppure si scrive il motivo."
    return Violazione("disciplina_mancante", testo, CIRCOLARE_A)


def _incompleta(disciplina: Disciplina) -> Violazione:
    """Who came to the class, or to the group, after the subject had registered."""
    testo = (
        f"{disciplina.nome} ha registrato, ma {caselle_che_mancano(disciplina.mancanti)}: "
        "si riapre, oppure si scrive il motivo."
    )
    return Violazione("disciplina_incompleta", testo, CIRCOLARE_A)


def _prima_dello_scrutinio(scrutinio: date | None, oggi: date) -> tuple[Violazione, ...]:
    if scrutinio is None:
        testo = "Lo scrutinio non ha ancora una data: il consiglio di classe non ha deliberato."
    elif oggi < scrutinio:
        testo = f"Lo scrutinio è {giorno_esteso(scrutinio)}: si certifica dopo la delibera."
    else:
        return ()
    return (Violazione("scrutinio_non_svolto", testo, DM_14),)


def _indefinita(casella: Casella) -> Violazione:
    testo = (
        f"{casella.studente}, {casella.competenza}: il livello è da definire in scrutinio, "
        "oppure si scrive perché non si certifica."
    )
    return Violazione("livello_da_definire", testo, DM_14)
