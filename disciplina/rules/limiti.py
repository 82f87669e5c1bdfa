"""What an organ may not do: impose more than its days, sit reduced, decide in place of another.

Source: D.P.R. 249/1998, art. 4 cc. 1 and 6; the regulation of the school.
"""

from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import con_maiuscola, plurale
from disciplina.enums import Composizione, OrganoCompetente, Provvedimento
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.competenza import Giudizio, Proposta, organo_competente
from disciplina.rules.di_scuola import GRADI
from disciplina.rules.fonti import statuto
from disciplina.rules.parametri import RegoleOrgano
from disciplina.rules.statuto import QUINDICI

A_PARTE: Final = (OrganoCompetente.COMMISSIONE_ESAME, OrganoCompetente.ADDETTO_FUMO)


def durata_massima(
    organo: OrganoCompetente, composizione: Composizione | None, regole: RegoleOrgano
) -> int | None:
    """The longest removal that an organ imposes, in days; 0 for none, None without an end."""
    if organo is regole.lunga.valore:
        return None
    if organo is not regole.breve.valore:
        return 0
    if composizione is Composizione.SOLI_DOCENTI:
        return regole.soli_docenti.valore
    return QUINDICI


def contro_organo(
    proposta: Proposta,
    organo: OrganoCompetente,
    composizione: Composizione | None,
    catalogo: Catalogo | None,
    regole: RegoleOrgano,
) -> list[Violazione]:
    """What is against this organ imposing this sanction, with the article of both texts.

    Where the regulation names an organ that the Statute does not want, that of the Statute
    imposes. One of a higher degree may impose a lighter sanction: see ``avverti_organo``.
    """
    giudizio = organo_competente(proposta, catalogo, regole)
    competente, siede = giudizio.organo, giudizio.composizione
    if giudizio.invece is not None:
        competente, siede = giudizio.invece.organi[0], giudizio.invece.composizione
    elif not giudizio.ammesso or competente is None:
        fonte = "; ".join(dict.fromkeys(motivo.fonte for motivo in giudizio.perche))
        testo = " ".join(motivo.testo for motivo in giudizio.perche[:2])
        return [Violazione("sanzione_non_ammessa", testo, fonte, "provvedimento")]
    if _basta(organo, competente):
        return _intero(proposta, organo, composizione, siede, regole)
    fino_a = _fino_a(proposta, organo, composizione, regole)
    return [_altro_organo(proposta, organo, competente, giudizio, fino_a)]


def _altro_organo(
    proposta: Proposta,
    organo: OrganoCompetente,
    competente: OrganoCompetente,
    giudizio: Giudizio,
    fino_a: str,
) -> Violazione:
    quanti = f" di {plurale(proposta.giorni, 'giorno', 'giorni')}" if proposta.giorni else ""
    testo = (
        f"{con_maiuscola(proposta.tipo.etichetta)}{quanti}: è competente {competente.etichetta}, "
        f"non {organo.etichetta}.{fino_a}"
    )
    fonte = f"{giudizio.perche[0].fonte}; {statuto('6')}"
    if giudizio.invece is not None and organo is giudizio.organo:
        testo += " Il regolamento della scuola lo prevede, lo Statuto no."
        return Violazione("organo_non_di_legge", testo, fonte, "organo")
    return Violazione("organo_non_competente", testo, fonte, "organo")


def avverti_organo(
    proposta: Proposta, organo: OrganoCompetente, catalogo: Catalogo | None, regole: RegoleOrgano
) -> list[Motivo]:
    """What to know of an organ higher than the one that suffices."""
    giudizio = organo_competente(proposta, catalogo, regole)
    if giudizio.organo is None or not _basta(organo, giudizio.organo) or organo is giudizio.organo:
        return []
    if giudizio.invece is not None and organo in giudizio.invece.organi:
        fonti = f"{giudizio.perche[0].fonte}; {giudizio.invece.fonte}"
        testo = f"Il regolamento dice {giudizio.organo.etichetta}; decide {organo.etichetta}."
        return [Motivo("organo_di_legge", fonti, f"{testo} {giudizio.invece.testo}")]
    testo = f"Basta {giudizio.organo.etichetta}; qui decide {organo.etichetta}."
    return [Motivo("organo_piu_alto", giudizio.perche[0].fonte, testo)]


def _basta(organo: OrganoCompetente, minimo: OrganoCompetente) -> bool:
    if organo in A_PARTE or minimo in A_PARTE:
        return organo is minimo
    return GRADI[organo] >= GRADI[minimo]


def _intero(
    proposta: Proposta,
    organo: OrganoCompetente,
    siede: Composizione | None,
    voluta: Composizione | None,
    regole: RegoleOrgano,
) -> list[Violazione]:
    """A council that sits with its teachers only where all its members are wanted."""
    ridotto = organo is OrganoCompetente.CONSIGLIO_CLASSE and voluta is Composizione.COMPLETA
    if not ridotto or siede is not Composizione.SOLI_DOCENTI:
        return []
    giorni = proposta.giorni or 0
    testo = (
        f"{plurale(giorni, 'giorno', 'giorni')}: il consiglio di classe siede con tutte le "
        f"componenti. Con i soli docenti arriva a {regole.soli_docenti.valore}."
    )
    return [Violazione("composizione_ridotta", testo, regole.soli_docenti.fonte, "composizione")]


def _fino_a(
    proposta: Proposta,
    organo: OrganoCompetente,
    composizione: Composizione | None,
    regole: RegoleOrgano,
) -> str:
    if proposta.tipo is not Provvedimento.SOSPENSIONE:
        return ""
    massimo = durata_massima(organo, composizione, regole)
    if not massimo:
        return " Non può allontanare nemmeno per un giorno." if massimo == 0 else ""
    return f" Può allontanare per al più {plurale(massimo, 'giorno', 'giorni')}."
