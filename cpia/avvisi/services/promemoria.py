"""The outbox: a notice is a row of the act's own transaction; delivery comes after, once."""

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from cpia.avvisi import registri
from cpia.avvisi.enums import Posta, StatoPromemoria
from cpia.avvisi.guasti import racconta
from cpia.avvisi.models import Notifica, PreferenzeAvvisi, Promemoria
from cpia.avvisi.services import posta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona

SI_RINUNCIA_DOPO = timedelta(days=3)
ATTESA_MASSIMA = timedelta(hours=1)
SI_RIPROVA_DOPO = timedelta(minutes=1)
# A reminder asked for in one click leaves after so long, and until then it can be taken back.
RIPENSAMENTO = timedelta(minutes=10)
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Avviso:
    """What to tell whom. ``chiave`` makes it unique in the institute: told once, never twice."""

    chiave: str
    tipo: str
    riferimento: str
    destinatario: Persona
    oggetto: str
    testo: str
    indirizzo: str
    subito: bool = False


@dataclass
class Giro:
    """One round of deliveries: once the mail server is found silent, nobody else waits for it.

    A thousand waits one after the other would keep the portal and the long works standing.
    """

    posta_ferma: bool = False


@transaction.atomic
def metti_in_uscita(
    *,
    istituto_id: int,
    avvisi: Iterable[Avviso],
    adesso: datetime,
    parte_il: datetime | None = None,
) -> int:
    """Write notices to the outbox; how many are new.

    They leave at the next tick or, where the act can be thought over, not before ``parte_il``.
    """
    chiavi = {avviso.chiave: avviso for avviso in avvisi}
    gia = set(
        Promemoria.objects.filter(istituto_id=istituto_id, chiave__in=chiavi).values_list(
            "chiave", flat=True
        )
    )
    nuovi = [avviso for chiave, avviso in chiavi.items() if chiave not in gia]
    Promemoria.objects.bulk_create(
        [_riga(istituto_id, avviso, adesso, parte_il) for avviso in nuovi], ignore_conflicts=True
    )
    return len(nuovi)


@transaction.atomic
def ritira_dall_uscita(*, istituto_id: int, chiavi: Collection[str]) -> int:
    """Take back notices that have not left; how many. One that has left stays where it is."""
    # Locked first: one that is leaving at this moment has left when the lock is granted.
    fermi = list(
        Promemoria.objects.select_for_update(of=("self",))
        .filter(
            istituto_id=istituto_id,
            chiave__in=chiavi,
            stato=StatoPromemoria.IN_ATTESA,
            notifica__isnull=True,
        )
        .values_list("pk", flat=True)
    )
    Promemoria.objects.filter(istituto_id=istituto_id, pk__in=fermi).delete()
    return len(fermi)


def _riga(
    istituto_id: int, avviso: Avviso, adesso: datetime, parte_il: datetime | None = None
) -> Promemoria:
    return Promemoria(
        istituto_id=istituto_id,
        chiave=avviso.chiave,
        tipo=avviso.tipo,
        riferimento=avviso.riferimento,
        destinatario=avviso.destinatario,
        oggetto=avviso.oggetto,
        testo=avviso.testo,
        indirizzo=avviso.indirizzo,
        subito=avviso.subito,
        dovuto_il=adesso,
        prossimo_tentativo_il=parte_il or adesso,
    )


@transaction.atomic
def mostra_nel_portale(*, istituto_id: int, avviso: Avviso, adesso: datetime) -> None:
    """Tell at once and in the portal only: of things that do not deserve an e-mail."""
    promemoria = _riga(istituto_id, avviso, adesso)
    promemoria.stato, promemoria.inviato_il = StatoPromemoria.INVIATO, adesso
    promemoria.esito = "nel portale"
    Promemoria.objects.bulk_create([promemoria], ignore_conflicts=True)
    scritto = Promemoria.objects.get(istituto_id=istituto_id, chiave=avviso.chiave)
    _notifica(scritto, adesso)


