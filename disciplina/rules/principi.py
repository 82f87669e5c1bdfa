"""What may not be sanctioned, and what must be there before a sanction is thought of.

Source: D.P.R. 249/1998, art. 4 cc. 4, 7, 9-ter; IC Pinocchio Montesicuro, Regolamento di
disciplina, D.1; IC di Porto Venere, Regolamento disciplinare, lett. d-f.
"""

from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo, Violazione
from disciplina.enums import Provvedimento
from disciplina.rules.catalogo.righe import Mancanza, Sanzione
from disciplina.rules.fonti import DENUNCIA, statuto
from disciplina.rules.statuto import CHE_ALLONTANA, QUINDICI


@dataclass(frozen=True, slots=True)
class Accertamento:
    """What is known of the fact, as who proposes the sanction states it.

    ``senza_reinserimento``: why no earlier return to the school community is possible.
    """

    elementi: str = ""
    opinione: bool = False
    fuori_scuola: bool = False
    ripercussione: str = ""
    grave_o_reiterata: bool = False
    reato: bool = False
    pericolo: bool = False
    senza_reinserimento: str = ""


def contro_proposta(sanzione: Sanzione, accertamento: Accertamento) -> list[Violazione]:
    """What is against proposing this sanction for this fact."""
    violazioni = []
    if accertamento.opinione:
        testo = "La libera espressione di un’opinione, corretta e non offensiva, non si sanziona."
        violazioni.append(Violazione("opinione", testo, statuto("4"), "fatto"))
    if accertamento.fuori_scuola and not accertamento.ripercussione.strip():
        testo = (
            "Il fatto è avvenuto fuori della scuola: scrivi quale notevole ripercussione ha avuto "
            "nell’ambiente scolastico."
        )
        fonte = f"{statuto('1')}; IC Pinocchio Montesicuro, Regolamento di disciplina, D.1"
        violazioni.append(Violazione("fuori_scuola", testo, fonte, "ripercussione"))
    if sanzione.tipo in CHE_ALLONTANA:
        violazioni += _per_allontanare(sanzione, accertamento)
    return violazioni


def _per_allontanare(sanzione: Sanzione, accertamento: Accertamento) -> list[Violazione]:
    violazioni = []
    if not accertamento.elementi.strip():
        testo = (
            f"«{sanzione.nome}»: scrivi gli elementi concreti e precisi da cui risulta che lo "
            "studente ha commesso il fatto."
        )
        violazioni.append(Violazione("elementi", testo, statuto("9-ter"), "elementi"))
    if not (accertamento.grave_o_reiterata or _gravissimo(accertamento)):
        testo = f"«{sanzione.nome}»: si allontana solo per infrazioni gravi o reiterate."
        violazioni.append(Violazione("non_grave", testo, statuto("7"), "fatto"))
    if sanzione.solo_reati and not accertamento.reato:
        testo = f"«{sanzione.nome}»: solo per fatti che la legge penale prevede come reato."
        violazioni.append(Violazione("non_reato", testo, statuto("9"), "fatto"))
    elif sanzione.dal > QUINDICI and not _gravissimo(accertamento):
        testo = (
            f"«{sanzione.nome}»: oltre quindici giorni solo per reati contro la dignità e il "
            "rispetto della persona, o per pericolo all’incolumità delle persone."
        )
        violazioni.append(Violazione("non_reato_ne_pericolo", testo, statuto("9"), "fatto"))
    return [*violazioni, *_per_escludere(sanzione, accertamento)]


def _gravissimo(accertamento: Accertamento) -> bool:
    return accertamento.reato or accertamento.pericolo


def _per_escludere(sanzione: Sanzione, accertamento: Accertamento) -> list[Violazione]:
    escluso = sanzione.tipo is Provvedimento.ESCLUSIONE_SCRUTINIO
    if not escluso or accertamento.senza_reinserimento.strip():
        return []
    testo = (
        f"«{sanzione.nome}»: scrivi perché non c’è modo di reinserire lo studente durante l’anno "
        "scolastico."
    )
    return [Violazione("reinserimento", testo, statuto("9-bis"), "senza_reinserimento")]


def da_denunciare(mancanza: Mancanza | None, accertamento: Accertamento) -> list[Motivo]:
    """Why the fact is to be reported to the judicial authority, as a step with its date."""
    if not accertamento.reato and not (mancanza and mancanza.autorita):
        return []
    che_cosa = f"«{mancanza.testo}»" if mancanza else "Il fatto"
    testo = f"{che_cosa}: se è un reato perseguibile d’ufficio, si denuncia senza ritardo."
    return [Motivo("denuncia", DENUNCIA, testo)]


def contro_primaria(sanzione: Sanzione, articolo: str, *, primaria: bool) -> list[Motivo]:
    """In primary school, as a rule, only a teacher or the dirigente sanctions (``articolo``)."""
    di_consiglio = sanzione.organi[0].value.startswith("consiglio")
    if not primaria or not articolo or not di_consiglio:
        return []
    testo = (
        f"«{sanzione.nome}»: nella scuola primaria di norma si applicano solo le sanzioni del "
        "docente o del dirigente. La motivazione dice perché qui no."
    )
    return [Motivo("scuola_primaria", articolo, testo)]
