"""The own path, or that of a minor answered for: loads it, or answers 404 or 403."""

from django.http import Http404

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from patto_formativo.access.corsisti import corsista
from patto_formativo.models import Corsista
from patto_formativo.queries.adulto.miei import PROPRIE, domanda_accolta, miei
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO


def mio(contesto: Contesto, pk: int) -> Corsista:
    """A path that is one’s own, or of a minor; who teaches there has another page (403)."""
    return corsista(contesto, pk, *PROPRIE)


def il_primo(contesto: Contesto) -> Corsista | None:
    """The path that opens first; None for who waits for one, 404 for who has no part in any."""
    righe = miei(contesto)
    if righe:
        return mio(contesto, righe[0].pk)
    if contesto.ha(Ruolo.STUDENTE, Ruolo.RESPONSABILE) or domanda_accolta(contesto):
        return None
    raise Http404


def testi(contesto: Contesto) -> None:
    """403 for who is neither of the direction nor of the office: they record who reviewed."""
    contesto.esige(*DIREZIONE, *UFFICIO)
