"""What one click does, from the desk, of what this app puts there."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from competenze.queries.scrivania import per_chiave
from competenze.queries.solleciti import Solleciti, solleciti
from competenze.services.classi import ritira_solleciti, sollecita
from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Azione, AzioneRifiutata
from cpia.avvisi.services import RIPENSAMENTO
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from cpia.scuola.parole import ora

GIA_PARTITI = "I promemoria sono già partiti: non si possono più annullare."
NESSUNO = "Non c’è più nessuno da sollecitare: chi mancava ha cominciato, o è già stato avvisato."


def azioni(contesto: Contesto, scadenze: Sequence[Scadenza]) -> Mapping[int, Sequence[Azione]]:
    """The coordinator reminds in one click the subjects that have no level at all."""
    classi = per_chiave([s for s in scadenze if s.chiusa_il is None], "competenze.classe.")
    if not classi:
        return {}
    trovati = solleciti(contesto, classi.keys())
    return {scadenza: _della_classe(pk, trovati[pk]) for pk, scadenza in classi.items()}


def _della_classe(rilevata_id: int, stato: Solleciti) -> tuple[Azione, ...]:
    if stato.fatti:
        return (_fatta(rilevata_id, stato),)
    if not stato.mancano:
        return ()
    quanti = stato.docenti
    verbo = "Sollecita il docente" if quanti == 1 else f"Sollecita i {quanti} docenti"
    return (
        Azione(
            "sollecita",
            verbo,
            compi=partial(_sollecita, rilevata_id, list(stato.mancano)),
            disfa=partial(_ritira, rilevata_id),
        ),
    )


def _fatta(rilevata_id: int, stato: Solleciti) -> Azione:
    persone = {uno.destinatario for uno in stato.fatti if uno.destinatario}
    a_chi = f"{len(persone)} docenti"
    if len(persone) == 1:
        a_chi = persone.pop().iniziale_e_cognome
    return Azione(
        "sollecita",
        "Sollecita",
        compi=partial(_sollecita, rilevata_id, []),
        disfa=partial(_ritira, rilevata_id) if stato.annullabili else None,
        fatta_il=max(promemoria.dovuto_il for promemoria in stato.fatti),
        esito=f"Promemoria a {a_chi}",
        fino_alle=min(promemoria.prossimo_tentativo_il for promemoria in stato.fatti),
    )


def _sollecita(
    rilevata_id: int, mancano: Sequence[int], *, autore: Contesto, adesso: datetime
) -> str:
    parte_il = adesso + RIPENSAMENTO
    try:
        quanti = sollecita(
            autore=autore,
            adesso=adesso,
            rilevata_id=rilevata_id,
            inserimenti_id=mancano,
            parte_il=parte_il,
        )
    except AttoRifiutato as rifiuto:
        raise AzioneRifiutata(" ".join(v.testo for v in rifiuto.violazioni)) from rifiuto
    if not quanti:
        raise AzioneRifiutata(NESSUNO)
    return f"Il promemoria parte alle {ora(parte_il)}: fino ad allora si può annullare."


def _ritira(rilevata_id: int, *, autore: Contesto, adesso: datetime) -> None:
    if not ritira_solleciti(autore=autore, adesso=adesso, rilevata_id=rilevata_id):
        raise AzioneRifiutata(GIA_PARTITI)
