"""A paper outside its app: verified by anybody who holds its code, read by who may."""

import re
import unicodedata

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cpia.atti import access, queries, rules, services
from cpia.atti.albo.rules import leggi_ricerca
from cpia.atti.models import Documento
from cpia.atti.verifica import esito
from cpia.scuola import orologio
from cpia.scuola.limite import oltre_il_limite
from cpia.scuola.middleware import pubblica

VERIFICHE_AL_MINUTO = 30
NON_NEI_NOMI = re.compile(r"[^\w ,.()-]+")
BARRE_DEI_NUMERI = re.compile(r"(?<=\w)/(?=\w)")
PIU_SPAZI = re.compile(r"\s+(?=,)|(?<=\s)\s+")


@pubblica
@require_safe
def verifica(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a form without scripts brings it back here.

    The number of an act of the albo («214/2026») leads to its page.
    """
    digitato = request.GET.get("codice", "").strip()
    if not digitato:
        return _pagina(request, {})
    codice = rules.normalizza_codice(digitato)
    if codice:
        return redirect("verifica_codice", request.istituto.slug, codice)
    repertorio = leggi_ricerca(digitato)
    if repertorio.numero and repertorio.anno:
        return redirect("albo_atto", request.istituto.slug, repertorio.anno, repertorio.numero)
    return _sconosciuto(request, digitato)


@pubblica
@require_safe
def verifica_codice(request: HttpRequest, codice: str) -> HttpResponse:
    """What a code stands for: authentic, replaced, annulled, or unknown.

    A paper that was not published, reserved or not, tells only institute, number and date.
    """
    if oltre_il_limite(request, "verifica", VERIFICHE_AL_MINUTO):
        return _riservata(render(request, "429.html", status=429))
    normale = rules.normalizza_codice(codice)
    documento = queries.documento_per_codice(request.istituto.pk, normale) if normale else None
    if documento is None:
        return _sconosciuto(request, codice)
    risposta = esito(documento, request.istituto, orologio.oggi())
    return _pagina(request, {"esito": risposta, "codice": normale})


def _sconosciuto(request: HttpRequest, codice: str) -> HttpResponse:
    return _pagina(request, {"codice": codice[:40], "sconosciuto": True}, status=404)


def _pagina(request: HttpRequest, dati: dict[str, object], status: int = 200) -> HttpResponse:
    return _riservata(render(request, "atti/verifica.html", dati, status=status))


def _riservata(response: HttpResponse) -> HttpResponse:
    """Neither search engines nor shared caches keep what a code opens."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


@never_cache
@require_safe
def documento(request: HttpRequest, pk: int) -> HttpResponse:
    """The exact bytes of a paper, to be saved and not shown; the register keeps the reading."""
    contesto = request.contesto
    trovato = access.documento_da_leggere(contesto, pk)
    if not trovato.impronta:
        return render(request, "atti/documento_attesa.html", {"documento": trovato}, status=202)
    pdf = services.leggi_documento(autore=contesto, adesso=contesto.adesso, documento=trovato)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=nome_file(trovato)
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


def nome_file(documento: Documento) -> str:
    """``Certificazione delle competenze, prot. 112-2024, 7KQF-M3TX-9RLW.pdf``."""
    numero = f"prot. {documento.protocollo}" if documento.protocollo else ""
    parti = [documento.titolo[:80], numero, documento.codice_verifica]
    testo = BARRE_DEI_NUMERI.sub("-", unicodedata.normalize("NFC", ", ".join(filter(None, parti))))
    return PIU_SPAZI.sub("", NON_NEI_NOMI.sub(" ", testo)).strip(" .,") + ".pdf"
