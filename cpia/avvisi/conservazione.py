"""How long notices and jobs are kept: as long as they can serve as proof, then they go."""

from cpia.scuola.conservazione import con, per_mesi

TERMINI = {
    "avvisi.Scadenza": per_mesi(24, "fine dell’anno scolastico in cui cade"),
    "avvisi.Promemoria": per_mesi(24, "invio, come prova di aver avvisato"),
    "avvisi.Notifica": con("avvisi.Promemoria"),
    "avvisi.Lavoro": per_mesi(3, "fine del lavoro"),
}
