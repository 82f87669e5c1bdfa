"""Which enrolled persons somebody may look at, and as what."""

from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from cpia.norme.enums import Voce
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Responsabilita
from organi_collegiali.queries.cariche import organi_propri
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Corsista, Versione
from patto_formativo.rules.eta import maggiore_dal

UFFICIO = frozenset({Ruolo.SEGRETERIA_DIDATTICA, Ruolo.DSGA})
DIREZIONE = frozenset({Ruolo.DIRIGENTE, Ruolo.COLLABORATORE})
# What the section has in its hands: never a draft, which is the tutor's; nothing once it is over.
DELLA_SEZIONE = [
    StatoPatto.IN_NEGOZIAZIONE.value,
    StatoPatto.APPROVATO.value,
    StatoPatto.SOTTOSCRITTO.value,
    StatoPatto.IN_CORSO.value,
]


class Veste(Voce):
    """As what somebody stands before an enrolled person."""

    UFFICIO = "ufficio", "segreteria"
    DIREZIONE = "direzione", "dirigente"
    SEDE = "sede", "coordinatore della sede"
    TUTOR = "tutor", "tutor"
    DOCENTE = "docente", "docente del gruppo"
    SEZIONE = "sezione", "componente della sezione"
    CORSISTA = "corsista", "chi studia"
    RESPONSABILE = "responsabile", "genitore o tutore"


V = Veste
SCUOLA = frozenset({V.UFFICIO, V.DIREZIONE, V.SEDE, V.TUTOR})


def sedi_coordinate(contesto: Contesto) -> list[int]:
    """The ids of the sites that the person coordinates today."""
    return [
        i.sede_id
        for i in contesto.incarichi
        if i.ruolo == Ruolo.COORDINATORE_SEDE and i.sede_id is not None
    ]


def nei_giorni(giorno: date, davanti: str = "") -> Q:
    """The condition that a day is between ``dal`` and ``al``, both in; without ``al`` it lasts."""
    return Q(**{f"{davanti}dal__lte": giorno}) & (
        Q(**{f"{davanti}al__isnull": True}) | Q(**{f"{davanti}al__gte": giorno})
    )


def affidati(contesto: Contesto) -> list[int]:
    """The ids of the minors for whom the person answers today. One query.

    Whom a court has limited answers for nobody, nor who has only proved a mailbox; on the
    eighteenth birthday it is over.
    """
    oggi = contesto.oggi
    righe = Responsabilita.objects.filter(
        nei_giorni(oggi), istituto=contesto.istituto, adulto=contesto.persona, limite="",
        adulto__identita_da_accertare=False,
    )  # fmt: skip
    return [
        studente
        for studente, nascita in righe.values_list("studente_id", "studente__data_nascita")
        if nascita is not None and oggi < maggiore_dal(nascita)
    ]


def filtri(contesto: Contesto) -> dict[Veste, Q]:
    """For each part that the person may have, which enrolled persons it reaches."""
    chi = contesto.persona
    ruoli: dict[Veste, Q] = {
        V.CORSISTA: Q(persona=chi),
        V.RESPONSABILE: Q(persona__in=affidati(contesto)),
        V.SEZIONE: Q(
            pk__in=Versione.objects.filter(
                istituto=contesto.istituto,
                sezione__in=organi_propri(contesto),
                stato__in=DELLA_SEZIONE,
            ).values("patto__corsista")
        ),
    }
    if contesto.ha(*UFFICIO):
        ruoli[V.UFFICIO] = Q()
    if contesto.ha(*DIREZIONE):
        ruoli[V.DIREZIONE] = Q()
    if sedi := sedi_coordinate(contesto):
        ruoli[V.SEDE] = Q(offerta__sede__in=sedi)
    if contesto.ha(Ruolo.TUTOR):
        ruoli[V.TUTOR] = Q(tutor=chi)
    if contesto.ha(Ruolo.TUTOR, Ruolo.DOCENTE):
        oggi_nel_gruppo = nei_giorni(contesto.oggi, "gruppi__")
        ruoli[V.DOCENTE] = oggi_nel_gruppo & Q(gruppi__gruppo__docenti__persona=chi)
    return ruoli


def corsisti(contesto: Contesto, *vesti: Veste) -> QuerySet[Corsista]:
    """The enrolled persons whom somebody may look at as one of these parts (all, if none)."""
    ammessi = [filtro for veste, filtro in filtri(contesto).items() if veste in (vesti or tuple(V))]
    righe = Corsista.objects.filter(istituto=contesto.istituto)
    if not ammessi:
        return righe.none()
    if Q() in ammessi:
        return righe
    # By their ids: a person in two groups is one row.
    return righe.filter(pk__in=righe.filter(reduce(or_, ammessi)).values("pk"))


def vesti(contesto: Contesto, corsista: Corsista) -> frozenset[Veste]:
    """The parts that somebody has before this person."""
    di_lui = Corsista.objects.filter(istituto=contesto.istituto, pk=corsista.pk)
    return frozenset(
        veste
        for veste, filtro in filtri(contesto).items()
        if filtro == Q() or di_lui.filter(filtro).exists()
    )
