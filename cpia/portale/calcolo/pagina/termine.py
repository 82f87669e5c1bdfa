"""How the kind ``termine`` is asked and answered on the page."""

from cpia.norme.enums import TipoSeduta
from cpia.portale.calcolo.pagina.descrizione import (
    ORGANO,
    PROFILO,
    Campo,
    Genere,
    Modulo,
    Voce,
    scelte,
)

MODULO = Modulo(
    titolo="Preavviso di una seduta",
    riga="Si prova se una convocazione è nei termini, e qual è l’ultimo giorno utile.",
    esempio={
        "profilo": "cpia-napoli-provincia-2",
        "organo": "collegio_docenti",
        "tipo": "ordinaria",
        "seduta": "2026-03-20",
        "convocazione": "2026-03-15",
    },
    campi=(
        PROFILO,
        ORGANO,
        Campo("tipo", "Seduta", Genere.SCELTA, scelte(TipoSeduta)),
        Campo("convocazione", "Giorno della convocazione", Genere.GIORNO),
        Campo("seduta", "Giorno della seduta", Genere.GIORNO),
    ),
    voci=(
        Voce("nei_termini", "Nei termini", Genere.SI_NO),
        Voce("ultimo_giorno_utile", "Ultimo giorno utile", Genere.GIORNO),
        Voce("giorni_preavviso", "Giorni di preavviso", Genere.INTERO),
    ),
)
