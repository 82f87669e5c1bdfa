"""What a child has of the places, with its glyph."""

from typing import Final

from django import template

from selezioni_pon.enums import StatoPosto
from selezioni_pon.queries.infanzia.pagina import RigaPagina

register = template.Library()
GLIFI: Final = {
    StatoPosto.CON_PRECEDENZA: "fatto",
    StatoPosto.AMMESSO: "fatto",
    StatoPosto.IN_ATTESA: "in-corso",
    StatoPosto.DA_DECIDERE: "da-controllare",
    StatoPosto.RINUNCIA: "deciso",
}


@register.inclusion_tag("componenti/stato.html")
def esito_infanzia(una: RigaPagina) -> dict[str, object]:
    """Of the list as it is now."""
    return {"nome": GLIFI[una.riga.stato] if una.riga else "da-fare", "testo": una.esito}
