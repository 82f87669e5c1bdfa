"""What the Statute of the students says of a sanction, by the day of the fact.

Source: D.P.R. 249/1998, art. 4, as it was, as D.P.R. 235/2007 made it (in force from 2 January
2008) and as D.P.R. 134/2025 made it (from 10 October 2025): an old fact keeps the old rule.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale
from disciplina.enums import Composizione, OrganoCompetente, Provvedimento
from disciplina.rules.fonti import DAL_2008, DAL_2025, MODIFICHE, NOTA, STATUTO, statuto

QUINDICI: Final = 15
DUE: Final = 2
CHE_ALLONTANA: Final = frozenset(
    {
        Provvedimento.SOSPENSIONE,
        Provvedimento.ESCLUSIONE_SCRUTINIO,
        Provvedimento.ESCLUSIONE_CORSI,
    }
)


@dataclass(frozen=True, slots=True)
class DiLegge:
    """The organs that the Statute allows, the lowest first, and in what composition it sits."""

    organi: tuple[OrganoCompetente, ...]
    fonte: str
    testo: str
    composizione: Composizione | None = None

    @property
    def motivo(self) -> Motivo:
        """The reason that shows the Statute."""
        return Motivo("statuto", self.fonte, self.testo)


def in_vigore_dal_2025(giorno: date | None) -> bool:
    """Whether D.P.R. 134/2025 holds for a fact of this day; no day asks for today's law."""
    return giorno is None or giorno >= DAL_2025


def organi_di_legge(tipo: Provvedimento, giorni: int | None, giorno: date | None) -> DiLegge | None:
    """Who may impose by law; None where the Statute leaves it to the regulation (art. 4 c. 1)."""
    if tipo not in CHE_ALLONTANA:
        return None
    if giorno is not None and giorno < DAL_2008:
        testo = "Chi allontana dalla comunità scolastica è sempre un organo collegiale."
        organi = (OrganoCompetente.CONSIGLIO_CLASSE, OrganoCompetente.CONSIGLIO_ISTITUTO)
        return DiLegge(organi, f"{statuto('6')}, testo del 1998", testo)
    if tipo is Provvedimento.SOSPENSIONE and giorni is not None and giorni <= QUINDICI:
        return _breve(giorni)
    quanto = f" di {giorni} giorni" if giorni is not None else ""
    testo = (
        "L’allontanamento oltre quindici giorni, l’esclusione dallo scrutinio finale e la non "
        f"ammissione all’esame sono del consiglio d’istituto: qui {tipo.etichetta}{quanto}."
    )
    return DiLegge((OrganoCompetente.CONSIGLIO_ISTITUTO,), statuto("6"), testo)


def _breve(giorni: int) -> DiLegge:
    testo = (
        f"L’allontanamento fino a quindici giorni, qui {plurale(giorni, 'giorno', 'giorni')}, è "
        "del consiglio di classe."
    )
    organi = (OrganoCompetente.CONSIGLIO_CLASSE,)
    return DiLegge(organi, statuto("6"), testo, Composizione.COMPLETA)


def composizione_di_legge(giorni: int, siede: Composizione) -> Motivo:
    """With whom the consiglio di classe sits when it removes a student for these days."""
    testo = (
        f"Quando allontana, qui per {plurale(giorni, 'giorno', 'giorni')}, il consiglio di classe "
        "siede con i rappresentanti dei genitori e degli studenti; chi è parte si astiene."
    )
    if siede is Composizione.SOLI_DOCENTI:
        testo += " Il regolamento della scuola vuole invece i soli docenti."
    return Motivo("composizione", NOTA, testo)


def attivita_di_legge(giorni: int, giorno: date | None) -> Motivo | None:
    """What the Statute wants done during a removal of these days; None before it said so."""
    if not in_vigore_dal_2025(giorno):
        return None
    quanti = plurale(giorni, "giorno", "giorni")
    if giorni <= DUE:
        testo = f"{quanti}: approfondimento sulle conseguenze dei comportamenti, a scuola."
    elif giorni <= QUINDICI:
        testo = (
            f"{quanti}: cittadinanza attiva e solidale presso un ente convenzionato; se manca, "
            "a favore della comunità scolastica (c. 8-quater)."
        )
    else:
        testo = f"{quanti}: percorso di recupero con la famiglia e, se occorre, i servizi."
    return Motivo("attivita_di_legge", f"{STATUTO}, art. 4, {MODIFICHE}", testo)
