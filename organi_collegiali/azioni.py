"""What one click does, from the desk, of what the organs put there: «Ci sarò», «Fatto»."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Azione, AzioneRifiutata
from cpia.avvisi.services import chiudi_scadenze
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from organi_collegiali.enums import Risposta
from organi_collegiali.models import Convocato
from organi_collegiali.queries.doveri.sedute import RISPOSTA
from organi_collegiali.services.invio.risposte import rispondi

DETTO = "Risposta alla convocazione: ci sarò."


def azioni(contesto: Contesto, scadenze: Sequence[Scadenza]) -> Mapping[int, Sequence[Azione]]:
    """Who is convened says in one click to come; why one does not come is written on the card.

    One query.
    """
    di_chi = {
        scadenza.pk: int(scadenza.chiave.removeprefix(RISPOSTA))
        for scadenza in scadenze
        if scadenza.chiave.startswith(RISPOSTA) and scadenza.chiusa_il is None
    }
    if not di_chi:
        return {}
    proprie = Convocato.objects.filter(
        istituto=contesto.istituto, persona=contesto.persona, pk__in=di_chi.values()
    )
    sedute = dict(proprie.values_list("pk", "seduta_id"))
    return {
        pk: [Azione("ci-saro", "Ci sarò", partial(_ci_saro, convocato, sedute[convocato]), None)]
        for pk, convocato in di_chi.items()
        if convocato in sedute
    }


def _ci_saro(convocato_id: int, seduta_id: int, *, autore: Contesto, adesso: datetime) -> str:
    try:
        rispondi(autore=autore, adesso=adesso, seduta_id=seduta_id, risposta=Risposta.PRESENTE)
    except AttoRifiutato as rifiuto:
        raise AzioneRifiutata(" ".join(v.testo for v in rifiuto.violazioni)) from rifiuto
    chiudi_scadenze(
        istituto_id=autore.istituto.pk, chiavi=[f"{RISPOSTA}{convocato_id}"], adesso=adesso
    )
    return DETTO
