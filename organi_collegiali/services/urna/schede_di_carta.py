"""Ballots of paper: the office of three counts them and writes the figures."""

from datetime import datetime

from django.db import transaction

from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import ModoVotazione, StatoVotazione
from organi_collegiali.models import Seggio, Votazione
from organi_collegiali.queries.urna.preferenze import elezione_di
from organi_collegiali.queries.voto.sala import sala
from organi_collegiali.rules.urna.spoglio import SEGGIO, Spoglio, verifica_seggio, verifica_spoglio
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.services.voto.blocco_voto import blocca_votazione
from organi_collegiali.services.voto.votazioni import chiudi_votazione


@transaction.atomic
def registra_spoglio(
    *,
    autore: Contesto,
    adesso: datetime,
    votazione_id: int,
    spoglio: Spoglio,
    scrutatori: tuple[int, int],
) -> Votazione:
    """Close a vote on paper with the figures of its office; who runs the sitting may.

    ``scrutatori`` are persons who sit; who writes the minutes is the third (`004` art. 9). Raises
    AttoRifiutato: not as many ballots as voters, figures that cannot be, an office of fewer.
    """
    votazione = blocca_votazione(autore, votazione_id, StatoVotazione.APERTA)
    if votazione.modo != ModoVotazione.SCHEDE:
        raise rifiuta("modo", f"Qui si vota {votazione.get_modo_display()}.")
    stanza = sala(votazione.punto)
    dentro = {
        c.persona_id for c in stanza.presenze.convocati if c.pk in stanza.presenze.dentro(adesso)
    }
    segretario = _segretario(votazione)
    elezione = elezione_di(votazione)
    esigi(
        [
            *verifica_seggio(segretario, scrutatori, dentro),
            *verifica_spoglio(
                spoglio,
                presenti=len(stanza.votanti(votazione.aperta_il)),
                preferenze=elezione.preferenze if elezione else 1,
            ),
        ]
    )
    primo, secondo = scrutatori
    Seggio.objects.create(
        istituto=autore.istituto,
        votazione=votazione,
        segretario_id=segretario,
        primo_scrutatore_id=primo,
        secondo_scrutatore_id=secondo,
        votanti=spoglio.votanti,
    )
    return chiudi_votazione(
        autore=autore, adesso=adesso, votazione_id=votazione_id, cifre=_cifre(spoglio)
    )


def _segretario(votazione: Votazione) -> int:
    chi = votazione.punto.seduta.verbalizza_id
    if chi is None:
        raise rifiuta("senza_segretario", "Prima va indicato chi verbalizza: è nel seggio.", SEGGIO)
    return chi


def _cifre(spoglio: Spoglio) -> Cifre:
    return Cifre(
        spoglio.favorevoli, spoglio.contrari, 0, spoglio.bianche, spoglio.nulle,
        spoglio.per_proposta,
    )  # fmt: skip
