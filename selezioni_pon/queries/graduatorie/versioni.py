"""The versions of the ranking of a call, and their rows read back as the rules have them."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Avviso, Graduatoria, RigaGraduatoria
from selezioni_pon.queries.graduatorie.nomi import CON_I_NOMI, nomi_di
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
        .select_related(*(f"invio__{campo}" for campo in CON_I_NOMI))
        .order_by("ordine")
    )


def nomi_tra(righe: Sequence[RigaGraduatoria]) -> Mapping[str, str]:
    """The names of a version by the id of the application; ``righe`` are all of it. No query."""
    return nomi_di(riga.invio for riga in righe)


def letta(righe: Sequence[RigaGraduatoria]) -> rules.Graduatoria:
    """A version as the rules take it: places and exclusions; its ties are told in its rows."""
    nomi = nomi_tra(righe)
    posti = tuple(
        Posto(riga.posizione, InGara(_chi(riga), totale_di(riga.dettaglio), nomi[_chi(riga)]))
        for riga in righe
        if riga.posizione is not None
    )
    esclusi = tuple(
        rules.Escluso(_chi(riga), nomi[_chi(riga)], riga.escluso_per, riga.fonte)
        for riga in righe
        if riga.posizione is None
    )
    return rules.Graduatoria(Ordine(posti), esclusi, ())


def _chi(riga: RigaGraduatoria) -> str:
    return str(riga.invio.candidatura_id)
