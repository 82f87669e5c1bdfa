"""What a complete assessment cannot do without."""

from bonus_merito.models import Richiesta, Valutazione
from bonus_merito.queries.quadro import riga_di
from bonus_merito.rules.percentuale import fascia, percentuale
from bonus_merito.rules.valutazione import verifica_completa
from cpia.norme.rules.motivi import Violazione


def manca_a(richiesta: Richiesta) -> list[Violazione]:
    """What speaks against calling somebody assessed."""
    riga, regole = riga_di(richiesta)
    quota = percentuale(riga.docente.punteggio, regole.pesi)
    valutazione = valutazione_di(richiesta)
    return verifica_completa(
        da_giudicare=riga.da_giudicare,
        in_fascia=not riga.escluso and fascia(quota, regole.fasce) is not None,
        motivazione=valutazione.motivazione if valutazione else "",
    )


def valutazione_di(richiesta: Richiesta) -> Valutazione | None:
    """The assessment of a request, if anything was written."""
    trovata: Valutazione | None = getattr(richiesta, "valutazione", None)
    return trovata


def completa(richiesta: Richiesta) -> bool:
    """Whether somebody is said to be assessed."""
    valutazione = valutazione_di(richiesta)
    return valutazione is not None and valutazione.completa_il is not None
