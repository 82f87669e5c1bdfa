"""The first page of the bonus: year by year what there is, for the parts that somebody has."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from bonus_merito.enums import Categoria, StatoCriteri, StatoProcedura
from bonus_merito.models import Criteri, Fondo, Procedura, Richiesta
from bonus_merito.models.procedure import DECRETATE
from bonus_merito.queries.proprie import CONCORRONO
from bonus_merito.queries.visibili import (
    PREPARANO,
    Veste,
    concorre,
    criteri,
    procedure,
    richieste_proprie,
)
from cpia.norme.rules import anno_scolastico
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico

V = Veste
# State of a procedure → glyph of its label.
GLIFI = {
    StatoProcedura.BOZZA.value: "da-fare",
    StatoProcedura.APERTA.value: "in-corso",
    StatoProcedura.IN_VALUTAZIONE.value: "in-corso",
    StatoProcedura.DECRETATA.value: "fatto",
    StatoProcedura.PUBBLICATA.value: "fatto",
    StatoProcedura.ARCHIVIATA.value: "chiuso",
    StatoProcedura.ANNULLATA.value: "manca",
}


@dataclass(frozen=True)
class ProceduraVista:
    """A procedure as the person finds it: which of its pages are open, the own request."""

    procedura: Procedura
    glifo: str
    chiede: bool
    mia: Richiesta | None
    esito: bool
    numeri: bool
    quadro: bool


@dataclass
class AnnoDelBonus:
    """What a school year has."""

    anno: AnnoScolastico
    fondo: Fondo | None = None
    criteri: list[Criteri] = field(default_factory=list)
    procedure: list[ProceduraVista] = field(default_factory=list)

    @property
    def in_vigore(self) -> list[Criteri]:
        return [uno for uno in self.criteri if uno.stato == StatoCriteri.ADOTTATI]

    @property
    def da_preparare(self) -> list[Categoria]:
        """The categories of staff whose procedure may be prepared now."""
        fatte = {
            vista.procedura.categoria
            for vista in self.procedure
            if vista.procedura.stato != StatoProcedura.ANNULLATA
        }
        if self.fondo is None:
            return []
        return [Categoria(c.categoria) for c in self.in_vigore if c.categoria not in fatte]


def inizio(contesto: Contesto, tenute: frozenset[Veste]) -> list[AnnoDelBonus]:
    """The years that have anything to show, the latest first. At most six queries."""
    anni: dict[int, AnnoDelBonus] = {}

    def dell_anno(anno: AnnoScolastico) -> AnnoDelBonus:
        return anni.setdefault(anno.pk, AnnoDelBonus(anno))

    if not tenute.isdisjoint(PREPARANO):
        for anno in _in_corso(contesto):
            dell_anno(anno)
    for versione in criteri(contesto).select_related("anno_scolastico"):
        dell_anno(versione.anno_scolastico).criteri.append(versione)
    if not tenute.isdisjoint((*PREPARANO, V.COMITATO)):
        for fondo in _fondi(contesto):
            dell_anno(fondo.anno_scolastico).fondo = fondo
    for vista in _viste(contesto, tenute):
        dell_anno(vista.procedura.fondo.anno_scolastico).procedure.append(vista)
    return sorted(anni.values(), key=lambda a: a.anno.inizio, reverse=True)


def _in_corso(contesto: Contesto) -> QuerySet[AnnoScolastico]:
    """The school year of today, which has its place also when nothing was written of it."""
    quale = anno_scolastico(contesto.oggi).inizio
    return AnnoScolastico.objects.filter(istituto=contesto.istituto, inizio=quale)


def _fondi(contesto: Contesto) -> QuerySet[Fondo]:
    return Fondo.objects.filter(istituto=contesto.istituto).select_related("anno_scolastico")


def _viste(contesto: Contesto, tenute: frozenset[Veste]) -> list[ProceduraVista]:
    # The row that counts goes over what was only begun.
    in_fila = sorted(richieste_proprie(contesto), key=lambda r: r.stato in CONCORRONO)
    mie = {riga.procedura_id: riga for riga in in_fila}
    righe = procedure(contesto).select_related("fondo__anno_scolastico")
    return [_vista(contesto, tenute, una, mie.get(una.pk)) for una in righe]


def _vista(
    contesto: Contesto, tenute: frozenset[Veste], procedura: Procedura, mia: Richiesta | None
) -> ProceduraVista:
    decretata = procedura.stato in DECRETATE
    aperta = procedura.aperta_il is not None
    giudicata = mia is not None and mia.stato in CONCORRONO
    return ProceduraVista(
        procedura=procedura,
        glifo=GLIFI[procedura.stato],
        chiede=concorre(contesto, procedura.categoria) and procedura.stato == StatoProcedura.APERTA,
        mia=mia,
        esito=decretata and giudicata,
        numeri=aperta and V.COMITATO in tenute,
        quadro=aperta and V.DIRIGENTE in tenute,
    )
