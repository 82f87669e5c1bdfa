"""Known parameters of the funzioni strumentali, given to teachers of the school who ask for one."""

from typing import Final

from cpia.norme.enums import Origine, TipoParametro
from cpia.norme.rules.chiave import Chiave

MODELLO: Final = (
    "prassi d’istituto, sul modello del CPIA Napoli Provincia 2: Regolamento funzioni strumentali"
)
ANNI_MASSIMI: Final = 20
MEMBRI_MASSIMI: Final = 15
ART_113: Final = "Costituzione, artt. 24 e 113: contro gli atti è sempre ammessa la tutela"

CHI: Final = (
    Chiave(
        "selezioni.funzioni.solo_di_ruolo", TipoParametro.BOOLEANO,
        "Le funzioni strumentali sono dei soli docenti a tempo indeterminato", "sì",
        f"{MODELLO}, n. 4",
    ),
    Chiave(
        "selezioni.funzioni.anni", TipoParametro.INTERO,
        "Anni di servizio nell’istituto per chiedere una funzione strumentale, almeno", "3",
        f"{MODELLO}, n. 5", minimo=0, massimo=ANNI_MASSIMI,
    ),
    Chiave(
        "selezioni.funzioni.ripiego", TipoParametro.BOOLEANO,
        "Se nessuno che la chiede ha quegli anni, la si dà anche a chi ne ha meno", "sì",
        f"{MODELLO}, n. 5",
    ),
    Chiave(
        "selezioni.funzioni.una_sola", TipoParametro.BOOLEANO,
        "Si concorre per una sola funzione strumentale", "sì", f"{MODELLO}, n. 5",
    ),
    Chiave(
        "selezioni.funzioni.collaboratore_escluso", TipoParametro.BOOLEANO,
        "Chi è collaboratore del dirigente non può avere una funzione strumentale", "sì",
        f"{MODELLO}, n. 5",
    ),
)  # fmt: skip

COMMISSIONE: Final = (
    Chiave(
        "selezioni.funzioni.membri", TipoParametro.INTERO,
        "Membri effettivi della commissione delle funzioni strumentali", "3",
        f"{MODELLO}, n. 5", minimo=1, massimo=MEMBRI_MASSIMI,
    ),
    Chiave(
        "selezioni.funzioni.supplenti", TipoParametro.INTERO,
        "Supplenti della commissione delle funzioni strumentali", "3",
        f"{MODELLO}, n. 5", minimo=0, massimo=MEMBRI_MASSIMI,
    ),
    Chiave(
        "selezioni.funzioni.inappellabile", TipoParametro.BOOLEANO,
        "La valutazione della commissione è detta inappellabile", "no", ART_113, Origine.LEGGE,
    ),
)  # fmt: skip

INCARICO: Final = (
    Chiave(
        "selezioni.funzioni.durata", TipoParametro.INTERO,
        "Anni scolastici per cui si dà una funzione strumentale", "1", f"{MODELLO}, n. 6",
        minimo=1, massimo=ANNI_MASSIMI,
    ),
    Chiave(
        "selezioni.funzioni.sottogruppo", TipoParametro.INTERO,
        "Docenti del sottogruppo di una funzione strumentale, al più", "3", f"{MODELLO}, n. 2",
        minimo=0, massimo=MEMBRI_MASSIMI,
    ),
    Chiave(
        "selezioni.funzioni.relazione_iniziale", TipoParametro.GIORNO_MESE,
        "Giorno entro cui si presenta la relazione che programma l’attività", "31/10",
        f"{MODELLO}, n. 7: «entro il mese di ottobre»",
    ),
    Chiave(
        "selezioni.funzioni.relazione_finale", TipoParametro.GIORNO_MESE,
        "Giorno entro cui si presenta la relazione conclusiva", "30/06",
        f"{MODELLO}, n. 7: «entro il mese di giugno»",
    ),
)  # fmt: skip

FUNZIONI: Final = (*CHI, *COMMISSIONE, *INCARICO)
