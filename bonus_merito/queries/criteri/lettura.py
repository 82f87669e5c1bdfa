"""Criteria with everything that is in them, as page and paper show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, Q, QuerySet

from bonus_merito.enums import Area, Categoria, FonteRisorse, StatoCriteri
from bonus_merito.models import AreaDeiCriteri, Criteri, Criterio, Fondo
from bonus_merito.queries.regole import parametri_del_giorno
from bonus_merito.rules.criteri import CriterioScritto, verifica_completezza
from cpia.norme.rules.motivi import Violazione

CON = ("istituto", "anno_scolastico", "delibera__organo", "delibera__seduta", "documento",
       "protocollo", "pubblicazione", "adottati_da")  # fmt: skip
DENTRO = "criteri_dell_area__indicatori"


@dataclass(frozen=True)
class Codice:
    """A heading of an area (A1) with its criteria."""

    codice: str
    titolo: str
    criteri: Sequence[Criterio]


@dataclass(frozen=True)
class AreaLetta:
    """An area with its headings in their order."""

    riga: AreaDeiCriteri
    codici: Sequence[Codice]

    @property
    def criteri(self) -> list[Criterio]:
        """All of them, as they come."""
        return [criterio for codice in self.codici for criterio in codice.criteri]


def elenco(righe: QuerySet[Criteri]) -> list[Criteri]:
    """The versions that somebody may read, the latest first, with how many criteria. One query."""
    conto = Count("aree__criteri_dell_area", distinct=True)
    return list(
        righe.select_related("anno_scolastico", "delibera", "pubblicazione").annotate(quanti=conto)
    )


def aree(criteri: Criteri) -> list[AreaLetta]:
    """The areas of a version. Three queries."""
    return [_area(riga) for riga in criteri.aree.prefetch_related(DENTRO)]


def _area(riga: AreaDeiCriteri) -> AreaLetta:
    in_ordine = sorted(
        riga.criteri_dell_area.all(), key=lambda c: (len(c.codice), c.codice, c.ordine)
    )
    codici = [
        Codice(codice, gruppo[0].titolo, gruppo)
        for codice, trovati in groupby(in_ordine, key=lambda criterio: criterio.codice)
        for gruppo in [list(trovati)]
    ]
    return AreaLetta(riga, codici)


def da_giudicare(lette: Sequence[AreaLetta]) -> dict[Area, list[CriterioScritto]]:
    """The same, as the rules take it."""
    return {
        Area(area.riga.area): [
            CriterioScritto(c.codice, len(c.indicatori.all())) for c in area.criteri
        ]
        for area in lette
    }


def mancanze(criteri: Criteri, lette: Sequence[AreaLetta], oggi: date) -> list[Violazione]:
    """What a draft lacks to be adopted. Two queries at most."""
    return verifica_completezza(
        da_giudicare(lette), criteri.livelli, tutte_le_aree=tutte_le_aree(criteri, oggi)
    )


def tutte_le_aree(criteri: Criteri, oggi: date) -> bool:
    """Whether the law names the areas: teachers, where the Comitato decides. Two queries at most.

    Who decides is written in the fund of the year; before it, the norms in force say it.
    """
    if criteri.categoria != Categoria.DOCENTI.value:
        return False
    fondo = Fondo.objects.filter(
        istituto_id=criteri.istituto_id, anno_scolastico_id=criteri.anno_scolastico_id
    ).first()
    if fondo is not None:
        return fondo.fonte == FonteRisorse.COMITATO.value
    valori = parametri_del_giorno(criteri.istituto_id, oggi)
    return valori["bonus.fonte"].valore == FonteRisorse.COMITATO.value


def in_vigore(istituto_id: int, anno_id: int, categoria: str) -> Criteri | None:
    """The criteria adopted for a year and a category. One query."""
    return Criteri.objects.filter(
        istituto_id=istituto_id,
        anno_scolastico_id=anno_id,
        categoria=categoria,
        stato=StatoCriteri.ADOTTATI.value,
    ).first()


def all_albo(criteri: Criteri) -> bool:
    """Whether everybody could read them: a publication that was not annulled, also one that ended.

    No query where ``pubblicazione`` was read too.
    """
    pubblicata = criteri.pubblicazione
    return pubblicata is not None and pubblicata.annullata_il is None


def da_pubblicare(istituto_id: int, inizio: int) -> QuerySet[Criteri]:
    """The criteria in force from a school year on that are not on the albo."""
    fuori = Q(pubblicazione__isnull=True) | Q(pubblicazione__annullata_il__isnull=False)
    return Criteri.objects.filter(
        fuori, istituto_id=istituto_id, stato=StatoCriteri.ADOTTATI.value,
        anno_scolastico__inizio__gte=inizio,
    ).select_related("anno_scolastico")  # fmt: skip
