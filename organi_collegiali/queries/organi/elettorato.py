"""Who may sit in an organ for a component: those among whom the office chooses."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Iscrizione, Persona, Responsabilita
from cpia.scuola.queries import in_vigore
from organi_collegiali.enums import Componente, TipoOrgano
from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.queries.organi.giunta import nel_consiglio

# Pupils and those who answer for them are not staff, and do not sit for it.
DA_FUORI = [Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.CANDIDATO]


def eleggibili(organo: OrganoCollegiale, componente: Componente, giorno: date) -> QuerySet[Persona]:
    """The persons who may sit for a component of an organ, by name.

    In the council of a class only those of that class; outsiders may be anybody the school knows.
    The Giunta is of members of the Consiglio (D.Lgs. 297/1994 art. 8 c. 7).
    """
    tutti = Persona.objects.filter(istituto_id=organo.istituto_id)
    if organo.tipo == TipoOrgano.GIUNTA and componente is not Componente.DIRIGENTE:
        siedono = nel_consiglio(organo.istituto_id, giorno).filter(componente=componente)
        return tutti.filter(pk__in=siedono.values("persona_id")).order_by("cognome", "nome", "id")
    match componente:
        case Componente.DIRIGENTE:
            trovati = tutti.filter(pk__in=_con_ruolo(organo, giorno, [Ruolo.DIRIGENTE]))
        case Componente.DOCENTI:
            trovati = tutti.filter(pk__in=_con_ruolo(organo, giorno, [Ruolo.DOCENTE]))
        case Componente.STUDENTI:
            trovati = tutti.filter(_studia(organo, giorno))
        case Componente.GENITORI:
            trovati = tutti.filter(_genitore(organo, giorno))
        case Componente.ATA:
            iscritti = Iscrizione.objects.filter(istituto_id=organo.istituto_id)
            altrove = [Ruolo.DOCENTE, Ruolo.DIRIGENTE, *DA_FUORI]
            trovati = tutti.exclude(pk__in=_con_ruolo(organo, giorno, altrove)).exclude(
                pk__in=iscritti.values("persona_id")
            )
        case Componente.ESTERNI:
            trovati = tutti
    return trovati.order_by("cognome", "nome", "id")


def _con_ruolo(
    organo: OrganoCollegiale, giorno: date, ruoli: list[Ruolo]
) -> QuerySet[Incarico, Any]:
    incarichi = Incarico.objects.filter(
        in_vigore(giorno), istituto_id=organo.istituto_id, ruolo__in=ruoli
    )
    return incarichi.values("persona_id")


def _iscritti(organo: OrganoCollegiale, giorno: date) -> QuerySet[Iscrizione]:
    iscritti = Iscrizione.objects.filter(istituto_id=organo.istituto_id, dal__lte=giorno).exclude(
        al__lt=giorno
    )
    return iscritti.filter(classe=organo.classe_id) if organo.classe_id else iscritti


def _studia(organo: OrganoCollegiale, giorno: date) -> Q:
    iscritto = Q(pk__in=_iscritti(organo, giorno).values("persona_id"))
    if organo.classe_id:
        return iscritto
    return iscritto | Q(pk__in=_con_ruolo(organo, giorno, [Ruolo.STUDENTE]))


def _genitore(organo: OrganoCollegiale, giorno: date) -> Q:
    legami = Responsabilita.objects.filter(
        istituto_id=organo.istituto_id, studente__in=_iscritti(organo, giorno).values("persona_id")
    ).exclude(al__lt=giorno)
    return Q(pk__in=legami.values("adulto_id")) | Q(
        pk__in=_con_ruolo(organo, giorno, [Ruolo.RESPONSABILE])
    )
