"""Choices of the commission that values the applications."""

from cpia.norme.enums import Voce


class EffettoConflitto(Voce):
    """What a member with a conflict of interest may still do."""

    SOSTITUZIONE = "sostituzione", "lascia la commissione, e un altro prende il suo posto"
    ASTENSIONE = "astensione", "si astiene su quella domanda e valuta le altre"


class EsitoTitolo(Voce):
    """What the commission decides of a declared title."""

    ACCETTATO = "accettato", "accettato"
    RIDOTTO = "ridotto", "accettato in parte"
    RIFIUTATO = "rifiutato", "non accettato"
