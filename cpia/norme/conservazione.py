"""How long the regulations of an institute are kept."""

from cpia.scuola.conservazione import ARCHIVIO, con, per_sempre

TERMINI = {
    "norme.Regolamento": per_sempre(
        f"{ARCHIVIO}: gli atti vecchi si leggono con le regole di allora"
    ),
    "norme.Parametro": con("norme.Regolamento"),
    "norme.Chiusura": per_sempre(
        f"{ARCHIVIO}: i termini già decorsi si contano con i giorni di allora"
    ),
}
