"""The attendance of one person or of many: hours by unit, percentage, judgement, risk."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from cpia.norme.rules.anno import anno_scolastico
from cpia.norme.rules.motivi import Motivo
from cpia.scuola import orologio
from patto_formativo.enums import Percorso
from patto_formativo.models import Corsista, Deroga, Lezione, Membro, Presenza
from patto_formativo.queries.frequenza.piani import PianoDi, piani
from patto_formativo.queries.regole import RegolePatto, regole
from patto_formativo.rules import frequenza as rules
from patto_formativo.rules.misure import NULLA
from patto_formativo.rules.ore_per_unita import (
    OreDiUnita,
    che_non_contano,
    dovute,
    fuori_dal_piano,
    ore_per_unita,
    presenze_del_piano,
)


@dataclass(frozen=True, slots=True)
class FrequenzaDi:
    """The attendance of a person; without a plan there are hours and no judgement."""

    corsista_id: int
    percorso: Percorso | None
    psp: Fraction
    unita: tuple[OreDiUnita, ...]
    ore: rules.Frequenza
    fuori: Fraction
    dovute: Fraction
    giudizio: rules.GiudizioFrequenza | None
    rischio: Motivo | None
    deroga: Deroga | None
    sottoscritto: bool
    soglia: Fraction

    @property
    def ha_piano(self) -> bool:
        """Whether there is a plan to measure by."""
        return self.giudizio is not None

    @property
    def percentuale(self) -> Fraction:
        """Of the hours of the plan, those that count."""
        return 100 * self.ore.valide / self.psp if self.psp else NULLA

    @property
    def oltre(self) -> Fraction:
        """Hours beyond those that the plan gives to each unit."""
        return sum((riga.oltre for riga in self.unita), NULLA)

    @property
    def distanza_frequentata(self) -> Fraction:
        """Hours at a distance within the units, checked, before the limit of the path."""
        return self.ore.a_distanza + self.ore.oltre_il_limite

    @property
    def percentuale_dovute(self) -> Fraction | None:
        """Of the hours due so far, those that count; None while nothing is due."""
        return 100 * self.ore.valide / self.dovute if self.dovute else None


def frequenza_di(corsista: Corsista, oggi: date | None = None) -> FrequenzaDi:
    """The attendance of one person, by the rules of a day. Seven queries."""
    return frequenze([corsista], oggi)[corsista.pk]


def frequenze(corsisti: Iterable[Corsista], oggi: date | None = None) -> dict[int, FrequenzaDi]:
    """The attendance of many, by their id. Seven queries; needs ``offerta`` loaded."""
    persone = {corsista.pk: corsista for corsista in corsisti}
    if not persone:
        return {}
    istituto_id = next(iter(persone.values())).istituto_id
    del_piano = piani(istituto_id, persone)
    tenute = _tenute(istituto_id, persone)
    presenze = _presenze(istituto_id, persone)
    oggi = oggi or orologio.oggi()
    deroghe = _deroghe(istituto_id, persone, oggi)
    della_scuola = regole(istituto_id, oggi)
    return {
        pk: _frequenza(
            corsista,
            della_scuola,
            piano=del_piano.get(pk),
            presenze=presenze.get(pk, []),
            tenute=tenute.get(pk, {}),
            deroga=deroghe.get(pk),
        )
        for pk, corsista in persone.items()
    }


def _frequenza(
    corsista: Corsista,
    della_scuola: RegolePatto,
    *,
    piano: PianoDi | None,
    presenze: list[rules.Presenza],
    tenute: Mapping[str, Fraction],
    deroga: Deroga | None,
) -> FrequenzaDi:
    percorso = corsista.percorso
    unita = piano.unita if piano else ()
    righe, fuori = ore_per_unita(unita, presenze, tenute), fuori_dal_piano(unita, presenze)
    psp = piano.psp if piano else NULLA
    ore = rules.conta_frequenza(presenze_del_piano(righe), psp, della_scuola.distanza)
    finora = dovute(righe)
    giudizio = rischio = None
    if piano and percorso:
        giudicata = rules.giudica_validita(
            ore, psp, percorso=percorso, deroga=_detta(deroga),
            soglia=della_scuola.soglia, distanza=della_scuola.distanza,
        )  # fmt: skip
        perche = (*giudicata.perche, *che_non_contano(righe, fuori))
        giudizio = replace(giudicata, perche=perche)
        rischio = rules.a_rischio(ore.valide, finora, della_scuola.rischio)
    return FrequenzaDi(
        corsista.pk, percorso, psp, righe, ore, fuori, finora, giudizio, rischio, deroga,
        piano is not None and piano.sottoscritto, della_scuola.soglia.valore,
    )  # fmt: skip


def _detta(deroga: Deroga | None) -> rules.Deroga | None:
    if deroga is None:
        return None
    return rules.Deroga(deroga.motivo, deroga.estremi if deroga.approvata_il else "")


def _tenute(istituto_id: int, corsisti: Iterable[int]) -> dict[int, dict[str, Fraction]]:
    """The hours of the lessons that each had to attend, by unit: those of the days in the group.

    A unit and its copies of the years after are one: a plan may take two years.
    """
    membri = Membro.objects.filter(istituto_id=istituto_id, corsista__in=list(corsisti))
    righe = list(membri.values_list("corsista_id", "gruppo_id", "dal", "al"))
    lezioni: dict[int, list[tuple[date, int, Decimal]]] = defaultdict(list)
    for gruppo, giorno, unita, ore in Lezione.objects.filter(
        istituto_id=istituto_id, gruppo__in={riga[1] for riga in righe}
    ).values_list("gruppo_id", "giorno", Coalesce("unita__da_unita_id", "unita_id"), "ore"):
        lezioni[gruppo].append((giorno, unita, ore))
    somme: dict[int, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for chi, gruppo, dal, al in righe:
        for giorno, unita, ore in lezioni[gruppo]:
            if dal <= giorno and (al is None or giorno <= al):
                somme[chi][str(unita)] += ore
    return {chi: {u: Fraction(ore) for u, ore in sue.items()} for chi, sue in somme.items()}


def _presenze(istituto_id: int, corsisti: Iterable[int]) -> dict[int, list[rules.Presenza]]:
    """The hours attended, summed by unit and kind: a year has a hundred lessons for everybody."""
    per_corsista: dict[int, list[rules.Presenza]] = defaultdict(list)
    righe = (
        Presenza.objects.filter(istituto_id=istituto_id, corsista__in=list(corsisti), ore__gt=0)
        .order_by()
        .annotate(uda=Coalesce("lezione__unita__da_unita_id", "lezione__unita_id"))
        .values_list("corsista_id", "uda", "lezione__a_distanza")
        .annotate(
            tutte=Sum("ore"),
            verificate=Sum("ore", filter=Q(verificata_il__isnull=False), default=0),
        )
    )
    for chi, unita, a_distanza, tutte, verificate in righe:
        for ore, verificata in ((verificate, True), (tutte - verificate, False)):
            if ore:
                per_corsista[chi].append(
                    rules.Presenza(str(unita), Fraction(ore), a_distanza, verificata)
                )
    return per_corsista


def _deroghe(istituto_id: int, corsisti: Mapping[int, Corsista], oggi: date) -> dict[int, Deroga]:
    """The last derogation of each that was not refused, of the school year that is judged.

    Art. 7: they are approved year by year.
    """
    righe = (
        Deroga.objects.filter(
            istituto_id=istituto_id, corsista__in=list(corsisti), respinta_il__isnull=True
        )
        .annotate(
            fine=Coalesce("corsista__ultimo_anno__inizio", "corsista__anno_scolastico__inizio")
        )
        .order_by("proposta_il", "id")
    )
    return {
        deroga.corsista_id: deroga
        for deroga in righe
        if anno_scolastico(deroga.proposta_il).inizio
        == _giudicato(corsisti[deroga.corsista_id], deroga.fine, oggi)
    }


def _giudicato(corsista: Corsista, fine: int, oggi: date) -> int:
    """The school year that a path is judged of: once it is over, its last."""
    ultimo = min(oggi, corsista.chiuso_il) if corsista.chiuso_il else oggi
    return min(anno_scolastico(ultimo).inizio, fine)
