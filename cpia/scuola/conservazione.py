"""How long the rows of the ground are kept, and what becomes of them then.

Each app that keeps data of an institute has a table like this one: no model may do without.
A school may shorten or lengthen only what is a parameter; what the norm keeps for ever stays.
"""

from dataclasses import dataclass
from enum import Enum

# Papers of a public school are cultural goods from the start: nothing is discarded without the
# leave of the Soprintendenza, whatever the term (D.Lgs. 42/2004 art. 10 c. 2 and art. 21 c. 1).
ARCHIVIO = "D.Lgs. 42/2004 art. 10 c. 2 lett. b) e art. 21 c. 1 lett. d)"
MASSIMARIO = (
    "Massimario di conservazione e scarto degli archivi delle istituzioni scolastiche "
    "(Direzione generale per gli archivi, circolare 44/2005)"
)
LIMITAZIONE = "Regolamento (UE) 2016/679 art. 5 par. 1 lett. e)"


class Poi(Enum):
    """What becomes of a row when its term is over."""

    RESTA = "resta"
    SI_CANCELLA = "si cancella"
    SI_SVUOTA = "si svuota: resta che c’è stata, non che cosa diceva"
    SEGUE = "segue la riga da cui dipende"


@dataclass(frozen=True, slots=True)
class Termine:
    """How long (months; None: for ever), counted from when, what then, who says so."""

    mesi: int | None
    da: str
    poi: Poi
    fonte: str
    parametro: bool = False


def per_sempre(fonte: str) -> Termine:
    """What is never discarded by the portal."""
    return Termine(None, "", Poi.RESTA, fonte)


def per_mesi(mesi: int, da: str, poi: Poi = Poi.SI_CANCELLA, fonte: str = LIMITAZIONE) -> Termine:
    """A term that no norm fixes: a stated default, which the school may change."""
    return Termine(mesi, da, poi, fonte, parametro=True)


def con(modello: str) -> Termine:
    """What lives and goes with the row of another model."""
    return Termine(None, modello, Poi.SEGUE, LIMITAZIONE)


STRUTTURA = per_sempre(f"{ARCHIVIO}; {MASSIMARIO}")

TERMINI = {
    "scuola.Sede": STRUTTURA,
    "scuola.AnnoScolastico": STRUTTURA,
    "scuola.Corso": STRUTTURA,
    "scuola.Classe": STRUTTURA,
    "scuola.Gruppo": con("scuola.Classe"),
    "scuola.Disciplina": STRUTTURA,
    "scuola.Cattedra": con("scuola.Classe"),
    "scuola.Persona": per_sempre(
        f"{MASSIMARIO}: fascicoli e registri degli alunni e del personale"
    ),
    "scuola.Iscrizione": per_sempre(f"{MASSIMARIO}: registri degli alunni"),
    "scuola.Passaggio": STRUTTURA,
    "scuola.EsitoAnno": con("scuola.Iscrizione"),
    "scuola.Appartenenza": con("scuola.Iscrizione"),
    "scuola.Incarico": per_sempre(f"{MASSIMARIO}: fascicoli del personale"),
    "scuola.Responsabilita": per_mesi(12, "fine dell’ultima iscrizione dello studente"),
    "scuola.Invito": per_mesi(1, "scadenza o accettazione dell’invito"),
    "scuola.Importazione": per_mesi(12, "esecuzione o annullamento", Poi.SI_SVUOTA),
}
