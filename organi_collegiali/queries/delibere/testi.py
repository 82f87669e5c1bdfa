"""What is proposed to deliberate on an item, and whether it may still change."""

import hashlib
import json

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.enums import GenereVotazione, StatoSeduta, StatoVotazione
from organi_collegiali.models import Punto, Votazione
from organi_collegiali.rules.delibere.adozione import SENZA_DELIBERA

FERME = (StatoSeduta.CHIUSA, StatoSeduta.DESERTA, StatoSeduta.REVOCATA)


def versione_di(punto: Punto) -> str:
    """The mark of these very words: it changes when premises, text or execution change."""
    parole = json.dumps([punto.premesse, punto.testo_proposto, punto.esecutiva], sort_keys=True)
    return hashlib.sha256(parole.encode()).hexdigest()[:16]


def puo_cambiare(punto: Punto) -> list[Violazione]:
    """Why the text of an item may not change any more. One query at most.

    Once the vote on it has begun the organ votes what it has read.
    """
    if punto.esito:
        frase = f"Il punto è {punto.get_esito_display()}: il testo non cambia più."
        return [Violazione("punto_concluso", frase, "")]
    if punto.seduta.stato in FERME:
        frase = f"La seduta è {punto.seduta.get_stato_display()}: il testo non cambia più."
        return [Violazione("stato", frase, "")]
    if _in_votazione(punto):
        frase = "La votazione è cominciata: il testo è quello che si vota."
        return [Violazione("in_votazione", frase, "")]
    return []


def _in_votazione(punto: Punto) -> bool:
    """Whether the text is being voted, or was voted and waits to be proclaimed."""
    return (
        Votazione.objects.filter(
            istituto_id=punto.istituto_id,
            punto=punto,
            stato__in=[StatoVotazione.APERTA, StatoVotazione.CHIUSA],
        )
        .exclude(genere__in=SENZA_DELIBERA - {GenereVotazione.EMENDAMENTO})
        .exists()
    )
