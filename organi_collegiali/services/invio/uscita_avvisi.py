"""What a notice leaves with who is convened: a message in the portal and by mail, an event.

Outside the portal nobody is named: an item on persons has its public title, a reserved sitting
only says that it is one.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone

from cpia.avvisi.models import Promemoria
from cpia.avvisi.registri import AllegatoPosta
from cpia.avvisi.services import Avviso as Messaggio
from cpia.avvisi.services import metti_in_uscita
from cpia.avvisi.services.posta import recapito
from cpia.scuola.models import Persona
from organi_collegiali.documents import inviti
from organi_collegiali.documents.avvisi import oggetto
from organi_collegiali.documents.parole_avviso import Parole, quando_e_dove, righe
from organi_collegiali.enums import GenereAtto, StatoSeduta
from organi_collegiali.models import Avviso, Convocato
from organi_collegiali.queries.invio import avvisi as queries

PREFISSO = "convocazioni"
SI_LEGGE = "È una seduta riservata: giorno, ordine del giorno e documenti si leggono nel portale."


def manda(avviso: Avviso, persone: Iterable[Persona], fuori: Parole, adesso: datetime) -> int:
    """Write the message of a notice for each of these persons; how many are new. Two queries.

    It goes by mail at once, also to who wants one mail a day: a term runs.
    """
    titolo, testo = _messaggio(avviso, fuori)
    indirizzo = inviti.indirizzo(avviso.seduta)
    return metti_in_uscita(
        istituto_id=avviso.istituto_id,
        avvisi=[
            Messaggio(
                chiave=f"{PREFISSO}.{avviso.pk}.{persona.pk}",
                tipo=f"{PREFISSO}.{avviso.genere}",
                riferimento=str(avviso.pk),
                destinatario=persona,
                oggetto=titolo[:200],
                testo=testo,
                indirizzo=indirizzo,
                subito=True,
            )
            for persona in persone
        ],
        adesso=adesso,
    )


def _messaggio(avviso: Avviso, fuori: Parole) -> tuple[str, str]:
    if avviso.seduta.riservata:
        return inviti.RISERVATA, SI_LEGGE
    ordine = "\n".join(f"{riga.numero}. {riga.titolo}" for riga in fuori.punti)
    parti = [quando_e_dove(avviso.seduta), *fuori.capoversi, ordine, *fuori.chiusura]
    return oggetto(fuori, avviso.seduta), "\n\n".join(filter(None, parti))


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether the person is still convened, and no later notice has taken this one's place."""
    avviso = _avviso(promemoria)
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
    convocato = (
        Convocato.objects.select_related("mandato")
        .filter(
            istituto_id=avviso.istituto_id,
            seduta=seduta,
            persona_id=promemoria.destinatario_id,
        )
        .first()
    )
    if convocato is None:
        return False
    giorno = timezone.localdate(seduta.inizio_previsto)
    return convocato.mandato is None or convocato.mandato.in_carica(giorno)


def allegati(promemoria: Promemoria, adesso: datetime) -> Sequence[AllegatoPosta]:
    """The event of the sitting for the calendar of this person."""
    avviso = _avviso(promemoria)
    revocata = avviso.genere == GenereAtto.REVOCA
    testo = inviti.invito(
        avviso.seduta,
        righe(queries.punti(avviso.seduta), pubbliche=True),
        a=recapito(promemoria.destinatario),
        sequenza=_sequenza(avviso),
        adesso=adesso,
        revocata=revocata,
    )
    metodo = inviti.metodo(revocata=revocata)
    return (AllegatoPosta("seduta.ics", testo, "calendar", {"method": metodo}),)


def _sequenza(avviso: Avviso) -> int:
    """How many notices of the sitting had left before this one."""
    return Avviso.objects.filter(
        istituto_id=avviso.istituto_id, seduta_id=avviso.seduta_id,
        inviato_il__isnull=False, pk__lt=avviso.pk,
    ).count()  # fmt: skip


def _avviso(promemoria: Promemoria) -> Avviso:
    return Avviso.objects.select_related("seduta__organo__istituto").get(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento)
    )
