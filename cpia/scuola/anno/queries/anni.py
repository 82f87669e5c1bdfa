"""The school years of an institute with what is in them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from cpia.scuola.anno.rules.durata import inizio_anno, primo_giorno, ultimo_giorno
from cpia.scuola.models import (
    AnnoScolastico,
    Classe,
    Corso,
    Incarico,
    Iscrizione,
    Istituto,
    Passaggio,
    Sede,
)


@dataclass(frozen=True, slots=True)
class VoceAnno:
    """A school year: how much is in it, whether it is that of today, where its passage is."""

    anno: AnnoScolastico
    classi: int
    studenti: int
    incarichi: int
    corrente: bool
    passato: bool
    passaggio: Passaggio | None
    da_decidere: int
    prossimo: AnnoScolastico | None

    @property
    def da_passare(self) -> bool:
        """Whether its passage is still to be made or looked at; a year long gone has none."""
        aperto = not self.passato or self.prossimo is None or self.da_decidere > 0
        return self.classi > 0 and (aperto or self.passaggio is not None)

    @property
    def compiuto(self) -> bool:
        return self.passaggio is not None and self.passaggio.compiuto_il is not None


def anni_scolastici(istituto: Istituto) -> QuerySet[AnnoScolastico]:
    """The school years, the latest first."""
    return AnnoScolastico.objects.filter(istituto=istituto).order_by("-inizio")


def anno_di(istituto: Istituto, inizio: int) -> AnnoScolastico | None:
    """The school year that begins in a calendar year, if the institute has it."""
    return AnnoScolastico.objects.filter(istituto=istituto, inizio=inizio).first()


def corsi(istituto: Istituto) -> QuerySet[Corso]:
    """The courses of study of an institute."""
    return Corso.objects.filter(istituto=istituto).order_by("ordinamento", "nome")


def sedi(istituto: Istituto) -> QuerySet[Sede]:
    """The sites of an institute."""
    return Sede.objects.filter(istituto=istituto).order_by("nome")


def voci(istituto: Istituto, oggi: date) -> list[VoceAnno]:
    """Every school year with its counts. Six queries, whatever their number."""
    anni = list(anni_scolastici(istituto))
    passaggi = Passaggio.objects.filter(istituto=istituto).in_bulk(field_name="anno_scolastico_id")
    classi = _conta(Classe.objects.filter(istituto=istituto), "anno_scolastico_id", "pk")
    iscrizioni = Iscrizione.objects.filter(istituto=istituto)
    studenti = _conta(iscrizioni, "classe__anno_scolastico_id", "persona_id")
    senza_esito = Q(esito__isnull=True) | Q(esito__esito="")
    da_decidere = _conta(
        iscrizioni.filter(senza_esito, al__isnull=True), "classe__anno_scolastico_id", "pk"
    )
    incarichi = list(Incarico.objects.filter(istituto=istituto).values_list("dal", "al"))
    per_inizio = {anno.inizio: anno for anno in anni}
    corrente = inizio_anno(oggi)
    return [
        VoceAnno(
            anno=anno,
            classi=classi.get(anno.pk, 0),
            studenti=studenti.get(anno.pk, 0),
            incarichi=sum(_tocca(anno.inizio, *giorni) for giorni in incarichi),
            corrente=anno.inizio == corrente,
            passato=anno.inizio < corrente,
            passaggio=passaggi.get(anno.pk),
            da_decidere=da_decidere.get(anno.pk, 0),
            prossimo=per_inizio.get(anno.inizio + 1),
        )
        for anno in anni
    ]


def _conta(righe: QuerySet, per: str, che_cosa: str) -> dict[int, int]:  # type: ignore[type-arg]
    """How many distinct values each key has."""
    contate = righe.order_by().values(per).annotate(n=Count(che_cosa, distinct=True))
    return dict(contate.values_list(per, "n"))


def _tocca(inizio: int, dal: date, al: date | None) -> bool:
    return dal <= ultimo_giorno(inizio) and (al is None or al >= primo_giorno(inizio))
