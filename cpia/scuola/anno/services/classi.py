"""The classes of the new year."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from cpia.scuola import registri
from cpia.scuola.access import Contesto
from cpia.scuola.anno.errori import PassaggioRifiutato
from cpia.scuola.anno.queries.lettura import leggi
from cpia.scuola.anno.rules.classi import Sorte, classi_del_nuovo_anno
from cpia.scuola.anno.services.blocco import blocca
from cpia.scuola.models import AnnoScolastico, Classe, Corso, Sede


@transaction.atomic
def prepara_classi(
    *, autore: Contesto, adesso: datetime, anno: AnnoScolastico, chiavi: Collection[str]
) -> int:
    """Make, in the year after ``anno``, the proposed classes that were asked for; how many.

    Those that are there already are left as they are: asked twice, nothing is made twice.
    """
    passaggio = blocca(autore, anno)
    letto = leggi(anno)
    voci = [
        voce
        for voce in classi_del_nuovo_anno(letto.vecchie, letto.nuove)
        if voce.sorte == Sorte.NUOVA and voce.chiave in chiavi
    ]
    prossimo = _prossimo(autore, anno) if voci else None
    nuove = Classe.objects.bulk_create(
        Classe(
            istituto=autore.istituto,
            anno_scolastico=prossimo,
            sede_id=voce.sede_id,
            corso_id=voce.corso.id,
            anno_di_corso=voce.posto[1],
            sezione=voce.posto[2],
        )
        for voce in voci
    )
    if nuove:
        registri.annota(
            autore=autore,
            adesso=adesso,
            azione="crea classi del nuovo anno",
            oggetto=passaggio,
            dati={"classi": [classe.pk for classe in nuove]},
        )
    return len(nuove)


@transaction.atomic
def aggiungi_classe(
    *,
    autore: Contesto,
    adesso: datetime,
    anno: AnnoScolastico,
    corso: Corso,
    anno_di_corso: int,
    sezione: str,
    sede: Sede,
) -> Classe:
    """Make one class of the year after ``anno`` by hand: where a class splits, or a new one begins.

    Raises PassaggioRifiutato when it is there already.
    """
    passaggio = blocca(autore, anno)
    prossimo = _prossimo(autore, anno)
    classe, nuova = Classe.objects.get_or_create(
        istituto=autore.istituto,
        anno_scolastico=prossimo,
        corso=corso,
        anno_di_corso=anno_di_corso,
        sezione=sezione.upper(),
        defaults={"sede": sede},
    )
    if not nuova:
        raise PassaggioRifiutato([f"Nel {prossimo} la {classe} c’è già."])
    registri.annota(
        autore=autore,
        adesso=adesso,
        azione="crea classi del nuovo anno",
        oggetto=passaggio,
        dati={"classi": [classe.pk]},
    )
    return classe


def _prossimo(autore: Contesto, anno: AnnoScolastico) -> AnnoScolastico:
    prossimo, _ = AnnoScolastico.objects.get_or_create(
        istituto=autore.istituto, inizio=anno.inizio + 1
    )
    return prossimo
