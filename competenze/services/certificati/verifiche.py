"""What stands in the way of the certificates besides the rules of the class itself."""

from competenze.queries import certificati as lettura
from competenze.rules.motivi import DM_14
from competenze.rules.stati import Casella
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.models import Persona


def caselle(congelata: lettura.ClasseCongelata) -> list[Casella]:
    """The cells of the frozen class, as the rule wants them."""
    return [
        Casella(
            studente=str(iscrizione.persona),
            competenza=colonna.nome,
            definita=bool(riga.livello),
        )
        for iscrizione in congelata.iscrizioni
        for colonna in congelata.colonne
        if (riga := congelata.livello(iscrizione, colonna)) is not None
    ]


def verifica_studenti(congelata: lettura.ClasseCongelata) -> list[Violazione]:
    """Who is in the class and cannot be certified as things stand, and why."""
    if not congelata.iscrizioni:
        return [
            Violazione("nessuno_studente", "Nella classe non c’è nessuno da certificare.", DM_14)
        ]
    congelati = set(congelata.iscrizioni)
    return [
        *(_non_congelato(i.persona) for i in congelata.classe.iscrizioni if i not in congelati),
        *(_uscito(i.persona) for i in congelata.usciti),
        *(_senza_nascita(i.persona) for i in congelata.iscrizioni if not _nascita(i.persona)),
    ]


def _non_congelato(persona: Persona) -> Violazione:
    testo = (
        f"{persona} è nella classe nel giorno dello scrutinio ma non fra gli studenti congelati: "
        "il dirigente riapre la classe e la si congela di nuovo."
    )
    return Violazione("studente_non_congelato", testo, DM_14)


def _uscito(persona: Persona) -> Violazione:
    testo = (
        f"{persona} è fra gli studenti congelati ma non è nella classe nel giorno dello scrutinio: "
        "il dirigente riapre la classe e la si congela di nuovo."
    )
    return Violazione("studente_uscito", testo, DM_14)


def _nascita(persona: Persona) -> bool:
    return bool(persona.data_nascita and persona.luogo_nascita)


def _senza_nascita(persona: Persona) -> Violazione:
    manca = "la data" if not persona.data_nascita else "il luogo"
    testo = f"{persona}: manca {manca} di nascita, che il certificato riporta."
    return Violazione("nascita_mancante", testo, DM_14)


def senza_dirigente() -> Violazione:
    """Nobody can sign."""
    testo = "Nel giorno dello scrutinio nessuno ha l’incarico di dirigente: manca chi firma."
    return Violazione("dirigente_mancante", testo, DM_14)
