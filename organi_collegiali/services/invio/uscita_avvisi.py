"""When the message of a notice leaves: whether it is still due, the event that goes with it."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Promemoria
from cpia.avvisi.registri import AllegatoPosta
from cpia.avvisi.services.posta import casella
from organi_collegiali.documents import inviti
from organi_collegiali.documents.parole_avviso import righe
from organi_collegiali.enums import GenereAtto, StatoSeduta
from organi_collegiali.models import Avviso, Convocato
from organi_collegiali.queries.invio import avvisi as queries

PREFISSO = "convocazioni"
# A substitute is told in the words of the last notice, and told again when no longer needed.
SUPPLENTE, NON_PIU = f"{PREFISSO}.supplente", f"{PREFISSO}.non_piu_supplente"


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether the person is still convened, and no later notice has taken this one's place.

    That one is no longer convened is told to who is not, and had been told otherwise.
    """
    avviso = _avviso(promemoria)
    if promemoria.tipo == NON_PIU:
        detto = _al_supplente(promemoria, avviso).filter(
            tipo=SUPPLENTE, stato=StatoPromemoria.INVIATO
        )
        return detto.exists() and not _convocati(promemoria, avviso).exists()
    seduta = avviso.seduta
    attesa = StatoSeduta.REVOCATA if avviso.genere == GenereAtto.REVOCA else StatoSeduta.CONVOCATA
    if seduta.stato != attesa or seduta.inizio_previsto is None:
        return False
    superato = Avviso.objects.filter(
        istituto_id=avviso.istituto_id, seduta=seduta, genere=GenereAtto.RINVIO,
        inviato_il__isnull=False, pk__gt=avviso.pk,
    )  # fmt: skip
    if superato.exists():
        return False
    convocato = _convocati(promemoria, avviso).first()
    if convocato is None:
        return False
    giorno = timezone.localdate(seduta.inizio_previsto)
    return convocato.mandato is None or convocato.mandato.in_carica(giorno)


def _convocati(promemoria: Promemoria, avviso: Avviso) -> QuerySet[Convocato]:
    return Convocato.objects.select_related("mandato").filter(
        istituto_id=avviso.istituto_id,
        seduta_id=avviso.seduta_id,
        persona_id=promemoria.id_persona,
    )


def allegati(promemoria: Promemoria, adesso: datetime) -> Sequence[AllegatoPosta]:
    """The event of the sitting for the calendar of this person."""
    avviso = _avviso(promemoria)
    revocata = avviso.genere == GenereAtto.REVOCA or promemoria.tipo == NON_PIU
    testo = inviti.invito(
        avviso.seduta,
        righe(queries.punti(avviso.seduta), pubbliche=True),
        a=casella(promemoria),
        sequenza=_sequenza(avviso, promemoria),
        adesso=adesso,
        revocata=revocata,
    )
    metodo = inviti.metodo(revocata=revocata)
    return (AllegatoPosta("seduta.ics", testo, "calendar", {"method": metodo}),)


def _sequenza(avviso: Avviso, promemoria: Promemoria) -> int:
    """Higher at each message of the sitting that this person had (RFC 5546, 2.1.4).

    Of the members all had the same notices; a substitute is told in between.
    """
    partiti = Avviso.objects.filter(
        istituto_id=avviso.istituto_id, seduta_id=avviso.seduta_id,
        inviato_il__isnull=False, pk__lt=avviso.pk,
    ).count()  # fmt: skip
    return partiti + _al_supplente(promemoria, avviso).count()


def _al_supplente(promemoria: Promemoria, avviso: Avviso) -> QuerySet[Promemoria]:
    """What this person was told before of sitting, or no longer, as a substitute."""
    return Promemoria.objects.filter(
        istituto_id=avviso.istituto_id, destinatario_id=promemoria.destinatario_id,
        tipo__in=[SUPPLENTE, NON_PIU], pk__lt=promemoria.pk,
        riferimento__in=[str(pk) for pk in avviso.seduta.avvisi.values_list("pk", flat=True)],
    )  # fmt: skip


def _avviso(promemoria: Promemoria) -> Avviso:
    return Avviso.objects.select_related("seduta__organo__istituto").get(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento)
    )
