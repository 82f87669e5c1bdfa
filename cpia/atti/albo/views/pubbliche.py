"""The albo as anybody reads it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cpia.atti.albo import righe
from cpia.atti.albo.byte import byte_interi
from cpia.atti.albo.forms import RicercaForm
from cpia.atti.albo.queries import pubblico
from cpia.atti.albo.rules import tutti_gli_atti
from cpia.atti.albo.views.risposte import (
    file_da_dare,
    formato_di,
    non_indicizzata,
    o_non_trovato,
)
from cpia.atti.caricamenti import Formato
from cpia.atti.caricamenti.nomi import nome_da_titolo
from cpia.atti.models import Pubblicazione
from cpia.atti.registri import pagine
from cpia.scuola import orologio
from cpia.scuola.middleware import pubblica

PER_PAGINA = 30
SCHEDE = {
    pubblico.IN_PUBBLICAZIONE: "In pubblicazione",
    pubblico.ARCHIVIO: "Archivio",
    pubblico.ANNULLATI: "Annullati",
}


@pubblica
@non_indicizzata
@require_safe
def albo(request: HttpRequest) -> HttpResponse:
    """The acts in publication today; the archive and the annulled ones in their own lists."""
    oggi = orologio.oggi()
    scheda = request.GET.get("scheda", "")
    scheda = scheda if scheda in SCHEDE else pubblico.IN_PUBBLICAZIONE
    form = RicercaForm(request.GET)
    trovate = pubblico.elenco(request.istituto.pk, oggi, form.filtro(scheda))
    pagina = Paginator(trovate, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "atti/albo/elenco.html",
        {
            "form": form,
            "pagina": pagina,
            "righe": [righe.riga(trovata, oggi) for trovata in pagina],
            "scheda": scheda,
            "schede": _schede(request, scheda),
            "cercato": any(request.GET.get(nome) for nome in form.fields),
            "tutti": tutti_gli_atti(pagina.paginator.count),
            "oggi": oggi,
        },
        status=422 if form.errors else 200,
    )


def _schede(request: HttpRequest, scelta: str) -> list[dict[str, Any]]:
    """The other lists, with the same search."""
    cercato = request.GET.copy()
    for nome in ("scheda", "pagina"):
        cercato.pop(nome, None)
    base, voci = reverse("albo", args=[request.istituto.slug]), []
    for chiave, testo in SCHEDE.items():
        domanda = cercato.copy()
        if chiave:
            domanda["scheda"] = chiave
        coda = f"?{domanda.urlencode()}" if domanda else ""
        voci.append({"testo": testo, "url": base + coda, "attiva": chiave == scelta})
    return voci


@pubblica
@non_indicizzata
@require_safe
def atto(request: HttpRequest, anno: int, numero: int) -> HttpResponse:
    """One act: its data, and its files while its days last."""
    oggi = orologio.oggi()
    trovata = pubblico.atto(request.istituto.pk, anno, numero, oggi)
    if trovata is None:
        raise Http404
    return render(request, "atti/albo/atto.html", dati_atto(trovata, oggi))


def dati_atto(pubblicazione: Pubblicazione, oggi: Any) -> dict[str, Any]:
    """What the page of an act shows; the office's preview shows the same."""
    riga = righe.riga(pubblicazione, oggi)
    documento = pubblicazione.documento
    files = righe.file_pubblici(pubblicazione)
    impronte = [file.impronta for file in files]
    impronte += [documento.impronta] if documento and documento.impronta else []
    return {
        "pubblicazione": pubblicazione,
        "riga": riga,
        "files": [(file, righe.sigla(file.tipo_contenuto)) for file in files],
        "documento": documento,
        "pagina": pagine.get(documento.tipo) if documento else None,
        "documento_aperto": righe.documento_scaricabile(pubblicazione, oggi),
        "impronte": " ".join(impronte),
        "oggi": oggi,
    }


@pubblica
@non_indicizzata
@require_safe
def file(request: HttpRequest, anno: int, numero: int, pk: int) -> HttpResponse:
    """A public file in its days; on any other day there is no such address."""
    trovato = pubblico.file_pubblico(request.istituto.pk, anno, numero, pk, orologio.oggi())
    if trovato is None:
        raise Http404
    formato = formato_di(trovato)
    nome = nome_da_titolo(f"albo {numero}-{anno} {trovato.titolo}", formato)
    with o_non_trovato():
        return file_da_dare(byte_interi(trovato), trovato.tipo_contenuto, nome)


@pubblica
@non_indicizzata
@require_safe
def documento(request: HttpRequest, anno: int, numero: int) -> HttpResponse:
    """The paper of the portal that is published under this number, in its days."""
    trovato = pubblico.documento_pubblico(request.istituto.pk, anno, numero, orologio.oggi())
    if trovato is None:
        raise Http404
    nome = nome_da_titolo(f"albo {numero}-{anno} {trovato.titolo}", Formato.PDF)
    with o_non_trovato():
        return file_da_dare(byte_interi(trovato), Formato.PDF.tipo_contenuto, nome)
