"""Who has a function reports to the dirigente; it may end before its time."""

from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import TipoRelazione
from selezioni_pon.models import AttribuzioneFunzione, RelazioneFunzione
from selezioni_pon.rules.funzioni_strumentali.esame import MOTIVAZIONE


@transaction.atomic
def presenta_relazione(
    *,
    autore: Contesto,
    adesso: datetime,
    attribuzione_id: int,
    tipo: TipoRelazione,
    testo: str,
) -> RelazioneFunzione:
    """Give the dirigente a report, which stays as it is: who has the function may.

    The two of the year are given once; of the same words sent twice one is kept. Raises
    AttoRifiutato for an empty one, a second one, a function that was left.
    """
    attribuzione = _bloccata(autore, attribuzione_id)
    if attribuzione.domanda.docente_id != autore.persona.pk:
        raise AttribuzioneFunzione.DoesNotExist
    if not testo.strip():
        raise rifiuta("relazione_vuota", "Scrivi la relazione.", campo="testo")
    uguale = attribuzione.relazioni.filter(tipo=tipo.value, testo=testo.strip()).first()
    if uguale is not None:
        return uguale
    if attribuzione.cessata_il is not None and attribuzione.cessata_il < autore.oggi:
        raise rifiuta("funzione_cessata", "La funzione è cessata.")
    sola = tipo is not TipoRelazione.AGGIORNAMENTO
    if sola and attribuzione.relazioni.filter(tipo=tipo.value).exists():
        testo_no = f"La {tipo.etichetta} è già presentata: quello che manca va in un aggiornamento."
        raise rifiuta("gia_presentata", testo_no, campo="tipo")
    relazione = RelazioneFunzione.objects.create(
        istituto=autore.istituto, attribuzione=attribuzione, tipo=tipo.value, testo=testo.strip(),
        presentata_il=adesso,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="presenta relazione di una funzione",
        oggetto=attribuzione, dati={"tipo_relazione": tipo.value},
    )  # fmt: skip
    return relazione


@transaction.atomic
def cessa_funzione(
    *,
    autore: Contesto,
    adesso: datetime,
    attribuzione_id: int,
    versione: int,
    ultimo_giorno: date,
    motivo: str,
) -> AttribuzioneFunzione:
    """End a function before its time: absence, another office, a change resolved by the Collegio.

    Who directs may; then the area may go to who follows. Raises Conflitto, AttoRifiutato.
    """
    attribuzione = _bloccata(autore, attribuzione_id)
    esigi_letta(attribuzione, versione)
    if attribuzione.cessata_il is not None:
        raise rifiuta("gia_cessata", "La funzione è già cessata.")
    if not attribuzione.dal <= ultimo_giorno <= attribuzione.al:
        testo = (
            f"Un giorno fra il {data_estesa(attribuzione.dal)} e il {data_estesa(attribuzione.al)}."
        )
        raise rifiuta("giorno", testo, campo="ultimo_giorno")
    if not motivo.strip():
        raise rifiuta("senza_motivo", "Scrivi perché finisce prima.", MOTIVAZIONE, "motivo")
    attribuzione.cessata_il, attribuzione.cessata_perche = ultimo_giorno, motivo.strip()
    attribuzione.save(update_fields=["cessata_il", "cessata_perche", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="fa cessare funzione strumentale",
        oggetto=attribuzione,
        dati={"al": ultimo_giorno.isoformat(), "motivo": attribuzione.cessata_perche},
    )  # fmt: skip
    return attribuzione


def _bloccata(autore: Contesto, attribuzione_id: int) -> AttribuzioneFunzione:
    return (
        AttribuzioneFunzione.objects.select_for_update(of=("self",))
        .select_related("domanda__area__procedura")
        .get(pk=attribuzione_id, istituto=autore.istituto)
    )
