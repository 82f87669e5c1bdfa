"""What each person says of a circular: that it is read, yes or no; and that it was a mistake."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.errori import esigi
from cpia.avvisi.circolari.queries.ricevute import situazione
from cpia.avvisi.circolari.services.bozze import blocca
from cpia.avvisi.circolari.services.uscita import chiave_scadenza
from cpia.avvisi.models import Circolare, Notifica, RicevutaCircolare
from cpia.avvisi.services import chiudi_scadenze, riapri_scadenze
from cpia.scuola.access import Contesto


@transaction.atomic
def registra_riscontro(
    *, autore: Contesto, adesso: datetime, circolare_id: int, risposta: str = ""
) -> RicevutaCircolare:
    """The person says that the circular is read, or answers it: once, and again does nothing.

    Who came after the publication has a receipt from now. An answer may be changed until the
    last day of the term. Raises ``CircolareRifiutata``.
    """
    circolare = blocca(autore, circolare_id)
    esigi(rules.verifica_riscontro_dato(situazione(circolare), risposta))
    ricevuta = _blocca_ricevuta(autore, circolare)
    if ricevuta.letta_il and ricevuta.risposta == risposta:
        _chiudi(autore, circolare, adesso)
        return ricevuta
    if ricevuta.risposta:
        esigi(rules.verifica_ritiro(situazione(circolare), autore.oggi))
    ricevuta.letta_il = ricevuta.letta_il or adesso
    if risposta:
        ricevuta.risposta, ricevuta.risposta_il = risposta, adesso
    ricevuta.save(update_fields=["letta_il", "risposta", "risposta_il"])
    _chiudi(autore, circolare, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="risponde a circolare" if risposta else "prende visione di circolare",
        oggetto=circolare,
        dati={"ricevuta": ricevuta.pk, "risposta": risposta},
    )
    return ricevuta


@transaction.atomic
def ritira_riscontro(*, autore: Contesto, adesso: datetime, circolare_id: int) -> None:
    """Take back what was said, within the term: the circular is on the desk again.

    Raises ``CircolareRifiutata``; does nothing for who has said nothing.
    """
    circolare = blocca(autore, circolare_id)
    esigi(rules.verifica_ritiro(situazione(circolare), autore.oggi))
    ricevuta = _blocca_ricevuta(autore, circolare)
    if ricevuta.letta_il is None:
        return
    ricevuta.letta_il = ricevuta.risposta_il = None
    ricevuta.risposta = ""
    ricevuta.save(update_fields=["letta_il", "risposta", "risposta_il"])
    riapri_scadenze(
        istituto_id=autore.istituto.pk, chiavi=[chiave_scadenza(circolare.pk, autore.persona.pk)]
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="ritira il riscontro a circolare",
        oggetto=circolare,
        dati={"ricevuta": ricevuta.pk},
    )


def _blocca_ricevuta(autore: Contesto, circolare: Circolare) -> RicevutaCircolare:
    RicevutaCircolare.objects.bulk_create(
        [RicevutaCircolare(istituto=autore.istituto, circolare=circolare, persona=autore.persona)],
        ignore_conflicts=True,
    )
    return RicevutaCircolare.objects.select_for_update().get(
        istituto=autore.istituto, circolare=circolare, persona=autore.persona
    )


def _chiudi(autore: Contesto, circolare: Circolare, adesso: datetime) -> None:
    """What was to do is done, and its notice need not be read again."""
    chiudi_scadenze(
        istituto_id=autore.istituto.pk,
        chiavi=[chiave_scadenza(circolare.pk, autore.persona.pk)],
        adesso=adesso,
    )
    Notifica.objects.filter(
        istituto=autore.istituto,
        destinatario=autore.persona,
        promemoria__tipo__startswith="circolari.",
        promemoria__riferimento=str(circolare.pk),
        letta_il__isnull=True,
    ).update(letta_il=adesso)
