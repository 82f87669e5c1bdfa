"""Who has not answered is reminded, at most once a day; and whether a notice is still due."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.documents import richiesta
from cpia.avvisi.circolari.errori import esigi
from cpia.avvisi.circolari.queries import destinatari as lettura
from cpia.avvisi.circolari.queries.ricevute import (
    SOLLECITO,
    mancano,
    situazione,
    ultimo_sollecito,
)
from cpia.avvisi.circolari.services.bozze import blocca
from cpia.avvisi.circolari.services.uscita import ANNULLATA, manda
from cpia.avvisi.models import Circolare, Promemoria
from cpia.scuola.access import Contesto


@transaction.atomic
def sollecita_circolare(*, autore: Contesto, adesso: datetime, circolare_id: int) -> int:
    """Remind all who have not said what the circular asks, and still have a role of it; how many.

    Raises ``CircolareRifiutata`` when nobody is missing or today they were reminded already.
    """
    circolare = blocca(autore, circolare_id)
    righe = lettura.destinatari(circolare)
    di_oggi = lettura.persone(autore.istituto.pk, righe, autore.oggi)
    persone = list(di_oggi.filter(pk__in=mancano(circolare).values("persona_id")))
    ultimo = ultimo_sollecito(circolare)
    gia_oggi = ultimo is not None and timezone.localdate(ultimo) == autore.oggi
    esigi(rules.verifica_sollecito(situazione(circolare), mancano=len(persone), gia_oggi=gia_oggi))
    quanti = manda(
        circolare,
        persone,
        SOLLECITO,
        f"{rules.sollecito(circolare.riscontro)} {richiesta(circolare, autore.oggi)}",
        adesso,
        giorno_della_chiave=autore.oggi.isoformat(),
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="sollecita circolare",
        oggetto=circolare,
        dati={"persone": quanti},
    )
    return quanti


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether this person must still be told: has a role of the circular, has not answered."""
    circolare = Circolare.objects.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento)
    ).first()
    if circolare is None:
        return False
    if (circolare.annullata_il is not None) != (promemoria.tipo == ANNULLATA):
        return False
    righe, oggi = lettura.destinatari(circolare), timezone.localdate(adesso)
    di_oggi = lettura.persone(circolare.istituto_id, righe, oggi)
    if not di_oggi.filter(pk=promemoria.id_persona).exists():
        return False
    detto = not mancano(circolare).filter(persona_id=promemoria.id_persona).exists()
    return promemoria.tipo == ANNULLATA or not detto
