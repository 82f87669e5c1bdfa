"""When the count of sittings and deliberations starts again."""

from datetime import date

from cpia.norme.enums import Numerazione

AGOSTO = 8


def serie(regola: Numerazione, *, giorno: date, rinnovato_il: date) -> str:
    """The series in which an act of ``giorno`` is numbered; empty where it never restarts.

    The school year is from 1 September to 31 August (D.Lgs. 297/1994 art. 74 c. 1); a mandate is
    named by the day of the last renewal of the organ.
    """
    match regola:
        case Numerazione.MAI:
            return ""
        case Numerazione.ANNO_SCOLASTICO:
            inizio = giorno.year if giorno.month > AGOSTO else giorno.year - 1
            return f"{inizio}/{(inizio + 1) % 100:02d}"
        case Numerazione.MANDATO:
            return rinnovato_il.isoformat()
