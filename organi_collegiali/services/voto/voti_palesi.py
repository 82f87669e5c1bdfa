"""How a member votes by name: from the own place, at the roll call, or asking to be named."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.enums import GenereVotazione, ModoVotazione, Scelta, StatoVotazione
from organi_collegiali.models import Votazione, VotoPalese
from organi_collegiali.queries.voto.sala import Sala, sala, votanti_di
from organi_collegiali.queries.voto.voto import cifre_di
from organi_collegiali.rules.voto.apertura_voto import FRA_PROPOSTE
from organi_collegiali.rules.voto.cifre import verifica_nomi
from organi_collegiali.services.voto.blocco_voto import blocca_votazione, fatto
from organi_collegiali.services.voto.conteggio import scrivi_nomi

# What a member answers: a choice, or the id of a proposal where there are more.
Voto = Scelta | int


@transaction.atomic
def vota_palese(*, autore: Contesto, adesso: datetime, votazione_id: int, voto: Voto) -> VotoPalese:
    """Vote by name from the own place; it may be changed until the vote is closed.

    The same vote sent again changes nothing. Raises AttoRifiutato: closed, not among who votes,
    an abstention where there is none.
    """
    votazione, stanza = _aperta(autore, votazione_id)
    ora = stanza.presenze.dentro(adesso)
    votanti = [c for c in votanti_di(votazione, stanza, adesso) if c.pk in ora]
    suoi = [c for c in votanti if c.persona_id == autore.persona.pk]
    if not suoi:
        raise rifiuta("non_vota", "Vota chi era presente, con diritto di voto, e lo è ancora.")
    esigi(_contro(votazione, stanza, voto))
    return _scrivi(autore, adesso, votazione, suoi[0].pk, voto)


@transaction.atomic
def vota_per_appello(
    *, autore: Contesto, adesso: datetime, votazione_id: int, voti: Mapping[int, Voto]
) -> int:
    """Write what the members said when they were called by name; how many they are.

    ``voti`` are by the id of the convened. Who runs the sitting may. All or none. Raises
    AttoRifiutato.
    """
    votazione, stanza = _aperta(autore, votazione_id)
    votanti = {convocato.pk for convocato in votanti_di(votazione, stanza, adesso)}
    if not set(voti) <= votanti:
        raise rifiuta("non_vota", "All’appello risponde chi era presente all’apertura del voto.")
    for voto in voti.values():
        esigi(_contro(votazione, stanza, voto))
    for convocato_id, voto in voti.items():
        _scrivi(autore, adesso, votazione, convocato_id, voto)
    return len(voti)


@transaction.atomic
def segna_nomi(
    *, autore: Contesto, adesso: datetime, votazione_id: int, nomi: Mapping[int, Scelta]
) -> Votazione:
    """Write the names of those who ask for it, of a show of hands that is closed.

    Raises AttoRifiutato: more names than votes, who was not there, already proclaimed.
    """
    votazione = blocca_votazione(autore, votazione_id, StatoVotazione.CHIUSA)
    if votazione.modo != ModoVotazione.ALZATA:
        raise rifiuta("modo", "I nomi si segnano nel voto per alzata di mano.")
    quando = votazione.chiusa_il or adesso
    votanti = [c.pk for c in votanti_di(votazione, sala(votazione.punto), quando)]
    esigi(verifica_nomi(nomi, cifre_di(votazione), votanti))
    scrivi_nomi(votazione, nomi, quando)
    return fatto(autore, adesso, "segna i nomi dei voti", votazione, quanti=len(nomi))


def _aperta(autore: Contesto, votazione_id: int) -> tuple[Votazione, Sala]:
    votazione = blocca_votazione(autore, votazione_id)
    if votazione.stato != StatoVotazione.APERTA:
        testo = f"La votazione è {votazione.get_stato_display()}: il voto non si cambia più."
        raise rifiuta("chiusa", testo)
    if votazione.modo != ModoVotazione.NOMINALE:
        raise rifiuta("modo", f"Qui si vota {votazione.get_modo_display()}.")
    return votazione, sala(votazione.punto)


def _contro(votazione: Votazione, stanza: Sala, voto: Voto) -> list[Violazione]:
    """Why this answer is not one that the vote allows."""
    fra_proposte = GenereVotazione(votazione.genere) in FRA_PROPOSTE
    if not isinstance(voto, Scelta):
        sua = votazione.proposte.filter(pk=voto).exists()
        return [] if sua else [Violazione("proposta", "Scegli una delle proposte.", "", "voto")]
    if fra_proposte and voto is not Scelta.ASTENUTO:
        return [Violazione("proposta", "Scegli una delle proposte.", "", "voto")]
    astensione = stanza.regole.astensione(stanza.presenze.seduta.platea)
    if voto is Scelta.ASTENUTO and not astensione.valore:
        testo = f"Qui non ci si può astenere.{astensione.altra_fonte}"
        return [Violazione("astensione", testo, astensione.fonte, "voto")]
    return []


def _scrivi(
    autore: Contesto, adesso: datetime, votazione: Votazione, convocato_id: int, voto: Voto
) -> VotoPalese:
    scelta = voto if isinstance(voto, Scelta) else ""
    proposta_id = None if isinstance(voto, Scelta) else voto
    trovato = VotoPalese.objects.filter(
        istituto=autore.istituto, votazione=votazione, convocato_id=convocato_id
    ).first()
    if trovato and (trovato.scelta, trovato.proposta_id) == (scelta, proposta_id):
        return trovato
    nuovo = trovato or VotoPalese(
        istituto=autore.istituto, votazione=votazione, convocato_id=convocato_id
    )
    nuovo.scelta, nuovo.proposta_id, nuovo.espresso_il = scelta, proposta_id, adesso
    nuovo.save()
    fatto(
        autore, adesso, "vota per nome", votazione,
        convocato=convocato_id, scelta=str(scelta), proposta=proposta_id,
    )  # fmt: skip
    return nuovo
