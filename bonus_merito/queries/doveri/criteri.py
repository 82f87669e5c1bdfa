"""The adopted criteria that nobody can read yet."""

from collections.abc import Iterable, Iterator
from datetime import date

from bonus_merito.models import Criteri
from bonus_merito.queries.criteri.lettura import da_pubblicare
from bonus_merito.queries.doveri.termini import SETTIMANA
from bonus_merito.rules.criteri import PUBBLICI
from cpia.avvisi.rules import Dovere
from cpia.norme.rules import anno_scolastico
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo


def leggi(istituto_id: int, oggi: date) -> list[Criteri]:
    """Those of this school year or of one to come. One query."""
    return list(da_pubblicare(istituto_id, anno_scolastico(oggi).inizio))


def doveri(criteri: Iterable[Criteri], oggi: date) -> Iterator[Dovere]:
    """Of the office that keeps the albo. No query."""
    for uno in criteri:
        dal = uno.adottati_il or oggi
        testo = "Sono adottati e non sono all’albo: senza, le richieste non si aprono."
        yield Dovere(
            chiave=f"bonus.criteri.{uno.pk}",
            titolo=f"Criteri del bonus {uno.anno_scolastico} da pubblicare all’albo",
            dettaglio=testo,
            verbo="Apri",
            pagina="bonus:criterio_scheda",
            oggetto=uno.pk,
            visibile_dal=dal,
            entro_il=dal + SETTIMANA,
            ruolo=Ruolo.SEGRETERIA_PROTOCOLLO,
            perche=(Motivo("pubblicazione", PUBBLICI, testo),),
        )
