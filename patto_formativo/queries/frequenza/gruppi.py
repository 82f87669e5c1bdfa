"""The groups of level: which somebody sees, who is in them, who could come in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, Max, Prefetch, Q, QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Persona, Sede
from cpia.scuola.queries import in_vigore
from patto_formativo.enums import StatoCorsista
from patto_formativo.models import Corsista, DocenteGruppo, Gruppo, Membro
from patto_formativo.queries.elenchi import SEDE_RISERVATA
from patto_formativo.queries.frequenza.calcolo import FrequenzaDi, frequenze
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO, nei_giorni, sedi_coordinate

INSEGNANO = (Ruolo.DOCENTE, Ruolo.TUTOR)


@dataclass(frozen=True)
class RigaMembro:
    """A member with the attendance of the path."""

    membro: Membro
    frequenza: FrequenzaDi

    @property
    def a_rischio(self) -> bool:
        """Whether the hours so far are too few."""
        return self.frequenza.rischio is not None


def gruppi_visibili(contesto: Contesto) -> QuerySet[Gruppo]:
    """All of them for office and direction; those of the site for who coordinates it; the own."""
    righe = Gruppo.objects.filter(istituto=contesto.istituto)
    if contesto.ha(*UFFICIO, *DIREZIONE):
        return righe
    ammessi = []
    if contesto.ha(*INSEGNANO):
        ammessi.append(Q(pk__in=_insegnati(contesto)))
    if sedi := sedi_coordinate(contesto):
        ammessi.append(Q(sede__in=sedi))
    return righe.filter(reduce(or_, ammessi)) if ammessi else righe.none()


def _insegnati(contesto: Contesto) -> QuerySet[DocenteGruppo, int]:
    righe = DocenteGruppo.objects.filter(istituto=contesto.istituto, persona=contesto.persona)
    return righe.values_list("gruppo_id", flat=True)


def insegna(contesto: Contesto, gruppo: Gruppo) -> bool:
    """Whether the person teaches this group today."""
    return contesto.ha(*INSEGNANO) and gruppo.pk in set(_insegnati(contesto))


def nomi_sedi(contesto: Contesto, sedi: Iterable[Sede]) -> dict[int, str]:
    """The sites by their id; of a reserved one few know the name. One query at most.

    Office, direction, who coordinates it, and the tutor of somebody who studies there.
    """
    tutte = {sede.pk: sede for sede in sedi}
    note = set(sedi_coordinate(contesto))
    if contesto.ha(*UFFICIO, *DIREZIONE):
        note = set(tutte)
    elif contesto.ha(Ruolo.TUTOR):
        propri = Corsista.objects.filter(istituto=contesto.istituto, tutor=contesto.persona)
        note |= set(propri.values_list("offerta__sede_id", flat=True))
    return {
        pk: SEDE_RISERVATA if sede.riservata and pk not in note else sede.nome
        for pk, sede in tutte.items()
    }


def elenco_gruppi(contesto: Contesto, anno: AnnoScolastico | None) -> list[Gruppo]:
    """The groups of a year with how many are in them today, the lessons, the teachers."""
    oggi = contesto.oggi
    return list(
        gruppi_visibili(contesto)
        .filter(anno_scolastico=anno)
        .select_related("sede")
        .prefetch_related(docenti())
        .annotate(
            quanti=Count("membri", filter=in_gruppo(oggi, "membri__"), distinct=True),
            quante=Count("lezioni", distinct=True),
            ultima=Max("lezioni__giorno"),
        )
        .order_by("nome", "id")
    )


def docenti() -> "Prefetch[str]":
    """The teachers of groups, with their names."""
    return Prefetch("docenti", DocenteGruppo.objects.select_related("persona"))


def in_gruppo(giorno: date, davanti: str = "") -> Q:
    """Those who are members on a day."""
    return nei_giorni(giorno, davanti)


def membri(gruppo: Gruppo) -> list[Membro]:
    """All who are or were in the group, by name."""
    return list(
        Membro.objects.filter(istituto_id=gruppo.istituto_id, gruppo=gruppo).select_related(
            "corsista__persona", "corsista__offerta", "corsista__domanda", "corsista__tutor"
        )
    )


def con_frequenza(righe: Sequence[Membro]) -> list[RigaMembro]:
    """The members with their attendance; seven queries for all."""
    di_ciascuno = frequenze(membro.corsista for membro in righe)
    return [RigaMembro(membro, di_ciascuno[membro.corsista_id]) for membro in righe]


def da_aggiungere(contesto: Contesto, gruppo: Gruppo) -> QuerySet[Corsista]:
    """Who is on the path of the group this year and in no open part of it.

    Of all the sites for office and direction; of the own ones for who coordinates some.
    """
    anno = gruppo.anno_scolastico_id
    righe = Corsista.objects.all()
    if not contesto.ha(*UFFICIO, *DIREZIONE):
        righe = righe.filter(offerta__sede__in=sedi_coordinate(contesto))
    return (
        righe.filter(
            Q(anno_scolastico=anno) | Q(ultimo_anno=anno),
            istituto_id=gruppo.istituto_id,
            offerta__genere=gruppo.percorso,
            stato=StatoCorsista.ATTIVO,
        )
        .exclude(gruppi__in=Membro.objects.filter(gruppo=gruppo, al__isnull=True))
        .select_related("persona", "offerta__sede", "tutor")
    )


def chi_insegna(istituto_id: int, giorno: date) -> QuerySet[Persona]:
    """Who may teach a group: the teachers of that day."""
    return Persona.objects.filter(
        in_vigore(giorno, "incarichi__"),
        istituto_id=istituto_id,
        incarichi__ruolo__in=INSEGNANO,
    ).distinct()


def nomi(docenti_del_gruppo: Iterable[DocenteGruppo]) -> list[str]:
    """The teachers in a line: ``Teresa Scognamiglio (asse matematico)``."""
    return [
        f"{d.persona.nome_e_cognome} ({d.asse})" if d.asse else d.persona.nome_e_cognome
        for d in docenti_del_gruppo
    ]
