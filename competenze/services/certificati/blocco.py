"""The class held still while an act on its papers is judged, and the names of the printing."""

from competenze.models import ClasseRilevata
from cpia.scuola.access import Contesto

STAMPA = "competenze.stampa_emissione"
STAMPA_TABELLONE = "competenze.stampa_tabellone"


def blocca_per_stampe(autore: Contesto, rilevata_id: int) -> ClasseRilevata:
    return (
        ClasseRilevata.objects.select_for_update(of=("self",))
        .select_related(
            "istituto",
            "rilevazione__anno_scolastico",
            "rilevazione__quadro",
            "classe__corso",
            "classe__sede",
        )
        .get(istituto=autore.istituto, pk=rilevata_id)
    )
