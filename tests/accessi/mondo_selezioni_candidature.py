"""The draft of the teacher of class A, with a file that nobody else reads."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.files.base import ContentFile

from cpia.scuola.models import Istituto, Persona
from selezioni_pon import models
from selezioni_pon.enums import TipoAllegato
from tests.factories.candidature import AllegatoFactory, CandidaturaFactory

UN_FILE = b"%PDF-1.7 una prova"


@dataclass(frozen=True)
class MondoCandidature:
    """What an institute has of it."""

    bozza: models.Candidatura
    prova: models.AllegatoCandidatura


def candidature_di(
    istituto: Istituto, cast: dict[str, Persona], aperto: models.Avviso
) -> MondoCandidature:
    """A draft to an open call, with the evidence of an item."""
    bozza = CandidaturaFactory(istituto=istituto, avviso=aperto, persona=cast["docente"])
    prova = AllegatoFactory(
        istituto=istituto, candidatura=bozza, tipo=TipoAllegato.PROVA.value, voce="A.5",
        file=ContentFile(UN_FILE, "prova.pdf"), impronta=sha256(UN_FILE).hexdigest(),
    )  # fmt: skip
    return MondoCandidature(bozza, prova)
