"""What the import reads of an institute: always the same number of queries."""

from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Exists, ForeignObjectRel, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from cpia.scuola import registri
from cpia.scuola.enums import Ruolo
from cpia.scuola.importazione.rules.archivio import (
    AdultoNoto,
    Archivio,
    CattedraNota,
    ClasseNota,
    CorsoNoto,
    DisciplinaNota,
    GruppoNoto,
    IncaricoNoto,
    IscrizioneNota,
    PersonaNota,
    SedeNota,
)
from cpia.scuola.importazione.rules.persone import CAMPI
from cpia.scuola.importazione.rules.tracciati import Tipo
from cpia.scuola.models import (
    AnnoScolastico,
    Appartenenza,
    Cattedra,
    Classe,
    Corso,
    Disciplina,
    Gruppo,
    Importazione,
    Incarico,
    Iscrizione,
    Istituto,
    Persona,
    Responsabilita,
    Sede,
)

# The names of the long jobs.
IMPORTA, ANNULLA = "cpia.scuola.importa", "cpia.scuola.annulla_importazione"
SENZA_PERSONE = frozenset({Tipo.CLASSI})
CON_ISCRIZIONI = frozenset({Tipo.STUDENTI})
CON_CATTEDRE = frozenset({Tipo.CATTEDRE})


def importazioni(istituto: Istituto) -> list[Importazione]:
    """All imports of an institute, the last first, without their content."""
    return list(
        Importazione.objects.filter(istituto=istituto)
        .select_related("autore", "anno_scolastico")
        .annotate(con_righe=~Q(righe=[]))
        .defer("righe", "effetti")
        .order_by("-caricata_il", "-id")
    )


def ricordata(istituto: Istituto, tipo: str, chiavi: list[str]) -> Importazione | None:
    """The last import carried out of a file of this kind whose header, normalised, was this."""
    return (
        Importazione.objects.filter(
            istituto=istituto, tipo=tipo, mappa__chiavi=chiavi, eseguita_il__isnull=False
        )
        .only("mappa", "nome_file", "eseguita_il")
        .order_by("-eseguita_il", "-id")
        .first()
    )


def lavoro(importazione: Importazione) -> Any:
    """The latest long job asked for on an import as it is now, or None."""
    tipo = ANNULLA if importazione.eseguita_il else IMPORTA
    return registri.ultimo_lavoro(importazione.istituto_id, tipo, importazione.pk)


def lavoro_in_corso(importazione: Importazione) -> Any:
    """The long job that is under way on an import, or None."""
    ultimo = lavoro(importazione)
    return ultimo if ultimo and not ultimo.finito_il else None


def anni_scolastici(istituto: Istituto) -> list[int]:
    """The school years that the institute has, by the calendar year in which each begins."""
    return list(
        AnnoScolastico.objects.filter(istituto=istituto)
        .order_by("-inizio")
        .values_list("inizio", flat=True)
    )


def archivio(istituto: Istituto, anno: AnnoScolastico, tipo: Tipo) -> Archivio:
    """The part of the archive that a file of this kind is compared with."""
    corsi = {c.id: c for c in _corsi(istituto)}
    sedi = {s.id: s for s in _sedi(istituto)}
    parti: dict[str, Any] = {}
    if tipo not in SENZA_PERSONE:
        parti["persone"] = _persone(istituto)
        parti["gruppi"] = _gruppi(anno)
    if tipo in CON_ISCRIZIONI:
        parti |= {"iscrizioni": _iscrizioni(anno), "adulti": _adulti(istituto)}
    if tipo in CON_CATTEDRE:
        parti |= {
            "discipline": _discipline(istituto),
            "cattedre": _cattedre(anno),
            "incarichi": _incarichi(istituto, anno),
        }
    return Archivio(
        istituto.tipo,
        anno.inizio,
        corsi=tuple(corsi.values()),
        sedi=tuple(sedi.values()),
        classi=_classi(anno, corsi, sedi),
        **parti,
    )


def _persone(istituto: Istituto) -> tuple[PersonaNota, ...]:
    righe = Persona.objects.filter(istituto=istituto).order_by("id")
    return tuple(
        PersonaNota(pk, dict(zip(CAMPI, campi, strict=True)), da_accertare)
        for pk, da_accertare, *campi in righe.values_list("id", "identita_da_accertare", *CAMPI)
    )


