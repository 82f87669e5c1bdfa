"""The register of experts. Needs the institute set (``tenancy``)."""

from datetime import date, timedelta

from factory import Trait

from selezioni_pon import models
from selezioni_pon.enums import StatoIscrizione
from tests.factories.scuola import ADESSO, DiIstitutoFactory, PersonaFactory, nello_stesso


class IscrizioneEspertoFactory(DiIstitutoFactory):
    """A request that waits; ``dentro`` is in the register until the end of the school year."""

    class Meta:
        model = models.IscrizioneEsperto

    class Params:
        dentro = Trait(
            stato=StatoIscrizione.ISCRITTA.value, iscritta_dal=date(2023, 10, 1),
            scade=date(2024, 8, 31), anni=1, anni_fonte="prassi d’istituto",
            requisiti_verificati=True, decisa_il=ADESSO - timedelta(days=2),
            decisa_da=nello_stesso(PersonaFactory),
        )  # fmt: skip

    persona = nello_stesso(PersonaFactory)
    settori = ["Musica", "Teatro"]
    competenza = "Diploma accademico di secondo livello in pianoforte"
    stato = StatoIscrizione.CHIESTA.value
    chiesta_il = ADESSO - timedelta(days=3)
