"""The work of a commission is closed, and if need be opened again."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Commissione
from selezioni_pon.queries.commissione.lavori import lavori, membri
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.lavori import contro_la_chiusura, contro_la_riapertura
from selezioni_pon.services.commissione.blocco import blocca_aperta, blocca_commissione


@transaction.atomic
def chiudi_lavori(
    *, autore: Contesto, adesso: datetime, avviso_id: int, versione: int
) -> Commissione:
    """Close the work, when every application is closed: who presides may.

    From then on nothing is decided, and the ranking may be formed. Raises Conflitto when it is not
    the commission that was read, AttoRifiutato with all that is still open.
    """
    commissione = blocca_aperta(autore, avviso_id)
    esigi_letta(commissione, versione)
    righe = membri(commissione)
    presiede = any(
        una.presidente and una.cessato_il is None and una.persona_id == autore.persona.pk
        for una in righe
    )
    regole = regole_di(commissione.avviso).commissione
    esigi(contro_la_chiusura(lavori(commissione, righe), regole, presidente=presiede))
    commissione.chiusa_il = adesso
    commissione.save(update_fields=["chiusa_il", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="chiude lavori della commissione",
        oggetto=commissione,
    )  # fmt: skip
    return commissione


@transaction.atomic
def riapri_lavori(
    *, autore: Contesto, adesso: datetime, avviso_id: int, motivo: str
) -> Commissione:
    """Open the work again, with the reason: who directs may, until the ranking is final.

    Raises AttoRifiutato.
    """
    commissione = blocca_commissione(autore, avviso_id)
    ora = lavori(commissione, membri(commissione))
    esigi(contro_la_riapertura(ora, motivo))
    commissione.chiusa_il = None
    commissione.versione += 1
    commissione.save(update_fields=["chiusa_il", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="riapre lavori della commissione",
        oggetto=commissione, dati={"motivo": motivo.strip()},
    )  # fmt: skip
    return commissione
