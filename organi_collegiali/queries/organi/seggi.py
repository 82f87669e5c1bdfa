"""The seats of organs with who sits in them."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date

from cpia.scuola.enums import TipoIstituto
from cpia.scuola.models import Iscrizione, Istituto
from organi_collegiali.enums import Componente, TipoOrgano, Titolo
from organi_collegiali.models import Composizione, Mandato, OrganoCollegiale
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.rules.organi.composizione import (
    SOGLIA_ALUNNI,
    Scuola,
    Seggio,
    composizione_di_legge,
)
from organi_collegiali.rules.organi.seggi import SeggioOccupato, diversa_dalla_legge

SCUOLE = {
    TipoIstituto.CPIA: Scuola.ADULTI,
    TipoIstituto.SUPERIORE: Scuola.SUPERIORE,
    TipoIstituto.COMPRENSIVO: Scuola.PRIMO_CICLO,
}
Chiave = tuple[str, bool, str]
# The law says «scelti» or «eletti»: at a sitting both are voted.
SCELTI: dict[str, str] = {
    Titolo.ELETTO: Titolo.DESIGNATO, Titolo.DESIGNATO: Titolo.ELETTO,
}  # fmt: skip


def seggio_di(riga: Composizione) -> Seggio:
    """A row of the composition as the rules take it."""
    return Seggio(
        Componente(riga.componente), riga.posti, Titolo(riga.titolo), riga.fonte, riga.con_voto
    )


def seggi_occupati(
    righe: Iterable[Composizione], mandati: Iterable[Mandato]
) -> list[SeggioOccupato]:
    """The seats of one organ with how many of these mandates fill them."""
    righe = list(righe)
    previsti = {_chiave(riga) for riga in righe}
    quanti = Counter(_che_occupa(mandato, previsti) for mandato in mandati)
    return [SeggioOccupato(seggio_di(riga), quanti[_chiave(riga)]) for riga in righe]


def _chiave(riga: Composizione | Mandato) -> Chiave:
    return riga.componente, riga.con_voto, riga.titolo


def _che_occupa(mandato: Mandato, previsti: Container[Chiave]) -> Chiave:
    """The seats that a mandate fills: who is elected may fill one «a scelta», and the reverse."""
    sua = _chiave(mandato)
    altra = (mandato.componente, mandato.con_voto, SCELTI.get(mandato.titolo, mandato.titolo))
    return altra if sua not in previsti and altra in previsti else sua


def seggi(organo: OrganoCollegiale, giorno: date) -> list[SeggioOccupato]:
    """The seats of an organ on a day. Two queries."""
    in_vigore = Mandato.objects.filter(
        in_carica(giorno),
        istituto_id=organo.istituto_id,
        organo=organo,
        supplente_di__isnull=True,
    )
    righe = Composizione.objects.filter(istituto_id=organo.istituto_id, organo=organo)
    return seggi_occupati(righe, in_vigore)


def composizioni(organi: Iterable[OrganoCollegiale]) -> dict[int, list[Composizione]]:
    """The seats of several organs, by organ. One query."""
    per_organo: dict[int, list[Composizione]] = defaultdict(list)
    for riga in Composizione.objects.filter(organo__in=list(organi)).order_by("id"):
        per_organo[riga.organo_id].append(riga)
    return per_organo


def scuola_di(istituto: Istituto) -> Scuola:
    """The kind of school for which the law gives seats."""
    return SCUOLE[TipoIstituto(istituto.tipo)]


def alunni(istituto: Istituto, giorno: date) -> int:
    """The pupils enrolled on a day. One query."""
    return (
        Iscrizione.objects.filter(istituto=istituto, dal__lte=giorno)
        .exclude(al__lt=giorno)
        .values("persona_id")
        .distinct()
        .count()
    )


def contrasto_con_la_legge(
    organo: OrganoCollegiale, righe: Sequence[Composizione], istituto: Istituto
) -> tuple[Seggio, ...]:
    """The seats of the law when those of the organ are others; empty when they agree.

    Which side of the 500 pupils the school is on is judged when the organ is formed, not here.
    """
    tipo, scuola = TipoOrgano(organo.tipo), scuola_di(istituto)
    della_scuola = [seggio_di(riga) for riga in righe]
    possibili = [
        composizione_di_legge(tipo, scuola, quanti) for quanti in (SOGLIA_ALUNNI, SOGLIA_ALUNNI + 1)
    ]
    if not della_scuola or not possibili[0]:
        return ()
    if all(diversa_dalla_legge(della_scuola, di_legge) for di_legge in possibili):
        return possibili[-1]
    return ()
