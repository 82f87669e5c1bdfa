"""What a family reads: its own application, its place and its points. Of the others nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cpia.scuola.access import Contesto
from selezioni_pon.models import DomandaInfanzia, RigaInfanzia
from selezioni_pon.queries.infanzia.regole import criteri_dell_elenco
from selezioni_pon.queries.infanzia.visibili import figli
from selezioni_pon.rules.cifre import in_punti


@dataclass(frozen=True)
class TitoloLetto:
    """An item that the family declared; ``non_conta`` is what the check found against it."""

    testo: str
    non_conta: str


@dataclass(frozen=True)
class DelFiglio:
    """An application of the family, with its row in the last version where it is."""

    domanda: DomandaInfanzia
    riga: RigaInfanzia | None
    titoli: Sequence[TitoloLetto]

    @property
    def punti(self) -> str:
        """``55 punti``; nothing where points do not count, or are not there yet."""
        if self.riga is None or self.riga.posizione is None:
            return ""
        return in_punti(Fraction(self.riga.punti))


def dei_figli(contesto: Contesto) -> list[DelFiglio]:
    """The applications for one’s own children, the latest year first. Three queries."""
    domande = list(
        figli(contesto)
        .select_related("bambino", "elenco__anno_scolastico", "elenco__sede", "protocollo")
        .prefetch_related("titoli")
        .order_by("-elenco__anno_scolastico__inizio", "bambino__nome", "pk")
    )
    righe = _ultime(domande)
    return [DelFiglio(una, righe.get(una.pk), _titoli(una)) for una in domande]


def _ultime(domande: Sequence[DomandaInfanzia]) -> Mapping[int, RigaInfanzia]:
    """The row of each in the latest version that holds it."""
    righe = (
        RigaInfanzia.objects.filter(domanda__in=[una.pk for una in domande])
        .select_related("versione")
        .order_by("versione__numero")
    )
    return {riga.domanda_id: riga for riga in righe}


def _titoli(domanda: DomandaInfanzia) -> Sequence[TitoloLetto]:
    voci = {voce.numero: voce.testo for voce in criteri_dell_elenco(domanda.elenco).voci}
    return [TitoloLetto(voci[uno.voce], uno.non_conta) for uno in domanda.titoli.all()]
