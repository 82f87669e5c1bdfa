"""When the coordinator may act on a class, and when a deliberation may be recorded."""

from datetime import date

from competenze.enums import StatoClasse, StatoRilevazione
from competenze.rules.italiano import giorno_esteso
from competenze.rules.motivi import CIRCOLARE_A, CIRCOLARE_B, CIRCOLARE_C, DM_14
from competenze.rules.scadenze import Calendario, verifica_consultazione
from competenze.rules.stati import PASSAGGI_CLASSE, verifica_passaggio
from cpia.norme.rules.motivi import Violazione


def verifica_coordinamento(
    calendario: Calendario, oggi: date, *, rilevazione: StatoRilevazione, classe: StatoClasse
) -> tuple[Violazione, ...]:
    """Why the coordinator may not remind, decide or freeze today; empty when it may be done.

    Sources: Circolare n. 417/2024, letter B (from which day), letter C (a frozen class goes to
    the scrutinio as it is).
    """
    violazioni = [*verifica_consultazione(calendario, oggi, rilevazione=rilevazione)]
    if rilevazione is StatoRilevazione.CHIUSA:
        testo = "La rilevazione è chiusa: il quadro si legge e non si cambia."
        violazioni.append(Violazione("rilevazione_chiusa", testo, CIRCOLARE_B))
    if classe is not StatoClasse.APERTA:
        testo = (
            f"La classe è {classe.etichetta.lower()}: nulla cambia finché il dirigente non la "
            "riapre con un motivo."
        )
        violazioni.append(Violazione(f"classe_{classe}", testo, CIRCOLARE_C))
    return tuple(violazioni)


def verifica_seduta(
    classe: StatoClasse, scrutinio: date | None, oggi: date
) -> tuple[Violazione, ...]:
    """Why no deliberation of the consiglio can be recorded today: state, scrutinio not yet held.

    Source: DM 14/2024, the level is the one that the consiglio di classe deliberates.
    """
    violazioni = []
    if classe is not StatoClasse.CONGELATA:
        testo = (
            f"La classe è {classe.etichetta.lower()}: la delibera si registra sulla proposta "
            "congelata, prima dei certificati."
        )
        violazioni.append(Violazione(f"classe_{classe}", testo, DM_14))
    if scrutinio is None:
        testo = "Lo scrutinio non ha ancora una data: il consiglio non può aver deliberato."
        violazioni.append(Violazione("scrutinio_non_svolto", testo, DM_14))
    elif oggi < scrutinio:
        testo = (
            f"Lo scrutinio è {giorno_esteso(scrutinio)}: la delibera si registra da quel giorno."
        )
        violazioni.append(Violazione("scrutinio_non_svolto", testo, DM_14))
    return tuple(violazioni)


def verifica_riapertura(
    classe: StatoClasse, motivo: str, *, rilevazione: StatoRilevazione
) -> tuple[Violazione, ...]:
    """Why the dirigente may not reopen the class: campaign closed, state, reason not written.

    Source: Circolare n. 417/2024, letter C. In a closed campaign nobody could then correct it.
    """
    passo = verifica_passaggio(PASSAGGI_CLASSE, "riapri", classe, motivo)
    if rilevazione is StatoRilevazione.CHIUSA:
        testo = "La rilevazione è chiusa: prima la segreteria didattica riapre la rilevazione."
        return (Violazione("rilevazione_chiusa", testo, CIRCOLARE_C), *passo)
    return passo


def verifica_motivo_mancanza(motivo: str, *, completa: bool) -> tuple[Violazione, ...]:
    """Why a class is not to be frozen without this subject; the reason must be written.

    A subject that has registered and lacks some cells may have one too.

    Source: Circolare n. 417/2024, letter A: every teacher completes the entry.
    """
    if completa:
        testo = "La disciplina ha registrato tutti i suoi livelli: non manca."
        return (Violazione("disciplina_registrata", testo, CIRCOLARE_A),)
    if not motivo.strip():
        testo = "Si scrive perché la classe si congela senza questa disciplina: resta agli atti."
        return (Violazione("motivo_mancante", testo, CIRCOLARE_A),)
    return ()
