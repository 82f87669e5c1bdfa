"""What the members ask: the page of an organ, its requests, motions and answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from cpia.scuola.parole import giorno
from organi_collegiali.access import convocazione, organi
from organi_collegiali.forms.richieste import MozioneForm, RichiestaForm, RispostaForm
from organi_collegiali.models import Mozione, OrganoCollegiale
from organi_collegiali.queries.convocazione import raccolte
from organi_collegiali.queries.convocazione import richieste as queries
from organi_collegiali.services.convocazione import bozze
from organi_collegiali.services.convocazione import richieste as services
from organi_collegiali.views.convocazione.elenchi import in_un_file
from organi_collegiali.views.convocazione.pagina import messaggio
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita


@require_safe
def elenco(request: HttpRequest, pk: int) -> HttpResponse:
    """The requests and the motions of an organ, with what is still to do about them."""
    contesto = request.contesto
    organo = organi.organo(contesto, pk)
    if file := in_un_file(request, organo):
        return file
    presenta = convocazione.presenta(contesto, organo)
    pagina = {
        "organo": organo,
        # Who signs is of who sits, until the request is presented.
        "raccolte": raccolte.aperte(contesto, organo) if presenta else [],
        "richieste": queries.richieste(organo),
        "mozioni": queries.mozioni(organo),
        "regole": queries.regole_richiesta(organo, contesto.oggi),
        "prepara": convocazione.convoca(contesto, organo),
        "presenta": presenta,
        "oggi": contesto.oggi,
    }
    return render(request, "organi/convocazione/richieste.html", pagina)


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Register a request of a sitting, with who signs it."""
    contesto = request.contesto
    organo = convocazione.organo_da_convocare(contesto, pk)
    form = RichiestaForm(request.POST or None, organo=organo, oggi=contesto.oggi)
    if request.method == "POST" and form.is_valid():
        try:
            richiesta = services.registra_richiesta(
                autore=contesto, adesso=contesto.adesso, organo_id=pk, **form.dati
            )
        except AttoRifiutato as rifiuto:
            for violazione in rifiuto.violazioni:
                form.add_error(violazione.campo or None, f"{violazione.testo} {violazione.fonte}")
        else:
            entro = giorno(richiesta.convocare_entro, contesto.oggi)
            messages.success(request, f"Richiesta registrata: si convoca entro {entro}.")
            return redirect("organi:richieste", contesto.istituto.slug, pk)
    return _modulo(request, organo, form, "organi/convocazione/richiesta_form.html")


def _modulo(
    request: HttpRequest, organo: OrganoCollegiale, form: RichiestaForm | MozioneForm, foglio: str
) -> HttpResponse:
    regole = queries.regole_richiesta(organo, request.contesto.oggi)
    pagina = {"organo": organo, "form": form, "regole": regole}
    return render(request, foglio, pagina, status=422 if form.errors else 200)


@require_POST
@non_trovata_se_sparita
def convoca(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the draft of the sitting that was asked for."""
    contesto = request.contesto
    richiesta = convocazione.richiesta_da_convocare(contesto, pk)
    try:
        seduta = bozze.prepara_seduta(
            autore=contesto,
            adesso=contesto.adesso,
            organo_id=richiesta.organo_id,
            richiesta_id=pk,
        )
    except AttoRifiutato as rifiuto:
        messages.error(request, messaggio(rifiuto))
        return redirect("organi:richieste", contesto.istituto.slug, richiesta.organo_id)
    return redirect("organi:prepara", contesto.istituto.slug, seduta.pk)


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def mozione_nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Present a question, an interpellation or a motion, as who sits."""
    contesto = request.contesto
    organo = convocazione.organo_dove_si_presenta(contesto, pk)
    form = MozioneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            mozione = services.presenta_mozione(
                autore=contesto, adesso=contesto.adesso, organo_id=pk, **form.cleaned_data
            )
        except AttoRifiutato as rifiuto:
            form.add_error(None, messaggio(rifiuto))
        else:
            messages.success(request, f"Hai presentato «{mozione.oggetto}».")
            return redirect("organi:mozione", contesto.istituto.slug, mozione.pk)
    return _modulo(request, organo, form, "organi/convocazione/mozione_form.html")


@require_safe
def mozione(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them, with its answer or the sitting where it is voted."""
    trovata = convocazione.mozione(request.contesto, pk)
    return _mozione(request, trovata, RispostaForm())


def _mozione(request: HttpRequest, trovata: Mozione, form: RispostaForm) -> HttpResponse:
    da_rispondere = trovata.genere != "mozione" and trovata.risposta_il is None
    pagina = {
        "mozione": trovata,
        "organo": trovata.organo,
        "form": form,
        "risponde": da_rispondere and convocazione.risponde(request.contesto, trovata.organo),
    }
    stato = 422 if form.errors else 200
    return render(request, "organi/convocazione/mozione.html", pagina, status=stato)


@require_POST
@non_trovata_se_sparita
def rispondi(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a question or an interpellation."""
    contesto = request.contesto
    trovata = convocazione.mozione_da_rispondere(contesto, pk)
    form = RispostaForm(request.POST)
    if not form.is_valid():
        return _mozione(request, trovata, form)
    try:
        services.rispondi_mozione(
            autore=contesto, adesso=contesto.adesso, mozione_id=pk, **form.cleaned_data
        )
    except AttoRifiutato as rifiuto:
        form.add_error(None, messaggio(rifiuto))
        return _mozione(request, trovata, form)
    messages.success(request, "La risposta è registrata.")
    return redirect("organi:mozione", contesto.istituto.slug, pk)
