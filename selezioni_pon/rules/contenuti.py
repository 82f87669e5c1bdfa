"""What must be written in a call, thing by thing.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 4; L. 241/1990, arts. 5 and 8 (who is
responsible).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Fase
from selezioni_pon.rules.avviso import Bando
from selezioni_pon.rules.fonti import regolamento

CONTENUTO: Final = regolamento("art. 4 c. 4")
RESPONSABILE: Final = f"{CONTENUTO}; L. 241/1990, artt. 5 e 8"


@dataclass(frozen=True, slots=True)
class Contenuto:
    """One thing that must be written: where, how it is called, who wants it, of which calls."""

    campo: str
    detto: str
    preso: Callable[[Bando], str]
    fonte: str = CONTENUTO
    fasi: tuple[Fase, ...] = tuple(Fase)


# Own staff is paid as the contract says: how a work contract is paid and taxed is for the others.
D_OPERA: Final = (Fase.ALTRE_SCUOLE, Fase.ESTERNI)
CONTENUTI: Final = (
    Contenuto("ruolo", "il ruolo cercato", lambda b: b.ruolo),
    Contenuto("ordine_scolastico", "l’ordine scolastico", lambda b: b.ordine_scolastico),
    Contenuto("titolo", "il titolo del progetto", lambda b: b.progetto.titolo),
    Contenuto("finalita", "le finalità da raggiungere", lambda b: b.progetto.finalita),
    Contenuto("attivita", "le attività da svolgere", lambda b: b.progetto.attivita),
    Contenuto("prodotti", "i prodotti finali", lambda b: b.progetto.prodotti),
    Contenuto("pagamento", "ogni quanto si paga", lambda b: b.pagamento, fasi=D_OPERA),
    Contenuto(
        "trattamento", "il trattamento fiscale e previdenziale", lambda b: b.trattamento,
        fasi=D_OPERA,
    ),
    Contenuto("come_si_presenta", "come si presenta la domanda", lambda b: b.come_si_presenta),
    Contenuto(
        "titoli_di_studio", "i titoli di studio per partecipare", lambda b: b.titoli_di_studio
    ),
    Contenuto(
        "responsabile", "il responsabile del procedimento", lambda b: b.responsabile, RESPONSABILE
    ),
)  # fmt: skip


def verifica_contenuti(bando: Bando) -> Iterator[Violazione]:
    """What this call must say and does not, each at its field."""
    for contenuto in CONTENUTI:
        if bando.fase in contenuto.fasi and not contenuto.preso(bando).strip():
            testo = f"Nell’avviso manca {contenuto.detto}."
            if contenuto.detto.startswith(("i ", "le ")):
                testo = f"Nell’avviso mancano {contenuto.detto}."
            yield Violazione(f"{contenuto.campo}_mancante", testo, contenuto.fonte, contenuto.campo)
