"""At the change of year an agreement of two years goes on in its second one."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.norme.rules.anno import AnnoScolastico as Anno
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico
from patto_formativo.models import Corsista, Versione
from patto_formativo.queries.patti import in_vigore
from patto_formativo.rules.contenuto import ELEMENTI
from patto_formativo.services.corsisti import blocca_corsista
from patto_formativo.services.iscrizioni.perfezionamento import dai_incarichi


@transaction.atomic
def continua_nel_secondo_anno(
    *, autore: Contesto, adesso: datetime, corsisti: Collection[int]
) -> list[Corsista]:
    """Carry persons whose agreement lasts two years into the second: the office may.

    Who goes on already is left as is. Raises AttoRifiutato for an agreement of one year, and
    while the next school year has not been prepared.
    """
    return [_continua(autore, adesso, pk) for pk in sorted(set(corsisti))]


def _continua(autore: Contesto, adesso: datetime, corsista_id: int) -> Corsista:
    corsista = blocca_corsista(autore, corsista_id)
    if corsista.ultimo_anno_id is not None:
        return corsista
    versione = in_vigore(corsista)
    if versione is None or versione.anni != 2:
        testo = "Solo un patto di due anni in corso continua: per gli altri si rinegozia la durata."
        raise rifiuta("non_biennale", testo, ELEMENTI)
    inizio = corsista.anno_scolastico.inizio + 1
    prossimo = AnnoScolastico.objects.filter(istituto=autore.istituto, inizio=inizio).first()
    if prossimo is None:
        testo = f"L’anno scolastico {inizio}/{(inizio + 1) % 100:02d} non è ancora preparato."
        raise rifiuta("senza_anno", testo, ELEMENTI)
    corsista.ultimo_anno = prossimo
    corsista.save(update_fields=["ultimo_anno"])
    dai_incarichi(
        corsista.domanda, corsista.persona, dal=autore.oggi, ultimo_anno=inizio, oggi=autore.oggi
    )
    annota(
        autore=autore, adesso=adesso, azione="continua nel secondo anno", oggetto=corsista,
        dati={"anno": prossimo.pk, "versione": versione.pk},
    )  # fmt: skip
    return corsista


@transaction.atomic
def allinea_durata(*, autore: Contesto, adesso: datetime, versione: Versione) -> None:
    """Bring the path to the years of the agreement that comes into force: part of that act.

    One year takes away a second one that was asked for at the enrolment and has not begun. Of two
    the second is given by the office at the change of year, if the enrolment had not asked for it.
    """
    corsista = blocca_corsista(autore, versione.patto.corsista_id)
    ultimo = corsista.ultimo_anno
    if (
        versione.anni == 1
        and ultimo is not None
        and timezone.localdate(adesso) < Anno(ultimo.inizio).dal
    ):
        corsista.ultimo_anno = None
        corsista.save(update_fields=["ultimo_anno"])
