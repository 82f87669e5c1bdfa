"""The agreements still to be signed: since when, who is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Versione
from patto_formativo.queries.patti.firme import Firme, firme_di, in_parole
from patto_formativo.queries.patti.versioni import CON
from patto_formativo.queries.visibili import Veste, corsisti

V = Veste
SEGUONO = (V.UFFICIO, V.DIREZIONE, V.SEDE, V.TUTOR)
UN_GIORNO = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DaFirmare:
    """A version that waits for signatures."""

    versione: Versione
    firme: Firme
    giorni: int

    @property
    def persona(self) -> Persona:
        """Who studies."""
        return self.versione.patto.corsista.persona

    @property
    def aspetta(self) -> Motivo | None:
        """What the other school has to answer first; None when nobody waits for it."""
        return self.firme.aspetta

    @property
    def altra_scuola(self) -> str:
        """The other school of the agreement, empty when there is none."""
        altra = self.versione.patto.altro_istituto
        return str(altra) if altra else ""

    @property
    def mancano(self) -> list[str]:
        """Who is missing, in words; before the other school has ratified, that."""
        if self.aspetta:
            return [f"prima la ratifica di {self.altra_scuola}"]
        return in_parole(self.firme.mancano)


def da_firmare(contesto: Contesto) -> list[DaFirmare]:
    """Those that somebody follows, the oldest first. A fixed number of queries."""
    righe = (
        Versione.objects.filter(
            istituto=contesto.istituto,
            stato=StatoPatto.APPROVATO.value,
            patto__corsista__in=corsisti(contesto, *SEGUONO).values("pk"),
        )
        .select_related(*CON)
        .prefetch_related("firme", "condivisioni")
        .order_by("approvata_il", "pk")
    )
    return [_riga(versione, contesto.oggi) for versione in righe]


def _riga(versione: Versione, oggi: date) -> DaFirmare:
    dal = timezone.localdate(versione.approvata_il) if versione.approvata_il else oggi
    return DaFirmare(versione, firme_di(versione, oggi), (oggi - dal) // UN_GIORNO)


def con_filtro(righe: Sequence[DaFirmare], chi: str) -> list[DaFirmare]:
    """Those in which the school, or the person, may sign and is missing, or the ratification.

    All of them for any other word.
    """
    if chi == "ratifica":
        return [r for r in righe if r.aspetta]
    pronte = [r for r in righe if not r.aspetta]
    if chi == "scuola":
        return [r for r in pronte if any(m.parte == "scuola" for m in r.firme.mancano)]
    if chi == "persona":
        return [r for r in pronte if any(m.parte != "scuola" for m in r.firme.mancano)]
    return list(righe)
