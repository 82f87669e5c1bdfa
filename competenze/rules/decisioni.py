"""Levels set by a person: not assessed, decided by the coordinator, deliberated by the council."""

from dataclasses import dataclass

from competenze.enums import Livello, OrigineLivello
from competenze.rules.motivi import CIRCOLARE_C, DM_14
from cpia.norme.rules.motivi import Violazione

FONTE_LIVELLI = f"{DM_14}: i livelli sono quattro, da A Avanzato a D Iniziale"


@dataclass(frozen=True, slots=True)
class LivelloValido:
    """The level that counts today and where it comes from; None is to be set in scrutinio."""

    livello: Livello | None
    origine: OrigineLivello


def livello_valido(
    proposto: Livello | None, deciso: Livello | None = None, deliberato: Livello | None = None
) -> LivelloValido:
    """What the council deliberated, else what the coordinator decided, else the mean.

    The certified level is the council's: freezing only makes a proposal (DM 14/2024).
    """
    if deliberato is not None:
        return LivelloValido(deliberato, OrigineLivello.CONSIGLIO)
    if deciso is not None:
        return LivelloValido(deciso, OrigineLivello.DECISIONE)
    return LivelloValido(proposto, OrigineLivello.MEDIA)


def verifica_valutazione(livello: Livello, motivo: str) -> tuple[Violazione, ...]:
    """A teacher's assessment: "not assessed" wants a reason, a level takes none."""
    if livello is Livello.NV and not motivo.strip():
        testo = "«Non valutato» vuole un motivo: perché lo studente non è valutabile?"
        return (Violazione("motivo_mancante", testo, FONTE_LIVELLI),)
    if livello is not Livello.NV and motivo.strip():
        testo = f"Il motivo si scrive solo per «non valutato», non per {livello}."
        return (Violazione("motivo_superfluo", testo, FONTE_LIVELLI),)
    return ()


def verifica_decisione(
    proposto: Livello | None, deciso: Livello, motivo: str
) -> tuple[Violazione, ...]:
    """The coordinator's own level: one of the four, not the proposed one, with a reason."""
    violazioni = []
    if deciso is Livello.NV:
        testo = "Il coordinatore decide un livello da A a D; «non valutato» è del docente."
        violazioni.append(Violazione("livello_non_certificabile", testo, FONTE_LIVELLI))
    if deciso is proposto:
        testo = f"La media dà già {deciso} {deciso.etichetta}: non c'è nulla da decidere."
        violazioni.append(Violazione("livello_uguale", testo, CIRCOLARE_C))
    if not motivo.strip():
        violazioni.append(_senza_motivo("La decisione diversa dalla media"))
    return tuple(violazioni)


def verifica_delibera(
    proposto: Livello | None, deliberato: Livello, motivo: str
) -> tuple[Violazione, ...]:
    """The council's level: a reason is due where it departs from what was proposed."""
    if deliberato is proposto or motivo.strip():
        return ()
    return (_senza_motivo("La delibera diversa dalla proposta"),)


def _senza_motivo(atto: str) -> Violazione:
    return Violazione("motivo_mancante", f"{atto} vuole un motivo scritto.", FONTE_LIVELLI)
