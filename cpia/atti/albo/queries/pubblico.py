"""What anybody may see of the albo on a day, always within one institute."""

from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Case, CharField, F, Prefetch, Q, QuerySet, When

from cpia.atti.albo.rules import Ricerca, parole_cercate
from cpia.atti.models import Documento, FilePubblicazione, Pubblicazione

DIZIONARIO = "italiano"  # stems without accents
IN_PUBBLICAZIONE, ARCHIVIO, ANNULLATI = "", "archivio", "annullati"


@dataclass(frozen=True)
class Filtro:
    """What is asked of the list: which part of it, words or number, kind, days."""

    scheda: str = IN_PUBBLICAZIONE
    ricerca: Ricerca = field(default_factory=Ricerca)
    categoria: str = ""
    dal: date | None = None
    al: date | None = None


def visibili(istituto_id: int, oggi: date) -> QuerySet[Pubblicazione]:
    """Numbered and begun.

    ``oggetto_visibile`` holds no personal data once the days are over or the act is annulled, as
    ``rules.nomi_via`` says of one row.
    """
    finita = Q(al__lt=oggi) | Q(annullata_il__isnull=False)
    return Pubblicazione.objects.filter(
        istituto_id=istituto_id, numero__isnull=False, dal__lte=oggi
    ).annotate(
        oggetto_visibile=Case(
            When(finita, con_dati_personali=True, then=F("oggetto_dopo")),
            default=F("oggetto"),
            output_field=CharField(),
        )
    )


def elenco(istituto_id: int, oggi: date, filtro: Filtro) -> QuerySet[Pubblicazione]:
    """The acts of a part of the albo, the latest first, with what a row tells. Three queries."""
    righe = _della_scheda(visibili(istituto_id, oggi), filtro.scheda, oggi)
    righe = _cercate(righe, filtro.ricerca)
    if filtro.categoria:
        righe = righe.filter(categoria=filtro.categoria)
    if filtro.dal:
        righe = righe.filter(al__gte=filtro.dal)
    if filtro.al:
        righe = righe.filter(dal__lte=filtro.al)
    return con_dettagli(righe, oggi)


def con_dettagli(righe: QuerySet[Pubblicazione], oggi: date) -> QuerySet[Pubblicazione]:
    """With protocol, files, and who replaces whom."""
    cominciate = Pubblicazione.objects.filter(dal__lte=oggi).order_by("anno", "numero")
    return righe.select_related("protocollo", "documento", "sostituita_da").prefetch_related(
        "file", Prefetch("sostituite", cominciate)
    )


def _della_scheda(
    righe: QuerySet[Pubblicazione], scheda: str, oggi: date
) -> QuerySet[Pubblicazione]:
    if scheda == ANNULLATI:
        return righe.filter(annullata_il__isnull=False)
    if scheda == ARCHIVIO:
        return righe.filter(al__lt=oggi)
    return righe.filter(al__gte=oggi)


def _cercate(righe: QuerySet[Pubblicazione], ricerca: Ricerca) -> QuerySet[Pubblicazione]:
    """By number of repertorio or protocol, or by Italian stems of the words of the subject."""
    if ricerca.numero is not None:
        repertorio = Q(numero=ricerca.numero)
        protocollo = Q(protocollo__numero=ricerca.numero)
        if ricerca.anno is not None:
            repertorio &= Q(anno=ricerca.anno)
            protocollo &= Q(protocollo__anno=ricerca.anno)
        return righe.filter(repertorio | protocollo)
    parole = parole_cercate(ricerca.parole)
    if not parole:
        return righe
    domanda = reduce(and_, (reduce(or_, map(_parola, varianti)) for varianti in parole))
    return righe.annotate(
        parole=SearchVector("oggetto_visibile", config=DIZIONARIO),
    ).filter(parole=domanda)


def _parola(parola: str) -> SearchQuery:
    return SearchQuery(parola, config=DIZIONARIO)


def atto(istituto_id: int, anno: int, numero: int, oggi: date) -> Pubblicazione | None:
    """One act by its number, if the public may know of it. Three queries."""
    return con_dettagli(visibili(istituto_id, oggi), oggi).filter(anno=anno, numero=numero).first()


def in_corso(righe: QuerySet[Pubblicazione], oggi: date) -> QuerySet[Pubblicazione]:
    """Of some visible acts those in their days and not annulled."""
    return righe.filter(al__gte=oggi, annullata_il__isnull=True)


def _scaricabili(istituto_id: int, oggi: date) -> QuerySet[Pubblicazione]:
    return in_corso(visibili(istituto_id, oggi), oggi)


def file_pubblico(
    istituto_id: int, anno: int, numero: int, file_id: int, oggi: date
) -> FilePubblicazione | None:
    """A file that anybody may download today: in its days, not annulled, public, still there."""
    return (
        FilePubblicazione.objects.filter(
            istituto_id=istituto_id,
            pk=file_id,
            pubblico=True,
            rimosso_il__isnull=True,
            pubblicazione__in=_scaricabili(istituto_id, oggi).filter(anno=anno, numero=numero),
        )
        .exclude(file="")
        .first()
    )


def documento_pubblico(istituto_id: int, anno: int, numero: int, oggi: date) -> Documento | None:
    """The paper of the portal that is published under this number, if it is there today."""
    pubblicate = _scaricabili(istituto_id, oggi).filter(anno=anno, numero=numero)
    return (
        Documento.objects.filter(
            istituto_id=istituto_id,
            pk__in=pubblicate.values("documento_id"),
            riservato=False,
            annullato_il__isnull=True,
        )
        .exclude(impronta="")
        .select_related("protocollo")
        .first()
    )


def pubblicazione_di(documento: Documento, oggi: date) -> Pubblicazione | None:
    """Where a paper of the portal can be read by all today, the latest time."""
    if documento.riservato or documento.annullato_il:
        return None
    return (
        _scaricabili(documento.istituto_id, oggi)
        .filter(documento_id=documento.pk)
        .order_by("-anno", "-numero")
        .first()
    )
