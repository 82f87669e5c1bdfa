"""Menu and footer of the public pages: the sections of a school site that have content here."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import NoReverseMatch, reverse

from cpia.scuola.enums import TipoIstituto

register = template.Library()

# Order and words of the school-site criteria: Scuola, Servizi, Novità, Didattica; the last has
# nothing here yet. Second level: text, name of the address, place on the page.
Voce = tuple[str, str, str]
ISCRIVITI: Voce = ("Iscriviti", "patto:iscriviti", "")
PER_ESTERNI: Voce = ("Avvisi per esterni", "selezioni:esterni", "")
VERIFICA: Voce = ("Verifica un documento", "verifica", "")
SEZIONI: tuple[tuple[str, tuple[Voce, ...]], ...] = (
    (
        "Scuola",
        (("Presentazione", "istituto", "presentazione"), ("I luoghi", "istituto", "luoghi")),
    ),
    ("Servizi", (("Area personale", "scrivania", ""), PER_ESTERNI, VERIFICA)),
    ("Novità", (("Le circolari", "novita_circolari", ""), ("Albo online", "albo", ""))),
)
INCARICHI: Voce = ("Incarichi conferiti", "selezioni:incarichi_conferiti", "")
TRASPARENZA: tuple[str, tuple[Voce, ...]] = ("Trasparenza", (INCARICHI, VERIFICA))
NEL_PIEDE = (SEZIONI[2], TRASPARENZA)
# Pages that stand under a section of the menu, by the beginning of their name.
SOTTO = {
    "patto": "Servizi", "selezioni": "Servizi", "albo": "Novità", "verifica": "Novità",
    "novita": "Novità",
}  # fmt: skip


@register.simple_tag(takes_context=True)
def sito(context: Context, istituto: Any) -> dict[str, Any]:
    """``sezioni`` of the menu and columns of the ``piede``, each with the pages that exist."""
    if not istituto:
        return {}
    da_adulti = {"Servizi": (ISCRIVITI,)} if istituto.tipo == TipoIstituto.CPIA else {}
    pagina = getattr(context.get("request"), "resolver_match", None)
    nome = pagina.view_name if pagina else ""
    attiva = next((s for inizio, s in SOTTO.items() if nome.startswith(inizio)), "")
    return {
        "sezioni": [
            {"testo": testo, "voci": voci, "attiva": testo == attiva}
            for testo, sotto in SEZIONI
            if (voci := _voci(istituto.slug, (*da_adulti.get(testo, ()), *sotto)))
        ],
        "piede": [
            {"titolo": testo, "voci": voci}
            for testo, sotto in NEL_PIEDE
            if (voci := _voci(istituto.slug, sotto))
        ],
    }


def _voci(slug: str, sotto: tuple[Voce, ...]) -> list[dict[str, str]]:
    trovate = [(testo, _indirizzo(slug, nome, posto)) for testo, nome, posto in sotto]
    return [{"testo": testo, "url": url} for testo, url in trovate if url]


def _indirizzo(slug: str, nome: str, posto: str) -> str:
    try:
        return reverse(nome, args=[slug]) + (f"#{posto}" if posto else "")
    except NoReverseMatch:
        return ""
