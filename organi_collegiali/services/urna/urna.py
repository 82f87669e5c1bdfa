"""The box of a secret vote: prepared, filled one ballot each, opened once.

Nothing that is kept ties a voter to a ballot. While the box is open PostgreSQL itself lets the
application only put ballots in (see the policies of the table); when it is counted they are
written again in an order that chance decides, in one transaction, and the key is destroyed.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.views.decorators.debug import sensitive_variables

from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import ModoVotazione, StatoVotazione
from organi_collegiali.models import Scheda, Votante, Votazione
from organi_collegiali.queries.urna.urna import chi_puo_votare, foglio_di_voto
from organi_collegiali.rules.urna.schede import (
    NULLA,
    Conteggio,
    SchedaIlleggibile,
    conta_schede,
    leggi_scheda,
    scrivi_scheda,
)
from organi_collegiali.services.blocco import tocca
from organi_collegiali.services.urna import chiavi
from organi_collegiali.services.urna.chiavi import Chiave, ChiavePerduta
from organi_collegiali.services.voto.blocco_voto import blocca_votazione, fatto

__all__ = ["ChiavePerduta", "annulla_urna", "conta", "prepara_urna", "vota_in_segreto"]


class UrnaAncoraAperta(Exception):
    """A box is counted after its vote is closed, in the same transaction."""


class SchedeNonTornano(Exception):
    """There are not as many ballots as voters: the vote is annulled."""


@transaction.atomic
def prepara_urna(*, votazione: Votazione) -> str:
    """Make the keys of the box of a vote and keep the public one in it, which is given back.

    The boxes of the institute that were counted or annulled lose their keys for good, if a
    crash at the wrong moment had left any.
    """
    _distruggi_le_chiavi_rimaste(votazione)
    votazione.chiave_pubblica = chiavi.crea(votazione.urna)
    votazione.save(update_fields=["chiave_pubblica"])
    return votazione.chiave_pubblica


@sensitive_variables("scelte", "scheda")
@transaction.atomic
def vota_in_segreto(
    *, autore: Contesto, adesso: datetime, votazione_id: int, scelte: Sequence[str]
) -> None:
    """Put the one ballot of a member in the box, without a line in the register.

    ``scelte`` are words of ``Scelta`` or places on the list; none is a blank ballot. Who has a
    vote and is in may, from the opening of the vote. Raises AttoRifiutato: closed, already voted,
    not among who votes, something that the vote does not allow, a key that is not of this box.
    """
    votazione = _blocca(autore, votazione_id)
    _esigi_chiave(votazione)
    esigi(foglio_di_voto(votazione).contro(scelte))
    convocato = chi_puo_votare(votazione, adesso).get(autore.persona.pk)
    if convocato is None:
        raise rifiuta("non_vota", "Vota chi era presente, con diritto di voto, e lo è ancora.")
    try:
        with transaction.atomic():
            Votante.objects.create(
                istituto=autore.istituto, votazione=votazione, convocato=convocato
            )
    except IntegrityError:
        raise rifiuta("gia_votato", "Hai già votato: ognuno mette una sola scheda.") from None
    scheda = chiavi.sigilla(votazione.chiave_pubblica, scrivi_scheda(scelte))
    Scheda.objects.create(istituto=autore.istituto, urna=votazione.urna, sigillata=scheda)
    tocca(votazione.punto.seduta, adesso)


def conta(*, votazione: Votazione) -> Conteggio:
    """Open the box of a vote that was just closed, in the transaction that closes it.

    Opened, the ballots are written again in random order with nothing but their words; the key
    is destroyed once all this is committed. Raises UrnaAncoraAperta when the closed state is not
    saved yet, ChiavePerduta, SchedeNonTornano.
    """
    if votazione.stato != StatoVotazione.CHIUSA or not transaction.get_connection().in_atomic_block:
        raise UrnaAncoraAperta
    schede = _apri(votazione)
    _schede(votazione).delete()
    secrets.SystemRandom().shuffle(schede)
    Scheda.objects.bulk_create(
        Scheda(istituto_id=votazione.istituto_id, urna=votazione.urna, scelta=scelta)
        for scelta in schede
    )
    _vuota(votazione)
    foglio = foglio_di_voto(votazione)
    return conta_schede(schede, posti=foglio.posti, preferenze=foglio.preferenze)


@transaction.atomic
def annulla_urna(
    *, autore: Contesto, adesso: datetime, votazione_id: int, motivo: str
) -> Votazione:
    """Annul a secret vote that is open: ballots and key go unread, everybody may vote again.

    Who runs the sitting may. Raises AttoRifiutato without a reason, or when it is not open.
    """
    votazione = _blocca(autore, votazione_id)
    if not motivo.strip():
        raise rifiuta("motivo", "Scrivi perché la votazione si annulla: va a verbale.")
    votazione.stato, votazione.annullata_il = StatoVotazione.ANNULLATA, adesso
    votazione.motivo_annullamento = motivo.strip()
    votazione.save(update_fields=["stato", "annullata_il", "motivo_annullamento"])
    _schede(votazione).delete()
    _vuota(votazione)
    return fatto(autore, adesso, "annulla votazione", votazione, motivo=motivo.strip())


def _esigi_chiave(votazione: Votazione) -> None:
    """A ballot is sealed only with the key that this machine has made, and can still open."""
    testo = "Quest’urna non è pronta: dillo a chi verbalizza, la votazione si apre di nuovo."
    try:
        pronta = chiavi.e_la_sua(votazione.urna, votazione.chiave_pubblica)
    except ChiavePerduta:
        pronta = False
    if not pronta:
        raise rifiuta("senza_chiave", testo)


def _blocca(autore: Contesto, votazione_id: int) -> Votazione:
    """The open vote by box, with its sitting locked first: closing waits for who is voting."""
    votazione = blocca_votazione(autore, votazione_id, StatoVotazione.APERTA)
    if votazione.modo != ModoVotazione.URNA:
        raise rifiuta("modo", f"Qui si vota {votazione.get_modo_display()}.")
    return votazione


def _apri(votazione: Votazione) -> list[str]:
    """The words of the ballots; one that cannot be read is void."""
    sigillate = list(_schede(votazione).values_list("sigillata", flat=True))
    quanti = Votante.objects.filter(istituto_id=votazione.istituto_id, votazione=votazione).count()
    if len(sigillate) != quanti:
        raise SchedeNonTornano
    chiave = Chiave(votazione.urna)
    return [_leggi(chiave, bytes(sigillata or b"")) for sigillata in sigillate]


def _leggi(chiave: Chiave, sigillata: bytes) -> str:
    try:
        return leggi_scheda(chiave.apri(sigillata))
    except SchedaIlleggibile:
        return NULLA


def _schede(votazione: Votazione) -> QuerySet[Scheda]:
    return Scheda.objects.filter(istituto_id=votazione.istituto_id, urna=votazione.urna)


def _vuota(votazione: Votazione) -> None:
    """Nothing more goes in or out of the box; its key goes when all this is committed."""
    votazione.chiave_pubblica = ""
    votazione.save(update_fields=["chiave_pubblica"])
    transaction.on_commit(partial(chiavi.distruggi, votazione.urna))


def _distruggi_le_chiavi_rimaste(votazione: Votazione) -> None:
    finite = Votazione.objects.filter(
        istituto_id=votazione.istituto_id, urna__in=chiavi.rimaste()
    ).exclude(stato=StatoVotazione.APERTA)
    for urna in finite.values_list("urna", flat=True):
        chiavi.distruggi(urna)
