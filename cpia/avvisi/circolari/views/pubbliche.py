"""The circulars that anybody may read, without signing in."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.avvisi.circolari import access, rules, scaricati
from cpia.avvisi.circolari.forms import FiltriForm
from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.models import Circolare
from cpia.scuola.middleware import pubblica

PER_PAGINA = 20


@pubblica
@require_safe
def novita(request: HttpRequest) -> HttpResponse:
    """The public circulars, the latest first."""
    filtri = FiltriForm.letti(request.GET, ())
    tutte = elenco.pubbliche(request.istituto.pk)
    pagina = Paginator(elenco.cerca(tutte, filtri), PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "avvisi/circolari/novita.html",
        {
            "pagina": pagina,
            "filtri": filtri,
            "anni": [(anno, f"{anno}/{(anno + 1) % 100:02d}") for anno in elenco.anni(tutte)],
        },
    )


@pubblica
@require_safe
def circolare(request: HttpRequest, pk: int) -> HttpResponse:
    """One public circular; of an annulled one only that it is."""
    trovata = access.circolare_pubblica(request.istituto.pk, pk)
    return render(
        request,
        "avvisi/circolari/novita_circolare.html",
        {
            "circolare": trovata,
            "capoversi": rules.capoversi(trovata.testo),
            "allegati": elenco.file(trovata),
        },
    )


def _in_vigore(request: HttpRequest, pk: int) -> Circolare:
    trovata = access.circolare_pubblica(request.istituto.pk, pk)
    if trovata.annullata_il:
        raise Http404
    return trovata


@pubblica
@require_safe
def carta(request: HttpRequest, pk: int) -> HttpResponse:
    """The printed circular."""
    trovata = _in_vigore(request, pk)
    if trovata.documento is None or not trovata.documento.impronta:
        raise Http404
    return scaricati.carta(trovata.documento, f"Circolare n. {trovata.numero}.pdf")


@pubblica
@require_safe
def file(request: HttpRequest, pk: int, file_id: int) -> HttpResponse:
    """An attachment of a public circular."""
    return scaricati.allegato(access.file_di(_in_vigore(request, pk), file_id))
