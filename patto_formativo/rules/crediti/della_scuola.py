"""The table of the credits with the measures that a school has made its own."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Valore
from patto_formativo.enums import Percorso
from patto_formativo.rules.crediti.tabella import RegolePercorso, Tabella
from patto_formativo.rules.misure import in_cifre, in_ore

# The share that the table prints in hours; 410 of the second period is its half as printed.
META: Final = Fraction(1, 2)


def con_le_misure(
    tabella: Tabella, *, credito: Valore[Fraction], tetto: Valore[Fraction], scritto: bool
) -> Tabella:
    """The same table where a credit is worth ``credito`` hours and the cap is ``tetto``.

    ``scritto``: the regulation of the school says what a credit is worth, nothing is to be
    verified any more. At one half the hours stay those that the source prints.
    """
    dice = f"lo dice {credito.fonte}" if scritto else tabella.unita.da_verificare
    unita = replace(tabella.unita, ore_di_credito=credito.valore, da_verificare=dice)
    return replace(tabella, unita=unita, percorsi=_percorsi(tabella, tetto))


def _percorsi(tabella: Tabella, tetto: Valore[Fraction]) -> Mapping[Percorso, RegolePercorso]:
    if tetto.valore == META:
        return tabella.percorsi
    return {percorso: _con_il_tetto(r, tetto) for percorso, r in tabella.percorsi.items()}


def _con_il_tetto(regole: RegolePercorso, tetto: Valore[Fraction]) -> RegolePercorso:
    base = Fraction(regole.ore)
    dopo = ""
    if regole.percorso is Percorso.ALFABETIZZAZIONE:
        # Of this path the source counts the share on what is left after the welcome.
        base -= regole.accoglienza
        dopo = " che restano dopo l’accoglienza"
    come = f"il {in_cifre(100 * tetto.valore)} per cento di {in_ore(base)}{dopo}"
    return replace(
        regole, tetto=tetto.valore * base, fonte_tetto=tetto.fonte, come=come,
        tetto_in_contrasto_con=tetto.in_contrasto_con,
    )  # fmt: skip