def _corsi(istituto: Istituto) -> list[CorsoNoto]:
    corsi = Corso.objects.filter(istituto=istituto).order_by("id")
    return [CorsoNoto(*riga) for riga in corsi.values_list("id", "sigla", "nome")]


def _sedi(istituto: Istituto) -> list[SedeNota]:
    sedi = Sede.objects.filter(istituto=istituto).order_by("id")
    return [SedeNota(*riga) for riga in sedi.values_list("id", "nome", "codice_meccanografico")]


def _classi(
    anno: AnnoScolastico, corsi: dict[int, CorsoNoto], sedi: dict[int, SedeNota]
) -> tuple[ClasseNota, ...]:
    righe = Classe.objects.filter(anno_scolastico=anno).order_by("id")
    return tuple(
        ClasseNota(pk, di_corso, sezione, corsi[corso], sedi[sede])
        for pk, di_corso, sezione, corso, sede in righe.values_list(
            "id", "anno_di_corso", "sezione", "corso_id", "sede_id"
        )
    )


def _gruppi(anno: AnnoScolastico) -> tuple[GruppoNoto, ...]:
    gruppi = Gruppo.objects.filter(classe__anno_scolastico=anno).order_by("id")
    return tuple(
        GruppoNoto(*riga) for riga in gruppi.values_list("id", "classe_id", "tipo", "nome")
    )


def _iscrizioni(anno: AnnoScolastico) -> tuple[IscrizioneNota, ...]:
    iscrizioni = (
        Iscrizione.objects.filter(classe__anno_scolastico=anno)
        .annotate(
            gruppi=Coalesce(
                ArrayAgg(
                    "appartenenze__gruppo_id",
                    filter=Q(appartenenze__isnull=False),
                    order_by="appartenenze__gruppo_id",
                ),
                [],
            ),
            con_dati=_usata_altrove(),
        )
        .order_by("id")
    )
    return tuple(
        IscrizioneNota(pk, persona, classe, dal, al, tuple(gruppi), con_dati)
        for pk, persona, classe, dal, al, gruppi, con_dati in iscrizioni.values_list(
            "id", "persona_id", "classe_id", "dal", "al", "gruppi", "con_dati"
        )
    )


def _usata_altrove() -> Q:
    """Whether a row of any app, groups apart, points to the enrolment."""
    usata = Q(pk__in=[])
    for relazione in Iscrizione._meta.get_fields(include_hidden=True):
        if isinstance(relazione, ForeignObjectRel) and relazione.related_model is not Appartenenza:
            altre: QuerySet[Any] = QuerySet(relazione.related_model)
            usata |= Q(Exists(altre.filter(**{relazione.field.name: OuterRef("pk")})))
    return usata


def _adulti(istituto: Istituto) -> tuple[AdultoNoto, ...]:
    adulti = Responsabilita.objects.filter(istituto=istituto).order_by("id")
    return tuple(
        AdultoNoto(*riga) for riga in adulti.values_list("studente_id", "adulto_id", "legame")
    )


def _discipline(istituto: Istituto) -> tuple[DisciplinaNota, ...]:
    discipline = Disciplina.objects.filter(istituto=istituto).order_by("id")
    return tuple(DisciplinaNota(*riga) for riga in discipline.values_list("id", "nome", "lingua"))


def _cattedre(anno: AnnoScolastico) -> tuple[CattedraNota, ...]:
    cattedre = Cattedra.objects.filter(classe__anno_scolastico=anno).order_by("id")
    return tuple(
        CattedraNota(*riga)
        for riga in cattedre.values_list("id", "classe_id", "disciplina_id", "gruppo_id")
    )


def _incarichi(istituto: Istituto, anno: AnnoScolastico) -> tuple[IncaricoNoto, ...]:
    """Teachers and coordinators of the year who have not been replaced."""
    incarichi = Incarico.objects.filter(
        Q(ruolo=Ruolo.DOCENTE, cattedra__classe__anno_scolastico=anno)
        | Q(ruolo=Ruolo.COORDINATORE, classe__anno_scolastico=anno),
        istituto=istituto,
        revocato_il__isnull=True,
        al__isnull=True,
    ).order_by("id")
    return tuple(
        IncaricoNoto(*riga)
        for riga in incarichi.values_list("persona_id", "cattedra_id", "classe_id")
    )
