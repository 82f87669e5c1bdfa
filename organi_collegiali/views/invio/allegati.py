"""The papers of an agenda as they leave the portal: the exact bytes, always to be saved."""

import hashlib
from pathlib import PurePath

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cpia.atti.models import Documento
from cpia.atti.services import ByteAlterati, leggi_documento
from organi_collegiali.access import invio as access
from organi_collegiali.models import Allegato


@never_cache
@require_safe
def allegato(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper of an item, for who may have it; one that is still awaited is not there."""
    trovato = access.allegato(request.contesto, pk)
    if trovato.documento is not None:
        return _carta(request, trovato, trovato.documento)
    if not trovato.file:
        raise Http404
    with trovato.file.open("rb") as aperto:
        contenuto: bytes = aperto.read()
    if hashlib.sha256(contenuto).hexdigest() != trovato.impronta:
        raise ByteAlterati(trovato.file.name)
    estensione = PurePath(str(trovato.file)).suffix
    return _da_salvare(contenuto, trovato.tipo_contenuto, trovato.titolo + estensione)


def _carta(request: HttpRequest, trovato: Allegato, documento: Documento) -> HttpResponse:
    """A paper of the portal: it goes with the sitting, whoever could read it before."""
    if not documento.impronta:
        return redirect("organi:seduta", request.contesto.istituto.slug, trovato.punto.seduta_id)
    contesto = request.contesto
    pdf = leggi_documento(autore=contesto, adesso=contesto.adesso, documento=documento)
    return _da_salvare(pdf, "application/pdf", f"{trovato.titolo}.pdf")


def _da_salvare(contenuto: bytes, tipo: str, nome: str) -> HttpResponse:
    pulito = nome.replace("/", "-")
    disposizione = content_disposition_header(as_attachment=True, filename=pulito)
    return HttpResponse(
        contenuto,
        content_type=tipo,
        headers={"Content-Disposition": disposizione, "X-Content-Type-Options": "nosniff"},
    )
