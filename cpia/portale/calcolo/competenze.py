"""The kind ``competenze``: the level of each student and competence as the mean of the subjects."""

import re
from collections.abc import Callable
from dataclasses import asdict
from functools import partial

from competenze.enums import Livello, Mezzo
from competenze.rules.lingue import scomponi
from competenze.rules.media import (
    MEZZO_PREDEFINITO,
    MINIMO_PREDEFINITO,
    Criteri,
    Esito,
    Valutazione,
    esiti,
)
from competenze.rules.motivi import CIRCOLARE_B
from competenze.rules.spiegazione import perche
from cpia.norme.rules.motivi import Valore
from cpia.portale.calcolo.campi import Campi

# The competences are those of the campaign's framework, which is data: any code will do, but a
# competence assessed by language (DM 14/2024) names the language, or two would be averaged.
CODICE = re.compile(r"[\w.-]+(:[\w.'’ -]+)?")
PER_LINGUA = "multilinguistica"

Risposta = dict[str, object]
Voto = Valutazione[str, str]


def prepara(campi: Campi) -> Callable[[], Risposta]:
    """Read the request, noting its faults, and return what will answer it.

    Source: Circolare n. 417/2024, letter B; the half and the minimum are parameters.
    """
    criteri = Criteri(_mezzo(campi), _minimo(campi))
    valutazioni = _valutazioni(campi)
    campi.fine()
    return partial(_risposta, valutazioni, criteri)


def _mezzo(campi: Campi) -> Valore[Mezzo]:
    mezzo = campi.scelta("mezzo", Mezzo, "la regola del mezzo", MEZZO_PREDEFINITO.valore)
    if not campi.ha("mezzo"):
        return MEZZO_PREDEFINITO
    fonte = f"{CIRCOLARE_B}, che non dice come si arrotonda il mezzo: vale il parametro «mezzo»"
    return Valore(mezzo, f"{fonte} della richiesta, {mezzo}")


def _minimo(campi: Campi) -> Valore[int]:
    chiave = "minimo_valutazioni"
    minimo = campi.intero(chiave, minimo=1, predefinito=MINIMO_PREDEFINITO.valore)
    if not campi.ha(chiave):
        return MINIMO_PREDEFINITO
    fonte = f"{CIRCOLARE_B}, che non fissa un minimo di valutazioni: vale il parametro «{chiave}»"
    return Valore(minimo, f"{fonte} della richiesta, {minimo}")


def _valutazioni(campi: Campi) -> list[Voto]:
    viste: dict[tuple[str, str, str], str] = {}
    return [_valutazione(riga, viste) for riga in campi.oggetti("valutazioni")]


def _valutazione(riga: Campi, viste: dict[tuple[str, str, str], str]) -> Voto:
    studente = riga.testo("studente")
    competenza = _competenza(riga)
    disciplina = riga.testo("disciplina")
    livello = riga.scelta("livello", Livello, "il livello")
    riga.fine()
    if studente and competenza and disciplina:
        _una_sola(riga, (studente, competenza, disciplina), viste)
    return Valutazione(studente, competenza, livello)


def _competenza(riga: Campi) -> str:
    chiave = riga.testo("competenza")
    codice, lingua = scomponi(chiave)
    if chiave and not CODICE.fullmatch(chiave):
        riga.guasto("competenza", "ci vuole il codice, e dopo i due punti la lingua se c'è")
    elif codice == PER_LINGUA and not lingua:
        testo = f'si valuta lingua per lingua: per esempio "{PER_LINGUA}:inglese"'
        riga.guasto("competenza", testo)
    return chiave


def _una_sola(
    riga: Campi, casella: tuple[str, str, str], viste: dict[tuple[str, str, str], str]
) -> None:
    prima = viste.setdefault(casella, riga.percorso)
    if prima != riga.percorso:
        studente, competenza, disciplina = casella
        testo = f"{disciplina} ha già valutato {studente} in {competenza} ({prima}): una sola volta"
        riga.guasto("disciplina", testo)


def _risposta(valutazioni: list[Voto], criteri: Criteri) -> Risposta:
    return {"esiti": [_esito(esito, criteri) for esito in esiti(valutazioni, criteri)]}


def _esito(esito: Esito[str, str], criteri: Criteri) -> Risposta:
    return {
        "studente": esito.studente,
        "competenza": esito.competenza,
        "numero": esito.numero,
        "media": None if esito.media is None else str(esito.media),
        "livello": esito.livello,
        "perche": [asdict(motivo) for motivo in perche(esito.riepilogo, criteri)],
    }
