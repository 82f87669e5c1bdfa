"""The state of a campaign, class by class, for dirigente and segreteria."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, Q, QuerySet

from competenze.enums import StatoClasse, StatoInserimento
from competenze.models import (
    Abbinamento,
    ClasseRilevata,
    Competenza,
    QuadroCompetenze,
    Rilevazione,
)
from competenze.queries.regole import calendario, regole
from competenze.rules.scadenze import Termine, termine
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Cattedra, Corso, Disciplina, Incarico
from cpia.scuola.queries import in_vigore


def rilevazioni(istituto_id: int) -> QuerySet[Rilevazione]:
    """The campaigns of an institute, the latest first."""
    return Rilevazione.objects.filter(istituto_id=istituto_id).select_related("anno_scolastico")


def quadri() -> QuerySet[QuadroCompetenze]:
    """The frameworks of the Ministry, the same for every institute."""
    return QuadroCompetenze.objects.order_by("-dal", "codice")


def anni_scolastici(istituto_id: int) -> QuerySet[AnnoScolastico]:
    """The school years of an institute, the latest first."""
    return AnnoScolastico.objects.filter(istituto_id=istituto_id).order_by("-inizio")


def esiste(
    istituto_id: int,
    *,
    anno_scolastico: AnnoScolastico,
    anno_di_corso: int,
    quadro: QuadroCompetenze,
) -> bool:
    """Whether these classes have a campaign on this framework already."""
    return Rilevazione.objects.filter(
        istituto_id=istituto_id,
        anno_scolastico=anno_scolastico,
        anno_di_corso=anno_di_corso,
        quadro=quadro,
    ).exists()


@dataclass(frozen=True, slots=True)
class StatoDellaClasse:
    """A class as the list of the institute shows it."""

    rilevata: ClasseRilevata
    coordinatori: str
    termine: Termine | None
    registrate: int
    discipline: int
    in_ritardo: bool

    @property
    def pronta(self) -> bool:
        return self.registrate == self.discipline


@dataclass(frozen=True, slots=True)
class StatoDelCorso:
    """The classes of one course of study."""

    corso: Corso
    classi: tuple[StatoDellaClasse, ...]


def stato(rilevazione: Rilevazione, oggi: date) -> tuple[StatoDelCorso, ...]:
    """All classes of a campaign by course of study. Four queries, whatever their number."""
    delle_regole = regole(rilevazione)
    rilevate = (
        ClasseRilevata.objects.filter(istituto_id=rilevazione.istituto_id, rilevazione=rilevazione)
        .select_related("rilevazione", "classe__corso", "classe__sede")
        .order_by("classe__corso__ordinamento", "classe__corso__nome", "classe__sezione")
    )

    contate = _discipline(rilevazione)
    coordinatori = _coordinatori(rilevazione, oggi)

    def della_classe(rilevata: ClasseRilevata) -> StatoDellaClasse:
        limite = termine(calendario(rilevata, delle_regole))
        discipline, registrate = contate[rilevata.pk]
        return StatoDellaClasse(
            rilevata=rilevata,
            coordinatori=", ".join(coordinatori[rilevata.classe_id]),
            termine=limite,
            registrate=registrate,
            discipline=discipline,
            in_ritardo=(
                rilevata.stato == StatoClasse.APERTA
                and limite is not None
                and oggi > limite.giorno
                and registrate < discipline
            ),
        )

    return tuple(
        StatoDelCorso(corso, tuple(map(della_classe, classi)))
        for corso, classi in groupby(rilevate, key=lambda rilevata: rilevata.classe.corso)
    )


def _discipline(rilevazione: Rilevazione) -> dict[int, tuple[int, int]]:
    """How many subjects each class has, and how many of them have registered."""
    registrate = Count("inserimenti", filter=Q(inserimenti__stato=StatoInserimento.REGISTRATO))
    contate = (
        ClasseRilevata.objects.filter(istituto_id=rilevazione.istituto_id, rilevazione=rilevazione)
        .annotate(tutte=Count("inserimenti"), registrate=registrate)
        .values_list("pk", "tutte", "registrate")
    )
    return {pk: (tutte, fatte) for pk, tutte, fatte in contate}


def _coordinatori(rilevazione: Rilevazione, oggi: date) -> dict[int, list[str]]:
    """Who coordinates each class today."""
    coordinatori: dict[int, list[str]] = defaultdict(list)
    for incarico in Incarico.objects.filter(
        in_vigore(oggi), istituto_id=rilevazione.istituto_id, ruolo=Ruolo.COORDINATORE
    ).select_related("persona"):
        if incarico.classe_id is not None:
            coordinatori[incarico.classe_id].append(incarico.persona.iniziale_e_cognome)
    return coordinatori


@dataclass(frozen=True, slots=True)
class RigaAbbinamenti:
    """A subject of a course with, for each competence, whether it assesses it."""

    disciplina: Disciplina
    caselle: tuple[tuple[Competenza, bool], ...]


def abbinamenti(rilevazione: Rilevazione, corso: Corso) -> tuple[RigaAbbinamenti, ...]:
    """The table subject × competence of a course. Three queries."""
    competenze: Sequence[Competenza] = list(
        Competenza.objects.filter(quadro_id=rilevazione.quadro_id).order_by("ordine")
    )
    coppie = set(
        Abbinamento.objects.filter(
            istituto_id=rilevazione.istituto_id, rilevazione=rilevazione, corso=corso
        ).values_list("disciplina_id", "competenza_id")
    )
    discipline = Disciplina.objects.filter(
        istituto_id=rilevazione.istituto_id,
        pk__in=Cattedra.objects.filter(
            classe__corso=corso,
            classe__anno_di_corso=rilevazione.anno_di_corso,
            classe__anno_scolastico_id=rilevazione.anno_scolastico_id,
        ).values("disciplina_id"),
    ).order_by("nome")
    return tuple(
        RigaAbbinamenti(
            disciplina,
            tuple((c, (disciplina.pk, c.pk) in coppie) for c in competenze),
        )
        for disciplina in discipline
    )


def corsi(rilevazione: Rilevazione) -> QuerySet[Corso]:
    """The courses of study that have a class in the campaign."""
    return Corso.objects.filter(
        istituto_id=rilevazione.istituto_id,
        pk__in=ClasseRilevata.objects.filter(rilevazione=rilevazione).values("classe__corso_id"),
    ).order_by("ordinamento", "nome")


@dataclass(frozen=True, slots=True)
class Riassunto:
    """A campaign in five numbers."""

    classi: int
    pronte: int
    in_ritardo: int
    registrate: int
    discipline: int


def riassunto(corsi: Sequence[StatoDelCorso]) -> Riassunto:
    """Count what the page of a campaign says in words."""
    classi = [classe for corso in corsi for classe in corso.classi]
    return Riassunto(
        classi=len(classi),
        pronte=sum(classe.pronta for classe in classi),
        in_ritardo=sum(classe.in_ritardo for classe in classi),
        registrate=sum(classe.registrate for classe in classi),
        discipline=sum(classe.discipline for classe in classi),
    )
