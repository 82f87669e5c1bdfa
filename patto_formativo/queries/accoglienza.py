"""The welcome of enrolled persons: hours by phase, meetings, proofs; always of one institute."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from fractions import Fraction

from django.db.models import Max, Q, QuerySet, Sum

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.queries import persone_con_ruolo
from patto_formativo.enums import Fase, GenereOfferta, StatoCorsista
from patto_formativo.models import Corsista, Gruppo, Incontro, Membro, PresenzaIncontro, Prova
from patto_formativo.rules import accoglienza as rules
from patto_formativo.rules.accoglienza import Accoglienza
from patto_formativo.rules.incontri import Quando
from patto_formativo.rules.misure import NULLA
from patto_formativo.tabelle import fasi, tabella

# Who is here is enrolled, and whose enrolment is complete has done the hour of phase 0.
ISCRIZIONE_COMPLETA = Fraction(1)
SENZA_PERCORSO = Accoglienza((), NULLA, NULLA, ())


def accoglienza_di(corsista: Corsista) -> Accoglienza:
    """How far the welcome of a person is; its ``contate`` are taken off the path. One query."""
    return accoglienze([corsista])[corsista.pk]


def accoglienze(corsisti: Collection[Corsista]) -> dict[int, Accoglienza]:
    """How far each of these persons, of one institute, is. One query."""
    svolte = _ore_svolte(corsisti)
    return {corsista.pk: _accoglienza(corsista, svolte[corsista.pk]) for corsista in corsisti}


def _ore_svolte(corsisti: Collection[Corsista]) -> Mapping[int, Mapping[Fase, Fraction]]:
    righe = (
        PresenzaIncontro.objects.filter(
            istituto__in={c.istituto_id for c in corsisti}, corsista__in=[c.pk for c in corsisti]
        )
        .order_by()
        .values_list("corsista_id", "incontro__fase")
        .annotate(ore=Sum("incontro__ore"))
    )
    svolte: dict[int, dict[Fase, Fraction]] = defaultdict(dict)
    for corsista, fase, ore in righe:
        svolte[corsista][Fase(fase)] = Fraction(ore)
    return svolte


def _accoglienza(corsista: Corsista, svolte: Mapping[Fase, Fraction]) -> Accoglienza:
    if (percorso := corsista.percorso) is None:
        return SENZA_PERCORSO
    tutte = {**svolte, Fase.ISCRIZIONE: ISCRIZIONE_COMPLETA}
    return rules.accoglienza(fasi(percorso), tutte, tabella().percorsi[percorso])


def ultimi_incontri(istituto_id: int, corsisti: Collection[int]) -> dict[int, date]:
    """The day of the last meeting of each of these persons who had one. One query."""
    righe = (
        PresenzaIncontro.objects.filter(istituto=istituto_id, corsista__in=corsisti)
        .order_by()
        .values_list("corsista_id")
        .annotate(ultimo=Max("incontro__giorno"))
    )
    return dict(righe)


def incontri_di(corsista: Corsista) -> list[Incontro]:
    """The meetings at which a person was, with who held them, in order. One query."""
    return list(
        Incontro.objects.filter(istituto=corsista.istituto_id, presenze__corsista=corsista)
        .select_related("conduce", "sede")
        .order_by("giorno", "dalle", "id")
    )


def prove_di(corsista: Corsista) -> list[Prova]:
    """The proofs of a person, in order. One query."""
    return list(
        Prova.objects.filter(istituto=corsista.istituto_id, corsista=corsista)
        .select_related("valutata_da")
        .order_by("giorno", "id")
    )


def impegni(
    istituto_id: int, corsisti: Collection[int], giorno: date, *, tranne: int | None = None
) -> list[Quando]:
    """The other meetings of these persons on a day, one for each of those present. One query."""
    righe = PresenzaIncontro.objects.filter(
        istituto=istituto_id, corsista__in=corsisti, incontro__giorno=giorno
    ).exclude(incontro=tranne)
    return [
        Quando(giorno, dalle, Fraction(ore), Fase(fase))
        for dalle, ore, fase in righe.values_list(
            "incontro__dalle", "incontro__ore", "incontro__fase"
        )
    ]


def tutor_possibili(istituto: Istituto, giorno: date) -> QuerySet[Persona]:
    """Who may be given persons to follow: who holds the role of tutor on this day."""
    return persone_con_ruolo(istituto.pk, Ruolo.TUTOR, giorno)


def gruppi_di_livello(
    istituto: Istituto, corsisti: QuerySet[Corsista], giorno: date
) -> list[tuple[Gruppo, frozenset[int]]]:
    """The groups of level of these persons, with who of them is in each today. One query."""
    membri = Membro.objects.filter(
        Q(al__isnull=True) | Q(al__gte=giorno),
        istituto=istituto, corsista__in=corsisti.values("pk"), dal__lte=giorno,
    ).select_related("gruppo")  # fmt: skip
    return _per_gruppo(membri)


def _per_gruppo(membri: Iterable[Membro]) -> list[tuple[Gruppo, frozenset[int]]]:
    gruppi: dict[int, tuple[Gruppo, set[int]]] = {}
    for membro in membri:
        gruppi.setdefault(membro.gruppo_id, (membro.gruppo, set()))[1].add(membro.corsista_id)
    ordinati = sorted(gruppi.values(), key=lambda coppia: coppia[0].nome)
    return [(gruppo, frozenset(chi)) for gruppo, chi in ordinati]


def attivi(corsisti: QuerySet[Corsista]) -> QuerySet[Corsista]:
    """Those of these persons who are on a path, with their names."""
    return (
        corsisti.filter(stato=StatoCorsista.ATTIVO.value)
        .exclude(offerta__genere=GenereOfferta.AMPLIAMENTO.value)
        .select_related("persona", "tutor", "offerta__sede")
        .order_by("persona__cognome", "persona__nome", "id")
    )
