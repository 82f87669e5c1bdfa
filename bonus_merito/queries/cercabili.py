"""Which papers of the bonus somebody reads: one judgement for page, file and search."""

from typing import Any

from django.db.models import Q, QuerySet

from bonus_merito.enums import Categoria, StatoProcedura
from bonus_merito.models import Assegnazione, Istanza, Procedura, Richiesta
from bonus_merito.queries import visibili
from bonus_merito.queries.proprie import CONCORRONO
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo

PUBBLICATE = [StatoProcedura.PUBBLICATA.value, StatoProcedura.ARCHIVIATA.value]


def carte(contesto: Contesto) -> dict[str, Q]:
    """For each kind of paper of this app, those that the person may read. No query by itself.

    The whole decree has the reasons and the amounts of everybody: who directs reads it. A letter,
    or an answer, is of who directs and of its addressee; what somebody sent, where nothing is
    judged, of the office too where it does not compete; what is published, of everybody who knows
    of the procedure. Who acts for the dirigente and takes part reads there the own papers alone.
    """
    dirige = contesto.ha(Ruolo.DIRIGENTE)
    prepara = not visibili.per_incarico(contesto).isdisjoint(visibili.PREPARANO)
    mie, di = visibili.richieste_proprie(contesto), {"istituto": contesto.istituto}
    chieste, uscite = mie, visibili.procedure(contesto)
    if prepara:
        chieste = mie | _altrui(contesto)
    else:
        uscite = uscite.filter(stato__in=PUBBLICATE)
    condotte = Procedura.objects.filter(**di).exclude(pk__in=_in_gara(contesto))
    condotte = condotte if dirige else condotte.none()
    di_altri = Q(procedura__in=condotte.values("pk"))
    lettere = Assegnazione.objects.filter(di_altri | Q(richiesta__in=mie.values("pk")), **di)
    risposte = Istanza.objects.filter(di_altri | Q(persona=contesto.persona), **di)
    return {
        "criteri_bonus": Q(pk__in=visibili.criteri(contesto).values("documento")),
        "richiesta_bonus": Q(protocollo__in=chieste.values("protocollo")),
        "decreto_bonus": Q(pk__in=condotte.values("decreto")),
        "prospetto_bonus": Q(pk__in=uscite.values("prospetto")),
        "lettera_bonus": Q(pk__in=lettere.values("lettera")),
        "risposta_bonus": Q(pk__in=risposte.values("documento")),
    }


def _altrui(contesto: Contesto) -> QuerySet[Richiesta]:
    """What others sent in the procedures in which who looks neither may ask nor has asked."""
    rivali = [voce.value for voce in Categoria if visibili.concorre(contesto, voce.value)]
    righe = Richiesta.objects.filter(istituto=contesto.istituto, stato__in=CONCORRONO)
    return righe.exclude(procedura__categoria__in=rivali).exclude(procedura__in=_in_gara(contesto))


def _in_gara(contesto: Contesto) -> QuerySet[Richiesta, Any]:
    """The procedures in which who looks takes part."""
    mie = visibili.richieste_proprie(contesto).filter(stato__in=CONCORRONO)
    return mie.values("procedura")
