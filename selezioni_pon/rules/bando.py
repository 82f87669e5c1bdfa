"""What a call must be before it is published.

Source: IC Porto Venere, Regolamento incarichi, art. 4 cc. 4 and 7, art. 2 cc. 2-3; D.Lgs.
165/2001, art. 7 c. 6 lett. d (length, object and pay fixed beforehand); L. 3/2003, art. 11 (CUP).
"""

from collections.abc import Iterator
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import elenco, plurale
from selezioni_pon.enums import ChiPropone
from selezioni_pon.rules.avviso import Bando, Progetto
from selezioni_pon.rules.codici import (
    CUP,
    dubbi_sul_cup,
    dubbi_sul_progetto,
    verifica_cig,
    verifica_codice_progetto,
    verifica_cup,
)
from selezioni_pon.rules.contenuti import CONTENUTO, verifica_contenuti
from selezioni_pon.rules.fonti import COLLABORAZIONI, RECLAMO
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.offerta import verifica_compenso
from selezioni_pon.rules.regole import RegoleSelezioni
from selezioni_pon.rules.termine import verifica_durata

DURATA: Final = f"{CONTENUTO}; {COLLABORAZIONI} lett. d"
GIORNI_DI_LEGGE: Final = 15


def verifica_pubblicazione(bando: Bando, regole: RegoleSelezioni) -> list[Violazione]:
    """What is against publishing this call, each at its field; nothing when it is complete."""
    return [
        *verifica_contenuti(bando),
        *_misure(bando),
        *verifica_compenso(bando.compenso, bando.ore, bando.posti, bando.disponibilita),
        *_termine(bando, regole),
        *_codici(bando.progetto),
        *_griglia(bando, regole),
        *_reclamo(bando, regole),
    ]


def da_ricontrollare(bando: Bando) -> tuple[Motivo, ...]:
    """What stops nothing and is better looked at before publishing."""
    progetto = bando.progetto
    return (
        *(dubbi_sul_cup(progetto.cup) if progetto.cup else ()),
        *(dubbi_sul_progetto(progetto.codice) if progetto.codice else ()),
        *_reclamo_breve(bando.reclamo_giorni),
    )


def voci_oltre_il_progetto(griglia: Griglia) -> tuple[str, ...]:
    """The items that give points for something else than the project: what applicants declare."""
    return tuple(voce.numero for voce in griglia.voci if voce.chi is ChiPropone.CANDIDATO)


def _misure(bando: Bando) -> Iterator[Violazione]:
    if bando.ore <= 0:
        yield Violazione("ore", "Scrivi quante ore sono richieste.", CONTENUTO, "ore")
    if bando.posti < 1:
        yield Violazione("posti", "Scrivi quanti posti ci sono, almeno uno.", CONTENUTO, "posti")
    if bando.dal is None or bando.al is None:
        testo = "Scrivi quando comincia e quando finisce l’incarico."
        yield Violazione("durata_mancante", testo, DURATA, "dal")
    elif bando.al < bando.dal:
        yield Violazione("durata", "L’incarico finisce prima di cominciare.", DURATA, "al")


def _termine(bando: Bando, regole: RegoleSelezioni) -> Iterator[Violazione]:
    if bando.finestra is None:
        testo = "Scrivi il termine per presentare la domanda, con il giorno e l’ora."
        yield Violazione("termine_mancante", testo, CONTENUTO, "chiude")
        return
    giorni = regole.avviso.giorni[bando.fase]
    yield from verifica_durata(bando.fase, bando.finestra, giorni, urgenza=bando.urgenza)


def _codici(progetto: Progetto) -> Iterator[Violazione]:
    if progetto.cup:
        yield from verifica_cup(progetto.cup)
    elif progetto.finanziato:
        testo = "Un progetto finanziato con fondi pubblici ha un CUP: scrivilo."
        yield Violazione("cup_mancante", testo, CUP, "cup")
    if progetto.cig:
        yield from verifica_cig(progetto.cig)
    if progetto.codice:
        yield from verifica_codice_progetto(progetto.codice)


def _griglia(bando: Bando, regole: RegoleSelezioni) -> Iterator[Violazione]:
    if bando.griglia is None:
        testo = "Mancano i criteri: scegli la griglia di valutazione."
        yield Violazione("griglia_mancante", testo, CONTENUTO, "griglia")
        return
    oltre = voci_oltre_il_progetto(bando.griglia) if regole.solo_progetti.valore else ()
    if oltre:
        testo = (
            "I punti si danno soltanto ai progetti: la griglia ne dà anche ad altro "
            f"({plurale(len(oltre), 'voce', 'voci')}: {elenco(oltre)})."
        )
        yield Violazione("griglia_oltre_i_progetti", testo, regole.solo_progetti.fonte, "griglia")
    if bando.rilievi and not bando.rilievi_letti:
        testo = (
            f"Il controllo della griglia dà {plurale(bando.rilievi, 'rilievo', 'rilievi')}: "
            "leggili prima di pubblicare."
        )
        yield Violazione("rilievi_da_leggere", testo, bando.griglia.fonte, "griglia")


def _reclamo(bando: Bando, regole: RegoleSelezioni) -> Iterator[Violazione]:
    giorni, reclamo = bando.reclamo_giorni, regole.reclamo
    if giorni is None or giorni == reclamo.giorni.valore or giorni in reclamo.scelte.valore:
        return
    ammessi = elenco(sorted({*reclamo.scelte.valore, reclamo.giorni.valore}))
    quanti = plurale(giorni, "giorno", "giorni")
    testo = f"Il termine del reclamo è di {quanti}: si sceglie fra {ammessi}."
    yield Violazione("reclamo_giorni", testo, reclamo.scelte.fonte, "reclamo_giorni")


def _reclamo_breve(giorni: int | None) -> Iterator[Motivo]:
    if giorni is not None and giorni < GIORNI_DI_LEGGE:
        testo = (
            f"L’avviso dà {plurale(giorni, 'giorno', 'giorni')} per il reclamo: la norma generale "
            f"ne dà {GIORNI_DI_LEGGE} dalla pubblicazione all’albo."
        )
        yield Motivo("reclamo_breve", RECLAMO, testo)
