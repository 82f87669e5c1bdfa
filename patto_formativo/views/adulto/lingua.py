"""In which language a page of who learns is shown."""

from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from patto_formativo.cortesia import testi
from patto_formativo.documents.cortesia import nota_di_cortesia
from patto_formativo.enums import Lingua
from patto_formativo.models import Corsista
from patto_formativo.queries.testi import mediatore


def lingua_chiesta(request: HttpRequest, corsista: Corsista | None) -> Lingua:
    """That of the address, else that of the person, else Italian."""
    sue = [request.GET.get("lingua", ""), corsista.lingua if corsista else ""]
    return next((Lingua(nome) for nome in sue if nome in set(Lingua)), Lingua.ITALIANO)


def in_lingua(request: HttpRequest, corsista: Corsista | None) -> dict[str, Any]:
    """The language, its texts and what they are worth, for the templates. One query at most."""
    lingua = lingua_chiesta(request, corsista)
    riletto_da = mediatore(request.contesto.istituto.pk, lingua)
    return {
        "lingua": lingua,
        "lingue": list(Lingua),
        "direzione": direzione(lingua),
        "parole": testi(lingua),
        "nota": nota_di_cortesia(lingua, riletto_da),
        "riletto_da": riletto_da,
        "corsista": corsista,
    }


def direzione(lingua: Lingua) -> str:
    """For the attribute ``dir``."""
    return "rtl" if lingua.da_destra else "ltr"


def messaggio(lingua: Lingua, chiave: str) -> SafeString:
    """A sentence for the messages of the page, which is Italian around it."""
    frase = testi(lingua).dice(chiave)
    return format_html('<span lang="{}" dir="{}">{}</span>', lingua, direzione(lingua), frase)
