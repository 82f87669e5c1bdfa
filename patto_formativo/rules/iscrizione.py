"""An enrolment: when, with which title, with whose answer; what is told, what is refused.

Source: CPIA Napoli Provincia 2, Regolamento iscrizioni, artt. 1-5; Linee guida per il
riconoscimento dei crediti, titles of access; D.P.R. 263/2012, art. 3 (age).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.enums import Voce
from cpia.norme.rules.computo import mesi_dopo
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import data_estesa
from patto_formativo.enums import GenereOfferta
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.fonti import CREDITI, IDA, ISCRIZIONI

ART_1, ART_3, ART_4, ART_5 = (f"{ISCRIZIONI}, art. {n}" for n in (1, 3, 4, 5))
TITOLI: Final = f"{CREDITI}, titoli di accesso"
ETA: Final = f"{IDA}, art. 3 (da verificare)"
QUINDICI_OTTOBRE: Final = (
    "il Regolamento degli organi collegiali dello stesso CPIA dà per fissata al 15 ottobre la "
    "scadenza delle iscrizioni ai CPIA."
)
ETA_MINIMA, ETA_IN_DEROGA = 16, 15  # years


class Studi(Voce):
    """What somebody has studied, as an applicant says it."""

    NESSUNO = "nessuno", "nessun titolo di studio"
    ELEMENTARE = "elementare", "licenza elementare"
    ITALIANO_A2 = "italiano_a2", "attestato di italiano A2"
    PRIMO_CICLO = "primo_ciclo", "diploma di terza media"
    SUPERIORE = "superiore", "diploma o qualifica delle superiori"
    LAUREA = "laurea", "laurea"
    ESTERO = "estero", "titolo di studio di un altro Paese"


# Who has a later title has the one that is asked; one from abroad is looked at in the welcome.
BASTANO: Final = {
    GenereOfferta.PRIMO_PERIODO: frozenset(Studi) - {Studi.NESSUNO, Studi.ESTERO},
    GenereOfferta.SECONDO_PERIODO: frozenset({Studi.PRIMO_CICLO, Studi.SUPERIORE, Studi.LAUREA}),
}
SERVE: Final = {
    GenereOfferta.PRIMO_PERIODO: (
        "la licenza elementare o, per gli stranieri, l’attestato di italiano A2"
    ),
    GenereOfferta.SECONDO_PERIODO: "il diploma di terza media",
}


@dataclass(frozen=True, slots=True)
class GiudizioTempo:
    """Whether enrolments are open on a day, whether it is late, for how many years."""

    aperte: bool
    tardiva: bool
    perche: Motivo

    @property
    def anni(self) -> tuple[int, ...]:
        """For how many years one may agree: late, two are offered."""
        return (1, 2) if self.tardiva else (1,)


@dataclass(frozen=True, slots=True)
class Chi:
    """Who enrols, as far as the rules look: ages, who answers, code and birth."""

    nascita: date
    adulto: bool = False
    comunita: bool = False
    extra: bool = False
    stato: str = ""


def giudica_tempo(oggi: date, *, dal: date, termine: Valore[date | None]) -> GiudizioTempo:
    """Enrolments open on the first day and never close: after the term one enrols late.

    The late ones may agree for two years (art. 5). Without a term of the Collegio nobody is late.
    """
    if oggi < dal:
        testo = f"Le iscrizioni aprono il {data_estesa(dal)}."
        return _tempo("non_aperte", ART_5, testo, aperte=False)
    fonte = f"{ART_5}; {termine.fonte}" if termine.fonte else ART_5
    if termine.valore is None:
        testo = "Il Collegio non ha ancora fissato il termine di quest’anno."
        return _tempo("senza_termine", fonte, testo + termine.altra_fonte)
    fine = data_estesa(termine.valore)
    if oggi <= termine.valore:
        testo = f"In tempo: il termine è il {fine}."
        return _tempo("in_tempo", fonte, testo + termine.altra_fonte)
    testo = f"Dopo il termine del {fine}: ci si iscrive lo stesso, anche con un patto di due anni."
    return _tempo("tardiva", fonte, testo + termine.altra_fonte, tardiva=True)


def _tempo(
    regola: str, fonte: str, testo: str, *, aperte: bool = True, tardiva: bool = False
) -> GiudizioTempo:
    return GiudizioTempo(aperte, tardiva, Motivo(regola, fonte, testo))


def giudica_titolo(genere: GenereOfferta, studi: Studi, *, italiano: bool = False) -> Motivo | None:
    """What is told of the title of access; None where the course asks for none.

    The source says which title, not that who lacks it is refused: it is told, nothing else. The
    certificate of Italian is the title of foreign students; ``italiano`` is the citizenship.
    """
    serve = SERVE.get(genere)
    if serve is None:
        return None
    if genere is GenereOfferta.PRIMO_PERIODO and studi is Studi.ITALIANO_A2 and italiano:
        testo = (
            "L’attestato di italiano A2 è il titolo di accesso degli studenti stranieri; la "
            "cittadinanza scritta è italiana: se ne parla nell’accoglienza."
        )
        return Motivo("titolo_di_stranieri", TITOLI, testo)
    if studi in BASTANO[genere]:
        return Motivo("titolo", TITOLI, f"Titolo di accesso: {studi.etichetta}.")
    if studi is Studi.ESTERO:
        testo = f"Serve {serve}: il titolo estero si guarda nell’accoglienza."
        return Motivo("titolo_estero", TITOLI, testo)
    testo = f"Manca {serve}: la domanda si prende lo stesso, se ne parla nell’accoglienza"
    coda = ", dove il percorso può crescere di altre 200 ore al più." if _cresce(genere) else "."
    return Motivo("titolo_manca", TITOLI, testo + coda)


def giudica_eta(nascita: date, oggi: date) -> Motivo | None:
    """What is told of somebody younger than sixteen; a minor is never refused."""
    if oggi >= _compie(nascita, ETA_MINIMA):
        return None
    if oggi >= _compie(nascita, ETA_IN_DEROGA):
        testo = "Ha 15 anni: si iscrive con motivate esigenze, che l’ufficio annota."
        return Motivo("quindicenne", ETA, testo)
    testo = "Ha meno di 15 anni: l’ufficio decide con il dirigente, la domanda resta."
    return Motivo("sotto_i_quindici", ETA, testo)


def contro(chi: Chi, oggi: date) -> list[Violazione]:
    """What stands against presenting an application, each at its field."""
    trovate = []
    if chi.nascita >= oggi:
        trovate.append(_violazione("nascita", "La data di nascita è nel futuro.", "data_nascita"))
    elif minorenne(chi.nascita, oggi) and not (chi.adulto or chi.comunita):
        testo = "Per un minorenne scrivi chi ne risponde: un genitore, il tutore, la comunità."
        trovate.append(Violazione("minore_senza_adulto", testo, ART_4, "adulto_cognome"))
    if chi.comunita and not chi.adulto:
        testo = "Scrivi nome e cognome del responsabile della comunità."
        trovate.append(Violazione("comunita_senza_nome", testo, ART_4, "adulto_cognome"))
    if chi.extra and not chi.stato:
        testo = "Scrivi di quale Stato è la cittadinanza."
        trovate.append(_violazione("cittadinanza", testo, "stato_cittadinanza"))
    return trovate


def luogo_incoerente(catastale: str, provincia: str) -> str:
    """What in the place of a codice fiscale does not go with where one was born; else empty.

    ``catastale`` of a country begins with Z; ``provincia`` EE is who was born abroad.
    """
    estero, nato_fuori = catastale.startswith("Z"), provincia == "EE"
    if estero == nato_fuori:
        return ""
    dove = "all’estero" if estero else "in Italia"
    return f"il codice fiscale è di chi è nato {dove}"


def doppioni(codice_fiscale: str, altre: Iterable[int]) -> Motivo | None:
    """What the office is told when the same codice fiscale has other applications; None else."""
    numeri = ", ".join(str(pk) for pk in altre)
    if not codice_fiscale or not numeri:
        return None
    testo = f"Con questo codice fiscale c’è già la domanda n. {numeri} per lo stesso percorso."
    return Motivo("doppione", ART_1, testo)


def _cresce(genere: GenereOfferta) -> bool:
    return genere is GenereOfferta.PRIMO_PERIODO


def _compie(nascita: date, anni: int) -> date:
    return mesi_dopo(nascita, 12 * anni)


def _violazione(codice: str, testo: str, campo: str) -> Violazione:
    return Violazione(codice, testo, "", campo)
