"""How long levels and certificates are kept."""

from cpia.scuola.conservazione import ARCHIVIO, MASSIMARIO, con, per_mesi, per_sempre

SCRUTINIO = per_sempre(f"{ARCHIVIO}; {MASSIMARIO}: scrutini e certificazioni")

TERMINI = {
    "competenze.Rilevazione": SCRUTINIO,
    "competenze.Abbinamento": con("competenze.Rilevazione"),
    "competenze.ClasseRilevata": SCRUTINIO,
    "competenze.LivelloCertificato": SCRUTINIO,
    "competenze.Decisione": SCRUTINIO,
    "competenze.Emissione": SCRUTINIO,
    "competenze.Certificato": SCRUTINIO,
    "competenze.Tabellone": SCRUTINIO,
    "competenze.RigaLibera": SCRUTINIO,
    # What a teacher proposed serves until the pupil has left and nobody can appeal any more.
    "competenze.Inserimento": per_mesi(72, "fine dell’anno scolastico"),
    "competenze.Valutazione": per_mesi(72, "fine dell’anno scolastico"),
}
