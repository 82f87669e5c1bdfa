"""The own place in the ranking of a call, version after version."""

from collections.abc import Sequence
from dataclasses import dataclass

from cpia.scuola.access import Contesto
from selezioni_pon.models import Avviso, Candidatura, Graduatoria, Reclamo, RigaGraduatoria
from selezioni_pon.models.graduatorie import PUBBLICATE
from selezioni_pon.queries.graduatorie.versioni import CON, IN_VIGORE


@dataclass(frozen=True)
class Propria:
    """What somebody reads of the own application: rows from the latest published version.

    ``quanti`` are those in the version in force.
    """

    candidatura: Candidatura
    righe: Sequence[RigaGraduatoria]
    reclami: Sequence[Reclamo]
    quanti: int

    @property
    def riga(self) -> RigaGraduatoria:
        """That of the version in force."""
        return self.righe[0]

    @property
    def graduatoria(self) -> Graduatoria:
        """The version in force."""
        return self.riga.graduatoria


def propria(contesto: Contesto, avviso: Avviso) -> Propria | None:
    """The own rows of a call; None before a ranking is published, and for who is in none.

    Four queries.
    """
    righe = list(
        RigaGraduatoria.objects.filter(
            istituto=contesto.istituto,
            graduatoria__avviso=avviso,
            graduatoria__stato__in=PUBBLICATE,
            invio__candidatura__persona=contesto.persona,
        )
        .select_related("invio__candidatura", *(f"graduatoria__{campo}" for campo in CON))
        .order_by("-graduatoria__numero")
    )
    if not righe or righe[0].graduatoria.stato not in IN_VIGORE:
        return None
    candidatura = righe[0].invio.candidatura
    in_lista = righe[0].graduatoria.righe.filter(posizione__isnull=False).count()
    return Propria(candidatura, righe, reclami_propri(candidatura), in_lista)


def reclami_propri(candidatura: Candidatura) -> list[Reclamo]:
    """What was complained of by who wrote an application, the latest first. One query."""
    return list(
        candidatura.reclami.select_related("protocollo", "documento").order_by("-presentato_il")
    )
