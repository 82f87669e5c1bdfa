"""The public version of the minutes goes on the albo, within the school's own term."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from cpia.atti.albo.services import pubblica_documento
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.models import Documento
from cpia.atti.services import annota, sostituisci_documento
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.documents.testo_verbale import testo_verbale
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.models import Verbale
from organi_collegiali.queries.verbali.materia import materia
from organi_collegiali.queries.verbali.verbali import stato_di
from organi_collegiali.rules.verbali import stati_verbale as rules
from organi_collegiali.services.verbali.blocco_verbale import blocca_verbale
from organi_collegiali.services.verbali.carte_verbali import carta_con_omissis, chiedi_stampa


@transaction.atomic
def pubblica_verbale(
    *, autore: Contesto, adesso: datetime, verbale_id: int, per_esteso: Collection[int] = ()
) -> Verbale:
    """Put the minutes with omissis on the albo (`001` art. 9).

    ``per_esteso`` are the items on persons whose persons asked that they be published (D.P.R.
    416/1974 art. 27 c. 3): for those another paper is made, which takes the place of the one
    made at the signature. Raises AttoRifiutato for minutes that are not signed, not printed, or
    of a reserved sitting.
    """
    verbale = blocca_verbale(autore, verbale_id)
    stampato = verbale.pagina_da is not None
    esigi(rules.verifica_pubblicazione(stato_di(verbale), stampato=stampato))
    carta = _carta(autore, adesso, verbale, per_esteso)
    verbale.pubblicazione = pubblica_documento(
        autore=autore,
        adesso=adesso,
        documento=carta,
        categoria=CategoriaAlbo.ORGANI,
        oggetto=carta.titolo,
        con_dati_personali=True,
        oggetto_dopo=carta.titolo,
    )
    verbale.stato, verbale.con_omissis = StatoVerbale.PUBBLICATO, carta
    verbale.save(update_fields=["stato", "con_omissis", "pubblicazione"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="pubblica il verbale",
        oggetto=verbale,
        dati={"pubblicazione": verbale.pubblicazione.pk, "per_esteso": sorted(per_esteso)},
    )
    return verbale


def _carta(
    autore: Contesto, adesso: datetime, verbale: Verbale, per_esteso: Collection[int]
) -> Documento:
    if verbale.con_omissis is None:
        raise ValueError("un verbale firmato ha le sue carte")
    if not per_esteso:
        return verbale.con_omissis
    nuova = carta_con_omissis(
        autore=autore,
        adesso=adesso,
        verbale=verbale,
        testo=testo_verbale(materia(verbale)),
        per_esteso=per_esteso,
    )
    sostituisci_documento(autore=autore, adesso=adesso, vecchio=verbale.con_omissis, nuovo=nuova)
    verbale.con_omissis = nuova
    verbale.save(update_fields=["con_omissis"])
    chiedi_stampa(autore=autore, adesso=adesso, verbale=verbale)
    return nuova
