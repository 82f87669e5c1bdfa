"""The agreements of two years at the change of year."""

from dataclasses import dataclass

from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Persona
from patto_formativo.enums import StatoCorsista
from patto_formativo.models import Corsista, Versione
from patto_formativo.models.patti import IN_VIGORE
from patto_formativo.queries.patti.versioni import CON


@dataclass(frozen=True, slots=True)
class Biennale:
    """An agreement of two years in its first one, and the year in which it goes on."""

    versione: Versione
    prossimo: AnnoScolastico | None

    @property
    def corsista(self) -> Corsista:
        """Whose agreement it is."""
        return self.versione.patto.corsista

    @property
    def persona(self) -> Persona:
        """Who studies."""
        return self.corsista.persona


def biennali(contesto: Contesto) -> list[Biennale]:
    """Those in force that nobody has carried into their second year yet. Two queries."""
    anni = {anno.inizio: anno for anno in AnnoScolastico.objects.filter(istituto=contesto.istituto)}
    righe = Versione.objects.filter(
        istituto=contesto.istituto,
        stato__in=IN_VIGORE,
        anni=2,
        patto__corsista__stato=StatoCorsista.ATTIVO.value,
        patto__corsista__ultimo_anno__isnull=True,
    ).select_related(*CON)
    return [
        Biennale(versione, anni.get(versione.patto.corsista.anno_scolastico.inizio + 1))
        for versione in righe.order_by(
            "patto__corsista__persona__cognome", "patto__corsista__persona__nome", "pk"
        )
    ]
