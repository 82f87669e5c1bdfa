"""The notices of a sitting: the one that is about to leave, those that have left, their terms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from cpia.norme.queries import termine_prima_di
from cpia.norme.rules.motivi import Motivo
from organi_collegiali.enums import EsitoPunto, GenereAtto, StatoSeduta
from organi_collegiali.models import Avviso, Punto, PuntoAggiunto, Seduta
from organi_collegiali.queries.aula.aggiornamento import termine_della_ripresa
from organi_collegiali.queries.convocazione.termini import termini
from organi_collegiali.rules.convocazione.convocazione import giudica_convocazione
from organi_collegiali.rules.invio.aggiornamento import giudica_aggiornamento

INTEGRAZIONE = "odg.integrazione"


@dataclass(frozen=True)
class GiudizioAvviso:
    """Whether a notice of this instant is in time; no last day for one that knows no term."""

    nei_termini: bool
    ultimo_giorno: date | None
    motivo: Motivo | None
    perche: list[dict[str, str]]


NESSUN_TERMINE = GiudizioAvviso(nei_termini=True, ultimo_giorno=None, motivo=None, perche=[])


def giudizio_avviso(avviso: Avviso, adesso: datetime) -> GiudizioAvviso:
    """Judge a notice sent now, each kind by its own parameter. At most three queries.

    A convocation, a second one and a postponement by the notice of their type of sitting, with
    the new day; an integration by ``odg.integrazione``; what goes on with a sitting that ran over
    by ``aggiornamento.entro``; a revocation has no term.
    """
    seduta, oggi = avviso.seduta, timezone.localdate(adesso)
    inizio = avviso.nuovo_inizio or seduta.inizio_previsto
    if avviso.genere == GenereAtto.REVOCA or inizio is None:
        return NESSUN_TERMINE
    giorno = timezone.localdate(inizio)
    if avviso.genere == GenereAtto.INTEGRAZIONE:
        return _integrazione(seduta, giorno, oggi)
    if avviso.genere == GenereAtto.SECONDA and prosegue(seduta):
        return _aggiornamento(seduta, giorno, oggi)
    scelto = termini(seduta.organo, oggi, giorno).giudizio(seduta.tipo, inizio)
    return GiudizioAvviso(
        scelto.in_tempo(adesso), scelto.ultimo_giorno, scelto.giudizio.motivo, scelto.perche
    )


def _integrazione(seduta: Seduta, giorno: date, oggi: date) -> GiudizioAvviso:
    chiave = f"organi.{seduta.organo.norma}.{INTEGRAZIONE}"
    termine = termine_prima_di(seduta.istituto_id, chiave, giorno, giorno=oggi)
    giudizio = giudica_convocazione(
        convocazione=oggi,
        seduta=giorno,
        ultimo_giorno=termine.giorno,
        fonte=termine.perche[0].fonte,
    )
    perche = _in_parole([*termine.perche, giudizio.motivo])
    return GiudizioAvviso(giudizio.nei_termini, termine.giorno, giudizio.motivo, perche)


def _in_parole(motivi: Iterable[Any]) -> list[dict[str, str]]:
    return [{"regola": m.regola, "fonte": m.fonte, "testo": m.testo} for m in motivi]


def prosegue(seduta: Seduta) -> bool:
    """Whether a sitting goes on with one that was held and ran over, not with a deserted one."""
    return seduta.segue is not None and seduta.segue.stato == StatoSeduta.CHIUSA


def _aggiornamento(seduta: Seduta, giorno: date, oggi: date) -> GiudizioAvviso:
    prima = seduta.segue.aperta_il if seduta.segue else None
    if prima is None:
        return NESSUN_TERMINE
    interrotta = timezone.localdate(prima)
    termine = termine_della_ripresa(seduta.organo, interrotta, oggi)
    giudizio = giudica_aggiornamento(
        interrotta=interrotta,
        nuova=giorno,
        ultimo=termine.giorno,
        fonte=termine.perche[0].fonte,
    )
    perche = _in_parole([*termine.perche, giudizio.motivo])
    return GiudizioAvviso(giudizio.ammesso, None, giudizio.motivo, perche)


def in_partenza(seduta: Seduta) -> Avviso | None:
    """The notice of a sitting that has not left yet. One query."""
    righe = Avviso.objects.filter(
        istituto_id=seduta.istituto_id, seduta=seduta, inviato_il__isnull=True
    )
    avviso = righe.select_related("firmato_da").first()
    if avviso:
        avviso.seduta = seduta
    return avviso


def inviati(seduta: Seduta) -> list[Avviso]:
    """The notices that have left, the first first, with number, paper and albo. One query."""
    righe = Avviso.objects.filter(
        istituto_id=seduta.istituto_id, seduta=seduta, inviato_il__isnull=False
    )
    insieme = righe.select_related(
        "protocollo", "documento", "pubblicazione__documento", "firmato_da"
    )
    return list(insieme.order_by("inviato_il", "id"))


def punti(seduta: Seduta) -> list[Punto]:
    """The agenda in its order. One query."""
    righe = Punto.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)
    return list(righe.order_by("ordine", "id"))


def punti_aggiunti(avviso: Avviso) -> Sequence[PuntoAggiunto]:
    """What an integration adds, with the papers. Two queries, none for the other kinds."""
    if avviso.genere != GenereAtto.INTEGRAZIONE:
        return ()
    righe = PuntoAggiunto.objects.filter(istituto_id=avviso.istituto_id, avviso=avviso)
    return list(righe.order_by("ordine").prefetch_related("allegati"))


def da_riprendere(seduta: Seduta) -> list[Punto]:
    """The items that a next sitting takes up: all of a deserted one, else those postponed.

    One query.
    """
    restano = punti(seduta)
    if seduta.stato == StatoSeduta.DESERTA:
        return restano
    return [punto for punto in restano if punto.esito == EsitoPunto.RINVIATO]


def gia_ripresa(seduta: Seduta) -> bool:
    """Whether another sitting takes up this one. One query."""
    return Seduta.objects.filter(istituto_id=seduta.istituto_id, segue=seduta).exists()
