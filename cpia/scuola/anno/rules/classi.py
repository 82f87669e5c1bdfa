"""The classes of the new year: which go up, which conclude, which are there already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cpia.scuola.anno.rules.durata import Durata

Posto = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class CorsoLetto:
    """A course of study with its length; without one it is of adults."""

    id: int
    sigla: str
    durata: Durata | None


@dataclass(frozen=True, slots=True)
class ClasseLetta:
    """A class of either year."""

    id: int
    corso: CorsoLetto
    anno_di_corso: int
    sezione: str
    sede_id: int

    @property
    def posto(self) -> Posto:
        """What two classes of two years have in common when they are the same one."""
        return self.corso.id, self.anno_di_corso, self.sezione

    @property
    def detta(self) -> str:
        return f"{self.anno_di_corso}ª{self.sezione} {self.corso.sigla}"

    @property
    def ultima(self) -> bool:
        """Whether with this year the course ends."""
        return self.corso.durata is not None and self.anno_di_corso >= self.corso.durata.anni

    @property
    def sale(self) -> bool:
        """Whether the class has a next one, of the same course and section."""
        return self.corso.durata is not None and not self.ultima


class Sorte(StrEnum):
    """What becomes of a place in the new year, or of a class of the old one."""

    NUOVA = "nuova"
    ESISTE = "esiste"


@dataclass(frozen=True, slots=True)
class VoceClasse:
    """A class of the new year: who comes up into it, who repeats in it, why it is proposed."""

    posto: Posto
    corso: CorsoLetto
    sede_id: int
    sorte: Sorte
    da: ClasseLetta | None
    ripetono: ClasseLetta | None
    motivo: str

    @property
    def detta(self) -> str:
        _, anno_di_corso, sezione = self.posto
        return f"{anno_di_corso}ª{sezione} {self.corso.sigla}"

    @property
    def chiave(self) -> str:
        """The place as a form writes it: «12-3-B»."""
        return "-".join(map(str, self.posto))


def successiva(classe: ClasseLetta) -> Posto | None:
    """Where a class goes as a whole: next year of course, same course and section; None at the end.

    Adults are never promoted by the calendar: their paths last what the agreement says.
    """
    if not classe.sale:
        return None
    return classe.corso.id, classe.anno_di_corso + 1, classe.sezione


def classi_del_nuovo_anno(
    vecchie: Sequence[ClasseLetta], nuove: Iterable[ClasseLetta]
) -> list[VoceClasse]:
    """Every class that the new year may have, each once.

    They are those into which a class goes up, those in which one repeats or begins, those that
    are there already. Classes of adults are proposed only as they are.
    """
    voci: dict[Posto, VoceClasse] = {}
    for classe in vecchie:
        if (posto := successiva(classe)) is not None:
            voci[posto] = _voce(posto, classe, da=classe)
    for classe in vecchie:
        gia = voci.get(classe.posto)
        voci[classe.posto] = (
            replace(gia, ripetono=classe) if gia else _voce(classe.posto, classe, ripetono=classe)
        )
    for nuova in nuove:
        gia = voci.get(nuova.posto)
        voci[nuova.posto] = replace(
            gia or _voce(nuova.posto, nuova), sorte=Sorte.ESISTE, sede_id=nuova.sede_id
        )
    ordinate = sorted(voci.values(), key=lambda v: (v.posto[1], v.corso.sigla, v.posto[2]))
    return [replace(voce, motivo=_motivo(voce)) for voce in ordinate]


def _voce(
    posto: Posto,
    come: ClasseLetta,
    *,
    da: ClasseLetta | None = None,
    ripetono: ClasseLetta | None = None,
) -> VoceClasse:
    return VoceClasse(posto, come.corso, come.sede_id, Sorte.NUOVA, da, ripetono, "")


def _motivo(voce: VoceClasse) -> str:
    if voce.da:
        return f"vi sale la {voce.da.detta}: stesso corso, stessa sezione, anno seguente"
    if voce.ripetono is None:
        return "creata a mano o importata"
    if voce.corso.durata is None:
        return "istruzione degli adulti: non si sale d’ufficio, la classe si ripropone com’è"
    if voce.posto[1] == 1:
        return "classe prima: accoglie i nuovi iscritti e chi ripete"
    return f"vi resta chi ripete della {voce.ripetono.detta}; nessuna classe vi sale"


def concludono(vecchie: Iterable[ClasseLetta]) -> list[ClasseLetta]:
    """The classes of the last year: they have no next one."""
    return [classe for classe in vecchie if classe.ultima]
