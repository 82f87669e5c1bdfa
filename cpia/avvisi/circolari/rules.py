"""Pure rules of circulars: what may be published, who has answered and how late, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules import anno_scolastico
from cpia.scuola.parole import con_maiuscola, data_estesa, elenco, giorno, plurale

MODELLO = (
    "scheda «Circolare» del modello di sito delle scuole (Linee guida di design dei servizi "
    "digitali della PA)"
)
DIRIGENZA = "D.Lgs. 165/2001, art. 25 c. 2"
PROTOCOLLO = "DPR 445/2000, art. 53 c. 5"
PRASSI = "prassi d’istituto"
OGGETTO_MASSIMO = 160
ALLEGATI_MASSIMI = 10
CHIEDONO = ("presa_visione", "si_no", "adesione")
CON_RISPOSTA = ("si_no", "adesione")
RICHIESTE = {
    "nessuno": "",
    "presa_visione": "È richiesta la presa visione.",
    "si_no": "Si risponde sì o no.",
    "adesione": "Si aderisce oppure no.",
}
RISPOSTE = {
    "si_no": {"si": "Sì", "no": "No"},
    "adesione": {"si": "Aderisco", "no": "Non aderisco"},
}
# As one names them on the paper, all together.
RUOLI = {
    "docente": "docenti",
    "coordinatore": "coordinatori di classe",
    "coordinatore_sede": "coordinatori di sede",
    "tutor": "tutor",
    "collaboratore": "collaboratori del dirigente",
    "dsga": "DSGA",
    "segreteria_didattica": "segreteria didattica",
    "segreteria_personale": "segreteria del personale",
    "segreteria_protocollo": "segreteria, protocollo",
    "ata": "personale ATA",
    "studente": "studenti",
    "responsabile": "genitori o responsabili",
}


@dataclass(frozen=True, slots=True)
class Violazione:
    """Why something is refused: a stable code, one Italian sentence, the source."""

    codice: str
    testo: str
    fonte: str


@dataclass(frozen=True, slots=True)
class Situazione:
    """Where a circular stands, as far as the rules ask."""

    pubblicata: bool = False
    annullata: bool = False
    riscontro: str = "nessuno"
    entro: date | None = None


@dataclass(frozen=True, slots=True)
class Stato:
    """How a person stands towards a circular: glyph of the screen, words, whether it is late."""

    codice: str
    testo: str
    in_ritardo: bool = False


def verifica_riscontro(riscontro: str, entro: date | None, oggi: date) -> tuple[Violazione, ...]:
    """A circular that asks for something says by when: a day from today to the next school year.

    Source: the card «Circolare» of the model of school sites (feedback and its term). The last
    day, 31 August of the year after this one, is custom: who is asked then is still at school.
    """
    if riscontro not in CHIEDONO:
        return ()
    if entro is None:
        testo = "Serve il giorno entro cui si risponde: chi riceve lo trova sulla scrivania."
        return (Violazione("entro_mancante", testo, MODELLO),)
    if entro < oggi:
        testo = f"Il termine è già passato: era {giorno(entro, oggi)}. Scegli un giorno da oggi."
        return (Violazione("entro_passato", testo, MODELLO),)
    ultimo = anno_scolastico(oggi).successivo.al
    if entro > ultimo:
        testo = f"Il termine è troppo lontano: al più {data_estesa(ultimo)}, la fine del prossimo "
        return (Violazione("entro_lontano", f"{testo}anno scolastico.", PRASSI),)
    return ()


def verifica_pubblicazione(
    situazione: Situazione, *, persone: int, firma: bool, anno: bool, oggi: date
) -> tuple[Violazione, ...]:
    """Whether a draft may become a numbered circular on the day ``oggi``.

    ``persone``: how many would receive it. ``firma``: whether somebody directs the institute
    that day. ``anno``: whether the institute has the school year of that day.
    """
    if situazione.pubblicata:
        return (_immutabile("La circolare è già pubblicata: il numero si prende una volta sola."),)
    violazioni = list(verifica_riscontro(situazione.riscontro, situazione.entro, oggi))
    if not persone:
        testo = "Nessuno la riceverebbe: oggi non c’è chi ha questi ruoli, qui."
        violazioni.append(Violazione("senza_destinatari", testo, MODELLO))
    if not firma:
        testo = "Oggi nessuno ha l’incarico di dirigente: manca chi firma la circolare."
        violazioni.append(Violazione("senza_dirigente", testo, DIRIGENZA))
    if not anno:
        testo = "Manca l’anno scolastico di oggi: il numero della circolare si dà nel suo anno."
        violazioni.append(Violazione("senza_anno", testo, PRASSI))
    return tuple(violazioni)


def verifica_bozza(situazione: Situazione) -> tuple[Violazione, ...]:
    """A draft is free, a published circular does not change (DPR 445/2000 art. 53 c. 5)."""
    if situazione.pubblicata:
        testo = "La circolare è pubblicata e non cambia più: si annulla e se ne scrive un’altra."
        return (_immutabile(testo),)
    return ()


def _immutabile(testo: str) -> Violazione:
    return Violazione("gia_pubblicata", testo, PROTOCOLLO)


def verifica_annullo(situazione: Situazione, motivo: str) -> tuple[Violazione, ...]:
    """Only what was published is annulled, once, with a reason; nothing is deleted."""
    if not situazione.pubblicata:
        testo = "È una bozza: si modifica o si elimina, non si annulla."
        return (Violazione("in_bozza", testo, PROTOCOLLO),)
    if situazione.annullata:
        return (Violazione("gia_annullata", "La circolare è già annullata.", PROTOCOLLO),)
    if not motivo.strip():
        testo = "Il motivo serve: chi l’ha ricevuta lo legge, e resta agli atti."
        return (Violazione("motivo_mancante", testo, PROTOCOLLO),)
    return ()


def verifica_riscontro_dato(situazione: Situazione, risposta: str) -> tuple[Violazione, ...]:
    """Whether somebody may say now that it is read (``risposta`` empty), or answer it.

    After the term one may still: it counts, and is said to be late.
    """
    if not situazione.pubblicata or situazione.annullata:
        testo = "La circolare è annullata: non chiede più nulla."
        return (Violazione("non_in_vigore", testo, MODELLO),)
    chiede = situazione.riscontro in CON_RISPOSTA
    if chiede and not risposta:
        testo = f"Serve una risposta: {elenco_risposte(situazione.riscontro)}."
        return (Violazione("risposta_mancante", testo, MODELLO),)
    if risposta and risposta not in RISPOSTE.get(situazione.riscontro, {}):
        testo = "Questa circolare non chiede una risposta."
        return (Violazione("risposta_non_chiesta", testo, MODELLO),)
    return ()


def elenco_risposte(riscontro: str) -> str:
    """``«Sì» o «No»``."""
    return " o ".join(f"«{testo}»" for testo in RISPOSTE[riscontro].values())


def verifica_ritiro(situazione: Situazione, oggi: date) -> tuple[Violazione, ...]:
    """What was said may be taken back until the last day of the term, not after."""
    if situazione.annullata:
        testo = "La circolare è annullata: quello che è stato detto resta agli atti."
        return (Violazione("non_in_vigore", testo, MODELLO),)
    if situazione.riscontro not in CHIEDONO:
        testo = "Questa circolare non chiede nulla: non c’è che cosa ritirare."
        return (Violazione("nulla_da_ritirare", testo, MODELLO),)
    if situazione.entro and situazione.entro < oggi:
        testo = f"Il termine è passato ({giorno(situazione.entro, oggi)}): non si ritira più."
        return (Violazione("termine_passato", testo, MODELLO),)
    return ()


def verifica_sollecito(
    situazione: Situazione, *, mancano: int, gia_oggi: bool
) -> tuple[Violazione, ...]:
    """Who still has to answer (``mancano``: how many) is reminded at most once a day."""
    if situazione.annullata or situazione.riscontro not in CHIEDONO:
        testo = "Questa circolare non chiede nulla: non c’è che cosa sollecitare."
        return (Violazione("nulla_da_sollecitare", testo, MODELLO),)
    if not mancano:
        return (Violazione("nessuno_manca", "Non manca più nessuno.", MODELLO),)
    if gia_oggi:
        testo = "Oggi il sollecito è già partito: il prossimo si manda da domani."
        return (Violazione("gia_sollecitata", testo, PRASSI),)
    return ()


def numero_seguente(ultimo: int | None, primo: int = 1) -> int:
    """The number of the next circular of a school year: no gap after the last one.

    ``primo`` counts only while the year has none: a school that begins in the middle of the year
    goes on from the number that its register has reached. Raises ValueError below 1.
    """
    if primo < 1:
        raise ValueError(f"numero non valido: {primo}")
    return primo if ultimo is None else ultimo + 1


def stato(
    situazione: Situazione,
    letta: date | None,
    risposta: str,
    risposta_del: date | None,
    oggi: date,
    *,
    tenuta: bool = True,
) -> Stato:
    """How a person stands: what was said and when, or what is missing and how late.

    ``tenuta``: whether the person still holds a role of the circular; who does not owes nothing.
    """
    detto = risposta_del if situazione.riscontro in CON_RISPOSTA else letta
    if situazione.riscontro not in CHIEDONO:
        return Stato("fatto", "letta") if letta else Stato("da-fare", "non segnata come letta")
    if detto is None and not tenuta:
        return Stato("chiuso", "non più dovuta")
    if detto is None:
        return _manca(situazione, letta, oggi)
    testo = RISPOSTE.get(situazione.riscontro, {}).get(risposta, "letta").lower()
    dopo = (detto - situazione.entro).days if situazione.entro else 0
    if dopo > 0:
        testo += f", {plurale(dopo, 'giorno', 'giorni')} dopo il termine"
    return Stato("fatto", testo, in_ritardo=dopo > 0)


def _manca(situazione: Situazione, letta: date | None, oggi: date) -> Stato:
    che_cosa = "letta, manca la risposta" if letta else _assente(situazione.riscontro)
    dopo = (oggi - situazione.entro).days if situazione.entro else 0
    if dopo <= 0:
        return Stato("da-fare", che_cosa)
    quanto = plurale(dopo, "giorno", "giorni")
    return Stato("manca", f"{che_cosa}, in ritardo di {quanto}", in_ritardo=True)


def sollecito(riscontro: str) -> str:
    """``Manca ancora la tua presa visione.``, or the answer, as the circular asks."""
    che_cosa = "risposta" if riscontro in CON_RISPOSTA else "presa visione"
    return f"Manca ancora la tua {che_cosa}."


def _assente(riscontro: str) -> str:
    return "manca la risposta" if riscontro in CON_RISPOSTA else "manca la presa visione"


def capoversi(testo: str) -> tuple[str, ...]:
    """The paragraphs of a text: one for each line that says something."""
    return tuple(riga.strip() for riga in testo.splitlines() if riga.strip())


def descrivi_destinatari(luoghi: Mapping[str, Sequence[str]]) -> str:
    """``Docenti e studenti (2ªA TUR e 2ªB AFM); DSGA``: by role, those of the same places together.

    ``luoghi``: for each role the names of its seats and classes, none for the whole school.
    """
    insieme: dict[tuple[str, ...], list[str]] = {}
    for ruolo, dove in luoghi.items():
        insieme.setdefault(tuple(dove), []).append(RUOLI.get(ruolo, ruolo))
    return con_maiuscola("; ".join(_con_luoghi(chi, dove) for dove, chi in insieme.items()))


def _con_luoghi(chi: Iterable[str], dove: Sequence[str]) -> str:
    return f"{elenco(chi)} ({elenco(dove)})" if dove else elenco(chi)
