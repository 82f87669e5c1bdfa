"""Complaints and requests to see the own file: who is in time, by when one answers.

Source: D.P.R. 275/1999, art. 14 c. 7, as the model of the complaint; L. 241/1990, arts. 22-25.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from bonus_merito.enums import EsitoIstanza, StatoProcedura, TipoIstanza
from cpia.norme.rules.motivi import Valore, Violazione
from cpia.scuola.parole import data_estesa

RECLAMO: Final = "D.P.R. 275/1999, art. 14 c. 7"
ACCESSO: Final = "L. 241/1990, artt. 10, 22 e 25"
RETTIFICA: Final = "L. 241/1990, art. 21-nonies"
RICORSO: Final = (
    "Per i diritti individuali si può ricorrere al giudice ordinario, in funzione di giudice del "
    "lavoro (D.Lgs. 165/2001, art. 63), nei termini di prescrizione del diritto (art. 2948 c.c.)."
)
# Who is silent on a request of access refuses it; it is said to who asks.
SILENZIO: Final = "L. 241/1990, art. 25 c. 4"
RICORSO_ACCESSO: Final = (
    "Contro il rifiuto dell’accesso, anche tacito, entro trenta giorni si può ricorrere al "
    "tribunale amministrativo regionale, o chiedere il riesame alla Commissione per l’accesso ai "
    "documenti amministrativi (L. 241/1990, art. 25 cc. 4-5)."
)
ACCOLTE: Final = (EsitoIstanza.ACCOLTA, EsitoIstanza.ACCOLTA_IN_PARTE)
# The law itself says the thirty days within which one answers a complaint.
RISPOSTA_A_RECLAMO: Final = Valore(30, RECLAMO)
DECRETATE: Final = (
    StatoProcedura.DECRETATA,
    StatoProcedura.PUBBLICATA,
    StatoProcedura.ARCHIVIATA,
)


@dataclass(frozen=True, slots=True)
class Momento:
    """Where the procedure stands on a day; ``entro`` is the last day of a complaint.

    ``interessato`` says that the person is of the category, or took part, in a procedure that was
    opened; ``aperta`` that an answer to one of the same kind is still waited for.
    """

    oggi: date
    stato: StatoProcedura
    interessato: bool
    entro: date | None
    aperta: bool = False


def verifica_istanza(tipo: TipoIstanza, momento: Momento) -> list[Violazione]:
    """What is against presenting one now.

    Who has an interest complains of what was published, with or without an own outcome; the own
    file may be seen from the opening on, also when the procedure is annulled.
    """
    if not momento.interessato:
        testo = "Può chiederlo chi vi ha interesse: il personale che poteva partecipare."
        return [Violazione("interesse", testo, RECLAMO if tipo == TipoIstanza.RECLAMO else ACCESSO)]
    violazioni = list(_reclamo(momento)) if tipo == TipoIstanza.RECLAMO else []
    if momento.aperta:
        testo = "Ne hai già presentata una, e aspetta risposta."
        violazioni.append(Violazione("gia_presentata", testo, ""))
    return violazioni


def _reclamo(momento: Momento) -> Iterator[Violazione]:
    if momento.stato == StatoProcedura.ANNULLATA:
        testo = "La procedura è annullata: non c’è un esito contro cui reclamare."
        yield Violazione("annullata", testo, RECLAMO)
    elif momento.entro is None:
        testo = "Il termine del reclamo comincia con la pubblicazione dell’esito, che non c’è."
        yield Violazione("non_pubblicato", testo, RECLAMO)
    elif momento.oggi > momento.entro:
        testo = f"Il reclamo si poteva proporre fino al {data_estesa(momento.entro)}."
        yield Violazione("termine", testo, RECLAMO)


def verifica_rettifica(
    stato: StatoProcedura, motivo: str, reclamo: EsitoIstanza | None, *, con_reclamo: bool
) -> list[Violazione]:
    """What is against judging a decreed outcome again (L. 241/1990, art. 21-nonies).

    ``reclamo`` is the answer to the complaint for which it is done, when there is one.
    """
    violazioni = verifica_annullamento(stato, motivo)
    if con_reclamo and reclamo not in ACCOLTE:
        testo = "Si rettifica per un reclamo accolto: questo non lo è."
        violazioni.append(Violazione("reclamo", testo, RECLAMO, "reclamo"))
    return violazioni


def verifica_risposta(
    tipo: TipoIstanza, esito: EsitoIstanza, testo: str, *, gia_risposta: bool
) -> list[Violazione]:
    """What is against this answer: one alone, always with its reasons."""
    fonte = RECLAMO if tipo == TipoIstanza.RECLAMO else ACCESSO
    if gia_risposta:
        return [Violazione("gia_risposta", "C’è già la risposta.", fonte)]
    if not testo.strip():
        manca = f"Scrivi perché l’istanza è {esito.etichetta}."
        return [Violazione("risposta", manca, "L. 241/1990, art. 3", "risposta")]
    return []


def verifica_archivio(
    stato: StatoProcedura, *, da_rispondere: int, entro: date | None, oggi: date
) -> list[Violazione]:
    """What is against putting the procedure away."""
    if stato != StatoProcedura.PUBBLICATA:
        return [Violazione("stato", "Si archivia dopo la pubblicazione dell’esito.", RECLAMO)]
    violazioni = []
    if entro is not None and oggi <= entro:
        testo = f"Si può proporre reclamo fino al {data_estesa(entro)}: si archivia dopo."
        violazioni.append(Violazione("termine", testo, RECLAMO))
    if da_rispondere:
        testo = "Ci sono istanze che aspettano risposta."
        violazioni.append(Violazione("istanze", testo, RECLAMO))
    return violazioni


def verifica_annullamento(stato: StatoProcedura, motivo: str) -> list[Violazione]:
    """What is against annulling a decree (L. 241/1990, art. 21-nonies)."""
    fonte = "L. 241/1990, art. 21-nonies"
    if stato not in DECRETATE:
        return [Violazione("stato", "Qui si annulla un decreto firmato, che non c’è.", fonte)]
    if not motivo:
        return [Violazione("motivo", "Scrivi perché si annulla.", fonte, "motivo")]
    return []
