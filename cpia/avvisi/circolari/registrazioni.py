"""What the circulars tell, at start-up, to those who know nothing of them."""

from cpia.atti.registri import registra_caricati, registra_lettore
from cpia.atti.storie import registra_parole, registra_storia
from cpia.avvisi import registri
from cpia.avvisi.circolari import access, tasks  # noqa: F401 -- the worker must know the task
from cpia.avvisi.circolari.azioni import azioni
from cpia.avvisi.circolari.queries.elenco import circolare
from cpia.avvisi.circolari.queries.riassunto import riassunto
from cpia.avvisi.circolari.services import allinea_destinatari
from cpia.avvisi.circolari.services.solleciti import ancora_dovuto
from cpia.avvisi.models import FileCircolare
from cpia.scuola.access import Contesto

PAROLE = {
    "prepara circolare": "ha preparato la bozza della circolare",
    "modifica circolare": "ha modificato la bozza della circolare",
    "elimina bozza di circolare": "ha eliminato la bozza della circolare",
    "allega file a circolare": "ha aggiunto un allegato alla circolare",
    "toglie file da circolare": "ha tolto un allegato dalla circolare",
    "pubblica circolare": "ha pubblicato la circolare",
    "annulla circolare": "ha annullato la circolare",
    "sollecita circolare": "ha sollecitato chi non ha ancora risposto alla circolare",
    "prende visione di circolare": "ha preso visione della circolare",
    "risponde a circolare": "ha risposto alla circolare",
    "ritira il riscontro a circolare": "ha ritirato quello che aveva detto della circolare",
}


def registra() -> None:
    """Notices, one-click acts, papers, history."""
    registri.registra(
        "circolari",
        pianifica=allinea_destinatari,
        ancora_dovuto=ancora_dovuto,
        descrive=lambda _istituto_id, _scadenze: {},
    )
    registri.registra_azioni("avvisi", azioni)
    registri.registra_riassunto("avvisi", riassunto)
    registra_lettore("circolare", access.puo_leggere_documento)
    registra_caricati(FileCircolare)
    registra_storia("avvisi.circolare", puo_vedere=access.puo_vedere_storia, nome=_nome)
    registra_parole(azioni=PAROLE)


def _nome(contesto: Contesto, pk: int) -> str:
    trovata = circolare(contesto.istituto.pk, pk)
    return f"«{trovata.oggetto}», {trovata}" if trovata else "circolare"
