"""What may be copied into the new year: only proposals, each with its reason.

Nothing is copied by itself. Each proposal has a key, which the office ticks; the passage copies
what is ticked and is not there yet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from cpia.scuola.anno.rules.classi import ClasseLetta, Posto, successiva
from cpia.scuola.anno.rules.durata import ANNO_SCOLASTICO
from cpia.scuola.incarichi.rules import DI_GOVERNO

ASSEGNAZIONE: Final = "D.Lgs. 297/1994, art. 396 c. 2 lett. d)"
COLLABORATORI: Final = "D.Lgs. 165/2001, art. 25 c. 5"
RELIGIONE: Final = "D.P.R. 175/2012, punto 2.1"
SOSTITUZIONE: Final = "è una sostituzione: finisce con i suoi giorni"
# Offices that the school itself gives, and may give again. Who directs it is sent by the regional
# office, members of organs are elected, a substitute leaves with the days of the substitution.
UFFICI: Final = frozenset(
    {
        "collaboratore", "dsga", "segreteria_didattica", "segreteria_personale",
        "segreteria_protocollo", "ata", "coordinatore_sede", "tutor", "verbalizzante",
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
    """A role in force on the last day of the old year, or on some day of the new one."""

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


def proposte(vecchio: Anno, nuovo: Anno, modo: str, fine: date, chi: int) -> list[Copia]:
    """All that may be copied, class by class, the offices last.

    ``modo`` is ``segue`` (subjects, teachers and coordinators go up with the class) or ``resta``
    (they stay on the year of course). Groups always go with their students. ``fine`` is the last
    day of the old year: an office without an end goes on by itself and needs no copy. ``chi`` is
    the person who would make the passage: it gives nothing that this person could not give.
    """
    incarichi = [
        *_docenti(vecchio, nuovo, modo),
        *_coordinatori(vecchio, nuovo, modo),
        *_uffici(vecchio, nuovo, fine),
    ]
    return [
        *_cattedre(vecchio, nuovo, modo),
        *(_se_si_puo_dare(copia, vecchio.incarichi[copia.id], chi) for copia in incarichi),
        *_gruppi(vecchio, nuovo),
    ]


def _se_si_puo_dare(copia: Copia, incarico: IncaricoLetto, chi: int) -> Copia:
    """The same limits as for a role given by hand, and no substitute becomes the holder."""
    motivo = ""
    if incarico.sostituisce:
        motivo = SOSTITUZIONE
    elif incarico.ruolo in DI_GOVERNO:
        motivo = "lo conferisce solo il dirigente o il DSGA, dalla pagina della persona"
    elif incarico.persona_id == chi:
        motivo = "nessuno dà un incarico a sé stesso: lo copia chi rifà il passaggio dopo di te"
    if not motivo or copia.stato != StatoCopia.POSSIBILE:
        return copia
    return replace(copia, stato=StatoCopia.IMPOSSIBILE, motivo=motivo)


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
        elif verso:
            motivo = f"insegna {cattedra.detta} in {da.detta}: propone la continuità"
        titolo = f"{incarico.persona}, {cattedra.detta}"
        yield Copia(Genere.DOCENTE, incarico.id, titolo, da, verso, stato, motivo, ASSEGNAZIONE)


def _coordinatori(vecchio: Anno, nuovo: Anno, modo: str) -> Iterator[Copia]:
    per_posto = nuovo.per_posto()
    # The class has only one of them; who stands in for that one is not a second.
    gia = {i.classe_id: i for i in _del_ruolo(nuovo, "coordinatore") if not i.sostituisce}
    for incarico in _del_ruolo(vecchio, "coordinatore"):
        da = vecchio.classi.get(incarico.classe_id or 0)
        if da is None:
            continue
        verso, stato, motivo = _verso(da, modo, per_posto)
        altro = gia.get(verso.id) if verso else None
        if incarico.id in nuovo.copiati or (altro and altro.persona_id == incarico.persona_id):
            stato, motivo = StatoCopia.ESISTE, "l’incarico nel nuovo anno c’è già"
        elif altro:
            stato, motivo = StatoCopia.IMPOSSIBILE, f"la coordina già {altro.persona}"
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
        mete = [verso] if verso else classi_di_arrivo(da, nuovo)
        formato = next((meta for meta in mete if (meta.id, gruppo.nome) in formati), None)
        if formato:
            stato, motivo = StatoCopia.ESISTE, f"c’è già in {formato.detta}: vi entra chi passa poi"
        elif mete:
            dove = f"in {verso.detta}" if verso else "nella classe in cui va"
            stato = StatoCopia.POSSIBILE
            motivo = f"con chi passa {dove}, fra {len(gruppo.membri)} di oggi"
        fonte = RELIGIONE if gruppo.tipo in {"religione", "alternativa"} else ""
        yield Copia(Genere.GRUPPO, gruppo.id, gruppo.nome, da, verso, stato, motivo, fonte)


def classi_di_arrivo(da: ClasseLetta, nuovo: Anno) -> list[ClasseLetta]:
    """The classes into which students of a class may go up, where it merges or splits too."""
    if not da.sale:
        return []
    anno = (da.corso.id, da.anno_di_corso + 1)
    return [c for c in nuovo.classi.values() if (c.corso.id, c.anno_di_corso) == anno]


def _uffici(vecchio: Anno, nuovo: Anno, fine: date) -> Iterator[Copia]:
    gia = {
        (i.persona_id, i.ruolo, i.sede_id) for i in nuovo.incarichi.values() if i.classe_id is None
    }
    for incarico in vecchio.incarichi.values():
        if incarico.ruolo not in UFFICI or incarico.al != fine or incarico.classe_id:
            continue
        stato, motivo = StatoCopia.POSSIBILE, f"finisce il {fine:%d/%m/%Y}, con l’anno scolastico"
        suo = (incarico.persona_id, incarico.ruolo, incarico.sede_id)
        if incarico.id in nuovo.copiati or suo in gia:
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
