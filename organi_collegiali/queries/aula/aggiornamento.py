"""Whether a sitting may be adjourned now, and by when it goes on without a new convocation."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from cpia.norme.queries import termine_entro
from cpia.norme.rules import Termine
from organi_collegiali.models import OrganoCollegiale, Seduta
from organi_collegiali.queries.presenze import presenze
from organi_collegiali.queries.regole import RegoleOrgano, regole
from organi_collegiali.rules.aula.aggiornamento import (
    CausaGiudicata,
    Protrazione,
    giudica_cause,
    giudica_protrazione,
)

ENTRO = "aggiornamento.entro"


@dataclass(frozen=True)
class Aggiornamento:
    """The causes, each judged; ``entro`` is the last day on which it goes on as it is."""

    cause: tuple[CausaGiudicata, ...]
    entro: Termine

    @property
    def proposta(self) -> CausaGiudicata:
        """The first that holds: there is always one, who presides judges of disorder."""
        return next(causa for causa in self.cause if causa.ammessa)


def protrazione(seduta: Seduta, regola: RegoleOrgano, adesso: datetime) -> Protrazione:
    """How far a sitting has run over, by the minutes of its regulation."""
    fine = seduta.fine_prevista
    return giudica_protrazione(
        timezone.localtime(adesso),
        fine_prevista=timezone.localtime(fine) if fine else None,
        minuti=regola.valore("aggiornamento.minuti", int),
    )


def aggiornamento(seduta: Seduta, adesso: datetime) -> Aggiornamento:
    """The judgement on a sitting that is open. Six queries."""
    oggi = timezone.localdate(adesso)
    regola = regole(seduta.organo, oggi)
    giudizio = presenze(seduta).giudizio(regola, adesso)
    cause = giudica_cause(
        protrazione(seduta, regola, adesso),
        presenze=giudizio.perche[-1],
        numero_legale=giudizio.valida,
        durata=regola.valore("quorum.per_tutta_la_seduta", bool),
    )
    interrotta = timezone.localdate(seduta.aperta_il or adesso)
    return Aggiornamento(cause, termine_della_ripresa(seduta.organo, interrotta, oggi))


def termine_della_ripresa(organo: OrganoCollegiale, interrotta: date, oggi: date) -> Termine:
    """By when a sitting goes on without a new convocation (`004` art. 11). Three queries."""
    chiave = f"organi.{organo.norma}.{ENTRO}"
    return termine_entro(organo.istituto_id, chiave, interrotta, giorno=oggi, proroga=False)
