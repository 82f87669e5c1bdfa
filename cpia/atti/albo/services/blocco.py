"""The row of an act stays locked until the act ends."""

from datetime import date

from cpia.atti.albo import rules
from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.albo.rules import Stato, Violazione
from cpia.atti.models import Pubblicazione
from cpia.scuola.access import Contesto

NON_PIU_BOZZA = Violazione("", "È già pubblicata: da allora non si modifica più.")

NON_C_E_PIU = Violazione("", "La bozza non c’è più: qualcuno l’ha eliminata.")


def blocca(autore: Contesto, pubblicazione_id: int) -> Pubblicazione:
    """The publication as it is now, for this transaction only.

    Raises ``PubblicazioneRifiutata`` for a draft thrown away since the page was opened.
    """
    trovata = (
        Pubblicazione.objects.select_for_update(of=("self",))
        .filter(istituto=autore.istituto, pk=pubblicazione_id)
        .first()
    )
    if trovata is None:
        raise PubblicazioneRifiutata([NON_C_E_PIU])
    return trovata


def blocca_bozza(autore: Contesto, pubblicazione_id: int) -> Pubblicazione:
    """The same, or ``PubblicazioneRifiutata`` when it has a number already."""
    pubblicazione = blocca(autore, pubblicazione_id)
    if pubblicazione.numero:
        raise PubblicazioneRifiutata([NON_PIU_BOZZA])
    return pubblicazione


def stato_di(pubblicazione: Pubblicazione, oggi: date) -> Stato:
    """Where a publication stands on a day."""
    return rules.stato(
        numerata=bool(pubblicazione.numero),
        annullata=pubblicazione.annullata_il is not None,
        dal=pubblicazione.dal,
        al=pubblicazione.al,
        oggi=oggi,
    )
