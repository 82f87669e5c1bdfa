"""What who runs the sitting reads of a box: before the count who voted, after it the figures."""

from datetime import datetime
from typing import Any

from organi_collegiali.enums import GenereVotazione, StatoVotazione
from organi_collegiali.models import Proposta, Votante, Votazione
from organi_collegiali.queries.urna.preferenze import candidati, elezione_di, esito
from organi_collegiali.queries.urna.urna import urna
from organi_collegiali.queries.voto.voto import cifre_di
from organi_collegiali.rules.urna.avvertenze import prima_di_aprire, prima_di_proclamare
from organi_collegiali.rules.urna.preferenze import EsitoElezione
from organi_collegiali.rules.urna.schede import Conteggio


def prima(votazione: Votazione, adesso: datetime) -> dict[str, Any]:
    """Of an open box: how many voted, who is still missing, what to think of first."""
    scatola = urna(votazione, adesso)
    avvertenze = prima_di_aprire(scatola.quanti, len(scatola.mancano))
    return {"urna": scatola, "avvertenze": avvertenze}


def dopo(votazione: Votazione, adesso: datetime) -> dict[str, Any]:
    """Of a vote that is counted: the figures, who is elected, what the figures give away."""
    elezione, conteggio = elezione_di(votazione), conteggio_di(votazione)
    contata = votazione.stato in (StatoVotazione.CHIUSA, StatoVotazione.PROCLAMATA)
    return {
        "urna": urna(votazione, adesso),
        "contata": contata,
        "conteggio": conteggio,
        "proposte": sorted(candidati(votazione), key=_piu_votata),
        "elezione": elezione,
        "esito": esito(votazione, elezione) if elezione and contata else None,
        "avvertenze": prima_di_proclamare(conteggio) if contata else [],
    }


def conteggio_di(votazione: Votazione) -> Conteggio:
    """The figures that were kept, with the number of the ballots."""
    cifre, seggio = cifre_di(votazione), getattr(votazione, "seggio", None)
    righe = Votante.objects.filter(istituto_id=votazione.istituto_id, votazione=votazione)
    return Conteggio(
        cifre.favorevoli,
        cifre.contrari,
        cifre.astenuti,
        cifre.bianche,
        cifre.nulle,
        cifre.per_proposta,
        seggio.votanti if seggio else righe.count(),
    )


def in_sorte(votazione: Votazione) -> list[tuple[int, str]]:
    """The candidates among whom a lot must be drawn."""
    elezione = elezione_di(votazione)
    if elezione is None or votazione.genere != GenereVotazione.ELEZIONE:
        return []
    risultato: EsitoElezione = esito(votazione, elezione)
    return [(candidato.chiave, candidato.nome) for candidato in risultato.da_sorteggiare]


def _piu_votata(proposta: Proposta) -> tuple[int, int]:
    return (-(proposta.voti or 0), proposta.ordine)
