"""The register of experts: a request of who applies from outside, an entry of somebody else."""

from dataclasses import dataclass

from cpia.scuola.models import Istituto, Persona
from selezioni_pon import models
from tests.factories.albo import IscrizioneEspertoFactory


@dataclass(frozen=True)
class MondoAlbo:
    """What an institute has of it."""

    richiesta: models.IscrizioneEsperto  # of ``candidato``
    altrui: models.IscrizioneEsperto  # in the register, of nobody of the cast


def albo_di(istituto: Istituto, cast: dict[str, Persona]) -> MondoAlbo:
    """That of an institute, which PostgreSQL has been told of."""
    return MondoAlbo(
        richiesta=IscrizioneEspertoFactory(istituto=istituto, persona=cast["candidato"]),
        altrui=IscrizioneEspertoFactory(
            istituto=istituto, dentro=True, decisa_da=cast["dirigente"]
        ),
    )
