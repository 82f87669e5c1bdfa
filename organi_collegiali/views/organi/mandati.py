"""Who comes to sit, who leaves, who holds an office, who takes a seat that is left."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from organi_collegiali.access import mandati as access
from organi_collegiali.access.organi import organo_da_curare
from organi_collegiali.enums import Cambiamento, Carica, Componente
from organi_collegiali.forms import mandati as forms
from organi_collegiali.models import Mandato
from organi_collegiali.queries.organi.decadenze import assenze_di
from organi_collegiali.queries.organi.durata import mandato_proposto
from organi_collegiali.queries.organi.subentri import subentro_di
from organi_collegiali.queries.organi.titolari import titolari
from organi_collegiali.rules.nomi import concorda
from organi_collegiali.services.organi.mandati import dichiara_decadenza
from organi_collegiali.services.organi.nomine import (
    cessa_mandato,
    conferisci_carica,
    nomina_componente,
)
from organi_collegiali.services.organi.subentri import fa_subentrare
from organi_collegiali.views.organi.comuni import alla_pagina, modulo


@require_http_methods(["GET", "HEAD", "POST"])
def nuovo(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody a seat: first of which component, then who, by which act."""
    contesto: Contesto = request.contesto
    organo = organo_da_curare(contesto, pk)
    detto = request.POST or request.GET
    scelta = forms.ComponenteForm(detto if "componente" in detto else None)
    form = None
    if scelta.is_valid():
        componente = Componente(scelta.cleaned_data["componente"])
        form = forms.MandatoForm(
            request.POST or None, organo=organo, componente=componente, oggi=contesto.oggi,
            cerca=scelta.cleaned_data["cerca"],
            titolari=titolari(organo, componente, contesto.oggi),
            initial=mandato_proposto(organo, componente, contesto.oggi),
        )  # fmt: skip
        if compiuto(
            request, form,
            lambda: nomina_componente(
                autore=contesto, adesso=contesto.adesso, organo_id=pk, dati=form.dati
            ),
        ):  # fmt: skip
            chi = form.cleaned_data["persona"].nome_e_cognome
            return alla_pagina(request, organo, f"{chi} siede in: {organo.nome}.")
    return render(
        request,
        "organi/organi/mandato_nuovo.html",
        {"organo": organo, "scelta": scelta, "form": form},
        status=422 if request.method == "POST" else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def cessa(request: HttpRequest, pk: int) -> HttpResponse:
    """End a mandate before its term."""
    contesto: Contesto = request.contesto
    mandato = access.mandato_da_curare(contesto, pk)
    form = forms.CessazioneForm(request.POST or None, initial={"ultimo_giorno": contesto.oggi})

    def atto() -> None:
        dati = form.cleaned_data
        cessa_mandato(
            autore=contesto, adesso=contesto.adesso, mandato_id=pk,
            **dati | {"motivo": Cambiamento(dati["motivo"])},
        )  # fmt: skip

    chi = mandato.persona.nome_e_cognome
    if compiuto(request, form, atto):
        return alla_pagina(request, mandato.organo, f"Cessa il mandato di {chi}.")
    return modulo(
        request, "modulo", mandato.organo, form,
        titolo=f"Far cessare {chi}",
        spiegazione="Il posto resta vacante dal giorno dopo. L’atto resta nel registro.",
        verbo="Registra la cessazione",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def decadenza(request: HttpRequest, pk: int) -> HttpResponse:
    """Declare that an elected member has lapsed, after reading how many absences in a row."""
    contesto: Contesto = request.contesto
    mandato = access.mandato_da_curare(contesto, pk)
    giudizio = assenze_di(mandato.organo, contesto.oggi).get(pk)
    form = forms.AttoForm(request.POST or None)
    chi = mandato.persona.nome_e_cognome
    if compiuto(
        request, form,
        lambda: dichiara_decadenza(
            autore=contesto, adesso=contesto.adesso, mandato_id=pk, **form.cleaned_data
        ),
    ):  # fmt: skip
        testo = f"È dichiarata la decadenza di {chi}: il posto è vacante da oggi."
        return alla_pagina(request, mandato.organo, testo)
    return modulo(
        request, "modulo", mandato.organo, form,
        titolo=f"Dichiarare {concorda('decaduto', mandato.persona.sesso)} {chi}",
        spiegazione="Il posto è vacante da oggi; poi subentra il primo dei non eletti della "
        "stessa lista.",
        motivo=giudizio.motivo if giudizio else None,
        verbo="Dichiara la decadenza",
        chiuso=None if giudizio and giudizio.decade else "Non ci sono le assenze che occorrono.",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def carica(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a member an office of the organ, or take it away."""
    contesto: Contesto = request.contesto
    mandato = access.mandato_da_curare(contesto, pk)
    form = forms.CaricaForm(request.POST or None, initial={"carica": mandato.carica})

    def atto() -> None:
        dati = form.cleaned_data
        scelta = Carica(dati["carica"]) if dati["carica"] else None
        conferisci_carica(
            autore=contesto, adesso=contesto.adesso, mandato_id=pk, **dati | {"carica": scelta}
        )

    chi = mandato.persona.nome_e_cognome
    if compiuto(request, form, atto):
        return alla_pagina(request, mandato.organo, f"Carica registrata per {chi}.")
    return modulo(
        request, "modulo", mandato.organo, form,
        titolo=f"La carica di {chi}",
        spiegazione="Si elegge nella prima seduta, o la scrive l’ufficio con il suo atto.",
        verbo="Registra la carica",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def subentro(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the first of the non-elected take the seat of who left it."""
    contesto: Contesto = request.contesto
    cessato = access.mandato_da_curare(contesto, pk)
    chi = subentro_di(cessato, contesto.oggi)
    form = forms.SubentroForm(
        request.POST or None,
        initial={"dal": contesto.oggi},
        pari=chi.primi if chi.a_sorte else (),
    )
    siede: list[Mandato] = []

    def atto() -> None:
        dati = form.cleaned_data
        siede.append(fa_subentrare(autore=contesto, adesso=contesto.adesso, mandato_id=pk, **dati))

    if compiuto(request, form, atto):
        nome = siede[0].persona.nome_e_cognome
        return alla_pagina(request, cessato.organo, f"{nome} subentra in: {cessato.organo.nome}.")
    return modulo(request, "subentro", cessato.organo, form, cessato=cessato, subentro=chi)
