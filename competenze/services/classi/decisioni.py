"""The coordinator's own level in place of the mean's, with a reason that is kept and shown."""

from datetime import datetime

from django.db import transaction

from competenze.enums import Livello
from competenze.models import Decisione
from competenze.queries.quadro.conteggi import Chiave
from competenze.rules.decisioni import verifica_decisione
from competenze.rules.motivi import CIRCOLARE_C
from competenze.services.classi.blocco import (
    blocca_classe,
    dati_casella,
    leggi_aperta,
    trova,
)
from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto


@transaction.atomic
def decidi_livello(
    *,
    autore: Contesto,
    adesso: datetime,
    rilevata_id: int,
    chiave: Chiave,
    livello: Livello,
    motivo: str,
) -> Decisione:
    """Propose to the scrutinio another level than the mean's; the coordinator of the class may.

    A former decision on the same cell is withdrawn and kept. Raises ``AttoRifiutato`` without a
    reason, for the mean's own level, before the consultation day and once the class is frozen.
    """
    rilevata = blocca_classe(autore, rilevata_id)
    risultato = trova(leggi_aperta(rilevata, autore), chiave)
    esigi(verifica_decisione(risultato.dalla_media, livello, motivo))
    if risultato.decisione:
        _ritira(risultato.decisione, adesso)
    iscrizione_id, competenza_id, lingua = chiave
    decisione = Decisione.objects.create(
        istituto=autore.istituto,
        classe_rilevata=rilevata,
        iscrizione_id=iscrizione_id,
        competenza_id=competenza_id,
        lingua=lingua,
        livello=livello,
        motivo=motivo.strip(),
        autore=autore.persona,
        decisa_il=adesso,
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="decide livello",
        oggetto=rilevata,
        dati={
            **dati_casella(chiave),
            "decisione": decisione.pk,
            "dalla_media": str(risultato.dalla_media or ""),
            "livello": livello.value,
            "motivo": decisione.motivo,
        },
    )
    return decisione


@transaction.atomic
def ritira_decisione(
    *, autore: Contesto, adesso: datetime, rilevata_id: int, chiave: Chiave
) -> Decisione:
    """Go back to the mean; the coordinator of the class may. The decision stays in the record.

    Raises ``AttoRifiutato`` when there is none, and once the class is frozen.
    """
    rilevata = blocca_classe(autore, rilevata_id)
    decisione = trova(leggi_aperta(rilevata, autore), chiave).decisione
    if decisione is None:
        testo = "Qui vale già la media: non c’è una decisione da ritirare."
        raise AttoRifiutato([Violazione("nessuna_decisione", testo, CIRCOLARE_C)])
    _ritira(decisione, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="ritira decisione",
        oggetto=rilevata,
        dati={**dati_casella(chiave), "decisione": decisione.pk, "livello": decisione.livello},
    )
    return decisione


def _ritira(decisione: Decisione, adesso: datetime) -> None:
    decisione.ritirata_il = adesso
    decisione.save(update_fields=["ritirata_il"])
