"""The paper of a draft, printed to be looked at and kept nowhere."""

from datetime import datetime

from organi_collegiali.documents.anteprima_avviso import anteprima
from organi_collegiali.documents.avvisi import FOGLIO
from organi_collegiali.documents.carte_bozza import foglio
from organi_collegiali.queries.convocazione.bozze import Bozza


def stampa_bozza(bozza: Bozza, adesso: datetime) -> bytes:
    """The PDF of the notice as it would leave now, marked as a draft on each page.

    Raises StampaFallita for words that cannot be printed.
    """
    from cpia.atti.pdf import stampa

    scritta = anteprima(bozza)
    titolo, html = foglio(bozza, scritta)
    return stampa(
        html, titolo=titolo, autore=scritta.istituto.nome, creato_il=adesso, foglio=FOGLIO
    )
