"""What the pages and the papers of deliberations write in words."""

from django import template
from django.utils.safestring import SafeString

from organi_collegiali.documents.delibere import come_si_e_votato, soggetto
from organi_collegiali.documents.testo import in_html
from organi_collegiali.models import Delibera, OrganoCollegiale, Punto
from organi_collegiali.queries.delibere.scrittura import Scrittura, scrittura

register = template.Library()


@register.filter
def con_elenchi(testo: str) -> SafeString:
    """A text with its paragraphs, lists and tables."""
    return in_html(testo)


@register.filter
def chi_delibera(organo: OrganoCollegiale) -> str:
    """``Il Consiglio d’istituto``."""
    return soggetto(organo)


@register.filter
def come_votata(delibera: Delibera) -> str:
    """``con votazione palese, all’unanimità dei 13 presenti``."""
    return come_si_e_votato(delibera)


@register.simple_tag
def scrittura_del_punto(punto: Punto) -> Scrittura:
    """What the editor of an item shows, for a page that includes it. Four queries at most."""
    return scrittura(punto)
