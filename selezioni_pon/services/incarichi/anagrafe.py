"""What the office told outside the school of an assignment is recorded, with its day."""

from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import vicenda_di
from selezioni_pon.rules.anagrafe import (
    CONFERITI,
    pagati_al,
    verifica_compensi,
    verifica_comunicazione,
)
from selezioni_pon.rules.efficacia import compensi_dovuti
from selezioni_pon.services.incarichi.blocco import blocca_contratto


@transaction.atomic
def comunica_incarico(
    *,
    autore: Contesto,
    adesso: datetime,
    contratto_id: int,
    versione: int,
    giorno: date,
    modo: str,
) -> Contratto:
    """Record when the Funzione pubblica was told, and how: who directs or the office may.

    Of who works from outside effect and pay wait for it (D.Lgs. 33/2013, art. 15 c. 2). Raises
    Conflitto, AttoRifiutato before the signature, the second time, for a day that cannot be.
    """
    contratto = blocca_contratto(autore, contratto_id)
    esigi_letta(contratto, versione)
    firmato = contratto.firmato_il
    if firmato is None or contratto.comunicato_il is not None:
        testo = "Si comunica una volta, un incarico firmato."
        raise rifiuta("non_si_comunica", testo, CONFERITI)
    if vicenda_di(contratto).obbligo is None:
        raise rifiuta("non_dovuta", "Questo incarico non va comunicato.", CONFERITI)
    esigi([*verifica_comunicazione(firmato, giorno, modo, autore.oggi)])
    contratto.comunicato_il, contratto.comunicazione = giorno, modo.strip()
    contratto.save(update_fields=["comunicato_il", "comunicazione", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="comunica incarico alla Funzione pubblica",
        oggetto=contratto, dati={"comunicato_il": giorno.isoformat(), "modo": modo.strip()},
    )  # fmt: skip
    return contratto


@transaction.atomic
def comunica_compensi(
    *, autore: Contesto, adesso: datetime, contratto_id: int, versione: int, giorno: date
) -> Contratto:
    """Record when the employer was told of all that was paid by then: who directs or the office.

    Source: D.Lgs. 165/2001, art. 53 c. 11. Raises Conflitto, AttoRifiutato where nothing is to be
    told, for a day that cannot be.
    """
    contratto = blocca_contratto(autore, contratto_id)
    esigi_letta(contratto, versione)
    vicenda = vicenda_di(contratto)
    esigi(verifica_compensi(compensi_dovuti(vicenda), giorno, autore.oggi))
    contratto.compensi_comunicati = pagati_al(vicenda.pagati, giorno)
    contratto.compensi_comunicati_il = giorno
    contratto.save(update_fields=["compensi_comunicati", "compensi_comunicati_il", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="comunica compensi all’amministrazione",
        oggetto=contratto,
        dati={"comunicato_il": giorno.isoformat(), "importo": contratto.compensi_comunicati},
    )  # fmt: skip
    return contratto
