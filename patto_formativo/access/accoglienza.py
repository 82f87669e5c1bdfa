"""The welcome: who looks, who gives a tutor, who holds which phase, who writes what."""

from collections.abc import Mapping
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from patto_formativo.access.corsisti import corsista
from patto_formativo.enums import Fase
from patto_formativo.models import Corsista, Incontro, Prova
from patto_formativo.queries.accoglienza import attivi
from patto_formativo.queries.elenchi import GUARDANO
from patto_formativo.queries.visibili import DIREZIONE, SCUOLA, Veste, corsisti, filtri

V = Veste
PROPRI = (V.CORSISTA, V.RESPONSABILE)
ASSEGNANO = (V.SEDE, V.DIREZIONE)
# Who holds which phase (Linee guida, parte prima); that of the enrolment is counted by itself.
CONDUCONO: Final[Mapping[Fase, tuple[Veste, ...]]] = {
    Fase.PRIMO_INCONTRO: (V.SEDE, V.DIREZIONE),
    Fase.COLLOQUI: (V.TUTOR,),
    Fase.PROPEDEUTICO: (V.DOCENTE, V.TUTOR, V.SEDE),
    Fase.STESURA: (V.TUTOR,),
}
LEGGONO_INTERVISTA = (V.TUTOR, V.SEDE, V.DIREZIONE)
PROVANO = (V.TUTOR, V.DOCENTE)
VEDONO_SOGGIORNO = frozenset({V.UFFICIO, V.DIREZIONE, V.TUTOR})
VEDONO_RECAPITI = frozenset(SCUOLA)


def corsista_da_guardare(contesto: Contesto, pk: int) -> Corsista:
    """A person whose way one may look at: who works with them, they themselves, their guardian."""
    return corsista(contesto, pk, *GUARDANO, *PROPRI)


def corsista_del_tutor(contesto: Contesto, pk: int) -> Corsista:
    """A person whom one follows as tutor; 403 for the others who see them."""
    return corsista(contesto, pk, V.TUTOR)


def corsista_dell_ufficio(contesto: Contesto, pk: int) -> Corsista:
    """A person whom the office looks after; 403 for the others who see them."""
    return corsista(contesto, pk, V.UFFICIO)


def intervista_leggibile(contesto: Contesto, pk: int) -> Corsista:
    """A person whose interview one may read: the tutor, who runs the site, the direction."""
    return corsista(contesto, pk, *LEGGONO_INTERVISTA)


def corsista_da_provare(contesto: Contesto, pk: int) -> Corsista:
    """A person whose proofs one may write: the tutor, the teachers of the group."""
    return corsista(contesto, pk, *PROVANO)


def assegnabili(contesto: Contesto) -> QuerySet[Corsista]:
    """Those to whom one may give a tutor; 403 for who neither runs a site nor the school."""
    contesto.esige(Ruolo.COORDINATORE_SEDE, *DIREZIONE)
    return attivi(corsisti(contesto, *ASSEGNANO))


def fasi_condotte(contesto: Contesto) -> list[Fase]:
    """The phases that one may hold today, in their order; 403 for who holds none."""
    tenute = filtri(contesto).keys()
    fasi = [fase for fase, vesti in CONDUCONO.items() if not tenute.isdisjoint(vesti)]
    if not fasi:
        raise PermissionDenied
    return fasi


def presenti_possibili(contesto: Contesto, fase: Fase) -> QuerySet[Corsista]:
    """Those with whom one may hold a meeting of this phase."""
    return attivi(corsisti(contesto, *CONDUCONO[fase]))


def conduce(di: Corsista, fase: Fase) -> bool:
    """Whether who looks at this person may hold the phase with them."""
    return not di.vesti.isdisjoint(CONDUCONO.get(fase, ()))


def incontro_proprio(contesto: Contesto, pk: int) -> Incontro:
    """A meeting that one has written oneself and could still hold; 403 for who only sees it.

    The phase must be one that the person holds today, with somebody of those who were there.
    """
    try:
        incontro = Incontro.objects.select_related("sede").get(istituto=contesto.istituto, pk=pk)
    except Incontro.DoesNotExist:
        raise Http404 from None
    presenti = incontro.presenze.values("corsista")
    if incontro.registrato_da_id == contesto.persona.pk:
        possibili = presenti_possibili(contesto, Fase(incontro.fase))
        if possibili.filter(pk__in=presenti).exists():
            return incontro
    if corsisti(contesto, *GUARDANO, *PROPRI).filter(pk__in=presenti).exists():
        raise PermissionDenied
    raise Http404


def prova_propria(contesto: Contesto, pk: int) -> tuple[Prova, Corsista]:
    """A proof that one has assessed oneself, with whose it is; 403 for who sees the person."""
    try:
        prova = Prova.objects.get(istituto=contesto.istituto, pk=pk)
    except Prova.DoesNotExist:
        raise Http404 from None
    di = corsista(contesto, prova.corsista_id)
    if prova.valutata_da_id != contesto.persona.pk or di.vesti.isdisjoint(PROVANO):
        raise PermissionDenied
    return prova, di
