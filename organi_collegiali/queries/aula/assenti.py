"""Who has missed too many sittings in a row, as seen at the closing of one."""

from datetime import date

from organi_collegiali.models import Convocato, Seduta
from organi_collegiali.queries.organi.decadenze import assenze_di


def a_rischio(seduta: Seduta, giorno: date) -> list[tuple[str, str]]:
    """Names and reasons of who lapses, or would at the next absence. Three queries."""
    giudizi = {
        chi: giudizio
        for chi, giudizio in assenze_di(seduta.organo, giorno).items()
        if giudizio.decade or giudizio.ancora_una
    }
    righe = Convocato.objects.filter(
        istituto_id=seduta.istituto_id, seduta=seduta, mandato_id__in=giudizi
    ).select_related("persona")
    return [
        (str(riga.persona), giudizi[riga.mandato_id].motivo.testo)
        for riga in righe
        if riga.mandato_id
    ]
