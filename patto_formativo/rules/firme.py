"""Who signs an agreement, on which words, and what is still missing.

Source: CPIA Napoli Provincia 2, Linee guida, fase 4: the learner of age, or the parent or guardian
of a minor, and the tutor or the president of the Commission; Regolamento d’istituto, art. 11, for
a minor: «anche da uno dei genitori».
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.enums import Voce
from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import data_estesa
from patto_formativo.rules.eta import maggiore_dal

FASE_4: Final = "Linee guida per il riconoscimento dei crediti (CPIA Napoli Provincia 2), fase 4"
ART_11: Final = "Regolamento d’istituto (CPIA Napoli Provincia 2), art. 11"


class Parte(Voce):
    """Who signs for whom."""

    ADULTO = "adulto", "chi studia"
    RESPONSABILE = "responsabile", "il genitore, il tutore o il responsabile della comunità"
    SCUOLA = "scuola", "il tutor o il presidente della Commissione"


@dataclass(frozen=True, slots=True)
class Firma:
    """A recorded act: who, for which part, when, on which exact words (SHA-256 of the PDF)."""

    chi: int
    parte: Parte
    giorno: date
    impronta: str


@dataclass(frozen=True, slots=True)
class Versione:
    """The version of an agreement that is to be signed: its number and its exact words.

    ``aspetta`` is what another school has still to answer of these words, None when nothing.
    """

    numero: int
    impronta: str
    approvata: bool
    aspetta: Motivo | None = None


@dataclass(frozen=True, slots=True)
class FirmaRichiesta:
    """A part that must sign, and why."""

    parte: Parte
    perche: Motivo


def firme_richieste(nascita: date, giorno: date) -> tuple[FirmaRichiesta, ...]:
    """Who must sign on that day; the part of the guardian ends on the eighteenth birthday."""
    compie = maggiore_dal(nascita)
    if giorno >= compie:
        testo = f"Maggiorenne dal {data_estesa(compie)}: firma da sé."
        persona = FirmaRichiesta(Parte.ADULTO, Motivo("maggiorenne", FASE_4, testo))
    else:
        testo = (
            f"Minorenne fino al {data_estesa(compie)}: firma chi ne ha la responsabilità. "
            f"Altra fonte: {ART_11}, «anche da uno dei genitori», con la firma di chi studia."
        )
        persona = FirmaRichiesta(Parte.RESPONSABILE, Motivo("minorenne", FASE_4, testo))
    della_scuola = "Con chi studia firma il tutor, o il presidente della Commissione."
    return (persona, FirmaRichiesta(Parte.SCUOLA, Motivo("scuola", FASE_4, della_scuola)))


def firme_mancanti(
    firme: Iterable[Firma], versione: Versione, nascita: date, giorno: date
) -> tuple[FirmaRichiesta, ...]:
    """The parts that have not signed these words yet.

    What a guardian signed before the eighteenth birthday stays good; what the minor signed besides
    does not take the place of it.
    """
    valide = {
        firma.parte
        for firma in firme
        if firma.impronta == versione.impronta and not in_piu(firma, nascita)
    }
    if Parte.RESPONSABILE in valide:
        valide.add(Parte.ADULTO)
    return tuple(r for r in firme_richieste(nascita, giorno) if r.parte not in valide)


def in_piu(firma: Firma, nascita: date) -> bool:
    """Whether a minor signed besides who answers for them: allowed (art. 11), never enough."""
    return firma.parte == Parte.ADULTO and firma.giorno < maggiore_dal(nascita)


def giudica_firma(firma: Firma, versione: Versione, *, nascita: date) -> Violazione | None:
    """Why a signature cannot be recorded; None when it can."""
    if violazione := _non_ancora(firma, versione):
        return violazione
    if in_piu(firma, nascita):
        return None
    if firma.parte not in {r.parte for r in firme_richieste(nascita, firma.giorno)}:
        compie = data_estesa(maggiore_dal(nascita))
        testo = f"I diciotto anni sono il {compie}: compiuti i diciotto anni firma chi studia."
        return Violazione("parte_sbagliata", testo, FASE_4)
    return None


def _non_ancora(firma: Firma, versione: Versione) -> Violazione | None:
    """Why nobody signs these words: not approved, not those of now, not ratified by all."""
    if not versione.approvata:
        testo = f"La versione {versione.numero} aspetta l’approvazione della Commissione."
        return Violazione("non_approvata", testo, FASE_4)
    if firma.impronta != versione.impronta:
        testo = (
            f"Il patto è cambiato: adesso vale la versione {versione.numero}. Rileggila, poi firma."
        )
        return Violazione("versione_vecchia", testo, FASE_4)
    if (aspetta := versione.aspetta) is not None:
        return Violazione("da_ratificare", aspetta.testo, aspetta.fonte)
    return None
