"""Applications of the teacher of class A: a draft to an open call, one sent to a call that is over.

What was sent has its receipt and a file.
"""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.core.files.base import ContentFile

from cpia.scuola.models import Istituto, Persona
from selezioni_pon import models
from tests.accessi.righe_patto import documento
from tests.conftest import come_proprietario
from tests.factories.candidature import AllegatoFactory, CandidaturaFactory, inviata
from tests.factories.selezioni import SCADUTO

# Of the cast who applies.
SI_CANDIDA = frozenset({"docente"})
UN_FILE = b"%PDF-1.7 curriculum"


@dataclass(frozen=True)
class MondoInvio:
    """What an institute has of them."""

    bozza: models.Candidatura
    inviata: models.Invio
    file: models.AllegatoInviato

    @property
    def avviso(self) -> models.Avviso:
        """The call of the one that was sent."""
        return self.inviata.candidatura.avviso


def invio_di(
    istituto: Istituto, cast: dict[str, Persona], aperto: models.Avviso, chiuso: models.Avviso
) -> MondoInvio:
    """Those of an institute, which PostgreSQL has been told of."""
    di_qui = {"istituto": istituto}
    chi = cast["docente"]
    bozza = CandidaturaFactory(**di_qui, avviso=aperto, persona=chi)
    invio = inviata(chiuso, chi, {"A.5": {"quanti": 2}}, quando=SCADUTO - timedelta(hours=1))
    with come_proprietario():
        invio.documento = documento(istituto, "ricevuta_candidatura")
        invio.save(update_fields=["documento"])
    allegato = AllegatoFactory(
        **di_qui, candidatura=invio.candidatura, file=ContentFile(UN_FILE, "curriculum.pdf"),
        impronta=sha256(UN_FILE).hexdigest(),
    )  # fmt: skip
    file = models.AllegatoInviato.objects.create(**di_qui, invio=invio, allegato=allegato)
    return MondoInvio(bozza, invio, file)
