"""Which groups a student joins and leaves: language, religion, alternative activity."""

from dataclasses import dataclass, field
from typing import Final

from cpia.scuola.importazione.rules.archivio import Archivio, GruppoNoto
from cpia.scuola.importazione.rules.proposte import Proposta
from cpia.scuola.importazione.rules.valori import (
    ALTERNATIVA,
    LINGUE,
    NESSUNA,
    RELIGIONE,
    lingua_di,
)
from cpia.scuola.parole import con_maiuscola

# Kinds of group as ``TipoGruppo`` has them.
DI_LINGUA, DI_RELIGIONE, DI_ALTERNATIVA = "lingua", "religione", "alternativa"
TIPI_DI_RELIGIONE: Final = {DI_RELIGIONE: RELIGIONE, DI_ALTERNATIVA: ALTERNATIVA}


@dataclass(frozen=True, slots=True)
class PianoGruppo:
    """A group to join: ``id`` is None when the class does not have it yet."""

    id: int | None
    tipo: str
    nome: str


@dataclass(slots=True)
class Movimento:
    """The groups of one class that a student joins, and the ids of those left."""

    classe_id: int
    entra: list[PianoGruppo] = field(default_factory=list)
    esce: list[int] = field(default_factory=list)


def movimento(
    proposta: Proposta, classe_id: int, attuali: list[GruppoNoto], archivio: Archivio
) -> Movimento:
    """What the row asks for, given the groups of that class where the student is already."""
    piano = Movimento(classe_id)
    valori = proposta.riga.valori
    if "religione" in valori:
        _religione(proposta, piano, attuali, valori["religione"], archivio)
    if "lingua" in valori:
        _lingua(proposta, piano, attuali, valori["lingua"], archivio)
    return piano


def _religione(
    proposta: Proposta,
    piano: Movimento,
    attuali: list[GruppoNoto],
    scelta: str,
    archivio: Archivio,
) -> None:
    suoi = [gruppo for gruppo in attuali if gruppo.tipo in TIPI_DI_RELIGIONE]
    prima = TIPI_DI_RELIGIONE[suoi[0].tipo] if suoi else NESSUNA
    if scelta == prima and len(suoi) < 2:
        return
    voluto = next((tipo for tipo, nome in TIPI_DI_RELIGIONE.items() if nome == scelta), "")
    piano.esce += [gruppo.id for gruppo in suoi if gruppo.tipo != voluto]
    if voluto not in {gruppo.tipo for gruppo in suoi}:
        esiste = (g for g in archivio.gruppi_di.get(piano.classe_id, []) if g.tipo == voluto)
        _entra(piano, next(esiste, None), voluto, con_maiuscola(scelta))
    proposta.differisce("Religione", "" if prima == NESSUNA else prima, scelta)


def _lingua(
    proposta: Proposta,
    piano: Movimento,
    attuali: list[GruppoNoto],
    lingua: str,
    archivio: Archivio,
) -> None:
    """Into the group of the language; out of the one of before, unless there are more."""
    sue = {lingua_di(gruppo.nome): gruppo for gruppo in attuali if gruppo.tipo == DI_LINGUA}
    if lingua in sue:
        return
    if len(sue) == 1:
        piano.esce += [gruppo.id for gruppo in sue.values()]
    esiste = (
        gruppo
        for gruppo in archivio.gruppi_di.get(piano.classe_id, [])
        if gruppo.tipo == DI_LINGUA and lingua_di(gruppo.nome) == lingua
    )
    _entra(piano, next(esiste, None), DI_LINGUA, LINGUE[lingua][0])
    proposta.differisce("Lingua straniera", next(iter(sue), ""), lingua)


def _entra(piano: Movimento, esiste: GruppoNoto | None, tipo: str, nome: str) -> None:
    if not tipo:
        return
    gruppo = PianoGruppo(None, tipo, nome)
    if esiste:
        gruppo = PianoGruppo(esiste.id, esiste.tipo, esiste.nome)
    piano.entra.append(gruppo)
