"""A notice leaves, after the dialog that counts its effects; or is thrown away before."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from cpia.scuola.parole import elenco, plurale
from organi_collegiali.access import invio as access
from organi_collegiali.access import sedute
from organi_collegiali.enums import GenereAtto
from organi_collegiali.models import Avviso
from organi_collegiali.queries import numeri
from organi_collegiali.queries.invio import convocabili
from organi_collegiali.queries.invio.avvisi import inviati
from organi_collegiali.queries.regole import regole
from organi_collegiali.queries.verbali.scadenze import contro_la_convocazione
from organi_collegiali.services.invio.convocati import convocati, da_avvisare
from organi_collegiali.services.invio.invio import CONVOCANO, invia_avviso
from organi_collegiali.services.invio.stampe_avvisi import chiedi_stampa
from organi_collegiali.services.invio.variazioni import ritira_avviso
from organi_collegiali.views.invio.pagina import NOMI, rifiutato, scheda_di

NOMI_AL_PIU = 5


@require_http_methods(["GET", "POST"])
def invia(request: HttpRequest, pk: int) -> HttpResponse:
    """Protocol, albo and messages, after the dialog that counts them."""
    contesto = request.contesto
    avviso = access.avviso_da_inviare(contesto, pk)
    if avviso.inviato_il:
        return redirect("organi:seduta", contesto.istituto.slug, pk)
    if "riletto" not in request.POST:
        return render(request, "organi/invio/invia.html", _conferma(request, avviso))
    try:
        partito = invia_avviso(
            autore=contesto,
            adesso=contesto.adesso,
            avviso_id=avviso.pk,
            incompatibili=_incompatibili(request, avviso),
            nonostante="nonostante" in request.POST,
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, pk, rifiuto)
    protocollo = f", protocollo n. {partito.protocollo}" if partito.protocollo else ""
    messages.success(request, f"È partito l’avviso della {partito.seduta}{protocollo}.")
    return redirect("organi:seduta", contesto.istituto.slug, pk)


def _incompatibili(request: HttpRequest, avviso: Avviso) -> list[int]:
    """Only members of this sitting who have a substitute may be ticked."""
    spuntati = set(request.POST.getlist("incompatibili"))
    ammessi = (s.titolare.pk for s in convocabili.sostituzioni(avviso.seduta))
    return [pk for pk in ammessi if str(pk) in spuntati]


def _conferma(request: HttpRequest, avviso: Avviso) -> dict[str, Any]:
    nuova = avviso.genere in CONVOCANO
    return {
        "avviso": avviso,
        "domanda": f"Protocollare e inviare {NOMI[GenereAtto(avviso.genere)]}?",
        "effetti": _effetti(request, avviso),
        "correzione": "Per correggere serve un nuovo avviso: integrazione, rinvio o revoca.",
        "rilettura": "Ho riletto l’avviso che parte",
        "verbo": "Protocolla e invia",
        "azione": request.path,
        "indietro": scheda_di(request, avviso.seduta_id),
        "sostituzioni": convocabili.sostituzioni(avviso.seduta) if nuova else [],
        "contro": contro_la_convocazione(avviso.seduta, request.contesto.oggi)[0]
        if nuova
        else None,
    }


def _effetti(request: HttpRequest, avviso: Avviso) -> list[str]:
    seduta = avviso.seduta
    effetti = []
    if avviso.genere in CONVOCANO:
        effetti.append(f"la seduta prende il numero {_numero(request, avviso)}")
    effetti.append("l’avviso prende il prossimo numero di protocollo e si stampa")
    effetti += _a_chi(avviso)
    if seduta.riservata:
        effetti.append(
            "la seduta è riservata: niente all’albo, e fuori si legge solo «seduta riservata»"
        )
    else:
        effetti.append("oggi stesso va all’albo, senza nomi di persone")
    return effetti


def _numero(request: HttpRequest, avviso: Avviso) -> int:
    organo, oggi = avviso.seduta.organo, request.contesto.oggi
    serie = numeri.serie_di(organo, numeri.SEDUTE, oggi, regole(organo, oggi))
    return numeri.prossimo_previsto(organo, numeri.SEDUTE, serie)


def _a_chi(avviso: Avviso) -> list[str]:
    if avviso.genere == GenereAtto.CONVOCAZIONE:
        persone = [m.persona for m in convocabili.convocabili(avviso.seduta)]
        persone += [c.persona for c in convocabili.invitati(avviso.seduta)]
    elif avviso.genere == GenereAtto.SECONDA:
        return ["arriva solo a chi non c’era: gli altri sono stati avvisati in seduta"]
    else:
        persone = [c.persona for c in da_avvisare(avviso, convocati(avviso.seduta))]
    senza = [p for p in persone if convocabili.mezzo(p) != "email"]
    quante = plurale(len(persone), "persona", "persone")
    effetti = [f"arriva a {quante}, nel portale e per e-mail con l’evento per il calendario"]
    if senza:
        nomi = elenco(p.nome_e_cognome for p in senza[:NOMI_AL_PIU]) + (
            " e altri" if len(senza) > NOMI_AL_PIU else ""
        )
        effetti.append(f"senza e-mail, da avvisare a mano o a mezzo telefono: {nomi}")
    return effetti


@require_POST
def ritira(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw away a notice that has not left."""
    contesto = request.contesto
    avviso = access.avviso_da_inviare(contesto, pk)
    try:
        ritira_avviso(autore=contesto, adesso=contesto.adesso, avviso_id=avviso.pk)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, pk, rifiuto)
    messages.success(request, "L’avviso è ritirato: la seduta resta com’era stata convocata.")
    return redirect("organi:seduta", contesto.istituto.slug, pk)


@require_POST
def ristampa(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the papers of the notices whose file is missing."""
    contesto = request.contesto
    trovata = sedute.seduta_da_preparare(contesto, pk)
    for avviso in inviati(trovata):
        avviso.seduta = trovata
        chiedi_stampa(autore=contesto, adesso=contesto.adesso, avviso=avviso)
    return redirect("organi:seduta", contesto.istituto.slug, pk)
