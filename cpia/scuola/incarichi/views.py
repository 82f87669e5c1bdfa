"""The page of a person, and the acts on the roles that he or she holds."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi import access, forms, services
from cpia.scuola.incarichi.queries import persone as lettura
from cpia.scuola.incarichi.queries.parole import CONFERIBILI, in_parole
from cpia.scuola.incarichi.rules import DANNO_IL_GOVERNO, DI_GOVERNO, RESTA_IN_CARICA, al_giorno
from cpia.scuola.incarichi.services import IncaricoRifiutato
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.parole import data_estesa, plurale

SETTEMBRE = 9


@never_cache
@require_safe
def persona(request: HttpRequest, pk: int) -> HttpResponse:
    """Who it is, what he or she holds today, later, before, and how the portal is entered."""
    contesto: Contesto = request.contesto
    trovata = access.persona(contesto, pk)
    conferisce = contesto.ha(*access.CONFERISCONO)
    # Who works here may study here too: that is for who deals with students.
    studia = contesto.ha(*access.LEGGONO_GLI_STUDENTI)
    dati = {
        "persona": trovata,
        "incarichi": lettura.incarichi_di(trovata, contesto.oggi),
        "ingresso": lettura.ingresso(trovata, contesto.adesso),
        "iscrizioni": lettura.iscrizioni_di(trovata) if studia else [],
        "responsabili": lettura.responsabili_di(trovata) if studia else [],
        "accerta": conferisce and trovata.identita_da_accertare,
        "conferisce": conferisce
        and trovata != contesto.persona
        and not trovata.identita_da_accertare,
        "sostituibile": conferisce and lettura.si_puo_sostituire(trovata, contesto.oggi),
        "invita": contesto.ha(Ruolo.SEGRETERIA_DIDATTICA),
        "resta": RESTA_IN_CARICA,
        "conferibili": CONFERIBILI,
        "intoccabili": () if contesto.ha(*DANNO_IL_GOVERNO) else DI_GOVERNO,
    }
    return render(request, "scuola/persona.html", dati)


@require_http_methods(["GET", "HEAD", "POST"])
def conferisci(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a role: first which, then over what, from when to when, by which act."""
    contesto: Contesto = request.contesto
    trovata = access.persona_da_incaricare(contesto, pk)
    detto = request.POST or request.GET
    scelta = forms.RuoloForm(detto if "ruolo" in detto else None)
    if not scelta.is_valid():
        return _modulo(request, "incarico_nuovo", trovata, scelta=scelta)
    ruolo = Ruolo(scelta.cleaned_data["ruolo"])
    form = forms.ConferimentoForm(
        request.POST or None,
        ruolo=ruolo,
        istituto_id=contesto.istituto.pk,
        anno=_anno_scolastico(contesto),
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.conferisci_incarico(
                autore=contesto,
                adesso=contesto.adesso,
                persona=trovata,
                ruolo=ruolo,
                **form.cleaned_data,
            )
        except IncaricoRifiutato as rifiuto:
            form.riporta(rifiuto.rifiuti)
        else:
            messages.success(request, f"Incarico conferito: {ruolo.label}.")
            return _alla_persona(request, trovata)
    return _modulo(request, "incarico_nuovo", trovata, form=form, scelta=scelta, ruolo=ruolo.label)


def _anno_scolastico(contesto: Contesto) -> int:
    """The first of the school years whose classes may be chosen: the current one."""
    return contesto.oggi.year - (contesto.oggi.month < SETTEMBRE)


@require_http_methods(["GET", "HEAD", "POST"])
def sostituisci(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a colleague hold what this person holds, from a day to a day."""
    contesto: Contesto = request.contesto
    trovata = access.persona_da_incaricare(contesto, pk)
    form = forms.SostituzioneForm(request.POST or None, titolare=trovata, oggi=contesto.oggi)
    if request.method == "POST" and form.is_valid():
        try:
            nuovi = services.sostituisci_titolare(
                autore=contesto, adesso=contesto.adesso, **form.cleaned_data
            )
        except IncaricoRifiutato as rifiuto:
            form.riporta(rifiuto.rifiuti)
        else:
            sostituto, al = form.cleaned_data["sostituto"], form.cleaned_data["al"]
            quanti = plurale(len(nuovi), "incarico affidato", "incarichi affidati")
            testo = f"{quanti} a {sostituto.nome_e_cognome}, fino {al_giorno(al)} compreso."
            messages.success(request, testo)
            return _alla_persona(request, trovata)
    return _modulo(request, "incarico_sostituzione", trovata, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def termine(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the last day of an incarico."""
    contesto: Contesto = request.contesto
    incarico = access.incarico_da_cambiare(contesto, pk)
    form = forms.TermineForm(request.POST or None, initial={"al": incarico.al})
    if request.method == "POST" and form.is_valid():
        try:
            services.cambia_termine(
                autore=contesto, adesso=contesto.adesso, incarico=incarico, **form.cleaned_data
            )
        except IncaricoRifiutato as rifiuto:
            form.riporta(rifiuto.rifiuti)
        else:
            messages.success(request, f"Ultimo giorno cambiato: {in_parole(incarico)}.")
            return _alla_persona(request, incarico.persona)
    return _modulo(
        request, "incarico_termine", incarico.persona, form=form, cosa=in_parole(incarico)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def revoca(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw an incarico, after one look at what follows."""
    contesto: Contesto = request.contesto
    incarico = access.incarico_da_cambiare(contesto, pk)
    form = forms.RevocaForm(request.POST or None, initial={"giorno": contesto.oggi})
    if request.method == "POST" and form.is_valid() and request.POST.get("riletto") == "si":
        try:
            services.revoca_incarico(
                autore=contesto, adesso=contesto.adesso, incarico=incarico, **form.cleaned_data
            )
        except IncaricoRifiutato as rifiuto:
            form.riporta(rifiuto.rifiuti)
        else:
            messages.success(request, f"Incarico revocato: {in_parole(incarico)}.")
            return _alla_persona(request, incarico.persona)
    return _conferma_revoca(request, incarico, form)


def _conferma_revoca(
    request: HttpRequest, incarico: Incarico, form: forms.RevocaForm
) -> HttpResponse:
    slug, chi = request.contesto.istituto.slug, incarico.persona
    return render(
        request,
        "scuola/incarico_revoca.html",
        {
            "form": form,
            "persona": chi,
            "domanda": f"Revocare l’incarico di {chi.nome_e_cognome}?",
            "effetti": [
                f"{in_parole(incarico)}: dal giorno scelto non può più nulla con questo incarico",
                "se il giorno è oggi vale dalla prossima pagina che apre, e le sue sessioni "
                "nel portale si chiudono",
                "chi lo sostituisce in questo incarico lo perde lo stesso giorno",
                "revoca e motivo restano nel registro delle operazioni",
            ],
            "correzione": "Per ridare l’incarico se ne conferisce uno nuovo.",
            "rilettura": "Ho riletto chi perde che cosa",
            "azione": reverse("incarico_revoca", args=[slug, incarico.pk]),
            "verbo": "Revoca l’incarico",
            "ritorno": "Lascia com’è",
            "indietro": reverse("persona", args=[slug, chi.pk]),
        },
        status=422 if request.method == "POST" else 200,
    )


def _alla_persona(request: HttpRequest, persona: Persona) -> HttpResponse:
    return redirect("persona", request.contesto.istituto.slug, persona.pk)


def _modulo(request: HttpRequest, nome: str, persona: Persona, **dati: Any) -> HttpResponse:
    return render(
        request,
        f"scuola/{nome}.html",
        {"persona": persona, "oggi": data_estesa(request.contesto.oggi), **dati},
        status=422 if request.method == "POST" else 200,
    )
