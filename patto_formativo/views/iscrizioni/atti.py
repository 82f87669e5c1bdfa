"""The acts of the office on an application."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from patto_formativo.access import iscrizioni as access
from patto_formativo.forms.iscrizioni_ufficio import AccogliForm, MotivoForm, PagamentoForm
from patto_formativo.queries.iscrizioni.accoglimento import accoglimento
from patto_formativo.queries.iscrizioni.effetti import effetti
from patto_formativo.queries.iscrizioni.pagina import della_quota, pagina_di
from patto_formativo.services import iscrizioni as servizi
from patto_formativo.views.iscrizioni.comuni import fatto, modulo


@require_http_methods(["GET", "HEAD", "POST"])
def accogli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an application: what will happen is told before."""
    contesto: Contesto = request.contesto
    domanda = access.domanda_da_trattare(contesto, pk)
    trovato = accoglimento(domanda, contesto.oggi)
    form = AccogliForm(
        request.POST if request.method == "POST" else None,
        chiede={
            "conferma_responsabile": trovato.chiede_responsabile,
            "conferma_email": trovato.chiede_email,
        },
    )
    if compiuto(
        request, form,
        lambda: servizi.accogli_domanda(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk, **form.cleaned_data
        ),
    ):  # fmt: skip
        return fatto(request, "La domanda è accolta: manca la quota.", "domanda", pk)
    pagina = pagina_di(domanda, contesto.oggi)
    return modulo(
        request, form, domanda=domanda, titolo=f"Accogliere la domanda n. {pk}",
        effetti=effetti(trovato, contesto.oggi),
        soggiorno=pagina.soggiorno if pagina.soggiorno_da_guardare else None,
        verbo="Accogli la domanda",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def respingi(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse an application, with the reason."""
    contesto: Contesto = request.contesto
    domanda = access.domanda_da_trattare(contesto, pk)
    form = MotivoForm(request.POST if request.method == "POST" else None)
    if compiuto(
        request, form,
        lambda: servizi.respingi_domanda(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk,
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, "La domanda è respinta, con il motivo.", "domanda", pk)
    return modulo(
        request, form, domanda=domanda, titolo=f"Respingere la domanda n. {pk}",
        spiegazione="Il motivo si legge con il codice della ricevuta. Un permesso che manca non "
        "basta: l’adulto ha un termine, il minore si iscrive in ogni caso.",
        verbo="Respingi la domanda",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def rinuncia(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that somebody gives up before the fee."""
    contesto: Contesto = request.contesto
    domanda = access.domanda_da_trattare(contesto, pk)
    form = MotivoForm(request.POST if request.method == "POST" else None)
    if compiuto(
        request, form,
        lambda: servizi.registra_rinuncia(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk,
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, "La rinuncia è registrata.", "domanda", pk)
    return modulo(
        request, form, domanda=domanda, titolo=f"Registrare la rinuncia, domanda n. {pk}",
        spiegazione="La domanda resta agli atti. Per iscriversi se ne fa un’altra.",
        verbo="Registra la rinuncia",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def quota(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the fee: the enrolment is complete."""
    contesto: Contesto = request.contesto
    domanda = access.domanda_da_trattare(contesto, pk)
    form = PagamentoForm(
        request.POST if request.method == "POST" else None, initial={"pagata_il": contesto.oggi}
    )
    if compiuto(
        request, form,
        lambda: servizi.perfeziona_domanda(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk, **form.cleaned_data
        ),
    ):  # fmt: skip
        return fatto(request, "L’iscrizione è completa.", "domanda", pk)
    apertura = pagina_di(domanda, contesto.oggi).apertura
    return modulo(
        request, form, domanda=domanda, titolo=f"Registrare la quota, domanda n. {pk}",
        motivo=della_quota(apertura) if apertura else None, verbo="Registra la quota",
    )  # fmt: skip


@require_POST
def credenziali(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the credentials again."""
    contesto: Contesto = request.contesto
    access.domanda_da_trattare(contesto, pk)
    try:
        chi = servizi.invita_di_nuovo(autore=contesto, adesso=contesto.adesso, domanda_id=pk)
    except AttoRifiutato as rifiuto:
        testo = " ".join(violazione.testo for violazione in rifiuto.violazioni)
        messages.error(request, testo)
        return redirect("patto:domanda", contesto.istituto.slug, pk)
    return fatto(request, f"Le credenziali partono per {chi.email}.", "domanda", pk)
