"""How long what was written of the selections is kept.

Grids, projects, calls and what was ascertained after them are acts of the school, and name nobody
but who is responsible and who signs.
"""

from cpia.scuola.conservazione import ARCHIVIO, MASSIMARIO, con, per_sempre

ATTI = per_sempre(f"{ARCHIVIO}; {MASSIMARIO}: incarichi e contratti, bandi e avvisi")

TERMINI = {
    "selezioni_pon.Griglia": ATTI,
    "selezioni_pon.Progetto": ATTI,
    "selezioni_pon.Selezione": ATTI,
    "selezioni_pon.Avviso": ATTI,
    "selezioni_pon.Impossibilita": con("selezioni_pon.Avviso"),
}
