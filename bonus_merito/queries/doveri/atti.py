"""The outcome to publish."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from bonus_merito.queries.doveri.quadro import Aperta
from bonus_merito.queries.doveri.termini import SETTIMANA
from bonus_merito.queries.termini import da_pubblicare, pubblicazione_scelta
from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo


def doveri(una: Aperta, oggi: date) -> Iterator[Dovere]:
    """Of who directs, after the decree. No query."""
    procedura = una.procedura
    if not da_pubblicare(procedura):
        return
    dal = timezone.localdate(procedura.decretata_il) if procedura.decretata_il else oggi
    testo = "Il decreto è firmato: l’esito va all’albo, e da lì si contano i giorni del reclamo."
    yield Dovere(
        chiave=f"bonus.pubblica.{una.pk}",
        titolo=f"Esito del bonus {una.anno} da pubblicare",
        dettaglio=testo,
        verbo="Pubblica",
        pagina="bonus:pubblicazione",
        oggetto=una.pk,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("pubblicazione", pubblicazione_scelta(procedura).fonte, testo),),
    )
