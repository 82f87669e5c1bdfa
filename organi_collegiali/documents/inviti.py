"""A sitting as an event that other programs put in a calendar (RFC 5545, RFC 5546)."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event, vCalAddress

from organi_collegiali.documents.parole_avviso import RigaPunto
from organi_collegiali.models import Seduta

RISERVATA = "Seduta riservata"
# How long a sitting takes when the notice does not say when it ends.
DURATA = timedelta(hours=2)


def invito(
    seduta: Seduta,
    righe: Iterable[RigaPunto],
    *,
    a: str,
    sequenza: int,
    adesso: datetime,
    revocata: bool,
) -> str:
    """The event for one mailbox: the same UID at every notice, a higher SEQUENCE each time.

    Of a reserved sitting there are only day and hour.
    """
    documento = Calendar()
    documento.add("prodid", "-//Portale della scuola//Sedute//IT")
    documento.add("version", "2.0")
    documento.add("calscale", "GREGORIAN")
    documento.add("method", metodo(revocata=revocata))
    evento = _evento(seduta, sequenza, adesso, revocata=revocata)
    evento.add("attendee", _invitato(a))
    for nome, valore in _contenuto(seduta, righe).items():
        evento.add(nome, valore)
    documento.add_component(evento)
    return documento.to_ical().decode()


def metodo(*, revocata: bool) -> str:
    """What the mail program is asked to do with the event."""
    return "CANCEL" if revocata else "REQUEST"


def _evento(seduta: Seduta, sequenza: int, adesso: datetime, *, revocata: bool) -> Event:
    if seduta.inizio_previsto is None:
        raise ValueError("una seduta senza giorno non va in calendario")
    evento = Event()
    evento.add("uid", uid(seduta))
    evento.add("sequence", sequenza)
    evento.add("dtstamp", adesso)
    evento.add("dtstart", seduta.inizio_previsto)
    evento.add("dtend", seduta.fine_prevista or seduta.inizio_previsto + DURATA)
    evento.add("status", "CANCELLED" if revocata else "CONFIRMED")
    evento.add("url", f"{settings.PORTALE_URL}{indirizzo(seduta)}")
    evento.add("organizer", _indirizzo(parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))
    return evento


def _invitato(email: str) -> vCalAddress:
    invitato = _indirizzo(email)
    # The answer is given in the portal, where the office finds it.
    invitato.params["RSVP"] = "FALSE"
    return invitato


def _contenuto(seduta: Seduta, righe: Iterable[RigaPunto]) -> dict[str, str]:
    if seduta.riservata:
        return {"summary": RISERVATA}
    return {
        "summary": f"{seduta.organo.nome}, {seduta}",
        "location": seduta.luogo,
        "description": "\n".join(f"{riga.numero}. {riga.titolo}" for riga in righe),
    }


def indirizzo(seduta: Seduta) -> str:
    """Where the sitting is read."""
    return reverse("organi:seduta", args=[seduta.organo.istituto.slug, seduta.pk])


def uid(seduta: Seduta) -> str:
    """The same at every notice of a sitting, so that a calendar moves the event it has."""
    impronta = hashlib.sha256(f"{seduta.istituto_id}/seduta/{seduta.pk}".encode()).hexdigest()
    return f"{impronta[:32]}@{urlsplit(settings.PORTALE_URL).hostname}"


def _indirizzo(email: str) -> vCalAddress:
    return vCalAddress(f"mailto:{email}")
