"""From the draft to who signs: everything that will leave, then the act."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.parole import giorno_e_ora, plurale
from organi_collegiali.access import riserbo, sedute
from organi_collegiali.documents.anteprima_avviso import anteprima, di_chi_firma
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Seduta
from organi_collegiali.queries.convocazione import bozze as queries
from organi_collegiali.services.convocazione import bozze as services
from organi_collegiali.views.convocazione.pagina import messaggio, mostra
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita

CAMBIATA = "Nel frattempo la bozza è cambiata: rileggila, poi mandala alla firma."


@require_safe
def tutto(request: HttpRequest, pk: int) -> HttpResponse:
    """All that will leave: the notice, the words on the albo, who gets it and how."""
    seduta = sedute.seduta_da_preparare(request.contesto, pk)
    bozza = queries.bozza(seduta, request.contesto.adesso)
    riserbo.copri(request.contesto, seduta, bozza.punti)
    pagina = {"seduta": seduta, "bozza": bozza, "anteprima": anteprima(bozza)}
    return render(request, "organi/convocazione/anteprima.html", pagina)


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def manda(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the draft to be signed, after the dialog that says what happens."""
    contesto = request.contesto
    seduta = sedute.seduta_da_preparare(contesto, pk)
    bozza = queries.bozza(seduta, contesto.adesso)
    if seduta.stato != StatoSeduta.BOZZA:
        return redirect("organi:prepara", contesto.istituto.slug, pk)
    if bozza.mancano:
        testo = " ".join(violazione.testo for violazione in bozza.mancano)
        stato = 422 if request.method == "POST" else 200
        return mostra(request, seduta, stato=stato, rifiuto=testo)
    if request.method == "POST" and "riletto" in request.POST:
        return _manda(request, seduta)
    return render(request, "componenti/conferma.html", _conferma(request, seduta, bozza))


def _manda(request: HttpRequest, seduta: Seduta) -> HttpResponse:
    contesto = request.contesto
    letta = request.POST.get("versione", "")
    try:
        services.manda_alla_firma(
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=seduta.pk,
            versione=int(letta) if letta.isdecimal() else 0,
        )
    except Conflitto:
        return mostra(request, seduta, stato=409, rifiuto=CAMBIATA)
    except AttoRifiutato as rifiuto:
        return mostra(request, seduta, stato=409, rifiuto=messaggio(rifiuto))
    messages.success(request, "L’avviso è alla firma.")
    return redirect("organi:prepara", contesto.istituto.slug, seduta.pk)


def _conferma(request: HttpRequest, seduta: Seduta, bozza: queries.Bozza) -> dict[str, object]:
    quanti = plurale(len(bozza.punti), "punto", "punti")
    persone = plurale(len(bozza.destinatari.persone), "persona", "persone")
    effetti = [
        f"la seduta è {giorno_e_ora(seduta.inizio_previsto, request.contesto.oggi)}, "
        f"con {quanti} all’ordine del giorno",
        f"l’avviso aspetta la firma {di_chi_firma(bozza)}; dopo la firma parte per {persone}",
    ]
    if mancanti := sum(1 for p in bozza.punti for a in p.allegati.all() if not a.depositato_il):
        effetti.append(f"{plurale(mancanti, 'allegato manca', 'allegati mancano')} ancora")
    if senza := len(bozza.destinatari.a_mano):
        effetti.append(f"{plurale(senza, 'persona riceve', 'persone ricevono')} l’avviso a mano")
    return {
        "domanda": "Mandare l’avviso alla firma?",
        "effetti": effetti,
        "correzione": "Finché non è firmato si riprende la bozza; dopo l’invio si integra con un "
        "nuovo avviso.",
        "rilettura": "Ho riletto giorno, luogo e ordine del giorno",
        "verbo": "Manda alla firma",
        "versione": seduta.versione,
        "azione": request.path,
        "indietro": reverse("organi:prepara", args=[request.istituto.slug, seduta.pk]),
    }
