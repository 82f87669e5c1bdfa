"""Which seats the law gives to an organ, by the kind of school and the number of pupils.

Data with their source: a school that has other numbers writes its own, and the page shows both.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from organi_collegiali.enums import Componente, TipoOrgano, Titolo

SOGLIA_ALUNNI: Final = 500
ART_5: Final = "D.Lgs. 297/1994, art. 5"
ART_7: Final = "D.Lgs. 297/1994, art. 7 c. 1"
ART_8: Final = "D.Lgs. 297/1994, art. 8"
ART_11: Final = "D.Lgs. 297/1994, art. 11, sostituito dalla L. 107/2015, art. 1 c. 129"
CPIA: Final = "D.P.R. 263/2012, art. 7 c. 1"
GARANZIA: Final = "D.P.R. 249/1998, art. 5 c. 1"
COMMISSARIO: Final = "D.P.R. 263/2012, art. 7 c. 2"
PATTO: Final = "D.P.R. 263/2012, art. 5 c. 2"
# The organs in which the dirigente sits, and which norm says so.
CON_IL_DIRIGENTE: Final = {
    TipoOrgano.COLLEGIO: ART_7,
    TipoOrgano.SEZIONE_COLLEGIO: ART_7,
    TipoOrgano.CONSIGLIO_ISTITUTO: f"{ART_8} c. 1",
    TipoOrgano.GIUNTA: f"{ART_8} c. 7",
    TipoOrgano.CONSIGLIO_CLASSE: f"{ART_5} c. 8",
    TipoOrgano.INTERCLASSE: f"{ART_5} c. 8",
    TipoOrgano.INTERSEZIONE: f"{ART_5} c. 8",
    TipoOrgano.LIVELLO: f"{ART_5} c. 8",
    TipoOrgano.COMITATO: ART_11,
    TipoOrgano.ORGANO_GARANZIA: GARANZIA,
    TipoOrgano.COMMISSIONE_PFI: PATTO,
    TipoOrgano.SEZIONE_PFI: PATTO,
}


class Scuola(StrEnum):
    """The kinds of school for which the law gives different seats."""

    PRIMO_CICLO = "primo_ciclo"
    SUPERIORE = "superiore"
    ADULTI = "adulti"


@dataclass(frozen=True, slots=True)
class Seggio:
    """How many seats a component has (all of them when missing), how they are taken, by what."""

    componente: Componente
    posti: int | None
    titolo: Titolo
    fonte: str
    con_voto: bool = True

    @property
    def in_parole(self) -> str:
        """«8 genitori», «docenti: tutti», «2 ATA»."""
        chi = self.componente.in_frase
        return f"{chi}: tutti" if self.posti is None else f"{self.posti} {chi}"


def composizione_di_legge(tipo: TipoOrgano, scuola: Scuola, alunni: int) -> tuple[Seggio, ...]:
    """The seats that the law gives to an organ of this kind.

    ``alunni`` are the pupils of the institute: up to 500 the Consiglio d'istituto has 14
    members, beyond 19 (art. 8 c. 1). Empty where the law says nothing.
    """
    if tipo is TipoOrgano.COMMISSARIO:
        return (Seggio(Componente.ESTERNI, 1, Titolo.NOMINATO, COMMISSARIO),)
    if tipo in CON_IL_DIRIGENTE:
        dirigente = Seggio(Componente.DIRIGENTE, 1, Titolo.DI_DIRITTO, CON_IL_DIRIGENTE[tipo])
        return (dirigente, *_altri(tipo, scuola, alunni))
    return ()


def _altri(tipo: TipoOrgano, scuola: Scuola, alunni: int) -> tuple[Seggio, ...]:
    match tipo:
        case TipoOrgano.COLLEGIO | TipoOrgano.SEZIONE_COLLEGIO:
            return (Seggio(Componente.DOCENTI, None, Titolo.DI_DIRITTO, ART_7),)
        case TipoOrgano.COMMISSIONE_PFI | TipoOrgano.SEZIONE_PFI:
            return (Seggio(Componente.DOCENTI, None, Titolo.NOMINATO, PATTO),)
        case TipoOrgano.CONSIGLIO_ISTITUTO:
            return _consiglio(scuola, alunni)
    fissi = {
        TipoOrgano.GIUNTA: _giunta,
        TipoOrgano.COMITATO: _comitato,
        TipoOrgano.ORGANO_GARANZIA: _garanzia,
    }
    return fissi[tipo](scuola) if tipo in fissi else _di_classe(tipo, scuola)


def _eletti(componente: Componente, posti: int, fonte: str) -> Seggio:
    return Seggio(componente, posti, Titolo.ELETTO, fonte)


def _consiglio(scuola: Scuola, alunni: int) -> tuple[Seggio, ...]:
    grande = alunni > SOGLIA_ALUNNI
    docenti, ata, genitori = (8, 2, 8) if grande else (6, 1, 6)
    quanti = "oltre 500 alunni" if grande else "fino a 500 alunni"
    fonte = f"{ART_8} c. 1: {quanti}"
    comuni = (
        _eletti(Componente.DOCENTI, docenti, fonte),
        _eletti(Componente.ATA, ata, fonte),
    )
    match scuola:
        case Scuola.PRIMO_CICLO:
            return (*comuni, _eletti(Componente.GENITORI, genitori, fonte))
        case Scuola.SUPERIORE:
            meta, di = genitori // 2, f"{ART_8}: istituti superiori, {quanti}"
            return (
                *comuni,
                _eletti(Componente.GENITORI, meta, di),
                _eletti(Componente.STUDENTI, meta, di),
            )
        case Scuola.ADULTI:
            return (*comuni, _eletti(Componente.STUDENTI, genitori, f"{CPIA} lett. c"))


def _giunta(scuola: Scuola) -> tuple[Seggio, ...]:
    fonte = f"{ART_8} c. 7"
    comuni = (
        Seggio(Componente.ATA, 1, Titolo.DI_DIRITTO, f"{fonte}: è anche segretario"),
        _eletti(Componente.DOCENTI, 1, fonte),
        _eletti(Componente.ATA, 1, fonte),
    )
    match scuola:
        case Scuola.PRIMO_CICLO:
            return (*comuni, _eletti(Componente.GENITORI, 2, fonte))
        case Scuola.SUPERIORE:
            di = f"{ART_8}: istituti superiori"
            return (
                *comuni, _eletti(Componente.GENITORI, 1, di), _eletti(Componente.STUDENTI, 1, di)
            )  # fmt: skip
        case Scuola.ADULTI:
            return (*comuni, _eletti(Componente.STUDENTI, 2, f"{CPIA} lett. c"))


def _di_classe(tipo: TipoOrgano, scuola: Scuola) -> tuple[Seggio, ...]:
    docenti = Seggio(Componente.DOCENTI, None, Titolo.DI_DIRITTO, f"{ART_5} c. 1")
    if scuola is Scuola.ADULTI:
        return (docenti, _eletti(Componente.STUDENTI, 3, f"{CPIA} lett. a"))
    if scuola is Scuola.SUPERIORE:
        fonte = f"{ART_5} c. 2 lett. c"
        return (
            docenti,
            _eletti(Componente.GENITORI, 2, fonte),
            _eletti(Componente.STUDENTI, 2, fonte),
        )
    if tipo is TipoOrgano.CONSIGLIO_CLASSE:
        return (docenti, _eletti(Componente.GENITORI, 4, f"{ART_5} c. 2 lett. b"))
    # One for each class or section: how many there are the school knows.
    fonte = f"{ART_5} c. 2 lett. a: uno per classe o sezione"
    return (docenti, Seggio(Componente.GENITORI, None, Titolo.ELETTO, fonte))


def _comitato(scuola: Scuola) -> tuple[Seggio, ...]:
    esterno = Seggio(Componente.ESTERNI, 1, Titolo.NOMINATO, ART_11)
    docenti = Seggio(Componente.DOCENTI, 3, Titolo.DESIGNATO, ART_11)
    utenti = {
        Scuola.PRIMO_CICLO: (Seggio(Componente.GENITORI, 2, Titolo.DESIGNATO, ART_11),),
        Scuola.SUPERIORE: (
            Seggio(Componente.GENITORI, 1, Titolo.DESIGNATO, ART_11),
            Seggio(Componente.STUDENTI, 1, Titolo.DESIGNATO, ART_11),
        ),
        Scuola.ADULTI: (Seggio(Componente.STUDENTI, 2, Titolo.DESIGNATO, ART_11),),
    }
    return (docenti, *utenti[scuola], esterno)


def _garanzia(scuola: Scuola) -> tuple[Seggio, ...]:
    docente = Seggio(Componente.DOCENTI, 1, Titolo.DESIGNATO, GARANZIA)
    utenti = {
        Scuola.PRIMO_CICLO: (_eletti(Componente.GENITORI, 2, GARANZIA),),
        Scuola.SUPERIORE: (
            _eletti(Componente.GENITORI, 1, GARANZIA),
            _eletti(Componente.STUDENTI, 1, GARANZIA),
        ),
        Scuola.ADULTI: (_eletti(Componente.STUDENTI, 1, GARANZIA),),
    }
    return (docente, *utenti[scuola])
