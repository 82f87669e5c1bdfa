"""What one click does, from the desk, of what the bonus puts there."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from bonus_merito.queries.doveri.richieste import CHIUDI
from bonus_merito.services.procedure import chiudi_richieste
from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Azione, AzioneRifiutata
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo

CHIUSE: Final = "Richieste chiuse: adesso si valuta."


def azioni(contesto: Contesto, scadenze: Sequence[Scadenza]) -> Mapping[int, Sequence[Azione]]:
    """Who directs closes the call whose term is over."""
    return dict(_chiusure(contesto, scadenze))


def _chiusure(
    contesto: Contesto, scadenze: Sequence[Scadenza]
) -> Iterator[tuple[int, Sequence[Azione]]]:
    if not contesto.ha(Ruolo.DIRIGENTE):
        return
    for scadenza in scadenze:
        if scadenza.chiusa_il is None and scadenza.chiave.startswith(CHIUDI):
            pk = int(scadenza.chiave.removeprefix(CHIUDI))
            yield scadenza.pk, [Azione("chiudi", "Chiudi le richieste", partial(_chiudi, pk), None)]


def _chiudi(procedura_id: int, *, autore: Contesto, adesso: datetime) -> str:
    try:
        chiudi_richieste(autore=autore, adesso=adesso, procedura_id=procedura_id)
    except AttoRifiutato as rifiuto:
        raise AzioneRifiutata(" ".join(v.testo for v in rifiuto.violazioni)) from rifiuto
    return CHIUSE
