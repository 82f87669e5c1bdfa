"""When an act may go on the albo, how long it stays, what the public may read of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

PUBBLICITA_LEGALE = "L. 18 giugno 2009, n. 69, art. 32 c. 1"
MINIMIZZAZIONE = "Regolamento (UE) 2016/679, art. 5 par. 1 lett. c) ed e)"
RISERVATEZZA = "D.P.R. 28 dicembre 2000, n. 445, art. 53"
PAROLE_AL_PIU = 8
# Farther than this it is a year typed wrong: an act would wait, or show names, for ever.
LONTANO, LUNGA = timedelta(days=366), timedelta(days=5 * 366)
REPERTORIO = re.compile(
    r"(?:(?:n\.?|num\.?|rep\.?|repertorio|prot\.?|protocollo)\s*)*"
    r"(\d{1,7})(?:\s*(?:/|del(?:l’|l')?)\s*(\d{4}))?",
    re.IGNORECASE,
)


class Stato(StrEnum):
    """Where a publication stands on a day, with the words for it."""

    BOZZA = "bozza"
    FUTURA = "futura"
    IN_CORSO = "in_corso"
    CONCLUSA = "conclusa"
    ANNULLATA = "annullata"


@dataclass(frozen=True, slots=True)
class Violazione:
    """What is against an act: the field it is about (or none), a sentence, the source."""

    campo: str
    testo: str
    fonte: str = ""

    @property
    def con_fonte(self) -> str:
        """The sentence and, between brackets, who says so."""
        return f"{self.testo} ({self.fonte})" if self.fonte else self.testo


@dataclass(frozen=True, slots=True)
class Bozza:
    """What the judgement needs to know of a draft."""

    dal: date
    al: date
    file_pubblici: int
    con_documento: bool = False
    documento_stampato: bool = True
    documento_riservato: bool = False
    documento_annullato: bool = False
    con_dati_personali: bool = False
    oggetto_dopo: str = ""


def stato(*, numerata: bool, annullata: bool, dal: date, al: date, oggi: date) -> Stato:
    """The state of a publication on ``oggi``; the last day belongs to it."""
    if not numerata:
        return Stato.BOZZA
    if annullata:
        return Stato.ANNULLATA
    if oggi < dal:
        return Stato.FUTURA
    return Stato.IN_CORSO if oggi <= al else Stato.CONCLUSA


def giudica_periodo(dal: date, al: date, oggi: date) -> list[Violazione]:
    """What is wrong with the days: never back-dated, a future day allowed, whole days.

    The effect of publicity begins when the act is truly on the site (L. 69/2009 art. 32 c. 1).
    """
    violazioni = []
    if dal < oggi:
        violazioni.append(
            Violazione(
                "dal",
                f"Il {dal:%d/%m/%Y} è già passato: la pubblicazione vale da quando l’atto è "
                "davvero all’albo e non si retrodata. "
                f"Si può scegliere da oggi, {oggi:%d/%m/%Y}, in poi.",
                PUBBLICITA_LEGALE,
            )
        )
    if al < dal:
        violazioni.append(
            Violazione("al", f"L’ultimo giorno viene prima del primo: dal {dal:%d/%m/%Y} in poi.")
        )
    if dal - oggi > LONTANO:
        violazioni.append(Violazione("dal", "È fra più di un anno: controlla l’anno."))
    if al - dal > LUNGA:
        violazioni.append(Violazione("al", "Resterebbe più di cinque anni: controlla l’anno."))
    return violazioni


def vicino(giorno: date, oggi: date) -> bool:
    """Whether a day is near enough to count a term from it."""
    return abs(giorno - oggi) <= LONTANO


def giudica_pubblicazione(bozza: Bozza, oggi: date) -> list[Violazione]:
    """Everything that is against publishing a draft now; nothing when it may go."""
    return [
        *giudica_periodo(bozza.dal, bozza.al, oggi),
        *_giudica_dati(bozza),
        *_giudica_contenuto(bozza),
    ]


def _giudica_dati(bozza: Bozza) -> list[Violazione]:
    if not bozza.con_dati_personali or bozza.oggetto_dopo.strip():
        return []
    return [
        Violazione(
            "oggetto_dopo",
            "Scrivi l’oggetto che resta quando i dati personali se ne vanno.",
            MINIMIZZAZIONE,
        )
    ]


def _giudica_contenuto(bozza: Bozza) -> list[Violazione]:
    if not bozza.con_documento:
        if bozza.file_pubblici:
            return []
        testo = "Manca il file che vede il pubblico: caricalo, integrale o con omissis."
        return [Violazione("", testo, PUBBLICITA_LEGALE)]
    trovate = []
    if bozza.documento_riservato:
        trovate.append(Violazione("", "Il documento è riservato: non si pubblica.", RISERVATEZZA))
    if bozza.documento_annullato:
        trovate.append(Violazione("", "Il documento è annullato: non ha più valore."))
    if not bozza.documento_stampato:
        trovate.append(Violazione("", "Il documento si sta ancora stampando: riprova fra poco."))
    return trovate


def giudica_annullamento(attuale: Stato, motivo: str) -> list[Violazione]:
    """What is against annulling: a draft is deleted instead, a reason is owed, once is enough."""
    if attuale is Stato.BOZZA:
        return [Violazione("", "È una bozza: si elimina, non si annulla.")]
    if attuale is Stato.ANNULLATA:
        return [Violazione("", "La pubblicazione è già annullata: giorno e motivo non cambiano.")]
    if len(motivo.strip()) < 10:
        testo = "Scrivi il motivo con parole che si capiscano da sole: resta sull’albo."
        return [Violazione("motivo", testo)]
    return []


def giudica_attestazione(
    attuale: Stato, *, gia_attestata: bool, documento_stampato: bool = True
) -> list[Violazione]:
    """What is against attesting a publication: it is done when all its days are over.

    A paper that was never printed was never there to be read.
    """
    if gia_attestata:
        return [Violazione("", "L’attestazione c’è già.")]
    if attuale is Stato.CONCLUSA:
        testo = "Il documento non è mai stato stampato: nessuno ha potuto leggerlo all’albo."
        return [] if documento_stampato else [Violazione("", testo)]
    testi = {
        Stato.BOZZA: "È ancora una bozza: non c’è niente da attestare.",
        Stato.ANNULLATA: "La pubblicazione è stata annullata: non si attesta.",
    }
    predefinito = "Si attesta quando tutti i giorni sono passati, dal giorno dopo l’ultimo."
    return [Violazione("", testi.get(attuale, predefinito))]


def quanto_resta(al: date, oggi: date) -> str:
    """Days left in words: ``ancora 13 giorni``, ``ultimo giorno``; nothing when they are over."""
    giorni = (al - oggi).days
    if giorni < 0:
        return ""
    if giorni == 0:
        return "ultimo giorno"
    return "ancora 1 giorno" if giorni == 1 else f"ancora {giorni} giorni"


def nomi_via(*, con_dati_personali: bool, annullata: bool, al: date, oggi: date) -> bool:
    """Whether the public reads no personal data any more.

    From the day after the last; of an annulled act at once, because nothing asks for them then.
    """
    return con_dati_personali and (annullata or al < oggi)


@dataclass(frozen=True, slots=True)
class Ricerca:
    """What somebody typed: a number (with its year, when given), or words."""

    numero: int | None = None
    anno: int | None = None
    parole: str = ""


def leggi_ricerca(digitato: str) -> Ricerca:
    """``214``, ``214/2026``, ``prot. 4688 del 2026`` are numbers; all the rest is words."""
    pulito = " ".join(digitato.replace("\0", " ").split())[:200]
    trovato = REPERTORIO.fullmatch(pulito)
    if trovato is None:
        return Ricerca(parole=pulito)
    return Ricerca(numero=int(trovato[1]), anno=int(trovato[2]) if trovato[2] else None)


def parole_cercate(testo: str) -> list[tuple[str, ...]]:
    """Each word with the endings that its gender and number may give it.

    The stemmer takes «delibere» for a verb and «delibera» not, so their stems differ.
    """
    parole = re.findall(r"\w+", testo)[:PAROLE_AL_PIU]
    return [_desinenze(parola) for parola in parole]


def _desinenze(parola: str) -> tuple[str, ...]:
    if len(parola) < 4 or parola[-1] not in "aeio":
        return (parola,)
    return tuple(parola[:-1] + vocale for vocale in "aeio")


def file_in_parole(tipi: Sequence[str], *, con_omissis: bool) -> str:
    """``PDF``, ``3 PDF``, ``2 PDF e P7M con omissis``: what there is to download."""
    quanti: dict[str, int] = {}
    for tipo in tipi:
        quanti[tipo] = quanti.get(tipo, 0) + 1
    parti = [tipo if n == 1 else f"{n} {tipo}" for tipo, n in quanti.items()]
    testo = " e ".join(filter(None, [", ".join(parti[:-1]), *parti[-1:]]))
    return f"{testo} con omissis" if testo and con_omissis else testo


def tutti_gli_atti(quanti: int) -> str:
    """``Tutti i 5 atti.``, ``Tutti gli 11 atti.``; nothing when there is one."""
    if quanti < 2:
        return ""
    # "otto" and "undici" begin with a vowel, and so "ottanta" and "ottocento".
    articolo = "gli" if quanti == 11 or str(quanti).startswith("8") else "i"
    return f"Tutti {articolo} {quanti} atti."


def giorni_interi(dal: date, al: date) -> int:
    """Whole days of publication: the first does not count, the last does (art. 2963 c. 2 c.c.)."""
    return (al - dal).days


def testi(violazioni: Iterable[Violazione]) -> str:
    """All in one line, for who must be told in a sentence."""
    return " ".join(violazione.testo for violazione in violazioni)
