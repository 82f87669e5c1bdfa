"""What one click on the desk does of a circular: «Ho letto», or an answer; and taking it back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial

from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.errori import CircolareRifiutata
from cpia.avvisi.circolari.queries.ricevute import situazione
from cpia.avvisi.circolari.services import registra_riscontro, ritira_riscontro
from cpia.avvisi.models import Circolare, Scadenza
from cpia.avvisi.registri import Azione, AzioneRifiutata
from cpia.scuola.access import Contesto

PREFISSO = "circolare."


def azioni(contesto: Contesto, scadenze: Sequence[Scadenza]) -> Mapping[int, Sequence[Azione]]:
    """For each circular on the desk what it asks. One query."""
    di_chi = {
        scadenza.pk: int(scadenza.chiave.split(".")[1])
        for scadenza in scadenze
        if scadenza.chiave.startswith(PREFISSO)
    }
    circolari = Circolare.objects.filter(istituto=contesto.istituto).in_bulk(di_chi.values())
    return {
        pk: _azioni(contesto, circolari[circolare_id])
        for pk, circolare_id in di_chi.items()
        if circolare_id in circolari
    }


def _azioni(contesto: Contesto, circolare: Circolare) -> list[Azione]:
    ritirabile = not rules.verifica_ritiro(situazione(circolare), contesto.oggi)
    disfa = partial(_disfa, circolare) if ritirabile else None
    return [
        Azione(chiave, verbo, partial(_compi, circolare, risposta, esito), disfa, principale=unica)
        for chiave, verbo, risposta, esito, unica in _atti(circolare)
    ]


def _atti(circolare: Circolare) -> Iterator[tuple[str, str, str, str, bool]]:
    """Key, verb, answer, what the row then says, whether it is the only one."""
    numero = circolare.numero
    if circolare.riscontro not in rules.RISPOSTE:
        yield "ho-letto", "Ho letto", "", f"Presa visione della circolare n. {numero}.", True
    for risposta, verbo in rules.RISPOSTE.get(circolare.riscontro, {}).items():
        esito = f"Risposta alla circolare n. {numero}: {verbo.lower()}."
        yield f"risponde-{risposta}", verbo, risposta, esito, False


def _compi(
    circolare: Circolare, risposta: str, testo: str, *, autore: Contesto, adesso: datetime
) -> str:
    try:
        registra_riscontro(
            autore=autore, adesso=adesso, circolare_id=circolare.pk, risposta=risposta
        )
    except CircolareRifiutata as rifiuto:
        raise AzioneRifiutata(rifiuto.messaggio) from rifiuto
    return testo


def _disfa(circolare: Circolare, *, autore: Contesto, adesso: datetime) -> None:
    try:
        ritira_riscontro(autore=autore, adesso=adesso, circolare_id=circolare.pk)
    except CircolareRifiutata as rifiuto:
        raise AzioneRifiutata(rifiuto.messaggio) from rifiuto
