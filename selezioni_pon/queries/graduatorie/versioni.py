"""The versions of the ranking of a call, and their rows read back as the rules have them."""

from collections.abc import Sequence

from django.db.models import QuerySet

from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Avviso, Graduatoria, RigaGraduatoria
from selezioni_pon.rules import graduatoria as rules
from selezioni_pon.rules.dettaglio import totale_di
from selezioni_pon.rules.in_gara import InGara
from selezioni_pon.rules.ordine import Ordine, Posto

S = StatoGraduatoria
IN_VIGORE = [S.PROVVISORIA.value, S.DEFINITIVA.value]
CON = ("formata_da", "approvata_da", "documento", "protocollo", "pubblicazione")


def graduatorie_di(avviso: Avviso) -> QuerySet[Graduatoria]:
    """All the versions, the latest first, with their papers."""
    return Graduatoria.objects.filter(avviso=avviso).select_related(*CON).order_by("-numero")


def bozza_tra(versioni: Sequence[Graduatoria]) -> Graduatoria | None:
    """That which waits for who approves it."""
    return next((una for una in versioni if una.stato == S.BOZZA), None)


def vigente_tra(versioni: Sequence[Graduatoria]) -> Graduatoria | None:
    """That which is in force, provisional or final."""
    return next((una for una in versioni if una.stato in IN_VIGORE), None)


def in_vigore(avviso: Avviso) -> Graduatoria | None:
    """The version in force of a call, provisional or final, with its place on the albo."""
    righe = Graduatoria.objects.filter(avviso=avviso, stato__in=IN_VIGORE)
    return righe.select_related("pubblicazione").order_by("-numero").first()


def prima_di(graduatoria: Graduatoria, versioni: Sequence[Graduatoria]) -> Graduatoria | None:
    """The published version that one takes, or took, the place of."""
    prime = (una for una in versioni if una.stato != S.BOZZA and una.numero < graduatoria.numero)
    return max(prime, key=lambda una: una.numero, default=None)


def righe_di(graduatoria: Graduatoria) -> list[RigaGraduatoria]:
    """The rows in order, with their persons. One query."""
    return list(
        RigaGraduatoria.objects.filter(graduatoria=graduatoria)
        .select_related("invio__candidatura__persona")
        .order_by("ordine")
    )


def letta(righe: Sequence[RigaGraduatoria]) -> rules.Graduatoria:
    """A version as the rules take it: places and exclusions; its ties are told in its rows."""
    posti = tuple(
        Posto(riga.posizione, InGara(_chi(riga), totale_di(riga.dettaglio), _nome(riga)))
        for riga in righe
        if riga.posizione is not None
    )
    esclusi = tuple(
        rules.Escluso(_chi(riga), _nome(riga), riga.escluso_per, riga.fonte)
        for riga in righe
        if riga.posizione is None
    )
    return rules.Graduatoria(Ordine(posti), esclusi, ())


def _chi(riga: RigaGraduatoria) -> str:
    return str(riga.invio.candidatura_id)


def _nome(riga: RigaGraduatoria) -> str:
    return str(riga.invio.candidatura.persona)
