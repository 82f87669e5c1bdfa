"""How the kind ``competenze`` is asked and answered on the page."""

from competenze.enums import Livello, Mezzo
from cpia.portale.calcolo.pagina.descrizione import Campo, Genere, Modulo, Righe, Voce, scelte

MODULO = Modulo(
    titolo="Livelli di competenza",
    riga="Si prova che livello darebbero le valutazioni dei docenti.",
    esempio={
        "mezzo": "in_su",
        "minimo_valutazioni": 1,
        "valutazioni": [
            {"studente": "s1", "competenza": "digitale", "disciplina": "fisica", "livello": "B"},
            {"studente": "s1", "competenza": "digitale", "disciplina": "chimica", "livello": "C"},
        ],
    },
    campi=(
        Campo("mezzo", "Il mezzo", Genere.SCELTA, scelte(Mezzo), Mezzo.IN_SU),
        Campo("minimo_valutazioni", "Valutazioni necessarie", Genere.INTERO, predefinito="1"),
    ),
    righe=Righe(
        "valutazioni",
        "Le valutazioni",
        "Una riga per ogni valutazione; le righe vuote non contano. La competenza ha un codice, "
        "come «digitale»; le lingue si scrivono «multilinguistica:inglese».",
        (
            Campo("studente", "Studente"),
            Campo("competenza", "Competenza"),
            Campo("disciplina", "Disciplina"),
            Campo("livello", "Livello", Genere.SCELTA, scelte(Livello)),
        ),
        "Scrivere almeno una valutazione.",
    ),
    elenco="esiti",
    niente="Nessuna valutazione, nessun livello.",
    voci=(
        Voce("studente", "Studente"),
        Voce("competenza", "Competenza"),
        Voce("numero", "Valutazioni", Genere.INTERO),
        Voce("media", "Media", Genere.INTERO),
        Voce("livello", "Livello", Genere.LIVELLO, vuoto="da definire"),
    ),
)
