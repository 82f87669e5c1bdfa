"""Forming an organ, changing it, renewing it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from cpia.scuola.parole import plurale
from organi_collegiali.access import organi as access
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.forms import organi as forms
from organi_collegiali.forms.seggi import (
    SeggiForm,
    SeggiFormSet,
    iniziali_seggi,
    seggi_di_legge,
)
from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.queries.organi.scelte_organo import campi_di, scelte
from organi_collegiali.queries.organi.seggi import alunni, composizioni, scuola_di, seggio_di
from organi_collegiali.services.organi.organi import (
    costituisce_organo,
    modifica_organo,
    rinnova_organo,
)
from organi_collegiali.views.organi.comuni import alla_pagina, modulo


@require_http_methods(["GET", "HEAD", "POST"])
def nuovo(request: HttpRequest) -> HttpResponse:
    """Form an organ: first its kind, then the rest with the seats of the law."""
    contesto: Contesto = request.contesto
    access.esige_preparazione(contesto)
    detto = request.POST or request.GET
    iscritti = alunni(contesto.istituto, contesto.oggi)
    scelta = forms.TipoForm(detto if "tipo" in detto else None, initial={"alunni": iscritti})
    if not scelta.is_valid():
        return _nuovo(request, scelta)
    tipo = TipoOrgano(scelta.cleaned_data["tipo"])
    scuola = scuola_di(contesto.istituto)
    proposti = seggi_di_legge(tipo, scuola, scelta.cleaned_data["alunni"])
    form, seggi = _moduli(request, None, proposti, forms.iniziali_organo(tipo, scuola))
    if form.is_valid() and seggi.is_valid():
        try:
            creato = costituisce_organo(
                autore=contesto,
                adesso=contesto.adesso,
                tipo=tipo,
                dati=forms.dati_organo(form, seggi.seggi),
            )
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        else:
            return alla_pagina(request, creato, f"È costituito: {creato.nome}.")
    return _nuovo(request, scelta, form=form, seggi=seggi, tipo=tipo)


def _moduli(
    request: HttpRequest,
    organo: OrganoCollegiale | None,
    proposti: list[dict[str, Any]],
    iniziali: dict[str, Any],
) -> tuple[forms.OrganoForm, SeggiFormSet]:
    contesto: Contesto = request.contesto
    scritto = request.POST or None
    form = forms.OrganoForm(
        scritto, initial=iniziali, oggi=contesto.oggi, **scelte(contesto, organo)
    )
    return form, SeggiForm(scritto, initial=proposti, prefix="seggi")


def _nuovo(request: HttpRequest, scelta: forms.TipoForm, **dati: Any) -> HttpResponse:
    return render(
        request,
        "organi/organi/nuovo.html",
        {"scelta": scelta, **dati},
        status=422 if request.method == "POST" else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def modifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is written of an organ and its seats."""
    contesto: Contesto = request.contesto
    organo = access.organo_da_curare(contesto, pk)
    righe = composizioni([organo]).get(organo.pk, [])
    attuali = iniziali_seggi(seggio_di(riga) for riga in righe)
    form, seggi = _moduli(request, organo, attuali, campi_di(organo))
    if form.is_valid() and seggi.is_valid():
        try:
            modifica_organo(
                autore=contesto,
                adesso=contesto.adesso,
                organo_id=pk,
                dati=forms.dati_organo(form, seggi.seggi),
            )
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        else:
            return alla_pagina(request, organo, "L’organo è cambiato come scritto.")
    return modulo(request, "modifica", organo, form, seggi=seggi)


@require_http_methods(["GET", "HEAD", "POST"])
def rinnova(request: HttpRequest, pk: int) -> HttpResponse:
    """Renew an organ: who does not sit by right ends the day before."""
    contesto: Contesto = request.contesto
    organo = access.organo_da_curare(contesto, pk)
    form = forms.RinnovoForm(request.POST or None)
    cessati: list[int] = []

    def atto() -> None:
        dati = form.cleaned_data
        cessati.append(
            rinnova_organo(autore=contesto, adesso=contesto.adesso, organo_id=pk, **dati)
        )

    if compiuto(request, form, atto):
        testo = plurale(cessati[0], "mandato cessato.", "mandati cessati.", "Nessuno cessa.")
        return alla_pagina(request, organo, f"L’organo è rinnovato: {testo}")
    return modulo(
        request, "modulo", organo, form,
        titolo=f"Rinnovare {organo.nome}",
        spiegazione="Chi non siede di diritto cessa il giorno prima. La numerazione che "
        "riparte a ogni mandato riparte da quel giorno.",
        verbo="Rinnova l’organo",
    )  # fmt: skip
