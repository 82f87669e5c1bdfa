"""The outbox: a notice is a row of the act's own transaction; delivery comes after, once."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from cpia.avvisi import registri
from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Notifica, Promemoria
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona

TENTATIVI_MASSIMI = 8


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


@transaction.atomic
def metti_in_uscita(*, istituto_id: int, avvisi: Iterable[Avviso], adesso: datetime) -> int:
    """Write notices to the outbox; how many are new."""
    chiavi = {avviso.chiave: avviso for avviso in avvisi}
    gia = set(
        Promemoria.objects.filter(istituto_id=istituto_id, chiave__in=chiavi).values_list(
            "chiave", flat=True
        )
    )
    nuovi = [avviso for chiave, avviso in chiavi.items() if chiave not in gia]
    Promemoria.objects.bulk_create(
        [
            Promemoria(
                istituto_id=istituto_id,
                chiave=avviso.chiave,
                tipo=avviso.tipo,
                riferimento=avviso.riferimento,
                destinatario=avviso.destinatario,
                oggetto=avviso.oggetto,
                testo=avviso.testo,
                indirizzo=avviso.indirizzo,
                dovuto_il=adesso,
                prossimo_tentativo_il=adesso,
            )
            for avviso in nuovi
        ],
        ignore_conflicts=True,
    )
    return len(nuovi)


@transaction.atomic
def consegna_prossimo(*, istituto_id: int, adesso: datetime) -> bool:
    """Deliver one notice that is due; False when none is left.

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
    if not registri.controlli[promemoria.tipo.split(".")[0]](promemoria, adesso):
        _chiudi(promemoria, StatoPromemoria.SUPERATO, adesso, "non più dovuto")
        return True
    _notifica(promemoria, adesso)
    _spedisci(promemoria, adesso)
    return True


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


def _spedisci(promemoria: Promemoria, adesso: datetime) -> None:
    posta = _messaggio(promemoria)
    if posta is None:
        _chiudi(promemoria, StatoPromemoria.INVIATO, adesso, "nel portale: manca l’e-mail")
        return
    try:
        posta.send()
    except OSError as errore:
        _ritenta(promemoria, adesso, type(errore).__name__)
        return
    _chiudi(promemoria, StatoPromemoria.INVIATO, adesso, "nel portale e per e-mail")


def _messaggio(promemoria: Promemoria) -> EmailMessage | None:
    persona = promemoria.destinatario
    recapito = persona.email or (persona.utente.email if persona.utente else "")
    if not recapito:
        return None
    testo = render_to_string(
        "avvisi/posta.txt", {"promemoria": promemoria, "portale": settings.PORTALE_URL}
    )
    return EmailMessage(
        subject=f"[{promemoria.istituto}] {promemoria.oggetto}",
        body=testo,
        to=[formataddr((persona.nome_e_cognome, recapito))],
        headers={"Message-ID": message_id(promemoria), "Auto-Submitted": "auto-generated"},
    )


def message_id(promemoria: Promemoria) -> str:
    """The same for every copy of one notice, so that a mailbox shows it once."""
    impronta = hashlib.sha256(f"{promemoria.istituto_id}/{promemoria.chiave}".encode()).hexdigest()
    return f"<{impronta[:40]}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].strip('>')}>"


def _chiudi(promemoria: Promemoria, stato: str, adesso: datetime, esito: str) -> None:
    promemoria.stato, promemoria.inviato_il, promemoria.esito = stato, adesso, esito
    promemoria.tentativi += 1
    promemoria.save(update_fields=["stato", "inviato_il", "esito", "tentativi"])


def _ritenta(promemoria: Promemoria, adesso: datetime, errore: str) -> None:
    """Later, each time after twice as long; in the end the office sees that it failed."""
    promemoria.tentativi += 1
    promemoria.esito = errore
    promemoria.prossimo_tentativo_il = adesso + timedelta(minutes=2**promemoria.tentativi)
    if promemoria.tentativi >= TENTATIVI_MASSIMI:
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
