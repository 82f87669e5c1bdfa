"""The papers of a frozen class: certificates, sheet to copy, sheet of the scrutinio."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competenze import access
from competenze.enums import StatoClasse
from competenze.forms.rilevazioni import MotivoForm, RigheLibereForm
from competenze.models import ClasseRilevata
from competenze.queries import certificati as lettura
from competenze.queries.classe import iscrizioni
from competenze.services import certificati as servizi
from cpia.avvisi.queries import ultimo_lavoro
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.enums import Ruolo
from cpia.scuola.fogli import foglio_csv, foglio_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def stampe(request: HttpRequest, pk: int) -> HttpResponse:
    """What can be printed or copied of this class, and what has been issued."""
    contesto = request.contesto
    rilevata = access.classe_stampabile(contesto, pk)
    emissione = lettura.emissione_in_vigore(rilevata)
    certificati = lettura.certificati(emissione) if emissione else []
    return render(
        request,
        "competenze/stampe_pagina.html",
        {
            "rilevata": rilevata,
            "emissione": emissione,
            "certificati": certificati,
            "mancano": any(not certificato.documento.impronta for certificato in certificati),
            "aperta": rilevata.stato == StatoClasse.APERTA,
            "congelata": rilevata.stato == StatoClasse.CONGELATA,
            "coordina": rilevata.classe_id in contesto.classi_coordinate,
            "dirige": contesto.ha(Ruolo.DIRIGENTE),
            "lavoro": emissione
            and ultimo_lavoro(contesto.istituto.pk, servizi.STAMPA, emissione.pk),
        },
    )


def _torna(request: HttpRequest, rilevata: ClasseRilevata) -> HttpResponse:
    return redirect("competenze:stampe", request.istituto.slug, rilevata.pk)


@require_http_methods(["GET", "POST"])
def certifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue the certificates, after the dialog that says what will happen."""
    contesto = request.contesto
    rilevata = access.classe_coordinata(contesto, pk)
    if request.method == "GET" or "riletto" not in request.POST:
        return render(request, "componenti/conferma.html", _conferma(request, rilevata))
    try:
        servizi.emetti_certificati(autore=contesto, adesso=contesto.adesso, rilevata_id=pk)
    except AttoRifiutato as rifiuto:
        return render(
            request,
            "competenze/certifica_rifiutata.html",
            {"rilevata": rilevata, "violazioni": rifiuto.violazioni},
            status=422,
        )
    return _torna(request, rilevata)


def _conferma(request: HttpRequest, rilevata: ClasseRilevata) -> dict[str, object]:
    quanti = len(lettura.classe_congelata(rilevata).iscrizioni)
    return {
        "domanda": f"Emettere i certificati della {rilevata.classe}?",
        "effetti": [
            f"prende il prossimo numero di protocollo, uno per i {quanti} certificati",
            "stampa un file per ogni studente e uno per tutta la classe",
            "i livelli deliberati dal consiglio di classe non cambiano più",
        ],
        "correzione": "Per correggere, il dirigente annulla i certificati con un motivo "
        "e se ne emettono altri.",
        "rilettura": "Ho riletto i livelli deliberati",
        "verbo": "Emetti i certificati",
        "azione": request.path,
        "indietro": reverse("competenze:stampe", args=[request.istituto.slug, rilevata.pk]),
    }


@require_http_methods(["GET", "POST"])
def righe_libere(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what else each student has shown, for the free line of the certificate."""
    contesto = request.contesto
    rilevata = access.classe_coordinata(contesto, pk)
    form = RigheLibereForm(
        request.POST or None,
        iscrizioni=list(iscrizioni(rilevata)),
        testi=lettura.righe_libere(rilevata),
    )
    if request.method == "POST" and form.is_valid():
        try:
            servizi.scrivi_righe_libere(
                autore=contesto, adesso=contesto.adesso, rilevata_id=pk, testi=form.testi
            )
        except AttoRifiutato as rifiuto:
            form.add_error(None, [violazione.testo for violazione in rifiuto.violazioni])
        else:
            messages.success(request, "Le righe libere dei certificati sono registrate.")
            return _torna(request, rilevata)
    return render(
        request,
        "competenze/righe_libere.html",
        {"rilevata": rilevata, "form": form},
        status=422 if form.errors else 200,
    )


@require_POST
def ristampa(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the papers that are not printed yet."""
    contesto = request.contesto
    rilevata = access.classe_stampabile(contesto, pk)
    emissione = lettura.emissione_in_vigore(rilevata)
    if emissione:
        emissione.classe_rilevata = rilevata
        servizi.ristampa(autore=contesto, adesso=contesto.adesso, emissione=emissione)
    return _torna(request, rilevata)


@require_POST
def tabellone(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the sheet of the scrutinio and follow its printing."""
    contesto = request.contesto
    rilevata = access.classe_stampabile(contesto, pk)
    try:
        _, lavoro = servizi.prepara_tabellone(
            autore=contesto, adesso=contesto.adesso, rilevata_id=pk
        )
    except AttoRifiutato as rifiuto:
        for violazione in rifiuto.violazioni:
            messages.error(request, violazione.testo)
        return _torna(request, rilevata)
    return redirect("lavoro", contesto.istituto.slug, lavoro.pk)


@require_http_methods(["GET", "POST"])
def annulla(request: HttpRequest, pk: int) -> HttpResponse:
    """The dirigente takes back the value of the certificates, with a reason."""
    contesto = request.contesto
    rilevata = access.classe_da_riaprire(contesto, pk)
    form = MotivoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            servizi.annulla_emissione(
                autore=contesto,
                adesso=contesto.adesso,
                rilevata_id=pk,
                motivo=form.cleaned_data["motivo"],
            )
        except AttoRifiutato as rifiuto:
            form.add_error(None, [violazione.testo for violazione in rifiuto.violazioni])
        else:
            messages.success(request, "I certificati sono annullati: la classe è congelata.")
            return _torna(request, rilevata)
    return render(
        request,
        "competenze/certificati_annulla.html",
        {"rilevata": rilevata, "form": form},
        status=422 if form.errors else 200,
    )


@require_safe
def scheda(request: HttpRequest, pk: int, formato: str) -> HttpResponse:
    """The sheet to copy into the electronic register, as CSV or XLSX."""
    rilevata = access.classe_stampabile(request.contesto, pk)
    if rilevata.stato == StatoClasse.APERTA:
        messages.error(request, "La scheda si scarica dalla classe congelata.")
        return _torna(request, rilevata)
    righe = lettura.scheda(lettura.classe_congelata(rilevata))
    nome = f"competenze-{str(rilevata.classe).replace('ª', '').replace(' ', '-')}"
    if formato == "xlsx":
        contenuto, tipo = foglio_xlsx(str(rilevata.classe), righe), XLSX
    else:
        contenuto, tipo = foglio_csv(righe), "text/csv; charset=utf-8"
    return HttpResponse(
        contenuto,
        content_type=tipo,
        headers={
            "Content-Disposition": f'attachment; filename="{nome}.{formato}"',
            "Cache-Control": "no-store",
        },
    )
