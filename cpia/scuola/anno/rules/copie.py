"""What may be copied into the new year: only proposals, each with its reason.

Nothing is copied by itself. Each proposal has a key, which the office ticks; the passage copies
what is ticked and is not there yet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from cpia.scuola.anno.rules.classi import ClasseLetta, Posto, successiva
from cpia.scuola.anno.rules.durata import ANNO_SCOLASTICO

ASSEGNAZIONE: Final = "D.Lgs. 297/1994, art. 396 c. 2 lett. d)"
COLLABORATORI: Final = "D.Lgs. 165/2001, art. 25 c. 5"
RELIGIONE: Final = "D.P.R. 175/2012, punto 2.1"
# Offices that the school itself gives, and may give again. Who directs it is sent by the regional
# office, members of organs are elected, a substitute leaves with the days of the substitution.
UFFICI: Final = frozenset(
    {
        "collaboratore", "dsga", "segreteria_didattica", "segreteria_personale",
        "segreteria_protocollo", "coordinatore_sede", "tutor", "verbalizzante",
    }
)  # fmt: skip


class Genere(StrEnum):
    """What kind of thing is copied."""

    CATTEDRA = "cattedra"
    DOCENTE = "docente"
    COORDINATORE = "coordinatore"
    GRUPPO = "gruppo"
    UFFICIO = "ufficio"


class StatoCopia(StrEnum):
    """``POSSIBILE`` may be ticked, ``ESISTE`` is there already, ``IMPOSSIBILE`` says why not."""

    POSSIBILE = "possibile"
    ESISTE = "esiste"
    IMPOSSIBILE = "impossibile"


@dataclass(frozen=True, slots=True)
class GruppoLetto:
    """A group of a class; ``membri`` are the ids of the persons in it."""

    id: int
    classe_id: int
    tipo: str
    nome: str
    membri: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class CattedraLetta:
    id: int
    classe_id: int
    disciplina_id: int
    disciplina: str
    gruppo: GruppoLetto | None = None

    @property
    def detta(self) -> str:
        gruppo = self.gruppo.nome if self.gruppo else self.disciplina
        return self.disciplina if gruppo == self.disciplina else f"{self.disciplina} ({gruppo})"


@dataclass(frozen=True, slots=True)
class IncaricoLetto:
    """A role in force on the last day of the year."""

    id: int
    persona_id: int
    persona: str
    ruolo: str
    ruolo_detto: str
    dal: date
    al: date | None = None
    classe_id: int | None = None
    cattedra_id: int | None = None
    sede_id: int | None = None
    sostituisce: bool = False


@dataclass(frozen=True)
class Anno:
    """What one year has: classes, subjects, groups, roles, each by its id."""

    classi: Mapping[int, ClasseLetta]
    cattedre: Mapping[int, CattedraLetta] = field(default_factory=dict)
    gruppi: Mapping[int, GruppoLetto] = field(default_factory=dict)
    incarichi: Mapping[int, IncaricoLetto] = field(default_factory=dict)
    copiati: frozenset[int] = frozenset()

    def per_posto(self) -> dict[Posto, ClasseLetta]:
        return {classe.posto: classe for classe in self.classi.values()}


@dataclass(frozen=True, slots=True)
class Copia:
    """One proposal: what, from where, into which class, whether it can be, why."""

    genere: Genere
    id: int
    titolo: str
    da: ClasseLetta | None
    verso: ClasseLetta | None
    stato: StatoCopia
    motivo: str
    fonte: str = ""

    @property
    def chiave(self) -> str:
        """What the form ticks and the passage looks up: «docente-12»."""
        return f"{self.genere}-{self.id}"


def destinazione(classe: ClasseLetta, modo: str) -> Posto | None:
    """Where subjects and teachers of a class go: with it, or to the same year of course."""
    return successiva(classe) if modo == "segue" else classe.posto


def proposte(vecchio: Anno, nuovo: Anno, modo: str, fine: date) -> list[Copia]:
    """All that may be copied, class by class, the offices last.

    ``modo`` is ``segue`` (subjects, teachers and coordinators go up with the class) or ``resta``
    (they stay on the year of course). Groups always go with their students. ``fine`` is the last
    day of the old year: an office without an end goes on by itself and needs no copy.
    """
    return [
        *_cattedre(vecchio, nuovo, modo),
        *_docenti(vecchio, nuovo, modo),
        *_coordinatori(vecchio, nuovo, modo),
        *_gruppi(vecchio, nuovo),
        *_uffici(vecchio, nuovo, fine),
    ]


def _cattedre(vecchio: Anno, nuovo: Anno, modo: str) -> Iterator[Copia]:
    per_posto, presenti = nuovo.per_posto(), cattedre_presenti(nuovo)
    for cattedra in vecchio.cattedre.values():
        da = vecchio.classi[cattedra.classe_id]
        verso, stato, motivo = _verso(da, modo, per_posto)
        if verso and _impronta(cattedra, verso) in presenti:
            stato, motivo = StatoCopia.ESISTE, f"c’è già in {verso.detta}"
        elif verso:
            motivo = f"in {verso.detta} non c’è ancora"
        yield Copia(Genere.CATTEDRA, cattedra.id, cattedra.detta, da, verso, stato, motivo)


def _docenti(vecchio: Anno, nuovo: Anno, modo: str) -> Iterator[Copia]:
    per_posto = nuovo.per_posto()
    gia = {
        (incarico.persona_id, *_impronta(cattedra, nuovo.classi[cattedra.classe_id]))
        for incarico in _del_ruolo(nuovo, "docente")
        if (cattedra := nuovo.cattedre.get(incarico.cattedra_id or 0))
    }
    for incarico in _del_ruolo(vecchio, "docente"):
        cattedra = vecchio.cattedre.get(incarico.cattedra_id or 0)
        if cattedra is None:
            continue
        da = vecchio.classi[cattedra.classe_id]
        verso, stato, motivo = _verso(da, modo, per_posto)
        if incarico.id in nuovo.copiati or (
            verso and (incarico.persona_id, *_impronta(cattedra, verso)) in gia
        ):
            stato, motivo = StatoCopia.ESISTE, "l’incarico nel nuovo anno c’è già"
        elif incarico.sostituisce:
            stato, motivo = StatoCopia.IMPOSSIBILE, "è una sostituzione: finisce con i suoi giorni"
        elif verso:
            motivo = f"insegna {cattedra.detta} in {da.detta}: propone la continuità"
        titolo = f"{incarico.persona}, {cattedra.detta}"
        yield Copia(Genere.DOCENTE, incarico.id, titolo, da, verso, stato, motivo, ASSEGNAZIONE)


def _coordinatori(vecchio: Anno, nuovo: Anno, modo: str) -> Iterator[Copia]:
    per_posto = nuovo.per_posto()
    gia = {(i.persona_id, i.classe_id) for i in _del_ruolo(nuovo, "coordinatore")}
    for incarico in _del_ruolo(vecchio, "coordinatore"):
        da = vecchio.classi.get(incarico.classe_id or 0)
        if da is None:
            continue
        verso, stato, motivo = _verso(da, modo, per_posto)
        if incarico.id in nuovo.copiati or (verso and (incarico.persona_id, verso.id) in gia):
            stato, motivo = StatoCopia.ESISTE, "l’incarico nel nuovo anno c’è già"
        elif incarico.sostituisce:
            stato, motivo = StatoCopia.IMPOSSIBILE, "è una sostituzione: finisce con i suoi giorni"
        elif verso:
            motivo = f"coordina la {da.detta}"
        yield Copia(
            Genere.COORDINATORE,
            incarico.id,
            f"{incarico.persona}, {incarico.ruolo_detto}",
            da,
            verso,
            stato,
            motivo,
            COLLABORATORI,
        )


def _gruppi(vecchio: Anno, nuovo: Anno) -> Iterator[Copia]:
    per_posto = nuovo.per_posto()
    formati = {(g.classe_id, g.nome) for g in nuovo.gruppi.values() if g.membri}
    for gruppo in vecchio.gruppi.values():
        da = vecchio.classi[gruppo.classe_id]
        verso, stato, motivo = _verso(da, "segue", per_posto)
        if verso and (verso.id, gruppo.nome) in formati:
            stato, motivo = StatoCopia.ESISTE, f"c’è già in {verso.detta}: vi entra chi passa poi"
        elif verso:
            motivo = f"con chi passa in {verso.detta}, fra {len(gruppo.membri)} di oggi"
        fonte = RELIGIONE if gruppo.tipo in {"religione", "alternativa"} else ""
        yield Copia(Genere.GRUPPO, gruppo.id, gruppo.nome, da, verso, stato, motivo, fonte)


def _uffici(vecchio: Anno, nuovo: Anno, fine: date) -> Iterator[Copia]:
    gia = {(i.persona_id, i.ruolo) for i in nuovo.incarichi.values() if i.classe_id is None}
    for incarico in vecchio.incarichi.values():
        if incarico.ruolo not in UFFICI or incarico.al != fine or incarico.classe_id:
            continue
        stato, motivo = StatoCopia.POSSIBILE, f"finisce il {fine:%d/%m/%Y}, con l’anno scolastico"
        if incarico.id in nuovo.copiati or (incarico.persona_id, incarico.ruolo) in gia:
            stato, motivo = StatoCopia.ESISTE, "l’incarico nel nuovo anno c’è già"
        titolo = f"{incarico.persona}, {incarico.ruolo_detto}"
        fonte = COLLABORATORI if incarico.ruolo == "collaboratore" else ANNO_SCOLASTICO
        yield Copia(Genere.UFFICIO, incarico.id, titolo, None, None, stato, motivo, fonte)


def _del_ruolo(anno: Anno, ruolo: str) -> Iterator[IncaricoLetto]:
    return (incarico for incarico in anno.incarichi.values() if incarico.ruolo == ruolo)


def _verso(
    da: ClasseLetta, modo: str, per_posto: Mapping[Posto, ClasseLetta]
) -> tuple[ClasseLetta | None, StatoCopia, str]:
    posto = destinazione(da, modo)
    if posto is None:
        motivo = "la classe conclude" if da.ultima else "istruzione degli adulti: si assegna a mano"
        return None, StatoCopia.IMPOSSIBILE, motivo
    verso = per_posto.get(posto)
    if verso is None:
        detta = f"{posto[1]}ª{posto[2]} {da.corso.sigla}"
        return None, StatoCopia.IMPOSSIBILE, f"la {detta} del nuovo anno non c’è"
    return verso, StatoCopia.POSSIBILE, ""


Impronta = tuple[int, int, str]


def _impronta(cattedra: CattedraLetta, classe: ClasseLetta) -> Impronta:
    """What makes two cattedre of two years the same: class, subject, group by name."""
    return classe.id, cattedra.disciplina_id, cattedra.gruppo.nome if cattedra.gruppo else ""


def cattedre_presenti(anno: Anno) -> dict[Impronta, CattedraLetta]:
    """The cattedre of a year by class, subject and name of the group."""
    return {
        _impronta(cattedra, anno.classi[cattedra.classe_id]): cattedra
        for cattedra in anno.cattedre.values()
    }


def cattedra_di_arrivo(cattedra: CattedraLetta, verso: ClasseLetta) -> Impronta:
    """How to find, in the new year, the cattedra that continues this one."""
    return _impronta(cattedra, verso)
