"""How long what the organs did is kept."""

from cpia.scuola.conservazione import ARCHIVIO, MASSIMARIO, con, per_mesi, per_sempre

VERBALI = per_sempre(f"{ARCHIVIO}; {MASSIMARIO}: verbali e deliberazioni degli organi collegiali")
ELEZIONI = per_mesi(72, "proclamazione degli eletti")

TERMINI = {
    "organi_collegiali.OrganoCollegiale": VERBALI,
    "organi_collegiali.Composizione": con("organi_collegiali.OrganoCollegiale"),
    "organi_collegiali.Mandato": VERBALI,
    # What was voted at the ballot boxes is in the minutes of the electoral board.
    "organi_collegiali.Elezione": ELEZIONI,
    "organi_collegiali.ListaElettorale": ELEZIONI,
    "organi_collegiali.Candidatura": ELEZIONI,
    "organi_collegiali.Numeratore": VERBALI,
    "organi_collegiali.Seduta": VERBALI,
    "organi_collegiali.Avviso": con("organi_collegiali.Seduta"),
    "organi_collegiali.PuntoAggiunto": con("organi_collegiali.Seduta"),
    "organi_collegiali.AllegatoAggiunto": con("organi_collegiali.Seduta"),
    "organi_collegiali.Convocato": con("organi_collegiali.Seduta"),
    "organi_collegiali.InvitoAlPunto": con("organi_collegiali.Seduta"),
    "organi_collegiali.Movimento": con("organi_collegiali.Seduta"),
    "organi_collegiali.Sospensione": con("organi_collegiali.Seduta"),
    "organi_collegiali.Punto": con("organi_collegiali.Seduta"),
    "organi_collegiali.Allegato": con("organi_collegiali.Seduta"),
    "organi_collegiali.Dichiarazione": con("organi_collegiali.Seduta"),
    "organi_collegiali.Intervento": con("organi_collegiali.Seduta"),
    "organi_collegiali.Interesse": con("organi_collegiali.Seduta"),
    "organi_collegiali.Anomalia": con("organi_collegiali.Seduta"),
    "organi_collegiali.Richiesta": VERBALI,
    "organi_collegiali.FirmaRichiesta": con("organi_collegiali.Richiesta"),
    "organi_collegiali.RaccoltaFirme": VERBALI,
    "organi_collegiali.FirmaRaccolta": con("organi_collegiali.RaccoltaFirme"),
    "organi_collegiali.Mozione": VERBALI,
    "organi_collegiali.Votazione": con("organi_collegiali.Seduta"),
    "organi_collegiali.Proposta": con("organi_collegiali.Votazione"),
    "organi_collegiali.ElezioneInSeduta": con("organi_collegiali.Votazione"),
    "organi_collegiali.Seggio": con("organi_collegiali.Votazione"),
    "organi_collegiali.VotoPalese": con("organi_collegiali.Votazione"),
    "organi_collegiali.Votante": con("organi_collegiali.Votazione"),
    "organi_collegiali.Scheda": con("organi_collegiali.Votazione"),
    "organi_collegiali.Delibera": VERBALI,
    "organi_collegiali.Dissenso": con("organi_collegiali.Delibera"),
    "organi_collegiali.Effetto": con("organi_collegiali.Delibera"),
    "organi_collegiali.Seguito": con("organi_collegiali.Delibera"),
    "organi_collegiali.Frase": per_sempre("frasario dell’ufficio: nessun dato personale"),
    "organi_collegiali.Verbale": VERBALI,
    "organi_collegiali.Rilievo": con("organi_collegiali.Verbale"),
    "organi_collegiali.AllegatoVerbale": con("organi_collegiali.Verbale"),
}
