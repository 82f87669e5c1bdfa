"""President and secretary sign the approved words; then the minutes are printed."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.documents.testo_verbale import testo_verbale
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.models import Verbale
from organi_collegiali.queries.verbali.materia import materia
from organi_collegiali.queries.verbali.verbali import stato_di
from organi_collegiali.rules.verbali import stati_verbale as rules
from organi_collegiali.services.verbali.blocco_verbale import blocca_verbale
from organi_collegiali.services.verbali.carte_verbali import emetti_carte

# The quality in which one signs, and the field of the sitting that says who it is.
QUALITA = {"presidente": "presiede_id", "segretario": "verbalizza_id"}


@transaction.atomic
def firma_verbale(*, autore: Contesto, adesso: datetime, verbale_id: int, impronta: str) -> Verbale:
    """Sign exactly the words whose SHA-256 is ``impronta`` (C.M. 105/1975 art. 1).

    Only who presided over the sitting and who wrote its minutes, once each. With the second
    signature the minutes are signed and go to the printer. Raises AttoRifiutato, to anybody else
    too and for other words.
    """
    verbale = blocca_verbale(autore, verbale_id)
    mie = [q for q, chi in QUALITA.items() if getattr(verbale.seduta, chi) == autore.persona.pk]
    da_mettere = [q for q in mie if getattr(verbale, f"firma_{q}_il") is None]
    testo = testo_verbale(materia(verbale))
    esigi(
        rules.verifica_firma(
            stato_di(verbale),
            tocca_a_lui=bool(mie),
            gia_firmato=not da_mettere,
            stesso_testo=impronta == testo.impronta,
        )
    )
    for qualita in da_mettere:
        setattr(verbale, f"firma_{qualita}", autore.persona)
        setattr(verbale, f"firma_{qualita}_il", adesso)
    firmato = bool(verbale.firma_presidente_il and verbale.firma_segretario_il)
    verbale.stato = StatoVerbale.FIRMATO if firmato else StatoVerbale.APPROVATO
    campi = [f"firma_{q}{parte}" for q in da_mettere for parte in ("", "_il")]
    verbale.save(update_fields=["stato", *campi])
    annota(
        autore=autore,
        adesso=adesso,
        azione="firma il verbale",
        oggetto=verbale,
        dati={"qualita": da_mettere, "impronta": impronta},
    )
    if firmato:
        emetti_carte(autore=autore, adesso=adesso, verbale=verbale, testo=testo)
    return verbale
