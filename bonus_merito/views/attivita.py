"""An activity of the grid: its criterion, then what was done, kept while it is written."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bonus_merito.access import richieste as access
from bonus_merito.enums import StatoRichiesta
from bonus_merito.forms.campi_richieste import nuova_chiave
from bonus_merito.forms.richieste import AttivitaForm, AttoForm, CriterioForm, ProvaForm
from bonus_merito.models import Attivita, Richiesta
from bonus_merito.queries import richieste as lettura
from bonus_merito.queries.richieste import criteri_di
from bonus_merito.services import richieste as servizi
from bonus_merito.views.comuni import fatto
from cpia.atti.conflitti import confronta
from cpia.norme.errori import AttoRifiutato, Conflitto

METODI = ["GET", "HEAD", "POST"]


def di_ritorno(request: HttpRequest, richiesta: Richiesta) -> str:
    """Back to the own request; of office, to the page where one assesses."""
    slug = request.contesto.istituto.slug
    if richiesta.stato == StatoRichiesta.D_UFFICIO.value:
        return reverse("bonus:valuta", args=[slug, richiesta.pk])
    return reverse("bonus:mia", args=[slug, richiesta.procedura_id])


@require_http_methods(METODI)
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the criterion of a new activity."""
    contesto = request.contesto
    richiesta = access.da_scrivere(contesto, pk)
    dati = request.POST if request.method == "POST" else None
    form = CriterioForm(dati, procedura=richiesta.procedura)
    if request.method == "POST" and form.is_valid():
        try:
            fatta = servizi.salva_attivita(
                autore=contesto, adesso=contesto.adesso, richiesta_id=pk, campi=form.cleaned_data
            )
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        else:
            return redirect("bonus:attivita", contesto.istituto.slug, fatta.pk)
    pagina = {
        "form": form,
        "richiesta": richiesta,
        "aree": criteri_di(richiesta.procedura),
        "indietro": di_ritorno(request, richiesta),
    }
    stato = 422 if request.method == "POST" else 200
    return render(request, "bonus/richiesta/nuova.html", pagina, status=stato)


@require_http_methods([*METODI, "PATCH"])
def attivita(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done: kept while it is written (PATCH), or with the button."""
    contesto = request.contesto
    trovata = access.attivita_da_scrivere(contesto, pk)
    procedura = trovata.richiesta.procedura
    if request.method in {"GET", "HEAD"}:
        form = AttivitaForm(initial=_iniziali(trovata), procedura=procedura, contesto=contesto)
        return pagina(request, trovata, form)
    dati = request.POST if request.method == "POST" else QueryDict(request.body)
    form = AttivitaForm(dati, procedura=procedura, contesto=contesto)
    if form.is_valid() or request.method == "PATCH":
        return _scrivi(request, trovata, form)
    return pagina(request, trovata, form, stato=422)


def _iniziali(trovata: Attivita) -> dict[str, Any]:
    return {nome: getattr(trovata, nome) for nome in AttivitaForm.base_fields}


def _scrivi(request: HttpRequest, trovata: Attivita, form: AttivitaForm) -> HttpResponse:
    contesto = request.contesto
    # Read before anything else: a form with an error has no other version than this.
    letta = form.cleaned_data.get("versione", 0)
    try:
        scritta = servizi.salva_attivita(
            autore=contesto, adesso=contesto.adesso, richiesta_id=trovata.richiesta_id,
            attivita_id=trovata.pk, versione=letta, campi=form.leggibili,
        )  # fmt: skip
    except Conflitto as conflitto:
        if not confronta(request, form, conflitto):
            return _risposta(request, trovata, form, stato=409)
        scritta = conflitto.attuale
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return _risposta(request, trovata, form, stato=409)
    except ObjectDoesNotExist as sparita:
        raise Http404 from sparita
    scritta.richiesta = trovata.richiesta
    if request.method == "POST":
        messages.success(request, "L’attività è registrata.")
        return redirect(di_ritorno(request, trovata.richiesta))
    return _risposta(request, scritta, form, stato=422 if form.errors else 200, salvata=True)


def _risposta(
    request: HttpRequest, trovata: Attivita, form: AttivitaForm, **altro: Any
) -> HttpResponse:
    """While one writes only what changed of the page: state of the save, what is wrong."""
    stato, salvata = altro["stato"], altro.get("salvata", False)
    if request.method == "POST":
        return pagina(request, trovata, form, stato=stato)
    dati = {
        "attivita": trovata,
        "form": form,
        "salvato_il": request.contesto.adesso if salvata else None,
        "voce": lettura.Voce(1, trovata),
    }
    return render(request, "bonus/richiesta/_esito.html", dati, status=stato)


def pagina(
    request: HttpRequest, trovata: Attivita, form: AttivitaForm | None = None, **altro: Any
) -> HttpResponse:
    """The page of an activity, with its evidence and where it is claimed too."""
    contesto = request.contesto
    richiesta = trovata.richiesta
    if form is None:
        form = AttivitaForm(
            initial=_iniziali(trovata), procedura=richiesta.procedura, contesto=contesto
        )
    doppie = lettura.doppie_di(richiesta, [trovata])
    chiave = {"chiave": nuova_chiave()}
    dati = {
        "attivita": trovata,
        "richiesta": richiesta,
        "procedura": richiesta.procedura,
        "form": form,
        "voce": lettura.Voce(1, trovata, doppie.get(trovata.pk, ())),
        "prove": lettura.prove_di(trovata),
        "prova_form": altro.pop("prova_form", None) or ProvaForm(initial=chiave),
        "atto_form": altro.pop("atto_form", None) or AttoForm(initial=chiave),
        "indietro": di_ritorno(request, richiesta),
    }
    stato = altro.pop("stato", 200)
    return render(request, "bonus/richiesta/attivita.html", dati | altro, status=stato)


@require_POST
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an activity off the draft."""
    contesto = request.contesto
    trovata = access.attivita_da_scrivere(contesto, pk)
    try:
        servizi.togli_attivita(autore=contesto, adesso=contesto.adesso, attivita_id=pk)
    except AttoRifiutato as rifiuto:
        testo = " ".join(v.testo for v in rifiuto.violazioni)
        return pagina(request, trovata, rifiuto=testo, stato=409)
    except ObjectDoesNotExist as sparita:
        raise Http404 from sparita
    if trovata.richiesta.stato == StatoRichiesta.D_UFFICIO.value:
        return fatto(request, "L’attività è tolta.", "valuta", trovata.richiesta_id)
    return fatto(request, "L’attività è tolta.", "mia", trovata.richiesta.procedura_id)
