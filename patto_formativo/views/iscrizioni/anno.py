"""What is offered in a year: term, fee, courses."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta
from patto_formativo.access import iscrizioni as access
from patto_formativo.forms.iscrizioni_anno import AperturaForm, OffertaForm
from patto_formativo.forms.iscrizioni_ufficio import VuotoForm
from patto_formativo.queries.iscrizioni import anno as lettura
from patto_formativo.services import iscrizioni as servizi
from patto_formativo.views.iscrizioni.comuni import fatto, modulo

INTESTAZIONE = ("Percorso", "Livello", "Sede", "Fascia", "Giorni", "Dalle", "Alle", "Aula",
                "Si accettano iscrizioni", "Domande")  # fmt: skip


@require_safe
def pagina(request: HttpRequest) -> HttpResponse:
    """The enrolments of the year in course: term and fee, courses, hours of the paths."""
    contesto: Contesto = request.contesto
    access.legge(contesto)
    letto = lettura.anno_di(contesto, request.GET.get("anno", ""))
    file = esporta(
        request, nome="corsi", titolo="Corsi offerti", intestazione=INTESTAZIONE,
        righe=([o, o.livello, o.sede, o.get_fascia_display(), o.giorni, f"{o.dalle:%H.%M}",
                f"{o.alle:%H.%M}", o.aula, o.aperta, o.quante] for o in letto.offerte),
    )  # fmt: skip
    altro = lettura.altro_anno(contesto, letto)
    return file or render(request, "patto/iscrizioni/anno.html", {"anno": letto, "altro": altro})


@require_POST
def copia(request: HttpRequest) -> HttpResponse:
    """Offer in a year what was offered in the year before: courses, hours, units."""
    contesto: Contesto = request.contesto
    access.legge(contesto)
    letto = lettura.anno_di(contesto, request.POST.get("anno", ""))
    try:
        servizi.copia_anno(autore=contesto, adesso=contesto.adesso, inizio=letto.inizio)
    except AttoRifiutato as rifiuto:
        messages.error(request, " ".join(violazione.testo for violazione in rifiuto.violazioni))
    else:
        testo = f"Corsi, ore e unità sono quelli dell’anno prima, ora per il {letto.etichetta}."
        messages.success(request, testo)
    return _all_anno(request, letto.inizio)


def _all_anno(request: HttpRequest, inizio: int) -> HttpResponse:
    return redirect(f"{reverse('patto:iscrizioni', args=[request.istituto.slug])}?anno={inizio}")


@require_http_methods(["GET", "HEAD", "POST"])
def apertura(request: HttpRequest) -> HttpResponse:
    """Write term and fee of the year."""
    contesto: Contesto = request.contesto
    access.legge(contesto)
    letto = lettura.anno_di(contesto, request.GET.get("anno", ""))
    form = AperturaForm(request.POST if request.method == "POST" else None)
    form.initial = form.attuali(letto.apertura) if letto.apertura else {"dal": letto.primo_giorno}
    if compiuto(
        request, form,
        lambda: servizi.apri_iscrizioni(
            autore=contesto, adesso=contesto.adesso,
            anno_id=servizi.anno_da_aprire(autore=contesto, inizio=letto.inizio).pk,
            dati=form.dati, versione=form.letta,
        ),
    ):  # fmt: skip
        messages.success(request, "Le iscrizioni dell’anno sono come scritto.")
        return _all_anno(request, letto.inizio)
    return modulo(
        request, form, titolo=f"Iscrizioni {letto.etichetta}: termine e quota",
        spiegazione="Il termine lo fissa il Collegio; un altro regolamento della stessa scuola "
        "dà per fissato il 15 ottobre. La quota la delibera il Consiglio.",
        verbo="Scrivi", indietro="iscrizioni",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def offerta_nuova(request: HttpRequest) -> HttpResponse:
    """Offer a course."""
    contesto: Contesto = request.contesto
    access.legge(contesto)
    letto = lettura.anno_di(contesto, request.GET.get("anno", ""))
    form = OffertaForm(
        request.POST if request.method == "POST" else None, sedi=lettura.sedi(contesto)
    )
    if compiuto(
        request, form,
        lambda: servizi.salva_offerta(
            autore=contesto, adesso=contesto.adesso, dati=form.dati,
            anno_id=servizi.anno_da_aprire(autore=contesto, inizio=letto.inizio).pk,
        ),
    ):  # fmt: skip
        messages.success(request, "Il corso è fra quelli offerti.")
        return _all_anno(request, letto.inizio)
    return modulo(
        request, form, titolo=f"Nuovo corso, {letto.etichetta}", verbo="Offri il corso",
        indietro="iscrizioni",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def offerta(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how a course is offered; 409 when somebody else did meanwhile."""
    contesto: Contesto = request.contesto
    trovata = access.offerta(contesto, pk)
    form = OffertaForm(
        request.POST if request.method == "POST" else None, sedi=lettura.sedi(contesto)
    )
    form.initial = form.attuali(trovata)
    if compiuto(
        request, form,
        lambda: servizi.salva_offerta(
            autore=contesto, adesso=contesto.adesso, anno_id=trovata.anno_scolastico_id,
            dati=form.dati, offerta_id=pk, versione=form.letta,
        ),
    ):  # fmt: skip
        messages.success(request, "Il corso è come scritto.")
        return _all_anno(request, trovata.anno_scolastico.inizio)
    return modulo(
        request, form, titolo=f"{trovata}, {trovata.sede}", verbo="Salva",
        indietro="iscrizioni", togli=("offerta_togli", pk, "Togli il corso…"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def offerta_togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away a course for which nobody has applied."""
    contesto: Contesto = request.contesto
    trovata = access.offerta(contesto, pk)
    form = VuotoForm(request.POST if request.method == "POST" else None)
    if compiuto(
        request, form,
        lambda: servizi.togli_offerta(autore=contesto, adesso=contesto.adesso, offerta_id=pk),
    ):  # fmt: skip
        return fatto(request, "Il corso non è più offerto.", "iscrizioni")
    return modulo(
        request, form, titolo=f"Togliere {trovata}, {trovata.sede}",
        spiegazione="Si toglie solo un corso senza domande; gli altri si chiudono.",
        verbo="Togli il corso", indietro="iscrizioni",
    )  # fmt: skip
