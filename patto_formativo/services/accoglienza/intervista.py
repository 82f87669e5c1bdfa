"""The biographical interview, written by the tutor one answer at a time."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import plurale
from patto_formativo.models import Corsista, Intervista
from patto_formativo.queries.intervista import domande, fonte, mancanti, versione_di
from patto_formativo.rules.intervista import domanda as di_chiave
from patto_formativo.rules.intervista import verifica_risposta
from patto_formativo.services.accoglienza.blocco import blocca_attivo


@transaction.atomic
def scrivi_risposta(
    *,
    autore: Contesto,
    adesso: datetime,
    corsista_id: int,
    domanda: str,
    testo: str,
    versione: str,
) -> Intervista:
    """Keep one answer, as it was read in ``versione`` (``queries.intervista.versione_di``).

    Of the tutor. The first answer begins the interview. The version is of that answer only, so
    that two who write different ones do not stop each other. Raises Conflitto with the text kept
    now, AttoRifiutato when the answer cannot be kept.
    """
    corsista = blocca_attivo(autore, corsista_id)
    chiesta = di_chiave(domande(), domanda)
    if chiesta is None:
        raise rifiuta("domanda_ignota", "Questa domanda non è nell’intervista.", fonte())
    esigi(verifica_risposta(chiesta, testo))
    intervista = _intervista(autore, adesso, corsista)
    attuale = str(intervista.risposte.get(domanda, ""))
    if testo == attuale:
        # Also when the answer to an earlier try was lost.
        return intervista
    if versione != versione_di(attuale):
        raise Conflitto(attuale)
    intervista.risposte = {**intervista.risposte, domanda: testo}
    intervista.aggiornata_il, intervista.fatta_da = adesso, autore.persona
    intervista.versione += 1
    intervista.save(update_fields=["risposte", "aggiornata_il", "fatta_da", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="scrive intervista", oggetto=corsista,
        dati={"domanda": domanda, "caratteri": len(testo)},
    )  # fmt: skip
    return intervista


@transaction.atomic
def concludi_intervista(*, autore: Contesto, adesso: datetime, corsista_id: int) -> Intervista:
    """Say that the interview is done; it can be written further. Of the tutor.

    Raises AttoRifiutato while an essential question has no answer.
    """
    corsista = blocca_attivo(autore, corsista_id)
    intervista = Intervista.objects.filter(istituto=autore.istituto, corsista=corsista).first()
    senza = mancanti(intervista.risposte if intervista else {})
    if intervista is None or senza:
        quante = plurale(len(senza), "domanda essenziale", "domande essenziali")
        raise rifiuta("intervista_a_meta", f"Mancano {quante}.", fonte())
    if intervista.conclusa_il is None:
        intervista.conclusa_il = adesso
        intervista.save(update_fields=["conclusa_il"])
        annota(autore=autore, adesso=adesso, azione="conclude intervista", oggetto=corsista)
    return intervista


def _intervista(autore: Contesto, adesso: datetime, corsista: Corsista) -> Intervista:
    """The row of the interview, begun now if nobody had; the person is locked already."""
    intervista, _ = Intervista.objects.get_or_create(
        istituto=autore.istituto,
        corsista=corsista,
        defaults={"fatta_da": autore.persona, "aggiornata_il": adesso},
    )
    return intervista
