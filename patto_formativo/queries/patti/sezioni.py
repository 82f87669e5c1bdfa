"""The sections of the Commission: who sits, what waits for them, on what they deliberate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Min, Q, QuerySet

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from organi_collegiali.enums import Carica, RegolaPresidente, StatoSeduta, TipoOrgano
from organi_collegiali.models import Delibera, OrganoCollegiale, Seduta
from organi_collegiali.queries.cariche import mandati, organi_propri, puo_presiedere
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Versione
from patto_formativo.queries.condivisi import dirigenti
from patto_formativo.queries.patti.piano import (
    con_certificato,
    contro_il_piano,
    senza_certificato,
)
from patto_formativo.queries.patti.versioni import CON
from patto_formativo.queries.regole import regole
from patto_formativo.queries.visibili import DIREZIONE


@dataclass(frozen=True, slots=True)
class Attesa:
    """A section and how many drafts wait for it, since when the oldest."""

    sezione: OrganoCollegiale
    quanti: int
    dal: date | None
    prossima: Seduta | None


@dataclass(frozen=True, slots=True)
class Proposto:
    """A draft that waits for a section, with what speaks against it."""

    versione: Versione
    contro: Sequence[Violazione]

    @property
    def psp(self) -> Decimal:
        """Hours of the plan, to the cent."""
        crediti = sum((Decimal(ore) for ore in self.versione.crediti.values()), Decimal(0))
        return self.versione.ore_totali - self.versione.ore_accoglienza - crediti


def sezioni_attive(istituto_id: int, giorno: date) -> QuerySet[OrganoCollegiale]:
    """The sections of the Commission of an institute on a day."""
    return OrganoCollegiale.objects.filter(
        Q(al__isnull=True) | Q(al__gte=giorno),
        istituto_id=istituto_id, tipo=TipoOrgano.SEZIONE_PFI.value, dal__lte=giorno,
    ).order_by("nome")  # fmt: skip


def sezioni_visibili(contesto: Contesto) -> QuerySet[OrganoCollegiale]:
    """The sections whose drafts somebody looks at: of who sits the own, of who directs all."""
    righe = sezioni_attive(contesto.istituto.pk, contesto.oggi)
    if contesto.ha(*DIREZIONE):
        return righe
    return righe.filter(pk__in=organi_propri(contesto))


def approva(contesto: Contesto, sezione: OrganoCollegiale) -> bool:
    """Whether somebody registers what the section decided: who presides, or the dirigente."""
    return puo_presiedere(contesto, sezione)


def presiedono(sezione: OrganoCollegiale, giorno: date) -> list[Persona]:
    """Who may preside over a section on a day. Two queries."""
    di_diritto = (RegolaPresidente.DIRIGENTE, RegolaPresidente.DELEGATO)
    cariche = [Carica.PRESIDENTE]
    if sezione.regola_presidente not in di_diritto:
        cariche.append(Carica.VICEPRESIDENTE)
    con_carica = [m.persona for m in mandati(sezione, giorno).filter(carica__in=cariche)]
    if sezione.regola_presidente not in di_diritto:
        return con_carica
    return [*con_carica, *dirigenti(sezione.istituto_id, giorno)]


def attese(contesto: Contesto) -> list[Attesa]:
    """What waits for each section that somebody looks at. Three queries."""
    sezioni = list(sezioni_visibili(contesto))
    conti = _conti(contesto)
    prossime = _prossime(contesto, sezioni)
    return [
        Attesa(sezione, *conti.get(sezione.pk, (0, None)), prossime.get(sezione.pk))
        for sezione in sezioni
    ]


def _conti(contesto: Contesto) -> dict[int, tuple[int, date | None]]:
    """How many drafts wait for each section, and since when the oldest."""
    righe = (
        Versione.objects.filter(
            istituto=contesto.istituto,
            stato=StatoPatto.IN_NEGOZIAZIONE.value,
            sezione__isnull=False,
        )
        .order_by()
        .values_list("sezione_id")
        .annotate(quanti=Count("pk"), dal=Min("proposta_il__date"))
    )
    return {sezione: (quanti, dal) for sezione, quanti, dal in righe if sezione}


def _prossime(contesto: Contesto, sezioni: Sequence[OrganoCollegiale]) -> dict[int, Seduta]:
    aperte = [StatoSeduta.CONVOCATA.value, StatoSeduta.IN_CORSO.value, StatoSeduta.SOSPESA.value]
    righe = Seduta.objects.filter(
        istituto=contesto.istituto, organo__in=sezioni, stato__in=aperte,
        inizio_previsto__date__gte=contesto.oggi,
    ).order_by("-inizio_previsto")  # fmt: skip
    return {seduta.organo_id: seduta for seduta in righe}


def proposti(sezione: OrganoCollegiale, oggi: date) -> list[Proposto]:
    """The drafts that wait for a section, the oldest first, each with what its plan lacks.

    Whether welcome and credits have moved since is asked one by one, when they are approved.
    Three queries.
    """
    righe = Versione.objects.filter(
        istituto_id=sezione.istituto_id, sezione=sezione, stato=StatoPatto.IN_NEGOZIAZIONE.value
    )
    trovate = list(
        righe.select_related(*CON).prefetch_related("unita").order_by("proposta_il", "pk")
    )
    limiti = regole(sezione.istituto_id, oggi)
    attestati = con_certificato(sezione.istituto_id, [v.patto.corsista_id for v in trovate])
    return [
        Proposto(
            versione,
            [
                *contro_il_piano(versione, list(versione.unita.all()), limiti),
                *senza_certificato(versione, attestato=versione.patto.corsista_id in attestati),
            ],
        )
        for versione in trovate
    ]


def delibere_della(sezione: OrganoCollegiale) -> QuerySet[Delibera]:
    """What a section has deliberated in its sittings, the newest first."""
    righe = Delibera.objects.filter(
        istituto_id=sezione.istituto_id, organo=sezione, seduta__isnull=False
    )
    return righe.select_related("seduta").order_by("-adottata_il", "-numero")


def approvati(sezione: OrganoCollegiale) -> QuerySet[Versione]:
    """What a section has approved and is not signed by all yet, the newest first."""
    righe = Versione.objects.filter(
        istituto_id=sezione.istituto_id, sezione=sezione, stato=StatoPatto.APPROVATO.value
    )
    return righe.select_related(*CON).order_by("-approvata_il", "pk")
