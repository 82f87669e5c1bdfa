"""The page of the enrolments of a year: the one in course, or that which is being prepared."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cpia.norme.rules.anno import AnnoScolastico as Anno
from cpia.norme.rules.anno import anno_scolastico
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Sede
from patto_formativo.models import AperturaIscrizioni, Offerta
from patto_formativo.queries.iscrizioni.offerte import offerte, quadri, tempo_di
from patto_formativo.queries.iscrizioni.pagina import della_quota
from patto_formativo.queries.iscrizioni.programma import Programma, programma
from patto_formativo.queries.regole import regole


@dataclass(frozen=True, slots=True)
class AnnoIscrizioni:
    """What a school offers in a year; without an opening only the year is known."""

    inizio: int
    apertura: AperturaIscrizioni | None
    tempo: Motivo | None
    quota: Motivo | None
    offerte: tuple[Offerta, ...]
    quadri: tuple[Programma, ...]

    @property
    def vuoto(self) -> bool:
        """Whether nothing is offered yet: it may be copied from the year before."""
        return not self.offerte and not self.quadri

    @property
    def etichetta(self) -> str:
        """``2023/24``."""
        return Anno(self.inizio).etichetta

    @property
    def primo_giorno(self) -> date:
        """1 September (art. 5)."""
        return Anno(self.inizio).dal


def anno_di(contesto: Contesto, chiesto: str = "") -> AnnoIscrizioni:
    """The enrolments of the school year in course, or of the next one. Six queries at most.

    ``chiesto`` is the calendar year in which the year that one looks at begins.
    """
    in_corso = anno_scolastico(contesto.oggi).inizio
    inizio = in_corso + 1 if chiesto == str(in_corso + 1) else in_corso
    anno = AnnoScolastico.objects.filter(istituto=contesto.istituto, inizio=inizio).first()
    if anno is None:
        return AnnoIscrizioni(inizio, None, None, None, (), ())
    apertura = AperturaIscrizioni.objects.filter(
        istituto=contesto.istituto, anno_scolastico=anno
    ).first()
    righe = quadri(contesto.istituto.pk, anno.pk).prefetch_related("unita")
    limiti = regole(contesto.istituto.pk, contesto.oggi)
    return AnnoIscrizioni(
        inizio,
        apertura,
        tempo_di(apertura, contesto.oggi).perche if apertura else None,
        della_quota(apertura) if apertura else None,
        tuple(offerte(contesto.istituto.pk, anno.pk)),
        tuple(programma(riga, limiti) for riga in righe),
    )


def altro_anno(contesto: Contesto, letto: AnnoIscrizioni) -> Anno:
    """The other year that one may look at: the next, or back to the one in course."""
    in_corso = Anno(anno_scolastico(contesto.oggi).inizio)
    return in_corso.successivo if letto.inizio == in_corso.inizio else in_corso


def sedi(contesto: Contesto) -> QuerySet[Sede]:
    """The sites of the school, the reserved ones too."""
    return Sede.objects.filter(istituto=contesto.istituto)
