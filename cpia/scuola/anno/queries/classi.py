"""The classes of a year, and one of them with all that was in it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from cpia.scuola.anno.rules.durata import primo_giorno, ultimo_giorno
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import (
    AnnoScolastico,
    Appartenenza,
    Cattedra,
    Classe,
    Gruppo,
    Incarico,
    Iscrizione,
)


@dataclass(frozen=True, slots=True)
class VoceElenco:
    """A class in the list of its year."""

    classe: Classe
    studenti: int
    discipline: int
    coordinatori: str


def elenco(anno: AnnoScolastico) -> list[VoceElenco]:
    """The classes of a year. Four queries, whatever their number."""
    classi = list(
        Classe.objects.filter(istituto_id=anno.istituto_id, anno_scolastico=anno)
        .select_related("corso", "sede")
        .order_by("corso__ordinamento", "corso__nome", "anno_di_corso", "sezione")
    )
    dell_anno = {"istituto_id": anno.istituto_id, "classe__anno_scolastico": anno}
    studenti = _per_classe(_alla_fine(anno, Iscrizione.objects.filter(**dell_anno)))
    discipline = _per_classe(Cattedra.objects.filter(**dell_anno))
    coordinatori: dict[int, list[str]] = defaultdict(list)
    incarichi = Incarico.objects.filter(ruolo=Ruolo.COORDINATORE, **dell_anno)
    for incarico in _dell_anno(anno, incarichi).select_related("persona"):
        coordinatori[incarico.classe_id or 0].append(incarico.persona.iniziale_e_cognome)
    return [
        VoceElenco(c, studenti[c.pk], discipline[c.pk], ", ".join(coordinatori[c.pk]))
        for c in classi
    ]


def _per_classe(righe: Iterable[Iscrizione | Cattedra]) -> dict[int, int]:
    quante: dict[int, int] = defaultdict(int)
    for riga in righe:
        quante[riga.classe_id] += 1
    return quante


def _alla_fine(anno: AnnoScolastico, righe: QuerySet[Iscrizione]) -> QuerySet[Iscrizione]:
    """Who is there on the last day of the year, or is thought to be."""
    return righe.filter(Q(al__isnull=True) | Q(al__gte=ultimo_giorno(anno.inizio)))


def _dell_anno(anno: AnnoScolastico, righe: QuerySet[Incarico]) -> QuerySet[Incarico]:
    """The roles in force on some day of the year, and not withdrawn before it began."""
    inizio = primo_giorno(anno.inizio)
    return righe.filter(
        Q(al__isnull=True) | Q(al__gte=inizio), dal__lte=ultimo_giorno(anno.inizio)
    ).exclude(revocato_il__date__lte=inizio)


@dataclass(frozen=True, slots=True)
class StudenteDiClasse:
    """A student of the class with the days, the outcome, the groups."""

    iscrizione: Iscrizione
    esito: str
    verso: Classe | None
    gruppi: str

    @property
    def uscito(self) -> bool:
        """Whether the student left before the year ended."""
        al, anno = self.iscrizione.al, self.iscrizione.classe.anno_scolastico
        return al is not None and al < ultimo_giorno(anno.inizio)


@dataclass(frozen=True, slots=True)
class DisciplinaDiClasse:
    """A subject with who teaches it and until when."""

    cattedra: Cattedra
    docenti: tuple[Incarico, ...]


@dataclass(frozen=True, slots=True)
class ClasseIntera:
    """A class of any year, as it was then."""

    studenti: tuple[StudenteDiClasse, ...]
    discipline: tuple[DisciplinaDiClasse, ...]
    coordinatori: tuple[Incarico, ...]
    gruppi: tuple[tuple[Gruppo, int], ...]
    precedente: Classe | None
    successiva: Classe | None


def intera(classe: Classe) -> ClasseIntera:
    """All of a class. Seven queries, whatever its size. Needs ``anno_scolastico`` and ``corso``."""
    gruppi = list(
        Gruppo.objects.filter(istituto_id=classe.istituto_id, classe=classe).prefetch_related(
            Prefetch("appartenenze", Appartenenza.objects.filter(istituto_id=classe.istituto_id))
        )
    )
    return ClasseIntera(
        studenti=tuple(_studenti(classe, gruppi)),
        discipline=tuple(_discipline(classe)),
        coordinatori=tuple(_coordinatori(classe)),
        gruppi=tuple((gruppo, len(gruppo.appartenenze.all())) for gruppo in gruppi),
        precedente=_accanto(classe, -1),
        successiva=_accanto(classe, 1),
    )


def _studenti(classe: Classe, gruppi: list[Gruppo]) -> Iterable[StudenteDiClasse]:
    nomi: dict[int, list[str]] = defaultdict(list)
    for gruppo in gruppi:
        for appartenenza in gruppo.appartenenze.all():
            nomi[appartenenza.iscrizione_id].append(gruppo.nome)
    iscrizioni = (
        Iscrizione.objects.filter(istituto_id=classe.istituto_id, classe=classe)
        .select_related("persona", "esito__classe_di_arrivo__corso")
        .order_by("persona__cognome", "persona__nome", "pk")
    )
    for iscrizione in iscrizioni:
        iscrizione.classe = classe
        deciso = getattr(iscrizione, "esito", None)
        passato = deciso is not None and deciso.passato_il is not None
        yield StudenteDiClasse(
            iscrizione,
            deciso.get_esito_display() if deciso else "",
            deciso.classe_di_arrivo if deciso and passato else None,
            ", ".join(nomi[iscrizione.pk]),
        )


def _discipline(classe: Classe) -> Iterable[DisciplinaDiClasse]:
    docenti = _dell_anno(
        classe.anno_scolastico,
        Incarico.objects.filter(istituto_id=classe.istituto_id, ruolo=Ruolo.DOCENTE),
    ).select_related("persona")
    cattedre = (
        Cattedra.objects.filter(istituto_id=classe.istituto_id, classe=classe)
        .select_related("disciplina", "gruppo")
        .prefetch_related(Prefetch("incarichi", docenti.order_by("dal", "pk"), to_attr="docenti"))
        .order_by("disciplina__nome", "gruppo__nome", "pk")
    )
    return [DisciplinaDiClasse(cattedra, tuple(cattedra.docenti)) for cattedra in cattedre]


def _coordinatori(classe: Classe) -> QuerySet[Incarico]:
    suoi = Incarico.objects.filter(
        istituto_id=classe.istituto_id, ruolo=Ruolo.COORDINATORE, classe=classe
    )
    return _dell_anno(classe.anno_scolastico, suoi).select_related("persona").order_by("dal", "pk")


def _accanto(classe: Classe, passo: int) -> Classe | None:
    """The same section a year before or after, where the class came from or went to."""
    return (
        Classe.objects.filter(
            istituto_id=classe.istituto_id,
            anno_scolastico__inizio=classe.anno_scolastico.inizio + passo,
            corso_id=classe.corso_id,
            anno_di_corso=classe.anno_di_corso + passo,
            sezione=classe.sezione,
        )
        .select_related("corso", "anno_scolastico")
        .first()
    )


def giorni(incarico: Incarico, inizio: int) -> str:
    """``dal 12/03/2024 al 20/04/2024``, only where it is less than the whole year."""
    dal = f"dal {incarico.dal:%d/%m/%Y}" if incarico.dal > primo_giorno(inizio) else ""
    al = _al(_ultimo(incarico), inizio)
    return " ".join(filter(None, [dal, al]))


def _ultimo(incarico: Incarico) -> date | None:
    """The last day on which it was held: a withdrawal may come before the end."""
    revocato = incarico.revocato_il and timezone.localdate(incarico.revocato_il)
    return min(filter(None, (incarico.al, revocato)), default=None)


def _al(al: date | None, inizio: int) -> str:
    return f"al {al:%d/%m/%Y}" if al and al < ultimo_giorno(inizio) else ""
