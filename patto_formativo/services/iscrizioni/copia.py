"""A new year begins with what was offered in the year before."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico
from patto_formativo.models import Offerta, QuadroOrario, UnitaApprendimento
from patto_formativo.services.iscrizioni.anno import anno_da_aprire


@transaction.atomic
def copia_anno(*, autore: Contesto, adesso: datetime, inizio: int) -> AnnoScolastico:
    """Offer in a year the courses of the year before, with the hours and the units of the paths.

    Term and fee are decided each year and are not copied. Raises AttoRifiutato when something is
    offered already, or there is nothing to copy.
    """
    anno = anno_da_aprire(autore=autore, inizio=inizio)
    AnnoScolastico.objects.select_for_update().get(istituto=autore.istituto, pk=anno.pk)
    comune = {"istituto": autore.istituto, "anno_scolastico": anno}
    if Offerta.objects.filter(**comune).exists() or QuadroOrario.objects.filter(**comune).exists():
        raise rifiuta("non_vuoto", "In quest’anno c’è già qualcosa: si aggiunge a mano.")
    prima = {"istituto": autore.istituto, "anno_scolastico__inizio": inizio - 1}
    quanti = _offerte(anno, Offerta.objects.filter(**prima))
    quanti += _quadri(anno, QuadroOrario.objects.filter(**prima))
    if not quanti:
        raise rifiuta("niente", "Nell’anno prima non c’è nulla da copiare.")
    annota(
        autore=autore, adesso=adesso, azione="copia offerta dell’anno prima", oggetto=anno,
        dati={"righe": quanti},
    )  # fmt: skip
    return anno


def _offerte(anno: AnnoScolastico, vecchie: QuerySet[Offerta]) -> int:
    nuove = []
    for riga in vecchie:
        riga.pk, riga.anno_scolastico = None, anno
        nuove.append(riga)
    return len(Offerta.objects.bulk_create(nuove))


def _quadri(anno: AnnoScolastico, vecchi: QuerySet[QuadroOrario]) -> int:
    quanti = 0
    for quadro in vecchi:
        unita = list(quadro.unita.all())
        quadro.pk, quadro.anno_scolastico, quadro.estremi = None, anno, ""
        quadro.save(force_insert=True)
        for riga in unita:
            # An agreement of two years goes on with the units of the first.
            riga.da_unita_id = riga.radice
            riga.pk, riga.quadro = None, quadro
        UnitaApprendimento.objects.bulk_create(unita)
        quanti += 1
    return quanti
