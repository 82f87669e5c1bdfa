"""The proofs of the welcome."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from cpia.scuola.parole import giorno
from patto_formativo.access import accoglienza as access
from patto_formativo.forms.accoglienza import ProvaForm, iniziali_prova
from patto_formativo.models import Prova
from patto_formativo.services.accoglienza import correggi_prova, elimina_prova, registra_prova
from patto_formativo.views.accoglienza.comuni import alla_persona, modulo

SPIEGAZIONE = (
    "Literacy e numeracy le propone il tutor, le prove disciplinari i docenti. L’esito resta "
    "nell’accoglienza: non dà crediti da solo."
)


@require_http_methods(["GET", "HEAD", "POST"])
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a proof with its outcome."""
    contesto: Contesto = request.contesto
    trovato = access.corsista_da_provare(contesto, pk)
    form = ProvaForm(request.POST or None, initial={"giorno": contesto.oggi})

    def atto() -> None:
        registra_prova(autore=contesto, adesso=contesto.adesso, corsista_id=pk, dati=form.dati)

    if compiuto(request, form, atto):
        return alla_persona(request, pk, "La prova è registrata.")
    return modulo(
        request, form, trovato,
        titolo="Registra una prova", spiegazione=SPIEGAZIONE, verbo="Registra la prova",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def correggi(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a proof of one's own."""
    contesto: Contesto = request.contesto
    prova, trovato = access.prova_propria(contesto, pk)
    form = ProvaForm(request.POST or None, initial=iniziali_prova(prova))

    def atto() -> None:
        correggi_prova(autore=contesto, adesso=contesto.adesso, prova_id=pk, dati=form.dati)

    if compiuto(request, form, atto):
        return alla_persona(request, trovato.pk, "La prova è corretta.")
    return modulo(
        request, form, trovato,
        titolo="Correggi la prova", spiegazione=SPIEGAZIONE, verbo="Registra la correzione",
        elimina=reverse("patto:prova_elimina", args=[contesto.istituto.slug, pk]),
        elimina_verbo="Togli la prova…",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def elimina(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a proof away, after the dialog that says what is lost."""
    contesto: Contesto = request.contesto
    prova, trovato = access.prova_propria(contesto, pk)
    if request.method == "POST" and "riletto" in request.POST:
        elimina_prova(autore=contesto, adesso=contesto.adesso, prova_id=pk)
        return alla_persona(request, trovato.pk, "La prova è tolta.")
    return render(request, "componenti/conferma.html", _conferma(request, prova))


def _conferma(request: HttpRequest, prova: Prova) -> dict[str, Any]:
    return {
        "domanda": f"Togliere la {prova.get_tipo_display()} di {giorno(prova.giorno)}?",
        "effetti": ["nel registro delle operazioni resta l’esito che era scritto"],
        "correzione": "Se è stata tolta per errore si registra di nuovo.",
        "rilettura": "La prova non si è fatta, o è registrata due volte",
        "verbo": "Togli la prova",
        "azione": request.path,
        "indietro": reverse("patto:prova", args=[request.contesto.istituto.slug, prova.pk]),
    }
