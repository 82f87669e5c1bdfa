"""How the kind ``sanzione`` is asked and answered on the page."""

from cpia.portale.calcolo.pagina.descrizione import (
    PROFILO,
    Campo,
    Genere,
    Modulo,
    Voce,
    scelte,
)
from disciplina.enums import Calcolabile, Composizione, OrganoCompetente

MODULO = Modulo(
    titolo="Organo di una sanzione",
    riga="Si prova chi irroga una sanzione disciplinare, e se il regolamento si accorda con lo "
    "Statuto delle studentesse e degli studenti.",
    esempio={"profilo": "ic-porto-venere", "provvedimento": "sospensione", "giorni": 7},
    campi=(
        PROFILO,
        Campo("provvedimento", "Provvedimento", Genere.SCELTA, scelte(Calcolabile)),
        Campo("giorni", "Giorni", Genere.INTERO, nota="Solo di una sospensione."),
        Campo(
            "giorno",
            "Giorno del fatto",
            Genere.GIORNO,
            nota="Sceglie lo Statuto di allora; vuoto, quello di oggi.",
        ),
        Campo("sessione_esame", "È successo in una sessione d’esame", Genere.SI_NO),
    ),
    voci=(
        Voce(
            "organo",
            "Organo competente",
            vuoto="nessuno",
            parole=scelte(OrganoCompetente),
        ),
        Voce("composizione", "Composizione", parole=scelte(Composizione)),
        Voce("ammesso", "Ammesso", Genere.SI_NO),
    ),
)
