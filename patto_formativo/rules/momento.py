"""At which point of the path somebody is: what the own page says first, and what comes next."""

from dataclasses import dataclass
from enum import StrEnum

from patto_formativo.enums import StatoCorsista, StatoPatto


class Momento(StrEnum):
    """The points of a path as who learns sees them; each has its sentences."""

    SENZA = "senza"
    ACCOLTA = "accolta"
    ISCRITTO = "iscritto"
    ACCOGLIENZA = "accoglienza"
    BOZZA = "bozza"
    IN_NEGOZIAZIONE = "in_negoziazione"
    DA_RATIFICARE = "da_ratificare"
    APPROVATO = "approvato"
    FIRMATO = "firmato"
    SOTTOSCRITTO = "sottoscritto"
    IN_CORSO = "in_corso"
    CONCLUSO = "concluso"
    RITIRATO = "ritirato"


@dataclass(frozen=True, slots=True)
class Situazione:
    """What decides it: ``aperta`` is the version being prepared, ``vigente`` the one in force.

    ``firmato`` is whether who learns, or who answers for a minor, has signed the open one;
    ``da_ratificare`` whether another school has to ratify it first.
    """

    stato: StatoCorsista
    con_tutor: bool
    aperta: StatoPatto | None = None
    vigente: StatoPatto | None = None
    firmato: bool = False
    da_ratificare: bool = False


def momento(situazione: Situazione) -> Momento:
    """What is to be signed comes before what holds, and that before what is being drafted."""
    if situazione.stato != StatoCorsista.ATTIVO:
        return Momento(situazione.stato.value)
    if situazione.aperta == StatoPatto.APPROVATO:
        return _da_firmare(situazione)
    in_mano = situazione.vigente or situazione.aperta
    if in_mano is not None:
        return Momento(in_mano.value)
    return Momento.ACCOGLIENZA if situazione.con_tutor else Momento.ISCRITTO


def _da_firmare(situazione: Situazione) -> Momento:
    if situazione.firmato:
        return Momento.FIRMATO
    return Momento.DA_RATIFICARE if situazione.da_ratificare else Momento.APPROVATO
