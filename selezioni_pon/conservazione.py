"""How long what was written of the selections is kept.

Grids, projects, calls and what was ascertained after them are acts of the school, and name nobody
but who is responsible and who signs.
"""

from cpia.scuola.conservazione import ARCHIVIO, MASSIMARIO, con, per_mesi, per_sempre

ATTI = per_sempre(f"{ARCHIVIO}; {MASSIMARIO}: incarichi e contratti, bandi e avvisi")
ISCRIZIONI = per_sempre(f"{ARCHIVIO}; {MASSIMARIO}: iscrizioni e registri degli alunni")

TERMINI = {
    # The draft goes; what was sent is an act, and keeps the files that went with it.
    "selezioni_pon.Candidatura": per_mesi(12, "termine per inviarla, se non è stata inviata"),
    "selezioni_pon.Risposta": con("selezioni_pon.Candidatura"),
    "selezioni_pon.AllegatoCandidatura": con("selezioni_pon.Candidatura"),
    "selezioni_pon.Griglia": ATTI,
    "selezioni_pon.Progetto": ATTI,
    "selezioni_pon.Selezione": ATTI,
    "selezioni_pon.Avviso": ATTI,
    "selezioni_pon.Impossibilita": con("selezioni_pon.Avviso"),
    # What was sent has its protocol number: nothing of it is discarded without leave.
    "selezioni_pon.Invio": ATTI,
    "selezioni_pon.TitoloDichiarato": con("selezioni_pon.Invio"),
    "selezioni_pon.AllegatoInviato": con("selezioni_pon.Invio"),
    # Who assessed is part of the act; what each declared of an interest goes with the applications.
    "selezioni_pon.Commissione": ATTI,
    "selezioni_pon.Commissario": con("selezioni_pon.Commissione"),
    "selezioni_pon.Conflitto": con("selezioni_pon.Candidatura"),
    # What was decided of an application is part of what was sent, and its single points with it.
    "selezioni_pon.DecisioneTitolo": con("selezioni_pon.Invio"),
    "selezioni_pon.PuntiCommissario": con("selezioni_pon.Invio"),
    "selezioni_pon.PuntiConcordati": con("selezioni_pon.Invio"),
    "selezioni_pon.Esame": con("selezioni_pon.Invio"),
    # The register says who has registered and when: the row with the hash of the link goes.
    "selezioni_pon.RegistrazioneCandidato": per_mesi(
        1, "conferma; mai confermata, alla scadenza del collegamento"
    ),
    # A ranking is an act of the school; its rows are what it says, complaints what was said of it.
    "selezioni_pon.Graduatoria": ATTI,
    "selezioni_pon.RigaGraduatoria": con("selezioni_pon.Graduatoria"),
    "selezioni_pon.Sorteggio": con("selezioni_pon.Graduatoria"),
    "selezioni_pon.Reclamo": con("selezioni_pon.Graduatoria"),
    # Letters and contracts stay among the acts; on the public register for three years (33/2013).
    "selezioni_pon.Proposta": con("selezioni_pon.Graduatoria"),
    "selezioni_pon.Contratto": ATTI,
    "selezioni_pon.Proroga": con("selezioni_pon.Contratto"),
    "selezioni_pon.VerificaIncarico": con("selezioni_pon.Contratto"),
    # Who applied for a function is under a number, and part of the act that gave it.
    "selezioni_pon.ProceduraFunzioni": ATTI,
    "selezioni_pon.AreaFunzione": con("selezioni_pon.ProceduraFunzioni"),
    "selezioni_pon.CommissarioFunzioni": con("selezioni_pon.ProceduraFunzioni"),
    "selezioni_pon.ParitaFunzione": con("selezioni_pon.ProceduraFunzioni"),
    "selezioni_pon.DomandaFunzione": ATTI,
    "selezioni_pon.TitoloFunzione": con("selezioni_pon.DomandaFunzione"),
    "selezioni_pon.AttribuzioneFunzione": ATTI,
    "selezioni_pon.RelazioneFunzione": con("selezioni_pon.AttribuzioneFunzione"),
    # A request is under a number: nothing of it is discarded without leave.
    "selezioni_pon.IscrizioneEsperto": ATTI,
    # That there was a list stays; what families declared goes, precedences and their reasons too.
    "selezioni_pon.ElencoInfanzia": ISCRIZIONI,
    "selezioni_pon.SezioneInfanzia": con("selezioni_pon.ElencoInfanzia"),
    "selezioni_pon.VersioneInfanzia": con("selezioni_pon.ElencoInfanzia"),
    "selezioni_pon.SorteggioInfanzia": con("selezioni_pon.ElencoInfanzia"),
    "selezioni_pon.DomandaInfanzia": per_mesi(
        12, "fine dell’anno scolastico per cui ci si è iscritti"
    ),
    "selezioni_pon.TitoloInfanzia": con("selezioni_pon.DomandaInfanzia"),
    "selezioni_pon.RigaInfanzia": con("selezioni_pon.DomandaInfanzia"),
}
