"""The deadlines of a person as a calendar that other programs read (RFC 5545)."""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from cpia.avvisi import queries
from cpia.avvisi.models import Scadenza
from cpia.scuola.access import Contesto

SI_RILEGGE_OGNI = timedelta(hours=1)
UN_GIORNO = timedelta(days=1)


def calendario(contesto: Contesto) -> bytes:
    """What is due of the person in the roles of today, each on its whole day."""
    return compila(contesto, queries.in_calendario(contesto))


def compila(contesto: Contesto, scadenze: Iterable[Scadenza]) -> bytes:
    """Write the calendar; whole days belong to no hour and to no zone but that of the school."""
    documento = Calendar()
    documento.add("prodid", "-//Portale della scuola//Scadenze//IT")
    documento.add("version", "2.0")
    documento.add("calscale", "GREGORIAN")
    documento.add("method", "PUBLISH")
    documento.add("x-wr-calname", f"Scadenze, {contesto.istituto}")
    documento.add("x-wr-timezone", "Europe/Rome")
    documento.add("refresh-interval", SI_RILEGGE_OGNI)
    documento.add("x-published-ttl", "PT1H")
    for scadenza in scadenze:
        documento.add_component(_evento(contesto, scadenza))
    return documento.to_ical()


def _evento(contesto: Contesto, scadenza: Scadenza) -> Event:
    evento = Event()
    evento.add("uid", uid(scadenza))
    evento.add("dtstamp", contesto.adesso)
    evento.add("dtstart", scadenza.entro_il)
    # Without an end a day is that day alone (RFC 5545, 3.6.1); the last of all has no day after.
    if scadenza.entro_il < date.max:
        evento.add("dtend", scadenza.entro_il + UN_GIORNO)
    evento.add("summary", queries.titolo_fuori_dal_portale(scadenza))
    evento.add("url", f"{settings.PORTALE_URL}{scadenza.indirizzo}")
    evento.add("transp", "TRANSPARENT")
    return evento


def uid(scadenza: Scadenza) -> str:
    """The same at every reading, so that a deadline that moves is moved and not doubled."""
    impronta = hashlib.sha256(f"{scadenza.istituto_id}/{scadenza.chiave}".encode()).hexdigest()
    return f"{impronta[:32]}@{urlsplit(settings.PORTALE_URL).hostname}"
