"""Which organ imposes a sanction, in what composition, and whether it may.

Source: the regulation of the school by D.P.R. 249/1998, art. 4 c. 1, measured with the Statute,
art. 4 cc. 6 and 11. The lowest competent organ is named.
"""

from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.motivi import Motivo
from disciplina.enums import Composizione, OrganoCompetente, Provvedimento
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.di_scuola import DiScuola, della_scuola
from disciplina.rules.fonti import statuto
from disciplina.rules.minori import contro_minore
from disciplina.rules.parametri import RegoleOrgano
from disciplina.rules.statuto import (
    DiLegge,
    attivita_di_legge,
    composizione_di_legge,
    organi_di_legge,
)


@dataclass(frozen=True, slots=True)
class Proposta:
    """The sanction proposed; ``giorno`` is that of the fact, None for today's law.

    Raises ValueError for a suspension without days, or with less than one.
    """

    tipo: Provvedimento
    giorni: int | None = None
    giorno: date | None = None
    sessione_esame: bool = False
    minorenne: bool = False

    def __post_init__(self) -> None:
        if self.tipo is Provvedimento.SOSPENSIONE and (self.giorni or 0) < 1:
            raise ValueError("una sospensione dura almeno un giorno")


@dataclass(frozen=True, slots=True)
class Giudizio:
    """Who is competent and whether the sanction is allowed there, with the reasons.

    ``invece`` is what the Statute wants where the regulation names another organ.
    """

    organo: OrganoCompetente | None
    composizione: Composizione | None
    ammesso: bool
    perche: tuple[Motivo, ...]
    invece: DiLegge | None = None


def organo_competente(
    proposta: Proposta, catalogo: Catalogo | None, regole: RegoleOrgano
) -> Giudizio:
    """The organ that imposes this sanction in this school.

    Not allowed: a sanction that the regulation does not have, one whose organ the Statute does
    not want, the exclusion of a minor. Without a catalogue the law alone speaks.
    """
    if proposta.sessione_esame:
        commissione = OrganoCompetente.COMMISSIONE_ESAME
        return Giudizio(commissione, None, ammesso=True, perche=(_in_esame(proposta),))
    legge = organi_di_legge(proposta.tipo, proposta.giorni, proposta.giorno)
    scuola = della_scuola(proposta.tipo, proposta.giorni, catalogo, regole)
    if scuola is None or scuola.organo is None:
        return _senza_regola(proposta, catalogo, legge, scuola)
    invece = legge if legge and scuola.organo not in legge.organi else None
    minore = contro_minore(proposta.tipo, catalogo, minorenne=proposta.minorenne)
    di_legge = _dalla_legge(legge, scuola, proposta.giorni)
    veci = _veci(scuola.organo, regole)
    perche = [scuola.motivo, *veci, *di_legge, *_attivita(proposta), *minore]
    return Giudizio(
        scuola.organo,
        scuola.composizione,
        ammesso=invece is None and not minore,
        perche=tuple(perche),
        invece=invece,
    )


def _in_esame(proposta: Proposta) -> Motivo:
    testo = (
        "La mancanza è di una sessione d’esame: la sanzione, qui "
        f"{proposta.tipo.etichetta}, è della commissione d’esame, anche per i candidati esterni."
    )
    return Motivo("sessione_d_esame", statuto("11"), testo)


def _dalla_legge(legge: DiLegge | None, scuola: DiScuola, giorni: int | None) -> list[Motivo]:
    if legge is None:
        testo = f"{scuola.nome}: lo Statuto lascia al regolamento chi la irroga."
        return [Motivo("statuto", statuto("1"), testo)]
    if scuola.organo not in legge.organi:
        testo = f"{legge.testo} Qui il regolamento dice: {scuola.organo_detto}."
        return [Motivo("organo_non_di_legge", legge.fonte, testo)]
    if scuola.composizione is None or giorni is None:
        return [legge.motivo]
    return [legge.motivo, composizione_di_legge(giorni, scuola.composizione)]


def _veci(organo: OrganoCompetente, regole: RegoleOrgano) -> list[Motivo]:
    """Who decides in the place of a consiglio d'istituto that has not been formed."""
    if organo is not OrganoCompetente.CONSIGLIO_ISTITUTO or regole.sostituto is None:
        return []
    testo = (
        f"Qui fa le veci del {organo.etichetta} il {regole.sostituto.valore.etichetta}: decide "
        "lui, e non giudica poi il ricorso."
    )
    return [Motivo("fa_le_veci", regole.sostituto.fonte, testo)]


def _attivita(proposta: Proposta) -> list[Motivo]:
    if proposta.tipo is not Provvedimento.SOSPENSIONE or proposta.giorni is None:
        return []
    attivita = attivita_di_legge(proposta.giorni, proposta.giorno)
    return [attivita] if attivita else []


def _senza_regola(
    proposta: Proposta, catalogo: Catalogo | None, legge: DiLegge | None, scuola: DiScuola | None
) -> Giudizio:
    """Where the regulation has no such sanction, or there is no regulation at all."""
    perche = [scuola.motivo] if scuola else []
    if legge is not None:
        perche = [*perche, legge.motivo, *_attivita(proposta)]
        return Giudizio(legge.organi[0], legge.composizione, catalogo is None, tuple(perche))
    if proposta.tipo is Provvedimento.ATTIVITA_COMUNITA:
        testo = (
            "Attività a favore della comunità scolastica: lo studente può sempre chiedere di "
            "convertirvi la sanzione; chi la delibera in luogo delle lezioni è il consiglio di "
            "classe."
        )
        perche = [*perche, Motivo("conversione", f"{statuto('5')}; {statuto('6')}", testo)]
        organo, siede = OrganoCompetente.CONSIGLIO_CLASSE, Composizione.COMPLETA
        return Giudizio(organo, siede, catalogo is None, tuple(perche))
    testo = (
        f"{proposta.tipo.etichetta.capitalize()}: lo Statuto la rimette al regolamento della "
        "scuola, che qui non dice chi la irroga: senza, non ha base."
    )
    base = Motivo("senza_base", statuto("1"), testo)
    return Giudizio(None, None, ammesso=False, perche=(*perche, base))
