"""The cells of the board, joined in Python: in a class there are hundreds of them.

Written with the template language they took more than the reading of the data. Everything that
goes in is made by the program (numbers, letters, names of classes) but the name of the column,
which is escaped.
"""

from collections.abc import Iterable

from django import template
from django.templatetags.static import static
from django.utils.html import escape
from django.utils.safestring import SafeString

from competenze.queries.quadro.tabella import Casella

register = template.Library()

NON_STUDIA = '<td class="non-studia"><span class="visually-hidden">non la studia</span></td>'
FUORI_BANDA = ' hx-swap-oob="true"'


@register.simple_tag
def celle(caselle: Iterable[Casella | None], *, fuori_banda: bool = False) -> SafeString:
    """The cells of a student in the table: level, mean, strip, how many have assessed."""
    penna = static("icone/stati.svg") + "#deciso"
    oob = FUORI_BANDA if fuori_banda else ""
    return SafeString("".join(_casella(una, penna, oob) if una else NON_STUDIA for una in caselle))


@register.simple_tag
def celle_mappa(caselle: Iterable[Casella | None], *, fuori_banda: bool = False) -> SafeString:
    """The cells of a student in the map: the level alone."""
    oob = FUORI_BANDA if fuori_banda else ""
    return SafeString("".join(_di_mappa(una, oob) if una else NON_STUDIA for una in caselle))


def _casella(una: Casella, penna: str, oob: str) -> str:
    segno = ""
    if una.segno:
        segno = f'<svg class="glifo" aria-hidden="true"><use href="{penna}"/></svg>{_a_parole(una)}'
    striscia = ""
    if una.simbolo:
        striscia = (
            f'<svg class="striscia" aria-hidden="true"><use href="#s{una.simbolo}"/>'
            f'<circle cx="{una.x}" cy="5" r="3"/></svg>'
        )
    return (
        f'<td id="c-{una.di}" class="{una.classi}" data-label="{escape(una.colonna)}"{oob}>'
        f'<a data-perche href="perche/?di={una.di}"><b>{una.livello}</b>{segno} '
        f"<i>{una.media}</i> {striscia} <small>{una.numero}</small></a></td>"
    )


def _di_mappa(una: Casella, oob: str) -> str:
    return (
        f'<td id="c-{una.di}" class="{una.classi}"{oob}>'
        f'<a data-perche href="perche/?di={una.di}&amp;vista=mappa"><b>{una.livello}</b>'
        f"{_a_parole(una) if una.segno else ''}</a></td>"
    )


def _a_parole(una: Casella) -> str:
    return f'<span class="visually-hidden"> {una.segno} con motivo</span>'
