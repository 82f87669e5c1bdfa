"""A closed vote is proclaimed: from that instant nothing of it changes."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import (
    EsitoPunto,
    GenereVotazione,
    NaturaPunto,
    StatoVotazione,
    TipoOrgano,
)
from organi_collegiali.models import Punto, Votazione
from organi_collegiali.queries.voto.sala import sala
from organi_collegiali.queries.voto.voto import cifre_di, giudica
from organi_collegiali.services.aula.punti import chiude
from organi_collegiali.services.delibere.delibere import adotta_delibera, dei_dipartimenti
from organi_collegiali.services.urna.elezioni_in_seduta import proclama_eletti
from organi_collegiali.services.verbali.verbali import approva_verbale
from organi_collegiali.services.voto.blocco_voto import blocca_votazione, fatto
from organi_collegiali.services.voto.inversione import tratta_subito

Effetto = Callable[[Contesto, datetime, Votazione], None]
PROPOSTA_APPROVATA = "proposta approvata: l’organo propone, non delibera"
NESSUN_VOTO = "nessun voto valido"


@transaction.atomic
def proclama(*, autore: Contesto, adesso: datetime, votazione_id: int) -> Votazione:
    """Proclaim a closed vote; who runs the sitting may.

    What was approved takes its number at once and the item is concluded: it is not reopened. Who
    asks a second time gets what was proclaimed, and nothing happens twice. Raises AttoRifiutato
    when the vote is open or annulled, or when what follows is refused.
    """
    votazione = blocca_votazione(autore, votazione_id)
    if votazione.stato == StatoVotazione.PROCLAMATA:
        return votazione
    if votazione.stato != StatoVotazione.CHIUSA:
        raise rifiuta("stato", f"La votazione è {votazione.get_stato_display()}.")
    votazione.stato, votazione.proclamata_il = StatoVotazione.PROCLAMATA, adesso
    votazione.save(update_fields=["stato", "proclamata_il"])
    EFFETTI[GenereVotazione(votazione.genere)](autore, adesso, votazione)
    return fatto(autore, adesso, "proclama votazione", votazione, approvata=votazione.approvata)


def _proposta(autore: Contesto, adesso: datetime, votazione: Votazione) -> None:
    punto = votazione.punto
    if not votazione.approvata:
        return _concludi(autore, adesso, votazione, EsitoPunto.NON_APPROVATO, _in_breve(votazione))
    if not _delibera(punto):
        # A dipartimento proposes: what it approves is not a deliberation.
        return _concludi(autore, adesso, votazione, EsitoPunto.TRATTATO, PROPOSTA_APPROVATA)
    adotta_delibera(autore=autore, adesso=adesso, votazione=votazione)
    if punto.natura == NaturaPunto.VERBALE:
        approva_verbale(autore=autore, adesso=adesso, punto=punto)
    return _concludi(autore, adesso, votazione, EsitoPunto.DELIBERATO)


def _alternativa(autore: Contesto, adesso: datetime, votazione: Votazione) -> None:
    """Without an absolute majority the item waits for the run-off, if there can be one."""
    if votazione.approvata or not _ballottaggio(votazione):
        _proposta(autore, adesso, votazione)


def _elezione(autore: Contesto, adesso: datetime, votazione: Votazione) -> None:
    if not votazione.approvata:
        return _concludi(autore, adesso, votazione, EsitoPunto.NON_APPROVATO, NESSUN_VOTO)
    proclama_eletti(autore=autore, adesso=adesso, votazione=votazione)
    return _concludi(autore, adesso, votazione, EsitoPunto.DELIBERATO)


def _ammissione(autore: Contesto, adesso: datetime, votazione: Votazione) -> None:
    """What is not admitted is over; what is admitted waits for its turn."""
    if not votazione.approvata:
        _concludi(autore, adesso, votazione, EsitoPunto.NON_AMMESSO, _in_breve(votazione))


def _ordine(autore: Contesto, adesso: datetime, votazione: Votazione) -> None:
    if votazione.approvata:
        tratta_subito(votazione.punto)


def _niente(autore: Contesto, adesso: datetime, votazione: Votazione) -> None:
    """An amendment changes the text that is voted next, which who writes puts in order."""


EFFETTI: dict[GenereVotazione, Effetto] = {
    GenereVotazione.PROPOSTA: _proposta,
    GenereVotazione.EMENDAMENTO: _niente,
    GenereVotazione.ALTERNATIVA: _alternativa,
    GenereVotazione.BALLOTTAGGIO: _proposta,
    GenereVotazione.ELEZIONE: _elezione,
    GenereVotazione.AMMISSIONE: _ammissione,
    GenereVotazione.ORDINE: _ordine,
}


def _concludi(
    autore: Contesto, adesso: datetime, votazione: Votazione, esito: EsitoPunto, motivo: str = ""
) -> None:
    punto = votazione.punto
    chiude(
        autore=autore, adesso=adesso, seduta=punto.seduta, punto=punto, esito=esito, motivo=motivo
    )


def _in_breve(votazione: Votazione) -> str:
    return giudica(votazione, cifre_di(votazione)).in_breve


def _ballottaggio(votazione: Votazione) -> bool:
    return bool(giudica(votazione, cifre_di(votazione)).ballottaggio)


def _delibera(punto: Punto) -> bool:
    organo = punto.seduta.organo
    tipo = TipoOrgano(organo.tipo)
    dipartimenti = dei_dipartimenti(organo, sala(punto).regole)
    return tipo.delibera or bool(dipartimenti and dipartimenti.valore)
