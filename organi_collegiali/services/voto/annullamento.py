"""A vote that is not proclaimed is annulled with a reason, and made again."""

from datetime import datetime

from django.db import transaction

from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.enums import FormaVotazione, GenereVotazione, ModoVotazione, StatoVotazione
from organi_collegiali.models import Votazione
from organi_collegiali.services.urna.urna import annulla_urna
from organi_collegiali.services.voto.blocco_voto import blocca_votazione, fatto
from organi_collegiali.services.voto.votazioni import VoceDaVotare, apri_votazione


@transaction.atomic
def annulla_votazione(
    *, autore: Contesto, adesso: datetime, votazione_id: int, motivo: str
) -> Votazione:
    """Annul a vote that is not proclaimed; it stays, with its reason. Who runs the sitting may.

    Raises AttoRifiutato without a reason, or when it is proclaimed.
    """
    votazione = blocca_votazione(autore, votazione_id, StatoVotazione.APERTA, StatoVotazione.CHIUSA)
    if not motivo.strip():
        testo = "Scrivi perché la votazione si annulla: va a verbale."
        raise AttoRifiutato([Violazione("motivo", testo, "", "motivo")])
    if votazione.modo == ModoVotazione.URNA and votazione.stato == StatoVotazione.APERTA:
        return annulla_urna(autore=autore, adesso=adesso, votazione_id=votazione_id, motivo=motivo)
    votazione.stato, votazione.annullata_il = StatoVotazione.ANNULLATA, adesso
    votazione.motivo_annullamento = motivo.strip()
    votazione.save(update_fields=["stato", "annullata_il", "motivo_annullamento"])
    return fatto(autore, adesso, "annulla votazione", votazione, motivo=motivo.strip())


@transaction.atomic
def ripeti_votazione(
    *, autore: Contesto, adesso: datetime, votazione_id: int, motivo: str
) -> Votazione:
    """Annul a vote and open it again as it was: the count is made once more."""
    prima = annulla_votazione(
        autore=autore, adesso=adesso, votazione_id=votazione_id, motivo=motivo
    )
    return apri_votazione(
        autore=autore,
        adesso=adesso,
        punto_id=prima.punto_id,
        genere=GenereVotazione(prima.genere),
        forma=FormaVotazione(prima.forma),
        modo=ModoVotazione(prima.modo),
        testo=prima.testo,
        proposte=[VoceDaVotare(p.testo, p.persona_id) for p in prima.proposte.all()],
        segue=prima,
    )
