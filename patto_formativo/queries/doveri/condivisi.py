"""What a CPIA asks of another school of the network: to ratify the agreements it has shown."""

from django.db.models import Count, Min
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.models import Condivisione
from patto_formativo.rules.commissione import ART_4
from patto_formativo.rules.doveri import SETTIMANA


def doveri(istituto_id: int) -> list[Dovere]:
    """One row for who directs, whatever they are. One query."""
    conto = Condivisione.objects.filter(
        altro_istituto_id=istituto_id, ratificata_il__isnull=True
    ).aggregate(quante=Count("pk"), prima=Min("condivisa_il"))
    if not conto["quante"]:
        return []
    prima = timezone.localdate(conto["prima"])
    testo = (
        f"Il più vecchio è stato condiviso il {data_estesa(prima)}. Lo ratifica la sezione della "
        "scuola a cui appartiene l’altra parte del percorso."
    )
    return [
        Dovere(
            chiave="patto.condivisi",
            titolo=plurale(
                conto["quante"], "patto formativo condiviso da ratificare",
                "patti formativi condivisi da ratificare",
            ),
            dettaglio=testo,
            verbo="Apri",
            pagina="patto:condivisi",
            visibile_dal=prima,
            entro_il=prima + 2 * SETTIMANA,
            ruolo=Ruolo.DIRIGENTE,
            perche=(Motivo("ratifica", ART_4, testo),),
        )
    ]  # fmt: skip
