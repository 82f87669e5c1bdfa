"""What is kept of an item, back in the fields of the form from which it was read."""

from collections.abc import Mapping

from selezioni_pon.rules.griglia.modulo import DURATA, Domanda


def scritti(chiesta: Domanda, tenuto: object) -> dict[str, str]:
    """What fills the fields of an item so that ``modulo.valore`` reads back what is kept."""
    if not isinstance(tenuto, Mapping):
        return {chiesta.campi[0].nome: _scritto(tenuto)}
    trovati = {}
    for campo in chiesta.campi:
        if campo.chiave == DURATA:
            detto = next((parola for parola, _ in campo.scelte if tenuto.get(parola)), "")
        else:
            detto = _scritto(tenuto.get(campo.chiave))
        if detto:
            trovati[campo.nome] = detto
    return trovati


def _scritto(tenuto: object) -> str:
    """Nothing for what is not there, and for what was not ticked."""
    if isinstance(tenuto, bool):
        return "si" if tenuto else ""
    return "" if tenuto is None else str(tenuto)
