"""The campaign as segreteria prepares it and dirigente follows it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from competenze import access
from competenze.enums import StatoRilevazione
from competenze.forms.rilevazioni import (
    AbbinamentiForm,
    CalendarioForm,
    MotivoForm,
    RilevazioneForm,
)
from competenze.models import Rilevazione
from competenze.queries import rilevazioni as lettura
from competenze.rules.italiano import giorno_esteso, quanti
from competenze.services import rilevazioni as servizi
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.esportazione import esporta


def _torna(request: HttpRequest, rilevazione: Rilevazione) -> HttpResponse:
    return redirect("competenze:rilevazione", request.istituto.slug, rilevazione.pk)


@require_safe
def rilevazione(request: HttpRequest, pk: int) -> HttpResponse:
    """The state of all classes by course of study."""
    contesto = request.contesto
    trovata = access.rilevazione(contesto, pk)
    corsi = lettura.stato(trovata, contesto.oggi)
    if file := _file(request, trovata, corsi):
        return file
    return render(
        request,
        "competenze/rilevazione.html",
        {
            "rilevazione": trovata,
            "corsi": corsi,
            "riassunto": lettura.riassunto(corsi),
            "cura": contesto.ha(*access.SEGRETERIA),
            "legge": contesto.ha(*access.LEGGONO_TUTTO),
            "in_bozza": trovata.stato == StatoRilevazione.BOZZA,
            "aperta": trovata.stato == StatoRilevazione.APERTA,
        },
    )


def _file(
    request: HttpRequest, rilevazione: Rilevazione, corsi: Iterable[lettura.StatoDelCorso]
) -> HttpResponse | None:
    return esporta(
        request,
        nome="classi-della-rilevazione",
        titolo=rilevazione.titolo,
        intestazione=["Corso", "Classe", "Coordina", "Si inserisce fino a", "Scrutinio",
                      "Registrate", "Discipline", "In ritardo", "Stato"],
        righe=_righe(corsi),
    )  # fmt: skip


def _righe(corsi: Iterable[lettura.StatoDelCorso]) -> Iterator[list[Any]]:
    for corso in corsi:
        for classe in corso.classi:
            yield [
                corso.corso.nome,
                classe.rilevata.classe,
                classe.coordinatori,
                classe.termine.giorno if classe.termine else None,
                classe.rilevata.scrutinio_il,
                classe.registrate,
                classe.discipline,
                classe.in_ritardo,
                classe.rilevata.get_stato_display(),
            ]


@require_http_methods(["GET", "POST"])
def nuova(request: HttpRequest) -> HttpResponse:
    """Prepare a campaign as a draft."""
    contesto = request.contesto
    contesto.esige(*access.SEGRETERIA)
    form = RilevazioneForm(request.POST or None, istituto=contesto.istituto)
    if request.method == "POST" and form.is_valid():
        try:
            creata = servizi.crea_rilevazione(
                autore=contesto, adesso=contesto.adesso, **form.cleaned_data
            )
        except AttoRifiutato as rifiuto:
            form.add_error(None, [violazione.testo for violazione in rifiuto.violazioni])
        else:
            messages.success(request, "La rilevazione è in bozza: si completa e poi si apre.")
            return _torna(request, creata)
    return render(
        request,
        "competenze/rilevazione_form.html",
        {"form": form},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def modifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct title, circular and days."""
    contesto = request.contesto
    trovata = access.rilevazione_da_curare(contesto, pk)
    form = RilevazioneForm(request.POST or None, istituto=contesto.istituto, rilevazione=trovata)
    if request.method == "POST" and form.is_valid():
        servizi.modifica_rilevazione(
            autore=contesto, adesso=contesto.adesso, rilevazione_id=pk, **form.modificabili
        )
        messages.success(request, "La rilevazione è stata modificata.")
        return _torna(request, trovata)
    return render(
        request,
        "competenze/rilevazione_form.html",
        {"form": form, "rilevazione": trovata},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def calendario(request: HttpRequest, pk: int) -> HttpResponse:
    """Give each class the day and hour of its scrutinio."""
    contesto = request.contesto
    trovata = access.rilevazione_da_curare(contesto, pk)
    corsi = lettura.stato(trovata, contesto.oggi)
    form = CalendarioForm(request.POST or None, corsi=corsi)
    if request.method == "POST" and form.is_valid():
        try:
            servizi.imposta_calendario(
                autore=contesto,
                adesso=contesto.adesso,
                rilevazione_id=pk,
                scrutini=form.scrutini,
            )
        except AttoRifiutato as rifiuto:
            form.add_error(None, [violazione.testo for violazione in rifiuto.violazioni])
        else:
            messages.success(request, "Il calendario degli scrutini è stato registrato.")
            return _torna(request, trovata)
    return render(
        request,
        "competenze/calendario.html",
        {"form": form, "rilevazione": trovata},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def abbinamenti(request: HttpRequest, pk: int, corso_id: int) -> HttpResponse:
    """Say which subject assesses which competence in a course."""
    contesto = request.contesto
    trovata = access.rilevazione_da_curare(contesto, pk)
    corso = get_object_or_404(lettura.corsi(trovata), pk=corso_id)
    righe = lettura.abbinamenti(trovata, corso)
    form = AbbinamentiForm(request.POST or None, righe=righe)
    if request.method == "POST" and form.is_valid():
        try:
            servizi.imposta_abbinamenti(
                autore=contesto,
                adesso=contesto.adesso,
                rilevazione_id=pk,
                corso=corso,
                coppie=form.cleaned_data["coppie"],
            )
        except AttoRifiutato as rifiuto:
            form.add_error(None, [violazione.testo for violazione in rifiuto.violazioni])
        else:
            messages.success(request, f"La tabella di {corso} è stata registrata.")
            return _torna(request, trovata)
    return render(
        request,
        "competenze/abbinamenti.html",
        {
            "form": form,
            "rilevazione": trovata,
            "corso": corso,
            "corsi": lettura.corsi(trovata),
            "righe": form.righe,
        },
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def apri(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the campaign, after the dialog that says what will happen."""
    contesto = request.contesto
    trovata = access.rilevazione_da_curare(contesto, pk)
    if request.method == "POST" and "riletto" in request.POST:
        try:
            servizi.apri_rilevazione(autore=contesto, adesso=contesto.adesso, rilevazione_id=pk)
        except AttoRifiutato as rifiuto:
            for violazione in rifiuto.violazioni:
                messages.error(request, violazione.testo)
        else:
            messages.success(request, "La rilevazione è aperta.")
        return _torna(request, trovata)
    return render(request, "componenti/conferma.html", _conferma_apertura(request, trovata))


def _conferma_apertura(request: HttpRequest, trovata: Rilevazione) -> dict[str, object]:
    classi = [
        classe for corso in lettura.stato(trovata, request.contesto.oggi) for classe in corso.classi
    ]
    senza_data = sum(classe.rilevata.scrutinio_il is None for classe in classi)
    effetti = [
        f"comprende {quanti(len(classi), 'classe', 'classi')}: "
        "ogni docente trova sulla scrivania le proprie discipline",
        f"si inserisce da {giorno_esteso(trovata.inserimento_dal)}",
        f"il coordinatore consulta da {giorno_esteso(trovata.consultazione_dal)}",
        "partono i promemoria, per e-mail e nel portale",
    ]
    if senza_data:
        senza = quanti(senza_data, "classe senza", "classi senza")
        effetti.append(f"{senza} la data dello scrutinio: si fissa dopo, dal calendario")
    return {
        "domanda": f"Aprire «{trovata.titolo}»?",
        "effetti": effetti,
        "correzione": "Una rilevazione aperta non torna bozza: si corregge o si chiude.",
        "rilettura": "Ho riletto date, classi e tabella delle discipline",
        "verbo": "Apri la rilevazione",
        "azione": request.path,
        "indietro": reverse("competenze:rilevazione", args=[request.istituto.slug, trovata.pk]),
    }


@require_http_methods(["GET", "POST"])
def cambia_stato(request: HttpRequest, pk: int, atto: str) -> HttpResponse:
    """Close the campaign, or reopen it with a reason."""
    contesto = request.contesto
    trovata = access.rilevazione_da_curare(contesto, pk)
    form = MotivoForm(request.POST or None, obbligatorio=atto == "riapri")
    if request.method == "POST" and form.is_valid():
        try:
            servizi.cambia_stato_rilevazione(
                autore=contesto,
                adesso=contesto.adesso,
                rilevazione_id=pk,
                atto=atto,
                motivo=form.cleaned_data["motivo"],
            )
        except AttoRifiutato as rifiuto:
            form.add_error(None, [violazione.testo for violazione in rifiuto.violazioni])
        else:
            messages.success(request, "Fatto: lo stato della rilevazione è cambiato.")
            return _torna(request, trovata)
    return render(
        request,
        "competenze/rilevazione_stato.html",
        {"rilevazione": trovata, "form": form, "atto": atto},
        status=422 if form.errors else 200,
    )


@require_POST
def allinea(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in the classes and cattedre that came after the opening."""
    contesto = request.contesto
    trovata = access.rilevazione_da_curare(contesto, pk)
    servizi.allinea_rilevazione(autore=contesto, adesso=contesto.adesso, rilevazione_id=pk)
    messages.success(request, "Classi e cattedre arrivate dopo l’apertura sono state aggiunte.")
    return _torna(request, trovata)
