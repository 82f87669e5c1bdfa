"""The staff and their access; the page where an invitation is accepted."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.scuola import orologio
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.esportazione import esporta
from cpia.scuola.forms import PasswordInvitoForm
from cpia.scuola.incarichi.access import LEGGONO
from cpia.scuola.limite import oltre_il_limite
from cpia.scuola.middleware import pubblica
from cpia.scuola.models import Invito, Utente
from cpia.scuola.parole import elenco, plurale
from cpia.scuola.personale import (
    Accesso,
    accesso_per_email,
    con_accesso,
    con_incarichi,
    fra,
    personale,
    prime,
    quanti_per_accesso,
    senza_incarico,
)
from cpia.scuola.riserbo import tieni_fuori_dai_log
from cpia.scuola.services import inviti as servizi
from cpia.scuola.views.comuni import verso

PER_PAGINA = 50
# So many mails leave well within the time that a browser waits; the rest by pressing again.
PER_VOLTA = 50
# A whole school leaves by one address, and all its teachers may accept in the same meeting.
TENTATIVI_AL_MINUTO = 120
INVITA = Ruolo.SEGRETERIA_DIDATTICA
SENZA_INCARICO = "senza_incarico"

tieni_fuori_dai_log("invito")


@require_safe
def persone(request: HttpRequest) -> HttpResponse:
    """Who works here today, who can sign in and who cannot yet."""
    request.contesto.esige(*LEGGONO)
    return _scaricato(request) or _elenco(request)


def _elenco(request: HttpRequest, rifiuti: tuple[str, ...] = ()) -> HttpResponse:
    contesto: Contesto = request.contesto
    tutte = personale(contesto.istituto.pk, contesto.adesso, contesto.oggi)
    quante = quanti_per_accesso(tutte)
    scelto = request.GET.get("accesso", "")
    scelte = con_incarichi(_scelte(contesto, scelto), contesto.oggi)
    pagina = Paginator(scelte, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "scuola/persone.html",
        {
            "pagina": pagina,
            "filtri": _filtri(request, quante, scelto),
            "invita": contesto.ha(INVITA),
            "da_invitare": quante.get(Accesso.SENZA, 0),
            "per_volta": PER_VOLTA,
            "rifiuti": rifiuti,
        },
        status=409 if rifiuti else 200,
    )


def _scelte(contesto: Contesto, scelto: str) -> Any:
    """The persons that the filter asks for."""
    if scelto == SENZA_INCARICO:
        return senza_incarico(contesto.istituto.pk, contesto.adesso, contesto.oggi)
    tutte = personale(contesto.istituto.pk, contesto.adesso, contesto.oggi)
    return con_accesso(tutte, scelto)


def _scaricato(request: HttpRequest) -> HttpResponse | None:
    """The list of the filter as a file, when it is asked for."""
    return esporta(
        request,
        nome="persone",
        titolo="Persone",
        intestazione=("Cognome", "Nome", "Incarichi di oggi", "E-mail", "Accesso"),
        righe=_righe(request.contesto, request.GET.get("accesso", "")),
        personale=True,
    )


def _righe(contesto: Contesto, scelto: str) -> Iterator[tuple[str, ...]]:
    for persona in con_incarichi(_scelte(contesto, scelto), contesto.oggi):
        ruoli = dict.fromkeys(str(i.get_ruolo_display()) for i in persona.di_oggi)
        accesso = Accesso(persona.accesso).label
        yield (persona.cognome, persona.nome, ", ".join(ruoli), persona.email, accesso)


def _filtri(request: HttpRequest, quante: dict[str, int], scelto: str) -> list[dict[str, Any]]:
    base = reverse("persone", args=[request.contesto.istituto.slug])
    tutti = {"testo": "Tutti", "numero": sum(quante.values()), "url": base, "attiva": not scelto}
    return [
        tutti,
        *(
            {
                "testo": stato.label,
                "numero": quante[stato],
                "url": f"{base}?accesso={stato}",
                "attiva": scelto == stato,
            }
            for stato in Accesso
            if stato in quante
        ),
        {
            "testo": "Senza incarico oggi",
            "numero": None,
            "url": f"{base}?accesso={SENZA_INCARICO}",
            "attiva": scelto == SENZA_INCARICO,
        },
    ]


@require_POST
def invita(request: HttpRequest) -> HttpResponse:
    """Invite one, or all who cannot sign in yet."""
    contesto: Contesto = request.contesto
    contesto.esige(INVITA)
    try:
        spedizione = servizi.invita(
            autore=contesto, adesso=contesto.adesso, persone=_da_invitare(request)
        )
    except servizi.InvitoRifiutato as rifiuto:
        return _elenco(request, rifiuto.motivi)
    # The mails leave after the act, and before the messages are put in the answer.
    transaction.on_commit(lambda: _racconta(request, spedizione))
    return verso(request, "persone")


def _da_invitare(request: HttpRequest) -> list[int]:
    contesto: Contesto = request.contesto
    tutte = personale(contesto.istituto.pk, contesto.adesso, contesto.oggi)
    if request.POST.get("tutti") == "si":
        scelte = con_accesso(tutte, Accesso.SENZA)
    else:
        scelte = fra(tutte, (int(p) for p in request.POST.getlist("persona") if _numero(p)))
    return prime(scelte, PER_VOLTA)


def _numero(testo: str) -> bool:
    return testo.isascii() and testo.isdigit() and len(testo) < 19


def _racconta(request: HttpRequest, spedizione: servizi.Spedizione) -> None:
    inviati, persi = spedizione.inviati, spedizione.non_inviati
    if len(inviati) == 1:
        messages.success(request, f"Invito spedito a {inviati[0].nome_e_cognome}.")
    elif inviati:
        messages.success(request, f"{plurale(len(inviati), 'invito', 'inviti')} spediti.")
    if persi:
        nomi = elenco(persona.nome_e_cognome for persona in persi)
        messages.error(request, f"La posta non è partita per {nomi}: riprova fra qualche minuto.")
    if not inviati and not persi:
        messages.warning(request, "Nessuno da invitare: le persone scelte non sono nell’elenco.")


# Who was invited


@pubblica
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invito(request: HttpRequest, codice: str) -> HttpResponse:
    """Accept an invitation: with a new password, or with the login one already has."""
    if oltre_il_limite(request, "invito", TENTATIVI_AL_MINUTO):
        return _riservata(render(request, "429.html", status=429))
    try:
        aperto = servizi.invito_valido(request.istituto, codice, orologio.adesso())
        aperto.persona.istituto = request.istituto
        return _riservata(_rispondi(request, aperto, codice))
    except servizi.InvitoNonValido as rifiuto:
        stato = 404 if rifiuto.sconosciuto else 410
        return _riservata(render(request, "scuola/invito_non_valido.html", status=stato))


def _rispondi(request: HttpRequest, aperto: Invito, codice: str) -> HttpResponse:
    email = aperto.persona.email.lower()
    if request.user.is_authenticated:
        if request.user.email.lower() != email:
            return _pagina(request, aperto, "altro")
        return _collega(request, aperto, codice)
    if accesso_per_email(email):
        return _pagina(request, aperto, "entra")
    return _scegli_password(request, aperto, codice)


def _collega(request: HttpRequest, aperto: Invito, codice: str) -> HttpResponse:
    if request.method != "POST":
        return _pagina(request, aperto, "collega")
    try:
        servizi.accetta_con_accesso(
            autore=request.user,
            adesso=orologio.adesso(),
            istituto=request.istituto,
            codice=codice,
        )
    except servizi.InvitoRifiutato as rifiuto:
        return _pagina(request, aperto, "collega", rifiuti=rifiuto.motivi)
    messages.success(request, f"Ora entri anche in {request.istituto.denominazione_breve}.")
    return redirect("scrivania", request.istituto.slug)


@sensitive_variables("form")
def _scegli_password(request: HttpRequest, aperto: Invito, codice: str) -> HttpResponse:
    dati = request.POST if request.method == "POST" else None
    form = PasswordInvitoForm(Utente(email=aperto.persona.email), dati)
    if not form.is_valid():
        return _pagina(request, aperto, "password", form=form)
    try:
        servizi.accetta_con_password(
            autore=aperto.persona,
            adesso=orologio.adesso(),
            codice=codice,
            password=form.cleaned_data["new_password1"],
        )
    except servizi.AccessoEsistente:
        return _pagina(request, aperto, "entra")
    messages.success(request, "Il tuo accesso è pronto: entra con la tua e-mail e la password.")
    return redirect_to_login(reverse("scrivania", args=[request.istituto.slug]))


def _pagina(
    request: HttpRequest,
    aperto: Invito,
    stato: str,
    form: PasswordInvitoForm | None = None,
    rifiuti: tuple[str, ...] = (),
) -> HttpResponse:
    dati = {"invito": aperto, "stato": stato, "form": form, "rifiuti": rifiuti}
    errori = 409 if rifiuti else 422
    return render(
        request,
        "scuola/invito.html",
        dati,
        status=errori if rifiuti or (form and form.errors) else 200,
    )


def _riservata(response: HttpResponse) -> HttpResponse:
    """Nobody keeps it. Same origin and no less: without a referrer browsers send no origin either,
    and the form would be refused as if it came from another site."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    return response
