"""The applications: written, taken back, read, ascertained, examined."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import funzioni as access
from selezioni_pon.enums import PassoFunzioni
from selezioni_pon.forms.funzioni.commissione import EsameForm
from selezioni_pon.forms.funzioni.domande import AccertaForm, DomandaForm
from selezioni_pon.models import DomandaFunzione
from selezioni_pon.queries.funzioni.pagina import pagina
from selezioni_pon.queries.funzioni.quadro import punti_di, quadro
from selezioni_pon.queries.visibili import prepara
from selezioni_pon.services import funzioni as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra, spuntato

METODI = ["GET", "HEAD", "POST"]


@require_http_methods(METODI)
def funzione_chiedi(request: HttpRequest, pk: int) -> HttpResponse:
    """Apply for an area, or write the own application again."""
    contesto = request.contesto
    procedura = access.chi_chiede(contesto, pk)
    letta = pagina(contesto, quadro(procedura, contesto.oggi))
    if letta.passo is not PassoFunzioni.APERTA and request.method != "POST":
        messages.info(request, "Il termine delle domande non è aperto.")
        return redirect(indirizzo(request, "funzioni_procedura", pk))
    form = DomandaForm(
        digitato(request), aree=letta.letto.aree,
        initial=DomandaForm.attuali(letta.mia) if letta.mia else {},
    )  # fmt: skip
    presentate: list[DomandaFunzione] = []

    def atto() -> None:
        presentate.append(
            servizi.presenta_domanda(
                autore=contesto, adesso=contesto.adesso, procedura_id=pk, dati=form.dati
            )
        )

    if compiuto(request, form, atto):
        numero = presentate[0].protocollo
        testo = f"La domanda è presentata{f', protocollo n. {numero.numero}' if numero else ''}."
        return fatto(request, testo, "funzione_domanda", presentate[0].pk)
    dati = {"form": form, "procedura": procedura, "pagina": letta, "letto": letta.letto}
    return mostra(request, "funzioni/chiedi", dati)


@require_safe
def funzione_domanda(request: HttpRequest, pk: int) -> HttpResponse:
    """An application: its titles, what the rules say of it, what was decided."""
    contesto = request.contesto
    try:
        domanda, letto, esamina = access.domanda(contesto, pk)
    except access.DichiarazioneMancante as manca:
        return redirect(indirizzo(request, "funzioni_dichiara", manca.procedura_id))
    propria = domanda.docente_id == contesto.persona.pk
    aperti = letto.procedura.lavori_chiusi_il is None
    dati = {
        "domanda": domanda,
        "procedura": letto.procedura,
        "letto": letto,
        "passo": letto.passo(contesto.adesso),
        "ammissione": None if domanda.ritirata_il else letto.ammissioni[domanda.pk],
        "punti": int(punti_di(domanda)),
        "propria": propria,
        # Of the examination the teacher reads once it is closed.
        "esito_letto": not propria or not aperti,
        "esamina": esamina and aperti,
        "accerta": prepara(contesto) and aperti and not propria,
        "data": next((una for una in letto.attribuzioni if una.domanda_id == pk), None),
    }
    return mostra(request, "funzioni/domanda", dati)


@require_http_methods(METODI)
def funzione_ritira(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the own application."""
    contesto = request.contesto
    domanda = access.propria(contesto, pk)
    form = spuntato(request)
    procedura_id = domanda.area.procedura_id
    if compiuto(
        request, form,
        lambda: servizi.ritira_domanda(autore=contesto, adesso=contesto.adesso, domanda_id=pk),
    ):  # fmt: skip
        return fatto(request, "La domanda è ritirata.", "funzioni_procedura", procedura_id)
    dati = {
        "form": form,
        "procedura": domanda.area.procedura,
        "domanda": f"Ritirare la domanda per l’area {domanda.area.sigla}?",
        "verbo": "Ritira la domanda",
        "effetti": ["la tua domanda non si esamina e non partecipa all’attribuzione"],
        "correzione": "Prima del termine puoi presentarne un’altra.",
        "azione": request.path,
        "indietro": indirizzo(request, "funzione_domanda", pk),
    }
    return mostra(request, "funzioni/conferma", dati)


@require_http_methods(METODI)
def funzione_accerta(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what the file of the teacher says of tenure and service."""
    contesto = request.contesto
    try:
        domanda = access.da_accertare(contesto, pk)
    except access.DichiarazioneMancante as manca:
        return redirect(indirizzo(request, "funzioni_dichiara", manca.procedura_id))
    form = AccertaForm(digitato(request))
    form.initial = form.attuali(domanda) | {"versione": domanda.versione}
    if compiuto(
        request, form,
        lambda: servizi.accerta_servizio(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk, versione=form.letta,
            dal=form.cleaned_data["accertato_dal"],
            di_ruolo=form.cleaned_data["accertato_ruolo"],
        ),
    ):  # fmt: skip
        return fatto(request, "Il servizio è accertato.", "funzione_domanda", pk)
    dati = {"form": form, "domanda": domanda, "procedura": domanda.area.procedura}
    return mostra(request, "funzioni/accerta", dati)


@require_http_methods(METODI)
def funzione_esame(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide the titles of an application and whether the teacher is fit."""
    contesto = request.contesto
    try:
        domanda, letto = access.da_esaminare(contesto, pk)
    except access.DichiarazioneMancante as manca:
        return redirect(indirizzo(request, "funzioni_dichiara", manca.procedura_id))
    form = EsameForm(digitato(request), titoli=list(domanda.titoli.all()))
    form.initial = form.attuali(domanda) | {"versione": domanda.versione}
    if compiuto(
        request, form,
        lambda: servizi.esamina_domanda(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk, versione=form.letta,
            decisioni=form.decisioni, idoneo=form.cleaned_data["idoneo"],
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, "L’esame è registrato.", "funzioni_procedura", letto.procedura.pk)
    dati = {
        "form": form,
        "domanda": domanda,
        "procedura": letto.procedura,
        "ammissione": letto.ammissioni.get(domanda.pk),
    }
    return mostra(request, "funzioni/esame", dati)
