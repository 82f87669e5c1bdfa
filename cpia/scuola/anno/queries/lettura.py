"""Loads what the rules of the passage judge: plain values, a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cpia.scuola.anno.rules import copie, esiti
from cpia.scuola.anno.rules.classi import ClasseLetta, CorsoLetto
from cpia.scuola.anno.rules.durata import durata, primo_giorno, ultimo_giorno
from cpia.scuola.models import (
    AnnoScolastico,
    Appartenenza,
    Cattedra,
    Classe,
    Gruppo,
    Incarico,
    Iscrizione,
    Passaggio,
)


@dataclass(frozen=True)
class Lettura:
    """Two years as they stand: the judgements on the students and the proposals of copy."""

    anno: AnnoScolastico
    prossimo: AnnoScolastico | None
    passaggio: Passaggio
    vecchie: tuple[ClasseLetta, ...]
    nuove: tuple[ClasseLetta, ...]
    studenti: tuple[esiti.StudenteLetto, ...]
    nuovo: esiti.NuovoAnno

    @property
    def fine(self) -> date:
        return ultimo_giorno(self.anno.inizio)

    @property
    def dal(self) -> date:
        return self.nuovo.primo_giorno

    def righe(self) -> list[esiti.Riga]:
        """The judgement on every student."""
        return esiti.giudica_tutti(self.studenti, self.nuovo)


def leggi(anno: AnnoScolastico) -> Lettura:
    """The old year and the next one. Five queries."""
    prossimo = AnnoScolastico.objects.filter(
        istituto_id=anno.istituto_id, inizio=anno.inizio + 1
    ).first()
    passaggio = Passaggio.objects.filter(istituto_id=anno.istituto_id, anno_scolastico=anno).first()
    vecchie, nuove = _classi(anno), _classi(anno, anno.inizio + 1)
    studenti = tuple(_studenti(anno, {classe.id: classe for classe in vecchie}))
    nuovo = esiti.nuovo_anno(anno.inizio + 1, nuove, _iscritti(anno), studenti)
    return Lettura(
        anno,
        prossimo,
        passaggio or Passaggio(istituto_id=anno.istituto_id, anno_scolastico=anno),
        vecchie,
        nuove,
        studenti,
        nuovo,
    )


def _classi(anno: AnnoScolastico, inizio: int | None = None) -> tuple[ClasseLetta, ...]:
    righe = list(
        Classe.objects.filter(
            istituto_id=anno.istituto_id, anno_scolastico__inizio=inizio or anno.inizio
        )
        .select_related("corso")
        .order_by("anno_di_corso", "corso__sigla", "sezione")
    )
    anni: dict[int, set[int]] = defaultdict(set)
    for riga in righe:
        anni[riga.corso_id].add(riga.anno_di_corso)
    return tuple(
        ClasseLetta(
            riga.pk,
            CorsoLetto(
                riga.corso_id,
                riga.corso.sigla,
                durata(riga.corso.ordinamento, anni[riga.corso_id]),
            ),
            riga.anno_di_corso,
            riga.sezione,
            riga.sede_id,
        )
        for riga in righe
    )


def _studenti(
    anno: AnnoScolastico, classi: dict[int, ClasseLetta]
) -> Iterable[esiti.StudenteLetto]:
    """Who is enrolled on the last day of the year, and who was decided upon."""
    iscrizioni = (
        Iscrizione.objects.filter(
            Q(al__isnull=True)
            | Q(al__gte=ultimo_giorno(anno.inizio))
            | Q(esito__passato_il__isnull=False),
            istituto_id=anno.istituto_id,
            classe__anno_scolastico=anno,
        )
        .select_related("persona", "esito")
        .order_by("persona__cognome", "persona__nome", "pk")
    )
    for iscrizione in iscrizioni:
        deciso = getattr(iscrizione, "esito", None)
        yield esiti.StudenteLetto(
            iscrizione_id=iscrizione.pk,
            persona_id=iscrizione.persona_id,
            nome=str(iscrizione.persona),
            classe=classi[iscrizione.classe_id],
            dal=iscrizione.dal,
            al=iscrizione.al,
            esito=deciso.esito if deciso else "",
            arrivo_id=deciso.classe_di_arrivo_id if deciso else None,
            ultimo_giorno=deciso.ultimo_giorno if deciso else None,
            passato=bool(deciso and deciso.passato_il),
        )


def _iscritti(anno: AnnoScolastico) -> list[esiti.IscrizioneNuova]:
    fine = ultimo_giorno(anno.inizio + 1)
    return [
        esiti.IscrizioneNuova(persona_id, classe_id, uscito=bool(al and al < fine))
        for persona_id, classe_id, al in Iscrizione.objects.filter(
            istituto_id=anno.istituto_id, classe__anno_scolastico__inizio=anno.inizio + 1
        ).values_list("persona_id", "classe_id", "al")
    ]


def anno_da_copiare(
    istituto_id: int, inizio: int, classi: Iterable[ClasseLetta], *, dal: date
) -> copie.Anno:
    """Subjects, groups and roles of a year for the rules of the copy. Five queries.

    The roles and the members of groups are those of some day from ``dal`` to the end of the year.
    """
    per_id = {classe.id: classe for classe in classi}
    gruppi = _gruppi(istituto_id, dal, per_id)
    cattedre = {
        cattedra.pk: copie.CattedraLetta(
            cattedra.pk,
            cattedra.classe_id,
            cattedra.disciplina_id,
            cattedra.disciplina.nome,
            gruppi.get(cattedra.gruppo_id or 0),
        )
        for cattedra in Cattedra.objects.filter(
            istituto_id=istituto_id, classe_id__in=per_id
        ).select_related("disciplina")
    }
    return copie.Anno(
        classi=per_id,
        cattedre=cattedre,
        gruppi=gruppi,
        incarichi=_incarichi(istituto_id, dal, ultimo_giorno(inizio), per_id),
        copiati=_copiati(istituto_id, primo_giorno(inizio)),
    )


def _copiati(istituto_id: int, dal: date) -> frozenset[int]:
    """The roles that have a copy in the year; revoked since, it is not given again."""
    copiati = Incarico.objects.filter(istituto_id=istituto_id, dal__gte=dal)
    return frozenset(copiati.exclude(copiato_da=None).values_list("copiato_da_id", flat=True))


def _gruppi(
    istituto_id: int, dal: date, classi: dict[int, ClasseLetta]
) -> dict[int, copie.GruppoLetto]:
    membri: dict[int, set[int]] = defaultdict(set)
    for gruppo_id, persona_id in Appartenenza.objects.filter(
        Q(iscrizione__al__isnull=True) | Q(iscrizione__al__gte=dal),
        istituto_id=istituto_id,
        gruppo__classe_id__in=classi,
    ).values_list("gruppo_id", "iscrizione__persona_id"):
        membri[gruppo_id].add(persona_id)
    return {
        gruppo.pk: copie.GruppoLetto(
            gruppo.pk, gruppo.classe_id, gruppo.tipo, gruppo.nome, frozenset(membri[gruppo.pk])
        )
        for gruppo in Gruppo.objects.filter(istituto_id=istituto_id, classe_id__in=classi)
    }


def _incarichi(
    istituto_id: int, dal: date, fine: date, classi: dict[int, ClasseLetta]
) -> dict[int, copie.IncaricoLetto]:
    """The roles in force on some of these days over the classes of the year, or over none."""
    delle_classi = Q(classe_id__in=classi) | Q(cattedra__classe_id__in=classi)
    righe = (
        Incarico.objects.filter(
            delle_classi | Q(classe__isnull=True, cattedra__isnull=True),
            Q(al__isnull=True) | Q(al__gte=dal),
            istituto_id=istituto_id,
            dal__lte=fine,
            revocato_il__isnull=True,
        )
        .select_related("persona")
        .order_by("persona__cognome", "persona__nome", "pk")
    )
    return {
        riga.pk: copie.IncaricoLetto(
            id=riga.pk,
            persona_id=riga.persona_id,
            persona=str(riga.persona),
            ruolo=riga.ruolo,
            ruolo_detto=riga.get_ruolo_display(),
            dal=riga.dal,
            al=riga.al,
            classe_id=riga.classe_id,
            cattedra_id=riga.cattedra_id,
            sede_id=riga.sede_id,
            sostituisce=riga.sostituisce_id is not None,
        )
        for riga in righe
    }


def proposte(lettura: Lettura, chi: int) -> tuple[list[copie.Copia], copie.Anno, copie.Anno]:
    """What may be copied into the next year, and the two years it comes from. Ten queries.

    ``chi`` is the id of the person who would make the passage.
    """
    istituto_id, inizio = lettura.anno.istituto_id, lettura.anno.inizio
    modo, fine = lettura.passaggio.docenti, lettura.fine
    vecchio = anno_da_copiare(istituto_id, inizio, lettura.vecchie, dal=fine)
    nuovo = anno_da_copiare(istituto_id, inizio + 1, lettura.nuove, dal=lettura.dal)
    return copie.proposte(vecchio, nuovo, modo, fine, chi), vecchio, nuovo
