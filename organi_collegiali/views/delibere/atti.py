"""What may be done with a deliberation after it was adopted: print, publish, link, follow up."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cpia.atti.albo.queries.ufficio import ultimo_giorno
from cpia.atti.albo.services import PubblicazioneRifiutata
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.parole import giorno
from organi_collegiali.access import delibere as access
from organi_collegiali.forms.delibere import EsitoForm, PubblicaForm
from organi_collegiali.models import Delibera
from organi_collegiali.services.delibere import albo_delibere, dissensi, effetti, estratti, seguiti
from organi_collegiali.views.delibere import pagina as scena


def _alla_delibera(request: HttpRequest, delibera: Delibera) -> HttpResponse:
    return redirect("organi:delibera", request.istituto.slug, delibera.pk)


def _atto(
    request: HttpRequest,
    delibera: Delibera,
    form: Any,
    *,
    nome: str,
    compi: Callable[[dict[str, Any]], object],
    fatto: str,
) -> HttpResponse:
    """Perform an act of a form of the page, or show the page again with what is wrong."""
    if form.is_valid():
        try:
            compi(form.cleaned_data)
        except AttoRifiutato as rifiuto:
            scena.con_rifiuto(form, rifiuto)
        else:
            messages.success(request, fatto)
            return _alla_delibera(request, delibera)
    return scena.pagina(request, delibera, stato=422, **{nome: form})


@require_POST
def estratto(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the extract, or ask for its print again."""
    contesto = request.contesto
    trovata = access.delibera_da_curare(contesto, pk)
    try:
        estratti.prepara_estratto(autore=contesto, adesso=contesto.adesso, delibera_id=pk)
    except AttoRifiutato as rifiuto:
        return scena.pagina(request, trovata, stato=422, rifiuto=rifiuto.violazioni)
    return _alla_delibera(request, trovata)


@require_http_methods(["GET", "POST"])
def pubblica(request: HttpRequest, pk: int) -> HttpResponse:
    """Put it on the albo, after the dialog that says what will happen."""
    contesto = request.contesto
    trovata = access.delibera_da_pubblicare(contesto, pk)
    form = PubblicaForm(request.POST or None, delibera=trovata)
    if request.method == "POST" and "riletto" in request.POST and form.is_valid():
        try:
            albo_delibere.pubblica_delibera(
                autore=contesto, adesso=contesto.adesso, delibera_id=pk, **form.cleaned_data
            )
        except AttoRifiutato as rifiuto:
            scena.con_rifiuto(form, rifiuto)
        except PubblicazioneRifiutata as rifiuto:
            form.add_error(None, str(rifiuto))
        else:
            messages.success(request, f"La delibera n. {trovata.numero} è all’albo.")
            return _alla_delibera(request, trovata)
    return render(
        request,
        "componenti/conferma.html",
        _conferma(request, trovata) | {"form": form},
        status=422 if form.errors else 200,
    )


def _conferma(request: HttpRequest, trovata: Delibera) -> dict[str, Any]:
    contesto = request.contesto
    fino = ultimo_giorno(contesto.istituto.pk, contesto.oggi).giorno
    categoria = albo_delibere.categoria(trovata).label
    return {
        "domanda": f"Pubblicare all’albo la delibera n. {trovata.numero}?",
        "effetti": [
            "prende il prossimo numero di repertorio e di protocollo",
            f"va all’albo, in «{categoria}», da oggi a {giorno(fino, contesto.oggi)}",
            "chiunque legge l’estratto con premesse, voto e testo",
        ],
        "correzione": "Se è sbagliata la si annulla all’albo, con un motivo.",
        "rilettura": "Ho riletto l’estratto e chi vi è nominato",
        "verbo": "Pubblica all’albo",
        "azione": request.path,
        "indietro": reverse("organi:delibera", args=[contesto.istituto.slug, trovata.pk]),
    }


@require_POST
def effetto(request: HttpRequest, pk: int) -> HttpResponse:
    """Write that this deliberation amends, revokes or ratifies another."""
    contesto = request.contesto
    trovata = access.delibera_da_curare(contesto, pk)

    def compi(dati: dict[str, Any]) -> object:
        return effetti.registra_effetto(
            autore=contesto,
            adesso=contesto.adesso,
            delibera_id=pk,
            su_id=dati["su"].pk,
            atto=dati["atto"],
            in_parte=dati["in_parte"],
        )

    form = scena.effetto_form(contesto, trovata, request.POST)
    return _atto(request, trovata, form, nome="effetto_form", compi=compi, fatto="Scritto.")


@require_POST
def togli_effetto(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away what was written by mistake."""
    contesto = request.contesto
    trovato = access.effetto_da_togliere(contesto, pk)
    effetti.togli_effetto(autore=contesto, adesso=contesto.adesso, effetto_id=pk)
    messages.success(request, "Tolto.")
    return _alla_delibera(request, trovato.delibera)


@require_POST
def regolamento(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which regulation it adopts."""
    contesto = request.contesto
    trovata = access.delibera_da_curare(contesto, pk)

    def compi(dati: dict[str, Any]) -> object:
        return effetti.indica_regolamento(
            autore=contesto, adesso=contesto.adesso, delibera_id=pk, **dati
        )

    form = scena.regolamento_form(contesto, request.POST)
    return _atto(
        request,
        trovata,
        form,
        nome="regolamento_form",
        compi=compi,
        fatto="Indicato il regolamento.",
    )


@require_POST
def contrario(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a name among those against: one's own, or any for who runs the sitting."""
    contesto = request.contesto
    trovata, convocato = access.dissenso_da_scrivere(contesto, pk, request.POST.get("convocato"))
    try:
        dissensi.scrivi_nome_contrario(
            autore=contesto, adesso=contesto.adesso, delibera_id=pk, convocato_id=convocato.pk
        )
    except AttoRifiutato as rifiuto:
        return scena.pagina(request, trovata, stato=422, rifiuto=rifiuto.violazioni)
    messages.success(request, f"La delibera dice che ha votato contro {convocato.persona}.")
    return _alla_delibera(request, trovata)


@require_POST
def nuovo_seguito(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody what the deliberation asks to be done."""
    contesto = request.contesto
    trovata = access.delibera_da_curare(contesto, pk)

    def compi(dati: dict[str, Any]) -> object:
        return seguiti.affida_seguito(
            autore=contesto, adesso=contesto.adesso, delibera_id=pk, **dati
        )

    form = scena.seguito_form(contesto, trovata, request.POST)
    return _atto(request, trovata, form, nome="seguito_form", compi=compi, fatto="Affidato.")


@require_http_methods(["GET", "POST"])
def seguito(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is done, and how it ended."""
    contesto = request.contesto
    trovato = access.seguito_da_compiere(contesto, pk)
    form = EsitoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            seguiti.compi_seguito(
                autore=contesto, adesso=contesto.adesso, seguito_id=pk, **form.cleaned_data
            )
        except AttoRifiutato as rifiuto:
            scena.con_rifiuto(form, rifiuto)
        else:
            messages.success(request, "Segnato come fatto.")
            return redirect("organi:seguito", contesto.istituto.slug, pk)
    return render(
        request,
        "organi/delibere/seguito.html",
        {"form": form, "seguito": trovato, "legge": access.legge(contesto, trovato.delibera_id)},
        status=422 if form.errors else 200,
    )
