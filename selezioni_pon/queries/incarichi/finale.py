"""The final ranking in force of a call, and the proposals already made down it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from selezioni_pon.enums import StatoAvviso, StatoProposta
from selezioni_pon.models import Avviso, Graduatoria, Proposta, RigaGraduatoria
from selezioni_pon.queries.graduatorie.definitiva import definitiva_di, in_graduatoria
from selezioni_pon.queries.svolte import accertata_di
from selezioni_pon.rules.in_gara import InGara
from selezioni_pon.rules.incarichi import OCCUPANO, Scorrimento, scorri
from selezioni_pon.rules.ordine import Ordine, Posto

CON_LA_PERSONA = ("candidatura__persona", "risposta_di", "contratto")


@dataclass(frozen=True)
class InFila:
    """A place of the final ranking with what was proposed to who holds it; no points."""

    posizione: int
    riga: RigaGraduatoria
    proposta: Proposta | None

    @property
    def candidatura_id(self) -> int:
        candidatura_id: int = self.riga.invio.candidatura_id
        return candidatura_id

    @property
    def nome(self) -> str:
        """First name and surname."""
        nome: str = self.riga.invio.candidatura.persona.nome_e_cognome
        return nome


@dataclass(frozen=True)
class Quadro:
    """The final ranking, who is in it, whose turn it is; ``fuori``: proposals to who left it."""

    graduatoria: Graduatoria
    fila: Sequence[InFila]
    scorrimento: Scorrimento
    fuori: Sequence[Proposta]

    @property
    def da_proporre(self) -> list[InFila]:
        """To whom the post is offered now."""
        return [uno for uno in self.fila if str(uno.candidatura_id) in self.scorrimento.da_proporre]

    @property
    def accettate(self) -> int:
        """How many posts are taken."""
        return quante_accettate([*(uno.proposta for uno in self.fila), *self.fuori])


def quadro_di(avviso: Avviso) -> Quadro | None:
    """Where the posts of a call stand; None before its final ranking. Three queries.

    Who holds a post by a ranking that was replaced holds it still, ranked or not.
    """
    graduatoria = definitiva_di(avviso)
    if graduatoria is None:
        return None
    ultime = {una.candidatura_id: una for una in proposte_di(avviso)}
    fila = [
        InFila(riga.posizione or 0, riga, ultime.pop(riga.invio.candidatura_id, None))
        for riga in in_graduatoria(graduatoria)
    ]
    fuori = list(ultime.values())
    tenuti = sum(StatoProposta(una.stato) in OCCUPANO for una in fuori)
    stati = {
        str(uno.candidatura_id): StatoProposta(uno.proposta.stato) for uno in fila if uno.proposta
    }
    scorrimento = scorri(_ordine(fila), max(0, avviso.posti - tenuti), stati)
    return Quadro(graduatoria, fila, scorrimento, fuori)


def proposte_di(avviso: Avviso) -> QuerySet[Proposta]:
    """The proposals of a call, by any of its rankings, in their order."""
    return (
        Proposta.objects.filter(istituto_id=avviso.istituto_id, candidatura__avviso=avviso)
        .select_related(*CON_LA_PERSONA)
        .order_by("proposta_il", "pk")
    )


def quante_accettate(proposte: Sequence[Proposta | None]) -> int:
    """The posts that are taken."""
    return sum(una is not None and una.stato == StatoProposta.ACCETTATA for una in proposte)


def si_propone(avviso: Avviso) -> bool:
    """Whether posts of this call are still given: not of one revoked, nor of one gone beyond."""
    if avviso.stato == StatoAvviso.PUBBLICATO:
        return True
    return avviso.stato == StatoAvviso.CONCLUSO and accertata_di(avviso) is None


def _ordine(fila: Sequence[InFila]) -> Ordine:
    return Ordine(
        tuple(
            Posto(
                uno.posizione,
                InGara(str(uno.candidatura_id), Fraction(uno.riga.punti), uno.nome),
            )
            for uno in fila
        )
    )
