"""The organs of an institute in one list: who sits, who comes next, what is wrong."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cpia.scuola.access import Contesto
from organi_collegiali.enums import Carica, Componente, RegolaPresidente, StatoSeduta, TipoOrgano
from organi_collegiali.models import Composizione, Mandato, OrganoCollegiale, Seduta
from organi_collegiali.queries.cariche import in_carica, organi_propri
from organi_collegiali.queries.organi.decadenze import assenze_degli_organi
from organi_collegiali.queries.organi.durata import anticipo_del_rinnovo
from organi_collegiali.queries.organi.giunta import fuori_da
from organi_collegiali.queries.organi.seggi import composizioni, seggi_occupati
from organi_collegiali.queries.riserbo import vedo
from organi_collegiali.rules.organi.decadenza import GiudizioAssenze
from organi_collegiali.rules.organi.seggi import SeggioOccupato, scade_presto

ORDINE = {tipo: posto for posto, tipo in enumerate(TipoOrgano)}
# Announced and not over yet.
DA_TENERE = [StatoSeduta.CONVOCATA.value, StatoSeduta.IN_CORSO.value, StatoSeduta.SOSPESA.value]
PER_LEGGE = (RegolaPresidente.DIRIGENTE, RegolaPresidente.DELEGATO)


@dataclass(frozen=True, slots=True)
class RigaOrgano:
    """One organ: who votes in it, of how many seats, when it meets, what is to be looked at.

    ``fuori`` are those of a Giunta who do not sit in the Consiglio.
    """

    organo: OrganoCollegiale
    mandati: tuple[Mandato, ...]
    seggi: tuple[SeggioOccupato, ...]
    assenze: Mapping[int, GiudizioAssenze]
    prossima: Seduta | None
    finiscono: tuple[date, ...]
    fuori: int = 0

    @property
    def tipo(self) -> TipoOrgano:
        return TipoOrgano(self.organo.tipo)

    @property
    def votanti(self) -> int:
        """Who sits with a vote."""
        return sum(1 for mandato in self.mandati if mandato.con_voto)

    @property
    def posti(self) -> int | None:
        """The seats with a vote; None when some component sits whole."""
        contati = [seggio.seggio.posti for seggio in self.seggi if seggio.seggio.con_voto]
        numeri = [posti for posti in contati if posti is not None]
        return sum(numeri) if contati and len(numeri) == len(contati) else None

    @property
    def vacanti(self) -> int:
        return sum(seggio.vacanti for seggio in self.seggi if seggio.seggio.con_voto)

    @property
    def in_scadenza(self) -> tuple[date, int] | None:
        """The nearest last day, and how many mandates end by then."""
        primo = min(self.finiscono, default=None)
        return (primo, self.finiscono.count(primo)) if primo else None

    @property
    def decadono(self) -> int:
        """Those whose absences make them lapse."""
        return sum(1 for giudizio in self.assenze.values() if giudizio.decade)

    @property
    def a_una_assenza(self) -> int:
        """Those whom one more absence makes lapse."""
        return sum(1 for giudizio in self.assenze.values() if giudizio.ancora_una)

    @property
    def presidente(self) -> str:
        """Who presides, in words; empty when nobody has been chosen yet."""
        for mandato in self.mandati:
            if mandato.carica == Carica.PRESIDENTE:
                return mandato.persona.nome_e_cognome
        if self.organo.regola_presidente not in PER_LEGGE:
            return ""
        trovati = (m for m in self.mandati if m.componente == Componente.DIRIGENTE)
        return next((m.persona.nome_e_cognome for m in trovati), "")

    @property
    def da_guardare(self) -> bool:
        """Whether something is wrong or about to be."""
        guai = (
            self.vacanti, self.in_scadenza, self.decadono, self.a_una_assenza, self.fuori,
        )  # fmt: skip
        return any(guai) or not self.presidente


def organi_dell_ufficio(contesto: Contesto) -> list[RigaOrgano]:
    """Every organ in force today. Seven queries."""
    organi = OrganoCollegiale.objects.filter(istituto=contesto.istituto)
    prossime = Seduta.objects.filter(istituto=contesto.istituto)
    return _righe(contesto, organi.exclude(al__lt=contesto.oggi), prossime)


def organi_miei(contesto: Contesto) -> list[RigaOrgano]:
    """The organs in which the person sits, with the sittings to which he or she is convened.

    Absences are of the office: here they are not read. Six queries.
    """
    organi = OrganoCollegiale.objects.filter(
        istituto=contesto.istituto, pk__in=organi_propri(contesto)
    )
    prossime = Seduta.objects.filter(vedo(contesto), istituto=contesto.istituto)
    return _righe(contesto, organi, prossime, assenze=False)


def sedute_prossime(contesto: Contesto) -> list[Seduta]:
    """The sittings to which the person is convened, the nearest first. One query."""
    return list(
        Seduta.objects.filter(vedo(contesto), istituto=contesto.istituto, stato__in=DA_TENERE)
        .select_related("organo")
        .order_by("inizio_previsto", "id")
    )


@dataclass(frozen=True, slots=True)
class _Letto:
    """What was read of all the organs at once."""

    mandati: Mapping[int, list[Mandato]]
    posti: Mapping[int, list[Composizione]]
    prossime: Mapping[int, Seduta]
    assenze: Mapping[int, GiudizioAssenze]
    giorno: date
    anticipo: int
    nel_consiglio: frozenset[tuple[int, str]] | None

    def riga(self, organo: OrganoCollegiale) -> RigaOrgano:
        """What concerns one of them."""
        suoi = self.mandati.get(organo.pk, [])
        return RigaOrgano(
            organo,
            tuple(suoi),
            tuple(seggi_occupati(self.posti.get(organo.pk, []), suoi)),
            {m.pk: self.assenze[m.pk] for m in suoi if m.pk in self.assenze},
            self.prossime.get(organo.pk),
            tuple(m.al for m in suoi if m.al and scade_presto(m.al, self.giorno, self.anticipo)),
            self._fuori(organo, suoi),
        )

    def _fuori(self, organo: OrganoCollegiale, suoi: Sequence[Mandato]) -> int:
        if self.nel_consiglio is None:
            return 0
        contro = fuori_da(organo, suoi, self.nel_consiglio)
        return sum(1 for violazioni in contro.values() if violazioni)


def _righe(
    contesto: Contesto,
    quali: QuerySet[OrganoCollegiale],
    sedute: QuerySet[Seduta],
    *,
    assenze: bool = True,
) -> list[RigaOrgano]:
    organi = sorted(quali, key=lambda o: (ORDINE[TipoOrgano(o.tipo)], o.nome, o.pk))
    istituto_id, oggi = contesto.istituto.pk, contesto.oggi
    mandati = _mandati(contesto, organi)
    letto = _Letto(
        mandati,
        composizioni(organi),
        _prossime(organi, sedute),
        assenze_degli_organi(istituto_id, organi, oggi) if assenze else {},
        oggi,
        anticipo_del_rinnovo(istituto_id, oggi),
        # Who reads only the own organs may not see the Consiglio.
        _nel_consiglio(organi, mandati) if assenze else None,
    )
    return [letto.riga(organo) for organo in organi]


def _nel_consiglio(
    organi: Sequence[OrganoCollegiale], mandati: Mapping[int, list[Mandato]]
) -> frozenset[tuple[int, str]]:
    """Who sits with a vote in the Consiglio, and for which component."""
    consigli = (o.pk for o in organi if o.tipo == TipoOrgano.CONSIGLIO_ISTITUTO)
    righe = (m for pk in consigli for m in mandati.get(pk, ()) if m.con_voto)
    return frozenset((m.persona_id, m.componente) for m in righe)


def _mandati(
    contesto: Contesto, organi: Sequence[OrganoCollegiale]
) -> defaultdict[int, list[Mandato]]:
    per_organo: defaultdict[int, list[Mandato]] = defaultdict(list)
    righe = Mandato.objects.filter(
        in_carica(contesto.oggi), organo__in=organi, supplente_di__isnull=True
    )
    for mandato in righe.select_related("persona"):
        per_organo[mandato.organo_id].append(mandato)
    return per_organo


def _prossime(organi: Sequence[OrganoCollegiale], sedute: QuerySet[Seduta]) -> dict[int, Seduta]:
    """The nearest sitting of each organ. One query."""
    da_tenere = sedute.filter(organo__in=organi, stato__in=DA_TENERE)
    trovate: dict[int, Seduta] = {}
    for seduta in da_tenere.order_by("inizio_previsto", "id"):
        trovate.setdefault(seduta.organo_id, seduta)
    return trovate
