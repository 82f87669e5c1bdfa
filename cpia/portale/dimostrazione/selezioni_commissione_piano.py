"""What the commissions of spring decided: by surname and item, where a title is not accepted."""

from collections.abc import Mapping
from typing import Any

from cpia.portale.dimostrazione.selezioni_procedure_piano import REFERENTI, TEATRO, TUTOR
from selezioni_pon.enums import EsitoTitolo

Decisa = tuple[EsitoTitolo, Mapping[str, Any] | None, str]
RIDOTTO, RIFIUTATO = EsitoTitolo.RIDOTTO, EsitoTitolo.RIFIUTATO
DECISE: Mapping[str, Mapping[tuple[str, str], Decisa]] = {
    TEATRO.ruolo: {
        ("Vescovi", "C.1"): (
            RIDOTTO, {"quanti": 7},
            "Due dei nove laboratori sono di 6 ore: la griglia chiede almeno 8 ore ciascuno.",
        ),
        ("Castellazzi Brambilla", "B.1"): (
            RIFIUTATO, None, "Della rassegna non è indicato chi l’ha organizzata né in che ruolo."
        ),
        ("Volpi", "C.1"): (
            RIDOTTO, {"quanti": 5}, "Due corsi sono senza il numero delle ore."
        ),
    },
    TUTOR.ruolo: {
        ("Mazzucchelli", "D.1"): (
            RIDOTTO, {"quanti": 4}, "Due corsi sono sulla privacy: non attengono al laboratorio."
        ),
    },
    REFERENTI.ruolo: {
        ("Valotti", "8"): (
            RIFIUTATO, None, "L’uso della piattaforma non è documentato nel curriculum."
        ),
    },
}  # fmt: skip
# Of the application that was only begun: what nobody has looked at yet.
LASCIATI = ("C.1", "D.1")
PUNTI = {"E.1": "5", "E.2": "7", "E.3": "4", "E.4": "4"}
ALTRI_PUNTI = {"E.1": "6", "E.2": "6"}
POCHI_PUNTI = {"E.1": "4"}
ESCLUSA_PERCHE = (
    "Il titolo di studio dichiarato non è coerente con l’incarico, e la proposta non ha un "
    "percorso di 30 ore."
)
ESCLUSA_FONTE = "Avviso, requisiti di partecipazione"
