"""Where each student of the old year ends: exactly one place, with the reason."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from cpia.scuola.anno.rules.classi import ClasseLetta, Posto, successiva
from cpia.scuola.anno.rules.durata import ANNO_SCOLASTICO, detto, primo_giorno, ultimo_giorno

SOSPESO: Final = "D.P.R. 122/2009, art. 4 c. 6"
# Admission to the next class, by Ordinamento; what is not here is decided by the agreement.
AMMISSIONE: Final = {
    "primo_ciclo": "D.Lgs. 62/2017, art. 6",
    "secondo_ciclo": "D.P.R. 122/2009, art. 4 c. 5",
}


class Esito(StrEnum):
    """The same values as ``cpia.scuola.enums.Esito``."""

    AMMESSO = "ammesso"
    NON_AMMESSO = "non_ammesso"
    CONCLUDE = "conclude"
    LASCIA = "lascia"


class Stato(StrEnum):
    """What the passage would do with a row now."""

    NUOVO = "nuovo"
    INVARIATO = "invariato"
    PROBLEMA = "problema"
    DA_DECIDERE = "da_decidere"


@dataclass(frozen=True, slots=True)
class StudenteLetto:
    """A student at the end of the old year, with what was decided so far."""

    iscrizione_id: int
    persona_id: int
    nome: str
    classe: ClasseLetta
    dal: date
    al: date | None = None
    esito: str = ""
    arrivo_id: int | None = None
    ultimo_giorno: date | None = None
    passato: bool = False


@dataclass(frozen=True, slots=True)
class IscrizioneNuova:
    """An enrolment of the new year that is there already; ``uscito``: it ended before the year."""

    persona_id: int
    classe_id: int
    uscito: bool = False


@dataclass(frozen=True)
class NuovoAnno:
    """The year one goes into: its classes, who is enrolled already, who is in two old classes."""

    inizio: int
    classi: Mapping[int, ClasseLetta]
    per_posto: Mapping[Posto, ClasseLetta]
    iscritti: Mapping[int, tuple[int, ...]]
    doppi: frozenset[int]
    usciti: frozenset[tuple[int, int]] = frozenset()

    @property
    def primo_giorno(self) -> date:
        return primo_giorno(self.inizio)

    @property
    def fine_del_vecchio(self) -> date:
        return ultimo_giorno(self.inizio - 1)

    @property
    def detto(self) -> str:
        return detto(self.inizio)


def nuovo_anno(
    inizio: int,
    classi: Iterable[ClasseLetta],
    iscrizioni: Iterable[IscrizioneNuova],
    studenti: Iterable[StudenteLetto],
) -> NuovoAnno:
    """Gather what every student is compared with."""
    per_id = {classe.id: classe for classe in classi}
    iscritti: dict[int, tuple[int, ...]] = {}
    tutte = list(iscrizioni)
    for iscrizione in tutte:
        gia = iscritti.get(iscrizione.persona_id, ())
        iscritti[iscrizione.persona_id] = (*gia, iscrizione.classe_id)
    presenze = Counter(s.persona_id for s in studenti if not s.passato)
    return NuovoAnno(
        inizio,
        per_id,
        {classe.posto: classe for classe in per_id.values()},
        iscritti,
        frozenset(persona for persona, quante in presenze.items() if quante > 1),
        frozenset((i.persona_id, i.classe_id) for i in tutte if i.uscito),
    )


@dataclass(frozen=True, slots=True)
class Riga:
    """The judgement on one student: what changes, where he or she ends, why.

    ``classe`` is that of the new year; ``chiude_al`` the last day in the old class; ``iscrive``
    whether an enrolment is born. Nothing of it holds for PROBLEMA and DA_DECIDERE.
    """

    studente: StudenteLetto
    stato: Stato
    testo: str
    fonte: str = ""
    classe: ClasseLetta | None = None
    chiude_al: date | None = None
    iscrive: bool = False


def giudica(studente: StudenteLetto, anno: NuovoAnno) -> Riga:
    """What the passage does with a student (D.Lgs. 297/1994 art. 74; D.P.R. 122/2009 art. 4).

    Who was passed already is unchanged, who has no outcome stays to be decided. A person enrolled
    twice, or already in another class of the new year, is a problem for the office to solve.
    """
    if studente.passato:
        return Riga(studente, Stato.INVARIATO, "già passato", classe=_arrivo(studente, anno))
    if not studente.esito:
        testo = "da decidere: senza esito resta dov’è, e il passaggio degli altri non l’aspetta"
        return Riga(studente, Stato.DA_DECIDERE, testo, SOSPESO)
    if motivo := _impedimento(studente, anno):
        return Riga(studente, Stato.PROBLEMA, motivo)
    if studente.esito in {Esito.CONCLUDE, Esito.LASCIA}:
        return _esce(studente, anno)
    return _prosegue(studente, anno)


def _impedimento(studente: StudenteLetto, anno: NuovoAnno) -> str:
    if studente.persona_id in anno.doppi:
        return "è iscritto in due classi di quest’anno: va chiusa prima una delle due iscrizioni"
    ultimo = _ultimo(studente, anno)
    if ultimo < studente.dal:
        return f"è iscritto dal {studente.dal:%d/%m/%Y}, dopo l’ultimo giorno: {ultimo:%d/%m/%Y}"
    if ultimo > anno.fine_del_vecchio:
        return f"l’ultimo giorno {ultimo:%d/%m/%Y} è dopo la fine dell’anno scolastico"
    return ""


def _ultimo(studente: StudenteLetto, anno: NuovoAnno) -> date:
    return studente.ultimo_giorno or anno.fine_del_vecchio


def _esce(studente: StudenteLetto, anno: NuovoAnno) -> Riga:
    if gia := _altre(studente, anno, tranne=None):
        return Riga(studente, Stato.PROBLEMA, f"è già iscritto nel {anno.detto}: {gia}")
    ultimo = _ultimo(studente, anno)
    verbo = "conclude il corso" if studente.esito == Esito.CONCLUDE else "lascia la scuola"
    durata = studente.classe.corso.durata
    concluso = studente.esito == Esito.CONCLUDE and durata is not None
    return Riga(
        studente,
        Stato.NUOVO,
        f"{verbo}, ultimo giorno {ultimo:%d/%m/%Y}",
        durata.fonte if concluso and durata else ANNO_SCOLASTICO,
        chiude_al=ultimo,
    )


def _prosegue(studente: StudenteLetto, anno: NuovoAnno) -> Riga:
    arrivo = _arrivo(studente, anno)
    if arrivo is None or (motivo := ammissibile(studente.classe, studente.esito, arrivo)):
        testo = _senza_arrivo(studente, anno) if arrivo is None else motivo
        return Riga(studente, Stato.PROBLEMA, testo)
    if altre := _altre(studente, anno, tranne=arrivo.id):
        return Riga(studente, Stato.PROBLEMA, f"nel {anno.detto} è già iscritto in {altre}")
    gia = arrivo.id in anno.iscritti.get(studente.persona_id, ())
    dal = f"dal {anno.primo_giorno:%d/%m/%Y}"
    verbo = "ripete in" if studente.esito == Esito.NON_AMMESSO else "in"
    return Riga(
        studente,
        Stato.NUOVO,
        f"è già in {arrivo.detta}: si chiude l’iscrizione di quest’anno"
        if gia
        else f"{verbo} {arrivo.detta} {dal}",
        fonte_ammissione(studente.classe),
        classe=arrivo,
        chiude_al=anno.fine_del_vecchio,
        iscrive=not gia,
    )


def _arrivo(studente: StudenteLetto, anno: NuovoAnno) -> ClasseLetta | None:
    """The class chosen by hand, else the one that the outcome implies, if it is there."""
    if studente.arrivo_id is not None:
        return anno.classi.get(studente.arrivo_id)
    posto = posto_di_arrivo(studente.classe, studente.esito)
    return anno.per_posto.get(posto) if posto else None


def posto_di_arrivo(classe: ClasseLetta, esito: str) -> Posto | None:
    """Where an outcome leads by itself: up, or the same year and section for who repeats."""
    if esito == Esito.AMMESSO:
        return successiva(classe)
    return classe.posto if esito == Esito.NON_AMMESSO else None


def _senza_arrivo(studente: StudenteLetto, anno: NuovoAnno) -> str:
    classe = studente.classe
    if studente.arrivo_id is not None:
        return f"la classe scelta non è del {anno.detto}"
    posto = posto_di_arrivo(classe, studente.esito)
    if posto:
        detta = f"{posto[1]}ª{posto[2]} {classe.corso.sigla}"
        return f"nel {anno.detto} la {detta} non c’è: creala, oppure scegli un’altra classe"
    if classe.ultima:
        return f"la {classe.detta} è l’ultimo anno del corso: si conclude o si ripete"
    return "istruzione degli adulti: la classe di arrivo si sceglie a mano"


def ammissibile(classe: ClasseLetta, esito: str, arrivo: ClasseLetta) -> str:
    """Why a class cannot be that of arrival; empty when it can.

    Another course or section is a passage that schools grant; the year of course is not theirs to
    skip: up by one for who is admitted, the same for who repeats. Adults go where agreed.
    """
    if classe.corso.durata is None or arrivo.corso.durata is None:
        return ""
    atteso = classe.anno_di_corso + (esito == Esito.AMMESSO)
    if arrivo.anno_di_corso == atteso:
        return ""
    che_cosa = "è ammesso" if esito == Esito.AMMESSO else "ripete"
    return f"chi {che_cosa} va in una classe di anno {atteso}: la {arrivo.detta} non lo è"


def fonte_ammissione(classe: ClasseLetta) -> str:
    """The article on admission to the next class."""
    durata = classe.corso.durata
    if durata is None:
        return ANNO_SCOLASTICO
    primo = durata.fonte.startswith("D.Lgs. 59/2004")
    return AMMISSIONE["primo_ciclo" if primo else "secondo_ciclo"]


def _altre(studente: StudenteLetto, anno: NuovoAnno, *, tranne: int | None) -> str:
    """The other classes of the new year in which the person is enrolled already, in words.

    Not those that the person has left since: to go elsewhere, or for good.
    """
    persona = studente.persona_id
    return ", ".join(
        anno.classi[classe_id].detta
        for classe_id in anno.iscritti.get(persona, ())
        if classe_id in anno.classi
        and classe_id != tranne
        and (persona, classe_id) not in anno.usciti
    )


def giudica_tutti(studenti: Sequence[StudenteLetto], anno: NuovoAnno) -> list[Riga]:
    """The judgement on every student of the old year, in the given order."""
    return [giudica(studente, anno) for studente in studenti]


def esito_proposto(classe: ClasseLetta) -> Esito | None:
    """What is proposed for who has no outcome: up, or out at the last year; None for adults."""
    if classe.corso.durata is None:
        return None
    return Esito.CONCLUDE if classe.ultima else Esito.AMMESSO
