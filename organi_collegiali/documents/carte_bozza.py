"""What a draft would send: the paper marked as a draft, the mail, the event for the calendar.

Nothing of it is kept. The number of the sitting is the one it would take now.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string

from cpia.atti.carta import intestazione
from cpia.avvisi.models import Promemoria
from organi_collegiali.documents import avvisi, inviti, messaggi_avviso
from organi_collegiali.documents.anteprima_avviso import AnteprimaAvviso, prima_convocazione
from organi_collegiali.documents.parole_avviso import Parole, parole, righe
from organi_collegiali.models import Seduta
from organi_collegiali.queries.convocazione.bozze import Bozza

EVENTO = "seduta.ics"


@dataclass(frozen=True)
class Lettera:
    """A mail as it would arrive: to whom, subject, text."""

    a: str
    oggetto: str
    testo: str


def numerata(bozza: Bozza, numero: int) -> Seduta:
    """The sitting under the number that it would take; it is not to be saved."""
    bozza.seduta.numero = numero
    return bozza.seduta


def foglio(bozza: Bozza, anteprima: AnteprimaAvviso) -> tuple[str, str]:
    """Title and page of the paper, with «bozza» across it. The sitting has its number and a day."""
    seduta = bozza.seduta
    scritte = anteprima.parole
    if scritte is None:
        raise ValueError("una seduta senza giorno non ha un avviso")
    titolo = avvisi.oggetto(scritte, seduta)
    pagina = {
        "istituto": intestazione(seduta.organo.istituto, seduta.organo.sede),
        "anteprima": anteprima,
        "parole": scritte,
        "titolo": titolo,
    }
    return titolo, render_to_string("organi/convocazione/pdf/bozza.html", pagina)


def lettere(bozza: Bozza) -> list[Lettera]:
    """The mail to who sits and, where somebody is invited, the one to who is."""
    fuori = _fuori(bozza)
    quali = [("A chi siede nell’organo", messaggi_avviso.per_i_componenti(fuori))]
    if bozza.destinatari.invitati:
        quali.append(("A chi è invitato", messaggi_avviso.per_gli_invitati(fuori)))
    return [_lettera(bozza.seduta, a, scritte) for a, scritte in quali]


def _fuori(bozza: Bozza) -> Parole:
    """The words without names: outside the portal there are none."""
    seduta = bozza.seduta
    return parole(
        prima_convocazione(seduta),
        seduta,
        bozza.punti,
        invitati=bozza.destinatari.invitati,
        pubbliche=True,
    )


def _lettera(seduta: Seduta, a: str, scritte: Parole) -> Lettera:
    istituto = seduta.organo.istituto
    oggetto, testo = messaggi_avviso.messaggio(seduta, scritte)
    promemoria = Promemoria(istituto=istituto, testo=testo, indirizzo=inviti.indirizzo(seduta))
    corpo = render_to_string(
        "avvisi/posta.txt", {"promemoria": promemoria, "portale": settings.PORTALE_URL}
    )
    return Lettera(a, f"[{istituto}] {oggetto[:200]}", corpo)


def evento(bozza: Bozza, *, a: str, adesso: datetime) -> str:
    """The event as it would go with the mail to this mailbox."""
    return inviti.invito(
        bozza.seduta,
        righe(bozza.punti, pubbliche=True),
        a=a,
        sequenza=0,
        adesso=adesso,
        revocata=False,
    )
