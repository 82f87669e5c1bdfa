"""The Commission as a whole on a day, and who is of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from cpia.scuola.access import Contesto
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Mandato, OrganoCollegiale, Seduta
from organi_collegiali.queries.cariche import in_carica, organi_propri, prepara
from patto_formativo.enums import Percorso
from patto_formativo.queries.commissione.membri import (
    Membro,
    Scuola,
    mediatore,
    membri_di,
    per_scuola,
)
from patto_formativo.queries.commissione.sedute import plenarie, prossime_sedute, quanti_verbali
from patto_formativo.queries.commissione.sezioni import Letto, Sezione, sezioni_con
from patto_formativo.rules import commissione as norma

TIPI: Final = (TipoOrgano.SEZIONE_PFI.value, TipoOrgano.COMMISSIONE_PFI.value)


@dataclass(frozen=True, slots=True)
class Commissione:
    """The whole Commission on a day; ``organo`` is None until it is set up."""

    organo: OrganoCollegiale | None
    scuole: tuple[Scuola, ...]
    mediatori: tuple[Membro, ...]
    sezioni: tuple[Sezione, ...]
    plenarie: norma.Plenarie
    elenco: norma.Giudizio
    aggiornato: date | None
    prossima: Seduta | None
    verbali: int
    apribile: bool

    @property
    def componenti(self) -> int:
        """How many sit, the mediators not among them."""
        return sum(len(scuola.membri) for scuola in self.scuole)

    @property
    def membri(self) -> list[Membro]:
        """All of them, school by school, then the mediators."""
        return [m for scuola in self.scuole for m in scuola.membri] + list(self.mediatori)

    @property
    def percorsi_scoperti(self) -> tuple[str, ...]:
        """The paths for which nobody sits, where it is known for whom each does."""
        coperti = {nome for membro in self.membri for nome in membro.percorsi}
        return tuple(p.etichetta for p in Percorso if p.etichetta not in coperti)


def ne_fa_parte(contesto: Contesto) -> bool:
    """Whether somebody sits today in the Commission or in one of its sections. One query."""
    return Mandato.objects.filter(
        in_carica(contesto.oggi),
        istituto=contesto.istituto,
        persona=contesto.persona,
        organo__tipo__in=TIPI,
    ).exists()


def commissione(contesto: Contesto) -> Commissione:
    """The Commission as it is today. Twelve queries at most, whatever its size."""
    organi = list(_organi(contesto))
    della_rete = next((o for o in organi if o.tipo == TipoOrgano.COMMISSIONE_PFI), None)
    sezioni = [o for o in organi if o.tipo == TipoOrgano.SEZIONE_PFI]
    apribili = None if prepara(contesto) else organi_propri(contesto)
    mandati = _mandati(contesto, organi)
    prossime, verbali = prossime_sedute(contesto, organi), quanti_verbali(contesto, organi)
    membri = membri_di(contesto, della_rete, mandati) if della_rete else []
    aggiornato = _aggiornato(della_rete) if della_rete else None
    return Commissione(
        organo=della_rete,
        scuole=per_scuola(m for m in membri if not mediatore(m.mandato)),
        mediatori=tuple(m for m in membri if mediatore(m.mandato)),
        sezioni=tuple(sezioni_con(contesto, sezioni, Letto(mandati, prossime, verbali, apribili))),
        plenarie=norma.conta_plenarie(plenarie(della_rete), contesto.oggi),
        elenco=norma.giudica_elenco(aggiornato, contesto.oggi),
        aggiornato=aggiornato,
        prossima=prossime.get(della_rete.pk) if della_rete else None,
        verbali=verbali.get(della_rete.pk, 0) if della_rete else 0,
        apribile=della_rete is not None and (apribili is None or della_rete.pk in apribili),
    )


def _organi(contesto: Contesto) -> QuerySet[OrganoCollegiale]:
    """The Commission and its sections in office on the day."""
    return OrganoCollegiale.objects.filter(
        Q(al__isnull=True) | Q(al__gte=contesto.oggi),
        istituto=contesto.istituto,
        tipo__in=TIPI,
        dal__lte=contesto.oggi,
    ).order_by("nome", "pk")


def _mandati(
    contesto: Contesto, organi: Sequence[OrganoCollegiale]
) -> Mapping[int, Sequence[Mandato]]:
    per_organo: defaultdict[int, list[Mandato]] = defaultdict(list)
    righe = Mandato.objects.filter(
        in_carica(contesto.oggi), organo__in=organi, supplente_di__isnull=True
    )
    for mandato in righe.select_related("persona"):
        per_organo[mandato.organo_id].append(mandato)
    return per_organo


def _aggiornato(organo: OrganoCollegiale) -> date:
    """The last day on which the list was written: a renewal, or a member who came in."""
    giorni = [organo.dal, organo.rinnovato_il]
    righe = Mandato.objects.filter(istituto_id=organo.istituto_id, organo=organo)
    giorni += righe.order_by("-dal").values_list("dal", flat=True)[:1]
    return max(giorno for giorno in giorni if giorno)