@transaction.atomic
def consegna_prossimo(*, istituto_id: int, adesso: datetime, giro: Giro | None = None) -> bool:
    """Deliver one notice that is due; False when none is left.

    In a round (``giro``) whose mail is silent it is told in the portal, and its mail put off.

    Lock the row (others skip it) → ask whether it is still due → notice in the portal → mail →
    mark → commit: one row a transaction. Killed halfway, the row is due again: the notice in
    the portal cannot be double, a mail can, with the same Message-ID.
    """
    promemoria = (
        Promemoria.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("destinatario__utente", "istituto")
        .filter(
            istituto_id=istituto_id,
            stato=StatoPromemoria.IN_ATTESA,
            prossimo_tentativo_il__lte=adesso,
        )
        .order_by("prossimo_tentativo_il", "id")
        .first()
    )
    if promemoria is None:
        return False
    _consegna(promemoria, adesso, giro or Giro())
    return True


def _consegna(promemoria: Promemoria, adesso: datetime, giro: Giro) -> None:
    dovuto = ancora_dovuto(promemoria, adesso)
    if dovuto is None:
        _ritenta(promemoria, adesso, "controllo non riuscito")
    elif not dovuto:
        _chiudi(promemoria, StatoPromemoria.SUPERATO, adesso, "non più dovuto")
    else:
        _notifica(promemoria, adesso)
        if _aspetta_il_riepilogo(promemoria):
            _metti_nel_riepilogo(promemoria)
        elif giro.posta_ferma:
            _rimanda(promemoria, adesso)
        else:
            _spedisci(promemoria, adesso, giro)


def _aspetta_il_riepilogo(promemoria: Promemoria) -> bool:
    """Whether the person wants one mail a day; locked, so that the choice does not change now."""
    if promemoria.subito:
        return False
    preferenze = (
        PreferenzeAvvisi.objects.select_for_update()
        .filter(istituto_id=promemoria.istituto_id, persona_id=promemoria.destinatario_id)
        .first()
    )
    return preferenze is not None and preferenze.posta == Posta.RIEPILOGO


def _metti_nel_riepilogo(promemoria: Promemoria) -> None:
    promemoria.stato = StatoPromemoria.NEL_RIEPILOGO
    promemoria.esito = "nel portale, per e-mail col riepilogo"
    promemoria.save(update_fields=["stato", "esito"])


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool | None:
    """What the app that asked for it answers; None when it cannot answer."""
    try:
        with transaction.atomic():
            return registri.controlli[promemoria.tipo.split(".")[0]](promemoria, adesso)
    except SoftTimeLimitExceeded:
        raise
    except Exception as guasto:  # noqa: BLE001 -- one app's fault must not stop all notices
        log.error("promemoria %s, controllo: %s", promemoria.pk, racconta(guasto))
        return None


def _notifica(promemoria: Promemoria, adesso: datetime) -> None:
    Notifica.objects.bulk_create(
        [
            Notifica(
                istituto_id=promemoria.istituto_id,
                promemoria=promemoria,
                destinatario=promemoria.destinatario,
                oggetto=promemoria.oggetto,
                testo=promemoria.testo,
                indirizzo=promemoria.indirizzo,
                creata_il=adesso,
            )
        ],
        ignore_conflicts=True,
    )


def _spedisci(promemoria: Promemoria, adesso: datetime, giro: Giro) -> None:
    try:
        messaggio = _messaggio(promemoria, adesso)
        spediti = messaggio.send() if messaggio else 0
    except OSError as errore:
        giro.posta_ferma = posta.ferma(errore)
        _non_spedito(promemoria, adesso, errore)
    except ValueError:
        _chiudi(promemoria, StatoPromemoria.NON_RIUSCITO, adesso, "nel portale: e-mail errata")
    except SoftTimeLimitExceeded:
        raise
    except Exception as guasto:  # noqa: BLE001 -- first in the queue, it would stop all the others
        log.error("promemoria %s, e-mail: %s", promemoria.pk, racconta(guasto))
        _ritenta(promemoria, adesso, type(guasto).__name__)
    else:
        esito = "nel portale e per e-mail" if spediti else "nel portale: manca l’e-mail"
        _chiudi(promemoria, StatoPromemoria.INVIATO, adesso, esito)


