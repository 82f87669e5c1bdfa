"""What a trial would change for one person, in words."""

from fractions import Fraction

from bonus_merito.enums import Area
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.quadro import Esito
from bonus_merito.rules.regole import RegoleFasce
from cpia.scuola.parole import decimale


def effetto_sull_area(
    area: Area, punti: tuple[Fraction, Fraction], esiti: tuple[Esito, Esito], fasce: RegoleFasce
) -> str:
    """From which points, percentage and band to which: ``(as it is kept, on trial)``."""
    prima, dopo = esiti
    da, a = (decimale(esito.percentuale) for esito in esiti)
    quota = f"percentuale ferma a {da}" if da == a else f"percentuale da {da} a {a}"
    testo = f"area {area.value} da {in_cifre(punti[0])} a {in_cifre(punti[1])}, {quota}"
    return f"{testo}, {_fasce(prima.fascia, dopo.fascia, fasce)}."


def _fasce(prima: int | None, dopo: int | None, fasce: RegoleFasce) -> str:
    if prima == dopo:
        return f"resta {_detta(prima, fasce)}" if prima else "senza fascia come adesso"
    da = f"dalla {fascia_detta(prima, fasce)}" if prima else "da nessuna fascia"
    verso = f"alla {fascia_detta(dopo, fasce)}" if dopo else "a nessuna fascia"
    return f"{da} {verso}"


def _detta(quale: int, fasce: RegoleFasce) -> str:
    return f"nella {fascia_detta(quale, fasce)}"


def fascia_detta(quale: int, fasce: RegoleFasce) -> str:
    """``fascia 71–85``."""
    return f"fascia {fasce.intervallo(quale)}"


def effetto_sull_importo(prima: int | None, dopo: int | None) -> tuple[str, str]:
    """Which way the amount goes, and from how much to how much: cents, None while a tie waits."""
    if prima is None or dopo is None:
        return "aspetta", "finché una parità sul limite non è decisa"
    da, a = (decimale(Fraction(centesimi, 100)) for centesimi in (prima, dopo))
    if prima == dopo:
        return "resta", f"di {da} euro"
    return ("scende" if dopo < prima else "sale"), f"da {da} a {a} euro"
