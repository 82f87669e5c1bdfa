"""The draft of a sitting as its screen shows it, and what waits to be put on an agenda."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from cpia.norme.enums import TipoSeduta
from cpia.norme.rules.motivi import Valore, Violazione
from organi_collegiali.enums import EsitoPunto, Platea, StatoSeduta, StatoVerbale, TipoOrgano
from organi_collegiali.models import Allegato, Mozione, OrganoCollegiale, Punto, Seduta
from organi_collegiali.queries.aula.aggiornamento import protrazione
from organi_collegiali.queries.convocazione.destinatari import Destinatari, destinatari
from organi_collegiali.queries.convocazione.termini import Termini, TerminiSeduta, termini
from organi_collegiali.rules.aula.aggiornamento import Protrazione
from organi_collegiali.rules.convocazione.bozza import Stesura, giudica_stesura

IN_ARRIVO = (StatoSeduta.BOZZA, StatoSeduta.ALLA_FIRMA, StatoSeduta.CONVOCATA)
FINITE = (StatoSeduta.CHIUSA, StatoSeduta.DESERTA)
APPROVATI = (StatoVerbale.APPROVATO, StatoVerbale.FIRMATO, StatoVerbale.PUBBLICATO)
CONSIGLI = {
    TipoOrgano.CONSIGLIO_CLASSE,
    TipoOrgano.INTERCLASSE,
    TipoOrgano.INTERSEZIONE,
    TipoOrgano.LIVELLO,
}


def punti(seduta: Seduta) -> list[Punto]:
    """The items of a draft in their order, with what is on file for each. Two queries."""
    allegati = Prefetch("allegati", Allegato.objects.select_related("documento").order_by("id"))
    return list(seduta.punti.select_related("verbale_di").prefetch_related(allegati))


def platee(organo: OrganoCollegiale) -> list[tuple[str, str]]:
    """With which members it may sit: only the councils of classes have a choice."""
    scelte = list(Platea) if organo.tipo in CONSIGLI else [Platea.TUTTI]
    return [(p.value, p.etichetta) for p in scelte]


def verbali_da_approvare(organo: OrganoCollegiale) -> QuerySet[Seduta]:
    """The sittings that are over whose minutes nobody has approved nor is about to.

    The oldest first; a deserted one has its minutes too.
    """
    chiuse = Seduta.objects.filter(
        istituto_id=organo.istituto_id, organo=organo, stato__in=FINITE, storica=False
    )
    in_arrivo = Q(approvato_nei_punti__seduta__stato__in=IN_ARRIVO)
    gia = chiuse.filter(in_arrivo | Q(verbale__stato__in=APPROVATI)).values("pk")
    restano = chiuse.exclude(pk__in=gia).select_related("verbale__integrale")
    return restano.order_by("chiusa_il", "id")


def mozioni_in_attesa(organo: OrganoCollegiale) -> QuerySet[Mozione]:
    """The motions that no agenda has yet, the oldest first."""
    return Mozione.objects.filter(
        istituto_id=organo.istituto_id, organo=organo, genere="mozione", punto__isnull=True
    ).order_by("presentata_il", "id")


def rinviati(organo: OrganoCollegiale) -> list[Punto]:
    """What the last sitting postponed, or all that a sitting without legal number left behind."""
    ultima = (
        Seduta.objects.filter(
            istituto_id=organo.istituto_id,
            organo=organo,
            stato__in=FINITE,
        )
        .order_by("-inizio_previsto")
        .first()
    )
    if ultima is None:
        return []
    righe = ultima.punti.order_by("ordine")
    if ultima.stato == StatoSeduta.DESERTA:
        return list(righe)
    return list(righe.filter(esito=EsitoPunto.RINVIATO))


def da_riprendere(organo: OrganoCollegiale, gia: Iterable[Punto]) -> list[Punto]:
    """Of what the last sitting left behind, what these items do not say already."""
    detti = {punto.titolo for punto in gia}
    return [punto for punto in rinviati(organo) if punto.titolo not in detti]


def ora_solita(organo: OrganoCollegiale) -> time | None:
    """At what hour the last sitting was convened. One query."""
    inizi = Seduta.objects.filter(
        istituto_id=organo.istituto_id, organo=organo, inizio_previsto__isnull=False
    )
    ultimo = inizi.order_by("-inizio_previsto").values_list("inizio_previsto", flat=True).first()
    return timezone.localtime(ultimo).time() if ultimo else None


def in_preparazione(organo: OrganoCollegiale) -> QuerySet[Seduta]:
    """The drafts of an organ, the latest first."""
    return Seduta.objects.filter(
        istituto_id=organo.istituto_id,
        organo=organo,
        stato__in=[StatoSeduta.BOZZA, StatoSeduta.ALLA_FIRMA],
    ).order_by("-modificata_il")


@dataclass(frozen=True)
class Bozza:
    """All that the screen of a draft shows, judged at an instant."""

    seduta: Seduta
    adesso: datetime
    termini: Termini
    destinatari: Destinatari
    punti: list[Punto]

    @cached_property
    def termine(self) -> TerminiSeduta | None:
        """The judgement on the notice; None while there is no day."""
        inizio = self.seduta.inizio_previsto
        return self.termini.seduta(self.seduta.tipo, inizio) if inizio else None

    @property
    def prima_data(self) -> date | None:
        return self.termini.prima_data(self.seduta.tipo)

    @property
    def a_distanza(self) -> Valore[bool]:
        """Whether the regulation allows a sitting from afar."""
        return self.termini.regole.valore("seduta.a_distanza", bool)

    @property
    def protrazione(self) -> Protrazione:
        """What the hour of the end is for: how far a sitting may run over."""
        fine = self.seduta.fine_prevista
        return protrazione(self.seduta, self.termini.regole, fine or self.adesso)

    @property
    def in_tempo(self) -> bool:
        termine = self.termine
        return termine is not None and termine.scelto.in_tempo(self.adesso)

    @property
    def salva_urgente(self) -> bool:
        """Whether the urgent type would do where the chosen one is late."""
        inizio = self.seduta.inizio_previsto
        if inizio is None or self.in_tempo or self.seduta.tipo == TipoSeduta.URGENTE:
            return False
        return self.termini.giudizio(TipoSeduta.URGENTE, inizio).in_tempo(self.adesso)

    @cached_property
    def mancano(self) -> tuple[Violazione, ...]:
        """Why it may not be sent to be signed; empty when it may."""
        seduta, termine = self.seduta, self.termine
        inizio = seduta.inizio_previsto
        return giudica_stesura(
            Stesura(
                ha_giorno=inizio is not None,
                futura=inizio is not None and inizio > self.adesso,
                in_tempo=self.in_tempo,
                frase=self._frase(termine),
                fonte=termine.scelto.preavviso.fonte if termine else "",
                tipo=seduta.tipo,
                motivo_urgenza=seduta.motivo_urgenza,
                luogo=seduta.luogo,
                collegamento=seduta.collegamento,
                a_distanza=self.a_distanza,
                punti=len(self.punti),
                convocabili=len(self.destinatari.mandati),
            )
        )

    def _frase(self, termine: TerminiSeduta | None) -> str:
        if termine is None:
            return ""
        scelto = termine.scelto
        if scelto.nei_termini and scelto.entro:
            ora = timezone.localtime(scelto.entro)
            return f"Il termine è di ore ed è finito alle {ora:%H.%M} di oggi."
        return scelto.giudizio.motivo.testo


def bozza(seduta: Seduta, adesso: datetime) -> Bozza:
    """The draft as it stands at an instant. Eight queries."""
    oggi = timezone.localdate(adesso)
    inizio = seduta.inizio_previsto
    quando = termini(seduta.organo, oggi, timezone.localdate(inizio) if inizio else None)
    chi = destinatari(seduta, oggi, quando.regole)
    return Bozza(seduta, adesso, quando, chi, punti(seduta))