def _non_spedito(promemoria: Promemoria, adesso: datetime, errore: OSError) -> None:
    """A mailbox that does not exist is not tried again; a server that is down is."""
    if posta.respinta(errore):
        _chiudi(promemoria, StatoPromemoria.NON_RIUSCITO, adesso, "nel portale: e-mail respinta")
    else:
        _ritenta(promemoria, adesso, type(errore).__name__)


def _messaggio(promemoria: Promemoria, adesso: datetime) -> EmailMessage | None:
    testo = render_to_string(
        "avvisi/posta.txt", {"promemoria": promemoria, "portale": settings.PORTALE_URL}
    )
    return posta.messaggio(
        promemoria.destinatario,
        oggetto=f"[{promemoria.istituto}] {promemoria.oggetto}",
        testo=testo,
        message_id=message_id(promemoria),
        allegati=_allegati(promemoria, adesso),
    )


def _allegati(promemoria: Promemoria, adesso: datetime) -> Sequence[registri.AllegatoPosta]:
    """What the app that asked for it wants to go with the mail; nothing for most."""
    allega = registri.allegati.get(promemoria.tipo.split(".")[0])
    if allega is None:
        return ()
    with transaction.atomic():
        return allega(promemoria, adesso)


def message_id(promemoria: Promemoria) -> str:
    """The same for every copy of one notice, so that a mailbox shows it once."""
    return posta.message_id(promemoria.istituto_id, promemoria.chiave)


def _chiudi(promemoria: Promemoria, stato: str, adesso: datetime, esito: str) -> None:
    promemoria.stato, promemoria.inviato_il, promemoria.esito = stato, adesso, esito
    promemoria.tentativi += 1
    promemoria.save(update_fields=["stato", "inviato_il", "esito", "tentativi"])


def _ritenta(promemoria: Promemoria, adesso: datetime, errore: str) -> None:
    """Later, each time after twice as long up to an hour; after three days it has failed."""
    promemoria.tentativi += 1
    attesa = min(timedelta(minutes=2 ** min(promemoria.tentativi, 8)), ATTESA_MASSIMA)
    _aspetta(promemoria, adesso, attesa, errore)


def _rimanda(promemoria: Promemoria, adesso: datetime) -> None:
    """Not tried, since the mail is silent: soon again, and before what was tried in vain."""
    _aspetta(promemoria, adesso, SI_RIPROVA_DOPO, "posta ferma")


def _aspetta(promemoria: Promemoria, adesso: datetime, attesa: timedelta, esito: str) -> None:
    promemoria.prossimo_tentativo_il, promemoria.esito = adesso + attesa, esito
    if adesso - promemoria.dovuto_il > SI_RINUNCIA_DOPO:
        promemoria.stato = StatoPromemoria.NON_RIUSCITO
    promemoria.save(update_fields=["tentativi", "esito", "prossimo_tentativo_il", "stato"])


@transaction.atomic
def segna_letta(*, autore: Contesto, notifica_id: int, adesso: datetime) -> Notifica | None:
    """The person has read the notice; None when it is not the person's own."""
    notifica = Notifica.objects.filter(
        istituto=autore.istituto, destinatario=autore.persona, pk=notifica_id
    ).first()
    if notifica and notifica.letta_il is None:
        notifica.letta_il = adesso
        notifica.save(update_fields=["letta_il"])
    return notifica


@transaction.atomic
def segna_tutte_lette(*, autore: Contesto, adesso: datetime) -> int:
    """Everything on the list is read; how many were not."""
    return Notifica.objects.filter(
        istituto=autore.istituto, destinatario=autore.persona, letta_il__isnull=True
    ).update(letta_il=adesso)
