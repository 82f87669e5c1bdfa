"""What is done once: a criterion or a draft taken away, the adoption, the albo, the print."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bonus_merito.access import criteri as access
from bonus_merito.enums import StatoCriteri
from bonus_merito.forms.criteri import AdozioneForm
from bonus_merito.models import Criteri
from bonus_merito.queries.criteri.lettura import aree, mancanze
from bonus_merito.queries.criteri.partenza import deliberano
from bonus_merito.services import criteri as servizi
from bonus_merito.views.comuni import fatto, mostra
from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.norme.forms.comuni import ConViolazioni

CAMBIATI = "Nel frattempo la bozza è cambiata: rileggila, poi registra l’adozione."


@require_http_methods(["GET", "HEAD", "POST"])
def adotta(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the adoption: what it will do, read and ticked."""
    contesto = request.contesto
    criteri = access.versione_da_adottare(contesto, pk).criteri
    form = AdozioneForm(
        request.POST if request.method == "POST" else None,
        delibere=deliberano(contesto, criteri),
        versione=criteri.versione,
    )
    try:
        adottati = compiuto(request, form, lambda: _adotta(request, criteri, form))
    except Conflitto as conflitto:
        adottati = False
        form.add_error(None, CAMBIATI)
        form.data = _con_versione(request, conflitto)
    if adottati:
        testo = "I criteri sono adottati e protocollati: la stampa è pronta fra poco."
        return fatto(request, testo, "criterio_scheda", pk)
    manca = mancanze(criteri, aree(criteri), contesto.oggi)
    return mostra(request, "criteri/adotta", {"form": form, "criteri": criteri, "manca": manca})


def _con_versione(request: HttpRequest, conflitto: Conflitto) -> QueryDict:
    """What was typed, over the draft as it is now: it is sent again once it was read."""
    dati = request.POST.copy()
    if isinstance(conflitto.attuale, Criteri):
        dati["versione"] = str(conflitto.attuale.versione)
    return dati


def _adotta(request: HttpRequest, criteri: Criteri, form: AdozioneForm) -> Criteri:
    puliti = form.cleaned_data
    return servizi.adotta_criteri(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        criteri_id=criteri.pk,
        versione=puliti["versione"],
        delibera_id=puliti["delibera"].pk if puliti["delibera"] else None,
        atto=puliti["atto"],
        adottati_il=puliti["adottati_il"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def pubblica(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the criteria to the albo."""
    contesto = request.contesto
    criteri = access.versione_da_scrivere(contesto, pk).criteri
    form = _spuntato(request)
    try:
        fuori = compiuto(
            request, form,
            lambda: servizi.pubblica_criteri(
                autore=contesto, adesso=contesto.adesso, criteri_id=pk
            ),
        )  # fmt: skip
    except PubblicazioneRifiutata as rifiuto:
        form.add_error(None, str(rifiuto))
        fuori = False
    if fuori:
        return fatto(request, "I criteri sono all’albo.", "criterio_scheda", pk)
    return _conferma(
        request, form, criteri,
        domanda="Pubblicare i criteri all’albo?",
        verbo="Pubblica i criteri",
        effetti=[
            "prendono un numero di repertorio e restano all’albo per i giorni del regolamento",
            "chiunque li legge: non c’è il nome di nessuno",
        ],
        correzione="Un atto sbagliato si annulla all’albo, con il motivo, e resta nell’elenco.",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def elimina(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    contesto = request.contesto
    criteri = access.versione_da_scrivere(contesto, pk).criteri
    form = _spuntato(request)
    if compiuto(
        request, form,
        lambda: servizi.elimina_bozza(autore=contesto, adesso=contesto.adesso, criteri_id=pk),
    ):  # fmt: skip
        return fatto(request, "La bozza è eliminata.", "criteri")
    return _conferma(
        request, form, criteri,
        domanda="Eliminare la bozza dei criteri?",
        verbo="Elimina la bozza",
        effetti=["si perde tutto quello che è scritto nella bozza"],
        correzione="Si può prepararne un’altra dagli stessi criteri di partenza.",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a criterion out of a draft."""
    contesto = request.contesto
    criterio, letti = access.criterio_da_scrivere(contesto, pk)
    form = _spuntato(request)
    if compiuto(
        request, form,
        lambda: servizi.togli_criterio(autore=contesto, adesso=contesto.adesso, criterio_id=pk),
    ):  # fmt: skip
        return fatto(request, "Il criterio è tolto.", "criterio_scheda", letti.criteri.pk)
    return _conferma(
        request, form, letti.criteri,
        domanda=f"Togliere il criterio dalla voce {criterio.codice}?",
        verbo="Togli il criterio",
        effetti=[criterio.testo, "con il criterio si tolgono i suoi indicatori"],
        correzione="Finché è una bozza si può scriverlo di nuovo.",
    )  # fmt: skip


def _spuntato(request: HttpRequest) -> ConViolazioni:
    """The form of an act that cannot be undone: bound once it was read again."""
    return ConViolazioni(request.POST if "riletto" in request.POST else None)


def _conferma(
    request: HttpRequest, form: ConViolazioni, criteri: Criteri, **dati: object
) -> HttpResponse:
    indietro = reverse("bonus:criterio_scheda", args=[request.contesto.istituto.slug, criteri.pk])
    return mostra(
        request,
        "criteri/conferma",
        {"form": form, "criteri": criteri, "indietro": indietro, "azione": request.path, **dati},
    )


@require_POST
def documento(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the print of adopted criteria."""
    contesto = request.contesto
    criteri = access.versione_da_scrivere(contesto, pk).criteri
    if criteri.stato == StatoCriteri.BOZZA:
        messages.error(request, "Una bozza non si stampa: prima si adotta.")
        return redirect("bonus:criterio_scheda", contesto.istituto.slug, pk)
    try:
        servizi.chiedi_carta(autore=contesto, adesso=contesto.adesso, criteri_id=pk)
    except AttoRifiutato as rifiuto:
        messages.error(request, " ".join(violazione.testo for violazione in rifiuto.violazioni))
        return redirect("bonus:criterio_scheda", contesto.istituto.slug, pk)
    return fatto(request, "La stampa è pronta fra poco.", "criterio_scheda", pk)
