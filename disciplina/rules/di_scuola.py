"""Who imposes a sanction by the regulation of the school alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import con_maiuscola, plurale
from disciplina.enums import Composizione, OrganoCompetente, Provvedimento
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.catalogo.righe import Sanzione
from disciplina.rules.parametri import RegoleOrgano
from disciplina.rules.statuto import QUINDICI

GRADI: Final = {organo: grado for grado, organo in enumerate(OrganoCompetente)}


@dataclass(frozen=True, slots=True)
class DiScuola:
    """The organ by the regulation; None where the sanction is not in it."""

    nome: str
    organo: OrganoCompetente | None
    composizione: Composizione | None
    motivo: Motivo

    @property
    def organo_detto(self) -> str:
        """The organ in words."""
        return self.organo.etichetta if self.organo else "nessuno"


def della_scuola(
    tipo: Provvedimento, giorni: int | None, catalogo: Catalogo | None, regole: RegoleOrgano
) -> DiScuola | None:
    """Who imposes by the regulation; None where nothing is known of the school's regulation.

    A suspension follows the parameters in force, which a school without catalogue has too.
    """
    if tipo is Provvedimento.SOSPENSIONE and giorni is not None:
        return _sospensione(giorni, catalogo, regole)
    if catalogo is None:
        return None
    trovate = catalogo.del_tipo(tipo)
    if trovate:
        return _dalla_riga(tipo, _minima(trovate), catalogo)
    if tipo is Provvedimento.ESCLUSIONE_SCRUTINIO:
        return _che_perde_l_anno(catalogo, regole)
    return _manca(tipo, catalogo)


def _minima(sanzioni: Iterable[Sanzione]) -> Sanzione:
    return min(sanzioni, key=lambda una: GRADI[una.organi[0]])


def _sospensione(giorni: int, catalogo: Catalogo | None, regole: RegoleOrgano) -> DiScuola:
    quanti = plurale(giorni, "giorno", "giorni")
    if catalogo and not any(
        una.comprende(giorni) for una in catalogo.del_tipo(Provvedimento.SOSPENSIONE)
    ):
        return _manca(Provvedimento.SOSPENSIONE, catalogo)
    regola = regole.breve if giorni <= QUINDICI else regole.lunga
    siede = _composizione(giorni, regola.valore, regole.soli_docenti)
    chi = con_maiuscola(regola.valore.etichetta) + (f", {siede.etichetta}" if siede else "")
    fonte = regola.fonte
    if siede is Composizione.SOLI_DOCENTI:
        fonte = regole.soli_docenti.fonte
    contrasto = regola.altra_fonte or (regole.soli_docenti.altra_fonte if siede else "")
    testo = f"Sospensione di {quanti}: {chi}.{contrasto}"
    return DiScuola(
        f"Sospensione di {quanti}", regola.valore, siede, Motivo("organo", fonte, testo)
    )


def _composizione(
    giorni: int, organo: OrganoCompetente, soli_docenti: Valore[int]
) -> Composizione | None:
    if organo is not OrganoCompetente.CONSIGLIO_CLASSE:
        return None
    soli = giorni <= soli_docenti.valore
    return Composizione.SOLI_DOCENTI if soli else Composizione.COMPLETA


def _dalla_riga(tipo: Provvedimento, riga: Sanzione, catalogo: Catalogo) -> DiScuola:
    organo = riga.organi[0]
    siede = riga.composizione
    if organo is OrganoCompetente.CONSIGLIO_CLASSE and siede is None:
        siede = Composizione.COMPLETA
    poi = [altro.etichetta for altro in riga.organi[1:]]
    anche = f"; anche {', '.join(poi)}" if poi else ""
    come = f", {siede.etichetta}" if siede else ""
    note = f" {con_maiuscola(riga.condizioni)}." if riga.condizioni else ""
    testo = f"{riga.nome}: {organo.etichetta}{come}{anche}.{note}"
    return DiScuola(
        con_maiuscola(tipo.etichetta),
        organo,
        siede,
        Motivo("organo", catalogo.fonte(riga.articolo), testo),
    )


def _che_perde_l_anno(catalogo: Catalogo, regole: RegoleOrgano) -> DiScuola:
    """The regulation that has no such words, and a sanction that makes the year lost."""
    tipo = Provvedimento.ESCLUSIONE_SCRUTINIO
    riga = next((una for una in catalogo.sanzioni if una.perde_anno), None)
    if riga is None:
        return _manca(tipo, catalogo)
    organo = regole.lunga.valore
    testo = (
        "Il regolamento non nomina l’esclusione dallo scrutinio; ha una sanzione che fa perdere "
        f"l’anno, «{riga.nome}», ed è del {organo.etichetta}."
    )
    fonte = catalogo.fonte(riga.articolo)
    nome = con_maiuscola(tipo.etichetta)
    return DiScuola(nome, organo, None, Motivo("organo", fonte, testo))


def _manca(tipo: Provvedimento, catalogo: Catalogo) -> DiScuola:
    nome = con_maiuscola(tipo.etichetta)
    testo = f"{nome}: non è fra le {len(catalogo.sanzioni)} sanzioni del regolamento."
    fonte = f"{catalogo.scuola}, {catalogo.regolamento}"
    return DiScuola(nome, None, None, Motivo("sanzione_non_prevista", fonte, testo))
