"""The row of a call, locked; a draft, or nothing is written in it."""

from typing import Final

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso
from selezioni_pon.rules.contenuti import CONTENUTO

CON: Final = (
    "istituto", "selezione__progetto__anno_scolastico", "griglia", "responsabile",
    "pubblicato_da", "documento", "protocollo", "pubblicazione",
)  # fmt: skip


def blocca_avviso(autore: Contesto, avviso_id: int) -> Avviso:
    """The row of a call, locked."""
    return (
        Avviso.objects.select_for_update(of=("self",))
        .select_related(*CON)
        .get(pk=avviso_id, istituto=autore.istituto)
    )


def blocca_bozza(autore: Contesto, avviso_id: int) -> Avviso:
    """The same, of a draft. Raises AttoRifiutato when it is published."""
    avviso = blocca_avviso(autore, avviso_id)
    if avviso.stato != StatoAvviso.BOZZA:
        testo = f"Questo avviso è {avviso.get_stato_display()}: le sue parole non si cambiano più."
        raise rifiuta("non_in_bozza", testo, CONTENUTO)
    return avviso
