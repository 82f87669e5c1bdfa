"""A word from who does not come: it breaks the silence."""

from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa
from patto_formativo.enums import MezzoSegno
from patto_formativo.models import Segno
from patto_formativo.services.corsisti import blocca_corsista


@transaction.atomic
def registra_segno(
    *,
    autore: Contesto,
    adesso: datetime,
    corsista_id: int,
    giorno: date,
    mezzo: MezzoSegno,
    testo: str,
) -> Segno:
    """Register that somebody phoned, wrote or came: who is silent begins anew (art. 8).

    Raises AttoRifiutato.
    """
    corsista = blocca_corsista(autore, corsista_id)
    if not corsista.attivo:
        raise rifiuta("non_iscritto", "Il percorso è già chiuso.")
    if giorno > autore.oggi:
        raise rifiuta("nel_futuro", "Quel giorno non c’è ancora stato.", "", "giorno")
    if giorno < corsista.iscritto_il:
        testo_ = f"È iscritto dal {data_estesa(corsista.iscritto_il)}."
        raise rifiuta("prima_dell_iscrizione", testo_, "", "giorno")
    segno = Segno.objects.create(
        istituto=autore.istituto, corsista=corsista, giorno=giorno, mezzo=mezzo.value, testo=testo,
        registrato_da=autore.persona, registrato_il=adesso,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="registra segno di chi è assente", oggetto=segno,
        dati={"corsista": corsista.pk, "mezzo": mezzo.value},
    )  # fmt: skip
    return segno
