"""How long notices and jobs are kept: as long as they can serve as proof, then they go."""

from cpia.scuola.conservazione import ARCHIVIO, MASSIMARIO, con, per_mesi, per_sempre

TERMINI = {
    "avvisi.Scadenza": per_mesi(24, "fine dell’anno scolastico in cui cade"),
    "avvisi.Promemoria": per_mesi(24, "invio, come prova di aver avvisato"),
    "avvisi.Notifica": con("avvisi.Promemoria"),
    "avvisi.PreferenzeAvvisi": con("scuola.Persona"),
    "avvisi.CalendarioPrivato": per_mesi(12, "revoca"),
    "avvisi.Circolare": per_sempre(f"{ARCHIVIO}; {MASSIMARIO}: circolari"),
    "avvisi.DestinatariCircolare": con("avvisi.Circolare"),
    "avvisi.FileCircolare": con("avvisi.Circolare"),
    "avvisi.RicevutaCircolare": per_mesi(24, "fine dell’anno scolastico"),
    "avvisi.Lavoro": per_mesi(3, "fine del lavoro"),
}
