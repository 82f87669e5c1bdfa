"""The requests of a sitting that gather signatures, and how many they have."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from cpia.scuola.access import Contesto
from organi_collegiali.models import FirmaRaccolta, Mandato, OrganoCollegiale, RaccoltaFirme
from organi_collegiali.queries.convocazione.richieste import (
    RegoleRichiesta,
    possono_firmare,
    regole_richiesta,
)
from organi_collegiali.rules.convocazione.richieste import GiudizioRichiesta, giudica_richiesta


@dataclass(frozen=True)
class Raccolta:
    """A request with the signatures that count today, as one person (``di_chi``) sees it."""

    raccolta: RaccoltaFirme
    firme: tuple[FirmaRaccolta, ...]
    regole: RegoleRichiesta
    di_chi: int

    @cached_property
    def giudizio(self) -> GiudizioRichiesta:
        return giudica_richiesta(len(self.firme), self.regole.in_carica, quota=self.regole.quota)

    @property
    def mancano(self) -> int:
        return max(0, self.giudizio.necessarie - len(self.firme))

    @property
    def mandati(self) -> list[int]:
        return [firma.mandato_id for firma in self.firme]

    @property
    def mia(self) -> bool:
        """Whether the person has signed."""
        return any(firma.mandato.persona_id == self.di_chi for firma in self.firme)


def raccolta(istituto_id: int, pk: int) -> RaccoltaFirme | None:
    """One of them. One query."""
    righe = RaccoltaFirme.objects.filter(istituto_id=istituto_id, pk=pk)
    return righe.select_related("organo__istituto", "persona", "richiesta").first()


def con_le_firme(contesto: Contesto, trovata: RaccoltaFirme) -> Raccolta:
    """One with the signatures of who sits today: who has left does not count. Three queries."""
    regole = regole_richiesta(trovata.organo, contesto.oggi)
    return Raccolta(trovata, tuple(_firme(contesto, trovata)), regole, contesto.persona.pk)


def _firme(contesto: Contesto, trovata: RaccoltaFirme) -> QuerySet[FirmaRaccolta]:
    in_carica = possono_firmare(trovata.organo, contesto.oggi).values("pk")
    righe = FirmaRaccolta.objects.filter(
        istituto_id=trovata.istituto_id, raccolta=trovata, mandato__in=in_carica
    )
    return righe.select_related("mandato__persona").order_by("firmata_il", "id")


def aperte(contesto: Contesto, organo: OrganoCollegiale) -> list[Raccolta]:
    """Those of an organ that one may still sign, the latest first. Four queries."""
    righe = RaccoltaFirme.objects.filter(
        istituto_id=organo.istituto_id,
        organo=organo,
        ritirata_il__isnull=True,
        richiesta__isnull=True,
    ).select_related("persona")
    trovate = list(righe)
    if not trovate:
        return []
    regole = regole_richiesta(organo, contesto.oggi)
    in_carica = possono_firmare(organo, contesto.oggi).values("pk")
    firme = FirmaRaccolta.objects.filter(
        istituto_id=organo.istituto_id, raccolta__in=trovate, mandato__in=in_carica
    ).select_related("mandato__persona")
    di: dict[int, list[FirmaRaccolta]] = {trovata.pk: [] for trovata in trovate}
    for firma in firme:
        di[firma.raccolta_id].append(firma)
    return [
        Raccolta(trovata, tuple(di[trovata.pk]), regole, contesto.persona.pk) for trovata in trovate
    ]


def proprio_mandato(contesto: Contesto, organo: OrganoCollegiale) -> Mandato | None:
    """The mandate by which the person signs today. One query."""
    return possono_firmare(organo, contesto.oggi).filter(persona=contesto.persona).first()
