"""How long what has left the office is kept."""

from cpia.scuola.conservazione import ARCHIVIO, MASSIMARIO, Poi, con, per_mesi, per_sempre

PROTOCOLLO = per_sempre(f"DPR 445/2000 artt. 53 e 68; {MASSIMARIO}: registri di protocollo")

TERMINI = {
    "atti.Contatore": PROTOCOLLO,
    "atti.Protocollo": PROTOCOLLO,
    "atti.Documento": per_sempre(f"{ARCHIVIO}; DPR 445/2000 art. 68"),
    # The record of the albo stays; personal data and public files go when the publication ends.
    "atti.Pubblicazione": per_sempre(f"L. 69/2009 art. 32; {MASSIMARIO}: repertori"),
    "atti.FilePubblicazione": con("atti.Pubblicazione"),
    # The line and the hash of its payload stay, so that the chain of the seals still holds.
    "atti.Operazione": per_mesi(120, "giorno dell’operazione", Poi.SI_SVUOTA),
    "atti.Sigillo": con("atti.Operazione"),
}
