"""Delivery of what waits in the outbox: one notice a transaction, once."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from cpia.avvisi import registri
from cpia.avvisi.enums import Posta, StatoPromemoria
from cpia.avvisi.guasti import racconta
from cpia.avvisi.models import PreferenzeAvvisi, Promemoria
from cpia.avvisi.services import esito, posta
from cpia.avvisi.services.uscita import notifica

log = logging.getLogger(__name__)


@dataclass
class Giro:
    """One round of deliveries: once the mail server is found silent, nobody else waits for it.

    A thousand waits one after the other would keep the portal and the long works standing.
    """

    posta_ferma: bool = False


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
        esito.ritenta(promemoria, adesso, "controllo non riuscito")
    elif not dovuto:
        esito.chiudi(promemoria, StatoPromemoria.SUPERATO, adesso, "non più dovuto")
    else:
        if promemoria.destinatario is not None:
            notifica(promemoria, adesso)
        if _aspetta_il_riepilogo(promemoria):
            _metti_nel_riepilogo(promemoria)
        elif giro.posta_ferma:
            esito.rimanda(promemoria, adesso)
        else:
            _spedisci(promemoria, adesso, giro)


def _aspetta_il_riepilogo(promemoria: Promemoria) -> bool:
    """Whether the person wants one mail a day; locked, so that the choice does not change now."""
    if promemoria.subito or promemoria.destinatario is None:
        return False
    preferenze = (
        PreferenzeAvvisi.objects.select_for_update()
        .filter(istituto_id=promemoria.istituto_id, persona_id=promemoria.id_persona)
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


def _spedisci(promemoria: Promemoria, adesso: datetime, giro: Giro) -> None:
    try:
        messaggio = _messaggio(promemoria, adesso)
        spediti = messaggio.send() if messaggio else 0
    except OSError as errore:
        giro.posta_ferma = posta.ferma(errore)
        _non_spedito(promemoria, adesso, errore)
    except ValueError:
        esito.chiudi(promemoria, StatoPromemoria.NON_RIUSCITO, adesso, _senza(promemoria, "errata"))
    except SoftTimeLimitExceeded:
        raise
    except Exception as guasto:  # noqa: BLE001 -- first in the queue, it would stop all the others
        log.error("promemoria %s, e-mail: %s", promemoria.pk, racconta(guasto))
        esito.ritenta(promemoria, adesso, type(guasto).__name__)
    else:
        esito.chiudi(promemoria, StatoPromemoria.INVIATO, adesso, _partito(promemoria, spediti))


def _partito(promemoria: Promemoria, spediti: int) -> str:
    if promemoria.destinatario is None:
        return "per e-mail"
    return "nel portale e per e-mail" if spediti else "nel portale: manca l’e-mail"


def _senza(promemoria: Promemoria, come: str) -> str:
    """What is told where the mail could not leave; in the portal there is only who is a person."""
    return f"e-mail {come}" if promemoria.destinatario is None else f"nel portale: e-mail {come}"


def _non_spedito(promemoria: Promemoria, adesso: datetime, errore: OSError) -> None:
    """A mailbox that does not exist is not tried again; a server that is down is."""
    if posta.respinta(errore):
        esito.chiudi(
            promemoria, StatoPromemoria.NON_RIUSCITO, adesso, _senza(promemoria, "respinta")
        )
    else:
        esito.ritenta(promemoria, adesso, type(errore).__name__)


def _messaggio(promemoria: Promemoria, adesso: datetime) -> EmailMessage | None:
    testo = render_to_string(
        "avvisi/posta.txt", {"promemoria": promemoria, "portale": settings.PORTALE_URL}
    )
    return posta.messaggio(
        promemoria.destinatario or promemoria.email,
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
