"""What the card of a sitting shows to each, and how a refused act is told on it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.queries import ultimo_lavoro
from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import invio as access
from organi_collegiali.access import riserbo, sedute, verbali
from organi_collegiali.documents.parole_avviso import quando_e_dove
from organi_collegiali.enums import GenereAtto, StatoSeduta
from organi_collegiali.forms.invio import RispostaForm
from organi_collegiali.models import Avviso, Convocato, Seduta
from organi_collegiali.queries.invio import avvisi, scheda, supplenti
from organi_collegiali.queries.regole import regole
from organi_collegiali.services.invio.stampe_avvisi import STAMPA, carte

# The glyph of each state, beside its word.
GLIFI = {
    StatoSeduta.BOZZA: "da-fare",
    StatoSeduta.ALLA_FIRMA: "in-invio",
    StatoSeduta.CONVOCATA: "fatto",
    StatoSeduta.IN_CORSO: "in-corso",
    StatoSeduta.SOSPESA: "in-corso",
    StatoSeduta.CHIUSA: "chiuso",
    StatoSeduta.DESERTA: "da-controllare",
    StatoSeduta.REVOCATA: "manca",
}

# What the button says, for each kind of notice.
NOMI = {
    GenereAtto.CONVOCAZIONE: "la convocazione",
    GenereAtto.SECONDA: "la nuova convocazione",
    GenereAtto.INTEGRAZIONE: "l’integrazione",
    GenereAtto.RINVIO: "il rinvio",
    GenereAtto.REVOCA: "la revoca",
}


def pagina(
    request: HttpRequest, trovata: Seduta, *, stato: int = 200, **altro: Any
) -> HttpResponse:
    """The card of a sitting, with the reason of a refusal if there is one."""
    contesto = request.contesto
    proprio = sedute.convocato_di(contesto, trovata)
    inviati = avvisi.inviati(trovata)
    ufficio = access.invia(contesto, trovata)
    dati = {
        "seduta": trovata,
        "organo": trovata.organo,
        "glifo_stato": GLIFI[StatoSeduta(trovata.stato)],
        "quando": quando_e_dove(trovata),
        "di_oggi": _di_oggi(request, trovata),
        "proprio": proprio,
        "risponde": proprio is not None and trovata.stato == StatoSeduta.CONVOCATA,
        "form": _form(proprio),
        **_supplente(request, trovata, proprio),
        "punti": riserbo.copri(contesto, trovata, scheda.punti(trovata)),
        "legge_riservati": riserbo.legge(contesto, trovata),
        "inviati": inviati,
        "ufficio": ufficio,
        "conduce": sedute.conduce(contesto, trovata),
        "convocati": scheda.convocati(trovata, inviati),
        **_in_partenza(request, trovata, ufficio=ufficio),
        **_seguito(trovata, ufficio=ufficio),
        "lavori": _lavori(request, inviati),
        "con_verbale": _con_verbale(request, trovata),
    }
    return render(request, "organi/invio/seduta.html", dati | altro, status=stato)


def _di_oggi(request: HttpRequest, trovata: Seduta) -> bool:
    """Whether its day has come: then to open it is the act of the page."""
    inizio = trovata.inizio_previsto
    return inizio is not None and timezone.localdate(inizio) <= request.contesto.oggi


def _form(proprio: Convocato | None) -> RispostaForm | None:
    return RispostaForm(initial={"motivo": proprio.motivo_risposta}) if proprio else None


def _supplente(request: HttpRequest, trovata: Seduta, proprio: Convocato | None) -> dict[str, Any]:
    """Who sits in the own place, or may come to sit in it. At most three queries."""
    if proprio is None or trovata.stato != StatoSeduta.CONVOCATA:
        return {}
    proprio.seduta = trovata
    possibile = supplenti.possibile(trovata, proprio)
    if possibile is None:
        return {}
    return {
        "supplente": possibile,
        "al_mio_posto": supplenti.convocato_al_posto(proprio),
        "supplente_quando": supplenti.interviene(regole(trovata.organo, request.contesto.oggi)),
    }


def _in_partenza(request: HttpRequest, trovata: Seduta, *, ufficio: bool) -> dict[str, Any]:
    """The notice that waits to leave, for who prepares or signs it."""
    avviso = avvisi.in_partenza(trovata) if ufficio else None
    if avviso is None:
        return {}
    return {
        "avviso": avviso,
        "giudizio": avvisi.giudizio_avviso(avviso, request.contesto.adesso),
        "aggiunti": avvisi.punti_aggiunti(avviso),
        "firma": access.firma(request.contesto, trovata),
    }


def _seguito(trovata: Seduta, *, ufficio: bool) -> dict[str, Any]:
    """Whether something of this sitting waits to be taken up by another."""
    if not ufficio or trovata.stato not in (StatoSeduta.DESERTA, StatoSeduta.CHIUSA):
        return {}
    if trovata.storica or avvisi.gia_ripresa(trovata):
        return {}
    return {"da_riprendere": len(avvisi.da_riprendere(trovata))}


def _con_verbale(request: HttpRequest, trovata: Seduta) -> bool:
    """Whether the person may already read the minutes of the sitting."""
    if trovata.stato not in (StatoSeduta.CHIUSA, StatoSeduta.DESERTA):
        return False
    try:
        verbali.verbale_della_seduta(request.contesto, trovata.pk)
    except Http404:
        return False
    return True


def _lavori(request: HttpRequest, inviati: list[Avviso]) -> dict[int, Any]:
    """The prints under way, by the paper they make."""
    in_stampa = [d for avviso in inviati for d in carte(avviso) if not d.impronta]
    return {d.pk: ultimo_lavoro(request.contesto.istituto.pk, STAMPA, d.pk) for d in in_stampa[-1:]}


def scheda_di(request: HttpRequest, pk: int) -> str:
    """The address of the card."""
    return reverse("organi:seduta", args=[request.contesto.istituto.slug, pk])


def rifiutato(request: HttpRequest, pk: int, rifiuto: AttoRifiutato) -> HttpResponse:
    """The card as it is now, with all that is against the act."""
    trovata = sedute.seduta(request.contesto, pk)
    return pagina(request, trovata, stato=422, violazioni=rifiuto.violazioni)
