"""A call whose applications the commission is checking: the same members, one with a title.

Its grid has an item of the commission too; nobody of the cast applied.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from django.core.files.base import ContentFile

from cpia.scuola.models import Istituto, Persona
from selezioni_pon import models
from tests.accessi.mondo_selezioni_commissione import commissione_di
from tests.factories.candidature import AllegatoFactory, inviata
from tests.factories.scuola import PersonaFactory
from tests.factories.selezioni import GrigliaFactory
from tests.selezioni_pon.scena_esame import DATI

UN_FILE = b"%PDF-1.7 attestato"


@dataclass(frozen=True)
class MondoVerifica:
    """What is on the table; ``voce`` is the place of the item of the commission in the grid."""

    avviso: models.Avviso
    invio: models.Invio
    titolo: models.TitoloDichiarato
    file: models.AllegatoInviato
    voce: int = 4


def verifica_di(
    istituto: Istituto, cast: dict[str, Persona], pubblicato: Callable[..., models.Avviso]
) -> MondoVerifica:
    """The commission of a call whose term is over, at work."""
    di_qui = {"istituto": istituto}
    griglia = GrigliaFactory(**di_qui, modificata_da=cast["dirigente"], chiusa=True, dati=DATI)
    avviso = pubblicato(scaduto=True, griglia=griglia)
    commissione_di(istituto, cast, avviso)
    invio = inviata(avviso, PersonaFactory(**di_qui), {"2": {"quanti": 3}})
    return MondoVerifica(avviso, invio, invio.titoli.get(), _file(invio))


def _file(invio: models.Invio) -> models.AllegatoInviato:
    di_qui = {"istituto": invio.istituto}
    allegato = AllegatoFactory(
        **di_qui, candidatura=invio.candidatura, file=ContentFile(UN_FILE, "prova.pdf"),
        impronta=sha256(UN_FILE).hexdigest(),
    )  # fmt: skip
    return models.AllegatoInviato.objects.create(**di_qui, invio=invio, allegato=allegato)
