"""Approved agreements of two schools that the other one does not have, or has not ratified."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale
from patto_formativo.models import Versione
from patto_formativo.queries.ratifiche import aspetta_ratifica, di_queste_parole
from patto_formativo.rules.condivisione import ART_4
from patto_formativo.rules.doveri import SETTIMANA

PERCHE: Final = (
    "Al patto partecipa un’altra scuola: nessuno firma prima che lo abbia ratificato. Si condivide "
    "il testo approvato; se non è stato ratificato, prima si corregge."
)


def si_aspetta(versione: Versione) -> bool:
    """Whether nothing is to be done here: the other school has ratified it, or has to answer."""
    if aspetta_ratifica(versione) is None:
        return True
    riga = di_queste_parole(versione)
    return riga is not None and riga.ratificata_il is None


def doveri(ferme: Iterable[Versione]) -> Iterator[Dovere]:
    """Of the tutors, one row each. No query. The remark is on the page: it may name who studies."""
    gruppi: dict[int, list[Versione]] = defaultdict(list)
    for versione in ferme:
        if (tutor := versione.patto.corsista.tutor_id) is not None:
            gruppi[tutor].append(versione)
    for tutor, righe in gruppi.items():
        prima = min(timezone.localdate(versione.approvata_il) for versione in righe)
        uno = righe[0].patto.corsista_id if len(righe) == 1 else None
        yield Dovere(
            chiave=f"patto.da_condividere.{tutor}",
            titolo=plurale(
                len(righe), "patto di due scuole da condividere",
                "patti di due scuole da condividere",
            ),
            dettaglio=PERCHE,
            verbo="Apri",
            pagina="patto:patto" if uno else "patto:da_firmare",
            oggetto=uno,
            visibile_dal=prima,
            entro_il=prima + SETTIMANA,
            persona=tutor,
            perche=(Motivo("ratifica", ART_4, PERCHE),),
        )  # fmt: skip
