"""What the office asks to be copied into the new year."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from cpia.scuola import registri
from cpia.scuola.access import Contesto
from cpia.scuola.anno.services.blocco import blocca
from cpia.scuola.enums import ModoDocenti
from cpia.scuola.models import AnnoScolastico


@transaction.atomic
def scegli_copie(
    *,
    autore: Contesto,
    adesso: datetime,
    anno: AnnoScolastico,
    aggiungi: Collection[str] = (),
    togli: Collection[str] = (),
    docenti: ModoDocenti | None = None,
) -> int:
    """Record what is to be copied, by the keys of the proposals; how many are chosen in all.

    ``togli`` is taken away first. Nothing is copied until the passage.
    """
    passaggio = blocca(autore, anno)
    prima = (passaggio.docenti, set(passaggio.scelte))
    scelte = (prima[1] - set(togli)) | set(aggiungi)
    if (docenti or prima[0], scelte) == prima:
        return len(scelte)
    passaggio.docenti, passaggio.scelte = docenti or passaggio.docenti, sorted(scelte)
    passaggio.save(update_fields=["docenti", "scelte"])
    registri.annota(
        autore=autore,
        adesso=adesso,
        azione="sceglie che cosa copiare",
        oggetto=passaggio,
        dati={"docenti": passaggio.docenti, "scelte": len(scelte)},
    )
    return len(scelte)
