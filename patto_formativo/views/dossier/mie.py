"""What an adult, or who answers for a minor, brings to the own dossier, with plain words."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from patto_formativo.access import dossier as access
from patto_formativo.forms.dossier import MiaForm
from patto_formativo.models import Corsista
from patto_formativo.queries.crediti import conto_crediti
from patto_formativo.queries.crediti.certificati import certificato_di
from patto_formativo.queries.dossier import carte_di
from patto_formativo.services import dossier as servizi
from patto_formativo.views.dossier.comuni import messaggio
from patto_formativo.views.dossier.sparite import non_trovata_se_sparita


@require_http_methods(["GET", "POST"])
def evidenza_mia(request: HttpRequest, pk: int) -> HttpResponse:
    """The own papers with what came of them; another one, by a photo or a file."""
    contesto = request.contesto
    corsista = access.proprio(contesto, pk)
    if request.method == "GET":
        return _mostra(request, corsista, MiaForm())
    form = MiaForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            nuova = servizi.carica_evidenza(
                autore=contesto, adesso=contesto.adesso, corsista_id=pk, dati=form.dati,
                chiave=form.cleaned_data["chiave"],
            )  # fmt: skip
        except AttoRifiutato as rifiuto:
            form.add_error(None, messaggio(rifiuto))
        else:
            messages.success(request, f"Abbiamo ricevuto «{nuova.titolo}».")
            return _torna(request, corsista)
    return _mostra(request, corsista, form, stato=422)


def _mostra(
    request: HttpRequest, corsista: Corsista, form: MiaForm, *, stato: int = 200, rifiuto: str = ""
) -> HttpResponse:
    conto = conto_crediti(corsista)
    certificato = certificato_di(corsista) if conto.dossier else None
    pagina = {
        "corsista": corsista,
        "conto": conto,
        "dossier": conto.dossier,
        "form": form,
        "proprio": corsista.persona_id == request.contesto.persona.pk,
        "aperto": conto.dossier is None or conto.dossier.chiuso_il is None,
        "certificato": certificato,
        "carte": carte_di(certificato) if certificato else [],
        "rifiuto": rifiuto,
    }
    return render(request, "patto/dossier/mia.html", pagina, status=stato)


def _torna(request: HttpRequest, corsista: Corsista) -> HttpResponse:
    return redirect("patto:evidenza_mia", request.contesto.istituto.slug, corsista.pk)


@require_POST
def chiedo(request: HttpRequest, pk: int) -> HttpResponse:
    """The person asks for the recognition of credits."""
    contesto = request.contesto
    corsista = access.proprio(contesto, pk)
    try:
        servizi.chiedi_riconoscimento(
            autore=contesto, adesso=contesto.adesso, corsista_id=pk, giorno=contesto.oggi
        )
    except AttoRifiutato as rifiuto:
        return _mostra(request, corsista, MiaForm(), stato=422, rifiuto=messaggio(rifiuto))
    messages.success(request, "Abbiamo registrato la tua richiesta.")
    return _torna(request, corsista)


@require_POST
@non_trovata_se_sparita
def ritira(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a paper that the tutor has not taken up yet."""
    contesto = request.contesto
    trovata = access.evidenza_propria(contesto, pk)
    corsista = trovata.dossier.corsista
    try:
        servizi.ritira_evidenza(autore=contesto, adesso=contesto.adesso, evidenza_id=pk)
    except AttoRifiutato as rifiuto:
        return _mostra(request, corsista, MiaForm(), stato=422, rifiuto=messaggio(rifiuto))
    messages.success(request, f"Hai tolto «{trovata.titolo}».")
    return _torna(request, corsista)
