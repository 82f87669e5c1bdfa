"""The requests are closed; nobody asked and one goes on of office; a procedure is annulled."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from bonus_merito.enums import StatoProcedura, StatoRichiesta
from bonus_merito.models import Procedura, Richiesta
from bonus_merito.queries.partecipanti import partecipanti
from bonus_merito.rules.richiesta import D_UFFICIO, RICHIESTA
from bonus_merito.services.procedure.blocco import blocca_procedura, compiuto
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import giorno_e_ora

S = StatoProcedura
SI_ANNULLA = (S.BOZZA, S.APERTA, S.IN_VALUTAZIONE)


@transaction.atomic
def chiudi_richieste(*, autore: Contesto, adesso: datetime, procedura_id: int) -> Procedura:
    """Close the requests once their term is over, and go on to the assessment.

    Of the dirigente. Raises AttoRifiutato before the term, and when nobody has asked.
    """
    procedura = blocca_procedura(autore, procedura_id, S.APERTA)
    _esigi_scaduta(procedura, adesso)
    inviate = _inviate(procedura)
    if not inviate:
        testo = "Nessuno ha inviato la richiesta: si procede d’ufficio, con un motivo."
        raise rifiuta("nessuna_richiesta", testo, D_UFFICIO)
    procedura.stato, procedura.chiusa_il = S.IN_VALUTAZIONE.value, adesso
    return compiuto(
        autore, adesso, procedura, "chiude richieste del bonus", "stato", "chiusa_il",
        persone=inviate,
    )  # fmt: skip


@transaction.atomic
def procede_d_ufficio(
    *, autore: Contesto, adesso: datetime, procedura_id: int, motivo: str
) -> Procedura:
    """Nobody asked: the dirigente assesses everybody, by the same criteria (art. 4).

    Each gets a row of office, empty. What somebody began, or took back, stays as it is and of its
    author alone. Raises AttoRifiutato before the term, and when somebody has asked.
    """
    procedura = blocca_procedura(autore, procedura_id, S.APERTA)
    _esigi_scaduta(procedura, adesso)
    if _inviate(procedura):
        raise rifiuta(
            "qualcuno_ha_chiesto", "Qualcuno ha chiesto: si valuta chi ha chiesto.", D_UFFICIO
        )
    if not motivo.strip():
        raise rifiuta("motivo", "Scrivi perché si procede d’ufficio.", D_UFFICIO, "motivo")
    persone = list(partecipanti(procedura, timezone.localdate(adesso)))
    Richiesta.objects.bulk_create(
        Richiesta(
            istituto=autore.istituto, procedura=procedura, persona=chi, cominciata_il=adesso,
            stato=StatoRichiesta.D_UFFICIO.value,
        )
        for chi in persone
    )  # fmt: skip
    procedura.stato, procedura.chiusa_il = S.IN_VALUTAZIONE.value, adesso
    procedura.motivo_d_ufficio = motivo.strip()
    return compiuto(
        autore, adesso, procedura, "procede d’ufficio al bonus",
        "stato", "chiusa_il", "motivo_d_ufficio", persone=len(persone),
    )  # fmt: skip


@transaction.atomic
def annulla_procedura(
    *, autore: Contesto, adesso: datetime, procedura_id: int, motivo: str
) -> Procedura:
    """Annul a procedure that was not decreed, with a reason; another may take its place.

    Of the dirigente. What was declared stays, and counts nothing. Raises AttoRifiutato.
    """
    procedura = blocca_procedura(autore, procedura_id, *SI_ANNULLA)
    if not motivo.strip():
        raise rifiuta("motivo", "Scrivi perché si annulla.", campo="motivo")
    procedura.stato, procedura.annullata_il = S.ANNULLATA.value, adesso
    procedura.motivo_annullamento = motivo.strip()
    return compiuto(
        autore, adesso, procedura, "annulla procedura del bonus",
        "stato", "annullata_il", "motivo_annullamento",
    )  # fmt: skip


def _esigi_scaduta(procedura: Procedura, adesso: datetime) -> None:
    if procedura.scade is not None and adesso < procedura.scade:
        testo = f"Si può chiedere fino a {giorno_e_ora(procedura.scade)}: si chiude dopo."
        raise rifiuta("non_scaduta", testo, RICHIESTA)


def _inviate(procedura: Procedura) -> int:
    righe = Richiesta.objects.filter(istituto_id=procedura.istituto_id, procedura=procedura)
    return righe.filter(stato=StatoRichiesta.INVIATA.value).count()
