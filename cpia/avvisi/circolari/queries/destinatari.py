"""Who a circular is for: from roles and places to persons, and back from a person to circulars.

Who works holds a role by an incarico; a student also by being enrolled, an adult also by
answering for who is enrolled. Only what is in force on the day counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from cpia.avvisi.circolari import rules
from cpia.avvisi.models import Circolare, DestinatariCircolare
from cpia.norme.rules import anno_scolastico
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Classe, Incarico, Iscrizione, Persona, Responsabilita
from cpia.scuola.queries import in_vigore

NESSUNO = Q(pk__in=[])


@dataclass
class Portata:
    """Where a role receives: the whole school, or some seats and classes."""

    ovunque: bool = False
    sedi: set[int] = field(default_factory=set)
    classi: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Veste:
    """A role of somebody, with the seat and the class over which it is held."""

    persona_id: int
    ruolo: str
    sede_id: int | None
    classe_id: int | None


def destinatari(circolare: Circolare) -> list[DestinatariCircolare]:
    """The rows that say to whom it goes, with the names of seats and classes. One query."""
    return list(
        DestinatariCircolare.objects.filter(istituto_id=circolare.istituto_id, circolare=circolare)
        .select_related("sede", "classe__corso")
        .order_by("pk")
    )


def portate(righe: Iterable[DestinatariCircolare]) -> dict[str, Portata]:
    """The same rows gathered by role."""
    insieme: dict[str, Portata] = defaultdict(Portata)
    for riga in righe:
        portata = insieme[riga.ruolo]
        if riga.classe_id:
            portata.classi.add(riga.classe_id)
        elif riga.sede_id:
            portata.sedi.add(riga.sede_id)
        else:
            portata.ovunque = True
    return dict(insieme)


def in_parole(righe: Iterable[DestinatariCircolare]) -> str:
    """``Docenti e studenti (2ªA TUR e 2ªB AFM)``."""
    luoghi: dict[str, list[str]] = {}
    for riga in righe:
        dove = luoghi.setdefault(riga.ruolo, [])
        if riga.classe or riga.sede:
            dove.append(str(riga.classe or riga.sede))
    return rules.descrivi_destinatari(luoghi)


def persone(
    istituto_id: int, righe: Iterable[DestinatariCircolare], giorno: date
) -> QuerySet[Persona]:
    """Who receives on a day, each once. One query, however many they are."""
    per_ruolo = portate(righe)
    return Persona.objects.filter(
        Q(pk__in=_incarichi(istituto_id, per_ruolo, giorno).values("persona_id"))
        | Q(pk__in=_iscrizioni(istituto_id, per_ruolo, giorno).values("persona_id"))
        | Q(pk__in=_responsabilita(istituto_id, per_ruolo, giorno).values("adulto_id")),
        istituto_id=istituto_id,
    ).order_by("cognome", "nome", "id")


def vesti(istituto_id: int, righe: Iterable[DestinatariCircolare], giorno: date) -> Iterator[Veste]:
    """In which roles each of them receives, and where. Four queries."""
    per_ruolo = portate(righe)
    incarichi = _incarichi(istituto_id, per_ruolo, giorno).select_related(
        "classe", "cattedra__classe"
    )
    for incarico in incarichi:
        yield _veste(incarico)
    for iscrizione in _iscrizioni(istituto_id, per_ruolo, giorno).select_related("classe"):
        classe = iscrizione.classe
        yield Veste(iscrizione.persona_id, Ruolo.STUDENTE, classe.sede_id, classe.pk)
    yield from _vesti_dei_responsabili(istituto_id, per_ruolo, giorno)


def _vesti_dei_responsabili(
    istituto_id: int, per_ruolo: dict[str, Portata], giorno: date
) -> Iterator[Veste]:
    affidati = _iscrizioni(istituto_id, per_ruolo, giorno, Ruolo.RESPONSABILE)
    classi: dict[int, list[Classe]] = defaultdict(list)
    for iscrizione in affidati.select_related("classe"):
        classi[iscrizione.persona_id].append(iscrizione.classe)
    for legame in legami(istituto_id, giorno).filter(studente_id__in=classi):
        for classe in classi[legame.studente_id]:
            yield Veste(legame.adulto_id, Ruolo.RESPONSABILE, classe.sede_id, classe.pk)


def _veste(incarico: Incarico) -> Veste:
    classe = incarico.classe or (incarico.cattedra and incarico.cattedra.classe)
    sede_id = incarico.sede_id or (classe.sede_id if classe else None)
    return Veste(incarico.persona_id, incarico.ruolo, sede_id, classe.pk if classe else None)


def _incarichi(istituto_id: int, per_ruolo: dict[str, Portata], giorno: date) -> QuerySet[Incarico]:
    condizione = NESSUNO
    for ruolo, portata in per_ruolo.items():
        dove = Q() if portata.ovunque else _di_incarico(portata)
        condizione |= Q(ruolo=ruolo) & dove
    return Incarico.objects.filter(condizione, in_vigore(giorno), istituto_id=istituto_id)


def _di_incarico(portata: Portata) -> Q:
    dove = NESSUNO
    if portata.sedi:
        dove |= Q(sede_id__in=portata.sedi) | Q(classe__sede_id__in=portata.sedi)
        dove |= Q(cattedra__classe__sede_id__in=portata.sedi)
    if portata.classi:
        dove |= Q(classe_id__in=portata.classi) | Q(cattedra__classe_id__in=portata.classi)
    return dove


def _iscrizioni(
    istituto_id: int, per_ruolo: dict[str, Portata], giorno: date, ruolo: str = Ruolo.STUDENTE
) -> QuerySet[Iscrizione]:
    portata = per_ruolo.get(ruolo, Portata())
    dove = Q()
    if not portata.ovunque:
        dove = Q(classe_id__in=portata.classi) | Q(classe__sede_id__in=portata.sedi)
    return iscritti(istituto_id, giorno).filter(dove)


def iscritti(istituto_id: int, giorno: date) -> QuerySet[Iscrizione]:
    """Who is enrolled on a day in a class of that school year."""
    return Iscrizione.objects.filter(
        Q(al__isnull=True) | Q(al__gte=giorno),
        istituto_id=istituto_id,
        dal__lte=giorno,
        classe__anno_scolastico__inizio=anno_scolastico(giorno).inizio,
    )


def _responsabilita(
    istituto_id: int, per_ruolo: dict[str, Portata], giorno: date
) -> QuerySet[Responsabilita]:
    affidati = _iscrizioni(istituto_id, per_ruolo, giorno, Ruolo.RESPONSABILE)
    return legami(istituto_id, giorno).filter(studente_id__in=affidati.values("persona_id"))


def legami(istituto_id: int, giorno: date) -> QuerySet[Responsabilita]:
    """Who answers for a student on a day."""
    return Responsabilita.objects.filter(
        Q(al__isnull=True) | Q(al__gte=giorno), istituto_id=istituto_id, dal__lte=giorno
    )


def vesti_di(contesto: Contesto) -> list[Veste]:
    """The roles that the person of this request holds today. Two queries."""
    istituto_id, io, oggi = contesto.istituto.pk, contesto.persona.pk, contesto.oggi
    # Read first, or where the statistics know nothing of an import yet the plan of a join may go
    # through the whole school for each of its students.
    affidati = legami(istituto_id, oggi).filter(adulto_id=io).values_list("studente_id", flat=True)
    iscrizioni = (
        iscritti(istituto_id, oggi)
        .filter(persona_id__in={io, *affidati})
        .select_related("classe")
        .order_by("pk")
    )
    return [
        *(_veste(incarico) for incarico in contesto.incarichi),
        *(_veste_per(io, iscrizione) for iscrizione in iscrizioni),
    ]


def _veste_per(io: int, iscrizione: Iscrizione) -> Veste:
    """The role that this enrolment gives: to who is enrolled, or to who answers for him or her."""
    ruolo = Ruolo.STUDENTE if iscrizione.persona_id == io else Ruolo.RESPONSABILE
    return Veste(io, ruolo, iscrizione.classe.sede_id, iscrizione.classe_id)


def rivolte_a(le_mie: Iterable[Veste]) -> Q:
    """The condition that a row of ``DestinatariCircolare`` speaks to one of these roles."""
    condizione = NESSUNO
    for veste in le_mie:
        dove = Q(sede__isnull=True, classe__isnull=True)
        if veste.sede_id:
            dove |= Q(sede_id=veste.sede_id)
        if veste.classe_id:
            dove |= Q(classe_id=veste.classe_id)
        condizione |= Q(ruolo=veste.ruolo) & dove
    return condizione
