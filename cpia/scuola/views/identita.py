"""The office says whether who registered from outside is the person of that name."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cpia.scuola.access import Contesto
from cpia.scuola.forms import IdentitaForm
from cpia.scuola.incarichi import access
from cpia.scuola.models import Persona
from cpia.scuola.services import identita as servizi
from cpia.scuola.views.comuni import verso

GIA_DETTO: Final = "Un collega ha già detto chi è: torna alla pagina della persona e rileggi."
EFFETTI: Final = (
    "se è la stessa persona potrà ricevere incarichi e rispondere di un figlio, come chiunque",
    "se non lo è, il suo accesso si chiude subito: perde utenza, indirizzo e-mail, inviti e ruolo "
    "di candidato; chi verrà con questo codice fiscale si registra allo sportello",
    "le domande restano agli atti: una bozza non la invia più nessun altro; di una già inviata "
    "avvisa il dirigente e la commissione, che decide l’esclusione",
    "resta scritto nel registro delle operazioni chi l’ha deciso e quando",
)
FATTO: Final = {
    IdentitaForm.STESSA: "Identità accertata: è {}.",
    IdentitaForm.ALTRA: "Accesso tolto a chi si era registrato come {}.",
}
ATTI: Final = {
    IdentitaForm.STESSA: servizi.accerta_identita,
    IdentitaForm.ALTRA: servizi.disconosci_accesso,
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def identita(request: HttpRequest, pk: int) -> HttpResponse:
    """Read again who registered and with which mailbox, then say whether it is the person."""
    contesto: Contesto = request.contesto
    trovata = access.persona_da_incaricare(contesto, pk)
    if request.method != "POST" and not trovata.identita_da_accertare:
        return verso(request, "persona", trovata.pk)
    form = IdentitaForm(request.POST or None)
    if request.method != "POST":
        return _pagina(request, trovata, form, 200)
    if not form.is_valid() or request.POST.get("riletto") != "si":
        return _pagina(request, trovata, form, 422)
    esito = form.cleaned_data["esito"]
    try:
        ATTI[esito](autore=contesto, adesso=contesto.adesso, persona=trovata)
    except servizi.IdentitaGiaAccertata:
        form.add_error(None, GIA_DETTO)
        return _pagina(request, trovata, form, 409)
    messages.success(request, FATTO[esito].format(trovata.nome_e_cognome))
    return verso(request, "persona", trovata.pk)


def _pagina(request: HttpRequest, persona: Persona, form: IdentitaForm, stato: int) -> HttpResponse:
    slug = request.contesto.istituto.slug
    return render(
        request,
        "scuola/identita.html",
        {
            "form": form,
            "persona": persona,
            "domanda": f"Chi si è registrato è {persona.nome_e_cognome}?",
            "effetti": (_registrata(persona), *EFFETTI),
            "correzione": "Chi perde l’accesso per errore torna allo sportello con un documento.",
            "rilettura": "Ho riletto nome, codice fiscale e indirizzo",
            "azione": reverse("persona_identita", args=[slug, persona.pk]),
            "verbo": "Registra che cosa ho accertato",
            "ritorno": "Lascia com’è",
            "indietro": reverse("persona", args=[slug, persona.pk]),
        },
        status=stato,
    )


def _registrata(persona: Persona) -> str:
    """Who it says to be: what the document and the person must say too."""
    indirizzo = persona.utente.email if persona.utente else persona.email
    return (
        f"si è registrata da fuori come {persona.nome_e_cognome}, codice fiscale "
        f"{persona.codice_fiscale}, e riceve la posta a {indirizzo}: guarda un documento, e chiedi "
        "se l’indirizzo è suo"
    )
