"""How long what was written about who learns is kept.

The agreement, the certificate and what they rest on make the file of a pupil, which a school
keeps for ever; the papers shown to enrol or to prove something serve their end and go.
"""

from cpia.scuola.conservazione import (
    ARCHIVIO,
    LIMITAZIONE,
    MASSIMARIO,
    Poi,
    con,
    per_mesi,
    per_sempre,
)

FASCICOLO = per_sempre(f"{ARCHIVIO}; {MASSIMARIO}: fascicoli e registri degli alunni")
STRUTTURA = per_sempre(f"{ARCHIVIO}; {MASSIMARIO}: piano dell’offerta formativa")
# A copy of a permit or of an identity card proves that it was seen; then the day is enough.
CARTE = per_mesi(
    12, "chiusura del percorso", Poi.SI_SVUOTA,
    f"{LIMITAZIONE}; D.P.R. 445/2000 art. 45 e art. 71",
)  # fmt: skip
# A life told to a tutor, and what a test showed of it, serve until the certificate is out and
# nobody can appeal any more.
RACCONTO = per_mesi(72, "chiusura del percorso", Poi.SI_SVUOTA)
FREQUENZA = per_sempre(f"{MASSIMARIO}: registri di classe")

TERMINI = {
    "patto_formativo.AperturaIscrizioni": STRUTTURA,
    "patto_formativo.Offerta": STRUTTURA,
    "patto_formativo.QuadroOrario": STRUTTURA,
    "patto_formativo.UnitaApprendimento": con("patto_formativo.QuadroOrario"),
    "patto_formativo.DomandaIscrizione": per_mesi(
        120, "chiusura della domanda o del percorso", Poi.SI_SVUOTA,
        f"{MASSIMARIO}: domande di iscrizione",
    ),
    "patto_formativo.Carta": CARTE,
    "patto_formativo.Corsista": FASCICOLO,
    "patto_formativo.Incontro": FREQUENZA,
    "patto_formativo.PresenzaIncontro": con("patto_formativo.Incontro"),
    "patto_formativo.Intervista": RACCONTO,
    "patto_formativo.Prova": RACCONTO,
    "patto_formativo.Dossier": FASCICOLO,
    # What was recognised stays in the certificate, evidence by evidence; its file goes.
    "patto_formativo.Evidenza": per_mesi(72, "rilascio del certificato", Poi.SI_SVUOTA),
    "patto_formativo.Certificato": FASCICOLO,
    "patto_formativo.Patto": FASCICOLO,
    "patto_formativo.Versione": con("patto_formativo.Patto"),
    "patto_formativo.UnitaDelPatto": con("patto_formativo.Versione"),
    "patto_formativo.FirmaPatto": con("patto_formativo.Versione"),
    "patto_formativo.RichiestaModifica": con("patto_formativo.Versione"),
    # The other school keeps its own act; of the person nothing more than it was shown.
    "patto_formativo.Condivisione": per_mesi(72, "risposta dell’altro istituto", Poi.SI_SVUOTA),
    "patto_formativo.Gruppo": FREQUENZA,
    "patto_formativo.DocenteGruppo": con("patto_formativo.Gruppo"),
    "patto_formativo.Membro": con("patto_formativo.Gruppo"),
    "patto_formativo.Lezione": FREQUENZA,
    "patto_formativo.Presenza": con("patto_formativo.Lezione"),
    "patto_formativo.Segno": per_mesi(72, "chiusura del percorso"),
    "patto_formativo.AvvisoAssenza": FASCICOLO,
    "patto_formativo.Deroga": FASCICOLO,
    # No personal data but the name of who read them over, on a public text.
    "patto_formativo.TestoApprovato": per_sempre(f"{ARCHIVIO}: testi dell’istituto"),
}  # fmt: skip
